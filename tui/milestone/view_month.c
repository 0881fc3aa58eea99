/*
 * view_month.c - the milestones of a month as a calendar: every day says how many there are and how
 * the worst of them stands, the chosen day's stand below or beside it. The cursor is a day; it goes
 * out of the month with the arrows as well as with PgUp and PgDn, and Home is today.
 */
#include "tui/view/views.h"

#include "core/rule/calendar.h"
#include "core/i18n.h"
#include "db/change.h"
#include "db/report/store_milestone.h"
#include "tui/app/session.h"
#include "tui/part/menu.h"
#include "tui/milestone/milestone_faces.h"
#include "tui/milestone/milestone_menu.h"

#include <stdlib.h>

enum { TAG_ACTION = 1, TAG_WHICH };
enum { WEEK = 7, WEEKS = 6, SIDE_FROM = 100 };
enum { YEAR_FIRST = 1900, YEAR_LAST = 2200 };

struct month {
	struct milestone_scope scope;
	struct date day;		/* under the cursor */
	struct milestone_rows rows;	/* of all days shown */
	const struct lamp_rules *rules; /* of the session */
	struct date today;
	int64_t chosen; /* milestone whose menu is open */
};

static struct date first_of_month(struct date d)
{
	return date_add(d, 1 - d.d);
}

/* The Monday in whose week the month begins: six weeks from there hold every month. */
static struct date first_shown(struct date d)
{
	struct date first = first_of_month(d);

	return date_add(first, 1 - date_weekday(first));
}

static bool same_month(struct date a, struct date b)
{
	return a.y == b.y && a.m == b.m;
}

/* The same day `n` months on, or the last one of a month that is shorter. */
static struct date add_months(struct date d, int n)
{
	int month = d.y * 12 + d.m - 1 + n;
	struct date to = {.y = (int16_t)(month / 12), .m = (int8_t)(month % 12 + 1), .d = 1};
	int last = date_days_in_month(to.y, to.m);

	to.d = (int8_t)(d.d < last ? d.d : last);
	return to;
}

/* The milestones due on a day follow each other: the first of them and how many there are. */
struct day {
	const struct milestone_row *rows;
	size_t n;
	enum milestone_mark worst;
};

static struct day day_of(const struct month *m, struct date d)
{
	struct day day = {.worst = MARK_DONE};

	for (size_t i = 0; i < m->rows.n; i++) {
		const struct milestone_row *r = &m->rows.at[i];
		enum milestone_mark mark = milestone_mark(r, m->today, m->rules);

		if (date_cmp(r->due, d) != 0)
			continue;
		if (!day.n++)
			day.rows = r;
		day.worst = mark > day.worst ? mark : day.worst;
	}
	return day;
}

static int month_open(struct view *v, const struct view_args *args, struct err *e)
{
	struct month *m = v->state;

	(void)e;
	m->scope = (struct milestone_scope){args->id, args->id2};
	m->day = v->context->now.today;
	return 0;
}

static int month_load(struct view *v, struct store *s, struct err *e)
{
	const struct app_context *c = v->context;
	struct month *m = v->state;
	struct actor who = session_actor(c);
	struct milestone_filter f = {.plan_id = m->scope.action_id ? 0 : c->session->plan_id,
				     .action_id = m->scope.action_id,
				     .unit_id = m->scope.unit_id,
				     .from = first_shown(m->day),
				     .to = date_add(first_shown(m->day), WEEK * WEEKS - 1)};
	struct milestone_rows rows = {0};
	char month[DATE_TEXT];

	if (c->session->plan_id && store_milestone_list(s, &v->arena, &who, &f, &rows, e) < 0)
		return -1;
	m->rows = rows;
	m->rules = &c->session->rules;
	m->today = c->now.today;
	date_format(m->day, month);
	view_set_title(v, arena_printf(&v->arena, _("Milestones: %.7s"), month));
	return 0;
}

/* Where the parts are: the calendar, and the list of the chosen day below it or at its right. */
struct month_layout {
	int day_cols, week_rows, grid_cols;
	int weeks; /* that there is room for */
	bool legend;
	int list_y, list_x;
};

static struct month_layout month_layout(int cols, int rows)
{
	struct month_layout l = {0};
	bool side = cols >= SIDE_FROM;
	int room = rows - FACES_ROWS - 2; /* the days of the week, the legend */

	l.day_cols = (side ? cols * 3 / 5 : cols) / WEEK;
	l.grid_cols = l.day_cols * WEEK;
	l.week_rows = (side ? room : room - 4) / WEEKS;
	l.week_rows = l.week_rows < 1 ? 1 : l.week_rows > 5 ? 5 : l.week_rows;
	l.weeks = (rows - FACES_ROWS - 1) / l.week_rows;
	l.legend = rows - FACES_ROWS - 1 > WEEKS * l.week_rows;
	l.weeks = l.weeks > WEEKS ? WEEKS : l.weeks;
	l.list_y = side ? FACES_ROWS : FACES_ROWS + 1 + l.week_rows * WEEKS;
	l.list_x = side ? l.grid_cols + 1 : 0;
	return l;
}

