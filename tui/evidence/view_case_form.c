/* view_case_form.c - a case as a form: a title and a text, a new one or one that the office has not
 * decided on yet. */
#include "tui/view/views.h"

#include "core/i18n.h"
#include "db/report/store_case.h"
#include "db/plan/store_plan.h"
#include "tui/app/session.h"
#include "tui/part/form_page.h"

enum { TEXT_ROWS = 8 };

struct case_form {
	struct form_page page;
	struct case_new about; /* ids: action, unit, case */
	struct case_row row;   /* as first read; id 0: a new one */
};

/* Whose it is: a case's unit, of a new one the unit named or the own. */
static int find_unit(struct case_form *k, const struct view *v, int64_t named, struct err *e)
{
	const struct app_context *c = v->context;
	struct actor who = session_actor(c);
	struct arena a = ARENA_INIT;
	struct case_row row;
	int rc = 0;

	k->about.unit_id = session_unit(c, named);
	if (k->about.case_id) {
		rc = store_case_get(c->store, &a, &who, k->about.case_id, &row, e);
		if (rc == 0)
			k->about.unit_id = row.unit_id;
	}
	arena_free(&a);
	return rc;
}

static int case_form_open(struct view *v, const struct view_args *args, struct err *e)
{
	struct case_form *k = v->state;
	const struct view_case_args *more = args->more;

	k->about.action_id = args->id;
	k->about.case_id = args->id2;
	if (find_unit(k, v, more ? more->unit_id : 0, e) < 0)
		return -1;
	if (session_demand(v->context, ACT_CASE, k->about.unit_id, e) < 0)
		return -1;
	if (!k->about.unit_id)
		return err_set(e, ERR_STATE,
			       _("choose the unit whose case it is first: open its task list from "
				 "the office's overview"));
	return 0;
}

static void values_of(const struct case_row *row, struct arena *a, struct form_row *to)
{
	*to = (struct form_row){.id = row->id, .version = row->version};
	form_row_add(a, to, "title", row->title);
	form_row_add(a, to, "text", row->text);
}

static int row_now(struct view *v, struct arena *a, struct form_row *to, struct err *e)
{
	const struct case_form *k = v->state;
	struct actor who = session_actor(v->context);
	struct case_row row;

	if (store_case_get(v->context->store, a, &who, k->about.case_id, &row, e) < 0)
		return -1;
	values_of(&row, a, to);
	return 0;
}

static int begin_form(struct view *v, struct err *e)
{
	struct case_form *k = v->state;
	struct form_field fields[] = {
		{.name = "title",
		 .label = _("title"),
		 .kind = FIELD_TEXT,
		 .max_chars = ENTRY_LINE_MAX,
		 .required = true,
		 .help = _("What others can learn from it, in a few words.")},
		{.name = "text",
		 .label = _("text"),
		 .kind = FIELD_AREA,
		 .rows = TEXT_ROWS,
		 .max_chars = ENTRY_TEXT_MAX,
		 .required = true,
		 .help = _("How it was before, what was done, what came of it.")},
	};

	struct form_row row;

	(void)e;
	form_page_begin(&k->page, fields, sizeof fields / sizeof fields[0],
			k->row.id ? _("Save") : _("Hand in"),
			xasprintf("case:%lld:%lld:%lld", (long long)k->about.action_id,
				  (long long)k->about.case_id, (long long)k->about.unit_id));
	if (!k->row.id)
		return 0;
	values_of(&k->row, &k->page.own, &row);
	form_page_fill(&k->page, &row);
	return 0;
}

static enum reply hand_in(struct view *v, struct app *app);

static const struct form_page_ops page = {.begin = begin_form, .submit = hand_in, .row = row_now};

static int case_form_load(struct view *v, struct store *s, struct err *e)
{
	struct case_form *k = v->state;
	struct actor who = session_actor(v->context);
	struct action_row action;

	if (store_action_get(s, &v->arena, &who, k->about.action_id, &action, e) < 0)
		return -1;
	/* What others have changed since the first load is told when it is saved. */
	if (k->about.case_id && !k->row.id &&
	    store_case_get(s, &k->page.own, &who, k->about.case_id, &k->row, e) < 0)
		return -1;
	view_set_title(v, arena_printf(&v->arena,
				       k->about.case_id ? _("%s %s · change a case")
							: _("%s %s · a case to learn from"),
				       action.path, action.title));
	return form_page_load(v, &page, e);
}

static enum reply hand_in(struct view *v, struct app *app)
{
	struct case_form *k = v->state;
	const struct form *f = k->page.form;
	struct actor who = session_actor(v->context);
	struct arena a = ARENA_INIT;
	struct err e = ERR_INIT;
	struct case_new new = k->about;
	struct case_row row;
	unsigned changes = 0;

	new.version = form_page_row(&k->page)->version;
	if (entry_case(&a, form_get(f, "title"), form_get(f, "text"), &new, &e) < 0 ||
	    store_case_put(v->context->store, &who, &new, &a, &row, &changes, &e) < 0)
		form_page_refused(&k->page, v, app, &e);
	else
		form_page_done(&k->page, v, app, changes,
			       arena_printf(&a,
					    k->about.case_id
						    ? _("Case \"%s\": saved.")
						    : _("Case \"%s\": handed in; what proves it "
							"can be recorded from its menu."),
					    row.title));
	arena_free(&a);
	return REPLY_DONE;
}

const struct view_ops view_case_form = {
	.name = "case-form",
	.title = N_("A case to learn from"),
	.state_size = sizeof(struct case_form),
	.open = case_form_open,
	.load = case_form_load,
	FORM_VIEW_OPS,
};
