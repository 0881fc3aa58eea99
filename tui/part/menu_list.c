/* A numbered menu as a part of a screen. */
#include "core/mem.h"
#include "core/text/utf8.h"
#include "tui/part/list.h"
#include "tui/part/menu.h"

#include <stdio.h>

enum { NUMBER_COLS = 4 }; /* marker and blank, digit, blank */

static enum menu_event move_cursor(struct menu_list *m, enum action a, size_t page)
{
	struct list l = {.n = m->n, .cursor = m->cursor, .top = m->top};
	enum list_event event = list_act(&l, a, page);

	if (event == LIST_PASS)
		return MENU_PASS;
	/* Up from the first entry goes to the last one and back: menus are short. */
	if (m->n > 0 && a == DO_UP && event == LIST_BEFORE)
		list_go(&l, m->n - 1, page);
	if (m->n > 0 && a == DO_DOWN && event == LIST_AFTER)
		list_go(&l, 0, page);
	m->cursor = l.cursor;
	m->top = l.top;
	return MENU_MOVED;
}

static enum menu_event choose(const struct menu_list *m)
{
	if (m->cursor >= m->n)
		return MENU_MOVED;
	return m->entries[m->cursor].off ? MENU_OFF : MENU_CHOSEN;
}

enum menu_event menu_list_act(struct menu_list *m, enum action a, size_t page)
{
	if (a == DO_CHOOSE || a == DO_OPEN)
		return choose(m);
	return move_cursor(m, a, page);
}

/* The digit that chooses an entry, 0: there is none. */
static char number_of(const struct menu_list *m, size_t row)
{
	static const char by_place[] = "1234567890";

	if (m->numbers && m->numbers[row])
		return m->numbers[row];
	return row < sizeof by_place - 1 ? by_place[row] : '\0';
}

static size_t row_of(const struct menu_list *m, int digit)
{
	size_t row = 0;

	while (row < m->n && number_of(m, row) != '0' + digit)
		row++;
	return row;
}

static enum menu_event choose_row(struct menu_list *m, size_t row, size_t page)
{
	struct list l = {.n = m->n, .cursor = m->cursor, .top = m->top};

	list_go(&l, row, page);
	m->cursor = l.cursor;
	m->top = l.top;
	return choose(m);
}

enum menu_event menu_list_key(struct menu_list *m, const struct key *k, size_t page)
{
	int digit = key_digit(k);
	size_t row = digit < 0 ? m->n : row_of(m, digit);

	if (digit < 0 || (digit == 0 && row == m->n))
		return MENU_PASS;
	return row == m->n ? MENU_MOVED : choose_row(m, row, page);
}

enum menu_event menu_list_point(struct menu_list *m, const struct point *p, size_t page)
{
	if (!point_on(p, TARGET_ENTRY) || (size_t)p->index >= m->n)
		return MENU_PASS;
	/* The first click of two has done it. */
	return p->mouse == MOUSE_PRESS ? choose_row(m, (size_t)p->index, page) : MENU_MOVED;
}

static int note_cols(const struct menu_entry *entry)
{
	return entry->note && *entry->note ? utf8_cols(entry->note) + 2 : 0;
}

static void draw_entry(const struct menu_list *m, size_t row, struct canvas *c, int y)
{
	const struct menu_entry *entry = &m->entries[row];
	int style = entry->off ? STYLE_DIM : STYLE_NORMAL;
	int note = note_cols(entry), room = c->cols - NUMBER_COLS;

	/* A long note gives way to the text, but keeps half of the room, or what the text leaves.
	 */
	int left = room - utf8_cols(entry->text) - 1, most = left > room / 2 ? left : room / 2;
	if (note > most)
		note = most;
	if (number_of(m, row))
		canvas_printf(c, y, 2, STYLE_HINT_KEY, "%c", number_of(m, row));
	canvas_field(c, y, NUMBER_COLS, room - note, ALIGN_LEFT, style, entry->text);
	if (note)
		canvas_field(c, y, c->cols - note + 1, note - 1, ALIGN_RIGHT, STYLE_DIM,
			     entry->note);
	if (row == m->cursor) {
		canvas_text(c, y, 0, STYLE_NORMAL, canvas_marker(c));
		canvas_select(c, y, 1, c->cols - 1);
	}
}

void menu_list_draw(const struct menu_list *m, struct canvas *c)
{
	size_t page = c->rows > 0 ? (size_t)c->rows : 1, top = m->top;

	if (m->cursor >= top + page)
		top = m->cursor - page + 1;
	for (size_t i = 0; i < page && top + i < m->n; i++) {
		draw_entry(m, top + i, c, (int)i);
		canvas_target(c, (int)i, 0, 1, c->cols, TARGET_ENTRY, (int)(top + i));
	}
}

void menu_list_fit(const struct menu_list *m, int *cols, int *rows)
{
	*cols = *rows = 0;
	for (size_t i = 0; i < m->n; i++) {
		int need = NUMBER_COLS + utf8_cols(m->entries[i].text) + note_cols(&m->entries[i]);
		if (need > *cols)
			*cols = need;
	}
	*rows = (int)m->n;
}
