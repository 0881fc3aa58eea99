/*
 * Entering progress. What an earlier draft of the same period says stays where the command line
 * says nothing about it; "no change" more often running than the office lets pass is pointed out.
 */
#include "cli/both.h"
#include "cli/cli.h"
#include "cli/lookup.h"
#include "cli/report_place.h"
#include "cli/volumes.h"
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

static void print_both(struct cli *cli, const struct report_new *yours)
{
	struct arena *a = &cli->arena;
	struct err none = ERR_INIT;
	struct report_row now;

	if (store_report_find(cli->store, a, &cli->who, yours->action_id, yours->unit_id,
			      yours->period_id, &now, &none) < 0)
		return;
	const struct both rows[] = {
		{_("percent"), arena_printf(a, "%d", now.percent),
		 arena_printf(a, "%d", yours->percent)},
		{_("done"), now.done, yours->done},
		{_("problems"), now.problems, yours->problems},
		{_("next steps"), now.next, yours->next},
	};
	both_print(rows, sizeof rows / sizeof rows[0]);
}

int verb_report(struct cli *cli, struct err *e)
{
	bool submit = cli_has(cli, "submit");
	struct report_new r = {0};
	struct report_row row = {0};
	struct report_place p;

	if (report_place_find(cli, &p, e) < 0 || read_texts(cli, &p, submit, &r, e) < 0 ||
	    volumes_read(cli, p.action.id, p.report.id, &r.volumes, e) < 0)
		return -1;
	r.action_id = p.action.id;
	r.unit_id = p.unit.id;
	r.period_id = p.period.id;
	r.report_id = p.report.id;
	r.version = p.report.version;
	r.no_change = cli_has(cli, "no-change");
	if (store_report_put(cli->store, &cli->who, &r, submit ? REPORT_SUBMIT : REPORT_SAVE,
			     &cli->arena, &row, NULL, e) < 0) {
		if (e->code == ERR_CONFLICT)
			print_both(cli, &r);
		return -1;
	}
	printf(submit ? _("report on %s for %s, %s: %d%%, handed in\n")
		      : _("report on %s for %s, %s: %d%%, kept as a draft (--submit hands it "
			  "in)\n"),
	       lookup_action_name(cli, &p.action), p.unit.name, p.period.code, row.percent);
	return submit ? print_same(cli, &row, e) : 0;
}
