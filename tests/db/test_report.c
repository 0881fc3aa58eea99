/* Reports are entered and handed in: who may, when, and what stays of it. */
#include "db/report/store_report.h"

#include "db/store_internal.h"
#include "db/people/store_unit.h"
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

TestSuite(report, .init = setup, .fini = teardown);

static int64_t nreports(void)
{
	return world_number(&w, "SELECT count(*) FROM report");
}

Test(report, a_draft_becomes_a_report)
{
	struct report_new r = world_text(ACTION_2, EDUCATION, Q4, 30, "");
	struct report_row row = world_put(&w, EDU_OFFICER, TODAY, &r, REPORT_SAVE);

	cr_expect_eq(w.changes, CHANGE_REPORT | CHANGE_ASSIGNMENT, "entering receives the task");
	cr_expect_eq(row.state, REPORT_DRAFT);
	cr_expect_eq(row.version, 1);
	cr_expect_eq(row.submitted_at, 0);
	cr_expect_eq(row.role, ROLE_LEAD);
	cr_expect_str_eq(row.plan_code, "yx2021");
	cr_expect_str_eq(row.action_no, "2");
	cr_expect_str_eq(row.unit, "区教育局");
	cr_expect_str_eq(row.period_code, "2021Q4");
	cr_expect_str_eq(row.entered_by, "林老师");

	r = world_text(ACTION_2, EDUCATION, Q4, 45, "筛查完成");
	r.report_id = row.id;
	r.version = row.version;
	r.problems = "缺\n设备";
	r.next = "补测";
	row = world_put(&w, EDU_OFFICER, TODAY, &r, REPORT_SUBMIT);
	cr_expect_eq(row.state, REPORT_SUBMITTED);
	cr_expect_eq(row.version, 2);
	cr_expect_eq(row.percent, 45);
	cr_expect_str_eq(row.problems, "缺\n设备");
	cr_expect_str_eq(row.next, "补测");
	cr_expect_eq(row.submitted_at, row.changed_at);
	cr_expect_not(row.on_behalf);
	cr_expect_eq(nreports(), 1);
}

Test(report, every_put_is_logged_with_what_changed)
{
	struct report_new r = world_text(ACTION_2, EDUCATION, Q4, 30, "一");
	struct report_row row = world_put(&w, EDU_OFFICER, TODAY, &r, REPORT_SAVE);

	r.report_id = row.id;
	r.version = row.version;
	r.percent = 31;
	world_put(&w, EDU_OFFICER, TODAY, &r, REPORT_SUBMIT);
	cr_expect_eq(world_number(&w, "SELECT count(*) FROM log WHERE act = 'report.save' "
				      "AND object = 'report 1' AND action_id = 2 AND unit_id = 1 "
				      "AND remote = '10.1.2.3' AND before = ''"),
		     1);
	cr_expect_eq(world_number(&w, "SELECT count(*) FROM log WHERE act = 'report.submit' "
				      "AND before = '{\"state\":\"draft\",\"percent\":30}' "
				      "AND after = '{\"state\":\"submitted\",\"percent\":31,"
				      "\"done\":\"一\"}'"),
		     1, "what is handed in stands there as a whole");
}

Test(report, is_taken_from_the_opening_to_the_closing_day)
{
	static const struct {
		const char *today;
		bool taken;
		const char *says;
	} days[] = {
		{"2021-09-30", false, "2021-10-01"}, /* the day before it opens */
		{"2021-10-01", true, NULL},	     {"2021-12-31", true, NULL}, /* due */
		{"2022-01-01", true, NULL}, /* late, in the next year */
		{"2022-01-10", true, NULL}, /* its last day */
		{"2022-01-11", false, "2022-01-10"},
	};

	for (size_t i = 0; i < sizeof days / sizeof *days; i++) {
		struct report_new r = world_text(ACTION_2, EDUCATION, Q4, 45, "筛查");

		world_script(&w, "DELETE FROM report_edition; DELETE FROM report");
		if (days[i].taken) {
			world_put(&w, EDU_OFFICER, days[i].today, &r, REPORT_SUBMIT);
			continue;
		}
		world_refuse_put(&w, EDU_OFFICER, days[i].today, &r, REPORT_SUBMIT);
		cr_expect_eq(w.e.code, ERR_STATE, "%s", days[i].today);
		cr_expect(strstr(w.e.text, days[i].says), "%s", w.e.text);
		cr_expect(strstr(w.e.text, "coordinating office"), "%s", w.e.text);
	}
}

