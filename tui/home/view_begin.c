/*
 * view_begin.c - what a plan needs before its units can report: a reporting period, units that
 * answer for the actions, people who report for the units. A menu in that order, which says what is
 * still missing and leads there; the cursor begins on the first that is.
 */
#include "tui/view/views.h"

#include "core/i18n.h"
#include "db/change.h"
#include "db/plan/store_heat.h"
#include "db/people/store_person.h"
#include "db/plan/store_plan.h"
#include "db/plan/store_task.h"
#include "db/people/store_unit.h"
#include "tui/app/session.h"
#include "tui/part/menu.h"

enum { STEP_PERIOD, STEP_UNITS, STEP_PEOPLE, STEP_PRINT, NSTEPS };

static const struct step {
	const char *text;
	const struct view_ops *leads_to;
	enum act act;  /* who has this entry */
	enum act does; /* what is done there */
} steps[NSTEPS] = {
	[STEP_PERIOD] = {N_("Set the reporting period"), &view_period_form, ACT_PERIOD, ACT_PERIOD},
	[STEP_UNITS] = {N_("Assign units to the actions"), &view_plan, ACT_ASSIGN, ACT_ASSIGN},
	[STEP_PEOPLE] = {N_("Give people a post in their unit"), &view_people, ACT_UNIT,
			 ACT_PERSON},
	[STEP_PRINT] = {N_("Print the task lists"), &view_print, ACT_ASSIGN, ACT_ASSIGN},
};

struct begin {
	struct menu_list list;
	struct menu_entry entries[NSTEPS];
	bool placed; /* the cursor has been put on the first step that is missing */
};

/* Actions without a unit, those apart whose parts have units. */
static size_t count_unassigned(const struct action_rows *actions, const struct action_lines *lines)
{
	size_t n = 0;

	for (size_t i = 0; i < lines->n && i < actions->n; i++)
		n += !lines->at[i].nunits && !store_heat_below(actions, lines, i);
	return n;
}

/* Units of the plan for which nobody can report. */
static size_t count_unmanned(const struct standing_rows *of_plan, const struct unit_rows *units)
{
	size_t n = 0;

	for (size_t i = 0; i < of_plan->n; i++)
		for (size_t k = 0; k < units->n; k++)
			n += units->at[k].id == of_plan->at[i].unit_id && !units->at[k].npersons;
	return n;
}

struct missing {
	struct scene scene;
	size_t nunassigned, nunmanned;
};

static int find_missing(const struct view *v, struct arena *a, struct missing *m, struct err *e)
{
	const struct app_context *c = v->context;
	const struct lamp_rules *rules = &c->session->rules;
	struct actor who = session_actor(c);
	struct action_rows actions = {0};
	struct action_lines lines = {0};
	struct standing_rows of_plan = {0};
	struct unit_rows units = {0};

	if (session_scene(c, a, &m->scene, e) < 0)
		return -1;
	int64_t plan = m->scene.plan.id;
	if (plan &&
	    (store_action_list(c->store, a, &who, plan, &actions, e) < 0 ||
	     store_action_lines(c->store, a, &who, plan, rules, c->now.today, &lines, e) < 0 ||
	     store_standing_list(c->store, a, &who, plan, rules, c->now.today, &of_plan, e) < 0 ||
	     store_unit_list(c->store, a, &units, e) < 0))
		return -1;
	m->nunassigned = count_unassigned(&actions, &lines);
	m->nunmanned = count_unmanned(&of_plan, &units);
	return 0;
}

/* What is missing of a step, NULL where nothing is. */
static const char *missing_text(const struct missing *m, struct arena *a, int step)
{
	if (step == STEP_PERIOD && !m->scene.period.id)
		return _("none yet");
	if (step == STEP_UNITS && m->nunassigned)
		return arena_printf(a,
				    Q_("%zu action without a unit", "%zu actions without a unit",
				       m->nunassigned),
				    m->nunassigned);
	if (step == STEP_PEOPLE && m->nunmanned)
		return arena_printf(
			a,
			Q_("%zu unit without anybody", "%zu units without anybody", m->nunmanned),
			m->nunmanned);
	return NULL;
}

