/* Editions: how a report stood when it was handed in, accepted, corrected; and how often running
 * nothing has changed. */
#include "core/rule/edition.h"
#include "db/report/report_edition.h"
#include "db/report/store_period.h"
#include "db/report/store_report.h"
#include "db/cycle/store_request.h"
#include "tests/db/world.h"

#include <criterion/criterion.h>
#include <string.h>

#define TODAY "2021-11-21"

static struct world w;

static void setup(void)
{
	world_make(&w);
}

static void teardown(void)
{
	world_remove(&w);
}

TestSuite(report_edition, .init = setup, .fini = teardown);

static struct report_edition_rows editions_for(enum person_of_world person, int64_t report_id)
{
	struct actor who = world_actor(&w, person, TODAY);
	struct report_edition_rows rows;

	cr_assert_eq(store_report_editions(w.s, &w.a, &who, report_id, &rows, &w.e), 0, "%s",
		     w.e.text);
	return rows;
}

/* Handed in anew, with what is there as the version that was read. */
static struct report_row put_again(const struct report_row *row, int percent, const char *done,
				   enum report_step step)
{
	struct report_new r =
		world_text(row->action_id, row->unit_id, row->period_id, percent, done);

	r.report_id = row->id;
	r.version = world_report(&w, row->id).version;
	return world_put(&w, EDU_OFFICER, TODAY, &r, step);
}

Test(report_edition, a_draft_leaves_none)
{
	struct report_new r = world_text(ACTION_2, EDUCATION, Q4, 30, "草稿");
	struct report_row row = world_put(&w, EDU_OFFICER, TODAY, &r, REPORT_SAVE);

	cr_expect_eq(editions_for(EDU_OFFICER, row.id).n, 0);
}

Test(report_edition, every_handing_in_and_acceptance_leaves_one)
{
	static const struct {
		enum edition_kind kind;
		int percent;
		const char *done, *by;
	} expected[] = {
		{EDITION_SUBMITTED, 45, "完成二十所学校视力筛查", "林老师"},
		{EDITION_SUBMITTED, 50, "完成二十二所", "林老师"},
		{EDITION_ACCEPTED, 50, "完成二十二所", "邹主任"},
	};
	struct report_row row = world_handed_in(&w, TODAY);

	world_review(&w, OFFICE, TODAY, row.id, REPORT_RETURN, "请核对");
	put_again(&row, 50, "完成二十二所", REPORT_SAVE);
	put_again(&row, 50, "完成二十二所", REPORT_SUBMIT);
	world_review(&w, OFFICE, TODAY, row.id, REPORT_ACCEPT, "");

	struct report_edition_rows rows = editions_for(EDU_OFFICER, row.id);
	cr_assert_eq(rows.n, 3);
	for (size_t i = 0; i < rows.n; i++) {
		cr_expect_eq(rows.at[i].seq, (int)i + 1);
		cr_expect_eq(rows.at[i].kind, expected[i].kind, "edition %zu", i);
		cr_expect_eq(rows.at[i].percent, expected[i].percent, "edition %zu", i);
		cr_expect_str_eq(rows.at[i].done, expected[i].done);
		cr_expect_str_eq(rows.at[i].by, expected[i].by);
		cr_expect_gt(rows.at[i].at, 0);
	}
}

Test(report_edition, keeps_what_was_counted_for_volumes)
{
	struct report_volume_row five[] = {{.volume_id = VOLUME, .value = "5"}};
	struct report_new r = world_text(ACTION_2, EDUCATION, Q4, 25, "五所");
	struct report_row row;

	r.volumes.at = five;
	r.volumes.n = 1;
	row = world_put(&w, EDU_OFFICER, TODAY, &r, REPORT_SUBMIT);
	world_review(&w, OFFICE, TODAY, row.id, REPORT_RETURN, "请核对");
	r.report_id = row.id;
	r.version = world_report(&w, row.id).version;
	five[0].value = "7.5";
	world_put(&w, EDU_OFFICER, TODAY, &r, REPORT_SUBMIT);

	struct report_edition_rows rows = editions_for(EDU_OFFICER, row.id);
	cr_assert_eq(rows.n, 2);
	cr_assert_eq(rows.at[0].volumes.n, 1);
	cr_expect_str_eq(rows.at[0].volumes.at[0].value, "5");
	cr_assert_eq(rows.at[1].volumes.n, 1);
	cr_expect_eq(rows.at[1].volumes.at[0].volume_id, VOLUME);
	cr_expect_str_eq(rows.at[1].volumes.at[0].value, "7.5");
}

