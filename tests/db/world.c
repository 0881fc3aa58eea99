/* The district of world.h: a fresh file with everything in it that the tests of progress need. */
#include "tests/db/world.h"

#include "db/store_internal.h"

#include <criterion/criterion.h>
#include <stdlib.h>

#define AT "'2021-01-01T00:00:00Z'"

static const struct {
	const char *login, *name;
	enum post_role role;
	int64_t unit_id;
	const char *unit;
} people[PERSONS_END] = {
	[OFFICE] = {"ban", "邹主任", POST_OFFICE, 0, ""},
	[OFFICE_2] = {"ban2", "陆科长", POST_OFFICE, 0, ""},
	[EDU_OFFICER] = {"jiaoyu", "林老师", POST_REPORTER, EDUCATION, "区教育局"},
	[EDU_LEADER] = {"juzhang", "方局长", POST_APPROVER, EDUCATION, "区教育局"},
	[HEALTH_OFFICER] = {"weijian", "何医生", POST_REPORTER, HEALTH, "区卫生健康局"},
	[QINGTIAN_OFFICER] = {"qingtian", "沈干事", POST_REPORTER, QINGTIAN, "青田街道"},
	[ARCHIVES_OFFICER] = {"dangan", "顾科员", POST_REPORTER, ARCHIVES, "区档案局"},
	[MAYOR] = {"lingdao", "严区长", POST_LEADER, 0, ""},
};

static const char seed[] =
	"INSERT INTO unit (id, name, kind, changed_at) VALUES (1, '区教育局', 'single', " AT "),"
	"(2, '区卫生健康局', 'single', " AT "), (3, '区体育局', 'single', " AT "),"
	"(4, '青田街道', 'single', " AT "), (5, '白石街道', 'single', " AT "),"
	"(6, '区档案局', 'single', " AT "), (7, '各街道', 'collective', " AT "),"
	"(8, '云山街道', 'single', " AT ");"
	"INSERT INTO unit_member (collective_id, member_id, since_at, ended_at) VALUES "
	"(7, 4, " AT ", NULL), (7, 5, " AT ", NULL), (7, 8, " AT ", " AT ");"
	"INSERT INTO plan (id, code, title, lead_rule, state, nactions, nunits, changed_at, "
	"imported_at, sha256, text) VALUES "
	"(1, 'yx2021', '健康云溪实施意见', 'star', 'open', 6, 7, " AT ", " AT ", "
	"'0000000000000000000000000000000000000000000000000000000000000001', 'x'),"
	"(2, 'old2020', '健康云溪2020年工作要点', 'none', 'closed', 1, 1, " AT ", " AT ", "
	"'0000000000000000000000000000000000000000000000000000000000000002', 'x');"
	"INSERT INTO section (id, plan_id, seq, no, title) VALUES (1, 1, 1, '(一)', '健康生活');"
	"INSERT INTO action (id, plan_id, seq, section_id, parent_id, no, path, title, due, line, "
	"clause_from, clause_to, changed_at, clause) VALUES "
	"(1, 1, 1, 1, NULL, '1', '1', '健康知识行动', NULL, 1, 0, 0, " AT ", ''),"
	"(2, 1, 2, 1, NULL, '2', '2', '中小学健康行动', '2021-12-20', 2, 0, 0, " AT ", ''),"
	"(3, 1, 3, 1, NULL, '3', '3', '健身行动', NULL, 3, 0, 0, " AT ", ''),"
	"(4, 1, 4, 1, 3, '(1)', '3.1', '场地开放', NULL, 4, 0, 0, " AT ", ''),"
	"(5, 1, 5, 1, 3, '(2)', '3.2', '赛事', NULL, 5, 0, 0, " AT ", ''),"
	"(6, 1, 6, NULL, NULL, '4', '4', '宣传', NULL, 6, 0, 0, " AT ", ''),"
	"(7, 2, 1, NULL, NULL, '1', '1', '旧事', NULL, 1, 0, 0, " AT ", '');"
	"INSERT INTO assignment (action_id, unit_id, seq, role, changed_at) VALUES "
	"(1, 2, 1, 'lead', " AT "), (1, 1, 2, 'coop', " AT "), (1, 7, 3, 'coop', " AT "),"
	"(2, 1, 1, 'lead', " AT "), (4, 1, 1, 'shared', " AT "), (4, 2, 2, 'shared', " AT "),"
	"(5, 3, 1, 'lead', " AT "), (7, 1, 1, 'lead', " AT ");"
	"INSERT INTO volume (id, action_id, seq, value, measure, what) VALUES "
	"(1, 2, 1, '20', '所', '学校'), (2, 1, 1, '12', '场', '讲座');"
	"INSERT INTO period (plan_id, code, kind, year, number, opens, due, closes, changed_at) "
	"VALUES "
	"(1, '2021Q3', 'quarter', 2021, 3, '2021-07-01', '2021-09-30', '2021-10-10', " AT "),"
	"(1, '2021Q4', 'quarter', 2021, 4, '2021-10-01', '2021-12-31', '2022-01-10', " AT "),"
	"(1, '2022Q1', 'quarter', 2022, 1, '2022-01-01', '2022-03-31', '2022-04-10', " AT "),"
	"(2, '2020Q4', 'quarter', 2020, 4, '2020-10-01', '2020-12-31', '2021-01-10', " AT ");";

