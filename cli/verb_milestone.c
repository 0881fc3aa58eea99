/* Milestones: list, add, change, and the steps from open to done, verified or dropped. What breaks
 * the order of the stage plan is pointed out on standard error and done all the same. */
#include "cli/both.h"
#include "cli/cli.h"
#include "cli/lookup.h"
#include "cli/rows.h"
#include "core/rule/entry.h"
#include "core/rule/flow.h"
#include "core/rule/milestone.h"
#include "db/report/store_milestone.h"

#include <stdio.h>

static int read_filter(struct cli *cli, struct milestone_filter *f, struct err *e)
{
	const char *from = cli_option(cli, "from"), *to = cli_option(cli, "to");

	f->open_only = cli_has(cli, "open");
	if ((from && date_read(from, "from", &f->from, e) < 0) ||
	    (to && date_read(to, "to", &f->to, e) < 0))
		return -1;
	return cli_open(cli, e) < 0 || lookup_plan_id(cli, &f->plan_id, e) < 0 ||
			       lookup_action_id(cli, &f->action_id, e) < 0 ||
			       lookup_unit_id(cli, &f->unit_id, e) < 0
		       ? -1
		       : 0;
}

static void add_row(struct rows *r, const struct milestone_row *m)
{
	rows_number(r, m->id);
	rows_text(r, m->plan_code);
	rows_text(r, m->action_no);
	rows_text(r, m->title);
	rows_word(r, m->unit, milestone_unit(m));
	rows_date(r, m->due);
	rows_word(r, milestone_state_word(m->state), milestone_state_label(m->state));
	rows_date(r, m->done_on);
	rows_flag(r, m->needs_evidence);
	rows_number(r, m->nevidence);
	rows_number(r, m->weight);
	rows_text(r, milestone_order_label(r->arena, m));
	rows_text(r, m->after_id ? arena_printf(r->arena, "%lld", (long long)m->after_id) : "");
	rows_number(r, m->nextended);
	rows_text(r, m->note);
	rows_text(r, m->asked_id ? arena_printf(r->arena, "%lld", (long long)m->asked_id) : "");
	rows_date(r, m->asked);
}

int verb_milestone_list(struct cli *cli, struct err *e)
{
	static const struct rows_column columns[] = {
		{"id", N_("ID"), COLUMN_NUMBER, false},
		{"plan", N_("Plan"), COLUMN_WORD, false},
		{"no", N_("Action no."), COLUMN_WORD, false},
		{"title", N_("Milestone"), COLUMN_TEXT, false},
		{"unit", N_("Unit"), COLUMN_TEXT, false},
		{"due", N_("Due"), COLUMN_DATE, false},
		{"state", N_("State"), COLUMN_WORD, false},
		{"done_on", N_("Done on"), COLUMN_DATE, false},
		{"needs_evidence", N_("Needs evidence"), COLUMN_WORD, true},
		{"evidence", N_("Evidence"), COLUMN_NUMBER, false},
		{"weight", N_("Weight"), COLUMN_NUMBER, false},
		{"order", N_("Order"), COLUMN_TEXT, false},
		{"after", N_("After"), COLUMN_NUMBER, true},
		{"extended", N_("Times extended"), COLUMN_NUMBER, false},
		{"note", N_("Note"), COLUMN_TEXT, true},
		{"request", N_("Request"), COLUMN_NUMBER, true},
		{"asked", N_("Asked until"), COLUMN_DATE, false},
	};
	struct milestone_filter f = {0};
	struct milestone_rows milestones = {0};
	struct rows r;

	if (read_filter(cli, &f, e) < 0 ||
	    store_milestone_list(cli->store, &cli->arena, &cli->who, &f, &milestones, e) < 0)
		return -1;
	ROWS_BEGIN(&r, cli, columns);
	rows_say_when_empty(
		&r,
		_("no milestone fits; `duban milestone add CODE/NO TITLE --due DATE` adds one"));
	for (size_t i = 0; i < milestones.n; i++)
		add_row(&r, &milestones.at[i]);
	return rows_end(&r, e);
}

