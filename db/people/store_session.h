/*
 * store_session.h - who has the terminal interface open, and when somebody last had. A session
 * belongs to a process; one that was killed does not count. See store.h.
 */
#ifndef DUBAN_DB_STORE_SESSION_H
#define DUBAN_DB_STORE_SESSION_H

#include "db/store.h"

#include <stddef.h>

struct session_row {
	int64_t id;
	const char *remote;	    /* address, "" on the server itself */
	const char *fingerprint;    /* of the key, "" without one */
	int64_t began_at, ended_at; /* UTC, 0: not ended */
};
struct session_rows {
	struct session_row *at;
	size_t n, cap;
};

/*
 * A session of `who` begins. `process` names the process for good; is_alive() says of the name of
 * another whether it still runs: sessions of those that do not have ended. ERR_STATE when the
 * person has `limit` others (0: as many as wanted). *id is 0 in a file that can only be read.
 */
int store_session_begin(struct store *s, const struct actor *who, const char *process, int limit,
			bool (*is_alive)(const char *process), int64_t *id, struct err *e);
/* Also for somebody who may not act any more. */
int store_session_end(struct store *s, int64_t id, struct moment now, struct err *e);

/* Those of the person of `who` that have not ended, newest first. */
int store_session_list(struct store *s, struct arena *a, const struct actor *who,
		       struct session_rows *rows, struct err *e);
/* The last one of the person that began before the one that is `id` (0: of all). 1, 0 when there is
 * none, -1 and *e. */
int store_session_before(struct store *s, struct arena *a, const struct actor *who, int64_t id,
			 struct session_row *row, struct err *e);

#endif
