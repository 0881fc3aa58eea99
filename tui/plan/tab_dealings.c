/*
 * tab_dealings.c - what has gone back and forth about an action: urge notices and instructions, and
 * what its units asked of the office, newest first. A unit sees its own. Enter opens one, where it
 * is answered or decided.
 */
#include "tui/plan/action_tab.h"

#include "core/i18n.h"
#include "core/rule/notice.h"
#include "core/rule/request.h"
#include "core/text/find.h"
#include "db/cycle/store_notice.h"
#include "db/cycle/store_request.h"
#include "tui/app/session.h"

#include <stdlib.h>

enum { FOOT_ROWS = 4, MOST = 300 };

/* A notice or a request. */
struct dealing {
	bool notice;
	int64_t id, at;
	const char *day, *what, *unit, *state;
	int style; /* of the state */
	const char *text, *answer;
};

struct dealings {
	struct dealing *at;
	size_t n;
};

enum { COL_DAY, COL_STATE, COL_WHAT, COL_UNIT };

static const struct list_column dealing_columns[] = {
	[COL_DAY] = {N_("when"), LIST_TEXT, 10, 10, 0, 0},
	[COL_STATE] = {N_("state"), LIST_TEXT, 0, 30, 0, 0},
	[COL_WHAT] = {N_("what"), LIST_TEXT, 20, 0, 2, 0},
	[COL_UNIT] = {N_("unit"), LIST_TEXT, 10, 22, 1, 1},
};

static void dealing_cell(const void *rows, size_t row, size_t column, struct list_cell *cell)
{
	const struct dealing *d = &((const struct dealings *)rows)->at[row];

	switch (column) {
	case COL_DAY:
		cell->text = d->day;
		cell->rank = d->at;
		break;
	case COL_STATE:
		cell->text = d->state;
		cell->style = d->style;
		break;
	case COL_WHAT:
		cell->text = d->what;
		break;
	default:
		cell->text = d->unit;
	}
}

/* Notices and requests are numbered apart. */
static int64_t dealing_id(const void *rows, size_t row)
{
	const struct dealing *d = &((const struct dealings *)rows)->at[row];

	return d->id * 2 + d->notice;
}

static const struct list_spec dealing_spec = {
	.columns = dealing_columns,
	.ncolumns = sizeof dealing_columns / sizeof dealing_columns[0],
	.cell = dealing_cell,
	.id = dealing_id,
	.empty = N_("No notice, instruction or request on this action so far."),
};

static const char *day_of(struct arena *a, int64_t at)
{
	char text[TIME_TEXT];

	time_format_local(at, text);
	text[DATE_TEXT - 1] = '\0';
	return arena_strdup(a, text);
}

static struct dealing of_notice(struct arena *a, const struct notice_row *n, struct date today)
{
	int waits = notice_is_overdue(n, today) ? STYLE_LAMP_RED : STYLE_LAMP_YELLOW;

	return (struct dealing){
		.notice = true,
		.id = n->id,
		.at = n->issued_at,
		.day = day_of(a, n->issued_at),
		.what = *n->text ? arena_printf(a, _("%1$s: %2$s"), notice_name(a, n), n->text)
				 : notice_name(a, n),
		.unit = n->unit,
		.state = notice_standing(a, n, today),
		.style = n->state == NOTICE_ISSUED ? waits : STYLE_DIM,
		.text = n->text,
		.answer = n->answer,
	};
}

static struct dealing of_request(struct arena *a, const struct request_row *q)
{
	return (struct dealing){
		.id = q->id,
		.at = q->asked_at,
		.day = day_of(a, q->asked_at),
		.what = request_label(a, q),
		.unit = q->unit,
		.state = request_state_label(q->state),
		.style = q->state == REQUEST_ASKED ? STYLE_LAMP_YELLOW : STYLE_DIM,
		.text = q->reason,
		.answer = q->answer,
	};
}

static int newest_first(const void *a, const void *b)
{
	const struct dealing *x = a, *y = b;

	if (x->at != y->at)
		return x->at < y->at ? 1 : -1;
	if (x->notice != y->notice)
		return x->notice ? -1 : 1;
	return (x->id < y->id) - (x->id > y->id);
}

static int dealings_load(struct view *v, struct store *store, struct err *e)
{
	struct action_screen *s = v->state;
	struct arena *a = &v->arena;
	struct actor who = session_actor(v->context);
	struct dealings *all = arena_alloc(a, sizeof *all);
	struct notice_filter of_notices = {.action_id = s->action_id, .kind = -1};
	struct request_filter of_requests = {.action_id = s->action_id};
	struct notice_rows notices;
	struct request_rows requests;

	if (store_notice_list(store, a, &who, &of_notices, MOST, &notices, e) < 0 ||
	    store_request_list(store, a, &who, &of_requests, MOST, &requests, e) < 0)
		return -1;
	const char **find = arena_alloc(a, (notices.n + requests.n + 1) * sizeof *find);
	all->at = arena_alloc(a, (notices.n + requests.n + 1) * sizeof *all->at);
	all->n = 0;
	for (size_t i = 0; i < notices.n; i++)
		all->at[all->n++] = of_notice(a, &notices.at[i], v->context->now.today);
	for (size_t i = 0; i < requests.n; i++)
		all->at[all->n++] = of_request(a, &requests.at[i]);
	qsort(all->at, all->n, sizeof *all->at, newest_first);
	for (size_t i = 0; i < all->n; i++)
		find[i] = arena_printf(a, "%s %s", all->at[i].text, all->at[i].answer);
	s->rows = all;
	action_set_rows(v, find, all->n);
	if (session_unit(v->context, 0)) /* they are all its own */
		columns_hide(&s->lists[ACTION_TAB_DEALINGS].columns, COL_UNIT);
	return 0;
}

/* Why it was asked or what was said, and the answer. */
static void dealings_pane(const struct view *v, size_t row, struct canvas *c)
{
	const struct dealings *all = ((const struct action_screen *)v->state)->rows;
	const struct dealing *d = &all->at[row];
	int y = canvas_paragraph(c, 0, 0, c->cols, c->rows, STYLE_NORMAL,
				 *d->text ? d->text : d->what);

	canvas_paragraph(c, y, 0, c->cols, c->rows - y, STYLE_STRONG, d->answer);
}

static void dealings_foot(const struct view *v, size_t row, struct canvas *c)
{
	struct canvas foot = action_foot(c);

	dealings_pane(v, row, &foot);
}

static const struct list_around dealings_around = {
	.pane = dealings_pane,
	.foot_rows = FOOT_ROWS,
	.foot = dealings_foot,
	.name = "action-dealings",
};

static enum reply dealings_act(struct view *v, struct app *app, enum action a)
{
	const struct action_screen *s = v->state;
	const struct dealings *all = s->rows;
	int i = action_row(s, ACTION_TAB_DEALINGS);

	if (a != DO_OPEN)
		return REPLY_PASS;
	if (i >= 0)
		app_push(app, all->at[i].notice ? &view_notice : &view_request,
			 &(struct view_args){.id = all->at[i].id});
	return REPLY_DONE;
}

const struct action_tab_ops tab_dealings = {
	.list = &dealing_spec,
	.around = &dealings_around,
	.load = dealings_load,
	.act = dealings_act,
};
