/* Reports: entering, handing in and the review; who may, when, and what stays of it. */
#include "db/store_report.h"

#include "db/store_internal.h"
#include "db/store_unit.h"
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

/* Puts what must be refused; the code is in w.e. */
static void refuse_put(enum person_of_world person, const char *today, const struct report_new *r,
		       enum report_step step)
{
	struct actor who = world_actor(&w, person, today);
	struct report_row row;
	int64_t nlog = world_number(&w, "SELECT count(*) FROM log");
	unsigned changes = 0;

	cr_assert_eq(store_report_put(w.s, &who, r, step, &w.a, &row, &changes, &w.e), -1);
	cr_expect_eq(changes, 0);
	cr_expect_eq(world_number(&w, "SELECT count(*) FROM log"), nlog);
}

static void refuse_review(enum person_of_world person, const struct report_row *row,
			  enum report_step step, const char *reason)
{
	struct actor who = world_actor(&w, person, TODAY);
	unsigned changes = 0;

	cr_assert_eq(
		store_report_review(w.s, &who, row->id, row->version, step, reason, &changes, &w.e),
		-1);
	cr_expect_eq(changes, 0);
}

static struct report_row get(int64_t id)
{
	struct report_row row;

	cr_assert_eq(store_report_get(w.s, &w.a, NULL, id, &row, &w.e), 0, "%s", w.e.text);
	return row;
}

static int64_t nreports(void)
{
	return world_number(&w, "SELECT count(*) FROM report");
}

static struct report_row handed_in(void)
{
	struct report_new r = world_text(ACTION_2, EDUCATION, Q4, 45, "完成二十所学校视力筛查");

	return world_put(&w, EDU_OFFICER, TODAY, &r, REPORT_SUBMIT);
}

Test(report, a_draft_becomes_a_report)
{
	struct report_new r = world_text(ACTION_2, EDUCATION, Q4, 30, "");
	struct report_row row = world_put(&w, EDU_OFFICER, TODAY, &r, REPORT_SAVE);

	cr_expect_eq(w.changes, CHANGE_REPORT);
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

		world_script(&w, "DELETE FROM report");
		if (days[i].taken) {
			world_put(&w, EDU_OFFICER, days[i].today, &r, REPORT_SUBMIT);
			continue;
		}
		refuse_put(EDU_OFFICER, days[i].today, &r, REPORT_SUBMIT);
		cr_expect_eq(w.e.code, ERR_STATE, "%s", days[i].today);
		cr_expect(strstr(w.e.text, days[i].says), "%s", w.e.text);
		cr_expect(strstr(w.e.text, "coordinating office"), "%s", w.e.text);
	}
}

Test(report, is_refused_when_the_office_closed_the_period)
{
	struct report_new r = world_text(ACTION_2, EDUCATION, Q4, 45, "筛查");

	world_script(&w, "UPDATE period SET closed_at = '2021-11-20T00:00:00Z' WHERE id = 2");
	refuse_put(EDU_OFFICER, TODAY, &r, REPORT_SAVE);
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

		refuse_put(cases[i].person, TODAY, &r, REPORT_SUBMIT);
		cr_expect_eq(w.e.code, cases[i].error, "case %zu: %s", i, w.e.text);
		cr_expect(strstr(w.e.text, cases[i].says), "case %zu: %s", i, w.e.text);
	}
	cr_expect_eq(nreports(), 0);
}

Test(report, a_closed_out_action_takes_none)
{
	struct report_new r = world_text(ACTION_2, EDUCATION, Q4, 45, "筛查");

	world_script(&w, "UPDATE action SET state = 'closed-out' WHERE id = 2");
	refuse_put(EDU_OFFICER, TODAY, &r, REPORT_SUBMIT);
	cr_expect_eq(w.e.code, ERR_STATE);
	cr_expect(strstr(w.e.text, "reopen"), "%s", w.e.text);
	world_script(&w, "UPDATE action SET state = 'withdrawn' WHERE id = 2");
	refuse_put(EDU_OFFICER, TODAY, &r, REPORT_SUBMIT);
	cr_expect(strstr(w.e.text, "withdrawn"), "%s", w.e.text);
}

