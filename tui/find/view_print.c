/*
 * view_print.c - the task list of a unit before it is printed, for one plan or all of them. Who has
 * no unit of their own chooses one from a list first, and comes back to it.
 */
#include "tui/view/views.h"

#include "core/i18n.h"
#include "db/change.h"
#include "db/plan/store_task.h"
#include "db/plan/store_tasklist.h"
#include "db/people/store_unit.h"
#include "tui/part/list_screen.h"
#include "tui/app/session.h"
#include "tui/home/office_rows.h"
#include "tui/find/paper.h"

enum { ENTRY_PLANS = PAPER_OWN, ENTRY_UNIT };

struct print_view {
	struct list_screen units; /* to choose from while there is no unit */
	struct standing_rows standings;
	int64_t unit_id; /* 0: still to be chosen */
	bool chooses;	 /* left with Esc, the preview goes back to the list */
	bool all_plans;
	struct paper paper;
};

static int print_open(struct view *v, const struct view_args *args, struct err *e)
{
	struct print_view *p = v->state;

	(void)e;
	list_screen_init(&p->units, &office_unit_spec);
	p->unit_id = session_unit(v->context, args->id);
	p->chooses = !p->unit_id;
	paper_init(&p->paper, v->context->session);
	v->scope = p->unit_id ? SCOPE_PRINT : SCOPE_LIST;
	return 0;
}

static void print_close(struct view *v)
{
	struct print_view *p = v->state;

	paper_free(&p->paper);
	list_screen_free(&p->units);
}

/* *nitems 0: there is nothing to print. */
static int read_list(const struct print_view *p, struct view *v, struct store *s,
		     struct unit_row *unit, struct document *d, int *nitems, struct err *e)
{
	struct actor who = session_actor(v->context);
	const struct session *session = v->context->session;

	if (store_unit_get(s, &v->arena, p->unit_id, unit, e) < 0)
		return -1;
	return store_tasklist(s, &v->arena, &who, p->unit_id, p->all_plans ? 0 : session->plan_id,
			      &session->rules, d, nitems, e);
}

/* Those that have anything to do in the plan one works in. */
static int load_units(struct print_view *p, struct view *v, struct store *s, struct err *e)
{
	struct actor who = session_actor(v->context);
	const struct session *session = v->context->session;
	struct standing_rows rows = {0};

	if (session->plan_id &&
	    store_standing_list(s, &v->arena, &who, session->plan_id, &session->rules,
				v->context->now.today, &rows, e) < 0)
		return -1;
	p->standings = rows;
	list_screen_set(&p->units, v, &p->standings, office_find_units(&v->arena, &p->standings),
			rows.n);
	return 0;
}

/* The list that the preview goes back to is loaded with it: what it remembers of its rows lies in
 * the arena. */
static int print_load(struct view *v, struct store *s, struct err *e)
{
	struct print_view *p = v->state;
	struct unit_row unit = {.name = ""};
	struct document d = {0};
	int nitems = 0;

	if (p->unit_id && read_list(p, v, s, &unit, &d, &nitems, e) < 0)
		return -1;
	if ((!p->unit_id || p->chooses) && load_units(p, v, s, e) < 0)
		return -1;
	view_set_title(v, p->unit_id ? arena_printf(&v->arena, _("Task list of %s"), unit.name)
				     : _("Whose task list?"));
	paper_set(&p->paper, v, nitems ? &d : NULL, unit.name);
	return 0;
}

static void print_draw(const struct view *v, struct canvas *c)
{
	const struct print_view *p = v->state;

	if (p->unit_id)
		paper_draw(&p->paper, c,
			   _("This unit answers for no action here: there is nothing to print. "
			     "Enter opens the menu."));
	else
		list_view_draw(v, c);
}

static enum reply open_menu(struct view *v, struct app *app)
{
	const struct print_view *p = v->state;
	const struct menu_entry own[] = {
		{p->all_plans ? _("only the actions of this plan")
			      : _("the actions of all open plans"),
		 NULL, ENTRY_PLANS, false},
		{_("another unit"), NULL, ENTRY_UNIT, false},
	};

	return paper_menu(&p->paper, v, app, own, session_unit(v->context, 0) ? 1 : 2);
}

static enum reply show_unit(struct view *v, int64_t unit_id)
{
	struct print_view *p = v->state;

	p->unit_id = unit_id;
	paper_rewind(&p->paper);
	v->scope = unit_id ? SCOPE_PRINT : SCOPE_LIST;
	if (!unit_id)
		p->chooses = true;
	return REPLY_RELOAD;
}

static enum reply do_entry(struct view *v, int64_t entry)
{
	struct print_view *p = v->state;

	if (entry == ENTRY_UNIT)
		return show_unit(v, 0);
	p->all_plans = !p->all_plans;
	paper_rewind(&p->paper);
	return REPLY_RELOAD;
}

static enum reply print_resume(struct view *v, struct app *app, const struct view_result *r)
{
	struct print_view *p = v->state;
	enum reply own = list_screen_resume(&p->units, v, app, r);

	if (own == REPLY_PASS)
		own = paper_resume(&p->paper, v, app, r);
	if (own != REPLY_PASS || !r->ok || r->tag != PAPER_TAG_MENU)
		return own;
	return do_entry(v, r->id);
}

static enum reply units_act(struct view *v, struct app *app, enum action a)
{
	struct print_view *p = v->state;
	enum reply reply = list_screen_act(&p->units, v, app, a);
	int i = list_screen_current(&p->units);

	if (reply != REPLY_PASS || (a != DO_OPEN && a != DO_PRINT) || i < 0)
		return reply;
	return show_unit(v, p->standings.at[i].unit_id);
}

static enum reply print_act(struct view *v, struct app *app, enum action a)
{
	struct print_view *p = v->state;

	if (!p->unit_id)
		return units_act(v, app, a);
	switch (a) {
	case DO_BACK:
		return p->chooses ? show_unit(v, 0) : REPLY_PASS;
	case DO_PRINT_MENU:
		return open_menu(v, app);
	default:
		return paper_act(&p->paper, v, a);
	}
}

static enum reply print_key(struct view *v, struct app *app, const struct key *k)
{
	struct print_view *p = v->state;

	(void)app;
	return p->unit_id ? REPLY_PASS : list_screen_key(&p->units, v, k);
}

static enum reply print_point(struct view *v, struct app *app, const struct point *at)
{
	struct print_view *p = v->state;

	return p->unit_id ? REPLY_PASS : list_screen_point(&p->units, v, app, at);
}

static bool print_offers(const struct view *v, enum action a)
{
	const struct print_view *p = v->state;

	return p->unit_id || a == DO_PRINT || list_screen_offers(&p->units, a);
}

static bool print_tells(const struct view *v, enum action a)
{
	const struct print_view *p = v->state;

	return p->unit_id && paper_tells(&p->paper, v, a);
}

const struct view_ops view_print = {
	.name = "print",
	.title = N_("Print a task list"),
	.scope = SCOPE_PRINT,
	.depends = CHANGE_ANY & ~(unsigned)(CHANGE_PERSON | CHANGE_DRAFT),
	.state_size = sizeof(struct print_view),
	.open = print_open,
	.load = print_load,
	.draw = print_draw,
	.act = print_act,
	.key = print_key,
	.point = print_point,
	.resume = print_resume,
	.offers = print_offers,
	.tells = print_tells,
	.close = print_close,
};
