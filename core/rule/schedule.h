/*
 * schedule.h - where a thing should be by now (序时进度), in percent: by the time that has passed,
 * and by the weights of its milestones. These figures are computed and stand beside the percentage
 * that a unit enters; they never take its place.
 */
#ifndef DUBAN_CORE_SCHEDULE_H
#define DUBAN_CORE_SCHEDULE_H

#include "core/model.h"

/* Weights of milestones, added up. Zero is none; those of several actions (a section, a plan) are
 * the sums of theirs. */
struct schedule {
	int64_t all;	 /* of all that are not dropped */
	int64_t due;	 /* … that are due by the end of today */
	int64_t done;	 /* … that are done or verified */
	int64_t overdue; /* … that were due before today and are not done */
};

/* Counts one milestone; a dropped one counts nothing. */
void schedule_count(struct schedule *s, int weight, enum milestone_state state, struct date due,
		    struct date today);
void schedule_add(struct schedule *s, const struct schedule *other);

/* Percent that should be done by the end of today, and that is done; rounded down; -1 without
 * milestones. */
int schedule_expected(const struct schedule *s);
int schedule_done(const struct schedule *s);

/* The share of the days from the first to the last that have passed by the end of today: 0 before
 * the first, 100 from the last on. */
int schedule_elapsed(struct date first, struct date last, struct date today);
/* The same for an action in the year that a period belongs to: from its first day to the action's
 * deadline, or to the end of the year when that comes first or the action has none. */
int schedule_elapsed_action(int year, struct date due, struct date today);

/* "milestones by weight: due by now 60%, done 40%; time elapsed 88%": what is known of it, "" when
 * nothing is. elapsed: -1 when no period runs. In the arena. */
const char *schedule_label(struct arena *a, const struct schedule *s, int elapsed);

#endif