Test(report, a_member_of_a_collective_unit_reports_its_own_part)
{
	struct report_new r = world_text(ACTION_1, QINGTIAN, Q4, 20, "讲座两场");
	struct report_row row = world_put(&w, QINGTIAN_OFFICER, TODAY, &r, REPORT_SUBMIT);

	cr_expect_eq(row.role, ROLE_COOP);
	cr_expect_str_eq(row.unit, "青田街道");
	r = world_text(ACTION_1, BAISHI, Q4, 20, "x");
	refuse_put(QINGTIAN_OFFICER, TODAY, &r, REPORT_SUBMIT);
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
	refuse_review(OFFICE, &row, REPORT_ACCEPT, "");
	cr_expect_eq(w.e.code, ERR_DENIED);
	cr_expect(strstr(w.e.text, "yourself"), "%s", w.e.text);
	world_review(&w, OFFICE_2, TODAY, row.id, REPORT_ACCEPT, "");
	cr_expect_eq(get(row.id).state, REPORT_ACCEPTED);
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
	row = get(row.id);
	cr_expect_eq(row.state, REPORT_SIGNED);

	world_review(&w, OFFICE, TODAY, row.id, REPORT_RETURN, "请补数");
	row = get(row.id);
	r.version = row.version;
	r.done = "改稿";
	row = world_put(&w, EDU_LEADER, TODAY, &r, REPORT_SUBMIT);
	cr_expect_str_eq(row.entered_by, "方局长");
	refuse_review(EDU_LEADER, &row, REPORT_SIGN, "");
	cr_expect_eq(w.e.code, ERR_DENIED);
}

Test(report, a_return_keeps_the_text_and_carries_its_reason)
{
	struct report_row row = handed_in();
	struct report_new r;

	refuse_review(OFFICE, &row, REPORT_RETURN, "");
	cr_expect_eq(w.e.code, ERR_INPUT);
	cr_expect_str_eq(w.e.field, "reason");
	world_review(&w, OFFICE, TODAY, row.id, REPORT_RETURN, "请补充场馆数");
	row = get(row.id);
	cr_expect_eq(row.state, REPORT_RETURNED);
	cr_expect_eq(row.nreturned, 1);
	cr_expect_str_eq(row.reason, "请补充场馆数");
	cr_expect_str_eq(row.done, "完成二十所学校视力筛查");
	cr_expect_eq(row.percent, 45);
	cr_expect_str_eq(row.entered_by, "林老师");

	r = world_text(ACTION_2, EDUCATION, Q4, 45, row.done);
	r.report_id = row.id;
	r.version = row.version;
	row = world_put(&w, EDU_OFFICER, TODAY, &r, REPORT_SAVE);
	cr_expect_eq(row.state, REPORT_DRAFT);
	cr_expect_str_eq(row.reason, "请补充场馆数");
	r.version = row.version;
	row = world_put(&w, EDU_OFFICER, TODAY, &r, REPORT_SUBMIT);
	world_review(&w, OFFICE, TODAY, row.id, REPORT_RETURN, "还差一所");
	cr_expect_eq(get(row.id).nreturned, 2);
}

Test(report, the_units_leader_sends_back_before_signing_only)
{
	struct report_row row = handed_in();

	refuse_review(HEALTH_OFFICER, &row, REPORT_RETURN, "x");
	cr_expect_eq(w.e.code, ERR_DENIED);
	world_review(&w, EDU_LEADER, TODAY, row.id, REPORT_RETURN, "数字不对");
	row = get(row.id);
	cr_expect_eq(row.state, REPORT_RETURNED);

	struct report_new r = world_text(ACTION_2, EDUCATION, Q4, 46, "改");
	r.report_id = row.id;
	r.version = row.version;
	row = world_put(&w, EDU_OFFICER, TODAY, &r, REPORT_SUBMIT);
	world_review(&w, EDU_LEADER, TODAY, row.id, REPORT_SIGN, "");
	row = get(row.id);
	refuse_review(EDU_LEADER, &row, REPORT_RETURN, "x");
	cr_expect_eq(w.e.code, ERR_DENIED);
}

