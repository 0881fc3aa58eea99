/*
 * view_office.c - the office's first screen: how every unit stands in the current period, those
 * most in debt first, and the reports that wait for review. Side by side where there is room, else
 * one behind the other, as tabs.
 */
#include "tui/view/views.h"

#include "core/i18n.h"
#include "db/change.h"
#include "db/report/store_report.h"
#include "db/plan/store_task.h"
#include "tui/app/session.h"
#include "tui/part/list_screen.h"
#include "tui/part/tabs.h"
#include "tui/home/home_strip.h"
#include "tui/home/office_rows.h"

enum { PANE_UNITS, PANE_WAITING, NPANES };
enum { SIDE_BY_SIDE_FROM = 120, MOST_WAITING = 500 };

struct office {
	struct scene scene;
	struct standing_rows units;
	struct office_waiting waiting;
	size_t ndecide;		 /* of those that wait: what this person can decide on */
	struct home_strip strip; /* above both: what came in */
	struct tabs tabs;	 /* which pane has the keys, unless the strip has them */
	struct list_screen panes[NPANES];
};

static const char *const pane_labels[NPANES] = {
	[PANE_UNITS] = N_("who owes"),
	[PANE_WAITING] = N_("to review"),
};

static bool side_by_side(const struct view *v)
{
	return v->cols >= SIDE_BY_SIDE_FROM;
}

/* Each pane has views with names of its own. */
static const struct list_around units_around = {.name = "office"};
static const struct list_around waiting_around = {.name = "waiting"};

static struct list_screen *front(struct office *o)
{
	return &o->panes[o->tabs.current];
}

/* Tab leads from the last pane to the lines of what came in, Up from the others. */
static void point_to_strip(struct office *o)
{
	o->strip.by_up = o->tabs.current != NPANES - 1;
}

static int office_open(struct view *v, const struct view_args *args, struct err *e)
{
	struct office *o = v->state;

	(void)args;
	(void)e;
	o->tabs = (struct tabs){.labels = pane_labels, .n = NPANES, .current = PANE_UNITS};
	point_to_strip(o);
	list_screen_init(&o->panes[PANE_UNITS], &office_unit_spec);
	list_screen_init(&o->panes[PANE_WAITING], &office_report_spec);
	o->panes[PANE_UNITS].around = &units_around;
	o->panes[PANE_WAITING].around = &waiting_around;
	return 0;
}

static void office_close(struct view *v)
{
	struct office *o = v->state;

	for (size_t i = 0; i < NPANES; i++)
		list_screen_free(&o->panes[i]);
}

static int office_load(struct view *v, struct store *s, struct err *e)
{
	const struct app_context *c = v->context;
	struct office *o = v->state;
	struct actor who = session_actor(c);
	struct arena *a = &v->arena;
	struct scene scene;
	struct standing_rows units = {0};
	struct report_rows waiting = {0};

	if (session_scene(c, a, &scene, e) < 0)
		return -1;
	if (scene.plan.id &&
	    (store_standing_list(s, a, &who, scene.plan.id, &c->session->rules, c->now.today,
				 &units, e) < 0 ||
	     store_report_waiting(s, a, &who, scene.plan.id, MOST_WAITING, &waiting, e) < 0))
		return -1;
	if (home_strip_load(&o->strip, v, &scene, e) < 0)
		return -1;
	for (size_t i = 0; i < NPANES; i++)
		o->panes[i].other_rows = 1 + home_strip_rows(&o->strip, v->rows);
	o->scene = scene;
	o->units = units;
	o->waiting =
		(struct office_waiting){waiting, c->session->person->id, c->session->same_limit};
	o->ndecide = 0;
	for (size_t i = 0; i < waiting.n; i++)
		o->ndecide += waiting.at[i].entered_by_id != o->waiting.me;
	list_screen_set(&o->panes[PANE_UNITS], v, &o->units, office_find_units(a, &o->units),
			units.n);
	list_screen_set(&o->panes[PANE_WAITING], v, &o->waiting, office_find_reports(a, &waiting),
			waiting.n);
	return 0;
}

static const char *office_advice(const struct office *o)
{
	if (!o->scene.plan.id)
		return _("There is no plan yet. Copy its document to this server, then press Enter "
			 "to "
			 "choose it; what is read of it is shown before anything is stored.");
	if (!o->units.n)
		return _(
			"No unit answers for anything in this plan yet. Press Enter: it shows what "
			"comes next.");
	return NULL;
}

