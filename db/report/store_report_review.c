/* The review of reports, one or many at once: sign off, accept, return, and taking back. What was
 * entered stays as it was entered: a return adds its reason and takes nothing away. Nobody reviews
 * their own text; may() knows by its author. */
#include "db/report/store_report.h"

#include "core/i18n.h"
#include "core/rule/period.h"
#include "db/change.h"
#include "db/report/report_edition.h"
#include "db/search/search_put.h"
#include "db/plan/store_check.h"
#include "db/report/store_exception.h"
#include "db/store_row.h"

/* A step on its way into the file. */
struct review {
	struct report_row row; /* as it was */
	enum report_step step;
	enum report_state to;
	const char *reason;
};

static bool sends_back(enum report_step step)
{
	return step == REPORT_RETURN || step == REPORT_SEND_BACK;
}

/* Who is the unit's leader and not the office sends back inside the unit. */
static enum report_step step_of(const struct write *w, const struct report_row *row,
				enum report_step step)
{
	const struct subject what = {.unit_id = row->unit_id, .unit = row->unit};

	if (step == REPORT_RETURN && row->state == REPORT_SUBMITTED &&
	    !may_quietly(w->who, ACT_REVIEW, &what) && may_quietly(w->who, ACT_SIGN, &what))
		return REPORT_SEND_BACK;
	return step;
}

/* The names of those who sign for a unit, for the sentence. */
static int list_signers(struct write *w, int64_t unit_id, const char **names, struct err *e)
{
	static const char text[] =
		"SELECT DISTINCT n.name FROM post o JOIN person n ON n.id = o.person_id "
		"WHERE o.unit_id = ?1 AND o.role = 'approver' AND o.ended_at IS NULL "
		"AND n.active ORDER BY n.id";

	return row_names(sql_query(w->db, text, e, sql_i64(unit_id)), &w->arena, names, e);
}

/* What its leader has not let out of the unit is not the office's yet. */
static int check_let_out(struct write *w, const struct report_row *row, struct err *e)
{
	const char *names;

	if (!row->to_sign)
		return 0;
	if (list_signers(w, row->unit_id, &names, e) < 0)
		return -1;
	if (*names)
		err_set(e, ERR_STATE,
			_("%s signs its reports off before they go out, and this one is not signed "
			  "off yet; ask %s to sign it off"),
			row->unit, names);
	else
		err_set(e, ERR_STATE,
			_("%s signs its reports off before they go out, and nobody is its "
			  "approving leader now; let its reports go out without (duban unit sign "
			  "%s --off), or ask the administrator to give the post"),
			row->unit, row->unit);
	return -1;
}

/* A draft that could not be handed in again would be lost to the office. */
static int check_recall(struct write *w, const struct report_row *row, struct err *e)
{
	struct period_row period;

	return store_period_for(w->s, &w->arena, row->period_id, row->unit_id, &period, e) ||
			       period_check_open(&period, w->who->now.today, e)
		       ? -1
		       : 0;
}

static int check_review(struct write *w, struct review *v, int64_t version, struct err *e)
{
	const struct report_row *row = &v->row;
	const enum act act = flow_act(FLOW_REPORT, (int)v->step);
	const struct subject what = {
		.unit_id = row->unit_id,
		.unit = row->unit,
		.entered_by = row->entered_by_id,
	};
	struct share share;

	if (write_may(w, act, &what, e) || check_share(w, row->action_id, 0, &share, e) ||
	    check_version(w, version_of_report, row->id, version, e) ||
	    flow_report(row->state, v->step, &v->to, e))
		return -1;
	if (v->step == REPORT_RECALL)
		return check_recall(w, row, e);
	if (act == ACT_REVIEW && check_let_out(w, row, e))
		return -1;
	if (sends_back(v->step) && !*v->reason)
		return err_set_field(e, ERR_INPUT, "reason",
				     _("say why it is returned, so that the unit knows what to "
				       "correct"));
	return 0;
}

#define REVIEW_SET                                                                                 \
	"UPDATE report SET state = ?4, version = version + 1, changed_at = ?2, changed_by = ?3, "
#define REVIEWED  REVIEW_SET "reviewed_at = ?2, reviewed_by = ?3"
#define SENT_BACK REVIEWED ", reason = ?5"

