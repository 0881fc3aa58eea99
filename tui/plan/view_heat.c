/*
 * view_heat.c - how the plan stands by unit and section: in each cell the worst lamp among the
 * unit's tasks of the section and how many have it, and how many reports are owed. Units that stand
 * worst come first; heads and totals stay while the rest scrolls. The cell under the cursor is said
 * in words below. Enter goes down to its tasks, on a total to the unit or the section.
 */
#include "tui/view/views.h"

#include "core/plan/heat.h"
#include "core/i18n.h"
#include "db/change.h"
#include "db/plan/store_heat.h"
#include "db/plan/store_plan.h"
#include "db/plan/store_task.h"
#include "tui/app/session.h"
#include "tui/part/dialog.h"
#include "tui/plan/heat_table.h"

#include <stdlib.h>
#include <string.h>

enum { TAG_TASK = 1 };

struct heat_view {
	bool from_overview; /* it is on the stack below */
	struct task_rows tasks;
	struct section_rows sections;
	struct heat heat;
	struct heat_table table;
};

static int heat_open(struct view *v, const struct view_args *args, struct err *e)
{
	(void)e;
	((struct heat_view *)v->state)->from_overview = args->tab == 1;
	return 0;
}

static int heat_load(struct view *v, struct store *s, struct err *e)
{
	const struct app_context *c = v->context;
	struct heat_view *h = v->state, next = *h;
	struct actor who = session_actor(c);
	struct arena *a = &v->arena;
	int64_t plan_id = c->session->plan_id;

	next.tasks = (struct task_rows){0};
	next.sections = (struct section_rows){0};
	if (plan_id && (store_section_list(s, a, &who, plan_id, &next.sections, e) < 0 ||
			store_heat_tasks(s, a, &who, plan_id, &c->session->rules, c->now.today,
					 &next.tasks, e) < 0))
		return -1;
	heat_make(a, &next.heat, &next.tasks);
	*h = next;
	heat_table_set(&h->table, &h->heat, &h->tasks);
	return 0;
}

static void heat_draw(const struct view *v, struct canvas *c)
{
	const struct heat_view *h = v->state;

	if (!h->heat.rows.n) {
		canvas_paragraph(c, 1, 2, c->cols - 4, c->rows - 1, STYLE_DIM,
				 _("No unit answers for anything in this plan yet."));
		return;
	}
	heat_table_draw(&h->table, c);
}

static int64_t section_id(const struct heat_view *h)
{
	const struct heat_column *col =
		h->table.column < h->heat.columns.n ? &h->heat.columns.at[h->table.column] : NULL;

	for (size_t i = 0; col && i < h->sections.n; i++) {
		const struct section_row *s = &h->sections.at[i];

		if (strcmp(s->no, col->no) == 0 && strcmp(s->title, col->title) == 0)
			return s->id;
	}
	return 0;
}

static int64_t current_unit(const struct heat_view *h)
{
	size_t row = h->table.list.cursor;

	return row < h->heat.rows.n ? h->heat.rows.at[row].unit_id : 0;
}

static enum reply open_action(struct app *app, const struct heat_view *h, int64_t action_id)
{
	app_push(app, &view_action, &(struct view_args){.id = action_id, .id2 = current_unit(h)});
	return REPLY_DONE;
}

/* The tasks of the cell: the only one, or which. */
static enum reply open_tasks(struct heat_view *h, struct app *app)
{
	struct arena a = ARENA_INIT;
	struct dialog_item *items = arena_alloc(&a, (h->tasks.n + 1) * sizeof *items);
	char *name = heat_table_name(&h->table);
	size_t n = 0;

	for (size_t i = 0; i < h->tasks.n; i++) {
		const struct task_row *t = &h->tasks.at[i];

		if (heat_table_has(&h->table, t))
			items[n++] = (struct dialog_item){.text = arena_printf(&a, "%s %s %s",
									       lamp_label(t->lamp),
									       t->path, t->title),
							  .id = t->action_id};
	}
	if (n == 1)
		open_action(app, h, items[0].id);
	else if (n)
		dialog_choose(app, TAG_TASK, name, items, n);
	else
		app_info(app, "%s", _("The unit has no task in this section."));
	free(name);
	arena_free(&a);
	return REPLY_DONE;
}

/* On a total: all tasks of the unit, all actions of the section. */
static enum reply open_cell(struct heat_view *h, struct app *app)
{
	if (h->table.list.cursor >= h->heat.rows.n)
		app_push(app, &view_plan, &(struct view_args){.id = section_id(h)});
	else if (h->table.column >= h->heat.columns.n && current_unit(h))
		app_push(app, &view_home, &(struct view_args){.id = current_unit(h)});
	else
		return open_tasks(h, app);
	return REPLY_DONE;
}

static enum reply go_column(struct heat_table *t, const struct heat_layout *l, int by)
{
	if (by < 0 && t->column)
		t->column--;
	if (by > 0 && t->column < t->heat->columns.n)
		t->column++;
	t->left = heat_table_left(t, l);
	return REPLY_DONE;
}

/* The sections without their units: the screen below, or one in this place. */
static enum reply to_overview(const struct heat_view *h, struct app *app)
{
	if (h->from_overview)
		return REPLY_CLOSE;
	app_replace(app, &view_overview, NULL);
	return REPLY_DONE;
}

static enum reply heat_act(struct view *v, struct app *app, enum action a)
{
	struct heat_view *h = v->state;

	if (a == DO_FACE_NEXT || a == DO_FACE_PREV)
		return to_overview(h, app);
	if (!h->heat.rows.n)
		return REPLY_PASS;
	struct heat_table *t = &h->table;
	struct heat_layout l = heat_table_layout(t, v->cols, v->rows);

	if (a == DO_LEFT || a == DO_RIGHT)
		return go_column(t, &l, a == DO_LEFT ? -1 : 1);
	if (a == DO_OPEN)
		return open_cell(h, app);
	if (a == DO_PRINT) {
		app_push(app, &view_print_heat, NULL);
		return REPLY_DONE;
	}
	return list_act(&t->list, a, heat_table_page(&l)) == LIST_PASS ? REPLY_PASS : REPLY_DONE;
}

static enum reply heat_point(struct view *v, struct app *app, const struct point *p)
{
	struct heat_view *h = v->state;

	if (!point_on(p, TARGET_ROW) || !h->heat.rows.n)
		return REPLY_PASS;
	struct heat_layout l = heat_table_layout(&h->table, v->cols, v->rows);

	return heat_table_point(&h->table, &l, p->index) ? open_cell(h, app) : REPLY_DONE;
}

static enum reply heat_resume(struct view *v, struct app *app, const struct view_result *r)
{
	if (!r->ok || r->tag != TAG_TASK)
		return REPLY_PASS;
	return open_action(app, v->state, r->id);
}

static bool heat_offers(const struct view *v, enum action a)
{
	const struct heat_view *h = v->state;

	if (a == DO_PRINT || a == DO_OPEN)
		return h->heat.rows.n > 0;
	return a != DO_FILTER && a != DO_ADD && a != DO_LIST_MENU;
}

const struct view_ops view_heat = {
	.name = "heat",
	.title = N_("How units and sections stand"),
	.scope = SCOPE_FACES,
	.depends = CHANGE_ANY & ~(unsigned)(CHANGE_PERSON | CHANGE_DRAFT | CHANGE_EVIDENCE),
	.state_size = sizeof(struct heat_view),
	.open = heat_open,
	.load = heat_load,
	.draw = heat_draw,
	.act = heat_act,
	.point = heat_point,
	.resume = heat_resume,
	.offers = heat_offers,
};
