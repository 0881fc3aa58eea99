/*
 * A person types without a pause, and at some moment it is over: the line drops, the server goes
 * down, the process is killed. What was on the screen is in the file: all of it after a signal that
 * lets the program say goodbye, all but the last two seconds after one that does not.
 */
#include "tests/e2e/room.h"

#include "core/mem.h"
#include "core/text/utf8.h"
#include "tests/support/clock.h"
#include "tests/support/file_check.h"

#include <criterion/criterion.h>
#include <criterion/parameterized.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_CHARS = 3900, LOST_MS = 2000, HANG_UP = 0 };

/* Somebody at the form of a report, the cursor in the text of what was done. */
struct typist {
	struct pty *p;
	int shown;		       /* characters that came back on the screen */
	double shown_ms[MOST_CHARS];   /* when */
	char text[MOST_CHARS * 3 + 1]; /* all that was sent */
};

static void sit_down(struct typist *t, struct room *r)
{
	*t = (struct typist){.p = room_sit(r, "jiaoyu", "zh_CN")};
	pty_expect(t->p, "我要报的");
	room_press(t->p, "Enter 2");
	pty_expect(t->p, "时间进度");
	room_press(t->p, "6 2");
	room_tab_to(t->p, "完成情况");
}

/* The form counts the characters of the field: that number is the echo of every one of them. */
static bool is_counted(struct pty *p, void *data)
{
	char count[32];

	snprintf(count, sizeof count, " %d / 4000", *(int *)data);
	return pty_find(p, count, NULL, NULL);
}

/* The next character, and until it is seen. Each is another one than those around it. */
static void type_one(struct typist *t)
{
	char one[5] = "";
	int count = t->shown + 1;

	cr_assert_lt(t->shown, MOST_CHARS);
	utf8_encode(0x4E00 + (uint32_t)(t->shown * 37 % 4999), one);
	strcat(t->text, one);
	pty_type(t->p, one);
	cr_assert(pty_wait(t->p, is_counted, &count), "character %d is not seen:\n%s", count,
		  pty_screen(t->p));
	t->shown_ms[t->shown++] = clock_ms();
}

/* The last one again: the hands stay busy where the field is full. */
static void type_last_again(struct typist *t)
{
	char *last = t->text + strlen(t->text) - 3;

	t->shown--;
	*last = '\0';
	pty_key(t->p, "Backspace");
	cr_assert(pty_wait(t->p, is_counted, &t->shown), "%s", pty_screen(t->p));
	type_one(t);
}

/* Kept is a beginning of what was sent; returns how many characters. */
static int count_kept(const struct room *r, const struct typist *t)
{
	char *kept = file_text(r->db, "SELECT text FROM draft WHERE field = 'done'");
	size_t nbytes = kept ? strlen(kept) : 0;
	int n = kept ? (int)utf8_length(kept) : 0;

	cr_expect(strncmp(kept ? kept : "", t->text, nbytes) == 0,
		  "what was kept is not what was typed: %s", kept);
	free(kept);
	return n;
}

static void check_file(struct room *r)
{
	char *fault = file_fault(r->db);

	cr_expect_null(fault, "%s", fault);
	free(fault);
	room_must(r, NULL, "log", "verify", NULL);
}

static int shown_before(const struct typist *t, double ms)
{
	int n = 0;

	while (n < t->shown && t->shown_ms[n] <= ms)
		n++;
	return n;
}

/* It is offered, and the cursor is in the field again. */
static void come_back(struct room *r, int kept)
{
	struct pty *p = room_go_on(r, "jiaoyu");

	cr_expect(pty_wait(p, is_counted, &kept), "not %d characters:\n%s", kept, pty_screen(p));
	pty_end(p);
}

/* Ends it: HANG_UP or a signal. */
static void end_it(struct typist *t, int how)
{
	if (how == HANG_UP)
		pty_hangup(t->p);
	else
		pty_signal(t->p, how);
	cr_expect_neq(pty_wait_exit(t->p), -1, "still running");
	pty_end(t->p);
}

