/*
 * duban-convert as a child process. Document and text are files in memory. The helper sets its own
 * limits and exits with a status of convert_end.h; the sentences for them stand here.
 */
#include "exchange/convert.h"

#include "core/i18n.h"
#include "exchange/child.h"
#include "exchange/convert_end.h"

#include <errno.h>
#include <limits.h>
#include <signal.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

/* What the helper is asked for, the next where one fails or is missing; and what it is asked to
 * make of the answer. */
static const struct {
	enum file_kind kind;
	const char *way, *then;
} ways[] = {
	{FILE_HTML, "html", NULL},  {FILE_DOCX, "docx", NULL},
	{FILE_XLSX, "xlsx", NULL},  {FILE_DOC, "antiword", "docbook"},
	{FILE_DOC, "catdoc", NULL}, {FILE_PDF, "pdftotext", "pdf-words"},
};

/* From the folder of the running program: a build folder, a build's tests, an installation. */
static const char *const places[] = {"", "../", "../libexec/duban/"};

static const char *find_helper(struct arena *a)
{
	char self[PATH_MAX + 1];
	ssize_t n = readlink("/proc/self/exe", self, PATH_MAX);
	char *slash;

	self[n < 0 ? 0 : n] = '\0';
	slash = strrchr(self, '/');
	for (size_t i = 0; slash && i < sizeof places / sizeof places[0]; i++) {
		const char *path = arena_printf(a, "%.*s%sduban-convert", (int)(slash + 1 - self),
						self, places[i]);

		if (access(path, X_OK) == 0)
			return path;
	}
	return DUBAN_LIBEXECDIR "/duban-convert";
}

struct child {
	int document, text;
	int status;
};

static void close_files(struct child *c)
{
	if (c->document >= 0)
		close(c->document);
	if (c->text >= 0)
		close(c->text);
}

static int open_files(struct child *c, const char *bytes, size_t nbytes, struct err *e)
{
	c->document = child_input("document", bytes, nbytes);
	c->text = memfd_create("text", MFD_CLOEXEC);
	if (c->document >= 0 && c->text >= 0)
		return 0;
	err_set(e, ERR_IO, _("there is no memory to convert the document in: %s"), strerror(errno));
	close_files(c);
	return -1;
}

static int run(struct arena *a, struct child *c, const char *way, struct err *e)
{
	const char *helper = find_helper(a);
	const struct child_start start = {.argv = (const char *const[]){"duban-convert", way, NULL},
					  .program = helper,
					  .input = c->document,
					  .output = c->text,
					  .errors = -1};
	pid_t pid;
	int failed = child_spawn(&pid, &start);

	if (failed)
		return err_set(e, ERR_IO,
			       _("\"%s\", which reads such documents, cannot be started: %s; "
				 "install duban anew"),
			       helper, strerror(failed));
	while (waitpid(pid, &c->status, 0) < 0)
		if (errno != EINTR)
			return err_set(e, ERR_IO, _("the conversion was lost: %s"),
				       strerror(errno));
	return 0;
}

static int no_tool(enum file_kind kind, struct err *e)
{
	if (kind == FILE_PDF)
		return err_set(
			e, ERR_IO,
			_("a PDF is read with pdftotext, which is not installed: install the "
			  "Debian package \"poppler-utils\", or save the text of the "
			  "document"));
	return err_set(e, ERR_IO,
		       _("a .doc of Word 97 is read with antiword or catdoc, and neither is "
			 "installed: install the Debian package \"antiword\", or save the document "
			 "as .docx"));
}

static int explain(enum file_kind kind, int status, struct err *e)
{
	int signal = WIFSIGNALED(status) ? WTERMSIG(status) : 0;
	int end = WIFEXITED(status) ? WEXITSTATUS(status) : CONVERT_DAMAGED;

	if (signal == SIGXCPU || signal == SIGALRM || signal == SIGKILL)
		return err_set(e, ERR_FORMAT,
			       _("reading it took too long and was given up; save the part with "
				 "the tasks as a document of its own"));
	if (signal == SIGXFSZ || signal == SIGABRT)
		end = CONVERT_TOO_LARGE;
	switch (end) {
	case CONVERT_NO_TOOL:
		return no_tool(kind, e);
	case CONVERT_TOO_LARGE:
		return err_set(e, ERR_FORMAT,
			       _("it unpacks to far more than a plan document holds; save the part "
				 "with the tasks as a document of its own"));
	case CONVERT_TOO_DEEP:
		return err_set(e, ERR_FORMAT,
			       _("its parts are nested too deeply; save its text as plain text"));
	case CONVERT_ENTITIES:
		return err_set(e, ERR_FORMAT,
			       _("it declares entities of its own, as no office program does; save "
				 "it anew"));
	default:
		return err_set(e, ERR_FORMAT,
			       _("the document is damaged or was cut short; get it anew, or open "
				 "it and save it again"));
	}
}

