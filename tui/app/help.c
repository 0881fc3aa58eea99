/*
 * The help screen: the keys that really work in the view below, scope by scope from the inside out,
 * then what lamps and signs mean. It is drawn whole on a grid of its own and shown from `top` on.
 */
#include "tui/app/help.h"

#include "core/i18n.h"
#include "core/mem.h"
#include "core/utf8.h"
#include "core/words.h"

#include <string.h>

/* A heading (key NULL), or a key and what it does. */
struct help_row {
	const char *key, *text;
	int key_style;
};

struct help {
	struct arena arena;
	VEC(struct help_row) rows;
	int top; /* first line shown */
};

struct help_more {
	const struct keymap *keys;
	enum scope scope;
};

static void add_row(struct help *h, const char *key, const char *text, int key_style)
{
	struct help_row *row = vec_push(&h->arena, &h->rows);

	*row = (struct help_row){key, text, key_style};
}

static void add_scope(struct help *h, const struct keymap *keys, enum scope scope)
{
	bool headed = false;

	for (int i = DO_NONE + 1; i < DO_COUNT; i++) {
		const struct action_info *info = action_info((enum action)i);
		if (info->scope != scope)
			continue;
		const char *all = keymap_all_keys(keys, (enum action)i, &h->arena);
		if (!*all)
			continue;
		if (!headed)
			add_row(h, NULL, i18n_label(scope_info(scope)->label), STYLE_STRONG);
		headed = true;
		add_row(h, all, i18n_label(info->help), STYLE_HINT_KEY);
	}
}

static void add_signs(struct help *h)
{
	static const struct {
		enum lamp lamp;
		int style;
		const char *text;
	} lamps[] = {
		{LAMP_RED, STYLE_LAMP_RED, N_("past due, or returned twice")},
		{LAMP_YELLOW, STYLE_LAMP_YELLOW, N_("due soon, behind the time, or returned")},
		{LAMP_GREEN, STYLE_LAMP_GREEN, N_("on time")},
		{LAMP_GREY, STYLE_LAMP_GREY, N_("nothing due yet, or closed out")},
	};

	static const struct {
		const char *sign, *text;
	} signs[] = {
		{"██ 50%", N_("progress as it was last reported; - where nothing was")},
		{"·", N_("in a column of counts: none")},
		{"↑ 3 ↓ 11", N_("at the right: so many lines more above and below")},
		{"…", N_("cut for want of room; opened, it is seen whole")},
		{"[x]", N_("chosen; [ ] not chosen")},
		{"*", N_("after a label: this has to be filled in")},
		{"!", N_("before a sentence: something could not be done")},
	};

	add_row(h, NULL, _("Lamps and signs"), STYLE_STRONG);
	for (size_t i = 0; i < sizeof lamps / sizeof lamps[0]; i++)
		add_row(h, lamp_label(lamps[i].lamp), _(lamps[i].text), lamps[i].style);
	for (size_t i = 0; i < sizeof signs / sizeof signs[0]; i++)
		add_row(h, signs[i].sign, _(signs[i].text), STYLE_HINT_KEY);
}

static int help_view_open(struct view *v, const struct view_args *args, struct err *e)
{
	const struct help_more *more = args->more;
	struct help *h = v->state;

	(void)e;
	/* In a form its own keys come first; those of typing are known from elsewhere. */
	if (more->scope == SCOPE_FIELD)
		add_scope(h, more->keys, SCOPE_FORM);
	for (enum scope s = more->scope;; s = scope_info(s)->parent) {
		if (s != SCOPE_FORM || more->scope == SCOPE_FORM)
			add_scope(h, more->keys, s);
		if (s == SCOPE_GLOBAL)
			break;
	}
	add_signs(h);
	return 0;
}

static void help_view_close(struct view *v)
{
	struct help *h = v->state;

	arena_free(&h->arena);
}

static int key_cols(const struct help *h, int cols)
{
	int widest = 0;

	for (size_t i = 0; i < h->rows.n; i++) {
		int need = h->rows.at[i].key ? utf8_cols(h->rows.at[i].key) : 0;
		if (need > widest)
			widest = need;
	}
	return widest < cols / 3 ? widest : cols / 3;
}

/* Draws all of it, from its first line on; returns its height. */
static int draw_all(const struct help *h, struct canvas *c)
{
	enum { MOST_LINES = 4 };
	int keys = key_cols(h, c->cols), y = 0;

	for (size_t i = 0; i < h->rows.n; i++) {
		const struct help_row *row = &h->rows.at[i];
		if (!row->key) {
			y += i > 0;
			canvas_text(c, y++, 1, row->key_style, row->text);
			continue;
		}
		int a = canvas_paragraph(c, y, 3, keys, MOST_LINES, row->key_style, row->key);
		int b = canvas_paragraph(c, y, 3 + keys + 2, c->cols - keys - 6, MOST_LINES,
					 STYLE_NORMAL, row->text);
		y += a > b ? a : b;
	}
	return y;
}

/* The whole help at this width; the caller frees the grid. */
static int draw_grid(const struct help *h, struct grid *g, int cols, enum look look)
{
	grid_init(g, cols, (int)h->rows.n * 4 + 8, look);
	struct canvas all = canvas_whole(g);
	return draw_all(h, &all);
}

static void help_view_draw(const struct view *v, struct canvas *c)
{
	const struct help *h = v->state;
	struct canvas page = canvas_sub(c, 0, 0, c->rows - 1, c->cols);
	struct grid g;
	int below = draw_grid(h, &g, c->cols, c->grid->look) - h->top - page.rows;

	canvas_copy(&page, &g, h->top);
	grid_free(&g);
	if (below > 0)
		canvas_printf(c, c->rows - 1, 1, STYLE_DIM,
			      Q_("%zu more line", "%zu more lines", below), (size_t)below);
}

static enum reply scroll_by(struct view *v, int by)
{
	struct help *h = v->state;
	struct grid g;
	int last = draw_grid(h, &g, v->cols, LOOK_NARROW) - v->rows + 1;

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

	(void)app;
	switch ((int)a) {
	case DO_UP:
		return scroll_by(v, -1);
	case DO_DOWN:
		return scroll_by(v, 1);
	case DO_PAGE_UP:
		return scroll_by(v, -v->rows + 1);
	case DO_PAGE_DOWN:
		return scroll_by(v, v->rows - 1);
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

static const struct view_ops help_view = {
	.name = "help",
	.title = N_("Help"),
	.scope = SCOPE_TEXT,
	.state_size = sizeof(struct help),
	.open = help_view_open,
	.draw = help_view_draw,
	.act = help_view_act,
	.close = help_view_close,
};

int help_open(struct app *app)
{
	const struct view *v = app_top(app);
	struct help_more more = {app_keymap(app), v ? v->scope : SCOPE_GLOBAL};

	return app_push(app, &help_view, &(struct view_args){.more = &more});
}
