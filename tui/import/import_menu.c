/*
 * import_menu.c - which steps there are for which row: one table. Where a row has a single step,
 * Enter does it; else it opens them as a menu, with undo and redo behind them.
 */
#include "tui/import/import_menu.h"

#include "core/i18n.h"
#include "tui/import/import_acts.h"
#include "tui/part/menu.h"

struct import_step {
	enum import_what what;
	const char *label;
	bool (*fits)(const struct import_screen *s, const struct import_row *r); /* NULL: always */
	IMPORT_RUN((*run));
	IMPORT_ANSWER((*answer)); /* NULL: it asks nothing */
};

static const struct plan_doubt *doubt_of(const struct import_screen *s, const struct import_row *r)
{
	return &import_desk_plan(s->desk)->doubts.at[r->at];
}

static bool has_proposal(const struct import_screen *s, const struct import_row *r)
{
	return *doubt_of(s, r)->proposal && doubt_of(s, r)->answer == DOUBT_OPEN;
}

static bool is_open(const struct import_screen *s, const struct import_row *r)
{
	return doubt_of(s, r)->answer == DOUBT_OPEN;
}

/* What taking a proposal changed is taken back by undo; names of one unit are only noted. */
static bool can_reopen(const struct import_screen *s, const struct import_row *r)
{
	const struct plan_doubt *d = doubt_of(s, r);

	return d->answer == DOUBT_LEFT || (d->answer == DOUBT_TAKEN && d->kind == DOUBT_SAME_UNIT);
}

static bool has_action(const struct import_screen *s, const struct import_row *r)
{
	return doubt_of(s, r)->action >= 0;
}

/* Whether it is the row that adds one. */
static bool is_new(const struct import_screen *s, const struct import_row *r)
{
	const struct plan_action *action = &import_desk_plan(s->desk)->actions.at[r->at];

	switch (r->what) {
	case IMPORT_UNIT:
		return r->sub == action->units.n;
	case IMPORT_LEVEL:
		return r->sub == action->indicators.n;
	case IMPORT_WORDS:
		return r->sub == action->words.n;
	default:
		return r->sub == action->volumes.n;
	}
}

static bool is_there(const struct import_screen *s, const struct import_row *r)
{
	return !is_new(s, r);
}

static bool has_next(const struct import_screen *s, const struct import_row *r)
{
	return r->at + 1 < import_desk_plan(s->desk)->actions.n;
}

static IMPORT_RUN(ask_store)
{
	(void)r;
	return import_store_ask(s, app, tag);
}

static IMPORT_ANSWER(do_store)
{
	(void)r;
	(void)result;
	return import_store(s, app);
}

static IMPORT_RUN(ask_discard)
{
	(void)r;
	return import_discard_ask(s, app, tag);
}

static IMPORT_ANSWER(do_discard)
{
	(void)r;
	(void)result;
	return import_discard(s, app);
}

static bool has_role(const struct import_screen *s, const struct import_row *r, enum role role)
{
	const struct plan_action *action = &import_desk_plan(s->desk)->actions.at[r->at];

	return r->sub == action->units.n || action->units.at[r->sub].role == role;
}

static bool may_lead(const struct import_screen *s, const struct import_row *r)
{
	return !has_role(s, r, ROLE_LEAD);
}

static bool may_cooperate(const struct import_screen *s, const struct import_row *r)
{
	return !has_role(s, r, ROLE_COOP);
}

static bool may_share(const struct import_screen *s, const struct import_row *r)
{
	return !has_role(s, r, ROLE_SHARED);
}

static const struct diff_entry *change_of(const struct import_screen *s, const struct import_row *r)
{
	return &s->diff->entries.at[r->at];
}

static bool is_in_new(const struct import_screen *s, const struct import_row *r)
{
	return change_of(s, r)->is != DIFF_NONE;
}

static bool is_in_both(const struct import_screen *s, const struct import_row *r)
{
	return is_in_new(s, r) && change_of(s, r)->was != DIFF_NONE;
}

