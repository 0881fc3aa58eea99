/*
 * The limits of time, by the real program whose clock goes on when a test says so (clock/clock.c):
 * whatever is being typed at that moment, the screen closes with a sentence, and what was kept is
 * there again.
 */
#include "tests/e2e/room.h"

#include "core/mem.h"
#include "tests/support/file_check.h"

#include <criterion/criterion.h>
#include <criterion/parameterized.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char typed[] = "筛查车检修，改到下周";

enum way { IDLE, SESSION, HANG_UP, TERMINATE, WAYS };
static const struct {
	const char *config, *warned, *told;
	int minutes, sig;
} ways[] = {
	[IDLE] = {"idle_limit = 30;\n", "Nothing has been typed for a while",
		  "nothing was typed for 30 minutes", 30, 0},
	[SESSION] = {"idle_limit = 0;\nsession_limit = 120;\n",
		     "The time for one session is nearly over", "lasts for 120 minutes", 120, 0},
	[HANG_UP] = {"", "", "ended from outside", 0, SIGHUP},
	[TERMINATE] = {"", "", "ended from outside", 0, SIGTERM},
};

/* A room whose clock is the test's. */
struct hour {
	struct room room;
	char *clock, *config, *env[6];
	int minutes;
};

static void hour_begin(struct hour *h, enum way way)
{
	const char *options = getenv("ASAN_OPTIONS"), *duban = run_duban();
	int folder = (int)(strrchr(duban, '/') - duban);

	memset(h, 0, sizeof *h);
	room_open(&h->room);
	room_must(&h->room, "jiaoyu", "report", "sx2021/1", "--percent", "60", "--done", "讲座八场",
		  "--submit", NULL);
	h->clock = tmp_puts(&h->room.tmp, "clock", "0");
	h->config = tmp_puts(&h->room.tmp, "limits.conf", ways[way].config);
	h->env[0] = xasprintf("LD_PRELOAD=%.*s/tests/clock.so", folder, duban);
	h->env[1] = xasprintf("TEST_CLOCK=%s", h->clock);
	h->env[2] = xasprintf("DUBAN_CONFIG=%s", h->config);
	h->env[3] = xstrdup("DUBAN_LANGUAGE=en");
	/* A sanitizer wants to be the first that is loaded. */
	h->env[4] = xasprintf("ASAN_OPTIONS=%s:verify_asan_link_order=0", options ? options : "");
}

static void hour_end(struct hour *h)
{
	for (size_t i = 0; h->env[i]; i++)
		free(h->env[i]);
	free(h->clock);
	free(h->config);
	room_close(&h->room);
}

static void pass(struct hour *h, int minutes)
{
	char text[24];

	h->minutes += minutes;
	snprintf(text, sizeof text, "%d", h->minutes * 60);
	free(tmp_puts(&h->room.tmp, "clock", text));
}

static struct pty *sit(struct hour *h, const char *login)
{
	struct pty *p = room_sit_at(&h->room, login, (const char *const *)h->env, 24, 80);

	pty_expect(p, "0 main menu");
	return p;
}

/* What one may be typing at. */

static void open_report(struct pty *p)
{
	room_press(p, "Enter 2");
	pty_expect(p, "time elapsed");
	room_press(p, "6 2");
	room_tab_to(p, "done");
}

static void open_request(struct pty *p)
{
	room_press(p, "Enter 4");
	pty_expect(p, "秋季视力筛查");
	room_press(p, "Enter");
	room_choose(p, "Ask for a later date");
	room_tab_to(p, "reason");
}

static void open_reason(struct pty *p)
{
	room_press(p, "Tab Enter");
	pty_expect(p, "讲座八场");
	room_press(p, "Enter");
	room_choose(p, "return with a reason");
	pty_expect(p, "F9");
}

static void open_search(struct pty *p)
{
	room_press(p, "0 8");
	pty_expect(p, "> Search");
}

static void open_filter(struct pty *p)
{
	room_press(p, "0 2");
	pty_expect(p, "3 of 3");
	pty_type(p, "/");
}

static const struct typing {
	const char *name, *login;
	void (*open)(struct pty *p);
	bool kept;
} typings[] = {
	{"the form of a report", "jiaoyu", open_report, true},
	{"the form of a request", "jiaoyu", open_request, true},
	{"the reason of a return", NULL, open_reason, true},
	{"a search line", "jiaoyu", open_search, false},
	{"a filter of a list", "jiaoyu", open_filter, false},
};
enum { NTYPINGS = sizeof typings / sizeof typings[0] };

static void end_by(struct hour *h, struct pty *p, enum way way)
{
	if (ways[way].sig) {
		pty_signal(p, ways[way].sig);
		return;
	}
	pass(h, ways[way].minutes - 1);
	pty_expect(p, ways[way].warned);
	pass(h, 1);
}

/* On the terminal as it was before. */
static void expect_farewell(struct pty *p, enum way way)
{
	cr_expect_eq(pty_wait_exit(p), 0);
	cr_expect(pty_find(p, ways[way].told, NULL, NULL), "%s", pty_screen(p));
	cr_expect_not(pty_find(p, "Esc back", NULL, NULL), "%s", pty_screen(p));
}

static void expect_there_again(struct hour *h, const struct typing *t)
{
	char *kept = file_text(h->room.db, "SELECT text FROM draft ORDER BY length(text) DESC");

	cr_expect_str_eq(kept ? kept : "", typed, "%s", t->name);
	free(kept);
	struct pty *p = room_go_on(&h->room, t->login);
	pty_expect(p, typed);
	pty_end(p);
}

ParameterizedTestParameters(limit, what_is_typed_is_there_again)
{
	static int numbers[WAYS * NTYPINGS];

	for (int i = 0; i < WAYS * NTYPINGS; i++)
		numbers[i] = i;
	return cr_make_param_array(int, numbers, (size_t)WAYS *NTYPINGS);
}

ParameterizedTest(int *n, limit, what_is_typed_is_there_again)
{
	const struct typing *t = &typings[*n / WAYS];
	enum way way = (enum way)(*n % WAYS);
	struct hour h;

	hour_begin(&h, way);
	struct pty *p = sit(&h, t->login);
	t->open(p);
	pty_type(p, typed);
	pty_expect(p, typed);
	end_by(&h, p, way);
	expect_farewell(p, way);
	pty_end(p);
	if (t->kept)
		expect_there_again(&h, t);
	hour_end(&h);
}

Test(limit, a_key_takes_the_warning_away_and_time_begins_anew)
{
	struct hour h;

	hour_begin(&h, IDLE);
	struct pty *p = sit(&h, "jiaoyu");
	pass(&h, 29);
	pty_expect(p, ways[IDLE].warned);
	room_press(p, "Down");
	pty_expect_gone(p, ways[IDLE].warned);
	pass(&h, 29);
	pty_expect(p, ways[IDLE].warned);
	pass(&h, 1);
	expect_farewell(p, IDLE);
	pty_end(p);
	hour_end(&h);
}
