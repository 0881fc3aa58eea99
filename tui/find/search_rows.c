/* What was found as lines of a screen: number of the action, whose it is, and the text in which the
 * words stand. A wide window also has the action's title and the day. */
#include "tui/find/search_rows.h"

#include "core/i18n.h"
#include "core/text/utf8.h"

#include <string.h>

enum { PIECE = 160 }; /* characters around a hit: more than the widest line shows */

static void add_line(struct arena *a, struct search_lines *l, enum search_row_kind row,
		     enum search_kind kind, const struct search_page *page,
		     const struct search_hit *hit)
{
	*vec_push(a, l) = (struct search_line){
		.row = row,
		.kind = kind,
		.nhits = page->hits.n,
		.more = page->next != 0,
		.hit = hit,
	};
}

/* So many hits, or as many pages of the store: one may be short and have a next one. */
static int load_hits(struct arena *a, struct store *s, const struct search_wish *wish,
		     enum search_kind kind, struct search_page *all, struct err *e)
{
	struct search_ask ask = {
		.words = wish->words,
		.plan_id = wish->plan_id,
		.closed_plans = wish->closed_plans,
		.chars = PIECE,
		.rights = wish->rights,
	};
	struct search_page page;

	*all = (struct search_page){0};
	for (size_t i = 0; i < wish->pages && all->hits.n < wish->most; i++) {
		ask.limit = (int)(wish->most - all->hits.n);
		if (store_search(s, a, NULL, kind, &ask, &page, e) < 0)
			return -1;
		for (size_t h = 0; h < page.hits.n; h++)
			*vec_push(a, &all->hits) = page.hits.at[h];
		all->next = ask.before = page.next;
		if (!page.next)
			break;
	}
	return 0;
}

int search_lines_load(struct search_lines *l, struct arena *a, struct store *s,
		      const struct search_wish *wish, struct err *e)
{
	*l = (struct search_lines){0};
	for (int i = 0; i < SEARCH_KIND_COUNT; i++) {
		enum search_kind kind = (enum search_kind)i;
		struct search_page page;

		if (wish->only >= 0 && wish->only != i)
			continue;
		if (load_hits(a, s, wish, kind, &page, e) < 0)
			return -1;
		if (page.hits.n || page.next)
			add_line(a, l, SEARCH_ROW_HEAD, kind, &page, NULL);
		for (size_t h = 0; h < page.hits.n; h++)
			add_line(a, l, SEARCH_ROW_HIT, kind, &page, &page.hits.at[h]);
		if (page.next)
			add_line(a, l, SEARCH_ROW_MORE, kind, &page, NULL);
	}
	return 0;
}

/* Columns that a window of this width gives: 0, left out. */
struct widths {
	int no, title, whose, date;
};

static struct widths widths_of(int cols)
{
	if (cols < 70)
		return (struct widths){5, 0, 14, 0};
	if (cols < 100)
		return (struct widths){6, 0, 18, 0};
	return (struct widths){7, 26, 22, 10};
}

/* A name says itself what it is of; it needs no other beside it. */
static bool is_name(const struct search_hit *h)
{
	return (h->kind == SEARCH_ACTION && h->field == SEARCH_TITLE) || h->kind == SEARCH_UNIT;
}

/* Whose it is, or where there is no column for it, what it is about. */
static const char *whose(const struct search_hit *h, const struct widths *w)
{
	if (h->kind == SEARCH_ACTION && !w->title)
		return h->title;
	return h->unit;
}

static int draw_column(struct canvas *c, int y, int x, int cols, const char *text)
{
	if (!cols)
		return x;
	canvas_field(c, y, x, cols, ALIGN_LEFT, STYLE_NORMAL, text);
	return x + cols + 1;
}

/* A title says itself what it is; of other texts the name stands before them. */
static int draw_field_name(struct canvas *c, int y, int x, const struct search_hit *h)
{
	if (h->withdrawn)
		x += canvas_text(c, y, x, STYLE_DIM, _("withdrawn")) + 1;
	if (h->field == SEARCH_TITLE || h->field == SEARCH_NAME || h->field == SEARCH_DONE ||
	    h->field == SEARCH_TEXT)
		return x;
	return x + canvas_text(c, y, x, STYLE_LABEL, search_field_label(h->field)) + 1;
}

static int draw_part(struct canvas *c, int y, int x, int style, const char *text, size_t from,
		     size_t to)
{
	struct arena a = ARENA_INIT;
	int cols = 0;

	if (x < c->cols && to > from)
		cols = canvas_text(c, y, x, style, arena_strndup(&a, text + from, to - from));
	arena_free(&a);
	return x + cols;
}

/* First all of it, with the sign that there is more; what was found is drawn over it. */
static void draw_piece(struct canvas *c, int y, int x, const struct seek_piece *p)
{
	enum { SIGN_COLS = 2 };
	int room = c->cols - x, sign = utf8_cols(p->text) > room ? SIGN_COLS : 0;
	struct canvas seen = canvas_sub(c, 0, 0, c->rows, c->cols - sign);
	size_t at = 0;

	if (room <= sign)
		return;
	canvas_field(c, y, x, room, ALIGN_LEFT, STYLE_NORMAL, p->text);
	for (size_t i = 0; i < p->hits.n; i++) {
		const struct seek_range *hit = &p->hits.at[i];

		x = draw_part(&seen, y, x, STYLE_NORMAL, p->text, at, hit->from);
		x = draw_part(&seen, y, x, STYLE_MATCH, p->text, hit->from, hit->to);
		at = hit->to;
	}
}

static void draw_hit(const struct search_hit *h, struct canvas *c, int y)
{
	struct widths w = widths_of(c->cols);
	char day[DATE_TEXT] = "";
	int x = 2;

	if (date_is_set(h->date))
		date_format(h->date, day);
	x = draw_column(c, y, x, w.no, h->path);
	if (!is_name(h)) {
		x = draw_column(c, y, x, w.title, h->title);
		x = draw_column(c, y, x, w.whose, whose(h, &w));
		x = draw_column(c, y, x, w.date, day);
	}
	x = draw_field_name(c, y, x, h);
	draw_piece(c, y, x, &h->piece);
}

void search_line_draw(const struct search_line *l, struct canvas *c, int y)
{
	switch (l->row) {
	case SEARCH_ROW_HEAD:
		canvas_printf(c, y, 2, STYLE_STRONG, l->more ? "%s  %zu+" : "%s  %zu",
			      search_kind_label(l->kind), l->nhits);
		break;
	case SEARCH_ROW_MORE:
		canvas_text(c, y, 2, STYLE_DIM, _("more of these: Enter"));
		break;
	case SEARCH_ROW_HIT:
		draw_hit(l->hit, c, y);
		break;
	}
}
