/* plan_wrap.h - internals of the plan reader: line ends that the printer made, not the writer. */
#ifndef DUBAN_CORE_PLAN_WRAP_H
#define DUBAN_CORE_PLAN_WRAP_H

#include "core/plan_text.h"

/* A page number with the line ends around it becomes one blank, so that it parts nothing. */
void plan_wrap_blank_pages(struct glyph *g, size_t n);
/* Line ends inside a sentence become blanks; g is t->g. */
void plan_wrap_join(const struct plan_text *t, struct glyph *g);

#endif
