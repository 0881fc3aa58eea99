/*
 * shut.h - what was taken from people in a file that a backup replaces: keys that were revoked,
 * persons who are not let in, posts that have ended. A backup of an earlier day knows nothing of
 * it, so that it is read from the one file and written into the other. Nothing outside db/ includes
 * it.
 */
#ifndef DUBAN_DB_SHUT_H
#define DUBAN_DB_SHUT_H

#include "db/store_backup.h"
#include "db/store_internal.h"

struct shut_key {
	const char *fingerprint, *by_login, *by, *reason;
	int64_t at; /* UTC */
};
struct shut_person {
	const char *login, *by;
	int64_t at; /* UTC, 0: the log does not tell */
};
struct shut_post {
	const char *login, *role;
	int64_t unit_id, since_at;
};

struct shut {
	bool is_known; /* all of it could be read */
	VEC(struct shut_key) keys;
	VEC(struct shut_person) people;
	VEC(struct shut_post) posts;
};

/* What can be read of it. Rows are in the arena. */
void shut_read(struct sql *db, const char *path, struct arena *a, struct shut *old);
/* Revokes and shuts out in the file of w what is live there, with rows in its log, and finds the
 * posts that are in force there. The last administrator is let in. Fills all of *done but its
 * name; its rows are in the arena. */
int shut_write(struct write *w, const struct shut *old, struct arena *a, struct restored *done,
	       struct err *e);

#endif
