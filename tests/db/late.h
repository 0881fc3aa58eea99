/*
 * late.h - each write over a row that is there, by somebody who has read another version than the
 * one in the file: late_x() for store_x(). It is refused: -1, with late.e.
 */
#ifndef DUBAN_TESTS_LATE_H
#define DUBAN_TESTS_LATE_H

#include "tests/db/world.h"

#define LATE_WRITES(X)                                                                             \
	X(report_put)                                                                              \
	X(report_review)                                                                           \
	X(report_accept_many)                                                                      \
	X(milestone_put)                                                                           \
	X(milestone_step)                                                                          \
	X(case_put)                                                                                \
	X(case_decide)                                                                             \
	X(pilot_set)                                                                               \
	X(evidence_withdraw)                                                                       \
	X(period_change)                                                                           \
	X(period_close)                                                                            \
	X(period_reopen)                                                                           \
	X(exception_put)                                                                           \
	X(request_decide)                                                                          \
	X(request_take_back)                                                                       \
	X(action_reopen)                                                                           \
	X(notice_answer)                                                                           \
	X(notice_close)                                                                            \
	X(unit_rename)                                                                             \
	X(unit_sign)                                                                               \
	X(unit_member)                                                                             \
	X(unit_merge)                                                                              \
	X(assign)                                                                                  \
	X(unassign)                                                                                \
	X(post_add)                                                                                \
	X(post_end)                                                                                \
	X(person_set_active)                                                                       \
	X(handover)                                                                                \
	X(policy_change)                                                                           \
	X(calendar_put)                                                                            \
	X(calendar_drop)                                                                           \
	X(draft_put)                                                                               \
	X(plan_update)                                                                             \
	X(plan_close)

#define LATE_DECLARE(x) int late_##x(void);
LATE_WRITES(LATE_DECLARE)

/* The file that all of them write to, fresh for each. */
extern struct world late;

#define LATE_TODAY "2021-11-22"
enum { STALE = 7 }; /* so many versions away from what is there */
/* Whoever comes first is not refused. */
#define MADE(call) cr_assert_eq((call), 0, "%s", late.e.text)

static inline struct actor late_who(enum person_of_world person)
{
	return world_actor(&late, person, LATE_TODAY);
}

#endif
