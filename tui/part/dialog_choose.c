/* Choosing one of many: what is typed narrows the list, arrows and Enter choose. */
#include "core/text/find.h"
#include "core/i18n.h"
#include "core/mem.h"
#include "tui/part/dialog.h"
#include "tui/part/filter.h"
#include "tui/part/list.h"

#include <stdlib.h>

struct choose {
	struct arena arena; /* items, for as long as the dialog is open */
	struct dialog_item *items;
	size_t n;
	size_t *found; /* indexes of the items that match */
	struct list list;
	struct filter filter;
};

struct choose_more {
	const struct dialog_item *items;
	size_t n;
};

static void find_matches(struct choose *s)
{
	size_t n = 0;

	for (size_t i = 0; i < s->n; i++) {
		if (find_match(filter_text(&s->filter), s->items[i].find))
			s->found[n++] = i;
	}
	s->list.cursor = s->list.top = 0;
	list_set_rows(&s->list, n);
}

/* What is typed is looked for in the label, in what the caller gives besides, and in their pinyin.
 */
static const char *find_of(struct arena *a, const char *text, const char *more)
{
	const char *label = find_label(a, text);

	return more ? arena_printf(a, "%s %s", label, find_label(a, more)) : label;
}

static int choose_open(struct view *v, const struct view_args *args, struct err *e)
{
	const struct choose_more *more = args->more;
	struct choose *s = v->state;

	(void)e;
	view_set_title(v, args->text);
	s->n = more->n;
	s->items = arena_alloc(&s->arena, (s->n + 1) * sizeof *s->items);
	s->found = arena_alloc(&s->arena, (s->n + 1) * sizeof *s->found);
	for (size_t i = 0; i < s->n; i++) {
		const struct dialog_item *item = &more->items[i];
		s->items[i].text = arena_strdup(&s->arena, item->text);
		s->items[i].find = find_of(&s->arena, s->items[i].text, item->find);
		s->items[i].id = item->id;
	}
	filter_init(&s->filter);
	s->filter.typing = true;
	find_matches(s);
	return 0;
}

static void choose_close(struct view *v)
{
	struct choose *s = v->state;

	filter_free(&s->filter);
	arena_free(&s->arena);
}

static void item_cell(const void *rows, size_t row, size_t column, struct list_cell *cell)
{
	const struct choose *s = rows;

	(void)column;
	cell->text = s->items[s->found[row]].text;
}

static const struct list_column columns[] = {
	{.title = "", .kind = LIST_TEXT, .min = 10, .weight = 1}};
static const struct list_spec spec = {
	.columns = columns,
	.ncolumns = 1,
	.cell = item_cell,
	.empty = N_("nothing has this in its name"),
};

static size_t page_of(const struct view *v)
{
	return list_page(v->rows - 1);
}

static void choose_draw(const struct view *v, struct canvas *c)
{
	const struct choose *s = v->state;
	struct canvas rows = canvas_sub(c, 1, 0, c->rows - 1, c->cols);

	list_draw(&s->list, &spec, s, &rows, true);
	canvas_hline(&rows, 0, 0, rows.cols, STYLE_DIM);
	filter_draw(&s->filter, c, 0, s->list.n);
}

static void choose_fit(const struct view *v, int *cols, int *rows)
{
	enum { MOST_COLS = 76, OTHER_ROWS = 2, LEAST_ROWS = 6 };
	const struct choose *s = v->state;
	int need = (int)s->n + OTHER_ROWS;

	if (*cols > MOST_COLS)
		*cols = MOST_COLS;
	if (need < LEAST_ROWS)
		need = LEAST_ROWS;
	if (*rows > need)
		*rows = need;
}

static enum reply choose_act(struct view *v, struct app *app, enum action a)
{
	struct choose *s = v->state;

	if (a == DO_CHOOSE && s->list.n > 0) {
		size_t i = s->found[s->list.cursor];
		app_finish(app, &(struct view_result){.ok = true,
						      .choice = (int)i,
						      .id = s->items[i].id,
						      .text = s->items[i].text});
		return REPLY_DONE;
	}
	if (a == DO_CHOOSE)
		return REPLY_DONE;
	return list_act(&s->list, a, page_of(v)) == LIST_PASS ? REPLY_PASS : REPLY_DONE;
}

static enum reply choose_key(struct view *v, struct app *app, const struct key *k)
{
	struct choose *s = v->state;
	enum filter_event event = filter_key(&s->filter, k);

	(void)app;
	if (event == FILTER_CHANGED)
		find_matches(s);
	return event == FILTER_PASS ? REPLY_PASS : REPLY_DONE;
}

static enum reply choose_point(struct view *v, struct app *app, const struct point *p)
{
	struct choose *s = v->state;

	if (!point_on(p, TARGET_ROW) || (size_t)p->index >= s->list.n)
		return REPLY_PASS;
	if ((size_t)p->index == s->list.cursor)
		return choose_act(v, app, DO_CHOOSE);
	list_go(&s->list, (size_t)p->index, page_of(v));
	return REPLY_DONE;
}

static const struct view_ops choose_view = {
	.name = "choose",
	.scope = SCOPE_MENU,
	.state_size = sizeof(struct choose),
	.dialog = true,
	.open = choose_open,
	.draw = choose_draw,
	.act = choose_act,
	.key = choose_key,
	.point = choose_point,
	.fit = choose_fit,
	.close = choose_close,
};

int dialog_choose(struct app *app, int tag, const char *title, const struct dialog_item *items,
		  size_t n)
{
	struct choose_more more = {items, n};

	return app_push(app, &choose_view,
			&(struct view_args){.tag = tag, .text = title, .more = &more});
}
