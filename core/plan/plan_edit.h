/*
 * plan_edit.h - a plan under review: every field of what was read can be corrected, step by step,
 * and every step can be taken back. Nothing here touches a file; what is confirmed in the end is
 * plan_edit_plan().
 *
 * A step copies what it changes and shares the rest with the step before, so undo and redo only
 * choose another step. After every step the doubts that follow from the plan itself (units, leads,
 * numbers, years) are found anew; an answer once given to a doubt stays with it.
 */
#ifndef DUBAN_CORE_PLAN_EDIT_H
#define DUBAN_CORE_PLAN_EDIT_H

#include "core/plan/plan.h"

struct plan_edit;

/* `p` is copied whole. plan_edit_free(NULL) is fine. */
struct plan_edit *plan_edit_new(const struct plan *p);
void plan_edit_free(struct plan_edit *ed);

/* The plan as it is now. Valid until the next step, undo or redo; the texts in it until free. */
const struct plan *plan_edit_plan(const struct plan_edit *ed);

/* Whether there is a step to take back, to do again; what it did, translated ("title of 14"), NULL
 * when there is none. */
const char *plan_edit_undo_label(const struct plan_edit *ed);
const char *plan_edit_redo_label(const struct plan_edit *ed);
bool plan_edit_undo(struct plan_edit *ed);
bool plan_edit_redo(struct plan_edit *ed);
/* Steps taken and not taken back; 0: as it was read. */
size_t plan_edit_nsteps(const struct plan_edit *ed);

/*
 * The steps. All take an index into the plan as it is now, check what is typed as core/rule/entry.h
 * does and fail with ERR_INPUT, a sentence and the field ("title", "name", "targets", "years",
 * "due" …; the place of a split: "at"); then nothing has changed. No such action, unit, …:
 * ERR_NOT_FOUND. A step that would change nothing succeeds and is no step.
 */

/* The document: its title, number, issuer, date ("" or ISO; people's forms are taken, too). */
enum plan_head_field { PLAN_TITLE, PLAN_DOC_NO, PLAN_ISSUER, PLAN_DATE };
int plan_edit_head(struct plan_edit *ed, enum plan_head_field field, const char *text,
		   struct err *e);

/* An action. no: not empty, may not be that of another action of the same parent and section. due:
 * "" or a date or month. section: no of a section of the plan or ""; parts go with their whole. */
enum plan_action_field { PLAN_ACTION_NO, PLAN_ACTION_TITLE, PLAN_ACTION_DUE, PLAN_ACTION_SECTION };
int plan_edit_action(struct plan_edit *ed, size_t action, enum plan_action_field field,
		     const char *text, struct err *e);
/* What stands in it now. */
const char *plan_action_text(const struct plan_action *action, enum plan_action_field field);
/* Two actions of one, parted at byte `at` of plan.text, which lies inside its clause and in none of
 * its parts. What was read behind that place goes to the second, parts too; its title is its text
 * up to the first sign of a sentence, its number the one that the text prints there, else the
 * first's with the next free ending ("14-2"). When nothing names units on one side both keep all
 * units; both keep the deadline. */
int plan_edit_split(struct plan_edit *ed, size_t action, size_t at, struct err *e);
/* One action of this and the next one: number and title of the first, units of both (the higher
 * role where both name one), all targets and volumes, the deadline of the first that has one. Parts
 * of the second become the first's, or stand beside it where it is a part itself. */
int plan_edit_join(struct plan_edit *ed, size_t action, struct err *e);
/* It is no action: taken out. Its parts become parts of its parent, or actions of their own. The
 * only action of a plan stays (ERR_STATE). */
int plan_edit_drop(struct plan_edit *ed, size_t action, struct err *e);

/* The units of an action. add: behind the last. */
int plan_edit_unit_add(struct plan_edit *ed, size_t action, const char *name, enum role role,
		       struct err *e);
int plan_edit_unit_role(struct plan_edit *ed, size_t action, size_t unit, enum role role,
			struct err *e);
/* One unit of one action gets another name; everywhere: in all actions that name it so. */
int plan_edit_unit_name(struct plan_edit *ed, size_t action, size_t unit, const char *name,
			bool everywhere, struct err *e);
int plan_edit_unit_drop(struct plan_edit *ed, size_t action, size_t unit, struct err *e);

/* Levels, targets in words, volumes. `at` equal to their number adds one behind the last. */
struct plan_level_entry {
	const char *name, *measure;
	/* "2022 >= 33; 2030 >= 38": year (or none), comparison (=), figure (thousands parted by
	 * commas or not). Full-width signs, "2022年达到33%" and "38以上" are understood. */
	const char *targets;
};
int plan_edit_level(struct plan_edit *ed, size_t action, size_t at,
		    const struct plan_level_entry *entry, struct err *e);
int plan_edit_words(struct plan_edit *ed, size_t action, size_t at, const char *text,
		    const char *years /* "2022 2030" */, struct err *e);
struct plan_volume_entry {
	const char *value, *measure, *what;
};
int plan_edit_volume(struct plan_edit *ed, size_t action, size_t at,
		     const struct plan_volume_entry *entry, struct err *e);
enum plan_fact { PLAN_LEVEL, PLAN_WORDS, PLAN_VOLUME };
int plan_edit_fact_drop(struct plan_edit *ed, size_t action, enum plan_fact kind, size_t at,
			struct err *e);
/* The targets of a level as plan_edit_level() takes them; the years of words. In the arena. */
const char *plan_targets_text(struct arena *a, const struct plan_indicator *ind);
const char *plan_years_text(struct arena *a, const struct plan_words *words);

/* Doubts. take: does what core/plan/plan_doubt.h says of the proposal, ERR_STATE where there is
 * none; two names of one unit stay as printed, the store takes b as another name of a. leave: it is
 * right as it was read. reopen: the answer is taken back (what taking it changed stays: undo does
 * that); a question that the plan raises no longer is gone then. */
int plan_edit_doubt_take(struct plan_edit *ed, size_t doubt, struct err *e);
int plan_edit_doubt_leave(struct plan_edit *ed, size_t doubt, struct err *e);
int plan_edit_doubt_reopen(struct plan_edit *ed, size_t doubt, struct err *e);
/* How many nobody has answered. */
size_t plan_doubts_open(const struct plan *p);

/* Compares the units of the plan with those that the file knows already, and asks about names that
 * may be one of them. Not a step; once, at the beginning. */
void plan_edit_known_units(struct plan_edit *ed, const char *const *names, size_t nnames);

#endif
