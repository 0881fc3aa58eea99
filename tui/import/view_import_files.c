/*
 * view_import_files.c - which document is to be imported: reviews that were begun, then the folders
 * and files of a folder on the server, newest first. Where plans are open, a file can also become a
 * new edition of one of them.
 */
#include "core/i18n.h"
#include "db/change.h"
#include "db/store_draft.h"
#include "db/store_plan.h"
#include "tui/import/folder.h"
#include "tui/import/import_screen.h"
#include "tui/part/menu.h"
#include "tui/app/session.h"

#include <stdlib.h>
#include <string.h>

enum { TAG_KIND = 1, TAG_KEPT };
enum file_row_kind { ROW_KEPT, ROW_FOLDER, ROW_FILE };

struct file_row {
	enum file_row_kind kind;
	const char *name; /* of the draft, the folder, the file */
	const char *text, *note;
};

struct import_files {
	struct list_screen screen;
	char *folder;
	VEC(struct file_row) rows;
	struct plan_rows plans; /* open ones */
	char *update;		/* code of the one whose new edition the chosen file is, or "" */
	bool fresh;		/* another folder: the cursor goes to its first document */
	size_t nkept;		/* reviews that were kept at the last load */
};

enum { COL_NAME, COL_NOTE };

static const struct list_column columns[] = {
	[COL_NAME] = {N_("document"), LIST_TEXT, 20, 0, 1, 0},
	[COL_NOTE] = {"", LIST_TEXT, 0, 34, 0, 1},
};

static void file_cell(const void *rows, size_t row, size_t column, struct list_cell *cell)
{
	const struct file_row *r = &((const struct import_files *)rows)->rows.at[row];

	cell->text = column == COL_NAME ? r->text : r->note;
	if (r->kind == ROW_KEPT)
		cell->style = STYLE_STRONG;
	else if (column == COL_NOTE)
		cell->style = STYLE_DIM;
}

static int64_t file_id(const void *rows, size_t row)
{
	const struct file_row *r = &((const struct import_files *)rows)->rows.at[row];

	return list_text_id(r->name) ^ r->kind;
}

static const struct list_spec file_spec = {
	.columns = columns,
	.ncolumns = sizeof columns / sizeof columns[0],
	.cell = file_cell,
	.id = file_id,
	.empty = N_("Nothing in this folder: copy the document to the server first."),
};

static int files_open(struct view *v, const struct view_args *args, struct err *e)
{
	struct import_files *s = v->state;

	if (session_demand(v->context, ACT_IMPORT, 0, e) < 0)
		return -1;
	list_screen_init(&s->screen, &file_spec);
	s->folder = args && args->text ? xstrdup(args->text) : folder_current();
	s->update = xstrdup("");
	s->fresh = true;
	return 0;
}

static struct file_row *add_row(struct view *v, enum file_row_kind kind, const char *name)
{
	struct import_files *s = v->state;
	struct file_row *r = vec_push(&v->arena, &s->rows);

	*r = (struct file_row){.kind = kind, .name = name, .text = name, .note = ""};
	return r;
}

/* What the name of a draft says: FILE, or CODE>FILE of a new edition. */
static const char *kept_text(struct arena *a, const char *name)
{
	const char *sign = strchr(name, '>');

	if (!sign)
		return arena_printf(a, _("go on: %s"), name);
	return arena_printf(a, _("go on: %s, new edition of %.*s"), sign + 1, (int)(sign - name),
			    name);
}

static int load_kept(struct view *v, struct store *store, struct err *e)
{
	struct import_files *s = v->state;
	struct actor who = session_actor(v->context);
	struct draft_names kept = {0};
	char at[TIME_TEXT];

	if (store_draft_list(store, &v->arena, &who, IMPORT_DRAFTS, &kept, e) < 0)
		return -1;
	/* One more or less: the cursor goes to the first that can be gone on with. */
	if (kept.rows.n != s->nkept)
		s->fresh = true;
	s->nkept = kept.rows.n;
	for (size_t i = 0; i < kept.rows.n; i++) {
		const struct draft_name *d = &kept.rows.at[i];
		struct file_row *r = add_row(v, ROW_KEPT, d->form);

		r->text = kept_text(&v->arena, d->form + strlen(IMPORT_DRAFTS));
		r->note = arena_printf(&v->arena, _("review kept %s"),
				       time_format_local(d->saved_at, at));
	}
	return 0;
}

