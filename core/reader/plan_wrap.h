/* plan_wrap.h - internals of the plan reader: line ends that the printer made, not the writer. */
#ifndef DUBAN_CORE_READER_PLAN_WRAP_H
#define DUBAN_CORE_READER_PLAN_WRAP_H

#include "core/reader/plan_text.h"

/* Page numbers, and what stands beside them on several pages, become one blank or line end; g is
 * t->g, t->n shrinks. */
void plan_wrap_blank_pages(struct arena *a, struct plan_text *t, struct glyph *g);
/* Line ends inside a sentence become blanks; g is t->g. */
void plan_wrap_join(const struct plan_text *t, struct glyph *g);

#endif
