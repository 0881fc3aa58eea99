/* edit_desk.h - one text being edited, for the tests of edit.h: typed into, and looked at. */
#ifndef DUBAN_TESTS_TUI_EDIT_DESK_H
#define DUBAN_TESTS_TUI_EDIT_DESK_H

#include "tui/part/edit.h"

extern struct edit e; /* of many lines and no limit, until a test makes another */

void edit_desk_begin(void);
void edit_desk_end(void);

/* Types a text as an input method would send it, character by character. */
void edit_desk_type(const char *text);
enum edit_event edit_desk_paste(const char *text);
void edit_desk_act(enum action a, int n);
/* The text with "|" where the cursor is. */
void edit_desk_expect(const char *marked);

#endif
