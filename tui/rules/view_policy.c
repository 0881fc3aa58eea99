/*
 * view_policy.c - the rules that the office sets for everybody, as a list: what is in force, what
 * that means, and beside it where it differs from the default. Enter asks for another value; who
 * may not set them reads them here.
 */
#include "tui/view/views.h"

#include "core/i18n.h"
#include "db/change.h"
#include "db/cycle/store_policy.h"
#include "tui/app/session.h"
#include "tui/part/dialog.h"
#include "tui/part/list_screen.h"

#include <stdlib.h>
#include <string.h>

enum { TAG_VALUE = 1, VALUE_CHARS = 40, FOOT_ROWS = 4 };

struct policy_view {
	struct list_screen screen;
	struct policy policy;
	const char *meanings[POLICY_COUNT]; /* as policy_meaning() gives them */
	enum policy_id asked;		    /* whose value is being typed */
	char *read;			    /* what was in force when it was asked; owned */
};

enum { COL_LABEL, COL_VALUE, COL_MEANING, COL_NAME };

static const struct list_column columns[] = {
	[COL_LABEL] = {N_("rule"), LIST_TEXT, 22, 0, 1, 0},
	[COL_VALUE] = {N_("value"), LIST_TEXT, 12, 14, 0, 0},
	[COL_MEANING] = {N_("that is"), LIST_TEXT, 16, 0, 2, 1},
	[COL_NAME] = {N_("name"), LIST_TEXT, 0, 20, 0, 2},
};

static void policy_cell(const void *rows, size_t row, size_t column, struct list_cell *cell)
{
	const struct policy_view *p = rows;
	const struct policy_option *o = &policy_options[row];

	switch (column) {
	case COL_LABEL:
		cell->text = _(o->label);
		break;
	case COL_VALUE:
		cell->text = policy_text(&p->policy, (enum policy_id)row);
		if (strcmp(cell->text, o->fallback) != 0)
			cell->style = STYLE_STRONG;
		break;
	case COL_MEANING:
		cell->text = p->meanings[row];
		break;
	default:
		cell->text = o->name;
		cell->style = STYLE_DIM;
	}
}

static int64_t policy_row_id(const void *rows, size_t row)
{
	(void)rows;
	return (int64_t)row + 1;
}

static const struct list_spec policy_spec = {
	.columns = columns,
	.ncolumns = sizeof columns / sizeof columns[0],
	.cell = policy_cell,
	.id = policy_row_id,
};

/* What the rule says, and what it was before anybody set it. */
static void draw_rule(const struct view *v, size_t row, struct canvas *c)
{
	const struct policy_option *o = &policy_options[row];
	struct arena a = ARENA_INIT;
	int y = canvas_paragraph(c, 0, 0, c->cols, c->rows, STYLE_NORMAL, _(o->help));

	(void)v;
	if (y < c->rows)
		canvas_paragraph(
			c, y, 0, c->cols, c->rows - y, STYLE_DIM,
			arena_printf(&a, _("Default: %s. Name: %s."), o->fallback, o->name));
	arena_free(&a);
}

static void draw_foot(const struct view *v, size_t row, struct canvas *c)
{
	struct canvas below = canvas_sub(c, 1, 2, c->rows - 1, c->cols - 4);

	draw_rule(v, row, &below);
}

static const struct list_around around = {
	.pane = draw_rule,
	.foot_rows = FOOT_ROWS,
	.foot = draw_foot,
};

static int policy_open(struct view *v, const struct view_args *args, struct err *e)
{
	struct policy_view *p = v->state;

	(void)args;
	(void)e;
	list_screen_init(&p->screen, &policy_spec);
	p->screen.around = &around;
	return 0;
}

static int policy_load(struct view *v, struct store *s, struct err *e)
{
	struct policy_view *p = v->state;
	struct policy policy;

	if (store_policy_load(s, &v->arena, &policy, e) < 0)
		return -1;
	p->policy = policy;
	for (int i = 0; i < POLICY_COUNT; i++)
		p->meanings[i] = policy_meaning(&v->arena, &policy, (enum policy_id)i);
	list_screen_set(&p->screen, v, p, NULL, POLICY_COUNT);
	return 0;
}

