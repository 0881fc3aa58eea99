/* Plans and what they consist of, as the store gives them back; finding actions by name; who may
 * read what; closing. */
#include "tests/db/fixture.h"
#include "tests/support/seen.h"

#include <criterion/criterion.h>
#include <criterion/parameterized.h>

#include <string.h>

static struct fixture f;

static void begin(void)
{
	fixture_begin(&f);
	fixture_fill(&f);
}

static void end(void)
{
	fixture_end(&f);
}

TestSuite(plan, .init = begin, .fini = end);

Test(plan, comes_back_as_it_was_read)
{
	struct plan_row p;
	const char *text;
	struct plan doc;

	fixture_plan(&f.a, &doc);
	OK(&f, store_plan_get(f.s, &f.a, &f.education, "qs2021", &p, &f.e));
	cr_expect_str_eq(p.title, "青山区健康行动实施方案");
	cr_expect_str_eq(p.doc_no, "青政发〔2021〕3号");
	cr_expect_eq(date_cmp(p.date, (struct date){2021, 2, 18}), 0);
	cr_expect_eq(p.lead_rule, LEAD_RULE_STAR);
	cr_expect_eq(p.state, PLAN_OPEN);
	cr_expect_eq(p.nactions, 7);
	cr_expect_eq(p.nunits, 8);
	OK(&f, store_plan_text(f.s, &f.a, &f.education, p.id, &text, &f.e));
	cr_expect_str_eq(text, doc.text);
}

Test(plan, keeps_every_clause_word_for_word)
{
	struct action_row act;

	OK(&f, store_action_find(f.s, &f.a, NULL, "qs2021/四.2", &act, &f.e));
	cr_expect_str_eq(act.clause, "2.河道清洁。");
	cr_expect_str_eq(act.parent_no, "(四)");
	cr_expect_str_eq(act.section_title, "改善健康环境");
	cr_expect_eq(act.line, 9);
}

Test(plan, lists_actions_in_the_order_of_the_document)
{
	static const char *const titles[] = {
		"健康知识普及行动", "中小学健康促进行动", "全民健身行动", "环境整治行动",
		"空气清洁",	    "河道清洁",		  "督促检查"};
	struct action_rows rows;

	OK(&f, store_action_list(f.s, &f.a, &f.office, f.plan.id, &rows, &f.e));
	cr_assert_eq(rows.n, 7);
	for (size_t i = 0; i < rows.n; i++) {
		cr_expect_str_eq(rows.at[i].title, titles[i]);
		cr_expect_str_empty(rows.at[i].clause);
	}
	cr_expect_eq(rows.at[5].parent_id, rows.at[3].id);
	cr_expect_eq(date_cmp(rows.at[1].due, (struct date){2021, 12, 31}), 0);
}

Test(plan, has_indicators_targets_and_volumes)
{
	struct indicator_rows in;
	struct volume_rows vol;

	OK(&f, store_indicator_list(f.s, &f.a, NULL, fixture_action(&f, "1"), &in, &f.e));
	cr_assert_eq(in.n, 1);
	cr_expect_not(in.at[0].in_words);
	cr_assert_eq(in.at[0].targets.n, 2);
	cr_expect_eq(in.at[0].targets.at[1].year, 2030);
	cr_expect_str_eq(in.at[0].targets.at[1].value, "40.0");
	OK(&f, store_indicator_list(f.s, &f.a, NULL, fixture_action(&f, "2"), &in, &f.e));
	cr_assert_eq(in.n, 1);
	cr_expect(in.at[0].in_words);
	cr_expect_str_eq(in.at[0].name, "学生体质持续改善");
	cr_expect_eq(in.at[0].targets.at[0].year, 2022);
	cr_expect_str_empty(in.at[0].targets.at[0].value);
	OK(&f, store_volume_list(f.s, &f.a, NULL, fixture_action(&f, "3"), &vol, &f.e));
	cr_assert_eq(vol.n, 1);
	cr_expect_str_eq(vol.at[0].value, "15.5");
	cr_expect_str_eq(vol.at[0].measure, "公里");
	cr_expect_str_eq(vol.at[0].done, "0");
}

struct name_case {
	const char name[24];
	const char title[40]; /* "": refused */
};

ParameterizedTestParameters(plan, finds_actions_by_name)
{
	static struct name_case cases[] = {
		{"qs2021/1", "健康知识普及行动"},
		{"1", "健康知识普及行动"},
		{"qs2021/四", "环境整治行动"},
		{"qs2021/4", "环境整治行动"},
		{"qs2021/(四)", "环境整治行动"},
		{"qs2021/四.1", "空气清洁"},
		{"qs2021/4.2", "河道清洁"},
		{"qs2021/一.2", "中小学健康促进行动"},
		{"qs2021/9", ""},
		{"qs2021/四.3", ""},
		{"nothing/1", ""},
		{"qs2021/", ""},
	};

	return cr_make_param_array(struct name_case, cases, sizeof cases / sizeof *cases);
}

ParameterizedTest(struct name_case *c, plan, finds_actions_by_name)
{
	struct action_row act;
	int got = store_action_find(f.s, &f.a, NULL, c->name, &act, &f.e);

	if (*c->title) {
		cr_assert_eq(got, 0, "%s: %s", c->name, f.e.text);
		cr_expect_str_eq(act.title, c->title);
	} else {
		cr_assert_eq(got, -1, "%s", c->name);
		cr_expect_eq(f.e.code, ERR_NOT_FOUND, "%s", f.e.text);
	}
}

