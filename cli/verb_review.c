/*
 * Deciding on reports: signing off inside the unit, accepting and returning by the office, one
 * report or all that wait; and what waits for whom.
 */
#include "cli/cli.h"
#include "cli/lookup.h"
#include "cli/report_place.h"
#include "cli/rows.h"
#include "core/rule/entry.h"
#include "core/i18n.h"

#include <limits.h>
#include <stdio.h>
#include <string.h>

/* One report */

/* What an option does, and the sentence when it is done: unit, action, period. */
static const struct review_option {
	const char *name;
	enum report_step step;
	const char *done;
} review_options[] = {
	{"accept", REPORT_ACCEPT, N_("the report of %s on %s, %s, is accepted\n")},
	{"return", REPORT_RETURN, N_("the report of %s on %s, %s, is returned\n")},
	{"sign", REPORT_SIGN, N_("the report of %s on %s, %s, is signed off\n")},
	{"unsign", REPORT_UNSIGN,
	 N_("the report of %s on %s, %s, waits for its approving leader again\n")},
	{"send-back", REPORT_SEND_BACK,
	 N_("the report of %s on %s, %s, is sent back inside the unit\n")},
};
enum { REVIEW_OPTIONS = sizeof review_options / sizeof review_options[0] };

static const struct review_option *read_option(struct cli *cli, struct err *e)
{
	const struct review_option *given = NULL;

	for (int i = 0; i < REVIEW_OPTIONS; i++) {
		if (!cli_has(cli, review_options[i].name))
			continue;
		if (given) {
			given = NULL;
			break;
		}
		given = &review_options[i];
	}
	if (!given)
		err_set(e, ERR_INPUT,
			_("say one of --accept, --return REASON, --sign, --unsign and --send-back "
			  "REASON"));
	return given;
}

int verb_review(struct cli *cli, struct err *e)
{
	const struct review_option *option = read_option(cli, e);
	const char *reason = option ? cli_option(cli, option->name) : NULL;
	struct report_place p;

	if (!option || (reason && *reason && entry_reason(&cli->arena, reason, &reason, e) < 0) ||
	    report_place_need(cli, &p, e) < 0 ||
	    store_report_review(cli->store, &cli->who, p.report.id, p.report.version, option->step,
				reason, NULL, e) < 0)
		return -1;
	printf(_(option->done), p.unit.name, lookup_action_name(cli, &p.action), p.period.code);
	return 0;
}

int verb_report_recall(struct cli *cli, struct err *e)
{
	struct report_place p;

	if (report_place_need(cli, &p, e) < 0 ||
	    store_report_review(cli->store, &cli->who, p.report.id, p.report.version, REPORT_RECALL,
				"", NULL, e) < 0)
		return -1;
	printf(_("the report of %s on %s, %s, is a draft again\n"), p.unit.name,
	       lookup_action_name(cli, &p.action), p.period.code);
	return 0;
}

/* All that wait */

/* What --plan, --unit and --period let through. */
struct review_filter {
	int64_t plan_id, unit_id;
	const char *period; /* code, NULL: any */
};

static int read_filter(struct cli *cli, struct review_filter *f, struct err *e)
{
	struct period_row period;
	struct plan_row plan;

	*f = (struct review_filter){0};
	if (lookup_plan_id(cli, &f->plan_id, e) < 0 || lookup_unit_id(cli, &f->unit_id, e) < 0)
		return -1;
	if (!cli_option(cli, "period"))
		return 0;
	if (lookup_plan(cli, &plan, e) < 0 || lookup_period(cli, plan.id, &period, e) < 0)
		return -1;
	f->plan_id = plan.id;
	f->period = period.code;
	return 0;
}

static bool is_asked_for(const struct review_filter *f, const struct report_row *row)
{
	return (!f->unit_id || row->unit_id == f->unit_id) &&
	       (!f->period || strcmp(row->period_code, f->period) == 0);
}

static void add_waiting(struct rows *r, const struct report_row *row, const char *word,
			const char *label)
{
	rows_text(r, row->plan_code);
	rows_text(r, row->action_no);
	rows_text(r, row->unit);
	rows_text(r, row->period_code);
	rows_word(r, word, label);
	rows_time(r, row->submitted_at);
	rows_percent(r, row->percent);
	rows_number(r, row->nsame);
	rows_text(r, row->done);
}

