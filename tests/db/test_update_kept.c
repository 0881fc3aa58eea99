/* What a plan that is issued anew leaves untouched: texts of before, what people entered, and all
 * of the edition before when it breaks off. */
#include "tests/db/edition.h"
#include "tests/db/fault.h"

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

TestSuite(update_kept, .init = begin, .fini = end);

Test(update_kept, clauses_and_texts_of_before_are_kept_word_for_word)
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

Test(update_kept, what_people_entered_is_untouched_also_when_it_goes_and_comes_back)
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
	cr_expect_eq(d->counts[DIFF_BACK], 1, "%s", edition_kinds(&x, d));
	OK(&x.f, store_plan_update(x.f.s, &x.f.office, d, &x.f.a, &x.f.plan, NULL, &x.f.e));
	cr_expect_str_eq(entered(), before);
	cr_expect_eq(fixture_action(&x.f, "3"), sports);
	cr_expect_eq(fixture_count(&x.f, "select count(*) from action where state = 'withdrawn'"),
		     1);
	cr_expect_eq(fixture_count(&x.f, "select count(*) from action where path = '3@2'"), 1);
	cr_expect_eq(edition_tasks(&x, "区体育局").n, 1);
	struct clause_rows clauses;
	OK(&x.f, store_clause_list(x.f.s, &x.f.a, &x.f.office, sports, &clauses, &x.f.e));
	cr_assert_eq(clauses.n, 2);
	cr_expect_eq(clauses.at[0].from, 3);
	cr_expect_eq(clauses.at[1].to, 1);
	cr_expect_str_eq(clauses.at[1].path, "3@1");
}

Test(update_kept, nobody_waits_for_the_review_of_a_withdrawn_action)
{
	struct report_rows rows;

	enter_progress();
	OK(&x.f, store_report_waiting(x.f.s, &x.f.a, &x.f.office, 0, 9, &rows, &x.f.e));
	cr_expect_eq(rows.n, 3);
	OK(&x.f, edition_update(&x));
	OK(&x.f, store_report_waiting(x.f.s, &x.f.a, &x.f.office, 0, 9, &rows, &x.f.e));
	cr_expect_eq(rows.n, 2);
}

/* The whole file as a number that any change changes. */
static const char whole[] =
	"select (select count(*) from log) * 1000000 + (select sum(version) from action) * 10000 + "
	"(select sum(version) from assignment) * 100 + (select count(*) from edition) + "
	"(select count(*) from clause) + (select sum(seq) from action) + "
	"(select count(*) from target where ended_at is not null) + "
	"(select sum(version) from milestone)";

Test(update_kept, breaking_off_anywhere_leaves_the_edition_before)
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
