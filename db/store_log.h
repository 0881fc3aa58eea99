/* store_log.h - the log: who, when, what, before, after, chained by SHA-256. Written by the store
 * with every change; here it is only read. See store.h. */
#ifndef DUBAN_DB_STORE_LOG_H
#define DUBAN_DB_STORE_LOG_H

#include "core/plan/document.h"
#include "db/store.h"

struct log_filter {
	int64_t before_id; /* rows with a smaller id; 0: from the newest */
	int64_t action_id; /* history of one action and what hangs on it; 0: all */
	const char *login; /* of one person, or NULL */
};
/* Newest first, at most `limit`. What a draft said is told to its unit alone. */
int store_log_list(struct store *s, struct arena *a, const struct actor *who,
		   const struct log_filter *f, int limit, struct log_rows *rows, struct err *e);
/* Recomputes the chain: 0, or -1 with ERR_FORMAT naming the first row that does not fit. */
int store_log_verify(struct store *s, int64_t *nrows, struct err *e);
/* The hash of a row (0: of the newest), which proves all rows up to it. ERR_NOT_FOUND. */
int store_log_hash(struct store *s, struct arena *a, int64_t *row, const char **hash,
		   struct err *e);
/* Ends a document that leaves the file with the newest row and the beginning of its hash, so that
 * the paper proves what was in the log. */
int store_log_stamp(struct store *s, struct arena *a, struct document *d, struct err *e);

#endif
