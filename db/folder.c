/* Files that must be there after the power has failed, and names that only one process may make. */
#include "db/folder.h"

#include "core/i18n.h"
#include "core/mem.h"

#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

int folder_hold(const char *path, struct err *e)
{
	int fd = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

	if (fd < 0 && errno == ENOENT)
		return err_set(e, ERR_NOT_FOUND, _("the folder %s does not exist; make it first"),
			       path);
	if (fd < 0)
		return err_set(e, ERR_IO, _("cannot open %s: %s"), path, strerror(errno));
	if (flock(fd, LOCK_EX | LOCK_NB) == 0)
		return fd;
	if (errno == EWOULDBLOCK)
		err_set(e, ERR_BUSY,
			_("another backup or restore is at work in %s; wait until it is done"),
			path);
	else
		err_set(e, ERR_IO, _("cannot lock %s: %s"), path, strerror(errno));
	close(fd);
	return -1;
}

char *folder_of(const char *path)
{
	const char *slash = strrchr(path, '/');

	if (!slash)
		return xstrdup(".");
	return slash == path ? xstrdup("/") : xasprintf("%.*s", (int)(slash - path), path);
}

static int refuse_sync(const char *path, struct err *e)
{
	return err_set(e, ERR_IO, _("%s could not be written to the disk: %s"), path,
		       strerror(errno));
}

int folder_keep_file(const char *path, struct err *e)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	int result = fd >= 0 && fsync(fd) == 0 ? 0 : refuse_sync(path, e);

	if (fd >= 0)
		close(fd);
	return result;
}

int folder_keep_names(int fd, const char *path, struct err *e)
{
	return fsync(fd) == 0 ? 0 : refuse_sync(path, e);
}

static bool pour(int from, int to)
{
	char piece[65536];
	ssize_t n;

	while ((n = read(from, piece, sizeof piece)) > 0)
		for (ssize_t done = 0, more; done < n; done += more) {
			more = write(to, piece + done, (size_t)(n - done));
			if (more < 0)
				return false;
		}
	return n == 0 && fsync(to) == 0;
}

int folder_copy_file(const char *from, const char *to, struct err *e)
{
	int in = open(from, O_RDONLY | O_CLOEXEC);
	int out = in < 0 ? -1 : open(to, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
	int result = out >= 0 && pour(in, out) ? 0 : -1, why = errno;

	if (result)
		err_set(e,
			out >= 0	? ERR_IO
			: why == EEXIST ? ERR_EXISTS
			: why == ENOENT ? ERR_NOT_FOUND
					: ERR_IO,
			_("%s cannot be kept as %s: %s"), from, to, strerror(why));
	if (out >= 0)
		close(out);
	if (out >= 0 && result)
		unlink(to);
	if (in >= 0)
		close(in);
	return result;
}

/* What SQLite puts beside a file. */
static const char *const beside[] = {"-wal", "-shm", "-journal"};
enum { NBESIDE = sizeof beside / sizeof beside[0] };

int folder_link_log(const char *from, const char *to)
{
	int result = 0;

	for (int i = 0; i < NBESIDE && result == 0; i++) {
		char *old = xasprintf("%s%s", from, beside[i]);
		char *second = xasprintf("%s%s", to, beside[i]);
		if (link(old, second) && errno != ENOENT)
			result = -1;
		free(old);
		free(second);
	}
	return result;
}

void folder_drop_log(const char *path)
{
	for (int i = 0; i < NBESIDE; i++) {
		char *name = xasprintf("%s%s", path, beside[i]);
		unlink(name);
		free(name);
	}
}

void folder_drop(const char *path)
{
	unlink(path);
	folder_drop_log(path);
}
