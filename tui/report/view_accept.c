/*
 * view_accept.c - accepting several of the reports that wait for the office: marked one by one or
 * all at once, read beside or below the list, accepted with one answer to a question that names
 * them. A mark is on a report as it was read: when its unit has changed it since, the mark is gone.
 */
#include "tui/view/views.h"

#include "core/text/find.h"
#include "core/i18n.h"
#include "db/change.h"
#include "db/report/store_report.h"
#include "tui/app/session.h"
#include "tui/part/dialog.h"
#include "tui/part/list_screen.h"
#include "tui/report/report_cell.h"
#include "tui/report/report_detail.h"
#include "tui/plan/task_detail.h"

enum { TAG_ACCEPT = 1, TAG_TOLD, FOOT_ROWS = 5 };

struct accept {
	struct list_screen screen;
	struct report_rows rows;
	int same_limit; /* as of the session when they were read */
	/* Those that are marked, in memory of its own: it outlives a load. */
	struct arena own;
	VEC(struct report_pick) marks;
};

static const struct list_column columns[] = {
	[REPORT_COL_OWN] = {"", LIST_TEXT, 3, 3, 0, 0},
	REPORT_COLUMNS(10),
};

static int find_mark(const struct accept *x, const struct report_row *r)
{
	for (size_t i = 0; i < x->marks.n; i++)
		if (x->marks.at[i].report_id == r->id && x->marks.at[i].version == r->version)
			return (int)i;
	return -1;
}

static void accept_cell(const void *rows, size_t row, size_t column, struct list_cell *cell)
{
	const struct accept *x = rows;
	const struct report_row *r = &x->rows.at[row];

	if (column == REPORT_COL_OWN)
		cell->text = find_mark(x, r) >= 0 ? "[x]" : "[ ]";
	else
		report_cell(r, x->same_limit, column, cell);
}

static int64_t accept_id(const void *rows, size_t row)
{
	return ((const struct accept *)rows)->rows.at[row].id;
}

static const struct list_spec accept_spec = {
	.columns = columns,
	.ncolumns = sizeof columns / sizeof columns[0],
	.cell = accept_cell,
	.id = accept_id,
	.empty = N_("No report waits for review."),
};

static void accept_pane(const struct view *v, size_t row, struct canvas *c)
{
	const struct accept *x = v->state;

	report_detail_draw(&x->rows.at[row], x->same_limit, c);
}

static void accept_foot(const struct view *v, size_t row, struct canvas *c)
{
	struct canvas below = canvas_sub(c, 1, 1, c->rows - 1, c->cols - 2);

	canvas_hline(c, 0, 0, c->cols, STYLE_DIM);
	accept_pane(v, row, &below);
}

static const struct list_around accept_around = {
	.pane = accept_pane, .foot_rows = FOOT_ROWS, .foot = accept_foot};

static int accept_open(struct view *v, const struct view_args *args, struct err *e)
{
	struct accept *x = v->state;

	(void)args;
	if (session_demand(v->context, ACT_REVIEW, 0, e) < 0)
		return -1;
	list_screen_init(&x->screen, &accept_spec);
	x->screen.around = &accept_around;
	return 0;
}

static void accept_close(struct view *v)
{
	arena_free(&((struct accept *)v->state)->own);
	list_view_close(v);
}

/* Marks of what is there as it was marked; the others are gone. */
static void keep_marks(struct accept *x)
{
	size_t kept = 0;

	for (size_t i = 0; i < x->marks.n; i++)
		for (size_t k = 0; k < x->rows.n; k++)
			if (x->rows.at[k].id == x->marks.at[i].report_id &&
			    x->rows.at[k].version == x->marks.at[i].version)
				x->marks.at[kept++] = x->marks.at[i];
	x->marks.n = kept;
}

static const char *note(const struct accept *x, struct arena *a)
{
	return x->rows.n ? arena_printf(a, _("%zu of %zu marked"), x->marks.n, x->rows.n) : NULL;
}

static int accept_load(struct view *v, struct store *s, struct err *e)
{
	struct accept *x = v->state;
	struct arena *a = &v->arena;
	struct scene scene;
	struct report_rows rows = {0};

	(void)s;
	if (session_scene(v->context, a, &scene, e) < 0 ||
	    session_waiting(v->context, a, scene.plan.id, &rows, e) < 0)
		return -1;
	const char **find = arena_alloc(a, (rows.n + 1) * sizeof *find);
	for (size_t i = 0; i < rows.n; i++)
		find[i] = arena_printf(
			a, "%s %s", find_text(a, rows.at[i].action_title, rows.at[i].action_pinyin),
			find_text(a, rows.at[i].unit, rows.at[i].unit_pinyin));
	x->rows = rows;
	x->same_limit = v->context->session->same_limit;
	keep_marks(x);
	list_screen_set(&x->screen, v, x, find, rows.n);
	x->screen.note = note(x, a);
	return 0;
}

static void mark(struct accept *x, const struct report_row *r, bool on)
{
	int i = find_mark(x, r);

	if (on && i < 0)
		*vec_push(&x->own, &x->marks) = (struct report_pick){r->id, r->version};
	else if (!on && i >= 0)
		x->marks.at[i] = x->marks.at[--x->marks.n];
}

/* Marks change what a row looks like: the list takes its rows anew. */
static enum reply mark_one(struct accept *x)
{
	int i = list_screen_current(&x->screen);

