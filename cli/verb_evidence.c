/* Evidence: list, record, withdraw. Its files are verb_evidence_file.c's. */
#include "cli/cli.h"
#include "cli/evidence_file.h"
#include "cli/lookup.h"
#include "cli/rows.h"
#include "core/rule/entry.h"
#include "core/rule/file_rule.h"
#include "db/report/store_evidence.h"
#include "db/report/store_report.h"

#include <stdio.h>
#include <string.h>

enum { EVIDENCE_LIMIT = 200 };

/* The number that an option gives; 0 without it. */
static int lookup_id(struct cli *cli, const char *option, int64_t *id, struct err *e)
{
	const char *text = cli_option(cli, option);

	*id = 0;
	return text ? lookup_number(text, option, 1, INT64_MAX, id, e) : 0;
}

static void add_file(struct rows *r, const struct evidence_row *v)
{
	char size[FILE_SIZE_TEXT];

	rows_text(r, v->file_name);
	if (v->blob_id)
		rows_word(r, arena_printf(r->arena, "%lld", (long long)v->nbytes),
			  arena_strdup(r->arena, file_size_text(v->nbytes, size)));
	else
		rows_word(r, "", "");
}

static void add_row(struct rows *r, const struct evidence_row *v)
{
	rows_number(r, v->id);
	rows_word(r, evidence_kind_word(v->kind), evidence_kind_label(v->kind));
	rows_text(r, v->title);
	rows_text(r, v->doc_no);
	rows_text(r, v->ref);
	add_file(r, v);
	rows_date(r, v->on);
	rows_text(r, v->unit);
	rows_text(r, v->note);
	rows_text(r, v->added_by);
	rows_time(r, v->added_at);
	rows_flag(r, v->withdrawn);
	rows_text(r, v->file_type);
	rows_text(r, v->sha256);
}

int verb_evidence_list(struct cli *cli, struct err *e)
{
	static const struct rows_column columns[] = {
		{"id", N_("ID"), COLUMN_NUMBER, false},
		{"kind", N_("Kind"), COLUMN_WORD, false},
		{"title", N_("Title"), COLUMN_TEXT, false},
		{"doc_no", N_("Document number"), COLUMN_TEXT, false},
		{"ref", N_("Reference"), COLUMN_TEXT, false},
		{"file", N_("File"), COLUMN_TEXT, false},
		{"bytes", N_("Size"), COLUMN_WORD, false},
		{"date", N_("Date"), COLUMN_DATE, false},
		{"unit", N_("Unit"), COLUMN_TEXT, false},
		{"note", N_("Note"), COLUMN_TEXT, true},
		{"added_by", N_("Added by"), COLUMN_TEXT, true},
		{"added_at", N_("Added"), COLUMN_WORD, true},
		{"withdrawn", N_("Withdrawn"), COLUMN_WORD, true},
		{"type", N_("Type"), COLUMN_WORD, true},
		{"sha256", N_("SHA-256"), COLUMN_WORD, true},
	};
	struct evidence_filter f = {.withdrawn_too = cli_has(cli, "withdrawn")};
	struct evidence_rows evidence = {0};
	struct rows r;
	int limit;

	if (lookup_limit(cli, EVIDENCE_LIMIT, &limit, e) < 0 ||
	    lookup_id(cli, "milestone", &f.milestone_id, e) < 0 ||
	    lookup_id(cli, "request", &f.request_id, e) < 0 ||
	    lookup_id(cli, "case", &f.case_id, e) < 0 || cli_open(cli, e) < 0 ||
	    lookup_action_id(cli, &f.action_id, e) < 0 || lookup_unit_id(cli, &f.unit_id, e) < 0 ||
	    store_evidence_list(cli->store, &cli->arena, &cli->who, &f, limit, &evidence, e) < 0)
		return -1;
	ROWS_BEGIN(&r, cli, columns);
	rows_say_when_empty(
		&r, _("no evidence is recorded for this; `duban evidence add` records some"));
	for (size_t i = 0; i < evidence.n; i++)
		add_row(&r, &evidence.at[i]);
	return rows_end(&r, e);
}

/* The unit's report of --period, which the evidence is to prove; 0 without it. */
static int lookup_report_id(struct cli *cli, const struct action_row *action, int64_t unit_id,
			    int64_t *id, struct err *e)
{
	struct period_row period;
	struct report_row report;

	*id = 0;
	if (!cli_has(cli, "period"))
		return 0;
	if (lookup_period(cli, action->plan_id, &period, e) < 0 ||
	    store_report_find(cli->store, &cli->arena, &cli->who, action->id, unit_id, period.id,
			      &report, e) < 0)
		return -1;
	*id = report.id;
	return 0;
}

static void print_added(struct cli *cli, const struct evidence_new *v,
			const struct evidence_row *row, const struct action_row *action)
{
	char size[FILE_SIZE_TEXT];

	printf(_("evidence %lld of %s for %s: %s\n"), (long long)row->id, row->unit,
	       lookup_action_name(cli, action), *row->title ? row->title : row->doc_no);
	if (!row->blob_id)
		return;
	printf(_("  %s, %s, SHA-256 %s\n"), row->file_name, file_size_text(row->nbytes, size),
	       row->sha256);
	if (strcmp(row->file_name, v->file_name) != 0)
		printf(_("  this file was there already as %s; the name %s is not taken\n"),
		       row->file_name, v->file_name);
}

int verb_evidence_add(struct cli *cli, struct err *e)
{
	struct evidence_fields fields = {
		.kind = cli_option(cli, "kind"),
		.title = cli_option(cli, "title"),
		.doc_no = cli_option(cli, "doc-no"),
		.ref = cli_option(cli, "ref"),
		.on = cli_option(cli, "on"),
		.note = cli_option(cli, "note"),
	};
	struct evidence_new v = {0};
	struct evidence_row row = {0};
	struct action_row action;
	struct unit_row unit;

	if (evidence_file_name(cli, &fields.file, e) < 0 ||
	    entry_evidence(&cli->arena, &fields, &v, e) < 0 ||
	    lookup_id(cli, "milestone", &v.milestone_id, e) < 0 ||
	    lookup_id(cli, "request", &v.request_id, e) < 0 ||
	    lookup_id(cli, "case", &v.case_id, e) < 0 || cli_open(cli, e) < 0 ||
	    lookup_task(cli, &action, &unit, e) < 0 ||
	    lookup_report_id(cli, &action, unit.id, &v.report_id, e) < 0)
		return -1;
	v.action_id = action.id;
	v.unit_id = unit.id;
	if ((*v.file_name ? evidence_file_add(cli, &v, &row, e)
			  : store_evidence_add(cli->store, &cli->who, &v, &cli->arena, &row, NULL,
					       e)) < 0)
		return -1;
	print_added(cli, &v, &row, &action);
	return 0;
}

int verb_evidence_withdraw(struct cli *cli, struct err *e)
{
	struct evidence_row row;

	if (lookup_evidence_row(cli, &row, e) < 0 ||
	    store_evidence_withdraw(cli->store, &cli->who, row.id, row.version,
				    cli_option(cli, "reason"), NULL, e) < 0)
		return -1;
	printf(_("evidence %lld is withdrawn: %s\n"), (long long)row.id, row.title);
	return 0;
}
