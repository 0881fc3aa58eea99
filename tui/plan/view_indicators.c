/*
 * view_indicators.c - the indicators of a plan, each with its targets as they are written, a column
 * a year. A unit's people see those of the actions that the unit takes part in, and with Tab all of
 * them. Enter opens the action, whose first tab has the targets whole.
 */
#include "tui/view/views.h"

#include "core/text/find.h"
#include "core/i18n.h"
#include "db/change.h"
#include "db/plan/store_indicator.h"
#include "tui/app/session.h"
#include "tui/part/list_screen.h"
#include "tui/part/tabs.h"
#include "tui/plan/indicator_detail.h"

#include <stdio.h>

enum { OF_OWN, OF_ALL, OF_COUNT };
enum { YEARS_MOST = 4, YEAR_TEXT = 12 };
enum { COL_NO, COL_NAME, COL_YEAR };

struct indicator_line {
	struct indicator_row row;
	const struct action_row *action;
	const char *targets[YEARS_MOST]; /* one for each year of the screen */
};

struct indicators {
	struct list_screen screen;
	int64_t unit_id; /* 0: there is no unit to narrow to */
	struct tabs tabs;
	VEC(struct indicator_line) lines;
	int years[YEARS_MOST]; /* ascending; 0: targets without a year */
	size_t nyears;
	struct list_column columns[COL_YEAR + YEARS_MOST + 1];
	char titles[YEARS_MOST][YEAR_TEXT];
	struct list_spec spec;
};

static const char *const scope_labels[OF_COUNT] = {
	[OF_OWN] = NC_("indicators", "of our actions"),
	[OF_ALL] = NC_("indicators", "of all actions"),
};

static const struct list_column first_columns[COL_YEAR] = {
	[COL_NO] = {N_("no."), LIST_ID, 0, 8, 0, 0},
	[COL_NAME] = {N_("indicator"), LIST_TEXT, 24, 0, 6, 0},
};
static const struct list_column year_column = {NULL, LIST_TEXT, 6, 16, 0, 0};
static const struct list_column action_column = {N_("action"), LIST_TEXT, 12, 0, 1, 4};

static void indicator_cell(const void *rows, size_t row, size_t column, struct list_cell *cell)
{
	const struct indicators *s = rows;
	const struct indicator_line *line = &s->lines.at[row];

	switch (column) {
	case COL_NO:
		cell->text = line->action->path;
		break;
	case COL_NAME:
		cell->text = line->row.name;
		break;
	default:
		if (column == s->spec.ncolumns - 1) {
			cell->text = line->action->title;
			break;
		}
		cell->text = line->targets[column - COL_YEAR];
		cell->style = STYLE_STRONG;
	}
}

static int64_t indicator_id(const void *rows, size_t row)
{
	return ((const struct indicators *)rows)->lines.at[row].row.id;
}

static void draw_head(const struct view *v, struct canvas *c)
{
	tabs_draw(&((const struct indicators *)v->state)->tabs, c, 0);
}

static void draw_pane(const struct view *v, size_t row, struct canvas *c)
{
	const struct indicators *s = v->state;

	indicator_detail_pane(&s->lines.at[row].row, s->lines.at[row].action, c);
}

static const struct list_around around_of_unit = {
	.head_rows = 1, .head = draw_head, .pane = draw_pane};
static const struct list_around around_of_all = {.pane = draw_pane};

/* Number and name, the years there are, the action. */
static void make_columns(struct indicators *s)
{
	size_t n = 0;

	while (n < COL_YEAR) {
		s->columns[n] = first_columns[n];
		n++;
	}
	for (size_t i = 0; i < s->nyears; i++, n++) {
		s->columns[n] = year_column;
		s->columns[n].title = s->years[i] ? s->titles[i] : N_("target");
		snprintf(s->titles[i], sizeof s->titles[i], "%d", s->years[i]);
	}
	s->columns[n++] = action_column;
	s->spec.columns = s->columns;
	s->spec.ncolumns = n;
}

static int indicators_open(struct view *v, const struct view_args *args, struct err *e)
{
	struct indicators *s = v->state;

	(void)e;
	s->unit_id = session_unit(v->context, args->id2);
	s->tabs = (struct tabs){
		.labels = scope_labels, .n = OF_COUNT, .current = s->unit_id ? OF_OWN : OF_ALL};
	s->spec = (struct list_spec){.cell = indicator_cell,
				     .id = indicator_id,
				     .empty = N_("There are no indicators here.")};
	make_columns(s);
	list_screen_init(&s->screen, &s->spec);
	s->screen.around = s->unit_id ? &around_of_unit : &around_of_all;
	return 0;
}

/* A year that is new goes to its place; of more than there are columns for the last are left to the
 * pane and to the action. */
