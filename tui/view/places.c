/*
 * The places and who sees them. A place of another post is left out rather than shown dim: nobody
 * is to be reminded daily of what is not theirs.
 */
#include "tui/view/places.h"

#include "core/i18n.h"
#include "tui/view/views.h"

static bool reads_plans(const struct place_scene *s)
{
	return s->c->session->post.role != POST_ADMIN;
}

static bool decides(const struct place_scene *s)
{
	return reads_plans(s) && session_decides(s->c);
}

static bool has_other_plan(const struct place_scene *s)
{
	return reads_plans(s) && (s->scene.nopen > 1 || (s->scene.plan.id && !s->scene.nopen));
}

static bool has_other_post(const struct place_scene *s)
{
	return s->c->session->person->posts.n > 1;
}

static bool may_import(const struct place_scene *s)
{
	return session_may(s->c, ACT_IMPORT, 0);
}

static bool may_urge(const struct place_scene *s)
{
	return session_may(s->c, ACT_URGE, 0);
}

static bool may_administer(const struct place_scene *s)
{
	return session_may(s->c, ACT_UNIT, 0) || session_may(s->c, ACT_PERSON, 0) ||
	       session_may(s->c, ACT_PERIOD, 0);
}

/* Who follows all units looks up what there is of them and of periods, without changing it. */
static bool follows_all(const struct place_scene *s)
{
	return act_reach(ACT_READ, s->c->session->post.role) == REACH_ALL;
}

static bool reads_units(const struct place_scene *s)
{
	return follows_all(s) || may_administer(s);
}

static bool of_a_unit(const struct place_scene *s)
{
	return session_unit(s->c, 0) != 0;
}

static bool for_all(const struct place_scene *s)
{
	(void)s;
	return true;
}

static struct view_args of_own_unit(const struct app_context *c)
{
	return (struct view_args){.id2 = c->session->post.unit_id};
}

static struct view_args the_own_unit(const struct app_context *c)
{
	return (struct view_args){.id = c->session->post.unit_id};
}

static struct view_args finding(const struct app_context *c)
{
	(void)c;
	return (struct view_args){.tab = 1};
}

static const char *waiting_note(const struct place_scene *s, struct arena *a, bool *off)
{
	*off = s->nwaiting == 0;
	return *off ? _("nothing waits") : arena_printf(a, "%zu", s->nwaiting);
}

/* Of the entry that leads to it. */
static const char *work_note(const struct place_scene *s, struct arena *a, bool *off)
{
	(void)off;
	if (!s->nwaiting)
		return NULL;
	return arena_printf(a, Q_("%zu waits for you", "%zu wait for you", s->nwaiting),
			    s->nwaiting);
}

static const char *plan_note(const struct place_scene *s, struct arena *a, bool *off)
{
	(void)a;
	(void)off;
	return s->scene.plan.code;
}

/* What a place leads to, by its kind; who sees it (NULL: everybody who reads plans). */
#define MENU(to)       PLACE_MENU, to, NULL
#define VIEW(view_ops) PLACE_VIEW, 0, &view_ops
#define HOME	       PLACE_HOME, 0, NULL
#define ACT(act)       PLACE_ACTION, act, NULL
#define LEAVE	       PLACE_LEAVE, 0, NULL

