/* What terminals do to a program: they change their size, are unknown, are none, have no colours,
 * send whole texts at once, full-width characters, and bytes that are no characters at all. */
#include "tests/e2e/room.h"

#include "core/mem.h"

#include <criterion/criterion.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>

static const char *const chinese[] = {"DUBAN_LANGUAGE=zh_CN", NULL};

static struct pty *open_report_form(struct room *r)
{
	struct pty *p = room_sit(r, "jiaoyu", "zh_CN");

	pty_expect(p, "我要报的");
	room_press(p, "Enter 2");
	pty_expect(p, "时间进度");
	return p;
}

static void resize_through(struct pty *p, const char *seen)
{
	pty_resize(p, 20, 60);
	pty_expect(p, "18 / 4000");
	pty_expect(p, seen);
	pty_resize(p, 43, 132);
	pty_expect(p, seen);
	pty_resize(p, 8, 30);
	pty_expect(p, "窗口太小");
	pty_expect_gone(p, seen);
	pty_resize(p, 24, 80);
	pty_expect_gone(p, "窗口太小");
	pty_expect(p, seen);
}

Test(terminal, changes_its_size_under_a_form)
{
	static const char typed[] = "为三所小学更换教室灯具，共一百八十间";
	struct room r;
	room_open(&r);
	struct pty *p = open_report_form(&r);

	room_press(p, "6 2");
	room_tab_to(p, "完成情况");
	pty_type(p, typed);
	pty_expect(p, typed);
	resize_through(p, typed);
	pty_type(p, "。完"); /* the cursor is where it was */
	pty_expect(p, "共一百八十间。完");
	pty_end(p);
	room_close(&r);
}

Test(terminal, changes_its_size_under_a_question)
{
	struct room r;
	room_open(&r);
	struct pty *p = room_sit(&r, "jiaoyu", "zh_CN");

	pty_expect(p, "我要报的");
	room_escape(p, "退出 duban？");
	pty_resize(p, 20, 60);
	pty_expect(p, "退出 duban？");
	pty_resize(p, 8, 30);
	pty_expect(p, "窗口太小");
	pty_resize(p, 43, 132);
	pty_expect(p, "退出 duban？");
	room_press(p, "1");
	pty_expect_gone(p, "退出 duban？");
	pty_expect(p, "护眼行动");
	pty_end(p);
	room_close(&r);
}

Test(terminal, of_20x5_is_refused_with_a_sentence)
{
	struct room r;
	room_open(&r);
	struct pty *p = room_sit_at(&r, "jiaoyu", chinese, 5, 20);

	pty_expect(p, "40");
	int status = pty_wait_exit(p);
	cr_expect(status > 0 && status < 128, "status %d", status);
	pty_end(p);
	room_close(&r);
}

Test(terminal, keys_do_nothing_in_a_window_that_became_too_small)
{
	struct room r;
	room_open(&r);
	struct pty *p = room_sit(&r, "jiaoyu", "zh_CN");

	pty_expect(p, "护眼行动");
	pty_resize(p, 8, 30);
	pty_expect(p, "窗口太小");
	room_press(p, "Enter");
	room_press(p, "2");
	room_press(p, "4");
	pty_wait_taken(p);
	pty_resize(p, 24, 80);
	pty_expect(p, "护眼行动");
	pty_expect_gone(p, "窗口太小");
	pty_expect(p, "── 我要报的 ──");
	pty_resize(p, 8, 30);
	pty_expect(p, "窗口太小");
	room_press(p, "Esc");
	cr_expect_eq(pty_wait_exit(p), 0);
	pty_end(p);
	room_close(&r);
}

Test(terminal, unknown_by_name_is_refused_with_a_sentence)
{
	struct room r;
	room_open(&r);
	struct pty *p = room_sit_at(
		&r, "jiaoyu", (const char *const[]){"TERM=vt-none", chinese[0], NULL}, 24, 80);

	pty_expect(p, "vt-none");
	pty_expect(p, "TERM=xterm");
	int status = pty_wait_exit(p);
	cr_expect(status > 0 && status < 128, "status %d", status);
	pty_end(p);
	room_close(&r);
}

Test(terminal, none_at_all_is_refused_with_a_sentence)
{
	struct room r;
	struct run none;
	room_open(&r);

	run_words(&none, &(struct run_how){.env = r.env}, "--as", "jiaoyu", NULL);
	cr_expect(none.status > 0 && none.status < 128, "status %d", none.status);
	room_expect_in(none.err, "terminal");
	cr_expect_str_eq(none.out, "");
	run_free(&none);
	room_close(&r);
}

Test(terminal, full_width_digits_act_as_digits)
{
	struct room r;
	room_open(&r);
	struct pty *p = room_sit(&r, "jiaoyu", "zh_CN");

	pty_expect(p, "我要报的");
	pty_type(p, "０");
	pty_expect(p, "┌─ 主菜单");
	pty_type(p, "２");
	pty_expect(p, "> 全部任务");
	room_press(p, "Esc");
	pty_expect_gone(p, "> 全部任务");
	room_press(p, "Enter 2");
	pty_expect(p, "时间进度");
	pty_type(p, "４５");
	pty_expect(p, "[45   ]");
	pty_end(p);
	room_close(&r);
}

