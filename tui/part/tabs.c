/* A bar of tabs. Where they do not all fit, it begins as late as shows the current one. */
#include "tui/part/tabs.h"

#include "core/i18n.h"
#include "core/mem.h"
#include "core/text/utf8.h"

#include <stdlib.h>

bool tabs_act(struct tabs *t, enum action a)
{
	size_t before = t->current;

	if (t->n == 0)
		return false;
	if (a == DO_NEXT_PANE || a == DO_RIGHT)
		t->current = (t->current + 1) % t->n;
	if (a == DO_PREV_PANE || a == DO_LEFT)
		t->current = (t->current + t->n - 1) % t->n;
	return t->current != before;
}

bool tabs_key(struct tabs *t, const struct key *k)
{
	int digit = key_digit(k);

	if (!t->by_digit || digit < 1 || (size_t)digit > t->n)
		return false;
	t->current = (size_t)digit - 1;
	return true;
}

bool tabs_point(struct tabs *t, const struct point *p)
{
	if (!point_on(p, TARGET_TAB) || (size_t)p->index >= t->n)
		return false;
	t->current = (size_t)p->index;
	return true;
}

/* The current tab stands in brackets, so that it is known without colour. */
static char *tab_text(const struct tabs *t, size_t i)
{
	const char *before = i == t->current ? "[" : " ", *behind = i == t->current ? "]" : " ";
	const char *label = i18n_label(t->labels[i]);

	return t->by_digit ? xasprintf("%s%zu %s%s", before, i + 1, label, behind)
			   : xasprintf("%s%s%s", before, label, behind);
}

static int tab_cols(const struct tabs *t, size_t i)
{
	char *text = tab_text(t, i);
	int cols = utf8_cols(text) + 1;

	free(text);
	return cols;
}

static size_t first_shown(const struct tabs *t, int cols)
{
	size_t first = t->current;
	int used = tab_cols(t, first);

	while (first > 0 && used + tab_cols(t, first - 1) <= cols - 1)
		used += tab_cols(t, --first);
	return first;
}

void tabs_draw(const struct tabs *t, struct canvas *c, int y)
{
	int x = 1;

	canvas_fill_row(c, y, STYLE_TAB);
	if (t->n == 0)
		return;
	if (!t->by_digit)
		x += canvas_text(c, y, x, STYLE_HINT_KEY, "Tab") + 1;
	for (size_t i = first_shown(t, c->cols - x + 1); i < t->n && x < c->cols; i++) {
		char *text = tab_text(t, i);
		int room = c->cols - x, need = utf8_cols(text);
		canvas_field(c, y, x, need < room ? need : room, ALIGN_LEFT,
			     i == t->current ? STYLE_TAB_CURRENT : STYLE_TAB, text);
		canvas_target(c, y, x, 1, need, TARGET_TAB, (int)i);
		x += need + 1;
		free(text);
	}
}
