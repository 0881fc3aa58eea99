/* request_before.c - see request_before.h. */
#include "tui/request/request_before.h"

#include "core/i18n.h"
#include "core/rule/milestone.h"
#include "db/cycle/store_request.h"
#include "db/report/store_evidence.h"
#include "db/report/store_milestone.h"
#include "tui/app/session.h"

enum { MOST_EVIDENCE = 50 };

int request_before_read(const struct app_context *c, struct arena *a, const struct request_new *r,
			struct request_before *b, struct err *e)
{
	struct actor who = session_actor(c);
	struct request_rows same;
	const struct request_row *returned;

	*b = (struct request_before){0};
	if (store_request_same(c->store, a, &who, r, &same, e) < 0)
		return -1;
	returned = request_returned(&same);
	if (!returned)
		return 0;
	struct evidence_filter f = {.request_id = returned->id};
	return store_request_get(c->store, a, &who, returned->id, &b->returned, e) < 0 ||
			       store_evidence_list(c->store, a, &who, &f, MOST_EVIDENCE,
						   &b->evidence, e) < 0
		       ? -1
		       : 0;
}

void request_before_prove(const struct request_before *b, struct arena *a, struct request_new *r)
{
	for (size_t i = 0; i < b->evidence.n; i++)
		*vec_push(a, &r->evidence) = b->evidence.at[i].id;
}

const char *request_before_line(struct arena *a, const struct request_row *q)
{
	char at[TIME_TEXT], given[DATE_TEXT], due[DATE_TEXT];
	const char *state = request_state_label(q->state);
	long long id = q->id;

	time_format_local(q->asked_at, at);
	at[DATE_TEXT - 1] = '\0';
	if (q->state == REQUEST_GRANTED && q->kind == REQUEST_EXTENSION)
		return arena_printf(a, _("number %1$lld of %2$s, %3$s: %4$s instead of %5$s"), id,
				    at, state, date_format(q->granted, given),
				    date_format(q->due, due));
	return *q->answer ? arena_printf(a, _("number %1$lld of %2$s, %3$s: %4$s"), id, at, state,
					 q->answer)
			  : arena_printf(a, _("number %1$lld of %2$s, %3$s"), id, at, state);
}

int request_before_lines(const struct app_context *c, struct arena *a, const struct request_row *q,
			 const char **lines, struct err *e)
{
	struct request_new about = request_anew(q);
	struct actor who = session_actor(c);
	struct request_rows same;

	*lines = "";
	if (store_request_same(c->store, a, &who, &about, &same, e) < 0)
		return -1;
	for (size_t i = 0; i < same.n; i++) {
		if (same.at[i].id >= q->id)
			continue;
		const char *line = request_before_line(a, &same.at[i]);
		*lines = **lines ? arena_printf(a, "%s\n%s", *lines, line) : line;
	}
	return 0;
}

const char *request_evidence_text(struct arena *a, const struct evidence_rows *rows)
{
	const char *list = "";

	for (size_t i = 0; i < rows->n; i++)
		list = i ? arena_printf(a, _("%s; %s"), list, rows->at[i].title)
			 : rows->at[i].title;
	return list;
}

int request_date_text(const struct app_context *c, struct arena *a, const struct request_row *q,
		      const char **text, struct err *e)
{
	struct actor who = session_actor(c);
	struct milestone_row m;
	char due[DATE_TEXT];

	*text = "";
	if (q->kind != REQUEST_EXTENSION)
		return 0;
	if (store_milestone_get(c->store, a, &who, q->milestone_id, &m, e) < 0)
		return -1;
	date_format(m.due, due);
	*text = m.nextended ? arena_printf(a, _("%1$s, %2$s"), due, milestone_extended_label(a, &m))
			    : arena_strdup(a, due);
	return 0;
}

const char *request_dates_line(struct arena *a, const struct request_row *q, const char *now)
{
	char due[DATE_TEXT], want[DATE_TEXT];

	if (!date_is_set(q->want) || !date_is_set(q->due))
		return "";
	date_format(q->due, due);
	date_format(q->want, want);
	if (q->kind == REQUEST_EXTENSION && q->state == REQUEST_GRANTED)
		return arena_printf(a, _("the date was %s, asked for was %s"), due, want);
	return arena_printf(a, _("the date is %s, asked for is %s"), *now ? now : due, want);
}
