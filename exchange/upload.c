/* Gathering bytes, a block at a time. */
#include "exchange/upload.h"

#include "core/i18n.h"
#include "core/mem.h"
#include "exchange/child.h"
#include "exchange/transfer.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { BLOCK = 64 * 1024 };

/* Where the file system knows no unnamed files, one whose name goes at once. */
static int open_unnamed(const char *folder)
{
	int fd = open(folder, O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);

	if (fd >= 0 || (errno != EOPNOTSUPP && errno != EISDIR && errno != ENOENT))
		return fd;
	char *path = xasprintf("%s/.duban-XXXXXX", folder);
	fd = mkostemp(path, O_CLOEXEC);
	if (fd >= 0)
		unlink(path);
	free(path);
	return fd;
}

/* The next block: how many bytes, 0 at the end, -1. */
static ssize_t read_block(struct transfer *t, char *block, size_t room, struct err *e)
{
	ssize_t n;

	do {
		if (transfer_wait(t, e) < 0)
			return -1;
		n = read(t->fd, block, room);
	} while (n < 0 && errno == EINTR);
	if (n < 0)
		err_set(e, ERR_IO,
			_("the file cannot be read to its end: %s; nothing was "
			  "stored"),
			strerror(errno));
	return n;
}

static int copy(struct upload *u, int from, int64_t most, struct err *e)
{
	struct transfer t = transfer_in(from);
	char *block = xmalloc(BLOCK);
	int result = 0;

	while (result == 0 && u->nbytes <= most) {
		int64_t room = most + 1 - u->nbytes;
		ssize_t n = read_block(&t, block, room < BLOCK ? (size_t)room : BLOCK, e);

		if (n == 0)
			break;
		if (n < 0)
			result = -1;
		else if (child_write(u->fd, block, (size_t)n) < 0)
			result = err_set(e, ERR_IO,
					 _("there is no room to take the file in: %s; nothing was "
					   "stored"),
					 strerror(errno));
		else
			u->nbytes += n;
	}
	free(block);
	return result;
}

/* A connection that breaks ends both ways at once; a sender that is done still waits. */
static bool is_abandoned(int answer)
{
	struct pollfd p = {.fd = answer};

	return answer >= 0 && poll(&p, 1, 0) > 0 && p.revents & (POLLERR | POLLHUP | POLLNVAL);
}

static int take(struct upload *u, int from, int answer, int64_t most, struct err *e)
{
	if (copy(u, from, most, e) < 0)
		return -1;
	if (is_abandoned(answer))
		return err_set(e, ERR_IO,
			       _("the connection broke before the file was there; nothing was "
				 "stored"));
	if (lseek(u->fd, 0, SEEK_SET) < 0)
		return err_set(e, ERR_IO,
			       _("the file cannot be read to its end: %s; nothing was "
				 "stored"),
			       strerror(errno));
	return 0;
}

int upload_take(struct upload *u, int from, int answer, const char *folder, int64_t most,
		struct err *e)
{
	*u = (struct upload){.fd = open_unnamed(folder)};
	if (u->fd < 0)
		return err_set(e, ERR_IO,
			       _("there is no room to take the file in: %s; nothing was stored"),
			       strerror(errno));
	if (take(u, from, answer, most, e) == 0)
		return 0;
	upload_close(u);
	return -1;
}

int upload_take_file(struct upload *u, const char *path, const char *folder, int64_t most,
		     struct err *e)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	struct stat st;
	int result;

	if (fd < 0)
		return err_set_field(e, ERR_INPUT, "file", _("\"%s\" cannot be read: %s"), path,
				     strerror(errno));
	if (fstat(fd, &st) == 0 && S_ISREG(st.st_mode))
		result = upload_take(u, fd, -1, folder, most, e);
	else
		result = err_set_field(e, ERR_INPUT, "file", _("\"%s\" is no file"), path);
	close(fd);
	return result;
}

void upload_close(struct upload *u)
{
	close(u->fd);
	u->fd = -1;
}
