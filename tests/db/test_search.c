/* Searching: what is found and what is not, by whom, after every change of a text, in a file from
 * before there was an index. */
#include "db/store_search.h"

#include "db/migrations.h"
#include "db/search_put.h"
#include "db/store_evidence.h"
#include "db/store_internal.h"
#include "db/store_milestone.h"
#include "db/store_plan.h"
#include "db/store_unit.h"
#include "tests/db/world.h"

#include <criterion/criterion.h>
#include <criterion/parameterized.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>

#define TODAY "2021-11-21"

static struct world w;

/* The world was written by script; now it is as if its file had been brought up to date. */
static void fill(void)
{
	cr_assert_eq(sql_begin(w.s->db, &w.e), 0);
	cr_assert_eq(search_fill(w.s->db, &w.e), 0, "%s", w.e.text);
	cr_assert_eq(sql_commit(w.s->db, &w.e), 0);
}

static void setup(void)
{
	world_make(&w);
	fill();
}

static void teardown(void)
{
	world_remove(&w);
}

TestSuite(search, .init = setup, .fini = teardown);

static struct search_page find_with(enum person_of_world person, enum search_kind kind,
				    const struct search_ask *ask)
{
	struct actor who = world_actor(&w, person, TODAY);
	struct search_page page;

	cr_assert_eq(store_search(w.s, &w.a, &who, kind, ask, &page, &w.e), 0, "%s", w.e.text);
	return page;
}

static struct search_page find(enum person_of_world person, enum search_kind kind,
			       const char *words)
{
	struct search_ask ask = {.words = words, .closed_plans = true, .limit = 50};

	return find_with(person, kind, &ask);
}

static size_t count(enum person_of_world person, enum search_kind kind, const char *words)
{
	return find(person, kind, words).hits.n;
}

static struct report_row submit(int64_t action_id, int64_t unit_id, const char *done)
{
	struct report_new r = world_text(action_id, unit_id, Q4, 30, done);

	return world_put(&w, OFFICE, TODAY, &r, REPORT_SUBMIT);
}

struct words_case {
	const char text[80], words[60];
	int found;
};

ParameterizedTestParameters(search, words_in_a_report)
{
	static struct words_case cases[] = {
		{"完成视力筛查12所", "视力", 1},
		{"完成视力筛查12所", "筛", 1},
		{"完成视力筛查12所", "所", 1},
		{"完成视力筛查12所", "完成视力筛查12所", 1},
		{"完成视力筛查12所", "12", 1},
		{"完成视力筛查12所", "１２所", 1},
		{"完成视力筛查12所", "2", 1},
		{"完成视力筛查12所", "所 视力", 1},
		{"完成视力筛查12所", "所　视力", 1},
		{"完成视力筛查12所", "力视", 0},
		{"完成视力筛查12所", "视力 听力", 0},
		{"完成视力筛查12所", "成视力筛查1", 1},
		{"视力检查，筛查视", "视力筛查", 0},
		{"执行WHO标准", "who", 1},
		{"执行ｗｈｏ标准", "WHO", 1},
		{"执行WHO标准", "h", 1},
		{"执行WHO标准", "hw", 0},
		{"发文(云教〔2021〕56号)", "云教[2021] 56号", 1},
		{"发文(云教〔2021〕56号)", "云教〔2021〕56号", 1},
		{"第\n三\n方评估", "第三方", 1},
		{"𠮷祥里社区", "𠮷祥", 1},
		{"𠮷祥里社区", "𠮷", 1},
		{"达到 38.5%", "38.5", 1},
		{"达到 38.5%", "38.5%", 1},
		{"达到 38.5%", "385", 0},
		{"正文", "。", 0},
		{"正文", "\" OR *", 0},
		{"正文", "正文 AND", 0},
		{"正文", "search_gram: 正文", 0},
		{"正文", "正\xff文", 0},
		{"正文", "\xe6\xad", 0},
	};

	return cr_make_param_array(struct words_case, cases, sizeof cases / sizeof *cases);
}

ParameterizedTest(struct words_case *c, search, words_in_a_report)
{
	struct report_row row = submit(ACTION_2, EDUCATION, c->text);
	struct search_page page = find(EDU_OFFICER, SEARCH_REPORT, c->words);

	cr_expect_eq((int)page.hits.n, c->found, "%s in %s", c->words, c->text);
	if (page.hits.n) {
		cr_expect_eq(page.hits.at[0].id, row.id);
		cr_expect_eq(page.hits.at[0].field, SEARCH_DONE);
	}
}

