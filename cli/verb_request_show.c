/* What units ask of the office, to be read: the list, and one in full with what it would leave
 * open, what was asked of the same before, and its evidence. */
#include "cli/cli.h"
#include "cli/lookup.h"
#include "cli/requests.h"
#include "cli/rows.h"
#include "cli/sheet.h"
#include "core/date.h"
#include "db/plan/store_plan.h"
#include "db/report/store_evidence.h"

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

static void add_row(struct rows *r, struct cli *cli, const struct request_row *q)
{
	rows_number(r, q->id);
	rows_word(r, request_kind_word(q->kind), request_kind_label(q->kind));
	rows_word(r, request_state_word(q->state), request_state_label(q->state));
	rows_text(r, q->plan_code);
	rows_text(r, requests_action_name(cli, q));
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
	sheet_add_line(a, t,
		       q->kind == REQUEST_EXTENSION && q->state == REQUEST_GRANTED
			       ? _("The date until then")
			       : _("The date as it is"),
		       date_text(a, q->due));
	sheet_add_line(a, t, _("Until"), date_text(a, q->want));
	sheet_add_line(a, t, _("After the date"), q->late ? _("yes") : "");
	sheet_add_line(a, t, _("Percent"),
		       q->percent < 0 ? "" : arena_printf(a, "%d%%", q->percent));
	sheet_add_line(a, t, _(request_rule(q->kind)->heading), q->reason);
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

	if (!requests_asks_close_out(q))
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

/* What the unit has asked about the same thing before, and what was answered. */
static int show_before(struct cli *cli, struct document *doc, const struct request_row *q,
		       struct err *e)
{
	static const struct sheet_column columns[] = {
		{N_("ID"), COLUMN_NUMBER, 0},
		{N_("State"), COLUMN_WORD, 0},
		{N_("Until"), COLUMN_WORD, 0},
		{N_("Answer"), COLUMN_TEXT, 1},
	};
	struct request_new about = request_anew(q);
	struct arena *a = &cli->arena;
	struct document_table *t = NULL;
	struct request_rows same;

	if (store_request_same(cli->store, a, &cli->who, &about, &same, e) < 0)
		return -1;
	for (size_t i = 0; i < same.n; i++) {
		const struct request_row *was = &same.at[i];

		if (was->id >= q->id)
			continue;
		if (!t) {
			document_heading(a, doc, _("Asked before"));
			t = SHEET_TABLE(a, doc, columns);
		}
		const char **cells = document_add_row(a, t);
		cells[0] = arena_printf(a, "%lld", (long long)was->id);
		cells[1] = request_state_label(was->state);
		cells[2] = date_text(a, date_is_set(was->granted) ? was->granted : was->want);
		cells[3] = was->answer;
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

	if (requests_get(cli, &q, e) < 0)
		return -1;
	document_begin(
		a, &doc,
		arena_printf(a, _("Request %lld: %s"), (long long)q.id, request_label(a, &q)),
		q.action_id
			? arena_printf(a, "%s %s", requests_action_name(cli, &q), q.action_title)
			: q.plan_code);
	t = SHEET_TABLE(a, &doc, columns);
	show_question(a, t, &q);
	if (show_volumes(cli, t, &q, e) < 0)
		return -1;
	show_answer(a, t, &q);
	if (show_open(cli, &doc, &q, e) < 0 || show_before(cli, &doc, &q, e) < 0 ||
	    sheet_add_evidence(cli, &doc, &(struct evidence_filter){.request_id = q.id}, e) < 0)
		return -1;
	return sheet_print(cli, &doc, e);
}