/* --unit; else the person's unit; else, for the office, 0: common to all units of the action. */
static int lookup_milestone_unit(struct cli *cli, int64_t *id, struct err *e)
{
	struct unit_row unit;

	*id = 0;
	for (int i = 0; i < cli->who.nposts; i++)
		if (cli->who.posts[i].role == POST_OFFICE && !cli_has(cli, "unit"))
			return 0;
	if (lookup_own_unit(cli, &unit, e) < 0)
		return -1;
	*id = unit.id;
	return 0;
}

/* --needs-evidence, --weight, --after; what is not given stays as it is in *m. */
static int read_stage(struct cli *cli, struct milestone_new *m, struct err *e)
{
	const char *weight = cli_option(cli, "weight"), *after = cli_option(cli, "after");

	if (cli_has(cli, "needs-evidence"))
		m->needs_evidence = true;
	if (weight && entry_milestone_weight(&cli->arena, weight, &m->weight, e) < 0)
		return -1;
	return after ? lookup_number(after, "after", 1, INT64_MAX, &m->after_id, e) : 0;
}

static void warn_of_order(struct cli *cli, const struct milestone_row *m)
{
	const char *warning = milestone_order_warning(&cli->arena, m);

	if (*warning)
		fprintf(stderr, "duban: %s\n", warning);
}

int verb_milestone_add(struct cli *cli, struct err *e)
{
	struct milestone_new m = {0};
	struct milestone_row row = {0};
	struct action_row action;
	char due[DATE_TEXT];

	if (entry_milestone(&cli->arena, cli_operand(cli, 1), cli_option(cli, "due"),
			    cli_option(cli, "note"), &m, e) < 0 ||
	    read_stage(cli, &m, e) < 0 || cli_open(cli, e) < 0 ||
	    lookup_action(cli, &action, e) < 0 || lookup_milestone_unit(cli, &m.unit_id, e) < 0)
		return -1;
	m.action_id = action.id;
	if (store_milestone_put(cli->store, &cli->who, &m, &cli->arena, &row, NULL, e) < 0)
		return -1;
	printf(_("milestone %lld of %s: %s, due on %s\n"), (long long)row.id,
	       lookup_action_name(cli, &action), row.title, date_format(row.due, due));
	warn_of_order(cli, &row);
	return 0;
}

/* The milestone that the first operand names, as it is now. */
static int get_milestone(struct cli *cli, struct milestone_row *m, struct err *e)
{
	int64_t id;

	if (lookup_number(cli_operand(cli, 0), "ID", 1, INT64_MAX, &id, e) < 0 ||
	    cli_open(cli, e) < 0)
		return -1;
	if (store_milestone_get(cli->store, &cli->arena, &cli->who, id, m, e) == 0)
		return 0;
	if (e->code == ERR_NOT_FOUND)
		err_set(e, ERR_NOT_FOUND,
			_("there is no milestone %lld; `duban milestone list` shows the numbers"),
			(long long)id);
	return -1;
}

/* What is given takes the place of what is. */
static int read_changes(struct cli *cli, const struct milestone_row *now, struct milestone_new *m,
			struct err *e)
{
	const char *title = cli_option(cli, "title"), *due = cli_option(cli, "due");
	const char *note = cli_option(cli, "note");
	char day[DATE_TEXT];

	*m = (struct milestone_new){.action_id = now->action_id,
				    .unit_id = now->unit_id,
				    .milestone_id = now->id,
				    .version = now->version,
				    .needs_evidence =
					    now->needs_evidence && !cli_has(cli, "no-evidence"),
				    .weight = now->weight,
				    .after_id = cli_has(cli, "no-after") ? 0 : now->after_id};
	return entry_milestone(&cli->arena, title ? title : now->title,
			       due ? due : date_format(now->due, day), note ? note : now->note, m,
			       e) < 0
		       ? -1
		       : read_stage(cli, m, e);
}

