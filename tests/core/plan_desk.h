/* plan_desk.h - a small plan under review, and what the tests of its steps have in common. */
#ifndef DUBAN_TESTS_CORE_PLAN_DESK_H
#define DUBAN_TESTS_CORE_PLAN_DESK_H

#include "core/plan/plan_edit.h"

/* Reads the document of the tests, or another one, into an editor; plan_edit_free() it. */
struct plan_edit *desk_open(void);
struct plan_edit *desk_read(const char *document);

/* Everything of the plan in one text, one line a thing, so that two plans can be compared. The
 * caller frees it. */
char *desk_text(const struct plan *p);
/* One action of it. */
char *desk_action_text(const struct plan_action *action);

/* Index of the action of that number. */
size_t desk_action(const struct plan_edit *ed, const char *no);
/* Index of the first doubt of the kind, of that action where no is not NULL; SIZE_MAX: none. */
size_t desk_doubt(const struct plan_edit *ed, enum plan_doubt_kind kind, const char *no);
/* Byte offset of a passage of the text. */
size_t desk_place(const struct plan_edit *ed, const char *passage);

/* The step before must be one, and come back and go forth the same. */
void desk_check_step(struct plan_edit *ed, const char *label);

#endif
