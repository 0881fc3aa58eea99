/* Where things that can be clicked lie. They are kept in the order they were drawn, and looked for
 * from the last one back: what was drawn later lies on top. */
#include "tui/draw/canvas.h"

#include "core/mem.h"

static bool cut(int *from, int *n, int room)
{
	if (*from < 0) {
		*n += *from;
		*from = 0;
	}
	if (*n > room - *from)
		*n = room - *from;
	return *n > 0;
}

void canvas_target(struct canvas *c, int y, int x, int rows, int cols, enum target_kind kind,
		   int index)
{
	struct grid *g = c->grid;

	if (!cut(&y, &rows, c->rows) || !cut(&x, &cols, c->cols))
		return;
	if (g->ntargets == g->targets_cap) {
		g->targets_cap = g->targets_cap ? g->targets_cap * 2 : 32;
		g->targets = xrealloc(g->targets, g->targets_cap * sizeof *g->targets);
	}
	g->targets[g->ntargets++] = (struct target){c->y + y, c->x + x, rows, cols, kind, index};
}

void canvas_copy_targets(struct canvas *c, const struct grid *from, int from_row)
{
	canvas_target(c, 0, 0, from->rows - from_row, from->cols, TARGET_NONE, 0);
	for (size_t i = 0; i < from->ntargets; i++) {
		const struct target *t = &from->targets[i];
		canvas_target(c, t->y - from_row, t->x, t->rows, t->cols, t->kind, t->index);
	}
}

const struct target *grid_target_at(const struct grid *g, int y, int x)
{
	for (size_t i = g->ntargets; i-- > 0;) {
		const struct target *t = &g->targets[i];
		if (y >= t->y && y < t->y + t->rows && x >= t->x && x < t->x + t->cols)
			return t->kind == TARGET_NONE ? NULL : t;
	}
	return NULL;
}
