/*
 * district.h - an invented district in the middle of a year's work, in a file of its own for each
 * test, made through the store like anybody else would. It is 2021-11-21, a Sunday.
 *
 *	(一) 普及健康生活
 *	  1    健康知识普及行动      lead 区卫生健康局, coop 区教育局, coop 区委宣传部
 *	  2    全民健身行动          lead 区体育局, coop 区教育局
 *	  3    校园食堂减盐行动      lead 区市场监督管理局, coop 区教育局
 *	(二) 护佑重点人群
 *	  4    中小学健康促进行动    lead 区教育局, coop 区卫生健康局, coop 团区委
 *	  5    老年健康促进行动      5.1 lead 区民政局; 5.2 lead 区卫生健康局, coop 各镇街
 *	  6    心理健康促进行动      nobody
 *
 * Periods 2021Q3 and 2021Q4. The education office has reported on 1 (accepted) and 4 in the third
 * quarter; in the fourth, 2 was returned, 3 is a draft; its milestone on 4 is six days late.
 */
#ifndef DUBAN_TESTS_TUI_DISTRICT_H
#define DUBAN_TESTS_TUI_DISTRICT_H

#include "core/model.h"
#include "db/store.h"
#include "tests/support/tmp.h"

struct district {
	struct tmp tmp;
	char *path;
	struct store *s;
	struct arena a;
	struct err e;
	struct moment now;
	struct person_row admin; /* login "admin": posts of administrator and office */
	int64_t plan_id;
};

/* An empty file with its administrator; the whole district; the end of either. */
void district_begin(struct district *d);
void district_fill(struct district *d);
void district_end(struct district *d);
/* Another process that writes, as far as this one can tell, for which it waits no longer than it
 * must; until it lets go. */
struct store *district_lock(struct district *d);
void district_unlock(struct store *other);

/* A person with all posts: "admin", "chen" (区教育局), "wei" (区卫生健康局), "zhou" (leader), "gu"
 * (approver of 区教育局), "yan" (assessor), "si" (administrator alone). */
struct person_row district_person(struct district *d, const char *login);
struct actor district_actor(struct district *d, const char *login);
int64_t district_unit(struct district *d, const char *name);
/* By its number: "4", "5.2". */
int64_t district_action(struct district *d, const char *no);

#endif
