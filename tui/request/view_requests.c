/*
 * view_requests.c - what was asked of the office: a unit's own requests with their answers, all of
 * them for the office, those that wait first. Enter opens one, where it is decided or taken back.
 * The lines that first screens show of it stand here too.
 */
#include "tui/home/home_lines.h"

#include "core/text/find.h"
#include "core/i18n.h"
#include "db/change.h"
#include "db/cycle/store_request.h"
#include "tui/part/list_screen.h"
#include "tui/plan/task_detail.h"

#include <stdio.h>

enum { TAG_REQUEST = 1, MOST = 500, NEWS_DAYS = 7, DAY_SECONDS = 24 * 60 * 60 };

struct requests_view {
	struct list_screen screen;
	int64_t unit_id; /* 0: of all units */
	struct request_rows rows;
	const char **labels;
	int64_t now;
	size_t next; /* one was answered: from here on is the next that waits, + 1 */
};

enum { COL_STATE, COL_DAYS, COL_NO, COL_WHAT, COL_ACTION, COL_UNIT, COL_ASKED };

static const struct list_column columns[] = {
	[COL_STATE] = {N_("state"), LIST_TEXT, 0, 20, 0, 0},
	[COL_DAYS] = {N_("days"), LIST_NUMBER, 0, 0, 0, 4},
	[COL_NO] = {N_("no."), LIST_ID, 0, 8, 0, 0},
	[COL_WHAT] = {N_("what is asked"), LIST_TEXT, 20, 0, 3, 0},
	[COL_ACTION] = {N_("action"), LIST_TEXT, 12, 0, 2, 2},
	[COL_UNIT] = {N_("unit"), LIST_TEXT, 10, 24, 2, 1},
	[COL_ASKED] = {N_("asked"), LIST_TEXT, 10, 10, 0, 3},
};

static int state_style(enum request_state state)
{
	switch (state) {
	case REQUEST_ASKED:
		return STYLE_LAMP_YELLOW;
	case REQUEST_GRANTED:
		return STYLE_LAMP_GREEN;
	case REQUEST_REFUSED:
		return STYLE_LAMP_RED;
	default:
		return STYLE_DIM;
	}
}

static void request_cell(const void *rows, size_t row, size_t column, struct list_cell *cell)
{
	const struct requests_view *v = rows;
	const struct request_row *q = &v->rows.at[row];

	switch (column) {
	case COL_STATE:
		cell->text = request_state_label(q->state);
		cell->style = state_style(q->state);
		cell->rank = (int64_t)q->state + 1;
		break;
	case COL_DAYS:
		if (q->state == REQUEST_ASKED)
			snprintf(cell->buf, sizeof cell->buf, "%d", request_days(q, v->now));
		cell->text = cell->buf;
		break;
	case COL_NO:
		cell->text = q->action_no;
		break;
	case COL_WHAT:
		cell->text = v->labels[row];
		break;
	case COL_ACTION:
		cell->text = q->action_title;
		break;
	case COL_UNIT:
		cell->text = v->unit_id ? "" : q->unit;
		break;
	default:
		time_format_local(q->asked_at, cell->buf);
		cell->buf[DATE_TEXT - 1] = '\0';
		cell->text = cell->buf;
		cell->rank = q->asked_at;
	}
}

static int64_t request_id(const void *rows, size_t row)
{
	return ((const struct requests_view *)rows)->rows.at[row].id;
}

static const struct list_spec request_spec = {
	.columns = columns,
	.ncolumns = sizeof columns / sizeof columns[0],
	.cell = request_cell,
	.id = request_id,
	.empty = N_("Nothing was asked of the office so far. What a unit needs is asked for where "
		    "it is met: on the action, the milestone, the report."),
};

