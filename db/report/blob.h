/* blob.h - contents in the tables blob and blob_piece: each once, by its SHA-256, in pieces, so
 * that no whole file is in memory. A content never changes and is never taken away. Nothing outside
 * db/ includes it. */
#ifndef DUBAN_DB_BLOB_H
#define DUBAN_DB_BLOB_H

#include "db/log_hash.h"
#include "db/report/store_file.h"
#include "db/store_internal.h"

struct blob {
	int64_t id, nbytes;
	char sha256[HASH_TEXT];
};

/* The hash of what stands in a file from its beginning on; ERR_IO when it has not nbytes. */
int blob_hash_file(int fd, int64_t nbytes, char sha256[HASH_TEXT], struct err *e);
/* Stores it for a unit, within what the office allows; where the same content is there already,
 * gives that. */
int blob_keep(struct write *w, int64_t unit_id, const struct file_new *file, const char *sha256,
	      struct blob *b, struct err *e);
/* Piece after piece. */
int blob_each(struct sql *db, int64_t id, file_take *take, void *to, struct err *e);
/* Whether the pieces are still what was stored: ERR_FORMAT otherwise, saying which file it is. */
int blob_check(struct sql *db, const struct blob *b, struct err *e);

#endif
