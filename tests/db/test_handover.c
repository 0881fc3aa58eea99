/* One person after another: what is open with the units of somebody, the posts and unsent texts
 * that go over, and the tasks that nobody is there for. */
#include "tests/db/fixture.h"
#include "tests/support/seen.h"

#include "db/people/store_handover.h"
#include "db/report/store_milestone.h"
#include "db/report/store_report.h"

#include <criterion/criterion.h>

#include <string.h>

static struct fixture f;
static struct person_row new_one;

static void begin(void)
{
	fixture_begin(&f);
	fixture_fill(&f);
	OK(&f, store_person_add(f.s, &f.admin, "heir", "何继", "", &f.a, &new_one, NULL, &f.e));
}

static void end(void)
{
	fixture_end(&f);
}

TestSuite(handover, .init = begin, .fini = end);

static struct open_rows list_open(int64_t person_id)
{
	struct open_rows rows;

	OK(&f, store_open_list(f.s, &f.a, &f.admin, person_id, &rows, &f.e));
	return rows;
}

static int count(const struct open_rows *rows, enum open_kind kind)
{
	int n = 0;

	for (size_t i = 0; i < rows->n; i++)
		n += rows->at[i].kind == kind;
	return n;
}

static struct milestone_row add_milestone(const char *no, int64_t unit_id, struct actor *who)
{
	struct milestone_new m = {.action_id = fixture_action(&f, no),
				  .unit_id = unit_id,
				  .title = "开展筛查",
				  .note = "",
				  .due = {2021, 12, 10}};
	struct milestone_row row;

	OK(&f, store_milestone_put(f.s, who, &m, &f.a, &row, NULL, &f.e));
	return row;
}

/* The education bureau has actions 1 (cooperates) and 2 (leads). */
Test(handover, lists_what_is_open)
{
	int64_t edu = fixture_unit(&f, "区教育局");
	const struct draft_field field = {"done", "写到一半"};
	struct open_rows rows = list_open(f.education.person_id);

	cr_expect_eq(count(&rows, OPEN_TASK), 2);
	cr_expect_eq(count(&rows, OPEN_REPORT), 2);
	int milestones = count(&rows, OPEN_MILESTONE);
	add_milestone("2", edu, &f.education);
	add_milestone("2", 0, &f.office); /* the lead delivers it */
	add_milestone("1", 0, &f.office); /* … and not who cooperates */
	fixture_draft(&f, "milestone:2:0", &field, 1);
	fixture_draft(&f, "import:plan.txt", &field, 1); /* is of no unit's work */
	rows = list_open(f.education.person_id);
	cr_expect_eq(count(&rows, OPEN_MILESTONE), milestones + 2);
	cr_expect_eq(count(&rows, OPEN_DRAFT), 1);
	cr_expect_eq(rows.at[rows.n - 1].kind, OPEN_DRAFT);
	cr_expect_str_eq(rows.at[rows.n - 1].what, "milestone");
	cr_expect_str_eq(open_state_word(&rows.at[0]), "issued");
	cr_expect_str_eq(rows.at[0].unit, "区教育局");
	rows = list_open(new_one.id);
	cr_expect_eq(rows.n, 0);
}

Test(handover, a_report_is_open_until_it_is_handed_in_and_when_it_came_back)
{
	int64_t edu = fixture_unit(&f, "区教育局"), action = fixture_action(&f, "2");
	struct report_new r = {.action_id = action,
			       .unit_id = edu,
			       .period_id = fixture_period(&f, "2021Q4"),
			       .percent = 40,
			       .done = "已完成筛查",
			       .problems = "",
			       .next = ""};
	struct report_row row;
	struct open_rows rows;

	OK(&f, store_report_put(f.s, &f.education, &r, REPORT_SUBMIT, &f.a, &row, NULL, &f.e));
	rows = list_open(f.education.person_id);
	cr_expect_eq(count(&rows, OPEN_REPORT), 1);
	OK(&f, store_report_review(f.s, &f.office, row.id, row.version, REPORT_RETURN, "请补数字",
				   NULL, &f.e));
	rows = list_open(f.education.person_id);
	cr_assert_eq(count(&rows, OPEN_REPORT), 2);
	for (size_t i = 0; i < rows.n; i++)
		if (rows.at[i].kind == OPEN_REPORT && rows.at[i].action_id == action)
			cr_expect_str_eq(open_state_word(&rows.at[i]), "returned");
}

