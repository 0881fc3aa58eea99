/*
 * A text broken into rows for the eye, and its length. To break 4,000 characters takes longer than
 * a key may, so the rows are kept: after a change only those from shortly before it on are made
 * anew.
 */
#include "tui/part/edit_state.h"

#include "core/text/utf8.h"
#include "core/text/wrap.h"

#include <stdlib.h>

struct edit_rows {
	struct edit_row *at;
	size_t n, cap;
	int cols;   /* width they were made for */
	bool whole; /* they reach to the end of the text */
	size_t nchars;
	bool counted;
};

void edit_rows_init(struct edit *e)
{
	e->rows = xcalloc(1, sizeof *e->rows);
}

void edit_rows_free(struct edit *e)
{
	free(e->rows->at);
	free(e->rows);
}

static void push(struct edit_rows *r, size_t from, size_t nbytes)
{
	if (r->n == r->cap) {
		r->cap = r->cap ? r->cap * 2 : 16;
		r->at = xrealloc(r->at, r->cap * sizeof *r->at);
	}
	r->at[r->n++] = (struct edit_row){from, nbytes};
}

/* A row ends by what stands behind it, at most a row further; one more for marks that join. */
void edit_rows_spoil(struct edit *e, size_t from)
{
	enum { BEFORE = 2 };
	struct edit_rows *r = e->rows;
	size_t good = 0;

	while (good < r->n && r->at[good].from <= from)
		good++;
	good = good > BEFORE + 1 ? good - BEFORE - 1 : 0;
	if (good < r->n)
		r->n = good;
	r->whole = r->counted = false;
}

/* Breaks on from row r->n. One more row, empty, behind a line end at the end of the text. */
static void make_rows(const struct edit *e, struct edit_rows *r, size_t from)
{
	const struct strbuf *text = &e->text;
	struct wrap_line line;
	struct wrap w;

	wrap_begin(&w, text->s + from, text->nbytes - from, e->multi ? r->cols - 1 : 1 << 20);
	while (wrap_next(&w, &line))
		push(r, (size_t)(line.s - text->s), line.nbytes);
	if (r->n == 0 || text->s[text->nbytes - 1] == '\n')
		push(r, text->nbytes, 0);
	r->whole = true;
}

const struct edit_row *edit_rows(const struct edit *e, int cols, size_t *n)
{
	struct edit_rows *r = e->rows;
	size_t from = 0;

	if (r->cols != cols)
		r->n = 0;
	if (r->cols != cols || !r->whole) {
		r->cols = cols;
		if (r->n > 0)
			from = r->at[--r->n].from;
		make_rows(e, r, from);
	}
	*n = r->n;
	return r->at;
}

size_t edit_length(const struct edit *e)
{
	struct edit_rows *r = e->rows;

	if (!r->counted)
		r->nchars = utf8_length(e->text.s);
	r->counted = true;
	return r->nchars;
}