/* From Monday on. */
static void draw_weekdays(const struct month_layout *l, struct date monday, struct canvas *c)
{
	struct canvas head = canvas_sub(c, FACES_ROWS, 0, 1, l->grid_cols);

	canvas_fill_row(&head, 0, STYLE_HEADER);
	for (int i = 0; i < WEEK; i++)
		canvas_field(&head, 0, i * l->day_cols + 1, l->day_cols - 1, ALIGN_LEFT,
			     STYLE_HEADER, calendar_weekday_label(date_add(monday, i)));
}

/* What the day holds, where there is room below its number. */
static void draw_titles(const struct month *m, const struct day *day, struct canvas *cell)
{
	for (size_t i = 0; i < day->n && (int)i + 1 < cell->rows; i++) {
		const struct milestone_row *r = &day->rows[i];
		enum milestone_mark mark = milestone_mark(r, m->today, m->rules);

		canvas_field(cell, (int)i + 1, 1, cell->cols - 2, ALIGN_LEFT,
			     milestone_mark_style(mark), r->title);
	}
}

/* "▌15 !2": the marker of the cursor, the day, the worst of its milestones and how many they are;
 * today stands in brackets. */
static void draw_day(const struct month *m, struct date d, struct canvas *cell)
{
	struct day day = day_of(m, d);
	bool current = date_cmp(d, m->day) == 0, today = date_cmp(d, m->today) == 0;
	int style = !same_month(d, m->day) ? STYLE_DIM : today ? STYLE_STRONG : STYLE_NORMAL;
	int x = 1;

	if (current)
		canvas_text(cell, 0, 0, STYLE_NORMAL, canvas_marker(cell));
	x += canvas_printf(cell, 0, x, style, today ? "[%d]" : "%2d", d.d);
	if (day.n) {
		style = milestone_mark_style(day.worst);
		x += canvas_text(cell, 0, x + 1, style,
				 picture_sign(cell, milestone_mark_sign(day.worst))) +
		     1;
		if (day.n > 1)
			canvas_printf(cell, 0, x, style, "%zu", day.n);
	}
	draw_titles(m, &day, cell);
	if (current)
		canvas_select(cell, 0, 1, cell->cols - 2);
}

/* In a low window the week of the cursor is seen at least. */
static int first_week(const struct month *m, const struct month_layout *l)
{
	int week = (date_to_days(m->day) - date_to_days(first_shown(m->day))) / WEEK;

	return week < l->weeks ? 0 : week - l->weeks + 1;
}

static void draw_grid(const struct month *m, const struct month_layout *l, struct canvas *c)
{
	int first = first_week(m, l) * WEEK;
	struct date d = date_add(first_shown(m->day), first);

	for (int i = first; i < first + l->weeks * WEEK; i++, d = date_add(d, 1)) {
		int y = FACES_ROWS + 1 + (i - first) / WEEK * l->week_rows;
		struct canvas cell =
			canvas_sub(c, y, i % WEEK * l->day_cols, l->week_rows, l->day_cols);

		draw_day(m, d, &cell);
		canvas_target(&cell, 0, 0, cell.rows, cell.cols, TARGET_ROW, i);
	}
}

/* The chosen day with its milestones, each in a line and, at the side, whole. */
static void draw_list(const struct month *m, struct canvas *c, bool whole)
{
	struct day day = day_of(m, m->day);
	char date[DATE_TEXT];
	int y = 1;

	canvas_hline(c, 0, 0, c->cols, STYLE_DIM);
	canvas_printf(c, 0, 2, STYLE_STRONG, " %s ", date_format(m->day, date));
	if (!day.n)
		canvas_field(c, y, 2, c->cols - 2, ALIGN_LEFT, STYLE_DIM,
			     _("No milestone is due on this day."));
	for (size_t i = 0; i < day.n && y < c->rows; i++) {
		const struct milestone_row *r = &day.rows[i];
		enum milestone_mark mark = milestone_mark(r, m->today, m->rules);

		milestone_line(r, mark, m->today, c, y++, 2, !whole);
		if (whole && y < c->rows)
			canvas_printf(c, y++, 4, STYLE_DIM, "%s %s", r->action_no, r->action_title);
	}
}