Test(search, a_hit_says_what_it_is)
{
	submit(ACTION_3_1, EDUCATION, "开放了十二处场地，\n均有记录");
	struct search_page page = find(OFFICE, SEARCH_REPORT, "记录 场地");
	const struct search_hit *hit = &page.hits.at[0];

	cr_assert_eq(page.hits.n, 1);
	cr_expect_eq(page.next, 0);
	cr_expect_str_eq(hit->plan_code, "yx2021");
	cr_expect_str_eq(hit->path, "3.1");
	cr_expect_str_eq(hit->title, "场地开放");
	cr_expect_str_eq(hit->unit, "区教育局");
	cr_expect_str_eq(hit->name, "2021Q4");
	cr_expect_eq(date_cmp(hit->date, world_day(TODAY)), 0);
	cr_expect_str_eq(hit->piece.text, "开放了十二处场地， 均有记录");
	cr_assert_eq(hit->piece.hits.n, 2);
	cr_expect_eq(hit->piece.hits.at[0].from, strlen("开放了十二处"));
}

Test(search, every_field_is_found_under_its_name)
{
	struct report_new r = world_text(ACTION_2, EDUCATION, Q4, 30, "做完了甲");

	r.problems = "缺少乙";
	r.next = "补上丙";
	struct report_row row = world_put(&w, EDU_OFFICER, TODAY, &r, REPORT_SUBMIT);
	world_review(&w, OFFICE, TODAY, row.id, REPORT_RETURN, "请写明丁");
	static const struct {
		const char *words;
		enum search_field field;
	} cases[] = {{"甲", SEARCH_DONE},
		     {"乙", SEARCH_PROBLEMS},
		     {"丙", SEARCH_NEXT},
		     {"写明丁", SEARCH_REASON}};

	for (size_t i = 0; i < 4; i++) {
		struct search_page page = find(EDU_OFFICER, SEARCH_REPORT, cases[i].words);
		cr_assert_eq(page.hits.n, 1, "%s", cases[i].words);
		cr_expect_eq(page.hits.at[0].field, cases[i].field);
	}
	cr_expect_eq(count(EDU_OFFICER, SEARCH_REPORT, "甲 丁"), 1, "words of two fields");
}

/* Kept once more with another text. */
static struct report_row change(const struct report_row *row, const char *done)
{
	struct report_new r = world_text(ACTION_2, EDUCATION, Q4, 30, done);

	r.report_id = row->id;
	r.version = row->version;
	return world_put(&w, EDU_OFFICER, TODAY, &r, REPORT_SAVE);
}

Test(search, a_text_that_changes_is_found_by_what_it_says_now)
{
	struct report_row row = change(&(struct report_row){0}, "旧的说法");

	cr_expect_eq(count(EDU_OFFICER, SEARCH_REPORT, "旧的"), 1);
	change(&row, "新的说法");
	cr_expect_eq(count(EDU_OFFICER, SEARCH_REPORT, "旧的"), 0);
	cr_expect_eq(count(EDU_OFFICER, SEARCH_REPORT, "新的"), 1);
	cr_expect_eq(count(EDU_OFFICER, SEARCH_REPORT, "说法"), 1, "once, although put twice");
	cr_expect_eq(world_number(&w, "SELECT count(*) FROM search_doc WHERE kind = 'report'"), 1);
}

Test(search, ids_that_were_given_up_come_to_nobody)
{
	struct report_row row = change(&(struct report_row){0}, "第一篇");
	int64_t first = world_number(&w, "SELECT max(id) FROM search_doc WHERE kind = 'report'");

	change(&row, "第二篇");
	submit(ACTION_1, EDUCATION, "第三篇");
	cr_expect_eq(world_number(&w, "SELECT min(id) FROM search_doc WHERE kind = 'report'"),
		     first + 1);
	cr_expect_eq(count(EDU_OFFICER, SEARCH_REPORT, "第一篇"), 0);
	cr_expect_eq(count(EDU_OFFICER, SEARCH_REPORT, "篇"), 2);
}

