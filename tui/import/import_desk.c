/*
 * import_desk.c - the plan under review: reading it, going on with what was kept (import_keep.c),
 * its steps, storing it. Only the history of the steps ends with the program.
 */
#include "tui/import/import_desk.h"

#include "core/rule/entry.h"
#include "core/i18n.h"
#include "db/report/store_draft.h"
#include "db/plan/store_plan.h"
#include "db/people/store_unit.h"
#include "db/plan/store_update.h"
#include "exchange/plan_file.h"
#include "exchange/plan_json.h"
#include "tui/import/import_keep.h"
#include "tui/app/session.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static struct import_desk *desk_new(const struct plan *p, const char *draft)
{
	struct import_desk *desk = xcalloc(1, sizeof *desk);

	desk->edit = plan_edit_new(p);
	desk->draft = xstrdup(draft);
	desk->code = xstrdup("");
	desk->update = xstrdup("");
	desk->source = xstrdup("");
	return desk;
}

void import_desk_free(struct import_desk *desk)
{
	if (!desk)
		return;
	plan_edit_free(desk->edit);
	free(desk->draft);
	free(desk->code);
	free(desk->update);
	free(desk->source);
	arena_free(&desk->arena);
	free(desk);
}

static void set(char **field, const char *text)
{
	char *copy = xstrdup(text);

	free(*field);
	*field = copy;
}

/* Units that the file knows already may stand in the document under another name. */
static int compare_units(struct import_desk *desk, const struct app_context *c, struct err *e)
{
	struct arena a = ARENA_INIT;
	struct unit_rows units = {0};
	const char **names;
	int failed = store_unit_list(c->store, &a, &units, e);

	if (!failed) {
		names = arena_alloc(&a, (units.n + 1) * sizeof *names);
		for (size_t i = 0; i < units.n; i++)
			names[i] = units.at[i].name;
		plan_edit_known_units(desk->edit, names, units.n);
	}
	arena_free(&a);
	return failed;
}

char *import_draft_name(const char *file, const char *update)
{
	return *update ? xasprintf(IMPORT_DRAFTS "%s>%s", update, file)
		       : xasprintf(IMPORT_DRAFTS "%s", file);
}

int import_desk_read(const struct app_context *c, const char *path, const char *update,
		     struct import_desk **desk, struct err *e)
{
	struct arena a = ARENA_INIT;
	struct plan_source source;
	struct plan p;
	int failed = plan_file_read(&a, path, &p, &source, e);

	if (!failed) {
		char *draft = import_draft_name(p.file, update);
		struct import_desk *d = desk_new(&p, draft);

		free(draft);
		set(&d->update, update);
		set(&d->source, plan_source_text(&a, &source));
		failed = compare_units(d, c, e) || import_keep_begin(d, c, e);
		if (failed)
			import_desk_free(d);
		else
			*desk = d;
	}
	arena_free(&a);
	return failed;
}

static const char *field(const struct draft *d, const char *name)
{
	for (size_t i = 0; i < d->fields.n; i++)
		if (!strcmp(d->fields.at[i].field, name))
			return d->fields.at[i].text;
	return "";
}

static void set_pair(struct import_desk *desk, size_t from, int64_t action_id)
{
	for (size_t i = 0; i < desk->pairs.n; i++)
		if (desk->pairs.at[i].from == from) {
			desk->pairs.at[i].action_id = action_id;
			return;
		}
	*vec_push(&desk->arena, &desk->pairs) = (struct import_pair){action_id, from};
}

/* "FROM:ID FROM:ID …" */
static void read_pairs(struct import_desk *desk, const char *s)
{
	unsigned long long from;
	long long id;
	int n;

	for (; sscanf(s, "%llu:%lld %n", &from, &id, &n) == 2; s += n)
		set_pair(desk, (size_t)from, id);
}

int import_desk_resume(const struct app_context *c, const char *draft, struct import_desk **desk,
		       struct err *e)
{
	struct actor who = session_actor(c);
	struct arena a = ARENA_INIT;
	struct draft kept = {0};
	struct plan p;
	const char *json;
	int failed = store_draft_load(c->store, &a, &who, draft, &kept, e);

	if (!failed && !kept.saved_at)
		failed = err_set(e, ERR_NOT_FOUND, _("nothing is kept of this review any longer"));
	if (!failed) {
		json = field(&kept, IMPORT_FIELD_PLAN);
		failed = plan_json_read(&a, draft, json, strlen(json), &p, e);
	}
	if (!failed) {
		*desk = desk_new(&p, draft);
		set(&(*desk)->code, field(&kept, IMPORT_FIELD_CODE));
		set(&(*desk)->update, field(&kept, IMPORT_FIELD_UPDATE));
		set(&(*desk)->source, field(&kept, IMPORT_FIELD_SOURCE));
		read_pairs(*desk, field(&kept, IMPORT_FIELD_PAIRS));
		(*desk)->saved_at = kept.saved_at;
		(*desk)->version = kept.version;
		failed = compare_units(*desk, c, e);
		if (failed)
			import_desk_free(*desk);
	}
	arena_free(&a);
	return failed;
}

const struct plan *import_desk_plan(const struct import_desk *desk)
{
	return plan_edit_plan(desk->edit);
}

