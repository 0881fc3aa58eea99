/*
 * report_facts.h - all that the program knows when a unit enters its progress on an action: what
 * stands beside and above the fields of view_report.c.
 */
#ifndef DUBAN_TUI_REPORT_FACTS_H
#define DUBAN_TUI_REPORT_FACTS_H

#include "core/model.h"
#include "tui/app/app.h"

struct report_facts {
	struct action_row action;
	struct unit_row unit;
	struct period_row period; /* as it is for the unit: it may have longer */
	struct report_row mine;	  /* of this period; id 0: none yet */
	struct report_row before; /* the last one handed in before; id 0: none */
	struct volume_rows volumes;
	struct report_volume_rows counted; /* in `mine` */
	struct report_part_rows parts;	   /* of all units of the action, for this period */
	struct evidence_rows evidence;	   /* of the action by this unit */
};

/* period_id 0: the plan's current one. */
int report_facts_load(struct report_facts *f, struct arena *a, const struct app_context *c,
		      int64_t action_id, int64_t unit_id, int64_t period_id, struct err *e);

/* 0 when the report can still be typed and handed in, else -1 and why not. */
int report_facts_check(const struct app_context *c, int64_t action_id, int64_t unit_id,
		       int64_t period_id, struct err *e);

/* One line each, translated, in the arena. */
const char *report_facts_before(const struct report_facts *f, struct arena *a);
const char *report_facts_evidence(const struct report_facts *f, struct arena *a);

#endif
