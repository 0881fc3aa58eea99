/* A plan that is issued anew: what is compared and refused, what stays, goes, and comes back. */
#include "tests/db/edition.h"
#include "tests/db/fault.h"
#include "tests/support/seen.h"

#include "db/report/store_evidence.h"
#include "db/store_log.h"
#include "db/report/store_milestone.h"
#include "db/report/store_report.h"
#include "db/plan/store_task.h"

#include <criterion/criterion.h>

#include <string.h>

static struct edition x;
static void begin(void)
{
	edition_begin(&x);
}

static void end(void)
{
	fault_set(0);
	fixture_end(&x.f);
}

TestSuite(update, .init = begin, .fini = end);

Test(update, the_plan_can_be_read_as_a_document)
{
	struct plan_standing was;
	struct plan first;

	fixture_plan(&x.f.a, &first);
	OK(&x.f,
	   store_plan_read(x.f.s, &x.f.a, &x.f.office, "qs2021", PLAN_AS_ISSUED, &was, &x.f.e));
	cr_expect_str_eq(was.plan.text, first.text);
	cr_assert_eq(was.plan.actions.n, first.actions.n);
	cr_expect_eq(was.nactions, first.actions.n);
	for (size_t i = 0; i < first.actions.n; i++) {
		const struct plan_action *printed = &first.actions.at[i];
		const struct plan_action *read = &was.plan.actions.at[i];

		cr_expect_str_eq(read->no, printed->no);
		cr_expect_str_eq(read->title, printed->title);
		cr_expect_str_eq(read->section, printed->section);
		cr_expect_str_eq(read->parent, printed->parent);
		cr_expect_eq(read->clause.from, printed->clause.from);
		cr_assert_eq(read->units.n, printed->units.n, "%s", printed->title);
		for (size_t k = 0; k < printed->units.n; k++) {
			cr_expect_str_eq(read->units.at[k].name, printed->units.at[k].name);
			cr_expect_eq(read->units.at[k].role, printed->units.at[k].role);
		}
		cr_expect_str_eq(plan_diff_targets(&x.f.a, read),
				 plan_diff_targets(&x.f.a, printed));
		cr_expect_str_eq(plan_diff_volumes(&x.f.a, read),
				 plan_diff_volumes(&x.f.a, printed));
	}
}

Test(update, a_plan_read_as_it_stands_has_what_the_office_did)
{
	struct plan_standing was;

	OK(&x.f,
	   store_assign(x.f.s, &x.f.office, fixture_action(&x.f, "5"),
			fixture_unit(&x.f, "区体育局"),
			seen_part(x.f.s, fixture_action(&x.f, "5"), fixture_unit(&x.f, "区体育局")),
			ROLE_LEAD, NULL, &x.f.e));
	OK(&x.f,
	   store_plan_read(x.f.s, &x.f.a, &x.f.office, "qs2021", PLAN_AS_ISSUED, &was, &x.f.e));
	cr_expect_eq(was.plan.actions.at[6].units.n, 0);
	OK(&x.f,
	   store_plan_read(x.f.s, &x.f.a, &x.f.office, "qs2021", PLAN_AS_IT_STANDS, &was, &x.f.e));
	cr_assert_eq(was.plan.actions.at[6].units.n, 1);
	cr_expect_str_eq(was.plan.actions.at[6].units.at[0].name, "区体育局");
	REFUSED(&x.f, ERR_DENIED, "coordinating office",
		store_plan_read(x.f.s, &x.f.a, &x.f.sports, "qs2021", PLAN_AS_IT_STANDS, &was,
				&x.f.e));
}

Test(update, the_comparison_tells_what_is_new_changed_and_gone)
{
	struct plan_diff *d = edition_compare(&x);

	cr_expect_str_eq(edition_kinds(&x, d),
			 "1 changed, 2 changed, 3 gone, 四 same, 四.1 changed, "
			 "四.2 changed, 3 new, 5 changed");
	cr_assert_eq(d->head.n, 2);
	cr_expect_eq(d->head.at[0].part, DIFF_DOC_NO);
}

Test(update, other_names_of_a_unit_are_no_difference)
{
	edition_first(&x);
	OK(&x.f, store_unit_alias(x.f.s, &x.f.office, fixture_unit(&x.f, "区教育局"), "区教委",
				  NULL, &x.f.e));
	x.doc.actions.at[1].units.at[0].name = "区教委";
	x.doc.actions.at[2].units.at[0].name = "区文体局";
	*vec_push(&x.f.a, &x.doc.doubts) = (struct plan_doubt){
		.kind = DOUBT_SAME_UNIT, .answer = DOUBT_TAKEN, .a = "区文体局", .b = "区体育局"};
	struct plan_diff *d = edition_compare(&x);
	cr_expect_eq(d->counts[DIFF_SAME], 7, "%s", edition_kinds(&x, d));
	OK(&x.f, store_plan_update(x.f.s, &x.f.office, d, &x.f.a, &x.f.plan, NULL, &x.f.e));
	cr_expect_eq(fixture_count(&x.f, "select count(*) from assignment where version > 1 and "
					 "state = 'withdrawn'"),
		     0);
	cr_expect_eq(fixture_unit(&x.f, "区体育局"), fixture_unit(&x.f, "区文体局"));
}