static int update_review(struct write *w, const struct review *v, struct err *e)
{
	static const char *const texts[REPORT_STEP_COUNT] = {
		[REPORT_SIGN] = REVIEW_SET "signed_at = ?2, signed_by = ?3 WHERE id = ?1",
		[REPORT_ACCEPT] = REVIEWED " WHERE id = ?1",
		[REPORT_RETURN] = SENT_BACK ", nreturned = nreturned + 1 WHERE id = ?1",
		[REPORT_SEND_BACK] = SENT_BACK " WHERE id = ?1",
		[REPORT_RECALL] = REVIEW_SET "submitted_at = NULL WHERE id = ?1",
		[REPORT_UNSIGN] = REVIEW_SET "signed_at = NULL, signed_by = NULL WHERE id = ?1",
	};
	struct sql_value id = sql_i64(v->row.id), at = sql_time(w->now), by = write_person(w);
	struct sql_value state = sql_text(report_state_word(v->to));

	if (!sends_back(v->step))
		return sql_run(w->db, texts[v->step], e, id, at, by, state);
	if (sql_run(w->db, texts[v->step], e, id, at, by, state, sql_text(v->reason)))
		return -1;
	return search_put(w->db, SEARCH_REPORT, v->row.id, e);
}

static int log_review(struct write *w, const struct review *v, struct err *e)
{
	struct change c = {0};
	struct log_entry entry = {
		.act = arena_printf(&w->arena, "report.%s", report_step_word(v->step)),
		.object = arena_printf(&w->arena, "report %lld", (long long)v->row.id),
		.action_id = v->row.action_id,
		.unit_id = v->row.unit_id,
	};

	change_text(&c, "state", report_state_word(v->row.state), report_state_word(v->to));
	if (sends_back(v->step))
		change_text(&c, "reason", v->row.reason, v->reason);
	if (v->step == REPORT_RETURN)
		change_i64(&c, "nreturned", v->row.nreturned, v->row.nreturned + 1);
	return write_log(w, &entry, &c, e);
}

static int report_review(struct write *w, const struct report_pick *pick, enum report_step step,
			 const char *reason, struct err *e)
{
	struct review v = {.reason = reason};

	if (step == REPORT_SAVE || step == REPORT_SUBMIT || step == REPORT_CORRECT)
		return err_set(e, ERR_BUG, "a review with step %d", (int)step);
	if (store_report_get(w->s, &w->arena, NULL, pick->report_id, &v.row, e))
		return -1;
	v.step = step_of(w, &v.row, step);
	if (check_review(w, &v, pick->version, e) || update_review(w, &v, e) ||
	    log_review(w, &v, e))
		return -1;
	w->changes |= CHANGE_REPORT;
	if (v.step != REPORT_ACCEPT)
		return 0;
	return report_edition_add(w, v.row.id, EDITION_ACCEPTED, "", e);
}

int store_report_review(struct store *s, const struct actor *who, int64_t report_id,
			int64_t version, enum report_step step, const char *reason,
			unsigned *changes, struct err *e)
{
	const struct report_pick pick = {report_id, version};
	struct write w;

	if (write_begin(&w, s, who, e))
		return -1;
	return write_end(&w, report_review(&w, &pick, step, reason ? reason : "", e), changes, e);
}

/* Many at once */

/* Whether it is the report that stands in the way; else the file or the program does. */
static bool is_refusal(enum err_code code)
{
	return code == ERR_DENIED || code == ERR_STATE || code == ERR_CONFLICT ||
	       code == ERR_NOT_FOUND;
}

static const char *name_of(struct write *w, struct arena *a, int64_t report_id)
{
	struct report_row row;
	struct err e = ERR_INIT;

	if (store_report_get(w->s, &w->arena, NULL, report_id, &row, &e))
		return arena_printf(a, _("report %lld"), (long long)report_id);
	return arena_printf(a, "%s/%s · %s · %s", row.plan_code, row.action_no, row.unit,
			    row.period_code);
}

/* Each is accepted in turn; the frame takes all back when one of them was refused. */
static int accept_many(struct write *w, const struct report_pick *picks, size_t n, struct arena *a,
		       struct report_refusals *refused, struct err *e)
{
	for (size_t i = 0; i < n; i++) {
		struct err why = ERR_INIT;

		if (report_review(w, &picks[i], REPORT_ACCEPT, "", &why) == 0)
			continue;
		if (!is_refusal(why.code)) {
			*refused = (struct report_refusals){0};
			*e = why;
			return -1;
		}
		*vec_push(a, refused) = (struct report_refusal){
			.pick = i,
			.what = name_of(w, a, picks[i].report_id),
			.code = why.code,
			.why = arena_strdup(a, why.text),
		};
	}
	if (!refused->n)
		return 0;
	return err_set(e, ERR_STATE,
		       Q_("%zu report cannot be accepted, so none was; leave it out",
			  "%zu reports cannot be accepted, so none was; leave them out",
			  refused->n),
		       refused->n);
}

int store_report_accept_many(struct store *s, const struct actor *who,
			     const struct report_pick *picks, size_t n, struct arena *a,
			     struct report_refusals *refused, unsigned *changes, struct err *e)
{
	struct write w;

	*refused = (struct report_refusals){0};
	if (write_begin(&w, s, who, e))
		return -1;
	return write_end(&w, accept_many(&w, picks, n, a, refused, e), changes, e);
}
