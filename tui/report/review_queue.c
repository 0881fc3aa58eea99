/*
 * review_queue.c - the way through all reports that wait for a person's decision. What waits is
 * asked anew at every step, so that what others have decided meanwhile is passed over.
 */
#include "tui/report/review_queue.h"

#include "core/i18n.h"

#include <stdlib.h>
#include <string.h>

/* In the order in which they were handed in. */
static bool is_behind(const struct report_row *row, const struct review_queue *q)
{
	return row->submitted_at > q->handed_in ||
	       (row->submitted_at == q->handed_in && row->id > q->report_id);
}

static const struct report_row *find_row(const struct report_rows *rows, int64_t id)
{
	for (size_t i = 0; i < rows->n; i++)
		if (rows->at[i].id == id)
			return &rows->at[i];
	return NULL;
}

/* In the order of handing in: the first one behind the last, or the last one before it. */
static const struct report_row *next_handed_in(const struct review_queue *q,
					       const struct report_rows *rows, int by)
{
	size_t i = 0, n = rows->n;

	if (!n)
		return NULL;
	while (i < n && !is_behind(&rows->at[i], q))
		i++;
	if (by < 0)
		i += n - (i > 0 && rows->at[i - 1].id == q->report_id ? 2 : 1);
	return &rows->at[i % n];
}

/* In the order given: the next or previous one that waits still. */
static const struct report_row *next_given(struct review_queue *q, const struct report_rows *rows,
					   int by)
{
	for (size_t step = 1; step <= q->n; step++) {
		size_t at = (q->at + (by > 0 ? step : q->n - step)) % q->n;
		const struct report_row *row = find_row(rows, q->ids[at]);

		if (!row)
			continue;
		q->at = at;
		return row;
	}
	return NULL;
}

static size_t count_given(const struct review_queue *q, const struct report_rows *rows)
{
	size_t n = 0;

	for (size_t i = 0; i < q->n; i++)
		n += find_row(rows, q->ids[i]) != NULL;
	return n;
}

int review_queue_step(struct review_queue *q, const struct app_context *c, int by, struct err *e)
{
	struct arena a = ARENA_INIT;
	struct report_rows rows = {0};
	struct scene scene;
	const struct report_row *row = NULL;
	int rc = -1;

	if (session_scene(c, &a, &scene, e) == 0 &&
	    session_waiting(c, &a, scene.plan.id, &rows, e) == 0) {
		row = q->ids ? next_given(q, &rows, by) : next_handed_in(q, &rows, by);
		if (!row)
			err_set(e, ERR_NOT_FOUND, _("no report waits for your decision"));
	}
	if (row) {
		q->report_id = row->id;
		q->handed_in = row->submitted_at;
		q->nwaiting = q->ids ? count_given(q, &rows) : rows.n;
		rc = 0;
	}
	arena_free(&a);
	return rc;
}

void review_queue_begin(struct review_queue *q, const struct view_review_args *order)
{
	*q = (struct review_queue){0};
	if (!order || !order->n)
		return;
	q->ids = xcalloc(order->n, sizeof *q->ids);
	memcpy(q->ids, order->ids, order->n * sizeof *q->ids);
	q->n = order->n;
	q->at = q->n - 1; /* the first one is next */
}

void review_queue_end(struct review_queue *q)
{
	free(q->ids);
}
