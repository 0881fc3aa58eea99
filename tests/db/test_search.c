/* Searching: which words find what, and what is said of it. */
#include "tests/db/search_desk.h"

#include "db/search/search_put.h"
#include "db/store_internal.h"
#include "db/plan/store_plan.h"
#include "db/report/store_evidence.h"
#include "db/report/store_milestone.h"
#include "db/people/store_unit.h"

#include <criterion/criterion.h>
#include <criterion/parameterized.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

TestSuite(search, .init = search_begin, .fini = search_end);

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
	struct report_row row = search_submit(ACTION_2, EDUCATION, c->text);
	struct search_page page = search_for(EDU_OFFICER, SEARCH_REPORT, c->words);

	cr_expect_eq((int)page.hits.n, c->found, "%s in %s", c->words, c->text);
	if (page.hits.n) {
		cr_expect_eq(page.hits.at[0].id, row.id);
		cr_expect_eq(page.hits.at[0].field, SEARCH_DONE);
	}
}

Test(search, a_hit_says_what_it_is)
{
	search_submit(ACTION_3_1, EDUCATION, "开放了十二处场地，\n均有记录");
	struct search_page page = search_for(OFFICE, SEARCH_REPORT, "记录 场地");
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
	struct report_row row = world_put(&searched, EDU_OFFICER, TODAY, &r, REPORT_SUBMIT);
	world_review(&searched, OFFICE, TODAY, row.id, REPORT_RETURN, "请写明丁");
	static const struct {
		const char *words;
		enum search_field field;
	} cases[] = {{"甲", SEARCH_DONE},
		     {"乙", SEARCH_PROBLEMS},
		     {"丙", SEARCH_NEXT},
		     {"写明丁", SEARCH_REASON}};

	for (size_t i = 0; i < 4; i++) {
		struct search_page page = search_for(EDU_OFFICER, SEARCH_REPORT, cases[i].words);
		cr_assert_eq(page.hits.n, 1, "%s", cases[i].words);
		cr_expect_eq(page.hits.at[0].field, cases[i].field);
	}
	cr_expect_eq(search_count(EDU_OFFICER, SEARCH_REPORT, "甲 丁"), 1, "words of two fields");
}

Test(search, actions_and_units_are_found_by_pinyin)
{
	struct search_page page = search_for(OFFICE, SEARCH_ACTION, "zxxjk");

	cr_assert_eq(page.hits.n, 1);
	cr_expect_eq(page.hits.at[0].id, ACTION_2);
	cr_expect_eq(page.hits.at[0].piece.hits.n, 1);
	cr_expect_eq(search_count(OFFICE, SEARCH_ACTION, "zhongxiaoxue xingd"), 1);
	cr_expect_eq(search_count(OFFICE, SEARCH_ACTION, "zxxjx"), 0);
	page = search_for(EDU_OFFICER, SEARCH_UNIT, "wsj");
	cr_assert_eq(page.hits.n, 1);
	cr_expect_str_eq(page.hits.at[0].name, "区卫生健康局");
	cr_expect_eq(search_count(EDU_OFFICER, SEARCH_UNIT, "街道"), 4);
	search_submit(ACTION_2, EDUCATION, "完成卫生局要求");
	cr_expect_eq(search_count(OFFICE, SEARCH_REPORT, "wsj"), 0, "a report is no name");
}

Test(search, a_unit_is_found_by_all_its_names)
{
	struct actor office = world_actor(&searched, OFFICE, TODAY);
	struct unit_row row;

	cr_assert_eq(store_unit_alias(searched.s, &office, HEALTH, "区卫健委", NULL, &searched.e),
		     0);
	cr_expect_eq(search_count(OFFICE, SEARCH_UNIT, "卫健委"), 1);
	cr_expect_eq(search_count(OFFICE, SEARCH_UNIT, "wjw"), 1);
	cr_assert_eq(store_unit_get(searched.s, &searched.a, SPORT, &row, &searched.e), 0);
	cr_assert_eq(store_unit_rename(searched.s, &office, SPORT, row.version, "区文体局", NULL,
				       &searched.e),
		     0);
	cr_expect_eq(search_count(OFFICE, SEARCH_UNIT, "文体"), 1);
	cr_expect_eq(search_for(OFFICE, SEARCH_UNIT, "区体育").hits.at[0].field, SEARCH_ALIAS);
}