Test(search, drafts_are_found_by_their_unit_alone)
{
	struct report_new r = world_text(ACTION_1, EDUCATION, Q4, 30, "还没写完的草稿");

	world_put(&w, EDU_OFFICER, TODAY, &r, REPORT_SAVE);
	cr_expect_eq(count(EDU_OFFICER, SEARCH_REPORT, "草稿"), 1);
	cr_expect_eq(count(EDU_LEADER, SEARCH_REPORT, "草稿"), 1);
	cr_expect_eq(count(HEALTH_OFFICER, SEARCH_REPORT, "草稿"), 0, "it leads the action");
	cr_expect_eq(count(OFFICE, SEARCH_REPORT, "草稿"), 0);
	cr_expect_eq(count(MAYOR, SEARCH_REPORT, "草稿"), 0);
}

struct rights_case {
	enum person_of_world person;
	int of_1, of_2, of_3_2, of_old;
};

ParameterizedTestParameters(search, who_finds_reports)
{
	static struct rights_case cases[] = {
		{OFFICE, 1, 1, 1, 1},		{MAYOR, 1, 1, 1, 1},
		{EDU_OFFICER, 1, 1, 0, 1},	{EDU_LEADER, 1, 1, 0, 1},
		{HEALTH_OFFICER, 1, 0, 0, 0},	{QINGTIAN_OFFICER, 1, 0, 0, 0},
		{ARCHIVES_OFFICER, 0, 0, 0, 0},
	};

	return cr_make_param_array(struct rights_case, cases, sizeof cases / sizeof *cases);
}

ParameterizedTest(struct rights_case *c, search, who_finds_reports)
{
	submit(ACTION_1, HEALTH, "报告甲甲");
	submit(ACTION_2, EDUCATION, "报告乙乙");
	submit(ACTION_3_2, SPORT, "报告丙丙");
	world_script(&w, "INSERT INTO report (action_id, unit_id, period_id, role, state, percent, "
			 "submitted_at, changed_at, done) VALUES (7, 1, 4, 'lead', 'accepted', 50, "
			 "'2020-12-20T00:00:00Z', '2020-12-20T00:00:00Z', '报告丁丁')");
	cr_assert_eq(sql_begin(w.s->db, &w.e), 0);
	cr_assert_eq(search_put(w.s->db, SEARCH_REPORT, 4, &w.e), 0, "%s", w.e.text);
	cr_assert_eq(sql_commit(w.s->db, &w.e), 0);

	cr_expect_eq((int)count(c->person, SEARCH_REPORT, "甲甲"), c->of_1);
	cr_expect_eq((int)count(c->person, SEARCH_REPORT, "乙乙"), c->of_2);
	cr_expect_eq((int)count(c->person, SEARCH_REPORT, "丙丙"), c->of_3_2);
	cr_expect_eq((int)count(c->person, SEARCH_REPORT, "丁丁"), c->of_old);
	cr_expect_eq((int)count(c->person, SEARCH_REPORT, "报告"),
		     c->of_1 + c->of_2 + c->of_3_2 + c->of_old);
}

/* The rule is that of the functions that read: whoever may get an action finds it. */
Test(search, actions_are_found_by_those_who_may_read_them)
{
	static const char *const titles[] = {
		[ACTION_1] = "健康知识行动", [ACTION_2] = "中小学健康行动", [ACTION_3] = "健身行动",
		[ACTION_3_1] = "场地开放",   [ACTION_3_2] = "赛事",	    [ACTION_4] = "宣传",
		[OLD_ACTION] = "旧事",
	};

	for (int p = OFFICE; p < PERSONS_END; p++) {
		for (int id = ACTION_1; id <= OLD_ACTION; id++) {
			struct actor who = world_actor(&w, (enum person_of_world)p, TODAY);
			struct action_row row;
			int may = store_action_get(w.s, &w.a, &who, id, &row, &w.e) == 0;
			struct search_page page =
				find((enum person_of_world)p, SEARCH_ACTION, titles[id]);

			cr_expect_eq((int)page.hits.n, may, "person %d, %s", p, titles[id]);
		}
	}
}

Test(search, actions_and_units_are_found_by_pinyin)
{
	struct search_page page = find(OFFICE, SEARCH_ACTION, "zxxjk");

	cr_assert_eq(page.hits.n, 1);
	cr_expect_eq(page.hits.at[0].id, ACTION_2);
	cr_expect_eq(page.hits.at[0].piece.hits.n, 1);
	cr_expect_eq(count(OFFICE, SEARCH_ACTION, "zhongxiaoxue xingd"), 1);
	cr_expect_eq(count(OFFICE, SEARCH_ACTION, "zxxjx"), 0);
	page = find(EDU_OFFICER, SEARCH_UNIT, "wsj");
	cr_assert_eq(page.hits.n, 1);
	cr_expect_str_eq(page.hits.at[0].name, "区卫生健康局");
	cr_expect_eq(count(EDU_OFFICER, SEARCH_UNIT, "街道"), 4);
	submit(ACTION_2, EDUCATION, "完成卫生局要求");
	cr_expect_eq(count(OFFICE, SEARCH_REPORT, "wsj"), 0, "a report is no name");
}

