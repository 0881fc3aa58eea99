/* evidence_fields.h - the fields in which evidence is recorded, for the forms that have them. */
#ifndef DUBAN_TUI_EVIDENCE_FIELDS_H
#define DUBAN_TUI_EVIDENCE_FIELDS_H

#include "core/rule/entry.h"
#include "tui/app/app.h"
#include "tui/part/form.h"

enum { EVIDENCE_FIELDS = 6 };

/* Fills EVIDENCE_FIELDS rows: kind, title, doc_no, ref, on, note. `required`: the title is marked.
 */
void evidence_fields_describe(struct form_field *fields, bool required, struct date today);
/* Says under the title what stands for it while it is empty, under the kind how a file comes that
 * is to prove what `about` names, of an action like "yx2021/3". After every change. */
void evidence_fields_propose(struct form *f, const struct app_context *c,
			     const struct evidence_new *about, const char *action);
/* Whether anything is typed in them. */
bool evidence_fields_filled(const struct form *f);
/* They were recorded; undo brings them back. The kind stays. */
void evidence_fields_clear(struct form *f);
/* Through core's door; ids of *v are the caller's. What they hold can be recorded then, if
 * evidence_fields_add() is what records it. */
int evidence_fields_read(const struct form *f, struct arena *a, struct evidence_new *v,
			 struct err *e);
/* Records what they hold as evidence of what `about` names, the file that it names too. */
int evidence_fields_add(const struct form *f, const struct app_context *c,
			const struct evidence_new *about, struct arena *a, struct evidence_row *row,
			unsigned *changes, struct err *e);

#endif
