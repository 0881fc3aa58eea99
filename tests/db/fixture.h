/*
 * fixture.h - a small invented district in a file of its own for each test, made through the store
 * like anybody else would. Trouble while making it fails the test.
 *
 * The plan has code "qs2021" and these actions (units in the order of the document):
 *
 *	1     健康知识普及行动    lead 区卫生健康局, coop 区教育局, coop 各街镇 (collective)
 *	2     中小学健康促进行动  lead 区教育局, coop 区卫生健康局; deadline 2021-12
 *	3     全民健身行动        lead 区体育局, coop 区文化局
 *	(四)  环境整治行动        nobody itself, two sub-actions:
 *	(四).1                    lead 区生态环境局, lead 区住建局
 *	(四).2                    lead 区水利局, coop 各街镇
 *	5     督促检查            nobody
 *
 * Members of 各街镇 are 青田镇 and 松林街道. Periods 2021Q1 to 2021Q4. "Today" is 2021-11-21.
 */
#ifndef DUBAN_TESTS_DB_FIXTURE_H
#define DUBAN_TESTS_DB_FIXTURE_H

#include "core/plan/plan.h"
#include "db/report/store_draft.h"
#include "db/store_internal.h"
#include "db/report/store_period.h"
#include "db/people/store_person.h"
#include "db/plan/store_plan.h"
#include "db/people/store_unit.h"
#include "tests/support/tmp.h"

/* login, name of the person, post, unit: each an actor of this name in struct fixture. */
#define FIXTURE_PEOPLE(X)                                                                          \
	X(office, "李敏", POST_OFFICE, "")                                                         \
	X(leader, "周正", POST_LEADER, "")                                                         \
	X(health, "陈卫", POST_REPORTER, "区卫生健康局")                                           \
	X(education, "吴育", POST_REPORTER, "区教育局")                                            \
	X(approver, "郑校", POST_APPROVER, "区教育局")                                             \
	X(sports, "孙体", POST_REPORTER, "区体育局")                                               \
	X(town, "钱田", POST_REPORTER, "青田镇")
#define FIXTURE_ACTOR(login, name, role, unit) struct actor login;

struct fixture {
	struct tmp tmp;
	char *path;
	struct store *s;
	struct arena a;
	struct err e;
	struct moment now;
	struct actor admin; /* made the file: posts admin and office */
	FIXTURE_PEOPLE(FIXTURE_ACTOR)
	struct plan_row plan;
	unsigned changes;
};

/* An empty file with its administrator. */
void fixture_begin(struct fixture *f);
/* The whole district. */
void fixture_fill(struct fixture *f);
void fixture_end(struct fixture *f);
/* Closes the file and opens it again, through another engine when ops is not NULL. */
void fixture_reopen(struct fixture *f, const struct sql_ops *ops);
/* The next day, for everybody. */
void fixture_tomorrow(struct fixture *f);
/* Keeps a draft of the education bureau's officer, over whatever is there. */
int fixture_draft(struct fixture *f, const char *form, const struct draft_field *fields, int n);

/* The plan of the district as if it had been read; `a` owns it. */
void fixture_plan(struct arena *a, struct plan *p);
int64_t fixture_unit(struct fixture *f, const char *name);
/* By the name after "qs2021/". */
int64_t fixture_action(struct fixture *f, const char *no);
int64_t fixture_period(struct fixture *f, const char *code);
/* The number that a query gives; fails the test when it gives none. */
int64_t fixture_count(struct fixture *f, const char *text);

/* The call must succeed. */
#define OK(f, call) cr_assert_eq((call), 0, "%s", (f)->e.text)
/* The call must fail with this code, its sentence holding this text. */
#define REFUSED(f, error_code, words, call)                                                        \
	do {                                                                                       \
		(f)->e = (struct err)ERR_INIT;                                                     \
		cr_assert_eq((call), -1);                                                          \
		cr_expect_eq((f)->e.code, (error_code), "%s: %s", err_code_word((f)->e.code),      \
			     (f)->e.text);                                                         \
		cr_expect_not_null(strstr((f)->e.text, (words)), "%s", (f)->e.text);               \
	} while (0)

#endif