Test(report, what_was_accepted_is_corrected_not_excepted)
{
	struct report_row row = world_handed_in(&w, TODAY);
	struct report_new r = world_text(ACTION_2, EDUCATION, Q4, 40, "更正");

	world_review(&w, OFFICE, TODAY, row.id, REPORT_ACCEPT, "");
	r.report_id = row.id;
	r.version = world_report(&w, row.id).version;
	world_refuse_put(&w, EDU_OFFICER, "2022-02-01", &r, REPORT_SUBMIT);
	cr_expect_eq(w.e.code, ERR_STATE);
	cr_expect_eq(w.e.remedy, REQUEST_CORRECTION);
}

Test(report, is_refused_when_the_office_closed_the_period)
{
	struct report_new r = world_text(ACTION_2, EDUCATION, Q4, 45, "筛查");

	world_script(&w, "UPDATE period SET closed_at = '2021-11-20T00:00:00Z' WHERE id = 2");
	world_refuse_put(&w, EDU_OFFICER, TODAY, &r, REPORT_SAVE);
	cr_expect_eq(w.e.code, ERR_STATE);
	cr_expect(strstr(w.e.text, "2021Q4"), "%s", w.e.text);
}

Test(report, every_layer_refuses_with_its_sentence)
{
	static const struct {
		enum person_of_world person;
		int64_t action, unit, period;
		int percent;
		const char *done;
		enum err_code error;
		const char *says;
	} cases[] = {
		/* people */
		{HEALTH_OFFICER, ACTION_2, EDUCATION, Q4, 1, "x", ERR_DENIED, "区教育局"},
		{MAYOR, ACTION_2, EDUCATION, Q4, 1, "x", ERR_DENIED, "enter this unit's progress"},
		/* the unit's part */
		{HEALTH_OFFICER, ACTION_2, HEALTH, Q4, 1, "x", ERR_STATE, "区教育局"},
		{ARCHIVES_OFFICER, ACTION_1, ARCHIVES, Q4, 1, "x", ERR_STATE, "青田街道"},
		{OFFICE, ACTION_4, EDUCATION, Q4, 1, "x", ERR_STATE, "no units yet"},
		{EDU_OFFICER, ACTION_3, EDUCATION, Q4, 1, "x", ERR_STATE, "takes no part"},
		{OFFICE, ACTION_1, STREETS, Q4, 1, "x", ERR_STATE, "各街道"},
		{OFFICE, ACTION_1, RETIRED, Q4, 1, "x", ERR_STATE, "云山街道"},
		/* plan, period, and things that are not there */
		{EDU_OFFICER, OLD_ACTION, EDUCATION, OLD_Q4, 1, "x", ERR_STATE, "old2020"},
		{EDU_OFFICER, ACTION_2, EDUCATION, OLD_Q4, 1, "x", ERR_INPUT, "2020Q4"},
		{EDU_OFFICER, ACTION_2, EDUCATION, Q3, 1, "x", ERR_STATE, "2021-10-10"},
		{EDU_OFFICER, ACTION_2, EDUCATION, NEXT_Q1, 1, "x", ERR_STATE, "2022-01-01"},
		{EDU_OFFICER, ACTION_2, EDUCATION, 99, 1, "x", ERR_NOT_FOUND, "period"},
		{EDU_OFFICER, 99, EDUCATION, Q4, 1, "x", ERR_NOT_FOUND, "action"},
		{OFFICE, ACTION_2, 99, Q4, 1, "x", ERR_NOT_FOUND, "unit"},
		/* values */
		{EDU_OFFICER, ACTION_2, EDUCATION, Q4, 101, "x", ERR_INPUT, "100"},
		{EDU_OFFICER, ACTION_2, EDUCATION, Q4, -1, "x", ERR_INPUT, "100"},
		{EDU_OFFICER, ACTION_2, EDUCATION, Q4, 1, "", ERR_INPUT, "draft"},
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct report_new r = world_text(cases[i].action, cases[i].unit, cases[i].period,
						 cases[i].percent, cases[i].done);

		world_refuse_put(&w, cases[i].person, TODAY, &r, REPORT_SUBMIT);
		cr_expect_eq(w.e.code, cases[i].error, "case %zu: %s", i, w.e.text);
		cr_expect(strstr(w.e.text, cases[i].says), "case %zu: %s", i, w.e.text);
	}
	cr_expect_eq(nreports(), 0);
}

Test(report, a_closed_out_action_takes_none)
{
	struct report_new r = world_text(ACTION_2, EDUCATION, Q4, 45, "筛查");

	world_script(&w, "UPDATE action SET state = 'closed-out' WHERE id = 2");
	world_refuse_put(&w, EDU_OFFICER, TODAY, &r, REPORT_SUBMIT);
	cr_expect_eq(w.e.code, ERR_STATE);
	cr_expect(strstr(w.e.text, "reopen"), "%s", w.e.text);
	world_script(&w, "UPDATE action SET state = 'withdrawn' WHERE id = 2");
	world_refuse_put(&w, EDU_OFFICER, TODAY, &r, REPORT_SUBMIT);
	cr_expect(strstr(w.e.text, "withdrawn"), "%s", w.e.text);
}

