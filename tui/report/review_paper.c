/*
 * review_paper.c - puts a report on a page. Texts of one report stand in three places: in its row
 * as they are now, in its editions as they were handed in, accepted and corrected, and in the row
 * of an earlier period. Here they are all wordings, and any two can be held against each other.
 */
#include "tui/report/review_paper.h"

#include "core/rule/edition.h"
#include "core/i18n.h"
#include "db/report/store_report.h"
#include "tui/app/session.h"
#include "tui/report/report_kept.h"
#include "tui/report/report_parts.h"

#include <string.h>

struct wording {
	int percent;
	const char *done, *problems, *next;
};

static struct wording wording_of_report(const struct report_row *r)
{
	return (struct wording){r->percent, r->done, r->problems, r->next};
}

static struct wording wording_of_edition(const struct report_edition_row *x)
{
	return (struct wording){x->percent, x->done, x->problems, x->next};
}

static int find_accepted(struct review_paper *p, struct arena *a, const struct app_context *c,
			 struct err *e)
{
	const struct report_row *r = &p->report;
	struct actor who = session_actor(c);

	if (store_report_accepted_before(c->store, a, &who, r->action_id, r->unit_id, r->period_id,
					 &p->accepted, e) == 0)
		return 0;
	p->accepted = (struct report_row){0};
	if (e->code != ERR_NOT_FOUND)
		return -1;
	*e = (struct err)ERR_INIT;
	return 0;
}

int review_paper_load(struct review_paper *p, struct arena *a, const struct app_context *c,
		      int64_t report_id, struct err *e)
{
	struct actor who = session_actor(c);

	*p = (struct review_paper){.kept = "", .news = ""};
	if (store_report_get(c->store, a, &who, report_id, &p->report, e) < 0 ||
	    report_facts_load(&p->facts, a, c, p->report.action_id, p->report.unit_id,
			      p->report.period_id, e) < 0 ||
	    store_report_editions(c->store, a, &who, report_id, &p->editions, e) < 0)
		return -1;
	p->same_limit = c->session->same_limit;
	if (session_may(c, ACT_REPORT, p->report.unit_id) &&
	    report_kept_at(c, p->report.action_id, p->report.unit_id, p->report.period_id,
			   &p->typed_at, e) < 0)
		return -1;
	return find_accepted(p, a, c, e);
}

static const struct report_edition_row *last_submitted(const struct review_paper *p)
{
	return edition_handed_in_before(&p->editions, p->report.state);
}

static const struct report_edition_row *last_accepted(const struct review_paper *p)
{
	return edition_accepted_before(&p->editions, p->report.state);
}

bool review_paper_has(const struct review_paper *p, enum review_against against)
{
	if (against == AGAINST_SUBMITTED)
		return last_submitted(p) != NULL;
	return against == AGAINST_NOTHING || last_accepted(p) || p->accepted.id;
}

/* The wording and, in a sentence, which one it is. */
static struct wording wording_against(const struct review_paper *p, enum review_against against,
				      struct arena *a, const char **which)
{
	const struct report_edition_row *x =
		against == AGAINST_SUBMITTED ? last_submitted(p) : last_accepted(p);
	char at[TIME_TEXT];

	if (!x) {
		*which = arena_printf(a, _("Against what was accepted for %s. -[gone] +[new]"),
				      p->accepted.period_code);
		return wording_of_report(&p->accepted);
	}
	time_format_local(x->at, at);
	*which = arena_printf(a,
			      against == AGAINST_SUBMITTED
				      ? _("Against what was handed in on %s. -[gone] +[new]")
				      : _("Against what was accepted on %s. -[gone] +[new]"),
			      at);
	return wording_of_edition(x);
}

static void add_part(struct arena *a, struct page *p, const char *label, const char *text)
{
	if (!text[0])
		return;
	page_heading(a, p, label);
	page_add(a, p, STYLE_NORMAL, 2, text);
}

static void add_marked(struct arena *a, struct page *p, const char *label, const char *was,
		       const char *is)
{
	if (!was[0] && !is[0])
		return;
	page_heading(a, p, label);
	page_add_diff(a, p, 2, was, is);
}

static void add_wording(struct arena *a, struct page *p, const struct wording *was,
			const struct wording *is)
{
	if (was->percent != is->percent)
		add_marked(a, p, _("Percent"), arena_printf(a, "%d%%", was->percent),
			   arena_printf(a, "%d%%", is->percent));
	add_marked(a, p, _("Done"), was->done, is->done);
	add_marked(a, p, _("Problems"), was->problems, is->problems);
	add_marked(a, p, _("Next steps"), was->next, is->next);
}

static void add_volumes(struct arena *a, struct page *p, const struct report_facts *f)
{
	if (f->counted.n)
		page_heading(a, p, _("Work volumes"));
	for (size_t i = 0; i < f->counted.n; i++)
		for (size_t k = 0; k < f->volumes.n; k++)
			if (f->volumes.at[k].id == f->counted.at[i].volume_id)
				page_add(a, p, STYLE_NORMAL, 2,
					 arena_printf(
						 a, _("%s: %s %s this period, %s of %s so far"),
						 f->volumes.at[k].what, f->counted.at[i].value,
						 f->volumes.at[k].measure, f->volumes.at[k].done,
						 f->volumes.at[k].value));
}

const char *review_paper_figures(const struct review_paper *p, struct arena *a)
{
	const char *text = "";

	if (!edition_last(&p->editions, EDITION_ACCEPTED))
		return "";
	for (int kind = 0; kind < EDITION_KIND_COUNT; kind++) {
		const struct report_edition_row *x =
			edition_last(&p->editions, (enum edition_kind)kind);

		if (x)
			text = arena_printf(a, "%s%s%s %d%%", text, *text ? " · " : "",
					    edition_kind_label(x->kind), x->percent);
	}
	return text;
}

