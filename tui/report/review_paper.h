/*
 * review_paper.h - a report as a page to read: what the unit wrote, alone or against an earlier
 * wording, word by word; volumes, evidence, the period before, the parts of the other units. For
 * view_review.c and view_editions.c.
 */
#ifndef DUBAN_TUI_REVIEW_PAPER_H
#define DUBAN_TUI_REVIEW_PAPER_H

#include "tui/part/page.h"
#include "tui/report/report_facts.h"

/* What the text is held against. */
enum review_against {
	AGAINST_NOTHING,
	AGAINST_SUBMITTED, /* the same report as it was handed in the time before */
	AGAINST_ACCEPTED,  /* what the office accepted last, of this period or an earlier one */
	AGAINST_COUNT
};

struct review_paper {
	struct report_row report;
	struct report_facts facts;
	struct report_edition_rows editions;
	struct report_row accepted; /* of the last earlier period with one; id 0: none */
	int same_limit;		    /* "no change" so many times running is pointed out */
	const char *kept;	    /* a reason for a return that was begun and not sent, or "" */
	int64_t typed_at; /* what the reader has typed into this report and not sent; 0: nothing */
	const char *news; /* what has changed since it was read first, or "" */
};

/* All but `kept` and `news`; in the arena. */
int review_paper_load(struct review_paper *p, struct arena *a, const struct app_context *c,
		      int64_t report_id, struct err *e);
/* Whether there is something to hold it against. */
bool review_paper_has(const struct review_paper *p, enum review_against against);
void review_paper_page(const struct review_paper *p, enum review_against against, struct arena *a,
		       struct page *page);

/* "as reported 40%, as accepted 40%, as corrected 45%", or "" before it was accepted. */
const char *review_paper_figures(const struct review_paper *p, struct arena *a);
/* What it counts for work volumes, a line each; "" for none. */
const char *review_paper_counted(const struct review_paper *p, struct arena *a);
/* Every edition, the last first, each against the one before it or (marked false) as it was. */
void review_paper_editions(const struct review_paper *p, bool marked, struct arena *a,
			   struct page *page);

#endif
