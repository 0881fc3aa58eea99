/* import_units.h - which unit a name of a document means: one that the file knows by name or other
 * name, the one that the office said is the same, else a new one. For store_import.c and those of
 * the update. */
#ifndef DUBAN_DB_IMPORT_UNITS_H
#define DUBAN_DB_IMPORT_UNITS_H

#include "db/store_internal.h"
#include "db/plan/store_plan.h"

struct import_name {
	const char *name; /* as printed */
	int64_t unit_id;
	const char *unit; /* import_unit_name() */
};

/* Two names of the document that are one unit. */
struct import_merge {
	const char *keep, *alias;
};

struct import_units {
	struct sql *db;
	struct arena *arena;
	struct write *w; /* NULL: only looking */
	VEC(struct import_merge) merges;
	VEC(struct import_name) known; /* met in this document */
};

/* What is one unit is said by the answers to the plan's doubts. */
void import_units_begin(struct import_units *u, struct write *w, const struct plan *p);
/* For looking alone, with import_unit_name(); what it finds goes into the arena. */
void import_units_look(struct import_units *u, struct sql *db, struct arena *a,
		       const struct plan *p);
/* The name of the unit that a name means: the file's, or the one that the document is to be known
 * by. The same for all names of a unit. */
int import_unit_name(struct import_units *u, const char *name, const char **out, struct err *e);
/* Makes the unit when there is none; so units get their ids in the order of the document. */
int import_unit(struct import_units *u, const char *name, int64_t *unit_id, struct err *e);
/* Keeps the other names; a unit of the file that turned out to be another's other name is merged
 * into it. */
int import_units_finish(struct import_units *u, struct err *e);

#endif
