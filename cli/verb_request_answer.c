/* What units ask of the office, from the other end: the list, one in full, granting, refusing,
 * taking back; and opening an action again that was closed out. */
#include "cli/both.h"
#include "cli/cli.h"
#include "cli/lookup.h"
#include "cli/rows.h"
#include "cli/sheet.h"
#include "core/date.h"
#include "core/rule/entry.h"
#include "db/report/store_evidence.h"
#include "db/people/store_unit.h"
#include "db/plan/store_plan.h"
#include "db/cycle/store_request.h"

#include <stdio.h>

enum { REQUEST_LIMIT = 200 };

static int read_filter(struct cli *cli, struct request_filter *f, struct err *e)
{
	const char *kind = cli_option(cli, "kind");

	f->waiting = cli_has(cli, "waiting");
	if (kind)
		request_kind_parse(kind, &f->kind);
	return cli_open(cli, e) < 0 || lookup_plan_id(cli, &f->plan_id, e) < 0 ||
			       lookup_action_id(cli, &f->action_id, e) < 0 ||
			       lookup_unit_id(cli, &f->unit_id, e) < 0
		       ? -1
		       : 0;
}

/* Empty for what belongs to no action. */
static const char *name_action(struct cli *cli, const struct request_row *q)
{
	return q->action_id ? action_name(&cli->arena, q->plan_code, q->action_no) : "";
}

static void add_row(struct rows *r, struct cli *cli, const struct request_row *q)
{
	rows_number(r, q->id);
	rows_word(r, request_kind_word(q->kind), request_kind_label(q->kind));
	rows_word(r, request_state_word(q->state), request_state_label(q->state));
	rows_text(r, q->plan_code);
	rows_text(r, name_action(cli, q));
	rows_text(r, q->unit);
	rows_word(r, q->what, request_label(&cli->arena, q));
	rows_date(r, q->want);
	rows_date(r, q->granted);
	rows_percent(r, q->percent);
	rows_flag(r, q->late);
	rows_time(r, q->asked_at);
	rows_number(r, q->state == REQUEST_ASKED ? request_days(q, cli->now.utc) : 0);
	rows_text(r, q->reason);
	rows_text(r, q->answer);
}

int verb_request_list(struct cli *cli, struct err *e)
{
	static const struct rows_column columns[] = {
		{"id", N_("ID"), COLUMN_NUMBER, false},
		{"kind", N_("Kind"), COLUMN_WORD, true},
		{"state", N_("State"), COLUMN_WORD, false},
		{"plan", N_("Plan"), COLUMN_WORD, true},
		{"action", N_("Action"), COLUMN_WORD, false},
		{"unit", N_("Unit"), COLUMN_TEXT, false},
		{"what", N_("What is asked"), COLUMN_TEXT, false},
		{"until", N_("Until"), COLUMN_DATE, true},
		{"granted", N_("Granted until"), COLUMN_DATE, true},
		{"percent", N_("Percent"), COLUMN_NUMBER, true},
		{"late", N_("After the date"), COLUMN_WORD, true},
		{"asked", N_("Asked"), COLUMN_WORD, true},
		{"days", N_("Days"), COLUMN_NUMBER, false},
		{"reason", N_("Reason"), COLUMN_TEXT, false},
		{"answer", N_("Answer"), COLUMN_TEXT, true},
	};
	struct request_filter f = {0};
	struct request_rows requests = {0};
	struct rows r;
	int limit;

	if (lookup_limit(cli, REQUEST_LIMIT, &limit, e) < 0 || read_filter(cli, &f, e) < 0 ||
	    store_request_list(cli->store, &cli->arena, &cli->who, &f, limit, &requests, e) < 0)
		return -1;
	ROWS_BEGIN(&r, cli, columns);
	rows_say_when_empty(&r, f.waiting ? _("nothing waits for an answer")
					  : _("nothing was asked of the coordinating office"));
	for (size_t i = 0; i < requests.n; i++)
		add_row(&r, cli, &requests.at[i]);
	return rows_end(&r, e);
}

/* The request that the first operand names, as it is now. */
static int get_request(struct cli *cli, struct request_row *q, struct err *e)
{
	int64_t id;

	if (lookup_number(cli_operand(cli, 0), "ID", 1, INT64_MAX, &id, e) < 0 ||
	    cli_open(cli, e) < 0)
		return -1;
	if (store_request_get(cli->store, &cli->arena, &cli->who, id, q, e) == 0)
		return 0;
	return e->code == ERR_NOT_FOUND
		       ? err_set(e, ERR_NOT_FOUND,
				 _("there is no request %lld; `duban request list` shows the "
				   "numbers"),
				 (long long)id)
		       : -1;
}

static const char *date_text(struct arena *a, struct date d)
{
	return date_format(d, arena_alloc(a, DATE_TEXT));
}

static const char *time_text(struct arena *a, int64_t at)
{
	return at ? time_format_local(at, arena_alloc(a, TIME_TEXT)) : "";
}

