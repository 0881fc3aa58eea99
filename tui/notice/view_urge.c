/*
 * view_urge.c - who is late and to be urged: one row for each notice that would be issued, with
 * what it would ask and why. Enter issues one, with a word to the unit or without, or all of them.
 * What already waits for an answer, and units that have had their notices, are left as they are.
 */
#include "tui/view/views.h"

#include "core/rule/entry.h"
#include "core/text/find.h"
#include "core/text/wrap.h"
#include "core/i18n.h"
#include "db/change.h"
#include "db/cycle/store_notice.h"
#include "tui/app/session.h"
#include "tui/part/list_screen.h"
#include "tui/part/menu.h"
#include "tui/part/reason.h"
#include "tui/notice/notice_send.h"
#include "tui/notice/urge_ask.h"

#include <stdio.h>
#include <stdlib.h>

enum { TAG_MENU = 1, TAG_ONE, TAG_WORD, TAG_WITH_WORD, TAG_ALL, FOOT_ROWS = 6 };
enum { ENTRY_ONE, ENTRY_WORD, ENTRY_ALL, ENTRY_TASKS, ENTRY_COUNT };

struct urge_view {
	struct list_screen screen;
	int64_t plan_id;
	struct notice_drafts rows;
	const char **first; /* of each row what is owed first, and on which action */
	int64_t unit_id;    /* that the question is about */
	char *word, *draft; /* what was written to it, and where it is kept; NULL: nothing */
};

enum { COL_LEVEL, COL_UNIT, COL_LINES, COL_FIRST, COL_RECENT, COL_REMARK };

static const struct list_column columns[] = {
	[COL_LEVEL] = {N_("level"), LIST_TEXT, 0, 8, 0, 0},
	[COL_UNIT] = {N_("unit"), LIST_TEXT, 10, 24, 2, 0},
	[COL_LINES] = {N_("lines"), LIST_NUMBER, 0, 0, 0, 0},
	[COL_FIRST] = {N_("what is owed"), LIST_TEXT, 16, 0, 3, 1},
	[COL_RECENT] = {N_("of late"), LIST_NUMBER, 0, 0, 0, 2},
	[COL_REMARK] = {N_("remark"), LIST_TEXT, 0, 20, 0, 0},
};

static int level_style(const struct notice_draft *d)
{
	if (d->capped)
		return STYLE_DIM;
	if (d->level == NOTICE_RED)
		return STYLE_LAMP_RED;
	return d->level == NOTICE_ORANGE ? STYLE_LAMP_YELLOW : STYLE_NORMAL;
}

static void urge_cell(const void *rows, size_t row, size_t column, struct list_cell *cell)
{
	const struct notice_draft *d = &((const struct urge_view *)rows)->rows.at[row];

	switch (column) {
	case COL_LEVEL:
		cell->text = notice_level_label(d->level);
		cell->style = level_style(d);
		cell->rank = NOTICE_LEVEL_COUNT - (int64_t)d->level;
		break;
	case COL_UNIT:
		cell->text = d->unit;
		break;
	case COL_LINES:
		snprintf(cell->buf, sizeof cell->buf, "%zu", d->ndebts);
		cell->text = cell->buf;
		break;
	case COL_FIRST:
		cell->text = ((const struct urge_view *)rows)->first[row];
		break;
	case COL_RECENT:
		snprintf(cell->buf, sizeof cell->buf, "%d", d->recent);
		cell->text = cell->buf;
		break;
	default:
		cell->text = d->capped ? _("had its notices") : "";
		cell->style = STYLE_DIM;
	}
}

static int64_t urge_id(const void *rows, size_t row)
{
	return ((const struct urge_view *)rows)->rows.at[row].unit_id;
}

static const struct list_spec urge_spec = {
	.columns = columns,
	.ncolumns = sizeof columns / sizeof columns[0],
	.cell = urge_cell,
	.id = urge_id,
	.empty = N_("Nobody is to be urged: nothing is late, or a notice asks for it already."),
};

/* The lines of the notice; where they are too many, how many are left. */
static void draw_lines(const struct notice_draft *d, struct canvas *c)
{
	struct arena a = ARENA_INIT;
	int row = 0;

	for (size_t i = 0; i < d->ndebts; i++) {
		const char *text = urge_debt_line(&a, &d->debts[i]);
		int last = i + 1 < d->ndebts, left = (int)(d->ndebts - i);

		if (row + (int)wrap_count(text, c->cols) + last > c->rows) {
			canvas_field(
				c, row, 0, c->cols, ALIGN_LEFT, STYLE_DIM,
				arena_printf(&a, Q_("and %d more", "and %d more", left), left));
			break;
		}
		row += canvas_paragraph(c, row, 0, c->cols, c->rows - row, STYLE_NORMAL, text);
	}
	arena_free(&a);
}