static void month_draw(const struct view *v, struct canvas *c)
{
	const struct month *m = v->state;
	struct month_layout l = month_layout(c->cols, c->rows);
	bool side = l.list_x > 0;
	struct canvas list =
		canvas_sub(c, l.list_y, l.list_x, c->rows - l.list_y - (side ? 0 : 1), c->cols);

	milestone_faces_draw(FACE_MONTH, c);
	if (!date_is_set(m->day))
		return;
	draw_weekdays(&l, first_shown(m->day), c);
	draw_grid(m, &l, c);
	draw_list(m, &list, side);
	if (l.legend)
		milestone_legend(c, c->rows - 1, false, false);
}

/* Not out of the years that dates can have. */
static enum reply go(struct month *m, struct date to)
{
	bool within = same_month(m->day, to);

	if (to.y <= YEAR_FIRST || to.y >= YEAR_LAST)
		return REPLY_DONE;
	m->day = to;
	return within ? REPLY_DONE : REPLY_RELOAD;
}

static const struct milestone_row *chosen(const struct month *m)
{
	for (size_t i = 0; i < m->rows.n; i++) {
		if (m->rows.at[i].id == m->chosen)
			return &m->rows.at[i];
	}
	return NULL;
}

/* The menu of the day's only milestone; of several one is chosen first. */
static enum reply open_day(struct month *m, struct app *app)
{
	struct day day = day_of(m, m->day);
	struct menu_entry *entries;

	if (!day.n)
		return milestone_add(app, &m->scope, m->scope.action_id, TAG_ACTION);
	m->chosen = day.rows[0].id;
	if (day.n == 1)
		return milestone_menu(app, day.rows);
	entries = xcalloc(day.n, sizeof *entries);
	for (size_t i = 0; i < day.n; i++)
		entries[i] = (struct menu_entry){.text = day.rows[i].title,
						 .note = milestone_mark_label(milestone_mark(
							 &day.rows[i], m->today, m->rules)),
						 .id = day.rows[i].id};
	menu_open(app, TAG_WHICH, _("Which milestone?"), entries, day.n);
	free(entries);
	return REPLY_DONE;
}

static enum reply month_act(struct view *v, struct app *app, enum action a)
{
	struct month *m = v->state;

	switch (a) {
	case DO_LEFT:
		return go(m, date_add(m->day, -1));
	case DO_RIGHT:
		return go(m, date_add(m->day, 1));
	case DO_UP:
		return go(m, date_add(m->day, -WEEK));
	case DO_DOWN:
		return go(m, date_add(m->day, WEEK));
	case DO_PAGE_UP:
		return go(m, add_months(m->day, -1));
	case DO_PAGE_DOWN:
		return go(m, add_months(m->day, 1));
	case DO_FIRST:
		return go(m, m->today);
	case DO_LAST:
		return go(m, date_add(first_of_month(add_months(m->day, 1)), -1));
	case DO_OPEN:
		return open_day(m, app);
	case DO_ADD:
		return milestone_add(app, &m->scope, m->scope.action_id, TAG_ACTION);
	default:
		return milestone_faces_act(app, FACE_MONTH, &m->scope, a);
	}
}

/* A click goes to a day, and opens the day under the cursor. */
static enum reply month_point(struct view *v, struct app *app, const struct point *p)
{
	struct month *m = v->state;

	if (!point_on(p, TARGET_ROW))
		return milestone_faces_point(app, FACE_MONTH, &m->scope, p);
	struct date to = date_add(first_shown(m->day), p->index);

	return date_cmp(to, m->day) == 0 ? open_day(m, app) : go(m, to);
}

static enum reply month_resume(struct view *v, struct app *app, const struct view_result *r)
{
	struct month *m = v->state;

	if (r->ok && r->tag == TAG_ACTION)
		return milestone_add(app, &m->scope, r->id, TAG_ACTION);
	if (!r->ok || r->tag != TAG_WHICH)
		return milestone_menu_resume(app, r, chosen(m));
	m->chosen = r->id;
	return chosen(m) ? milestone_menu(app, chosen(m)) : REPLY_DONE;
}

static bool month_offers(const struct view *v, enum action a)
{
	const struct month *m = v->state;

	if (a == DO_PRINT || a == DO_LIST_MENU)
		return false;
	if (a == DO_ADD || (a == DO_OPEN && !day_of(m, m->day).n))
		return session_may(v->context, ACT_MILESTONE, session_unit(v->context, 0));
	return true;
}

const struct view_ops view_month = {
	.name = "month",
	.title = N_("Milestones"),
	.scope = SCOPE_FACES,
	.depends = CHANGE_MILESTONE | CHANGE_EVIDENCE | CHANGE_PLAN | CHANGE_POLICY | CHANGE_OTHERS,
	.state_size = sizeof(struct month),
	.open = month_open,
	.load = month_load,
	.draw = month_draw,
	.act = month_act,
	.point = month_point,
	.resume = month_resume,
	.offers = month_offers,
};
