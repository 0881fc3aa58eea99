/* Taking in plans: what comes of the units, what is refused, and that a break-off anywhere leaves
 * nothing. */
#include "tests/db/fault.h"
#include "tests/db/fixture.h"

#include <criterion/criterion.h>

#include <string.h>

static struct fixture f;
static struct plan doc;

static void begin(void)
{
	fixture_begin(&f);
	fixture_plan(&f.a, &doc);
}

static void end(void)
{
	fault_set(0);
	fixture_end(&f);
}

TestSuite(import, .init = begin, .fini = end);

static int import(const char *code)
{
	return store_plan_import(f.s, &f.admin, &doc, code, &f.a, &f.plan, &f.changes, &f.e);
}

/* A doubt whether b is a, with its answer. */
static void doubt(const char *a, const char *b, enum doubt_answer answer)
{
	*vec_push(&f.a, &doc.doubts) = (struct plan_doubt){.kind = DOUBT_SAME_UNIT,
							   .answer = answer,
							   .action = -1,
							   .text = "",
							   .proposal = "",
							   .a = a,
							   .b = b};
}

Test(import, says_what_changed)
{
	OK(&f, import("qs2021"));
	cr_expect_eq(f.changes, CHANGE_PLAN | CHANGE_UNIT | CHANGE_ASSIGNMENT | CHANGE_MILESTONE);
	cr_expect_str_eq(f.plan.code, "qs2021");
	cr_expect_eq(fixture_count(&f, "select count(*) from log where act = 'plan.import'"), 1);
}

/* The document prints no number; the file needs one, and people name the action by it. */
Test(import, an_action_without_a_number_is_counted)
{
	doc.actions.at[doc.actions.n - 1].no = "";
	OK(&f, import("qs2021"));
	cr_expect_eq(fixture_count(&f, "select count(*) from action where no = ''"), 0);
	cr_expect_eq(fixture_count(&f, "select count(*) from action"), (int)doc.actions.n);
}

Test(import, derives_a_code_that_is_free)
{
	OK(&f, import(""));
	const char *first = f.plan.code;
	cr_expect_str_eq(first, plan_propose_code(&f.a, &doc));
	doc.text = arena_printf(&f.a, "%s ", doc.text);
	OK(&f, import(""));
	cr_expect_str_eq(f.plan.code, arena_printf(&f.a, "%s-2", first));
}

Test(import, the_same_document_again_is_refused_by_its_code)
{
	OK(&f, import("qs2021"));
	f.changes = 0;
	REFUSED(&f, ERR_EXISTS, "plan qs2021 (青山区健康行动实施方案)", import("other"));
	cr_expect_not_null(strstr(f.e.text, "duban list --plan qs2021"), "%s", f.e.text);
	cr_expect_eq(f.changes, 0);
	cr_expect_eq(fixture_count(&f, "select count(*) from plan"), 1);
}

Test(import, a_code_is_taken_once)
{
	OK(&f, import("qs2021"));
	doc.text = arena_printf(&f.a, "%s ", doc.text);
	REFUSED(&f, ERR_EXISTS, "青山区健康行动实施方案", import("qs2021"));
	cr_expect_str_eq(f.e.field, "code");
}

Test(import, documents_without_text_are_told_apart_by_what_names_them)
{
	doc.nbytes = 0;
	doc.text = "";
	for (size_t i = 0; i < doc.actions.n; i++)
		doc.actions.at[i].clause = (struct plan_span){0, 0};
	OK(&f, import("a"));
	REFUSED(&f, ERR_EXISTS, "", import("b"));
	doc.doc_no = "青政发〔2021〕4号";
	OK(&f, import("b"));
}

Test(import, is_the_offices)
{
	fixture_fill(&f);
	doc.text = arena_printf(&f.a, "%s ", doc.text);
	REFUSED(&f, ERR_DENIED, "",
		store_plan_import(f.s, &f.education, &doc, "x", &f.a, &f.plan, NULL, &f.e));
	cr_expect_eq(fixture_count(&f, "select count(*) from plan"), 1);
}

Test(import, units_come_in_the_order_of_the_document)
{
	static const char *const names[] = {"区卫生健康局", "区教育局",	    "各街镇",	"区体育局",
					    "区文化局",	    "区生态环境局", "区住建局", "区水利局"};
	struct unit_rows rows;

	OK(&f, import("qs2021"));
	OK(&f, store_unit_list(f.s, &f.a, &rows, &f.e));
	cr_assert_eq(rows.n, 8);
	for (size_t i = 0; i < rows.n; i++) {
		cr_expect_str_eq(rows.at[i].name, names[i]);
		cr_expect_eq(rows.at[i].kind, i == 2 ? UNIT_COLLECTIVE : UNIT_SINGLE);
	}
	cr_expect_eq(rows.at[1].nlead, 1);
	cr_expect_eq(rows.at[1].nother, 1);
}

Test(import, a_merge_makes_one_unit_of_two_names)
{
	struct unit_row u;

	doubt("区生态环境局", "区环保局", DOUBT_TAKEN);
	doc.actions.at[0].units.at[1].name = "区环保局";
	OK(&f, import("qs2021"));
	OK(&f, store_unit_find(f.s, &f.a, "区环保局", &u, &f.e));
	cr_expect_str_eq(u.name, "区生态环境局");
	cr_expect_str_eq(u.aliases, "区环保局");
	cr_expect_eq(u.nlead + u.nother, 2);
}