Test(report, the_flow_refuses_what_the_state_does_not_allow)
{
	struct report_row row = handed_in();
	struct report_new r = world_text(ACTION_2, EDUCATION, Q4, 50, "再改");

	r.report_id = row.id;
	r.version = row.version;
	refuse_put(EDU_OFFICER, TODAY, &r, REPORT_SAVE);
	cr_expect_eq(w.e.code, ERR_STATE);
	world_review(&w, OFFICE, TODAY, row.id, REPORT_ACCEPT, "");
	row = get(row.id);
	refuse_review(OFFICE, &row, REPORT_RETURN, "x");
	cr_expect_eq(w.e.code, ERR_STATE);
	r.version = row.version;
	refuse_put(EDU_OFFICER, TODAY, &r, REPORT_SUBMIT);
	cr_expect_eq(w.e.code, ERR_STATE);
	cr_expect_str_eq(get(row.id).done, "完成二十所学校视力筛查");
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
	refuse_put(EDU_OFFICER, TODAY, &r, REPORT_SAVE);
	cr_expect_eq(w.e.code, ERR_CONFLICT);
	cr_expect(strstr(w.e.text, "方局长"), "%s", w.e.text);
	cr_expect(strstr(w.e.text, "2021-11-21"), "%s", w.e.text);
	cr_expect_str_eq(get(row.id).done, "局长改的");

	/* both began on an empty form */
	r.report_id = r.version = 0;
	refuse_put(EDU_OFFICER, TODAY, &r, REPORT_SAVE);
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
	refuse_put(EDU_OFFICER, TODAY, &r, REPORT_SAVE);
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
	refuse_put(EDU_OFFICER, TODAY, &r, REPORT_SUBMIT);
	cr_expect_eq(w.e.code, ERR_STATE);
}

Test(report, before_is_the_last_handed_in_of_an_earlier_period)
{
	struct report_new r = world_text(ACTION_2, EDUCATION, Q3, 40, "三季度");
	struct actor edu = world_actor(&w, EDU_OFFICER, TODAY);
	struct report_row row;

	cr_assert_eq(store_report_before(w.s, &w.a, &edu, ACTION_2, EDUCATION, Q4, &row, &w.e), -1);
	cr_expect_eq(w.e.code, ERR_NOT_FOUND);
	world_put(&w, EDU_OFFICER, "2021-09-28", &r, REPORT_SAVE);
	cr_assert_eq(store_report_before(w.s, &w.a, &edu, ACTION_2, EDUCATION, Q4, &row, &w.e), -1);
	world_script(&w, "UPDATE report SET state = 'accepted', "
			 "submitted_at = '2021-09-28T00:00:00Z'");
	cr_assert_eq(store_report_before(w.s, &w.a, &edu, ACTION_2, EDUCATION, Q4, &row, &w.e), 0);
	cr_expect_str_eq(row.done, "三季度");
	cr_assert_eq(store_report_before(w.s, &w.a, &edu, ACTION_2, EDUCATION, Q3, &row, &w.e), -1);
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
	refuse_put(EDU_OFFICER, TODAY, &r, REPORT_SAVE);
	cr_expect_eq(w.e.code, ERR_INPUT);
	cr_expect_eq(nreports(), 0);
}

