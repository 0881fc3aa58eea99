/*
 * typed.h - what people were typing in a file that a backup replaces. A backup of an earlier day
 * does not have it, and nobody else does, so that it is read from the one file and written into the
 * other. Nothing outside db/ includes it.
 */
#ifndef DUBAN_DB_TYPED_H
#define DUBAN_DB_TYPED_H

#include "db/report/store_draft.h"
#include "db/store_internal.h"

struct typed_form {
	const char *login, *form;
	struct draft draft;
};

struct typed {
	VEC(struct typed_form) forms;
};

/* What can be read of it. Rows are in the arena. */
void typed_read(struct sql *db, const char *path, struct arena *a, struct typed *old);
/* Saves in the file of w, for the same person, each that was saved later than the one there, if
 * any, and whose action is there. *n gets how many. */
int typed_write(struct write *w, const struct typed *old, size_t *n, struct err *e);

#endif
