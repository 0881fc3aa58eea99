/* access.h - a row about access, for writes that are more than that row (a session that begins).
 * Nothing outside db/ includes it. */
#ifndef DUBAN_DB_ACCESS_H
#define DUBAN_DB_ACCESS_H

#include "db/store_internal.h"

/* The body of store_access_note(). */
int access_put(struct write *w, enum access_act act, const char *object, struct err *e);

#endif
