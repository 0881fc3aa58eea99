/*
 * plan_edit_step.h - internals of the review: how the files of plan_edit make a step. A step begins
 * as a plan that shares everything with the plan before, except the array of its actions; what else
 * it changes it first makes its own. It ends with the doubts found anew.
 */
#ifndef DUBAN_CORE_PLAN_EDIT_STEP_H
#define DUBAN_CORE_PLAN_EDIT_STEP_H

#include "core/plan/plan_edit.h"

enum { PLAN_LINE_MAX = 500 }; /* characters of a title or a target in words */

struct plan_step {
	struct plan plan;
	const char *label; /* what it did; the first: NULL */
};

struct plan_edit {
	struct arena a;
	VEC(struct plan_step) steps;
	size_t now;	    /* index of the step that shows */
	struct plan next;   /* the step being made */
	const char **known; /* names of units that the file has */
	size_t nknown;
};

/* Where the actions of the plan before are after a step. */
struct plan_move {
	enum { MOVE_NONE, MOVE_SPLIT, MOVE_JOIN, MOVE_DROP } kind;
	size_t action; /* split, joined with the next one, dropped */
	size_t second; /* split: index of the new action */
	size_t at;     /* split: where its text begins */
};

/* The action of that index now; NULL and ERR_NOT_FOUND when there is none. */
const struct plan_action *plan_step_action(const struct plan_edit *ed, size_t action,
					   struct err *e);
/* The next step. Valid until plan_step_end(). */
struct plan *plan_step_begin(struct plan_edit *ed);
/* Shows the step under a label, and forgets those that were taken back. move: NULL where no action
 * moved. Returns 0. */
int plan_step_end(struct plan_edit *ed, const struct plan_move *move, const char *format, ...)
	__attribute__((format(printf, 3, 4)));

/* The array becomes this step's own, to be changed; the next push makes room. */
#define plan_own(arena, v)                                                                         \
	((v)->cap = (v)->n, (v)->at = plan_own_copy((arena), (v)->at, (v)->n, sizeof *(v)->at))
void *plan_own_copy(struct arena *a, const void *at, size_t n, size_t nbytes);
/* Takes element i out of an array that is the step's own. */
#define plan_take_out(v, i)                                                                        \
	(memmove(&(v)->at[i], &(v)->at[(i) + 1], ((v)->n - (i)-1) * sizeof *(v)->at), (v)->n--)

/* How people call an action: its number, where it has none its title. */
const char *plan_action_name(const struct plan_action *action);
/* Index of the action that action i is a part of; -1: of none. */
int plan_parent_index(const struct plan *p, size_t i);
/* Whether the action above i in the tree is k, directly or not. */
bool plan_is_within(const struct plan *p, size_t i, size_t k);
/* Whether `no` is the number of another action beside i, of the same parent and section. */
bool plan_no_is_taken(const struct plan *p, size_t i, const char *no);
/* Gives action i the number and tells its parts. The array of actions is the step's own. */
void plan_renumber(struct plan *p, size_t i, const char *no);

/* Index of the unit of that name; the number of units when there is none. */
size_t plan_unit_index(const struct plan_action *action, const char *name);
/* Carries out the proposal of a DOUBT_SORT. The lists of the action become the step's own. */
void plan_sort_anew(struct arena *a, struct plan_action *action, const struct plan_doubt *d);

/* The more binding of two roles. */
enum role plan_role_higher(enum role a, enum role b);

/* A copy that shares nothing with src. */
void plan_copy(struct arena *a, const struct plan *src, struct plan *dst);

/* Finds the doubts of *next that follow from it anew; `next` still has those of `before`, perhaps
 * with an answer just given, which are carried over. */
void plan_doubts_follow(struct plan_edit *ed, const struct plan *before, struct plan *next,
			const struct plan_move *move);

/* Index of the level that a doubt about a figure means; the number of levels when it is gone. */
size_t plan_level_of_doubt(const struct plan_action *action, const struct plan_doubt *d);

/* Adds the targets that plan_edit_level() takes to a level, years to a target in words. */
int plan_targets_parse(struct arena *a, const char *text, const char *measure,
		       struct plan_indicator *ind, struct err *e);
int plan_years_parse(struct arena *a, const char *text, struct plan_words *words, struct err *e);
/* Whether s is a figure: a decimal, thousands perhaps parted by commas. */
bool plan_is_figure(const char *s);

#endif
