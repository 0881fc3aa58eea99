/*
 * view_search.c - finding words in everything that was written: one line to type in, below it what
 * was found, kind by kind. What is typed always goes to the words, arrows always move among what
 * was found, so that there is nothing to switch between; Esc takes one step back.
 */
#include "tui/view/views.h"

#include "core/i18n.h"
#include "db/change.h"
#include "db/report/store_milestone.h"
#include "tui/app/session.h"
#include "tui/part/list.h"
#include "tui/milestone/milestone_menu.h"
#include "tui/find/search_rows.h"
#include "tui/find/search_words.h"

#include <stdlib.h>
#include <string.h>

enum { FEW = 6, PAGE = 50, TOP_LINES = 2 };

struct search_view {
	struct search_words words;
	int only;		/* enum search_kind whose hits alone are shown, -1: a few of each */
	size_t pages;		/* of it */
	int64_t at_kind, at_id; /* the hit under the cursor, to find it again after a load */
	struct search_lines lines;
	struct arena rights_arena; /* what one may read is the same while one types */
	const struct search_rights *rights;
	bool typed; /* since the last load, and nothing else */
	struct list list;
	struct arena arena; /* of the milestone whose menu is open */
	struct milestone_row milestone;
};

static int search_open(struct view *v, const struct view_args *args, struct err *e)
{
	struct search_view *s = v->state;

	(void)e;
	s->only = -1;
	search_words_begin(&s->words, args->text, v->context->session->plan_id != 0);
	return 0;
}

static void search_close(struct view *v)
{
	struct search_view *s = v->state;

	search_words_end(&s->words);
	arena_free(&s->rights_arena);
	arena_free(&s->arena);
}

static const struct search_line *current(const struct search_view *s)
{
	return s->list.n ? &s->lines.at[s->list.cursor] : NULL;
}

static bool is_head(const struct search_view *s, size_t row)
{
	return s->lines.at[row].row == SEARCH_ROW_HEAD;
}

static size_t page_rows(const struct view *v)
{
	return v->rows > TOP_LINES ? (size_t)(v->rows - TOP_LINES) : 1;
}

/* The hit that was under the cursor, else the first one. */
static size_t row_of_before(const struct search_view *s)
{
	for (size_t i = 0; i < s->lines.n; i++) {
		const struct search_hit *hit = s->lines.at[i].hit;

		if (hit && (int64_t)hit->kind == s->at_kind && hit->id == s->at_id)
			return i;
	}
	return s->lines.n > 1 ? 1 : 0;
}

static void note_hit(struct search_view *s)
{
	const struct search_line *l = current(s);

	s->at_kind = l && l->hit ? (int64_t)l->hit->kind : -1;
	s->at_id = l && l->hit ? l->hit->id : 0;
}

static int64_t plan_of(const struct view *v)
{
	const struct search_view *s = v->state;

	return s->words.where == SEARCH_PLAN ? v->context->session->plan_id : 0;
}

static int load_rights(struct view *v, struct store *store, struct err *e)
{
	struct search_view *s = v->state;
	struct actor who = session_actor(v->context);

	if (s->rights && s->typed && !v->reload_by_others)
		return 0;
	s->rights = NULL;
	arena_free(&s->rights_arena);
	return store_search_rights(store, &s->rights_arena, &who, plan_of(v), &s->rights, e);
}

static int search_load(struct view *v, struct store *store, struct err *e)
{
	struct search_view *s = v->state;

	if (load_rights(v, store, e) < 0) {
		s->rights = NULL;
		return -1;
	}
	struct search_wish wish = {
		.words = edit_text(&s->words.line),
		.rights = s->rights,
		.plan_id = plan_of(v),
		.closed_plans = s->words.where == SEARCH_ALL,
		.only = s->only,
		.most = s->only < 0 ? FEW : PAGE * (s->pages + 1),
		.pages = s->only < 0 ? 1 : s->pages + 1,
	};
	struct search_lines lines;

	if (search_lines_load(&lines, &v->arena, store, &wish, e) < 0)
		return -1;
	s->typed = false;
	s->lines = lines;
	list_set_rows(&s->list, lines.n);
	list_go(&s->list, row_of_before(s), page_rows(v));
	if (s->list.cursor == 1)
		s->list.top = 0;
	return 0;
}