Test(search, hostile_words_do_no_harm)
{
	struct strbuf words = STRBUF_INIT;

	search_submit(ACTION_2, EDUCATION, "康健康健");
	for (int i = 0; i < 5000; i++)
		strbuf_puts(&words, "健康");
	cr_expect_eq(search_count(OFFICE, SEARCH_REPORT, words.s), 0);
	strbuf_reset(&words);
	for (int i = 0; i < 5000; i++)
		strbuf_puts(&words, "\"(");
	cr_expect_eq(search_count(OFFICE, SEARCH_REPORT, words.s), 0);
	strbuf_reset(&words);
	for (int i = 0; i < 3000; i++)
		strbuf_puts(&words, "健 ");
	cr_expect_eq(search_count(OFFICE, SEARCH_REPORT, words.s), 1);
	strbuf_free(&words);
}

Test(search, the_end_of_a_long_text_is_found)
{
	struct strbuf text = STRBUF_INIT;

	for (int i = 0; i < 3990; i++)
		strbuf_puts(&text, i % 7 ? "长" : "篇");
	strbuf_puts(&text, "末尾验收合格");
	search_submit(ACTION_2, EDUCATION, text.s);
	struct search_page page = search_for(OFFICE, SEARCH_REPORT, "验收");
	cr_assert_eq(page.hits.n, 1);
	cr_expect_eq(page.hits.at[0].piece.hits.n, 1);
	cr_expect_lt(strlen(page.hits.at[0].piece.text), 100);
	strbuf_free(&text);
}

static void expect_paths(const char *words, const char *paths)
{
	struct search_page page = search_for(OFFICE, SEARCH_ACTION, words);
	char got[200] = "";

	for (size_t i = 0; i < page.hits.n; i++)
		snprintf(got + strlen(got), sizeof got - strlen(got), "%s%s", i ? " " : "",
			 page.hits.at[i].path);
	cr_expect_str_eq(got, paths, "%s", words);
}

Test(search, an_action_is_found_by_its_number)
{
	static const char *const same[] = {"3.2", "３．２", " 3.2 ", "三.2", "（3）.（2）"};

	for (size_t i = 0; i < sizeof same / sizeof same[0]; i++)
		expect_paths(same[i], "3.2");
	expect_paths("3", "3 3.1 3.2");
	expect_paths("3.9", "");
	expect_paths("3.2 行动", "");
	cr_expect_eq(search_count(ARCHIVES_OFFICER, SEARCH_ACTION, "3.2"), 0,
		     "they may not read it");
}

Test(search, numbers_come_page_by_page_and_before_texts_that_have_them)
{
	struct search_ask ask = {.words = "3", .plan_id = PLAN, .limit = 2};
	char got[40] = "";
	int npages = 0;

	world_script(&searched, "UPDATE action SET clause = '建成3个' WHERE id IN (2, 3)");
	cr_assert_eq(sql_begin(searched.s->db, &searched.e), 0);
	cr_assert_eq(search_put(searched.s->db, SEARCH_ACTION, ACTION_2, &searched.e), 0);
	cr_assert_eq(search_put(searched.s->db, SEARCH_ACTION, ACTION_3, &searched.e), 0);
	cr_assert_eq(sql_commit(searched.s->db, &searched.e), 0);
	do {
		struct search_page page = search_with(OFFICE, SEARCH_ACTION, &ask);

		cr_assert_leq(page.hits.n, 2);
		for (size_t i = 0; i < page.hits.n; i++)
			snprintf(got + strlen(got), sizeof got - strlen(got), "%s ",
				 page.hits.at[i].path);
		ask.before = page.next;
	} while (ask.before && ++npages < 5);
	cr_expect_str_eq(got, "3 3.1 3.2 2 ");
}