static int begin_load(struct view *v, struct store *s, struct err *e)
{
	struct begin *b = v->state;
	struct missing m = {0};
	size_t n = 0;

	(void)s;
	if (find_missing(v, &v->arena, &m, e) < 0)
		return -1;
	for (int i = 0; i < NSTEPS; i++) {
		const char *missing = missing_text(&m, &v->arena, i);

		if (!session_may(v->context, steps[i].act, 0))
			continue;
		if (missing && !b->placed) {
			b->list.cursor = n;
			b->placed = true;
		}
		b->entries[n++] =
			(struct menu_entry){.text = _(steps[i].text),
					    .note = missing	       ? missing
						    : i == STEP_PRINT  ? NULL
						    : i == STEP_PERIOD ? m.scene.period.code
								       : _("nothing missing"),
					    .id = i};
	}
	b->list.entries = b->entries;
	b->list.n = n;
	return 0;
}

static size_t page_of(const struct view *v)
{
	return v->rows > 0 ? (size_t)v->rows : 1;
}

static void begin_draw(const struct view *v, struct canvas *c)
{
	menu_list_draw(&((const struct begin *)v->state)->list, c);
}

static void begin_fit(const struct view *v, int *cols, int *rows)
{
	menu_list_fit(&((const struct begin *)v->state)->list, cols, rows);
}

/* The post with which the person could do it, or NULL. */
static const struct post_row *post_for(const struct app_context *c, enum act act)
{
	struct actor who;
	const struct subject any = {.unit = ""};
	struct err quiet = ERR_INIT;

	actor_of(&who, c->session->person, c->session->remote, c->now);
	return may(&who, act, &any, &quiet);
}

/* Leads to where it is done; where the post may not, to the choice of one that may, or says who
 * can. */
static enum reply take_step(const struct app_context *c, struct app *app, const struct step *step)
{
	const struct post_row *other = post_for(c, step->does);
	struct err e = ERR_INIT;

	if (session_demand(c, step->does, 0, &e) == 0) {
		app_push(app, step->leads_to, NULL);
	} else if (other) {
		app_push(app, &view_posts, NULL);
		app_info(app, _("This is done as %s: choose that post here."),
			 post_role_label(other->role));
	} else {
		app_error(app, &e);
	}
	return REPLY_DONE;
}

static enum reply answer(struct view *v, struct app *app, enum menu_event event)
{
	const struct begin *b = v->state;

	if (event != MENU_CHOSEN)
		return event == MENU_PASS ? REPLY_PASS : REPLY_DONE;
	return take_step(v->context, app, &steps[b->entries[b->list.cursor].id]);
}

/* Back from a step: the cursor goes to the first that is missing still. */
static enum reply begin_resume(struct view *v, struct app *app, const struct view_result *r)
{
	(void)app;
	(void)r;
	((struct begin *)v->state)->placed = false;
	return REPLY_RELOAD;
}

static enum reply begin_act(struct view *v, struct app *app, enum action a)
{
	struct begin *b = v->state;

	return answer(v, app, menu_list_act(&b->list, a, page_of(v)));
}

static enum reply begin_key(struct view *v, struct app *app, const struct key *k)
{
	struct begin *b = v->state;

	return answer(v, app, menu_list_key(&b->list, k, page_of(v)));
}

static enum reply begin_point(struct view *v, struct app *app, const struct point *p)
{
	struct begin *b = v->state;

	return answer(v, app, menu_list_point(&b->list, p, page_of(v)));
}

const struct view_ops view_begin = {
	.name = "begin",
	.title = N_("What comes next"),
	.scope = SCOPE_MENU,
	.depends = CHANGE_ANY & ~(unsigned)(CHANGE_DRAFT | CHANGE_EVIDENCE),
	.state_size = sizeof(struct begin),
	.dialog = true,
	.load = begin_load,
	.draw = begin_draw,
	.act = begin_act,
	.key = begin_key,
	.point = begin_point,
	.resume = begin_resume,
	.fit = begin_fit,
};
