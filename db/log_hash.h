/* log_hash.h - the chain of the log: the hash of a row covers its fields and the hash before it, so
 * that a row changed, taken out or put in later shows. */
#ifndef DUBAN_DB_LOG_HASH_H
#define DUBAN_DB_LOG_HASH_H

#include <stdint.h>

#define HASH_TEXT 65 /* SHA-256 in hexadecimal and the zero byte */

struct log_fields {
	int64_t id, person_id, action_id, unit_id; /* 0: null */
	const char *at, *person, *post, *remote, *act, *object, *before, *after;
};

/* `before` is the hash of the row before, "" for the first. */
void log_hash(const char *before, const struct log_fields *row, char out[HASH_TEXT]);
/* What a running SHA-256 (nettle/sha2.h) comes to. */
struct sha256_ctx;
void hash_text(struct sha256_ctx *h, char out[HASH_TEXT]);
/* SHA-256 of a text. */
void text_hash(const char *s, char out[HASH_TEXT]);

#endif
