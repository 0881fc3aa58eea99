/* Writing reports: keeping a text as draft or handing it in, and the review. What was entered
 * stays: a return adds its reason and takes nothing away, and whoever entered a text stays its
 * author when somebody else only hands it in. */
#include "db/report/store_report.h"

#include "core/i18n.h"
#include "core/rule/period.h"
#include "db/change.h"
#include "db/cycle/receipt.h"
#include "db/report/report_edition.h"
#include "db/report/report_volume.h"
#include "db/search/search_put.h"
#include "db/plan/store_check.h"
#include "db/report/store_exception.h"

#include <string.h>

/* A text on its way into the file. */
struct put {
	struct report_new r; /* texts never NULL */
	enum report_step step;
	struct report_row before; /* zero: there is none yet */
	struct report_volume_rows volumes_before;
	struct share share;
	enum report_state to;
	int nsame; /* as of a report */
	int64_t id;
};

/* What the unit has begun itself is written on by nobody who cannot read it. */
static int check_unseen(struct write *w, const struct put *p, struct err *e)
{
	const struct report_row *b = &p->before;
	struct reader r;

	reader_of(&w->arena, w->who, &r);
	if (reader_may_report(&r, b->state, b->unit_id, b->on_behalf))
		return 0;
	return err_set(e, ERR_STATE,
		       _("%s has begun this report itself and not handed it in yet; ask %s to hand "
			 "it in"),
		       b->unit, b->entered_by);
}

static int load_before(struct write *w, struct put *p, struct err *e)
{
	static const char text[] = "SELECT id FROM report WHERE action_id = ?1 AND unit_id = ?2 "
				   "AND period_id = ?3";
	int got = sql_get(w->db, text, &p->id, e, sql_i64(p->r.action_id), sql_i64(p->r.unit_id),
			  sql_i64(p->r.period_id));

	if (got < 0)
		return -1;
	if (got == 0) {
		p->before = (struct report_row){.done = "", .problems = "", .next = ""};
		return p->r.report_id ? err_set(e, ERR_NOT_FOUND, _("there is no such report")) : 0;
	}
	if (store_report_get(w->s, &w->arena, NULL, p->id, &p->before, e) ||
	    store_report_volumes(w->s, &w->arena, p->id, &p->volumes_before, e))
		return -1;
	return check_unseen(w, p, e) || check_version(w, version_of_report, p->id,
						      p->r.report_id == p->id ? p->r.version : 0, e)
		       ? -1
		       : 0;
}

static int check_period(struct write *w, const struct put *p, struct err *e)
{
	struct period_row period;

	if (store_period_for(w->s, &w->arena, p->r.period_id, p->r.unit_id, &period, e))
		return -1;
	if (period.plan_id != p->share.plan_id)
		return err_set_field(
			e, ERR_INPUT, "period",
			_("the period %s is one of %s, and %s belongs to another plan"),
			period.code, period.plan_code, p->share.action);
	return period_check_open(&period, w->who->now.today, e);
}

/* "No change" says again what was said last. */
static int repeat_last(struct write *w, struct put *p, struct err *e)
{
	struct report_new *r = &p->r;
	struct report_row last;

	if (!r->no_change)
		return 0;
	if (store_report_before(w->s, &w->arena, NULL, r->action_id, r->unit_id, r->period_id,
				&last, e)) {
		if (e->code != ERR_NOT_FOUND)
			return -1;
		return err_set(e, ERR_STATE,
			       _("there is no earlier report that could be unchanged; enter the "
				 "progress of this period"));
	}
	p->nsame = last.nsame + 1;
	r->percent = last.percent;
	if (*r->done)
		return 0;
	r->done = last.done;
	r->problems = last.problems;
	r->next = last.next;
	return 0;
}

static int check_values(const struct put *p, struct err *e)
{
	if (p->r.percent < 0 || p->r.percent > 100)
		return err_set_field(e, ERR_INPUT, "percent",
				     _("the percent is a whole number from 0 to 100"));
	if (p->step == REPORT_SUBMIT && !*p->r.done)
		return err_set_field(e, ERR_INPUT, "done",
				     _("say in a few words what was done; without it a report can "
				       "be kept as a draft, but not handed in"));
	return 0;
}

