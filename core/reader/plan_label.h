/*
 * plan_label.h - internals of the plan reader: labels ("牵头单位:", "完成时限:") and the words that
 * say who does what ("…按职责分工负责"). New words are rows of the tables in plan_label.c and
 * plan_verb.c.
 */
#ifndef DUBAN_CORE_READER_PLAN_LABEL_H
#define DUBAN_CORE_READER_PLAN_LABEL_H

#include "core/reader/plan_unit.h"

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
	bool colon;   /* or a bracket around it */
	bool bracket; /* (牵头单位) */
	bool copula;  /* 牵头单位为 */
	bool bare;    /* no noun: 牵头: */
	bool persons; /* behind the units their persons stand: 责任单位及责任人: */
	size_t to;    /* behind the label and its colon or 为 */
};

/* Give t how labels and verbs begin, so that looking for them is quick. */
void plan_label_prepare(struct plan_text *t);
void plan_verb_prepare(struct plan_text *t);
/* Behind plan_label_read(): a label may begin there. */
bool plan_label_read_rest(const struct plan_text *t, size_t i, size_t to, struct label *l);
/* Reads the label that begins at i. */
static inline bool plan_label_read(const struct plan_text *t, size_t i, size_t to, struct label *l)
{
	return word_starts_at(t->label_starts, t, i + (t->g[i].cp == '(')) &&
	       plan_label_read_rest(t, i, to, l);
}
/* Reads a label of units whose word is in no table, 监护单位:. Only for the beginning of a line or
 * bracket, and where nothing but units follows. */
bool plan_label_unknown(const struct plan_text *t, size_t i, size_t to, struct label *l);
/* Reads a verb of duty with its adverbs at i ("按职责分工负责"); returns the place behind it and
 * its class, i when none stands there. */
size_t plan_verb_read(const struct plan_text *t, size_t i, size_t to, enum duty_class *duty);

#endif
