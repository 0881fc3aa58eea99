/* Receipt of tasks: a unit takes note of what it was assigned; who has not yet, and for how long.
 */
#include "cli/cli.h"
#include "cli/lookup.h"
#include "cli/rows.h"
#include "db/plan/store_plan.h"
#include "db/cycle/store_receipt.h"

#include <stdio.h>

/* The unit, and the plan and the action that it receives: of a first operand, else --plan; 0 all.
 */
static int lookup_what(struct cli *cli, struct unit_row *unit, int64_t *plan_id, int64_t *action_id,
		       struct err *e)
{
	struct action_row action;

	*action_id = 0;
	if (!cli_operand(cli, 0))
		return lookup_own_unit(cli, unit, e) < 0 ? -1 : lookup_plan_id(cli, plan_id, e);
	if (lookup_task(cli, &action, unit, e) < 0)
		return -1;
	*plan_id = action.plan_id;
	*action_id = action.id;
	return 0;
}

int verb_receive(struct cli *cli, struct err *e)
{
	int64_t plan_id, action_id;
	struct unit_row unit;
	int n = 0;

	if (cli_open(cli, e) < 0 || lookup_what(cli, &unit, &plan_id, &action_id, e) < 0 ||
	    store_receive(cli->store, &cli->who, plan_id, unit.id, action_id, &n, NULL, e) < 0)
		return -1;
	printf(Q_("%s has received %d task\n", "%s has received %d tasks\n", n), unit.name, n);
	return 0;
}

static void add_row(struct rows *r, struct cli *cli, const struct unreceived_row *row)
{
	rows_text(r, action_name(&cli->arena, row->plan_code, row->action_no));
	rows_text(r, row->plan_code);
	rows_text(r, row->action_title);
	rows_text(r, row->unit);
	rows_word(r, role_word(row->role), role_label(row->role));
	rows_time(r, row->issued_at);
	rows_number(r, row->days);
}

int verb_receive_list(struct cli *cli, struct err *e)
{
	static const struct rows_column columns[] = {
		{"action", N_("Action"), COLUMN_WORD, false},
		{"plan", N_("Plan"), COLUMN_WORD, true},
		{"title", N_("Title"), COLUMN_TEXT, false},
		{"unit", N_("Unit"), COLUMN_TEXT, false},
		{"role", N_("Role"), COLUMN_WORD, false},
		{"issued", N_("Issued"), COLUMN_WORD, false},
		{"days", N_("Days"), COLUMN_NUMBER, false},
	};
	struct unreceived_rows waiting = {0};
	int64_t plan_id, unit_id;
	struct rows r;

	if (cli_open(cli, e) < 0 || lookup_plan_id(cli, &plan_id, e) < 0 ||
	    lookup_unit_id(cli, &unit_id, e) < 0 ||
	    store_unreceived_list(cli->store, &cli->arena, &cli->who, plan_id, unit_id, &waiting,
				  e) < 0)
		return -1;
	ROWS_BEGIN(&r, cli, columns);
	rows_say_when_empty(&r, _("every task was received"));
	for (size_t i = 0; i < waiting.n; i++)
		add_row(&r, cli, &waiting.at[i]);
	return rows_end(&r, e);
}
