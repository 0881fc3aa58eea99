/* Which request a verb is about, and how its action is named. */
#include "cli/requests.h"

#include "cli/lookup.h"
#include "db/plan/store_plan.h"

int requests_get(struct cli *cli, struct request_row *q, struct err *e)
{
	int64_t id;

	if (lookup_number(cli_operand(cli, 0), "ID", 1, INT64_MAX, &id, e) < 0 ||
	    cli_open(cli, e) < 0)
		return -1;
	if (store_request_get(cli->store, &cli->arena, &cli->who, id, q, e) == 0)
		return 0;
	return e->code == ERR_NOT_FOUND
		       ? err_set(e, ERR_NOT_FOUND,
				 _("there is no request %lld; `duban request list` shows the "
				   "numbers"),
				 (long long)id)
		       : -1;
}

const char *requests_action_name(struct cli *cli, const struct request_row *q)
{
	return q->action_id ? action_name(&cli->arena, q->plan_code, q->action_no) : "";
}

bool requests_asks_close_out(const struct request_row *q)
{
	return q->kind == REQUEST_COMPLETION && q->state == REQUEST_ASKED;
}
