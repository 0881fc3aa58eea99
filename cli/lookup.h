/*
 * lookup.h - from the words of a command line to the rows they mean. What the program knows is not
 * asked for: the only open plan, the current period, the person's own unit.
 */
#ifndef DUBAN_CLI_LOOKUP_H
#define DUBAN_CLI_LOOKUP_H

#include "cli/cli.h"
#include "core/rule/entry.h"

/* --plan, else the only open plan; ERR_INPUT when several are open. */
int lookup_plan(struct cli *cli, struct plan_row *plan, struct err *e);
/* --plan, or 0 without it. */
int lookup_plan_id(struct cli *cli, int64_t *id, struct err *e);
/* The first operand: CODE/NO. */
int lookup_action(struct cli *cli, struct action_row *action, struct err *e);
/* The first operand as a task of a unit, --unit or the own one (of several the one that has it).
 * Where it is none that one may read,
 * the sentence names the tasks that the own unit has. */
int lookup_task(struct cli *cli, struct action_row *action, struct unit_row *unit, struct err *e);
/* --action, or 0 without it. */
int lookup_action_id(struct cli *cli, int64_t *id, struct err *e);
/* --unit, or 0 without it. */
int lookup_unit_id(struct cli *cli, int64_t *id, struct err *e);
/* --unit, else the unit of the person's only post with one. */
int lookup_own_unit(struct cli *cli, struct unit_row *unit, struct err *e);
/* --period of the plan, else its current one. */
int lookup_period(struct cli *cli, int64_t plan_id, struct period_row *period, struct err *e);
/* The evidence whose number the first operand is. */
int lookup_evidence_row(struct cli *cli, struct evidence_row *row, struct err *e);
/* A person by login, also one who is let in no longer. */
int lookup_person(struct cli *cli, const char *login, struct person_row *row, struct err *e);
/* A whole number from least to most in a text; `name` is the option or operand it stands in. */
int lookup_number(const char *text, const char *name, int64_t least, int64_t most, int64_t *n,
		  struct err *e);
/* All --evidence ID. */
int lookup_evidence(struct cli *cli, struct evidence_ids *ids, struct err *e);
/* --limit, else `fallback`. */
int lookup_limit(struct cli *cli, int fallback, int *limit, struct err *e);

/* An error about the form field `from` is about the option `to` here. Returns -1. */
int lookup_rename_field(struct err *e, const char *from, const char *to);

/* "dt2021/14" of an action. In the arena. */
const char *lookup_action_name(struct cli *cli, const struct action_row *action);

#endif