static void add_year(struct indicators *s, int year)
{
	size_t at = 0;

	while (at < s->nyears && s->years[at] < year)
		at++;
	if (at == YEARS_MOST || (at < s->nyears && s->years[at] == year))
		return;
	if (s->nyears < YEARS_MOST)
		s->nyears++;
	for (size_t i = s->nyears - 1; i > at; i--)
		s->years[i] = s->years[i - 1];
	s->years[at] = year;
}

/* One in words says so once: its words are its name. */
static void set_targets(struct arena *a, struct indicators *s, struct indicator_line *line)
{
	for (size_t y = 0; y < YEARS_MOST; y++)
		line->targets[y] = "";
	if (line->row.in_words) {
		line->targets[0] = _("in words");
		return;
	}
	for (size_t i = 0; i < line->row.targets.n; i++) {
		const struct target_row *t = &line->row.targets.at[i];

		for (size_t y = 0; y < s->nyears; y++) {
			if (s->years[y] == t->year)
				line->targets[y] = indicator_target(a, &line->row, t);
		}
	}
}

static int read_lines(struct view *v, struct store *store, struct indicators *s, struct err *e)
{
	const struct session *session = v->context->session;
	struct actor who = session_actor(v->context);
	struct indicator_items items = {0};

	if (session->plan_id && store_indicators(store, &v->arena, &who, session->plan_id,
						 s->tabs.current == OF_OWN ? s->unit_id : 0,
						 &session->rules, &items, e) < 0)
		return -1;
	for (size_t i = 0; i < items.n; i++) {
		struct indicator_line *line = vec_push(&v->arena, &s->lines);

		line->row = items.at[i].row;
		line->action = items.at[i].action;
		for (size_t t = 0; t < line->row.targets.n; t++)
			add_year(s, line->row.targets.at[t].year);
	}
	return 0;
}

static int indicators_load(struct view *v, struct store *store, struct err *e)
{
	struct indicators *s = v->state, before = *s;
	const char **find;

	s->lines.at = NULL;
	s->lines.n = s->lines.cap = s->nyears = 0;
	if (read_lines(v, store, s, e) < 0) {
		*s = before;
		return -1;
	}
	find = arena_alloc(&v->arena, (s->lines.n + 1) * sizeof *find);
	for (size_t i = 0; i < s->lines.n; i++) {
		struct indicator_line *line = &s->lines.at[i];

		set_targets(&v->arena, s, line);
		find[i] = arena_printf(
			&v->arena, "%s %s %s", find_label(&v->arena, line->row.name),
			find_no(&v->arena, line->action->path),
			find_text(&v->arena, line->action->title, line->action->pinyin));
	}
	make_columns(s);
	list_screen_set(&s->screen, v, s, find, s->lines.n);
	return 0;
}

static enum reply indicators_act(struct view *v, struct app *app, enum action a)
{
	struct indicators *s = v->state;
	int i;

	if (s->unit_id && (a == DO_FACE_NEXT || a == DO_FACE_PREV)) {
		s->tabs.current = !s->tabs.current;
		return REPLY_RELOAD;
	}
	if (a == DO_PRINT) {
		app_push(app, &view_print_indicators,
			 &(struct view_args){.id2 = s->unit_id, .tab = s->tabs.current == OF_ALL});
		return REPLY_DONE;
	}
	enum reply reply = list_screen_act(&s->screen, v, app, a);

	i = list_screen_current(&s->screen);
	if (reply != REPLY_PASS || a != DO_OPEN || i < 0)
		return reply;
	app_push(app, &view_action,
		 &(struct view_args){.id = s->lines.at[i].row.action_id, .id2 = s->unit_id});
	return REPLY_DONE;
}

static enum reply indicators_point(struct view *v, struct app *app, const struct point *p)
{
	struct indicators *s = v->state;

	return tabs_point(&s->tabs, p) ? REPLY_RELOAD : list_view_point(v, app, p);
}

static bool indicators_offer(const struct view *v, enum action a)
{
	if (a == DO_FACE_NEXT || a == DO_FACE_PREV)
		return ((const struct indicators *)v->state)->unit_id != 0;
	if (a == DO_PRINT)
		return ((const struct indicators *)v->state)->lines.n > 0;
	return list_view_offers(v, a);
}

const struct view_ops view_indicators = {
	.name = "indicators",
	.title = N_("Indicators"),
	.scope = SCOPE_FACES,
	.depends = CHANGE_PLAN | CHANGE_ASSIGNMENT | CHANGE_OTHERS,
	.state_size = sizeof(struct indicators),
	.open = indicators_open,
	.load = indicators_load,
	.draw = list_view_draw,
	.act = indicators_act,
	.key = list_view_key,
	.point = indicators_point,
	.resume = list_view_resume,
	.offers = indicators_offer,
	.close = list_view_close,
};
