/* store_report.h - progress reports: draft, submit, review. See store.h. */
#ifndef DUBAN_DB_STORE_REPORT_H
#define DUBAN_DB_STORE_REPORT_H

#include "core/rule/entry.h"
#include "core/rule/flow.h"
#include "db/store.h"

/* A draft has not left its unit: the reads below show it to the unit itself alone; one that the
 * office entered on behalf of a unit, to the office too. For everybody else it is not there. */

/* Reports of an action, newest period first, leads first within one. unit_id 0: of all units. */
int store_report_list(struct store *s, struct arena *a, const struct actor *who, int64_t action_id,
		      int64_t unit_id, struct report_rows *rows, struct err *e);
int store_report_get(struct store *s, struct arena *a, const struct actor *who, int64_t id,
		     struct report_row *row, struct err *e);
/* The unit's report for that action and period; ERR_NOT_FOUND when there is none yet. */
int store_report_find(struct store *s, struct arena *a, const struct actor *who, int64_t action_id,
		      int64_t unit_id, int64_t period_id, struct report_row *row, struct err *e);
/* The unit's last report of an earlier period that was handed in: what stands beside the form. */
int store_report_before(struct store *s, struct arena *a, const struct actor *who,
			int64_t action_id, int64_t unit_id, int64_t period_id,
			struct report_row *row, struct err *e);
/* The unit's last report of an earlier period that was accepted. */
int store_report_accepted_before(struct store *s, struct arena *a, const struct actor *who,
				 int64_t action_id, int64_t unit_id, int64_t period_id,
				 struct report_row *row, struct err *e);
/* What the report counts for the volumes that are in force. */
int store_report_volumes(struct store *s, struct arena *a, int64_t report_id,
			 struct report_volume_rows *rows, struct err *e);

/* How the report stood whenever it was handed in, accepted or corrected, oldest first. */
int store_report_editions(struct store *s, struct arena *a, const struct actor *who,
			  int64_t report_id, struct report_edition_rows *rows, struct err *e);

/* What waits for the office's review, oldest first, at most `limit`: what was handed in, of units
 * that sign their reports what is signed off; nothing of actions that are withdrawn or closed
 * out. plan_id 0: all. */
int store_report_waiting(struct store *s, struct arena *a, const struct actor *who, int64_t plan_id,
			 int limit, struct report_rows *rows, struct err *e);
/* What waits for `who` as approving leader, oldest first, at most `limit`: handed in by their units
 * that sign their reports, and not signed off; of the same actions. Empty for everybody else. */
int store_report_unsigned(struct store *s, struct arena *a, const struct actor *who, int limit,
			  struct report_rows *rows, struct err *e);

/* Reports of a unit that came back and can be handed in again only when the office allows a late
 * one: their period takes none from the unit any more, and no request for it waits or was refused
 * since. Of running actions in open plans, newest period first. A unit reads its own. */
int store_report_stranded(struct store *s, struct arena *a, const struct actor *who,
			  int64_t unit_id, struct report_rows *rows, struct err *e);

/* Every unit's part in an action for a period, leads first: what it says, or that it is owed and
 * since when. Drafts that one may not read count as nothing. */
int store_report_parts(struct store *s, struct arena *a, const struct actor *who, int64_t action_id,
		       int64_t period_id, struct date today, struct report_part_rows *rows,
		       struct err *e);

/* Keeps a first or changed text: REPORT_SAVE as draft, REPORT_SUBMIT handed in. The unit must take
 * part in the action (itself or as a member of a collective unit), plan and period must be open.
 * Who enters on behalf of a unit that has a draft of its own is refused (ERR_STATE).
 * r->no_change says again what the unit's last report said (the percent, and the texts where `done`
 * is empty); ERR_STATE when there is none. The period is asked as it is for the unit
 * (store_exception.h). What is handed in leaves an edition. */
int store_report_put(struct store *s, const struct actor *who, const struct report_new *r,
		     enum report_step step, struct arena *a, struct report_row *row,
		     unsigned *changes, struct err *e);
/*
 * Any other step but REPORT_CORRECT, which is a request's (store_request.h):
 *
 * ACCEPT, RETURN    the office's; of a unit that signs its reports only what is signed off. RETURN
 *                   needs its reason, keeps the text, counts in nreturned. ACCEPT leaves an edition
 * SIGN, UNSIGN      the unit's leader's; UNSIGN while the office has not decided
 * SEND_BACK         the unit's leader's RETURN: it does not count in nreturned, because nothing has
 *                   left the unit. RETURN by who is the unit's leader alone is taken for it
 * RECALL            the unit's: what it handed in and nobody has decided on is its draft again,
 *                   while the period is open for it
 */
int store_report_review(struct store *s, const struct actor *who, int64_t report_id,
			int64_t version, enum report_step step, const char *reason,
			unsigned *changes, struct err *e);

/* One of several reports, as it was read. */
struct report_pick {
	int64_t report_id, version;
};
/* Why one of them cannot be accepted. */
struct report_refusal {
	size_t pick;	  /* which one */
	const char *what; /* "yx2021/2 · 区教育局 · 2021Q4" */
	enum err_code code;
	const char *why; /* a sentence, in the arena */
};
struct report_refusals {
	struct report_refusal *at;
	size_t n, cap;
};
/* Accepts all or none. When some cannot be accepted it fails with ERR_STATE, and `refused` has the
 * reason of each of those; it is empty when something else failed. */
int store_report_accept_many(struct store *s, const struct actor *who,
			     const struct report_pick *picks, size_t n, struct arena *a,
			     struct report_refusals *refused, unsigned *changes, struct err *e);

#endif
