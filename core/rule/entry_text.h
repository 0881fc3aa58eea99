/*
 * entry_text.h - what the doors have in common: a text as typed becomes a clean one of a limited
 * length. Only entry_*.c and plan_edit_*.c include it. NULL counts as ""; the result is in the
 * arena; a refused text gives NULL and ERR_INPUT with the field.
 */
#ifndef DUBAN_CORE_ENTRY_TEXT_H
#define DUBAN_CORE_ENTRY_TEXT_H

#include "core/rule/entry.h"

/* A text of several lines, to ENTRY_TEXT_MAX characters; blank lines before and blanks after it go.
 */
const char *entry_text(struct arena *a, const char *typed, const char *field, struct err *e);
/* A text of one line, to max characters. */
const char *entry_line(struct arena *a, const char *typed, const char *field, size_t max,
		       struct err *e);
/* A code, number or word: one line with full-width characters made half-width. */
const char *entry_narrow(struct arena *a, const char *typed, const char *field, struct err *e);

#endif
