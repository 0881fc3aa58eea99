/*
 * view_import_files.c - which document is to be imported: reviews that were begun, then the folders
 * and files of a folder on the server; or a path that is typed, or pasted, or looked for. Where
 * plans are open, a file can also become a new edition of one of them.
 */
#include "core/i18n.h"
#include "core/text/utf8.h"
#include "db/change.h"
#include "db/plan/store_plan.h"
#include "tui/import/folder.h"
#include "tui/import/import_files.h"
#include "tui/import/import_screen.h"
#include "tui/part/dialog.h"
#include "tui/part/menu.h"
#include "tui/app/session.h"

#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { TAG_KIND = 1, TAG_KEPT, TAG_PATH };

struct import_files {
	struct list_screen screen;
	char *folder;
	char *path; /* of the document that was chosen, or NULL */
	struct file_rows rows;
	struct plan_rows plans; /* open ones */
	char *update;		/* code of the one whose new edition the chosen file is, or "" */
	bool fresh;		/* another folder: the cursor goes to its first document */
};

static int files_open(struct view *v, const struct view_args *args, struct err *e)
{
	struct import_files *s = v->state;

	if (session_demand(v->context, ACT_IMPORT, 0, e) < 0 ||
	    session_files(v->context, "ssh … import - --yes < PLAN", e) < 0)
		return -1;
	list_screen_init(&s->screen, &file_rows_spec);
	s->folder = args && args->text ? xstrdup(args->text) : folder_current();
	s->update = xstrdup("");
	s->fresh = true;
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

static int files_load(struct view *v, struct store *store, struct err *e)
{
	struct import_files *s = v->state;
	struct file_rows rows = {0};
	const char **find;

	if (file_rows_read(&rows, &v->arena, v->context, s->folder, e) < 0 ||
	    load_plans(v, store, e) < 0)
		return -1;
	/* A review more or less: the cursor goes to the first that can be gone on with. */
	if (rows.nkept != s->rows.nkept)
		s->fresh = true;
	s->rows = rows;
	find = arena_alloc(&v->arena, (rows.at.n + 1) * sizeof *find);
	for (size_t i = 0; i < rows.at.n; i++)
		find[i] = rows.at.at[i].kind == FILE_ROW_PATH ? "" : rows.at.at[i].text;
	list_screen_set(&s->screen, v, &s->rows, find, rows.at.n);
	if (s->fresh)
		list_screen_go(&s->screen, v, file_rows_first(&s->rows));
	s->fresh = false;
	view_set_title(v, arena_printf(&v->arena, _("Import: %s"), s->folder));
	return 0;
}

static const struct file_row *current(const struct import_files *s)
{
	int i = list_screen_current(&s->screen);

	return i < 0 ? NULL : &s->rows.at.at[i];
}

static void set_text(char **where, char *text)
{
	free(*where);
	*where = text;
}

/* Words that were looked for belong to the folder they were typed in. Takes the path over. */
static enum reply open_folder(struct view *v, char *folder)
{
	struct import_files *s = v->state;
	size_t n = strlen(folder);

	while (n > 1 && folder[n - 1] == '/')
		folder[--n] = '\0';
	list_screen_show_all(&s->screen, v);
	set_text(&s->folder, folder);
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
	const struct view_import_args more = {.path = s->path, .update = s->update};

	forget_words(app);
	app_push(app, &view_import, &(struct view_args){.more = &more});
	return REPLY_DONE;
}

static enum reply go_on(struct app *app, const char *draft)
{
	const struct view_import_args more = {.draft = draft};

	forget_words(app);
	app_push(app, &view_import, &(struct view_args){.more = &more});
	return REPLY_DONE;
}

static const char *file_name(const struct import_files *s)
{
	return strrchr(s->path, '/') + 1;
}

/* A new plan, or a new edition of one that is open. */
static enum reply ask_kind(const struct import_files *s, struct app *app)
{
	struct arena a = ARENA_INIT;
	struct menu_entry *entries = arena_alloc(&a, (s->plans.n + 1) * sizeof *entries);

	entries[0] = (struct menu_entry){_("a new plan"), NULL, 0, false};
	for (size_t i = 0; i < s->plans.n; i++)
		entries[i + 1] = (struct menu_entry){
			arena_printf(&a, _("a new edition of %s"), s->plans.at[i].title),
			s->plans.at[i].code, (int64_t)i + 1, false};
	menu_open(app, TAG_KIND, file_name(s), entries, s->plans.n + 1);
	arena_free(&a);
	return REPLY_DONE;
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
	char *draft = import_draft_name(file_name(s), update);
	bool kept = file_rows_has_kept(&s->rows, draft);

	free(draft);
	set_text(&s->update, xstrdup(update));
	return kept ? ask_kept(app, file_name(s)) : review(s, app);
}

/* Takes the path over. */
static enum reply open_file(struct import_files *s, struct app *app, char *path)
{
	set_text(&s->path, path);
	return s->plans.n ? ask_kind(s, app) : begin_review(s, app, "");
}

/* `refused`: why the last answer would not do, or NULL. */
static enum reply ask_path(struct app *app, const char *path, const struct err *refused)
{
	const char *label = _("The path of the document on this server, or of the folder it is in; "
			      "~ is your own folder.");

	if (refused)
		dialog_ask_again(app, TAG_PATH, _("Import"), label, path, PATH_MAX, refused);
	else
		dialog_ask(app, TAG_PATH, _("Import"), label, path, PATH_MAX);
	return REPLY_DONE;
}

/* Takes the path over. False: there is nothing, *why says so. */
static bool open_path(struct view *v, struct app *app, char *path, enum reply *reply,
		      struct err *why)
{
	struct stat st;

	if (stat(path, &st) < 0) {
		err_set(why, ERR_NOT_FOUND, _("%s: %s"), path, strerror(errno));
		free(path);
		return false;
	}
	/* A pipe or a terminal would be waited for. */
	if (!S_ISDIR(st.st_mode) && !S_ISREG(st.st_mode)) {
		err_set(why, ERR_INPUT, _("%s is not a file"), path);
		free(path);
		return false;
	}
	*reply = S_ISDIR(st.st_mode) ? open_folder(v, path) : open_file(v->state, app, path);
	return true;
}

/* The answer to ask_path(), or what was pasted into the list. */
static enum reply open_typed(struct view *v, struct app *app, const char *text)
{
	const struct import_files *s = v->state;
	struct err why = ERR_INIT;
	enum reply reply = REPLY_DONE;

	if (!open_path(v, app, folder_path(s->folder, text), &reply, &why))
		ask_path(app, text, &why);
	return reply;
}

/* Enter where nothing has the words: they may be a path, whose "/" began the search. */
static enum reply open_words(struct view *v, struct app *app, const char *words)
{
	struct import_files *s = v->state;
	struct err why = ERR_INIT;
	enum reply reply = REPLY_DONE;

	bool path = strchr(words, '/') != NULL;

	if (path && !folder_is_path(words) &&
	    open_path(v, app, xasprintf("/%s", words), &reply, &why))
		return reply;
	if (path && open_path(v, app, folder_path(s->folder, words), &reply, &why))
		return reply;
	app_info(
		app,
		_("Nothing here is called \"%s\". Esc shows all again; a path is typed in the line "
		  "above the folders."),
		words);
	return REPLY_DONE;
}

static enum reply open_row(struct view *v, struct app *app, const struct file_row *r)
{
	struct import_files *s = v->state;

	switch (r->kind) {
	case FILE_ROW_KEPT:
		return go_on(app, r->name);
	case FILE_ROW_PATH:
		return ask_path(app, s->folder, NULL);
	case FILE_ROW_FOLDER:
		return open_folder(v, folder_join(s->folder, r->name));
	case FILE_ROW_FILE:
		break;
	}
	return open_file(s, app, folder_join(s->folder, r->name));
}

/* The answer to ask_kept(). */
static enum reply go_on_or_anew(const struct import_files *s, struct app *app, bool anew)
{
	char *draft = import_draft_name(file_name(s), s->update);
	enum reply reply = anew ? review(s, app) : go_on(app, draft);

	free(draft);
	return reply;
}

static enum reply files_act(struct view *v, struct app *app, enum action a)
{
	struct import_files *s = v->state;
	const char *words = filter_text(&s->screen.filter);
	enum reply reply;

	if (a == DO_OPEN && !s->screen.list.n && *words)
		return open_words(v, app, words);
	reply = list_screen_act(&s->screen, v, app, a);
	if (reply != REPLY_PASS || a != DO_OPEN || !current(s))
		return reply;
	return open_row(v, app, current(s));
}

/* A path that is pasted into the list is opened, wherever one is. */
static enum reply files_key(struct view *v, struct app *app, const struct key *k)
{
	struct arena a = ARENA_INIT;
	struct err e = ERR_INIT;
	const char *text = NULL;
	enum reply reply;

	if (k->kind == INPUT_PASTE)
		text = utf8_clean_line(&a, k->paste, k->paste_nbytes, &e);
	reply = text && folder_is_path(text) ? open_typed(v, app, text) : list_view_key(v, app, k);
	arena_free(&a);
	return reply;
}

static enum reply files_resume(struct view *v, struct app *app, const struct view_result *r)
{
	struct import_files *s = v->state;
	enum reply own = list_view_resume(v, app, r);

	if (own != REPLY_PASS || !r->ok)
		return own == REPLY_PASS ? REPLY_DONE : own;
	switch (r->tag) {
	case TAG_KIND:
		return begin_review(s, app, r->id ? s->plans.at[r->id - 1].code : "");
	case TAG_KEPT:
		return go_on_or_anew(s, app, r->id == 1);
	case TAG_PATH:
		return open_typed(v, app, r->text);
	default:
		return REPLY_DONE;
	}
}

static void files_close(struct view *v)
{
	struct import_files *s = v->state;

	free(s->folder);
	free(s->path);
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
	.key = files_key,
	.point = list_view_point,
	.resume = files_resume,
	.offers = list_view_offers,
	.close = files_close,
};
