/*
 * search_kind.h - THE table of what can be searched for: a row a kind of SEARCH_KINDS
 * (core/words.h), with the statements that read it, its texts and who may read it. A new kind is a
 * row here, and a call of search_put() wherever its texts are written. Nothing outside db/ includes
 * it.
 */
#ifndef DUBAN_DB_SEARCH_KIND_H
#define DUBAN_DB_SEARCH_KIND_H

#include "db/store_internal.h"

enum { SEARCH_TEXTS = 4 }; /* of one thing, at most */

struct search_row {
	int64_t id, plan_id, action_id, unit_id;
	const char *plan_code, *path, *title, *unit, *name;
	const char *state; /* its word, "" where nothing depends on it */
	bool plan_open, withdrawn, on_behalf;
	struct date date;
	const char *texts[SEARCH_TEXTS];
};

struct search_spec {
	const char *row;    /* statement: the columns of a search_row for the id ?1 */
	const char *all;    /* statement: all ids, oldest first */
	const char *places; /* statement: plans and actions of ?1; NULL: those of the row */
	enum search_field fields[SEARCH_TEXTS];
	int ntexts;
	int nnames; /* so many of them are names: found by pinyin too */
	/* statement: ids of what is unit ?1's, who reads it whatever the action; NULL: nobody's */
	const char *of_unit;
	bool everyone; /* all may read it, whatever the action */
	/* 1, 0, -1, asked last. Where the action decides, the reader reads that of the row. */
	int (*may)(struct store *s, const struct reader *r, const struct search_row *row,
		   struct err *e);
	/* The name of a row that was found, in place of its column; NULL and *e. */
	const char *(*name)(struct store *s, struct arena *a, int64_t id, struct err *e);
};
extern const struct search_spec search_specs[SEARCH_KIND_COUNT];

/* Who may read the action of a row may read the row, and nobody else. */
bool search_by_action(const struct search_spec *spec);

/* 1, 0 there is no such row (any more), -1. */
int search_row_read(struct sql *db, struct arena *a, enum search_kind kind, int64_t id,
		    struct search_row *row, struct err *e);

/* Ids of the index: those of a kind are in [search_first_id(kind), search_first_id(kind + 1)). */
int64_t search_first_id(int kind);

#endif
