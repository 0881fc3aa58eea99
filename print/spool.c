/*
 * lp as a child process, without a shell: the text on its standard input, what it complains of kept
 * for the error sentence. Both are unnamed files and not pipes, so that neither side can wait for
 * the other or die of a closed pipe.
 */
#include "print/spool.h"

#include "core/i18n.h"
#include "core/mem.h"
#include "core/text/utf8.h"
#include "print/plain.h"
#include "print/text.h"

#include <errno.h>
#include <fcntl.h>
#include <spawn.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

enum {
	COMPLAINT_MAX = 400,
	A4_COLS = 77, /* at 10 characters an inch, with a quarter of an inch on both sides */
};

struct spool {
	FILE *text, *complaint;
};

static void spool_close(struct spool *s)
{
	if (s->text)
		fclose(s->text);
	if (s->complaint)
		fclose(s->complaint);
}

/* In memory: a session over SSH may make no files but beside the database. */
static FILE *unnamed_file(void)
{
	int fd = memfd_create("print", MFD_CLOEXEC);
	FILE *f = fd < 0 ? NULL : fdopen(fd, "w+e");

	if (!f && fd >= 0)
		close(fd);
	return f;
}

static int spool_open(struct spool *s, const char *text, size_t nbytes, struct err *e)
{
	s->text = unnamed_file();
	s->complaint = unnamed_file();
	if (s->text && s->complaint && fwrite(text, 1, nbytes, s->text) == nbytes &&
	    fflush(s->text) == 0 && fseek(s->text, 0, SEEK_SET) == 0)
		return 0;
	return err_set(e, ERR_IO, _("there is no room to lay out the print job: %s"),
		       strerror(errno));
}

static int spool_spawn(const struct spool *s, char *const argv[], pid_t *pid)
{
	posix_spawn_file_actions_t files;

	posix_spawn_file_actions_init(&files);
	posix_spawn_file_actions_adddup2(&files, fileno(s->text), STDIN_FILENO);
	posix_spawn_file_actions_adddup2(&files, fileno(s->complaint), STDERR_FILENO);
	posix_spawn_file_actions_addopen(&files, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
	int status = posix_spawnp(pid, argv[0], &files, NULL, argv, environ);
	posix_spawn_file_actions_destroy(&files);
	return status;
}

/* What lp said, on one line. */
static const char *read_complaint(struct arena *a, FILE *f)
{
	char *said = arena_alloc(a, COMPLAINT_MAX + 1);

	rewind(f);
	size_t n = fread(said, 1, COMPLAINT_MAX, f);
	while (n > 0 && (said[n - 1] == '\n' || said[n - 1] == ' '))
		said[--n] = '\0';
	return plain_line(a, said);
}

static int explain_exit(const struct spool *s, const char *printer, int status, struct err *e)
{
	struct arena a = ARENA_INIT;
	const char *said = read_complaint(&a, s->complaint);

	if (!*printer)
		printer = _("default");
	if (*said)
		err_set(e, ERR_IO,
			_("the printer \"%s\" did not take it: %s; `lpstat -a` lists the printers "
			  "of this server, or print into a file with --output"),
			printer, said);
	else
		err_set(e, ERR_IO,
			_("the printer \"%s\" did not take it (lp ended with status %d); `lpstat "
			  "-a` lists the printers of this server, or print into a file with "
			  "--output"),
			printer, WIFEXITED(status) ? WEXITSTATUS(status) : -1);
	arena_free(&a);
	return -1;
}

static int wait_for(pid_t pid, int *status)
{
	while (waitpid(pid, status, 0) < 0)
		if (errno != EINTR)
			return -1;
	return 0;
}

/* "cpi=10.4": so small that the longest line fits between the margins of A4 upright, where a
 * printer at its 10 characters an inch would break it. NULL when all lines fit so. */
static const char *character_pitch(struct arena *a, const char *text, size_t nbytes)
{
	const char *end = text + nbytes;
	int cols = 0;

	for (const char *s = text; s < end;) {
		const char *line_end = memchr(s, '\n', (size_t)(end - s));
		int width = utf8_ncols(s, (size_t)((line_end ? line_end : end) - s));

		cols = width > cols ? width : cols;
		s = line_end ? line_end + 1 : end;
	}
	if (cols <= A4_COLS || cols > TEXT_WIDTH_MAX)
		return NULL;
	int tenths = (cols * 100 + A4_COLS - 1) / A4_COLS;
	return arena_printf(a, "cpi=%d.%d", tenths / 10, tenths % 10);
}

/* argv of lp; NULL texts are left out together with their letters. In the arena. */
static char **make_command(struct arena *a, const char *title, const char *printer,
			   const char *pitch)
{
	const char *options[][2] = {
		{"-t", title}, {"-d", *printer ? printer : NULL}, {"-o", pitch}};
	char **argv = arena_alloc(a, 8 * sizeof *argv), **to = argv;

	*to++ = arena_strdup(a, "lp");
	for (size_t i = 0; i < sizeof options / sizeof options[0]; i++) {
		if (!options[i][1])
			continue;
		*to++ = arena_strdup(a, options[i][0]);
		*to++ = arena_strdup(a, options[i][1]);
	}
	*to = NULL;
	return argv;
}

static int spool_run(const struct spool *s, const char *printer, char **argv, struct err *e)
{
	pid_t pid;
	int status = 0, failed = spool_spawn(s, argv, &pid);

	if (failed)
		return err_set(e, ERR_IO,
			       _("cannot start lp, the printing command: %s; ask the administrator "
				 "to install cups-client, or print into a file with --output"),
			       strerror(failed));
	if (wait_for(pid, &status) != 0)
		return err_set(e, ERR_IO, _("lost sight of lp, the printing command: %s"),
			       strerror(errno));
	return WIFEXITED(status) && WEXITSTATUS(status) == 0 ? 0
							     : explain_exit(s, printer, status, e);
}

/* Names of printers hold no blanks, no '/' and no '#'; one that begins with '-' would be an option.
 */
static bool is_printer_name(const char *s)
{
	for (const char *p = s; *p; p++)
		if ((unsigned char)*p <= ' ' || *p == 0x7F || *p == '/' || *p == '#')
			return false;
	return *s != '-';
}

int spool_print(const char *printer, const char *title, const char *text, size_t nbytes,
		struct err *e)
{
	struct spool s = {0};
	struct arena a = ARENA_INIT;

	int status = is_printer_name(printer) ? 0 : -1;
	if (status)
		err_set_field(e, ERR_INPUT, "printer",
			      _("\"%s\" cannot be the name of a printer; `lpstat -a` lists "
				"those of this server"),
			      plain_line(&a, printer));
	if (status == 0)
		status = spool_open(&s, text, nbytes, e);
	if (status == 0)
		status = spool_run(&s, printer,
				   make_command(&a, plain_line(&a, title), printer,
						character_pitch(&a, text, nbytes)),
				   e);
	spool_close(&s);
	arena_free(&a);
	return status;
}
