/* The index of the search: it follows every change of a text, is read page by page, tells damage,
 * and is made for a file from before there was one. */
#include "tests/db/search_desk.h"
#include "tests/support/file_check.h"
#include "tests/support/seen.h"

#include "db/migrations.h"
#include "db/cycle/store_notice.h"
#include "db/cycle/store_request.h"
#include "db/search/search_put.h"
#include "db/report/store_case.h"
#include "db/report/store_evidence.h"
#include "db/store_internal.h"
#include "db/report/store_milestone.h"
#include "db/people/store_unit.h"

#include <criterion/criterion.h>
#include <stdlib.h>

TestSuite(search_index, .init = search_begin, .fini = search_end);

/* Kept once more with another text. */
static struct report_row change(const struct report_row *row, const char *done)
{
	struct report_new r = world_text(ACTION_2, EDUCATION, Q4, 30, done);

	r.report_id = row->id;
	r.version = row->version;
	return world_put(&searched, EDU_OFFICER, TODAY, &r, REPORT_SAVE);
}

Test(search_index, a_text_that_changes_is_found_by_what_it_says_now)
{
	struct report_row row = change(&(struct report_row){0}, "旧的说法");

	cr_expect_eq(search_count(EDU_OFFICER, SEARCH_REPORT, "旧的"), 1);
	change(&row, "新的说法");
	cr_expect_eq(search_count(EDU_OFFICER, SEARCH_REPORT, "旧的"), 0);
	cr_expect_eq(search_count(EDU_OFFICER, SEARCH_REPORT, "新的"), 1);
	cr_expect_eq(search_count(EDU_OFFICER, SEARCH_REPORT, "说法"), 1,
		     "once, although put twice");
	cr_expect_eq(
		world_number(&searched, "SELECT count(*) FROM search_doc WHERE kind = 'report'"),
		1);
}

Test(search_index, what_a_unit_had_goes_with_it)
{
	struct actor office = world_actor(&searched, OFFICE, TODAY);
	struct actor archives = world_actor(&searched, ARCHIVES_OFFICER, TODAY);
	struct evidence_new v = {
		.unit_id = ARCHIVES, .kind = EVIDENCE_NOTE, .title = "库房温湿度记录"};
	struct evidence_row row;

	cr_assert_eq(
		store_evidence_add(searched.s, &archives, &v, &searched.a, &row, NULL, &searched.e),
		0, "%s", searched.e.text);
	cr_expect_eq(search_count(ARCHIVES_OFFICER, SEARCH_EVIDENCE, "库房"), 1);
	cr_expect_eq(search_count(EDU_OFFICER, SEARCH_EVIDENCE, "库房"), 0);
	cr_assert_eq(store_unit_merge(searched.s, &office, ARCHIVES,
				      seen_unit(searched.s, ARCHIVES), EDUCATION,
				      seen_unit(searched.s, EDUCATION), NULL, &searched.e),
		     0, "%s", searched.e.text);
	cr_expect_eq(search_count(EDU_OFFICER, SEARCH_EVIDENCE, "库房"), 1);
	cr_expect_eq(search_count(OFFICE, SEARCH_UNIT, "档案"), 1, "once, as another name");
}

Test(search_index, milestones_are_found_as_they_are_now)
{
	struct actor edu = world_actor(&searched, EDU_OFFICER, TODAY);
	struct milestone_new m = {.action_id = ACTION_2,
				  .unit_id = EDUCATION,
				  .title = "首次会议",
				  .note = "地点待定",
				  .due = world_day(TODAY)};
	struct milestone_row row;

	cr_assert_eq(
		store_milestone_put(searched.s, &edu, &m, &searched.a, &row, NULL, &searched.e), 0,
		"%s", searched.e.text);
	cr_expect_eq(search_for(OFFICE, SEARCH_MILESTONE, "待定").hits.at[0].field, SEARCH_NOTE);
	m.milestone_id = row.id;
	m.version = row.version;
	m.title = "推进会";
	cr_assert_eq(
		store_milestone_put(searched.s, &edu, &m, &searched.a, &row, NULL, &searched.e), 0,
		"%s", searched.e.text);
	cr_expect_eq(search_count(OFFICE, SEARCH_MILESTONE, "首次"), 0);
	cr_expect_eq(search_count(OFFICE, SEARCH_MILESTONE, "推进会"), 1);
	cr_assert_eq(store_milestone_step(searched.s, &edu, row.id, row.version, MILESTONE_FINISH,
					  world_day(TODAY), "已在县府召开", NULL, &searched.e),
		     0, "%s", searched.e.text);
	cr_expect_eq(search_count(EDU_OFFICER, SEARCH_MILESTONE, "县府"), 1);
	cr_expect_eq(search_count(HEALTH_OFFICER, SEARCH_MILESTONE, "县府"), 0);
}

