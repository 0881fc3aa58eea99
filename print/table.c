/*
 * The four formats, each three functions behind one table. Those for programs write a row when it
 * comes; the table for people waits for the last row, because widths depend on all of them.
 */
#include "print/table.h"

#include "core/decimal.h"
#include "core/err.h"
#include "core/i18n.h"
#include "core/text/utf8.h"
#include "print/columns.h"
#include "print/plain.h"

#include <errno.h>
#include <jansson.h>
#include <stdlib.h>
#include <string.h>

struct format_ops {
	const char *word;
	void (*begin)(struct table_writer *, struct strbuf *);
	void (*row)(struct table_writer *, const char *const *cells, struct strbuf *);
	void (*end)(struct table_writer *, struct strbuf *);
};

static void people_begin(struct table_writer *w, struct strbuf *out)
{
	(void)out;
	for (int i = 0; i < w->ncolumns; i++) {
		const struct table_column *c = &w->columns[i];
		document_add_column(&w->arena, &w->rows, c->title, c->kind,
				    c->kind == COLUMN_TEXT ? 1 : 0);
	}
}

static void people_row(struct table_writer *w, const char *const *cells, struct strbuf *out)
{
	const char **row = document_add_row(&w->arena, &w->rows);

	(void)out;
	for (int i = 0; i < w->ncolumns; i++) {
		row[i] = plain_line(&w->arena, arena_strdup(&w->arena, cells[i]));
		if (w->ascii)
			row[i] = plain_ascii(&w->arena, row[i]);
	}
}

static void put_lines(struct strbuf *out, struct text_lines *lines)
{
	for (size_t i = 0; i < lines->n; i++) {
		strbuf_puts(out, lines->at[i]);
		strbuf_putc(out, '\n');
	}
}

static void people_end(struct table_writer *w, struct strbuf *out)
{
	struct text_lines lines = {0};
	struct columns cs;

	columns_fit(&w->arena, &cs, &w->rows, w->width_cols);
	columns_add_titles(&w->arena, &cs, &lines);
	columns_add_rule(&w->arena, &cs, w->ascii, &lines);
	for (size_t i = 0; i < w->rows.rows.n; i++)
		columns_add_row(&w->arena, &cs, w->rows.rows.at[i], &lines);
	put_lines(out, &lines);
}

/* Keys as the first row of a format that is made of rows. */
static void put_keys(struct table_writer *w, struct strbuf *out,
		     void (*row)(struct table_writer *, const char *const *, struct strbuf *))
{
	const char **keys = arena_alloc(&w->arena, (size_t)w->ncolumns * sizeof *keys);

	for (int i = 0; i < w->ncolumns; i++)
		keys[i] = w->columns[i].key;
	row(w, keys, out);
}

/* A list for programs is read on a terminal too: nothing goes there that one obeys, nor what is
 * left of it, as in the table for people. Tabs and line ends have signs of their own in each
 * format. */
static const char *clean_cell(struct arena *a, const char *s)
{
	const char *end = s + strlen(s);

	for (const char *at = s; at < end;) {
		uint32_t cp;
		int n = utf8_decode(at, end, &cp);

		at += n;
		if (cp != '\t' && cp != '\n' && cp != '\r' &&
		    (utf8_is_bad(n, cp) || utf8_is_unseen(cp)))
			return plain_text(a, s);
	}
	return s;
}

static void put_tsv_cell(struct strbuf *out, const char *s)
{
	for (; *s; s++) {
		if (*s == '\t')
			strbuf_puts(out, "\\t");
		else if (*s == '\n')
			strbuf_puts(out, "\\n");
		else if (*s == '\r')
			strbuf_puts(out, "\\r");
		else if (*s == '\\')
			strbuf_puts(out, "\\\\");
		else
			strbuf_putc(out, *s);
	}
}

static void tsv_row(struct table_writer *w, const char *const *cells, struct strbuf *out)
{
	for (int i = 0; i < w->ncolumns; i++) {
		if (i)
			strbuf_putc(out, '\t');
		put_tsv_cell(out, clean_cell(&w->arena, cells[i]));
	}
	strbuf_putc(out, '\n');
}

static void tsv_begin(struct table_writer *w, struct strbuf *out)
{
	put_keys(w, out, tsv_row);
}

/* Whether a spreadsheet would compute the cell instead of showing it. A figure is shown. */
static bool is_formula(const char *s)
{
	struct decimal d;

	return *s && strchr("=+-@\t\r", *s) && !decimal_parse(s, &d);
}

static void put_csv_cell(struct strbuf *out, const char *s)
{
	bool formula = is_formula(s);

	if (!formula && !strpbrk(s, ",\"\r\n")) {
		strbuf_puts(out, s);
		return;
	}
	strbuf_puts(out, formula ? "\"'" : "\"");
	for (; *s; s++) {
		if (*s == '"')
			strbuf_putc(out, '"');
		strbuf_putc(out, *s);
	}
	strbuf_putc(out, '"');
}