static void show_question(struct arena *a, struct document_table *t, const struct request_row *q)
{
	sheet_add_line(a, t, _("Unit"), q->unit);
	sheet_add_line(a, t, _("Asked"), time_text(a, q->asked_at));
	sheet_add_line(a, t, _("Asked by"),
		       q->on_behalf ? arena_printf(a, _("%s, on behalf of the unit"), q->asked_by)
				    : q->asked_by);
	sheet_add_line(a, t, _("The date as it is"), date_text(a, q->due));
	sheet_add_line(a, t, _("Until"), date_text(a, q->want));
	sheet_add_line(a, t, _("After the date"), q->late ? _("yes") : "");
	sheet_add_line(a, t, _("Percent"),
		       q->percent < 0 ? "" : arena_printf(a, "%d%%", q->percent));
	sheet_add_line(a, t, _("Reason"), q->reason);
	sheet_add_line(a, t, _("Done"), q->done);
	sheet_add_line(a, t, _("Problems"), q->problems);
	sheet_add_line(a, t, _("Next"), q->next);
}

static void show_answer(struct arena *a, struct document_table *t, const struct request_row *q)
{
	sheet_add_line(a, t, _("State"), request_state_label(q->state));
	sheet_add_line(a, t, _("Answered"), time_text(a, q->decided_at));
	sheet_add_line(a, t, _("Answered by"), q->decided_by);
	sheet_add_line(a, t, _("Granted until"), date_text(a, q->granted));
	sheet_add_line(a, t, _("Answer"), q->answer);
}

/* What the corrected report shall count. */
static int show_volumes(struct cli *cli, struct document_table *t, const struct request_row *q,
			struct err *e)
{
	struct arena *a = &cli->arena;
	struct volume_rows known = {0};

	if (q->volumes.n == 0)
		return 0;
	if (store_volume_list(cli->store, a, &cli->who, q->action_id, &known, e) < 0)
		return -1;
	for (size_t i = 0; i < q->volumes.n; i++)
		for (size_t k = 0; k < known.n; k++)
			if (known.at[k].id == q->volumes.at[i].volume_id)
				sheet_add_line(a, t, _("Work volume"),
					       arena_printf(a, "%s: %s %s", known.at[k].what,
							    q->volumes.at[i].value,
							    known.at[k].measure));
	return 0;
}

static bool asks_close_out(const struct request_row *q)
{
	return q->kind == REQUEST_COMPLETION && q->state == REQUEST_ASKED;
}

/* What a close-out that waits for its answer would leave open. */
static int show_open(struct cli *cli, struct document *doc, const struct request_row *q,
		     struct err *e)
{
	static const struct sheet_column columns[] = {
		{N_("Kind"), COLUMN_WORD, 0}, {N_("Unit"), COLUMN_TEXT, 1},
		{N_("Name"), COLUMN_TEXT, 1}, {N_("State"), COLUMN_WORD, 0},
		{N_("Due"), COLUMN_WORD, 0},
	};
	struct arena *a = &cli->arena;
	struct document_table *t;
	struct open_rows open;

	if (!asks_close_out(q))
		return 0;
	if (store_action_open(cli->store, a, &cli->who, q->action_id, &open, e) < 0)
		return -1;
	document_heading(a, doc, _("Still open in the action"));
	if (open.n == 0) {
		document_paragraph(a, doc, _("nothing is open"));
		return 0;
	}
	t = SHEET_TABLE(a, doc, columns);
	for (size_t i = 0; i < open.n; i++) {
		const struct open_row *row = &open.at[i];
		const char **cells = document_add_row(a, t);

		cells[0] = open_kind_label(row->kind);
		cells[1] = row->unit_id ? row->unit : _("all units");
		cells[2] = row->what;
		cells[3] = open_state_label(row);
		cells[4] = date_text(a, row->due);
	}
	return 0;
}

int verb_request_show(struct cli *cli, struct err *e)
{
	static const struct sheet_column columns[] = {
		{N_("What"), COLUMN_WORD, 0},
		{N_("Text"), COLUMN_TEXT, 1},
	};
	struct arena *a = &cli->arena;
	struct document doc = {0};
	struct document_table *t;
	struct request_row q;

	if (get_request(cli, &q, e) < 0)
		return -1;
	document_begin(
		a, &doc,
		arena_printf(a, _("Request %lld: %s"), (long long)q.id, request_label(a, &q)),
		q.action_id ? arena_printf(a, "%s %s", name_action(cli, &q), q.action_title)
			    : q.plan_code);
	t = SHEET_TABLE(a, &doc, columns);
	show_question(a, t, &q);
	if (show_volumes(cli, t, &q, e) < 0)
		return -1;
	show_answer(a, t, &q);
	if (show_open(cli, &doc, &q, e) < 0 ||
	    sheet_add_evidence(cli, &doc, &(struct evidence_filter){.request_id = q.id}, e) < 0)
		return -1;
	sheet_print(cli, &doc);
	return 0;
}

