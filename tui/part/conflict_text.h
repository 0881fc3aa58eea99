/* conflict_text.h - a value of a form's field in words, and how two of them differ, short enough
 * for a screen that shows several. */
#ifndef DUBAN_TUI_CONFLICT_TEXT_H
#define DUBAN_TUI_CONFLICT_TEXT_H

#include "core/mem.h"
#include "tui/part/form.h"

/* A choice by its label, a tick as yes or no, how a long text begins; "(empty)". In the arena. */
const char *conflict_value(struct arena *a, const struct form_field *f, const char *value);
/* Word by word, in the signs of page_add_diff(); of long stretches that are the same in both only
 * the ends. Of what is not a text: what it is now. */
const char *conflict_diff(struct arena *a, const struct form_field *f, const char *was,
			  const char *is);

#endif
