/* evidence_fields.h - the fields in which evidence is recorded, for the forms that have them. */
#ifndef DUBAN_TUI_EVIDENCE_FIELDS_H
#define DUBAN_TUI_EVIDENCE_FIELDS_H

#include "core/rule/entry.h"
#include "tui/part/form.h"

enum { EVIDENCE_FIELDS = 6 };

/* Fills EVIDENCE_FIELDS rows: kind, title, doc_no, ref, on, note. `required`: the title is marked.
 */
void evidence_fields_describe(struct form_field *fields, bool required, struct date today);
/* Says under the title what stands for it while it is empty: a document's number. After every
 * change. */
void evidence_fields_propose(struct form *f);
/* Whether anything is typed in them. */
bool evidence_fields_filled(const struct form *f);
/* They were recorded; undo brings them back. The kind stays. */
void evidence_fields_clear(struct form *f);
/* Through core's door; ids of *v are the caller's. */
int evidence_fields_read(const struct form *f, struct arena *a, struct evidence_new *v,
			 struct err *e);

#endif
