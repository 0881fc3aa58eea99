/* import_units.h - which unit a name of a document means: one that the file knows by name or other
 * name, the one that the office said is the same, else a new one. For store_import.c. */
#ifndef DUBAN_DB_IMPORT_UNITS_H
#define DUBAN_DB_IMPORT_UNITS_H

#include "db/store_internal.h"
#include "db/store_plan.h"

struct import_name {
	const char *name; /* as printed */
	int64_t unit_id;
};

/* Two names of the document that are one unit. */
struct import_merge {
	const char *keep, *alias;
};

struct import_units {
	struct write *w;
	VEC(struct import_merge) merges;
	VEC(struct import_name) known; /* met in this document */
};

/* What is one unit is said by the answers to the plan's doubts. */
void import_units_begin(struct import_units *u, struct write *w, const struct plan *p);
/* Makes the unit when there is none; so units get their ids in the order of the document. */
int import_unit(struct import_units *u, const char *name, int64_t *unit_id, struct err *e);
/* Keeps the other names; a unit of the file that turned out to be another's other name is merged
 * into it. */
int import_units_finish(struct import_units *u, struct err *e);

#endif
