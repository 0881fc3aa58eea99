/*
 * What was being typed, as rows to go on with. Where somebody else was faster (the report was
 * handed in, the request answered) the row says so, and its form shows what was typed.
 */
#include "tui/home/resume.h"

#include "core/i18n.h"
#include "db/report/store_draft.h"
#include "tui/app/session.h"
#include "tui/home/resume_kinds.h"
#include "tui/part/form_draft.h"

#include <string.h>

/* The field in which the cursor was, as the forms call it; NULL where that says nothing. */
static const char *field_label(const char *focus)
{
	static const struct {
		const char *name, *label;
	} fields[] = {
		{"percent", N_("percent")}, {"done", N_("done")},     {"problems", N_("problems")},
		{"next", N_("next steps")}, {"title", N_("title")},   {"note", N_("note")},
		{"done_note", N_("note")},  {"text", N_("text")},     {"due", N_("due")},
		{"name", N_("name")},	    {"reason", N_("reason")}, {"answer", N_("answer")},
		{"want", N_("until")},
	};
	size_t n = strcspn(focus, "@");

	for (size_t i = 0; i < sizeof fields / sizeof fields[0]; i++)
		if (strlen(fields[i].name) == n && strncmp(fields[i].name, focus, n) == 0)
			return _(fields[i].label);
	return NULL;
}

/* A text that was late, or is being merged, goes with the form it belongs to. */
static const char *const behind[] = {FORM_DRAFT_SECOND, FORM_DRAFT_MERGE};

static const char *first_key(struct arena *a, const char *form)
{
	size_t n = strlen(form);

	for (size_t i = 0; i < sizeof behind / sizeof behind[0]; i++) {
		size_t nbehind = strlen(behind[i]);
		if (n > nbehind && strncmp(form + n - nbehind, behind[i], nbehind) == 0)
			n -= nbehind;
	}
	return arena_strndup(a, form, n);
}

static bool has_row(const struct resume_rows *rows, const char *form)
{
	for (size_t i = 0; i < rows->rows.n; i++)
		if (strcmp(rows->rows.at[i].form, form) == 0)
			return true;
	return false;
}

static void add_row(const struct app_context *c, struct arena *a, struct resume_rows *rows,
		    const struct draft_name *name)
{
	const char *form = first_key(a, name->form), *what, *field = field_label(name->focus);
	struct resume_draft d;

	if (has_row(rows, form) || !resume_draft_read(form, &d))
		return;
	what = resume_draft_about(&d, c, a);
	if (!what)
		return;
	*vec_push(a, &rows->rows) = (struct resume_row){
		.form = form,
		.text = field ? arena_printf(a, _("%s (%s)"), what, field) : what,
		.saved_at = name->saved_at,
	};
}

/* What can be gone on with, the last first; in the arena. */
static int list_drafts(const struct app_context *c, struct arena *a, struct resume_rows *rows,
		       struct err *e)
{
	struct actor who = session_actor(c);
	struct draft_names names;

	*rows = (struct resume_rows){0};
	if (store_draft_list(c->store, a, &who, "", &names, e) < 0)
		return -1;
	for (size_t i = 0; i < names.rows.n; i++)
		add_row(c, a, rows, &names.rows.at[i]);
	return 0;
}

void resume_open(struct app *app, const char *form)
{
	struct resume_draft d;

	if (resume_draft_read(form, &d))
		resume_draft_open(&d, app);
}

int resume_throw(const struct app_context *c, const char *form, struct err *e)
{
	struct actor who = session_actor(c);
	struct arena a = ARENA_INIT;
	int rc = store_draft_drop(c->store, &who, form, e);

	for (size_t i = 0; rc == 0 && i < sizeof behind / sizeof behind[0]; i++)
		rc = store_draft_drop(c->store, &who, arena_printf(&a, "%s%s", form, behind[i]), e);
	arena_free(&a);
	return rc;
}

void resume_offer(struct app *app)
{
	struct arena a = ARENA_INIT;
	struct err e = ERR_INIT;
	struct resume_rows rows;

	if (list_drafts(app_context(app), &a, &rows, &e) < 0)
		app_error(app, &e);
	else if (rows.rows.n > 0)
		app_push(app, &view_resume, &(struct view_args){.more = &rows});
	arena_free(&a);
}

int resume_mark_tasks(const struct app_context *c, struct arena *a, int64_t period_id,
		      struct task_rows *tasks, struct err *e)
{
	struct actor who = session_actor(c);
	struct draft_names names;
	struct resume_draft d;

	if (store_draft_list(c->store, a, &who, "report:", &names, e) < 0)
		return -1;
	for (size_t i = 0; i < names.rows.n; i++) {
		if (!resume_draft_read(names.rows.at[i].form, &d) || d.id[2] != period_id)
			continue;
		for (size_t k = 0; k < tasks->n; k++) {
			struct task_row *t = &tasks->at[k];
			if (t->action_id == d.id[0] && t->unit_id == d.id[1] &&
			    t->report_state == REPORT_NONE)
				t->report_state = REPORT_DRAFT;
		}
	}
	return 0;
}
