/* An urge notice while a request about what it asks for waits for the office: it is neither over
 * nor pressed; the office's answer decides which. 2021-12-06 is a Monday. */
#include "db/cycle/store_request.h"
#include "tests/db/world_notices.h"

#include <criterion/criterion.h>

#define LATE   "2021-12-07"
#define URGED  "2021-12-08"
#define BEYOND "2021-12-20" /* the day for the answer is past */

static struct world w;

static void setup(void)
{
	world_make(&w);
}

static void teardown(void)
{
	world_remove(&w);
}

TestSuite(notice_rests, .init = setup, .fini = teardown);

static struct request_row ask(const char *day, enum request_kind kind, int64_t action_id,
			      int64_t milestone_id)
{
	const struct request_new r = {.kind = kind,
				      .unit_id = EDUCATION,
				      .action_id = action_id,
				      .milestone_id = milestone_id,
				      .want = world_day("2021-12-30"),
				      .percent = -1,
				      .reason = "设备晚到",
				      .done = "",
				      .problems = "",
				      .next = ""};
	struct actor who = world_actor(&w, EDU_OFFICER, day);
	struct request_row q;

	cr_assert_eq(store_request_ask(w.s, &who, &r, &w.a, &q, NULL, &w.e), 0, "%s", w.e.text);
	return q;
}

static void decide(const struct request_row *q, const char *day, enum request_step step)
{
	struct actor office = world_actor(&w, OFFICE, day);

	cr_assert_eq(store_request_decide(w.s, &office, q->id, q->version, step, (struct date){0},
					  "请说明", NULL, &w.e),
		     0, "%s", w.e.text);
}

static struct notice_row read_by(enum person_of_world person, const char *day, int64_t id)
{
	struct actor who = world_actor(&w, person, day);
	struct notice_row n;

	cr_assert_eq(store_notice_get(w.s, &w.a, &who, id, &n, &w.e), 0, "%s", w.e.text);
	return n;
}

/* As education's officer reads it on that day. */
static struct notice_row read_on(const char *day, int64_t id)
{
	return read_by(EDU_OFFICER, day, id);
}

static int count_overdue(const char *day)
{
	struct actor office = world_actor(&w, OFFICE, day);
	struct notice_counts n;

	cr_assert_eq(store_notice_count(w.s, &office, PLAN, 0, &n, &w.e), 0);
	cr_expect_eq(n.urges, 1);
	return n.overdue;
}

Test(notice_rests, while_an_extension_waits)
{
	int64_t milestone = world_milestone(&w, "2021-11-20", "2021-12-06").id;
	struct notice_row n = world_urged(&w, LATE, EDUCATION);
	struct request_row q = ask(URGED, REQUEST_EXTENSION, 0, milestone);
	struct notice_rows rows;

	n = read_on(URGED, n.id);
	cr_expect_eq(n.state, NOTICE_ISSUED);
	cr_expect(n.rests);
	cr_expect_not(notice_is_overdue(&n, world_day(BEYOND)));
	cr_expect_eq(count_overdue(BEYOND), 0);
	cr_expect_str_eq(world_debts_text(&w, BEYOND, EDUCATION), "");
	cr_expect_eq(world_urge(&w, OFFICE, BEYOND, EDUCATION, true, &rows), -1, "nor urged again");
	decide(&q, BEYOND, REQUEST_REFUSE);
	n = read_on(BEYOND, n.id);
	cr_expect_eq(n.state, NOTICE_ISSUED);
	cr_expect_not(n.rests);
	cr_expect_eq(count_overdue(BEYOND), 1);
	cr_expect_str_eq(world_debts_text(&w, BEYOND, EDUCATION), "2 milestone 完成改造");
	world_answered(&w, n.id, EDU_OFFICER, BEYOND);
}

Test(notice_rests, and_is_over_when_it_is_granted)
{
	int64_t milestone = world_milestone(&w, "2021-11-20", "2021-12-06").id;
	struct notice_row n = world_urged(&w, LATE, EDUCATION);
	struct request_row q = ask(URGED, REQUEST_EXTENSION, 0, milestone);

	decide(&q, URGED, REQUEST_GRANT);
	cr_expect_eq(world_notice(&w, n.id).state, NOTICE_CLOSED);
	cr_expect(world_notice(&w, n.id).settled);
}

Test(notice_rests, and_goes_on_when_it_is_taken_back)
{
	int64_t milestone = world_milestone(&w, "2021-11-20", "2021-12-06").id;
	struct notice_row n = world_urged(&w, LATE, EDUCATION);
	struct request_row q = ask(URGED, REQUEST_EXTENSION, 0, milestone);
	struct actor who = world_actor(&w, EDU_OFFICER, URGED);

	cr_assert_eq(store_request_take_back(w.s, &who, q.id, q.version, NULL, &w.e), 0);
	n = read_on(URGED, n.id);
	cr_expect_eq(n.state, NOTICE_ISSUED);
	cr_expect_not(n.rests);
}

