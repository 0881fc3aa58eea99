/* The whole interface on a terminal that is a script; only main() and curses are missing. */
#include "tests/tui/screen.h"

#include "tests/support/canvas_dump.h"
#include "tests/support/grid_check.h"
#include "tests/support/language.h"
#include "tui/view/anywhere.h"
#include "tui/view/views.h"

#include <criterion/criterion.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

void screen_sit(struct screen *s, const char *login, int cols, int rows)
{
	struct tui_args args = {
		.store = s->d.s,
		.remote = "",
		.now = s->d.now,
		.print_width = 80,
		.print_page_lines = 60,
		.printer = "",
	};

	s->script = script_new(cols, rows);
	s->person = district_person(&s->d, login);
	args.person = &s->person;
	cr_assert_eq(session_begin(&s->session, &args, &s->d.e), 0, "%s", s->d.e.text);
	s->context = (struct app_context){
		.store = s->d.s,
		.session = &s->session,
		.now = s->d.now,
		.frame_depends = CHANGE_ANY,
		.frame = session_frame,
		.refused = session_note_refusal,
		.main_menu = &view_menu,
		.act = anywhere_act,
		.offers = anywhere_offers,
		.answered = anywhere_answered,
	};
	s->keys = keymap_new();
	s->app = app_new(&s->context, s->keys, script_term(s->script), s->look);
	screen_open(s, session_home(&s->session), (struct view_args){0});
}

void screen_begin(struct screen *s, const char *login, int cols, int rows)
{
	s->look = LOOK_NARROW;
	district_begin(&s->d);
	district_fill(&s->d);
	screen_sit(s, login, cols, rows);
}

void screen_begin_empty(struct screen *s, const char *login, int cols, int rows)
{
	s->look = LOOK_NARROW;
	district_begin(&s->d);
	screen_sit(s, login, cols, rows);
}

void screen_leave(struct screen *s)
{
	app_free(s->app);
	keymap_free(s->keys);
	script_free(s->script);
	session_end(&s->session);
}

void screen_end(struct screen *s)
{
	screen_leave(s);
	district_end(&s->d);
}

void screen_press(struct screen *s, const char *names)
{
	char *copy = xasprintf("%s", names), *rest = copy;
	const char *name;

	/* One after the other, as from a person who looks at the screen between two keys. */
	while ((name = strsep(&rest, " ")))
		script_press(s->script, s->app, name);
	free(copy);
}

void screen_type(struct screen *s, const char *text)
{
	script_text(s->script, text);
	script_run(s->script, s->app);
}

void screen_resize(struct screen *s, int cols, int rows)
{
	script_resize(s->script, cols, rows);
	script_run(s->script, s->app);
}

void screen_open(struct screen *s, const struct view_ops *ops, struct view_args args)
{
	cr_assert_eq(app_push(s->app, ops, &args), 0, "%s", app_message(s->app));
	script_run(s->script, s->app);
}

bool screen_has(const struct screen *s, const char *text)
{
	return grid_has(app_grid(s->app), text);
}

const char *screen_top(const struct screen *s)
{
	return app_top(s->app) ? app_top(s->app)->ops->name : "";
}

static void golden_write(const char *path, const char *text)
{
	FILE *f = fopen(path, "w");

	cr_assert_not_null(f, "cannot write %s", path);
	fputs(text, f);
	fclose(f);
}

void screen_golden(const struct screen *s, const char *name)
{
	const struct grid *g = app_grid(s->app);
	const char *language = getenv("LANGUAGE"), *write = getenv("GOLDEN");
	char *path = xasprintf("tests/tui/golden/%s.%dx%d%s.txt", name, g->cols, g->rows,
			       language && strcmp(language, "zh_CN") == 0 ? ".zh" : "");
	char *seen = grid_dump(g, false), *want, *fault = grid_fault(g);

	if (write && (strcmp(write, "write") == 0 ||
		      (strcmp(write, "missing") == 0 && access(path, F_OK) != 0)))
		golden_write(path, seen);
	want = golden_read(path);
	cr_expect(want && strcmp(want, seen) == 0, "%s differs, seen is:\n%s", path, seen);
	cr_expect_null(fault, "%s: %s", path, fault);
	free(fault);
	free(want);
	free(seen);
	free(path);
}

bool screen_language(const char *language)
{
	return language_set(language);
}
