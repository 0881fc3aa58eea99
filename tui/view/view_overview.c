/*
 * view_overview.c - the first screen of leaders and assessors: the state of the whole plan, one
 * line a section and one for all, with how far it is, where it should be by now, and how the lamps
 * of its actions are shared out. Enter opens its actions, Tab the table of units and sections.
 */
#include "tui/view/views.h"

#include "core/i18n.h"
#include "core/utf8.h"
#include "db/change.h"
#include "db/store_plan.h"
#include "db/store_task.h"
#include "tui/app/session.h"
#include "tui/draw/picture.h"
#include "tui/part/columns.h"
#include "tui/part/list.h"
#include "tui/view/heat_tasks.h"
#include "tui/view/task_detail.h"

#include <stdio.h>
#include <stdlib.h>

struct section_state {
	int64_t id; /* 0: actions without a section, or all */
	bool whole; /* the line of all sections */
	const char *name;
	int nactions, reported, percent_sum;
	int lamps[LAMP_COUNT];
};

struct overview {
	struct scene scene;
	int elapsed; /* of the period's year, in percent; -1: there is no period */
	struct section_state *sections;
	size_t n;
	struct list list;
	struct columns columns;
};

enum {
	COL_NAME,
	COL_ACTIONS,
	COL_BAR,
	COL_SHARES,
	COL_RED,
	COL_YELLOW,
	COL_GREEN,
	COL_GREY,
	OVERVIEW_COLUMNS
};

static const struct list_column overview_columns[] = {
	[COL_NAME] = {N_("section"), LIST_TEXT, 20, 0, 2, 0},
	[COL_ACTIONS] = {N_("actions"), LIST_NUMBER, 0, 0, 0, 3},
	[COL_BAR] = {N_("progress"), LIST_BAR, 13, 29, 1, 1},
	[COL_SHARES] = {N_("lamps"), LIST_BAR, 8, 24, 1, 4},
	[COL_RED] = {N_("red"), LIST_NUMBER, 4, 0, 0, 0},
	[COL_YELLOW] = {N_("yellow"), LIST_NUMBER, 4, 0, 0, 0},
	[COL_GREEN] = {N_("green"), LIST_NUMBER, 4, 0, 0, 0},
	[COL_GREY] = {N_("grey"), LIST_NUMBER, 4, 0, 0, 2},
};

static void lamp_cell(struct list_cell *cell, const struct section_state *s, enum lamp lamp)
{
	snprintf(cell->buf, sizeof cell->buf, "%d", s->lamps[lamp]);
	cell->text = s->lamps[lamp] ? cell->buf : "·";
	cell->style = s->lamps[lamp] ? lamp_style(lamp) : STYLE_DIM;
}

/* An action on which nothing was reported counts as nothing done. */
static int percent_of(const struct section_state *s)
{
	return s->reported ? s->percent_sum / s->nactions : -1;
}

static void overview_cell(const void *rows, size_t row, size_t column, struct list_cell *cell)
{
	const struct section_state *s = &((const struct overview *)rows)->sections[row];

	switch (column) {
	case COL_NAME:
		cell->text = s->name;
		break;
	case COL_ACTIONS:
		snprintf(cell->buf, sizeof cell->buf, "%d", s->nactions);
		cell->text = cell->buf;
		break;
	case COL_BAR:
		cell->percent = percent_of(s);
		break;
	case COL_SHARES: /* painted over the row */
		cell->text = "";
		break;
	case COL_RED:
		lamp_cell(cell, s, LAMP_RED);
		break;
	case COL_YELLOW:
		lamp_cell(cell, s, LAMP_YELLOW);
		break;
	case COL_GREEN:
		lamp_cell(cell, s, LAMP_GREEN);
		break;
	default:
		lamp_cell(cell, s, LAMP_GREY);
	}
}

static const struct list_spec overview_spec = {
	.columns = overview_columns,
	.ncolumns = sizeof overview_columns / sizeof overview_columns[0],
	.cell = overview_cell,
	.empty = N_("There is no plan yet; the coordinating office imports one."),
};

