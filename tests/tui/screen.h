/*
 * screen.h - the interface without a terminal: a person opens a screen, presses keys, and what
 * would be seen is compared with the golden screens of tests/tui/golden.
 */
#ifndef DUBAN_TESTS_TUI_SCREEN_H
#define DUBAN_TESTS_TUI_SCREEN_H

#include "tests/tui/district.h"
#include "tests/tui/script_term.h"
#include "tui/app/app.h"
#include "tui/app/session.h"

struct screen {
	struct district d;
	struct person_row person;
	struct session session;
	struct app_context context;
	struct keymap *keys;
	struct app *app;
	struct script *script;
	enum look look; /* LOOK_NARROW at first */
};

/* The district and a person's first screen. */
void screen_begin(struct screen *s, const char *login, int cols, int rows);
/* The same on a file in which there is nothing yet. */
void screen_begin_empty(struct screen *s, const char *login, int cols, int rows);
void screen_end(struct screen *s);
/* The person leaves, the file stays; another one sits down at it, with s->look. */
void screen_leave(struct screen *s);
void screen_sit(struct screen *s, const char *login, int cols, int rows);

/* Presses keys by their names, blanks between: "Down Enter 2". */
void screen_press(struct screen *s, const char *names);
/* Types a text as an input method would send it. */
void screen_type(struct screen *s, const char *text);
void screen_resize(struct screen *s, int cols, int rows);
void screen_open(struct screen *s, const struct view_ops *ops, struct view_args args);

/* Whether a text is to be seen. */
bool screen_has(const struct screen *s, const char *text);
/* The name of the view on top. */
const char *screen_top(const struct screen *s);
/* Compares with tests/tui/golden/NAME.COLSxROWS[.zh].txt, or writes it: with GOLDEN=write
 * always, with GOLDEN=missing when it is not there. The frame is checked too (grid_check.h). */
void screen_golden(const struct screen *s, const char *name);

/* Texts in this language from now on ("zh_CN" or "en"). False: there is no translation here. */
bool screen_language(const char *language);

#endif