Test(update, what_is_refused)
{
	struct plan_diff *d = edition_compare(&x), *none;

	fixture_plan(&x.f.a, &x.doc);
	REFUSED(&x.f, ERR_EXISTS, "qs2021",
		store_plan_compare(x.f.s, &x.f.a, &x.f.office, "qs2021", &x.doc, &none, &x.f.e));
	REFUSED(&x.f, ERR_NOT_FOUND, "nosuch",
		store_plan_compare(x.f.s, &x.f.a, &x.f.office, "nosuch", &x.doc, &none, &x.f.e));
	edition_second(&x);
	REFUSED(&x.f, ERR_DENIED, "",
		store_plan_compare(x.f.s, &x.f.a, &x.f.education, "qs2021", &x.doc, &none, &x.f.e));
	REFUSED(&x.f, ERR_DENIED, "",
		store_plan_update(x.f.s, &x.f.education, d, &x.f.a, &x.f.plan, NULL, &x.f.e));
	OK(&x.f, edition_update(&x));
	REFUSED(&x.f, ERR_CONFLICT, "李敏",
		store_plan_update(x.f.s, &x.f.office, d, &x.f.a, &x.f.plan, NULL, &x.f.e));
	OK(&x.f, store_plan_close(x.f.s, &x.f.office, "qs2021", seen_plan(x.f.s, "qs2021"), "完成",
				  NULL, &x.f.e));
	edition_first(&x);
	REFUSED(&x.f, ERR_STATE, "closed",
		store_plan_compare(x.f.s, &x.f.a, &x.f.office, "qs2021", &x.doc, &none, &x.f.e));
}

Test(update, an_edition_of_before_is_no_new_plan)
{
	struct plan first;

	OK(&x.f, edition_update(&x));
	fixture_plan(&x.f.a, &first);
	REFUSED(&x.f, ERR_EXISTS, "qs2021",
		store_plan_import(x.f.s, &x.f.office, &first, "x", &x.f.a, &x.f.plan, NULL,
				  &x.f.e));
}

Test(update, the_actions_take_their_places)
{
	struct action_rows rows;

	OK(&x.f, edition_update(&x));
	cr_expect_eq(x.f.plan.nactions, 7);
	cr_expect_str_eq(x.f.plan.doc_no, "青政发〔2022〕1号");
	OK(&x.f, store_action_list(x.f.s, &x.f.a, &x.f.office, x.f.plan.id, &rows, &x.f.e));
	static const char *const paths[] = {"1", "2", "四", "四.1", "四.2", "3", "5"};
	cr_assert_eq(rows.n, EDITION_ACTIONS);
	for (size_t i = 0; i < EDITION_ACTIONS; i++) {
		cr_expect_str_eq(rows.at[i].path, paths[i]);
		cr_expect_str_eq(rows.at[i].title, x.doc.actions.at[i].title);
		cr_expect_str_eq(rows.at[i].section_no, x.doc.actions.at[i].section);
		cr_expect_str_eq(rows.at[i].parent_no, x.doc.actions.at[i].parent);
	}
}

Test(update, a_gone_action_is_withdrawn_and_readable)
{
	int64_t id = fixture_action(&x.f, "3");
	struct withdrawal why;
	struct action_row row;

	OK(&x.f, edition_update(&x));
	OK(&x.f, store_action_find(x.f.s, &x.f.a, &x.f.sports, "qs2021/3@1", &row, &x.f.e));
	cr_expect_eq(row.id, id);
	cr_expect_eq(row.state, ACTION_WITHDRAWN);
	cr_expect_not_null(strstr(row.clause, "健身步道15.5公里"));
	cr_expect_neq(fixture_action(&x.f, "3"), id);
	OK(&x.f, store_action_withdrawal(x.f.s, &x.f.a, &x.f.sports, id, &why, &x.f.e));
	cr_expect_str_eq(why.reason, "not in edition 2");
	cr_expect_str_eq(why.by, "李敏");
	cr_expect_eq(why.at, x.f.now.utc);
	REFUSED(&x.f, ERR_DENIED, "", store_action_get(x.f.s, &x.f.a, &x.f.town, id, &row, &x.f.e));
}

