/*
 * view_notices.c - urge notices and instructions: a unit's own, for the others those of all units,
 * what is to be answered first. Enter opens one. The lines that first screens show of them stand
 * here too, each with its reason.
 */
#include "tui/home/home_lines.h"

#include "core/text/find.h"
#include "core/i18n.h"
#include "db/change.h"
#include "db/cycle/store_notice.h"
#include "tui/part/list_screen.h"

#include <stdio.h>

enum { MOST = 500 };

struct notices_view {
	struct list_screen screen;
	int64_t action_id, unit_id; /* 0: of all */
	struct notice_rows rows;
	const char **standing, **about;
	struct date today;
};

enum { COL_STATE, COL_LEVEL, COL_NAME, COL_UNIT, COL_ABOUT, COL_ISSUED };

static const struct list_column columns[] = {
	[COL_STATE] = {N_("state"), LIST_TEXT, 12, 30, 0, 0},
	[COL_LEVEL] = {N_("level"), LIST_TEXT, 0, 8, 0, 0},
	[COL_NAME] = {N_("notice"), LIST_TEXT, 12, 28, 1, 3},
	[COL_UNIT] = {N_("unit"), LIST_TEXT, 10, 24, 2, 1},
	[COL_ABOUT] = {N_("what about"), LIST_TEXT, 16, 0, 3, 0},
	[COL_ISSUED] = {N_("issued"), LIST_TEXT, 10, 10, 0, 2},
};

static int state_style(const struct notice_row *n, struct date today)
{
	if (n->state != NOTICE_ISSUED)
		return STYLE_DIM;
	return notice_is_overdue(n, today) ? STYLE_LAMP_RED : STYLE_LAMP_YELLOW;
}

static int level_style(enum notice_level level)
{
	static const int styles[NOTICE_LEVEL_COUNT] = {[NOTICE_BLUE] = STYLE_NORMAL,
						       [NOTICE_ORANGE] = STYLE_LAMP_YELLOW,
						       [NOTICE_RED] = STYLE_LAMP_RED};

	return styles[level];
}

static void notice_cell(const void *rows, size_t row, size_t column, struct list_cell *cell)
{
	const struct notices_view *v = rows;
	const struct notice_row *n = &v->rows.at[row];

	switch (column) {
	case COL_STATE:
		cell->text = v->standing[row];
		cell->style = state_style(n, v->today);
		cell->rank = (int64_t)n->state + 1;
		break;
	case COL_LEVEL:
		cell->text = notice_level_label(n->level);
		cell->style = n->state == NOTICE_ISSUED ? level_style(n->level) : STYLE_DIM;
		cell->rank = NOTICE_LEVEL_COUNT - (int64_t)n->level;
		break;
	case COL_NAME:
		snprintf(cell->buf, sizeof cell->buf, "%s %d", notice_kind_label(n->kind), n->no);
		cell->text = cell->buf;
		break;
	case COL_UNIT:
		cell->text = v->unit_id ? "" : n->unit;
		break;
	case COL_ABOUT:
		cell->text = v->about[row];
		break;
	default:
		time_format_local(n->issued_at, cell->buf);
		cell->buf[DATE_TEXT - 1] = '\0';
		cell->text = cell->buf;
		cell->rank = n->issued_at;
	}
}

static int64_t notice_id(const void *rows, size_t row)
{
	return ((const struct notices_view *)rows)->rows.at[row].id;
}

static const struct list_spec notice_spec = {
	.columns = columns,
	.ncolumns = sizeof columns / sizeof columns[0],
	.cell = notice_cell,
	.id = notice_id,
	.empty = N_("No notice so far. The office urges who is late; leaders give instructions on "
		    "actions."),
};

/* How it went out, where it did not; else what was answered or said. */
static void notices_foot(const struct view *v, size_t row, struct canvas *c)
{
	const struct notice_row *n = &((const struct notices_view *)v->state)->rows.at[row];
	struct canvas lines = canvas_sub(c, 1, 2, c->rows - 1, c->cols - 3);
	struct arena a = ARENA_INIT;
	bool unsent = n->tried && !n->delivered && session_may(v->context, ACT_URGE, 0);

	canvas_hline(c, 0, 0, c->cols, STYLE_DIM);
	if (unsent)
		canvas_paragraph(&lines, 0, 0, lines.cols, lines.rows, STYLE_ERROR,
				 notice_delivery_label(&a, n));
	else
		canvas_paragraph(&lines, 0, 0, lines.cols, lines.rows,
				 *n->answer ? STYLE_STRONG : STYLE_NORMAL,
				 *n->answer ? n->answer : n->text);
	arena_free(&a);
}

