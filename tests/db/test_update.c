/* A plan that is issued anew: what stays keeps everything, what goes is withdrawn and may come
 * back, and a break-off anywhere leaves the edition before. */
#include "tests/db/edition.h"
#include "tests/db/fault.h"

#include "db/store_evidence.h"
#include "db/store_log.h"
#include "db/store_milestone.h"
#include "db/store_report.h"
#include "db/store_task.h"

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

static struct task_rows tasks_of(const char *unit)
{
	const struct task_filter all = {.plan_id = x.f.plan.id,
					.unit_id = fixture_unit(&x.f, unit),
					.role = -1,
					.lamp = -1};
	const struct lamp_rules rules = {0};
	struct task_rows rows = {0};

	OK(&x.f,
	   store_task_list(x.f.s, &x.f.a, &x.f.office, &all, &rules, x.f.now.today, &rows, &x.f.e));
	return rows;
}

static const char *kinds(const struct plan_diff *d)
{
	const char *text = "";

	for (size_t i = 0; i < d->entries.n; i++)
		text = arena_printf(&x.f.a, "%s%s%s %s", text, i ? ", " : "",
				    plan_diff_path(d, &d->entries.at[i]),
				    diff_kind_word(d->entries.at[i].kind));
	return text;
}

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

	OK(&x.f, store_assign(x.f.s, &x.f.office, fixture_action(&x.f, "5"),
			      fixture_unit(&x.f, "区体育局"), ROLE_LEAD, NULL, &x.f.e));
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

	cr_expect_str_eq(kinds(d), "1 changed, 2 changed, 3 gone, 四 same, 四.1 changed, "
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
	cr_expect_eq(d->counts[DIFF_SAME], 7, "%s", kinds(d));
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
	OK(&x.f, store_plan_close(x.f.s, &x.f.office, "qs2021", "完成", NULL, &x.f.e));
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
	cr_expect_eq(tasks_of("区体育局").n, 1);
	OK(&x.f, edition_update(&x));
	struct task_rows tasks = tasks_of("区体育局");
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

Test(update, clauses_and_texts_of_before_are_kept_word_for_word)
{
	int64_t id = fixture_action(&x.f, "1"), same = fixture_action(&x.f, "四.2");
	struct clause_rows rows;
	struct edition_rows editions;
	const char *text;
	struct plan first;

	fixture_plan(&x.f.a, &first);
	OK(&x.f, edition_update(&x));
	OK(&x.f, store_clause_list(x.f.s, &x.f.a, &x.f.town, id, &rows, &x.f.e));
	cr_assert_eq(rows.n, 2);
	cr_expect_eq(rows.at[0].from, 2);
	cr_expect_eq(rows.at[0].to, 0);
	cr_expect_eq(rows.at[1].from, 1);
	cr_expect_eq(rows.at[1].to, 1);
	const struct plan_span *span = &first.actions.at[0].clause;
	cr_expect_str_eq(rows.at[1].text,
			 arena_strndup(&x.f.a, first.text + span->from, span->to - span->from));
	OK(&x.f, store_clause_list(x.f.s, &x.f.a, &x.f.office, same, &rows, &x.f.e));
	cr_assert_eq(rows.n, 2);
	cr_expect_str_eq(rows.at[1].path, "四.2");
	cr_expect_str_eq(rows.at[0].path, "四.1");
	OK(&x.f, store_edition_list(x.f.s, &x.f.a, &x.f.town, x.f.plan.id, &editions, &x.f.e));
	cr_assert_eq(editions.n, 2);
	cr_expect_eq(editions.at[0].number, 2);
	cr_expect_eq(editions.at[0].superseded_at, 0);
	cr_expect_eq(editions.at[1].superseded_at, x.f.now.utc);
	cr_expect_str_eq(editions.at[1].file, "qingshan.txt");
	OK(&x.f, store_edition_text(x.f.s, &x.f.a, &x.f.town, x.f.plan.id, 1, &text, &x.f.e));
	cr_expect_str_eq(text, first.text);
	OK(&x.f, store_edition_text(x.f.s, &x.f.a, &x.f.town, x.f.plan.id, 2, &text, &x.f.e));
	cr_expect_str_eq(text, x.doc.text);
	REFUSED(&x.f, ERR_NOT_FOUND, "3",
		store_edition_text(x.f.s, &x.f.a, &x.f.town, x.f.plan.id, 3, &text, &x.f.e));
}

/* Everything that people entered, as one text. */
static const char *entered(void)
{
	static const char *const texts[] = {
		"select group_concat(id || ':' || action_id || ':' || unit_id || ':' || version || "
		"':' "
		"|| state || ':' || done, ';') from report",
		"select group_concat(report_id || ':' || volume_id || ':' || value, ';') "
		"from report_volume",
		"select group_concat(id || ':' || unit_id || ':' || title, ';') from evidence",
		"select group_concat(evidence_id || ':' || action_id || ':' || "
		"coalesce(milestone_id, 0), ';') from evidence_link",
		"select group_concat(id || ':' || action_id || ':' || title || ':' || due, ';') "
		"from milestone where of_document = 0"};
	const char *all = "";

	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		struct sql_stmt *q = sql_query(x.f.s->db, texts[i], &x.f.e);
		cr_assert_eq(sql_next(q, &x.f.e), 1, "%s", x.f.e.text);
		all = arena_printf(&x.f.a, "%s%s\n", all, sql_peek(q));
		sql_end(q);
	}
	return all;
}

