/* A document becomes a plan at the desk of the office: chosen, reviewed, corrected, left, taken up
 * again after a kill, stored. Arrows, Enter, Esc, Tab and digits alone do it. */
#include "tests/e2e/room.h"

#include "core/mem.h"

#include <criterion/criterion.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static struct room r;

/* The plan of the demonstration with its two years filled in. */
static char *demo_plan(void)
{
	static const char *const marks[] = {"@Y@", "2021", "@Z@", "2025"};
	char *text = tmp_read("etc/demo/plan.txt", NULL);

	cr_assert_not_null(text, "the tests run at the root of the sources");
	for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i += 2) {
		struct strbuf b = STRBUF_INIT;
		const char *from = text, *at;

		for (; (at = strstr(from, marks[i])); from = at + strlen(marks[i]))
			strbuf_printf(&b, "%.*s%s", (int)(at - from), from, marks[i + 1]);
		strbuf_puts(&b, from);
		free(text);
		text = strbuf_detach(&b);
	}
	return text;
}

static void begin(void)
{
	char *text = demo_plan(), *folder;

	room_open_empty(&r);
	folder = tmp_path(&r.tmp, "documents");
	cr_assert_eq(mkdir(folder, 0700), 0);
	free(tmp_puts(&r.tmp, "documents/plan.txt", text));
	free(folder);
	free(text);
}

static void end(void)
{
	room_close(&r);
}

TestSuite(import, .init = begin, .fini = end);

static bool is_marked(struct pty *p, void *text)
{
	for (int row = 0; row < 24; row++) {
		const char *mark = strstr(pty_row(p, row), "▌");

		/* the document at the left has marks of its own */
		for (; mark; mark = strstr(mark + 1, "▌"))
			if (!strncmp(mark + strlen("▌ "), text, strlen(text)))
				return true;
	}
	return false;
}

static void expect_marked(struct pty *p, const char *text)
{
	cr_assert(pty_wait(p, is_marked, (void *)(size_t)text), "\"%s\" is not marked:\n%s", text,
		  pty_screen(p));
}

static struct pty *sit_at_files(void)
{
	struct pty *p = room_sit(&r, NULL, "en");

	pty_expect(p, "There is no plan yet");
	room_press(p, "0");
	room_choose(p, "Administration and choices");
	room_choose(p, "Import a plan");
	pty_expect(p, "Import: /");
	return p;
}

static void correct_a_title(struct pty *p)
{
	room_press(p, "1 Enter");
	pty_expect(p, "── 1 健康讲堂下基层行动");
	room_press(p, "Enter");
	pty_expect(p, "[健康讲堂下基层行动 ");
	pty_type(p, "健康讲堂进村社行动");
	room_press(p, "Enter");
	pty_expect(p, "── 1 健康讲堂进村社行动");
}

static void change_a_role_and_take_it_back(struct pty *p)
{
	room_press(p, "Down Down Down Down Down Down");
	expect_marked(p, "coop     区教育局");
	room_press(p, "Enter");
	pty_expect(p, "1 It leads");
	room_press(p, "1");
	pty_expect(p, "lead     区教育局");
	room_press(p, "Enter");
	pty_expect(p, "Take back");
	room_press(p, "6");
	pty_expect(p, "Taken back:");
	pty_expect(p, "coop     区教育局");
}

static void rename_a_unit_everywhere(struct pty *p)
{
	room_press(p, "Tab");
	pty_expect(p, "[units 27]");
	room_press(p, "Down Down Down");
	expect_marked(p, "区科协");
	room_press(p, "Enter");
	pty_expect(p, "1 Another name, everywhere");
	room_press(p, "1");
	pty_expect(p, "[区科协 ");
	pty_type(p, "区科协机关");
	room_press(p, "Enter");
	pty_expect(p, "区科协机关");
}

Test(import, a_document_is_reviewed_corrected_and_stored)
{
	struct pty *p = sit_at_files();

	expect_marked(p, "documents/");
	room_press(p, "Enter");
	expect_marked(p, "plan.txt");
	room_press(p, "Enter");
	pty_expect(p, "Review: 20 actions, 0 doubts open");
	correct_a_title(p);
	change_a_role_and_take_it_back(p);
	room_escape(p, "[actions 20]");
	rename_a_unit_everywhere(p);
	room_escape(p, "The review is kept");
	pty_expect(p, "go on: plan.txt");
	cr_expect_null(strstr(room_must(&r, NULL, "plan", "list", NULL), "云溪"));

	cr_expect(is_marked(p, (void *)(size_t) "go on: plan.txt"));
	room_press(p, "Enter");
	pty_expect(p, "Review: 20 actions");
	pty_signal(p, SIGKILL);
	pty_wait_exit(p);
	pty_end(p);

	p = room_go_on(&r, NULL);
	pty_expect(p, "健康讲堂进村社行动");
	room_press(p, "Left");
	pty_expect(p, "[doubts 0]");
	room_press(p, "Enter");
	pty_expect(p, "2 Store");
	room_press(p, "2");
	pty_expect(p, "20 actions, 27 units");
	pty_end(p);
	const char *rows = room_must(&r, NULL, "list", "--format", "tsv", NULL);
	room_expect_in(rows, "健康讲堂进村社行动");
	room_expect_in(rows, "区科协机关");
}
