/*
 * view_import.c - the review of a document before it is stored: what is doubtful first, then the
 * actions, the units, the document itself; each beside the text it was read from. Nothing is a plan
 * until the office stores everything at once.
 */
#include "core/i18n.h"
#include "core/text/utf8.h"
#include "db/change.h"
#include "tui/part/dialog.h"
#include "tui/import/import_menu.h"
#include "tui/import/import_rows.h"
#include "tui/app/session.h"
#include "tui/part/tabs.h"

#include <stdio.h>
#include <stdlib.h>

enum { TAB_CHANGES, TAB_DOUBTS, TAB_ACTIONS, TAB_UNITS, TAB_HEAD, TAB_COUNT };
enum { TAG_STORE = 1, TAG_LOSE };

static const char *const tab_labels[TAB_COUNT] = {
	[TAB_CHANGES] = N_("changes"), /* of a new edition only */
	[TAB_DOUBTS] = N_("doubts"),   [TAB_ACTIONS] = N_("actions"),
	[TAB_UNITS] = N_("units"),     [TAB_HEAD] = N_("document"),
};

struct import_review {
	struct import_screen screen;
	struct tabs tabs; /* from `first` of the tabs on */
	size_t first;
	size_t counts[TAB_COUNT];  /* what stands behind the label */
	size_t cursors[TAB_COUNT]; /* where each tab was left */
};

/* A new edition that cannot be one (the same text, a closed plan) is told before its review. */
static int check_edition(const struct view *v, const struct import_desk *desk, struct err *e)
{
	struct arena a = ARENA_INIT;
	struct plan_diff *d;
	int failed = *desk->update ? import_desk_compare(desk, v->context, &a, &d, e) : 0;

	arena_free(&a);
	return failed;
}

static int review_open(struct view *v, const struct view_args *args, struct err *e)
{
	struct import_review *s = v->state;
	const struct view_import_args *more = args->more;
	int failed;

	if (session_demand(v->context, ACT_IMPORT, 0, e) < 0)
		return -1;
	failed = more->draft ? import_desk_resume(v->context, more->draft, &s->screen.desk, e)
			     : import_desk_read(v->context, more->path, more->update,
						&s->screen.desk, e);
	if (!failed && check_edition(v, s->screen.desk, e) < 0) {
		import_desk_free(s->screen.desk);
		failed = -1;
	}
	if (failed)
		return -1;
	import_screen_init(&s->screen, 1);
	s->first = *s->screen.desk->update ? TAB_CHANGES : TAB_DOUBTS;
	s->tabs = (struct tabs){.labels = tab_labels + s->first, .n = TAB_COUNT - s->first};
	if (s->first == TAB_DOUBTS && !plan_doubts_open(import_desk_plan(s->screen.desk)))
		s->tabs.current = TAB_ACTIONS - TAB_DOUBTS;
	return 0;
}

static size_t count_changes(const struct plan_diff *d)
{
	size_t n = d->head.n;

	for (size_t i = 0; i < d->entries.n; i++)
		n += d->entries.at[i].kind != DIFF_SAME;
	return n;
}

static size_t count_units(struct arena *a, const struct plan *p)
{
	struct import_rows units = {0};

	import_rows_units(a, p, &units);
	return units.rows.n;
}

static int review_load(struct view *v, struct store *store, struct err *e)
{
	struct import_review *s = v->state;
	const struct plan *p = import_desk_plan(s->screen.desk);
	struct import_rows rows = {0};
	size_t open = plan_doubts_open(p);
	struct plan_diff *diff = NULL;

	(void)store;
	if (*s->screen.desk->update &&
	    import_desk_compare(s->screen.desk, v->context, &v->arena, &diff, e) < 0)
		return -1;
	switch (s->first + s->tabs.current) {
	case TAB_CHANGES:
		import_rows_changes(&v->arena, diff, &rows);
		break;
	case TAB_DOUBTS:
		import_rows_doubts(&v->arena, p, &rows);
		break;
	case TAB_ACTIONS:
		import_rows_actions(&v->arena, p, &rows);
		break;
	case TAB_UNITS:
		import_rows_units(&v->arena, p, &rows);
		break;
	default:
		import_rows_head(&v->arena, s->screen.desk, &rows);
	}
	import_screen_set(&s->screen, v, &rows);
	s->screen.diff = diff;
	s->counts[TAB_CHANGES] = diff ? count_changes(diff) : 0;
	s->counts[TAB_DOUBTS] = open;
	s->counts[TAB_ACTIONS] = p->actions.n;
	s->counts[TAB_UNITS] = count_units(&v->arena, p);
	view_set_title(v, arena_printf(&v->arena,
				       Q_("Review: %zu actions, %zu doubt open",
					  "Review: %zu actions, %zu doubts open", open),
				       p->actions.n, open));
	return 0;
}

