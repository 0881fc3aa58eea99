/*
 * edition.h - a second edition of the fixture's plan, and taking it in. Beside the first one:
 *
 *	1        another target and volume
 *	2        due in 2022-06, 区体育局 instead of 区卫生健康局
 *	3        gone; another 3, 控烟行动, is new and due in 2022-12
 *	(四)     the same, its parts in the other order; 空气清洁 without 区住建局
 *	5        in a new section, reworded, with a lead
 */
#ifndef DUBAN_TESTS_DB_EDITION_H
#define DUBAN_TESTS_DB_EDITION_H

#include "db/plan/store_task.h"
#include "db/plan/store_update.h"
#include "tests/db/fixture.h"

struct edition {
	struct fixture f;
	struct plan doc; /* the edition to come; tests change it before they take it in */
};
enum { EDITION_ACTIONS = 7 };

void edition_begin(struct edition *x);
/* Compares and takes in; f.changes gets what changed. */
struct plan_diff *edition_compare(struct edition *x);
int edition_update(struct edition *x);
/* The second edition again, as at the beginning. */
void edition_second(struct edition *x);
/* The first edition, issued again with a word more in its text. */
void edition_first(struct edition *x);
/* The edition to come is told from the one in force by a sign more in its text. */
void edition_differs(struct edition *x);

/* What a unit has to do in the plan, as the office sees it. */
struct task_rows edition_tasks(struct edition *x, const char *unit);
/* "1 changed, 3 gone": what the comparison found, in its order. In the fixture's arena. */
const char *edition_kinds(struct edition *x, const struct plan_diff *d);

#endif
