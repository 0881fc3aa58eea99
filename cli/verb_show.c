/*
 * One action with all that belongs to it, as a document printed in one piece: the clause it comes
 * from, who answers for it, targets and work volumes, milestones, reports, evidence.
 */
#include "cli/cli.h"
#include "cli/lookup.h"
#include "cli/sheet.h"
#include "core/decimal.h"
#include "core/rule/flow.h"
#include "core/rule/period.h"
#include "db/report/store_evidence.h"
#include "db/report/store_milestone.h"
#include "db/report/store_period.h"
#include "db/plan/store_plan.h"
#include "db/report/store_report.h"
#include "db/people/store_unit.h"
#include "db/plan/store_update.h"

struct show {
	struct cli *cli;
	struct arena *a;
	struct document doc;
	struct action_row action;
};

/* "withdrawn, 2021-11-21 12:00, 李敏: not in edition 2" */
static int show_state(struct show *s, struct err *e)
{
	char at[TIME_TEXT];
	struct withdrawal w;

	if (s->action.state == ACTION_ACTIVE)
		return 0;
	if (store_action_withdrawal(s->cli->store, s->a, &s->cli->who, s->action.id, &w, e) < 0)
		return -1;
	document_paragraph(s->a, &s->doc,
			   w.at ? arena_printf(s->a, _("withdrawn, %s, %s: %s"),
					       time_format_local(w.at, at), w.by, w.reason)
				: action_state_label(s->action.state));
	return 0;
}

/* What the action was called and said in editions of before. */
static int show_clauses_before(struct show *s, struct err *e)
{
	struct clause_rows rows;

	if (store_clause_list(s->cli->store, s->a, &s->cli->who, s->action.id, &rows, e) < 0)
		return -1;
	for (size_t i = 1; i < rows.n; i++) {
		const struct clause_row *c = &rows.at[i];

		document_heading(
			s->a, &s->doc,
			c->from == c->to
				? arena_printf(s->a, _("In edition %d, as %s"), c->from, c->path)
				: arena_printf(s->a, _("In editions %d to %d, as %s"), c->from,
					       c->to, c->path));
		document_paragraph(s->a, &s->doc, *c->text ? c->text : c->title);
	}
	return 0;
}

static int show_head(struct show *s, struct err *e)
{
	const struct action_row *action = &s->action;
	char due[DATE_TEXT];

	document_begin(
		s->a, &s->doc,
		arena_printf(s->a, "%s %s", lookup_action_name(s->cli, action), action->title),
		action->plan_title);
	if (*action->section_title)
		document_paragraph(
			s->a, &s->doc,
			arena_printf(s->a, "%s %s", action->section_no, action->section_title));
	if (show_state(s, e) < 0)
		return -1;
	if (action->pilot)
		document_paragraph(s->a, &s->doc, _("The action is a pilot."));
	if (date_is_set(action->due))
		document_paragraph(
			s->a, &s->doc,
			arena_printf(s->a, _("To be done by %s"), date_format(action->due, due)));
	if (*action->clause) {
		document_heading(s->a, &s->doc,
				 arena_printf(s->a, _("Clause, from line %d of the document"),
					      action->line));
		document_paragraph(s->a, &s->doc, action->clause);
	}
	return show_clauses_before(s, e);
}

static const char *percent_text(struct arena *a, int percent)
{
	return percent < 0 ? "" : arena_printf(a, "%d%%", percent);
}

static const char *date_text(struct arena *a, struct date d)
{
	return date_format(d, arena_alloc(a, DATE_TEXT));
}

