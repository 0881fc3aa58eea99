/* The cursor of a table: moving, paging, going to a number. Drawing is list_draw.c's. */
#include "tui/part/list.h"

#include "core/mem.h"
#include "core/plan/plan.h"

#include <stdlib.h>
#include <string.h>

/* Scrolls as little as shows the cursor. */
static void scroll(struct list *l, size_t page)
{
	if (page == 0)
		page = 1;
	if (l->cursor < l->top)
		l->top = l->cursor;
	if (l->cursor >= l->top + page)
		l->top = l->cursor - page + 1;
	if (l->top + page > l->n)
		l->top = l->n > page ? l->n - page : 0;
}

void list_set_rows(struct list *l, size_t n)
{
	l->n = n;
	if (l->cursor >= n)
		l->cursor = n ? n - 1 : 0;
	if (l->top > l->cursor)
		l->top = l->cursor;
}

void list_go(struct list *l, size_t row, size_t page)
{
	l->cursor = row < l->n ? row : l->n ? l->n - 1 : 0;
	scroll(l, page);
}

size_t list_page(int canvas_rows)
{
	return canvas_rows > 2 ? (size_t)canvas_rows - 1 : 1;
}

static enum list_event move_up(struct list *l, size_t by, size_t page)
{
	if (l->cursor == 0)
		return LIST_BEFORE;
	list_go(l, l->cursor > by ? l->cursor - by : 0, page);
	return LIST_MOVED;
}

static enum list_event move_down(struct list *l, size_t by, size_t page)
{
	if (l->cursor + 1 >= l->n)
		return LIST_AFTER;
	list_go(l, l->cursor + by, page);
	return LIST_MOVED;
}

enum list_event list_act(struct list *l, enum action a, size_t page)
{
	l->typed[0] = '\0';
	switch ((int)a) {
	case DO_UP:
		return move_up(l, 1, page);
	case DO_DOWN:
		return move_down(l, 1, page);
	case DO_PAGE_UP:
		return move_up(l, page, page);
	case DO_PAGE_DOWN:
		return move_down(l, page, page);
	case DO_FIRST:
		return move_up(l, l->n, page);
	case DO_LAST:
		return move_down(l, l->n, page);
	default:
		return LIST_PASS;
	}
}

static size_t id_column(const struct list_spec *spec)
{
	size_t i = 0;

	while (i < spec->ncolumns && spec->columns[i].kind != LIST_ID)
		i++;
	return i;
}

/* Whether the number, or its part before the point, means the figure typed: "(二)" is 2. */
static bool means(const char *no, const char *typed)
{
	char *whole = xstrdup(no);
	bool same = plan_same_no(whole, typed);

	whole[strcspn(whole, ".")] = '\0';
	same = same || plan_same_no(whole, typed);
	free(whole);
	return same;
}

/* The first row whose number is what was typed, or else means it, or begins with it; n when there
 * is none. */
static size_t find_typed(const struct list *l, const struct list_spec *spec, const void *rows)
{
	size_t column = id_column(spec), meant = l->n, begun = l->n, len = strlen(l->typed);

	if (column == spec->ncolumns)
		return l->n;
	for (size_t i = 0; i < l->n; i++) {
		struct list_cell cell = {.percent = -1};
		spec->cell(rows, i, column, &cell);
		const char *no = cell.text ? cell.text : "";
		no += strspn(no, " ");
		if (strcmp(no, l->typed) == 0)
			return i;
		if (meant == l->n && means(no, l->typed))
			meant = i;
		if (begun == l->n && strncmp(no, l->typed, len) == 0)
			begun = i;
	}
	return meant < l->n ? meant : begun;
}

void list_digits_rest(struct list *l, int64_t now_ms)
{
	enum { REST_MS = 1000 };

	if (now_ms - l->typed_ms >= REST_MS)
		l->typed[0] = '\0';
	l->typed_ms = now_ms;
}

enum list_event list_key(struct list *l, const struct key *k, const struct list_spec *spec,
			 const void *rows, size_t page)
{
	int digit = key_digit(k);
	size_t len = strlen(l->typed);

	if (digit < 0 || (digit == 0 && len == 0))
		return LIST_PASS;
	if (len + 1 >= sizeof l->typed)
		len = 0;
	l->typed[len] = (char)('0' + digit);
	l->typed[len + 1] = '\0';

	size_t row = find_typed(l, spec, rows);
	if (row == l->n && len > 0 && digit > 0) { /* a new number begins */
		l->typed[0] = (char)('0' + digit);
		l->typed[1] = '\0';
		row = find_typed(l, spec, rows);
	}
	if (row == l->n) {
		l->typed[0] = '\0';
		return digit ? LIST_STAY : LIST_PASS;
	}
	list_go(l, row, page);
	return LIST_MOVED;
}
