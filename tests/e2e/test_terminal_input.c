/* What comes over the line beside plain keys: a mouse, sequences torn apart, a stop by the shell,
 * another encoding; and how much goes back. */
#include "tests/e2e/room.h"

#include "core/mem.h"

#include <criterion/criterion.h>
#include <iconv.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

/* A click as xterm tells it (SGR 1006), on the first letter of a text. */
static void click_on(struct pty *p, const char *text)
{
	int row, col;

	pty_expect(p, text);
	cr_assert(pty_find(p, text, &row, &col));
	char *press = xasprintf("\033[<0;%d;%dM\033[<0;%d;%dm", col + 1, row + 1, col + 1, row + 1);
	pty_type(p, press);
	free(press);
}

Test(terminal_input, a_mouse_does_what_keys_do)
{
	struct room r;
	room_open(&r);
	struct pty *p = room_sit(&r, "jiaoyu", "zh_CN");

	click_on(p, "0 主菜单");
	pty_expect(p, "┌─ 主菜单");
	click_on(p, "全部任务");
	pty_expect(p, "3 / 3 项任务");
	pty_type(p, "\033[M !!\033[<64;999;999M\033[<3;1;1M"); /* X10; far away; another button */
	click_on(p, "Esc 返回");
	pty_expect_gone(p, "3 / 3 项任务");
	pty_end(p);
	room_close(&r);
}

/* The Esc of a function key comes long before its rest. */
Test(terminal_input, a_torn_sequence_is_one_key_where_the_setting_says_so)
{
	struct room r;
	room_open(&r);
	char *file = tmp_puts(&r.tmp, "slow.conf", "escape_ms = 1000;\n");
	char *config = xasprintf("DUBAN_CONFIG=%s", file);
	struct pty *p = room_sit_at(
		&r, "jiaoyu", (const char *const[]){"DUBAN_LANGUAGE=zh_CN", config, NULL}, 24, 80);

	pty_expect(p, "0 主菜单");
	pty_type(p, "\033");
	pty_settle(p, 150);
	pty_type(p, "[21~"); /* F10 */
	pty_expect(p, "┌─ 主菜单");
	cr_expect_not(pty_find(p, "退出 duban？", NULL, NULL));
	pty_end(p);
	free(config);
	free(file);
	room_close(&r);
}

/* The program as a job of a shell. */
static struct pty *start_in_shell(struct room *r)
{
	room_see_tour(r);
	const char *argv[] = {"--norc", "--noprofile", "-i", NULL};
	const char *env[] = {r->env_db,	      "DUBAN_NOW=2021-11-21",
			     "DUBAN_CONFIG=", "DUBAN_LANGUAGE=zh_CN",
			     "PS1=ready> ",   NULL};
	struct pty *p = pty_start(&(struct pty_how){
		.program = "bash", .argv = argv, .env = env, .dir = r->tmp.dir, .seconds = 25});

	pty_expect(p, "ready>");
	char *command = xasprintf("'%s' --as jiaoyu\r", run_duban());
	pty_type(p, command);
	pty_expect(p, "我要报的");
	free(command);
	return p;
}

Test(terminal_input, stops_for_the_shell_and_comes_back)
{
	struct room r;
	room_open(&r);
	struct pty *p = start_in_shell(&r);

	pty_key(p, "Ctrl-Z");
	pty_expect(p, "Stopped");
	pty_paste(p, "echo no $((1+1)) marks"); /* no bracketed paste left on: bash sets its own */
	pty_key(p, "Enter");
	pty_expect(p, "no 2 marks");
	pty_resize(p, 30, 100); /* while nobody is told */
	pty_type(p, "fg\r");
	pty_expect(p, "我要报的");
	pty_expect_gone(p, "no 2 marks");
	pty_wait_row(p, 29, "主菜单");
	cr_expect_not_null(strstr(pty_row(p, 29), "主菜单"), "%s", pty_screen(p));
	pty_end(p);
	room_close(&r);
}

/* In the middle of a text; the window has another size when it comes back. */
Test(terminal_input, stops_in_a_form_and_goes_on_in_its_field)
{
	static const char first[] = "为三所小学更换教室灯具", rest[] = "，共一百八十间";
	struct room r;
	room_open(&r);
	struct pty *p = start_in_shell(&r);

	room_press(p, "Enter 2");
	pty_expect(p, "时间进度");
	room_tab_to(p, "完成情况");
	pty_type(p, first);
	pty_expect(p, first);
	pty_key(p, "Ctrl-Z");
	pty_expect(p, "Stopped");
	pty_expect_gone(p, first);
	pty_resize(p, 20, 60);
	pty_type(p, "fg\r");
	pty_expect(p, first);
	pty_expect(p, "11 / 4000");
	pty_type(p, rest);
	pty_expect(p, "18 / 4000");
	pty_end(p);
	room_close(&r);
}

/* The window gets smaller, too small and larger while the text of a paste is still coming. */
Test(terminal_input, the_window_may_change_in_the_middle_of_a_paste)
{
	static const int sizes[][2] = {{20, 60}, {8, 30}, {43, 132}, {24, 80}};
	static const char part[] = "开展健康讲堂进社区，发放宣传册，现场解答居民提问。";
	enum { SIZES = sizeof sizes / sizeof sizes[0], TIMES = 20, CHARS = 25 };
	struct room r;
	room_open(&r);
	struct pty *p = room_sit(&r, "jiaoyu", "zh_CN");

	pty_expect(p, "我要报的");
	room_press(p, "Enter 2");
	pty_expect(p, "时间进度");
	room_tab_to(p, "完成情况");
	pty_type(p, "\033[200~");
	for (int i = 0; i < SIZES * TIMES; i++) {
		pty_type(p, part);
		if (i % TIMES == TIMES - 1)
			pty_resize(p, sizes[i / TIMES][0], sizes[i / TIMES][1]);
	}
	pty_type(p, "\033[201~");
	char *count = xasprintf("%d / 4000", SIZES * TIMES * CHARS);
	pty_expect(p, count);
	pty_expect(p, "现场解答居民提问。");
	pty_end(p);
	free(count);
	room_close(&r);
}