/* Nothing is asked for any more of an action that is closed out: who does it has been told. */
static int check_nothing_open(struct cli *cli, const struct request_row *q, struct err *e)
{
	struct open_rows open;

	if (!asks_close_out(q) || cli_has(cli, "despite"))
		return 0;
	if (store_action_open(cli->store, &cli->arena, &cli->who, q->action_id, &open, e) < 0)
		return -1;
	if (open.n == 0)
		return 0;
	return err_set(e, ERR_STATE,
		       _("%1$s still has something open: %2$s; `duban request show %3$lld` lists "
			 "it, --despite closes the action out all the same"),
		       name_action(cli, q), open_summary(&cli->arena, &open), (long long)q->id);
}

/* Who was faster, and what they have answered. */
static int refuse_decided(struct cli *cli, int64_t id, const struct err *e)
{
	struct err unread = ERR_INIT;
	struct request_row now;

	if ((e->code == ERR_CONFLICT || e->code == ERR_STATE) &&
	    store_request_get(cli->store, &cli->arena, &cli->who, id, &now, &unread) == 0 &&
	    now.decided_at)
		both_print_done(request_state_label(now.state), now.decided_by, now.decided_at,
				now.answer);
	return -1;
}

static int decide(struct cli *cli, enum request_step step, struct date until, const char *answer,
		  struct request_row *q, struct err *e)
{
	if (answer && entry_reason(&cli->arena, answer, &answer, e) < 0)
		return lookup_rename_field(e, "reason", "answer");
	if (get_request(cli, q, e) < 0 ||
	    (step == REQUEST_GRANT && check_nothing_open(cli, q, e) < 0))
		return -1;
	if (store_request_decide(cli->store, &cli->who, q->id, q->version, step, until, answer,
				 NULL, e) < 0) {
		refuse_decided(cli, q->id, e);
		return lookup_rename_field(e, "granted", "until");
	}
	return 0;
}

/* What was objected to is changed by hand. The task of a collective unit is nothing that can be
 * taken from one of its members. */
static int say_change(struct cli *cli, const struct request_row *q, struct err *e)
{
	struct assignment_rows rows;
	bool own = false;

	if (store_assignment_list(cli->store, &cli->arena, &cli->who, q->action_id, 0, &rows, e) <
	    0)
		return -1;
	for (size_t i = 0; i < rows.n; i++)
		own = own || rows.at[i].unit_id == q->unit_id;
	printf(own ? _("`duban assign %1$s %2$s --role ROLE` gives another role, `duban unassign "
		       "%1$s %2$s --reason TEXT` takes the task from the unit\n")
		   : _("`duban assign %1$s %2$s --role ROLE` gives the unit a role of its own "
		       "beside the one that it has as a member of others\n"),
	       name_action(cli, q), q->unit);
	return 0;
}

int verb_request_grant(struct cli *cli, struct err *e)
{
	const char *text = cli_option(cli, "until");
	struct date until = {0};
	struct request_row q;

	if ((text && date_read(text, "until", &until, e) < 0) ||
	    decide(cli, REQUEST_GRANT, until, cli_option(cli, "answer"), &q, e) < 0)
		return -1;
	printf(_("request %lld of %s is granted: %s\n"), (long long)q.id, q.unit,
	       _(request_rule(q.kind)->granting));
	return q.kind == REQUEST_CONTEST ? say_change(cli, &q, e) : 0;
}

int verb_request_refuse(struct cli *cli, struct err *e)
{
	struct request_row q;

	if (decide(cli, REQUEST_REFUSE, (struct date){0}, cli_option(cli, "answer"), &q, e) < 0)
		return -1;
	printf(_("request %lld of %s is refused: %s\n"), (long long)q.id, q.unit,
	       request_label(&cli->arena, &q));
	return 0;
}

int verb_request_take_back(struct cli *cli, struct err *e)
{
	struct request_row q;

	if (get_request(cli, &q, e) < 0)
		return -1;
	if (store_request_take_back(cli->store, &cli->who, q.id, q.version, NULL, e) < 0)
		return refuse_decided(cli, q.id, e);
	printf(_("request %lld of %s is taken back: %s\n"), (long long)q.id, q.unit,
	       request_label(&cli->arena, &q));
	return 0;
}

int verb_action_reopen(struct cli *cli, struct err *e)
{
	const char *reason;
	struct action_row action;

	if (entry_reason(&cli->arena, cli_option(cli, "reason"), &reason, e) < 0 ||
	    cli_open(cli, e) < 0 || lookup_action(cli, &action, e) < 0 ||
	    store_action_reopen(cli->store, &cli->who, action.id, action.version, reason, NULL, e) <
		    0)
		return -1;
	printf(_("%s is open again: %s\n"), lookup_action_name(cli, &action), action.title);
	return 0;
}
