/* import_text.h - the document beside what was read of it: the part around a place, wrapped, the
 * clause in plain style between dim neighbours, the place itself marked. */
#ifndef DUBAN_TUI_IMPORT_TEXT_H
#define DUBAN_TUI_IMPORT_TEXT_H

#include "core/plan/plan.h"
#include "tui/draw/canvas.h"

/* Over the whole canvas. An empty `mark` marks nothing; an empty clause too: then the document is
 * shown from its beginning. */
void import_text_draw(const struct plan *p, struct plan_span clause, struct plan_span mark,
		      struct canvas *c);

#endif
