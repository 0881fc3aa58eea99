/* view_import_action.c - one action of a plan under review: every field that was read, beside its
 * clause. Steps may move it in the list or take it out; it is known by where its clause begins. */
#include "core/i18n.h"
#include "db/change.h"
#include "tui/import/import_menu.h"
#include "tui/import/import_rows.h"

enum { FACT_ROWS = 3 }; /* a target with its years seldom takes more */

struct import_action {
	struct import_screen screen;
	size_t action, from;	/* its place in the plan, and that of its clause in the text */
	struct plan_span place; /* where the cursor is to go */
};

/* False when it is no longer there; then its place is what was its neighbour's. */
static bool find_action(struct import_action *s)
{
	const struct plan *p = import_desk_plan(s->screen.desk);

	for (size_t i = 0; i < p->actions.n; i++)
		if (p->actions.at[i].clause.from == s->from) {
			s->action = i;
			return true;
		}
	return false;
}

static void choose_action(struct import_action *s, size_t action)
{
	s->action = action;
	s->from = import_desk_plan(s->screen.desk)->actions.at[action].clause.from;
}

static int import_action_open(struct view *v, const struct view_args *args, struct err *e)
{
	struct import_action *s = v->state;
	const struct import_args *more = args->more;

	(void)e;
	import_screen_init(&s->screen, 0);
	s->screen.foot_rows = FACT_ROWS;
	s->screen.desk = more->desk;
	choose_action(s, more->at);
	s->place = more->place;
	return 0;
}

/* Once, to the row that was read where the doubt is. */
static void go_to_place(struct import_action *s, const struct view *v)
{
	const struct import_rows *rows = &s->screen.rows;
	struct plan_span place = s->place;

	s->place = (struct plan_span){0, 0};
	for (size_t i = 0; i < rows->rows.n; i++) {
		struct plan_span read = rows->rows.at[i].place;

		if (read.from < place.to && place.from < read.to) {
			import_screen_go(&s->screen, v, i);
			return;
		}
	}
}

static int import_action_load(struct view *v, struct store *store, struct err *e)
{
	struct import_action *s = v->state;
	const struct plan *p = import_desk_plan(s->screen.desk);
	struct import_rows rows = {0};

	(void)store;
	(void)e;
	if (!find_action(s))
		choose_action(s, s->action < p->actions.n ? s->action : p->actions.n - 1);
	import_rows_action(&v->arena, p, s->action, &rows);
	import_screen_set(&s->screen, v, &rows);
	go_to_place(s, v);
	view_set_title(v, import_action_name(&v->arena, p, s->action));
	return 0;
}

static enum reply import_action_act(struct view *v, struct app *app, enum action a)
{
	struct import_action *s = v->state;
	size_t n = import_desk_plan(s->screen.desk)->actions.n;
	enum reply reply;

	/* Left and Right go through the document. */
	if (a == DO_LEFT || a == DO_RIGHT || a == DO_NEXT_PANE || a == DO_PREV_PANE) {
		bool on = a == DO_RIGHT || a == DO_NEXT_PANE;

		choose_action(s, on ? (s->action + 1) % n : (s->action + n - 1) % n);
		return REPLY_RELOAD;
	}
	reply = import_screen_act(&s->screen, v, app, a);
	if (reply != REPLY_PASS)
		return reply;
	return a == DO_OPEN ? import_menu_open(&s->screen, app) : REPLY_PASS;
}

/* Taken out: there is nothing left to show here. */
static enum reply import_action_resume(struct view *v, struct app *app, const struct view_result *r)
{
	struct import_action *s = v->state;
	enum reply reply = list_view_resume(v, app, r);

	if (reply != REPLY_PASS)
		return reply;
	reply = import_menu_resume(&s->screen, app, r);
	if (!find_action(s))
		app_finish(app, NULL);
	return reply;
}

const struct view_ops view_import_action = {
	.name = "import-action",
	.title = N_("Action"),
	.scope = SCOPE_IMPORT,
	.depends = CHANGE_DRAFT,
	.state_size = sizeof(struct import_action),
	.open = import_action_open,
	.load = import_action_load,
	.draw = import_screen_draw,
	.act = import_action_act,
	.key = import_view_key,
	.point = import_view_point,
	.resume = import_action_resume,
	.offers = import_view_offers,
	.close = list_view_close,
};