/* A line of text that no screen is wide enough for, with its last characters told apart. */
static char *long_text(void)
{
	struct strbuf b = STRBUF_INIT;

	for (int i = 0; i < 120; i++)
		strbuf_puts(&b, "开展健康讲堂进社区，");
	strbuf_puts(&b, "至此全部完成。");
	return strbuf_detach(&b);
}

Test(terminal, a_long_paste_is_text_and_nothing_else)
{
	char *text = long_text();
	struct room r;
	room_open(&r);
	struct pty *p = open_report_form(&r);

	room_press(p, "6 2");
	room_tab_to(p, "完成情况");
	pty_paste(p, text);
	pty_expect(p, "至此全部完成。");
	pty_expect(p, "1207 / 4000");
	room_tab_to(p, " 提交 ");
	room_press(p, "Enter");
	pty_expect(p, "将提交健康办：62%");
	room_press(p, "2");
	room_expect_count(p, "zh_CN", "sent %d", 1);
	pty_end(p);
	room_expect_in(room_must(&r, NULL, "log", "--format", "json", NULL), text);
	free(text);
	room_close(&r);
}

Test(terminal, pasted_keys_press_nothing)
{
	struct room r;
	room_open(&r);
	struct pty *p = room_sit(&r, "jiaoyu", "zh_CN");

	pty_expect(p, "我要报的");
	pty_paste(p, "0\r0\r"); /* typed, this would leave the program */
	room_press(p, "0");
	pty_expect(p, "┌─ 主菜单");
	pty_end(p);
	room_close(&r);
}

Test(terminal, ctrl_z_without_a_shell_ends_nothing)
{
	struct room r;
	room_open(&r);
	struct pty *p = open_report_form(&r);

	room_press(p, "6");
	pty_key(p, "Ctrl-Z");
	room_press(p, "2");
	pty_expect(p, "[62   ]");
	pty_end(p);
	room_close(&r);
}

static int coloured_cells(struct pty *p, int rows, int cols)
{
	int n = 0;

	for (int row = 0; row < rows; row++) {
		for (int col = 0; col < cols; col++) {
			struct pty_cell cell = pty_cell(p, row, col);
			n += cell.fg != -1 || cell.bg != -1;
		}
	}
	return n;
}

Test(terminal, no_color_is_heeded)
{
	const char *const env[] = {chinese[0], "NO_COLOR=1", NULL};
	struct room r;
	room_open(&r);
	struct pty *p = room_sit_at(&r, "jiaoyu", chinese, 24, 80);

	pty_expect(p, "0 主菜单");
	cr_expect_gt(coloured_cells(p, 24, 80), 0, "no colour where there may be some");
	pty_end(p);
	p = room_sit_at(&r, "jiaoyu", env, 24, 80);
	pty_expect(p, "0 主菜单");
	cr_expect_eq(coloured_cells(p, 24, 80), 0);
	pty_end(p);
	room_close(&r);
}

Test(terminal, bytes_that_are_no_text_do_no_harm)
{
	static const char bytes[] = "\xff\xfe\xc3\x28\xe5\x81\x00\x80\xf8\x88\x80\x80\x80"
				    "\x1b[999;999~\x1b[?1;2c\x1b]0;x\x07";
	struct room r;
	room_open(&r);
	struct pty *p = open_report_form(&r);

	room_tab_to(p, "完成情况");
	pty_type(p, "开头");
	pty_send(p, bytes, sizeof bytes - 1);
	pty_type(p, "结尾");
	pty_expect(p, "开头");
	pty_expect(p, "结尾");
	pty_signal(p, SIGTERM);
	cr_expect_eq(pty_wait_exit(p), 0);
	pty_end(p);
	p = room_go_on(&r, "jiaoyu");
	pty_expect(p, "开头");
	pty_expect(p, "结尾");
	pty_end(p);
	room_close(&r);
}

Test(terminal, is_given_back_at_the_end)
{
	struct room r;
	room_open(&r);
	room_see_tour(&r);
	char *script = xasprintf("stty -a >before; '%s' --as jiaoyu; stty -a >after; "
				 "cmp before after && echo same modes; read x",
				 run_duban());
	const char *argv[] = {"-c", script, NULL};
	const char *env[] = {r.env_db, "DUBAN_NOW=2021-11-21",
			     "DUBAN_CONFIG=", "DUBAN_LANGUAGE=zh_CN", NULL};
	struct pty *p = pty_start(&(struct pty_how){
		.program = "sh", .argv = argv, .env = env, .dir = r.tmp.dir, .seconds = 25});

	pty_expect(p, "我要报的");
	room_escape(p, "退出 duban？");
	room_press(p, "2");
	pty_expect(p, "same modes");
	cr_expect_not(pty_find(p, "我要报的", NULL, NULL), "%s", pty_screen(p));
	bool visible = false;
	pty_cursor(p, NULL, NULL, &visible);
	cr_expect(visible, "the cursor stays hidden");
	pty_end(p);
	free(script);
	room_close(&r);
}
