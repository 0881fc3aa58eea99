/*
 * tab_history.c - everything that was ever done to an action and what hangs on it, newest first:
 * who, when, what, and what changed by it.
 */
#include "tui/plan/action_tab.h"

#include "core/i18n.h"
#include "db/store_log.h"
#include "core/log_text.h"
#include "tui/app/session.h"
#include "tui/part/dialog.h"

#include <stdlib.h>

enum { FOOT_ROWS = 5, MOST = 500 };

struct history_row {
	const struct log_row *log;
	const char *at, *post, *what;
};

struct history {
	struct log_rows log;
	struct history_row *rows;
};

enum { COL_AT, COL_WHO, COL_ACT, COL_WHAT };

static const struct list_column history_columns[] = {
	[COL_AT] = {N_("when"), LIST_TEXT, 0, 0, 0, 0},
	[COL_WHO] = {N_("who"), LIST_TEXT, 0, 16, 0, 1},
	[COL_ACT] = {N_("act"), LIST_TEXT, 0, 0, 0, 0},
	[COL_WHAT] = {N_("what changed"), LIST_TEXT, 12, 0, 1, 2},
};

static void history_cell(const void *rows, size_t row, size_t column, struct list_cell *cell)
{
	const struct history_row *r = &((const struct history *)rows)->rows[row];

	switch (column) {
	case COL_AT:
		cell->text = r->at;
		break;
	case COL_WHO:
		cell->text = r->log->person;
		break;
	case COL_ACT:
		cell->text = log_act_label(r->log->act);
		break;
	default:
		cell->text = r->what;
		cell->style = STYLE_DIM;
	}
}

static int64_t history_id(const void *rows, size_t row)
{
	return ((const struct history *)rows)->rows[row].log->id;
}

static const struct list_spec history_spec = {
	.columns = history_columns,
	.ncolumns = sizeof history_columns / sizeof history_columns[0],
	.cell = history_cell,
	.id = history_id,
	.empty = N_("Nothing has been done to this action since it was imported."),
};

static int history_load(struct view *v, struct store *store, struct err *e)
{
	struct action_screen *s = v->state;
	struct actor who = session_actor(v->context);
	struct arena *a = &v->arena;
	struct history *h = arena_alloc(a, sizeof *h);
	struct log_filter f = {.action_id = s->action_id};
	char at[TIME_TEXT];

	if (store_log_list(store, a, &who, &f, MOST, &h->log, e) < 0)
		return -1;
	h->rows = arena_alloc(a, (h->log.n + 1) * sizeof *h->rows);
	for (size_t i = 0; i < h->log.n; i++) {
		const struct log_row *log = &h->log.at[i];

		h->rows[i] =
			(struct history_row){log, arena_strdup(a, time_format_local(log->at, at)),
					     log_post_label(a, log->post), log_change_text(a, log)};
	}
	s->rows = h;
	action_set_rows(v, NULL, h->log.n);
	return 0;
}

static void history_pane(const struct view *v, size_t row, struct canvas *c)
{
	const struct history *h = ((const struct action_screen *)v->state)->rows;
	const struct history_row *r = &h->rows[row];

	canvas_printf(c, 0, 0, STYLE_DIM, "%s %s", r->post, r->log->remote);
	canvas_paragraph(c, 1, 0, c->cols, c->rows - 1, STYLE_NORMAL, r->what);
}

static void history_foot(const struct view *v, size_t row, struct canvas *c)
{
	struct canvas foot = action_foot(c);

	history_pane(v, row, &foot);
}

static const struct list_around history_around = {
	.pane = history_pane,
	.foot_rows = FOOT_ROWS,
	.foot = history_foot,
	.name = "action-history",
};

/* The whole of what changed: below the list there is room for its beginning. */
static enum reply history_act(struct view *v, struct app *app, enum action a)
{
	const struct action_screen *s = v->state;
	const struct history *h = s->rows;
	int i = action_row(s, ACTION_TAB_HISTORY);

	if (a != DO_OPEN)
		return REPLY_PASS;
	if (i < 0)
		return REPLY_DONE;
	const struct history_row *r = &h->rows[i];
	char *title = xasprintf("%s %s %s", r->at, r->log->person, log_act_label(r->log->act));

	dialog_text(app, 0, title, r->what[0] ? r->what : r->post, true);
	free(title);
	return REPLY_DONE;
}

const struct action_tab_ops tab_history = {
	.list = &history_spec,
	.around = &history_around,
	.load = history_load,
	.act = history_act,
};
