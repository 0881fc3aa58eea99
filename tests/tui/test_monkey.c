/* A monkey at the interface: whatever it presses, every frame can be shown, the stack of views
 * stays low, the program goes on answering, and the file is in order afterwards. */
#include "tests/tui/screen.h"

#include "db/store_log.h"
#include "db/people/store_person.h"
#include "tests/support/canvas_dump.h"
#include "tests/support/fatal.h"
#include "tests/support/file_check.h"
#include "tests/support/grid_check.h"
#include "tests/support/monkey.h"
#include "tests/tui/songling.h"
#include "tui/term/term_decode.h"

#include <criterion/criterion.h>
#include <criterion/parameterized.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum {
	NOBODY = 65534,
	ACTS = 4000,	    /* of a seed */
	ACTS_OF_POST = 400, /* then somebody else sits down */
	MOST_VIEWS = 24,
	MOST_QUEUED = 2048
};

/* Every post at least once. */
static const char *const logins[] = {"chen", "admin", "gu", "zhou", "yan", "si", "wei"};

/* The monkey may name any file to print into: as somebody who may write in the test's folder only,
 * and where no printer is found. */
static void fence(const struct tmp *t)
{
	setenv("PATH", t->dir, 1);
	if (chdir(t->dir) < 0)
		fatal_errno("%s", t->dir);
	if (geteuid() != 0)
		return;
	char *own = xasprintf("/bin/chown -R %d '%s'", NOBODY, t->dir);
	if (system(own) != 0 || setgid(NOBODY) < 0 || setuid(NOBODY) < 0)
		fatal_errno("%s", own);
	free(own);
}

static const char *login_of(unsigned i)
{
	return logins[i / ACTS_OF_POST % (sizeof logins / sizeof logins[0])];
}

/* Keys as the terminal would read them out of these bytes. */
static void put_bytes(struct screen *s, const char *bytes, size_t nbytes)
{
	for (size_t at = 0; at < nbytes;) {
		struct decoded d;

		at += term_decode(bytes + at, nbytes - at, true, &d);
		if (d.kind == DECODED_KEY)
			script_key(s->script, &d.key);
	}
}

static void put_click(struct screen *s, const struct monkey_act *act)
{
	static const enum mouse kinds[] = {MOUSE_PRESS, MOUSE_DOUBLE, MOUSE_PRESS};
	struct key k = {.kind = INPUT_MOUSE, .y = act->rows, .x = act->cols};

	k.mouse = act->button == 64   ? MOUSE_WHEEL_UP
		  : act->button == 65 ? MOUSE_WHEEL_DOWN
				      : kinds[act->button];
	script_key(s->script, &k);
}

static void put(struct screen *s, const struct monkey_act *act)
{
	const char *text = act->text.s ? act->text.s : "";

	switch (act->kind) {
	case MONKEY_KEY:
		script_keys(s->script, text);
		break;
	case MONKEY_TYPE:
	case MONKEY_BYTES:
		put_bytes(s, text, act->text.nbytes);
		break;
	case MONKEY_PASTE:
		script_paste_bytes(s->script, text, act->text.nbytes);
		break;
	case MONKEY_CLICK:
		put_click(s, act);
		break;
	case MONKEY_RESIZE:
		script_resize(s->script, act->cols, act->rows);
		break;
	}
}

static void check_frame(struct monkey *m, const struct screen *s)
{
	const struct grid *g = app_grid(s->app);
	char *fault = grid_fault(g);
	int cols, rows;

	script_term(s->script)->ops->size(script_term(s->script), &cols, &rows);
	if (g->cols != cols || g->rows != rows)
		monkey_fail(m, "a frame of %dx%d for %dx%d", g->cols, g->rows, cols, rows);
	if (fault)
		monkey_fail(m, "in %s: %s:\n%s", screen_top(s), fault, grid_dump(g, false));
	if (app_depth(s->app) > MOST_VIEWS)
		monkey_fail(m, "%zu views lie on each other, %s on top:\n%s", app_depth(s->app),
			    screen_top(s), grid_dump(g, false));
}

static void check_file(struct monkey *m, struct screen *s)
{
	char *fault;
	struct err e = ERR_INIT;
	int64_t nrows;

	if (store_log_verify(s->d.s, &nrows, &e) < 0)
		monkey_fail(m, "the log: %s", e.text);
	fault = file_fault(s->d.path);
	if (fault)
		monkey_fail(m, "%s", fault);
}

/* Who sits down for act i: the next one whose posts the administrator has not all ended. */
static const char *next_person(struct screen *s, unsigned i)
{
	for (unsigned tries = 0; tries < sizeof logins / sizeof logins[0]; tries++) {
		const char *login = login_of(i + tries * ACTS_OF_POST);
		struct person_row p;
		if (store_person_find(s->d.s, &s->d.a, login, &p, &s->d.e) == 0 && p.posts.n > 0)
			return login;
	}
	return "admin";
}

/* In the middle of whatever is there, as when a line drops. */
static void change_person(struct screen *s, unsigned i)
{
	script_hangup(s->script);
	script_run(s->script, s->app);
	screen_leave(s);
	screen_sit(s, next_person(s, i), 80, 24);
}

static void play(struct monkey *m, void *data)
{
	struct screen s;
	const char *login = logins[0];

	setenv("TMPDIR", data, 1);
	screen_language(m->seed % 2 ? "zh_CN" : "en");
	screen_begin(&s, login, 80, 24);
	s.look = (enum look)(m->seed % 3);
	free(tmp_puts(&s.d.tmp, "songling.txt", songling));
	free(tmp_puts(&s.d.tmp, "songling-2.txt", songling_edition));
	fence(&s.d.tmp);
	for (size_t queued = 0; monkey_next(m);) {
		put(&s, &m->act);
		queued += m->act.text.nbytes + 1;
		if (!m->act.look && m->act.kind != MONKEY_PASTE && queued < MOST_QUEUED)
			continue;
		queued = 0;
		bool alive = script_run(s.script, s.app);
		if (alive)
			check_frame(m, &s);
		if (!alive || login != login_of(m->i))
			change_person(&s, m->i);
		login = login_of(m->i);
	}
	script_hangup(s.script);
	script_run(s.script, s.app);
	check_file(m, &s);
	screen_end(&s);
}

ParameterizedTestParameters(monkey, whatever_is_pressed)
{
	static uint64_t seeds[] = {1, 2, 3, 4, 5, 6};

	return cr_make_param_array(uint64_t, seeds, sizeof seeds / sizeof seeds[0]);
}

ParameterizedTest(uint64_t *seed, monkey, whatever_is_pressed)
{
	struct tmp t;
	tmp_make(&t);
	chmod(t.dir, 0777); /* who plays gives up being root */
	char *trouble = monkey_play(*seed, ACTS, play, t.dir);

	cr_expect_null(trouble, "%s", trouble);
	free(trouble);
	tmp_remove(&t);
}
