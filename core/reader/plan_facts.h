/*
 * plan_facts.h - internals of the plan reader: what it holds while it reads, and the stages that
 * work on the actions once they are known.
 */
#ifndef DUBAN_CORE_READER_PLAN_FACTS_H
#define DUBAN_CORE_READER_PLAN_FACTS_H

#include "core/reader/plan_phrase.h"
#include "core/reader/plan_tree.h"

struct reading {
	struct arena *a;
	struct plan *p;
	struct plan_text t;
	struct plan_phrases phrases;
	struct plan_tree tree;
	VEC(int) origin; /* for each action of p its item */
};

/* Indicators, targets in words, volumes and deadlines of every action. */
void plan_facts_read(struct reading *rd);
/* Everything that a careful reader would ask about. */
void plan_doubts_find(struct reading *rd);

#endif
