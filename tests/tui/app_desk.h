/*
 * app_desk.h - an application with a view that opens every kind of dialog and writes down what
 * happens to it; no store, no session.
 */
#ifndef DUBAN_TESTS_TUI_APP_DESK_H
#define DUBAN_TESTS_TUI_APP_DESK_H

#include "tests/tui/script_term.h"
#include "tui/app/app.h"

#include <stdbool.h>

enum { CHANGE_A = 1, CHANGE_B = 2 };
enum { TAG_ASK = 1, TAG_MENU, TAG_CHOOSE, TAG_LINE };

/* What happened to the views of the test, in the order of happening. */
struct app_seen {
	int loads, settles, closes;
	bool fail_load, fail_open;
	struct view_result result;
	char text[64];
	int64_t version, now_ms;
	bool by_others;
	struct point point;
	int points;
};
extern struct app_seen app_seen;

extern struct app_context app_desk_context;
extern struct keymap *app_desk_keys;
extern struct script *app_desk_script;
extern struct app *app;

/* 80 columns, 24 lines, the view on top. */
void app_desk_begin(void);
void app_desk_end(void);

/* Keys by name; false: it is over. */
bool app_press(const char *names);
/* Whether the last frame has the text. */
bool app_shown(const char *text);
const char *app_top_name(void);

#endif
