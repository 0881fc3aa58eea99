/* unit_page.h - what is read of a unit (view_unit.c). */
#ifndef DUBAN_TUI_UNIT_PAGE_H
#define DUBAN_TUI_UNIT_PAGE_H

#include "core/model.h"
#include "tui/app/view.h"
#include "tui/part/page.h"

/* Names of units joined by "、", in the arena. */
const char *unit_page_names(struct arena *a, const struct unit_rows *units);

/* The page, in the view's arena. */
int unit_page_build(struct view *v, const struct unit_row *unit, const struct unit_rows *members,
		    struct page *p, struct err *e);

#endif