/* clang-format off */
const struct place places[] = {
	{PLACES_MAIN, '1', "work", NULL, MENU(PLACES_WORK), for_all, NULL, work_note},
	{PLACES_MAIN, '2', "plan", N_("All actions"), VIEW(view_plan), NULL, NULL, NULL},
	{PLACES_MAIN, '3', "milestones", N_("Milestones"), VIEW(view_milestone_list),
	 NULL, of_own_unit, NULL},
	{PLACES_MAIN, '4', "indicators", N_("Indicators"), VIEW(view_indicators), NULL, NULL, NULL},
	{PLACES_MAIN, '5', "evidence", N_("Evidence"), VIEW(view_evidence_list),
	 NULL, of_own_unit, NULL},
	{PLACES_MAIN, '6', "came-in", N_("Notices and requests"), MENU(PLACES_CAME_IN),
	 NULL, NULL, NULL},
	{PLACES_MAIN, '7', "print", N_("Print and reports"), MENU(PLACES_PRINT), NULL, NULL, NULL},
	{PLACES_MAIN, '8', "search", N_("Search everything"), VIEW(view_search), NULL, NULL, NULL},
	{PLACES_MAIN, '9', "admin", N_("Administration and choices"), MENU(PLACES_ADMIN),
	 for_all, NULL, NULL},
	{PLACES_MAIN, '0', "leave", N_("Leave"), LEAVE, for_all, NULL, NULL},

	{PLACES_WORK, '\0', "home", NULL, HOME, for_all, NULL, NULL},
	{PLACES_WORK, '\0', "waiting", N_("Review what waits, one after the other"),
	 VIEW(view_review), decides, NULL, waiting_note},

	{PLACES_CAME_IN, '\0', "notices", N_("Notices and instructions"), VIEW(view_notices),
	 NULL, NULL, NULL},
	{PLACES_CAME_IN, '\0', "urge", N_("Urge who is late"), VIEW(view_urge), may_urge, NULL, NULL},
	{PLACES_CAME_IN, '\0', "requests", N_("What was asked of the office"),
	 VIEW(view_requests), NULL, NULL, NULL},
	{PLACES_CAME_IN, '\0', "cases", N_("Cases to learn from"), VIEW(view_cases), NULL, NULL, NULL},
	{PLACES_CAME_IN, '\0', "receive", N_("Tasks not received yet"), VIEW(view_receive),
	 NULL, NULL, NULL},

	{PLACES_PRINT, '\0', "print-list", N_("Print a task list"), VIEW(view_print),
	 NULL, NULL, NULL},
	{PLACES_PRINT, '\0', "overview", N_("How the plan stands"), VIEW(view_overview),
	 NULL, NULL, NULL},
	{PLACES_PRINT, '\0', "heat", N_("Lamps by unit and section"), VIEW(view_heat),
	 NULL, NULL, NULL},
	{PLACES_PRINT, '\0', "print-heat", N_("Print units and sections"), VIEW(view_print_heat),
	 NULL, NULL, NULL},
	{PLACES_PRINT, '\0', "print-indicators", N_("Print the indicators"),
	 VIEW(view_print_indicators), NULL, NULL, NULL},
	{PLACES_PRINT, '\0', "burden", N_("What is asked of units"), VIEW(view_burden),
	 NULL, NULL, NULL},
	{PLACES_PRINT, '\0', "vacant", N_("Tasks that nobody is there for"), VIEW(view_vacant),
	 follows_all, NULL, NULL},

	{PLACES_ADMIN, '\0', "plans", N_("Another plan"), VIEW(view_plans),
	 has_other_plan, NULL, plan_note},
	{PLACES_ADMIN, '\0', "posts", N_("Another post"), VIEW(view_posts),
	 has_other_post, NULL, NULL},
	{PLACES_ADMIN, '\0', "import", N_("Import a plan"), VIEW(view_import_files),
	 may_import, NULL, NULL},
	{PLACES_ADMIN, '\0', "periods", N_("Reporting periods"), VIEW(view_periods),
	 follows_all, NULL, NULL},
	{PLACES_ADMIN, '\0', "units", N_("Units"), VIEW(view_units), reads_units, NULL, NULL},
	{PLACES_ADMIN, '\0', "people", N_("People and posts"), VIEW(view_people),
	 may_administer, NULL, NULL},
	{PLACES_ADMIN, '\0', "policy", N_("Rules for everybody"), VIEW(view_policy),
	 follows_all, NULL, NULL},
	{PLACES_ADMIN, '\0', "calendar-days", N_("Holidays and days worked instead"),
	 VIEW(view_calendar_days), follows_all, NULL, NULL},
	{PLACES_ADMIN, '\0', "palette", N_("All that can be done, found by its name"),
	 ACT(DO_PALETTE), for_all, NULL, NULL},
	{PLACES_ADMIN, '\0', "help", N_("Help"), ACT(DO_HELP), for_all, NULL, NULL},
	{PLACES_ADMIN, '\0', "whoami", N_("Who I am here"), VIEW(view_whoami), for_all, NULL, NULL},
	{PLACES_ADMIN, '\0', "unit", N_("The own unit"), VIEW(view_unit), of_a_unit, the_own_unit,
	 NULL},

	{PLACES_NAMED, '\0', "find", N_("Find an action"), VIEW(view_plan), NULL, finding, NULL},
	{PLACES_NAMED, '\0', "month", N_("Milestones of a month"), VIEW(view_month),
	 NULL, of_own_unit, NULL},
	{PLACES_NAMED, '\0', "gantt", N_("Milestones of a year"), VIEW(view_gantt),
	 NULL, of_own_unit, NULL},
};
/* clang-format on */
const size_t nplaces = sizeof places / sizeof places[0];

static const char *const titles[PLACE_MENU_COUNT] = {
	[PLACES_MAIN] = N_("Main menu"),
	[PLACES_WORK] = N_("What there is to do"),
	[PLACES_CAME_IN] = N_("Notices and requests"),
	[PLACES_PRINT] = N_("Print and reports"),
	[PLACES_ADMIN] = N_("Administration and choices"),
};

int places_scene(const struct app_context *c, struct arena *a, struct place_scene *s, struct err *e)
{
	struct report_rows waiting = {0};

	*s = (struct place_scene){.c = c};
	if (session_scene(c, a, &s->scene, e) < 0 ||
	    session_waiting(c, a, s->scene.plan.id, &waiting, e) < 0)
		return -1;
	s->nwaiting = waiting.n;
	return 0;
}

bool place_shown(const struct place_scene *s, const struct place *p)
{
	return p->shown ? p->shown(s) : reads_plans(s);
}

const char *place_label(const struct app_context *c, const struct place *p)
{
	if (p->kind == PLACE_MENU && !p->label && session_decides(c))
		return places_title((enum place_menu)p->what);
	return i18n_label(p->label ? p->label : session_home(c->session)->title);
}

const char *places_title(enum place_menu menu)
{
	return _(titles[menu]);
}

const struct place *place_resolve(const struct place_scene *s, const struct place *p)
{
	const struct place *only = NULL;

	if (p->kind != PLACE_MENU)
		return p;
	for (size_t i = 0; i < nplaces; i++) {
		if ((int)places[i].in != p->what || !place_shown(s, &places[i]))
			continue;
		if (only)
			return p;
		only = &places[i];
	}
	return only ? only : p;
}

void place_go(struct app *app, const struct place *p)
{
	const struct app_context *c = app_context(app);
	struct view_args args = p->args ? p->args(c) : (struct view_args){0};

	switch (p->kind) {
	case PLACE_HOME:
		app_unwind(app, session_home(c->session)->name);
		break;
	case PLACE_VIEW:
		/* The first screen of a post may be a place itself. */
		if (p->ops->dialog || (app_unwind(app, session_home(c->session)->name) &&
				       p->ops != session_home(c->session)))
			app_push(app, p->ops, &args);
		break;
	case PLACE_MENU:
		app_push(app, &view_menu, &(struct view_args){.tab = p->what});
		break;
	case PLACE_ACTION:
		app_perform(app, (enum action)p->what);
		break;
	case PLACE_LEAVE:
		app_quit(app);
	}
}
