/* A text to read: wrapped to the width, or with its own lines and moved sideways. */
#include "core/i18n.h"
#include "core/mem.h"
#include "core/text/utf8.h"
#include "core/text/wrap.h"
#include "tui/part/dialog.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

struct reader {
	char *text;
	bool wrap;
	size_t top;  /* first row shown */
	int shift;   /* columns moved to the right */
	int longest; /* columns of the longest line */
};

struct reader_more {
	const char *text;
	bool wrap;
};

/* Rows as they stand on the screen. */
struct rows {
	const char *at; /* the line that comes after `wrap` is through */
	struct wrap wrap;
	bool in_line, wraps;
	int cols;
};

struct row {
	const char *s;
	size_t nbytes;
	bool is_rule; /* a form feed: a new page */
};

static void rows_begin(struct rows *r, const struct reader *s, int cols)
{
	*r = (struct rows){.at = s->text, .wraps = s->wrap, .cols = cols};
}

/* The rest of a line that is being wrapped. */
static bool next_wrapped(struct rows *r, struct row *row)
{
	struct wrap_line line;

	if (!r->in_line || !wrap_next(&r->wrap, &line)) {
		r->in_line = false;
		return false;
	}
	*row = (struct row){line.s, line.nbytes, false};
	return true;
}

static bool rows_next(struct rows *r, struct row *row)
{
	if (next_wrapped(r, row))
		return true;
	if (!*r->at)
		return false;
	if (*r->at == '\f') {
		*row = (struct row){r->at, 0, true};
		r->at += r->at[1] == '\n' ? 2 : 1;
		return true;
	}
	size_t n = strcspn(r->at, "\n\f");
	const char *line = r->at;
	r->at += n + (line[n] == '\n');
	*row = (struct row){line, n, false};
	if (r->wraps && n > 0) {
		wrap_begin(&r->wrap, line, n, r->cols);
		r->in_line = true;
		return next_wrapped(r, row);
	}
	return true;
}

/* Wrapped text is no wider than the eye finds the next line in. */
static int text_cols(const struct view *v)
{
	enum { READABLE = 88 };
	bool wraps = ((const struct reader *)v->state)->wrap;

	return wraps && v->cols - 2 > READABLE ? READABLE : v->cols - 2;
}

/* The last line tells where in the text one is. */
static size_t text_rows(const struct view *v)
{
	return v->rows > 2 ? (size_t)v->rows - 1 : 1;
}

static size_t count_rows(const struct view *v)
{
	struct rows r;
	struct row row;
	size_t n = 0;

	rows_begin(&r, v->state, text_cols(v));
	while (rows_next(&r, &row))
		n++;
	return n;
}

static int reader_open(struct view *v, const struct view_args *args, struct err *e)
{
	const struct reader_more *more = args->more;
	struct reader *s = v->state;
	struct rows r;
	struct row row;

	(void)e;
	view_set_title(v, args->text);
	s->text = xstrdup(more->text);
	rows_begin(&r, s, 1);
	while (rows_next(&r, &row)) {
		int cols = utf8_ncols(row.s, row.nbytes);
		if (cols > s->longest)
			s->longest = cols;
	}
	s->wrap = more->wrap;
	return 0;
}

static void reader_close(struct view *v)
{
	struct reader *s = v->state;

	free(s->text);
}

static void draw_row(const struct reader *s, const struct row *row, struct canvas *c, int y)
{
	if (row->is_rule) {
		canvas_hline(c, y, 0, c->cols, STYLE_DIM);
		return;
	}
	char *text = xasprintf("%.*s", (int)row->nbytes, row->s);
	canvas_text(c, y, -s->shift, STYLE_NORMAL, text);
	free(text);
}

static void draw_place(struct canvas *c, size_t top, size_t shown, size_t total)
{
	size_t below = top + shown < total ? total - top - shown : 0;
	char *text = below ? xasprintf(Q_("%zu more line", "%zu more lines", below), below)
			   : xasprintf("%s", top ? _("end") : "");

	canvas_field(c, c->rows - 1, 1, c->cols - 2, ALIGN_RIGHT, STYLE_DIM, text);
	free(text);
}

static void reader_draw(const struct view *v, struct canvas *c)
{
	const struct reader *s = v->state;
	struct canvas page = canvas_sub(c, 0, 1, c->rows - 1, c->cols - 2);
	struct rows r;
	struct row row;
	size_t n = 0;

	rows_begin(&r, s, text_cols(v));
	for (; rows_next(&r, &row); n++)
		if (n >= s->top && n - s->top < (size_t)page.rows)
			draw_row(s, &row, &page, (int)(n - s->top));
	draw_place(c, s->top, (size_t)page.rows, n);
}

static void scroll_to(struct view *v, size_t top)
{
	struct reader *s = v->state;
	size_t total = count_rows(v), page = text_rows(v), last = total > page ? total - page : 0;

	s->top = top < last ? top : last;
}

static void shift(struct view *v, int by)
{
	struct reader *s = v->state;
	int most = s->longest > text_cols(v) ? s->longest - text_cols(v) : 0;

	s->shift += by;
	if (s->shift > most)
		s->shift = most;
	if (s->shift < 0 || s->wrap)
		s->shift = 0;
}

static enum reply reader_act(struct view *v, struct app *app, enum action a)
{
	enum { SIDEWAYS = 8 };
	struct reader *s = v->state;
	size_t page = text_rows(v);

	(void)app;
	switch ((int)a) {
	case DO_UP:
		scroll_to(v, s->top ? s->top - 1 : 0);
		return REPLY_DONE;
	case DO_DOWN:
		scroll_to(v, s->top + 1);
		return REPLY_DONE;
	case DO_PAGE_UP:
		scroll_to(v, s->top > page ? s->top - page : 0);
		return REPLY_DONE;
	case DO_PAGE_DOWN:
		scroll_to(v, s->top + page);
		return REPLY_DONE;
	case DO_FIRST:
		scroll_to(v, 0);
		return REPLY_DONE;
	case DO_LAST:
		scroll_to(v, SIZE_MAX / 2);
		return REPLY_DONE;
	case DO_LEFT:
		shift(v, -SIDEWAYS);
		return REPLY_DONE;
	case DO_RIGHT:
		shift(v, SIDEWAYS);
		return REPLY_DONE;
	default:
		return REPLY_PASS;
	}
}

static const struct view_ops reader_view = {
	.name = "text",
	.scope = SCOPE_TEXT,
	.state_size = sizeof(struct reader),
	.open = reader_open,
	.draw = reader_draw,
	.act = reader_act,
	.close = reader_close,
};

int dialog_text(struct app *app, int tag, const char *title, const char *text, bool wrap)
{
	struct reader_more more = {text, wrap};

	return app_push(app, &reader_view,
			&(struct view_args){.tag = tag, .text = title, .more = &more});
}
