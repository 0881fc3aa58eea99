/*
 * milestone_faces.c - the bar above the three forms of the milestones, the signs in which month and
 * strip show them, and what all three do alike. A sign is worth as much as its colour: both say how
 * a milestone stands today, and the legend says both in words.
 */
#include "tui/milestone/milestone_faces.h"

#include "core/rule/flow.h"
#include "core/i18n.h"
#include "core/rule/milestone.h"
#include "core/text/utf8.h"
#include "tui/app/session.h"
#include "tui/milestone/milestone_menu.h"
#include "tui/part/tabs.h"
#include "tui/plan/action_choose.h"
#include "tui/plan/task_detail.h"
#include "tui/view/views.h"

#include <stdlib.h>

static const char *const face_labels[FACE_COUNT] = {
	[FACE_LIST] = NC_("milestones", "list"),
	[FACE_MONTH] = NC_("milestones", "month"),
	[FACE_STRIP] = NC_("milestones", "year"),
};

static const struct view_ops *const face_ops[FACE_COUNT] = {
	[FACE_LIST] = &view_milestone_list,
	[FACE_MONTH] = &view_month,
	[FACE_STRIP] = &view_gantt,
};

static const struct {
	enum picture_sign sign;
	int style;
	const char *label;
} marks[MARK_COUNT] = {
	[MARK_DONE] = {SIGN_DONE, STYLE_LAMP_GREEN, NC_("milestone", "done")},
	[MARK_OPEN] = {SIGN_OPEN, STYLE_NORMAL, NC_("milestone", "open")},
	[MARK_SOON] = {SIGN_SOON, STYLE_LAMP_YELLOW, N_("due soon")},
	[MARK_LATE] = {SIGN_LATE, STYLE_LAMP_RED, N_("overdue")},
};

void milestone_faces_draw(enum milestone_face face, struct canvas *c)
{
	struct tabs t = {.labels = face_labels, .n = FACE_COUNT, .current = face};

	tabs_draw(&t, c, 0);
}

static enum reply go_to(struct app *app, int face, const struct milestone_scope *scope, int tab)
{
	struct view_args args = {.id = scope->action_id, .id2 = scope->unit_id, .tab = tab};

	app_replace(app, face_ops[face], &args);
	return REPLY_DONE;
}

enum reply milestone_faces_act(struct app *app, enum milestone_face face,
			       const struct milestone_scope *scope, enum action a)
{
	int by = a == DO_FACE_NEXT ? 1 : FACE_COUNT - 1;

	if (a == DO_FILTER)
		return go_to(app, FACE_LIST, scope, MILESTONES_FIND);
	if (a != DO_FACE_NEXT && a != DO_FACE_PREV)
		return REPLY_PASS;
	return go_to(app, ((int)face + by) % FACE_COUNT, scope, 0);
}

enum reply milestone_faces_point(struct app *app, enum milestone_face face,
				 const struct milestone_scope *scope, const struct point *p)
{
	if (!point_on(p, TARGET_TAB) || p->index >= FACE_COUNT)
		return REPLY_PASS;
	return p->index == (int)face ? REPLY_DONE : go_to(app, p->index, scope, 0);
}

int milestone_order_style(const struct milestone_row *m)
{
	enum milestone_order order = milestone_order(m);

	return order == ORDER_EARLY || order == ORDER_SOONER ? STYLE_ERROR : STYLE_NORMAL;
}

int milestone_stage_draw(const struct milestone_row *m, struct canvas *c, int y)
{
	struct arena a = ARENA_INIT;
	const char *order = milestone_order_label(&a, m),
		   *put_off = milestone_extended_label(&a, m);
	int first = y;

	if (*order)
		y += canvas_paragraph(c, y, 0, c->cols, c->rows - y, milestone_order_style(m),
				      order);
	if (m->weight > 1)
		put_off = *put_off ? arena_printf(&a, _("weight %d, %s"), m->weight, put_off)
				   : arena_printf(&a, _("weight %d"), m->weight);
	if (*put_off)
		y += canvas_paragraph(c, y, 0, c->cols, c->rows - y, STYLE_NORMAL, put_off);
	if (m->asked_id)
		y += canvas_paragraph(c, y, 0, c->cols, c->rows - y, STYLE_STRONG,
				      milestone_asked_label(&a, m));
	arena_free(&a);
	return y - first;
}