/* The units with their reports of the current period; a plan without periods shows none. */
static int show_units(struct show *s, struct err *e)
{
	static const struct sheet_column columns[] = {
		{N_("Unit"), COLUMN_TEXT, 3},
		{N_("Role"), COLUMN_WORD, 0},
		{N_("Report"), COLUMN_WORD, 0},
		{N_("Percent"), COLUMN_NUMBER, 0},
	};
	struct cli *cli = s->cli;
	struct assignment_rows rows = {0};
	struct period_row period = {0};
	struct document_table *t;

	if (store_period_current(cli->store, s->a, s->action.plan_id, cli->now.today, &period, e) <
	    0) {
		if (e->code != ERR_NOT_FOUND)
			return -1;
		*e = (struct err)ERR_INIT;
	}
	if (store_assignment_list(cli->store, s->a, &cli->who, s->action.id, period.id, &rows, e) <
	    0)
		return -1;
	if (rows.n == 0)
		return 0;
	document_heading(s->a, &s->doc,
			 period.id ? arena_printf(s->a, _("Units, with their reports for %s"),
						  period_label(s->a, &period))
				   : _("Units"));
	t = SHEET_TABLE(s->a, &s->doc, columns);
	for (size_t i = 0; i < rows.n; i++) {
		const char **cells = document_add_row(s->a, t);

		cells[0] = rows.at[i].unit;
		cells[1] = role_label(rows.at[i].role);
		cells[2] = assignment_report_label(s->a, &rows.at[i]);
		cells[3] = percent_text(s->a, rows.at[i].percent);
	}
	return 0;
}

/* "2022 ≥ 33, 2030 ≥ 38" */
static const char *targets_text(struct arena *a, const struct indicator_row *indicator)
{
	const char *text = "";

	for (size_t i = 0; i < indicator->targets.n; i++) {
		const struct target_row *t = &indicator->targets.at[i];
		const char *year = t->year ? arena_printf(a, "%d ", t->year) : "";

		if (indicator->in_words)
			text = arena_printf(a, "%s%s%s", text, i ? ", " : "", year);
		else
			text = arena_printf(a, "%s%s%s%s %s%s", text, i ? ", " : "", year,
					    op_label(t->op), t->value,
					    decimal_measure(indicator->measure));
	}
	return text;
}

static int show_targets(struct show *s, struct err *e)
{
	static const struct sheet_column columns[] = {
		{N_("Indicator"), COLUMN_TEXT, 3},
		{N_("Targets"), COLUMN_TEXT, 2},
	};
	struct indicator_rows rows = {0};
	struct document_table *t;

	if (store_indicator_list(s->cli->store, s->a, &s->cli->who, s->action.id, &rows, e) < 0)
		return -1;
	if (rows.n == 0)
		return 0;
	document_heading(s->a, &s->doc, _("Targets"));
	t = SHEET_TABLE(s->a, &s->doc, columns);
	for (size_t i = 0; i < rows.n; i++) {
		const char **cells = document_add_row(s->a, t);

		cells[0] = rows.at[i].name;
		cells[1] = targets_text(s->a, &rows.at[i]);
	}
	return 0;
}

static int show_volumes(struct show *s, struct err *e)
{
	static const struct sheet_column columns[] = {
		{N_("ID"), COLUMN_NUMBER, 0},	 {N_("Work volume"), COLUMN_TEXT, 3},
		{N_("Done"), COLUMN_NUMBER, 0},	 {N_("To do"), COLUMN_NUMBER, 0},
		{N_("Measure"), COLUMN_WORD, 0},
	};
	struct volume_rows rows = {0};
	struct document_table *t;

	if (store_volume_list(s->cli->store, s->a, &s->cli->who, s->action.id, &rows, e) < 0)
		return -1;
	if (rows.n == 0)
		return 0;
	document_heading(s->a, &s->doc, _("Work volumes"));
	t = SHEET_TABLE(s->a, &s->doc, columns);
	for (size_t i = 0; i < rows.n; i++) {
		const char **cells = document_add_row(s->a, t);

		cells[0] = arena_printf(s->a, "%lld", (long long)rows.at[i].id);
		cells[1] = rows.at[i].what;
		cells[2] = rows.at[i].done;
		cells[3] = rows.at[i].value;
		cells[4] = rows.at[i].measure;
	}
	return 0;
}