static int load_folder(struct view *v, struct err *e)
{
	const struct import_files *s = v->state;
	struct folder_entries entries = {0};

	if (folder_read(&v->arena, s->folder, &entries, e) < 0)
		return -1;
	for (size_t i = 0; i < entries.rows.n; i++) {
		const struct folder_entry *f = &entries.rows.at[i];
		struct file_row *r = add_row(v, f->folder ? ROW_FOLDER : ROW_FILE, f->name);
		char at[TIME_TEXT];

		if (f->folder)
			r->text = arena_printf(&v->arena, "%s/", f->name);
		else
			r->note = arena_printf(&v->arena, "%s  %s",
					       folder_size_text(&v->arena, f->nbytes),
					       time_format_local(f->changed_at, at));
	}
	return 0;
}

static int load_plans(struct view *v, struct store *store, struct err *e)
{
	struct import_files *s = v->state;
	struct actor who = session_actor(v->context);
	struct plan_rows all = {0};

	if (store_plan_list(store, &v->arena, &who, &all, e) < 0)
		return -1;
	s->plans = (struct plan_rows){0};
	for (size_t i = 0; i < all.n; i++)
		if (all.at[i].state == PLAN_OPEN)
			*vec_push(&v->arena, &s->plans) = all.at[i];
	return 0;
}

/* The first document; where there is none, the first folder that does not lead out of this one. */
static size_t first_choice(const struct import_files *s)
{
	for (size_t i = 0; i < s->rows.n; i++)
		if (s->rows.at[i].kind != ROW_FOLDER)
			return i;
	return s->rows.n > 1 && !strcmp(s->rows.at[0].name, "..") ? 1 : 0;
}

static int files_load(struct view *v, struct store *store, struct err *e)
{
	struct import_files *s = v->state;
	const char **find;

	s->rows.at = NULL;
	s->rows.n = s->rows.cap = 0;
	if (load_kept(v, store, e) < 0 || load_folder(v, e) < 0 || load_plans(v, store, e) < 0)
		return -1;
	find = arena_alloc(&v->arena, (s->rows.n + 1) * sizeof *find);
	for (size_t i = 0; i < s->rows.n; i++)
		find[i] = s->rows.at[i].text;
	list_screen_set(&s->screen, v, s, find, s->rows.n);
	if (s->fresh)
		list_screen_go(&s->screen, v, first_choice(s));
	s->fresh = false;
	view_set_title(v, arena_printf(&v->arena, _("Import: %s"), s->folder));
	return 0;
}

static const struct file_row *current(const struct import_files *s)
{
	int i = list_screen_current(&s->screen);

	return i < 0 ? NULL : &s->rows.at[i];
}

/* Words that were looked for belong to the folder they were typed in. */
static enum reply open_folder(struct view *v, const char *name)
{
	struct import_files *s = v->state;
	char *folder = folder_join(s->folder, name);

	list_screen_show_all(&s->screen, v);
	free(s->folder);
	s->folder = folder;
	s->fresh = true;
	return REPLY_RELOAD;
}

/* The words have found what was looked for: coming back, one sees all again. */
static void forget_words(struct app *app)
{
	struct view *v = app_top(app);

	list_screen_show_all(v->state, v);
}

static enum reply review(const struct import_files *s, struct app *app)
{
	char *path = folder_join(s->folder, current(s)->name);
	const struct view_import_args more = {.path = path, .update = s->update};

	forget_words(app);
	app_push(app, &view_import, &(struct view_args){.more = &more});
	free(path);
	return REPLY_DONE;
}

static enum reply go_on(struct app *app, const char *draft)
{
	const struct view_import_args more = {.draft = draft};

	forget_words(app);
	app_push(app, &view_import, &(struct view_args){.more = &more});
	return REPLY_DONE;
}

