/*
 * duban-convert - makes text of one document: the document on standard input, UTF-8 text on
 * standard output, how it went as the exit status (exchange/convert_end.h). duban starts it; it
 * stands apart so that big libraries and documents of strangers stay out of the terminal program.
 * Formats that other programs read are handed over to them, under the same limits.
 *
 * usage: duban-convert html|docx|xlsx|docbook|pdf-words|ics|antiword|catdoc|pdftotext|type
 * <DOCUMENT >TEXT
 */
#include "convert/convert.h"
#include "convert/limits.h"
#include "convert/type.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const struct {
	const char *word;
	converter *convert;
} converters[] = {
	{"html", convert_html},		  {"docx", convert_docx},	{"xlsx", convert_xlsx},
	{"pdf-words", convert_pdf_words}, {"docbook", convert_docbook}, {"ics", convert_ics},
};

/* Programs that read standard input. pdftotext gives words with their places, in the order in which
 * they were written; "pdf-words" and
 * "docbook" are the other halves of reading a PDF and a .doc. */
static const char *const tools[][8] = {
	{"antiword", "-x", "db", "-", NULL},
	{"catdoc", "-d", "utf-8", "-w", NULL},
	{"pdftotext", "-q", "-raw", "-bbox", "-enc", "UTF-8", "-", "-"},
};

static int become(const char *const *words, size_t n)
{
	char *argv[sizeof tools[0] / sizeof tools[0][0] + 1] = {NULL};
	size_t i = 0;

	do
		argv[i] = (char *)(size_t)words[i];
	while (++i < n && words[i]);
	/* antiword looks for settings in a home, and gives up where there is none. */
	setenv("HOME", "/", 0);
	setenv("LC_ALL", "C.UTF-8", 1);
	execvp(argv[0], argv);
	return errno == ENOENT || errno == EACCES ? CONVERT_NO_TOOL : CONVERT_DAMAGED;
}

static enum convert_end read_input(struct strbuf *in)
{
	char block[65536];
	ssize_t n;

	while ((n = read(STDIN_FILENO, block, sizeof block)) > 0)
		strbuf_add(in, block, (size_t)n);
	return n < 0 ? CONVERT_DAMAGED : CONVERT_DONE;
}

static enum convert_end write_output(const struct strbuf *out)
{
	for (size_t at = 0; at < out->nbytes;) {
		ssize_t n = write(STDOUT_FILENO, out->s + at, out->nbytes - at);

		if (n < 0)
			return CONVERT_TOO_LARGE;
		at += (size_t)n;
	}
	return CONVERT_DONE;
}

static enum convert_end run(converter *convert)
{
	struct strbuf in = STRBUF_INIT, out = STRBUF_INIT;
	enum convert_end end = read_input(&in);

	if (end == CONVERT_DONE && limits_close_doors() < 0)
		end = CONVERT_USAGE;
	if (end == CONVERT_DONE)
		end = convert(in.s ? in.s : "", in.nbytes, &out);
	if (end == CONVERT_DONE)
		end = write_output(&out);
	strbuf_free(&in);
	strbuf_free(&out);
	return end;
}

/* What the document is, which may be far larger than one that is read: only its beginning. */
static enum convert_end tell_type(void)
{
	struct strbuf out = STRBUF_INIT;
	enum convert_end end = CONVERT_NO_TOOL;
	struct magic_set *m;

	/* The system's table, and nobody's own. */
	unsetenv("MAGIC");
	unsetenv("HOME");
	m = type_begin();
	if (m && limits_close_doors() == 0) {
		char *head = xmalloc(TYPE_HEAD);
		ssize_t n = pread(STDIN_FILENO, head, TYPE_HEAD, 0);

		end = n < 0 ? CONVERT_DAMAGED : type_find(m, STDIN_FILENO, head, (size_t)n, &out);
		free(head);
	}
	if (end == CONVERT_DONE)
		end = write_output(&out);
	strbuf_free(&out);
	if (m)
		type_end(m);
	return end;
}

int main(int argc, char **argv)
{
	if (argc != 2 || limits_set() < 0)
		return CONVERT_USAGE;
	if (strcmp(argv[1], "type") == 0)
		return (int)tell_type();
	for (size_t i = 0; i < sizeof converters / sizeof converters[0]; i++)
		if (strcmp(argv[1], converters[i].word) == 0)
			return (int)run(converters[i].convert);
	for (size_t i = 0; i < sizeof tools / sizeof tools[0]; i++)
		if (strcmp(argv[1], tools[i][0]) == 0)
			return become(tools[i], sizeof tools[0] / sizeof tools[0][0]);
	return CONVERT_USAGE;
}
