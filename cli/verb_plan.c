/* Plans: which there are, their editions, and closing one. */
#include "cli/cli.h"
#include "cli/rows.h"
#include "db/plan/store_plan.h"
#include "db/plan/store_update.h"

#include <stdio.h>

int verb_plan_list(struct cli *cli, struct err *e)
{
	static const struct rows_column columns[] = {
		{"code", N_("Code"), COLUMN_WORD, false},
		{"title", N_("Title"), COLUMN_TEXT, false},
		{"doc_no", N_("Document number"), COLUMN_WORD, false},
		{"issuer", N_("Issued by"), COLUMN_TEXT, true},
		{"date", N_("Date"), COLUMN_DATE, false},
		{"state", N_("State"), COLUMN_WORD, false},
		{"actions", N_("Actions"), COLUMN_NUMBER, false},
		{"units", N_("Units"), COLUMN_NUMBER, false},
	};
	struct plan_rows plans = {0};
	struct rows r;

	if (cli_open(cli, e) < 0 ||
	    store_plan_list(cli->store, &cli->arena, &cli->who, &plans, e) < 0)
		return -1;
	ROWS_BEGIN(&r, cli, columns);
	rows_say_when_empty(&r, _("no plan is in the file yet; `duban import FILE` reads one"));
	for (size_t i = 0; i < plans.n; i++) {
		const struct plan_row *p = &plans.at[i];

		rows_text(&r, p->code);
		rows_text(&r, p->title);
		rows_text(&r, p->doc_no);
		rows_text(&r, p->issuer);
		rows_date(&r, p->date);
		rows_word(&r, plan_state_word(p->state), plan_state_label(p->state));
		rows_number(&r, p->nactions);
		rows_number(&r, p->nunits);
	}
	return rows_end(&r, e);
}

/* What stood in an edition of before and is named by it: people find it again here. */
static int print_withdrawn(struct cli *cli, const struct plan_row *plan, struct err *e)
{
	struct action_rows rows;

	if (store_action_list_withdrawn(cli->store, &cli->arena, &cli->who, plan->id, &rows, e) < 0)
		return -1;
	if (rows.n > 0)
		puts(_("Withdrawn; `duban show` shows each:"));
	for (size_t i = 0; i < rows.n; i++)
		printf("  %s %s\n", action_name(&cli->arena, plan->code, rows.at[i].path),
		       rows.at[i].title);
	return 0;
}

int verb_plan_editions(struct cli *cli, struct err *e)
{
	static const struct rows_column columns[] = {
		{"edition", N_("Edition"), COLUMN_NUMBER, false},
		{"title", N_("Title"), COLUMN_TEXT, false},
		{"doc_no", N_("Document number"), COLUMN_WORD, false},
		{"date", N_("Date"), COLUMN_DATE, false},
		{"file", N_("File"), COLUMN_TEXT, false},
		{"imported_at", N_("Imported"), COLUMN_WORD, false},
		{"imported_by", N_("By"), COLUMN_TEXT, false},
		{"superseded_at", N_("In force until"), COLUMN_WORD, false},
	};
	struct edition_rows editions;
	struct plan_row plan;
	struct rows r;

	if (cli_open(cli, e) < 0 ||
	    store_plan_get(cli->store, &cli->arena, &cli->who, cli_operand(cli, 0), &plan, e) < 0 ||
	    store_edition_list(cli->store, &cli->arena, &cli->who, plan.id, &editions, e) < 0)
		return -1;
	ROWS_BEGIN(&r, cli, columns);
	for (size_t i = 0; i < editions.n; i++) {
		const struct edition_row *x = &editions.at[i];

		rows_number(&r, x->number);
		rows_text(&r, x->title);
		rows_text(&r, x->doc_no);
		rows_date(&r, x->date);
		rows_text(&r, x->file);
		rows_time(&r, x->imported_at);
		rows_text(&r, x->imported_by);
		rows_time(&r, x->superseded_at);
	}
	if (rows_end(&r, e) < 0)
		return -1;
	return r.people ? print_withdrawn(cli, &plan, e) : 0;
}

int verb_plan_close(struct cli *cli, struct err *e)
{
	const char *code = cli_operand(cli, 0);
	struct plan_row plan;

	if (cli_open(cli, e) < 0 ||
	    store_plan_get(cli->store, &cli->arena, &cli->who, code, &plan, e) < 0 ||
	    store_plan_close(cli->store, &cli->who, code, plan.version, cli_option(cli, "reason"),
			     NULL, e) < 0)
		return -1;
	printf(_("plan %s is closed\n"), code);
	return 0;
}
