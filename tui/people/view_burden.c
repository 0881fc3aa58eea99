/*
 * view_burden.c - what is asked of each unit in the current period, over all plans: reports, the
 * fields in them, milestones, notices; most first. Enter opens what the unit owes.
 */
#include "tui/view/views.h"

#include "core/text/find.h"
#include "core/i18n.h"
#include "db/change.h"
#include "db/cycle/store_burden.h"
#include "tui/app/session.h"
#include "tui/part/list_screen.h"

#include <stdio.h>

struct burden_view {
	struct list_screen screen;
	int64_t unit_id; /* 0: of all */
	struct burden_rows rows;
	const char *head;
};

enum { COL_UNIT, COL_REPORTS, COL_FIELDS, COL_MILESTONES, COL_NOTICES };

static const struct list_column columns[] = {
	[COL_UNIT] = {N_("unit"), LIST_TEXT, 12, 0, 1, 0},
	[COL_REPORTS] = {N_("reports"), LIST_NUMBER, 0, 0, 0, 0},
	[COL_FIELDS] = {N_("fields"), LIST_NUMBER, 0, 0, 0, 1},
	[COL_MILESTONES] = {N_("milestones"), LIST_NUMBER, 0, 0, 0, 2},
	[COL_NOTICES] = {N_("notices"), LIST_NUMBER, 0, 0, 0, 3},
};

static void burden_cell(const void *rows, size_t row, size_t column, struct list_cell *cell)
{
	const struct burden_row *b = &((const struct burden_view *)rows)->rows.at[row];
	const int counts[] = {[COL_REPORTS] = b->reports,
			      [COL_FIELDS] = b->fields,
			      [COL_MILESTONES] = b->milestones,
			      [COL_NOTICES] = b->notices};

	cell->text = b->unit;
	if (column == COL_UNIT)
		return;
	snprintf(cell->buf, sizeof cell->buf, "%d", counts[column]);
	cell->text = cell->buf;
}

static int64_t burden_id(const void *rows, size_t row)
{
	return ((const struct burden_view *)rows)->rows.at[row].unit_id;
}

static const struct list_spec burden_spec = {
	.columns = columns,
	.ncolumns = sizeof columns / sizeof columns[0],
	.cell = burden_cell,
	.id = burden_id,
	.empty = N_("Nothing is asked of anybody in this period."),
};

static void burden_head(const struct view *v, struct canvas *c)
{
	const struct burden_view *b = v->state;

	canvas_field(c, 0, 1, c->cols - 1, ALIGN_LEFT, STYLE_DIM, b->head ? b->head : "");
}

static const struct list_around burden_around = {.head_rows = 1, .head = burden_head};

static int burden_open(struct view *v, const struct view_args *args, struct err *e)
{
	struct burden_view *b = v->state;

	(void)e;
	b->unit_id = session_unit(v->context, args->id2);
	list_screen_init(&b->screen, &burden_spec);
	b->screen.around = &burden_around;
	return 0;
}

static const char *head_of(struct arena *a, const struct period_row *p)
{
	char from[DATE_TEXT], to[DATE_TEXT];

	return arena_printf(a, _("%1$s, all plans: what is due from %2$s to %3$s"), p->code,
			    date_format(p->opens, from), date_format(p->due, to));
}

static int burden_load(struct view *v, struct store *s, struct err *e)
{
	struct burden_view *b = v->state;
	struct arena *a = &v->arena;
	struct actor who = session_actor(v->context);
	struct burden_rows rows = {0};
	struct scene scene;

	if (session_scene(v->context, a, &scene, e) < 0)
		return -1;
	if (scene.period.id && store_burden_list(s, a, &who, scene.period.opens, scene.period.due,
						 b->unit_id, &rows, e) < 0)
		return -1;
	const char **find = arena_alloc(a, (rows.n + 1) * sizeof *find);
	for (size_t i = 0; i < rows.n; i++)
		find[i] = find_text(a, rows.at[i].unit, rows.at[i].pinyin);
	b->rows = rows;
	b->head = scene.period.id ? head_of(a, &scene.period) : "";
	list_screen_set(&b->screen, v, b, find, rows.n);
	return 0;
}

static enum reply burden_act(struct view *v, struct app *app, enum action act)
{
	struct burden_view *b = v->state;
	enum reply reply = list_screen_act(&b->screen, v, app, act);
	int i = list_screen_current(&b->screen);

	if (reply != REPLY_PASS || act != DO_OPEN || i < 0)
		return reply;
	app_push(app, &view_home, &(struct view_args){.id = b->rows.at[i].unit_id});
	return REPLY_DONE;
}

const struct view_ops view_burden = {
	.name = "burden",
	.title = N_("What is asked of units"),
	.scope = SCOPE_LIST,
	.depends = CHANGE_PLAN | CHANGE_UNIT | CHANGE_ASSIGNMENT | CHANGE_PERIOD |
		   CHANGE_MILESTONE | CHANGE_NOTICE | CHANGE_OTHERS,
	.state_size = sizeof(struct burden_view),
	.open = burden_open,
	.load = burden_load,
	.draw = list_view_draw,
	.act = burden_act,
	.key = list_view_key,
	.point = list_view_point,
	.resume = list_view_resume,
	.offers = list_view_offers,
	.close = list_view_close,
};
