/*
 * view_vacant.c - tasks that nobody is there for: nobody who is let in has a post in their unit.
 * The office's first screen says how many there are; Enter opens the action, people and posts are
 * the administrator's.
 */
#include "tui/view/views.h"

#include "core/text/find.h"
#include "core/i18n.h"
#include "db/change.h"
#include "db/people/store_handover.h"
#include "tui/app/session.h"
#include "tui/part/list_screen.h"
#include "tui/home/home_lines.h"
#include "tui/plan/task_detail.h"

struct vacant_view {
	struct list_screen screen;
	struct task_rows rows;
};

enum { COL_LAMP, COL_UNIT, COL_NO, COL_TITLE, COL_ROLE };

static const struct list_column columns[] = {
	[COL_LAMP] = {N_("lamp"), LIST_TEXT, 0, 10, 0, 0},
	[COL_UNIT] = {N_("unit"), LIST_TEXT, 12, 28, 2, 0},
	[COL_NO] = {N_("no."), LIST_ID, 0, 8, 0, 1},
	[COL_TITLE] = {N_("action"), LIST_TEXT, 14, 0, 3, 0},
	[COL_ROLE] = {N_("role"), LIST_TEXT, 0, 8, 0, 2},
};

static void vacant_cell(const void *rows, size_t row, size_t column, struct list_cell *cell)
{
	const struct task_row *t = &((const struct vacant_view *)rows)->rows.at[row];

	switch (column) {
	case COL_LAMP:
		cell->text = lamp_label(t->lamp);
		cell->style = lamp_style(t->lamp);
		cell->rank = LAMP_COUNT - (int64_t)t->lamp;
		break;
	case COL_UNIT:
		cell->text = t->unit;
		break;
	case COL_NO:
		cell->text = t->path;
		break;
	case COL_TITLE:
		cell->text = t->title;
		break;
	default:
		cell->text = role_label(t->role);
	}
}

/* A collective unit's assignment comes once for each member: the place in the list tells them
 * apart. */
static int64_t vacant_id(const void *rows, size_t row)
{
	const struct task_row *t = &((const struct vacant_view *)rows)->rows.at[row];

	return t->action_id * 100000 + t->unit_id;
}

static const struct list_spec vacant_spec = {
	.columns = columns,
	.ncolumns = sizeof columns / sizeof columns[0],
	.cell = vacant_cell,
	.id = vacant_id,
	.empty = N_("Somebody is there for every task of this plan."),
};

static void vacant_foot(const struct view *v, size_t row, struct canvas *c)
{
	const struct task_row *t = &((const struct vacant_view *)v->state)->rows.at[row];
	struct canvas below = canvas_sub(c, 1, 2, c->rows - 1, c->cols - 3);
	struct arena a = ARENA_INIT;

	canvas_hline(c, 0, 0, c->cols, STYLE_DIM);
	canvas_paragraph(&below, 0, 0, below.cols, below.rows, STYLE_NORMAL,
			 arena_printf(&a,
				      _("Nobody who can log in has a post in %s. The administrator "
					"gives one under \"People and posts\"."),
				      t->unit));
	arena_free(&a);
}

static const struct list_around vacant_around = {.foot_rows = 3, .foot = vacant_foot};

static int vacant_open(struct view *v, const struct view_args *args, struct err *e)
{
	struct vacant_view *s = v->state;

	(void)args;
	(void)e;
	list_screen_init(&s->screen, &vacant_spec);
	s->screen.around = &vacant_around;
	return 0;
}

static int vacant_load(struct view *v, struct store *st, struct err *e)
{
	struct vacant_view *s = v->state;
	struct arena *a = &v->arena;
	struct actor who = session_actor(v->context);
	struct task_rows rows = {0};
	struct scene scene;

	if (session_scene(v->context, a, &scene, e) < 0 ||
	    store_orphan_list(st, a, &who, scene.plan.id, &v->context->session->rules,
			      v->context->now.today, &rows, e) < 0)
		return -1;
	const char **find = arena_alloc(a, (rows.n + 1) * sizeof *find);
	for (size_t i = 0; i < rows.n; i++)
		find[i] = arena_printf(a, "%s %s",
				       find_text(a, rows.at[i].unit, rows.at[i].unit_pinyin),
				       find_text(a, rows.at[i].title, rows.at[i].pinyin));
	s->rows = rows;
	list_screen_set(&s->screen, v, s, find, rows.n);
	return 0;
}

static enum reply vacant_act(struct view *v, struct app *app, enum action act)
{
	struct vacant_view *s = v->state;
	enum reply reply = list_screen_act(&s->screen, v, app, act);
	int i = list_screen_current(&s->screen);

	if (reply != REPLY_PASS || act != DO_OPEN || i < 0)
		return reply;
	app_push(app, &view_action,
		 &(struct view_args){.id = s->rows.at[i].action_id, .id2 = s->rows.at[i].unit_id});
	return REPLY_DONE;
}

int home_vacant(const struct app_context *c, struct arena *a, const struct scene *sc,
		struct home_lines *lines, struct err *e)
{
	struct actor who = session_actor(c);
	int ntasks, nunits;

	if (!sc->plan.id || !session_may(c, ACT_ASSIGN, 0))
		return 0;
	if (store_orphan_count(c->store, &who, sc->plan.id, &ntasks, &nunits, e) < 0)
		return -1;
	if (ntasks)
		home_lines_add(a, lines, STYLE_NORMAL,
			       arena_printf(a,
					    Q_("%1$d unit has nobody who can log in (tasks: %2$d)",
					       "%1$d units have nobody who can log in (tasks: "
					       "%2$d)",
					       nunits),
					    nunits, ntasks),
			       &view_vacant, (struct view_args){0});
	return 0;
}

const struct view_ops view_vacant = {
	.name = "vacant",
	.title = N_("Tasks that nobody is there for"),
	.scope = SCOPE_LIST,
	.depends = CHANGE_PLAN | CHANGE_UNIT | CHANGE_ASSIGNMENT | CHANGE_PERSON | CHANGE_REPORT |
		   CHANGE_OTHERS,
	.state_size = sizeof(struct vacant_view),
	.open = vacant_open,
	.load = vacant_load,
	.draw = list_view_draw,
	.act = vacant_act,
	.key = list_view_key,
	.point = list_view_point,
	.resume = list_view_resume,
	.offers = list_view_offers,
	.close = list_view_close,
};