static void urge_pane(const struct view *v, size_t row, struct canvas *c)
{
	draw_lines(&((const struct urge_view *)v->state)->rows.at[row], c);
}

static void urge_foot(const struct view *v, size_t row, struct canvas *c)
{
	struct canvas below = canvas_sub(c, 1, 2, c->rows - 1, c->cols - 3);

	canvas_hline(c, 0, 0, c->cols, STYLE_DIM);
	urge_pane(v, row, &below);
}

static const struct list_around urge_around = {
	.pane = urge_pane, .foot_rows = FOOT_ROWS, .foot = urge_foot};

static int urge_open(struct view *v, const struct view_args *args, struct err *e)
{
	struct urge_view *u = v->state;

	(void)args;
	if (session_demand(v->context, ACT_URGE, 0, e) < 0)
		return -1;
	list_screen_init(&u->screen, &urge_spec);
	u->screen.around = &urge_around;
	return 0;
}

static void forget_word(struct urge_view *u)
{
	free(u->word);
	free(u->draft);
	u->word = u->draft = NULL;
}

static void urge_close(struct view *v)
{
	forget_word(v->state);
	list_view_close(v);
}

/* "not reported: 4 无烟行动" */
static const char *first_owed(struct arena *a, const struct debt_row *debt)
{
	return arena_printf(a, _("%1$s: %2$s"), debt_why_label(debt->why),
			    arena_printf(a, "%s %s", debt->action_no, debt->action_title));
}

static int urge_load(struct view *v, struct store *s, struct err *e)
{
	struct urge_view *u = v->state;
	struct arena *a = &v->arena;
	struct actor who = session_actor(v->context);
	struct notice_drafts rows;
	struct scene scene;

	if (session_scene(v->context, a, &scene, e) < 0)
		return -1;
	struct urge_filter f = {.plan_id = scene.plan.id};
	if (store_urge_list(s, a, &who, &f, &rows, e) < 0)
		return -1;
	const char **find = arena_alloc(a, (rows.n + 1) * sizeof *find);
	for (size_t i = 0; i < rows.n; i++)
		find[i] = find_text(a, rows.at[i].unit, rows.at[i].unit_pinyin);
	u->first = arena_alloc(a, (rows.n + 1) * sizeof *u->first);
	for (size_t i = 0; i < rows.n; i++)
		u->first[i] = first_owed(a, rows.at[i].debts);
	u->rows = rows;
	u->plan_id = scene.plan.id;
	list_screen_set(&u->screen, v, u, find, rows.n);
	return 0;
}

static enum reply open_menu(struct urge_view *u, struct app *app, const struct notice_draft *d)
{
	struct menu_entry entries[ENTRY_COUNT];
	size_t n = 0, due = urge_count_due(&u->rows);
	struct arena a = ARENA_INIT;
	const char *late =
		d->capped ? urge_cap_reason(&a, d->recent + d->before, d->days, d->free_on) : NULL;

	u->unit_id = d->unit_id;
	entries[n++] = (struct menu_entry){_("Issue this notice"), late, ENTRY_ONE, late != NULL};
	entries[n++] = (struct menu_entry){_("Issue it with a word to the unit"), late, ENTRY_WORD,
					   late != NULL};
	if (due > 1)
		entries[n++] = (struct menu_entry){
			arena_printf(&a, Q_("Issue all %zu notices", "Issue all %zu notices", due),
				     due),
			NULL, ENTRY_ALL, false};
	entries[n++] = (struct menu_entry){_("Open what the unit owes"), NULL, ENTRY_TASKS, false};
	menu_open(app, TAG_MENU, d->unit, entries, n);
	arena_free(&a);
	return REPLY_DONE;
}

static const struct notice_draft *find_draft(const struct urge_view *u)
{
	for (size_t i = 0; i < u->rows.n; i++)
		if (u->rows.at[i].unit_id == u->unit_id)
			return &u->rows.at[i];
	return NULL;
}

/* The list was read anew over the question. */
static enum reply tell_not_due(struct app *app)
{
	app_info(app, "%s",
		 _("The unit is not to be urged any more: it has done what was late, or somebody "
		   "else has sent a notice. Nothing was sent."));
	return REPLY_DONE;
}