/* A new plan, or a new edition of one that is open. */
static enum reply ask_kind(const struct import_files *s, struct app *app, const char *file)
{
	struct arena a = ARENA_INIT;
	struct menu_entry *entries = arena_alloc(&a, (s->plans.n + 1) * sizeof *entries);

	entries[0] = (struct menu_entry){_("a new plan"), NULL, 0, false};
	for (size_t i = 0; i < s->plans.n; i++)
		entries[i + 1] = (struct menu_entry){
			arena_printf(&a, _("a new edition of %s"), s->plans.at[i].title),
			s->plans.at[i].code, (int64_t)i + 1, false};
	menu_open(app, TAG_KIND, file, entries, s->plans.n + 1);
	arena_free(&a);
	return REPLY_DONE;
}

static bool is_kept(const struct import_files *s, const char *draft)
{
	for (size_t i = 0; i < s->rows.n; i++)
		if (s->rows.at[i].kind == ROW_KEPT && !strcmp(s->rows.at[i].name, draft))
			return true;
	return false;
}

static enum reply ask_kept(struct app *app, const char *file)
{
	const struct menu_entry entries[] = {
		{_("Go on with the review that is kept"), NULL, 0, false},
		{_("Read the document anew; the corrections go"), NULL, 1, false},
	};

	menu_open(app, TAG_KEPT, file, entries, sizeof entries / sizeof entries[0]);
	return REPLY_DONE;
}

/* What the file is to become is known. */
static enum reply begin_review(struct import_files *s, struct app *app, const char *update)
{
	const char *file = current(s)->name;
	char *draft = import_draft_name(file, update);
	bool kept = is_kept(s, draft);

	free(draft);
	free(s->update);
	s->update = xstrdup(update);
	return kept ? ask_kept(app, file) : review(s, app);
}

static enum reply open_row(struct import_files *s, struct app *app, const struct file_row *r)
{
	if (r->kind == ROW_KEPT)
		return go_on(app, r->name);
	return s->plans.n ? ask_kind(s, app, r->name) : begin_review(s, app, "");
}

/* The answer to ask_kept(). */
static enum reply go_on_or_anew(const struct import_files *s, struct app *app, bool anew)
{
	char *draft = import_draft_name(current(s)->name, s->update);
	enum reply reply = anew ? review(s, app) : go_on(app, draft);

	free(draft);
	return reply;
}

static enum reply files_act(struct view *v, struct app *app, enum action a)
{
	struct import_files *s = v->state;
	enum reply reply = list_screen_act(&s->screen, v, app, a);
	const struct file_row *r = current(s);

	if (reply != REPLY_PASS || a != DO_OPEN || !r)
		return reply;
	return r->kind == ROW_FOLDER ? open_folder(v, r->name) : open_row(s, app, r);
}

static enum reply files_resume(struct view *v, struct app *app, const struct view_result *r)
{
	struct import_files *s = v->state;
	enum reply own = list_view_resume(v, app, r);

	if (own != REPLY_PASS)
		return own;
	if (!r->ok || !current(s))
		return REPLY_DONE;
	if (r->tag == TAG_KIND)
		return begin_review(s, app, r->id ? s->plans.at[r->id - 1].code : "");
	return r->tag == TAG_KEPT ? go_on_or_anew(s, app, r->id == 1) : REPLY_DONE;
}

static void files_close(struct view *v)
{
	struct import_files *s = v->state;

	free(s->folder);
	free(s->update);
	list_view_close(v);
}

const struct view_ops view_import_files = {
	.name = "import-files",
	.title = N_("Import"),
	.scope = SCOPE_LIST,
	.depends = CHANGE_DRAFT | CHANGE_PLAN | CHANGE_OTHERS,
	.state_size = sizeof(struct import_files),
	.open = files_open,
	.load = files_load,
	.draw = list_view_draw,
	.act = files_act,
	.key = list_view_key,
	.point = list_view_point,
	.resume = files_resume,
	.offers = list_view_offers,
	.close = files_close,
};