static struct section_state *section_of(struct section_state *sections, size_t n, int64_t id)
{
	for (size_t i = 0; i < n; i++) {
		if (sections[i].id == id)
			return &sections[i];
	}
	return &sections[n];
}

static void count_action(struct section_state *s, const struct action_line *line)
{
	s->nactions++;
	s->lamps[line->lamp]++;
	if (line->percent < 0)
		return;
	s->reported++;
	s->percent_sum += line->percent;
}

/* The sum of n sections behind them. */
static size_t add_whole(struct section_state *sections, size_t n)
{
	struct section_state whole = {.whole = true, .name = _("the whole plan")};

	for (size_t i = 0; i < n; i++) {
		whole.nactions += sections[i].nactions;
		whole.reported += sections[i].reported;
		whole.percent_sum += sections[i].percent_sum;
		for (int lamp = 0; lamp < LAMP_COUNT; lamp++)
			whole.lamps[lamp] += sections[i].lamps[lamp];
	}
	sections[n] = whole;
	return n + 1;
}

/* Room for n + 2. Sections in their order, then what stands outside of them; those without actions
 * are left out. */
static size_t count_sections(struct arena *a, struct section_state *out,
			     const struct section_rows *sections, const struct action_rows *actions,
			     const struct action_lines *lines)
{
	size_t kept = 0, n = sections->n;

	for (size_t i = 0; i < n; i++) {
		out[i].id = sections->at[i].id;
		out[i].name = arena_printf(a, "%s %s", sections->at[i].no, sections->at[i].title);
	}
	out[n].name = n ? _("outside the sections") : _("all actions");
	for (size_t i = 0; i < actions->n && i < lines->n; i++) {
		if (!heat_tasks_below(actions, lines, i))
			count_action(section_of(out, n, actions->at[i].section_id), &lines->at[i]);
	}
	for (size_t i = 0; i <= n; i++) {
		if (out[i].nactions)
			out[kept++] = out[i];
	}
	return kept > 1 ? add_whole(out, kept) : kept;
}

static int overview_load(struct view *v, struct store *s, struct err *e)
{
	const struct app_context *c = v->context;
	struct overview *o = v->state;
	struct actor who = session_actor(c);
	struct arena *a = &v->arena;
	struct section_rows sections = {0};
	struct action_rows actions = {0};
	struct action_lines lines = {0};
	struct scene scene;

	if (session_scene(c, a, &scene, e) < 0)
		return -1;
	if (scene.plan.id && (store_section_list(s, a, &who, scene.plan.id, &sections, e) < 0 ||
			      store_action_list(s, a, &who, scene.plan.id, &actions, e) < 0 ||
			      store_action_lines(s, a, &who, scene.plan.id, &c->session->rules,
						 c->now.today, &lines, e) < 0))
		return -1;
	o->scene = scene;
	o->elapsed = scene.period.id ? lamp_elapsed(scene.period.year, c->now.today) : -1;
	o->sections = arena_alloc(a, (sections.n + 2) * sizeof *o->sections);
	o->n = count_sections(a, o->sections, &sections, &actions, &lines);
	columns_measure(&o->columns, &overview_spec, o, o->n);
	list_set_rows(&o->list, o->n);
	return 0;
}

/* Worst first, as the fills become lighter. */
static void draw_shares(const struct section_state *s, struct canvas *c, int y, int x, int cols)
{
	struct picture_part parts[LAMP_COUNT];

	for (int i = 0; i < LAMP_COUNT; i++) {
		enum lamp lamp = (enum lamp)(LAMP_COUNT - 1 - i);

		parts[i] = (struct picture_part){s->lamps[lamp], lamp_style(lamp)};
	}
	picture_shares(c, y, x, cols, parts, LAMP_COUNT);
}

