/*
 * `duban remind`, for cron: issues the urge notices that are due and sends what has not been sent.
 * With --dry-run it shows them line by line, with the reason of each, and changes nothing.
 */
#include "cli/cli.h"
#include "cli/lookup.h"
#include "cli/notices.h"
#include "cli/rows.h"
#include "core/err.h"

static void add_rows(struct cli *cli, struct rows *r, const struct notice_draft *d)
{
	for (size_t i = 0; i < d->ndebts; i++) {
		const struct debt_row *b = &d->debts[i];

		rows_text(r, d->plan_code);
		rows_text(r, d->unit);
		rows_word(r, notice_level_word(d->level), notice_level_label(d->level));
		rows_text(r, b->action_no);
		rows_text(r, b->action_title);
		rows_word(r, debt_why_word(b->why), debt_reason(&cli->arena, b));
		rows_text(r, b->what);
		rows_date(r, b->due);
		rows_number(r, b->days);
		rows_number(r, b->times);
		rows_number(r, d->recent);
		rows_flag(r, d->capped);
	}
}

static int list_drafts(struct cli *cli, const struct urge_filter *f, struct err *e)
{
	static const struct rows_column columns[] = {
		{"plan", N_("Plan"), COLUMN_WORD, true},
		{"unit", N_("Unit"), COLUMN_TEXT, false},
		{"level", N_("Level"), COLUMN_WORD, false},
		{"action", N_("Action no."), COLUMN_WORD, false},
		{"title", N_("Title"), COLUMN_TEXT, true},
		{"why", N_("What is owed, and why"), COLUMN_TEXT, false},
		{"what", N_("What"), COLUMN_TEXT, true},
		{"due", N_("Due"), COLUMN_DATE, true},
		{"days", N_("Working days late"), COLUMN_NUMBER, true},
		{"times", N_("Times urged"), COLUMN_NUMBER, true},
		{"recent", N_("Notices of late"), COLUMN_NUMBER, true},
		{"capped", N_("Not sent: had enough"), COLUMN_WORD, false},
	};
	struct notice_drafts drafts;
	struct rows r;

	if (store_urge_list(cli->store, &cli->arena, &cli->who, f, &drafts, e) < 0)
		return -1;
	ROWS_BEGIN(&r, cli, columns);
	rows_say_when_empty(&r, _("no notice is due"));
	for (size_t i = 0; i < drafts.n; i++)
		add_rows(cli, &r, &drafts.at[i]);
	return rows_end(&r, e);
}

int verb_remind(struct cli *cli, struct err *e)
{
	struct urge_filter f = {0};

	if (cli_open(cli, e) < 0 || lookup_plan_id(cli, &f.plan_id, e) < 0)
		return -1;
	return cli_has(cli, "dry-run") ? list_drafts(cli, &f, e) : notices_urge(cli, &f, "", e);
}