/* What is asked, with the date that its column has no room for; why; and the answer. */
static void requests_foot(const struct view *v, size_t row, struct canvas *c)
{
	const struct requests_view *r = v->state;
	const struct request_row *q = &r->rows.at[row];
	struct canvas lines = canvas_sub(c, 1, 2, c->rows - 1, c->cols - 3);
	bool answered = *q->answer != '\0';

	canvas_hline(c, 0, 0, c->cols, STYLE_DIM);
	canvas_paragraph(&lines, 0, 0, lines.cols, 1, STYLE_STRONG, r->labels[row]);
	canvas_paragraph(&lines, 1, 0, lines.cols, answered ? 1 : 2, STYLE_NORMAL, q->reason);
	if (answered)
		canvas_paragraph(&lines, 2, 0, lines.cols, 1, STYLE_STRONG, q->answer);
}

static const struct list_around requests_around = {.foot_rows = 4, .foot = requests_foot};

static int requests_open(struct view *v, const struct view_args *args, struct err *e)
{
	struct requests_view *r = v->state;

	(void)e;
	r->unit_id = session_unit(v->context, args->id2);
	list_screen_init(&r->screen, &request_spec);
	r->screen.around = &requests_around;
	return 0;
}

static bool waits(const struct requests_view *r, size_t row)
{
	return row < r->rows.n && r->rows.at[row].state == REQUEST_ASKED;
}

/* The one that has come into the place of the answered one, or the first. */
static void go_to_waiting(struct requests_view *r, const struct view *v, size_t place)
{
	if (waits(r, place))
		list_screen_go(&r->screen, v, place);
	else if (waits(r, 0))
		list_screen_go(&r->screen, v, 0);
}

static int requests_load(struct view *v, struct store *s, struct err *e)
{
	struct requests_view *r = v->state;
	const struct app_context *c = v->context;
	struct actor who = session_actor(c);
	struct scene scene;
	struct request_rows rows;

	if (session_scene(c, &v->arena, &scene, e) < 0)
		return -1;
	struct request_filter f = {.plan_id = r->unit_id ? 0 : scene.plan.id,
				   .unit_id = r->unit_id};
	if (store_request_list(s, &v->arena, &who, &f, MOST, &rows, e) < 0)
		return -1;
	const char **labels = arena_alloc(&v->arena, (rows.n + 1) * sizeof *labels);
	const char **find = arena_alloc(&v->arena, (rows.n + 1) * sizeof *find);
	for (size_t i = 0; i < rows.n; i++) {
		const struct request_row *q = &rows.at[i];

		labels[i] = request_label(&v->arena, q);
		find[i] = arena_printf(&v->arena, "%s %s %s %s",
				       find_text(&v->arena, q->action_title, q->action_pinyin),
				       find_text(&v->arena, q->unit, q->unit_pinyin), q->reason,
				       q->answer);
	}
	r->rows = rows;
	r->labels = labels;
	r->now = c->now.utc;
	list_screen_set(&r->screen, v, r, find, rows.n);
	if (r->next)
		go_to_waiting(r, v, r->next - 1);
	r->next = 0;
	return 0;
}

static enum reply requests_act(struct view *v, struct app *app, enum action a)
{
	struct requests_view *r = v->state;
	enum reply reply = list_screen_act(&r->screen, v, app, a);
	int i = list_screen_current(&r->screen);

	if (reply != REPLY_PASS || a != DO_OPEN || i < 0)
		return reply;
	app_push(app, &view_request,
		 &(struct view_args){.tag = TAG_REQUEST, .id = r->rows.at[i].id});
	return REPLY_DONE;
}

static enum reply requests_resume(struct view *v, struct app *app, const struct view_result *r)
{
	struct requests_view *s = v->state;
	enum reply own = list_view_resume(v, app, r);
	int i = list_screen_current(&s->screen);

	if (own != REPLY_PASS || r->tag != TAG_REQUEST || !r->ok || i < 0)
		return own;
	s->next = (size_t)i + 1;
	return REPLY_RELOAD;
}

