/* help_text.h - the contents of the help, one function a part. Only the files help*.c include it.
 */
#ifndef DUBAN_TUI_HELP_TEXT_H
#define DUBAN_TUI_HELP_TEXT_H

#include "core/mem.h"
#include "tui/app/app.h"

/* A heading (key NULL), a paragraph (key ""), or a key, sign or word and what it means. */
struct help_row {
	const char *key, *text;
	int key_style;
};
struct help_rows {
	VEC(struct help_row) list;
};

/* One row, a heading; the texts are borrowed. */
void help_add_row(struct arena *a, struct help_rows *rows, const char *key, const char *text,
		  int key_style);
void help_add_heading(struct arena *a, struct help_rows *rows, const char *text);

/* What the screen is for, what belongs into the field that has the focus, and the keys that really
 * work there, scope by scope from the inside out. */
void help_add_screen(struct arena *a, struct help_rows *rows, const struct view *v,
		     const struct keymap *keys);
/* As they are drawn in this look. */
void help_add_signs(struct arena *a, struct help_rows *rows, enum look look);
void help_add_words(struct arena *a, struct help_rows *rows);
void help_add_tour(struct arena *a, struct help_rows *rows);

#endif