static int show_milestones(struct show *s, struct err *e)
{
	static const struct sheet_column columns[] = {
		{N_("ID"), COLUMN_NUMBER, 0},	   {N_("Due"), COLUMN_DATE, 0},
		{N_("Milestone"), COLUMN_TEXT, 3}, {N_("Unit"), COLUMN_TEXT, 2},
		{N_("State"), COLUMN_WORD, 0},	   {N_("Done on"), COLUMN_DATE, 0},
	};
	struct milestone_filter f = {.action_id = s->action.id};
	struct milestone_rows rows = {0};
	struct document_table *t;

	if (store_milestone_list(s->cli->store, s->a, &s->cli->who, &f, &rows, e) < 0)
		return -1;
	if (rows.n == 0)
		return 0;
	document_heading(s->a, &s->doc, _("Milestones"));
	t = SHEET_TABLE(s->a, &s->doc, columns);
	for (size_t i = 0; i < rows.n; i++) {
		const struct milestone_row *m = &rows.at[i];
		const char **cells = document_add_row(s->a, t);

		cells[0] = arena_printf(s->a, "%lld", (long long)m->id);
		cells[1] = date_text(s->a, m->due);
		cells[2] = m->title;
		cells[3] = milestone_unit(m);
		cells[4] = milestone_state_label(m->state);
		cells[5] = date_text(s->a, m->done_on);
	}
	return 0;
}

/* What was done, then problems, next steps and the reason of a return, a line each. */
static const char *report_text(struct arena *a, const struct report_row *r)
{
	const char *text = r->done;

	if (*r->problems)
		text = arena_printf(a, _("%s\nProblems: %s"), text, r->problems);
	if (*r->next)
		text = arena_printf(a, _("%s\nNext: %s"), text, r->next);
	if (*r->reason)
		text = arena_printf(a, _("%s\nReturned: %s"), text, r->reason);
	return text;
}

static int show_reports(struct show *s, struct err *e)
{
	static const struct sheet_column columns[] = {
		{N_("Period"), COLUMN_WORD, 0},	  {N_("Unit"), COLUMN_TEXT, 1},
		{N_("State"), COLUMN_WORD, 0},	  {N_("Percent"), COLUMN_NUMBER, 0},
		{N_("Progress"), COLUMN_TEXT, 3},
	};
	struct report_rows rows = {0};
	struct document_table *t;

	if (store_report_list(s->cli->store, s->a, &s->cli->who, s->action.id, 0, &rows, e) < 0)
		return -1;
	if (rows.n == 0)
		return 0;
	document_heading(s->a, &s->doc, _("Reports"));
	t = SHEET_TABLE(s->a, &s->doc, columns);
	for (size_t i = 0; i < rows.n; i++) {
		const char **cells = document_add_row(s->a, t);

		cells[0] = rows.at[i].period_code;
		cells[1] = rows.at[i].unit;
		cells[2] = report_state_label(rows.at[i].state);
		cells[3] = percent_text(s->a, rows.at[i].percent);
		cells[4] = report_text(s->a, &rows.at[i]);
	}
	return 0;
}

int verb_show(struct cli *cli, struct err *e)
{
	struct show s = {.cli = cli, .a = &cli->arena};

	if (cli_open(cli, e) < 0 || lookup_action(cli, &s.action, e) < 0)
		return -1;
	if (show_head(&s, e) < 0 || show_units(&s, e) < 0 || show_targets(&s, e) < 0 ||
	    show_volumes(&s, e) < 0 || show_milestones(&s, e) < 0 || show_reports(&s, e) < 0 ||
	    sheet_add_evidence(cli, &s.doc, &(struct evidence_filter){.action_id = s.action.id},
			       e) < 0)
		return -1;
	return sheet_print(cli, &s.doc, e);
}
