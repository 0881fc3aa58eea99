/* The review of reports: sign off, accept, return, and taking back. What was entered stays as it
 * was entered: a return adds its reason and takes nothing away. Nobody reviews their own text;
 * may() knows by its author.
 */
#include "db/store_report.h"

#include "core/i18n.h"
#include "core/period.h"
#include "db/search_put.h"
#include "db/store_check.h"
#include "db/store_period.h"

/* Sending back is the unit's leader's until it is signed off, and the office's. */
static enum act act_of(const struct write *w, const struct report_row *row, enum report_step step)
{
	const struct subject what = {.unit_id = row->unit_id, .unit = row->unit};

	if (step == REPORT_SIGN || step == REPORT_UNSIGN)
		return ACT_SIGN;
	if (step == REPORT_RECALL)
		return ACT_REPORT;
	if (step == REPORT_RETURN && row->state == REPORT_SUBMITTED &&
	    !may_quietly(w->who, ACT_REVIEW, &what) && may_quietly(w->who, ACT_SIGN, &what))
		return ACT_SIGN;
	return ACT_REVIEW;
}

/* A draft that could not be handed in again would be lost to the office. */
static int check_recall(struct write *w, const struct report_row *row, struct err *e)
{
	struct period_row period;

	return store_period_get(w->s, &w->arena, row->period_id, &period, e) ||
			       period_check_open(&period, w->who->now.today, e)
		       ? -1
		       : 0;
}

static int check_review(struct write *w, const struct report_row *row, int64_t version,
			enum report_step step, const char *reason, enum report_state *to,
			struct err *e)
{
	const struct subject what = {
		.unit_id = row->unit_id,
		.unit = row->unit,
		.entered_by = row->entered_by_id,
	};
	struct share share;

	if (write_may(w, act_of(w, row, step), &what, e) ||
	    check_share(w, row->action_id, 0, &share, e) ||
	    check_version(w, version_of_report, row->id, version, e) ||
	    flow_report(row->state, step, to, e))
		return -1;
	if (step == REPORT_RECALL)
		return check_recall(w, row, e);
	if (step == REPORT_RETURN && !*reason)
		return err_set_field(e, ERR_INPUT, "reason",
				     _("say why it is returned, so that the unit knows what to "
				       "correct"));
	return 0;
}

static int update_review(struct write *w, int64_t id, enum report_step step, enum report_state to,
			 const char *reason, struct err *e)
{
#define REVIEW_SET                                                                                 \
	"UPDATE report SET state = ?4, version = version + 1, changed_at = ?2, changed_by = ?3, "
	static const char sign[] = REVIEW_SET "signed_at = ?2, signed_by = ?3 WHERE id = ?1";
	static const char accept[] = REVIEW_SET "reviewed_at = ?2, reviewed_by = ?3 WHERE id = ?1";
	static const char send_back[] =
		REVIEW_SET "reviewed_at = ?2, reviewed_by = ?3, nreturned = nreturned + 1, "
			   "reason = ?5 WHERE id = ?1";
	static const char recall[] = REVIEW_SET "submitted_at = NULL WHERE id = ?1";
	static const char unsign[] = REVIEW_SET "signed_at = NULL, signed_by = NULL WHERE id = ?1";
	struct sql_value at = sql_time(w->now), by = write_person(w);
	struct sql_value state = sql_text(report_state_word(to));

	if (step == REPORT_RETURN)
		return sql_run(w->db, send_back, e, sql_i64(id), at, by, state, sql_text(reason));
	return sql_run(w->db,
		       step == REPORT_SIGN     ? sign
		       : step == REPORT_UNSIGN ? unsign
		       : step == REPORT_RECALL ? recall
					       : accept,
		       e, sql_i64(id), at, by, state);
}

static int report_review(struct write *w, int64_t id, int64_t version, enum report_step step,
			 const char *reason, struct err *e)
{
	struct report_row row;
	enum report_state to;
	struct change c = {0};

	if (step == REPORT_SAVE || step == REPORT_SUBMIT)
		return err_set(e, ERR_BUG, "a review with step %d", (int)step);
	if (store_report_get(w->s, &w->arena, NULL, id, &row, e) ||
	    check_review(w, &row, version, step, reason, &to, e) ||
	    update_review(w, id, step, to, reason, e) ||
	    (step == REPORT_RETURN && search_put(w->db, SEARCH_REPORT, id, e)))
		return -1;
	w->changes |= CHANGE_REPORT;
	change_text(&c, "state", report_state_word(row.state), report_state_word(to));
	if (step == REPORT_RETURN) {
		change_text(&c, "reason", row.reason, reason);
		change_i64(&c, "nreturned", row.nreturned, row.nreturned + 1);
	}
	struct log_entry entry = {
		.act = arena_printf(&w->arena, "report.%s", report_step_word(step)),
		.object = arena_printf(&w->arena, "report %lld", (long long)id),
		.action_id = row.action_id,
		.unit_id = row.unit_id,
	};
	return write_log(w, &entry, &c, e);
}

int store_report_review(struct store *s, const struct actor *who, int64_t report_id,
			int64_t version, enum report_step step, const char *reason,
			unsigned *changes, struct err *e)
{
	struct write w;

	if (write_begin(&w, s, who, e))
		return -1;
	return write_end(&w, report_review(&w, report_id, version, step, reason ? reason : "", e),
			 changes, e);
}