Test(import, names_that_nobody_said_are_one_stay_two)
{
	static const enum doubt_answer answers[] = {DOUBT_OPEN, DOUBT_LEFT};
	struct unit_row u;

	for (size_t i = 0; i < 2; i++) {
		doc.actions.at[0].units.at[1].name = "区环保局";
		doc.text = arena_printf(&f.a, "%s ", doc.text);
		doubt("区生态环境局", "区环保局", answers[i]);
		OK(&f, import(""));
		OK(&f, store_unit_find(f.s, &f.a, "区环保局", &u, &f.e));
		cr_expect_str_eq(u.name, "区环保局");
	}
}

Test(import, a_unit_named_twice_in_one_action_keeps_the_stronger_role)
{
	struct assignment_rows rows;

	doubt("区卫生健康局", "区教育局", DOUBT_TAKEN);
	OK(&f, import("qs2021"));
	OK(&f, store_assignment_list(f.s, &f.a, NULL, fixture_action(&f, "2"), 0, &rows, &f.e));
	cr_assert_eq(rows.n, 1);
	cr_expect_str_eq(rows.at[0].unit, "区卫生健康局");
	cr_expect_eq(rows.at[0].role, ROLE_LEAD);
}

Test(import, other_names_of_the_file_are_known)
{
	struct unit_row u;

	OK(&f, store_unit_add(f.s, &f.admin, "区卫健委", UNIT_SINGLE, &f.a, &u, NULL, &f.e));
	OK(&f, store_unit_alias(f.s, &f.admin, u.id, "区卫生健康局", NULL, &f.e));
	OK(&f, import("qs2021"));
	OK(&f, store_unit_get(f.s, &f.a, u.id, &u, &f.e));
	cr_expect_eq(u.nlead, 1);
	cr_expect_eq(u.nother, 1);
}

Test(import, a_unit_of_the_file_that_is_said_to_be_another_is_merged)
{
	struct unit_row u;

	doubt("区卫生健康局", "区卫健委", DOUBT_TAKEN);
	OK(&f, store_unit_add(f.s, &f.admin, "区卫健委", UNIT_SINGLE, &f.a, &u, NULL, &f.e));
	OK(&f, import("qs2021"));
	OK(&f, store_unit_find(f.s, &f.a, "区卫健委", &u, &f.e));
	cr_expect_str_eq(u.name, "区卫生健康局");
	cr_expect_str_eq(u.aliases, "区卫健委");
}

Test(import, a_printed_deadline_becomes_a_common_milestone)
{
	OK(&f, import("qs2021"));
	cr_expect_eq(fixture_count(&f, "select count(*) from milestone where due = '2021-12-31' "
				       "and unit_id is null and state = 'open'"),
		     1);
	cr_expect_eq(fixture_count(&f, "select count(*) from milestone"), 1);
}

Test(import, what_does_not_fit_together_is_refused)
{
	doc.actions.at[4].parent = "(七)";
	REFUSED(&f, ERR_INPUT, "(七)", import("qs2021"));
	doc.actions.at[4].parent = "(四)";
	doc.actions.at[4].section = "三";
	REFUSED(&f, ERR_INPUT, "三", import("qs2021"));
	doc.actions.at[4].section = "二";
	doc.actions.at[1].due = "2021-13";
	REFUSED(&f, ERR_INPUT, "2021-13", import("qs2021"));
	doc.actions.at[1].due = "";
	doc.actions.at[1].clause.to = doc.nbytes + 1;
	REFUSED(&f, ERR_INPUT, "", import("qs2021"));
	cr_expect_eq(fixture_count(&f, "select (select count(*) from plan) + "
				       "(select count(*) from unit)"),
		     0);
}

/* Everything that an import writes, as one number. */
static const char all_rows[] =
	"select (select count(*) from plan) + (select count(*) from section) + "
	"(select count(*) from action) + (select count(*) from unit) + "
	"(select count(*) from unit_alias) + (select count(*) from assignment) + "
	"(select count(*) from indicator) + (select count(*) from target) + "
	"(select count(*) from volume) + (select count(*) from milestone) + "
	"(select count(*) from log where act <> 'file.create')";

/* Fails the n-th call of the engine, for every n until the import comes through. */
Test(import, breaking_off_anywhere_leaves_nothing)
{
	int n = 0, got = -1;

	doubt("区生态环境局", "区环保局", DOUBT_TAKEN);
	for (int step = 1; got; step += n < 40 ? 1 : 7) {
		fixture_reopen(&f, &sql_fault);
		f.changes = 0;
		fault_set(step);
		got = import("qs2021");
		fault_set(0);
		if (!got)
			break;
		n++;
		cr_assert_eq(f.e.code, ERR_IO, "%s", f.e.text);
		cr_assert_eq(f.changes, 0);
		cr_assert_eq(fixture_count(&f, all_rows), 0, "after call %d", step);
		cr_assert_lt(step, 5000);
	}
	cr_expect_gt(n, 40);
	cr_expect_eq(fixture_count(&f, all_rows), 40);
}