/* What was accepted is said before what is closed: the way on is another one. */
static int check_put(struct write *w, struct put *p, struct err *e)
{
	if (p->step != REPORT_SAVE && p->step != REPORT_SUBMIT)
		return err_set(e, ERR_BUG, "a text put with step %d", (int)p->step);
	if (write_may_unit(w, ACT_REPORT, p->r.unit_id, e) ||
	    check_share(w, p->r.action_id, p->r.unit_id, &p->share, e) || load_before(w, p, e) ||
	    flow_report(p->before.state, p->step, &p->to, e) || check_period(w, p, e))
		return -1;
	return repeat_last(w, p, e) || check_values(p, e) ? -1 : 0;
}

static bool same_text(const struct put *p)
{
	const struct report_row *b = &p->before;
	const struct report_new *r = &p->r;

	return p->id && b->percent == r->percent && b->no_change == r->no_change &&
	       strcmp(b->done, r->done) == 0 && strcmp(b->problems, r->problems) == 0 &&
	       strcmp(b->next, r->next) == 0 &&
	       report_volumes_same(&p->volumes_before, &r->volumes);
}

static struct sql_value submitted_at(const struct write *w, const struct put *p)
{
	return p->step == REPORT_SUBMIT ? sql_time(w->now) : sql_maybe(NULL);
}

static bool signs_by_handing_in(const struct write *w, const struct put *p)
{
	const struct subject what = {.unit_id = p->r.unit_id};

	return p->step == REPORT_SUBMIT && may_quietly(w->who, ACT_SIGN, &what);
}

static struct sql_value signed_at(const struct write *w, const struct put *p)
{
	return signs_by_handing_in(w, p) ? sql_time(w->now) : sql_maybe(NULL);
}

static struct sql_value signed_by(const struct write *w, const struct put *p)
{
	return signs_by_handing_in(w, p) ? write_person(w) : sql_maybe(NULL);
}

static int insert_report(struct write *w, struct put *p, struct err *e)
{
	static const char text[] =
		"INSERT INTO report (action_id, unit_id, period_id, role, state, percent, "
		"no_change, on_behalf, entered_by, submitted_at, changed_at, changed_by, done, "
		"problems, next, nsame, signed_at, signed_by) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, "
		"?8, ?9, ?10, ?11, ?9, ?12, ?13, ?14, ?15, ?16, ?17) RETURNING id";
	const struct report_new *r = &p->r;

	return write_insert(w, text, &p->id, e, sql_i64(r->action_id), sql_i64(r->unit_id),
			    sql_i64(r->period_id), sql_text(role_word(p->share.role)),
			    sql_text(report_state_word(p->to)), sql_i64(r->percent),
			    sql_i64(r->no_change), sql_i64(w->on_behalf), write_person(w),
			    submitted_at(w, p), sql_time(w->now), sql_text(r->done),
			    sql_text(r->problems), sql_text(r->next), sql_i64(p->nsame),
			    signed_at(w, p), signed_by(w, p));
}

/* Apart from the text: what is written over, even by the same, is written to every index of it. */
static int move_report(struct write *w, const struct put *p, struct err *e)
{
	static const char text[] = "UPDATE report SET state = ?2, "
				   "submitted_at = coalesce(?3, submitted_at) WHERE id = ?1";

	if (p->step != REPORT_SUBMIT && p->to == p->before.state)
		return 0;
	return sql_run(w->db, text, e, sql_i64(p->id), sql_text(report_state_word(p->to)),
		       submitted_at(w, p));
}