static void csv_row(struct table_writer *w, const char *const *cells, struct strbuf *out)
{
	for (int i = 0; i < w->ncolumns; i++) {
		if (i)
			strbuf_putc(out, ',');
		put_csv_cell(out, clean_cell(&w->arena, cells[i]));
	}
	strbuf_puts(out, "\r\n");
}

static void csv_begin(struct table_writer *w, struct strbuf *out)
{
	put_keys(w, out, csv_row);
}

/* JSON keeps every character, and those that a terminal could obey as \u and their number. */
static void put_json_string(struct table_writer *w, struct strbuf *out, const char *s)
{
	size_t flags = JSON_ENCODE_ANY;

	if (utf8_first_bad(s, strlen(s)) < strlen(s))
		s = plain_text(&w->arena, s);
	if (clean_cell(&w->arena, s) != s)
		flags |= JSON_ENSURE_ASCII;
	json_t *value = json_string(s);
	char *text = value ? json_dumps(value, flags) : NULL;

	strbuf_puts(out, text ? text : "\"\"");
	free(text);
	json_decref(value);
}

/* A figure as it is printed: through a binary number 38.00 would lose its digits. */
static void put_json_cell(struct table_writer *w, struct strbuf *out, enum column_kind kind,
			  const char *s)
{
	struct decimal d;
	char figure[DECIMAL_TEXT];

	if (kind == COLUMN_NUMBER && !*s)
		strbuf_puts(out, "null");
	else if (kind == COLUMN_NUMBER && decimal_parse(s, &d))
		strbuf_puts(out, decimal_format(d, figure));
	else
		put_json_string(w, out, s);
}

static void json_begin(struct table_writer *w, struct strbuf *out)
{
	(void)w;
	strbuf_putc(out, '[');
}

static void json_row(struct table_writer *w, const char *const *cells, struct strbuf *out)
{
	strbuf_puts(out, w->nrows ? ",\n {" : "\n {");
	for (int i = 0; i < w->ncolumns; i++) {
		if (i)
			strbuf_puts(out, ", ");
		put_json_string(w, out, w->columns[i].key);
		strbuf_puts(out, ": ");
		put_json_cell(w, out, w->columns[i].kind, cells[i]);
	}
	strbuf_putc(out, '}');
}

static void json_end(struct table_writer *w, struct strbuf *out)
{
	strbuf_puts(out, w->nrows ? "\n]\n" : "]\n");
}

static void no_end(struct table_writer *w, struct strbuf *out)
{
	(void)w;
	(void)out;
}

#define tsv_end			   no_end
#define csv_end			   no_end
#define FORMAT_OPS(id, word, name) [id] = {word, name##_begin, name##_row, name##_end},

static const struct format_ops formats[TABLE_FORMAT_COUNT] = {TABLE_FORMATS(FORMAT_OPS)};

const char *table_format_word(enum table_format f)
{
	return formats[f].word;
}

bool table_format_parse(const char *word, enum table_format *f)
{
	for (int i = 0; i < TABLE_FORMAT_COUNT; i++)
		if (strcmp(formats[i].word, word) == 0) {
			*f = (enum table_format)i;
			return true;
		}
	return false;
}

static void flush_to_file(struct table_writer *w, struct strbuf *b)
{
	if (!w->file)
		return;
	if (b->nbytes && fwrite(b->s, 1, b->nbytes, w->file) != b->nbytes && !w->error)
		w->error = errno;
	strbuf_free(b);
}

void table_begin(struct table_writer *w)
{
	struct strbuf own = STRBUF_INIT, *out = w->file ? &own : w->buf;

	formats[w->format].begin(w, out);
	flush_to_file(w, out);
}

void table_row(struct table_writer *w, const char *const *cells)
{
	struct strbuf own = STRBUF_INIT, *out = w->file ? &own : w->buf;
	const char **whole = xcalloc((size_t)w->ncolumns, sizeof *whole);

	for (int i = 0; i < w->ncolumns; i++)
		whole[i] = cells[i] ? cells[i] : "";
	formats[w->format].row(w, whole, out);
	w->nrows++;
	flush_to_file(w, out);
	free(whole);
}

int table_end(struct table_writer *w, struct err *e)
{
	struct strbuf own = STRBUF_INIT, *out = w->file ? &own : w->buf;

	formats[w->format].end(w, out);
	flush_to_file(w, out);
	arena_free(&w->arena);
	w->rows = (struct document_table){0};
	if (w->file && fflush(w->file) != 0 && !w->error)
		w->error = errno;
	if (!w->error || w->error == EPIPE)
		return 0;
	return err_set(e, ERR_IO, _("cannot write the list: %s"), strerror(w->error));
}