static enum reply do_entry(struct urge_view *u, struct app *app, int64_t entry)
{
	const struct notice_draft *d = find_draft(u);

	if (entry == ENTRY_TASKS)
		app_push(app, &view_home, &(struct view_args){.id = u->unit_id});
	else if (entry == ENTRY_ALL)
		urge_ask_all(app, TAG_ALL, &u->rows);
	else if (!d)
		return tell_not_due(app);
	else if (entry == ENTRY_WORD)
		urge_ask_word(app, TAG_WORD, d);
	else
		urge_ask_one(app, TAG_ONE, d, NULL);
	return REPLY_DONE;
}

/* unit_id 0: all that are due. */
static enum reply issue(struct view *v, struct app *app, int64_t unit_id,
			const struct view_result *answer)
{
	const struct urge_view *u = v->state;
	struct urge_filter f = {.plan_id = u->plan_id, .unit_id = unit_id};
	struct notice_rows rows;
	struct reason why;
	int rc = reason_read(&why, app, answer, entry_reason);

	if (rc == 0)
		rc = store_urge(why.store, &why.who, &f, why.text, &why.arena, &rows, &why.changes,
				&why.err);
	if (rc == 0) {
		if (rows.n == 1)
			app_info(app, _("%1$s went to %2$s."), notice_name(&why.arena, rows.at),
				 rows.at->unit);
		else
			app_info(app, Q_("%zu notice issued", "%zu notices issued", rows.n),
				 rows.n);
		for (size_t i = 0; i < rows.n; i++)
			urge_forget_word(app, u->plan_id, rows.at[i].unit_id);
		notice_send(app);
	}
	return reason_done(&why, rc, NULL);
}

/* The words are there: once more what goes out, before it does. They stay a draft until then. */
static enum reply ask_with_word(struct urge_view *u, struct app *app, const struct view_result *r)
{
	const struct notice_draft *d = find_draft(u);

	forget_word(u);
	u->word = xstrdup(r->text);
	u->draft = xstrdup(r->draft);
	if (!d)
		return tell_not_due(app);
	urge_ask_one(app, TAG_WITH_WORD, d, u->word);
	return REPLY_DONE;
}

static enum reply issue_with_word(struct view *v, struct app *app, const struct view_result *r)
{
	struct urge_view *u = v->state;
	struct view_result answer = *r;

	answer.text = u->word;
	answer.draft = u->draft;
	return issue(v, app, u->unit_id, &answer);
}

static enum reply urge_resume(struct view *v, struct app *app, const struct view_result *r)
{
	struct urge_view *u = v->state;
	enum reply own = list_view_resume(v, app, r);

	if (own != REPLY_PASS || !r->ok)
		return own == REPLY_PASS ? REPLY_DONE : own;
	switch (r->tag) {
	case TAG_MENU:
		return do_entry(u, app, r->id);
	case TAG_ONE:
		return issue(v, app, u->unit_id, r);
	case TAG_WORD:
		return ask_with_word(u, app, r);
	case TAG_WITH_WORD:
		return issue_with_word(v, app, r);
	case TAG_ALL:
		return issue(v, app, 0, r);
	default:
		return REPLY_DONE;
	}
}

static enum reply urge_act(struct view *v, struct app *app, enum action a)
{
	struct urge_view *u = v->state;
	enum reply reply = list_screen_act(&u->screen, v, app, a);
	int i = list_screen_current(&u->screen);

	if (reply != REPLY_PASS || a != DO_OPEN || i < 0)
		return reply;
	return open_menu(u, app, &u->rows.at[i]);
}

const struct view_ops view_urge = {
	.name = "urge",
	.title = N_("Urge who is late"),
	.scope = SCOPE_LIST,
	.depends = CHANGE_NOTICE | CHANGE_REPORT | CHANGE_MILESTONE | CHANGE_REQUEST |
		   CHANGE_PERIOD | CHANGE_ASSIGNMENT | CHANGE_PLAN | CHANGE_UNIT | CHANGE_POLICY |
		   CHANGE_OTHERS,
	.state_size = sizeof(struct urge_view),
	.open = urge_open,
	.load = urge_load,
	.draw = list_view_draw,
	.act = urge_act,
	.key = list_view_key,
	.point = list_view_point,
	.resume = urge_resume,
	.offers = list_view_offers,
	.close = urge_close,
};
