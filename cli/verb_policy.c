/* The rules that the office sets for everybody: list, set. */
#include "cli/cli.h"
#include "cli/nearest.h"
#include "cli/rows.h"
#include "db/cycle/store_policy.h"

#include <stdio.h>

int verb_policy_list(struct cli *cli, struct err *e)
{
	static const struct rows_column columns[] = {
		{"name", N_("Rule"), COLUMN_WORD, false},
		{"value", N_("Value"), COLUMN_WORD, false},
		{"default", N_("Default"), COLUMN_WORD, false},
		{"meaning", N_("That is"), COLUMN_TEXT, false},
		{"help", N_("What it says"), COLUMN_TEXT, false},
	};
	struct policy policy;
	struct rows r;

	if (cli_open(cli, e) < 0 || store_policy_load(cli->store, &cli->arena, &policy, e) < 0)
		return -1;
	ROWS_BEGIN(&r, cli, columns);
	for (int i = 0; i < POLICY_COUNT; i++) {
		rows_text(&r, policy_options[i].name);
		rows_text(&r, policy_text(&policy, (enum policy_id)i));
		rows_text(&r, policy_options[i].fallback);
		rows_text(&r, policy_meaning(&cli->arena, &policy, (enum policy_id)i));
		rows_text(&r, _(policy_options[i].help));
	}
	return rows_end(&r, e);
}

static int find_policy(const char *name, enum policy_id *id, struct err *e)
{
	struct nearest n;

	*id = policy_find(name);
	if (*id != POLICY_COUNT)
		return 0;
	nearest_begin(&n, name);
	for (int i = 0; i < POLICY_COUNT; i++)
		nearest_offer(&n, policy_options[i].name);
	if (n.word)
		return err_set_field(e, ERR_INPUT, "NAME",
				     _("there is no rule \"%s\"; did you mean \"%s\"?"), name,
				     n.word);
	return err_set_field(e, ERR_INPUT, "NAME",
			     _("there is no rule \"%s\"; `duban policy list` lists all"), name);
}

int verb_policy_set(struct cli *cli, struct err *e)
{
	struct policy policy;
	enum policy_id id;
	const char *means;

	if (find_policy(cli_operand(cli, 0), &id, e) < 0 || cli_open(cli, e) < 0 ||
	    store_policy_set(cli->store, &cli->who, id,
			     cli->args.operands.n > 1 ? cli_operand(cli, 1) : "", NULL, e) < 0 ||
	    store_policy_load(cli->store, &cli->arena, &policy, e) < 0)
		return -1;
	means = policy_meaning(&cli->arena, &policy, id);
	if (*means)
		printf(_("%s is %s now: %s\n"), policy_options[id].name, policy_text(&policy, id),
		       means);
	else
		printf(_("%s is %s now\n"), policy_options[id].name, policy_text(&policy, id));
	return 0;
}
