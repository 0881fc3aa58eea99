/* A filtered list as a screen. The list shows rows by their index among those the filter lets
 * through; the view never sees that: its cell() is asked for rows as it loaded them. */
#include "tui/part/list_screen.h"

#include "core/i18n.h"

static void mapped_cell(const void *rows, size_t row, size_t column, struct list_cell *cell)
{
	const struct list_screen *p = rows;

	p->spec->cell(p->rows, p->shown[row], column, cell);
}

void list_screen_init(struct list_screen *p, const struct list_spec *spec)
{
	p->spec = spec;
	p->mapped = *spec;
	p->mapped.cell = mapped_cell;
	filter_init(&p->filter);
}

void list_view_close(struct view *v)
{
	filter_free(&((struct list_screen *)v->state)->filter);
}

static void apply_filter(struct list_screen *p)
{
	const char *words = filter_text(&p->filter);
	size_t n = 0;

	for (size_t i = 0; i < p->nrows; i++)
		if (filter_match(words, p->find[i]))
			p->shown[n++] = i;
	list_set_rows(&p->list, n);
}

void list_screen_set(struct list_screen *p, struct arena *a, const void *rows,
		     const char *const *find, size_t n)
{
	p->rows = rows;
	p->find = find;
	p->nrows = n;
	p->shown = arena_alloc(a, (n + 1) * sizeof *p->shown);
	apply_filter(p);
	columns_measure(&p->columns, &p->mapped, p, p->list.n);
}

int list_screen_current(const struct list_screen *p)
{
	return p->list.n ? (int)p->shown[p->list.cursor] : -1;
}

static int list_rows(const struct list_screen *p, int rows)
{
	return filter_shown(&p->filter) ? rows - 1 : rows;
}

/* Rows that fit on the screen of a view. */
static size_t screen_page(const struct list_screen *p, const struct view *v)
{
	return list_page(list_rows(p, v->rows - p->other_rows));
}

void list_view_draw(const struct view *v, struct canvas *c)
{
	const struct list_screen *p = v->state;
	struct canvas list = canvas_sub(c, 0, 0, list_rows(p, c->rows), c->cols);

	if (!p->rows)
		return;
	struct list_spec spec = p->columns.spec;
	if (p->nrows > 0)
		spec.empty = N_("Nothing here has these words; Esc shows all again.");
	list_draw(&p->list, &spec, p, &list, true);
	if (filter_shown(&p->filter))
		filter_draw(&p->filter, c, c->rows - 1, p->list.n);
}

enum reply list_screen_act(struct list_screen *p, const struct view *v, enum action a)
{
	enum filter_event f = filter_act(&p->filter, a);

	if (f == FILTER_CHANGED)
		apply_filter(p);
	if (f != FILTER_PASS)
		return REPLY_DONE;
	return list_act(&p->list, a, screen_page(p, v)) == LIST_PASS ? REPLY_PASS : REPLY_DONE;
}

enum reply list_view_key(struct view *v, struct app *app, const struct key *k)
{
	struct list_screen *p = v->state;
	enum filter_event f = filter_key(&p->filter, k);

	(void)app;
	if (f == FILTER_CHANGED)
		apply_filter(p);
	if (f != FILTER_PASS)
		return REPLY_DONE;
	return list_key(&p->list, k, &p->columns.spec, p, screen_page(p, v)) == LIST_PASS
		       ? REPLY_PASS
		       : REPLY_DONE;
}

bool list_view_offers(const struct view *v, enum action a)
{
	const struct list_screen *p = v->state;

	switch (a) {
	case DO_PRINT:
		return false;
	case DO_OPEN:
		return p->list.n > 0;
	case DO_FILTER:
		return p->nrows > 0;
	default:
		return true;
	}
}
