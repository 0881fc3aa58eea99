/*
 * report_sheet.h - which fields the form has in which progress is entered (view_report.c): those
 * of every report, one for each work volume, and, for who answers for the parts of other units, one
 * that takes their words over.
 */
#ifndef DUBAN_TUI_REPORT_SHEET_H
#define DUBAN_TUI_REPORT_SHEET_H

#include "tui/part/form.h"
#include "tui/report/report_facts.h"

enum { REPORT_SHEET_MOST = 32 };

/* As it was when the form began, what it gathers as when it was ticked: all may change since. */
struct report_sheet {
	/* Those volumes that have a field. */
	struct report_sheet_volume {
		int64_t id;
		const char *field, *what; /* name and label of the field */
	} volumes[REPORT_SHEET_MOST];
	size_t nvolumes;
	bool can_take;	      /* there is a field "take" */
	const char *gathered; /* what it takes over, or has taken over; "" for nothing */
};

/* Fills `fields` (REPORT_SHEET_MOST of them) and says how many there are; texts are in `own`. */
size_t report_sheet_describe(struct report_sheet *r, const struct report_facts *f,
			     struct arena *own, struct form_field *fields);

/* What the other units have handed in by now, to be taken over. */
void report_sheet_gather(struct report_sheet *r, const struct report_facts *f, struct arena *own);

#endif
