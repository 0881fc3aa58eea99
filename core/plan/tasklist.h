/* tasklist.h - the task list of a unit as a document: one row an action with number, title, role,
 * targets of this horizon, milestones with dates, last progress, lamp as a word. */
#ifndef DUBAN_CORE_TASKLIST_H
#define DUBAN_CORE_TASKLIST_H

#include "core/plan/document.h"

/* One action of the list with what is printed beside the task row. */
struct tasklist_item {
	const struct task_row *task;
	const char *plan_title; /* NULL or "": the plan's code stands in the heading */
	const struct indicator_row *indicators;
	int nindicators;
	const struct volume_row *volumes;
	int nvolumes;
	const struct milestone_row *milestones;
	int nmilestones;
};

/*
 * Builds the document of one unit; items in the order of the document, grouped by plan (a heading a
 * plan). `horizon` is the year whose targets are printed: those of the first target year not before
 * it, and those without a year. Fills `printed by NAME` from who.
 */
void tasklist_build(struct arena *a, struct document *d, const char *unit,
		    const struct tasklist_item *items, int nitems, int horizon,
		    const char *printed_by, struct date today);

#endif
