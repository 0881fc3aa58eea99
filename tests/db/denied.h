/*
 * denied.h - each write that takes a right, made on what is 区教育局's or the office's:
 * denied_x(who, step) for store_x(), with the versions that are there. Whether `who` may is what
 * the tests ask; `step` is one of the object's in flow.h, or a kind, where the write has several.
 */
#ifndef DUBAN_TESTS_DB_DENIED_H
#define DUBAN_TESTS_DB_DENIED_H

#include "tests/db/world.h"

/* suffix of store_ */
#define DENIED_WRITES(X)                                                                           \
	X(report_put)                                                                              \
	X(report_review)                                                                           \
	X(report_accept_many)                                                                      \
	X(milestone_put)                                                                           \
	X(milestone_step)                                                                          \
	X(case_put)                                                                                \
	X(case_decide)                                                                             \
	X(pilot_set)                                                                               \
	X(evidence_add)                                                                            \
	X(file_add)                                                                                \
	X(evidence_withdraw)                                                                       \
	X(period_add)                                                                              \
	X(period_change)                                                                           \
	X(period_close)                                                                            \
	X(period_reopen)                                                                           \
	X(exception_put)                                                                           \
	X(receive)                                                                                 \
	X(request_ask)                                                                             \
	X(request_decide)                                                                          \
	X(request_take_back)                                                                       \
	X(action_reopen)                                                                           \
	X(urge)                                                                                    \
	X(instruct)                                                                                \
	X(notice_answer)                                                                           \
	X(notice_close)                                                                            \
	X(send_begin)                                                                              \
	X(send_end)                                                                                \
	X(unit_add)                                                                                \
	X(unit_alias)                                                                              \
	X(unit_rename)                                                                             \
	X(unit_sign)                                                                               \
	X(unit_member)                                                                             \
	X(unit_merge)                                                                              \
	X(assign)                                                                                  \
	X(unassign)                                                                                \
	X(person_add)                                                                              \
	X(person_set_active)                                                                       \
	X(post_add)                                                                                \
	X(post_end)                                                                                \
	X(key_add)                                                                                 \
	X(key_revoke)                                                                              \
	X(handover)                                                                                \
	X(policy_set)                                                                              \
	X(policy_change)                                                                           \
	X(calendar_put)                                                                            \
	X(calendar_drop)                                                                           \
	X(plan_import)                                                                             \
	X(plan_update)                                                                             \
	X(plan_close)

#define DENIED_DECLARE(x) int denied_##x(const struct actor *who, int step);
DENIED_WRITES(DENIED_DECLARE)

/* The file and what is in it; denied.e tells how a write went. */
extern struct world denied;
struct denied_things {
	struct report_row report; /* handed in */
	int64_t milestone, example, evidence, request, urge, instruction, key;
};
extern struct denied_things there;

#define DENIED_TODAY "2022-01-05"

void denied_fill(void);
/* The file as it was then. */
void denied_again(void);
void denied_end(void);
/* Rows that statements have written in this file since it was opened, even those taken back. */
int64_t denied_touched(void);
int64_t denied_version(const char *table, int64_t id);

#endif