Test(search, a_unit_is_found_by_all_its_names)
{
	struct actor office = world_actor(&w, OFFICE, TODAY);
	struct unit_row row;

	cr_assert_eq(store_unit_alias(w.s, &office, HEALTH, "区卫健委", NULL, &w.e), 0);
	cr_expect_eq(count(OFFICE, SEARCH_UNIT, "卫健委"), 1);
	cr_expect_eq(count(OFFICE, SEARCH_UNIT, "wjw"), 1);
	cr_assert_eq(store_unit_get(w.s, &w.a, SPORT, &row, &w.e), 0);
	cr_assert_eq(store_unit_rename(w.s, &office, SPORT, row.version, "区文体局", NULL, &w.e),
		     0);
	cr_expect_eq(count(OFFICE, SEARCH_UNIT, "文体"), 1);
	cr_expect_eq(find(OFFICE, SEARCH_UNIT, "区体育").hits.at[0].field, SEARCH_ALIAS);
}

Test(search, what_a_unit_had_goes_with_it)
{
	struct actor office = world_actor(&w, OFFICE, TODAY);
	struct actor archives = world_actor(&w, ARCHIVES_OFFICER, TODAY);
	struct evidence_new v = {
		.unit_id = ARCHIVES, .kind = EVIDENCE_NOTE, .title = "库房温湿度记录"};
	struct evidence_row row;

	cr_assert_eq(store_evidence_add(w.s, &archives, &v, &w.a, &row, NULL, &w.e), 0, "%s",
		     w.e.text);
	cr_expect_eq(count(ARCHIVES_OFFICER, SEARCH_EVIDENCE, "库房"), 1);
	cr_expect_eq(count(EDU_OFFICER, SEARCH_EVIDENCE, "库房"), 0);
	cr_assert_eq(store_unit_merge(w.s, &office, ARCHIVES, EDUCATION, NULL, &w.e), 0, "%s",
		     w.e.text);
	cr_expect_eq(count(EDU_OFFICER, SEARCH_EVIDENCE, "库房"), 1);
	cr_expect_eq(count(OFFICE, SEARCH_UNIT, "档案"), 1, "once, as another name");
}

static struct evidence_row prove(int64_t action_id, int64_t report_id, const char *title)
{
	struct actor edu = world_actor(&w, EDU_OFFICER, TODAY);
	struct evidence_new v = {.unit_id = EDUCATION,
				 .action_id = action_id,
				 .report_id = report_id,
				 .kind = EVIDENCE_DOCUMENT,
				 .title = title,
				 .doc_no = "云教〔2021〕77号",
				 .note = "附件二"};
	struct evidence_row row;

	cr_assert_eq(store_evidence_add(w.s, &edu, &v, &w.a, &row, NULL, &w.e), 0, "%s", w.e.text);
	return row;
}

Test(search, evidence_is_found_where_it_proves_something)
{
	struct evidence_row row = prove(ACTION_2, 0, "工作通知");

	cr_expect_eq(count(HEALTH_OFFICER, SEARCH_EVIDENCE, "通知"), 0);
	prove(ACTION_1, 0, "工作通知");
	struct search_page page = find(HEALTH_OFFICER, SEARCH_EVIDENCE, "(2021)77号");
	cr_assert_eq(page.hits.n, 1, "linked to an action that it leads");
	cr_expect_eq(page.hits.at[0].id, row.id);
	cr_expect_eq(page.hits.at[0].field, SEARCH_DOC_NO);
	cr_expect_str_eq(page.hits.at[0].title, "", "of the other action nothing is told");
	cr_expect_eq(page.hits.at[0].action_id, 0);
	cr_expect_eq(count(OFFICE, SEARCH_EVIDENCE, "附件"), 1);
}

