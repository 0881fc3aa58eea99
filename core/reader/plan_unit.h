/*
 * plan_unit.h - internals of the plan reader: what in a text looks like the name of a unit. New
 * endings are rows of the tables in plan_unit.c.
 */
#ifndef DUBAN_CORE_READER_PLAN_UNIT_H
#define DUBAN_CORE_READER_PLAN_UNIT_H

#include "core/reader/plan_text.h"

/* Whether a run looks like the name of a unit: by its end (局, 委, 中心 …) or beginning (各, 有关
 * …). */
bool plan_unit_like(const struct plan_text *t, struct run r);
/* As plan_unit_like(), by ends that hardly any other word has. */
bool plan_unit_surely(const struct plan_text *t, struct run r);
/* 各镇街, 有关单位: a unit that stands for several. */
bool plan_unit_collective(const struct plan_text *t, struct run r);
/* A part of a collective name that is no unit alone: 县级市, 街道, 区人民政府(管委会). */
bool plan_unit_area(const struct plan_text *t, struct run r);
/* 各镇, 各有关街道办事处: a collective name that such a part may carry on. */
bool plan_unit_area_collective(const struct plan_text *t, struct run r);
/* 单位, 部门, 人民政府: nobody in particular. */
bool plan_unit_generic(const struct plan_text *t, struct run r);

#endif
