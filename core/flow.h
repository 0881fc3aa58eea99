/*
 * flow.h - the state machines as tables: (state, step) gives the next state or a sentence that says
 * why not and what to do. Pure; who may take a step is may.h.
 */
#ifndef DUBAN_CORE_FLOW_H
#define DUBAN_CORE_FLOW_H

#include "core/err.h"
#include "core/mem.h"
#include "core/model.h"

enum report_step {
	REPORT_SAVE,   /* keep as draft */
	REPORT_SUBMIT, /* hand in */
	REPORT_SIGN,   /* the unit's leader signs off */
	REPORT_ACCEPT, /* the office accepts */
	REPORT_RETURN, /* the office, or the unit's leader, sends back; the text stays */
	REPORT_RECALL, /* the unit takes back what was handed in and not looked at yet */
	REPORT_UNSIGN, /* the unit's leader takes the signing off back; it is handed in still */
	REPORT_STEP_COUNT
};
int flow_report(enum report_state from, enum report_step step, enum report_state *to,
		struct err *e);
const char *report_step_word(enum report_step s); /* "submit", for the log and verbs */

/* "accepted"; for a collective unit "2 of 3 reported". In the arena. */
const char *assignment_report_label(struct arena *a, const struct assignment_row *row);

enum milestone_step {
	MILESTONE_FINISH,
	MILESTONE_REOPEN,
	MILESTONE_VERIFY,
	MILESTONE_DROP,
	MILESTONE_STEP_COUNT
};
int flow_milestone(enum milestone_state from, enum milestone_step step, enum milestone_state *to,
		   struct err *e);
const char *milestone_step_word(enum milestone_step s);
/* Whose it is: its unit, the units that deliver a common one, or "all units". */
const char *milestone_unit(const struct milestone_row *m);

/* State of a period on a day: planned before it opens, open up to and with its due date, due (late
 * but still taken) up to and with its closing date, then closed; closed at once when the office
 * closed it. */
enum period_state period_state_on(const struct period_row *p, struct date today);
/* Whether a report may still be handed in for p; else ERR_STATE with dates and what to do. */
int period_check_open(const struct period_row *p, struct date today, struct err *e);

/* The first and last day that a period reports on, of its kind, year and number. */
void period_span(const struct period_row *p, struct date *first, struct date *last);
/* Reads "2021Q4", "2021H1", "2021-06" or "2021" and fills kind, year, number, code (arena) and the
 * dates by period_rules_default without a calendar (period_rule.h). ERR_INPUT otherwise. */
int period_read(struct arena *a, const char *code, struct period_row *p, struct err *e);
/* The period of the same kind that comes next, with its default dates: 2022Q1 after 2021Q4. */
void period_following(struct arena *a, const struct period_row *p, struct period_row *next);
/* "第4季度 2021" / "4th quarter of 2021": for people. In the arena. */
const char *period_label(struct arena *a, const struct period_row *p);

#endif
