/*
 * store_renew.c - a file that another program has written into. Its pages do not have the sums that
 * duban would have put there, so that they count as damaged; whether they are cannot be seen from
 * the sums any more. What can be seen is whether everything else holds together: the structure, the
 * links, both chains, the contents of files. Where it does, the person who answers for the file is
 * told which rows are in question, and may take them as they are. The same where the write-ahead
 * log is damaged: what is left of it may be taken, after a copy of all.
 */
#include "db/store_renew.h"

#include "core/i18n.h"
#include "db/folder.h"
#include "db/store_internal.h"
#include "db/store_verify.h"

#include <stdlib.h>

struct renewing {
	struct store *s;
	struct arena *a;
	struct renewal *r;
	VEC(int64_t) pages; /* ascending */
};

static void take_page(void *to, int64_t number)
{
	struct renewing *v = to;

	*vec_push(v->a, &v->pages) = number;
	v->r->npages++;
}

static int by_number(const void *x, const void *y)
{
	int64_t a = *(const int64_t *)x, b = *(const int64_t *)y;

	return (a > b) - (a < b);
}

static const char *tell_page(struct renewing *v, int64_t number, const char *table)
{
	int64_t least, greatest;

	if (!v->s->db->ops->page_rows(v->s->db, number, &least, &greatest))
		return arena_printf(v->a, _("page %lld: of %s"), (long long)number, table);
	return arena_printf(v->a, _("page %lld: rows %lld to %lld of %s"), (long long)number,
			    (long long)least, (long long)greatest, table);
}

/* What no table and no index uses is on the list of free pages. */
static int tell_pages(struct renewing *v, struct err *e)
{
	static const char text[] = "SELECT pageno, name FROM dbstat ORDER BY pageno";
	size_t n = v->pages.n < RENEWAL_TOLD ? v->pages.n : RENEWAL_TOLD;
	struct sql_stmt *q;
	int got;

	for (size_t i = 0; i < n; i++)
		v->r->at[i] =
			arena_printf(v->a, _("page %lld: in no use"), (long long)v->pages.at[i]);
	if (!n)
		return 0;
	q = sql_query(v->s->db, text, e);
	while ((got = sql_next(q, e)) > 0) {
		int64_t number = sql_take_i64(q);
		int64_t *at = bsearch(&number, v->pages.at, n, sizeof *v->pages.at, by_number);
		if (at)
			v->r->at[at - v->pages.at] = tell_page(v, number, sql_peek(q));
	}
	return got;
}

static int look(struct renewing *v, int64_t schema, const struct progress *p, struct err *e)
{
	struct sql *db = v->s->db;
	struct verify_findings f = {.n = 0};

	v->r->had_sums = db->ops->has_sums(db);
	v->r->log_is_lost = db->ops->log_is_lost(db, &v->r->nlost);
	if (db->ops->check_pages(db, p, _("pages"), take_page, v, e) ||
	    store_verify_rows(v->s, schema, v->a, p, &f, e))
		return -1;
	if (f.n)
		return err_set(e, ERR_FORMAT,
			       _("%s is not whole, nothing was changed: %s; let nobody work with "
				 "it, keep it and restore the last backup (duban restore)"),
			       v->s->path, f.at[0]);
	return tell_pages(v, e);
}

static int log_renewal(const struct renewing *v, const struct actor *who, struct err *e)
{
	const struct log_entry entry = {.act = "file.renew", .object = v->s->path};
	struct change c = {0};
	struct write w;

	change_new_i64(&c, "pages", (int64_t)v->r->npages);
	if (v->r->log_is_lost)
		change_new_i64(&c, "writes lost", v->r->nlost);
	if (write_begin(&w, v->s, who, e)) {
		change_free(&c);
		return -1;
	}
	return write_end(&w, write_log(&w, &entry, &c, e), NULL, e);
}

static int copy_before(struct renewing *v, struct err *e)
{
	char *copy;

	if (v->r->had_sums || v->r->copy)
		return 0;
	if (store_copy_before(v->s->db, v->s->path, "sums", &copy, e))
		return -1;
	v->r->copy = arena_strdup(v->a, copy);
	free(copy);
	return 0;
}

/* The log first: sums that nobody has told of are never there. */
static int renew(struct renewing *v, const struct actor *who, const struct progress *p,
		 struct err *e)
{
	struct sql *db = v->s->db;

	if (copy_before(v, e) || log_renewal(v, who, e) ||
	    db->ops->renew_sums(db, p, _("pages"), e))
		return -1;
	return db->ops->script(db, "PRAGMA journal_mode = WAL", e);
}

static int open_alone(const char *path, struct store **s, int64_t *schema, struct err *e)
{
	*s = NULL;
	if (store_open_alone(path, s, schema, e) == 0)
		return 0;
	if (e->code != ERR_BUSY)
		return -1;
	return err_set(e, ERR_BUSY,
		       _("somebody works with %s; nothing was changed, wait until all have left"),
		       path);
}

/* The file and its log byte by byte: PATH.before-log, or PATH.before-log.2 … */
static int copy_all(struct renewing *v, const char *path, struct err *e)
{
	const char *log = arena_printf(v->a, "%s-wal", path);
	const char *to = arena_printf(v->a, "%s.before-log", path);

	for (int again = 2; folder_copy_file(path, to, e); again++) {
		if (e->code != ERR_EXISTS || again == 100)
			return -1;
		to = arena_printf(v->a, "%s.before-log.%d", path, again);
	}
	v->r->copy = to;
	return folder_copy_file(log, arena_printf(v->a, "%s-wal", to), e);
}

/* A copy cannot be made of a file that this process has open. Meanwhile nobody gets at it: it is
 * refused with this log. */
static int take_rest(struct renewing *v, const char *path, struct err *e)
{
	int64_t schema;

	if (!v->r->log_is_lost)
		return 0;
	store_close(v->s);
	v->s = NULL;
	if (copy_all(v, path, e) || open_alone(path, &v->s, &schema, e))
		return -1;
	v->s->db->ops->take_rest(v->s->db);
	return 0;
}

int store_renew(const char *path, const struct actor *who, const struct renewal_judge *judge,
		const struct progress *p, struct arena *a, struct renewal *r, struct err *e)
{
	struct renewing v = {.a = a, .r = r};
	int64_t schema;

	*r = (struct renewal){.npages = 0};
	if (open_alone(path, &v.s, &schema, e))
		return -1;
	int result = look(&v, schema, p, e);
	if (!result && (r->npages || !r->had_sums || r->log_is_lost)) {
		result = judge->agrees(judge->to, r, e);
		if (!result)
			result = take_rest(&v, path, e);
		if (!result)
			result = renew(&v, who, p, e);
	}
	store_close(v.s);
	return result;
}