/* What may be said, beneath what the rule says. */
static const char *value_label(struct arena *a, const struct policy_option *o)
{
	switch (o->type) {
	case POLICY_NUMBER:
		return arena_printf(a, _("%s From %d to %d; %s when nobody sets it."), _(o->help),
				    o->least, o->most, o->fallback);
	case POLICY_RULE:
		return arena_printf(a,
				    _("%s For example: start, end, end earlier (the last working "
				      "day), day 25, end+10, due+5w; %s when nobody sets it."),
				    _(o->help), o->fallback);
	default:
		return arena_printf(a, _("%s When nobody sets it: %s."), _(o->help), o->fallback);
	}
}

/* Asks for a value, once more where the last one would not do. */
static void ask_value(struct app *app, const struct policy_view *p, const char *typed,
		      const struct err *refused)
{
	const struct policy_option *o = &policy_options[p->asked];
	struct arena a = ARENA_INIT;
	const char *label = value_label(&a, o);

	if (refused)
		dialog_ask_again(app, TAG_VALUE, _(o->label), label, typed, VALUE_CHARS, refused);
	else
		dialog_ask(app, TAG_VALUE, _(o->label), label, policy_text(&p->policy, p->asked),
			   VALUE_CHARS);
	arena_free(&a);
}

/* What the answer is about: somebody may set the rule while it is typed. */
static void keep_read(struct policy_view *p)
{
	free(p->read);
	p->read = xstrdup(policy_text(&p->policy, p->asked));
}

/* Another value is in force by now: it is said beside what was typed, to be sent again or left. */
static void tell_conflict(struct policy_view *p, struct view *v, struct app *app, const char *typed,
			  const struct err *e)
{
	struct arena a = ARENA_INIT;
	struct err none = ERR_INIT;
	struct policy now;

	if (store_policy_load(v->context->store, &a, &now, &none) == 0) {
		free(p->read);
		p->read = xstrdup(policy_text(&now, p->asked));
	}
	ask_value(app, p, typed, e);
	arena_free(&a);
}

static enum reply policy_act(struct view *v, struct app *app, enum action a)
{
	struct policy_view *p = v->state;
	enum reply reply = list_screen_act(&p->screen, v, app, a);
	int row = list_screen_current(&p->screen);
	struct err e = ERR_INIT;

	if (reply != REPLY_PASS || (a != DO_OPEN && a != DO_EDIT) || row < 0)
		return reply;
	if (session_demand(v->context, ACT_POLICY, 0, &e) < 0) {
		app_error(app, &e);
		return REPLY_DONE;
	}
	p->asked = (enum policy_id)row;
	keep_read(p);
	ask_value(app, p, NULL, NULL);
	return REPLY_DONE;
}

static enum reply policy_resume(struct view *v, struct app *app, const struct view_result *r)
{
	struct policy_view *p = v->state;
	struct actor who = session_actor(v->context);
	enum reply own = list_view_resume(v, app, r);
	struct err e = ERR_INIT;
	unsigned changes = 0;

	if (own != REPLY_PASS || !r->ok || r->tag != TAG_VALUE)
		return own == REPLY_PASS ? REPLY_DONE : own;
	if (store_policy_change(v->context->store, &who, p->asked, p->read, r->text, &changes, &e) <
	    0) {
		if (e.code == ERR_CONFLICT)
			tell_conflict(p, v, app, r->text, &e);
		else
			ask_value(app, p, r->text, &e);
		return REPLY_DONE;
	}
	app_changed(app, changes);
	app_info(app, _("%s: set for everybody. Periods that are there keep their dates."),
		 _(policy_options[p->asked].label));
	return REPLY_DONE;
}

static void policy_close(struct view *v)
{
	free(((struct policy_view *)v->state)->read);
	list_view_close(v);
}

static bool policy_offers(const struct view *v, enum action a)
{
	if (a == DO_OPEN || a == DO_EDIT)
		return session_may(v->context, ACT_POLICY, 0);
	return a != DO_ADD_ROW && list_view_offers(v, a);
}

const struct view_ops view_policy = {
	.name = "policy",
	.title = N_("Rules for everybody"),
	.scope = SCOPE_ROWS,
	.depends = CHANGE_POLICY | CHANGE_OTHERS,
	.state_size = sizeof(struct policy_view),
	.open = policy_open,
	.load = policy_load,
	.draw = list_view_draw,
	.act = policy_act,
	.key = list_view_key,
	.point = list_view_point,
	.offers = policy_offers,
	.resume = policy_resume,
	.close = policy_close,
};
