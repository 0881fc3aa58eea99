/* Reading a file to its end, be it a pipe. What cannot be a plan is refused before it is read. */
#include "exchange/file_read.h"

#include "core/i18n.h"
#include "exchange/transfer.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static int open_error(const char *path, int number, struct err *e)
{
	if (number == ENOENT || number == ENOTDIR)
		return err_set(e, ERR_NOT_FOUND, _("there is no such file: \"%s\""), path);
	return err_set(e, ERR_IO, _("\"%s\" cannot be read: %s"), path, strerror(number));
}

static int size_error(const char *path, struct err *e)
{
	return err_set(e, ERR_INPUT, _("\"%s\" is larger than %d MB; a plan document is not"), path,
		       FILE_READ_MAX >> 20);
}

static int check_kind(const char *path, int fd, struct stat *st, struct err *e)
{
	if (fstat(fd, st) < 0)
		return open_error(path, errno, e);
	if (S_ISDIR(st->st_mode))
		return err_set(e, ERR_INPUT, _("\"%s\" is a directory; name the files in it"),
			       path);
	return st->st_size > FILE_READ_MAX ? size_error(path, e) : 0;
}

/* Reads to the end: a pipe does not say its size. */
static int read_all(const char *path, int fd, struct strbuf *b, struct err *e)
{
	struct transfer t = transfer_in(fd);
	char block[65536];

	for (;;) {
		if (transfer_wait(&t, e) < 0)
			return -1;
		ssize_t n = read(fd, block, sizeof block);
		if (n == 0)
			return 0;
		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return open_error(path, errno, e);
		strbuf_add(b, block, (size_t)n);
		if (b->nbytes > FILE_READ_MAX)
			return size_error(path, e);
	}
}

int file_read(struct arena *a, const char *path, const char **bytes, size_t *nbytes, struct err *e)
{
	/* a socket, as it comes from sshd, cannot be opened by its name */
	int fd = strcmp(path, FILE_READ_STDIN) == 0 ? fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 3)
						    : open(path, O_RDONLY | O_CLOEXEC);
	struct strbuf b = STRBUF_INIT;
	struct stat st;
	int failed;

	if (fd < 0)
		return open_error(path, errno, e);
	failed = check_kind(path, fd, &st, e) < 0 || read_all(path, fd, &b, e) < 0;
	close(fd);
	if (!failed) {
		*bytes = arena_strndup(a, b.s ? b.s : "", b.nbytes);
		*nbytes = b.nbytes;
	}
	strbuf_free(&b);
	return failed ? -1 : 0;
}