/* Units that have not handed in all that is asked of them. */
static size_t count_owing(const struct office *o)
{
	size_t n = 0;

	for (size_t i = 0; i < o->panes[PANE_UNITS].list.n; i++) {
		const struct standing_row *u =
			&o->units.at[list_screen_row(&o->panes[PANE_UNITS], i)];

		n += u->owed > u->submitted + u->accepted;
	}
	return n;
}

/* "who owes (16)   to review (3)": what the other pane holds is seen from this one. */
static void draw_panes_bar(const struct office *o, struct canvas *c)
{
	int x = 2;
	const size_t counts[NPANES] = {[PANE_UNITS] = count_owing(o), [PANE_WAITING] = o->ndecide};

	for (size_t i = 0; i < NPANES; i++) {
		bool current = o->tabs.current == i && !o->strip.focus;
		int from = x;

		x += canvas_printf(c, 0, x, current ? STYLE_TAB_CURRENT : STYLE_TAB,
				   current ? "[%s %zu]" : " %s %zu ", _(pane_labels[i]), counts[i]);
		canvas_target(c, 0, from, 1, x - from, TARGET_TAB, (int)i);
		x += 2;
	}
	if (!o->scene.period.id)
		canvas_field(c, 0, x, c->cols - x, ALIGN_LEFT, STYLE_ERROR,
			     _("No reporting period yet: main menu, administration."));
}

static void draw_pane(const struct view *v, size_t pane, struct canvas *c)
{
	const struct office *o = v->state;
	bool current = o->tabs.current == pane && !o->strip.focus;

	if (!current)
		canvas_target(c, 0, 0, c->rows, c->cols, TARGET_TAB, (int)pane);
	list_screen_draw(&o->panes[pane], v, c, current);
}

static void draw_panes(const struct view *v, struct canvas *c)
{
	const struct office *o = v->state;
	int rows = c->rows - 1, half = c->cols * 6 / 11;
	struct canvas left = canvas_sub(c, 1, 0, rows, half - 1);
	struct canvas right = canvas_sub(c, 1, half + 1, rows, c->cols - half - 1);
	struct canvas whole = canvas_sub(c, 1, 0, rows, c->cols);

	draw_panes_bar(o, c);
	if (side_by_side(v)) {
		draw_pane(v, PANE_UNITS, &left);
		canvas_vline(c, 1, half, rows, STYLE_DIM);
		draw_pane(v, PANE_WAITING, &right);
	} else {
		draw_pane(v, o->tabs.current, &whole);
	}
}

static void office_draw(const struct view *v, struct canvas *c)
{
	const struct office *o = v->state;
	int above = home_strip_rows(&o->strip, c->rows);
	struct canvas strip = canvas_sub(c, 0, 0, above, c->cols);
	struct canvas panes = canvas_sub(c, above, 0, c->rows - above, c->cols);

	home_strip_draw(&o->strip, &strip);
	if (office_advice(o))
		canvas_paragraph(&panes, 1, 2, c->cols - 4, panes.rows - 1, STYLE_NORMAL,
				 office_advice(o));
	else
		draw_panes(v, &panes);
}

static enum reply open_row(struct view *v, struct app *app)
{
	struct office *o = v->state;
	int i = list_screen_current(front(o));

	if (!o->scene.plan.id)
		app_push(app, &view_import_files, NULL);
	else if (!o->units.n)
		app_push(app, &view_begin, NULL);
	if (!o->scene.plan.id || i < 0)
		return REPLY_DONE;
	if (o->tabs.current == PANE_UNITS)
		app_push(app, &view_home, &(struct view_args){.id = o->units.at[i].unit_id});
	else
		app_push(app, &view_review, &(struct view_args){.id = o->waiting.rows.at[i].id});
	return REPLY_DONE;
}

static enum reply print_row(struct view *v, struct app *app)
{
	const struct office *o = v->state;
	int i = list_screen_current(&o->panes[PANE_UNITS]);

	app_push(app, &view_print, &(struct view_args){.id = i < 0 ? 0 : o->units.at[i].unit_id});
	return REPLY_DONE;
}

