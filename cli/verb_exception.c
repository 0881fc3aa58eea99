/* Exceptions: letting one unit report for a period after it has closed for the others, and who has
 * such time. */
#include "cli/cli.h"
#include "cli/lookup.h"
#include "cli/rows.h"
#include "core/rule/entry.h"
#include "core/i18n.h"
#include "db/report/store_exception.h"
#include "db/report/store_period.h"
#include "db/people/store_unit.h"

#include <stdio.h>

/* Of the exception that the unit has; 0: it has none. */
static int lookup_version(struct cli *cli, const struct period_row *period, int64_t unit_id,
			  int64_t *version, struct err *e)
{
	struct exception_rows rows;

	*version = 0;
	if (store_exception_list(cli->store, &cli->arena, &cli->who, period->plan_id, unit_id,
				 &rows, e) < 0)
		return -1;
	for (size_t i = 0; i < rows.n; i++)
		if (rows.at[i].period_id == period->id)
			*version = rows.at[i].version;
	return 0;
}

int verb_period_allow(struct cli *cli, struct err *e)
{
	struct plan_row plan;
	struct period_row period;
	struct unit_row unit;
	struct date until;
	const char *reason;
	int64_t version;
	char day[DATE_TEXT];

	if (date_read(cli_option(cli, "until"), "until", &until, e) < 0 ||
	    entry_reason(&cli->arena, cli_option(cli, "reason"), &reason, e) < 0 ||
	    cli_open(cli, e) < 0 || lookup_plan(cli, &plan, e) < 0 ||
	    store_period_find(cli->store, &cli->arena, plan.id, cli_operand(cli, 0), &period, e) <
		    0 ||
	    store_unit_find(cli->store, &cli->arena, cli_operand(cli, 1), &unit, e) < 0 ||
	    lookup_version(cli, &period, unit.id, &version, e) < 0 ||
	    store_exception_put(cli->store, &cli->who, period.id, unit.id, version, until, reason,
				NULL, e) < 0)
		return -1;
	printf(_("%s may report for %s up to and with %s\n"), unit.name, period.code,
	       date_format(until, day));
	return 0;
}

int verb_period_exceptions(struct cli *cli, struct err *e)
{
	static const struct rows_column columns[] = {
		{"plan", N_("Plan"), COLUMN_WORD, false},
		{"period", N_("Period"), COLUMN_WORD, false},
		{"unit", N_("Unit"), COLUMN_TEXT, false},
		{"until", N_("Until"), COLUMN_DATE, false},
		{"closes", N_("Closes"), COLUMN_DATE, true},
		{"reason", N_("Reason"), COLUMN_TEXT, false},
		{"by", N_("By"), COLUMN_TEXT, false},
		{"at", N_("When"), COLUMN_DATE, true},
	};
	struct exception_rows exceptions;
	int64_t plan_id, unit_id;
	struct rows r;

	if (cli_open(cli, e) < 0 || lookup_plan_id(cli, &plan_id, e) < 0 ||
	    lookup_unit_id(cli, &unit_id, e) < 0 ||
	    store_exception_list(cli->store, &cli->arena, &cli->who, plan_id, unit_id, &exceptions,
				 e) < 0)
		return -1;
	ROWS_BEGIN(&r, cli, columns);
	rows_say_when_empty(&r, _("no unit has more time than the others"));
	for (size_t i = 0; i < exceptions.n; i++) {
		const struct exception_row *x = &exceptions.at[i];

		rows_text(&r, x->plan_code);
		rows_text(&r, x->period);
		rows_text(&r, x->unit);
		rows_date(&r, x->until);
		rows_date(&r, x->closes);
		rows_text(&r, x->reason);
		rows_text(&r, x->by);
		rows_time(&r, x->at);
	}
	return rows_end(&r, e);
}
