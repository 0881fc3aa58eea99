/*
 * plan_foot.h - internals of the plan reader: the foot of a web page, which says whose page it is
 * and not whose task.
 */
#ifndef DUBAN_CORE_READER_PLAN_FOOT_H
#define DUBAN_CORE_READER_PLAN_FOOT_H

#include "core/reader/plan_text.h"

/* From the line that says whose page it is to the end of the text; empty when there is none. *sure:
 * other lines show that it is a page, or no unit could stand there. */
struct run plan_foot_find(const struct plan_text *t, bool *sure);

#endif