Test(report, list_is_newest_first_with_leads_before_the_others)
{
	static const struct {
		enum person_of_world person;
		int64_t unit, period;
		const char *today;
	} parts[] = {
		{EDU_OFFICER, EDUCATION, Q4, TODAY},
		{QINGTIAN_OFFICER, QINGTIAN, Q4, TODAY},
		{HEALTH_OFFICER, HEALTH, Q4, TODAY},
		{EDU_OFFICER, EDUCATION, Q3, "2021-09-28"},
	};
	static const int64_t units[] = {HEALTH, EDUCATION, QINGTIAN, EDUCATION};
	struct actor edu = world_actor(&w, EDU_OFFICER, TODAY);
	struct report_rows rows;

	for (size_t i = 0; i < 4; i++) {
		struct report_new r =
			world_text(ACTION_1, parts[i].unit, parts[i].period, 10, "讲座");
		world_put(&w, parts[i].person, parts[i].today, &r, REPORT_SUBMIT);
	}
	cr_assert_eq(store_report_list(w.s, &w.a, &edu, ACTION_1, 0, &rows, &w.e), 0);
	cr_assert_eq(rows.n, 4);
	for (size_t i = 0; i < 4; i++)
		cr_expect_eq(rows.at[i].unit_id, units[i], "row %zu", i);
	cr_expect_eq(rows.at[3].period_id, Q3);
	cr_assert_eq(store_report_list(w.s, &w.a, &edu, ACTION_1, EDUCATION, &rows, &w.e), 0);
	cr_expect_eq(rows.n, 2);
}

Test(report, a_draft_is_seen_by_its_unit_alone)
{
	struct report_new r = world_text(ACTION_1, EDUCATION, Q4, 10, "草稿");
	struct report_row row = world_put(&w, EDU_OFFICER, TODAY, &r, REPORT_SAVE);
	static const struct {
		enum person_of_world person;
		size_t n;
	} readers[] = {
		{EDU_OFFICER, 1}, {EDU_LEADER, 1}, {OFFICE, 0}, {MAYOR, 0}, {HEALTH_OFFICER, 0}};

	for (size_t i = 0; i < sizeof readers / sizeof *readers; i++) {
		struct actor who = world_actor(&w, readers[i].person, TODAY);
		struct report_rows rows;
		struct report_row one;

		cr_assert_eq(store_report_list(w.s, &w.a, &who, ACTION_1, 0, &rows, &w.e), 0);
		cr_expect_eq(rows.n, readers[i].n, "reader %zu", i);
		cr_expect_eq(store_report_get(w.s, &w.a, &who, row.id, &one, &w.e),
			     readers[i].n ? 0 : -1);
		cr_expect_eq(
			store_report_find(w.s, &w.a, &who, ACTION_1, EDUCATION, Q4, &one, &w.e),
			readers[i].n ? 0 : -1);
	}
}

Test(report, a_draft_entered_on_behalf_is_seen_by_unit_and_office)
{
	struct report_new r = world_text(ACTION_2, EDUCATION, Q4, 10, "电话记录");
	struct report_row row = world_put(&w, OFFICE, TODAY, &r, REPORT_SAVE), one;
	struct actor office = world_actor(&w, OFFICE_2, TODAY),
		     mayor = world_actor(&w, MAYOR, TODAY);

	cr_expect_eq(store_report_get(w.s, &w.a, &office, row.id, &one, &w.e), 0);
	cr_expect_eq(store_report_get(w.s, &w.a, &mayor, row.id, &one, &w.e), -1);
	r.report_id = row.id;
	r.version = row.version;
	r.done = "单位自己改";
	world_put(&w, EDU_OFFICER, TODAY, &r, REPORT_SAVE);
	cr_expect_eq(store_report_get(w.s, &w.a, &office, row.id, &one, &w.e), -1);
	cr_expect_eq(w.e.code, ERR_NOT_FOUND);
}

