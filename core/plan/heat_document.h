/* heat_document.h - the table of units × sections (heat.h) as a document: one row a unit, and the
 * sections with their figures below it. */
#ifndef DUBAN_CORE_HEAT_DOCUMENT_H
#define DUBAN_CORE_HEAT_DOCUMENT_H

#include "core/plan/document.h"
#include "core/plan/heat.h"

/* `plan`: its title. Fills "printed DATE by NAME" from today and printed_by. */
void heat_document_build(struct arena *a, struct document *d, const char *plan,
			 const struct heat *h, const char *printed_by, struct date today);

#endif