int verb_review_list(struct cli *cli, struct err *e)
{
	static const struct rows_column columns[] = {
		{"plan", N_("Plan"), COLUMN_WORD, false},
		{"action", N_("No."), COLUMN_WORD, false},
		{"unit", N_("Unit"), COLUMN_TEXT, false},
		{"period", N_("Period"), COLUMN_WORD, false},
		{"waits-for", N_("Waits for"), COLUMN_WORD, false},
		{"submitted", N_("Handed in"), COLUMN_DATE, false},
		{"percent", N_("Percent"), COLUMN_NUMBER, false},
		{"unchanged", N_("Unchanged"), COLUMN_NUMBER, true},
		{"done", N_("Progress"), COLUMN_TEXT, false},
	};
	struct report_rows office = {0}, leader = {0};
	struct review_filter f;
	struct rows r;

	if (cli_open(cli, e) < 0 || read_filter(cli, &f, e) < 0 ||
	    store_report_unsigned(cli->store, &cli->arena, &cli->who, INT_MAX, &leader, e) < 0 ||
	    store_report_waiting(cli->store, &cli->arena, &cli->who, f.plan_id, INT_MAX, &office,
				 e) < 0)
		return -1;
	ROWS_BEGIN(&r, cli, columns);
	rows_say_when_empty(&r, _("nothing waits"));
	for (size_t i = 0; i < leader.n; i++)
		if (is_asked_for(&f, &leader.at[i]))
			add_waiting(&r, &leader.at[i], "leader", _("approving leader"));
	for (size_t i = 0; i < office.n; i++)
		if (is_asked_for(&f, &office.at[i]))
			add_waiting(&r, &office.at[i], "office", _("coordinating office"));
	return rows_end(&r, e);
}

/* What is accepted together; what one entered oneself is left to a colleague. */
struct batch {
	struct report_rows rows;
	VEC(struct report_pick) picks; /* of the rows, in their order */
	int nown;
};

static int load_batch(struct cli *cli, struct batch *b, struct err *e)
{
	struct report_rows waiting;
	struct review_filter f;

	if (read_filter(cli, &f, e) < 0 ||
	    store_report_waiting(cli->store, &cli->arena, &cli->who, f.plan_id, INT_MAX, &waiting,
				 e) < 0)
		return -1;
	for (size_t i = 0; i < waiting.n; i++) {
		const struct report_row *row = &waiting.at[i];

		if (!is_asked_for(&f, row))
			continue;
		if (row->entered_by_id == cli->who.person_id) {
			b->nown++;
			continue;
		}
		*vec_push(&cli->arena, &b->rows) = *row;
		*vec_push(&cli->arena, &b->picks) = (struct report_pick){row->id, row->version};
	}
	return 0;
}

static int accept_batch(struct cli *cli, const struct batch *b, struct err *e)
{
	struct report_refusals refused;

	if (store_report_accept_many(cli->store, &cli->who, b->picks.at, b->picks.n, &cli->arena,
				     &refused, NULL, e) == 0)
		return 0;
	for (size_t i = 0; i < refused.n; i++)
		fprintf(stderr, "%s: %s\n", refused.at[i].what, refused.at[i].why);
	return -1;
}

int verb_review_all(struct cli *cli, struct err *e)
{
	bool dry = cli_has(cli, "dry-run");
	struct batch b = {0};

	if (cli_open(cli, e) < 0 || load_batch(cli, &b, e) < 0 ||
	    (!dry && b.picks.n && accept_batch(cli, &b, e) < 0))
		return -1;
	for (size_t i = 0; i < b.rows.n; i++)
		printf("%s %d%%\n", report_place_name(cli, &b.rows.at[i]), b.rows.at[i].percent);
	printf(dry ? Q_("%zu report would be accepted\n", "%zu reports would be accepted\n",
			b.rows.n)
		   : Q_("%zu report is accepted\n", "%zu reports are accepted\n", b.rows.n),
	       b.rows.n);
	if (b.nown)
		printf(Q_("%d more waits that you entered yourself: a colleague decides on it\n",
			  "%d more wait that you entered yourself: a colleague decides on them\n",
			  b.nown),
		       b.nown);
	return 0;
}