static void report(const struct actor *who, const char *no, const char *unit)
{
	struct report_new r = {.action_id = fixture_action(&x.f, no),
			       .unit_id = fixture_unit(&x.f, unit),
			       .period_id = fixture_period(&x.f, "2021Q4"),
			       .percent = 60,
			       .done = "已完成六成"};
	struct report_row row;

	OK(&x.f, store_report_put(x.f.s, who, &r, REPORT_SUBMIT, &x.f.a, &row, NULL, &x.f.e));
}

static void enter_progress(void)
{
	struct milestone_new m = {.action_id = fixture_action(&x.f, "3"),
				  .unit_id = fixture_unit(&x.f, "区体育局"),
				  .title = "开工",
				  .due = {2021, 12, 1},
				  .note = ""};
	struct evidence_new v = {.action_id = m.action_id,
				 .unit_id = m.unit_id,
				 .kind = EVIDENCE_NOTE,
				 .title = "现场照片",
				 .note = "附三张"};
	struct milestone_row milestone;
	struct evidence_row evidence;

	report(&x.f.health, "1", "区卫生健康局");
	report(&x.f.education, "2", "区教育局");
	report(&x.f.sports, "3", "区体育局");
	OK(&x.f, store_milestone_put(x.f.s, &x.f.sports, &m, &x.f.a, &milestone, NULL, &x.f.e));
	v.milestone_id = milestone.id;
	OK(&x.f, store_evidence_add(x.f.s, &x.f.sports, &v, &x.f.a, &evidence, NULL, &x.f.e));
}

Test(update, what_people_entered_is_untouched_also_when_it_goes_and_comes_back)
{
	int64_t sports = fixture_action(&x.f, "3");
	struct report_rows rows;

	enter_progress();
	const char *before = entered();
	OK(&x.f, edition_update(&x));
	cr_expect_str_eq(entered(), before);
	OK(&x.f, store_report_list(x.f.s, &x.f.a, &x.f.sports, sports, 0, &rows, &x.f.e));
	cr_expect_eq(rows.n, 1);
	edition_first(&x);
	struct plan_diff *d = edition_compare(&x);
	cr_expect_eq(d->counts[DIFF_BACK], 1, "%s", kinds(d));
	OK(&x.f, store_plan_update(x.f.s, &x.f.office, d, &x.f.a, &x.f.plan, NULL, &x.f.e));
	cr_expect_str_eq(entered(), before);
	cr_expect_eq(fixture_action(&x.f, "3"), sports);
	cr_expect_eq(fixture_count(&x.f, "select count(*) from action where state = 'withdrawn'"),
		     1);
	cr_expect_eq(fixture_count(&x.f, "select count(*) from action where path = '3@2'"), 1);
	cr_expect_eq(tasks_of("区体育局").n, 1);
	struct clause_rows clauses;
	OK(&x.f, store_clause_list(x.f.s, &x.f.a, &x.f.office, sports, &clauses, &x.f.e));
	cr_assert_eq(clauses.n, 2);
	cr_expect_eq(clauses.at[0].from, 3);
	cr_expect_eq(clauses.at[1].to, 1);
	cr_expect_str_eq(clauses.at[1].path, "3@1");
}

Test(update, nobody_waits_for_the_review_of_a_withdrawn_action)
{
	struct report_rows rows;

	enter_progress();
	OK(&x.f, store_report_waiting(x.f.s, &x.f.a, &x.f.office, 0, 9, &rows, &x.f.e));
	cr_expect_eq(rows.n, 3);
	OK(&x.f, edition_update(&x));
	OK(&x.f, store_report_waiting(x.f.s, &x.f.a, &x.f.office, 0, 9, &rows, &x.f.e));
	cr_expect_eq(rows.n, 2);
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

/* The whole file as a number that any change changes. */
static const char whole[] =
	"select (select count(*) from log) * 1000000 + (select sum(version) from action) * 10000 + "
	"(select sum(version) from assignment) * 100 + (select count(*) from edition) + "
	"(select count(*) from clause) + (select sum(seq) from action) + "
	"(select count(*) from target where ended_at is not null) + "
	"(select sum(version) from milestone)";

Test(update, a_place_outside_of_the_document_is_refused)
{
	x.doc.actions.at[0].clause.to = x.doc.nbytes + 1;
	struct plan_diff *d = edition_compare(&x);
	REFUSED(&x.f, ERR_INPUT, "outside",
		store_plan_update(x.f.s, &x.f.office, d, &x.f.a, &x.f.plan, NULL, &x.f.e));
}

Test(update, breaking_off_anywhere_leaves_the_edition_before)
{
	enter_progress();
	int64_t before = fixture_count(&x.f, whole);
	struct plan_diff *d = edition_compare(&x);
	int n = 0, got = -1;

	for (int step = 1; got; step += n < 60 ? 1 : 7) {
		fixture_reopen(&x.f, &sql_fault);
		x.f.changes = 0;
		fault_set(step);
		got = store_plan_update(x.f.s, &x.f.office, d, &x.f.a, &x.f.plan, &x.f.changes,
					&x.f.e);
		fault_set(0);
		if (!got)
			break;
		n++;
		cr_assert_eq(x.f.e.code, ERR_IO, "%s", x.f.e.text);
		cr_assert_eq(x.f.changes, 0);
		cr_assert_eq(fixture_count(&x.f, whole), before, "after call %d", step);
		cr_assert_lt(step, 5000);
	}
	cr_expect_gt(n, 60);
	cr_expect_eq(fixture_count(&x.f, "select count(*) from edition"), 1);
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