Test(notice_rests, until_what_it_asks_for_is_done)
{
	struct milestone_row m = world_milestone(&w, "2021-11-20", "2021-12-06");
	struct notice_row n = world_urged(&w, LATE, EDUCATION);
	struct actor who = world_actor(&w, EDU_OFFICER, URGED);

	ask(URGED, REQUEST_EXTENSION, 0, m.id);
	cr_assert_eq(store_milestone_step(w.s, &who, m.id, m.version, MILESTONE_FINISH,
					  who.now.today, "", NULL, &w.e),
		     0, "%s", w.e.text);
	cr_expect_eq(world_notice(&w, n.id).state, NOTICE_CLOSED);
}

Test(notice_rests, not_for_one_line_of_several)
{
	int64_t milestone = world_milestone(&w, "2021-11-20", "2021-12-30").id;
	struct notice_row n = world_urged(&w, "2022-01-05", EDUCATION);

	ask("2022-01-05", REQUEST_EXTENSION, 0, milestone);
	n = read_on("2022-01-05", n.id);
	cr_expect_eq(n.state, NOTICE_ISSUED);
	cr_expect_not(n.rests, "its reports are owed as before");
}

Test(notice_rests, while_a_close_out_waits)
{
	world_milestone(&w, "2021-11-20", "2021-12-06");
	struct notice_row n = world_urged(&w, LATE, EDUCATION);
	struct request_row q = ask(URGED, REQUEST_COMPLETION, ACTION_2, 0);

	cr_expect(read_on(URGED, n.id).rests);
	decide(&q, URGED, REQUEST_REFUSE);
	cr_expect_not(read_on(URGED, n.id).rests);
	cr_expect_eq(world_notice(&w, n.id).state, NOTICE_ISSUED);
	struct request_row again = ask(URGED, REQUEST_COMPLETION, ACTION_2, 0);
	decide(&again, URGED, REQUEST_GRANT);
	cr_expect_eq(world_notice(&w, n.id).state, NOTICE_CLOSED, "closed out, nothing is owed");
}

/* 青田's one line on 2022-01-05: its report on the action that it has a part in with the others. */
static void rests_while_asked(struct request_new *r)
{
	struct actor who = world_actor(&w, QINGTIAN_OFFICER, "2022-01-05");
	struct notice_row n = world_urged(&w, "2022-01-05", QINGTIAN);
	struct request_row q;

	r->unit_id = QINGTIAN;
	r->percent = -1;
	r->reason = "另有安排";
	r->done = r->problems = r->next = "";
	cr_expect_not(read_by(QINGTIAN_OFFICER, "2022-01-05", n.id).rests);
	cr_assert_eq(store_request_ask(w.s, &who, r, &w.a, &q, NULL, &w.e), 0, "%s", w.e.text);
	cr_expect(read_by(QINGTIAN_OFFICER, "2022-01-05", n.id).rests);
}

Test(notice_rests, while_a_late_report_is_asked_for)
{
	struct request_new r = {
		.kind = REQUEST_EXCEPTION, .period_id = Q4, .want = world_day("2022-01-20")};

	rests_while_asked(&r);
}

Test(notice_rests, while_an_objection_waits)
{
	struct request_new r = {
		.kind = REQUEST_CONTEST, .action_id = ACTION_1, .about = CONTEST_ROLE};

	rests_while_asked(&r);
}

/* Each by what its own unit asked in its own plan. */
Test(notice_rests, beside_others_that_do_not)
{
	struct actor office = world_actor(&w, OFFICE, "2022-01-05");
	struct notice_filter f = {.kind = -1, .open = true};
	struct request_new r = {
		.kind = REQUEST_EXCEPTION, .period_id = Q4, .want = world_day("2022-01-20")};
	struct notice_rows rows;

	cr_assert_eq(world_urge(&w, OFFICE, "2022-01-05", HEALTH, false, &rows), 0, "%s", w.e.text);
	cr_assert_eq(world_urge(&w, OFFICE, "2022-01-05", BAISHI, false, &rows), 0, "%s", w.e.text);
	rests_while_asked(&r);
	cr_assert_eq(store_notice_list(w.s, &w.a, &office, &f, 10, &rows, &w.e), 0, "%s", w.e.text);
	cr_assert_eq(rows.n, 3);
	for (size_t i = 0; i < rows.n; i++)
		cr_expect_eq(rows.at[i].rests, rows.at[i].unit_id == QINGTIAN);
}
