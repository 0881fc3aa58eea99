/* import_rows.h - what was read of a document as rows of a list: one function a tab of the review,
 * and one for the screen of an action. All rows and texts are the arena's. */
#ifndef DUBAN_TUI_IMPORT_ROWS_H
#define DUBAN_TUI_IMPORT_ROWS_H

#include "tui/import/import_screen.h"

/* What a new edition changes; what stays as it is stands last. */
void import_rows_changes(struct arena *a, const struct plan_diff *d, struct import_rows *rows);
/* Doubts nobody has answered first, then the row that stores everything, then the others. */
void import_rows_doubts(struct arena *a, const struct plan *p, struct import_rows *rows);
/* Sections and actions as a tree. */
void import_rows_actions(struct arena *a, const struct plan *p, struct import_rows *rows);
/* Every name once, with how often it leads and takes part, and in which actions. */
void import_rows_units(struct arena *a, const struct plan *p, struct import_rows *rows);
/* Title, number, issuer, date; the code; storing. */
void import_rows_head(struct arena *a, const struct import_desk *desk, struct import_rows *rows);

/* One action: its fields, units, levels, words and volumes, each group with a row that adds one. */
void import_rows_action(struct arena *a, const struct plan *p, size_t action,
			struct import_rows *rows);

/* "14 Health of pupils": how an action is named in questions and doubts. */
const char *import_action_name(struct arena *a, const struct plan *p, size_t action);

#endif