/* The current tab stands in brackets, so that it is known without colour. */
static int draw_tab(const struct import_review *s, size_t i, bool counted, struct canvas *c, int x)
{
	bool current = i == s->first + s->tabs.current;
	int style = current ? STYLE_TAB_CURRENT : STYLE_TAB;
	char text[80];

	if (counted && i != TAB_HEAD)
		snprintf(text, sizeof text, current ? "[%s %zu]" : " %s %zu ", _(tab_labels[i]),
			 s->counts[i]);
	else
		snprintf(text, sizeof text, current ? "[%s]" : " %s ", _(tab_labels[i]));
	if (c) {
		canvas_text(c, 0, x, style, text);
		canvas_target(c, 0, x, 1, utf8_cols(text), TARGET_TAB, (int)(i - s->first));
	}
	return x + 1 + utf8_cols(text);
}

/* Digits go to a number of the list, so the tabs have none; a narrow window goes without counts. */
static void draw_tabs(const struct import_review *s, struct canvas *c)
{
	int x = 0;

	for (size_t i = s->first; i < TAB_COUNT; i++)
		x = draw_tab(s, i, true, NULL, x);
	bool counted = x < c->cols;
	canvas_fill_row(c, 0, STYLE_TAB);
	x = 1;
	for (size_t i = s->first; i < TAB_COUNT; i++)
		x = draw_tab(s, i, counted, c, x);
}

static void review_draw(const struct view *v, struct canvas *c)
{
	const struct import_review *s = v->state;
	struct canvas body = canvas_sub(c, 1, 0, c->rows - 1, c->cols);

	draw_tabs(s, c);
	import_screen_draw(v, &body);
}

static enum reply to_tab(struct import_review *s, size_t was)
{
	if (s->tabs.current == was)
		return REPLY_DONE;
	s->cursors[was] = s->screen.list.list.cursor;
	s->screen.list.list.cursor = s->cursors[s->tabs.current];
	return REPLY_RELOAD;
}

/* What was corrected stays for the next time; not before it is kept, or given up. */
static enum reply leave(struct view *v, struct app *app)
{
	const struct import_review *s = v->state;

	if (!import_desk_settle(s->screen.desk, app)) {
		dialog_confirm(app, TAG_LOSE, _("Not kept"), app_message(app),
			       _("Leave and lose it"), _("Stay"));
		return REPLY_DONE;
	}
	if (s->screen.desk->saved_at)
		app_info(app, "%s", _("The review is kept; go on with it under Import."));
	return REPLY_CLOSE;
}

static enum reply review_act(struct view *v, struct app *app, enum action a)
{
	struct import_review *s = v->state;
	size_t was = s->tabs.current;
	enum reply reply;

	if (tabs_act(&s->tabs, a))
		return to_tab(s, was);
	if (a == DO_STORE)
		return import_store_ask(&s->screen, app, TAG_STORE);
	reply = import_screen_act(&s->screen, v, app, a);
	if (reply == REPLY_PASS)
		reply = import_menu_act(&s->screen, app, a);
	if (reply != REPLY_PASS)
		return reply;
	if (a == DO_OPEN)
		return import_menu_open(&s->screen, app);
	return a == DO_BACK ? leave(v, app) : REPLY_PASS;
}

static enum reply review_point(struct view *v, struct app *app, const struct point *at)
{
	struct import_review *s = v->state;
	size_t was = s->tabs.current;

	return tabs_point(&s->tabs, at) ? to_tab(s, was) : import_view_point(v, app, at);
}

static enum reply review_resume(struct view *v, struct app *app, const struct view_result *r)
{
	struct import_review *s = v->state;
	enum reply own = list_view_resume(v, app, r);

	if (own != REPLY_PASS)
		return own;
	if (r->tag == TAG_LOSE && r->ok) {
		s->screen.desk->unkept = false;
		app_finish(app, NULL);
		return REPLY_DONE;
	}
	if (r->tag == TAG_STORE)
		return r->ok ? import_store(&s->screen, app) : REPLY_DONE;
	return import_menu_resume(&s->screen, app, r);
}

