/*
 * view_milestone_done.c - marking a milestone as done: the day, a note, and the evidence in the
 * same form, so that one screen is enough: a piece that is recorded for the action already, or a
 * new one. The evidence is written first: a milestone that demands evidence is refused without.
 */
#include "tui/view/views.h"

#include "core/rule/entry.h"
#include "core/i18n.h"
#include "db/change.h"
#include "db/plan/store_plan.h"
#include "db/report/store_evidence.h"
#include "db/report/store_milestone.h"
#include "tui/evidence/evidence_fields.h"
#include "tui/milestone/milestone_menu.h"
#include "tui/part/form_page.h"
#include "tui/app/session.h"

#include <stdlib.h>
#include <string.h>

enum { OWN_FIELDS = 5, MOST_KNOWN = 50, TAG_CHANGED = 1 };

struct done_form {
	struct form_page page;
	int64_t milestone_id;
	struct milestone_row row;
	struct form_row seen;			  /* what is marked; in page.own */
	struct form_choice known[MOST_KNOWN + 1]; /* evidence to choose from; in page.own */
	size_t nknown;
};

static int64_t unit_of(const struct done_form *d, const struct app_context *c)
{
	return d->row.unit_id ? d->row.unit_id : session_unit(c, 0);
}

static int done_open(struct view *v, const struct view_args *args, struct err *e)
{
	const struct app_context *c = v->context;
	struct actor who = session_actor(c);
	struct arena a = ARENA_INIT;
	struct milestone_row row = {0};
	int rc = store_milestone_get(c->store, &a, &who, args->id, &row, e);

	((struct done_form *)v->state)->milestone_id = args->id;
	if (rc == 0)
		rc = session_demand(c, ACT_MILESTONE, session_unit(c, row.unit_id), e);
	arena_free(&a);
	return rc;
}

static bool has_row(const struct evidence_rows *rows, int64_t id)
{
	for (size_t i = 0; i < rows->n; i++)
		if (rows->at[i].id == id)
			return true;
	return false;
}

/* The unit's evidence for the action that does not prove this milestone yet. */
static int find_known(struct done_form *d, const struct app_context *c, struct err *e)
{
	struct actor who = session_actor(c);
	struct arena a = ARENA_INIT, *own = &d->page.own;
	struct evidence_rows all = {0}, here = {0};
	struct evidence_filter of_action = {.action_id = d->row.action_id,
					    .unit_id = unit_of(d, c)};
	struct evidence_filter of_milestone = {.milestone_id = d->row.id};
	int rc = store_evidence_list(c->store, &a, &who, &of_action, MOST_KNOWN, &all, e);

	if (rc == 0)
		rc = store_evidence_list(c->store, &a, &who, &of_milestone, MOST_KNOWN, &here, e);
	d->nknown = 0;
	d->known[d->nknown++] = (struct form_choice){"0", _("a new one, below")};
	for (size_t i = 0; rc == 0 && i < all.n; i++) {
		const struct evidence_row *row = &all.at[i];
		if (has_row(&here, row->id))
			continue;
		d->known[d->nknown++] = (struct form_choice){
			arena_printf(own, "%lld", (long long)row->id),
			*row->doc_no && strcmp(row->doc_no, row->title) != 0
				? arena_printf(own, _("%s (%s)"), row->title, row->doc_no)
				: arena_strdup(own, row->title)};
	}
	arena_free(&a);
	return rc;
}

static void describe(const struct done_form *d, struct date today, struct form_field *fields)
{
	fields[0] =
		(struct form_field){.name = "what", .label = _("milestone"), .kind = FIELD_SHOW};
	fields[1] = (struct form_field){
		.name = "done_on",
		.label = _("done on"),
		.kind = FIELD_DATE,
		.after = _("like 11-30; PgUp and PgDn move it by a day"),
		.required = true,
		.today = today,
		.way = DATE_PAST,
		.help = _("The day on which it was reached, not the day of this entry.")};
	fields[2] = (struct form_field){.name = "done_note",
					.label = _("note"),
					.kind = FIELD_TEXT,
					.max_chars = ENTRY_LINE_MAX};
	fields[3] = (struct form_field){.name = "proof", .label = NULL, .kind = FIELD_SHOW};
	fields[4] = (struct form_field){
		.name = "known",
		.label = _("recorded before"),
		.kind = FIELD_CHOICE,
		.choices = d->known,
		.nchoices = d->nknown,
		.help = _("Left and Right choose what is recorded for this action already.")};
}

static int begin_form(struct view *v, struct err *e)
{
	struct done_form *d = v->state;
	struct form_field fields[OWN_FIELDS + EVIDENCE_FIELDS];
	struct date today = v->context->now.today;
	size_t n = OWN_FIELDS;
	char day[DATE_TEXT];

	if (find_known(d, v->context, e) < 0)
		return -1;
	describe(d, today, fields);
	if (d->nknown == 1)
		n--; /* nothing to choose from */
	evidence_fields_describe(fields + n, d->row.needs_evidence && !d->row.nevidence, today);
	form_page_begin(&d->page, fields, n + EVIDENCE_FIELDS, _("Mark as done"),
			xasprintf("milestone-done:%lld", (long long)d->milestone_id));
	form_set(d->page.form, "done_on", date_format(today, day));
	if (d->nknown > 1)
		form_set(d->page.form, "known", "0");
	form_set(d->page.form, "kind", evidence_kind_word(EVIDENCE_DOCUMENT));
	return 0;
}

