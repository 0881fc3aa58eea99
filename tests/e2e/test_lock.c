/*
 * Another process writes, and takes its time: typing goes on as if it were not there, what the
 * person does waits for it and says so, can be given up, and is told when it was in vain. Whatever
 * becomes of it, what was typed is kept when the other one has gone.
 */
#include "tests/e2e/room.h"

#include "core/mem.h"
#include "tests/support/clock.h"
#include "tests/support/file_check.h"

#include <criterion/criterion.h>
#include <signal.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static const char waiting[] = "Another process is writing";

/* A process of its own that holds the lock until told to let go. */
struct other {
	pid_t pid;
	int hold; /* closed: it lets go */
};

static void hold(const char *path, int ready, int leave)
{
	sqlite3 *db = file_open(path);
	char c;
	bool held = sqlite3_busy_timeout(db, 5000) == SQLITE_OK &&
		    sqlite3_exec(db, "BEGIN IMMEDIATE", NULL, NULL, NULL) == SQLITE_OK;

	if (write(ready, held ? "y" : "n", 1) != 1)
		_exit(1);
	while (read(leave, &c, 1) > 0)
		;
	_exit(sqlite3_exec(db, "COMMIT", NULL, NULL, NULL) != SQLITE_OK);
}

static struct other lock(const struct room *r)
{
	struct other o;
	int ready[2], leave[2];
	char c = 'n';

	cr_assert_eq(pipe(ready), 0);
	cr_assert_eq(pipe(leave), 0);
	o.pid = fork();
	if (o.pid == 0) {
		close(leave[1]);
		hold(r->db, ready[1], leave[0]);
	}
	close(leave[0]);
	o.hold = leave[1];
	cr_assert_eq(read(ready[0], &c, 1), 1);
	cr_assert_eq(c, 'y', "the lock is held");
	close(ready[0]);
	close(ready[1]);
	return o;
}

static void unlock(struct other o)
{
	int status;

	close(o.hold);
	cr_expect_eq(waitpid(o.pid, &status, 0), o.pid);
	cr_expect_eq(status, 0);
}

/* An officer of the education office in the report of the second action. */
static struct pty *sit_down(struct room *r)
{
	room_open(r);
	struct pty *p = room_sit(r, "jiaoyu", "en");

	pty_expect(p, "What I owe");
	room_press(p, "Enter 2");
	pty_expect(p, "time elapsed");
	room_press(p, "6 2");
	room_tab_to(p, "done");
	return p;
}

struct kept {
	const struct room *room;
	const char *text;
};

static bool is_kept(struct pty *p, void *data)
{
	const struct kept *k = data;
	char *text = file_text(k->room->db, "SELECT text FROM draft WHERE field = 'done'");
	bool kept = text && strcmp(text, k->text) == 0;

	(void)p;
	free(text);
	return kept;
}

static void expect_kept(const struct room *r, struct pty *p, const char *text)
{
	struct kept k = {r, text};

	cr_expect(pty_wait(p, is_kept, &k), "\"%s\" is not kept:\n%s", text, pty_screen(p));
}

static void submit(struct pty *p)
{
	pty_key(p, "F9");
}

Test(lock, typing_goes_on_beside_it)
{
	enum { CHARS = 20, SLOW_MS = 400 };
	struct room r;
	struct pty *p = sit_down(&r);
	char text[3 * CHARS + 1] = "";
	struct other o = lock(&r);
	double slowest = 0;

	for (int i = 0; i < CHARS; i++) {
		double before = clock_ms();
		strcat(text, "筛");
		pty_type(p, "筛");
		pty_expect(p, text);
		double ms = clock_ms() - before;
		slowest = ms > slowest ? ms : slowest;
		pty_settle(p, 200); /* five seconds of a person's pace */
	}
	cr_expect_lt(slowest, SLOW_MS, "a key was seen after %.0f ms", slowest);
	pty_expect(p, "! not kept yet");
	cr_expect_not(pty_find(p, waiting, NULL, NULL), "%s", pty_screen(p));
	unlock(o);
	expect_kept(&r, p, text);
	pty_expect(p, "draft kept");
	pty_end(p);
	room_close(&r);
}

