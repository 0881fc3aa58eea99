/* indicator_detail.c - the indicator under the cursor beside its list: names of indicators are
 * long, and the list has room for the targets of a few years only. */
#include "tui/plan/indicator_detail.h"

#include "core/i18n.h"
#include "core/rule/indicator.h"

#include <stdlib.h>

static int draw_target(const struct indicator_row *ind, const struct target_row *t,
		       struct canvas *c, int y)
{
	struct arena a = ARENA_INIT;
	int x = 2;

	if (t->year)
		x += canvas_printf(c, y, x, STYLE_DIM, "%d  ", t->year);
	canvas_field(c, y, x, c->cols - x, ALIGN_LEFT, STYLE_STRONG, indicator_target(&a, ind, t));
	arena_free(&a);
	return y + 1;
}

void indicator_detail_pane(const struct indicator_row *ind, const struct action_row *action,
			   struct canvas *c)
{
	int y = canvas_paragraph(c, 0, 0, c->cols, 6, STYLE_STRONG, ind->name) + 1;
	const char *kind = ind->in_words ? _("a target in words") : _("Targets");

	canvas_field(c, y++, 0, c->cols, ALIGN_LEFT, STYLE_DIM, kind);
	for (size_t i = 0; !ind->in_words && i < ind->targets.n && y < c->rows; i++)
		y = draw_target(ind, &ind->targets.at[i], c, y);
	y++;
	canvas_field(c, y++, 0, c->cols, ALIGN_LEFT, STYLE_DIM, _("Action"));
	char *text = xasprintf("%s %s", action->path, action->title);

	y += canvas_paragraph(c, y, 0, c->cols, 3, STYLE_NORMAL, text);
	free(text);
	canvas_field(c, y, 0, c->cols, ALIGN_LEFT, STYLE_DIM, action->section_title);
}
