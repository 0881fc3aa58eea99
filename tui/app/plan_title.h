/* plan_title.h - a plan's title where there is little room. */
#ifndef DUBAN_TUI_PLAN_TITLE_H
#define DUBAN_TUI_PLAN_TITLE_H

#include "core/mem.h"

/* Without what stands in brackets: "健康青田行动实施方案（2021—2025年）" is "健康青田行动实施方案".
 * In the arena, or the title itself where nothing is left out. */
const char *plan_title_bare(struct arena *a, const char *title);
/* And without the word for what kind of document it is: "健康青田行动". */
const char *plan_title_name(struct arena *a, const char *title);

#endif
