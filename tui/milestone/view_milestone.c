/*
 * view_milestone.c - a milestone as a form: a new one or one that is changed. Which other one of
 * the action it waits for is chosen from a list; what breaks the order is said when it is saved.
 */
#include "tui/view/views.h"

#include "core/rule/entry.h"
#include "core/i18n.h"
#include "core/rule/milestone.h"
#include "db/change.h"
#include "db/report/store_milestone.h"
#include "db/people/store_unit.h"
#include "db/plan/store_plan.h"
#include "tui/part/form_page.h"
#include "tui/app/session.h"
#include "tui/plan/task_detail.h"
#include "tui/request/remedy.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct milestone_form {
	struct form_page page;
	int64_t action_id, milestone_id;
	struct action_row action;
	struct milestone_row row;   /* as read; id 0: a new one */
	struct form_choice *others; /* what it can wait for: "0" and the others of the action */
	size_t nothers;
	struct form_choice *units; /* whose a new one is: "0" for all, and those of the action */
	size_t nunits;
	bool office; /* may set a milestone common to all units, or one of any unit */
};

/* One that is there is its unit's, or common to all; a new one is the own unit's. */
static int form_open(struct view *v, const struct view_args *args, struct err *e)
{
	const struct app_context *c = v->context;
	struct milestone_form *m = v->state;
	struct actor who = session_actor(c);
	struct arena a = ARENA_INIT;
	struct milestone_row row = {0};
	int rc = 0;

	m->action_id = args->id;
	m->milestone_id = args->id2;
	m->office = !session_unit(c, 0);
	if (m->milestone_id)
		rc = store_milestone_get(c->store, &a, &who, m->milestone_id, &row, e);
	if (rc == 0)
		rc = session_demand(c, ACT_MILESTONE, row.id ? row.unit_id : session_unit(c, 0), e);
	arena_free(&a);
	return rc;
}

/* In the memory of the page: the choices live as long as the form. */
static int load_others(struct view *v, struct err *e)
{
	struct milestone_form *m = v->state;
	struct arena *own = &m->page.own;
	struct actor who = session_actor(v->context);
	struct milestone_filter f = {.action_id = m->action_id};
	struct milestone_rows rows = {0};
	size_t n = 0;

	if (store_milestone_list(v->context->store, own, &who, &f, &rows, e) < 0)
		return -1;
	m->others = arena_alloc(own, (rows.n + 1) * sizeof *m->others);
	m->others[n++] = (struct form_choice){"0", _("no other one")};
	for (size_t i = 0; i < rows.n; i++) {
		const struct milestone_row *r = &rows.at[i];
		char due[DATE_TEXT];

		if (r->id == m->milestone_id ||
		    (r->state == MILESTONE_DROPPED && r->id != m->row.after_id))
			continue;
		m->others[n++] = (struct form_choice){
			arena_printf(own, "%lld", (long long)r->id),
			arena_printf(own, "%s %s", date_short(r->due, v->context->now.today, due),
				     r->title)};
	}
	m->nothers = n;
	return 0;
}

/* What is common to an action is delivered by those that lead or share it (milestone_row). */
static const char *common_label(struct arena *own, const struct assignment_rows *rows)
{
	const char *names = "";
	bool led = false;

	for (size_t i = 0; i < rows->n; i++) {
		const struct assignment_row *r = &rows->at[i];
		if (r->state == ASSIGNMENT_WITHDRAWN || r->role == ROLE_COOP)
			continue;
		led |= r->role == ROLE_LEAD;
		names = *names ? arena_printf(own, "%s、%s", names, r->unit) : r->unit;
	}
	return led ? arena_printf(own, _("the whole action (by %s)"), names) : _("all units");
}

/* In the memory of the page too. */
static int load_units(struct view *v, struct err *e)
{
	struct milestone_form *m = v->state;
	struct arena *own = &m->page.own;
	struct actor who = session_actor(v->context);
	struct assignment_rows rows = {0};

	if (store_assignment_list(v->context->store, own, &who, m->action_id, 0, &rows, e) < 0)
		return -1;
	m->units = arena_alloc(own, (rows.n + 1) * sizeof *m->units);
	m->units[0] = (struct form_choice){"0", common_label(own, &rows)};
	m->nunits = 1;
	for (size_t i = 0; i < rows.n; i++)
		if (rows.at[i].state != ASSIGNMENT_WITHDRAWN)
			m->units[m->nunits++] = (struct form_choice){
				arena_printf(own, "%lld", (long long)rows.at[i].unit_id),
				rows.at[i].unit};
	return 0;
}

/* The office says whose a new one is; a unit's own is its own, and no change gives it away. */
static bool chooses_unit(const struct milestone_form *m)
{
	return m->office && !m->row.id;
}

static void values_of(const struct milestone_row *row, struct arena *a, struct form_row *to)
{
	char due[DATE_TEXT];

	*to = (struct form_row){.id = row->id, .version = row->version};
	form_row_add(a, to, "title", row->title);
	form_row_add(a, to, "due", date_format(row->due, due));
	form_row_add(a, to, "note", row->note);
	form_row_add(a, to, "needs_evidence", row->needs_evidence ? "1" : "");
	form_row_add(a, to, "weight", arena_printf(a, "%d", row->weight));
	form_row_add(a, to, "after", arena_printf(a, "%lld", (long long)row->after_id));
}

