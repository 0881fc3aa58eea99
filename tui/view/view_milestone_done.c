/*
 * view_milestone_done.c - marking a milestone as done: the day, a note, and, where it has none yet,
 * the evidence in the same form, so that one screen is enough. The evidence is recorded first: a
 * milestone that demands evidence is refused without.
 */
#include "tui/view/views.h"

#include "core/entry.h"
#include "core/i18n.h"
#include "db/change.h"
#include "db/store_evidence.h"
#include "db/store_milestone.h"
#include "tui/view/evidence_fields.h"
#include "tui/part/form_page.h"
#include "tui/app/session.h"

#include <stdlib.h>

struct done_form {
	struct form_page page;
	int64_t milestone_id;
	struct milestone_row row;
};

static int done_open(struct view *v, const struct view_args *args, struct err *e)
{
	(void)e;
	((struct done_form *)v->state)->milestone_id = args->id;
	return 0;
}

static enum reply mark_done(struct view *v, struct app *app);

static void begin_form(struct done_form *d, struct date today)
{
	struct form_field fields[4 + EVIDENCE_FIELDS] = {
		{.name = "what", .label = _("milestone"), .kind = FIELD_SHOW},
		{.name = "done_on",
		 .label = _("done on"),
		 .kind = FIELD_DATE,
		 .cols = 12,
		 .max_chars = 16,
		 .after = _("PgUp and PgDn move it by a day"),
		 .required = true,
		 .today = today,
		 .way = DATE_PAST,
		 .help = _("The day on which it was reached, not the day of this entry.")},
		{.name = "done_note",
		 .label = _("note"),
		 .kind = FIELD_TEXT,
		 .max_chars = ENTRY_LINE_MAX},
		{.name = "proof", .label = NULL, .kind = FIELD_SHOW},
	};
	char day[DATE_TEXT];

	evidence_fields_describe(fields + 4, d->row.needs_evidence && !d->row.nevidence, today);
	form_page_begin(&d->page, fields, 4 + EVIDENCE_FIELDS, _("Mark as done"),
			xasprintf("milestone-done:%lld", (long long)d->milestone_id), mark_done);
	form_set(d->page.form, "done_on", date_format(today, day));
	form_set(d->page.form, "kind", evidence_kind_word(EVIDENCE_DOCUMENT));
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
	if (!d->page.form) {
		begin_form(d, v->context->now.today);
		if (form_page_restore(&d->page, v->context, e) < 0)
			return -1;
		form_on_change(d->page.form, evidence_fields_propose);
		evidence_fields_propose(d->page.form);
		v->scope = form_scope(d->page.form);
	}
	show_facts(d, &v->arena);
	return 0;
}

/* The evidence typed here, if any: none when neither title nor number nor place is filled. */
static int add_evidence(struct done_form *d, const struct app_context *c, struct arena *a,
			unsigned *changes, struct err *e)
{
	struct actor who = session_actor(c);
	struct evidence_new new = {.unit_id = d->row.unit_id ? d->row.unit_id : session_unit(c, 0),
				   .action_id = d->row.action_id,
				   .milestone_id = d->row.id};
	struct evidence_row row;

	if (!evidence_fields_filled(d->page.form))
		return d->row.needs_evidence && !d->row.nevidence
			       ? err_set_field(e, ERR_INPUT, "title",
					       _("this milestone demands evidence; say here what "
						 "proves it"))
			       : 0;
	if (evidence_fields_read(d->page.form, a, &new, e) < 0)
		return -1;
	return store_evidence_add(c->store, &who, &new, a, &row, changes, e);
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
	    store_milestone_step(c->store, &who, d->row.id, d->row.version, MILESTONE_FINISH, on,
				 form_get(d->page.form, "done_note"), &changes, &e) < 0) {
		form_page_error(&d->page, v, &e);
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
	.scope = SCOPE_FORM,
	.depends = CHANGE_MILESTONE | CHANGE_EVIDENCE | CHANGE_OTHERS,
	.state_size = sizeof(struct done_form),
	.open = done_open,
	.load = done_load,
	.draw = form_view_draw,
	.act = form_view_act,
	.key = form_view_key,
	.point = form_view_point,
	.resume = form_view_resume,
	.settle = form_view_settle,
	.help = form_view_help,
	.offers = form_view_offers,
	.close = form_view_close,
};
