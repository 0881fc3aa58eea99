/*
 * What a unit asks of the office, from the command line: one verb a kind. Each names what it is
 * about in its own way; what is entered, and what of it is needed, stands in request.h for all.
 */
#include "cli/advice.h"
#include "cli/cli.h"
#include "cli/lookup.h"
#include "cli/volumes.h"
#include "core/date.h"
#include "core/rule/handover.h"
#include "db/report/store_evidence.h"
#include "db/report/store_milestone.h"
#include "db/report/store_period.h"
#include "db/plan/store_plan.h"
#include "db/report/store_report.h"
#include "db/cycle/store_request.h"
#include "db/people/store_unit.h"

#include <stdio.h>

enum { EVIDENCE_LIMIT = 50 };

struct ask {
	struct request_new r;
	struct request_fields f;
};

static int lookup_asker(struct cli *cli, struct ask *k, struct err *e)
{
	struct unit_row unit;

	if (lookup_own_unit(cli, &unit, e) < 0)
		return -1;
	k->r.unit_id = unit.id;
	return 0;
}

/* The action that the first operand names, as a task of the unit that asks. */
static int find_task(struct cli *cli, struct ask *k, struct action_row *action, struct err *e)
{
	struct unit_row unit;

	if (lookup_task(cli, action, &unit, e) < 0)
		return -1;
	k->r.unit_id = unit.id;
	return 0;
}

static int find_action(struct cli *cli, struct ask *k, struct err *e)
{
	struct action_row action;

	if (find_task(cli, k, &action, e) < 0)
		return -1;
	k->r.action_id = action.id;
	return 0;
}

static int find_completion(struct cli *cli, struct ask *k, struct err *e)
{
	if (!k->f.percent)
		k->f.percent = "100";
	return find_action(cli, k, e);
}

/* The unit that asks is the milestone's own where it has one. */
static int find_milestone(struct cli *cli, struct ask *k, struct err *e)
{
	struct milestone_row m;
	int64_t id;

	if (lookup_number(cli_operand(cli, 0), "ID", 1, INT64_MAX, &id, e) < 0)
		return -1;
	if (store_milestone_get(cli->store, &cli->arena, &cli->who, id, &m, e) < 0)
		return e->code == ERR_NOT_FOUND
			       ? err_set(e, ERR_NOT_FOUND,
					 _("there is no milestone %lld; `duban milestone list` "
					   "shows the numbers"),
					 (long long)id)
			       : -1;
	k->r.milestone_id = m.id;
	k->r.unit_id = m.unit_id;
	return m.unit_id && !cli_has(cli, "unit") ? 0 : lookup_asker(cli, k, e);
}

static int find_period(struct cli *cli, struct ask *k, struct err *e)
{
	struct plan_row plan;
	struct period_row period;

	if (lookup_plan(cli, &plan, e) < 0 ||
	    store_period_find(cli->store, &cli->arena, plan.id, cli_operand(cli, 0), &period, e) <
		    0)
		return -1;
	k->r.period_id = period.id;
	return lookup_asker(cli, k, e);
}

static const char *text_or(const char *text, const char *before)
{
	return text ? text : before;
}

/* What the command line says nothing about stays as it was accepted. */
static int find_report(struct cli *cli, struct ask *k, struct err *e)
{
	struct action_row action;
	struct period_row period;
	struct report_row report;

	if (find_task(cli, k, &action, e) < 0 ||
	    lookup_period(cli, action.plan_id, &period, e) < 0 ||
	    store_report_find(cli->store, &cli->arena, &cli->who, action.id, k->r.unit_id,
			      period.id, &report, e) < 0 ||
	    volumes_read(cli, action.id, report.id, &k->r.volumes, e) < 0)
		return -1;
	k->r.report_id = report.id;
	k->f.percent = text_or(k->f.percent, arena_printf(&cli->arena, "%d", report.percent));
	k->f.done = text_or(k->f.done, report.done);
	k->f.problems = text_or(k->f.problems, report.problems);
	k->f.next = text_or(k->f.next, report.next);
	return 0;
}