/* The doubt about a title that is missing is answered by writing it. */
static bool lacks_title(const struct import_screen *s, const struct import_row *r)
{
	return is_open(s, r) && !has_action(s, r) && !*import_desk_plan(s->desk)->title;
}

static IMPORT_RUN(ask_title)
{
	const struct import_row title = {.what = IMPORT_HEAD, .at = PLAN_TITLE, .mark = _("title")};

	(void)r;
	return import_ask_head(s, app, &title, tag);
}

/* The doubt goes with its cause, or is answered by this. */
static IMPORT_ANSWER(write_title)
{
	const struct import_row title = {.what = IMPORT_HEAD, .at = PLAN_TITLE};
	size_t ndoubts = import_desk_plan(s->desk)->doubts.n;
	enum reply reply = import_head(s, app, &title, result);
	const struct plan *p = import_desk_plan(s->desk);

	if (*p->title && p->doubts.n == ndoubts && is_open(s, r))
		return import_leave(s, app, r, 0);
	return reply;
}

static const struct import_step steps[] = {
	{IMPORT_CHANGE, N_("Read both clauses"), NULL, import_show_both, NULL},
	{IMPORT_CHANGE, N_("It is another action of the plan"), is_in_new, import_ask_pair,
	 import_pair},
	{IMPORT_CHANGE, N_("It is new, not the one it was taken for"), is_in_both, import_part,
	 NULL},
	{IMPORT_DOUBT, N_("Write the title"), lacks_title, ask_title, write_title},
	{IMPORT_DOUBT, N_("Yes"), has_proposal, import_take, NULL},
	{IMPORT_DOUBT, N_("No: it is right as it was read"), is_open, import_leave, NULL},
	{IMPORT_DOUBT, N_("Ask again"), can_reopen, import_reopen, NULL},
	{IMPORT_DOUBT, N_("Open the action and correct it"), has_action, import_open_action, NULL},
	{IMPORT_ACTION, N_("Open"), NULL, import_open_action, NULL},
	{IMPORT_NAME, N_("Another name, everywhere"), NULL, import_ask_name,
	 import_name_everywhere},
	{IMPORT_NAME, N_("The same as another unit of the document"), NULL, import_ask_same,
	 import_same},
	{IMPORT_HEAD, N_("Change"), NULL, import_ask_head, import_head},
	{IMPORT_CODE, N_("Change"), NULL, import_ask_code, import_code},
	{IMPORT_STORE, N_("Store everything"), NULL, ask_store, do_store},
	{IMPORT_DISCARD, N_("Throw the review away"), NULL, ask_discard, do_discard},
	{IMPORT_FIELD, N_("Change"), NULL, import_ask_field, import_field},
	{IMPORT_UNIT, N_("It leads"), may_lead, import_make_lead, NULL},
	{IMPORT_UNIT, N_("It cooperates"), may_cooperate, import_make_coop, NULL},
	{IMPORT_UNIT, N_("It shares the work"), may_share, import_make_shared, NULL},
	{IMPORT_UNIT, N_("Another name, here only"), is_there, import_ask_name, import_name_here},
	{IMPORT_UNIT, N_("Another name, everywhere"), is_there, import_ask_name,
	 import_name_everywhere},
	{IMPORT_UNIT, N_("It has no part in this action"), is_there, import_drop_unit, NULL},
	{IMPORT_UNIT, N_("Add"), is_new, import_open_fact, NULL},
	{IMPORT_LEVEL, N_("Change"), NULL, import_open_fact, NULL},
	{IMPORT_LEVEL, N_("It is no target"), is_there, import_drop_fact, NULL},
	{IMPORT_WORDS, N_("Change"), NULL, import_open_fact, NULL},
	{IMPORT_WORDS, N_("It is no target"), is_there, import_drop_fact, NULL},
	{IMPORT_VOLUME, N_("Change"), NULL, import_open_fact, NULL},
	{IMPORT_VOLUME, N_("It is no volume"), is_there, import_drop_fact, NULL},
	{IMPORT_RESHAPE, N_("Split: here two actions were read as one"), NULL, import_ask_split,
	 import_split},
	{IMPORT_RESHAPE, N_("Join: the next one belongs to it"), has_next, import_join, NULL},
	{IMPORT_RESHAPE, N_("Take out: it is no action"), NULL, import_take_out, NULL},
};
enum { NSTEPS = sizeof steps / sizeof steps[0], ID_UNDO = NSTEPS, ID_REDO };
enum { TAG_MENU = 200, TAG_ASK }; /* from TAG_ASK on: the question of a step */

