/*
 * The help screen, in parts like tabs: the screen it was called from, the signs, the words, the
 * first steps. A part is drawn whole on a grid of its own and shown from `top` on.
 */
#include "tui/app/help.h"

#include "core/i18n.h"
#include "core/mem.h"
#include "core/text/utf8.h"
#include "tui/app/help_text.h"
#include "tui/part/tabs.h"

enum help_part { PART_SCREEN, PART_SIGNS, PART_WORDS, PART_TOUR, NPARTS };
enum { HEAD_ROWS = 2, MOST_LINES = 6 };

struct help {
	struct arena arena;
	struct help_rows parts[NPARTS];
	struct tabs tabs;
	int top; /* first line shown */
};

struct help_more {
	const struct keymap *keys;
	const struct view *below;
	enum look look;
};

static const char *const labels[NPARTS] = {
	[PART_SCREEN] = N_("this screen"),
	[PART_SIGNS] = N_("lamps and signs"),
	[PART_WORDS] = N_("words"),
	[PART_TOUR] = N_("first steps"),
};

static int help_view_open(struct view *v, const struct view_args *args, struct err *e)
{
	const struct help_more *more = args->more;
	struct help *h = v->state;
	struct arena *a = &h->arena;

	(void)e;
	h->tabs = (struct tabs){labels, NPARTS, PART_SCREEN, true};
	help_add_screen(a, &h->parts[PART_SCREEN], more->below, more->keys);
	help_add_signs(a, &h->parts[PART_SIGNS], more->look);
	help_add_words(a, &h->parts[PART_WORDS]);
	help_add_tour(a, &h->parts[PART_TOUR]);
	return 0;
}

static void help_view_close(struct view *v)
{
	struct help *h = v->state;

	arena_free(&h->arena);
}

static const struct help_rows *rows_of(const struct help *h)
{
	return &h->parts[h->tabs.current];
}

static int key_cols(const struct help_rows *rows, int cols)
{
	int widest = 0;

	for (size_t i = 0; i < rows->list.n; i++) {
		int need = rows->list.at[i].key ? utf8_cols(rows->list.at[i].key) : 0;
		if (need > widest)
			widest = need;
	}
	return widest < cols / 3 ? widest : cols / 3;
}

/* One row below line y; returns the line behind it. */
static int draw_row(const struct help_row *row, struct canvas *c, int y, int keys)
{
	if (!row->key) {
		y += y > 0;
		canvas_text(c, y, 1, row->key_style, row->text);
		return y + 1;
	}
	if (!*row->key)
		return y +
		       canvas_paragraph(c, y, 3, c->cols - 4, MOST_LINES, STYLE_NORMAL, row->text);
	int a = canvas_paragraph(c, y, 3, keys, MOST_LINES, row->key_style, row->key);
	int b = canvas_paragraph(c, y, 3 + keys + 2, c->cols - keys - 6, MOST_LINES, STYLE_NORMAL,
				 row->text);
	return y + (a > b ? a : b);
}

/* The whole part at this width, from its first line on; the caller frees the grid. Its height. */
static int draw_grid(const struct help *h, struct grid *g, int cols, enum look look)
{
	const struct help_rows *rows = rows_of(h);
	int keys = key_cols(rows, cols), y = 0;

	grid_init(g, cols, (int)rows->list.n * (MOST_LINES + 1) + 1, look);
	struct canvas all = canvas_whole(g);
	for (size_t i = 0; i < rows->list.n; i++)
		y = draw_row(&rows->list.at[i], &all, y, keys);
	return y;
}

static void help_view_draw(const struct view *v, struct canvas *c)
{
	const struct help *h = v->state;
	struct canvas page = canvas_sub(c, HEAD_ROWS, 0, c->rows - HEAD_ROWS, c->cols);
	struct grid g;
	int below = draw_grid(h, &g, c->cols, c->grid->look) - h->top - page.rows;

	tabs_draw(&h->tabs, c, 0);
	canvas_copy(&page, &g, h->top);
	grid_free(&g);
	canvas_more(c, h->top, below > 0 ? below : 0);
}

static enum reply scroll_by(struct view *v, int by)
{
	struct help *h = v->state;
	struct grid g;
	int last = draw_grid(h, &g, v->cols, LOOK_NARROW) - v->rows + HEAD_ROWS;

	grid_free(&g);
	h->top += by;
	if (h->top > last)
		h->top = last;
	if (h->top < 0)
		h->top = 0;
	return REPLY_DONE;
}

static enum reply help_view_act(struct view *v, struct app *app, enum action a)
{
	enum { FAR = 10000 };
	struct help *h = v->state;
	int page = v->rows - HEAD_ROWS - 1;

	(void)app;
	if (tabs_act(&h->tabs, a)) {
		h->top = 0;
		return REPLY_DONE;
	}
	switch ((int)a) {
	case DO_UP:
		return scroll_by(v, -1);
	case DO_DOWN:
		return scroll_by(v, 1);
	case DO_PAGE_UP:
		return scroll_by(v, -page);
	case DO_PAGE_DOWN:
		return scroll_by(v, page);
	case DO_FIRST:
		return scroll_by(v, -FAR);
	case DO_LAST:
		return scroll_by(v, FAR);
	case DO_HELP:
		return REPLY_CLOSE;
	default:
		return REPLY_PASS;
	}
}

static enum reply help_view_key(struct view *v, struct app *app, const struct key *k)
{
	struct help *h = v->state;

	(void)app;
	if (!tabs_key(&h->tabs, k))
		return REPLY_PASS;
	h->top = 0;
	return REPLY_DONE;
}

static enum reply help_view_point(struct view *v, struct app *app, const struct point *p)
{
	struct help *h = v->state;

	(void)app;
	if (!tabs_point(&h->tabs, p))
		return REPLY_PASS;
	h->top = 0;
	return REPLY_DONE;
}

static const struct view_ops help_view = {
	.name = "help",
	.title = N_("Help"),
	.scope = SCOPE_TEXT,
	.state_size = sizeof(struct help),
	.open = help_view_open,
	.draw = help_view_draw,
	.act = help_view_act,
	.key = help_view_key,
	.point = help_view_point,
	.close = help_view_close,
};

int help_open(struct app *app)
{
	struct help_more more = {app_keymap(app), app_top(app), app_grid(app)->look};

	return app_push(app, &help_view, &(struct view_args){.more = &more});
}