/* What a reviewer is not to overlook. */
static void add_flags(const struct review_paper *p, struct arena *a, struct page *page)
{
	const struct report_row *row = &p->report;

	if (row->no_change && row->nsame >= p->same_limit)
		page_add(a, page, STYLE_STRONG, 0,
			 arena_printf(a,
				      _("! reported as \"no change\", and that %d times running"),
				      row->nsame));
	else if (row->no_change)
		page_add(a, page, STYLE_DIM, 0, _("reported as \"no change\""));
	if (row->to_sign)
		page_add(a, page, STYLE_STRONG, 0,
			 _("! waits for the unit's approving leader to sign it off"));
}

static void add_head(const struct review_paper *p, struct arena *a, struct page *page)
{
	const struct report_row *row = &p->report;
	/* changed_at moves with the review too */
	int64_t entered_at = row->submitted_at ? row->submitted_at : row->changed_at;
	const char *figures = review_paper_figures(p, a);
	char at[TIME_TEXT] = "";

	page_add(a, page, STYLE_STRONG, 0,
		 arena_printf(a, _("%s (%s), %s: %d%%, %s"), row->unit, role_label(row->role),
			      row->period_code, row->percent, report_state_label(row->state)));
	if (entered_at)
		page_add(a, page, STYLE_DIM, 0,
			 arena_printf(a, _("entered by %s, %s"), row->entered_by,
				      time_format_local(entered_at, at)));
	if (row->signed_at)
		page_add(a, page, STYLE_DIM, 0,
			 arena_printf(a, _("signed off by %s, %s"), row->signed_by,
				      time_format_local(row->signed_at, at)));
	if (row->on_behalf)
		page_add(a, page, STYLE_DIM, 0, _("entered by the office on the unit's behalf"));
	if (*figures)
		page_add(a, page, STYLE_NORMAL, 0, figures);
	add_flags(p, a, page);
}

/* Whoever has begun a text of their own finds it here, whatever became of the report. */
static void add_typed(const struct review_paper *p, struct arena *a, struct page *page)
{
	char at[TIME_TEXT];

	if (p->typed_at)
		page_add(a, page, STYLE_STRONG, 0,
			 arena_printf(a,
				      _("! what you typed yourself until %s is kept and is not in "
					"this report; Enter leads to it"),
				      time_format_local(p->typed_at, at)));
}

void review_paper_page(const struct review_paper *p, enum review_against against, struct arena *a,
		       struct page *page)
{
	struct wording is = wording_of_report(&p->report), was = is;
	const char *which;

	*page = (struct page){0};
	if (*p->news)
		page_add(a, page, STYLE_STRONG, 0, p->news);
	add_head(p, a, page);
	add_typed(p, a, page);
	add_part(a, page, _("Returned before, because"), p->report.reason);
	add_part(a, page, _("Why it is returned: kept, not sent yet"), p->kept);
	if (against != AGAINST_NOTHING) {
		was = wording_against(p, against, a, &which);
		page_add(a, page, STYLE_NORMAL, 0, "");
		page_add(a, page, STYLE_DIM, 0, which);
	}
	add_wording(a, page, &was, &is);
	add_volumes(a, page, &p->facts);
	add_part(a, page, _("Evidence"), report_facts_evidence(&p->facts, a));
	add_part(a, page, _("The period before"), report_facts_before(&p->facts, a));
	add_part(a, page, _("Other units"),
		 report_parts_lines(a, &p->facts.parts, p->report.unit_id));
}

/* A line each: "创建健康食堂 2 家". Volumes that are in force alone have a name. */
static const char *volumes_text(const struct review_paper *p, const struct report_volume_rows *rows,
				struct arena *a)
{
	const struct volume_rows *all = &p->facts.volumes;
	const char *text = "";

	for (size_t i = 0; i < rows->n; i++)
		for (size_t k = 0; k < all->n; k++)
			if (all->at[k].id == rows->at[i].volume_id)
				text = arena_printf(a, "%s%s%s %s %s", text, *text ? "\n" : "",
						    all->at[k].what, rows->at[i].value,
						    all->at[k].measure);
	return text;
}

const char *review_paper_counted(const struct review_paper *p, struct arena *a)
{
	return volumes_text(p, &p->facts.counted, a);
}

static void add_edition(const struct review_paper *p, size_t i, bool marked, struct arena *a,
			struct page *page)
{
	const struct report_edition_row *x = &p->editions.at[i];
	const struct report_edition_row *before = marked && i > 0 ? x - 1 : x;
	struct wording is = wording_of_edition(x), was = wording_of_edition(before);
	char at[TIME_TEXT];

	page_heading(a, page,
		     arena_printf(a, _("%s: %d%%, %s by %s"), edition_kind_label(x->kind),
				  x->percent, time_format_local(x->at, at), x->by));
	if (*x->reason)
		page_add(a, page, STYLE_NORMAL, 2, arena_printf(a, _("because: %s"), x->reason));
	add_wording(a, page, &was, &is);
	add_marked(a, page, _("Work volumes"), volumes_text(p, &before->volumes, a),
		   volumes_text(p, &x->volumes, a));
}

void review_paper_editions(const struct review_paper *p, bool marked, struct arena *a,
			   struct page *page)
{
	*page = (struct page){0};
	if (!p->editions.n)
		page_add(a, page, STYLE_NORMAL, 0,
			 _("The report has not been handed in yet: there is nothing to show."));
	for (size_t i = p->editions.n; i-- > 0;)
		add_edition(p, i, marked, a, page);
}