	if (i < 0)
		return REPLY_DONE;
	mark(x, &x->rows.at[i], find_mark(x, &x->rows.at[i]) < 0);
	return REPLY_RELOAD;
}

/* Those that are shown: what was narrowed away is not touched. */
static enum reply mark_all(struct accept *x)
{
	size_t n = x->screen.list.n, marked = 0;

	for (size_t i = 0; i < n; i++)
		marked += find_mark(x, &x->rows.at[list_screen_row(&x->screen, i)]) >= 0;
	for (size_t i = 0; i < n; i++)
		mark(x, &x->rows.at[list_screen_row(&x->screen, i)], marked < n);
	return REPLY_RELOAD;
}

static enum reply read_one(struct accept *x, struct app *app)
{
	int i = list_screen_current(&x->screen);

	if (i >= 0)
		app_push(app, &view_review, &(struct view_args){.id = x->rows.at[i].id});
	return REPLY_DONE;
}

/* One question for all of them, which names each. */
static enum reply ask_accept(struct accept *x, struct app *app)
{
	struct strbuf b = STRBUF_INIT;

	if (!x->marks.n) {
		app_info(app, "%s", _("Mark the reports first: Enter marks the one here."));
		return REPLY_DONE;
	}
	strbuf_printf(&b,
		      Q_("%zu report is accepted as it was handed in:",
			 "%zu reports are accepted as they were handed in:", x->marks.n),
		      x->marks.n);
	for (size_t i = 0; i < x->rows.n; i++) {
		const struct report_row *r = &x->rows.at[i];

		if (find_mark(x, r) >= 0)
			strbuf_printf(&b, "\n%s %s · %s · %s %d%%", r->action_no, r->action_title,
				      r->unit, r->period_code, r->percent);
	}
	dialog_confirm(app, TAG_ACCEPT, _("Accept several reports"), b.s, _("Accept them"), NULL);
	strbuf_free(&b);
	return REPLY_DONE;
}

static void unmark_refused(struct accept *x, const struct report_refusals *refused)
{
	/* the last first: marks move up where one goes */
	for (size_t i = refused->n; i-- > 0;)
		if (refused->at[i].pick < x->marks.n)
			x->marks.at[refused->at[i].pick] = x->marks.at[--x->marks.n];
}

/* Nothing was accepted: each that stands in the way is named with its reason, and marked no more.
 */
static void tell_refused(struct accept *x, struct app *app, const struct report_refusals *refused)
{
	struct strbuf b = STRBUF_INIT;

	strbuf_puts(&b, _("Nothing was accepted yet. These stand in the way; they are no longer "
			  "marked, all others still are:"));
	for (size_t i = 0; i < refused->n; i++)
		strbuf_printf(&b, "\n\n%s: %s", refused->at[i].what, refused->at[i].why);
	unmark_refused(x, refused);
	dialog_notice(app, TAG_TOLD, _("Accept several reports"), b.s);
	strbuf_free(&b);
}

static enum reply accept_marked(struct view *v, struct app *app)
{
	struct accept *x = v->state;
	struct actor who = session_actor(v->context);
	struct arena a = ARENA_INIT;
	struct err e = ERR_INIT;
	struct report_refusals refused = {0};
	unsigned changes = 0;

	if (store_report_accept_many(v->context->store, &who, x->marks.at, x->marks.n, &a, &refused,
				     &changes, &e) == 0) {
		app_info(app, Q_("%zu report accepted", "%zu reports accepted", x->marks.n),
			 x->marks.n);
		x->marks.n = 0;
		app_changed(app, changes);
	} else if (refused.n) {
		tell_refused(x, app, &refused);
	} else {
		app_error(app, &e);
	}
	arena_free(&a);
	return REPLY_RELOAD;
}

static enum reply accept_act(struct view *v, struct app *app, enum action a)
{
	struct accept *x = v->state;

	switch ((int)a) {
	case DO_MARK:
		return mark_one(x);
	case DO_MARK_ALL:
		return mark_all(x);
	case DO_READ:
		return read_one(x, app);
	case DO_ACCEPT_MARKED:
		return ask_accept(x, app);
	default:
		break;
	}
	enum reply reply = list_screen_act(&x->screen, v, app, a);
	/* A click opens. */
	return reply == REPLY_PASS && a == DO_OPEN ? mark_one(x) : reply;
}

static enum reply accept_resume(struct view *v, struct app *app, const struct view_result *r)
{
	enum reply own = list_view_resume(v, app, r);

	if (own != REPLY_PASS)
		return own;
	return r->ok && r->tag == TAG_ACCEPT ? accept_marked(v, app) : REPLY_DONE;
}

static bool accept_offers(const struct view *v, enum action a)
{
	const struct accept *x = v->state;

	if (a == DO_OPEN)
		return false; /* Enter marks */
	if (a == DO_MARK || a == DO_MARK_ALL || a == DO_READ || a == DO_ACCEPT_MARKED)
		return x->rows.n > 0;
	return a != DO_PRINT && list_view_offers(v, a);
}

const struct view_ops view_accept = {
	.name = "accept",
	.title = N_("Accept several reports"),
	.scope = SCOPE_MARKS,
	.depends = CHANGE_REPORT | CHANGE_OTHERS,
	.state_size = sizeof(struct accept),
	.open = accept_open,
	.load = accept_load,
	.draw = list_view_draw,
	.act = accept_act,
	.key = list_view_key,
	.point = list_view_point,
	.resume = accept_resume,
	.offers = accept_offers,
	.close = accept_close,
};
