/*
 * review_queue.h - walking through the reports that wait for the active post, one after the other:
 * in the order in which they were handed in, or in one that was given. For view_review.c.
 */
#ifndef DUBAN_TUI_REVIEW_QUEUE_H
#define DUBAN_TUI_REVIEW_QUEUE_H

#include "tui/app/session.h"
#include "tui/view/views.h"

struct review_queue {
	int64_t report_id; /* the one to read now */
	int64_t handed_in; /* when it was, UTC */
	size_t nwaiting;   /* how many there are, with it */
	/* An order that was given: the reports, and which of them was read last. */
	int64_t *ids;
	size_t n, at;
};

/* `order` (may be NULL) is copied. */
void review_queue_begin(struct review_queue *q, const struct view_review_args *order);
void review_queue_end(struct review_queue *q);
/* To the report that waits behind the one now (by 1) or before it (-1), round; the first step leads
 * to the first one. ERR_NOT_FOUND when nothing waits. */
int review_queue_step(struct review_queue *q, const struct app_context *c, int by, struct err *e);

#endif
