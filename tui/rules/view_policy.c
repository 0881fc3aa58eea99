/*
 * view_policy.c - the rules that the office sets for everybody, as a list: what is in force, what
 * that means, and beside it where it differs from the default. Enter opens the form for another
 * value (view_policy_form.c); who may not set them reads them here.
 */
#include "tui/view/views.h"

#include "core/i18n.h"
#include "db/change.h"
#include "db/cycle/store_policy.h"
#include "tui/app/session.h"
#include "tui/part/list_screen.h"

#include <string.h>

enum { FOOT_ROWS = 4 };

struct policy_view {
	struct list_screen screen;
	struct policy policy;
	const char *meanings[POLICY_COUNT]; /* as policy_meaning() gives them */
};

enum { COL_LABEL, COL_VALUE, COL_MEANING, COL_NAME };

static const struct list_column columns[] = {
	[COL_LABEL] = {N_("rule"), LIST_TEXT, 22, 0, 1, 0},
	[COL_VALUE] = {N_("value"), LIST_TEXT, 12, 14, 0, 0},
	[COL_MEANING] = {N_("that is"), LIST_TEXT, 16, 0, 2, 1},
	[COL_NAME] = {N_("name"), LIST_TEXT, 0, 20, 0, 2},
};

static void policy_cell(const void *rows, size_t row, size_t column, struct list_cell *cell)
{
	const struct policy_view *p = rows;
	const struct policy_option *o = &policy_options[row];

	switch (column) {
	case COL_LABEL:
		cell->text = _(o->label);
		break;
	case COL_VALUE:
		cell->text = policy_text(&p->policy, (enum policy_id)row);
		if (strcmp(cell->text, o->fallback) != 0)
			cell->style = STYLE_STRONG;
		break;
	case COL_MEANING:
		cell->text = p->meanings[row];
		break;
	default:
		cell->text = o->name;
		cell->style = STYLE_DIM;
	}
}

static int64_t policy_row_id(const void *rows, size_t row)
{
	(void)rows;
	return (int64_t)row + 1;
}

static const struct list_spec policy_spec = {
	.columns = columns,
	.ncolumns = sizeof columns / sizeof columns[0],
	.cell = policy_cell,
	.id = policy_row_id,
};

/* What the rule says, and what it was before anybody set it. */
static void draw_rule(const struct view *v, size_t row, struct canvas *c)
{
	const struct policy_option *o = &policy_options[row];
	struct arena a = ARENA_INIT;
	int y = canvas_paragraph(c, 0, 0, c->cols, c->rows, STYLE_NORMAL, _(o->help));

	(void)v;
	if (y < c->rows)
		canvas_paragraph(
			c, y, 0, c->cols, c->rows - y, STYLE_DIM,
			arena_printf(&a, _("Default: %s. Name: %s."), o->fallback, o->name));
	arena_free(&a);
}

static void draw_foot(const struct view *v, size_t row, struct canvas *c)
{
	struct canvas below = canvas_sub(c, 1, 2, c->rows - 1, c->cols - 4);

	draw_rule(v, row, &below);
}

static const struct list_around around = {
	.pane = draw_rule,
	.foot_rows = FOOT_ROWS,
	.foot = draw_foot,
};

static int policy_open(struct view *v, const struct view_args *args, struct err *e)
{
	struct policy_view *p = v->state;

	(void)args;
	(void)e;
	list_screen_init(&p->screen, &policy_spec);
	p->screen.around = &around;
	return 0;
}

static int policy_load(struct view *v, struct store *s, struct err *e)
{
	struct policy_view *p = v->state;
	struct policy policy;

	if (store_policy_load(s, &v->arena, &policy, e) < 0)
		return -1;
	p->policy = policy;
	for (int i = 0; i < POLICY_COUNT; i++)
		p->meanings[i] = policy_meaning(&v->arena, &policy, (enum policy_id)i);
	list_screen_set(&p->screen, v, p, NULL, POLICY_COUNT);
	return 0;
}

static enum reply policy_act(struct view *v, struct app *app, enum action a)
{
	struct policy_view *p = v->state;
	enum reply reply = list_screen_act(&p->screen, v, app, a);
	int row = list_screen_current(&p->screen);

	if (reply != REPLY_PASS || (a != DO_OPEN && a != DO_EDIT) || row < 0)
		return reply;
	app_push(app, &view_policy_form, &(struct view_args){.text = policy_options[row].name});
	return REPLY_DONE;
}

static bool policy_offers(const struct view *v, enum action a)
{
	if (a == DO_OPEN || a == DO_EDIT)
		return session_may(v->context, ACT_POLICY, 0);
	return a != DO_ADD_ROW && list_view_offers(v, a);
}

const struct view_ops view_policy = {
	.name = "policy",
	.title = N_("Rules for everybody"),
	.scope = SCOPE_ROWS,
	.depends = CHANGE_POLICY | CHANGE_OTHERS,
	.state_size = sizeof(struct policy_view),
	.open = policy_open,
	.load = policy_load,
	.draw = list_view_draw,
	.act = policy_act,
	.key = list_view_key,
	.point = list_view_point,
	.offers = policy_offers,
	.resume = list_view_resume,
	.close = list_view_close,
};
