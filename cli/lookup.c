/* Finding what a command line names, and what it leaves out because only one thing can be meant. */
#include "cli/lookup.h"

#include "db/cycle/store_policy.h"
#include "db/plan/store_task.h"
#include "db/report/store_evidence.h"
#include "db/report/store_period.h"
#include "db/plan/store_plan.h"
#include "db/people/store_unit.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int lookup_plan(struct cli *cli, struct plan_row *plan, struct err *e)
{
	const char *code = cli_option(cli, "plan");
	const struct plan_row *open = NULL;
	struct plan_rows plans = {0};

	if (code)
		return store_plan_get(cli->store, &cli->arena, &cli->who, code, plan, e);
	if (store_plan_list(cli->store, &cli->arena, &cli->who, &plans, e) < 0)
		return -1;
	for (size_t i = 0; i < plans.n; i++) {
		if (plans.at[i].state != PLAN_OPEN)
			continue;
		if (open)
			return err_set(e, ERR_INPUT,
				       _("several plans are open: say which one with --plan CODE "
					 "(`duban plan list` shows the codes)"));
		open = &plans.at[i];
	}
	if (!open)
		return err_set(
			e, ERR_NOT_FOUND,
			_("no plan is open; the office takes one in with `duban import FILE`"));
	*plan = *open;
	return 0;
}

int lookup_plan_id(struct cli *cli, int64_t *id, struct err *e)
{
	struct plan_row plan = {0};

	*id = 0;
	if (!cli_has(cli, "plan"))
		return 0;
	if (lookup_plan(cli, &plan, e) < 0)
		return -1;
	*id = plan.id;
	return 0;
}

int lookup_action(struct cli *cli, struct action_row *action, struct err *e)
{
	return store_action_find(cli->store, &cli->arena, &cli->who, cli_operand(cli, 0), action,
				 e);
}

/* "yx2021/1、yx2021/3" */
static int name_tasks(struct cli *cli, int64_t unit_id, const char **names, struct err *e)
{
	const struct task_filter f = {.unit_id = unit_id, .role = -1, .lamp = -1};
	struct task_rows tasks;
	struct lamp_rules rules;

	if (store_lamp_rules(cli->store, &cli->arena, &rules, e) < 0 ||
	    store_task_list(cli->store, &cli->arena, &cli->who, &f, &rules, cli->now.today, &tasks,
			    e) < 0)
		return -1;
	*names = "";
	for (size_t i = 0; i < tasks.n; i++)
		*names = arena_printf(
			&cli->arena, "%s%s%s", *names, i ? "、" : "",
			action_name(&cli->arena, tasks.at[i].plan_code, tasks.at[i].path));
	return 0;
}

static bool is_own(const struct cli *cli, int64_t unit_id)
{
	for (int i = 0; i < cli->who.nposts; i++)
		if (cli->who.posts[i].unit_id == unit_id)
			return true;
	return false;
}

/* The one of several own units that has the task; 0: none of them, or more than one. */
static int own_unit_of_task(struct cli *cli, const struct action_row *action, int64_t *id,
			    struct err *e)
{
	const struct task_filter f = {
		.plan_id = action->plan_id, .action_id = action->id, .role = -1, .lamp = -1};
	struct task_rows tasks;
	struct lamp_rules rules;
	int n = 0;

	*id = 0;
	if (store_lamp_rules(cli->store, &cli->arena, &rules, e) < 0 ||
	    store_task_list(cli->store, &cli->arena, &cli->who, &f, &rules, cli->now.today, &tasks,
			    e) < 0)
		return -1;
	for (size_t i = 0; i < tasks.n; i++)
		if (is_own(cli, tasks.at[i].unit_id)) {
			*id = tasks.at[i].unit_id;
			n++;
		}
	if (n != 1)
		*id = 0;
	return 0;
}

static int unit_for_task(struct cli *cli, const struct action_row *action, struct unit_row *unit,
			 struct err *e)
{
	struct err several = ERR_INIT;
	int64_t id = 0;

	if (lookup_own_unit(cli, unit, &several) == 0)
		return 0;
	if (!cli_has(cli, "unit") && own_unit_of_task(cli, action, &id, e) < 0)
		return -1;
	if (id)
		return store_unit_get(cli->store, &cli->arena, id, unit, e);
	*e = several;
	return -1;
}

int lookup_task(struct cli *cli, struct action_row *action, struct unit_row *unit, struct err *e)
{
	struct err why = ERR_INIT;
	const char *names;

	if (lookup_action(cli, action, e) == 0)
		return unit_for_task(cli, action, unit, e);
	if (e->code != ERR_DENIED || lookup_own_unit(cli, unit, &why) < 0 ||
	    !is_own(cli, unit->id) || name_tasks(cli, unit->id, &names, &why) < 0)
		return -1;
	return *names ? err_set(e, ERR_DENIED, _("%s is no task of %s; its tasks are: %s"),
				cli_operand(cli, 0), unit->name, names)
		      : err_set(e, ERR_DENIED, _("%s is no task of %s, which has none now"),
				cli_operand(cli, 0), unit->name);
}