Test(report, a_member_of_a_collective_unit_reports_its_own_part)
{
	struct report_new r = world_text(ACTION_1, QINGTIAN, Q4, 20, "讲座两场");
	struct report_row row = world_put(&w, QINGTIAN_OFFICER, TODAY, &r, REPORT_SUBMIT);

	cr_expect_eq(row.role, ROLE_COOP);
	cr_expect_str_eq(row.unit, "青田街道");
	r = world_text(ACTION_1, BAISHI, Q4, 20, "x");
	world_refuse_put(&w, QINGTIAN_OFFICER, TODAY, &r, REPORT_SUBMIT);
	cr_expect_eq(w.e.code, ERR_DENIED);
}

Test(report, a_sub_action_is_named_with_its_parent)
{
	struct report_new r = world_text(ACTION_3_1, HEALTH, Q4, 20, "开放");
	struct report_row row = world_put(&w, HEALTH_OFFICER, TODAY, &r, REPORT_SUBMIT);

	cr_expect_str_eq(row.action_no, "3.1");
	cr_expect_eq(row.role, ROLE_SHARED);
}

Test(report, the_office_enters_on_behalf_and_it_is_marked)
{
	struct report_new r = world_text(ACTION_2, EDUCATION, Q4, 10, "电话报来");
	struct report_row row = world_put(&w, OFFICE, TODAY, &r, REPORT_SUBMIT);

	cr_expect(row.on_behalf);
	cr_expect_str_eq(row.entered_by, "邹主任");
	cr_expect_eq(world_number(&w, "SELECT count(*) FROM log WHERE act = 'report.submit' "
				      "AND after LIKE '%\"on_behalf\":1%'"),
		     1);
	world_refuse_review(&w, OFFICE, TODAY, &row, REPORT_ACCEPT, "");
	cr_expect_eq(w.e.code, ERR_DENIED);
	cr_expect(strstr(w.e.text, "yourself"), "%s", w.e.text);
	world_review(&w, OFFICE_2, TODAY, row.id, REPORT_ACCEPT, "");
	cr_expect_eq(world_report(&w, row.id).state, REPORT_ACCEPTED);
}

Test(report, who_only_hands_in_is_not_its_author)
{
	struct report_new r = world_text(ACTION_2, EDUCATION, Q4, 10, "初稿");
	struct report_row row = world_put(&w, EDU_OFFICER, TODAY, &r, REPORT_SAVE);

	r.report_id = row.id;
	r.version = row.version;
	row = world_put(&w, EDU_LEADER, TODAY, &r, REPORT_SUBMIT);
	cr_expect_str_eq(row.entered_by, "林老师");
	world_review(&w, EDU_LEADER, TODAY, row.id, REPORT_SIGN, "");
	row = world_report(&w, row.id);
	cr_expect_eq(row.state, REPORT_SIGNED);

	world_review(&w, OFFICE, TODAY, row.id, REPORT_RETURN, "请补数");
	row = world_report(&w, row.id);
	r.version = row.version;
	r.done = "改稿";
	row = world_put(&w, EDU_LEADER, TODAY, &r, REPORT_SUBMIT);
	cr_expect_str_eq(row.entered_by, "方局长");
	world_refuse_review(&w, EDU_LEADER, TODAY, &row, REPORT_SIGN, "");
	cr_expect_eq(w.e.code, ERR_DENIED);
}

Test(report, a_second_writer_is_told_who_was_first)
{
	struct report_new r = world_text(ACTION_2, EDUCATION, Q4, 10, "初稿");
	struct report_row row = world_put(&w, EDU_OFFICER, TODAY, &r, REPORT_SAVE);
	struct store *other = world_open_again(&w);
	struct actor leader = world_actor(&w, EDU_LEADER, TODAY);
	struct report_row theirs;

	r.report_id = row.id;
	r.version = row.version;
	r.done = "局长改的";
	cr_assert_eq(store_report_put(other, &leader, &r, REPORT_SAVE, &w.a, &theirs, NULL, &w.e),
		     0);
	store_close(other);
	r.done = "我改的";
	world_refuse_put(&w, EDU_OFFICER, TODAY, &r, REPORT_SAVE);
	cr_expect_eq(w.e.code, ERR_CONFLICT);
	cr_expect(strstr(w.e.text, "方局长"), "%s", w.e.text);
	cr_expect(strstr(w.e.text, "2021-11-21"), "%s", w.e.text);
	cr_expect_str_eq(world_report(&w, row.id).done, "局长改的");

	/* both began on an empty form */
	r.report_id = r.version = 0;
	world_refuse_put(&w, EDU_OFFICER, TODAY, &r, REPORT_SAVE);
	cr_expect_eq(w.e.code, ERR_CONFLICT);

	struct actor office = world_actor(&w, OFFICE, TODAY);
	cr_assert_eq(store_report_review(w.s, &office, row.id, 1, REPORT_ACCEPT, "", NULL, &w.e),
		     -1);
	cr_expect_eq(w.e.code, ERR_CONFLICT);
}

