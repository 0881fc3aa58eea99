/* The system's calls, with a journal and with failures. A descriptor is known by the name that the
 * system has for it, so that nothing need be remembered of open files. */
#undef _FORTIFY_SOURCE /* its inline forms of open() are not the ones that are defined here */
#include "tests/survive/disk.h"

#include "core/mem.h"
#include "tests/support/fatal.h"
#include "tests/survive/journal.h"

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static struct {
	char folder[PATH_MAX]; /* with a slash at its end; "" for none */
	bool keeps;
	int fill_at, sync_at, spoil_at; /* which call fails, of one kind at a time; 0: none */
	int ncalls;			/* of that kind */
	int calls_left;			/* until the process is killed; 0: it is not */
	bool failed;
	bool skips_sync;
	struct journal before, ops;
} disk;

/* The system's own call of that name; `way` is a pointer to a pointer to such a function. */
static void system_call(const char *name, void *way)
{
	void *found = dlsym(RTLD_NEXT, name);

	if (!found)
		fatal_errno("no %s", name);
	memcpy(way, &found, sizeof found);
}
#define SYSTEM(type, name, ...)                                                                    \
	static type (*next)(__VA_ARGS__);                                                          \
	if (!next)                                                                                 \
	system_call(name, &next)

/* The name within the watched folder, NULL for what lies elsewhere. "" is the folder itself. */
static const char *inside(const char *path)
{
	size_t n = strlen(disk.folder);

	if (!n)
		return NULL;
	if (strncmp(path, disk.folder, n) == 0)
		return strchr(path + n, '/') ? NULL : path + n;
	return strlen(path) == n - 1 && strncmp(path, disk.folder, n - 1) == 0 ? "" : NULL;
}

static const char *name_of(int fd, char path[PATH_MAX])
{
	char link[40];

	if (!disk.folder[0])
		return NULL;
	snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
	ssize_t n = readlink(link, path, PATH_MAX - 1);
	if (n < 0)
		return NULL;
	path[n] = '\0';
	return inside(path);
}

static struct disk_op *keep(enum disk_kind kind, const char *name)
{
	if (!disk.keeps || !name || journal_is_nameless(name))
		return NULL;
	return journal_add(&disk.ops, kind, name);
}

static void keep_write(const char *name, int64_t at, const void *bytes, ssize_t nbytes)
{
	struct disk_op *op = nbytes > 0 ? keep(DISK_WRITE, name) : NULL;

	if (!op)
		return;
	op->at = at;
	op->nbytes = (size_t)nbytes;
	op->bytes = xmalloc(op->nbytes);
	memcpy(op->bytes, bytes, op->nbytes);
}

static void keep_cut(const char *name, int64_t length)
{
	struct disk_op *op = keep(DISK_CUT, name);

	if (op)
		op->at = length;
}

static void keep_pair(enum disk_kind kind, const char *from, const char *to)
{
	struct disk_op *op = from && to ? keep(kind, from) : NULL;

	if (op)
		op->to = xstrdup(to);
}

static void live_or_die(const char *name)
{
	if (name && disk.calls_left && --disk.calls_left == 0)
		raise(SIGKILL);
}

/* What is a file in name alone: nobody misses it, and it has its room before it is written. */
static bool is_shared_memory(const char *name)
{
	return strstr(name, "-shm") != NULL;
}

static bool has_room(const char *name)
{
	live_or_die(name);
	if (!name || !disk.fill_at || is_shared_memory(name))
		return true;
	if (++disk.ncalls < disk.fill_at)
		return true;
	disk.failed = true;
	errno = ENOSPC;
	return false;
}

static bool can_sync(const char *name)
{
	live_or_die(name);
	if (!name || !disk.sync_at || ++disk.ncalls < disk.sync_at)
		return true;
	disk.failed = true;
	errno = EIO;
	return false;
}

/* Nobody is told: it is found by reading. */
static void spoil(const char *name, int fd, const void *bytes, ssize_t nbytes, off_t at)
{
	SYSTEM(ssize_t, "pwrite", int, const void *, size_t, off_t);

	if (!name || nbytes <= 0 || !disk.spoil_at || is_shared_memory(name) ||
	    ++disk.ncalls != disk.spoil_at)
		return;
	char wrong = (char)(((const char *)bytes)[nbytes / 2] ^ 1);
	disk.failed = true;
	if (next(fd, &wrong, 1, at + nbytes / 2) != 1)
		fatal_errno("%s", name);
}

/* The calls themselves. */

static int made(const char *path, int flags, int fd, bool is_new)
{
	const char *name = fd >= 0 && is_new && (flags & O_CREAT) ? inside(path) : NULL;

	if (name)
		keep(DISK_CREATE, name);
	return fd;
}

static bool is_new_name(const char *path, int flags)
{
	return (flags & O_CREAT) && inside(path) && access(path, F_OK) != 0;
}

