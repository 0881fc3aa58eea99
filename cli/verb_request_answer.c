/* What units ask of the office, answered: granting, refusing, taking back; and opening an action
 * again that was closed out. */
#include "cli/advice.h"
#include "cli/both.h"
#include "cli/cli.h"
#include "cli/lookup.h"
#include "cli/requests.h"
#include "core/rule/entry.h"
#include "db/people/store_unit.h"
#include "db/plan/store_plan.h"

#include <stdio.h>

/* Nothing is asked for any more of an action that is closed out: who does it has been told. */
static int check_nothing_open(struct cli *cli, const struct request_row *q, struct err *e)
{
	struct open_rows open;

	if (!requests_asks_close_out(q) || cli_has(cli, "despite"))
		return 0;
	if (store_action_open(cli->store, &cli->arena, &cli->who, q->action_id, &open, e) < 0)
		return -1;
	if (open.n == 0)
		return 0;
	return err_set(e, ERR_STATE,
		       _("%1$s still has something open: %2$s; `duban request show %3$lld` lists "
			 "it, --despite closes the action out all the same"),
		       requests_action_name(cli, q), open_summary(&cli->arena, &open),
		       (long long)q->id);
}

/* Who was faster, and what they have answered. */
static int refuse_decided(struct cli *cli, int64_t id, const struct err *e)
{
	struct err unread = ERR_INIT;
	struct request_row now;

	if ((e->code == ERR_CONFLICT || e->code == ERR_STATE) &&
	    store_request_get(cli->store, &cli->arena, &cli->who, id, &now, &unread) == 0 &&
	    now.decided_at)
		both_print_done(request_state_label(now.state), now.decided_by, now.decided_at,
				now.answer);
	return -1;
}

static int decide(struct cli *cli, enum request_step step, struct date until, const char *answer,
		  struct request_row *q, struct err *e)
{
	if (answer && entry_reason(&cli->arena, answer, &answer, e) < 0)
		return lookup_rename_field(e, "reason", "answer");
	if (requests_get(cli, q, e) < 0 ||
	    (step == REQUEST_GRANT && check_nothing_open(cli, q, e) < 0))
		return -1;
	if (store_request_decide(cli->store, &cli->who, q->id, q->version, step, until, answer,
				 NULL, e) < 0) {
		refuse_decided(cli, q->id, e);
		return lookup_rename_field(e, "granted", "until");
	}
	return 0;
}

/* What was objected to is changed by hand. The task of a collective unit is nothing that can be
 * taken from one of its members. */
static int say_change(struct cli *cli, const struct request_row *q, struct err *e)
{
	struct assignment_rows rows;
	bool own = false;

	if (store_assignment_list(cli->store, &cli->arena, &cli->who, q->action_id, 0, &rows, e) <
	    0)
		return -1;
	for (size_t i = 0; i < rows.n; i++)
		own = own || rows.at[i].unit_id == q->unit_id;
	printf(own ? _("`duban assign %1$s %2$s --role ROLE` gives another role, `duban unassign "
		       "%1$s %2$s --reason TEXT` takes the task from the unit\n")
		   : _("`duban assign %1$s %2$s --role ROLE` gives the unit a role of its own "
		       "beside the one that it has as a member of others\n"),
	       requests_action_name(cli, q), q->unit);
	return 0;
}

int verb_request_grant(struct cli *cli, struct err *e)
{
	const char *text = cli_option(cli, "until");
	struct date until = {0};
	struct request_row q = {0};

	if ((text && date_read(text, "until", &until, e) < 0) ||
	    decide(cli, REQUEST_GRANT, until, cli_option(cli, "answer"), &q, e) < 0)
		return -1;
	printf(_("request %lld of %s is granted: %s\n"), (long long)q.id, q.unit,
	       _(request_rule(q.kind)->granting));
	if (request_rule(q.kind)->grant_has_date)
		advice_rest(cli, date_is_set(until) ? until : q.want);
	return q.kind == REQUEST_CONTEST ? say_change(cli, &q, e) : 0;
}

int verb_request_refuse(struct cli *cli, struct err *e)
{
	struct request_row q = {0};

	if (decide(cli, REQUEST_REFUSE, (struct date){0}, cli_option(cli, "answer"), &q, e) < 0)
		return -1;
	printf(_("request %lld of %s is refused: %s\n"), (long long)q.id, q.unit,
	       request_label(&cli->arena, &q));
	return 0;
}

int verb_request_take_back(struct cli *cli, struct err *e)
{
	struct request_row q;

	if (requests_get(cli, &q, e) < 0)
		return -1;
	if (store_request_take_back(cli->store, &cli->who, q.id, q.version, NULL, e) < 0)
		return refuse_decided(cli, q.id, e);
	printf(_("request %lld of %s is taken back: %s\n"), (long long)q.id, q.unit,
	       request_label(&cli->arena, &q));
	return 0;
}

int verb_action_reopen(struct cli *cli, struct err *e)
{
	const char *reason;
	struct action_row action;

	if (entry_reason(&cli->arena, cli_option(cli, "reason"), &reason, e) < 0 ||
	    cli_open(cli, e) < 0 || lookup_action(cli, &action, e) < 0 ||
	    store_action_reopen(cli->store, &cli->who, action.id, action.version, reason, NULL, e) <
		    0)
		return -1;
	printf(_("%s is open again: %s\n"), lookup_action_name(cli, &action), action.title);
	return 0;
}
