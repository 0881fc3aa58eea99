/* request_before.h - what a unit has asked about the same thing before: the words and the evidence
 * that it begins with when it asks anew, and what was answered, for whoever answers now. */
#ifndef DUBAN_TUI_REQUEST_BEFORE_H
#define DUBAN_TUI_REQUEST_BEFORE_H

#include "core/rule/request.h"
#include "tui/app/app.h"

struct request_before {
	struct request_row returned; /* whose words it begins with; id 0: there is none */
	struct evidence_rows evidence;
};
/* For asking what `r` names. In the arena. */
int request_before_read(const struct app_context *c, struct arena *a, const struct request_new *r,
			struct request_before *b, struct err *e);
/* Its evidence proves what is asked now too. In the arena. */
void request_before_prove(const struct request_before *b, struct arena *a, struct request_new *r);

/* "number 5 of 2021-11-02, refused: the report on fitness is missing"; "… granted: 2021-12-10
 * instead of 2021-11-15". In the arena. */
const char *request_before_line(struct arena *a, const struct request_row *q);
/* All that was asked before q about the same thing: their lines, the newest first; "" of none. */
int request_before_lines(const struct app_context *c, struct arena *a, const struct request_row *q,
			 const char **lines, struct err *e);
/* "A; B": the titles of evidence; "" of none. In the arena. */
const char *request_evidence_text(struct arena *a, const struct evidence_rows *rows);
/* "2021-12-10, extended once": the date that an extension is asked for, as it is. "" of other
 * kinds. In the arena. */
int request_date_text(const struct app_context *c, struct arena *a, const struct request_row *q,
		      const char **text, struct err *e);
/* "the date is 2021-11-15, asked for is 2021-12-10"; "" where no date is asked for. `now`: the text
 * above. In the arena. */
const char *request_dates_line(struct arena *a, const struct request_row *q, const char *now);

#endif