Test(search, evidence_of_a_draft_stays_with_it)
{
	struct report_new r = world_text(ACTION_1, EDUCATION, Q4, 30, "草稿");
	struct report_row draft = world_put(&w, EDU_OFFICER, TODAY, &r, REPORT_SAVE);

	prove(0, draft.id, "未报材料");
	cr_expect_eq(count(EDU_OFFICER, SEARCH_EVIDENCE, "未报"), 1);
	cr_expect_eq(count(OFFICE, SEARCH_EVIDENCE, "未报"), 0);
	cr_expect_eq(count(HEALTH_OFFICER, SEARCH_EVIDENCE, "未报"), 0);
}

Test(search, withdrawn_evidence_says_so)
{
	struct actor edu = world_actor(&w, EDU_OFFICER, TODAY);
	struct evidence_row row = prove(ACTION_2, 0, "工作通知");

	cr_assert_eq(store_evidence_withdraw(w.s, &edu, row.id, row.version, "重复", NULL, &w.e),
		     0);
	struct search_page page = find(EDU_OFFICER, SEARCH_EVIDENCE, "通知");
	cr_assert_eq(page.hits.n, 1);
	cr_expect(page.hits.at[0].withdrawn);
	cr_expect_eq(count(HEALTH_OFFICER, SEARCH_EVIDENCE, "通知"), 0);
}

Test(search, milestones_are_found_as_they_are_now)
{
	struct actor edu = world_actor(&w, EDU_OFFICER, TODAY);
	struct milestone_new m = {.action_id = ACTION_2,
				  .unit_id = EDUCATION,
				  .title = "首次会议",
				  .note = "地点待定",
				  .due = world_day(TODAY)};
	struct milestone_row row;

	cr_assert_eq(store_milestone_put(w.s, &edu, &m, &w.a, &row, NULL, &w.e), 0, "%s", w.e.text);
	cr_expect_eq(find(OFFICE, SEARCH_MILESTONE, "待定").hits.at[0].field, SEARCH_NOTE);
	m.milestone_id = row.id;
	m.version = row.version;
	m.title = "推进会";
	cr_assert_eq(store_milestone_put(w.s, &edu, &m, &w.a, &row, NULL, &w.e), 0, "%s", w.e.text);
	cr_expect_eq(count(OFFICE, SEARCH_MILESTONE, "首次"), 0);
	cr_expect_eq(count(OFFICE, SEARCH_MILESTONE, "推进会"), 1);
	cr_assert_eq(store_milestone_step(w.s, &edu, row.id, row.version, MILESTONE_FINISH,
					  world_day(TODAY), "已在县府召开", NULL, &w.e),
		     0, "%s", w.e.text);
	cr_expect_eq(count(EDU_OFFICER, SEARCH_MILESTONE, "县府"), 1);
	cr_expect_eq(count(HEALTH_OFFICER, SEARCH_MILESTONE, "县府"), 0);
}

Test(search, one_plan_or_the_open_ones)
{
	struct search_ask ask = {.words = "旧事", .limit = 50};

	cr_expect_eq(find_with(OFFICE, SEARCH_ACTION, &ask).hits.n, 0, "its plan is closed");
	ask.closed_plans = true;
	cr_expect_eq(find_with(OFFICE, SEARCH_ACTION, &ask).hits.n, 1);
	ask.plan_id = PLAN;
	cr_expect_eq(find_with(OFFICE, SEARCH_ACTION, &ask).hits.n, 0);
	ask.plan_id = OLD_PLAN;
	cr_expect_eq(find_with(OFFICE, SEARCH_ACTION, &ask).hits.n, 1);
	ask.words = "教育";
	cr_expect_eq(find_with(OFFICE, SEARCH_UNIT, &ask).hits.n, 1, "units are of no plan");
}

/* Many reports of one unit, by script and then into the index. */
static void many(int n)
{
	static const char text[] =
		"WITH RECURSIVE n (i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < 130) "
		"INSERT INTO milestone (action_id, unit_id, title, due, changed_at) "
		"SELECT CASE i % 2 WHEN 0 THEN 2 ELSE 5 END, NULL, '节点第' || i || '个', "
		"'2021-12-01', '2021-01-01T00:00:00Z' FROM n";

	world_script(&w, text);
	cr_assert_eq(sql_begin(w.s->db, &w.e), 0);
	for (int id = 1; id <= n; id++)
		cr_assert_eq(search_put(w.s->db, SEARCH_MILESTONE, id, &w.e), 0);
	cr_assert_eq(sql_commit(w.s->db, &w.e), 0);
}