/* The first person is there since the file was made. */
static void add_people(struct world *w)
{
	static const char person[] = "INSERT INTO person (id, login, name, changed_at) "
				     "VALUES (?1, ?2, ?3, '2021-01-01T00:00:00Z')";
	static const char post[] = "INSERT INTO post (person_id, role, unit_id, since_at) "
				   "VALUES (?1, ?2, ?3, '2021-01-01T00:00:00Z')";

	for (int64_t id = OFFICE_2; id < PERSONS_END; id++) {
		cr_assert_eq(sql_run(w->s->db, person, &w->e, sql_i64(id),
				     sql_text(people[id].login), sql_text(people[id].name)),
			     0, "%s", w->e.text);
		cr_assert_eq(sql_run(w->s->db, post, &w->e, sql_i64(id),
				     sql_text(post_role_word(people[id].role)),
				     sql_id(people[id].unit_id)),
			     0, "%s", w->e.text);
	}
}

void world_make(struct world *w)
{
	struct moment first = {.utc = 1609459200, .today = {2021, 1, 1}};

	*w = (struct world){0};
	tmp_make(&w->tmp);
	w->path = tmp_path(&w->tmp, "duban.db");
	cr_assert_eq(store_create(w->path, people[OFFICE].login, people[OFFICE].name, first, &w->e),
		     0, "%s", w->e.text);
	w->s = world_open_again(w);
	world_script(w, seed);
	add_people(w);
}

void world_remove(struct world *w)
{
	store_close(w->s);
	arena_free(&w->a);
	free(w->path);
	tmp_remove(&w->tmp);
}

struct store *world_open_again(struct world *w)
{
	struct store *s;

	cr_assert_eq(store_open(w->path, &s, &w->e), 0, "%s", w->e.text);
	return s;
}

struct date world_day(const char *iso)
{
	struct date d = {0};

	cr_assert(date_parse(iso, &d), "%s", iso);
	return d;
}

struct actor world_actor(struct world *w, enum person_of_world person, const char *today)
{
	struct date day = world_day(today);

	w->posts[person] = (struct post_row){
		.id = (int64_t)person,
		.person_id = (int64_t)person,
		.unit_id = people[person].unit_id,
		.role = people[person].role,
		.unit = people[person].unit,
	};
	return (struct actor){
		.person_id = (int64_t)person,
		.login = people[person].login,
		.name = people[person].name,
		.remote = "10.1.2.3",
		.posts = &w->posts[person],
		.nposts = 1,
		.now = {.utc = (int64_t)date_to_days(day) * 86400 + 12 * 3600, .today = day},
	};
}

void world_script(struct world *w, const char *text)
{
	struct sql *db = w->s->db;

	cr_assert_eq(sql_begin(db, &w->e), 0, "%s", w->e.text);
	cr_assert_eq(db->ops->script(db, text, &w->e), 0, "%s", w->e.text);
	cr_assert_eq(sql_commit(db, &w->e), 0, "%s", w->e.text);
}

int64_t world_number(struct world *w, const char *text)
{
	int64_t n = 0;

	cr_assert_eq(sql_get(w->s->db, text, &n, &w->e), 1, "%s: %s", text, w->e.text);
	return n;
}

struct report_new world_text(int64_t action_id, int64_t unit_id, int64_t period_id, int percent,
			     const char *done)
{
	return (struct report_new){
		.action_id = action_id,
		.unit_id = unit_id,
		.period_id = period_id,
		.percent = percent,
		.done = done,
		.problems = "",
		.next = "",
	};
}

struct report_row world_put(struct world *w, enum person_of_world person, const char *today,
			    const struct report_new *r, enum report_step step)
{
	struct actor who = world_actor(w, person, today);
	struct report_row row;

	cr_assert_eq(store_report_put(w->s, &who, r, step, &w->a, &row, &w->changes, &w->e), 0,
		     "%s", w->e.text);
	return row;
}

void world_review(struct world *w, enum person_of_world person, const char *today,
		  int64_t report_id, enum report_step step, const char *reason)
{
	struct actor who = world_actor(w, person, today);
	struct report_row row;

	cr_assert_eq(store_report_get(w->s, &w->a, NULL, report_id, &row, &w->e), 0);
	cr_assert_eq(store_report_review(w->s, &who, report_id, row.version, step, reason,
					 &w->changes, &w->e),
		     0, "%s", w->e.text);
}

struct report_row world_handed_in(struct world *w, const char *today)
{
	struct report_new r = world_text(ACTION_2, EDUCATION, Q4, 45, "完成二十所学校视力筛查");

	return world_put(w, EDU_OFFICER, today, &r, REPORT_SUBMIT);
}

struct report_row world_report(struct world *w, int64_t id)
{
	struct report_row row;

	cr_assert_eq(store_report_get(w->s, &w->a, NULL, id, &row, &w->e), 0, "%s", w->e.text);
	return row;
}

void world_refuse_put(struct world *w, enum person_of_world person, const char *today,
		      const struct report_new *r, enum report_step step)
{
	struct actor who = world_actor(w, person, today);
	struct report_row row;
	int64_t nlog = world_number(w, "SELECT count(*) FROM log");
	unsigned changes = 0;

	cr_assert_eq(store_report_put(w->s, &who, r, step, &w->a, &row, &changes, &w->e), -1);
	cr_expect_eq(changes, 0);
	cr_expect_eq(world_number(w, "SELECT count(*) FROM log"), nlog);
}

void world_refuse_review(struct world *w, enum person_of_world person, const char *today,
			 const struct report_row *row, enum report_step step, const char *reason)
{
	struct actor who = world_actor(w, person, today);
	unsigned changes = 0;

	cr_assert_eq(store_report_review(w->s, &who, row->id, row->version, step, reason, &changes,
					 &w->e),
		     -1);
	cr_expect_eq(changes, 0);
}
