/* request_page.c - see request_page.h. */
#include "tui/request/request_page.h"

#include "core/i18n.h"
#include "db/report/store_evidence.h"
#include "tui/app/session.h"
#include "tui/evidence/evidence_cell.h"
#include "tui/request/correction.h"
#include "tui/request/request_ask.h"
#include "tui/request/request_before.h"
#include "tui/request/still_open.h"

enum { MOST_EVIDENCE = 50 };

static void add_part(struct arena *a, struct page *p, const char *label, const char *text)
{
	if (!text[0])
		return;
	page_heading(a, p, label);
	page_add(a, p, STYLE_NORMAL, 2, text);
}

/* Who asked when, and what is said of it. */
static void add_asked(struct arena *a, struct page *p, const struct request_row *q)
{
	char at[TIME_TEXT];

	page_add(a, p, STYLE_STRONG, 0,
		 arena_printf(a, _("%s: %s, %s"), q->unit, request_label(a, q),
			      request_state_label(q->state)));
	if (q->action_no[0])
		page_add(a, p, STYLE_NORMAL, 0,
			 arena_printf(a, "%s %s", q->action_no, q->action_title));
	page_add(a, p, STYLE_DIM, 0,
		 arena_printf(a, _("number %lld, asked by %s, %s"), (long long)q->id, q->asked_by,
			      time_format_local(q->asked_at, at)));
	if (q->on_behalf)
		page_add(a, p, STYLE_DIM, 0, _("entered by the office on the unit's behalf"));
	if (q->late)
		page_add(a, p, STYLE_ERROR, 0, _("asked after the date was past"));
}

static void add_dates(struct arena *a, struct page *p, const struct request_row *q, const char *now)
{
	const char *dates = request_dates_line(a, q, now);

	if (*dates)
		page_add(a, p, STYLE_NORMAL, 0, dates);
	if (q->percent >= 0 && q->kind != REQUEST_CORRECTION)
		page_add(a, p, STYLE_NORMAL, 0, arena_printf(a, _("progress: %d%%"), q->percent));
}

static void add_open(struct arena *a, struct page *p, const struct open_rows *rows)
{
	if (rows->n)
		page_heading(a, p, _("Still open in the action"));
	for (size_t i = 0; i < rows->n; i++)
		page_add(a, p, STYLE_NORMAL, 2, still_open_line(a, &rows->at[i]));
}

static void add_answer(struct arena *a, struct page *p, const struct request_row *q)
{
	char at[TIME_TEXT], day[DATE_TEXT];

	if (!q->decided_at)
		return;
	page_heading(a, p, _("Answer"));
	page_add(a, p, STYLE_STRONG, 2,
		 date_is_set(q->granted) && q->state == REQUEST_GRANTED
			 ? arena_printf(a, _("%s: %s"), request_state_label(q->state),
					date_format(q->granted, day))
			 : request_state_label(q->state));
	if (q->answer[0])
		page_add(a, p, STYLE_NORMAL, 2, q->answer);
	page_add(a, p, STYLE_DIM, 2,
		 arena_printf(a, _("%1$s, %2$s"), q->decided_by,
			      time_format_local(q->decided_at, at)));
}

/* A unit reads its own request also when it has no part in the action any more: what it may not
 * read of that is left out. */
static int unless_denied(int rc, struct err *e)
{
	if (rc == 0 || e->code != ERR_DENIED)
		return rc;
	*e = (struct err)ERR_INIT;
	return 0;
}

/* What stands around a request. */
struct around {
	struct evidence_rows evidence;
	struct open_rows open;
	const char *before, *date;
};

static int around_load(struct around *r, const struct app_context *c, struct arena *a,
		       const struct request_row *q, struct err *e)
{
	struct actor who = session_actor(c);
	struct evidence_filter f = {.request_id = q->id};

	*r = (struct around){.before = "", .date = ""};
	return unless_denied(
		       store_evidence_list(c->store, a, &who, &f, MOST_EVIDENCE, &r->evidence, e),
		       e) < 0 ||
			       unless_denied(still_open_read(c, a, q, &r->open, e), e) < 0 ||
			       unless_denied(request_before_lines(c, a, q, &r->before, e), e) < 0 ||
			       unless_denied(request_date_text(c, a, q, &r->date, e), e) < 0
		       ? -1
		       : 0;
}

int request_page_load(struct page *p, struct arena *a, const struct app_context *c,
		      const struct request_row *q, struct err *e)
{
	struct around around;

	*p = (struct page){0};
	if (around_load(&around, c, a, q, e) < 0)
		return -1;
	add_asked(a, p, q);
	add_dates(a, p, q, around.date);
	add_answer(a, p, q);
	add_part(a, p, _(request_rule(q->kind)->heading), q->reason);
	if (q->kind == REQUEST_CORRECTION && unless_denied(correction_page(c, a, q, p, e), e) < 0)
		return -1;
	evidence_page_add(a, p, &around.evidence);
	add_open(a, p, &around.open);
	add_part(a, p, _("Asked before"), around.before);
	return 0;
}