static bool is_blank(const char *text, size_t nbytes)
{
	for (size_t i = 0; i < nbytes; i++)
		if (!strchr(" \t\r\n\f", text[i]) || !text[i])
			return false;
	return true;
}

static int read_text(struct arena *a, const struct child *c, const char **text, size_t *nbytes,
		     struct err *e)
{
	struct stat st;
	char *to;
	ssize_t n;

	if (fstat(c->text, &st) < 0)
		return err_set(e, ERR_IO, _("the conversion was lost: %s"), strerror(errno));
	to = arena_alloc(a, (size_t)st.st_size + 1);
	n = pread(c->text, to, (size_t)st.st_size, 0);
	if (n < st.st_size)
		return err_set(e, ERR_IO, _("the conversion was lost: %s"), strerror(errno));
	*text = to;
	*nbytes = (size_t)n;
	return 0;
}

/* One way of reading it; *status as of waitpid(). */
static int convert_once(struct arena *a, const char *way, const char *bytes, size_t nbytes,
			const char **text, size_t *text_nbytes, int *status, struct err *e)
{
	struct child c = {.status = 0};
	int failed;

	if (open_files(&c, bytes, nbytes, e) < 0)
		return -1;
	failed = run(a, &c, way, e) < 0 || read_text(a, &c, text, text_nbytes, e) < 0;
	*status = c.status;
	close_files(&c);
	return failed ? -1 : 0;
}

static int no_text(enum file_kind kind, struct err *e)
{
	if (kind == FILE_PDF)
		return err_set(e, ERR_FORMAT,
			       _("the PDF holds pictures of pages and no text; have the text "
				 "recognised, or ask for the document itself"));
	return err_set(e, ERR_FORMAT, _("there is no text in it"));
}

int convert_document(struct arena *a, enum file_kind kind, const char *bytes, size_t nbytes,
		     const char **text, size_t *text_nbytes, struct err *e)
{
	bool locked = kind == FILE_PDF && memmem(bytes, nbytes, "/Encrypt", 8), blank = false;
	int status, worst = CONVERT_NO_TOOL << 8;

	for (size_t i = 0; i < sizeof ways / sizeof ways[0]; i++) {
		if (ways[i].kind != kind)
			continue;
		if (convert_once(a, ways[i].way, bytes, nbytes, text, text_nbytes, &status, e) < 0)
			return -1;
		if (status == 0 && ways[i].then &&
		    convert_once(a, ways[i].then, *text, *text_nbytes, text, text_nbytes, &status,
				 e) < 0)
			return -1;
		if (status == 0 && !is_blank(*text, *text_nbytes))
			return 0;
		blank |= status == 0;
		if (!WIFEXITED(status) || WEXITSTATUS(status) != CONVERT_NO_TOOL)
			worst = status;
	}
	if (blank)
		return no_text(kind, e);
	if (locked && WEXITSTATUS(worst) != CONVERT_NO_TOOL)
		return err_set(e, ERR_FORMAT,
			       _("it is protected by a password; open it and save it without one"));
	return explain(kind, worst, e);
}

int convert_calendar(struct arena *a, const char *bytes, size_t nbytes, const char **text,
		     size_t *text_nbytes, struct err *e)
{
	int status;

	if (convert_once(a, "ics", bytes, nbytes, text, text_nbytes, &status, e) < 0)
		return -1;
	return status ? explain(FILE_TEXT, status, e) : 0;
}

/* "application/pdf": nothing else is let through, whatever the helper has said. */
static bool is_media_type(const char *s, size_t nbytes)
{
	static const char letters[] =
		"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.+-_/";

	return nbytes > 0 && nbytes < 128 && strspn(s, letters) == nbytes && strchr(s, '/');
}

static int ask_type(struct arena *a, struct child *c, const char **type, struct err *e)
{
	size_t nbytes = 0;

	if (run(a, c, "type", e) < 0 || read_text(a, c, type, &nbytes, e) < 0)
		return -1;
	if (WIFEXITED(c->status) && WEXITSTATUS(c->status) == CONVERT_NO_TOOL)
		return err_set(e, ERR_IO,
			       _("what the file is cannot be found out: install the Debian package "
				 "\"libmagic-mgc\""));
	if (c->status != 0 || !is_media_type(*type, nbytes))
		*type = "application/octet-stream";
	return 0;
}

int convert_type(struct arena *a, int fd, const char **type, struct err *e)
{
	struct child c = {.document = fd, .text = memfd_create("type", MFD_CLOEXEC)};
	int result = -1;

	if (c.text < 0 || lseek(fd, 0, SEEK_SET) < 0)
		err_set(e, ERR_IO, _("there is no memory to convert the document in: %s"),
			strerror(errno));
	else
		result = ask_type(a, &c, type, e);
	if (c.text >= 0)
		close(c.text);
	return lseek(fd, 0, SEEK_SET) < 0 ? -1 : result;
}
