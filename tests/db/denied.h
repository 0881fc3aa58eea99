/*
 * denied.h - every write of the store, made on what is 区教育局's or the office's:
 * denied_x(who, step) for store_x(), with the versions that are there. Whether `who` may is what
 * the tests here ask; those of tests/survive make each as somebody who may and stop the machine
 * meanwhile. `step` is one of the object's in flow.h, or a kind, where the write has several.
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
	X(plan_close)                                                                              \
	X(access_note)                                                                             \
	X(session_begin)                                                                           \
	X(session_end)                                                                             \
	X(setting_put)                                                                             \
	X(setting_drop)                                                                            \
	X(draft_put)                                                                               \
	X(draft_drop)

#define DENIED_DECLARE(x) int denied_##x(const struct actor *who, int step);
DENIED_WRITES(DENIED_DECLARE)

/* What each is called, and the right that it takes. A write of the store without a row fails
 * test_denied.c. */
struct denied_row {
	const char *name;
	int (*call)(const struct actor *who, int step); /* 0 or more: it was made */
	unsigned acts; /* one of them is needed; with steps, what the step's does not say */
	int nobodys;   /* asked of the plan or the district, not of a unit */
	int steps;
	unsigned first, last; /* the steps that it takes */
	const char *why;      /* it takes no right */
};
extern const struct denied_row denied_rows[];
extern const int denied_nrows;

/* The posts, on their own unit's things and on another's: who sits on the i-th. */
enum { DENIED_POSTS = 8 };
struct actor denied_sit(int i, struct post_row *post);
/* Whether that is enough for the write. */
bool denied_may(const struct denied_row *row, int step, const struct actor *who);

/* The file and what is in it; denied.e tells how a write went. */
extern struct world denied;
struct denied_things {
	struct report_row report; /* handed in */
	int64_t milestone, example, evidence, request, urge, instruction, key, session;
};
extern struct denied_things there;

#define DENIED_TODAY   "2022-01-05"
#define DENIED_HOLIDAY "2022-10-01"
/* What 区教育局's officer has alone. */
#define DENIED_DRAFT   "report:2:1:2"
#define DENIED_SETTING "order"

void denied_fill(void);
void denied_add_own(const struct actor *edu);
/* The file as it was then. */
void denied_again(void);
void denied_end(void);
/* Rows that statements have written in this file since it was opened, even those taken back. */
int64_t denied_touched(void);
int64_t denied_version(const char *table, int64_t id);

/* What leads up to the writes is not refused. */
#define DENIED_MADE(call) cr_assert_eq((call), 0, "%s", denied.e.text)

#endif
