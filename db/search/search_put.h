/* search_put.h - keeping the search index; for the files that write what is searched. Nothing
 * outside db/ includes it. */
#ifndef DUBAN_DB_SEARCH_PUT_H
#define DUBAN_DB_SEARCH_PUT_H

#include "core/words.h"
#include "db/sql.h"

/* The texts of a thing are new or others, or it belongs elsewhere: it is found by what it says now.
 * Inside the transaction that writes them. */
int search_put(struct sql *db, enum search_kind kind, int64_t id, struct err *e);
/* The same for all that is a unit's own: its evidence, its notices, its requests. */
int search_put_of_unit(struct sql *db, int64_t unit_id, struct err *e);
/* Everything of the kinds that the index has nothing of yet: an older file. */
int search_fill(struct sql *db, struct err *e);

/* Things of a kind with ids above *id have no grams yet. They are fewer than SEARCH_GATHER; the
 * write that makes them so many puts all of them into the index. */
enum { SEARCH_GATHER = 64 };
int search_mark(struct sql *db, enum search_kind kind, int64_t *id, struct err *e);

/* Words of the index that say to what a thing belongs; longer than any gram. */
#define SEARCH_IN_PLAN	 "plan%lld"
#define SEARCH_IN_ACTION "action%lld"
#define SEARCH_OF_UNIT	 "unit%lld"
#define SEARCH_NO_PLAN	 "noplan"
#define SEARCH_EVERYONE	 "everyone"

#endif