#define OPEN(name)                                                                                 \
	int name(const char *path, int flags, ...)                                                 \
	{                                                                                          \
		SYSTEM(int, #name, const char *, int, ...);                                        \
		va_list ap;                                                                        \
		va_start(ap, flags);                                                               \
		mode_t mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(ap, mode_t) : 0;              \
		va_end(ap);                                                                        \
		bool is_new = is_new_name(path, flags);                                            \
		if (is_new && !has_room(inside(path)))                                             \
			return -1;                                                                 \
		return made(path, flags, next(path, flags, mode), is_new);                         \
	}
OPEN(open)
OPEN(open64)

ssize_t write(int fd, const void *bytes, size_t nbytes)
{
	SYSTEM(ssize_t, "write", int, const void *, size_t);
	char path[PATH_MAX];
	const char *name = name_of(fd, path);

	if (!name)
		return next(fd, bytes, nbytes);
	if (!has_room(name))
		return -1;
	int64_t at = lseek(fd, 0, SEEK_CUR);
	ssize_t n = next(fd, bytes, nbytes);
	spoil(name, fd, bytes, n, at);
	keep_write(name, at, bytes, n);
	return n;
}

#define PWRITE(call)                                                                               \
	ssize_t call(int fd, const void *bytes, size_t nbytes, off_t at)                           \
	{                                                                                          \
		SYSTEM(ssize_t, #call, int, const void *, size_t, off_t);                          \
		char path[PATH_MAX];                                                               \
		const char *name = name_of(fd, path);                                              \
		if (!has_room(name))                                                               \
			return -1;                                                                 \
		ssize_t n = next(fd, bytes, nbytes, at);                                           \
		spoil(name, fd, bytes, n, at);                                                     \
		keep_write(name, at, bytes, n);                                                    \
		return n;                                                                          \
	}
PWRITE(pwrite)
PWRITE(pwrite64)

#define CUT(call)                                                                                  \
	int call(int fd, off_t length)                                                             \
	{                                                                                          \
		SYSTEM(int, #call, int, off_t);                                                    \
		char path[PATH_MAX];                                                               \
		const char *name = name_of(fd, path);                                              \
		int result = next(fd, length);                                                     \
		if (result == 0)                                                                   \
			keep_cut(name, length);                                                    \
		return result;                                                                     \
	}
CUT(ftruncate)
CUT(ftruncate64)

#define SYNC(call)                                                                                 \
	int call(int fd)                                                                           \
	{                                                                                          \
		SYSTEM(int, #call, int);                                                           \
		char path[PATH_MAX];                                                               \
		const char *name = name_of(fd, path);                                              \
		if (!can_sync(name))                                                               \
			return -1;                                                                 \
		int result = disk.skips_sync ? 0 : next(fd);                                       \
		if (result == 0)                                                                   \
			keep(name && !*name ? DISK_NAMES : DISK_SYNC, name);                       \
		return result;                                                                     \
	}
SYNC(fsync)
SYNC(fdatasync)

int unlink(const char *path)
{
	SYSTEM(int, "unlink", const char *);
	int result = next(path);

	if (result == 0)
		keep(DISK_UNLINK, inside(path));
	return result;
}

int unlinkat(int fd, const char *path, int flags)
{
	SYSTEM(int, "unlinkat", int, const char *, int);
	char folder[PATH_MAX];
	const char *name = fd >= 0 ? name_of(fd, folder) : NULL;
	int result = next(fd, path, flags);

	if (result == 0 && name && !*name)
		keep(DISK_UNLINK, path);
	return result;
}

int rename(const char *from, const char *to)
{
	SYSTEM(int, "rename", const char *, const char *);

	if (access(to, F_OK) == 0) /* a name that is there takes no room */
		live_or_die(inside(to));
	else if (!has_room(inside(to)))
		return -1;
	int result = next(from, to);
	if (result == 0)
		keep_pair(DISK_RENAME, inside(from), inside(to));
	return result;
}

int link(const char *from, const char *to)
{
	SYSTEM(int, "link", const char *, const char *);

	if (!has_room(inside(to)))
		return -1;
	int result = next(from, to);
	if (result == 0)
		keep_pair(DISK_LINK, inside(from), inside(to));
	return result;
}

/* What tests say of it. */

static void set_folder(const char *folder)
{
	snprintf(disk.folder, sizeof disk.folder, "%s/", folder);
}

void disk_watch(const char *folder)
{
	disk_forget();
	journal_add_folder(&disk.before, folder);
	set_folder(folder);
	disk.keeps = true;
}

void disk_mark(int64_t number)
{
	if (disk.keeps)
		journal_add(&disk.ops, DISK_MARK, NULL)->at = number;
}

void disk_rest(void)
{
	disk.keeps = false;
	disk.folder[0] = '\0';
}

void disk_forget(void)
{
	disk_rest();
	journal_free(&disk.before);
	journal_free(&disk.ops);
}

const struct disk_op *disk_ops(size_t *n)
{
	*n = disk.ops.n;
	return disk.ops.at;
}

const struct disk_op *disk_before(size_t *n)
{
	*n = disk.before.n;
	return disk.before.at;
}

#define FAIL(call, which)                                                                          \
	void call(const char *folder, int n)                                                       \
	{                                                                                          \
		set_folder(folder);                                                                \
		disk.ncalls = 0;                                                                   \
		disk.failed = false;                                                               \
		disk.which = n;                                                                    \
	}
FAIL(disk_fill, fill_at)
FAIL(disk_break_sync, sync_at)
FAIL(disk_spoil, spoil_at)

void disk_kill(const char *folder, int n)
{
	set_folder(folder);
	disk.calls_left = n;
}

void disk_skip_sync(bool skips)
{
	disk.skips_sync = skips;
}

bool disk_failed(void)
{
	return disk.failed;
}