int import_desk_set_code(struct import_desk *desk, const char *text, struct err *e)
{
	struct arena a = ARENA_INIT;
	const char *code = "";
	int failed = *text ? entry_code(&a, text, &code, e) : 0;

	if (!failed)
		set(&desk->code, code);
	arena_free(&a);
	return failed;
}

/* The step is done: what is said of it. */
static void tell_step(const struct import_desk *desk, struct app *app, int kept)
{
	if (kept == 1)
		app_info(app, _("Your other window changed it too: both are kept, this one as %s."),
			 desk->draft + strlen(IMPORT_DRAFTS));
	else if (plan_edit_nsteps(desk->edit) > desk->nsteps)
		app_info(app, _("Done: %s"), plan_edit_undo_label(desk->edit));
}

static int keep(struct import_desk *desk, struct app *app)
{
	struct err why = ERR_INIT;
	int kept = import_keep(desk, app_context(app), &why);

	desk->unkept = kept < 0;
	if (kept < 0) {
		err_wrap(&why, "%s",
			 _("the step is done but could not be kept yet; it is tried again"));
		app_keep_later(app, &why);
	}
	app_changed(app, CHANGE_DRAFT);
	return kept;
}

bool import_desk_settle(struct import_desk *desk, struct app *app)
{
	if (desk->unkept && keep(desk, app) == 1)
		tell_step(desk, app, 1);
	return !desk->unkept;
}

enum reply import_desk_stepped(struct import_desk *desk, struct app *app, int failed,
			       const struct err *e)
{
	int kept;

	if (failed) {
		app_error(app, e);
		return REPLY_DONE;
	}
	kept = keep(desk, app);
	if (kept >= 0)
		tell_step(desk, app, kept);
	desk->nsteps = plan_edit_nsteps(desk->edit);
	return REPLY_DONE;
}

/* What was done is named before the step is taken back: then it is the other list's. */
static enum reply walk(struct import_desk *desk, struct app *app, const char *label,
		       bool (*step)(struct plan_edit *), const char *done, const char *nothing)
{
	struct err none = ERR_INIT;
	char *what;

	if (!label) {
		app_info(app, "%s", nothing);
		return REPLY_DONE;
	}
	what = xasprintf(_("%s: %s"), done, label);
	step(desk->edit);
	import_desk_stepped(desk, app, 0, &none);
	if (!desk->unkept)
		app_info(app, "%s", what);
	free(what);
	return REPLY_DONE;
}

enum reply import_desk_undo(struct import_desk *desk, struct app *app)
{
	return walk(desk, app, plan_edit_undo_label(desk->edit), plan_edit_undo, _("Taken back"),
		    _("There is no step to take back."));
}

enum reply import_desk_redo(struct import_desk *desk, struct app *app)
{
	return walk(desk, app, plan_edit_redo_label(desk->edit), plan_edit_redo, _("Done again"),
		    _("There is no step to do again."));
}

static int index_of_row(const struct plan_standing *old, int64_t action_id)
{
	for (size_t i = 0; i < old->plan.actions.n; i++)
		if (old->ids[i] == action_id)
			return (int)i;
	return DIFF_NONE;
}

static int index_of_clause(const struct plan *p, size_t from)
{
	for (size_t i = 0; i < p->actions.n; i++)
		if (p->actions.at[i].clause.from == from)
			return (int)i;
	return DIFF_NONE;
}

int import_desk_compare(const struct import_desk *desk, const struct app_context *c,
			struct arena *a, struct plan_diff **d, struct err *e)
{
	struct actor who = session_actor(c);

	if (store_plan_compare(c->store, a, &who, desk->update, import_desk_plan(desk), d, e) < 0)
		return -1;
	for (size_t i = 0; i < desk->pairs.n; i++) {
		const struct import_pair *pair = &desk->pairs.at[i];
		int is = index_of_clause((*d)->new, pair->from);
		int was = pair->action_id ? index_of_row((*d)->old, pair->action_id) : DIFF_NONE;

		if (is == DIFF_NONE)
			continue;
		if (was == DIFF_NONE)
			plan_diff_part(*d, is);
		else
			plan_diff_pair(*d, was, is);
	}
	return 0;
}

enum reply import_desk_pair(struct import_desk *desk, struct app *app, size_t from,
			    int64_t action_id)
{
	struct err none = ERR_INIT;

	set_pair(desk, from, action_id);
	return import_desk_stepped(desk, app, 0, &none);
}

static int update(const struct import_desk *desk, const struct app_context *c, struct arena *a,
		  struct plan_row *row, unsigned *changes, struct err *e)
{
	struct actor who = session_actor(c);
	struct plan_diff *d;

	if (import_desk_compare(desk, c, a, &d, e) < 0)
		return -1;
	return store_plan_update(c->store, &who, d, a, row, changes, e);
}

int import_desk_store(struct import_desk *desk, const struct app_context *c, struct arena *a,
		      struct plan_row *row, unsigned *changes, struct err *e)
{
	struct actor who = session_actor(c);
	int failed = *desk->update ? update(desk, c, a, row, changes, e)
				   : store_plan_import(c->store, &who, import_desk_plan(desk),
						       desk->code, a, row, changes, e);

	return failed ? -1 : import_desk_drop(desk, c, e);
}