/* What a list cannot draw: the mark where the bar should be, the shares of the lamps. */
static void paint_row(const struct overview *o, const struct section_state *s, const int *widths,
		      struct canvas *c, int y)
{
	int x = 2;

	for (int i = 0; i < OVERVIEW_COLUMNS; i++) {
		if (widths[i] == 0)
			continue;
		if (i == COL_BAR)
			picture_gauge(c, y, x, widths[i], percent_of(s), o->elapsed, STYLE_BAR);
		if (i == COL_SHARES)
			draw_shares(s, c, y, x, widths[i]);
		x += widths[i] + 1;
	}
}

/* "█ red  ▓ yellow  ▒ green  ░ grey  │ 89% of the year has passed" */
static void draw_legend(const struct overview *o, const int *widths, struct canvas *c)
{
	int y = c->rows - 1, x = 2;

	for (int i = 0; widths[COL_SHARES] && i < LAMP_COUNT; i++) {
		enum lamp lamp = (enum lamp)(LAMP_COUNT - 1 - i);

		x += canvas_text(c, y, x, lamp_style(lamp), picture_fill(c, i));
		x += canvas_printf(c, y, x, STYLE_DIM, " %s  ", lamp_label(lamp));
	}
	char *text = xasprintf(_("%d%% of the year has passed"), o->elapsed);
	if (o->elapsed >= 0 && widths[COL_BAR] && x + 2 + utf8_cols(text) <= c->cols) {
		canvas_text(c, y, x, STYLE_STRONG, picture_sign(c, SIGN_TODAY));
		canvas_text(c, y, x + 2, STYLE_DIM, text);
	}
	free(text);
}

static void overview_draw(const struct view *v, struct canvas *c)
{
	const struct overview *o = v->state;
	const struct list_spec *spec = &o->columns.spec;
	size_t page = list_page(c->rows);
	struct list l = o->list;
	int widths[OVERVIEW_COLUMNS];

	/* The window may have become smaller since the cursor moved. */
	list_go(&l, l.cursor, page);
	list_draw(&l, spec, o, c, true);
	if (!o->n)
		return;
	list_layout(spec, c->cols, widths);
	for (size_t i = 0; i < page && l.top + i < o->n; i++) {
		paint_row(o, &o->sections[l.top + i], widths, c, (int)i + 1);
		if (l.top + i == l.cursor)
			canvas_select(c, (int)i + 1, 1, c->cols - 1);
	}
	if (o->n + 1 < page)
		draw_legend(o, widths, c);
}

static enum reply overview_act(struct view *v, struct app *app, enum action a)
{
	struct overview *o = v->state;

	if (list_act(&o->list, a, list_page(v->rows)) != LIST_PASS)
		return REPLY_DONE;
	if (a == DO_FACE_NEXT || a == DO_FACE_PREV) {
		app_push(app, &view_heat, &(struct view_args){.tab = 1});
		return REPLY_DONE;
	}
	if (!o->n || (a != DO_OPEN && a != DO_FILTER))
		return REPLY_PASS;
	/* What is looked for may stand in any section. */
	if (a == DO_FILTER)
		app_push(app, &view_plan, &(struct view_args){.tab = 1});
	else
		app_push(app, &view_plan,
			 &(struct view_args){.id = o->sections[o->list.cursor].id});
	return REPLY_DONE;
}

static bool overview_offers(const struct view *v, enum action a)
{
	const struct overview *o = v->state;

	return a != DO_PRINT && a != DO_ADD && a != DO_LIST_MENU &&
	       (o->n || (a != DO_OPEN && a != DO_FILTER));
}

const struct view_ops view_overview = {
	.name = "overview",
	.title = N_("How the plan stands"),
	.scope = SCOPE_FACES,
	.depends = CHANGE_ANY & ~(unsigned)(CHANGE_PERSON | CHANGE_DRAFT | CHANGE_EVIDENCE),
	.state_size = sizeof(struct overview),
	.load = overview_load,
	.draw = overview_draw,
	.act = overview_act,
	.offers = overview_offers,
};
