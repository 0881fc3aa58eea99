/* edit_state.h - what the files edit*.c share; nobody else includes it. */
#ifndef DUBAN_TUI_EDIT_STATE_H
#define DUBAN_TUI_EDIT_STATE_H

#include "tui/part/edit.h"

/* What a step is: those of one kind that follow each other are undone as one, STEP_OTHER never. */
enum { STEP_NONE, STEP_TYPE, STEP_BACKSPACE, STEP_DELETE, STEP_OTHER };

/* edit_undo.c */

/* Puts nbytes of s in the place of what lies between from and to, cursor behind it, as a step. s is
 * not of this text. */
void edit_change(struct edit *e, int kind, size_t from, size_t to, const char *s, size_t nbytes);
/* One step back, or one again; false when there is none. */
bool edit_step_back(struct edit *e);
bool edit_step_again(struct edit *e);
void edit_forget(struct edit *e); /* nothing to undo any more */

/* edit_word.c: the place one word to the left, to the right of `at`. */
size_t edit_word_left(const struct edit *e, size_t at);
size_t edit_word_right(const struct edit *e, size_t at);

/* edit_rows.c */

/* One row on the screen: what is shown of the text, where the next one begins. */
struct edit_row {
	size_t from, nbytes;
};

/* The rows of the text at this width, at least one; valid until the text changes. Cheap when the
 * width is the one asked for last. */
const struct edit_row *edit_rows(const struct edit *e, int cols, size_t *n);
/* The text is about to change from this byte on. */
void edit_rows_spoil(struct edit *e, size_t from);
void edit_rows_init(struct edit *e);
void edit_rows_free(struct edit *e);

/* edit_view.c */

/* Begin and end of the cursor's row on the screen, one row up (-1) or down (1). */
size_t edit_row_begin(const struct edit *e, int cols);
size_t edit_row_end(const struct edit *e, int cols);
bool edit_move_row(struct edit *e, int by, int cols);

#endif