/* Characters that nobody waits for, with the line gone right behind them. */
static void type_unseen(struct typist *t, int n)
{
	char many[64] = "";

	for (int i = 0; i < n; i++)
		utf8_encode(0x4E00 + (uint32_t)((t->shown + i) * 37 % 4999), many + strlen(many));
	strcat(t->text, many);
	pty_type(t->p, many);
}

/* Sits down to what was kept and types on from there. */
static void go_on(struct typist *t, struct room *r, int kept)
{
	t->shown = kept;
	t->text[kept * 3] = '\0';
	t->p = room_go_on(r, "jiaoyu");
	cr_assert(pty_wait(t->p, is_counted, &kept), "not %d characters:\n%s", kept,
		  pty_screen(t->p));
}

/* Again and again, a key later each time: what was seen is kept, whatever was under way. */
Test(kill, hangs_up_after_every_key)
{
	int keys = getenv("SURVIVE_LONG") ? 100 : 10;
	static struct typist t;
	struct room r;
	int lost = 0;

	room_open(&r);
	sit_down(&t, &r);
	type_one(&t);
	for (int k = 1; k <= keys; k++) {
		int sent = t.shown + k % 4;
		type_unseen(&t, k % 4);
		end_it(&t, HANG_UP);
		int kept = count_kept(&r, &t);
		cr_expect_leq(kept, sent);
		lost += kept < t.shown ? t.shown - kept : 0;
		go_on(&t, &r, kept);
		type_one(&t);
	}
	pty_end(t.p);
	cr_expect_eq(lost, 0, "%d characters that were on the screen are lost", lost);
	check_file(&r);
	room_close(&r);
}

struct moment_of_end {
	int how;
	unsigned seed;
};

ParameterizedTestParameters(kill, says_goodbye_at_any_moment)
{
	static struct moment_of_end moments[] = {{HANG_UP, 1}, {HANG_UP, 2}, {SIGHUP, 3},
						 {SIGHUP, 4},  {SIGTERM, 5}, {SIGTERM, 6}};

	return cr_make_param_array(struct moment_of_end, moments,
				   sizeof moments / sizeof moments[0]);
}

ParameterizedTest(struct moment_of_end *m, kill, says_goodbye_at_any_moment)
{
	enum { FEW = 5, MORE = 150 };
	static struct typist t;
	struct room r;
	unsigned random = m->seed;
	int chars = FEW + rand_r(&random) % MORE;

	room_open(&r);
	sit_down(&t, &r);
	while (t.shown < chars)
		type_one(&t);
	end_it(&t, m->how);
	cr_expect_eq(count_kept(&r, &t), chars, "all %d were on the screen", chars);
	check_file(&r);
	come_back(&r, chars);
	room_close(&r);
}

ParameterizedTestParameters(kill, loses_two_seconds_of_typing_at_most)
{
	static unsigned seeds[] = {11, 12, 13};

	return cr_make_param_array(unsigned, seeds, sizeof seeds / sizeof seeds[0]);
}

/* Never a pause: a draft that waits for one would never be kept. */
ParameterizedTest(unsigned *seed, kill, loses_two_seconds_of_typing_at_most)
{
	enum { LEAST_MS = 2200, MORE_MS = 2500 };
	static struct typist t;
	struct room r;
	unsigned random = *seed;
	double length = LEAST_MS + rand_r(&random) % MORE_MS;

	room_open(&r);
	sit_down(&t, &r);
	type_one(&t);
	while (t.shown_ms[t.shown - 1] - t.shown_ms[0] < length)
		(t.shown < MOST_CHARS ? type_one : type_last_again)(&t);
	double end = clock_ms();
	end_it(&t, SIGKILL);
	int kept = count_kept(&r, &t), old = shown_before(&t, end - LOST_MS);
	cr_expect_geq(kept, old, "%d of %d kept, but %d were older than two seconds", kept, t.shown,
		      old);
	check_file(&r);
	come_back(&r, kept);
	room_close(&r);
}