/* Drawing */

static void draw_lines(const struct search_view *s, struct canvas *c)
{
	size_t page = (size_t)c->rows;

	for (size_t i = 0; i < page && s->list.top + i < s->list.n; i++) {
		size_t row = s->list.top + i;
		int y = (int)i;

		search_line_draw(&s->lines.at[row], c, y);
		canvas_target(c, y, 0, 1, c->cols, TARGET_ROW, (int)row);
		if (row != s->list.cursor)
			continue;
		canvas_text(c, y, 0, STYLE_NORMAL, canvas_marker(c));
		canvas_select(c, y, 1, c->cols - 1);
	}
	canvas_more(c, (int)s->list.top, (int)s->list.n - (int)(s->list.top + page));
}

static void search_draw(const struct view *v, struct canvas *c)
{
	const struct search_view *s = v->state;
	struct canvas rows = canvas_sub(c, TOP_LINES, 0, c->rows - TOP_LINES, c->cols);

	search_words_draw(&s->words, c);
	if (s->list.n)
		draw_lines(s, &rows);
	else
		canvas_paragraph(&rows, 0, 2, c->cols - 4, rows.rows, STYLE_DIM,
				 search_words_advice(&s->words));
}

/* Keys */

/* Other words, or other plans: what is found is other too. */
static enum reply search_anew(struct search_view *s)
{
	s->only = -1;
	s->pages = 0;
	s->at_id = 0;
	return REPLY_RELOAD;
}

static enum reply search_key(struct view *v, struct app *app, const struct key *k)
{
	struct search_view *s = v->state;
	enum edit_event event = search_words_key(&s->words, k, v->cols);

	(void)app;
	if (event == EDIT_PASS)
		return REPLY_PASS;
	s->typed = s->typed || event == EDIT_CHANGED;
	return event == EDIT_CHANGED ? search_anew(s) : REPLY_DONE;
}

/* Headings are passed over. */
static enum reply move(struct view *v, enum action a)
{
	struct search_view *s = v->state;
	bool up = a == DO_UP || a == DO_PAGE_UP || a == DO_FIRST;

	if (list_act(&s->list, a, page_rows(v)) == LIST_PASS)
		return REPLY_PASS;
	if (s->list.n && is_head(s, s->list.cursor)) {
		if (up && s->list.cursor > 0)
			list_act(&s->list, DO_UP, page_rows(v));
		else
			list_act(&s->list, DO_DOWN, page_rows(v));
	}
	if (s->list.cursor == 1)
		s->list.top = 0;
	note_hit(s);
	return REPLY_DONE;
}

static enum reply open_milestone(struct view *v, struct app *app, int64_t id)
{
	struct search_view *s = v->state;
	struct actor who = session_actor(v->context);
	struct err e = ERR_INIT;

	arena_free(&s->arena);
	s->milestone = (struct milestone_row){0};
	if (store_milestone_get(v->context->store, &s->arena, &who, id, &s->milestone, &e) < 0) {
		app_error(app, &e);
		return REPLY_DONE;
	}
	return milestone_menu(app, &s->milestone);
}