Test(handover, moves_posts_and_unsent_texts)
{
	const struct draft_field field = {"done", "写到一半"};
	struct handover_done done;
	struct person_row old, heir;
	struct draft d;

	fixture_draft(&f, "report:2:1:4", &field, 1);
	fixture_draft(&f, "import:plan.txt", &field, 1);
	f.changes = 0;
	OK(&f, store_handover(f.s, &f.admin, f.education.person_id,
			      seen_person(f.s, f.education.person_id), new_one.id, &done,
			      &f.changes, &f.e));
	cr_expect_eq(done.nposts, 1);
	cr_expect_eq(done.ndrafts, 1);
	cr_expect_eq(done.nkept, 0);
	cr_expect_eq(f.changes, CHANGE_PERSON | CHANGE_DRAFT);
	OK(&f, store_person_find(f.s, &f.a, "education", &old, &f.e));
	OK(&f, store_person_find(f.s, &f.a, "heir", &heir, &f.e));
	cr_expect_eq(old.posts.n, 0);
	cr_assert_eq(heir.posts.n, 1);
	cr_expect_eq(heir.posts.at[0].role, POST_REPORTER);
	cr_expect_str_eq(heir.posts.at[0].unit, "区教育局");
	struct actor who;
	actor_of(&who, &heir, "", f.now);
	OK(&f, store_draft_load(f.s, &f.a, &who, "report:2:1:4", &d, &f.e));
	cr_assert_eq(d.fields.n, 1);
	cr_expect_str_eq(d.fields.at[0].text, "写到一半");
	OK(&f, store_draft_load(f.s, &f.a, &f.education, "import:plan.txt", &d, &f.e));
	cr_expect_eq(d.fields.n, 1);
	cr_expect_eq(fixture_count(&f, "SELECT count(*) FROM log WHERE act = 'person.handover' "
				       "AND after LIKE '%\"to\":\"heir\"%'"),
		     1);
}

Test(handover, covers_no_text_of_the_other)
{
	const struct draft_field mine = {"done", "我的"}, theirs = {"done", "接手人的"};
	struct handover_done done;
	struct person_row heir;
	struct draft_new n = {
		.fields = &theirs, .nfields = 1, .focus = "", .seat = "", .read = DRAFT_ANY};
	struct actor who;
	struct draft d;
	int64_t version;

	fixture_draft(&f, "report:2:1:4", &mine, 1);
	OK(&f, store_person_find(f.s, &f.a, "heir", &heir, &f.e));
	actor_of(&who, &heir, "", f.now);
	OK(&f, store_draft_put(f.s, &who, "report:2:1:4", &n, &version, &f.e));
	OK(&f, store_handover(f.s, &f.admin, f.education.person_id,
			      seen_person(f.s, f.education.person_id), heir.id, &done, NULL, &f.e));
	cr_expect_eq(done.ndrafts, 0);
	cr_expect_eq(done.nkept, 1);
	OK(&f, store_draft_load(f.s, &f.a, &who, "report:2:1:4", &d, &f.e));
	cr_expect_str_eq(d.fields.at[0].text, "接手人的");
	OK(&f, store_draft_load(f.s, &f.a, &f.education, "report:2:1:4", &d, &f.e));
	cr_expect_str_eq(d.fields.at[0].text, "我的");
}

Test(handover, a_post_that_the_other_holds_already_only_ends)
{
	struct handover_done done;
	struct person_row heir;

	OK(&f, store_post_add(f.s, &f.admin, new_one.id, seen_person(f.s, new_one.id),
			      POST_REPORTER, fixture_unit(&f, "区教育局"), NULL, &f.e));
	OK(&f,
	   store_handover(f.s, &f.admin, f.education.person_id,
			  seen_person(f.s, f.education.person_id), new_one.id, &done, NULL, &f.e));
	OK(&f, store_person_find(f.s, &f.a, "heir", &heir, &f.e));
	cr_expect_eq(heir.posts.n, 1);
}

