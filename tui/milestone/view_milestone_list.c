/*
 * view_milestone_list.c - milestones by date: of one action, of one unit, or of the whole plan.
 * Enter opens the milestone's menu, which adds another one too; where there is none yet, Enter adds
 * the first. Tab shows them in a month and on the strip of a year (milestone_faces.h).
 */
#include "tui/view/views.h"

#include "core/text/find.h"
#include "core/rule/flow.h"
#include "core/i18n.h"
#include "core/text/utf8.h"
#include "db/change.h"
#include "db/report/store_milestone.h"
#include "tui/part/list_screen.h"
#include "tui/milestone/milestone_faces.h"
#include "tui/milestone/milestone_menu.h"
#include "tui/app/session.h"
#include "tui/view/row_detail.h"
#include "tui/plan/task_detail.h"

#include <stdio.h>

enum { TAG_ACTION = 1 };

struct milestone_list {
	struct list_screen screen;
	struct milestone_scope scope;
	struct milestone_rows rows;
	const char **names; /* of each row */
	struct date today;
	bool added; /* the cursor goes to the newest */
};

enum { COL_DUE, COL_STATE, COL_NO, COL_TITLE, COL_UNIT, COL_EVIDENCE, COL_ACTION };

static const struct list_column columns[] = {
	[COL_DUE] = {N_("due"), LIST_TEXT, 0, 10, 0, 0},
	[COL_STATE] = {N_("state"), LIST_TEXT, 0, 16, 0, 0},
	[COL_NO] = {N_("no."), LIST_ID, 0, 8, 0, 0},
	[COL_TITLE] = {N_("milestone"), LIST_TEXT, 20, 0, 3, 0},
	[COL_UNIT] = {N_("unit"), LIST_TEXT, 12, 24, 2, 1},
	[COL_EVIDENCE] = {NC_("short", "evidence"), LIST_TEXT, 0, 10, 0, 3},
	[COL_ACTION] = {N_("action"), LIST_TEXT, 14, 0, 2, 2},
};

static void evidence_cell(const struct milestone_row *r, struct list_cell *cell)
{
	if (r->nevidence) {
		snprintf(cell->buf, sizeof cell->buf, "%d", r->nevidence);
		cell->text = cell->buf;
	} else {
		cell->text = r->needs_evidence ? _("demanded") : "";
	}
}

static void milestone_cell(const void *rows, size_t row, size_t column, struct list_cell *cell)
{
	const struct milestone_list *m = rows;
	const struct milestone_row *r = &m->rows.at[row];
	bool overdue = milestone_is_late(r, m->today);

	switch (column) {
	case COL_DUE:
		cell->text = date_short(r->due, m->today, cell->buf);
		cell->rank = date_rank(r->due);
		cell->style = overdue ? STYLE_LAMP_RED : STYLE_NORMAL;
		break;
	case COL_STATE:
		cell->text = milestone_stand_label(r, m->today);
		cell->style = overdue			   ? STYLE_LAMP_RED
			      : r->state == MILESTONE_OPEN ? STYLE_NORMAL
							   : STYLE_LAMP_GREEN;
		break;
	case COL_NO:
		cell->text = r->action_no;
		break;
	case COL_TITLE:
		cell->text = m->names[row];
		break;
	case COL_UNIT:
		cell->text = milestone_unit(r);
		break;
	case COL_EVIDENCE:
		evidence_cell(r, cell);
		break;
	default:
		cell->text = r->action_title;
	}
}

static int64_t milestone_id(const void *rows, size_t row)
{
	return ((const struct milestone_list *)rows)->rows.at[row].id;
}

static const struct list_spec milestone_spec = {
	.columns = columns,
	.ncolumns = sizeof columns / sizeof columns[0],
	.cell = milestone_cell,
	.id = milestone_id,
	.empty = N_("No milestone here. Enter adds one."),
};

/* "deadline" alone says nothing: then the name of the action stands with it. */
static const char *name_of(struct arena *a, const struct milestone_row *r)
{
	enum { SHORT = 8 }; /* columns, as of 完成时限 */

	return utf8_cols(r->title) > SHORT ? r->title
					   : arena_printf(a, "%s · %s", r->title, r->action_title);
}

/* The first that is to be done still: overdue, else the next one. */
static size_t milestones_first(const struct view *v)
{
	const struct milestone_list *m = v->state;
	size_t i = 0;

	while (i < m->rows.n && m->rows.at[i].state != MILESTONE_OPEN)
		i++;
	return i;
}

static void milestones_pane(const struct view *v, size_t row, struct canvas *c)
{
	const struct milestone_list *m = v->state;

	row_detail_milestone(&m->rows.at[row], m->today, &v->context->session->rules, c);
}

/* Its place in the stage plan. */
static void milestones_foot(const struct view *v, size_t row, struct canvas *c)
{
	const struct milestone_list *m = v->state;
	struct canvas below = canvas_sub(c, 1, 2, c->rows - 1, c->cols - 3);

	canvas_hline(c, 0, 0, c->cols, STYLE_DIM);
	milestone_stage_draw(&m->rows.at[row], &below, 0);
}

