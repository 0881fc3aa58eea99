/*
 * plan_walk.h - internals of the plan reader: the walk over the names of a phrase, and what may
 * stand between two of them.
 */
#ifndef DUBAN_CORE_READER_PLAN_WALK_H
#define DUBAN_CORE_READER_PLAN_WALK_H

#include "core/reader/plan_phrase.h"

enum { PLAN_LONGEST_NAME = 40 };

struct walk {
	struct arena *a;
	const struct plan_text *t;
	struct plan_phrases *p;
	struct phrase *ph;
	struct run r;
	size_t first;	       /* duty of the phrase */
	size_t token;	       /* where the name being read begins */
	size_t group;	       /* first duty that the next verb is about */
	size_t clause;	       /* first duty behind the last comma */
	enum duty_class duty;  /* of the label in force */
	enum duty_class after; /* of names behind 会同 */
	bool note;	       /* behind a full stop: only what surely is a unit counts */
	bool persons;	       /* as behind a label of units and persons; blanks part them */
	bool verb, bad;
	bool unknown; /* the label in force is in no table */
	bool joined;  /* the last name ended at 、 */
};

/* Signs that mark a lead. */
extern const char32_t plan_walk_stars[];

/* Whether what stands from i up to the next sign of a list is, or begins like, a unit. A word that
 * joins may be inside its name. */
bool plan_walk_unit_follows(const struct walk *w, size_t i);
/* Whether the name being read is that of a unit when it ends before i. */
bool plan_walk_unit_ends(const struct walk *w, size_t i);
/* Length of a joining word (和, 及, 以及, 与) at i that parts two units, else 0. */
size_t plan_walk_joins(const struct walk *w, size_t i);
/* Length of a word at i behind which those stand that act together with the unit before it (会同),
 * else 0. */
size_t plan_walk_helpers(const struct walk *w, size_t i);

#endif