Test(search_index, notices_go_with_their_unit_and_so_do_requests_and_cases)
{
	struct actor office = world_actor(&searched, OFFICE, TODAY);

	search_cycle(ARCHIVES);
	cr_expect_eq(search_count(EDU_OFFICER, SEARCH_NOTICE, "甲甲"), 0);
	cr_assert_eq(store_unit_merge(searched.s, &office, ARCHIVES,
				      seen_unit(searched.s, ARCHIVES), EDUCATION,
				      seen_unit(searched.s, EDUCATION), NULL, &searched.e),
		     0, "%s", searched.e.text);
	cr_expect_eq(search_count(EDU_OFFICER, SEARCH_NOTICE, "甲甲"), 1);
	cr_expect_eq(search_count(EDU_OFFICER, SEARCH_REQUEST, "乙乙"), 1);
	cr_expect_eq(search_count(EDU_OFFICER, SEARCH_CASE, "丙丙"), 1);
}

/* The one hit, which stands in this field. */
static struct search_hit hit_in(enum search_kind kind, const char *words, enum search_field field)
{
	struct search_page page = search_for(EDU_OFFICER, kind, words);

	cr_assert_eq(page.hits.n, 1, "%s", words);
	cr_expect_eq(page.hits.at[0].field, field, "%s", words);
	return page.hits.at[0];
}

Test(search_index, a_notice_is_found_with_its_answer)
{
	struct actor mayor = world_actor(&searched, MAYOR, TODAY);
	struct actor edu = world_actor(&searched, EDU_OFFICER, TODAY);
	struct instruction_new in = {.action_id = ACTION_2,
				     .unit_id = EDUCATION,
				     .text = "请加快照明改造",
				     .by = world_day("2021-11-30")};
	struct notice_rows rows;

	cr_assert_eq(store_instruct(searched.s, &mayor, &in, &searched.a, &rows, NULL, &searched.e),
		     0, "%s", searched.e.text);
	struct search_hit hit = hit_in(SEARCH_NOTICE, "加快", SEARCH_TEXT);
	cr_expect_str_eq(hit.name, notice_name(&searched.a, &rows.at[0]));
	cr_expect_str_eq(hit.path, "2");
	cr_expect_eq(hit.id, rows.at[0].id);
	cr_assert_eq(store_notice_answer(searched.s, &edu, hit.id, rows.at[0].version,
					 "本周内全部完工", NULL, &searched.e),
		     0, "%s", searched.e.text);
	hit_in(SEARCH_NOTICE, "完工", SEARCH_ANSWER);
	hit_in(SEARCH_NOTICE, "加快", SEARCH_TEXT);
}

Test(search_index, a_request_is_found_with_its_answer)
{
	struct actor edu = world_actor(&searched, EDU_OFFICER, TODAY);
	struct actor office = world_actor(&searched, OFFICE, TODAY);
	struct request_new r = {.kind = REQUEST_CONTEST,
				.unit_id = EDUCATION,
				.action_id = ACTION_1,
				.about = CONTEST_ROLE,
				.percent = -1,
				.reason = "并无此项职责",
				.done = "",
				.problems = "",
				.next = ""};
	struct request_row row;

	cr_assert_eq(store_request_ask(searched.s, &edu, &r, &searched.a, &row, NULL, &searched.e),
		     0, "%s", searched.e.text);
	struct search_hit hit = hit_in(SEARCH_REQUEST, "职责", SEARCH_REASON);
	cr_expect_str_eq(hit.name, request_label(&searched.a, &row));
	cr_assert_eq(store_request_decide(searched.s, &office, row.id, row.version, REQUEST_REFUSE,
					  (struct date){0}, "见三定方案", NULL, &searched.e),
		     0, "%s", searched.e.text);
	hit_in(SEARCH_REQUEST, "三定", SEARCH_ANSWER);
}

Test(search_index, a_case_is_found_as_it_is_now)
{
	struct actor edu = world_actor(&searched, EDU_OFFICER, TODAY);
	struct case_new c = {.action_id = ACTION_2,
			     .unit_id = EDUCATION,
			     .title = "教室照明一校一策",
			     .text = "逐校测量"};
	struct case_row row;

	cr_assert_eq(store_case_put(searched.s, &edu, &c, &searched.a, &row, NULL, &searched.e), 0,
		     "%s", searched.e.text);
	cr_expect_str_eq(hit_in(SEARCH_CASE, "yxyc", SEARCH_TITLE).name, "教室照明一校一策");
	c.case_id = row.id;
	c.version = row.version;
	c.text = "先测量后改造";
	cr_assert_eq(store_case_put(searched.s, &edu, &c, &searched.a, &row, NULL, &searched.e), 0,
		     "%s", searched.e.text);
	cr_expect_eq(search_count(EDU_OFFICER, SEARCH_CASE, "逐校"), 0);
	hit_in(SEARCH_CASE, "改造", SEARCH_TEXT);
}

