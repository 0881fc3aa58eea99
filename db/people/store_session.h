/*
 * store_session.h - who has the terminal interface open, and when somebody last logged in. A
 * session belongs to a process; one that was killed does not count. Those that have ended go by the
 * rule of store_access.h, all but the last of each person and key. See store.h.
 */
#ifndef DUBAN_DB_STORE_SESSION_H
#define DUBAN_DB_STORE_SESSION_H

#include "db/store.h"

#include <stddef.h>

struct session_row {
	int64_t id;
	const char *remote;	 /* address, "" on the server itself */
	const char *fingerprint; /* of the key, "" without one */
	int64_t began_at;	 /* UTC */
};
struct session_rows {
	struct session_row *at;
	size_t n, cap;
};

struct log_in {
	int64_t at;	    /* UTC, 0: there was none */
	const char *remote; /* as above */
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
/* The person's last log-in so far: one to the interface, or one for a verb over SSH. */
int store_session_last(struct store *s, struct arena *a, const struct actor *who,
		       struct log_in *last, struct err *e);

#endif
