/*
 * plan_phrase.h - internals of the plan reader: responsibility phrases, found in the whole document
 * before its structure is known.
 */
#ifndef DUBAN_CORE_READER_PLAN_PHRASE_H
#define DUBAN_CORE_READER_PLAN_PHRASE_H

#include "core/reader/plan_label.h"

struct duty {
	struct run name;
	enum duty_class duty; /* LEAD, COOP or LIST */
	bool star;
	bool marked;  /* its class stands in a bracket behind it: 甲局(牵头) */
	bool by_verb; /* a verb behind it gave it its class */
	bool unsure;  /* its class is a guess: 甲局会同乙局 */
};

struct phrase {
	struct run run; /* with brackets and labels */
	size_t first, nduties;
	struct run due; /* what stands behind a label of deadlines; empty when none */
	bool labelled;
	bool own_line; /* nothing stands before it on its line */
	bool open_missing, close_missing;
	bool has_coop_label;
	bool copied;  /* 同上: its units are those of the phrase before */
	bool prose;   /* said in a sentence */
	bool persons; /* among its names persons stand that no label tells apart */
};

struct plan_phrases {
	VEC(struct phrase) at; /* in the order of the text, none inside another */
	VEC(struct duty) duties;
	VEC(struct run) left; /* sentences about duties that were not taken */
	struct run foot; /* last lines that name units and were taken for a page's foot, unsurely */
	bool stars;	 /* ★ is used */
	bool first_leads; /* "列第一位的为牵头单位" is said somewhere */
	bool says_lead;	  /* a label or verb marks leads */
};

void plan_phrases_find(struct arena *a, const struct plan_text *t, struct plan_phrases *p);

/* Reads the names of r, which stand in or behind a phrase, into p->duties and ph. False when r is
 * no list of responsible units; then p->duties is as before. duty is the class of the label
 * before r, or DUTY_NONE; ph->persons as that label says. */
bool plan_duties_read(struct arena *a, const struct plan_text *t, struct run r,
		      enum duty_class duty, struct plan_phrases *p, struct phrase *ph);

/* Whether the line at i has nothing but names of units in it. */
bool plan_line_lists_units(const struct plan_text *t, size_t i);
/* Where the names behind a label end that begin at i; stacked: the label is alone on its line. */
size_t plan_names_end(const struct plan_text *t, size_t i, bool stacked);

/* Whether every name from first on surely is a unit, and there is one; whether they are a list of
 * units that needs no verb (most are sure, the others may be places); whether half are like units.
 */
bool plan_duties_sure(const struct plan_text *t, const struct plan_phrases *p, size_t first);
bool plan_duties_listed(const struct plan_text *t, const struct plan_phrases *p, size_t first);
bool plan_duties_mostly(const struct plan_text *t, const struct plan_phrases *p, size_t first);

/* Reads a phrase that is said in a sentence at i: 由区水利局牵头,区住建局配合. Returns the place
 * behind it and fills ph, or returns i. */
size_t plan_prose_read(struct arena *a, const struct plan_text *t, size_t i, struct plan_phrases *p,
		       struct phrase *ph);

/* Where brackets or labels say who answers, the few sentences that say it too are not the list of
 * an action but about the work as a whole: they are left, and the doubts tell. */
void plan_prose_leave(struct arena *a, struct plan_phrases *p);

/* Whether from..to, a clause that was not read, closes with a verb of duty behind a unit. */
bool plan_prose_like(const struct plan_text *t, size_t from, size_t to);

/* Adds the units of one phrase to an action, roles settled by the document's rule, each name once.
 * led: the heading above named the lead, so that a unit without mark is not it. */
void plan_phrase_units(struct arena *a, const struct plan_text *t, const struct plan_phrases *p,
		       const struct phrase *ph, bool led, struct plan_action *action);

#endif