Test(report, the_office_does_not_write_on_what_the_unit_has_begun)
{
	struct report_new r = world_text(ACTION_2, EDUCATION, Q4, 10, "草稿");

	world_put(&w, EDU_OFFICER, TODAY, &r, REPORT_SAVE);
	r.done = "电话记录";
	refuse_put(OFFICE, TODAY, &r, REPORT_SUBMIT);
	cr_expect_eq(w.e.code, ERR_STATE);
	cr_expect(strstr(w.e.text, "区教育局"), "%s", w.e.text);
	cr_expect(strstr(w.e.text, "林老师"), "%s", w.e.text);
}

Test(report, other_units_read_nothing)
{
	struct report_row row = handed_in();
	struct actor archives = world_actor(&w, ARCHIVES_OFFICER, TODAY);
	struct report_rows rows;

	cr_expect_eq(store_report_get(w.s, &w.a, &archives, row.id, &row, &w.e), -1);
	cr_expect_eq(w.e.code, ERR_DENIED);
	cr_expect_eq(store_report_list(w.s, &w.a, &archives, ACTION_2, 0, &rows, &w.e), -1);
	cr_expect_eq(w.e.code, ERR_DENIED);
	cr_assert_eq(store_report_waiting(w.s, &w.a, &archives, 0, 10, &rows, &w.e), 0);
	cr_expect_eq(rows.n, 0);
}

Test(report, waiting_is_oldest_first_and_bounded)
{
	struct actor office = world_actor(&w, OFFICE, TODAY);
	struct report_new r = world_text(ACTION_1, HEALTH, Q4, 10, "甲");
	struct report_rows rows;

	world_put(&w, HEALTH_OFFICER, "2021-11-20", &r, REPORT_SUBMIT);
	struct report_row second = handed_in();
	r = world_text(ACTION_1, EDUCATION, Q4, 10, "草稿");
	world_put(&w, EDU_OFFICER, "2021-11-19", &r, REPORT_SAVE);
	r = world_text(ACTION_1, QINGTIAN, Q4, 10, "丙");
	world_put(&w, QINGTIAN_OFFICER, "2021-11-22", &r, REPORT_SUBMIT);
	world_review(&w, EDU_LEADER, TODAY, second.id, REPORT_SIGN, "");

	cr_assert_eq(store_report_waiting(w.s, &w.a, &office, PLAN, 10, &rows, &w.e), 0);
	cr_assert_eq(rows.n, 3);
	cr_expect_str_eq(rows.at[0].done, "甲");
	cr_expect_eq(rows.at[1].state, REPORT_SIGNED);
	cr_expect_str_eq(rows.at[2].done, "丙");
	cr_assert_eq(store_report_waiting(w.s, &w.a, &office, 0, 2, &rows, &w.e), 0);
	cr_expect_eq(rows.n, 2);
	cr_assert_eq(store_report_waiting(w.s, &w.a, &office, OLD_PLAN, 10, &rows, &w.e), 0);
	cr_expect_eq(rows.n, 0);
}

Test(report, a_closed_plan_takes_no_review)
{
	struct report_row row = handed_in();

	world_script(&w, "UPDATE plan SET state = 'closed' WHERE id = 1");
	refuse_review(OFFICE, &row, REPORT_ACCEPT, "");
	cr_expect_eq(w.e.code, ERR_STATE);
	cr_expect(strstr(w.e.text, "yx2021"), "%s", w.e.text);
}

Test(report, assignments_show_a_draft_to_its_own_unit_alone)
{
	static const struct {
		enum person_of_world person;
		int percent;
	} readers[] = {{EDU_OFFICER, 45}, {EDU_LEADER, 45}, {HEALTH_OFFICER, -1}, {MAYOR, -1}};
	struct report_new r = world_text(ACTION_3_1, EDUCATION, Q4, 45, "筛查");

	world_put(&w, EDU_OFFICER, TODAY, &r, REPORT_SAVE);
	for (size_t i = 0; i < sizeof readers / sizeof *readers; i++) {
		struct actor who = world_actor(&w, readers[i].person, TODAY);
		struct assignment_rows rows;

		cr_assert_eq(store_assignment_list(w.s, &w.a, &who, ACTION_3_1, Q4, &rows, &w.e), 0,
			     "%s", w.e.text);
		cr_expect_eq(rows.at[0].unit_id, EDUCATION);
		cr_expect_eq(rows.at[0].report_state,
			     readers[i].percent < 0 ? REPORT_NONE : REPORT_DRAFT);
		cr_expect_eq(rows.at[0].percent, readers[i].percent, "reader %zu", i);
	}
}

