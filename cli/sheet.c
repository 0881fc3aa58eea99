/* Screens as text (overview, show) go through the same renderer as what is printed. */
#include "cli/sheet.h"

#include "cli/access.h"
#include "core/i18n.h"
#include "print/text.h"

#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

enum { SHEET_COLS = 100 }; /* where there is no terminal to ask */

static int sheet_cols(void)
{
	struct winsize size;

	if (!isatty(STDOUT_FILENO) || ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) < 0 || !size.ws_col)
		return SHEET_COLS;
	return size.ws_col;
}

int sheet_print(struct cli *cli, const struct document *d, struct err *e)
{
	struct strbuf out = STRBUF_INIT;
	struct text_options o = {.width_cols = sheet_cols()};

	if (access_is_taken_away(cli) && access_note_export(cli, e) < 0)
		return -1;
	o.ascii = strcmp(config_text(&cli->config, CONFIG_AMBIGUOUS), "ascii") == 0;
	text_render(&out, d, &o);
	fwrite(out.s, 1, out.nbytes, stdout);
	strbuf_free(&out);
	return 0;
}

struct document_table *sheet_table(struct arena *a, struct document *d,
				   const struct sheet_column *columns, int ncolumns)
{
	struct document_table *t = document_add_table(a, d);

	for (int i = 0; i < ncolumns; i++)
		document_add_column(a, t, _(columns[i].title), columns[i].kind, columns[i].weight);
	return t;
}

void sheet_add_line(struct arena *a, struct document_table *t, const char *label, const char *text)
{
	const char **cells;

	if (!*text)
		return;
	cells = document_add_row(a, t);
	cells[0] = label;
	cells[1] = text;
}
