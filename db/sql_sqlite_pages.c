/*
 * Every page of a file ends in a sum over its bytes and its number. The sum is put there when the
 * page goes to the disk and compared when it comes from there: a byte that has changed in between
 * is told, and never taken for what somebody has entered. This is a layer (a "VFS") between SQLite
 * and the files of the system. It knows by the header of a file whether it has room for sums; what
 * has none passes through untouched, and so do the logs beside a file, which have sums of their
 * own.
 */
#include "db/sql_sqlite.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

enum {
	SUM_BYTES = 8,
	LEAST_PAGE = 512,
	MOST_PAGE = 65536,
	HEADER_BYTES = 100, /* read without a lock when a file is opened: may be half written */
	AT_PAGE_SIZE = 16,
	AT_RESERVED = 20,
	LOCK_BYTE = 0x40000000, /* its page is never written */
	OP_LAYOUT = 0x64756261	/* sqlite3_file_control(): gives and takes a struct layout */
};

/* How the pages of a file are laid out. */
struct layout {
	bool sets; /* for OP_LAYOUT: is to be so from now on */
	int page_bytes;
	bool has_sums;
	bool alone;
	bool trusts; /* gives pages whose sums do not fit all the same */
};

/* As SQLite sees it; the file of the system lies behind it. */
struct page_file {
	sqlite3_file base;
	struct layout layout;
	unsigned char *page; /* room for one */
};

static sqlite3_vfs *below;

static sqlite3_file *real_of(sqlite3_file *f)
{
	return (sqlite3_file *)((struct page_file *)f + 1);
}

/* Sums that grow with each other: the order of the words counts. */
static void make_sum(const unsigned char *page, int nbytes, int64_t number,
		     unsigned char out[SUM_BYTES])
{
	uint32_t a = (uint32_t)number, b = (uint32_t)(number >> 32) + 1, words[2];

	for (int i = 0; i < nbytes - SUM_BYTES; i += SUM_BYTES) {
		for (int w = 0; w < 2; w++) {
			const unsigned char *s = page + i + 4 * w;
			words[w] = (uint32_t)s[0] | (uint32_t)s[1] << 8 | (uint32_t)s[2] << 16 |
				   (uint32_t)s[3] << 24;
		}
		a += words[0] + b;
		b += words[1] + a;
	}
	for (int i = 0; i < 4; i++) {
		out[i] = (unsigned char)(a >> (8 * i));
		out[4 + i] = (unsigned char)(b >> (8 * i));
	}
}

/* A page that SQLite took and never wrote is all zeroes. */
static bool is_blank(const unsigned char *page, int nbytes)
{
	return page[0] == 0 && memcmp(page, page + 1, (size_t)nbytes - 1) == 0;
}

static bool fits(const unsigned char *page, int nbytes, int64_t at)
{
	unsigned char sum[SUM_BYTES];

	make_sum(page, nbytes, at / nbytes, sum);
	return memcmp(page + nbytes - SUM_BYTES, sum, SUM_BYTES) == 0 || is_blank(page, nbytes);
}

static void learn(struct layout *l, const unsigned char *header)
{
	int page_bytes = header[AT_PAGE_SIZE] << 8 | header[AT_PAGE_SIZE + 1];

	if (memcmp(header, "SQLite format 3", 16) != 0)
		return;
	l->page_bytes = page_bytes == 1 ? MOST_PAGE : page_bytes;
	l->has_sums = header[AT_RESERVED] == SUM_BYTES && l->page_bytes >= LEAST_PAGE;
}

static bool is_page(const struct layout *l, int nbytes, int64_t at)
{
	return nbytes == l->page_bytes && at % nbytes == 0;
}

static int read_page(sqlite3_file *f, unsigned char *to, int nbytes, int64_t at)
{
	sqlite3_file *real = real_of(f);
	int rc = real->pMethods->xRead(real, to, nbytes, at);

	if (rc != SQLITE_OK && rc != SQLITE_IOERR_SHORT_READ)
		return rc;
	return fits(to, nbytes, at) ? rc : SQLITE_IOERR_DATA;
}

/* Of a long row SQLite may read a page without its end. */
static int read_part(struct page_file *p, void *to, int nbytes, int64_t at)
{
	int64_t from = at - at % p->layout.page_bytes;
	int rc = read_page(&p->base, p->page, p->layout.page_bytes, from);

	memcpy(to, p->page + (at - from), (size_t)nbytes);
	return rc;
}

static int read_compared(sqlite3_file *f, void *to, int nbytes, sqlite3_int64 at)
{
	struct page_file *p = (struct page_file *)f;
	const struct layout *l = &p->layout;
	sqlite3_file *real = real_of(f);

	if (at == 0 && nbytes > HEADER_BYTES && l->has_sums && is_page(l, nbytes, at))
		return read_page(f, to, nbytes, at);
	if (at + nbytes > HEADER_BYTES && l->has_sums) {
		if (is_page(l, nbytes, at))
			return read_page(f, to, nbytes, at);
		if (at % l->page_bytes + nbytes <= l->page_bytes)
			return read_part(p, to, nbytes, at);
	}
	int rc = real->pMethods->xRead(real, to, nbytes, at);
	if (rc == SQLITE_OK && at == 0 && nbytes >= HEADER_BYTES)
		learn(&p->layout, to);
	return rc;
}

