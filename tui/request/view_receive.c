/*
 * view_receive.c - tasks that were assigned and not received yet. A unit takes note of all of its
 * own with one answer, of one by its menu, or objects to it; the office sees those of all units
 * with the days that have passed. The line that first screens show of it stands here too.
 */
#include "tui/home/home_lines.h"

#include "core/text/find.h"
#include "core/i18n.h"
#include "db/change.h"
#include "db/cycle/store_receipt.h"
#include "tui/part/dialog.h"
#include "tui/part/list_menu.h"
#include "tui/part/list_screen.h"
#include "tui/plan/task_detail.h"

#include <stdio.h>

enum { TAG_MENU = 1, TAG_ALL, TAG_BEHALF };
enum { ENTRY_RECEIVE, ENTRY_ALL, ENTRY_CONTEST, ENTRY_ACTION, MOST_ENTRIES };

struct receive_view {
	struct list_screen screen;
	int64_t unit_id; /* 0: all units */
	struct unreceived_rows rows;
	bool plans; /* of others than the plan one works in too */
};

enum { COL_DAYS, COL_NO, COL_ACTION, COL_ROLE, COL_UNIT, COL_PLAN, COL_ISSUED };

static const struct list_column columns[] = {
	[COL_DAYS] = {N_("days"), LIST_NUMBER, 4, 0, 0, 0},
	[COL_NO] = {N_("no."), LIST_ID, 0, 8, 0, 0},
	[COL_ACTION] = {N_("action"), LIST_TEXT, 18, 0, 3, 0},
	[COL_ROLE] = {N_("role"), LIST_TEXT, 0, 0, 0, 2},
	[COL_UNIT] = {N_("unit"), LIST_TEXT, 12, 0, 2, 1},
	[COL_PLAN] = {N_("plan"), LIST_TEXT, 0, 20, 0, 4},
	[COL_ISSUED] = {N_("assigned"), LIST_TEXT, 10, 10, 0, 3},
};

static void receive_cell(const void *rows, size_t row, size_t column, struct list_cell *cell)
{
	const struct receive_view *v = rows;
	const struct unreceived_row *r = &v->rows.at[row];

	switch (column) {
	case COL_DAYS:
		snprintf(cell->buf, sizeof cell->buf, "%d", r->days);
		cell->text = r->days ? cell->buf : none_sign();
		cell->rank = r->days + 1;
		break;
	case COL_NO:
		cell->text = r->action_no;
		break;
	case COL_ACTION:
		cell->text = r->action_title;
		break;
	case COL_ROLE:
		cell->text = role_label(r->role);
		break;
	case COL_UNIT:
		cell->text = v->unit_id ? "" : r->unit;
		break;
	case COL_PLAN:
		cell->text = v->plans ? r->plan_code : "";
		break;
	default:
		time_format_local(r->issued_at, cell->buf);
		cell->buf[DATE_TEXT - 1] = '\0';
		cell->text = cell->buf;
		cell->rank = r->issued_at;
	}
}

/* A collective unit's assignment is a row for each of its members. */
static int64_t receive_id(const void *rows, size_t row)
{
	const struct unreceived_row *r = &((const struct receive_view *)rows)->rows.at[row];

	return r->assignment_id * 100000 + r->unit_id;
}

static const struct list_spec receive_spec = {
	.columns = columns,
	.ncolumns = sizeof columns / sizeof columns[0],
	.cell = receive_cell,
	.id = receive_id,
	.empty = N_("Every task that was assigned has been received."),
};

static int receive_open(struct view *v, const struct view_args *args, struct err *e)
{
	struct receive_view *r = v->state;

	(void)e;
	r->unit_id = session_unit(v->context, args->id2);
	list_screen_init(&r->screen, &receive_spec);
	return 0;
}

/* A unit's tasks of all open plans; of all units those of the plan one works in. */
static int read_rows(const struct app_context *c, struct arena *a, int64_t plan_id, int64_t unit_id,
		     struct unreceived_rows *rows, struct err *e)
{
	struct actor who = session_actor(c);

	return store_unreceived_list(c->store, a, &who, unit_id ? 0 : plan_id, unit_id, rows, e);
}

static const char **make_find(struct arena *a, const struct unreceived_rows *rows)
{
	const char **find = arena_alloc(a, (rows->n + 1) * sizeof *find);

	for (size_t i = 0; i < rows->n; i++) {
		const struct unreceived_row *r = &rows->at[i];

		find[i] = arena_printf(a, "%s %s %s", r->action_no,
				       find_text(a, r->action_title, r->action_pinyin),
				       find_text(a, r->unit, r->unit_pinyin));
	}
	return find;
}

