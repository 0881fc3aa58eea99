/* import_files.h - the rows of the choice of a document (view_import_files.c): reviews that were
 * begun, a row for a path, what is in a folder. */
#ifndef DUBAN_TUI_IMPORT_FILES_H
#define DUBAN_TUI_IMPORT_FILES_H

#include "tui/app/app.h"
#include "tui/part/list.h"

enum file_row_kind { FILE_ROW_KEPT, FILE_ROW_PATH, FILE_ROW_FOLDER, FILE_ROW_FILE };

struct file_row {
	enum file_row_kind kind;
	const char *name; /* of the draft, the folder, the file */
	const char *text, *size, *when;
	int64_t nbytes;
	bool document; /* a plan may be read from it, by its name */
};
struct file_rows {
	VEC(struct file_row) at;
	size_t nkept;
};

extern const struct list_spec file_rows_spec;

/* All rows for a folder, in the arena. */
int file_rows_read(struct file_rows *rows, struct arena *a, const struct app_context *c,
		   const char *folder, struct err *e);
/* What one probably wants: the first review or document; where there is none, the first folder that
 * does not lead out of this one. */
size_t file_rows_first(const struct file_rows *rows);
/* Whether a review with this draft is kept. */
bool file_rows_has_kept(const struct file_rows *rows, const char *draft);

#endif