static void put_milestones(int from, int to)
{
	cr_assert_eq(sql_begin(searched.s->db, &searched.e), 0);
	for (int id = from; id <= to; id++)
		cr_assert_eq(search_put(searched.s->db, SEARCH_MILESTONE, id, &searched.e), 0);
	cr_assert_eq(sql_commit(searched.s->db, &searched.e), 0);
}

/* Many milestones of two actions, by script and then put. */
static void many(int n)
{
	static const char text[] =
		"WITH RECURSIVE n (i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < 130) "
		"INSERT INTO milestone (action_id, unit_id, title, due, changed_at) "
		"SELECT CASE i % 2 WHEN 0 THEN 2 ELSE 5 END, NULL, '节点第' || i || '个', "
		"'2021-12-01', '2021-01-01T00:00:00Z' FROM n";

	world_script(&searched, text);
	put_milestones(1, n);
}

static int64_t id_of_milestone(int64_t id)
{
	static const char text[] =
		"SELECT id FROM search_doc WHERE kind = 'milestone' AND row_id = %lld";

	return world_number(&searched, arena_printf(&searched.a, text, (long long)id));
}

static int64_t mark_of_milestones(void)
{
	int64_t mark;

	cr_assert_eq(search_mark(searched.s->db, SEARCH_MILESTONE, &mark, &searched.e), 0);
	return mark;
}

Test(search_index, many_go_into_the_index_together)
{
	int64_t none = mark_of_milestones();

	many(SEARCH_GATHER - 1);
	cr_expect_eq(mark_of_milestones(), none);
	put_milestones(SEARCH_GATHER, SEARCH_GATHER);
	cr_expect_eq(mark_of_milestones(), none + SEARCH_GATHER);
	cr_expect_eq(search_count(OFFICE, SEARCH_MILESTONE, "节点第"), 50, "a page");
	put_milestones(SEARCH_GATHER + 1, 130);
	cr_expect_eq(mark_of_milestones(), none + 2 * SEARCH_GATHER);
	cr_expect_eq(id_of_milestone(130), none + 130);
	cr_expect_eq(store_search_check(searched.s, &searched.e), 0, "%s", searched.e.text);
}

/* The new text of a milestone. */
static void rename_milestone(int id, const char *title)
{
	world_script(&searched,
		     arena_printf(&searched.a, "UPDATE milestone SET title = '%s' WHERE id = %d",
				  title, id));
	put_milestones(id, id);
}

Test(search_index, ids_that_were_given_up_come_to_nobody)
{
	many(SEARCH_GATHER);
	int64_t last = id_of_milestone(SEARCH_GATHER);

	rename_milestone(SEARCH_GATHER, "甲");
	cr_expect_eq(id_of_milestone(SEARCH_GATHER), last + 1);
	cr_expect_eq(search_count(OFFICE, SEARCH_MILESTONE, "第64个"), 0);
	rename_milestone(SEARCH_GATHER, "换了说法");
	cr_expect_eq(id_of_milestone(SEARCH_GATHER), last + 1, "nothing is in the index of it");
	cr_expect_eq(search_count(OFFICE, SEARCH_MILESTONE, "说法"), 1);
	rename_milestone(1, "换了说法");
	cr_expect_eq(id_of_milestone(1), last + 2);
	cr_expect_eq(search_count(OFFICE, SEARCH_MILESTONE, "说法"), 2);
}

/* Before the index has it and afterwards. */
Test(search_index, a_plan_is_searched_alone)
{
	struct search_ask mine = {.words = "节点", .plan_id = PLAN, .limit = 200};
	struct search_ask other = {.words = "节点", .plan_id = PLAN + 1, .limit = 200};

	many(SEARCH_GATHER + 5);
	cr_expect_eq(search_with(OFFICE, SEARCH_MILESTONE, &mine).hits.n, SEARCH_GATHER + 5);
	cr_expect_eq(search_with(OFFICE, SEARCH_MILESTONE, &other).hits.n, 0);
}

Test(search_index, pages_follow_each_other_newest_first)
{
	struct search_ask ask = {.words = "节点", .limit = 50};
	int64_t last = INT64_MAX;
	size_t n = 0, npages = 0;

	many(130);
	do {
		struct search_page page = search_with(OFFICE, SEARCH_MILESTONE, &ask);

		for (size_t i = 0; i < page.hits.n; i++, n++) {
			cr_assert_lt(page.hits.at[i].id, last);
			last = page.hits.at[i].id;
		}
		npages++;
		ask.before = page.next;
	} while (ask.before);
	cr_expect_eq(n, 130);
	cr_expect_eq(npages, 3);
	cr_expect_eq(last, 1);
	ask = (struct search_ask){.words = "节点", .limit = 100};
	struct search_page page = search_with(EDU_OFFICER, SEARCH_MILESTONE, &ask);
	cr_expect_eq(page.hits.n, 65, "those of the other action are not the unit's");
}

