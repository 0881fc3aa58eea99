/* The office's side of the desk: reports read, returned and accepted, units assigned by hand,
 * units, people and periods kept. Plain keys alone; what was done is looked up in the file by
 * verbs. */
#include "tests/e2e/room.h"

#include <criterion/criterion.h>
#include <string.h>

static const char done_text[] = "完成二十所学校视力筛查，建档一万二千人";

static void hand_in(struct room *r)
{
	room_must(r, "jiaoyu", "report", "sx2021/2", "--percent", "45", "--done", done_text,
		  "--submit", NULL);
}

static const char *shares(struct room *r)
{
	return room_must(r, NULL, "list", "--unit", "区教育局", "--role", "lead", "--format", "tsv",
			 NULL);
}

static struct pty *sit_as_office(struct room *r)
{
	struct pty *p = room_sit(r, NULL, "zh_CN");

	pty_expect(p, "谁没报");
	return p;
}

/* The first report that waits, open to be read, and its menu. */
static void open_first_waiting(struct pty *p)
{
	pty_expect(p, "待审核 1");
	room_press(p, "Tab");
	pty_expect(p, "[待审核 1]");
	room_press(p, "Enter");
	pty_expect(p, done_text);
	room_press(p, "Enter");
}

Test(office, returns_a_report_and_gets_it_back_corrected)
{
	struct room r;
	room_open(&r);
	hand_in(&r);

	struct pty *p = sit_as_office(&r);
	open_first_waiting(p);
	pty_expect(p, "2 退回");
	room_press(p, "2");
	pty_expect(p, "缺什么");
	pty_type(p, "请补充学校名单");
	room_press(p, "Tab Enter"); /* the button */
	pty_expect(p, "[待审核 0]");
	room_expect_in(shares(&r), "\treturned\t");

	struct pty *officer = room_sit(&r, "jiaoyu", "zh_CN");
	room_expect_count(officer, "zh_CN", "returned %d", 1);
	pty_expect(officer, "请补充学校名单");
	room_press(officer, "Enter 2");
	pty_expect(officer, "[45   ]");
	pty_expect(officer, done_text);
	pty_expect(officer, "请补充学校名单");
	room_tab_to(officer, "完成情况");
	pty_type(officer, "；名单见附件");
	room_tab_to(officer, " 提交 ");
	room_press(officer, "Enter");
	pty_expect(officer, "将提交健康办：45%");
	room_press(officer, "2");
	room_expect_count(officer, "zh_CN", "returned %d", 0);
	pty_end(officer);
	room_expect_in(shares(&r), "\tsubmitted\t45");

	pty_expect(p, "[待审核 1]"); /* seen without a key */
	room_press(p, "Enter");
	pty_expect(p, "建档一万二千人+[；名单见附件]"); /* what is new is marked */
	room_press(p, "Enter");
	pty_expect(p, "1 通过");
	room_press(p, "1");
	pty_expect(p, "[待审核 0]");
	room_expect_in(shares(&r), "\taccepted\t45");
	pty_end(p);
	room_close(&r);
}

Test(office, a_return_without_a_reason_is_not_sent)
{
	struct room r;
	room_open(&r);
	hand_in(&r);
	struct pty *p = sit_as_office(&r);

	open_first_waiting(p);
	pty_expect(p, "2 退回");
	room_press(p, "2");
	pty_expect(p, "缺什么");
	room_press(p, "Tab Enter"); /* the button */
	pty_expect(p, "请在这里填写");
	room_press(p, "Esc");
	pty_expect_gone(p, "缺什么");
	room_expect_in(shares(&r), "\tsubmitted\t45");
	pty_end(p);
	room_close(&r);
}

static void open_main_menu(struct pty *p)
{
	room_press(p, "0");
	pty_expect(p, "┌─ 主菜单");
}

static void open_administration(struct pty *p, const char *what)
{
	open_main_menu(p);
	room_press(p, "9");
	pty_expect(p, "┌─ 管理与选择");
	room_choose(p, what);
}

Test(office, adds_a_unit)
{
	struct room r;
	room_open(&r);
	struct pty *p = sit_as_office(&r);

	open_administration(p, "单位");
	pty_expect(p, "> 单位");
	room_press(p, "Tab");
	pty_expect(p, "新增单位");
	pty_type(p, "区园林局");
	room_press(p, "Enter");
	pty_expect_gone(p, "新增单位");
	pty_expect(p, "区园林局");
	pty_end(p);
	room_expect_in(room_must(&r, NULL, "unit", "list", "--format", "tsv", NULL), "区园林局");
	room_close(&r);
}

Test(office, the_administrator_adds_a_person_with_a_post)
{
	struct room r;
	room_open(&r);
	struct pty *p = sit_as_office(&r);

	open_administration(p, "换一个岗位");
	pty_expect(p, "┌─ 用哪个岗位");
	room_choose(p, "管理员");
	pty_expect(p, "服务器管理");
	pty_expect(p, "jiaoyu"); /* people are an administrator's first screen */
	room_press(p, "Tab");
	pty_expect(p, "登录名 *");
	pty_type(p, "kexie");
	room_tab_to(p, "名称");
	pty_type(p, "周干事");
	room_tab_to(p, " 添加 ");
	room_press(p, "Enter");
	pty_expect_gone(p, "登录名 *");
	pty_expect(p, "周干事");
	pty_end(p);
	room_expect_in(room_must(&r, NULL, "person", "list", "--format", "tsv", NULL), "周干事");
	room_close(&r);
}