static int receive_load(struct view *v, struct store *s, struct err *e)
{
	struct receive_view *r = v->state;
	struct unreceived_rows rows;
	struct scene scene;

	(void)s;
	if (session_scene(v->context, &v->arena, &scene, e) < 0 ||
	    read_rows(v->context, &v->arena, scene.plan.id, r->unit_id, &rows, e) < 0)
		return -1;
	r->rows = rows;
	r->plans = false;
	for (size_t i = 0; i < rows.n; i++)
		r->plans = r->plans || rows.at[i].plan_id != scene.plan.id;
	view_set_title(v, r->unit_id ? _("Tasks to receive") : _("Tasks not received yet"));
	list_screen_set(&r->screen, v, r, make_find(&v->arena, &rows), rows.n);
	return 0;
}

static const struct unreceived_row *current(const struct receive_view *r)
{
	int i = list_screen_current(&r->screen);

	return i < 0 ? NULL : &r->rows.at[i];
}

/* What the unit can do with its task; the office does it for the unit, and it is marked so. */
static size_t add_entries(const struct view *v, const struct unreceived_row *row,
			  struct menu_entry *entries)
{
	const struct receive_view *r = v->state;
	bool own = r->unit_id != 0;
	size_t n = 0;

	if (!session_may(v->context, ACT_RECEIVE, row->unit_id))
		return 0;
	entries[n++] = (struct menu_entry){.text = own ? _("Receive this task")
						       : _("Receive it for the unit, marked so"),
					   .id = ENTRY_RECEIVE};
	if (own && r->rows.n > 1)
		entries[n++] =
			(struct menu_entry){.text = _("Receive all of them"), .id = ENTRY_ALL};
	entries[n++] = (struct menu_entry){.text = own ? _("Object: say what should be changed")
						       : _("Object for the unit"),
					   .id = ENTRY_CONTEST};
	return n;
}

static enum reply receive_menu(const struct view *v, struct app *app,
			       const struct unreceived_row *row)
{
	struct menu_entry entries[MOST_ENTRIES + 1];
	char key[KEY_LABEL];
	struct arena a = ARENA_INIT;
	const struct receive_view *r = v->state;
	const struct menu_entry open = {.text = _("Open the action"), .id = ENTRY_ACTION};
	size_t n = 0;

	/* What the office does first is to look. */
	if (!r->unit_id)
		entries[n++] = open;
	n += add_entries(v, row, entries + n);
	if (r->unit_id)
		entries[n++] = open;
	entries[n++] = list_menu_entry(app, key);
	menu_open(app, TAG_MENU, arena_printf(&a, "%s %s", row->action_no, row->action_title),
		  entries, n);
	arena_free(&a);
	return REPLY_DONE;
}

/* Of one plan: all of the unit, or one action. */
static int receive(const struct view *v, int64_t plan_id, int64_t unit_id, int64_t action_id,
		   int *n, unsigned *changes, struct err *e)
{
	struct actor who = session_actor(v->context);
	int some = 0, rc = store_receive(v->context->store, &who, plan_id, unit_id, action_id,
					 &some, changes, e);

	*n += some;
	return rc;
}

static enum reply receive_one(struct view *v, struct app *app, const struct unreceived_row *row)
{
	const struct receive_view *r = v->state;
	struct err e = ERR_INIT;
	unsigned changes = 0;
	bool last = r->unit_id && r->rows.n == 1;
	int n = 0;

	if (receive(v, row->plan_id, row->unit_id, row->action_id, &n, &changes, &e) < 0)
		app_error(app, &e);
	else
		app_info(app, _("%s %s: received"), row->action_no, row->action_title);
	app_changed(app, changes);
	if (last && n)
		app_finish(app, &(struct view_result){.ok = true});
	return REPLY_DONE;
}

/* For another unit it is asked once. */
static enum reply ask_behalf(struct app *app, const struct unreceived_row *row)
{
	struct arena a = ARENA_INIT;

	dialog_confirm(app, TAG_BEHALF, _("Receive it for the unit, marked so"),
		       arena_printf(&a,
				    _("%s %s counts as received by %s; the log says that you did "
				      "it for the unit."),
				    row->action_no, row->action_title, row->unit),
		       _("Receive"), NULL);
	arena_free(&a);
	return REPLY_DONE;
}

/* The question names them. */
static enum reply ask_all(const struct receive_view *r, struct app *app)
{
	struct arena a = ARENA_INIT;
	struct strbuf list = STRBUF_INIT;

	for (size_t i = 0; i < r->rows.n; i++)
		strbuf_printf(&list, "%s%s %s", i ? "; " : "", r->rows.at[i].action_no,
			      r->rows.at[i].action_title);
	dialog_agree(app, TAG_ALL, _("Receive all of them"),
		     arena_printf(&a,
				  Q_("The unit takes note of %zu task: %s. What should be changed "
				     "can be objected to later too.",
				     "The unit takes note of %zu tasks: %s. What should be changed "
				     "can be objected to later too.",
				     r->rows.n),
				  r->rows.n, list.s),
		     _("Receive"));
	strbuf_free(&list);
	arena_free(&a);
	return REPLY_DONE;
}