static void review_settle(struct view *v, struct app *app)
{
	const struct import_review *s = v->state;

	import_desk_settle(s->screen.desk, app);
}

static void review_close(struct view *v)
{
	import_desk_free(((struct import_review *)v->state)->screen.desk);
	list_view_close(v);
}

/* What storing does, in one sentence; given. */
static char *plan_question(const struct plan *p)
{
	size_t open = plan_doubts_open(p);

	if (!open)
		return xasprintf(_("%s: %zu actions, no doubt is open."), p->title, p->actions.n);
	return xasprintf(Q_("%s: %zu actions. %zu doubt is still open; it is stored as it was "
			    "read.",
			    "%s: %zu actions. %zu doubts are still open; they are stored as they "
			    "were read.",
			    open),
			 p->title, p->actions.n, open);
}

static char *edition_question(const struct import_desk *desk, const struct plan_diff *d)
{
	return xasprintf(_("New %zu, changed %zu, back %zu, gone %zu: a new edition of %s. What "
			   "stays keeps its reports, milestones and evidence; what is gone is "
			   "withdrawn."),
			 d->counts[DIFF_NEW], d->counts[DIFF_CHANGED], d->counts[DIFF_BACK],
			 d->counts[DIFF_GONE], desk->update);
}

enum reply import_store_ask(struct import_screen *s, struct app *app, int tag)
{
	struct arena a = ARENA_INIT;
	struct err e = ERR_INIT;
	struct plan_diff *d;
	char *text = NULL;

	if (!*s->desk->update)
		text = plan_question(import_desk_plan(s->desk));
	else if (import_desk_compare(s->desk, app_context(app), &a, &d, &e) < 0)
		app_error(app, &e);
	else
		text = edition_question(s->desk, d);
	if (text)
		dialog_confirm(app, tag, _("Store everything?"), text, _("Store"), NULL);
	free(text);
	arena_free(&a);
	return REPLY_DONE;
}

/* Goes to the plan that came of it, and offers what a new one needs next. */
enum reply import_store(struct import_screen *s, struct app *app)
{
	const struct app_context *c = app_context(app);
	struct arena a = ARENA_INIT;
	struct plan_row row = {0};
	struct err e = ERR_INIT;
	unsigned changes = 0;
	bool is_new = !*s->desk->update;

	if (import_desk_store(s->desk, c, &a, &row, &changes, &e) < 0) {
		app_error(app, &e);
	} else {
		c->session->plan_id = row.id;
		app_unwind(app, session_home(c->session)->name);
		app_push(app, &view_plan, NULL);
		if (is_new)
			app_push(app, &view_begin, NULL);
		app_info(app, _("Stored as %s: %d actions, %d units."), row.code, row.nactions,
			 row.nunits);
	}
	app_changed(app, changes);
	arena_free(&a);
	return REPLY_DONE;
}

enum reply import_discard_ask(struct import_screen *s, struct app *app, int tag)
{
	char *text = xasprintf(_("The corrections made to %s go; the document stays where it is."),
			       import_desk_plan(s->desk)->file);

	dialog_confirm(app, tag, _("Throw the review away?"), text, _("Throw away"), NULL);
	free(text);
	return REPLY_DONE;
}

enum reply import_discard(struct import_screen *s, struct app *app)
{
	struct err e = ERR_INIT;

	if (import_desk_drop(s->desk, app_context(app), &e) < 0) {
		app_error(app, &e);
		return REPLY_DONE;
	}
	app_changed(app, CHANGE_DRAFT);
	app_info(app, "%s", _("The review is thrown away; nothing was stored."));
	app_finish(app, NULL);
	return REPLY_DONE;
}

static bool review_tells(const struct view *v, enum action a)
{
	(void)v;
	return a == DO_NEXT_PANE;
}

const struct view_ops view_import = {
	.name = "import",
	.title = N_("Review of a document"),
	.scope = SCOPE_IMPORT,
	.depends = CHANGE_DRAFT,
	.state_size = sizeof(struct import_review),
	.open = review_open,
	.load = review_load,
	.draw = review_draw,
	.act = review_act,
	.key = import_view_key,
	.point = review_point,
	.resume = review_resume,
	.offers = import_view_offers,
	.tells = review_tells,
	.settle = review_settle,
	.close = review_close,
};
