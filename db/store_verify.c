/*
 * store_verify.c - proves a file part by part. A part that finds something, or that cannot be read
 * to its end, does not keep the others from being looked at. All parts see the file as it was at
 * one moment.
 */
#include "db/store_verify.h"

#include "core/i18n.h"
#include "db/log_hash.h"
#include "db/store_access.h"
#include "db/store_internal.h"
#include "db/store_log.h"

#include <nettle/sha2.h>
#include <string.h>

struct verify {
	struct store *s;
	struct arena *a;
	const struct progress *progress;
	struct verify_findings *f;
};

static void find(struct verify *v, const char *sentence)
{
	struct verify_findings *f = v->f;
	size_t kept = f->n < VERIFY_FINDINGS ? f->n : VERIFY_FINDINGS;

	for (size_t i = 0; i < kept; i++)
		if (strcmp(f->at[i], sentence) == 0)
			return;
	if (f->n < VERIFY_FINDINGS)
		f->at[f->n] = arena_strdup(v->a, sentence);
	f->n++;
}

static void find_page(void *to, int64_t number)
{
	struct verify *v = to;

	v->f->npages++;
	find(v, arena_printf(v->a,
			     _("page %lld is not what was written: bytes of it have changed on "
			       "the disk"),
			     (long long)number));
}

static int check_fit(struct verify *v, struct err *e)
{
	static const char text[] = "PRAGMA integrity_check(20)";
	struct sql_stmt *q = sql_query(v->s->db, text, e);
	int got;

	while ((got = sql_next(q, e)) > 0) {
		const char *said = sql_peek(q);
		if (strcmp(said, "ok") != 0)
			find(v, arena_printf(v->a, _("the file does not fit together: %s"), said));
	}
	return got;
}

static int check_links(struct verify *v, struct err *e)
{
	static const char text[] = "SELECT \"table\", rowid, parent FROM pragma_foreign_key_check";
	struct sql_stmt *q = sql_query(v->s->db, text, e);
	int got;

	while ((got = sql_next(q, e)) > 0) {
		const char *table = sql_take_text(q, v->a);
		long long row = sql_take_i64(q);
		find(v, arena_printf(v->a, _("row %lld of %s names a row of %s that is not there"),
				     row, table, sql_peek(q)));
	}
	return got;
}

static int check_log(struct verify *v, struct err *e)
{
	int64_t nrows;

	return store_log_verify(v->s, &nrows, e);
}

static int check_access(struct verify *v, struct err *e)
{
	int64_t nrows;

	return store_access_verify(v->s, &nrows, e);
}

/* The pieces of one content against what it was when it was put in. */
static int check_content(struct verify *v, int64_t id, int64_t nbytes, const char *sha256,
			 bool *same, struct err *e)
{
	static const char text[] = "SELECT bytes FROM blob_piece WHERE blob_id = ?1 ORDER BY seq";
	struct sql_stmt *q = sql_query(v->s->db, text, e, sql_i64(id));
	struct sha256_ctx h;
	char hash[HASH_TEXT];
	int64_t sum = 0;
	int got;

	sha256_init(&h);
	while ((got = sql_next(q, e)) > 0) {
		size_t n;
		const void *bytes = sql_peek_blob(q, &n);
		sha256_update(&h, n, bytes);
		sum += (int64_t)n;
	}
	hash_text(&h, hash);
	*same = sum == nbytes && strcmp(hash, sha256) == 0;
	return got;
}

static int check_files(struct verify *v, struct err *e)
{
	static const char text[] =
		"SELECT b.id, b.nbytes, b.sha256, coalesce((SELECT min(x.id) FROM evidence x "
		"WHERE x.blob_id = b.id), 0), (SELECT sum(nbytes) FROM blob) "
		"FROM blob b ORDER BY b.id";
	struct sql_stmt *q = sql_query(v->s->db, text, e);
	int64_t done = 0;
	int got;

	while ((got = sql_next(q, e)) > 0) {
		int64_t id = sql_take_i64(q), nbytes = sql_take_i64(q);
		const char *sha256 = sql_take_text(q, v->a);
		long long evidence = sql_take_i64(q);
		bool same;

		progress_step(v->progress, _("files"), done, sql_take_i64(q));
		if (check_content(v, id, nbytes, sha256, &same, e)) {
			sql_end(q);
			return -1;
		}
		if (!same)
			find(v, arena_printf(v->a,
					     _("the file of evidence %lld is not what was handed "
					       "in: its content has changed"),
					     evidence));
		done += nbytes;
	}
	return got;
}

