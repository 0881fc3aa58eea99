/* Finding one's way: the filter, the help made from the table of keys, the main menu; and how
 * little goes over the line when a person moves about or does nothing. */
#include "tests/e2e/room.h"

#include "tui/app/actions.h"

#include <criterion/criterion.h>
#include <string.h>

static struct pty *open_all_actions(struct room *r, const char *language, const char *seen)
{
	struct pty *p = room_sit(r, "jiaoyu", language);

	pty_expect(p, "林老师");
	room_press(p, "0 2");
	pty_expect(p, seen);
	return p;
}

Test(filter, finds_actions_by_chinese_words)
{
	struct room r;
	room_open(&r);
	struct pty *p = open_all_actions(&r, "zh_CN", "3 / 3 项任务");

	pty_type(p, "/净水");
	pty_expect(p, "找到 1 项");
	pty_expect_gone(p, "健康讲堂行动");
	pty_expect(p, "净水行动");
	room_press(p, "Esc");
	pty_expect(p, "健康讲堂行动");

	pty_type(p, "／科协 护眼"); /* a full-width sign opens it too; both words must be there */
	pty_expect(p, "找到 1 项");
	pty_expect(p, "护眼行动");
	pty_keys(p, "Backspace", 5);
	pty_expect(p, "找到 3 项");
	pty_end(p);
	room_close(&r);
}

Test(search, is_reached_with_plain_keys_and_opens_what_it_found)
{
	struct room r;
	room_open(&r);
	struct pty *p = room_sit(&r, "jiaoyu", "zh_CN");

	pty_expect(p, "我要报的");
	room_press(p, "0 8");
	pty_expect_gone(p, "┌─ 主菜单");
	pty_type(p, "供水管网");
	pty_expect(p, "净水行动");
	room_press(p, "Enter");
	pty_expect(p, "[1 概况]");
	pty_expect(p, "更新老旧供水管网");
	pty_end(p);
	room_close(&r);
}

Test(filter, says_when_nothing_is_found)
{
	struct room r;
	room_open(&r);
	struct pty *p = open_all_actions(&r, "zh_CN", "3 / 3 项任务");

	pty_type(p, "/没有这个词");
	pty_expect(p, "找到 0 项");
	pty_expect(p, "没有含这些字的内容");
	pty_end(p);
	room_close(&r);
}

Test(help, shows_the_keys_of_the_screen_in_both_languages)
{
	struct room r;
	room_open(&r);
	struct pty *p = room_sit(&r, "jiaoyu", "en");

	pty_expect(p, "What I owe");
	pty_key(p, "F1");
	pty_expect(p, "> Help");
	pty_expect(p, scope_info(SCOPE_ITEM)->label);
	pty_expect(p, action_info(DO_REPORT_NEW)->help);
	pty_end(p);

	p = room_sit(&r, "jiaoyu", "zh_CN");
	pty_expect(p, "我要报的");
	pty_type(p, "？"); /* as with an input method on */
	pty_expect(p, "> 帮助");
	pty_expect(p, "填报进展");
	room_press(p, "Esc");
	pty_expect_gone(p, "> 帮助");
	pty_end(p);
	room_close(&r);
}

Test(help, in_a_form_tells_of_the_form_and_comes_back_to_it)
{
	struct room r;
	room_open(&r);
	struct pty *p = room_sit(&r, "jiaoyu", "en");

	pty_expect(p, "What I owe");
	pty_type(p, "e");
	pty_expect(p, "nothing reported before");
	pty_type(p, "45");
	pty_key(p, "F1");
	pty_expect(p, scope_info(SCOPE_FORM)->label);
	pty_expect(p, action_info(DO_SUBMIT)->help);
	pty_key(p, "PgDn");
	pty_expect(p, scope_info(SCOPE_FIELD)->label);
	room_press(p, "Esc");
	pty_expect(p, "[45   ]");
	pty_end(p);
	room_close(&r);
}

Test(menu, opens_with_0_and_with_F10_and_goes_everywhere)
{
	static const struct {
		const char *digit, *seen;
	} places[] = {{"2", "> 全部任务"}, {"3", "> 节点"}, {"5", "> 佐证材料"}};
	struct room r;
	room_open(&r);
	struct pty *p = room_sit(&r, "jiaoyu", "zh_CN");

	pty_expect(p, "我要报的");
	for (size_t i = 0; i < sizeof places / sizeof places[0]; i++) {
		pty_key(p, "F10"); /* in a filter 0 is text */
		pty_expect(p, "┌─ 主菜单");
		room_press(p, places[i].digit);
		pty_expect(p, places[i].seen);
	}
	pty_key(p, "F10");
	pty_expect(p, "┌─ 主菜单");
	room_press(p, "1");
	pty_expect(p, "截止 12-31");
	pty_expect(p, "下一节点");
	room_press(p, "0");
	pty_expect(p, "┌─ 主菜单");
	room_press(p, "0");
	cr_expect_eq(pty_wait_exit(p), 0);
	pty_end(p);
	room_close(&r);
}

static bool mark_is_in_row(struct pty *p, void *data)
{
	int *row = data;

	return strncmp(pty_row(p, *row), "▌", strlen("▌")) == 0;
}

/* A cursor key moves a mark and the detail below the list: a few hundred bytes, not a screen. */
Test(line, a_cursor_key_sends_little)
{
	struct room r;
	room_open(&r);
	struct pty *p = open_all_actions(&r, "zh_CN", "3 / 3 项任务");
	int row;

	pty_expect(p, "Tab 灯"); /* in the last line: the frame is whole */
	cr_assert(pty_find(p, "1      健康讲堂行动", &row, NULL), "%s", pty_screen(p));
	cr_assert(pty_wait(p, mark_is_in_row, &row));
	cr_expect_gt(pty_bytes(p), 1000, "a whole screen is much more than that");
	pty_mark(p);
	room_press(p, "Down");
	row++;
	cr_assert(pty_wait(p, mark_is_in_row, &row), "%s", pty_screen(p));
	pty_settle(p, 200);
	cr_expect_lt(pty_bytes(p), 600, "%zu bytes", pty_bytes(p));
	pty_end(p);
	room_close(&r);
}

static bool never(struct pty *p, void *data)
{
	(void)p;
	(void)data;
	return false;
}

/* Longer than the program waits before it looks whether others have changed something. */
Test(line, nothing_is_sent_while_nothing_happens)
{
	struct room r;
	room_open(&r);
	const char *argv[] = {"--as", "jiaoyu", NULL};
	const char *env[] = {r.env_db, "DUBAN_NOW=2021-11-21",
			     "DUBAN_CONFIG=", "DUBAN_LANGUAGE=zh_CN", NULL};
	struct pty *p = pty_start(&(struct pty_how){.argv = argv, .env = env, .seconds = 3});

	for (int i = 0; i < 8 && !pty_wait_text(p, "0 主菜单"); i++)
		;
	pty_settle(p, 500);
	pty_mark(p);
	pty_wait(p, never, NULL);
	cr_expect_eq(pty_bytes(p), 0, "%zu bytes", pty_bytes(p));
	cr_expect(pty_find(p, "我要报的", NULL, NULL));
	pty_end(p);
	room_close(&r);
}
