/*
 * view_unit_name.c - a unit gets another name in place of the one it has. Somebody may give it one
 * meanwhile: then both are shown.
 */
#include "tui/view/views.h"

#include "core/i18n.h"
#include "core/rule/entry.h"
#include "db/people/store_unit.h"
#include "tui/app/session.h"
#include "tui/part/form_page.h"

enum { NAME_COLS = 40, NAME_CHARS = 60 };

struct unit_name {
	struct form_page page;
	int64_t unit_id;
};

static int unit_name_open(struct view *v, const struct view_args *args, struct err *e)
{
	((struct unit_name *)v->state)->unit_id = args->id;
	return session_demand(v->context, ACT_UNIT, 0, e);
}

static int row_now(struct view *v, struct arena *a, struct form_row *to, struct err *e)
{
	const struct unit_name *u = v->state;
	struct unit_row unit;

	if (store_unit_get(v->context->store, a, u->unit_id, &unit, e) < 0)
		return -1;
	*to = (struct form_row){.id = unit.id, .version = unit.version};
	form_row_add(a, to, "name", unit.name);
	return 0;
}

static int begin_form(struct view *v, struct err *e)
{
	struct unit_name *u = v->state;
	struct form_row row;
	const struct form_field fields[] = {
		{.name = "name",
		 .label = _("new name"),
		 .kind = FIELD_TEXT,
		 .cols = NAME_COLS,
		 .max_chars = NAME_CHARS,
		 .required = true},
	};

	if (row_now(v, &u->page.own, &row, e) < 0)
		return -1;
	form_page_begin(&u->page, fields, sizeof fields / sizeof fields[0], _("Save"),
			xasprintf("unit-name:%lld", (long long)u->unit_id));
	form_page_fill(&u->page, &row);
	return 0;
}

static enum reply save(struct view *v, struct app *app)
{
	struct unit_name *u = v->state;
	struct actor who = session_actor(v->context);
	struct arena a = ARENA_INIT;
	struct err e = ERR_INIT;
	unsigned changes = 0;
	const char *name;

	if (entry_name(&a, form_get(u->page.form, "name"), "name", &name, &e) < 0 ||
	    store_unit_rename(v->context->store, &who, u->unit_id, form_page_row(&u->page)->version,
			      name, &changes, &e) < 0)
		form_page_refused(&u->page, v, app, &e);
	else
		form_page_done(&u->page, v, app, changes, _("The unit is changed."));
	arena_free(&a);
	return REPLY_DONE;
}

static const struct form_page_ops page = {.begin = begin_form, .submit = save, .row = row_now};

static int unit_name_load(struct view *v, struct store *s, struct err *e)
{
	(void)s;
	return form_page_load(v, &page, e);
}

const struct view_ops view_unit_name = {
	.name = "unit-name",
	.title = N_("Another name"),
	.state_size = sizeof(struct unit_name),
	.open = unit_name_open,
	.load = unit_name_load,
	FORM_VIEW_OPS,
};
