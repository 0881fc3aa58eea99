/* What is asked of each unit in a period, or between two days, over all open plans. */
#include "cli/cli.h"
#include "cli/lookup.h"
#include "cli/rows.h"
#include "db/cycle/store_burden.h"

static const struct rows_column columns[] = {
	{"unit", N_("Unit"), COLUMN_TEXT, false},
	{"reports", N_("Reports"), COLUMN_NUMBER, false},
	{"fields", N_("Fields"), COLUMN_NUMBER, false},
	{"milestones", N_("Milestones"), COLUMN_NUMBER, false},
	{"notices", N_("Notices"), COLUMN_NUMBER, false},
	{"from", N_("From"), COLUMN_DATE, true},
	{"to", N_("To"), COLUMN_DATE, true},
};

/* --from and --to, else the days of a period from its opening to its due date. */
static int read_days(struct cli *cli, struct date *from, struct date *to, struct err *e)
{
	const char *first = cli_option(cli, "from"), *last = cli_option(cli, "to");
	struct plan_row plan = {0};
	struct period_row period = {0};

	if (!first != !last)
		return err_set(e, ERR_INPUT, _("give both --from and --to, or neither"));
	if (first)
		return date_read(first, "from", from, e) < 0 || date_read(last, "to", to, e) < 0
			       ? -1
			       : 0;
	if (lookup_plan(cli, &plan, e) < 0 || lookup_period(cli, plan.id, &period, e) < 0)
		return -1;
	*from = period.opens;
	*to = period.due;
	return 0;
}

int verb_burden(struct cli *cli, struct err *e)
{
	struct burden_rows burden;
	struct date from = {0}, to = {0};
	int64_t unit_id = 0;
	struct rows r;

	if (cli_open(cli, e) < 0 || read_days(cli, &from, &to, e) < 0 ||
	    lookup_unit_id(cli, &unit_id, e) < 0 ||
	    store_burden_list(cli->store, &cli->arena, &cli->who, from, to, unit_id, &burden, e) <
		    0)
		return -1;
	ROWS_BEGIN(&r, cli, columns);
	rows_say_when_empty(&r, _("nothing is asked of anybody in this time"));
	for (size_t i = 0; i < burden.n; i++) {
		const struct burden_row *b = &burden.at[i];

		rows_text(&r, b->unit);
		rows_number(&r, b->reports);
		rows_number(&r, b->fields);
		rows_number(&r, b->milestones);
		rows_number(&r, b->notices);
		rows_date(&r, from);
		rows_date(&r, to);
	}
	return rows_end(&r, e);
}
