/* import_action.h - the actions of a document on their way into the file, for store_import.c and
 * store_update.c. */
#ifndef DUBAN_DB_IMPORT_ACTION_H
#define DUBAN_DB_IMPORT_ACTION_H

#include "db/plan/import_units.h"
#include "db/log_hash.h"
#include "db/store_internal.h"

struct import {
	struct write *w;
	const struct plan *p;
	int64_t plan_id;
	int edition; /* number of this one */
	const char *code;
	int64_t *sections;	       /* ids, as p->sections */
	int64_t *actions;	       /* ids, as p->actions; filled in their order */
	const char **numbers, **paths; /* of the actions, plan_path.h */
	struct import_units units;
};

/* One action with its assignments, indicators, volumes and the milestone of its due date. Those
 * before it have their ids already. */
int import_action(struct import *im, size_t index, struct err *e);

/* What import_action() looks up; each fails with ERR_INPUT where the document does not fit
 * together. Section and parent are 0 where there is none. */
int import_section(const struct import *im, size_t index, int64_t *id, struct err *e);
int import_parent(const struct import *im, size_t index, int64_t *id, struct err *e);
int import_due(const struct plan_action *act, struct date *due, struct err *e);
/* Word for word, in the arena of the write; NULL and *e. */
const char *import_clause(const struct import *im, size_t index, struct err *e);
/* What tells one text from another; a plan JSON may come without the text of its document, then
 * what names it stands for the text. */
void import_hash(struct arena *a, const struct plan *p, char out[HASH_TEXT]);
/* The common milestone of a due date; none of no date. */
int import_deadline(struct write *w, int64_t action_id, struct date due, struct err *e);

#endif
