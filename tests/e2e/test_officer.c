/* A liaison officer's day, from the first screen to what the file says afterwards: once in Chinese
 * with the plainest keys, once in English with letters. */
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

/* What list says of the lead unit's share of action 2: lead stands before the others. */
static void expect_reported(struct room *r, const char *percent)
{
	char *line = line_of(room_must(r, NULL, "list", "--unit", "区教育局", "--role", "lead",
				       "--format", "tsv", NULL),
			     "sx2021/2");

	room_expect_in(line, "\tsubmitted\t");
	room_expect_in(line, percent);
	free(line);
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

static void leave(struct pty *p, const char *question)
{
	room_escape(p, question);
	room_press(p, "2");
	cr_expect_eq(pty_wait_exit(p), 0);
	pty_end(p);
}

Test(officer, reports_with_plain_keys_in_chinese)
{
	struct room r;
	room_open(&r);
	struct pty *p = room_sit(&r, "jiaoyu", "zh_CN");

	pty_expect(p, "我要报的");
	pty_expect(p, "区教育局 · 林老师");
	pty_expect(p, "要报 3");
	room_press(p, "Enter");
	pty_expect(p, "2 填报进展");
	room_press(p, "2");
	pty_expect(p, "此前没有填报");
	room_press(p, "4 5");
	room_tab_to(p, "完成情况");
	pty_type(p, "完成二十所学校视力筛查");
	room_tab_to(p, "存在问题");
	pty_type(p, "设备不足");
	room_tab_to(p, "下步打算");
	pty_type(p, "下月复查");
	room_tab_to(p, "完成视力筛查学校");
	room_press(p, "2 0");
	room_tab_to(p, " 提交 ");
	room_press(p, "Enter");
	pty_expect(p, "将提交健康办：45%");
	room_press(p, "2");
	pty_expect(p, "2 护眼行动：已提交");
	pty_expect(p, "已报 1");
	leave(p, "退出 duban？");

	expect_reported(&r, "45");
	const char *log = room_must(&r, NULL, "log", "--format", "json", NULL);
	room_expect_in(log, "完成二十所学校视力筛查");
	room_expect_in(log, "设备不足");
	room_expect_in(log, "下月复查");
	room_close(&r);
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

Test(officer, records_evidence_by_document_number)
{
	struct room r;
	room_open(&r);
	struct pty *p = room_sit(&r, "jiaoyu", "zh_CN");

	pty_expect(p, "我要报的");
	room_press(p, "Enter 5");
	pty_expect(p, "还没有佐证材料");
	room_press(p, "Enter");
	pty_expect(p, "文号             [");
	room_tab_to(p, "标题");
	pty_type(p, "灯具改造验收");
	room_tab_to(p, "文号");
	pty_type(p, "松教发〔2021〕7号");
	room_tab_to(p, " 登记 ");
	room_press(p, "Enter");
	pty_expect(p, "[4 佐证材料]");
	pty_expect(p, "松教发〔2021〕7号");
	pty_end(p);
	expect_evidence(&r, "灯具改造验收", "松教发〔2021〕7号");
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

Test(officer, reports_with_letters_in_english)
{
	struct room r;
	room_open(&r);
	struct pty *p = room_sit(&r, "jiaoyu", "en");

	pty_expect(p, "What I owe");
	pty_expect(p, "林老师 (liaison officer)");
	pty_type(p, "e");
	pty_expect(p, "nothing reported before");
	pty_type(p, "45\tTwenty schools screened");
	pty_key(p, "F9");
	pty_expect(p, "the office: 45%.");
	pty_key(p, "Right");
	pty_key(p, "Enter");
	pty_expect(p, "2 护眼行动: handed in");
	pty_type(p, "m");
	pty_expect(p, "[3 milestones]");
	pty_key(p, "Enter");
	pty_expect(p, "1 Mark as done");
	pty_key(p, "Enter");
	pty_expect(p, "This milestone demands evidence:");
	room_tab_to(p, "title");
	pty_type(p, "Lamps replaced\tSJ 2021-9");
	pty_key(p, "Ctrl-S");
	pty_expect(p, "\"秋季视力筛查\": done");
	pty_type(p, "q");
	pty_expect_gone(p, "[3 milestones]");
	pty_type(p, "p");
	pty_expect(p, "printed 2021-11-21 by 林老师");
	pty_key(p, "Ctrl-Q");
	pty_expect(p, "Leave duban?");
	pty_key(p, "Right");
	pty_key(p, "Enter");
	cr_expect_eq(pty_wait_exit(p), 0);
	pty_end(p);

	expect_reported(&r, "45");
	expect_milestone_done(&r);
	expect_evidence(&r, "Lamps replaced", "SJ 2021-9");
	room_close(&r);
}
