/*
 * view_evidence.c - recording evidence for an action, and perhaps for a milestone or a report of
 * it: by reference or with a file, in one form. A document that the unit has recorded before is
 * recognised by its number.
 */
#include "tui/view/views.h"

#include "core/i18n.h"
#include "db/report/store_evidence.h"
#include "db/plan/store_plan.h"
#include "tui/evidence/evidence_fields.h"
#include "tui/part/form_page.h"
#include "tui/app/session.h"

struct evidence_form {
	struct form_page page;
	struct evidence_new about; /* ids: unit, action and what else it proves */
	const char *action;	   /* its name, as of the last load */
};

static int evidence_open(struct view *v, const struct view_args *args, struct err *e)
{
	struct evidence_form *f = v->state;
	const struct view_evidence_args *more = args->more;

	f->about.action_id = args->id;
	f->about.milestone_id = args->id2;
	f->about.report_id = more ? more->report_id : 0;
	f->about.request_id = more ? more->request_id : 0;
	f->about.case_id = more ? more->case_id : 0;
	f->about.unit_id = session_unit(v->context, more ? more->unit_id : 0);
	if (session_demand(v->context, ACT_EVIDENCE, f->about.unit_id, e) < 0)
		return -1;
	if (!f->about.unit_id)
		return err_set(e, ERR_STATE,
			       _("choose the unit whose evidence it is first: open its task list "
				 "from the office's overview"));
	return 0;
}

static int begin_form(struct view *v, struct err *e)
{
	struct evidence_form *f = v->state;
	struct form_field fields[EVIDENCE_FIELDS];

	(void)e;
	evidence_fields_describe(fields, true, v->context->now.today);
	form_page_begin(&f->page, fields, EVIDENCE_FIELDS, _("Record"),
			xasprintf("evidence:%lld:%lld:%lld:%lld:%lld",
				  (long long)f->about.action_id, (long long)f->about.milestone_id,
				  (long long)f->about.report_id, (long long)f->about.request_id,
				  (long long)f->about.case_id));
	form_set(f->page.form, "kind", evidence_kind_word(EVIDENCE_DOCUMENT));
	form_focus(f->page.form, "title"); /* most proof is a document */
	return 0;
}

static void propose_title(struct view *v)
{
	struct evidence_form *f = v->state;

	evidence_fields_propose(f->page.form, v->context, &f->about, f->action);
}

static enum reply record(struct view *v, struct app *app);

static const struct form_page_ops page = {
	.begin = begin_form, .submit = record, .changed = propose_title};

static int evidence_load(struct view *v, struct store *s, struct err *e)
{
	struct evidence_form *f = v->state;
	struct actor who = session_actor(v->context);
	struct action_row action;

	if (store_action_get(s, &v->arena, &who, f->about.action_id, &action, e) < 0)
		return -1;
	f->action = action_name(&v->arena, action.plan_code, action.path);
	view_set_title(v, arena_printf(&v->arena, _("%s %s · record evidence"), action.path,
				       action.title));
	return form_page_load(v, &page, e);
}

static enum reply record(struct view *v, struct app *app)
{
	struct evidence_form *f = v->state;
	struct arena a = ARENA_INIT;
	struct err e = ERR_INIT;
	struct evidence_row row;
	unsigned changes = 0;

	if (evidence_fields_add(f->page.form, v->context, &f->about, &a, &row, &changes, &e) < 0)
		form_page_error(&f->page, v, &e);
	else
		form_page_done(&f->page, v, app, changes,
			       arena_printf(&a, _("Evidence \"%s\": recorded."), row.title));
	arena_free(&a);
	return REPLY_DONE;
}

const struct view_ops view_evidence_form = {
	.name = "evidence-new",
	.title = N_("Record evidence"),
	.state_size = sizeof(struct evidence_form),
	.open = evidence_open,
	.load = evidence_load,
	FORM_VIEW_OPS,
};
