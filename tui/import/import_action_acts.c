/* import_action_acts.c - the steps of the review on one action: its fields, where it is parted from
 * or joined with its neighbour, and what was read of its text. */
#include "core/i18n.h"
#include "core/text/wrap.h"
#include "tui/part/dialog.h"
#include "tui/import/import_acts.h"

#include <string.h>

enum { LONGEST_LINE = 200, PLACE_COLS = 60 };

static const struct plan *plan_of(const struct import_screen *s)
{
	return import_desk_plan(s->desk);
}

/* The sections of the plan; the last entry is none. */
static void ask_section(struct app *app, const struct plan *p, int tag)
{
	struct arena a = ARENA_INIT;
	size_t n = p->sections.n;
	struct dialog_item *items = arena_alloc(&a, (n + 1) * sizeof *items);

	for (size_t i = 0; i < n; i++)
		items[i] = (struct dialog_item){
			arena_printf(&a, "%s %s", p->sections.at[i].no, p->sections.at[i].title),
			NULL, (int64_t)i};
	items[n] = (struct dialog_item){_("in no section"), NULL, (int64_t)n};
	dialog_choose(app, tag, _("In which section?"), items, n + 1);
	arena_free(&a);
}

IMPORT_RUN(import_ask_field)
{
	const struct plan *p = plan_of(s);
	enum plan_action_field field = (enum plan_action_field)r->sub;
	const char *value = plan_action_text(&p->actions.at[r->at], field);

	if (field == PLAN_ACTION_SECTION)
		ask_section(app, p, tag);
	else if (field == PLAN_ACTION_DUE)
		import_ask_text(s, app, tag, r->mark,
				_("A day or a month, as 2022-12-31; empty: none."), value,
				LONGEST_LINE, true);
	else
		import_ask_text(s, app, tag, _("Action"), r->mark, value, LONGEST_LINE, false);
	return REPLY_DONE;
}

IMPORT_ANSWER(import_field)
{
	const struct plan *p = plan_of(s);
	enum plan_action_field field = (enum plan_action_field)r->sub;
	const char *text = result->text;
	struct err e = ERR_INIT;

	if (field == PLAN_ACTION_SECTION)
		text = (size_t)result->id < p->sections.n ? p->sections.at[result->id].no : "";
	return import_desk_stepped(s->desk, app,
				   plan_edit_action(s->desk->edit, r->at, field, text, &e), &e);
}

/* Where the second action can begin: behind the end of a line, of a sentence or of a part of one.
 * Bytes of that sign, 0 when none stands there. */
static size_t part_end(const char *s)
{
	static const char *const ends[] = {"\n", "。", "；", ";"};

	for (size_t i = 0; i < sizeof ends / sizeof ends[0]; i++)
		if (!strncmp(s, ends[i], strlen(ends[i])))
			return strlen(ends[i]);
	return 0;
}

static const char *skip_blanks(const char *s, const char *end)
{
	static const char wide[] = "　";

	for (;;) {
		if (s < end && (*s == ' ' || *s == '\t' || *s == '\n'))
			s++;
		else if (s + strlen(wide) <= end && !strncmp(s, wide, strlen(wide)))
			s += strlen(wide);
		else
			return s;
	}
}

/* The first words of what stands at s. */
static const char *first_words(struct arena *a, const char *s, const char *end)
{
	struct wrap_line line;
	struct wrap w;

	wrap_begin(&w, s, (size_t)(end - s), PLACE_COLS);
	return wrap_next(&w, &line) ? arena_strndup(a, line.s, line.nbytes) : "";
}

IMPORT_RUN(import_ask_split)
{
	const struct plan *p = plan_of(s);
	struct plan_span clause = p->actions.at[r->at].clause;
	const char *at = p->text + clause.from, *end = p->text + clause.to;
	struct arena a = ARENA_INIT;
	VEC(struct dialog_item) items = {0};

	while (at < end) {
		size_t nbytes = part_end(at);

		if (!nbytes) {
			at++;
			continue;
		}
		at = skip_blanks(at + nbytes, end);
		if (at < end)
			*vec_push(&a, &items) =
				(struct dialog_item){first_words(&a, at, end), NULL, at - p->text};
	}
	if (items.n)
		dialog_choose(app, tag, _("With which words does the second one begin?"), items.at,
			      items.n);
	else
		app_info(app, "%s", _("It is a single sentence: there is no place to split it."));
	arena_free(&a);
	return REPLY_DONE;
}

IMPORT_ANSWER(import_split)
{
	struct err e = ERR_INIT;

	return import_desk_stepped(
		s->desk, app, plan_edit_split(s->desk->edit, r->at, (size_t)result->id, &e), &e);
}

IMPORT_RUN(import_join)
{
	struct err e = ERR_INIT;

	(void)tag;
	return import_desk_stepped(s->desk, app, plan_edit_join(s->desk->edit, r->at, &e), &e);
}

/* The screen of an action leaves when its action is no longer there. */
IMPORT_RUN(import_take_out)
{
	struct err e = ERR_INIT;

	(void)tag;
	return import_desk_stepped(s->desk, app, plan_edit_drop(s->desk->edit, r->at, &e), &e);
}

IMPORT_RUN(import_open_fact)
{
	struct import_args more = {s->desk, r->what, r->at, r->sub, r->place};

	(void)tag;
	app_push(app, &view_import_fact, &(struct view_args){.more = &more});
	return REPLY_DONE;
}

IMPORT_RUN(import_drop_fact)
{
	enum plan_fact kind = r->what == IMPORT_LEVEL	? PLAN_LEVEL
			      : r->what == IMPORT_WORDS ? PLAN_WORDS
							: PLAN_VOLUME;
	struct err e = ERR_INIT;

	(void)tag;
	return import_desk_stepped(s->desk, app,
				   plan_edit_fact_drop(s->desk->edit, r->at, kind, r->sub, &e), &e);
}