static const struct list_around notices_around = {.foot_rows = 3, .foot = notices_foot};

static int notices_open(struct view *v, const struct view_args *args, struct err *e)
{
	struct notices_view *s = v->state;

	(void)e;
	s->action_id = args->id;
	s->unit_id = session_unit(v->context, args->id2);
	list_screen_init(&s->screen, &notice_spec);
	s->screen.around = &notices_around;
	return 0;
}

/* What a notice is about, in few words: the instruction itself, or the first of its lines. */
static const char *notice_about(struct arena *a, const struct notice_row *n)
{
	const char *action = arena_printf(a, "%s %s", n->action_no, n->action_title);

	if (n->kind == NOTICE_INSTRUCTION)
		return arena_printf(a, _("%1$s: %2$s"), action, n->text);
	if (n->nitems < 2)
		return action;
	return arena_printf(a, Q_("%1$s and %2$d more", "%1$s and %2$d more", n->nitems - 1),
			    action, n->nitems - 1);
}

static int notices_load(struct view *v, struct store *st, struct err *e)
{
	struct notices_view *s = v->state;
	struct arena *a = &v->arena;
	struct actor who = session_actor(v->context);
	struct notice_rows rows;
	struct scene scene;

	if (session_scene(v->context, a, &scene, e) < 0)
		return -1;
	struct notice_filter f = {.plan_id = s->unit_id || s->action_id ? 0 : scene.plan.id,
				  .unit_id = s->action_id ? 0 : s->unit_id,
				  .action_id = s->action_id,
				  .kind = -1};
	if (store_notice_list(st, a, &who, &f, MOST, &rows, e) < 0)
		return -1;
	const char **find = arena_alloc(a, (rows.n + 1) * sizeof *find);
	s->standing = arena_alloc(a, (rows.n + 1) * sizeof *find);
	s->about = arena_alloc(a, (rows.n + 1) * sizeof *find);
	for (size_t i = 0; i < rows.n; i++) {
		const struct notice_row *n = &rows.at[i];

		s->standing[i] = notice_standing(a, n, v->context->now.today);
		s->about[i] = notice_about(a, n);
		find[i] =
			arena_printf(a, "%s %s %s %s", notice_name(a, n),
				     find_text(a, n->unit, n->unit_pinyin), s->about[i], n->answer);
	}
	s->rows = rows;
	s->today = v->context->now.today;
	list_screen_set(&s->screen, v, s, find, rows.n);
	return 0;
}

static enum reply notices_act(struct view *v, struct app *app, enum action a)
{
	struct notices_view *s = v->state;
	enum reply reply = list_screen_act(&s->screen, v, app, a);
	int i = list_screen_current(&s->screen);

	if (reply != REPLY_PASS)
		return reply;
	if (a == DO_OPEN && i >= 0)
		app_push(app, &view_notice, &(struct view_args){.id = s->rows.at[i].id});
	else if (a == DO_ADD_ROW && session_may(v->context, ACT_URGE, 0))
		app_push(app, &view_urge, &(struct view_args){0});
	else
		return REPLY_PASS;
	return REPLY_DONE;
}

static bool notices_offers(const struct view *v, enum action a)
{
	return a == DO_ADD_ROW ? session_may(v->context, ACT_URGE, 0) : list_view_offers(v, a);
}

const struct view_ops view_notices = {
	.name = "notices",
	.title = N_("Notices and instructions"),
	.scope = SCOPE_ROWS,
	.depends = CHANGE_NOTICE | CHANGE_REQUEST | CHANGE_PLAN | CHANGE_UNIT | CHANGE_OTHERS,
	.state_size = sizeof(struct notices_view),
	.open = notices_open,
	.load = notices_load,
	.draw = list_view_draw,
	.act = notices_act,
	.key = list_view_key,
	.point = list_view_point,
	.resume = list_view_resume,
	.offers = notices_offers,
	.close = list_view_close,
};

/* The same with the reason of its first line. */
static const char *notice_reason(const struct app_context *c, struct arena *a,
				 const struct notice_row *n)
{
	struct err ignored = ERR_INIT;
	struct notice_item_rows items;

	if (n->kind != NOTICE_URGE || store_notice_items(c->store, a, n->id, &items, &ignored) ||
	    !items.n)
		return notice_about(a, n);
	return arena_printf(a, _("%1$s: %2$s"), notice_about(a, n),
			    notice_item_reason(a, &items.at[0]));
}

/* A unit: each that it has to answer, by the day for it, with what it is about and why. */
static int add_to_answer(const struct app_context *c, struct arena *a, int64_t unit_id,
			 struct home_lines *lines, struct err *e)
{
	enum { MOST_LINES = 10 };
	struct actor who = session_actor(c);
	struct notice_filter f = {.unit_id = unit_id, .kind = -1, .open = true};
	struct notice_rows rows;