static void print_both(struct cli *cli, const struct milestone_new *yours)
{
	struct arena *a = &cli->arena;
	struct err none = ERR_INIT;
	struct milestone_row now;
	char due[DATE_TEXT], mine[DATE_TEXT];

	if (store_milestone_get(cli->store, a, &cli->who, yours->milestone_id, &now, &none) < 0)
		return;
	const struct both rows[] = {
		{_("milestone"), now.title, yours->title},
		{_("due"), date_format(now.due, due), date_format(yours->due, mine)},
		{_("note"), now.note, yours->note},
		{_("weight"), arena_printf(a, "%d", now.weight),
		 arena_printf(a, "%d", yours->weight)},
	};
	both_print(rows, sizeof rows / sizeof rows[0]);
}

int verb_milestone_change(struct cli *cli, struct err *e)
{
	struct milestone_row now, row = {0};
	struct milestone_new m;
	char due[DATE_TEXT];

	if (get_milestone(cli, &now, e) < 0 || read_changes(cli, &now, &m, e) < 0)
		return -1;
	if (store_milestone_put(cli->store, &cli->who, &m, &cli->arena, &row, NULL, e) < 0) {
		if (e->code == ERR_CONFLICT)
			print_both(cli, &m);
		return -1;
	}
	printf(_("milestone %lld: %s, due on %s, weight %d\n"), (long long)row.id, row.title,
	       date_format(row.due, due), row.weight);
	warn_of_order(cli, &row);
	return 0;
}

static int take_step(struct cli *cli, enum milestone_step step, struct date on, const char *note,
		     struct milestone_row *m, struct err *e)
{
	int64_t id;

	if (get_milestone(cli, m, e) < 0)
		return -1;
	id = m->id;
	if (store_milestone_step(cli->store, &cli->who, id, m->version, step, on, note ? note : "",
				 NULL, e) < 0 ||
	    store_milestone_get(cli->store, &cli->arena, &cli->who, id, m, e) < 0)
		return -1;
	return 0;
}

int verb_milestone_done(struct cli *cli, struct err *e)
{
	const char *text = cli_option(cli, "on");
	struct date on = cli->now.today;
	struct milestone_row m;
	char day[DATE_TEXT];

	if ((text && entry_done_on(text, cli->now.today, &on, e) < 0) ||
	    take_step(cli, MILESTONE_FINISH, on, cli_option(cli, "note"), &m, e) < 0)
		return -1;
	printf(_("milestone %lld was done on %s: %s\n"), (long long)m.id, date_format(on, day),
	       m.title);
	warn_of_order(cli, &m);
	return 0;
}

int verb_milestone_verify(struct cli *cli, struct err *e)
{
	struct milestone_row m;

	if (take_step(cli, MILESTONE_VERIFY, (struct date){0}, cli_option(cli, "note"), &m, e) < 0)
		return -1;
	printf(_("milestone %lld is verified: %s\n"), (long long)m.id, m.title);
	return 0;
}

int verb_milestone_reopen(struct cli *cli, struct err *e)
{
	struct milestone_row m;

	if (take_step(cli, MILESTONE_REOPEN, (struct date){0}, cli_option(cli, "note"), &m, e) < 0)
		return -1;
	printf(_("milestone %lld is open again: %s\n"), (long long)m.id, m.title);
	return 0;
}

int verb_milestone_drop(struct cli *cli, struct err *e)
{
	struct milestone_row m;

	if (take_step(cli, MILESTONE_DROP, (struct date){0}, cli_option(cli, "note"), &m, e) < 0)
		return -1;
	printf(_("milestone %lld is dropped: %s\n"), (long long)m.id, m.title);
	return 0;
}
