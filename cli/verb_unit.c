/* Units: list, add, merge, other names, members, new name; and who answers for what. */
#include "cli/cli.h"
#include "cli/lookup.h"
#include "cli/rows.h"
#include "core/rule/entry.h"
#include "db/people/store_unit.h"

#include <stdio.h>

int verb_unit_list(struct cli *cli, struct err *e)
{
	static const struct rows_column columns[] = {
		{"id", N_("ID"), COLUMN_NUMBER, true},
		{"name", N_("Unit"), COLUMN_TEXT, false},
		{"kind", N_("Kind"), COLUMN_WORD, false},
		{"lead", N_("Leads"), COLUMN_NUMBER, false},
		{"other", N_("Takes part"), COLUMN_NUMBER, false},
		{"members", N_("Members"), COLUMN_NUMBER, false},
		{"people", N_("People"), COLUMN_NUMBER, false},
		{"signs", N_("Signs off"), COLUMN_WORD, false},
		{"aliases", N_("Other names"), COLUMN_TEXT, false},
	};
	struct unit_rows units = {0};
	struct rows r;

	if (cli_open(cli, e) < 0 || store_unit_list(cli->store, &cli->arena, &units, e) < 0)
		return -1;
	ROWS_BEGIN(&r, cli, columns);
	rows_say_when_empty(&r,
			    _("no unit is in the file yet; `duban import` brings those of a plan"));
	for (size_t i = 0; i < units.n; i++) {
		const struct unit_row *u = &units.at[i];

		rows_number(&r, u->id);
		rows_text(&r, u->name);
		rows_word(&r, unit_kind_word(u->kind), unit_kind_label(u->kind));
		rows_number(&r, u->nlead);
		rows_number(&r, u->nother);
		rows_number(&r, u->nmembers);
		rows_number(&r, u->npersons);
		rows_flag(&r, u->signs);
		rows_text(&r, u->aliases);
	}
	return rows_end(&r, e);
}

int verb_unit_add(struct cli *cli, struct err *e)
{
	enum unit_kind kind = cli_has(cli, "collective") ? UNIT_COLLECTIVE : UNIT_SINGLE;
	struct unit_row row = {0};
	const char *name;

	if (entry_name(&cli->arena, cli_operand(cli, 0), "NAME", &name, e) < 0 ||
	    cli_open(cli, e) < 0 ||
	    store_unit_add(cli->store, &cli->who, name, kind, &cli->arena, &row, NULL, e) < 0)
		return -1;
	printf(_("unit %s is added\n"), row.name);
	return 0;
}

/* The units that the first and second operand name. */
static int lookup_two(struct cli *cli, struct unit_row *a, struct unit_row *b, struct err *e)
{
	if (cli_open(cli, e) < 0 ||
	    store_unit_find(cli->store, &cli->arena, cli_operand(cli, 0), a, e) < 0 ||
	    store_unit_find(cli->store, &cli->arena, cli_operand(cli, 1), b, e) < 0)
		return -1;
	return 0;
}

int verb_unit_merge(struct cli *cli, struct err *e)
{
	struct unit_row from, into;

	if (lookup_two(cli, &from, &into, e) < 0 ||
	    store_unit_merge(cli->store, &cli->who, from.id, from.version, into.id, into.version,
			     NULL, e) < 0)
		return -1;
	printf(_("%s is now another name of %s\n"), from.name, into.name);
	return 0;
}

/* The unit of the first operand and the name of the second. */
static int lookup_unit_and_name(struct cli *cli, struct unit_row *unit, const char **name,
				struct err *e)
{
	if (entry_name(&cli->arena, cli_operand(cli, 1), "NAME", name, e) < 0 ||
	    cli_open(cli, e) < 0 ||
	    store_unit_find(cli->store, &cli->arena, cli_operand(cli, 0), unit, e) < 0)
		return -1;
	return 0;
}

