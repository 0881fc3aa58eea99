/* The evidence of a thing as a table of its page: the same for an action, a request and a case. */
#include "cli/sheet.h"

#include "core/i18n.h"
#include "db/report/store_evidence.h"

enum { EVIDENCE_SHOWN = 50 };

int sheet_add_evidence(struct cli *cli, struct document *d, const struct evidence_filter *f,
		       struct err *e)
{
	static const struct sheet_column columns[] = {
		{N_("ID"), COLUMN_NUMBER, 0},	   {N_("Kind"), COLUMN_WORD, 0},
		{N_("Title"), COLUMN_TEXT, 3},	   {N_("Document number"), COLUMN_TEXT, 2},
		{N_("Reference"), COLUMN_TEXT, 2}, {N_("Unit"), COLUMN_TEXT, 1},
	};
	struct arena *a = &cli->arena;
	struct evidence_rows rows = {0};
	struct document_table *t;

	if (store_evidence_list(cli->store, a, &cli->who, f, EVIDENCE_SHOWN, &rows, e) < 0)
		return -1;
	if (rows.n == 0)
		return 0;
	document_heading(a, d, _("Evidence"));
	t = SHEET_TABLE(a, d, columns);
	for (size_t i = 0; i < rows.n; i++) {
		const struct evidence_row *v = &rows.at[i];
		const char **cells = document_add_row(a, t);

		cells[0] = arena_printf(a, "%lld", (long long)v->id);
		cells[1] = evidence_kind_label(v->kind);
		cells[2] = v->title;
		cells[3] = v->doc_no;
		cells[4] = *v->ref ? v->ref : v->file_name;
		cells[5] = v->unit;
	}
	return 0;
}
