/* A new edition of a plan from the command line: what is shown, what is stored, what is refused. */
#include "tests/cli/desk.h"

#include "tests/support/pty.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

/* The desk's plan a year later: 1 has another volume and unit, 2 is new, 护眼行动 is 3 now and has
 * a date, 净水行动 is gone. */
static const char edition[] =
	"健康云溪2022年工作计划\n\n"
	"各有关单位:\n\n"
	"一、重点任务\n\n"
	"1.健康讲堂行动。组建讲师队伍,依托社区会客厅开设讲堂,全年举办健康讲堂500场。"
	"(责任单位:★区卫生健康局、区文化和旅游局)\n\n"
	"2.控烟行动。公共场所全面禁烟。(责任单位:★区城市管理局)\n\n"
	"3.护眼行动。为中小学生建立视力档案,调整教室照明,2022年6月底前完成。"
	"(责任单位:★区教育局、区科协)\n\n"
	"云溪区推进健康行动办公室\n\n"
	"2022年1月8日\n";

static struct desk d;
static char *path;

static void open_desk(void)
{
	desk_open(&d);
	path = tmp_puts(&d.tmp, "yunxi-2022.txt", edition);
}
static void close_desk(void)
{
	free(path);
	desk_close(&d);
}
TestSuite(update, .init = open_desk, .fini = close_desk);

#define HAS(text, part)                                                                            \
	cr_expect(strstr((text), (part)) != NULL, "no \"%s\" in:\n%s", (part), (text))
#define LACKS(text, part)                                                                          \
	cr_expect(strstr((text), (part)) == NULL, "\"%s\" in:\n%s", (part), (text))

Test(update, a_dry_run_shows_and_stores_nothing)
{
	char *before = desk_dump(&d), *after;
	const char *out = desk_must(&d, "import", "--update", "yx2021", "--dry-run", path, NULL);

	HAS(out, "健康云溪2021年工作计划 → 健康云溪2022年工作计划");
	HAS(out, "区教育局 takes part no longer");
	HAS(out, "2 is now 3");
	HAS(out, "due on 2022-06-30; there was no date");
	HAS(out, "unchanged 0, changed 2, new 1, back again 0, gone 1");
	after = desk_dump(&d);
	cr_expect_str_eq(before, after);
	free(before);
	free(after);
}

Test(update, programs_read_a_row_a_change)
{
	const char *out = desk_must(&d, "import", "--update", "yx2021", "--dry-run", path,
				    "--format", "tsv", NULL);

	HAS(out, "kind\twas\tno\ttitle\tpart\tchange\n");
	HAS(out, "\nnew\t\t2\t控烟行动\t\t\n");
	HAS(out, "\ngone\t3\t3\t净水行动\t\t\n");
	HAS(out, "\nchanged\t2\t3\t护眼行动\tno\t");
}

Test(update, what_goes_stays_readable)
{
	const char *out;

	desk_must(&d, "report", "yx2021/3", "--as", "shuiwu", "--percent", "30", "--done",
		  "更新管网四公里", "--submit", NULL);
	HAS(desk_must(&d, "import", "--update", "yx2021", "--yes", path, NULL),
	    "yx2021 is updated: 3 actions, 5 units");
	out = desk_must(&d, "list", "--format", "tsv", NULL);
	HAS(out, "yx2021/2\tyx2021\t");
	LACKS(out, "净水行动");
	out = desk_must(&d, "show", "yx2021/3@1", "--as", "shuiwu", NULL);
	HAS(out, "健康办: not in edition 2");
	HAS(out, "更新管网四公里");
	HAS(out, "每季度公布水质");
	out = desk_must(&d, "show", "yx2021/3", NULL);
	HAS(out, "护眼行动");
	HAS(out, "In edition 1, as 2");
	cr_expect_neq(desk_say(&d, "report", "yx2021/3@1", "--as", "shuiwu", "--percent", "40",
			       "--done", "又两公里", NULL),
		      0);
	HAS(d.r.err, "withdrawn");
}

Test(update, editions_are_listed)
{
	const char *out;

	desk_must(&d, "import", "--update", "yx2021", "--yes", path, NULL);
	out = desk_must(&d, "plan", "editions", "yx2021", "--format", "tsv", NULL);
	HAS(out, "\n2\t健康云溪2022年工作计划\t\t2022-01-08\tyunxi-2022.txt\t");
	HAS(out, "\n1\t健康云溪2021年工作计划\t\t2021-01-08\tyunxi.txt\t");
	HAS(desk_must(&d, "plan", "editions", "yx2021", NULL), "yx2021/3@1 净水行动");
	/* the first edition again */
	HAS(desk_must(&d, "import", "--update", "yx2021", "--yes", d.plan, NULL), "3@1 is now 3");
	HAS(desk_must(&d, "show", "yx2021/3", NULL), "净水行动");
	HAS(desk_must(&d, "log", "verify", NULL), "whole");
}

static void refused(int status, const char *words)
{
	cr_expect_eq(d.r.status, status, "%d: %s", d.r.status, d.r.err);
	HAS(d.r.err, words);
}

Test(update, what_is_refused)
{
	desk_say(&d, "import", "--update", "yx2021", path, d.plan, "--yes", NULL);
	refused(2, "one file at a time");
	desk_say(&d, "import", "--update", "yx2021", "--code", "x", path, NULL);
	refused(2, "--code and --update exclude each other");
	desk_say(&d, "import", "--update", "yx2021", path, NULL);
	refused(2, "--yes");
	desk_say(&d, "import", "--update", "none", path, "--yes", NULL);
	refused(3, "none");
	desk_say(&d, "import", "--update", "yx2021", d.plan, "--yes", NULL);
	refused(5, "this very text already");
	desk_say(&d, "import", "--update", "yx2021", path, "--yes", "--as", "jiaoyu", NULL);
	refused(4, "import plans");
	desk_must(&d, "plan", "close", "yx2021", "--reason", "完成", NULL);
	desk_say(&d, "import", "--update", "yx2021", path, "--yes", NULL);
	refused(5, "closed");
}

Test(update, it_is_asked_for_on_a_terminal)
{
	const char *words[] = {"import", "--update", "yx2021", path, NULL};
	static const struct {
		const char *answer;
		int status;
	} cases[] = {{"n", 5}, {"y", 0}};

	for (size_t i = 0; i < 2; i++) {
		struct pty *p = pty_start(&(struct pty_how){.argv = words, .env = d.env});

		cr_expect(pty_wait_text(p, "Make this the edition of yx2021 in force?"), "%s",
			  pty_screen(p));
		pty_type(p, cases[i].answer);
		pty_key(p, "Enter");
		cr_expect_eq(pty_wait_exit(p), cases[i].status);
		pty_end(p);
	}
}