static const struct list_around milestones_around = {.pane = milestones_pane,
						     .foot_rows = 3,
						     .foot = milestones_foot,
						     .first = milestones_first};

static int milestones_open(struct view *v, const struct view_args *args, struct err *e)
{
	struct milestone_list *m = v->state;

	(void)e;
	m->scope = (struct milestone_scope){args->id, args->id2};
	list_screen_init(&m->screen, &milestone_spec);
	m->screen.other_rows = FACES_ROWS;
	m->screen.around = &milestones_around;
	m->screen.filter.typing = args->tab == MILESTONES_FIND;
	return 0;
}

static int milestones_load(struct view *v, struct store *s, struct err *e)
{
	struct milestone_list *m = v->state;
	struct actor who = session_actor(v->context);
	struct milestone_filter f = {.plan_id =
					     m->scope.action_id ? 0 : v->context->session->plan_id,
				     .action_id = m->scope.action_id,
				     .unit_id = m->scope.unit_id};
	struct milestone_rows rows = {0};
	const char **find, **names;

	if (store_milestone_list(s, &v->arena, &who, &f, &rows, e) < 0)
		return -1;
	find = arena_alloc(&v->arena, (rows.n + 1) * sizeof *find);
	names = arena_alloc(&v->arena, (rows.n + 1) * sizeof *names);
	for (size_t i = 0; i < rows.n; i++) {
		char due[DATE_TEXT];
		const struct milestone_row *r = &rows.at[i];

		find[i] = arena_printf(&v->arena, "%s %s %s %s", date_format(r->due, due),
				       find_text(&v->arena, r->title, r->pinyin),
				       find_no(&v->arena, r->action_no),
				       find_text(&v->arena, r->action_title, r->action_pinyin));
		names[i] = name_of(&v->arena, r);
	}
	m->rows = rows;
	m->names = names;
	m->today = v->context->now.today;
	list_screen_set(&m->screen, v, m, find, rows.n);
	if (m->added)
		list_screen_go_newest(&m->screen, v);
	m->added = false;
	return 0;
}

static const struct milestone_row *current(const struct milestone_list *m)
{
	int i = list_screen_current(&m->screen);

	return i < 0 ? NULL : &m->rows.at[i];
}

static void milestones_draw(const struct view *v, struct canvas *c)
{
	struct canvas list = canvas_sub(c, FACES_ROWS, 0, c->rows - FACES_ROWS, c->cols);

	milestone_faces_draw(FACE_LIST, c);
	list_view_draw(v, &list);
}

static enum reply milestones_act(struct view *v, struct app *app, enum action a)
{
	struct milestone_list *m = v->state;
	enum reply reply = list_screen_act(&m->screen, v, app, a);
	const struct milestone_row *r = current(m);

	if (reply != REPLY_PASS)
		return reply;
	if (a == DO_OPEN && r)
		return milestone_menu(app, r);
	if (a == DO_OPEN || a == DO_ADD)
		return milestone_add(app, &m->scope, r ? r->action_id : m->scope.action_id,
				     TAG_ACTION);
	return milestone_faces_act(app, FACE_LIST, &m->scope, a);
}

static enum reply milestones_resume(struct view *v, struct app *app, const struct view_result *r)
{
	struct milestone_list *m = v->state;
	enum reply own = list_view_resume(v, app, r);

	if (own != REPLY_PASS)
		return own;
	if (r->ok && r->tag == MILESTONE_TAG_ADDED) {
		m->added = true;
		return REPLY_RELOAD;
	}
	if (r->ok && r->tag == TAG_ACTION)
		return milestone_add(app, &m->scope, r->id, TAG_ACTION);
	return milestone_menu_resume(app, r, current(m));
}

static enum reply milestones_point(struct view *v, struct app *app, const struct point *p)
{
	struct milestone_list *m = v->state;
	enum reply reply = milestone_faces_point(app, FACE_LIST, &m->scope, p);

	return reply == REPLY_PASS ? list_view_point(v, app, p) : reply;
}

static bool milestones_offer(const struct view *v, enum action a)
{
	const struct milestone_list *m = v->state;

	if (a == DO_ADD || (a == DO_OPEN && !m->screen.list.n))
		return session_may(v->context, ACT_MILESTONE, session_unit(v->context, 0));
	return list_view_offers(v, a);
}

const struct view_ops view_milestone_list = {
	.name = "milestones",
	.title = N_("Milestones"),
	.scope = SCOPE_FACES,
	.depends = CHANGE_MILESTONE | CHANGE_REQUEST | CHANGE_EVIDENCE | CHANGE_PLAN |
		   CHANGE_POLICY | CHANGE_OTHERS,
	.state_size = sizeof(struct milestone_list),
	.open = milestones_open,
	.load = milestones_load,
	.draw = milestones_draw,
	.act = milestones_act,
	.key = list_view_key,
	.point = milestones_point,
	.resume = milestones_resume,
	.offers = milestones_offer,
	.close = list_view_close,
};