static int row_now(struct view *v, struct arena *a, struct form_row *to, struct err *e)
{
	const struct milestone_form *m = v->state;
	struct actor who = session_actor(v->context);
	struct milestone_row row;

	if (store_milestone_get(v->context->store, a, &who, m->milestone_id, &row, e) < 0)
		return -1;
	values_of(&row, a, to);
	return 0;
}

enum { FIELDS = 7 }; /* the last one, whose it is, for who chooses that */

static size_t describe(const struct milestone_form *m, struct date today,
		       struct form_field fields[FIELDS])
{
	const struct form_field all[] = {
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
		 .today = today,
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
		{.name = "weight",
		 .label = _("weight"),
		 .kind = FIELD_NUMBER,
		 .cols = 6,
		 .max_chars = 3,
		 .after = _("1 to 100; 2 counts twice as much as 1"),
		 .help = _("How much of the action it stands for. What should be done by today is "
			   "counted up from the weights of what is due.")},
		{.name = "after",
		 .label = _("waits for"),
		 .kind = FIELD_CHOICE,
		 .choices = m->others,
		 .nchoices = m->nothers,
		 .help = _("The milestone of this action that comes first. Whoever is quicker "
			   "marks theirs as done all the same; it is pointed out.")},
		{.name = "unit",
		 .label = _("unit"),
		 .kind = FIELD_CHOICE,
		 .choices = m->units,
		 .nchoices = m->nunits},
	};
	size_t n = FIELDS - !chooses_unit(m);

	static_assert(sizeof all / sizeof all[0] == FIELDS, "one row each");
	memcpy(fields, all, n * sizeof *all);
	return n;
}

/* Of a new one. */
static void set_defaults(struct milestone_form *m)
{
	form_set(m->page.form, "weight", "1");
	form_set(m->page.form, "after", "0");
	if (chooses_unit(m))
		form_set(m->page.form, "unit", "0");
}

static int begin_form(struct view *v, struct err *e)
{
	struct milestone_form *m = v->state;
	struct form_field fields[FIELDS];
	struct form_row row;

	if (load_others(v, e) < 0 || load_units(v, e) < 0)
		return -1;
	form_page_begin(&m->page, fields, describe(m, v->context->now.today, fields), _("Save"),
			xasprintf("milestone:%lld:%lld", (long long)m->action_id,
				  (long long)m->milestone_id));
	if (m->row.id) {
		values_of(&m->row, &m->page.own, &row);
		form_page_fill(&m->page, &row);
	} else {
		set_defaults(m);
	}
	return 0;
}

static enum reply form_save(struct view *v, struct app *app);

/* A day off is taken all the same, but not without a word. */
static void note_rest(struct view *v)
{
	const struct milestone_form *m = v->state;

	request_note_rest(m->page.form, "due", v->context);
}

static const struct form_page_ops page = {
	.begin = begin_form, .submit = form_save, .row = row_now, .changed = note_rest};

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

static int read_values(const struct milestone_form *m, struct arena *a, struct milestone_new *new,
		       struct err *e)
{
	const struct form *f = m->page.form;

	new->after_id = strtoll(form_get(f, "after"), NULL, 10);
	return entry_milestone(a, form_get(f, "title"), form_get(f, "due"), form_get(f, "note"),
			       new, e) < 0
		       ? -1
		       : entry_milestone_weight(a, form_get(f, "weight"), &new->weight, e);
}

static int64_t unit_of(const struct view *v)
{
	const struct milestone_form *m = v->state;

	if (m->row.id)
		return m->row.unit_id;
	return chooses_unit(m) ? strtoll(form_get(m->page.form, "unit"), NULL, 10)
			       : session_unit(v->context, 0);
}

static const char *saved_text(struct arena *a, const struct milestone_row *row)
{
	const char *warning = milestone_order_warning(a, row);

	return *warning ? arena_printf(a, _("Saved. Note: %s."), warning)
			: arena_printf(a, _("Milestone \"%s\": saved."), row->title);
}

/* What this form knows of what can be asked for instead. */
static struct request_things things_of(const struct milestone_form *m,
				       const struct milestone_new *new)
{
	return (struct request_things){.unit_id = m->row.unit_id,
				       .action_id = m->action_id,
				       .milestone_id = m->milestone_id,
				       .want = new->due};
}

static enum reply form_save(struct view *v, struct app *app)
{
	struct milestone_form *m = v->state;
	const struct form *f = m->page.form;
	struct actor who = session_actor(v->context);
	struct arena a = ARENA_INIT;
	struct err e = ERR_INIT;
	struct milestone_new new = {.action_id = m->action_id,
				    .unit_id = unit_of(v),
				    .milestone_id = m->row.id,
				    .version = form_page_row(&m->page)->version,
				    .needs_evidence = form_get(f, "needs_evidence")[0] != '\0'};
	struct milestone_row row;
	unsigned changes = 0;

	if (read_values(m, &a, &new, &e) < 0 ||
	    store_milestone_put(v->context->store, &who, &new, &a, &row, &changes, &e) < 0) {
		struct request_things things = things_of(m, &new);

		remedy_tell_form(&m->page, v, app, &e, &things);
	} else {
		form_page_done(&m->page, v, app, changes, saved_text(&a, &row));
	}
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
