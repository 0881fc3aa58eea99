/* A list screen on a desk: its view is a struct of this file, its load is called by the test. */
#include "tests/tui/list_desk.h"

#include <stdio.h>
#include <string.h>

static void desk_cell(const void *rows, size_t row, size_t column, struct list_cell *cell)
{
	const struct desk_row *r = &((const struct desk *)rows)->rows[row];

	switch (column) {
	case DESK_NO:
		cell->text = r->no;
		break;
	case DESK_NAME:
		cell->text = r->name;
		cell->rank = r->rank;
		break;
	case DESK_COUNT:
		cell->text = r->count;
		break;
	default:
		cell->percent = r->percent;
	}
}

static int64_t desk_id(const void *rows, size_t row)
{
	return ((const struct desk *)rows)->rows[row].id;
}

static bool desk_heading(const void *rows, size_t row)
{
	return desk_id(rows, row) < 0;
}

static const struct list_column columns[DESK_COLUMNS] = {
	[DESK_NO] = {"no", LIST_ID, 3, 6, 0, 0},
	[DESK_NAME] = {"name", LIST_TEXT, 8, 0, 1, 0},
	[DESK_COUNT] = {"count", LIST_NUMBER, 4, 0, 0, 0},
	[DESK_BAR] = {"bar", LIST_BAR, 8, 8, 0, 0},
};

static const struct list_spec spec = {
	.columns = columns,
	.ncolumns = DESK_COLUMNS,
	.cell = desk_cell,
	.empty = "nothing here",
	.id = desk_id,
	.heading = desk_heading,
};

static const struct view_ops ops = {.name = "desk"};

void desk_begin(struct desk *d, int lines)
{
	*d = (struct desk){0};
	d->view = (struct view){
		.ops = &ops, .context = &d->context, .state = d, .cols = 40, .rows = lines};
	list_screen_init(&d->screen, &spec);
	grid_init(&d->grid, 40, lines, LOOK_NARROW);
}

void desk_end(struct desk *d)
{
	list_screen_free(&d->screen);
	arena_free(&d->view.arena);
	grid_free(&d->grid);
}

void desk_load(struct desk *d, const struct desk_row *rows, size_t n, bool by_others)
{
	struct arena old = d->view.arena;
	const char **find;

	d->view.arena = (struct arena)ARENA_INIT;
	d->view.reload_by_others = by_others;
	find = arena_alloc(&d->view.arena, (n + 1) * sizeof *find);
	for (size_t i = 0; i < n; i++)
		find[i] = rows[i].name;
	d->rows = rows;
	d->n = n;
	list_screen_set(&d->screen, &d->view, d, find, n);
	arena_free(&old);
}

void desk_act(struct desk *d, enum action a)
{
	list_screen_act(&d->screen, &d->view, NULL, a);
}

void desk_type(struct desk *d, const char *words)
{
	struct key k = {.kind = INPUT_PASTE, .paste = words, .paste_nbytes = strlen(words)};

	desk_act(d, DO_FILTER);
	list_screen_key(&d->screen, &d->view, &k);
}

const char *desk_ids(const struct desk *d)
{
	static char text[256];
	size_t used = 0;

	text[0] = '\0';
	for (size_t i = 0; i < d->screen.list.n; i++)
		used += (size_t)snprintf(text + used, sizeof text - used, "%s%s%lld", i ? " " : "",
					 i == d->screen.list.cursor ? ">" : "",
					 (long long)d->rows[list_screen_row(&d->screen, i)].id);
	return text;
}

const struct grid *desk_draw(struct desk *d)
{
	struct canvas c;

	grid_clear(&d->grid);
	c = canvas_whole(&d->grid);
	list_view_draw(&d->view, &c);
	return &d->grid;
}

char desk_sign(struct desk *d, int line)
{
	const struct cell *left = &desk_draw(d)->cells[line * d->grid.cols];

	/* Beside the marker in the row under the cursor. */
	if (strcmp(left->text, "▌") == 0)
		left++;
	return left->text[0] == ' ' ? '\0' : left->text[0];
}
