/*
 * report_notes.h - what the program says beside the fields in which progress is entered
 * (view_report.c): last period's report, what the percentage is measured by, the parts of the other
 * units and the evidence, and what has changed in the file while one types.
 */
#ifndef DUBAN_TUI_REPORT_NOTES_H
#define DUBAN_TUI_REPORT_NOTES_H

#include "tui/report/report_facts.h"
#include "tui/report/report_sheet.h"

/* After every load. Texts are put together in `a` and copied by the form. */
void report_notes_show(struct form *form, const struct report_facts *f,
		       const struct report_sheet *sheet, const struct app_context *c,
		       struct arena *a);
/* Where the words of the others were taken over and are not what they were: says so. */
void report_notes_taken(struct form *form, const struct report_facts *f,
			const struct report_sheet *sheet, bool taken, struct arena *a);
/* Who wrote what stands in a report and when, as a sentence of a refusal; me: the person who reads
 * it. */
const char *report_notes_text_by(struct arena *a, const struct report_row *r, int64_t me);
/* Where another window or another person has written the report (it has not `version` any more)
 * while one types here: who, when, what it is now. */
void report_notes_changed(struct form *form, const struct report_row *mine, int64_t version,
			  struct arena *a);

#endif