Test(plan, finds_every_action_by_the_name_it_gives)
{
	struct action_rows rows;

	cr_assert_eq(store_action_list(f.s, &f.a, NULL, f.plan.id, &rows, &f.e), 0);
	for (size_t i = 0; i < rows.n; i++) {
		struct action_row found;
		const char *name = action_name(&f.a, "qs2021", rows.at[i].path);

		cr_assert_eq(store_action_find(f.s, &f.a, NULL, name, &found, &f.e), 0, "%s: %s",
			     name, f.e.text);
		cr_expect_eq(found.id, rows.at[i].id, "%s", name);
	}
	cr_expect_str_eq(action_name(&f.a, "qs2021", "四.2"), "qs2021/四.2");
}

Test(plan, asks_for_the_code_when_several_are_open)
{
	struct action_row act;
	struct plan_row row;
	struct plan doc;

	fixture_plan(&f.a, &doc);
	doc.text = arena_printf(&f.a, "%s ", doc.text);
	OK(&f, store_plan_import(f.s, &f.office, &doc, "", &f.a, &row, NULL, &f.e));
	REFUSED(&f, ERR_INPUT, "CODE/1", store_action_find(f.s, &f.a, NULL, "1", &act, &f.e));
	OK(&f, store_plan_close(f.s, &f.office, row.code, seen_plan(f.s, row.code), "重复", NULL,
				&f.e));
	OK(&f, store_action_find(f.s, &f.a, NULL, "1", &act, &f.e));
	cr_expect_str_eq(act.plan_code, "qs2021");
}

/* Which of the seven actions each person reads, as bits in the order of the document. */
struct reading_case {
	const struct actor *who;
	unsigned actions;
};

Test(plan, shows_each_person_what_the_unit_works_on)
{
	const struct reading_case cases[] = {
		{&f.admin, 0x7F},     {&f.office, 0x7F}, {&f.leader, 0x7F}, {&f.health, 0x4B},
		{&f.education, 0x4B}, {&f.sports, 0x4C}, {&f.town, 0x69},
	};
	struct action_rows all, seen;

	OK(&f, store_action_list(f.s, &f.a, NULL, f.plan.id, &all, &f.e));
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		unsigned bits = 0;
		OK(&f, store_action_list(f.s, &f.a, cases[i].who, f.plan.id, &seen, &f.e));
		for (size_t k = 0; k < all.n; k++)
			for (size_t n = 0; n < seen.n; n++)
				bits |= seen.at[n].id == all.at[k].id ? 1u << k : 0;
		cr_expect_eq(bits, cases[i].actions, "%s: %x", cases[i].who->login, bits);
	}
}

Test(plan, one_action_and_the_list_agree_on_who_reads)
{
	struct action_rows all, seen;
	struct action_row act;

	OK(&f, store_action_list(f.s, &f.a, NULL, f.plan.id, &all, &f.e));
	OK(&f, store_action_list(f.s, &f.a, &f.town, f.plan.id, &seen, &f.e));
	for (size_t k = 0; k < all.n; k++) {
		bool listed = false;
		for (size_t n = 0; n < seen.n; n++)
			listed |= seen.at[n].id == all.at[k].id;
		int got = store_action_get(f.s, &f.a, &f.town, all.at[k].id, &act, &f.e);
		cr_expect_eq(got, listed ? 0 : -1, "%s", all.at[k].title);
	}
}

Test(plan, says_whose_an_action_is_that_may_not_be_read)
{
	struct action_row act;

	REFUSED(&f, ERR_DENIED, "区体育局",
		store_action_find(f.s, &f.a, &f.education, "qs2021/3", &act, &f.e));
}

Test(plan, an_administrator_alone_reads_no_plans)
{
	struct actor only_admin = f.admin;
	struct plan_rows rows;
	struct plan_row row;

	only_admin.nposts = 1;
	cr_assert_eq(only_admin.posts[0].role, POST_ADMIN);
	OK(&f, store_plan_list(f.s, &f.a, &only_admin, &rows, &f.e));
	cr_expect_eq(rows.n, 0);
	REFUSED(&f, ERR_DENIED, "", store_plan_get(f.s, &f.a, &only_admin, "qs2021", &row, &f.e));
}

Test(plan, closes_once_and_takes_nothing_more)
{
	struct plan_row row;
	unsigned changes = 0;

	REFUSED(&f, ERR_DENIED, "",
		store_plan_close(f.s, &f.education, "qs2021", seen_plan(f.s, "qs2021"), "x",
				 &changes, &f.e));
	REFUSED(&f, ERR_NOT_FOUND, "qs2021",
		store_plan_close(f.s, &f.office, "qs", seen_plan(f.s, "qs"), "x", &changes, &f.e));
	cr_expect_eq(changes, 0);
	OK(&f, store_plan_close(f.s, &f.office, "qs2021", seen_plan(f.s, "qs2021"), "年度结束",
				&changes, &f.e));
	cr_expect_eq(changes, CHANGE_PLAN);
	OK(&f, store_plan_get(f.s, &f.a, NULL, "qs2021", &row, &f.e));
	cr_expect_eq(row.state, PLAN_CLOSED);
	cr_expect_eq(row.version, 2);
	REFUSED(&f, ERR_STATE, "qs2021",
		store_plan_close(f.s, &f.office, "qs2021", seen_plan(f.s, "qs2021"), "x", &changes,
				 &f.e));
	REFUSED(&f, ERR_STATE, "qs2021",
		store_assign(f.s, &f.office, fixture_action(&f, "5"), fixture_unit(&f, "区教育局"),
			     seen_part(f.s, fixture_action(&f, "5"), fixture_unit(&f, "区教育局")),
			     ROLE_LEAD, &changes, &f.e));
}
