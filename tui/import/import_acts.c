/*
 * import_acts.c - the steps of the review on doubts, the document and its units. A step is one call
 * of plan_edit; import_desk_stepped() then shows what came of it.
 */
#include "tui/import/import_acts.h"

#include "core/i18n.h"
#include "tui/part/dialog.h"
#include "tui/import/import_rows.h"

#include <stdlib.h>

enum { LONGEST_LINE = 200, LONGEST_NAME = 60, LONGEST_CODE = 20 };

static const struct plan *plan_of(const struct import_screen *s)
{
	return import_desk_plan(s->desk);
}

/* Doubts ----------------------------------------------------------------------------------------*/

/* The list goes on to the next doubt by itself, since answered ones go to its end; behind the last
 * it begins again, and where none is open the row that stores everything stands first. */
static enum reply answered(struct import_screen *s, struct app *app, int failed,
			   const struct err *e)
{
	struct list *list = &s->list.list;

	if (!failed && list->cursor >= plan_doubts_open(plan_of(s)))
		list->cursor = list->top = 0;
	return import_desk_stepped(s->desk, app, failed, e);
}

IMPORT_RUN(import_take)
{
	struct err e = ERR_INIT;

	(void)tag;
	return answered(s, app, plan_edit_doubt_take(s->desk->edit, r->at, &e), &e);
}

IMPORT_RUN(import_leave)
{
	struct err e = ERR_INIT;

	(void)tag;
	return answered(s, app, plan_edit_doubt_leave(s->desk->edit, r->at, &e), &e);
}

IMPORT_RUN(import_reopen)
{
	struct err e = ERR_INIT;

	(void)tag;
	return answered(s, app, plan_edit_doubt_reopen(s->desk->edit, r->at, &e), &e);
}

IMPORT_RUN(import_open_action)
{
	size_t at = r->what == IMPORT_DOUBT ? (size_t)plan_of(s)->doubts.at[r->at].action : r->at;
	struct import_args more = {s->desk, IMPORT_ACTION, at, 0, r->place};

	(void)tag;
	app_push(app, &view_import_action, &(struct view_args){.more = &more});
	return REPLY_DONE;
}

/* The document ----------------------------------------------------------------------------------*/

static const char *head_value(const struct plan *p, enum plan_head_field field)
{
	switch (field) {
	case PLAN_TITLE:
		return p->title;
	case PLAN_DOC_NO:
		return p->doc_no;
	case PLAN_ISSUER:
		return p->issuer;
	default:
		return p->date;
	}
}

/* The draft is that of this very field, as it was when the question was asked. */
void import_ask_text(const struct import_screen *s, struct app *app, int tag, const char *title,
		     const char *label, const char *value, size_t max_chars, bool optional)
{
	char *draft =
		xasprintf(IMPORT_FACT_DRAFTS "%s:%s:%s:%s", s->desk->draft, title, label, value);

	dialog_write(app, tag,
		     &(struct dialog_writing){.title = title,
					      .label = label,
					      .draft = draft,
					      .max_chars = max_chars,
					      .rows = 1,
					      .value = value,
					      .optional = optional,
					      .once = true});
	free(draft);
}

IMPORT_RUN(import_ask_head)
{
	import_ask_text(s, app, tag, _("The document"), r->mark,
			head_value(plan_of(s), (enum plan_head_field)r->at), LONGEST_LINE, true);
	return REPLY_DONE;
}

IMPORT_ANSWER(import_head)
{
	struct err e = ERR_INIT;

	return import_desk_stepped(
		s->desk, app,
		plan_edit_head(s->desk->edit, (enum plan_head_field)r->at, result->text, &e), &e);
}

IMPORT_RUN(import_ask_code)
{
	(void)r;
	if (*s->desk->update)
		app_info(app, _("It becomes a new edition of %s; the code stays."),
			 s->desk->update);
	else
		import_ask_text(s, app, tag, _("The code of the plan"),
				_("Letters and digits, short; empty: as proposed."), s->desk->code,
				LONGEST_CODE, true);
	return REPLY_DONE;
}

IMPORT_ANSWER(import_code)
{
	struct err e = ERR_INIT;

	(void)r;
	return import_desk_stepped(s->desk, app, import_desk_set_code(s->desk, result->text, &e),
				   &e);
}

/* Units -----------------------------------------------------------------------------------------*/

static enum reply set_role(struct import_screen *s, struct app *app, const struct import_row *r,
			   enum role role)
{
	struct err e = ERR_INIT;

	return import_desk_stepped(s->desk, app,
				   plan_edit_unit_role(s->desk->edit, r->at, r->sub, role, &e), &e);
}

IMPORT_RUN(import_make_lead)
{
	(void)tag;
	return set_role(s, app, r, ROLE_LEAD);
}

IMPORT_RUN(import_make_coop)
{
	(void)tag;
	return set_role(s, app, r, ROLE_COOP);
}

IMPORT_RUN(import_make_shared)
{
	(void)tag;
	return set_role(s, app, r, ROLE_SHARED);
}

static const char *unit_name(const struct import_screen *s, const struct import_row *r)
{
	return plan_of(s)->actions.at[r->at].units.at[r->sub].name;
}

IMPORT_RUN(import_ask_name)
{
	import_ask_text(s, app, tag, unit_name(s, r), _("The name of the unit:"), unit_name(s, r),
			LONGEST_NAME, false);
	return REPLY_DONE;
}

static enum reply rename_unit(struct import_screen *s, struct app *app, const struct import_row *r,
			      const char *name, bool everywhere)
{
	struct err e = ERR_INIT;

	return import_desk_stepped(
		s->desk, app,
		plan_edit_unit_name(s->desk->edit, r->at, r->sub, name, everywhere, &e), &e);
}

IMPORT_ANSWER(import_name_here)
{
	return rename_unit(s, app, r, result->text, false);
}

IMPORT_ANSWER(import_name_everywhere)
{
	return rename_unit(s, app, r, result->text, true);
}

/* The names in the order of the tab; an entry's id is its place there. */
IMPORT_RUN(import_ask_same)
{
	struct arena a = ARENA_INIT;
	struct import_rows names = {0};
	struct dialog_item *items;
	size_t n = 0;

	import_rows_units(&a, plan_of(s), &names);
	items = arena_alloc(&a, (names.rows.n + 1) * sizeof *items);
	for (size_t i = 0; i < names.rows.n; i++) {
		const struct import_row *name = &names.rows.at[i];

		if (name->at != r->at || name->sub != r->sub)
			items[n++] = (struct dialog_item){name->text, NULL, (int64_t)i};
	}
	dialog_choose(app, tag, unit_name(s, r), items, n);
	arena_free(&a);
	return REPLY_DONE;
}

IMPORT_ANSWER(import_same)
{
	struct arena a = ARENA_INIT;
	struct import_rows names = {0};
	enum reply reply;

	import_rows_units(&a, plan_of(s), &names);
	reply = rename_unit(s, app, r, names.rows.at[result->id].text, true);
	arena_free(&a);
	return reply;
}

IMPORT_RUN(import_drop_unit)
{
	struct err e = ERR_INIT;

	(void)tag;
	return import_desk_stepped(s->desk, app,
				   plan_edit_unit_drop(s->desk->edit, r->at, r->sub, &e), &e);
}
