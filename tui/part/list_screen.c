/*
 * Which rows of a list are shown, in which order, and where the cursor is among them. The list
 * itself (list.c) knows places only; the view never sees those: it is asked for rows as it loaded
 * them.
 */
#include "tui/part/list_screen.h"

#include "core/text/find.h"
#include "core/text/utf8.h"
#include "tui/app/session.h"
#include "tui/part/list_find.h"
#include "tui/part/list_saved.h"
#include "tui/part/list_sort.h"
#include "tui/part/list_view.h"

#include <stdlib.h>

enum { LINES_ABOVE = 2 }; /* a row that is no longer on the first page has so many above it */

static void placed_cell(const void *rows, size_t place, size_t column, struct list_cell *cell)
{
	const struct list_screen *p = rows;

	p->spec->cell(p->rows, p->shown[place], column, cell);
}

static char placed_sign(const void *rows, size_t place)
{
	const struct list_screen *p = rows;

	return p->marks.at[p->shown[place]].sign;
}

void list_screen_init(struct list_screen *p, const struct list_spec *spec)
{
	p->spec = spec;
	filter_init(&p->filter);
}

void list_screen_free(struct list_screen *p)
{
	arena_free(&p->own);
	filter_free(&p->filter);
	free(p->name);
	free(p->saved);
}

static bool is_heading(const struct list_screen *p, size_t row)
{
	return p->spec->heading && p->spec->heading(p->rows, row);
}

int list_screen_current(const struct list_screen *p)
{
	return p->list.n && p->shown ? (int)p->shown[p->list.cursor] : -1;
}

size_t list_screen_row(const struct list_screen *p, size_t place)
{
	return p->shown[place];
}

static void put_in_order(struct list_screen *p)
{
	if (p->list.sorted) {
		list_sort(p->spec, p->rows, p->nrows, p->list.sorted - 1, p->list.reversed,
			  p->order);
		return;
	}
	for (size_t i = 0; i < p->nrows; i++)
		p->order[i] = i;
}

static void show(struct list_screen *p, size_t row)
{
	p->shown[p->list.n++] = row;
	p->place[row] = p->list.n;
}

static bool fits(const struct list_screen *p, const struct view *v, size_t row)
{
	const struct list_narrowing *narrowing = p->around ? p->around->narrowing : NULL;

	return (!narrowing || narrowing->fits(v, row)) &&
	       find_match(filter_text(&p->filter), p->find[row]);
}

static bool counts(const struct list_screen *p, const struct view *v, size_t row)
{
	return !p->around || !p->around->counts || p->around->counts(v, row);
}

/* A heading waits until the first row below it is found; sorted rows have none. */
static void choose(struct list_screen *p, const struct view *v)
{
	const size_t none = p->nrows;
	size_t heading = none;

	p->list.n = p->nfound = 0;
	for (size_t i = 0; i < p->nrows; i++)
		p->place[i] = 0;
	for (size_t i = 0; i < p->nrows; i++) {
		size_t row = p->order[i];

		if (is_heading(p, row)) {
			heading = p->list.sorted ? none : row;
			continue;
		}
		if (!fits(p, v, row))
			continue;
		if (heading != none)
			show(p, heading);
		heading = none;
		show(p, row);
		p->nfound += counts(p, v, row);
	}
}

/* Of the row that comes first, for the view or because it is no heading. */
static size_t first_place(const struct list_screen *p, const struct view *v)
{
	size_t row = p->around && p->around->first ? p->around->first(v) : p->nrows, place = 0;

	if (row < p->nrows && p->place[row])
		return p->place[row] - 1;
	while (place + 1 < p->list.n && is_heading(p, p->shown[place]))
		place++;
	return place;
}

/* Puts the cursor in a place, and that in a line of the window. */
static void stand(struct list_screen *p, const struct view *v, size_t place, size_t line)
{
	size_t page = list_screen_page(p, v);

	p->list.top = place > line ? place - line : 0;
	list_go(&p->list, place, page);
}

/* Puts the cursor in a place of what is shown anew: from the first row on where that has room for
 * it. */
static void stand_anew(struct list_screen *p, const struct view *v, size_t place, size_t line)
{
	stand(p, v, place, place < list_screen_page(p, v) ? place : line);
}

void list_screen_apply(struct list_screen *p, const struct view *v)
{
	int row = list_screen_current(p);
	size_t line = p->list.cursor - p->list.top;

	if (!p->rows)
		return;
	choose(p, v);
	if (row >= 0 && p->place[row])
		stand_anew(p, v, p->place[row] - 1, line);
	else
		stand_anew(p, v, first_place(p, v), LINES_ABOVE);
	list_saved_check(p, v);
}

/* Room for the sign of the order in the head of the column. */
static void widen_head(struct list_screen *p)
{
	size_t i = p->list.sorted - 1;

	if (p->list.sorted)
		columns_widen(&p->columns, i, utf8_cols(list_title(&p->spec->columns[i])) + 1);
}

