/* One piece of evidence: all that is recorded of it, and its file. */
#include "cli/access.h"
#include "cli/cli.h"
#include "cli/lookup.h"
#include "cli/sheet.h"
#include "core/rule/file_rule.h"
#include "db/report/store_file.h"
#include "exchange/transfer.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

int verb_evidence_show(struct cli *cli, struct err *e)
{
	static const struct sheet_column columns[] = {{N_("Field"), COLUMN_WORD, 0},
						      {N_("Value"), COLUMN_TEXT, 1}};
	char at[TIME_TEXT], on[DATE_TEXT], size[FILE_SIZE_TEXT];
	struct arena *a = &cli->arena;
	struct document_table *t;
	struct evidence_row v;
	struct document d;

	if (lookup_evidence_row(cli, &v, e) < 0)
		return -1;
	document_begin(a, &d, v.title,
		       arena_printf(a, _("evidence %lld of %s"), (long long)v.id, v.unit));
	t = SHEET_TABLE(a, &d, columns);
	sheet_add_line(a, t, _("Kind"), evidence_kind_label(v.kind));
	sheet_add_line(a, t, _("Document number"), v.doc_no);
	sheet_add_line(a, t, _("Reference"), v.ref);
	sheet_add_line(a, t, _("Date"), date_format(v.on, on));
	sheet_add_line(a, t, _("Note"), v.note);
	sheet_add_line(a, t, _("Actions"), v.actions);
	sheet_add_line(a, t, _("Added"),
		       arena_printf(a, _("%s, %s"), v.added_by, time_format_local(v.added_at, at)));
	sheet_add_line(a, t, _("Withdrawn"), v.withdrawn ? _("yes") : "");
	if (v.blob_id) {
		sheet_add_line(a, t, _("File"), v.file_name);
		sheet_add_line(a, t, _("Size"), file_size_text(v.nbytes, size));
		sheet_add_line(a, t, _("Type"), v.file_type);
		sheet_add_line(a, t, _("SHA-256"), v.sha256);
	}
	return sheet_print(cli, &d, e);
}

struct target {
	struct transfer way;
	const char *name; /* of the file, NULL: standard output */
};

static int write_failed(const struct target *to, struct err *e)
{
	if (!to->name)
		return err_set(e, ERR_IO, _("the file cannot be given out: %s"), strerror(errno));
	return err_set(e, ERR_IO, _("\"%s\" cannot be written: %s"), to->name, strerror(errno));
}

static int take_piece(void *to, const void *bytes, size_t nbytes, struct err *e)
{
	struct target *t = to;
	const char *s = bytes;

	while (nbytes > 0) {
		if (transfer_wait(&t->way, e) < 0)
			return -1;
		ssize_t n = write(t->way.fd, s, nbytes < TRANSFER_PIECE ? nbytes : TRANSFER_PIECE);
		if (n < 0 && errno != EINTR)
			return write_failed(t, e);
		if (n > 0)
			s += n, nbytes -= (size_t)n;
	}
	return 0;
}

/* Into a new file: nothing is written over, and half a file does not stay. */
static int get_into(struct cli *cli, const struct evidence_row *v, const char *path, struct err *e)
{
	int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666), result;
	struct target to = {.way = transfer_out(fd), .name = path};

	if (fd < 0 && errno == EEXIST)
		return err_set(e, ERR_EXISTS, _("\"%s\" is there already; name another file"),
			       path);
	if (fd < 0)
		return write_failed(&to, e);
	result = store_file_read(cli->store, v, take_piece, &to, e);
	if (close(fd) != 0 && result == 0)
		result = write_failed(&to, e);
	if (result < 0)
		unlink(path);
	return result;
}

/* A session has no files of the server to write to. */
static int refuse_terminal(const struct cli *cli, struct err *e)
{
	return err_set(e, ERR_INPUT,
		       cli->key_id
			       ? _("a file is not shown on a terminal: say where it is to go, with "
				   "> report.pdf after the command, and without -t")
			       : _("a file is not shown on a terminal: say where it is to go, with "
				   "> report.pdf or --output report.pdf"));
}

int verb_evidence_get(struct cli *cli, struct err *e)
{
	const char *output = cli_option(cli, "output");
	struct target out = {.way = transfer_out(STDOUT_FILENO)};
	struct evidence_row v;

	if (!output && isatty(STDOUT_FILENO))
		return refuse_terminal(cli, e);
	if (lookup_evidence_row(cli, &v, e) < 0 || access_note_export(cli, e) < 0 ||
	    (output ? get_into(cli, &v, output, e)
		    : store_file_read(cli->store, &v, take_piece, &out, e)) < 0)
		return -1;
	if (v.withdrawn)
		fprintf(stderr, _("evidence %lld was withdrawn: it proves nothing any more\n"),
			(long long)v.id);
	return 0;
}