const struct view_ops view_requests = {
	.name = "requests",
	.title = N_("What was asked of the office"),
	.scope = SCOPE_LIST,
	.depends = CHANGE_REQUEST | CHANGE_PLAN | CHANGE_UNIT | CHANGE_OTHERS,
	.state_size = sizeof(struct requests_view),
	.open = requests_open,
	.load = requests_load,
	.draw = list_view_draw,
	.act = requests_act,
	.key = list_view_key,
	.point = list_view_point,
	.resume = requests_resume,
	.offers = list_view_offers,
	.close = list_view_close,
};

/* What is asked, and on which action; an exception is of none. */
static const char *asked_text(struct arena *a, const struct request_row *q)
{
	const char *what = request_label(a, q);

	return *q->action_no ? arena_printf(a, "%s %s", q->action_no, what) : what;
}

/* What the office has to answer, in one line: the one, or how many; for how long when it is not of
 * today. */
static const char *waiting_text(struct arena *a, const struct request_rows *rows, int days)
{
	const struct request_row *q = rows->at;
	int n = (int)rows->n;

	if (n == 1)
		return days ? arena_printf(a, _("%s asks: %s (%d days ago)"), q->unit,
					   asked_text(a, q), days)
			    : arena_printf(a, _("%s asks: %s"), q->unit, asked_text(a, q));
	return days ? arena_printf(a,
				   _("Requests that wait for your answer: %d (for up to %d days)"),
				   n, days)
		    : arena_printf(a, _("Requests that wait for your answer: %d"), n);
}

/* The line opens the one, or the list of several. */
static void add_waiting(const struct app_context *c, struct arena *a,
			const struct request_rows *rows, struct home_lines *lines)
{
	if (!rows->n)
		return;
	home_lines_add(a, lines, STYLE_STRONG,
		       waiting_text(a, rows, request_days(rows->at, c->now.utc)),
		       rows->n == 1 ? &view_request : &view_requests,
		       (struct view_args){.id = rows->n == 1 ? rows->at[0].id : 0});
}

/* A unit: the answers of the last days, one line each; a refusal says why. */
static void add_answers(const struct app_context *c, struct arena *a,
			const struct request_rows *rows, struct home_lines *lines)
{
	for (size_t i = 0; i < rows->n; i++) {
		const struct request_row *q = &rows->at[i];
		const char *what;

		if ((q->state != REQUEST_GRANTED && q->state != REQUEST_REFUSED) ||
		    c->now.utc - q->decided_at > (int64_t)NEWS_DAYS * DAY_SECONDS)
			continue;
		what = asked_text(a, q);
		home_lines_add_news(
			c, a, lines,
			&(struct home_line){
				.news = arena_printf(a, "request %lld", (long long)q->id),
				.text = *q->answer ? arena_printf(a, _("%s: %s: %s"), what,
								  request_state_label(q->state),
								  q->answer)
						   : arena_printf(a, _("%s: %s"), what,
								  request_state_label(q->state)),
				.style = q->state == REQUEST_REFUSED ? STYLE_ERROR : STYLE_NORMAL,
				.ops = &view_request,
				.args = {.id = q->id}});
	}
}

int home_requests(const struct app_context *c, struct arena *a, const struct scene *sc,
		  struct home_lines *lines, struct err *e)
{
	enum { MOST_NEWS = 20 };
	int64_t unit_id = session_unit(c, 0);
	struct actor who = session_actor(c);
	bool decides = session_may(c, ACT_DECIDE, 0);
	struct request_filter f = {
		.plan_id = unit_id ? 0 : sc->plan.id, .unit_id = unit_id, .waiting = decides};
	struct request_rows rows;

	if (!sc->plan.id || (!decides && !unit_id))
		return 0;
	if (store_request_list(c->store, a, &who, &f, decides ? MOST : MOST_NEWS, &rows, e) < 0)
		return -1;
	if (decides)
		add_waiting(c, a, &rows, lines);
	else
		add_answers(c, a, &rows, lines);
	return 0;
}
