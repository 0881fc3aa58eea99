/*
 * Progress reports: entering one and reviewing one. What an earlier draft of the same period says
 * stays where the command line says nothing about it.
 */
#include "cli/cli.h"
#include "cli/lookup.h"
#include "core/entry.h"
#include "core/flow.h"
#include "db/store_plan.h"
#include "db/store_report.h"

#include <stdio.h>
#include <string.h>

/* Whose report for which action and period, and what there is of it already. */
struct report_place {
	struct action_row action;
	struct unit_row unit;
	struct period_row period;
	struct report_row report; /* id 0: none yet */
};

static int find_place(struct cli *cli, struct report_place *p, struct err *e)
{
	if (cli_open(cli, e) < 0 || lookup_action(cli, &p->action, e) < 0 ||
	    lookup_own_unit(cli, &p->unit, e) < 0 ||
	    lookup_period(cli, p->action.plan_id, &p->period, e) < 0)
		return -1;
	if (store_report_find(cli->store, &cli->arena, &cli->who, p->action.id, p->unit.id,
			      p->period.id, &p->report, e) == 0)
		return 0;
	if (e->code != ERR_NOT_FOUND)
		return -1;
	*e = (struct err)ERR_INIT;
	p->report = (struct report_row){.done = "", .problems = "", .next = ""};
	return 0;
}

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
	return entry_report_volume(&cli->arena, id, v->what, equals + 1, r, e);
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

int verb_report(struct cli *cli, struct err *e)
{
	bool submit = cli_has(cli, "submit");
	struct report_new r = {0};
	struct report_row row = {0};
	struct report_place p;

	if (find_place(cli, &p, e) < 0 || read_texts(cli, &p, submit, &r, e) < 0 ||
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
	return 0;
}

/* Which of --accept, --return and --sign. */
static int review_step(struct cli *cli, enum report_step *step, struct err *e)
{
	static const struct {
		const char *option;
		enum report_step step;
	} steps[] = {{"accept", REPORT_ACCEPT}, {"return", REPORT_RETURN}, {"sign", REPORT_SIGN}};
	int given = 0;

	for (size_t i = 0; i < sizeof steps / sizeof steps[0]; i++) {
		if (!cli_has(cli, steps[i].option))
			continue;
		*step = steps[i].step;
		given++;
	}
	if (given == 1)
		return 0;
	return err_set(e, ERR_INPUT, _("say one of --accept, --return REASON and --sign"));
}

static void print_reviewed(struct cli *cli, const struct report_place *p, enum report_step step)
{
	const char *text = step == REPORT_ACCEPT ? _("the report of %s on %s, %s, is accepted\n")
			   : step == REPORT_SIGN ? _("the report of %s on %s, %s, is signed off\n")
						 : _("the report of %s on %s, %s, is returned\n");

	printf(text, p->unit.name, lookup_action_name(cli, &p->action), p->period.code);
}

int verb_review(struct cli *cli, struct err *e)
{
	const char *reason = cli_option(cli, "return");
	enum report_step step = REPORT_ACCEPT;
	struct report_place p;

	if (review_step(cli, &step, e) < 0 ||
	    (reason && entry_reason(&cli->arena, reason, &reason, e) < 0) ||
	    find_place(cli, &p, e) < 0)
		return -1;
	if (!p.report.id)
		return err_set(e, ERR_NOT_FOUND, _("%s has entered no report on %s for %s"),
			       p.unit.name, lookup_action_name(cli, &p.action), p.period.code);
	if (store_report_review(cli->store, &cli->who, p.report.id, p.report.version, step,
				reason ? reason : "", NULL, e) < 0)
		return -1;
	print_reviewed(cli, &p, step);
	return 0;
}