int lookup_action_id(struct cli *cli, int64_t *id, struct err *e)
{
	const char *name = cli_option(cli, "action");
	struct action_row action;

	*id = 0;
	if (!name)
		return 0;
	if (store_action_find(cli->store, &cli->arena, &cli->who, name, &action, e) < 0)
		return -1;
	*id = action.id;
	return 0;
}

int lookup_unit_id(struct cli *cli, int64_t *id, struct err *e)
{
	const char *name = cli_option(cli, "unit");
	struct unit_row unit;

	*id = 0;
	if (!name)
		return 0;
	if (store_unit_find(cli->store, &cli->arena, name, &unit, e) < 0)
		return -1;
	*id = unit.id;
	return 0;
}

int lookup_own_unit(struct cli *cli, struct unit_row *unit, struct err *e)
{
	const char *name = cli_option(cli, "unit");
	int64_t own = 0;

	if (name)
		return store_unit_find(cli->store, &cli->arena, name, unit, e);
	for (int i = 0; i < cli->who.nposts; i++) {
		int64_t id = cli->who.posts[i].unit_id;

		if (own && id && id != own)
			return err_set(e, ERR_INPUT,
				       _("you have posts in several units: say which one with "
					 "--unit NAME"));
		if (id)
			own = id;
	}
	if (!own)
		return err_set(e, ERR_INPUT, _("say for which unit: --unit NAME"));
	return store_unit_get(cli->store, &cli->arena, own, unit, e);
}

int lookup_period(struct cli *cli, int64_t plan_id, struct period_row *period, struct err *e)
{
	const char *code = cli_option(cli, "period");

	if (code)
		return store_period_find(cli->store, &cli->arena, plan_id, code, period, e);
	return store_period_current(cli->store, &cli->arena, plan_id, cli->now.today, period, e);
}

int lookup_number(const char *text, const char *name, int64_t least, int64_t most, int64_t *n,
		  struct err *e)
{
	char *end;

	errno = 0;
	*n = strtoll(text, &end, 10);
	if (errno || end == text || *end || *n < least || *n > most)
		return err_set_field(e, ERR_INPUT, name,
				     _("\"%s\" must be a whole number from %lld to %lld"), text,
				     (long long)least, (long long)most);
	return 0;
}

int lookup_evidence(struct cli *cli, struct evidence_ids *ids, struct err *e)
{
	for (size_t i = 0; i < cli->args.values.n; i++) {
		const struct arg_value *v = &cli->args.values.at[i];
		int64_t id;

		if (strcmp(v->option->name, "evidence") != 0)
			continue;
		if (lookup_number(v->value, "evidence", 1, INT64_MAX, &id, e) < 0)
			return -1;
		*vec_push(&cli->arena, ids) = id;
	}
	return 0;
}

int lookup_limit(struct cli *cli, int fallback, int *limit, struct err *e)
{
	const char *text = cli_option(cli, "limit");
	int64_t n = fallback;

	if (text && lookup_number(text, "limit", 1, 1000000, &n, e) < 0)
		return -1;
	*limit = (int)n;
	return 0;
}

int lookup_rename_field(struct err *e, const char *from, const char *to)
{
	if (strcmp(e->field, from) == 0)
		snprintf(e->field, sizeof e->field, "%s", to);
	return -1;
}

const char *lookup_action_name(struct cli *cli, const struct action_row *action)
{
	return action_name(&cli->arena, action->plan_code, action->path);
}

int lookup_person(struct cli *cli, const char *login, struct person_row *row, struct err *e)
{
	struct person_rows people = {0};

	if (cli_open(cli, e) < 0 || store_person_list(cli->store, &cli->arena, &people, e) < 0)
		return -1;
	for (size_t i = 0; i < people.n; i++) {
		if (strcmp(people.at[i].login, login) != 0)
			continue;
		*row = people.at[i];
		return 0;
	}
	return err_set(e, ERR_NOT_FOUND,
		       _("nobody has the login \"%s\"; `duban person list` shows all, `duban "
			 "person add` adds one"),
		       login);
}

int lookup_evidence_row(struct cli *cli, struct evidence_row *row, struct err *e)
{
	int64_t id;

	if (lookup_number(cli_operand(cli, 0), "ID", 1, INT64_MAX, &id, e) < 0 ||
	    cli_open(cli, e) < 0)
		return -1;
	if (store_evidence_get(cli->store, &cli->arena, &cli->who, id, row, e) == 0)
		return 0;
	if (e->code == ERR_NOT_FOUND)
		err_set(e, ERR_NOT_FOUND,
			_("there is no evidence %lld that you may read; `duban evidence list` "
			  "shows the numbers"),
			(long long)id);
	return -1;
}