Test(update, a_withdrawn_action_is_owed_no_more)
{
	struct milestone_filter open = {.plan_id = x.f.plan.id, .open_only = true};
	struct milestone_new m = {
		.action_id = fixture_action(&x.f, "3"), .title = "开工", .due = {2021, 12, 1}};
	struct milestone_rows rows;
	struct milestone_row row;

	OK(&x.f, store_milestone_put(x.f.s, &x.f.office, &m, &x.f.a, &row, NULL, &x.f.e));
	cr_expect_eq(edition_tasks(&x, "区体育局").n, 1);
	OK(&x.f, edition_update(&x));
	struct task_rows tasks = edition_tasks(&x, "区体育局");
	cr_assert_eq(tasks.n, 1);
	cr_expect_str_eq(tasks.at[0].path, "2");
	OK(&x.f, store_milestone_list(x.f.s, &x.f.a, &x.f.office, &open, &rows, &x.f.e));
	for (size_t i = 0; i < rows.n; i++)
		cr_expect_neq(rows.at[i].id, row.id);
	open = (struct milestone_filter){.action_id = m.action_id};
	OK(&x.f, store_milestone_list(x.f.s, &x.f.a, &x.f.office, &open, &rows, &x.f.e));
	cr_expect_eq(rows.n, 1);
	REFUSED(&x.f, ERR_STATE, "withdrawn",
		store_milestone_step(x.f.s, &x.f.office, row.id, row.version, MILESTONE_DROP,
				     (struct date){0}, "", NULL, &x.f.e));
}

Test(update, the_log_says_what_happened_and_holds)
{
	struct log_rows rows = {0};
	struct log_filter none = {0};
	int64_t nrows;

	OK(&x.f, edition_update(&x));
	OK(&x.f, store_log_list(x.f.s, &x.f.a, &x.f.office, &none, 1, &rows, &x.f.e));
	cr_expect_str_eq(rows.at[0].act, "plan.update");
	cr_expect_not_null(strstr(rows.at[0].after, "\"edition\":2"), "%s", rows.at[0].after);
	cr_expect_not_null(strstr(rows.at[0].after, "\"gone\":1"), "%s", rows.at[0].after);
	cr_expect_eq(fixture_count(&x.f, "select count(*) from log where act = 'action.withdraw'"),
		     1);
	cr_expect_eq(fixture_count(&x.f, "select count(*) from log where act = 'action.add'"), 1);
	cr_expect_eq(fixture_count(&x.f, "select count(*) from log where act = 'action.change'"),
		     5);
	OK(&x.f, store_log_verify(x.f.s, &nrows, &x.f.e));
	cr_expect_eq(x.f.changes, CHANGE_PLAN | CHANGE_UNIT | CHANGE_ASSIGNMENT | CHANGE_MILESTONE);
}

Test(update, what_does_not_fit_together_is_refused)
{
	struct plan_diff *d;

	x.doc.actions.at[3].parent = "(九)";
	d = edition_compare(&x);
	REFUSED(&x.f, ERR_INPUT, "(九)",
		store_plan_update(x.f.s, &x.f.office, d, &x.f.a, &x.f.plan, NULL, &x.f.e));
	x.doc.actions.at[3].parent = "(四)";
	x.doc.actions.at[1].due = "2022-13";
	d = edition_compare(&x);
	REFUSED(&x.f, ERR_INPUT, "2022-13",
		store_plan_update(x.f.s, &x.f.office, d, &x.f.a, &x.f.plan, NULL, &x.f.e));
	cr_expect_eq(fixture_count(&x.f, "select count(*) from edition"), 0);
	cr_expect_eq(fixture_count(&x.f, "select count(*) from action where path like '@%'"), 0);
}

Test(update, a_place_outside_of_the_document_is_refused)
{
	x.doc.actions.at[0].clause.to = x.doc.nbytes + 1;
	struct plan_diff *d = edition_compare(&x);
	REFUSED(&x.f, ERR_INPUT, "outside",
		store_plan_update(x.f.s, &x.f.office, d, &x.f.a, &x.f.plan, NULL, &x.f.e));
}

Test(update, somebody_may_know_better)
{
	int64_t gone = fixture_action(&x.f, "3");
	struct plan_diff *d = edition_compare(&x);

	plan_diff_pair(d, 2, 5);
	OK(&x.f, store_plan_update(x.f.s, &x.f.office, d, &x.f.a, &x.f.plan, NULL, &x.f.e));
	cr_expect_eq(fixture_action(&x.f, "3"), gone);
	cr_expect_eq(fixture_count(&x.f, "select count(*) from action where state = 'withdrawn'"),
		     0);
}
