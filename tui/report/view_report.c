/*
 * view_report.c - entering progress: percent, what was done, problems, what comes next, volumes.
 * Last period's report stands above the fields; an empty percentage means "as last period". A unit
 * that answers for the whole sees the parts of the others and can take their words over. What is
 * typed is kept as the person's draft and becomes the unit's report when it is submitted, after one
 * question.
 */
#include "tui/view/views.h"

#include "core/rule/entry.h"
#include "core/rule/flow.h"
#include "core/rule/period.h"
#include "core/i18n.h"
#include "core/text/utf8.h"
#include "db/change.h"
#include "db/report/store_report.h"
#include "tui/part/dialog.h"
#include "tui/part/form_page.h"
#include "tui/request/remedy.h"
#include "tui/report/report_facts.h"
#include "tui/report/report_kept.h"
#include "tui/report/report_notes.h"
#include "tui/report/report_open.h"
#include "tui/report/report_parts.h"
#include "tui/report/report_sheet.h"
#include "tui/app/session.h"

#include <stdio.h>

enum { TAG_SUBMIT = 1 };

struct report_form {
	struct form_page page;
	int64_t action_id, unit_id, period_id;
	struct report_facts facts; /* in the view's arena */
	struct report_sheet sheet;
	bool shown, taken;     /* the form has been on the screen; what the field "take" last was */
	enum report_step step; /* what is tried */
};

static int report_open(struct view *v, const struct view_args *args, struct err *e)
{
	struct report_form *r = v->state;
	const struct view_report_args *more = args->more;

	r->action_id = args->id;
	r->unit_id = session_unit(v->context, args->id2);
	r->period_id = more ? more->period_id : 0;
	if (session_demand(v->context, ACT_REPORT, r->unit_id, e) < 0)
		return -1;
	if (!r->unit_id)
		return err_set(e, ERR_STATE,
			       _("choose the unit whose progress is entered first: open its task "
				 "list from the office's overview"));
	return report_open_check(v->context, r->action_id, r->unit_id, r->period_id, e);
}

/* False: there is no room for it. */
static bool take_over(struct report_form *r, bool take)
{
	struct arena a = ARENA_INIT;
	const char *done = form_get(r->page.form, "done");
	const char *text = report_parts_put(&a, done, r->sheet.gathered, take);
	bool fits = utf8_length(text) <= ENTRY_TEXT_MAX;

	if (fits)
		form_replace(r->page.form, "done", text);
	arena_free(&a);
	return fits;
}

static const char *taken_note(struct report_form *r, bool take)
{
	if (take && !*r->sheet.gathered)
		return _("no other unit has handed in its part yet");
	return take_over(r, take)
		       ? NULL
		       : _("there is no room for all of it in \"done\"; the parts can be read in "
			   "the tab \"progress\" of the action");
}

static void form_changed(struct view *v)
{
	struct report_form *r = v->state;
	bool take = r->sheet.can_take && form_get(r->page.form, "take")[0];
	bool same = take == r->taken || !r->shown; /* what was kept has the words already */

	r->taken = take;
	if (same)
		return;
	if (take)
		report_sheet_gather(&r->sheet, &r->facts, &r->page.own);
	form_note(r->page.form, "take", taken_note(r, take));
}

static const char *counted(const struct report_facts *f, int64_t volume_id)
{
	for (size_t i = 0; i < f->counted.n; i++)
		if (f->counted.at[i].volume_id == volume_id)
			return f->counted.at[i].value;
	return "";
}

/* The unit's report as it is in the file; empty where there is none. */
static void values_of(const struct report_form *r, const struct report_facts *f, struct arena *a,
		      struct form_row *to)
{
	const struct report_row *mine = &f->mine;

	*to = (struct form_row){.id = mine->id, .version = mine->version};
	form_row_add(a, to, "percent", mine->id ? arena_printf(a, "%d", mine->percent) : "");
	form_row_add(a, to, "done", mine->done);
	form_row_add(a, to, "problems", mine->problems);
	form_row_add(a, to, "next", mine->next);
	for (size_t i = 0; i < r->sheet.nvolumes; i++)
		form_row_add(a, to, r->sheet.volumes[i].field,
			     mine->id ? counted(f, r->sheet.volumes[i].id) : "");
}

/* What is handed in is written over by nobody, and a closed period takes nothing. */
static int row_now(struct view *v, struct arena *a, struct form_row *to, struct err *e)
{
	const struct report_form *r = v->state;
	struct report_facts now;
	struct err why = ERR_INIT;
	enum report_state next;

	if (report_facts_load(&now, a, v->context, r->action_id, r->unit_id, r->period_id, e) < 0)
		return -1;
	values_of(r, &now, a, to);
	if (now.mine.id)
		to->told = report_notes_text_by(a, &now.mine, v->context->session->person->id);
	if ((now.mine.id && flow_report(now.mine.state, r->step, &next, &why) < 0) ||
	    period_check_open(&now.period, v->context->now.today, &why) < 0)
		to->shut = arena_strdup(a, why.text);
	return 0;
}

static int begin_form(struct view *v, struct err *e)
{
	struct report_form *r = v->state;
	struct form_field fields[REPORT_SHEET_MOST];
	size_t n = report_sheet_describe(&r->sheet, &r->facts, &r->page.own, fields);
	struct form_row row;

	(void)e;
	form_page_begin(&r->page, fields, n, _("Submit"),
			xstrdup(report_kept_name(&r->page.own, r->action_id, r->unit_id,
						 r->facts.period.id)));
	values_of(r, &r->facts, &r->page.own, &row);
	form_page_fill(&r->page, &row);
	return 0;
}

