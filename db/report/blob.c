/* Contents in pieces. Every one is hashed from a file before it is stored, and again from its
 * pieces before it is given to anybody. */
#include "db/report/blob.h"

#include "core/i18n.h"
#include "db/cycle/store_policy.h"

#include <errno.h>
#include <nettle/sha2.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { PIECE = 256 * 1024 };

/* Reads a whole piece, or to the end of the file; what there is too little of is an error. */
static int read_piece(int fd, int64_t at, char *piece, size_t nbytes, struct err *e)
{
	size_t have = 0;

	while (have < nbytes) {
		ssize_t n = pread(fd, piece + have, nbytes - have, (off_t)at + (off_t)have);

		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0)
			return err_set(e, ERR_IO,
				       _("the file cannot be read to its end: %s; nothing was "
					 "stored"),
				       strerror(n < 0 ? errno : EIO));
		have += (size_t)n;
	}
	return 0;
}

/* Gives the pieces of a file in their order, with their numbers. */
typedef int piece_take(void *to, int64_t seq, const char *piece, size_t nbytes, struct err *e);

static int each_piece(int fd, int64_t nbytes, piece_take *take, void *to, struct err *e)
{
	char *piece = xmalloc(PIECE);
	int result = 0;

	for (int64_t at = 0, seq = 0; !result && at < nbytes; seq++) {
		size_t n = nbytes - at < PIECE ? (size_t)(nbytes - at) : PIECE;

		result = read_piece(fd, at, piece, n, e) || take(to, seq, piece, n, e) ? -1 : 0;
		at += (int64_t)n;
	}
	free(piece);
	return result;
}

static int hash_file_piece(void *to, int64_t seq, const char *piece, size_t nbytes, struct err *e)
{
	(void)seq;
	(void)e;
	sha256_update(to, nbytes, (const uint8_t *)piece);
	return 0;
}

int blob_hash_file(int fd, int64_t nbytes, char sha256[HASH_TEXT], struct err *e)
{
	struct sha256_ctx h;

	sha256_init(&h);
	if (each_piece(fd, nbytes, hash_file_piece, &h, e))
		return -1;
	hash_text(&h, sha256);
	return 0;
}

struct putting {
	struct write *w;
	int64_t blob_id;
};

static int put_piece(void *to, int64_t seq, const char *piece, size_t nbytes, struct err *e)
{
	static const char text[] =
		"INSERT INTO blob_piece (blob_id, seq, bytes) VALUES (?1, ?2, ?3)";
	const struct putting *p = to;

	return sql_run(p->w->db, text, e, sql_i64(p->blob_id), sql_i64(seq),
		       sql_blob(piece, nbytes));
}

static int blob_put(struct write *w, const struct file_new *file, const char *sha256,
		    struct blob *b, struct err *e)
{
	static const char find[] = "SELECT id FROM blob WHERE sha256 = ?1";
	static const char insert[] = "INSERT INTO blob (sha256, nbytes, type, added_at) "
				     "VALUES (?1, ?2, ?3, ?4) RETURNING id";
	struct putting p = {.w = w};
	int got = sql_get(w->db, find, &b->id, e, sql_text(sha256));

	b->nbytes = file->nbytes;
	memcpy(b->sha256, sha256, HASH_TEXT);
	if (got)
		return got < 0 ? -1 : 0;
	if (write_insert(w, insert, &b->id, e, sql_text(sha256), sql_i64(file->nbytes),
			 sql_text(file->type), sql_time(w->now)))
		return -1;
	p.blob_id = b->id;
	return each_piece(file->fd, file->nbytes, put_piece, &p, e);
}

/* Bytes of the unit's files, each once; *has: this content is among them. */
static int count_used(struct write *w, int64_t unit_id, const char *sha256, int64_t *used,
		      bool *has, struct err *e)
{
	static const char text[] =
		"SELECT coalesce(sum(b.nbytes), 0), coalesce(max(b.sha256 = ?2), 0) FROM blob b "
		"WHERE b.id IN (SELECT v.blob_id FROM evidence v WHERE v.unit_id = ?1 "
		"AND v.blob_id IS NOT NULL)";
	struct sql_stmt *q = sql_query(w->db, text, e, sql_i64(unit_id), sql_text(sha256));

	if (sql_next(q, e) <= 0)
		return -1;
	*used = sql_take_i64(q);
	*has = sql_take_bool(q);
	sql_end(q);
	return 0;
}

int blob_keep(struct write *w, int64_t unit_id, const struct file_new *file, const char *sha256,
	      struct blob *b, struct err *e)
{
	struct policy policy;
	struct file_limits limits;
	int64_t used;
	bool has;

	if (store_policy_load(w->s, &w->arena, &policy, e) ||
	    count_used(w, unit_id, sha256, &used, &has, e))
		return -1;
	limits = policy_files(&policy);
	if (file_check_size(&limits, has ? 0 : used, file->nbytes, e) ||
	    file_check_type(&limits, file->type, e))
		return -1;
	return blob_put(w, file, sha256, b, e);
}

/* One piece; 1, 0 when there is none, -1. The caller frees it. */
static int get_piece(struct sql *db, int64_t id, int64_t seq, char **piece, size_t *nbytes,
		     struct err *e)
{
	static const char text[] = "SELECT bytes FROM blob_piece WHERE blob_id = ?1 AND seq = ?2";
	struct sql_stmt *q = sql_query(db, text, e, sql_i64(id), sql_i64(seq));
	const void *bytes;
	int got = sql_next(q, e);

	if (got <= 0)
		return got;
	bytes = sql_peek_blob(q, nbytes);
	*piece = xmalloc(*nbytes + 1);
	memcpy(*piece, bytes, *nbytes);
	sql_end(q);
	return 1;
}

/* Each piece is a statement of its own, at its end before the piece is handed on: a reader who
 * takes long, or stands still, holds up nobody. */
int blob_each(struct sql *db, int64_t id, file_take *take, void *to, struct err *e)
{
	int got = 1, result = 0;

	for (int64_t seq = 0; !result && got > 0; seq++) {
		char *piece;
		size_t nbytes;

		got = get_piece(db, id, seq, &piece, &nbytes, e);
		if (got > 0) {
			result = take(to, piece, nbytes, e);
			free(piece);
		}
	}
	return got < 0 || result ? -1 : 0;
}

struct checking {
	struct sha256_ctx hash;
	int64_t nbytes;
};

static int check_piece(void *to, const void *bytes, size_t nbytes, struct err *e)
{
	struct checking *c = to;

	(void)e;
	sha256_update(&c->hash, nbytes, bytes);
	c->nbytes += (int64_t)nbytes;
	return 0;
}

int blob_check(struct sql *db, const struct blob *b, struct err *e)
{
	struct checking c = {.nbytes = 0};
	char sha256[HASH_TEXT];

	sha256_init(&c.hash);
	if (blob_each(db, b->id, check_piece, &c, e))
		return -1;
	hash_text(&c.hash, sha256);
	if (c.nbytes == b->nbytes && strcmp(sha256, b->sha256) == 0)
		return 0;
	return err_set(
		e, ERR_FORMAT,
		_("the content of file %lld is damaged: it does not have the SHA-256 %s with "
		  "which it was stored; the administrator can restore it from a backup"),
		(long long)b->id, b->sha256);
}
