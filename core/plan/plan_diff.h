/*
 * plan_diff.h - a new edition of a plan beside the plan that is there: which action is which, what
 * is new, what has changed, what is gone. Pure; db/plan/store_update.h makes the old side and
 * stores the outcome.
 *
 * Actions are the same by their text first, then by number and wording, then by wording alone (an
 * action that got another number). Whoever reads the result may know better and says so with
 * plan_diff_pair() and plan_diff_part().
 */
#ifndef DUBAN_CORE_PLAN_DIFF_H
#define DUBAN_CORE_PLAN_DIFF_H

#include "core/plan/plan.h"

#include <stdbool.h>
#include <stdint.h>

/* The side that is there. */
struct plan_standing {
	int64_t plan_id, version; /* of the row in the file, 0 when it is in none */
	struct plan plan;	  /* actions in the order of the document, then withdrawn ones */
	size_t nactions;	  /* so many stand in the document as it is now */
	const char **paths;	  /* of all actions, as people name them (plan_path.h) */
	const int64_t *ids;	  /* their rows; NULL when they are in no file */
};

#define DIFF_KINDS(X)                                                                              \
	X(DIFF_SAME, "same", N_("unchanged"))                                                      \
	X(DIFF_CHANGED, "changed", N_("changed"))                                                  \
	X(DIFF_NEW, "new", N_("new"))                                                              \
	X(DIFF_BACK, "back", N_("back again"))                                                     \
	X(DIFF_GONE, "gone", N_("gone"))
enum diff_kind { DIFF_KINDS(WORDS_ENUM) DIFF_KIND_COUNT };
const char *diff_kind_word(enum diff_kind v);
const char *diff_kind_label(enum diff_kind v);

/* What of an action, or of the document, has changed. */
#define DIFF_PARTS(X)                                                                              \
	X(DIFF_NO, "no", N_("number"))                                                             \
	X(DIFF_TITLE, "title", N_("title"))                                                        \
	X(DIFF_SECTION, "section", N_("section"))                                                  \
	X(DIFF_CLAUSE, "clause", N_("clause"))                                                     \
	X(DIFF_UNITS, "units", N_("units"))                                                        \
	X(DIFF_TARGETS, "targets", N_("targets"))                                                  \
	X(DIFF_VOLUMES, "volumes", N_("work volumes"))                                             \
	X(DIFF_DUE, "due", N_("due"))                                                              \
	X(DIFF_DOC_NO, "doc_no", N_("document number"))                                            \
	X(DIFF_ISSUER, "issuer", N_("issuer"))                                                     \
	X(DIFF_DATE, "date", N_("date"))
enum diff_part { DIFF_PARTS(WORDS_ENUM) DIFF_PART_COUNT };
const char *diff_part_word(enum diff_part v);
const char *diff_part_label(enum diff_part v);

struct diff_change {
	enum diff_part part;
	const char *text; /* translated: "14 is now 15", "区体育局 takes part no longer" */
};

enum { DIFF_NONE = -1 };

struct diff_entry {
	enum diff_kind kind;
	int was;      /* index into old->plan.actions, DIFF_NONE for a new one */
	int is;	      /* index into new->actions, DIFF_NONE for one that is gone */
	bool by_hand; /* said by plan_diff_pair() or plan_diff_part() */
	VEC(struct diff_change) changes; /* of DIFF_CHANGED and DIFF_BACK, in the order of parts */
};

struct plan_diff {
	struct arena *arena;
	const struct plan_standing *old;
	const struct plan *new;
	const char **paths; /* of the actions of `new` */
	/* In the order of `new`; one that is gone stands behind the one that it stood behind.
	 * Withdrawn actions that do not come back have no entry. */
	VEC(struct diff_entry) entries;
	VEC(struct diff_change) head; /* of the document itself */
	size_t counts[DIFF_KIND_COUNT];
	int *was, *is; /* pairs: by index of `new`, by index of `old` */
	bool *by_hand_new, *by_hand_old;
};

/* Both sides stay the caller's and must outlive it. Time nearly in proportion to their size. */
struct plan_diff *plan_diff_make(struct arena *a, const struct plan_standing *old,
				 const struct plan *new);

/* The new action `is` is the old one `was`: both leave those they were paired with, which become
 * new and gone. The entries are made anew. */
void plan_diff_pair(struct plan_diff *d, int was, int is);
/* The new action `is` is none of the old ones: its entry becomes two, one new and one gone (one
 * alone when the old one was withdrawn already). */
void plan_diff_part(struct plan_diff *d, int is);

/* Whether anything differs but places in the text: the document itself or an action. */
bool plan_diff_is_empty(const struct plan_diff *d);

/* The day of plan_action.due: "2021-06" means its last day, "" none. False when there is no such
 * day. */
bool plan_due_day(const char *due, struct date *day);

/* All targets, all volumes of an action on one line: "素养水平 2022 ≥ 30%; …". In the arena. */
const char *plan_diff_targets(struct arena *a, const struct plan_action *act);
const char *plan_diff_volumes(struct arena *a, const struct plan_action *act);
/* Whether this part of the entry has changed. */
bool plan_diff_has(const struct diff_entry *x, enum diff_part part);

/* The entry for people: "15", its path in the new edition, or in the old one for what is gone. */
const char *plan_diff_path(const struct plan_diff *d, const struct diff_entry *x);
const char *plan_diff_title(const struct plan_diff *d, const struct diff_entry *x);

#endif