static size_t fitting(const struct import_screen *s, const struct import_row *r, int found[NSTEPS])
{
	size_t n = 0;

	for (int i = 0; i < NSTEPS; i++)
		if (steps[i].what == r->what && (!steps[i].fits || steps[i].fits(s, r)))
			found[n++] = i;
	return n;
}

static size_t add_history(const struct import_screen *s, struct menu_entry *entries)
{
	const char *undo = plan_edit_undo_label(s->desk->edit);
	const char *redo = plan_edit_redo_label(s->desk->edit);
	size_t n = 0;

	if (undo)
		entries[n++] = (struct menu_entry){_("Take back"), undo, ID_UNDO, false};
	if (redo)
		entries[n++] = (struct menu_entry){_("Do again"), redo, ID_REDO, false};
	return n;
}

static enum reply run(struct import_screen *s, struct app *app, const struct import_row *r, int i)
{
	return steps[i].run(s, app, r, TAG_ASK + i);
}

/* The proposal says itself what taking it does. */
static const char *entry_text(struct arena *a, const struct import_screen *s,
			      const struct import_row *r, const struct import_step *step)
{
	if (step->run != import_take)
		return _(step->label);
	return arena_printf(a, _("Yes: %s"), doubt_of(s, r)->proposal);
}

enum reply import_menu_open(struct import_screen *s, struct app *app)
{
	const struct import_row *r = import_screen_current(s);
	struct menu_entry entries[NSTEPS + 2];
	struct arena a = ARENA_INIT;
	int found[NSTEPS];
	size_t n = r ? fitting(s, r, found) : 0;

	if (n == 0)
		return REPLY_DONE;
	/* An answer to a doubt is never a single slip of a finger away. */
	if (n == 1 && r->what != IMPORT_DOUBT)
		return run(s, app, r, found[0]);
	for (size_t i = 0; i < n; i++)
		entries[i] = (struct menu_entry){entry_text(&a, s, r, &steps[found[i]]), NULL,
						 found[i], false};
	n += add_history(s, entries + n);
	menu_open(app, TAG_MENU, r->text, entries, n);
	arena_free(&a);
	return REPLY_DONE;
}

enum reply import_menu_act(struct import_screen *s, struct app *app, enum action a)
{
	const struct import_row *r = import_screen_current(s);

	if ((a != DO_DOUBT_TAKE && a != DO_DOUBT_LEAVE) || !r || r->what != IMPORT_DOUBT)
		return REPLY_PASS;
	return a == DO_DOUBT_TAKE ? import_take(s, app, r, 0) : import_leave(s, app, r, 0);
}

enum reply import_menu_resume(struct import_screen *s, struct app *app, const struct view_result *r)
{
	const struct import_row *row = import_screen_current(s);

	if (!r->ok || !row)
		return REPLY_DONE;
	if (r->tag >= TAG_ASK && r->tag < TAG_ASK + NSTEPS)
		return steps[r->tag - TAG_ASK].answer(s, app, row, r);
	if (r->tag != TAG_MENU)
		return REPLY_DONE;
	if (r->id == ID_UNDO)
		return import_desk_undo(s->desk, app);
	if (r->id == ID_REDO)
		return import_desk_redo(s->desk, app);
	return run(s, app, row, (int)r->id);
}