static enum reply open_hit(struct view *v, struct app *app, const struct search_hit *h)
{
	switch (h->kind) {
	case SEARCH_ACTION:
		app_push(app, &view_action, &(struct view_args){.id = h->id});
		break;
	case SEARCH_REPORT:
		app_push(app, &view_review, &(struct view_args){.id = h->id});
		break;
	case SEARCH_MILESTONE:
		return open_milestone(v, app, h->id);
	case SEARCH_EVIDENCE:
		app_push(app, &view_evidence_list,
			 &(struct view_args){.id = h->action_id,
					     .id2 = h->action_id ? 0 : h->unit_id});
		break;
	case SEARCH_UNIT:
		app_push(app, &view_unit, &(struct view_args){.id = h->id});
		break;
	case SEARCH_NOTICE:
		app_push(app, &view_notice, &(struct view_args){.id = h->id});
		break;
	case SEARCH_REQUEST:
		app_push(app, &view_request, &(struct view_args){.id = h->id});
		break;
	case SEARCH_CASE:
		app_push(app, &view_case, &(struct view_args){.id = h->id});
		break;
	case SEARCH_KIND_COUNT:
		break;
	}
	return REPLY_DONE;
}

/* All of one kind; there already, the next page of it. */
static enum reply show_more(struct search_view *s, const struct search_line *l)
{
	if (s->only == (int)l->kind)
		s->pages++;
	else
		s->pages = 0;
	s->only = (int)l->kind;
	return REPLY_RELOAD;
}

static enum reply open_current(struct view *v, struct app *app)
{
	struct search_view *s = v->state;
	const struct search_line *l = current(s);

	if (!l)
		return REPLY_DONE;
	note_hit(s);
	return l->row == SEARCH_ROW_HIT ? open_hit(v, app, l->hit) : show_more(s, l);
}

/* From one kind to all, from the hits to the words, from there away. */
static enum reply back(struct view *v)
{
	struct search_view *s = v->state;

	if (s->only >= 0)
		return search_anew(s);
	if (s->list.cursor <= 1)
		return REPLY_PASS;
	s->at_id = 0;
	list_go(&s->list, 1, page_rows(v));
	s->list.top = 0;
	return REPLY_DONE;
}

static enum reply search_act(struct view *v, struct app *app, enum action a)
{
	struct search_view *s = v->state;

	switch ((int)a) {
	case DO_OPEN:
		return open_current(v, app);
	case DO_BACK:
		return back(v);
	case DO_SEARCH_WHERE:
		s->rights = NULL;
		search_words_turn(&s->words, v->context->session->plan_id != 0);
		return search_anew(s);
	default:
		return move(v, a);
	}
}

static enum reply search_point(struct view *v, struct app *app, const struct point *p)
{
	struct search_view *s = v->state;

	if (p->mouse != MOUSE_PRESS || p->kind != TARGET_ROW || (size_t)p->index >= s->list.n ||
	    is_head(s, (size_t)p->index))
		return REPLY_PASS;
	if (s->list.cursor == (size_t)p->index)
		return open_current(v, app);
	s->list.cursor = (size_t)p->index;
	note_hit(s);
	return REPLY_DONE;
}

static enum reply search_resume(struct view *v, struct app *app, const struct view_result *r)
{
	struct search_view *s = v->state;

	return milestone_menu_resume(app, r, s->milestone.id ? &s->milestone : NULL);
}

static bool search_offers(const struct view *v, enum action a)
{
	const struct search_view *s = v->state;

	switch ((int)a) {
	case DO_OPEN:
		return s->list.n > 0;
	case DO_PRINT:
	case DO_FILTER:
	case DO_WAITING:
	case DO_LIST_MENU:
	case DO_MAIN_MENU: /* its digit is a word here */
		return false;
	default:
		return true;
	}
}

const struct view_ops view_search = {
	.name = "search",
	.title = N_("Search"),
	.scope = SCOPE_SEARCH,
	.depends = CHANGE_PLAN | CHANGE_REPORT | CHANGE_MILESTONE | CHANGE_EVIDENCE | CHANGE_UNIT |
		   CHANGE_ASSIGNMENT | CHANGE_NOTICE | CHANGE_REQUEST | CHANGE_CASE | CHANGE_OTHERS,
	.state_size = sizeof(struct search_view),
	.open = search_open,
	.load = search_load,
	.draw = search_draw,
	.act = search_act,
	.key = search_key,
	.point = search_point,
	.resume = search_resume,
	.offers = search_offers,
	.close = search_close,
};
