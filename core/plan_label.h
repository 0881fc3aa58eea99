/*
 * plan_label.h - internals of the plan reader: labels ("牵头单位:", "完成时限:") and the words that
 * say who does what ("…按职责分工负责"). New words are rows of the tables in plan_label.c.
 */
#ifndef DUBAN_CORE_PLAN_LABEL_H
#define DUBAN_CORE_PLAN_LABEL_H

#include "core/plan_text.h"

enum duty_class {
	DUTY_NONE,
	DUTY_LEAD,
	DUTY_COOP,
	DUTY_LIST,   /* responsible, rank not said: 责任单位, 负责 */
	DUTY_PERSON, /* names of persons follow */
	DUTY_DUE,    /* a deadline follows */
	DUTY_OTHER   /* targets, measures, remarks: the phrase is over */
};

struct label {
	enum duty_class duty;
	bool colon;
	size_t to; /* behind the label and its colon */
};

/* Notes in t how labels and verbs begin, so that looking for them is quick. */
void plan_label_prepare(struct plan_text *t);
/* Reads the label that begins at i. */
bool plan_label_read(const struct plan_text *t, size_t i, size_t to, struct label *l);
/* Reads a verb of duty with its adverbs at i ("按职责分工负责"); returns the place behind it and
 * its class, i when none stands there. */
size_t plan_verb_read(const struct plan_text *t, size_t i, size_t to, enum duty_class *duty);

/* Whether a run looks like the name of a unit: by its end (局, 委, 中心 …) or beginning (各, 有关
 * …). */
bool plan_unit_like(const struct plan_text *t, struct run r);
/* As plan_unit_like(), by ends that hardly any other word has. */
bool plan_unit_surely(const struct plan_text *t, struct run r);
/* 各镇街, 有关单位: a unit that stands for several. */
bool plan_unit_collective(const struct plan_text *t, struct run r);
/* A part of a collective name that is no unit alone: 县级市, 街道. */
bool plan_unit_area(const struct plan_text *t, struct run r);
/* 单位, 部门: nobody in particular. */
bool plan_unit_generic(const struct plan_text *t, struct run r);

#endif
