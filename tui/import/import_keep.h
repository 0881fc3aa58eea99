/* import_keep.h - the safe keeping of the desk of an import: import_desk.c alone includes it. */
#ifndef DUBAN_TUI_IMPORT_KEEP_H
#define DUBAN_TUI_IMPORT_KEEP_H

#include "tui/import/import_desk.h"

/* The fields of the draft. */
#define IMPORT_FIELD_PLAN   "plan"
#define IMPORT_FIELD_CODE   "code"
#define IMPORT_FIELD_UPDATE "update"
#define IMPORT_FIELD_SOURCE "source"
#define IMPORT_FIELD_PAIRS  "pairs" /* "FROM:ID FROM:ID " */

/* A document that is read anew: what is kept under its name is replaced by the first step, which
 * the person was asked about. */
int import_keep_begin(struct import_desk *desk, const struct app_context *c, struct err *e);
/* Keeps the desk as it is now. 1: beside that of another window, under another name. */
int import_keep(struct import_desk *desk, const struct app_context *c, struct err *e);

#endif
