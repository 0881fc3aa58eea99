/*
 * Entering progress. What an earlier draft of the same period says stays where the command line
 * says nothing about it; "no change" more often running than the office lets pass is pointed out.
 */
#include "cli/cli.h"
#include "cli/lookup.h"
#include "cli/report_place.h"
#include "core/rule/entry.h"
#include "core/rule/policy.h"
#include "db/plan/store_plan.h"
#include "db/cycle/store_policy.h"

#include <stdio.h>
#include <string.h>

/* The option, else what stands in the report already. */
static const char *text_or(struct cli *cli, const char *name, const char *before)
{
	const char *text = cli_option(cli, name);

	return text ? text : before;
}

static int read_texts(struct cli *cli, const struct report_place *p, bool submit,
		      struct report_new *r, struct err *e)
{
	bool no_change = cli_has(cli, "no-change");
	const char *before = p->report.id ? arena_printf(&cli->arena, "%d", p->report.percent) : "";
	struct report_fields f = {
		.percent = text_or(cli, "percent", no_change ? "0" : before),
		.done = text_or(cli, "done", no_change ? "" : p->report.done),
		.problems = text_or(cli, "problems", no_change ? "" : p->report.problems),
		.next = text_or(cli, "next", no_change ? "" : p->report.next),
	};

	if (no_change && (cli_has(cli, "percent") || cli_has(cli, "done")))
		return err_set_field(e, ERR_INPUT, "no-change",
				     _("either nothing has changed, or --percent and --done say "
				       "what has"));
	/* The store fills in the last report's text; until then an empty one is right. */
	return entry_report(&cli->arena, &f, submit && !no_change, r, e);
}

static const struct volume_row *find_volume(const struct volume_rows *volumes, int64_t id)
{
	for (size_t i = 0; i < volumes->n; i++)
		if (volumes->at[i].id == id)
			return &volumes->at[i];
	return NULL;
}

/* One --volume ID=N. */
static int read_volume(struct cli *cli, const struct volume_rows *volumes, const char *text,
		       struct report_new *r, struct err *e)
{
	const char *equals = strchr(text, '=');
	const struct volume_row *v;
	int64_t id;

	if (!equals)
		return err_set_field(e, ERR_INPUT, "volume",
				     _("write the volume's number, = and the figure: 12=30"));
	if (lookup_number(arena_strndup(&cli->arena, text, (size_t)(equals - text)), "volume", 1,
			  INT64_MAX, &id, e) < 0)
		return -1;
	v = find_volume(volumes, id);
	if (!v)
		return err_set_field(e, ERR_NOT_FOUND, "volume",
				     _("this action has no volume %lld; `duban show %s` lists "
				       "those it has"),
				     (long long)id, cli_operand(cli, 0));
	return entry_report_volume(&cli->arena, id, v->what, equals + 1, &r->volumes, e);
}

static bool has_volume(const struct report_new *r, int64_t id)
{
	for (size_t i = 0; i < r->volumes.n; i++)
		if (r->volumes.at[i].volume_id == id)
			return true;
	return false;
}

static int read_volumes(struct cli *cli, const struct report_place *p, struct report_new *r,
			struct err *e)
{
	struct volume_rows volumes = {0};
	struct report_volume_rows before = {0};

	if (store_volume_list(cli->store, &cli->arena, &cli->who, p->action.id, &volumes, e) < 0)
		return -1;
	for (size_t i = 0; i < cli->args.values.n; i++) {
		const struct arg_value *v = &cli->args.values.at[i];

		if (strcmp(v->option->name, "volume") == 0 &&
		    read_volume(cli, &volumes, v->value, r, e) < 0)
			return -1;
	}
	if (!p->report.id)
		return 0;
	if (store_report_volumes(cli->store, &cli->arena, p->report.id, &before, e) < 0)
		return -1;
	for (size_t i = 0; i < before.n; i++)
		if (!has_volume(r, before.at[i].volume_id))
			*vec_push(&cli->arena, &r->volumes) = before.at[i];
	return 0;
}

/* The unit hears what the office is going to see. */
static int print_same(struct cli *cli, const struct report_row *row, struct err *e)
{
	struct policy policy;

	if (!row->no_change)
		return 0;
	if (store_policy_load(cli->store, &cli->arena, &policy, e) < 0)
		return -1;
	if (row->nsame >= policy_number(&policy, POLICY_NO_CHANGE))
		printf(_("\"no change\" %d times running: the coordinating office sees that "
			 "pointed out\n"),
		       row->nsame);
	return 0;
}

int verb_report(struct cli *cli, struct err *e)
{
	bool submit = cli_has(cli, "submit");
	struct report_new r = {0};
	struct report_row row = {0};
	struct report_place p;

	if (report_place_find(cli, &p, e) < 0 || read_texts(cli, &p, submit, &r, e) < 0 ||
	    read_volumes(cli, &p, &r, e) < 0)
		return -1;
	r.action_id = p.action.id;
	r.unit_id = p.unit.id;
	r.period_id = p.period.id;
	r.report_id = p.report.id;
	r.version = p.report.version;
	r.no_change = cli_has(cli, "no-change");
	if (store_report_put(cli->store, &cli->who, &r, submit ? REPORT_SUBMIT : REPORT_SAVE,
			     &cli->arena, &row, NULL, e) < 0)
		return -1;
	printf(submit ? _("report on %s for %s, %s: %d%%, handed in\n")
		      : _("report on %s for %s, %s: %d%%, kept as a draft (--submit hands it "
			  "in)\n"),
	       lookup_action_name(cli, &p.action), p.unit.name, p.period.code, row.percent);
	return submit ? print_same(cli, &row, e) : 0;
}