/* One after the other from the one under the cursor on, as they are shown here, then those above.
 */
static enum reply decide_from_here(struct app *app, const struct office *o)
{
	const struct list_screen *p = &o->panes[PANE_WAITING];
	struct arena a = ARENA_INIT;
	int64_t *ids = arena_alloc(&a, (p->list.n + 1) * sizeof *ids);
	struct view_review_args order = {ids, p->list.n};

	for (size_t i = 0; i < order.n; i++)
		ids[i] = o->waiting.rows.at[list_screen_row(p, (p->list.cursor + i) % order.n)].id;
	app_push(app, &view_review, &(struct view_args){.more = &order});
	arena_free(&a);
	return REPLY_DONE;
}

/* The lines of what came in stand in the round of panes as its last, and above the first row. */
static bool go_round(struct office *o, enum action a)
{
	size_t last = NPANES - 1;

	if (o->strip.focus && (a == DO_NEXT_PANE || a == DO_PREV_PANE)) {
		o->strip.focus = false;
		o->tabs.current = a == DO_NEXT_PANE ? 0 : last;
		return true;
	}
	if ((a == DO_NEXT_PANE && o->tabs.current == last) ||
	    (a == DO_PREV_PANE && o->tabs.current == 0) ||
	    (a == DO_UP && front(o)->list.cursor == 0))
		return home_strip_enter(&o->strip, a);
	return false;
}

static enum reply office_act(struct view *v, struct app *app, enum action a)
{
	struct office *o = v->state;
	enum reply reply = home_strip_act(&o->strip, app, a);

	if (reply != REPLY_PASS)
		return reply;
	if (go_round(o, a) || tabs_act(&o->tabs, a)) {
		point_to_strip(o);
		return REPLY_DONE;
	}
	reply = list_screen_act(front(o), v, app, a);
	if (reply != REPLY_PASS)
		return reply;
	if (a == DO_OPEN)
		return open_row(v, app);
	if (a == DO_WAITING && o->tabs.current == PANE_WAITING && front(o)->list.n)
		return decide_from_here(app, o);
	if (a == DO_SEVERAL) {
		app_push(app, &view_accept, NULL);
		return REPLY_DONE;
	}
	return a == DO_PRINT ? print_row(v, app) : REPLY_PASS;
}

static enum reply office_key(struct view *v, struct app *app, const struct key *k)
{
	struct office *o = v->state;
	enum reply reply = home_strip_key(&o->strip, app, k);

	return reply == REPLY_PASS ? list_screen_key(front(o), v, k) : reply;
}

static enum reply office_point(struct view *v, struct app *app, const struct point *at)
{
	struct office *o = v->state;

	enum reply reply = home_strip_point(&o->strip, app, at);

	if (reply != REPLY_PASS)
		return reply;
	if (tabs_point(&o->tabs, at)) {
		o->strip.focus = false;
		point_to_strip(o);
		return REPLY_DONE;
	}
	return list_screen_point(front(o), v, app, at);
}

static enum reply office_resume(struct view *v, struct app *app, const struct view_result *r)
{
	return list_screen_resume(front(v->state), v, app, r);
}

static bool office_offers(const struct view *v, enum action a)
{
	const struct office *o = v->state;

	if (a == DO_SEVERAL)
		return o->tabs.current == PANE_WAITING && o->ndecide > 1;
	if (a == DO_PRINT)
		return o->tabs.current == PANE_UNITS;
	return a == DO_OPEN || list_screen_offers(&o->panes[o->tabs.current], a);
}

/* Digits go to a row, so the tabs have none. */
static bool office_tells(const struct view *v, enum action a)
{
	return a == DO_NEXT_PANE && !office_advice(v->state);
}

const struct view_ops view_office = {
	.name = "office",
	.title = N_("Who owes, what waits"),
	.scope = SCOPE_OFFICE,
	.depends = CHANGE_ANY & ~(unsigned)(CHANGE_PERSON | CHANGE_DRAFT | CHANGE_EVIDENCE),
	.state_size = sizeof(struct office),
	.open = office_open,
	.load = office_load,
	.draw = office_draw,
	.act = office_act,
	.key = office_key,
	.point = office_point,
	.resume = office_resume,
	.offers = office_offers,
	.tells = office_tells,
	.close = office_close,
};