/* What was refused or taken back is asked anew: what proved it then proves it now. */
static int take_evidence(struct cli *cli, struct ask *k, struct request_row *returned,
			 struct err *e)
{
	const struct request_row *last;
	struct request_rows same;
	struct evidence_rows rows = {0};

	*returned = (struct request_row){0};
	if (lookup_evidence(cli, &k->r.evidence, e) < 0 ||
	    store_request_same(cli->store, &cli->arena, &cli->who, &k->r, &same, e) < 0)
		return -1;
	last = request_returned(&same);
	if (!last)
		return 0;
	*returned = *last;
	struct evidence_filter f = {.request_id = last->id};
	if (store_evidence_list(cli->store, &cli->arena, &cli->who, &f, EVIDENCE_LIMIT, &rows, e) <
	    0)
		return -1;
	for (size_t i = 0; i < rows.n; i++)
		*vec_push(&cli->arena, &k->r.evidence) = rows.at[i].id;
	return 0;
}

/* Nobody is asked for it any more once the action is closed out: the unit hears it too. The request
 * is written by then: what cannot be read is not said. */
static void say_open(struct cli *cli, const struct request_row *q)
{
	struct open_rows open = {0};
	struct err unread = ERR_INIT;

	if (q->kind == REQUEST_COMPLETION &&
	    store_action_open(cli->store, &cli->arena, &cli->who, q->action_id, &open, &unread) ==
		    0 &&
	    open.n)
		printf(_("still open in the action: %s; `duban request show %lld` lists it\n"),
		       open_summary(&cli->arena, &open), (long long)q->id);
}

static void say_asked(struct cli *cli, const struct request_row *q,
		      const struct request_row *returned)
{
	printf(_("request %lld of %s waits for the coordinating office: %s\n"), (long long)q->id,
	       q->unit, request_label(&cli->arena, q));
	if (returned->nevidence)
		printf(_("the evidence of request %lld proves this one too\n"),
		       (long long)returned->id);
	advice_rest(cli, q->want);
	say_open(cli, q);
}

static int ask(struct cli *cli, enum request_kind kind,
	       int (*find)(struct cli *, struct ask *, struct err *), struct err *e)
{
	struct ask k = {
		.r = {.kind = kind},
		.f = {cli_option(cli, "about"), cli_option(cli, "until"),
		      cli_option(cli, "percent"), cli_option(cli, "reason"),
		      cli_option(cli, "done"), cli_option(cli, "problems"),
		      cli_option(cli, "next")},
	};
	struct request_row row, returned;
	struct date due;

	if (cli_open(cli, e) < 0 || find(cli, &k, e) < 0 ||
	    take_evidence(cli, &k, &returned, e) < 0 ||
	    store_request_due(cli->store, &cli->arena, &k.r, &due, e) < 0)
		return -1;
	if (entry_request(&cli->arena, &k.f, due, cli->now.today, &k.r, e) < 0)
		return lookup_rename_field(e, "want", "until");
	if (store_request_ask(cli->store, &cli->who, &k.r, &cli->arena, &row, NULL, e) < 0)
		return -1;
	say_asked(cli, &row, &returned);
	return 0;
}

int verb_request_contest(struct cli *cli, struct err *e)
{
	return ask(cli, REQUEST_CONTEST, find_action, e);
}

int verb_request_extension(struct cli *cli, struct err *e)
{
	return ask(cli, REQUEST_EXTENSION, find_milestone, e);
}

int verb_request_exception(struct cli *cli, struct err *e)
{
	return ask(cli, REQUEST_EXCEPTION, find_period, e);
}

int verb_request_correction(struct cli *cli, struct err *e)
{
	return ask(cli, REQUEST_CORRECTION, find_report, e);
}

int verb_request_completion(struct cli *cli, struct err *e)
{
	return ask(cli, REQUEST_COMPLETION, find_completion, e);
}