/* Plan by plan, as they stand in the list. */
static enum reply receive_all(struct view *v, struct app *app)
{
	const struct receive_view *r = v->state;
	struct err e = ERR_INIT;
	unsigned changes = 0;
	int n = 0, rc = 0;

	for (size_t i = 0; rc == 0 && i < r->rows.n; i++) {
		size_t k = 0;

		while (r->rows.at[k].plan_id != r->rows.at[i].plan_id)
			k++;
		if (k == i)
			rc = receive(v, r->rows.at[i].plan_id, r->unit_id, 0, &n, &changes, &e);
	}
	if (rc < 0)
		app_error(app, &e);
	else
		app_info(app, Q_("%d task received", "%d tasks received", n), n);
	app_changed(app, changes);
	if (rc == 0)
		app_finish(app, &(struct view_result){.ok = true});
	return REPLY_DONE;
}

static bool may_receive_all(const struct view *v)
{
	const struct receive_view *r = v->state;

	return r->unit_id && r->rows.n && session_may(v->context, ACT_RECEIVE, r->unit_id);
}

static enum reply do_entry(struct view *v, struct app *app, int64_t entry)
{
	const struct receive_view *r = v->state;
	const struct unreceived_row *row = current(r);

	if (entry == ENTRY_ALL)
		return ask_all(r, app);
	if (!row)
		return REPLY_DONE;
	if (entry == ENTRY_RECEIVE)
		return r->unit_id ? receive_one(v, app, row) : ask_behalf(app, row);
	if (entry == ENTRY_CONTEST)
		app_push(app, &view_request_form,
			 &(struct view_args){.id = row->action_id,
					     .id2 = row->unit_id,
					     .tab = REQUEST_CONTEST});
	else
		app_push(app, &view_action,
			 &(struct view_args){.id = row->action_id, .id2 = row->unit_id});
	return REPLY_DONE;
}

static enum reply receive_act(struct view *v, struct app *app, enum action a)
{
	struct receive_view *r = v->state;
	enum reply reply = list_screen_act(&r->screen, v, app, a);

	if (reply != REPLY_PASS)
		return reply;
	if (a == DO_OPEN && current(r))
		return receive_menu(v, app, current(r));
	return a == DO_RECEIVE_ALL && may_receive_all(v) ? ask_all(r, app) : REPLY_PASS;
}

static enum reply receive_resume(struct view *v, struct app *app, const struct view_result *result)
{
	enum reply own = list_view_resume(v, app, result);

	if (own != REPLY_PASS || !result->ok)
		return own == REPLY_PASS ? REPLY_DONE : own;
	if (result->tag == TAG_ALL)
		return receive_all(v, app);
	if (result->tag == TAG_BEHALF && current(v->state))
		return receive_one(v, app, current(v->state));
	return result->tag == TAG_MENU ? do_entry(v, app, result->id) : REPLY_DONE;
}

static bool receive_offers(const struct view *v, enum action a)
{
	return a == DO_RECEIVE_ALL ? may_receive_all(v) : list_view_offers(v, a);
}

const struct view_ops view_receive = {
	.name = "receive",
	.title = N_("Tasks to receive"),
	.scope = SCOPE_RECEIVE,
	.depends = CHANGE_ASSIGNMENT | CHANGE_PLAN | CHANGE_UNIT | CHANGE_OTHERS,
	.state_size = sizeof(struct receive_view),
	.open = receive_open,
	.load = receive_load,
	.draw = list_view_draw,
	.act = receive_act,
	.key = list_view_key,
	.point = list_view_point,
	.resume = receive_resume,
	.offers = receive_offers,
	.close = list_view_close,
};

static const char *receipt_text(struct arena *a, const struct unreceived_rows *rows, bool own)
{
	int n = (int)rows->n, days = rows->at[0].days; /* longest waiting first */

	if (!days)
		return own ? arena_printf(a, _("New tasks to receive: %d (assigned today)"), n)
			   : arena_printf(a,
					  _("Tasks not received by their units: %d (assigned "
					    "today)"),
					  n);
	return own ? arena_printf(a, _("New tasks to receive: %d (the first %d days ago)"), n, days)
		   : arena_printf(a, _("Tasks not received by their units: %d (for up to %d days)"),
				  n, days);
}

int home_receipt(const struct app_context *c, struct arena *a, const struct scene *sc,
		 struct home_lines *lines, struct err *e)
{
	int64_t unit_id = session_unit(c, 0);
	struct unreceived_rows rows;

	if (!sc->plan.id || !session_may(c, ACT_RECEIVE, unit_id))
		return 0;
	if (read_rows(c, a, sc->plan.id, unit_id, &rows, e) < 0)
		return -1;
	if (rows.n)
		home_lines_add(a, lines, unit_id ? STYLE_STRONG : STYLE_NORMAL,
			       receipt_text(a, &rows, unit_id != 0), &view_receive,
			       (struct view_args){0});
	return 0;
}
