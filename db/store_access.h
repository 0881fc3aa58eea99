/*
 * store_access.h - what is told of log-ins, refused acts and exports, besides the changes that the
 * log has: a chain of its own, whose oldest rows go within a month after the office's rule
 * (access.months) no longer keeps them, and those of sessions with them. It says who came to what
 * and when; nothing counts or ranks anybody by it. See store.h.
 */
#ifndef DUBAN_DB_STORE_ACCESS_H
#define DUBAN_DB_STORE_ACCESS_H

#include "db/store.h"

/* One row, in a short transaction of its own. `who` needs no person: with person_id 0 its login is
 * what was given as one. object: "person add", "print units", "key 12"; NULL is none. Does nothing
 * in a file that can only be read. */
int store_access_note(struct store *s, const struct actor *who, enum access_act act,
		      const char *object, struct err *e);

struct access_row {
	int64_t id, at;		    /* UTC */
	const char *login, *person; /* person: the name; "" where nobody has that login */
	const char *remote, *object;
	enum access_act act;
};
struct access_rows {
	struct access_row *at;
	size_t n, cap;
};

/* Newest first, at most `limit`: everybody's where ACT_ACCESS reaches all, else one's own.
 * login (may be NULL): of one person. */
int store_access_list(struct store *s, struct arena *a, const struct actor *who, const char *login,
		      int limit, struct access_rows *rows, struct err *e);

/* Recomputes the chain of what is still kept: 0, or -1 with ERR_FORMAT naming the first row that
 * does not fit. */
int store_access_verify(struct store *s, int64_t *nrows, struct err *e);
/* The time of the oldest row that is kept, 0 when there is none. */
int store_access_since(struct store *s, int64_t *at, struct err *e);

#endif
