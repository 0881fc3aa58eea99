/* Cells become texts here, for people or for programs; print/table.h does the rest. */
#include "cli/rows.h"

#include "cli/access.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

/* Columns of the terminal, 0 when the output goes elsewhere: then nothing is wrapped. */
static int terminal_cols(void)
{
	struct winsize size;

	if (!isatty(STDOUT_FILENO) || ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) < 0)
		return 0;
	return size.ws_col;
}

static bool is_shown(const struct rows *r, int i)
{
	return !(r->people && r->columns[i].detail);
}

void rows_begin(struct rows *r, struct cli *cli, const struct rows_column *columns, int ncolumns)
{
	const char *format = cli_option(cli, "format");
	struct table_column *shown;

	*r = (struct rows){.columns = columns, .ncolumns = ncolumns, .arena = &cli->arena};
	r->writer.file = stdout;
	if (format)
		table_format_parse(format, &r->writer.format);
	r->people = r->writer.format == TABLE_PEOPLE;
	shown = arena_alloc(r->arena, (size_t)ncolumns * sizeof *shown);
	r->cells = arena_alloc(r->arena, (size_t)ncolumns * sizeof *r->cells);
	for (int i = 0; i < ncolumns; i++)
		if (is_shown(r, i))
			shown[r->writer.ncolumns++] = (struct table_column){
				columns[i].key, _(columns[i].title), columns[i].kind};
	r->writer.columns = shown;
	r->writer.width_cols = terminal_cols();
	r->writer.ascii = strcmp(config_text(&cli->config, CONFIG_AMBIGUOUS), "ascii") == 0;
	if ((!r->people || access_is_taken_away(cli)) && access_note_export(cli, &r->untold) < 0) {
		r->writer.file = NULL;
		r->writer.buf = &r->held;
	}
	table_begin(&r->writer);
}

void rows_wrap(struct rows *r, int cols)
{
	if (r->writer.width_cols == 0)
		r->writer.width_cols = cols;
}

void rows_say_when_empty(struct rows *r, const char *sentence)
{
	r->when_empty = sentence;
}

size_t rows_limit(struct rows *r, size_t nread, int limit)
{
	r->more = nread > (size_t)limit;
	return r->more ? (size_t)limit : nread;
}

void rows_text(struct rows *r, const char *s)
{
	if (is_shown(r, r->at))
		r->cells[r->nshown++] = s;
	if (++r->at < r->ncolumns)
		return;
	table_row(&r->writer, r->cells);
	r->at = r->nshown = 0;
}

void rows_word(struct rows *r, const char *word, const char *label)
{
	rows_text(r, r->people ? label : word);
}

void rows_number(struct rows *r, int64_t n)
{
	rows_text(r, arena_printf(r->arena, "%lld", (long long)n));
}

void rows_percent(struct rows *r, int percent)
{
	if (percent < 0)
		rows_text(r, "");
	else
		rows_text(r, arena_printf(r->arena, r->people ? "%d%%" : "%d", percent));
}

void rows_date(struct rows *r, struct date d)
{
	rows_text(r, date_format(d, arena_alloc(r->arena, DATE_TEXT)));
}

void rows_time(struct rows *r, int64_t utc)
{
	char *out = arena_alloc(r->arena, TIME_TEXT);

	if (utc == 0)
		rows_text(r, "");
	else
		rows_text(r, r->people ? time_format_local(utc, out) : time_format_utc(utc, out));
}

void rows_flag(struct rows *r, bool on)
{
	rows_word(r, on ? "yes" : "no", on ? _("yes") : "");
}

int rows_end(struct rows *r, struct err *e)
{
	assert(r->at == 0);
	if (r->people && r->writer.nrows == 0 && r->when_empty && r->untold.code == ERR_NONE) {
		arena_free(&r->writer.arena);
		puts(r->when_empty);
		return 0;
	}
	if (r->untold.code == ERR_NONE) {
		if (table_end(&r->writer, e) < 0)
			return -1;
		if (r->people && r->more)
			puts(_("… and more; --limit N shows more"));
		return 0;
	}
	table_end(&r->writer, e);
	strbuf_free(&r->held);
	*e = r->untold;
	return -1;
}
