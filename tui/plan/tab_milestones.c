/*
 * tab_milestones.c - the stage plan of an action: its milestones by due date, those of its units
 * and the common ones, above them how far it should be by now and is, by their weights.
 */
#include "tui/plan/action_tab.h"

#include "core/rule/flow.h"
#include "core/i18n.h"
#include "core/rule/schedule.h"
#include "db/report/store_milestone.h"
#include "tui/milestone/milestone_faces.h"
#include "tui/milestone/milestone_menu.h"
#include "tui/app/session.h"

enum { FOOT_ROWS = 4 };

struct milestones {
	struct milestone_rows rows;
	struct date today;
	const char *schedule; /* a line above the list */
};

enum { COL_DUE, COL_TITLE, COL_UNIT, COL_STATE, COL_DONE, COL_EVIDENCE, COL_WEIGHT };

static const struct list_column milestone_columns[] = {
	[COL_DUE] = {N_("due"), LIST_TEXT, 0, 0, 0, 0},
	[COL_TITLE] = {N_("milestone"), LIST_TEXT, 20, 0, 1, 0},
	[COL_UNIT] = {N_("unit"), LIST_TEXT, 0, 22, 0, 1},
	[COL_STATE] = {N_("state"), LIST_TEXT, 0, 0, 0, 0},
	[COL_DONE] = {N_("done on"), LIST_TEXT, 0, 0, 0, 2},
	[COL_EVIDENCE] = {N_("evidence"), LIST_NUMBER, 0, 0, 0, 3},
	[COL_WEIGHT] = {N_("weight"), LIST_NUMBER, 0, 0, 0, 4},
};

static void evidence_cell(const struct milestone_row *m, struct list_cell *cell)
{
	if (m->nevidence)
		list_cell_number(cell, m->nevidence);
	else
		cell->text = m->needs_evidence ? _("needed") : "";
}

static void milestone_cell(const void *rows, size_t row, size_t column, struct list_cell *cell)
{
	const struct milestones *all = rows;
	const struct milestone_row *m = &all->rows.at[row];
	bool late = milestone_is_late(m, all->today);

	cell->style = m->state == MILESTONE_OPEN ? STYLE_NORMAL : STYLE_DIM;
	switch (column) {
	case COL_DUE:
		cell->text = date_format(m->due, cell->buf);
		cell->style = late ? STYLE_LAMP_RED : cell->style;
		break;
	case COL_TITLE:
		cell->text = m->title;
		break;
	case COL_UNIT:
		cell->text = milestone_unit(m);
		break;
	case COL_STATE:
		cell->text = milestone_stand_label(m, all->today);
		cell->style = late ? STYLE_LAMP_RED : cell->style;
		break;
	case COL_DONE:
		cell->text = date_format(m->done_on, cell->buf);
		break;
	case COL_WEIGHT:
		list_cell_number(cell, m->weight);
		break;
	default:
		evidence_cell(m, cell);
	}
}

static int64_t milestone_id(const void *rows, size_t row)
{
	return ((const struct milestones *)rows)->rows.at[row].id;
}

static const struct list_spec milestone_spec = {
	.columns = milestone_columns,
	.ncolumns = sizeof milestone_columns / sizeof milestone_columns[0],
	.cell = milestone_cell,
	.id = milestone_id,
	.empty = N_("No milestone yet. Enter adds the first one."),
};

static const char *schedule_text(struct view *v, const struct milestone_rows *rows)
{
	const struct action_screen *s = v->state;
	struct date today = v->context->now.today;
	struct schedule sum = {0};

	for (size_t i = 0; i < rows->n; i++) {
		const struct milestone_row *m = &rows->at[i];

		schedule_count(&sum, m->weight, m->state, m->due, today);
	}
	return schedule_label(
		&v->arena, &sum,
		s->period.id ? schedule_elapsed_action(s->period.year, s->action.due, today) : -1);
}

static void milestones_head(const struct view *v, struct canvas *c)
{
	const struct milestones *all = ((const struct action_screen *)v->state)->rows;

	canvas_field(c, 0, 1, c->cols - 1, ALIGN_LEFT, STYLE_DIM, all ? all->schedule : "");
}

static int milestones_load(struct view *v, struct store *store, struct err *e)
{
	struct action_screen *s = v->state;
	struct actor who = session_actor(v->context);
	struct milestones *all = arena_alloc(&v->arena, sizeof *all);
	struct milestone_filter f = {.action_id = s->action_id};

	all->today = v->context->now.today;
	if (store_milestone_list(store, &v->arena, &who, &f, &all->rows, e) < 0)
		return -1;
	all->schedule = schedule_text(v, &all->rows);
	s->rows = all;
	action_set_rows(v, NULL, all->rows.n);
	if (s->added)
		list_screen_go_newest(&s->lists[ACTION_TAB_MILESTONES], v);
	s->added = false;
	return 0;
}

static const struct milestone_row *milestone_current(const struct action_screen *s)
{
	const struct milestones *all = s->rows;
	int i = action_row(s, ACTION_TAB_MILESTONES);

	return i < 0 ? NULL : &all->rows.at[i];
}

/* The first that is to be done still. */
static size_t milestones_first(const struct view *v)
{
	const struct milestones *all = ((const struct action_screen *)v->state)->rows;
	size_t i = 0;

	while (i < all->rows.n && all->rows.at[i].state != MILESTONE_OPEN)
		i++;
	return i;
}

static void milestones_pane(const struct view *v, size_t row, struct canvas *c)
{
	const struct milestones *all = ((const struct action_screen *)v->state)->rows;
	const struct milestone_row *m = &all->rows.at[row];
	int y = canvas_paragraph(c, 0, 0, c->cols, c->rows, STYLE_NORMAL, m->title);

	y += milestone_stage_draw(m, c, y);
	canvas_paragraph(c, y, 0, c->cols, c->rows - y, STYLE_DIM, m->note);
}

static void milestones_foot(const struct view *v, size_t row, struct canvas *c)
{
	struct canvas foot = action_foot(c);

	milestones_pane(v, row, &foot);
}

static const struct list_around milestones_around = {
	.head_rows = 1,
	.head = milestones_head,
	.pane = milestones_pane,
	.foot_rows = FOOT_ROWS,
	.foot = milestones_foot,
	.first = milestones_first,
	.name = "action-milestones",
};

static enum reply add_milestone(struct view *v, struct app *app)
{
	const struct action_screen *s = v->state;

	app_push(app, &view_milestone_form,
		 &(struct view_args){.tag = MILESTONE_TAG_ADDED, .id = s->action_id});
	return REPLY_DONE;
}

static enum reply milestones_act(struct view *v, struct app *app, enum action a)
{
	struct action_screen *s = v->state;
	const struct milestone_row *m = milestone_current(s);

	if (a == DO_ADD || (a == DO_OPEN && !m))
		return add_milestone(v, app);
	if (a == DO_OPEN)
		return milestone_menu(app, m);
	return REPLY_PASS;
}

static enum reply milestones_resume(struct view *v, struct app *app, const struct view_result *r)
{
	struct action_screen *s = v->state;

	if (!r->ok || r->tag != MILESTONE_TAG_ADDED)
		return milestone_menu_resume(app, r, milestone_current(s));
	s->added = true;
	return REPLY_RELOAD;
}

const struct action_tab_ops tab_milestones = {
	.list = &milestone_spec,
	.around = &milestones_around,
	.load = milestones_load,
	.act = milestones_act,
	.resume = milestones_resume,
};
