/*
 * world.h - a small district that carries out a plan, for the tests of what happens while it does:
 * periods, reports, milestones, evidence, tasks. A fresh file for each test.
 *
 * Plan yx2021 (open):
 *
 *	1    卫生健康局 lead, 教育局 coop, 各街道 coop (青田, 白石)
 *	2    教育局 lead; volume 20 所; due 2021-12-20
 *	3    a parent without units
 *	3.1  教育局 and 卫生健康局 shared
 *	3.2  体育局 lead
 *	4    nobody
 *
 * Plan old2020 (closed): 1, 教育局 lead. A quarter is open from its first day, due on its last and
 * closed ten days after. yx2021 has 2021Q3, 2021Q4, 2022Q1; old2020 has 2020Q4.
 */
#ifndef DUBAN_TESTS_WORLD_H
#define DUBAN_TESTS_WORLD_H

#include "db/report/store_case.h"
#include "db/report/store_evidence.h"
#include "db/report/store_milestone.h"
#include "db/report/store_report.h"
#include "tests/support/tmp.h"

enum { EDUCATION = 1, HEALTH, SPORT, QINGTIAN, BAISHI, ARCHIVES, STREETS, RETIRED };
enum { PLAN = 1, OLD_PLAN };
enum { ACTION_1 = 1, ACTION_2, ACTION_3, ACTION_3_1, ACTION_3_2, ACTION_4, OLD_ACTION };
enum { Q3 = 1, Q4, NEXT_Q1, OLD_Q4 };
enum { VOLUME = 1 };
enum person_of_world { /* ids of persons */
		       OFFICE = 1,
		       OFFICE_2,
		       EDU_OFFICER,
		       EDU_LEADER,
		       HEALTH_OFFICER,
		       QINGTIAN_OFFICER,
		       ARCHIVES_OFFICER,
		       MAYOR,
		       PERSONS_END
};

struct world {
	struct tmp tmp;
	char *path;
	struct store *s;
	struct arena a;
	struct err e;
	unsigned changes;
	struct post_row posts[PERSONS_END];
};

void world_make(struct world *w);
void world_remove(struct world *w);
/* A second connection to the same file. */
struct store *world_open_again(struct world *w);

/* The person with the post that they have, at noon (UTC) of that day. */
struct actor world_actor(struct world *w, enum person_of_world person, const char *today);
struct date world_day(const char *iso);

/* Several statements without values. */
void world_script(struct world *w, const char *text);
/* The first number of a constant statement. */
int64_t world_number(struct world *w, const char *text);

/* A report as entered: percent and text for a unit's part; nothing else. */
struct report_new world_text(int64_t action_id, int64_t unit_id, int64_t period_id, int percent,
			     const char *done);
/* Put as it is, must succeed. */
struct report_row world_put(struct world *w, enum person_of_world person, const char *today,
			    const struct report_new *r, enum report_step step);
/* Education's on its own action, handed in. */
struct report_row world_handed_in(struct world *w, const char *today);
/* Likewise, on the same action. */
struct milestone_row world_milestone(struct world *w, const char *today, const char *due);
struct evidence_row world_evidence(struct world *w, const char *today);
struct case_row world_case(struct world *w, const char *today);
struct report_row world_report(struct world *w, int64_t id);
/* What must be refused and leave no trace; w->e tells how. */
void world_refuse_put(struct world *w, enum person_of_world person, const char *today,
		      const struct report_new *r, enum report_step step);
void world_refuse_review(struct world *w, enum person_of_world person, const char *today,
			 const struct report_row *row, enum report_step step, const char *reason);
/* Reviewed, must succeed. */
void world_review(struct world *w, enum person_of_world person, const char *today,
		  int64_t report_id, enum report_step step, const char *reason);

#endif