bool milestone_is_late(const struct milestone_row *m, struct date today)
{
	return m->state == MILESTONE_OPEN && date_cmp(m->due, today) < 0;
}

const char *milestone_stand_label(const struct milestone_row *m, struct date today)
{
	bool late = milestone_is_late(m, today);

	if (m->asked_id && m->state == MILESTONE_OPEN)
		return late ? _("overdue, asked") : _("extension asked");
	return late ? _("overdue") : milestone_state_label(m->state);
}

enum milestone_mark milestone_mark(const struct milestone_row *m, struct date today,
				   const struct lamp_rules *rules)
{
	if (m->state != MILESTONE_OPEN)
		return MARK_DONE;
	if (milestone_is_late(m, today))
		return MARK_LATE;
	return calendar_workdays_between(rules->calendar, today, m->due) <= rules->soon_workdays
		       ? MARK_SOON
		       : MARK_OPEN;
}

enum picture_sign milestone_mark_sign(enum milestone_mark mark)
{
	return marks[mark].sign;
}

int milestone_mark_style(enum milestone_mark mark)
{
	return marks[mark].style;
}

const char *milestone_mark_label(enum milestone_mark mark)
{
	return i18n_label(marks[mark].label);
}

static int legend_item(struct canvas *c, int y, int x, enum picture_sign sign, int style,
		       const char *text)
{
	int cols = 2 + utf8_cols(text);

	if (x + cols > c->cols)
		return x;
	canvas_text(c, y, x, style, picture_sign(c, sign));
	canvas_text(c, y, x + 2, STYLE_DIM, text);
	return x + cols + 2;
}

void milestone_legend(struct canvas *c, int y, bool strip, bool order)
{
	int x = 1;

	for (int m = MARK_COUNT - 1; m >= 0; m--)
		x = legend_item(c, y, x, marks[m].sign, marks[m].style, i18n_label(marks[m].label));
	if (!strip)
		return;
	x = legend_item(c, y, x, SIGN_TODAY, STYLE_STRONG, _("today"));
	x = legend_item(c, y, x, SIGN_DUE, STYLE_STRONG, _("to be done by"));
	if (order)
		legend_item(c, y, x, SIGN_AFTER, STYLE_NORMAL, _("waits for an earlier one"));
}

void milestone_line(const struct milestone_row *m, enum milestone_mark mark, struct date today,
		    struct canvas *c, int y, int x, bool with_action)
{
	char due[DATE_TEXT];
	int style = mark == MARK_LATE ? STYLE_LAMP_RED : STYLE_NORMAL;
	char *text = with_action ? xasprintf("%s %s · %s %s", m->title, milestone_unit(m),
					     m->action_no, m->action_title)
				 : xasprintf("%s · %s", m->title, milestone_unit(m));

	canvas_text(c, y, x, marks[mark].style, picture_sign(c, marks[mark].sign));
	x += 2 + canvas_printf(c, y, x + 2, style, "%s ", date_short(m->due, today, due));
	if (x < c->cols)
		canvas_field(c, y, x, c->cols - x, ALIGN_LEFT, style, text);
	free(text);
}

enum reply milestone_add(struct app *app, const struct milestone_scope *scope, int64_t action_id,
			 int tag)
{
	const struct app_context *c = app_context(app);
	struct err e = ERR_INIT;

	if (session_demand(c, ACT_MILESTONE, session_unit(c, 0), &e) < 0) {
		app_error(app, &e);
		return REPLY_DONE;
	}
	if (!action_id)
		return action_choose(app, tag, session_unit(c, scope->unit_id));
	app_push(app, &view_milestone_form,
		 &(struct view_args){.tag = MILESTONE_TAG_ADDED, .id = action_id});
	return REPLY_DONE;
}
