/* Reporting periods: list, add, close. */
#include "cli/advice.h"
#include "cli/lookup.h"
#include "cli/rows.h"
#include "core/rule/period.h"
#include "db/report/store_period.h"

#include <stdio.h>

int verb_period_list(struct cli *cli, struct err *e)
{
	static const struct rows_column columns[] = {
		{"plan", N_("Plan"), COLUMN_WORD, false},
		{"period", N_("Period"), COLUMN_WORD, false},
		{"kind", N_("Kind"), COLUMN_WORD, false},
		{"opens", N_("Opens"), COLUMN_DATE, false},
		{"due", N_("Due"), COLUMN_DATE, false},
		{"closes", N_("Closes"), COLUMN_DATE, false},
		{"state", N_("State"), COLUMN_WORD, false},
	};
	struct period_rows periods = {0};
	int64_t plan_id;
	struct rows r;

	if (cli_open(cli, e) < 0 || lookup_plan_id(cli, &plan_id, e) < 0 ||
	    store_period_list(cli->store, &cli->arena, plan_id, &periods, e) < 0)
		return -1;
	ROWS_BEGIN(&r, cli, columns);
	for (size_t i = 0; i < periods.n; i++) {
		const struct period_row *p = &periods.at[i];
		enum period_state state = period_state_on(p, cli->now.today);

		rows_text(&r, p->plan_code);
		rows_text(&r, p->code);
		rows_word(&r, period_kind_word(p->kind), period_kind_label(p->kind));
		rows_date(&r, p->opens);
		rows_date(&r, p->due);
		rows_date(&r, p->closes);
		rows_word(&r, period_state_word(state), period_state_label(state));
	}
	return rows_end(&r, e);
}

static int read_date_option(struct cli *cli, const char *name, struct date *d, struct err *e)
{
	const char *text = cli_option(cli, name);

	return text ? date_read(text, name, d, e) : 0;
}

/* A period that takes no report any more is added only by who names its last day. */
static int check_takes_reports(struct cli *cli, const struct period_row *p, struct err *e)
{
	char closes[DATE_TEXT];

	if (cli_has(cli, "closes") || period_state_on(p, cli->now.today) != PERIOD_CLOSED)
		return 0;
	return err_set_field(e, ERR_STATE, "closes",
			     _("period %s is over: reports would have been taken until %s; name "
			       "the last day on which they are taken now with --closes DATE"),
			     p->code, date_format(p->closes, closes));
}

int verb_period_add(struct cli *cli, struct err *e)
{
	struct period_row p = {0};
	struct plan_row plan;
	char due[DATE_TEXT], closes[DATE_TEXT];

	if (period_read(&cli->arena, cli_operand(cli, 0), &p, e) < 0 || cli_open(cli, e) < 0 ||
	    store_period_date(cli->store, &p, e) < 0 ||
	    read_date_option(cli, "opens", &p.opens, e) < 0 ||
	    read_date_option(cli, "due", &p.due, e) < 0 ||
	    read_date_option(cli, "closes", &p.closes, e) < 0 || lookup_plan(cli, &plan, e) < 0)
		return -1;
	p.plan_id = plan.id;
	if (check_takes_reports(cli, &p, e) < 0 ||
	    store_period_add(cli->store, &cli->who, &p, NULL, e) < 0)
		return -1;
	printf(_("period %s of plan %s: reports are due on %s and taken until %s\n"), p.code,
	       plan.code, date_format(p.due, due), date_format(p.closes, closes));
	return advice_calendar(cli, e);
}

int verb_period_close(struct cli *cli, struct err *e)
{
	struct period_row p;
	struct plan_row plan;

	if (cli_open(cli, e) < 0 || lookup_plan(cli, &plan, e) < 0 ||
	    store_period_find(cli->store, &cli->arena, plan.id, cli_operand(cli, 0), &p, e) < 0 ||
	    store_period_close(cli->store, &cli->who, p.id, p.version, NULL, e) < 0)
		return -1;
	printf(_("period %s of plan %s is closed\n"), p.code, plan.code);
	return 0;
}