/* The line was cut in the middle of it: what came is in the field, and is kept. */
Test(terminal_input, a_paste_without_an_end_is_text_and_keys_work_again)
{
	static const char part[] = "开展健康讲堂";
	struct room r;
	room_open(&r);
	struct pty *p = room_sit(&r, "jiaoyu", "zh_CN");

	pty_expect(p, "我要报的");
	room_press(p, "Enter 2");
	pty_expect(p, "时间进度");
	room_tab_to(p, "完成情况");
	pty_type(p, "\033[200~");
	pty_type(p, part);
	pty_expect(p, "6 / 4000");
	pty_type(p, "进");
	pty_expect(p, "7 / 4000");
	pty_type(p, "\033[200~");
	pty_type(p, part);
	pty_settle(p, 100);
	pty_hangup(p);
	cr_expect_neq(pty_wait_exit(p), -1);
	pty_end(p);
	p = room_go_on(&r, "jiaoyu");
	pty_expect(p, "13 / 4000");
	pty_end(p);
	room_close(&r);
}

Test(terminal_input, a_page_takes_no_more_than_the_first_frame)
{
	struct room r;
	room_open(&r);
	struct pty *p = room_sit(&r, "jiaoyu", "zh_CN");

	pty_expect(p, "0 主菜单");
	pty_settle(p, 200);
	size_t first = pty_bytes(p);
	pty_mark(p);
	pty_key(p, "PgDn");
	pty_settle(p, 200);
	cr_expect_lt(pty_bytes(p), first, "%zu bytes of %zu", pty_bytes(p), first);
	pty_end(p);
	room_close(&r);
}

/* A locale of that encoding, made in a folder; false where the machine cannot. */
static bool make_locale(const struct room *r)
{
	char *command = xasprintf(
		"localedef -i zh_CN -f GB18030 '%s/zh_CN.GB18030' >/dev/null 2>&1", r->tmp.dir);
	char *made = xasprintf("%s/zh_CN.GB18030/LC_CTYPE", r->tmp.dir);
	struct stat st;
	int status = system(command);
	bool is_there = status != -1 && stat(made, &st) == 0;

	free(command);
	free(made);
	return is_there;
}

static char *in_gb18030(const char *text)
{
	iconv_t cd = iconv_open("GB18030", "UTF-8");
	size_t nbytes = strlen(text), room = nbytes * 2 + 1;
	char *out = xcalloc(room, 1), *in = xstrdup(text), *from = in, *to = out;

	cr_assert(cd != (iconv_t)-1);
	cr_assert(iconv(cd, &from, &nbytes, &to, &room) != (size_t)-1);
	iconv_close(cd);
	free(in);
	return out;
}

struct recording {
	const char *file, *text;
};

static bool is_recorded(struct pty *p, void *data)
{
	const struct recording *r = data;
	static char bytes[1 << 18];
	FILE *f = fopen(r->file, "rb");
	size_t n = f ? fread(bytes, 1, sizeof bytes, f) : 0;

	(void)p;
	if (f)
		fclose(f);
	return memmem(bytes, n, r->text, strlen(r->text)) != NULL;
}

/* script(1) keeps what the terminal gets: the emulator of the tests knows UTF-8 only. */
Test(terminal_input, speaks_gb18030_where_the_locale_does)
{
	struct room r;
	room_open(&r);
	if (!make_locale(&r)) {
		room_close(&r);
		cr_skip_test("localedef cannot make zh_CN.GB18030 here");
	}
	room_see_tour(&r);
	char *path = xasprintf("LOCPATH=%s", r.tmp.dir), *file = tmp_path(&r.tmp, "bytes");
	char *command = xasprintf("'%s' --as jiaoyu", run_duban());
	const char *argv[] = {"-q", "-f", "-c", command, file, NULL};
	const char *env[] = {r.env_db,
			     "DUBAN_NOW=2021-11-21",
			     "DUBAN_CONFIG=",
			     path,
			     "LC_ALL=zh_CN.GB18030",
			     "DUBAN_LANGUAGE=zh_CN",
			     "SHELL=/bin/sh",
			     NULL};
	struct pty *p = pty_start(&(struct pty_how){
		.program = "script", .argv = argv, .env = env, .dir = r.tmp.dir, .seconds = 25});

	char *shown = in_gb18030("护眼行动"), *typed = in_gb18030("龘");
	cr_expect(pty_wait(p, is_recorded, &(struct recording){file, shown}));
	pty_settle(p, 100);
	pty_type(p, "/");
	pty_type(p, typed);
	cr_expect(pty_wait(p, is_recorded, &(struct recording){file, typed}));
	pty_key(p, "Ctrl-Q");
	pty_settle(p, 100);
	pty_type(p, "2");
	cr_expect_eq(pty_wait_exit(p), 0);
	pty_end(p);
	free(shown);
	free(typed);
	free(command);
	free(file);
	free(path);
	room_close(&r);
}
