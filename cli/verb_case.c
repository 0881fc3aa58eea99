/* Cases that units hand in for others to learn from: list, one in full, handing in, changing, what
 * the office decides; and the actions that it marks as pilots. */
#include "cli/both.h"
#include "cli/cli.h"
#include "cli/lookup.h"
#include "cli/rows.h"
#include "cli/sheet.h"
#include "core/rule/entry.h"
#include "db/report/store_case.h"
#include "db/report/store_evidence.h"
#include "db/plan/store_plan.h"

#include <stdio.h>

enum { CASE_LIMIT = 200 };

static int read_filter(struct cli *cli, struct case_filter *f, int *limit, struct err *e)
{
	const char *word = cli_option(cli, "state");
	enum case_state state = CASE_OFFERED;

	*f = (struct case_filter){.state = -1};
	if (word && case_state_parse(word, &state))
		f->state = (int)state;
	return lookup_limit(cli, CASE_LIMIT, limit, e) < 0 || cli_open(cli, e) < 0 ||
			       lookup_plan_id(cli, &f->plan_id, e) < 0 ||
			       lookup_action_id(cli, &f->action_id, e) < 0 ||
			       lookup_unit_id(cli, &f->unit_id, e) < 0
		       ? -1
		       : 0;
}

static void add_row(struct rows *r, const struct case_row *c)
{
	rows_number(r, c->id);
	rows_text(r, action_name(r->arena, c->plan_code, c->action_no));
	rows_text(r, c->unit);
	rows_text(r, c->title);
	rows_word(r, case_state_word(c->state), case_state_label(c->state));
	rows_flag(r, c->pilot);
	rows_number(r, c->nevidence);
	rows_text(r, c->text);
	rows_text(r, c->reason);
	rows_text(r, c->added_by);
	rows_time(r, c->added_at);
	rows_text(r, c->decided_by);
	rows_time(r, c->decided_at);
	rows_flag(r, c->on_behalf);
}

int verb_case_list(struct cli *cli, struct err *e)
{
	static const struct rows_column columns[] = {
		{"id", N_("ID"), COLUMN_NUMBER, false},
		{"action", N_("Action"), COLUMN_WORD, false},
		{"unit", N_("Unit"), COLUMN_TEXT, false},
		{"title", N_("Title"), COLUMN_TEXT, false},
		{"state", N_("State"), COLUMN_WORD, false},
		{"pilot", N_("Pilot"), COLUMN_WORD, false},
		{"evidence", N_("Evidence"), COLUMN_NUMBER, false},
		{"text", N_("Text"), COLUMN_TEXT, true},
		{"reason", N_("Reason"), COLUMN_TEXT, true},
		{"added_by", N_("Handed in by"), COLUMN_TEXT, true},
		{"added_at", N_("Handed in"), COLUMN_WORD, true},
		{"decided_by", N_("Decided by"), COLUMN_TEXT, true},
		{"decided_at", N_("Decided"), COLUMN_WORD, true},
		{"on_behalf", N_("On behalf"), COLUMN_WORD, true},
	};
	struct case_filter f;
	struct case_rows cases = {0};
	struct rows r;
	int limit;

	if (read_filter(cli, &f, &limit, e) < 0 ||
	    store_case_list(cli->store, &cli->arena, &cli->who, &f, limit, &cases, e) < 0)
		return -1;
	ROWS_BEGIN(&r, cli, columns);
	rows_say_when_empty(
		&r, _("no case fits; `duban case add CODE/NO TITLE --text TEXT` hands one in"));
	for (size_t i = 0; i < cases.n; i++)
		add_row(&r, &cases.at[i]);
	return rows_end(&r, e);
}

/* The case that the first operand names, as it is now. */
static int get_case(struct cli *cli, struct case_row *c, struct err *e)
{
	int64_t id;

	if (lookup_number(cli_operand(cli, 0), "ID", 1, INT64_MAX, &id, e) < 0 ||
	    cli_open(cli, e) < 0)
		return -1;
	if (store_case_get(cli->store, &cli->arena, &cli->who, id, c, e) == 0)
		return 0;
	if (e->code == ERR_NOT_FOUND)
		err_set(e, ERR_NOT_FOUND,
			_("there is no case %lld that you may read; `duban case list` shows the "
			  "numbers"),
			(long long)id);
	return -1;
}

static void show_head(struct arena *a, struct document *d, const struct case_row *c)
{
	char at[TIME_TEXT];

	document_begin(a, d, c->title,
		       arena_printf(a, "%s %s", action_name(a, c->plan_code, c->action_no),
				    c->action_title));
	document_paragraph(a, d,
			   arena_printf(a, _("Handed in by %s (%s), %s"), c->added_by, c->unit,
					time_format_local(c->added_at, at)));
	if (c->pilot)
		document_paragraph(a, d, _("The action is a pilot."));
	if (!c->decided_at)
		document_paragraph(a, d, _("The office has not decided on it yet."));
	else
		document_paragraph(a, d,
				   arena_printf(a, *c->reason ? "%s, %s, %s: %s" : "%s, %s, %s%s",
						case_state_label(c->state), c->decided_by,
						time_format_local(c->decided_at, at), c->reason));
	document_heading(a, d, _("Text"));
	document_paragraph(a, d, c->text);
}

