/*
 * import_files.c - what the choice of a document shows: reviews that were begun, the row in which a
 * path is typed, then the folders and files of a folder on the server. Files that no plan is read
 * from stand last and dim.
 */
#include "tui/import/import_files.h"

#include "core/i18n.h"
#include "db/report/store_draft.h"
#include "tui/app/session.h"
#include "tui/import/folder.h"
#include "tui/import/import_desk.h"

#include <string.h>

enum { COL_NAME, COL_SIZE, COL_WHEN };

static const struct list_column columns[] = {
	[COL_NAME] = {N_("document"), LIST_TEXT, 20, 0, 1, 0},
	[COL_SIZE] = {N_("size"), LIST_NUMBER, 0, 9, 0, 2},
	[COL_WHEN] = {N_("last changed"), LIST_TEXT, 0, 26, 0, 1},
};

static void file_cell(const void *rows, size_t row, size_t column, struct list_cell *cell)
{
	const struct file_row *r = &((const struct file_rows *)rows)->at.at[row];

	cell->text = column == COL_NAME ? r->text : column == COL_SIZE ? r->size : r->when;
	cell->rank = column == COL_SIZE ? r->nbytes + 1 : 0;
	if (r->kind == FILE_ROW_KEPT)
		cell->style = STYLE_STRONG;
	else if (column != COL_NAME || (r->kind == FILE_ROW_FILE && !r->document))
		cell->style = STYLE_DIM;
}

static int64_t file_id(const void *rows, size_t row)
{
	const struct file_row *r = &((const struct file_rows *)rows)->at.at[row];

	return list_text_id(r->name) ^ r->kind;
}

const struct list_spec file_rows_spec = {
	.columns = columns,
	.ncolumns = sizeof columns / sizeof columns[0],
	.cell = file_cell,
	.id = file_id,
	.empty = N_("Nothing in this folder: copy the document to the server first."),
};

static struct file_row *add_row(struct arena *a, struct file_rows *rows, enum file_row_kind kind,
				const char *name)
{
	struct file_row *r = vec_push(a, &rows->at);

	*r = (struct file_row){.kind = kind, .name = name, .text = name, .size = "", .when = ""};
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

static int add_kept(struct file_rows *rows, struct arena *a, const struct app_context *c,
		    struct err *e)
{
	struct actor who = session_actor(c);
	struct draft_names kept = {0};
	char at[TIME_TEXT];

	if (store_draft_list(c->store, a, &who, IMPORT_DRAFTS, &kept, e) < 0)
		return -1;
	for (size_t i = 0; i < kept.rows.n; i++) {
		const struct draft_name *d = &kept.rows.at[i];
		struct file_row *r = add_row(a, rows, FILE_ROW_KEPT, d->form);

		r->text = kept_text(a, d->form + strlen(IMPORT_DRAFTS));
		r->when = arena_printf(a, _("kept %s"), time_format_local(d->saved_at, at));
	}
	rows->nkept = kept.rows.n;
	return 0;
}

static int add_folder(struct file_rows *rows, struct arena *a, const char *folder, struct err *e)
{
	struct folder_entries entries = {0};
	char at[TIME_TEXT];

	if (folder_read(a, folder, &entries, e) < 0)
		return -1;
	for (size_t i = 0; i < entries.rows.n; i++) {
		const struct folder_entry *f = &entries.rows.at[i];
		struct file_row *r =
			add_row(a, rows, f->folder ? FILE_ROW_FOLDER : FILE_ROW_FILE, f->name);

		r->document = f->document;
		if (f->folder) {
			r->text = arena_printf(a, "%s/", f->name);
			continue;
		}
		r->nbytes = f->nbytes;
		r->size = folder_size_text(a, f->nbytes);
		r->when = arena_strdup(a, time_format_local(f->changed_at, at));
	}
	return 0;
}

int file_rows_read(struct file_rows *rows, struct arena *a, const struct app_context *c,
		   const char *folder, struct err *e)
{
	if (add_kept(rows, a, c, e) < 0)
		return -1;
	add_row(a, rows, FILE_ROW_PATH, "")->text = _("type or paste a path …");
	return add_folder(rows, a, folder, e);
}

size_t file_rows_first(const struct file_rows *rows)
{
	size_t folder = rows->at.n;

	for (size_t i = 0; i < rows->at.n; i++) {
		const struct file_row *r = &rows->at.at[i];

		if (r->kind == FILE_ROW_KEPT || r->document)
			return i;
		if (folder == rows->at.n && r->kind == FILE_ROW_FOLDER &&
		    strcmp(r->name, "..") != 0)
			folder = i;
	}
	return folder < rows->at.n ? folder : 0;
}

bool file_rows_has_kept(const struct file_rows *rows, const char *draft)
{
	for (size_t i = 0; i < rows->nkept; i++)
		if (!strcmp(rows->at.at[i].name, draft))
			return true;
	return false;
}