	if (store_notice_list(c->store, a, &who, &f, MOST_LINES, &rows, e) < 0)
		return -1;
	for (size_t i = 0; i < rows.n; i++) {
		const struct notice_row *n = &rows.at[i];

		const char *standing = notice_standing(a, n, c->now.today);

		if (n->rests) /* said first: it is what matters of it */
			home_lines_add(a, lines, STYLE_NORMAL,
				       arena_printf(a, _("%1$s %2$d %3$s: %4$s"),
						    notice_kind_label(n->kind), n->no, standing,
						    notice_about(a, n)),
				       &view_notice, (struct view_args){.id = n->id});
		else
			home_lines_add(a, lines,
				       notice_is_overdue(n, c->now.today) ? STYLE_ERROR
									  : STYLE_STRONG,
				       arena_printf(a, _("%1$s %2$d: %3$s (%4$s)"),
						    notice_kind_label(n->kind), n->no,
						    notice_reason(c, a, n), standing),
				       &view_notice, (struct view_args){.id = n->id});
	}
	return 0;
}

/* Whoever asks: the answers of the last days to what they issued themselves. */
static int add_answers(const struct app_context *c, struct arena *a, int64_t plan_id,
		       struct home_lines *lines, struct err *e)
{
	enum { LOOKED_AT = 100 };
	struct actor who = session_actor(c);
	struct notice_filter f = {.plan_id = plan_id, .kind = -1};
	struct notice_rows rows;

	if (store_notice_list(c->store, a, &who, &f, LOOKED_AT, &rows, e) < 0)
		return -1;
	for (size_t i = 0; i < rows.n; i++) {
		const struct notice_row *n = &rows.at[i];

		if (n->state == NOTICE_ANSWERED && n->issued_by_id == who.person_id &&
		    n->answered_at > home_news_since(c))
			home_lines_add_news(
				c, a, lines,
				&(struct home_line){
					.news = arena_printf(a, "notice %lld", (long long)n->id),
					.text = arena_printf(a, _("%1$s answers %2$s: %3$s"),
							     n->unit, notice_name(a, n), n->answer),
					.style = STYLE_NORMAL,
					.ops = &view_notice,
					.args = {.id = n->id}});
	}
	return 0;
}

/* The office: who is to be urged, whose answer is overdue, what was not sent. */
static int add_to_urge(const struct app_context *c, struct arena *a, int64_t plan_id,
		       struct home_lines *lines, struct err *e)
{
	struct actor who = session_actor(c);
	struct urge_filter f = {.plan_id = plan_id};
	struct notice_drafts drafts;
	struct notice_counts n;
	int due = 0;

	if (store_urge_list(c->store, a, &who, &f, &drafts, e) < 0 ||
	    store_notice_count(c->store, &who, plan_id, 0, &n, e) < 0)
		return -1;
	for (size_t i = 0; i < drafts.n; i++)
		due += !drafts.at[i].capped;
	if (due)
		home_lines_add(a, lines, STYLE_STRONG,
			       arena_printf(a,
					    Q_("%d unit is late and not urged yet",
					       "%d units are late and not urged yet", due),
					    due),
			       &view_urge, (struct view_args){0});
	if (n.overdue)
		home_lines_add(a, lines, STYLE_ERROR,
			       arena_printf(a,
					    Q_("%d notice was not answered in time",
					       "%d notices were not answered in time", n.overdue),
					    n.overdue),
			       &view_notices, (struct view_args){0});
	if (n.unsent)
		home_lines_add(a, lines, STYLE_ERROR,
			       arena_printf(a,
					    Q_("%d notice could not be sent out of the file; open "
					       "it to read why",
					       "%d notices could not be sent out of the file; open "
					       "them to read why",
					       n.unsent),
					    n.unsent),
			       &view_notices, (struct view_args){0});
	return 0;
}

int home_notices(const struct app_context *c, struct arena *a, const struct scene *sc,
		 struct home_lines *lines, struct err *e)
{
	int64_t unit_id = session_unit(c, 0);
	bool urges = session_may(c, ACT_URGE, 0), instructs = session_may(c, ACT_INSTRUCT, 0);

	if (!sc->plan.id)
		return 0;
	if (unit_id)
		return add_to_answer(c, a, unit_id, lines, e);
	if (urges && add_to_urge(c, a, sc->plan.id, lines, e) < 0)
		return -1;
	return urges || instructs ? add_answers(c, a, sc->plan.id, lines, e) : 0;
}
