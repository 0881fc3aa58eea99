/* SHA-256 of log rows and of texts. Every field goes in with its length before it, so that no two
 * rows have the same bytes. */
#include "db/log_hash.h"

#include <inttypes.h>
#include <nettle/sha2.h>
#include <stdio.h>
#include <string.h>

void hash_text(struct sha256_ctx *h, char out[HASH_TEXT])
{
	static const char digits[] = "0123456789abcdef";
	uint8_t bytes[SHA256_DIGEST_SIZE];

	sha256_digest(h, sizeof bytes, bytes);
	for (size_t i = 0; i < sizeof bytes; i++) {
		*out++ = digits[bytes[i] >> 4];
		*out++ = digits[bytes[i] & 15];
	}
	*out = '\0';
}

static void add_text(struct sha256_ctx *h, const char *s)
{
	char length[24];
	size_t nbytes = strlen(s);
	int n = snprintf(length, sizeof length, "%zu:", nbytes);

	sha256_update(h, (size_t)n, (const uint8_t *)length);
	sha256_update(h, nbytes, (const uint8_t *)s);
}

static void add_i64(struct sha256_ctx *h, int64_t v)
{
	char text[24];

	snprintf(text, sizeof text, "%" PRId64, v);
	add_text(h, text);
}

void log_hash(const char *before, const struct log_fields *row, char out[HASH_TEXT])
{
	const int64_t ids[] = {row->id, row->person_id, row->action_id, row->unit_id};
	const char *const texts[] = {row->at,  row->person, row->post,	 row->remote,
				     row->act, row->object, row->before, row->after};
	struct sha256_ctx h;

	sha256_init(&h);
	add_text(&h, before);
	for (size_t i = 0; i < sizeof ids / sizeof *ids; i++)
		add_i64(&h, ids[i]);
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		add_text(&h, texts[i]);
	hash_text(&h, out);
}

void text_hash(const char *s, char out[HASH_TEXT])
{
	struct sha256_ctx h;

	sha256_init(&h);
	sha256_update(&h, strlen(s), (const uint8_t *)s);
	hash_text(&h, out);
}
