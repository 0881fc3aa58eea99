/*
 * plan_chain.h - internals of the plan reader: figures that follow each other (33%和38%) with what
 * is said before them.
 */
#ifndef DUBAN_CORE_READER_PLAN_CHAIN_H
#define DUBAN_CORE_READER_PLAN_CHAIN_H

#include "core/reader/plan_figure.h"

enum { LONGEST_CHAIN = 8 };

struct chain {
	struct figure f[LONGEST_CHAIN];
	int years[LONGEST_CHAIN]; /* printed behind the figure: 33%(2022年); else 0 */
	int n;
	struct run subject;
	struct run moves; /* 每年下降, of a change: belongs to the name; else empty */
	struct run head;  /* what the subject lacks, of the last name of a list; else empty */
	struct level level;
	bool each;	      /* 分别: a figure for each subject or year */
	bool both;	      /* 均: the figure is that of every subject */
	bool base;	      /* 由85%提高到90%: what it was stands before the verb */
	struct years printed; /* between the subject and the figure */
};

/* Reads what stands between `from` and the chain, which begins at i. */
void plan_chain_subject(const struct plan_text *t, size_t from, size_t i, struct chain *c);
/* Whether the chain states levels (else it may be a volume of work); around: its near words. */
bool plan_chain_is_level(const struct plan_text *t, const struct chain *c, struct run around);
/* Whether a chain that states a level is told from a volume of work by its verb alone. */
bool plan_chain_is_weak(const struct plan_text *t, const struct chain *c);

enum unsure {
	UNSURE_LEVEL,  /* read as a level, may be a volume */
	UNSURE_VOLUME, /* the other way round */
	UNSURE_NONE    /* read as nothing */
};
/* Adds the doubt about a figure; r: the words up to and with it. */
void plan_unsure_add(struct reading *rd, const struct plan_action *action, struct run r,
		     enum unsure kind);

#endif