void list_screen_sort(struct list_screen *p, const struct view *v, size_t column, bool reversed)
{
	p->list.sorted = column < p->spec->ncolumns ? column + 1 : 0;
	p->list.reversed = p->list.sorted && reversed;
	if (!p->rows)
		return;
	widen_head(p);
	put_in_order(p);
	list_screen_apply(p, v);
}

/* What the list showed before a load. */
struct before {
	struct list_marks marks;
	const size_t *shown;
	struct list list;
};

/* The place of the thing that stood in a place before; the number of places when it is gone. */
static size_t place_again(const struct list_screen *p, const struct before *b, size_t place)
{
	size_t row = list_marks_find(&p->marks, b->marks.at[b->shown[place]].id);

	return row < p->nrows && p->place[row] ? p->place[row] - 1 : p->list.n;
}

/* The thing that had the cursor, else its nearest neighbour, of two the one below. */
static void find_again(struct list_screen *p, const struct view *v, const struct before *b)
{
	size_t at = b->list.cursor, line = at - b->list.top, n = b->list.n, place = p->list.n;

	for (size_t step = 0; step < n && place == p->list.n; step++) {
		if (at + step < n)
			place = place_again(p, b, at + step);
		if (place == p->list.n && step <= at)
			place = place_again(p, b, at - step);
	}
	if (place == p->list.n)
		stand_anew(p, v, first_place(p, v), LINES_ABOVE);
	else
		stand(p, v, place, line);
}

/* What one does is done to the thing under the cursor: it is no change by others, even where these
 * have changed something since the last load too. */
static void unmark_own(struct list_screen *p, const struct before *b)
{
	size_t was = b->shown[b->list.cursor];
	size_t row = list_marks_find(&p->marks, b->marks.at[was].id);

	if (row < p->nrows)
		p->marks.at[row].sign = b->marks.at[was].sign;
}

static void measure(struct list_screen *p)
{
	columns_measure(&p->columns, p->spec, p->rows, p->nrows);
	p->columns.spec.cell = placed_cell;
	p->columns.spec.sign = placed_sign;
	p->columns.spec.id = NULL;
	p->columns.spec.heading = NULL;
	widen_head(p);
}

void list_screen_set(struct list_screen *p, struct view *v, const void *rows,
		     const char *const *find, size_t n)
{
	const struct session *session = v->context->session;
	int64_t plan_id = session ? session->plan_id : 0;
	struct before before = {.marks = p->marks, .shown = p->shown, .list = p->list};
	struct arena old = p->own, *a = &p->own;

	p->own = (struct arena)ARENA_INIT;
	if (plan_id != p->plan_id) /* its things are others */
		before = (struct before){0};
	p->plan_id = plan_id;
	bool by_others = v->reload_by_others && before.shown;

	if (v->lagging == p)
		v->lagging = NULL;
	p->rows = rows;
	p->find = list_find_all(a, p->spec, rows, find, n);
	p->nrows = n;
	p->order = arena_alloc(a, (n + 1) * sizeof *p->order);
	p->shown = arena_alloc(a, (n + 1) * sizeof *p->shown);
	p->place = arena_alloc(a, (n + 1) * sizeof *p->place);
	list_marks_take(&p->marks, &before.marks, a, p->spec, rows, n, by_others);
	if (v->reload_by_me && before.list.n)
		unmark_own(p, &before);
	measure(p);
	put_in_order(p);
	choose(p, v);
	find_again(p, v, &before);
	arena_free(&old);
}

void list_screen_go(struct list_screen *p, const struct view *v, size_t row)
{
	if (row < p->nrows && p->place[row])
		list_go(&p->list, p->place[row] - 1, list_screen_page(p, v));
}

void list_screen_go_newest(struct list_screen *p, const struct view *v)
{
	size_t newest = 0;

	for (size_t i = 1; i < p->nrows; i++)
		if (p->spec->id(p->rows, i) > p->spec->id(p->rows, newest))
			newest = i;
	if (p->nrows)
		list_screen_go(p, v, newest);
}

bool list_screen_is_narrowed(const struct list_screen *p, const struct view *v)
{
	const struct list_narrowing *narrowing = p->around ? p->around->narrowing : NULL;

	return filter_shown(&p->filter) || (narrowing && narrowing->is_set(v)) || p->name;
}

/* A view with a name takes its order along. */
void list_screen_show_all(struct list_screen *p, struct view *v)
{
	const struct list_narrowing *narrowing = p->around ? p->around->narrowing : NULL;

	filter_act(&p->filter, DO_BACK);
	if (narrowing)
		narrowing->clear(v);
	if (p->name)
		list_screen_sort(p, v, p->spec->ncolumns, false);
	else
		list_screen_apply(p, v);
}
