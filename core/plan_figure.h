/*
 * plan_figure.h - internals of the plan reader: figures with their measures, and clauses with the
 * years that they speak of. New measures and verbs are rows in plan_figure.c.
 */
#ifndef DUBAN_CORE_PLAN_FIGURE_H
#define DUBAN_CORE_PLAN_FIGURE_H

#include "core/plan_facts.h"

enum figure_kind {
	FIGURE_OTHER, /* an age, a duration, a number of a road: no figure of a plan */
	FIGURE_RATE,  /* %, ‰, 1/10万, percentage points */
	FIGURE_RATIO, /* 件/千人, 微克/立方米 */
	FIGURE_COUNT, /* what is counted up: 场次, 个, 万吨 */
	FIGURE_LEVEL, /* 克, 小时: only ever a level */
	FIGURE_BARE   /* no measure */
};

struct figure {
	enum figure_kind kind;
	struct run number, high; /* high: the upper end of a range, else empty */
	struct run measure;
	bool per_100k;
	bool has_op; /* 以上, 以内, 左右 behind it, or ≥ before it */
	enum target_op op;
	size_t from, to;
};

/* Reads the figure that begins at i. */
bool plan_figure_read(const struct plan_text *t, size_t i, size_t to, struct figure *f);
const char *plan_figure_value(struct arena *a, const struct plan_text *t, struct run number);
const char *plan_figure_measure(struct arena *a, const struct plan_text *t, const struct figure *f);
/* The verb of level that ends at i (达到, 不超过 …): where it begins, i for none. */
size_t plan_level_verb(const struct plan_text *t, size_t from, size_t i, enum target_op *op,
		       bool *change);

/* Where a walk goes on after i: behind the quote, title or bracket that opens there, else i + 1. */
size_t plan_quoted_end(const struct plan_text *t, size_t i, size_t to);

enum { MOST_YEARS = 4 };

struct clause {
	struct run run; /* without the words that name years before it */
	int years[MOST_YEARS];
	int nyears;
	bool dated; /* years stand in this clause or in its sentence before it */
	bool goal;  /* behind a label of goals */
};

/* The targets, volumes and words of one clause go into the action. */
bool plan_clause_targets(struct reading *rd, struct plan_action *action, const struct clause *c);
bool plan_clause_volumes(struct reading *rd, struct plan_action *action, const struct clause *c);
bool plan_clause_words(struct reading *rd, struct plan_action *action, const struct clause *c);
/* The deadline printed in r, "" for none; year: of the plan, for those that print none. */
const char *plan_due_read(struct arena *a, const struct plan_text *t, struct run r, int year,
			  bool labelled);

#endif