/* A text that is handed in anew is not signed off, but by the leader who hands it in. */
static int update_report(struct write *w, struct put *p, struct err *e)
{
	static const char text[] =
		"UPDATE report SET role = ?2, percent = ?3, no_change = ?4, on_behalf = ?5, "
		"entered_by = ?6, signed_at = ?7, signed_by = ?8, version = version + 1, "
		"changed_at = ?9, changed_by = ?10, done = ?11, problems = ?12, next = ?13, "
		"nsame = ?14 WHERE id = ?1";
	const struct report_new *r = &p->r;
	bool same = same_text(p);
	bool on_behalf = w->on_behalf || (same && p->before.on_behalf);

	if (sql_run(w->db, text, e, sql_i64(p->id), sql_text(role_word(p->share.role)),
		    sql_i64(r->percent), sql_i64(r->no_change), sql_i64(on_behalf),
		    same ? sql_id(p->before.entered_by_id) : write_person(w), signed_at(w, p),
		    signed_by(w, p), sql_time(w->now), write_person(w), sql_text(r->done),
		    sql_text(r->problems), sql_text(r->next), sql_i64(p->nsame)))
		return -1;
	return move_report(w, p, e);
}

/* What is handed in stands in the log as a whole, because those who read it there may not read the
 * drafts before it. */
static void change_said(const struct put *p, struct change *c, const char *field,
			const char *before, const char *after)
{
	if (p->step == REPORT_SUBMIT && strcmp(before, after) == 0)
		change_new_text(c, field, after);
	else
		change_text(c, field, p->before.id ? before : NULL, after);
}

static void change_texts(const struct put *p, struct change *c)
{
	const struct report_row *b = &p->before;
	const struct report_new *r = &p->r;

	if (!b->id || (p->step == REPORT_SUBMIT && b->percent == r->percent))
		change_new_i64(c, "percent", r->percent);
	else
		change_i64(c, "percent", b->percent, r->percent);
	if (b->id)
		change_i64(c, "no_change", b->no_change, r->no_change);
	else
		change_new_i64(c, "no_change", r->no_change);
	change_said(p, c, "done", b->id ? b->done : "", r->done);
	change_said(p, c, "problems", b->id ? b->problems : "", r->problems);
	change_said(p, c, "next", b->id ? b->next : "", r->next);
}

static int log_put(struct write *w, const struct put *p, struct err *e)
{
	const struct report_row *b = &p->before;
	struct change c = {0};
	struct log_entry entry = {
		.act = arena_printf(&w->arena, "report.%s", report_step_word(p->step)),
		.object = arena_printf(&w->arena, "report %lld", (long long)p->id),
		.action_id = p->r.action_id,
		.unit_id = p->r.unit_id,
	};

	change_text(&c, "state", b->id ? report_state_word(b->state) : NULL,
		    report_state_word(p->to));
	change_texts(p, &c);
	report_volumes_change(w, &p->volumes_before, &p->r.volumes, &c);
	if (w->on_behalf)
		change_new_i64(&c, "on_behalf", 1);
	return write_log(w, &entry, &c, e);
}

static int report_put(struct write *w, struct put *p, struct arena *a, struct report_row *row,
		      struct err *e)
{
	if (check_put(w, p, e))
		return -1;
	if (p->id ? update_report(w, p, e) : insert_report(w, p, e))
		return -1;
	if (report_volumes_put(w, p->id, p->r.action_id, p->share.action, &p->volumes_before,
			       &p->r.volumes, e) ||
	    receipt_by_entering(w, p->r.action_id, p->r.unit_id, e) || log_put(w, p, e) ||
	    search_put(w->db, SEARCH_REPORT, p->id, e))
		return -1;
	if (p->step == REPORT_SUBMIT && report_edition_add(w, p->id, EDITION_SUBMITTED, "", e))
		return -1;
	w->changes |= CHANGE_REPORT;
	return store_report_get(w->s, a, NULL, p->id, row, e);
}

int store_report_put(struct store *s, const struct actor *who, const struct report_new *r,
		     enum report_step step, struct arena *a, struct report_row *row,
		     unsigned *changes, struct err *e)
{
	struct put p = {.r = *r, .step = step};
	struct write w;

	p.r.done = r->done ? r->done : "";
	p.r.problems = r->problems ? r->problems : "";
	p.r.next = r->next ? r->next : "";
	if (write_begin(&w, s, who, e))
		return -1;
	return write_end(&w, report_put(&w, &p, a, row, e), changes, e);
}
