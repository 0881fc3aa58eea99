/*
 * script_term.h - a terminal for tests: keys come from a script, frames go into the last grid. When
 * the script is at its end, reading gives ticks.
 */
#ifndef DUBAN_TESTS_SCRIPT_TERM_H
#define DUBAN_TESTS_SCRIPT_TERM_H

#include "tui/app/app.h"
#include "tui/term/term.h"

struct script;

struct script *script_new(int cols, int rows);
void script_free(struct script *s);
struct term *script_term(struct script *s);

/* Adds keys by name with blanks between: "Down Down Enter"; an unknown name aborts. */
void script_keys(struct script *s, const char *names);
/* Adds text, character by character. */
void script_text(struct script *s, const char *text);
/* Adds a paste; borrowed until it is read. */
void script_paste(struct script *s, const char *text);
void script_paste_bytes(struct script *s, const char *bytes, size_t nbytes);
/* Adds one input as it is. */
void script_key(struct script *s, const struct key *k);
/* Adds the mouse at line y, column x of the screen. */
void script_mouse(struct script *s, enum mouse mouse, int y, int x);
void script_resize(struct script *s, int cols, int rows);
void script_hangup(struct script *s);

/* Runs the application until the script is at its end and the screen shows it. False: it is over.
 */
bool script_run(struct script *s, struct app *app);
/* script_keys() and script_run(). */
bool script_press(struct script *s, struct app *app, const char *names);
/* How many frames have been presented. */
int script_frames(const struct script *s);

#endif