/* Past the store: it lets nobody write there. */
static void harm(void)
{
	sqlite3 *db;

	db = file_open(searched.path);
	cr_assert_eq(sqlite3_exec(db,
				  "DELETE FROM search_gram_data WHERE id = "
				  "(SELECT max(id) FROM search_gram_data)",
				  NULL, NULL, NULL),
		     SQLITE_OK);
	sqlite3_close(db);
}

Test(search_index, the_index_is_sound_and_damage_is_told)
{
	search_submit(ACTION_2, EDUCATION, "完成视力筛查");
	cr_expect_eq(store_search_check(searched.s, &searched.e), 0, "%s", searched.e.text);
	store_close(searched.s);
	harm();
	searched.s = world_open_again(&searched);
	cr_expect_eq(store_search_check(searched.s, &searched.e), -1);
	cr_expect_eq(searched.e.code, ERR_FORMAT, "%s", searched.e.text);
}

#define AT "'2021-01-01T00:00:00Z'"

/* A file of the version before the index. */
static void make_older(const char *path)
{
	static const char rows[] =
		"INSERT INTO unit (id, name, kind, changed_at) VALUES (1, '区水务局', 'single', " AT
		");"
		"INSERT INTO plan (id, code, title, lead_rule, changed_at, imported_at, sha256, "
		"text) "
		"VALUES (1, 'p', '方案', 'star', " AT ", " AT ", hex(zeroblob(32)), 'x');"
		"INSERT INTO action (id, plan_id, seq, no, path, title, line, clause_from, "
		"clause_to, "
		"changed_at, clause) VALUES (1, 1, 1, '1', '1', '净水行动', 1, 0, 1, " AT
		", '改造管网');"
		"INSERT INTO period (id, plan_id, code, kind, year, number, opens, due, closes, "
		"changed_at) VALUES (1, 1, '2021', 'year', 2021, 1, '2021-01-01', '2021-12-31', "
		"'2021-12-31', " AT ");"
		"INSERT INTO report (action_id, unit_id, period_id, role, state, percent, "
		"submitted_at, changed_at, done) VALUES (1, 1, 1, 'lead', 'accepted', 5, " AT
		", " AT ", '更换水表');"
		"INSERT INTO milestone (action_id, title, due, changed_at) VALUES "
		"(1, '管网验收', '2021-12-01', " AT ");"
		"INSERT INTO evidence (id, unit_id, kind, title, added_at, changed_at) VALUES "
		"(1, 1, 'note', '水质报告', " AT ", " AT ");";
	const struct migration before[] = {migrations[0], migrations[1], migrations[2], {0, 0, 0}};
	struct sql *db;

	cr_assert_eq(sql_sqlite.open(&db, path, SQL_MAKE, &searched.e), 0, "%s", searched.e.text);
	cr_assert_eq(db->ops->set_stamp(db, STORE_APPLICATION, 0, &searched.e), 0);
	cr_assert_eq(store_migrate_by(db, path, before, &searched.e), 0, "%s", searched.e.text);
	cr_assert_eq(db->ops->script(db, rows, &searched.e), 0, "%s", searched.e.text);
	sql_close(db);
}

Test(search_index, a_file_from_before_is_filled)
{
	static const char *const words[SEARCH_KIND_COUNT] = {
		/* NULL: it could have none */
		[SEARCH_ACTION] = "管网",   [SEARCH_REPORT] = "水表", [SEARCH_MILESTONE] = "验收",
		[SEARCH_EVIDENCE] = "水质", [SEARCH_UNIT] = "swj",
	};
	char *path = tmp_path(&searched.tmp, "older.db");

	make_older(path);
	store_close(searched.s);
	cr_assert_eq(store_open(path, &searched.s, &searched.e), 0, "%s", searched.e.text);
	for (int kind = 0; kind < SEARCH_KIND_COUNT; kind++) {
		struct search_ask ask = {.words = words[kind], .limit = 5};
		struct search_page page;

		if (!words[kind])
			continue;
		cr_assert_eq(store_search(searched.s, &searched.a, NULL, (enum search_kind)kind,
					  &ask, &page, &searched.e),
			     0, "%s", searched.e.text);
		cr_expect_eq(page.hits.n, 1, "%s", words[kind]);
	}
	cr_expect_eq(store_search_check(searched.s, &searched.e), 0, "%s", searched.e.text);
	free(path);
}
