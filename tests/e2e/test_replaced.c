/*
 * A backup takes the place of the file under the feet of somebody who is at work: the session says
 * so and ends, nothing is sent into a file that nobody sees any more, and what was typed is offered
 * to go on with.
 */
#include "tests/e2e/room.h"

#include "core/mem.h"
#include "tests/support/file_check.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static const char typed[] = "筛查二十所";
enum { SHUT_OUT = 4 };

/* The caller frees it. */
static char *make_backup(struct room *r)
{
	char *folder = tmp_path(&r->tmp, "copies");
	const char *out;

	cr_assert_eq(mkdir(folder, 0700), 0);
	out = room_must(r, NULL, "backup", folder, NULL);
	free(folder);
	return strndup(out, strcspn(out, ":"));
}

static struct pty *sit_at_form(struct room *r)
{
	struct pty *p = room_sit(r, "jiaoyu", "en");

	pty_expect(p, "What I owe");
	room_press(p, "Enter 2");
	pty_expect(p, "time elapsed");
	room_press(p, "6 2");
	room_tab_to(p, "done");
	pty_type(p, typed);
	pty_expect(p, "draft kept");
	return p;
}

static void expect_value(const struct room *r, const char *query, const char *value)
{
	char *is = file_text(r->db, query);

	cr_expect_str_eq(is ? is : "", value, "%s", query);
	free(is);
}

Test(replaced, file_takes_no_report_and_keeps_what_was_typed)
{
	struct room r;

	room_open(&r);
	char *copy = make_backup(&r);
	struct pty *p = sit_at_form(&r);
	room_must(&r, NULL, "restore", "--force", copy, NULL);
	room_expect_in(r.r.out, "1 text that somebody was typing is kept here too");
	pty_key(p, "F9");
	cr_expect_eq(pty_wait_exit(p), SHUT_OUT, "%s", pty_screen(p));
	cr_expect(pty_find(p, "was replaced by a restored backup", NULL, NULL), "%s",
		  pty_screen(p));
	pty_end(p);
	expect_value(&r, "SELECT count(*) FROM report", "0");
	expect_value(&r, "SELECT text FROM draft WHERE field = 'done'", typed);
	room_expect_in(room_must(&r, NULL, "check", NULL), "is whole");
	p = room_go_on(&r, "jiaoyu");
	pty_expect(p, typed);
	pty_end(p);
	free(copy);
	room_close(&r);
}

Test(replaced, post_that_has_ended_ends_its_session)
{
	struct room r;

	room_open(&r);
	struct pty *p = sit_at_form(&r);
	room_must(&r, NULL, "person", "post", "jiaoyu", "reporter", "--unit", "区教育局", "--end",
		  NULL);
	cr_expect_eq(pty_wait_exit(p), SHUT_OUT, "%s", pty_screen(p));
	cr_expect(pty_find(p, "the post that you work with has ended", NULL, NULL), "%s",
		  pty_screen(p));
	pty_end(p);
	expect_value(&r, "SELECT text FROM draft WHERE field = 'done'", typed);
	room_close(&r);
}
