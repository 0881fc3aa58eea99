/* view_milestone.c - a milestone as a form: a new one or one that is changed. */
#include "tui/view/views.h"

#include "core/entry.h"
#include "core/i18n.h"
#include "db/change.h"
#include "db/store_milestone.h"
#include "db/store_plan.h"
#include "tui/part/form_page.h"
#include "tui/app/session.h"
#include "tui/view/remedy.h"

struct milestone_form {
	struct form_page page;
	int64_t action_id, milestone_id;
	struct action_row action;
	struct milestone_row row; /* as read; id 0: a new one */
	bool office;		  /* may set a milestone common to all units */
};

static int form_open(struct view *v, const struct view_args *args, struct err *e)
{
	struct milestone_form *m = v->state;

	m->action_id = args->id;
	m->milestone_id = args->id2;
	m->office = !session_unit(v->context, 0);
	return session_demand(v->context, ACT_MILESTONE, session_unit(v->context, 0), e);
}

static int begin_form(struct view *v, struct err *e)
{
	struct milestone_form *m = v->state;
	struct form_field fields[] = {
		{.name = "title",
		 .label = _("milestone"),
		 .kind = FIELD_TEXT,
		 .max_chars = ENTRY_LINE_MAX,
		 .required = true,
		 .help = _("What will be reached, in a few words that can be checked.")},
		{.name = "due",
		 .label = _("due"),
		 .kind = FIELD_DATE,
		 .after = _("like 11-30; PgUp and PgDn move it by a day"),
		 .required = true,
		 .today = v->context->now.today,
		 .way = DATE_COMING,
		 .help = _("The last day on which it is still in time.")},
		{.name = "note",
		 .label = _("note"),
		 .kind = FIELD_AREA,
		 .rows = 2,
		 .max_chars = ENTRY_TEXT_MAX},
		{.name = "needs_evidence",
		 .label = _("evidence"),
		 .kind = FIELD_CHECK,
		 .after = _("demanded before it counts as done")},
	};
	char due[DATE_TEXT];

	(void)e;
	form_page_begin(&m->page, fields, sizeof fields / sizeof fields[0], _("Save"),
			xasprintf("milestone:%lld:%lld", (long long)m->action_id,
				  (long long)m->milestone_id));
	if (!m->row.id)
		return 0;
	form_set(m->page.form, "title", m->row.title);
	form_set(m->page.form, "due", date_format(m->row.due, due));
	form_set(m->page.form, "note", m->row.note);
	form_set(m->page.form, "needs_evidence", m->row.needs_evidence ? "1" : "");
	return 0;
}

static enum reply form_save(struct view *v, struct app *app);

static const struct form_page_ops page = {.begin = begin_form, .submit = form_save};

static int form_load(struct view *v, struct store *s, struct err *e)
{
	struct milestone_form *m = v->state;
	struct actor who = session_actor(v->context);
	struct action_row action;
	struct milestone_row row = {0};

	if (store_action_get(s, &v->arena, &who, m->action_id, &action, e) < 0 ||
	    (m->milestone_id &&
	     store_milestone_get(s, &v->arena, &who, m->milestone_id, &row, e) < 0))
		return -1;
	m->action = action;
	m->row = row;
	view_set_title(v, arena_printf(&v->arena,
				       row.id ? _("%s %s · change a milestone")
					      : _("%s %s · new milestone"),
				       action.path, action.title));
	return form_page_load(v, &page, e);
}

static enum reply form_save(struct view *v, struct app *app)
{
	struct milestone_form *m = v->state;
	const struct form *f = m->page.form;
	struct actor who = session_actor(v->context);
	struct arena a = ARENA_INIT;
	struct err e = ERR_INIT;
	struct milestone_new new = {.action_id = m->action_id,
				    .unit_id = m->row.id ? m->row.unit_id
							 : session_unit(v->context, 0),
				    .milestone_id = m->row.id,
				    .version = m->row.version,
				    .needs_evidence = form_get(f, "needs_evidence")[0] != '\0'};
	struct milestone_row row;
	unsigned changes = 0;

	if (entry_milestone(&a, form_get(f, "title"), form_get(f, "due"), form_get(f, "note"), &new,
			    &e) < 0 ||
	    store_milestone_put(v->context->store, &who, &new, &a, &row, &changes, &e) < 0)
		remedy_tell_form(&m->page, v, app, &e,
				 &(struct request_things){.unit_id = m->row.unit_id,
							  .action_id = m->action_id,
							  .milestone_id = m->milestone_id});
	else
		form_page_done(&m->page, v, app, changes,
			       arena_printf(&a, _("Milestone \"%s\": saved."), row.title));
	arena_free(&a);
	return REPLY_DONE;
}

const struct view_ops view_milestone_form = {
	.name = "milestone",
	.title = N_("Milestone"),
	.depends = CHANGE_MILESTONE | CHANGE_OTHERS,
	.state_size = sizeof(struct milestone_form),
	.open = form_open,
	.load = form_load,
	FORM_VIEW_OPS,
};