int verb_unit_alias(struct cli *cli, struct err *e)
{
	struct unit_row unit;
	const char *name;

	if (lookup_unit_and_name(cli, &unit, &name, e) < 0 ||
	    store_unit_alias(cli->store, &cli->who, unit.id, name, NULL, e) < 0)
		return -1;
	printf(_("%s is now another name of %s\n"), name, unit.name);
	return 0;
}

int verb_unit_rename(struct cli *cli, struct err *e)
{
	struct unit_row unit;
	const char *name;

	if (lookup_unit_and_name(cli, &unit, &name, e) < 0 ||
	    store_unit_rename(cli->store, &cli->who, unit.id, unit.version, name, NULL, e) < 0)
		return -1;
	printf(_("%s is now called %s\n"), unit.name, name);
	return 0;
}

int verb_unit_member(struct cli *cli, struct err *e)
{
	bool add = !cli_has(cli, "remove");
	struct unit_row collective, member;

	if (lookup_two(cli, &collective, &member, e) < 0 ||
	    store_unit_member(cli->store, &cli->who, collective.id, collective.version, member.id,
			      add, NULL, e) < 0)
		return -1;
	printf(add ? _("%s is now a member of %s\n") : _("%s is no longer a member of %s\n"),
	       member.name, collective.name);
	return 0;
}

int verb_unit_sign(struct cli *cli, struct err *e)
{
	bool signs = !cli_has(cli, "off");
	struct unit_row unit;

	if (cli_open(cli, e) < 0 ||
	    store_unit_find(cli->store, &cli->arena, cli_operand(cli, 0), &unit, e) < 0 ||
	    store_unit_sign(cli->store, &cli->who, unit.id, unit.version, signs, NULL, e) < 0)
		return -1;
	printf(signs ? _("reports of %s go out when its approving leader has signed them off\n")
		     : _("reports of %s go out without being signed off\n"),
	       unit.name);
	return 0;
}

/* *version: of the unit's part in the action, 0 when it has none. */
static int lookup_action_and_unit(struct cli *cli, struct action_row *action, struct unit_row *unit,
				  int64_t *version, struct err *e)
{
	struct assignment_rows units;

	*version = 0;
	if (cli_open(cli, e) < 0 || lookup_action(cli, action, e) < 0 ||
	    store_unit_find(cli->store, &cli->arena, cli_operand(cli, 1), unit, e) < 0 ||
	    store_assignment_list(cli->store, &cli->arena, &cli->who, action->id, 0, &units, e) < 0)
		return -1;
	for (size_t i = 0; i < units.n; i++)
		if (units.at[i].unit_id == unit->id)
			*version = units.at[i].version;
	return 0;
}

int verb_assign(struct cli *cli, struct err *e)
{
	enum role role = ROLE_LEAD;
	struct action_row action;
	struct unit_row unit;
	int64_t version;

	role_parse(cli_option(cli, "role"), &role);
	if (lookup_action_and_unit(cli, &action, &unit, &version, e) < 0 ||
	    store_assign(cli->store, &cli->who, action.id, unit.id, version, role, NULL, e) < 0)
		return -1;
	printf(_("%s is assigned to %s (%s)\n"), lookup_action_name(cli, &action), unit.name,
	       role_label(role));
	return 0;
}

int verb_unassign(struct cli *cli, struct err *e)
{
	struct action_row action;
	struct unit_row unit;
	const char *reason;
	int64_t version;

	if (entry_reason(&cli->arena, cli_option(cli, "reason"), &reason, e) < 0 ||
	    lookup_action_and_unit(cli, &action, &unit, &version, e) < 0 ||
	    store_unassign(cli->store, &cli->who, action.id, unit.id, version, reason, NULL, e) < 0)
		return -1;
	printf(_("%s is no longer assigned to %s\n"), lookup_action_name(cli, &action), unit.name);
	return 0;
}
