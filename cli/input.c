/* Reading a document and asking a question: the two ways something comes in besides options. */
#include "cli/input.h"

#include "core/i18n.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static int open_error(const char *path, int number, struct err *e)
{
	if (number == ENOENT || number == ENOTDIR)
		return err_set(e, ERR_NOT_FOUND, _("there is no such file: \"%s\""), path);
	return err_set(e, ERR_IO, _("\"%s\" cannot be read: %s"), path, strerror(number));
}

static int check_kind(const char *path, int fd, struct stat *st, struct err *e)
{
	if (fstat(fd, st) < 0)
		return open_error(path, errno, e);
	if (S_ISDIR(st->st_mode))
		return err_set(e, ERR_INPUT, _("\"%s\" is a directory; name the files in it"),
			       path);
	if (st->st_size > INPUT_MAX)
		return err_set(e, ERR_INPUT,
			       _("\"%s\" is larger than %d MB; a plan document is not"), path,
			       INPUT_MAX >> 20);
	return 0;
}

/* Reads to the end: a pipe does not say its size. */
static int read_all(const char *path, int fd, struct strbuf *b, struct err *e)
{
	char block[65536];
	ssize_t n;

	while ((n = read(fd, block, sizeof block)) != 0) {
		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return open_error(path, errno, e);
		strbuf_add(b, block, (size_t)n);
		if (b->nbytes > INPUT_MAX)
			return err_set(e, ERR_INPUT,
				       _("\"%s\" is larger than %d MB; a plan document is not"),
				       path, INPUT_MAX >> 20);
	}
	return 0;
}

int input_read_file(struct arena *a, const char *path, const char **bytes, size_t *nbytes,
		    struct err *e)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC);
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

bool input_can_ask(void)
{
	return isatty(STDIN_FILENO) && isatty(STDOUT_FILENO);
}

bool input_ask(const char *question)
{
	char answer[64];

	printf("%s [y/N] ", question);
	fflush(stdout);
	if (!fgets(answer, sizeof answer, stdin)) {
		putchar('\n');
		return false;
	}
	return answer[0] == 'y' || answer[0] == 'Y' || strncmp(answer, "是", strlen("是")) == 0;
}
