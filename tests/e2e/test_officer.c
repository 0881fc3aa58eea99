/* Where a liaison officer's way is not straight: a question is not answered with yes, a figure or a
 * proof is missing. The straight way is test_flow_officer.c's. */
#include "tests/e2e/room.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* The line of a TSV listing that begins with a text. The caller frees it. */
static char *line_of(const char *tsv, const char *begin)
{
	const char *line = tsv;

	while (line && strncmp(line, begin, strlen(begin)) != 0) {
		line = strchr(line, '\n');
		line = line ? line + 1 : NULL;
	}
	cr_assert(line, "no line \"%s\" in:\n%s", begin, tsv);
	return strndup(line, strcspn(line, "\n"));
}

static void expect_milestone_done(struct room *r)
{
	char *line = line_of(room_must(r, NULL, "milestone", "list", "--format", "tsv", NULL), "1");

	room_expect_in(line, "\tdone");
	room_expect_in(line, "2021-11-21");
	free(line);
}

static void expect_evidence(struct room *r, const char *title, const char *doc_no)
{
	const char *json = room_must(r, NULL, "evidence", "list", "--format", "json", NULL);

	room_expect_in(json, title);
	room_expect_in(json, doc_no);
	room_expect_in(json, "\"document\"");
}

Test(officer, the_safe_answer_is_marked_first)
{
	struct room r;
	room_open(&r);
	struct pty *p = room_sit(&r, "jiaoyu", "zh_CN");

	pty_expect(p, "我要报的");
	room_press(p, "Enter 2");
	pty_expect(p, "此前没有填报");
	room_press(p, "3 0");
	room_tab_to(p, "完成情况");
	pty_type(p, "调整照明");
	room_tab_to(p, " 提交 ");
	room_press(p, "Enter");
	pty_expect(p, "将提交健康办：30%");
	room_press(p, "Enter");
	pty_expect_gone(p, "将提交健康办");
	pty_expect(p, "调整照明");
	pty_end(p);
	room_expect_in(room_must(&r, NULL, "list", "--unit", "区教育局", "--format", "tsv", NULL),
		       "\tnone\t");
	room_close(&r);
}

static bool cursor_is_beside(struct pty *p, void *text)
{
	int row, cursor;

	pty_cursor(p, &cursor, NULL, NULL);
	return pty_find(p, text, &row, NULL) && row == cursor;
}

Test(officer, a_wrong_percentage_is_told_beside_its_field)
{
	char percent[] = "101";
	struct room r;
	room_open(&r);
	struct pty *p = room_sit(&r, "jiaoyu", "zh_CN");

	pty_expect(p, "我要报的");
	room_press(p, "Enter 2");
	pty_expect(p, "此前没有填报");
	room_press(p, "1 0 1");
	room_tab_to(p, "完成情况");
	pty_type(p, "调整照明");
	room_tab_to(p, " 提交 ");
	room_press(p, "Enter");
	pty_expect(p, "进度是 0 到 100 的整数");
	cr_expect_not(pty_find(p, "将提交健康办", NULL, NULL));
	cr_expect(pty_wait(p, cursor_is_beside, percent), "%s", pty_screen(p));
	cr_expect(pty_find(p, "调整照明", NULL, NULL));
	pty_end(p);
	room_close(&r);
}

Test(officer, marks_a_milestone_with_the_evidence_it_demands)
{
	struct room r;
	room_open(&r);
	struct pty *p = room_sit(&r, "jiaoyu", "zh_CN");

	pty_expect(p, "我要报的");
	room_press(p, "Enter 4");
	pty_expect(p, "[3 节点]");
	room_press(p, "Enter");
	pty_expect(p, "1 标为完成");
	room_press(p, "1");
	pty_expect(p, "这个节点要求佐证材料");
	room_tab_to(p, " 标为完成 ");
	room_press(p, "Enter");
	pty_expect(p, "请在这里写明用什么证明");
	room_expect_in(room_must(&r, NULL, "milestone", "list", "--open", "--format", "tsv", NULL),
		       "秋季视力筛查");

	room_tab_to(p, "标题");
	pty_type(p, "视力筛查情况通报");
	room_tab_to(p, "文号");
	pty_type(p, "松教〔2021〕56号");
	room_tab_to(p, " 标为完成 ");
	room_press(p, "Enter");
	pty_expect(p, "节点“秋季视力筛查”");
	pty_expect(p, "[3 节点]");
	pty_end(p);
	expect_milestone_done(&r);
	expect_evidence(&r, "视力筛查情况通报", "松教〔2021〕56号");
	room_close(&r);
}

Test(officer, sees_the_task_list_before_it_goes_into_a_file)
{
	struct room r;
	room_open(&r);
	struct pty *p = room_sit(&r, "jiaoyu", "zh_CN");
	char *path = tmp_path(&r.tmp, "区教育局.txt");

	pty_expect(p, "我要报的");
	room_press(p, "0");
	pty_expect(p, "┌─ 主菜单");
	room_press(p, "7");
	pty_expect(p, "1 打印任务清单");
	room_press(p, "1");
	pty_expect(p, "2021-11-21 打印，林老师");
	room_press(p, "Enter 2");
	pty_expect(p, "[区教育局.txt");
	cr_expect_neq(access(path, F_OK), 0, "written before it was confirmed");
	room_press(p, "Enter");
	pty_expect_gone(p, "[区教育局.txt");
	pty_expect(p, "区教育局.txt");
	char *text = tmp_read(path, NULL);
	cr_assert(text, "no file:\n%s", pty_screen(p));
	room_expect_in(text, "任务清单");
	room_expect_in(text, "护眼行动");
	room_expect_in(text, "2021-11-30");
	pty_end(p);
	free(text);
	free(path);
	room_close(&r);
}