static void show_facts(struct done_form *d, struct arena *a)
{
	char due[DATE_TEXT];

	form_set(d->page.form, "what",
		 arena_printf(a, _("%s, due %s"), d->row.title, date_format(d->row.due, due)));
	form_set(d->page.form, "proof",
		 d->row.nevidence
			 ? arena_printf(
				   a,
				   Q_("%d piece of evidence is recorded; more can be added here:",
				      "%d pieces of evidence are recorded; more can be added here:",
				      d->row.nevidence),
				   d->row.nevidence)
		 : d->row.needs_evidence ? _("This milestone demands evidence:")
					 : _("Evidence, where there is some:"));
}

static int64_t chosen(const struct done_form *d)
{
	return d->nknown > 1 ? strtoll(form_get(d->page.form, "known"), NULL, 10) : 0;
}

static bool demands_evidence(const struct done_form *d)
{
	return d->row.needs_evidence && !d->row.nevidence;
}

/* What evidence that is recorded here proves. */
static struct evidence_new about_of(const struct done_form *d, const struct app_context *c)
{
	return (struct evidence_new){
		.unit_id = unit_of(d, c), .action_id = d->row.action_id, .milestone_id = d->row.id};
}

/* What is chosen need not be typed too. */
static void propose_title(struct view *v)
{
	const struct done_form *d = v->state;
	const struct evidence_new about = about_of(d, v->context);
	struct arena a = ARENA_INIT;

	form_require(d->page.form, "title", demands_evidence(d) && !chosen(d));
	evidence_fields_propose(d->page.form, v->context, &about,
				action_name(&a, d->row.plan_code, d->row.action_no));
	arena_free(&a);
}

static enum reply mark_done(struct view *v, struct app *app);

/* It is marked as it is by now. */
static enum reply mark_as_it_is(struct view *v, struct app *app, const struct view_result *r)
{
	struct done_form *d = v->state;

	form_row_copy(&d->page.own, &d->seen, r->about);
	return mark_done(v, app);
}

static const struct form_page_ops page = {.begin = begin_form,
					  .submit = mark_done,
					  .answer = mark_as_it_is,
					  .changed = propose_title};

static int done_load(struct view *v, struct store *s, struct err *e)
{
	struct done_form *d = v->state;
	struct actor who = session_actor(v->context);
	struct milestone_row row;

	if (store_milestone_get(s, &v->arena, &who, d->milestone_id, &row, e) < 0)
		return -1;
	d->row = row;
	view_set_title(v, arena_printf(&v->arena, _("%s %s · mark a milestone as done"),
				       row.action_no, row.action_title));
	if (!d->seen.id)
		milestone_values(&row, &d->page.own, &d->seen);
	if (form_page_load(v, &page, e) < 0)
		return -1;
	show_facts(d, &v->arena);
	return 0;
}

/* The evidence chosen here, and the one typed, if any: none when neither title nor number nor place
 * is filled. */
static int add_evidence(struct done_form *d, const struct app_context *c, struct arena *a,
			unsigned *changes, struct err *e)
{
	struct actor who = session_actor(c);
	const struct evidence_new about = about_of(d, c);
	struct evidence_new known = about, new = about;
	struct evidence_row row;
	bool filled = evidence_fields_filled(d->page.form);

	known.evidence_id = chosen(d);
	if (demands_evidence(d) && !filled && !known.evidence_id)
		return err_set_field(e, ERR_INPUT, "title",
				     _("this milestone demands evidence; say here what proves it"));
	if (filled && evidence_fields_read(d->page.form, a, &new, e) < 0)
		return -1;
	if (known.evidence_id &&
	    store_evidence_add(c->store, &who, &known, a, &row, changes, e) < 0)
		return -1;
	if (!filled)
		return 0;
	if (evidence_fields_add(d->page.form, c, &about, a, &row, changes, e) < 0)
		return -1;
	/* Recorded for good: whatever comes after it, the next try must not record it again. */
	evidence_fields_clear(d->page.form);
	return 0;
}

static void refused(struct view *v, struct app *app, const struct err *e)
{
	struct done_form *d = v->state;
	const struct view_result marked = {.tag = TAG_CHANGED, .ok = true, .about = &d->seen};

	form_page_error(&d->page, v, e);
	if (e->code == ERR_CONFLICT)
		about_refused(app, &marked, e, milestone_read);
}

static enum reply mark_done(struct view *v, struct app *app)
{
	struct done_form *d = v->state;
	const struct app_context *c = v->context;
	struct actor who = session_actor(c);
	struct arena a = ARENA_INIT;
	struct err e = ERR_INIT;
	struct date on;
	unsigned changes = 0;

	if (entry_done_on(form_get(d->page.form, "done_on"), c->now.today, &on, &e) < 0 ||
	    add_evidence(d, c, &a, &changes, &e) < 0 ||
	    store_milestone_step(c->store, &who, d->seen.id, d->seen.version, MILESTONE_FINISH, on,
				 form_get(d->page.form, "done_note"), &changes, &e) < 0) {
		refused(v, app, &e);
		app_changed(app, changes);
	} else {
		form_page_done(&d->page, v, app, changes,
			       arena_printf(&a, _("Milestone \"%s\": done."), d->row.title));
	}
	arena_free(&a);
	return REPLY_DONE;
}

const struct view_ops view_milestone_done = {
	.name = "milestone-done",
	.title = N_("Mark as done"),
	.depends = CHANGE_MILESTONE | CHANGE_EVIDENCE | CHANGE_OTHERS,
	.state_size = sizeof(struct done_form),
	.open = done_open,
	.load = done_load,
	FORM_VIEW_OPS,
};
