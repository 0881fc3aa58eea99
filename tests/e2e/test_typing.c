/* What is typed is there again, whatever ends the session; what others write is seen, and their
 * work is not overwritten unasked. */
#include "tests/e2e/room.h"

#include "core/mem.h"
#include "tests/support/clock.h"

#include <criterion/criterion.h>
#include <criterion/parameterized.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>

static const char typed[] = "为三所小学更换教室灯具，共一百八十间";

static struct pty *open_report_form(struct room *r)
{
	struct pty *p = room_sit(r, "jiaoyu", "zh_CN");

	pty_expect(p, "我要报的");
	room_press(p, "Enter 2");
	pty_expect(p, "时间进度");
	return p;
}

static struct pty *type_half_a_report(struct room *r)
{
	struct pty *p = open_report_form(r);

	room_press(p, "6 2");
	room_tab_to(p, "完成情况");
	pty_type(p, typed);
	pty_expect(p, typed);
	return p;
}

static void expect_typed(struct room *r)
{
	struct pty *p = room_go_on(r, "jiaoyu");

	pty_expect(p, "[62   ]");
	pty_expect(p, typed);
	pty_end(p);
	room_expect_in(room_must(r, NULL, "list", "--unit", "区教育局", "--role", "lead",
				 "--format", "tsv", NULL),
		       "\tnone\t"); /* a draft is not a report */
}

/* Signals that give the program time to keep what it has not kept yet. */
ParameterizedTestParameters(typing, survives_a_signal)
{
	static int signals[] = {SIGHUP, SIGTERM};

	return cr_make_param_array(int, signals, sizeof signals / sizeof signals[0]);
}

ParameterizedTest(int *sig, typing, survives_a_signal)
{
	struct room r;
	room_open(&r);
	struct pty *p = type_half_a_report(&r);

	pty_signal(p, *sig);
	cr_expect_neq(pty_wait_exit(p), -1, "still running after signal %d", *sig);
	pty_end(p);
	expect_typed(&r);
	room_close(&r);
}

Test(typing, survives_a_dropped_line)
{
	struct room r;
	room_open(&r);
	struct pty *p = type_half_a_report(&r);

	pty_hangup(p);
	cr_expect_neq(pty_wait_exit(p), -1, "still running without a terminal");
	pty_end(p);
	expect_typed(&r);
	room_close(&r);
}

Test(typing, survives_a_kill_once_it_says_that_it_is_kept)
{
	struct room r;
	room_open(&r);
	struct pty *p = type_half_a_report(&r);

	pty_expect(p, "草稿已存");
	pty_signal(p, SIGKILL);
	cr_expect_eq(pty_wait_exit(p), 128 + SIGKILL);
	pty_end(p);
	expect_typed(&r);
	room_close(&r);
}

Test(typing, is_kept_by_leaving_the_form)
{
	struct room r;
	room_open(&r);
	struct pty *p = type_half_a_report(&r);

	room_escape(p, "已输入的内容都保留");
	room_press(p, "Enter 2");
	pty_expect(p, typed);
	pty_expect(p, "[62   ]");
	pty_end(p);
	expect_typed(&r);
	room_close(&r);
}

Test(typing, nobody_else_finds_it)
{
	struct room r;
	room_open(&r);
	room_must(&r, NULL, "person", "add", "jiaoyu2", "吴老师", NULL);
	room_must(&r, NULL, "person", "post", "jiaoyu2", "reporter", "--unit", "区教育局", NULL);
	struct pty *p = type_half_a_report(&r);

	pty_expect(p, "草稿已存");
	struct pty *other = room_sit(&r, "jiaoyu2", "zh_CN");
	pty_expect(other, "我要报的");
	room_press(other, "Enter 2");
	pty_expect(other, "时间进度");
	pty_expect(other, "[     ]");
	cr_expect_not(pty_find(other, typed, NULL, NULL), "%s", pty_screen(other));
	pty_end(other);
	pty_end(p);
	room_close(&r);
}

Test(sessions, see_what_others_do_without_a_key)
{
	struct room r;
	room_open(&r);
	struct pty *officer = room_sit(&r, "jiaoyu", "zh_CN"),
		   *office = room_sit(&r, NULL, "zh_CN");

	room_expect_count(officer, "zh_CN", "sent %d", 0);
	pty_expect(office, "待审核 0");
	room_must(&r, "jiaoyu", "report", "sx2021/2", "--percent", "45", "--done", typed,
		  "--submit", NULL);
	pty_expect(office, "待审核 1");
	room_expect_count(officer, "zh_CN", "sent %d", 1);
	room_must(&r, NULL, "review", "sx2021/2", "--unit", "区教育局", "--return", "请补充间数",
		  NULL);
	room_expect_count(officer, "zh_CN", "returned %d", 1);
	pty_expect(officer, "请补充间数");
	pty_end(officer);
	pty_end(office);
	room_close(&r);
}

static bool is_marked(struct pty *p, void *text)
{
	int row;

	return pty_find(p, text, &row, NULL) && strncmp(pty_row(p, row), "▌", strlen("▌")) == 0;
}

/* Rows change their order when a report is handed in; the cursor stays on its action. */
Test(sessions, the_cursor_stays_on_its_item_and_it_takes_two_seconds_at_most)
{
	enum { SECONDS_2 = 2000, LOADED = 1000 };
	char mine[] = "净水行动";
	struct room r;
	room_open(&r);
	struct pty *p = room_sit(&r, "jiaoyu", "zh_CN");

	room_expect_count(p, "zh_CN", "sent %d", 0);
	for (int i = 0; i < 3 && !is_marked(p, mine); i++) {
		pty_mark(p);
		room_press(p, "Down");
		pty_settle(p, 100);
	}
	cr_assert(is_marked(p, mine), "%s", pty_screen(p));
	for (int i = 1; i <= 2; i++) {
		char *action = xasprintf("sx2021/%d", i);
		room_must(&r, "jiaoyu", "report", action, "--percent", "45", "--done", typed,
			  "--submit", NULL);
		double written = clock_ms();
		room_expect_count(p, "zh_CN", "sent %d", i);
		cr_expect_lt(clock_ms() - written, SECONDS_2 + LOADED);
		cr_expect(pty_wait(p, is_marked, mine), "%s", pty_screen(p));
		free(action);
	}
	pty_end(p);
	room_close(&r);
}

Test(sessions, two_reports_at_once_do_not_overwrite_each_other)
{
	struct room r;
	room_open(&r);
	struct pty *p = type_half_a_report(&r);

	room_must(&r, "jiaoyu", "report", "sx2021/2", "--percent", "50", "--done", "另一份填报",
		  "--submit", NULL);
	room_tab_to(p, " 提交 ");
	room_press(p, "Enter");
	pty_expect(p, "另一份填报"); /* both are shown; over what is handed in nobody writes */
	pty_expect(p, typed);
	pty_expect(p, "再打开时可以查看"); /* the last line: the frame is whole */
	room_expect_in(room_must(&r, NULL, "list", "--unit", "区教育局", "--format", "tsv", NULL),
		       "\tsubmitted\t50");
	room_tab_to(p, " 确定 "); /* what was typed is kept */
	room_press(p, "Enter");
	pty_expect_gone(p, "打开时");
	room_press(p, "Enter");
	room_choose(p, "查看填报");
	pty_expect(p, "  另一份填报");
	room_press(p, "Enter");
	room_choose(p, "查看您自己输入、尚未提交的内容");
	pty_expect(p, typed);
	pty_end(p);
	room_close(&r);
}