Test(report_edition, nothing_changes_one_that_is_there)
{
	struct report_row row = world_handed_in(&w, TODAY);

	world_review(&w, EDU_OFFICER, TODAY, row.id, REPORT_RECALL, "");
	put_again(&row, 10, "重写", REPORT_SAVE);
	cr_expect_str_eq(editions_for(EDU_OFFICER, row.id).at[0].done, "完成二十所学校视力筛查");
	cr_expect_eq(editions_for(EDU_OFFICER, row.id).at[0].percent, 45);
}

Test(report_edition, a_correction_keeps_the_old_figures)
{
	struct report_row row = world_handed_in(&w, TODAY);
	struct actor edu = world_actor(&w, EDU_OFFICER, TODAY),
		     office = world_actor(&w, OFFICE, TODAY);
	struct request_new ask = {.kind = REQUEST_CORRECTION,
				  .unit_id = EDUCATION,
				  .report_id = row.id,
				  .percent = 40,
				  .reason = "多计两所",
				  .done = "完成十八所",
				  .problems = "",
				  .next = ""};
	struct request_row asked;

	world_review(&w, OFFICE, TODAY, row.id, REPORT_ACCEPT, "");
	cr_assert_eq(store_request_ask(w.s, &edu, &ask, &w.a, &asked, NULL, &w.e), 0, "%s",
		     w.e.text);
	cr_assert_eq(store_request_decide(w.s, &office, asked.id, asked.version, REQUEST_GRANT,
					  (struct date){0}, "", NULL, &w.e),
		     0, "%s", w.e.text);

	struct report_edition_rows rows = editions_for(OFFICE, row.id);
	cr_assert_eq(rows.n, 3);
	cr_expect_eq(rows.at[1].percent, 45, "as accepted");
	cr_expect_eq(rows.at[2].kind, EDITION_CORRECTED);
	cr_expect_eq(rows.at[2].percent, 40);
	cr_expect_str_eq(rows.at[2].reason, "多计两所");
	cr_expect_eq(world_report(&w, row.id).percent, 40);
	cr_expect_eq(edition_accepted_before(&rows, REPORT_ACCEPTED), &rows.at[1]);
}

Test(report_edition, is_read_by_who_reads_the_report)
{
	struct report_row row = world_handed_in(&w, TODAY);
	struct actor archives = world_actor(&w, ARCHIVES_OFFICER, TODAY);
	struct report_edition_rows rows;

	cr_expect_eq(editions_for(MAYOR, row.id).n, 1);
	cr_expect_eq(store_report_editions(w.s, &w.a, &archives, row.id, &rows, &w.e), -1);
	cr_expect_eq(w.e.code, ERR_DENIED);
	world_review(&w, EDU_OFFICER, TODAY, row.id, REPORT_RECALL, "");
	struct actor office = world_actor(&w, OFFICE, TODAY);
	cr_expect_eq(store_report_editions(w.s, &w.a, &office, row.id, &rows, &w.e), -1,
		     "what was taken back is the unit's draft again");
	cr_expect_eq(w.e.code, ERR_NOT_FOUND);
}

/* No change running */

static struct report_row put_same(int64_t period_id, const char *today)
{
	struct report_new r = world_text(ACTION_2, EDUCATION, period_id, 0, "");

	r.no_change = true;
	return world_put(&w, EDU_OFFICER, today, &r, REPORT_SUBMIT);
}

Test(report_edition, no_change_is_counted_from_period_to_period)
{
	struct report_new r = world_text(ACTION_2, EDUCATION, Q3, 40, "完成十二所");
	struct report_row row;

	cr_expect_eq(world_put(&w, EDU_OFFICER, "2021-09-28", &r, REPORT_SUBMIT).nsame, 0);
	cr_expect_eq(put_same(Q4, TODAY).nsame, 1);
	row = put_same(NEXT_Q1, "2022-02-01");
	cr_expect_eq(row.nsame, 2);

	r = world_text(ACTION_2, EDUCATION, NEXT_Q1, 60, "又完成六所");
	world_review(&w, OFFICE, "2022-02-01", row.id, REPORT_RETURN, "有变化");
	r.report_id = row.id;
	r.version = world_report(&w, row.id).version;
	cr_expect_eq(world_put(&w, EDU_OFFICER, "2022-02-01", &r, REPORT_SUBMIT).nsame, 0,
		     "something has changed after all");
}
