/* The report as it was read beside the report as it is. Who has taken one back is in the log: the
 * report itself is its unit's alone then. */
#include "tui/report/review_news.h"

#include "core/i18n.h"
#include "db/report/store_report.h"
#include "db/store_log.h"
#include "tui/app/session.h"
#include "tui/part/about.h"

#include <string.h>

static void row_of(const struct review_paper *p, struct arena *a, struct form_row *to)
{
	const struct report_row *r = &p->report;

	*to = (struct form_row){.id = r->id, .version = r->version};
	form_row_add(a, to, _("state"), report_state_label(r->state));
	form_row_add(a, to, _("percent"), arena_printf(a, "%d", r->percent));
	form_row_add(a, to, _("done"), r->done);
	form_row_add(a, to, _("problems"), r->problems);
	form_row_add(a, to, _("next steps"), r->next);
	form_row_add(a, to, _("work volumes"), review_paper_counted(p, a));
}

int review_news_read(struct view *v, int64_t id, struct arena *a, struct form_row *to,
		     struct err *e)
{
	struct review_paper paper;

	if (review_paper_load(&paper, a, v->context, id, e) < 0)
		return -1;
	row_of(&paper, a, to);
	return 0;
}

bool review_news_is_own(const struct view *v, const struct report_row *r)
{
	return v->reload_by_me && !v->reload_by_others &&
	       strcmp(r->changed_by, v->context->session->person->name) == 0;
}

void review_news_seen(struct arena *own, struct form_row *seen, const struct review_paper *p)
{
	struct arena a = ARENA_INIT;
	struct form_row row;

	if (seen->id == p->report.id && seen->version == p->report.version)
		return;
	row_of(p, &a, &row);
	form_row_copy(own, seen, &row);
	arena_free(&a);
}

const char *review_news(struct arena *a, const struct form_row *seen,
			const struct review_paper *now)
{
	const struct report_row *r = &now->report;
	struct form_row is;
	char at[TIME_TEXT];

	if (seen->version == r->version)
		return "";
	row_of(now, a, &is);
	return arena_printf(a, _("! changed while you were reading, by %s at %s:%s"), r->changed_by,
			    time_format_local(r->changed_at, at),
			    about_changes(a, seen, &is,
					  _("The text, the percentage and the work volumes are as "
					    "you have read them.")));
}

const char *review_news_gone(const struct app_context *c, struct arena *a,
			     const struct report_row *was)
{
	enum { FAR_ENOUGH = 50 };
	const char *object = arena_printf(a, "report %lld", (long long)was->id);
	const char *recall = arena_printf(a, "report.%s", report_step_word(REPORT_RECALL));
	struct log_filter f = {.action_id = was->action_id};
	struct actor who = session_actor(c);
	struct err none = ERR_INIT;
	struct log_rows rows = {0};
	char at[TIME_TEXT];

	(void)store_log_list(c->store, a, &who, &f, FAR_ENOUGH, &rows, &none);
	for (size_t i = 0; i < rows.n; i++)
		if (strcmp(rows.at[i].object, object) == 0 && strcmp(rows.at[i].act, recall) == 0)
			return arena_printf(a,
					    _("%s of %s took this report back at %s, while you "
					      "were reading it; nothing was written, and it comes "
					      "again when the unit hands it in"),
					    rows.at[i].person, was->unit,
					    time_format_local(rows.at[i].at, at));
	return NULL;
}

bool review_news_tell_gone(struct view *v, struct app *app, const struct report_row *was)
{
	struct arena a = ARENA_INIT;
	struct err e = ERR_INIT, told = ERR_INIT;
	struct form_row row;
	const char *why = NULL;

	if (review_news_read(v, was->id, &a, &row, &e) < 0 && e.code == ERR_NOT_FOUND)
		why = review_news_gone(v->context, &a, was);
	if (why) {
		err_set(&told, ERR_CONFLICT, "%s", why);
		app_error(app, &told);
	}
	arena_free(&a);
	return why != NULL;
}