Test(lock, what_is_sent_waits_and_says_so)
{
	struct room r;
	struct pty *p = sit_down(&r);

	pty_type(p, "筛查二十所");
	expect_kept(&r, p, "筛查二十所");
	submit(p);
	pty_expect(p, "2 Submit");
	struct other o = lock(&r);
	double before = clock_ms();
	room_press(p, "2");
	pty_expect(p, waiting);
	cr_expect_gt(clock_ms() - before, 400, "not at once");
	unlock(o);
	pty_expect(p, "sent 1");
	pty_expect_gone(p, waiting);
	pty_end(p);
	room_close(&r);
}

/* Keys that come meanwhile are there when it is over. */
Test(lock, what_is_typed_meanwhile_is_not_lost)
{
	struct room r;
	struct pty *p = sit_down(&r);
	struct other o = lock(&r);

	pty_type(p, "筛查二十所");
	pty_key(p, "Ctrl-O"); /* whatever the person asks for waits */
	pty_expect(p, waiting);
	pty_type(p, "，三");
	pty_paste(p, "十名教师");
	pty_type(p, "到场");
	pty_settle(p, 300);
	unlock(o);
	pty_expect(p, "筛查二十所，三十名教师到场");
	expect_kept(&r, p, "筛查二十所，三十名教师到场");
	pty_end(p);
	room_close(&r);
}

Test(lock, esc_gives_up_and_nothing_is_sent)
{
	struct room r;
	struct pty *p = sit_down(&r);
	struct other o = lock(&r);

	pty_type(p, "筛查二十所");
	submit(p);
	pty_expect(p, waiting);
	pty_type(p, "2"); /* for the question that does not come */
	room_press(p, "Esc");
	pty_expect(p, "another process is");
	cr_expect(pty_find(p, "筛查二十所", NULL, NULL), "%s", pty_screen(p));
	cr_expect_not(pty_find(p, "筛查二十所2", NULL, NULL), "%s", pty_screen(p));
	unlock(o);
	expect_kept(&r, p, "筛查二十所");
	submit(p);
	pty_expect(p, "2 Submit");
	pty_end(p);
	room_close(&r);
}

/* A sentence breaks where the path of the file leaves no room for its next word. */
static bool is_said(struct pty *p, void *words)
{
	char said[8192];
	size_t n = 0;

	for (const char *s = pty_screen(p); *s && n + 1 < sizeof said; s++) {
		char c = *s == '\n' ? ' ' : *s;
		if (c != ' ' || (n && said[n - 1] != ' '))
			said[n++] = c;
	}
	said[n] = '\0';
	return strstr(said, words) != NULL;
}

/* Not sooner: the other one is mostly done by then. */
Test(lock, after_ten_seconds_it_says_that_it_was_in_vain)
{
	struct room r;
	struct pty *p = sit_down(&r);
	struct other o = lock(&r);

	pty_type(p, "筛查二十所");
	pty_expect(p, "筛查二十所");
	double before = clock_ms();
	submit(p);
	cr_expect(pty_wait(p, is_said, "locked for longer than 10 seconds; nothing was changed"),
		  "%s", pty_screen(p));
	double waited = clock_ms() - before;
	cr_expect_geq(waited, 9500, "%.0f ms", waited);
	cr_expect_lt(waited, 15000, "%.0f ms", waited);
	cr_expect(pty_find(p, "筛查二十所", NULL, NULL), "%s", pty_screen(p));
	unlock(o);
	expect_kept(&r, p, "筛查二十所");
	pty_end(p);
	room_close(&r);
}

/* Nobody waits any more, but what was typed last does. */
Test(lock, a_hang_up_beside_it_loses_nothing)
{
	struct room r;
	struct pty *p = sit_down(&r);
	struct other o = lock(&r);

	pty_type(p, "筛查二十所");
	pty_expect(p, "筛查二十所");
	pty_hangup(p);
	usleep(300000);
	unlock(o);
	pty_wait_exit(p);
	struct kept k = {&r, "筛查二十所"};
	cr_expect(is_kept(NULL, &k));
	pty_end(p);
	room_close(&r);
}