enum kind { KIND_CHAIN = 1, KIND_OTHER = 2 };

static const struct {
	const char *name;
	int (*check)(struct verify *v, struct err *e);
	int since; /* the schema that has it */
	enum kind kind;
} parts[] = {
	{N_("how pages fit"), check_fit, 1, KIND_OTHER},
	{N_("links between rows"), check_links, 1, KIND_OTHER},
	{N_("log"), check_log, 1, KIND_CHAIN},
	{N_("access"), check_access, 7, KIND_CHAIN},
	{N_("files"), check_files, 7, KIND_OTHER},
};

/* 0, or -1 where it is the lock that is missing. */
static int check_part(struct verify *v, size_t i, struct err *e)
{
	struct err found = ERR_INIT;

	progress_step(v->progress, _(parts[i].name), 0, 0);
	if (parts[i].check(v, &found) == 0)
		return 0;
	if (found.code == ERR_BUSY) {
		*e = found;
		return -1;
	}
	find(v, found.text);
	return 0;
}

static int check_parts(struct verify *v, int64_t schema, unsigned kinds, struct err *e)
{
	const struct sql_ops *ops = v->s->db->ops;
	int result = 0;

	if (ops->begin(v->s->db, false, e))
		return -1;
	for (size_t i = 0; !result && i < sizeof parts / sizeof *parts; i++)
		if (schema >= parts[i].since && (parts[i].kind & kinds))
			result = check_part(v, i, e);
	ops->rollback(v->s->db);
	return result;
}

int store_verify_rows(struct store *s, int64_t schema, struct arena *a, const struct progress *p,
		      struct verify_findings *f, struct err *e)
{
	struct verify v = {.s = s, .a = a, .progress = p, .f = f};

	return check_parts(&v, schema, KIND_CHAIN | KIND_OTHER, e);
}

static int verify(struct store *s, int64_t schema, struct arena *a, const struct progress *p,
		  struct verify_findings *f, struct err *e)
{
	struct verify v = {.s = s, .a = a, .f = f};

	if (s->db->ops->check_pages(s->db, p, _("pages"), find_page, &v, e))
		return -1;
	return store_verify_rows(s, schema, a, p, f, e);
}

int store_verify(struct store *s, struct arena *a, const struct progress *p,
		 struct verify_findings *f, struct err *e)
{
	*f = (struct verify_findings){.n = 0};
	return verify(s, INT64_MAX, a, p, f, e);
}

/* Whatever its pages are. v->s is NULL where the file cannot be opened, and that is a finding. */
static int open_look(struct verify *v, const char *path, int64_t *schema, struct err *e)
{
	if (store_open_look(path, &v->s, schema, e) == 0)
		return 0;
	v->s = NULL;
	if (e->code != ERR_FORMAT && e->code != ERR_BUG)
		return -1;
	find(v, e->text);
	return 0;
}

int store_verify_file(const char *path, struct arena *a, const struct progress *p,
		      struct verify_findings *f, struct err *e)
{
	struct verify v = {.a = a, .f = f};
	int64_t schema;

	*f = (struct verify_findings){.n = 0};
	if (open_look(&v, path, &schema, e))
		return -1;
	int result = v.s ? verify(v.s, schema, a, p, f, e) : 0;
	store_close(v.s);
	return result;
}

int store_verify_chains(const char *path, struct arena *a, struct verify_findings *f, struct err *e)
{
	struct verify v = {.a = a, .f = f};
	int64_t schema;

	*f = (struct verify_findings){.n = 0};
	if (open_look(&v, path, &schema, e))
		return -1;
	int result = v.s ? check_parts(&v, schema, KIND_CHAIN, e) : 0;
	store_close(v.s);
	return result;
}
