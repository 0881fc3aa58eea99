/* Sums for a file as it is: written anew where they do not fit, or put into a file that was made
 * without room for them. And which rows a page holds, so that a person can be told what is taken as
 * it is. */
#include "db/sql_sqlite.h"

#include "db/page_sum.h"

#include <stdlib.h>

/* As SQLite's description of its file format has them. */
enum { MOST_PAGE = 65536, HEADER_BYTES = 100, LEAF_OF_TABLE = 0x0D, AT_NCELLS = 3, AT_CELLS = 8 };

enum { ALONE_MS = 1000 };

void sqlite_pages_reserve(sqlite3 *db)
{
	int nbytes = PAGE_SUM_BYTES;

	sqlite3_file_control(db, "main", SQLITE_FCNTL_RESERVE_BYTES, &nbytes);
}

/* Only outside of WAL can the layout of a file change, and only while nobody else has it. */
static int make_room(struct sqlite_db *db, struct err *e)
{
	int result = sqlite_run(db, "PRAGMA journal_mode = DELETE", e);

	if (!result) {
		sqlite_pages_reserve(db->at);
		result = sqlite_run(
			db, "PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; COMMIT; VACUUM", e);
	}
	/* the lock goes with the first read */
	sqlite3_exec(db->at,
		     "PRAGMA locking_mode = NORMAL; SELECT count(*) FROM sqlite_schema;"
		     "PRAGMA journal_mode = WAL",
		     NULL, NULL, NULL);
	return result;
}

struct renewing {
	struct sqlite_db *db;
	unsigned char *page;
	int rc;
};

static void renew_page(void *to, int64_t number)
{
	struct renewing *r = to;

	if (r->rc == SQLITE_OK)
		r->rc = sqlite_pages_put_sum(r->db, number, r->page);
}

static int sync_file(struct sqlite_db *db)
{
	sqlite3_file *f = NULL;

	sqlite3_file_control(db->at, "main", SQLITE_FCNTL_FILE_POINTER, &f);
	return f->pMethods->xSync(f, SQLITE_SYNC_NORMAL);
}

static int renew_pages(struct sqlite_db *db, const struct progress *p, const char *what,
		       struct err *e)
{
	struct renewing r = {.db = db, .page = xmalloc(MOST_PAGE)};
	int result = sqlite_pages_check(&db->base, p, what, renew_page, &r, e);

	free(r.page);
	if (r.rc == SQLITE_OK)
		r.rc = sync_file(db);
	return !result && r.rc != SQLITE_OK ? sqlite_refused(db, r.rc, e) : result;
}

int sqlite_renew_sums(struct sql *sql, const struct progress *p, const char *what, struct err *e)
{
	struct sqlite_db *db = (struct sqlite_db *)sql;
	int wait_ms = db->wait.most_ms;

	if (sqlite_pages_have_sums(sql))
		return renew_pages(db, p, what, e);
	progress_step(p, what, 0, 0);
	db->wait.most_ms = ALONE_MS;
	int result = make_room(db, e);
	db->wait.most_ms = wait_ms;
	return result;
}

static unsigned two_bytes(const unsigned char *s)
{
	return (unsigned)s[0] << 8 | s[1];
}

/* Seven bits a byte, the highest first; the ninth byte has eight. */
static int take_number(const unsigned char *s, const unsigned char *end, int64_t *v)
{
	uint64_t n = 0;

	for (int i = 0; i < 9 && s + i < end; i++) {
		n = i == 8 ? n << 8 | s[i] : n << 7 | (s[i] & 0x7F);
		if (i == 8 || !(s[i] & 0x80)) {
			*v = (int64_t)n;
			return i + 1;
		}
	}
	return 0;
}

/* A cell begins with the bytes of the row, then its id. */
static bool take_row(const unsigned char *page, int nbytes, const unsigned char *cell, int64_t *id)
{
	unsigned at = two_bytes(cell);
	int64_t ignored;

	if (at >= (unsigned)nbytes)
		return false;
	int n = take_number(page + at, page + nbytes, &ignored);
	return n && take_number(page + at + n, page + nbytes, id);
}

static bool find_rows(const unsigned char *page, int nbytes, int at, int64_t *least,
		      int64_t *greatest)
{
	int ncells = (int)two_bytes(page + at + AT_NCELLS);

	if (page[at] != LEAF_OF_TABLE || !ncells || at + AT_CELLS + 2 * ncells > nbytes)
		return false;
	const unsigned char *cells = page + at + AT_CELLS;
	return take_row(page, nbytes, cells, least) &&
	       take_row(page, nbytes, cells + 2 * (ncells - 1), greatest);
}

bool sqlite_page_rows(struct sql *sql, int64_t number, int64_t *least, int64_t *greatest)
{
	unsigned char *page = xmalloc(MOST_PAGE);
	int nbytes = sqlite_pages_get((struct sqlite_db *)sql, number, page);
	bool has =
		nbytes && find_rows(page, nbytes, number == 1 ? HEADER_BYTES : 0, least, greatest);

	free(page);
	return has;
}
