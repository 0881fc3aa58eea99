/*
 * burden.h - what is asked of units within some days: reports and the fields in them, milestones,
 * notices. It is shown to who is about to ask for more; it says nothing about who has delivered.
 */
#ifndef DUBAN_CORE_BURDEN_H
#define DUBAN_CORE_BURDEN_H

#include "core/model.h"

/* What a report is made of besides the work volumes of its action: percentage, what was done,
 * problems, next steps. */
enum { BURDEN_REPORT_FIELDS = 4 };

struct burden_row {
	int64_t unit_id;
	const char *unit, *pinyin;
	int reports;	/* that are due */
	int fields;	/* … in them */
	int milestones; /* that are due, own ones and those that the unit delivers for all */
	int notices;	/* issued to it */
};
struct burden_rows {
	struct burden_row *at;
	size_t n, cap;
};

/* Most first: by reports and milestones, then fields, then notices. For qsort. */
int burden_compare(const void *a, const void *b);

/* "12 reports, 50 fields, 3 milestones, 1 notice"; what is 0 is left out, "nothing" of nothing. In
 * the arena. */
const char *burden_label(struct arena *a, const struct burden_row *row);
/* A sentence for who is about to ask for more: what is asked of how many units, and of whom most.
 * "" of no rows. The rows are in order. In the arena. */
const char *burden_sentence(struct arena *a, const struct burden_rows *rows);

#endif
