/* help_text.h - the contents of the help, one function a part. Nobody but help.c includes it. */
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

/* What the screen is for, what belongs into the field that has the focus, and the keys that really
 * work there, scope by scope from the inside out. */
void help_add_screen(struct arena *a, struct help_rows *rows, const struct view *v,
		     const struct keymap *keys);
void help_add_signs(struct arena *a, struct help_rows *rows);
void help_add_words(struct arena *a, struct help_rows *rows);
void help_add_tour(struct arena *a, struct help_rows *rows);

#endif