Test(handover, is_possible_after_the_person_was_shut_out)
{
	struct handover_done done;

	OK(&f, store_person_set_active(f.s, &f.admin, f.education.person_id,
				       seen_person(f.s, f.education.person_id), false, NULL, &f.e));
	struct open_rows rows = list_open(f.education.person_id);
	cr_expect_eq(count(&rows, OPEN_REPORT), 2);
	OK(&f,
	   store_handover(f.s, &f.admin, f.education.person_id,
			  seen_person(f.s, f.education.person_id), new_one.id, &done, NULL, &f.e));
	cr_expect_eq(done.nposts, 1);
}

Test(handover, is_refused)
{
	int64_t old = f.education.person_id;
	struct handover_done done;
	struct open_rows rows;

	REFUSED(&f, ERR_DENIED, "administrator",
		store_handover(f.s, &f.office, old, seen_person(f.s, old), new_one.id, &done, NULL,
			       &f.e));
	REFUSED(&f, ERR_DENIED, "administrator",
		store_open_list(f.s, &f.a, &f.sports, old, &rows, &f.e));
	REFUSED(&f, ERR_INPUT, "two people",
		store_handover(f.s, &f.admin, old, seen_person(f.s, old), old, &done, NULL, &f.e));
	REFUSED(&f, ERR_STATE, "no post in a unit",
		store_handover(f.s, &f.admin, new_one.id, seen_person(f.s, new_one.id), old, &done,
			       NULL, &f.e));
	REFUSED(&f, ERR_NOT_FOUND, "person",
		store_handover(f.s, &f.admin, old, seen_person(f.s, old), 999, &done, NULL, &f.e));
	OK(&f, store_person_set_active(f.s, &f.admin, new_one.id, seen_person(f.s, new_one.id),
				       false, NULL, &f.e));
	REFUSED(&f, ERR_STATE, "not active",
		store_handover(f.s, &f.admin, old, seen_person(f.s, old), new_one.id, &done, NULL,
			       &f.e));
	cr_expect_eq(fixture_count(&f, "SELECT count(*) FROM log WHERE act = 'post.end'"), 0);
}

static size_t count_orphans(const char *unit)
{
	const struct lamp_rules rules = LAMP_RULES_DEFAULT;
	struct task_rows rows;
	size_t n = 0;

	OK(&f,
	   store_orphan_list(f.s, &f.a, &f.office, f.plan.id, &rules, f.now.today, &rows, &f.e));
	for (size_t i = 0; i < rows.n; i++)
		n += strcmp(rows.at[i].unit, unit) == 0;
	return n;
}

Test(handover, tasks_that_nobody_is_there_for)
{
	int ntasks, nunits, before, before_units;

	OK(&f, store_orphan_count(f.s, &f.office, f.plan.id, &before, &before_units, &f.e));
	cr_expect_eq(count_orphans("区教育局"), 0);
	cr_expect_eq(count_orphans("区文化局"), 1); /* nobody has a post in it */
	OK(&f, store_person_set_active(f.s, &f.admin, f.education.person_id,
				       seen_person(f.s, f.education.person_id), false, NULL, &f.e));
	cr_expect_eq(count_orphans("区教育局"), 0, "its approver is there still");
	OK(&f, store_person_set_active(f.s, &f.admin, f.approver.person_id,
				       seen_person(f.s, f.approver.person_id), false, NULL, &f.e));
	cr_expect_eq(count_orphans("区教育局"), 2);
	OK(&f, store_orphan_count(f.s, &f.office, f.plan.id, &ntasks, &nunits, &f.e));
	cr_expect_eq(ntasks, before + 2);
	cr_expect_eq(nunits, before_units + 1);
}

Test(handover, an_open_list_is_summed_up_in_words)
{
	struct open_row rows[] = {
		{.kind = OPEN_REPORT}, {.kind = OPEN_MILESTONE}, {.kind = OPEN_REPORT}};
	const struct open_rows some = {rows, 3, 3}, none = {0};

	cr_expect_str_eq(open_summary(&f.a, &some), "2 reports, 1 milestone");
	cr_expect_str_eq(open_summary(&f.a, &none), "");
}