Test(report, a_vanished_report_is_not_found)
{
	struct report_new r = world_text(ACTION_2, EDUCATION, Q4, 10, "初稿");
	struct actor office = world_actor(&w, OFFICE, TODAY);
	struct report_row row;

	r.report_id = 99;
	r.version = 1;
	world_refuse_put(&w, EDU_OFFICER, TODAY, &r, REPORT_SAVE);
	cr_expect_eq(w.e.code, ERR_NOT_FOUND);
	cr_expect_eq(store_report_get(w.s, &w.a, NULL, 99, &row, &w.e), -1);
	cr_expect_eq(w.e.code, ERR_NOT_FOUND);
	cr_expect_eq(store_report_review(w.s, &office, 99, 1, REPORT_ACCEPT, "", NULL, &w.e), -1);
	cr_expect_eq(w.e.code, ERR_NOT_FOUND);
}

Test(report, no_change_repeats_the_last_one)
{
	struct report_new r = world_text(ACTION_2, EDUCATION, Q3, 40, "完成十二所");
	struct report_row row;

	r.problems = "缺人";
	world_put(&w, EDU_OFFICER, "2021-09-28", &r, REPORT_SUBMIT);
	r = world_text(ACTION_2, EDUCATION, Q4, 0, "");
	r.no_change = true;
	row = world_put(&w, EDU_OFFICER, TODAY, &r, REPORT_SUBMIT);
	cr_expect(row.no_change);
	cr_expect_eq(row.percent, 40);
	cr_expect_str_eq(row.done, "完成十二所");
	cr_expect_str_eq(row.problems, "缺人");

	r = world_text(ACTION_1, EDUCATION, Q4, 0, "");
	r.no_change = true;
	world_refuse_put(&w, EDU_OFFICER, TODAY, &r, REPORT_SUBMIT);
	cr_expect_eq(w.e.code, ERR_STATE);
}

static struct report_volume_row volume(const char *value)
{
	return (struct report_volume_row){.volume_id = VOLUME, .value = value};
}

Test(report, volumes_are_kept_changed_and_cleared)
{
	struct report_volume_row one[] = {volume("5")};
	struct report_new r = world_text(ACTION_2, EDUCATION, Q4, 25, "五所");
	struct report_volume_rows rows;

	r.volumes.at = one;
	r.volumes.n = 1;
	struct report_row row = world_put(&w, EDU_OFFICER, TODAY, &r, REPORT_SAVE);
	r.report_id = row.id;
	r.version = row.version;
	one[0].value = "7.5";
	row = world_put(&w, EDU_OFFICER, TODAY, &r, REPORT_SAVE);
	cr_assert_eq(store_report_volumes(w.s, &w.a, row.id, &rows, &w.e), 0);
	cr_assert_eq(rows.n, 1);
	cr_expect_str_eq(rows.at[0].value, "7.5");
	cr_expect_eq(world_number(&w,
				  "SELECT count(*) FROM log WHERE before = '{\"volume 1\":\"5\"}' "
				  "AND after = '{\"volume 1\":\"7.5\"}'"),
		     1);
	r.volumes.n = 0;
	r.version = row.version;
	world_put(&w, EDU_OFFICER, TODAY, &r, REPORT_SAVE);
	cr_assert_eq(store_report_volumes(w.s, &w.a, row.id, &rows, &w.e), 0);
	cr_expect_eq(rows.n, 0);
}

Test(report, a_volume_of_another_action_is_refused)
{
	struct report_volume_row other[] = {{.volume_id = 2, .value = "3"}};
	struct report_new r = world_text(ACTION_2, EDUCATION, Q4, 25, "五所");

	r.volumes.at = other;
	r.volumes.n = 1;
	world_refuse_put(&w, EDU_OFFICER, TODAY, &r, REPORT_SAVE);
	cr_expect_eq(w.e.code, ERR_INPUT);
	cr_expect_eq(nreports(), 0);
}

Test(report, the_office_does_not_write_on_what_the_unit_has_begun)
{
	struct report_new r = world_text(ACTION_2, EDUCATION, Q4, 10, "草稿");

	world_put(&w, EDU_OFFICER, TODAY, &r, REPORT_SAVE);
	r.done = "电话记录";
	world_refuse_put(&w, OFFICE, TODAY, &r, REPORT_SUBMIT);
	cr_expect_eq(w.e.code, ERR_STATE);
	cr_expect(strstr(w.e.text, "区教育局"), "%s", w.e.text);
	cr_expect(strstr(w.e.text, "林老师"), "%s", w.e.text);
}