Test(search, pages_follow_each_other_newest_first)
{
	struct search_ask ask = {.words = "节点", .limit = 50};
	int64_t last = INT64_MAX;
	size_t n = 0, npages = 0;

	many(130);
	do {
		struct search_page page = find_with(OFFICE, SEARCH_MILESTONE, &ask);

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
	struct search_page page = find_with(EDU_OFFICER, SEARCH_MILESTONE, &ask);
	cr_expect_eq(page.hits.n, 65, "those of the other action are not the unit's");
}

Test(search, hostile_words_do_no_harm)
{
	struct strbuf words = STRBUF_INIT;

	submit(ACTION_2, EDUCATION, "康健康健");
	for (int i = 0; i < 5000; i++)
		strbuf_puts(&words, "健康");
	cr_expect_eq(count(OFFICE, SEARCH_REPORT, words.s), 0);
	strbuf_reset(&words);
	for (int i = 0; i < 5000; i++)
		strbuf_puts(&words, "\"(");
	cr_expect_eq(count(OFFICE, SEARCH_REPORT, words.s), 0);
	strbuf_reset(&words);
	for (int i = 0; i < 3000; i++)
		strbuf_puts(&words, "健 ");
	cr_expect_eq(count(OFFICE, SEARCH_REPORT, words.s), 1);
	strbuf_free(&words);
}

Test(search, the_end_of_a_long_text_is_found)
{
	struct strbuf text = STRBUF_INIT;

	for (int i = 0; i < 3990; i++)
		strbuf_puts(&text, i % 7 ? "长" : "篇");
	strbuf_puts(&text, "末尾验收合格");
	submit(ACTION_2, EDUCATION, text.s);
	struct search_page page = find(OFFICE, SEARCH_REPORT, "验收");
	cr_assert_eq(page.hits.n, 1);
	cr_expect_eq(page.hits.at[0].piece.hits.n, 1);
	cr_expect_lt(strlen(page.hits.at[0].piece.text), 100);
	strbuf_free(&text);
}

/* Past the store: it lets nobody write there. */
static void harm(void)
{
	sqlite3 *db;

	cr_assert_eq(sqlite3_open(w.path, &db), SQLITE_OK);
	cr_assert_eq(sqlite3_exec(db,
				  "DELETE FROM search_gram_data WHERE id = "
				  "(SELECT max(id) FROM search_gram_data)",
				  NULL, NULL, NULL),
		     SQLITE_OK);
	sqlite3_close(db);
}

Test(search, the_index_is_sound_and_damage_is_told)
{
	submit(ACTION_2, EDUCATION, "完成视力筛查");
	cr_expect_eq(store_search_check(w.s, &w.e), 0, "%s", w.e.text);
	store_close(w.s);
	harm();
	w.s = world_open_again(&w);
	cr_expect_eq(store_search_check(w.s, &w.e), -1);
	cr_expect_eq(w.e.code, ERR_FORMAT, "%s", w.e.text);
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

	cr_assert_eq(sql_sqlite.open(&db, path, SQL_MAKE, &w.e), 0, "%s", w.e.text);
	cr_assert_eq(db->ops->set_stamp(db, STORE_APPLICATION, 0, &w.e), 0);
	cr_assert_eq(store_migrate_by(db, path, before, &w.e), 0, "%s", w.e.text);
	cr_assert_eq(db->ops->script(db, rows, &w.e), 0, "%s", w.e.text);
	sql_close(db);
}

Test(search, a_file_from_before_is_filled)
{
	static const char *const words[] = {
		[SEARCH_ACTION] = "管网",   [SEARCH_REPORT] = "水表", [SEARCH_MILESTONE] = "验收",
		[SEARCH_EVIDENCE] = "水质", [SEARCH_UNIT] = "swj",
	};
	char *path = tmp_path(&w.tmp, "older.db");

	make_older(path);
	store_close(w.s);
	cr_assert_eq(store_open(path, &w.s, &w.e), 0, "%s", w.e.text);
	for (int kind = 0; kind < SEARCH_KIND_COUNT; kind++) {
		struct search_ask ask = {.words = words[kind], .limit = 5};
		struct search_page page;

		cr_assert_eq(
			store_search(w.s, &w.a, NULL, (enum search_kind)kind, &ask, &page, &w.e), 0,
			"%s", w.e.text);
		cr_expect_eq(page.hits.n, 1, "%s", words[kind]);
	}
	cr_expect_eq(store_search_check(w.s, &w.e), 0, "%s", w.e.text);
	free(path);
}