static int file_read(sqlite3_file *f, void *to, int nbytes, sqlite3_int64 at)
{
	int rc = read_compared(f, to, nbytes, at);

	return rc == SQLITE_IOERR_DATA && ((struct page_file *)f)->layout.trusts ? SQLITE_OK : rc;
}

static int file_write(sqlite3_file *f, const void *from, int nbytes, sqlite3_int64 at)
{
	struct page_file *p = (struct page_file *)f;
	sqlite3_file *real = real_of(f);

	if (at == 0 && nbytes >= HEADER_BYTES)
		learn(&p->layout, from);
	if (p->layout.has_sums && is_page(&p->layout, nbytes, at)) {
		memcpy(p->page, from, (size_t)nbytes);
		make_sum(p->page, nbytes, at / nbytes, p->page + nbytes - SUM_BYTES);
		from = p->page;
	}
	return real->pMethods->xWrite(real, from, nbytes, at);
}

static int file_close(sqlite3_file *f)
{
	sqlite3_file *real = real_of(f);

	free(((struct page_file *)f)->page);
	return real->pMethods->xClose(real);
}

static int file_control(sqlite3_file *f, int op, void *arg)
{
	struct page_file *p = (struct page_file *)f;
	sqlite3_file *real = real_of(f);
	struct layout *l = arg;

	if (op != OP_LAYOUT)
		return real->pMethods->xFileControl(real, op, arg);
	if (l->sets)
		p->layout = *l;
	else
		*l = p->layout;
	return SQLITE_OK;
}