int verb_case_show(struct cli *cli, struct err *e)
{
	struct document d;
	struct case_row c;

	if (get_case(cli, &c, e) < 0)
		return -1;
	show_head(&cli->arena, &d, &c);
	if (sheet_add_evidence(cli, &d, &(struct evidence_filter){.case_id = c.id}, e) < 0)
		return -1;
	return sheet_print(cli, &d, e);
}

int verb_case_add(struct cli *cli, struct err *e)
{
	struct case_new new = {0};
	struct case_row row;
	struct action_row action;
	struct unit_row unit;

	if (entry_case(&cli->arena, cli_operand(cli, 1), cli_option(cli, "text"), &new, e) < 0 ||
	    lookup_evidence(cli, &new.evidence, e) < 0 || cli_open(cli, e) < 0 ||
	    lookup_task(cli, &action, &unit, e) < 0)
		return -1;
	new.action_id = action.id;
	new.unit_id = unit.id;
	if (store_case_put(cli->store, &cli->who, &new, &cli->arena, &row, NULL, e) < 0)
		return -1;
	printf(_("case %lld of %s for %s is handed in: %s\n"), (long long)row.id, row.unit,
	       lookup_action_name(cli, &action), row.title);
	return 0;
}

static void print_both(struct cli *cli, const struct case_new *yours)
{
	struct err none = ERR_INIT;
	struct case_row now;

	if (store_case_get(cli->store, &cli->arena, &cli->who, yours->case_id, &now, &none) < 0)
		return;
	const struct both rows[] = {{_("title"), now.title, yours->title},
				    {_("text"), now.text, yours->text}};
	both_print(rows, sizeof rows / sizeof rows[0]);
}

int verb_case_change(struct cli *cli, struct err *e)
{
	const char *title = cli_option(cli, "title"), *text = cli_option(cli, "text");
	struct case_new new = {0};
	struct case_row row;

	if (!title && !text)
		return err_set(e, ERR_INPUT,
			       _("say what shall be changed: --title or --text, or both"));
	if (get_case(cli, &row, e) < 0 ||
	    entry_case(&cli->arena, title ? title : row.title, text ? text : row.text, &new, e) < 0)
		return -1;
	new.case_id = row.id;
	new.version = row.version;
	if (store_case_put(cli->store, &cli->who, &new, &cli->arena, &row, NULL, e) < 0) {
		if (e->code == ERR_CONFLICT)
			print_both(cli, &new);
		return -1;
	}
	printf(_("case %lld is changed: %s\n"), (long long)row.id, row.title);
	return 0;
}

/* Who was faster, and what they have decided. */
static int refuse_decided(struct cli *cli, int64_t id, const struct err *e)
{
	struct err unread = ERR_INIT;
	struct case_row now;

	if ((e->code == ERR_CONFLICT || e->code == ERR_STATE) &&
	    store_case_get(cli->store, &cli->arena, &cli->who, id, &now, &unread) == 0 &&
	    now.decided_at)
		both_print_done(case_state_label(now.state), now.decided_by, now.decided_at,
				now.reason);
	return -1;
}

static int decide(struct cli *cli, enum case_step step, const char *said, struct err *e)
{
	const char *reason = cli_option(cli, "reason");
	struct case_row row;

	if ((reason && entry_reason(&cli->arena, reason, &reason, e) < 0) ||
	    get_case(cli, &row, e) < 0)
		return -1;
	if (store_case_decide(cli->store, &cli->who, row.id, row.version, step, reason, NULL, e) <
	    0)
		return refuse_decided(cli, row.id, e);
	printf(_(said), (long long)row.id, row.unit, row.title);
	return 0;
}

int verb_case_select(struct cli *cli, struct err *e)
{
	return decide(cli, CASE_SELECT, N_("case %lld of %s is selected: %s\n"), e);
}

int verb_case_decline(struct cli *cli, struct err *e)
{
	return decide(cli, CASE_DECLINE, N_("case %lld of %s is not selected: %s\n"), e);
}

int verb_pilot(struct cli *cli, struct err *e)
{
	bool off = cli_has(cli, "off");
	struct action_row action;

	if (cli_open(cli, e) < 0 || lookup_action(cli, &action, e) < 0 ||
	    store_pilot_set(cli->store, &cli->who, action.id, action.version, !off, NULL, e) < 0)
		return -1;
	printf(off ? _("%s %s is a pilot no longer\n") : _("%s %s is a pilot now\n"),
	       lookup_action_name(cli, &action), action.title);
	return 0;
}