static void set_title(struct view *v)
{
	const struct report_facts *f = &((struct report_form *)v->state)->facts;

	view_set_title(v,
		       arena_printf(&v->arena, "%s %s · %s · %s", f->action.path, f->action.title,
				    period_label(&v->arena, &f->period), f->unit.name));
}

static enum reply ask_submit(struct view *v, struct app *app);
static enum reply answer(struct view *v, struct app *app, const struct view_result *result);
static enum reply put_again(struct view *v, struct app *app);

static const struct form_page_ops page = {.begin = begin_form,
					  .submit = ask_submit,
					  .answer = answer,
					  .row = row_now,
					  .again = put_again,
					  .changed = form_changed};

static int report_load(struct view *v, struct store *s, struct err *e)
{
	struct report_form *r = v->state;
	struct report_facts facts;

	(void)s;
	if (report_facts_load(&facts, &v->arena, v->context, r->action_id, r->unit_id, r->period_id,
			      e) < 0)
		return -1;
	r->facts = facts;
	r->period_id = facts.period.id;
	set_title(v);
	if (form_page_load(v, &page, e) < 0)
		return -1;
	r->shown = true;
	report_notes_show(r->page.form, &r->facts, &r->sheet, v->context, &v->arena);
	report_notes_taken(r->page.form, &r->facts, &r->sheet, r->taken, &v->arena);
	report_notes_changed(r->page.form, &r->facts.mine, form_page_row(&r->page)->version,
			     &v->arena);
	return 0;
}

/* The strings of the form through core's door. */
static int read_form(struct report_form *r, struct arena *a, bool submit, struct report_new *out,
		     struct err *e)
{
	struct report_fields f = {form_get(r->page.form, "percent"), form_get(r->page.form, "done"),
				  form_get(r->page.form, "problems"),
				  form_get(r->page.form, "next")};
	char as_before[8];

	snprintf(as_before, sizeof as_before, "%d", r->facts.before.percent);
	if (!f.percent[0] && r->facts.before.id)
		f.percent = as_before;
	if (entry_report(a, &f, submit, out, e) < 0)
		return -1;
	out->action_id = r->action_id;
	out->unit_id = r->unit_id;
	out->period_id = r->facts.period.id;
	out->report_id = form_page_row(&r->page)->id;
	out->version = form_page_row(&r->page)->version;
	for (size_t i = 0; i < r->sheet.nvolumes; i++) {
		const struct report_sheet_volume *v = &r->sheet.volumes[i];

		if (entry_report_volume(a, v->id, v->what, form_get(r->page.form, v->field),
					&out->volumes, e) < 0) {
			snprintf(e->field, sizeof e->field, "%s", v->field);
			return -1;
		}
	}
	return 0;
}

/* Writes the report; on success the form is done with. */
static enum reply put(struct view *v, struct app *app, enum report_step step)
{
	struct report_form *r = v->state;
	const struct app_context *c = v->context;
	struct actor who = session_actor(c);
	struct arena a = ARENA_INIT;
	struct err e = ERR_INIT;
	struct report_new new = {0};
	struct report_row row;
	unsigned changes = 0;
	int rc = read_form(r, &a, step == REPORT_SUBMIT, &new, &e);

	r->step = step;
	if (rc == 0)
		rc = store_report_put(c->store, &who, &new, step, &a, &row, &changes, &e);
	if (rc < 0)
		remedy_tell_form(&r->page, v, app, &e,
				 &(struct request_things){.unit_id = r->unit_id,
							  .action_id = r->action_id,
							  .period_id = r->facts.period.id,
							  .report_id = r->facts.mine.id});
	else
		form_page_done(&r->page, v, app, changes,
			       arena_printf(&a,
					    step == REPORT_SUBMIT ? _("%s %s: handed in")
								  : _("%s %s: kept as draft"),
					    r->facts.action.no, r->facts.action.title));
	arena_free(&a);
	return REPLY_DONE;
}

/* Asks once before the report leaves the unit; an unusable value is told before the question. */
static enum reply ask_submit(struct view *v, struct app *app)
{
	struct report_form *r = v->state;
	struct arena a = ARENA_INIT;
	struct err e = ERR_INIT;
	struct report_new new = {0};

	if (read_form(r, &a, true, &new, &e) < 0)
		form_page_error(&r->page, v, &e);
	else
		dialog_agree(
			app, TAG_SUBMIT, _("Submit"),
			arena_printf(&a,
				     r->facts.unit.signs
					     ? _("The report on %s %s for %s goes to the approving "
						 "leader of the unit and, signed off, to the "
						 "office: %d%%.")
					     : _("The report on %s %s for %s goes to the office: "
						 "%d%%."),
				     r->facts.action.no, r->facts.action.title,
				     period_label(&a, &r->facts.period), new.percent),
			_("Submit"));
	arena_free(&a);
	return REPLY_DONE;
}

static enum reply report_act(struct view *v, struct app *app, enum action a)
{
	enum reply reply = form_view_act(v, app, a);

	return reply == REPLY_PASS && a == DO_SAVE_DRAFT ? put(v, app, REPORT_SAVE) : reply;
}

static enum reply answer(struct view *v, struct app *app, const struct view_result *result)
{
	return result->tag == TAG_SUBMIT ? put(v, app, REPORT_SUBMIT) : REPLY_PASS;
}

static enum reply put_again(struct view *v, struct app *app)
{
	return put(v, app, ((struct report_form *)v->state)->step);
}

const struct view_ops view_report_form = {
	.name = "report",
	.title = N_("Entering progress"),
	.depends = CHANGE_EVIDENCE | CHANGE_REPORT | CHANGE_OTHERS,
	.state_size = sizeof(struct report_form),
	.open = report_open,
	.load = report_load,
	.act = report_act,
	FORM_VIEW_BUT_ACT,
};