static struct assignment_row assignment_of(int64_t unit_id)
{
	struct actor office = world_actor(&w, OFFICE, TODAY);
	struct assignment_rows rows;
	size_t i = 0;

	cr_assert_eq(store_assignment_list(w.s, &w.a, &office, ACTION_1, Q4, &rows, &w.e), 0, "%s",
		     w.e.text);
	while (i < rows.n && rows.at[i].unit_id != unit_id)
		i++;
	cr_assert_lt(i, rows.n);
	return rows.at[i];
}

Test(report, a_collective_unit_has_reported_when_its_members_have)
{
	struct report_new r = world_text(ACTION_1, QINGTIAN, Q4, 20, "讲座两场");
	struct assignment_row row = assignment_of(STREETS);

	cr_expect_eq(row.nmembers, 2);
	cr_expect_eq(row.nreported, 0);
	cr_expect_eq(row.report_state, REPORT_NONE);
	struct report_row first = world_put(&w, QINGTIAN_OFFICER, TODAY, &r, REPORT_SUBMIT);
	row = assignment_of(STREETS);
	cr_expect_eq(row.nreported, 1);
	cr_expect_eq(row.report_state, REPORT_NONE);
	cr_expect_str_eq(assignment_report_label(&w.a, &row), "1 of 2 reported");
	r.unit_id = BAISHI;
	world_put(&w, OFFICE, TODAY, &r, REPORT_SUBMIT);
	world_review(&w, OFFICE, TODAY, first.id, REPORT_ACCEPT, "");
	row = assignment_of(STREETS);
	cr_expect_eq(row.nreported, 2);
	cr_expect_eq(row.report_state, REPORT_SUBMITTED);
	cr_expect_eq(row.percent, -1);
	row = assignment_of(HEALTH);
	cr_expect_eq(row.nmembers, 0);
	cr_expect_str_eq(assignment_report_label(&w.a, &row), "not reported");
}

Test(report, the_unit_takes_back_what_nobody_has_decided_on)
{
	struct report_new r = world_text(ACTION_2, EDUCATION, Q4, 40, "十所学校");
	struct report_row row = world_put(&w, EDU_OFFICER, TODAY, &r, REPORT_SUBMIT);

	refuse_review(HEALTH_OFFICER, &row, REPORT_RECALL, "");
	cr_expect_eq(w.e.code, ERR_DENIED);
	world_review(&w, EDU_OFFICER, TODAY, row.id, REPORT_RECALL, "");
	row = get(row.id);
	cr_expect_eq(row.state, REPORT_DRAFT);
	cr_expect_str_eq(row.done, "十所学校");
	cr_expect_eq(row.submitted_at, 0);
	cr_expect_eq(world_number(&w, "SELECT count(*) FROM log WHERE act = 'report.recall'"), 1);
	refuse_review(EDU_OFFICER, &row, REPORT_RECALL, "");
	cr_expect_eq(w.e.code, ERR_STATE);
}

Test(report, what_was_accepted_is_not_taken_back)
{
	struct report_new r = world_text(ACTION_2, EDUCATION, Q4, 40, "十所学校");
	struct report_row row = world_put(&w, EDU_OFFICER, TODAY, &r, REPORT_SUBMIT);

	world_review(&w, OFFICE, TODAY, row.id, REPORT_ACCEPT, "");
	row = get(row.id);
	refuse_review(EDU_OFFICER, &row, REPORT_RECALL, "");
	cr_expect_eq(w.e.code, ERR_STATE);
}