/* The rest goes to the file of the system as it is. */
#define PASS(name, method, params, ...)                                                            \
	static int name params                                                                     \
	{                                                                                          \
		sqlite3_file *real = real_of(f);                                                   \
		return real->pMethods->method(real, ##__VA_ARGS__);                                \
	}
PASS(file_truncate, xTruncate, (sqlite3_file * f, sqlite3_int64 size), size)
PASS(file_sync, xSync, (sqlite3_file * f, int flags), flags)
PASS(file_size, xFileSize, (sqlite3_file * f, sqlite3_int64 *size), size)
PASS(file_lock, xLock, (sqlite3_file * f, int lock), lock)
PASS(file_unlock, xUnlock, (sqlite3_file * f, int lock), lock)
PASS(file_reserved, xCheckReservedLock, (sqlite3_file * f, int *is), is)
PASS(file_sector, xSectorSize, (sqlite3_file * f))
PASS(file_device, xDeviceCharacteristics, (sqlite3_file * f))
PASS(file_shm_map, xShmMap, (sqlite3_file * f, int i, int n, int extend, void volatile **at), i, n,
     extend, at)
PASS(file_shm_lock, xShmLock, (sqlite3_file * f, int at, int n, int flags), at, n, flags)
PASS(file_shm_unmap, xShmUnmap, (sqlite3_file * f, int is_deleted), is_deleted)

static void file_shm_barrier(sqlite3_file *f)
{
	sqlite3_file *real = real_of(f);

	real->pMethods->xShmBarrier(real);
}

/* Version 2: pages are never mapped into memory past file_read(). */
static const sqlite3_io_methods methods = {
	.iVersion = 2,
	.xClose = file_close,
	.xRead = file_read,
	.xWrite = file_write,
	.xTruncate = file_truncate,
	.xSync = file_sync,
	.xFileSize = file_size,
	.xLock = file_lock,
	.xUnlock = file_unlock,
	.xCheckReservedLock = file_reserved,
	.xFileControl = file_control,
	.xSectorSize = file_sector,
	.xDeviceCharacteristics = file_device,
	.xShmMap = file_shm_map,
	.xShmLock = file_shm_lock,
	.xShmBarrier = file_shm_barrier,
	.xShmUnmap = file_shm_unmap,
};

static int vfs_open(sqlite3_vfs *v, sqlite3_filename name, sqlite3_file *f, int flags, int *out)
{
	struct page_file *p = (struct page_file *)f;

	(void)v;
	if (!(flags & SQLITE_OPEN_MAIN_DB))
		return below->xOpen(below, name, f, flags, out);
	*p = (struct page_file){.base = {NULL}};
	int rc = below->xOpen(below, name, real_of(f), flags, out);
	if (rc != SQLITE_OK)
		return rc;
	p->page = xmalloc(MOST_PAGE);
	p->base.pMethods = &methods;
	return SQLITE_OK;
}

const char *sqlite_pages(void)
{
	static const char name[] = "duban";
	static sqlite3_vfs vfs;

	if (below)
		return name;
	below = sqlite3_vfs_find(NULL);
	vfs = *below;
	vfs.zName = name;
	vfs.xOpen = vfs_open;
	vfs.szOsFile += (int)sizeof(struct page_file);
	sqlite3_vfs_register(&vfs, 0);
	return name;
}

void sqlite_pages_reserve(sqlite3 *db)
{
	int nbytes = SUM_BYTES;

	sqlite3_file_control(db, "main", SQLITE_FCNTL_RESERVE_BYTES, &nbytes);
}

void sqlite_pages_like(sqlite3 *to, sqlite3 *from)
{
	struct layout l = {.sets = false};

	sqlite3_file_control(from, "main", OP_LAYOUT, &l);
	l.sets = true;
	sqlite3_file_control(to, "main", OP_LAYOUT, &l);
}

void sqlite_pages_trust(sqlite3 *db, bool alone)
{
	struct layout l = {.sets = false};

	sqlite3_file_control(db, "main", OP_LAYOUT, &l);
	l.sets = l.trusts = true;
	l.alone = alone;
	sqlite3_file_control(db, "main", OP_LAYOUT, &l);
}

/* Another process may just be writing the page, unless one is alone. */
static bool is_whole(sqlite3_file *f, unsigned char *page, int nbytes, int64_t at)
{
	const struct timespec moment = {.tv_nsec = 2000000};
	int most = ((struct page_file *)f)->layout.alone ? 1 : 5;

	for (int tries = 0; tries < most; tries++) {
		if (read_compared(f, page, nbytes, at) != SQLITE_IOERR_DATA)
			return true;
		nanosleep(&moment, NULL);
	}
	return false;
}

/* The file itself behind a connection. */
static sqlite3_file *file_of(struct sqlite_db *db, struct layout *l)
{
	sqlite3_file *f = NULL;

	*l = (struct layout){.sets = false};
	sqlite3_file_control(db->at, "main", SQLITE_FCNTL_FILE_POINTER, &f);
	return f && sqlite3_file_control(db->at, "main", OP_LAYOUT, l) == SQLITE_OK ? f : NULL;
}

bool sqlite_pages_have_sums(struct sql *sql)
{
	struct layout l;

	return file_of((struct sqlite_db *)sql, &l) && l.has_sums;
}

int sqlite_pages_get(struct sqlite_db *db, int64_t number, unsigned char *page)
{
	struct layout l;
	sqlite3_file *f = file_of(db, &l);

	if (!f || file_read(f, page, l.page_bytes, (number - 1) * l.page_bytes) != SQLITE_OK)
		return 0;
	return l.page_bytes;
}

int sqlite_pages_check(struct sql *sql, const struct progress *p, const char *what,
		       void (*bad)(void *to, int64_t number), void *to, struct err *e)
{
	struct sqlite_db *db = (struct sqlite_db *)sql;
	struct layout l;
	sqlite3_int64 size;

	sqlite3_wal_checkpoint_v2(db->at, NULL, SQLITE_CHECKPOINT_PASSIVE, NULL, NULL);
	sqlite3_file *f = file_of(db, &l);
	if (!f || !l.has_sums)
		return 0;
	if (file_size(f, &size) != SQLITE_OK)
		return sqlite_refused(db, SQLITE_IOERR_FSTAT, e);
	unsigned char *page = xmalloc((size_t)l.page_bytes);
	for (int64_t at = 0; at < size; at += l.page_bytes) {
		progress_step(p, what, at, size);
		if (at != LOCK_BYTE && !is_whole(f, page, l.page_bytes, at))
			bad(to, at / l.page_bytes + 1);
	}
	free(page);
	return 0;
}

struct renewing {
	struct sqlite_db *db;
	unsigned char *page;
	int rc;
};

/* Only the sum is written: a crash leaves what the page says as it is. */
static void renew(void *to, int64_t number)
{
	struct renewing *r = to;
	struct layout l;
	sqlite3_file *f = file_of(r->db, &l), *real = real_of(f);
	int64_t at = (number - 1) * l.page_bytes, of_sum = at + l.page_bytes - SUM_BYTES;
	unsigned char sum[SUM_BYTES];

	if (r->rc == SQLITE_OK)
		r->rc = file_read(f, r->page, l.page_bytes, at);
	if (r->rc != SQLITE_OK)
		return;
	make_sum(r->page, l.page_bytes, number - 1, sum);
	r->rc = real->pMethods->xWrite(real, sum, SUM_BYTES, of_sum);
}

int sqlite_pages_renew(struct sqlite_db *db, const struct progress *p, const char *what,
		       struct err *e)
{
	struct renewing r = {.db = db, .page = xmalloc(MOST_PAGE)};
	struct layout l;
	int result = sqlite_pages_check(&db->base, p, what, renew, &r, e);

	free(r.page);
	if (r.rc == SQLITE_OK)
		r.rc = file_sync(file_of(db, &l), SQLITE_SYNC_NORMAL);
	return !result && r.rc != SQLITE_OK ? sqlite_refused(db, r.rc, e) : result;
}
