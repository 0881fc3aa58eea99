/*
 * Every page of a file ends in a sum over its bytes and its number. The sum is put there when the
 * page goes to the disk and compared when it comes from there: a byte that has changed in between
 * is told, and never taken for what somebody has entered. This is a layer (a "VFS") between SQLite
 * and the files of the system. It knows by the header of a file whether it has room for sums; what
 * has none passes through untouched, and so do the logs beside a file, which have sums of their
 * own.
 */
#include "db/sql_sqlite.h"

#include "db/page_sum.h"
#include "db/sql_sqlite_guard.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

enum {
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
	struct wal_guard guard;
};

static sqlite3_vfs *below;

static sqlite3_file *real_of(sqlite3_file *f)
{
	return (sqlite3_file *)((struct page_file *)f + 1);
}

static void learn(struct layout *l, const unsigned char *header)
{
	int page_bytes = header[AT_PAGE_SIZE] << 8 | header[AT_PAGE_SIZE + 1];

	if (memcmp(header, "SQLite format 3", 16) != 0)
		return;
	l->page_bytes = page_bytes == 1 ? MOST_PAGE : page_bytes;
	l->has_sums = header[AT_RESERVED] == PAGE_SUM_BYTES && l->page_bytes >= LEAST_PAGE;
}

static bool is_page(const struct layout *l, int nbytes, int64_t at)
{
	return nbytes == l->page_bytes && at % nbytes == 0;
}

/* Of a page that is not there SQLite gets zeroes; one of which a part is there has been cut. */
static int read_page(sqlite3_file *f, unsigned char *to, int nbytes, int64_t at)
{
	sqlite3_file *real = real_of(f);
	int rc = real->pMethods->xRead(real, to, nbytes, at);
	sqlite3_int64 size;

	if (rc == SQLITE_IOERR_SHORT_READ && real->pMethods->xFileSize(real, &size) == SQLITE_OK &&
	    size > at)
		return SQLITE_IOERR_DATA;
	if (rc != SQLITE_OK && rc != SQLITE_IOERR_SHORT_READ)
		return rc;
	return page_sum_fits(to, nbytes, at) ? rc : SQLITE_IOERR_DATA;
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

	if (p->guard.loss.is_lost)
		return LOG_IS_LOST;
	if (at == 0 && nbytes >= HEADER_BYTES)
		learn(&p->layout, from);
	if (p->layout.has_sums && is_page(&p->layout, nbytes, at)) {
		memcpy(p->page, from, (size_t)nbytes);
		page_sum_make(p->page, nbytes, at / nbytes, p->page + nbytes - PAGE_SUM_BYTES);
		from = p->page;
	}
	return real->pMethods->xWrite(real, from, nbytes, at);
}

static int file_close(sqlite3_file *f)
{
	sqlite3_file *real = real_of(f);

	wal_guard_end(&((struct page_file *)f)->guard);
	free(((struct page_file *)f)->page);
	return real->pMethods->xClose(real);
}

static int file_control(sqlite3_file *f, int op, void *arg)
{
	struct page_file *p = (struct page_file *)f;
	sqlite3_file *real = real_of(f);
	struct layout *l = arg;

	if (op == OP_GUARD) {
		*(struct wal_guard **)arg = &p->guard;
		return SQLITE_OK;
	}
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
PASS(file_unlock, xUnlock, (sqlite3_file * f, int lock), lock)
PASS(file_reserved, xCheckReservedLock, (sqlite3_file * f, int *is), is)
PASS(file_sector, xSectorSize, (sqlite3_file * f))
PASS(file_device, xDeviceCharacteristics, (sqlite3_file * f))
PASS(file_shm_unmap, xShmUnmap, (sqlite3_file * f, int is_deleted), is_deleted)

static void file_shm_barrier(sqlite3_file *f)
{
	sqlite3_file *real = real_of(f);

	real->pMethods->xShmBarrier(real);
}

static bool get_page(void *to, int64_t number, unsigned char *page)
{
	struct page_file *p = to;
	sqlite3_file *real = real_of(&p->base);
	int nbytes = p->layout.page_bytes;

	return real->pMethods->xRead(real, page, nbytes, (number - 1) * nbytes) == SQLITE_OK;
}

static int judge_log(struct page_file *p)
{
	struct wal_base base = {.page_bytes = p->layout.page_bytes, .page = get_page, .to = p};

	return wal_guard_judge(&p->guard, &base);
}

/* Who is alone with a file keeps the index of its log to itself and tells nothing of it; what is
 * wrong with the log is then asked for (sqlite_log_is_lost()). Who closes a file as the last takes
 * its log in once more. */
static int file_lock(sqlite3_file *f, int lock)
{
	struct page_file *p = (struct page_file *)f;
	sqlite3_file *real = real_of(f);

	if (lock == SQLITE_LOCK_EXCLUSIVE && p->guard.loss.is_lost)
		return LOG_IS_LOST;
	int rc = real->pMethods->xLock(real, lock);
	if (rc != SQLITE_OK || lock != SQLITE_LOCK_EXCLUSIVE || !p->layout.alone)
		return rc;
	wal_guard_map(&p->guard);
	judge_log(p);
	return SQLITE_OK;
}

static int file_shm_map(sqlite3_file *f, int i, int n, int extend, void volatile **at)
{
	sqlite3_file *real = real_of(f);

	wal_guard_map(&((struct page_file *)f)->guard);
	return real->pMethods->xShmMap(real, i, n, extend, at);
}

/* The third lock is held by whoever takes the log in. */
static int file_shm_lock(sqlite3_file *f, int at, int n, int flags)
{
	enum { TAKES_IN = 2 };
	sqlite3_file *real = real_of(f);
	int rc = real->pMethods->xShmLock(real, at, n, flags);

	if (rc != SQLITE_OK || flags != (SQLITE_SHM_LOCK | SQLITE_SHM_EXCLUSIVE) || at > TAKES_IN ||
	    at + n <= TAKES_IN)
		return rc;
	rc = judge_log((struct page_file *)f);
	if (rc != SQLITE_OK)
		real->pMethods->xShmLock(real, at, n, SQLITE_SHM_UNLOCK | SQLITE_SHM_EXCLUSIVE);
	return rc;
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
	wal_guard_begin(&p->guard, name);
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

/* The file itself behind a connection. */
static sqlite3_file *file_of(struct sqlite_db *db, struct layout *l)
{
	sqlite3_file *f = NULL;

	*l = (struct layout){.sets = false};
	sqlite3_file_control(db->at, "main", SQLITE_FCNTL_FILE_POINTER, &f);
	return f && sqlite3_file_control(db->at, "main", OP_LAYOUT, l) == SQLITE_OK ? f : NULL;
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

/* Only the sum is written: a crash leaves what the page says as it is. */
int sqlite_pages_put_sum(struct sqlite_db *db, int64_t number, unsigned char *page)
{
	struct layout l;
	sqlite3_file *f = file_of(db, &l), *real = real_of(f);
	int64_t at = (number - 1) * l.page_bytes, of_sum = at + l.page_bytes - PAGE_SUM_BYTES;
	unsigned char sum[PAGE_SUM_BYTES];
	int rc = file_read(f, page, l.page_bytes, at);

	if (rc != SQLITE_OK)
		return rc;
	page_sum_make(page, l.page_bytes, number - 1, sum);
	return real->pMethods->xWrite(real, sum, PAGE_SUM_BYTES, of_sum);
}
