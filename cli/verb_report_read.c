/*
 * Reading reports beyond what `show` prints: how one stood whenever it counted, what it says
 * otherwise than before, and the parts of all units in an action beside each other.
 */
#include "cli/cli.h"
#include "cli/lookup.h"
#include "cli/report_place.h"
#include "cli/rows.h"
#include "cli/sheet.h"
#include "core/rule/edition.h"
#include "core/i18n.h"
#include "core/text/word_diff.h"
#include "db/cycle/store_policy.h"

enum { TEXT_COLS = 100 };

/* "12=30, 13=5.5" */
static const char *volumes_text(struct arena *a, const struct report_volume_rows *volumes)
{
	const char *text = "";

	for (size_t i = 0; i < volumes->n; i++)
		text = arena_printf(a, "%s%s%lld=%s", text, i ? ", " : "",
				    (long long)volumes->at[i].volume_id, volumes->at[i].value);
	return text;
}

int verb_report_editions(struct cli *cli, struct err *e)
{
	static const struct rows_column columns[] = {
		{"edition", N_("No."), COLUMN_NUMBER, false},
		{"kind", N_("Kind"), COLUMN_WORD, false},
		{"at", N_("When"), COLUMN_DATE, false},
		{"by", N_("By"), COLUMN_TEXT, false},
		{"percent", N_("Percent"), COLUMN_NUMBER, false},
		{"no-change", N_("No change"), COLUMN_WORD, true},
		{"volumes", N_("Work volumes"), COLUMN_TEXT, true},
		{"done", N_("Done"), COLUMN_TEXT, false},
		{"problems", N_("Problems"), COLUMN_TEXT, false},
		{"next", N_("Next"), COLUMN_TEXT, false},
		{"reason", N_("Reason"), COLUMN_TEXT, false},
	};
	struct report_edition_rows editions;
	struct report_place p;
	struct rows r;

	if (report_place_need(cli, &p, e) < 0 ||
	    store_report_editions(cli->store, &cli->arena, &cli->who, p.report.id, &editions, e) <
		    0)
		return -1;
	ROWS_BEGIN(&r, cli, columns);
	rows_wrap(&r, TEXT_COLS);
	rows_say_when_empty(&r, _("the report was not handed in yet"));
	for (size_t i = 0; i < editions.n; i++) {
		const struct report_edition_row *x = &editions.at[i];

		rows_number(&r, x->seq);
		rows_word(&r, edition_kind_word(x->kind), edition_kind_label(x->kind));
		rows_time(&r, x->at);
		rows_text(&r, x->by);
		rows_percent(&r, x->percent);
		rows_flag(&r, x->no_change);
		rows_text(&r, volumes_text(&cli->arena, &x->volumes));
		rows_text(&r, x->done);
		rows_text(&r, x->problems);
		rows_text(&r, x->next);
		rows_text(&r, x->reason);
	}
	return rows_end(&r, e);
}

/* Parts */

int verb_report_parts(struct cli *cli, struct err *e)
{
	static const struct rows_column columns[] = {
		{"unit", N_("Unit"), COLUMN_TEXT, false},
		{"role", N_("Role"), COLUMN_WORD, false},
		{"state", N_("Report"), COLUMN_WORD, false},
		{"percent", N_("Percent"), COLUMN_NUMBER, false},
		{"owed", N_("Owed"), COLUMN_WORD, false},
		{"due", N_("Due"), COLUMN_DATE, false},
		{"late", N_("Days late"), COLUMN_NUMBER, false},
		{"volumes", N_("Work volumes"), COLUMN_TEXT, true},
		{"done", N_("Progress"), COLUMN_TEXT, false},
	};
	struct report_part_rows parts;
	struct action_row action;
	struct period_row period;
	struct rows r;

	if (cli_open(cli, e) < 0 || lookup_action(cli, &action, e) < 0 ||
	    lookup_period(cli, action.plan_id, &period, e) < 0 ||
	    store_report_parts(cli->store, &cli->arena, &cli->who, action.id, period.id,
			       cli->now.today, &parts, e) < 0)
		return -1;
	ROWS_BEGIN(&r, cli, columns);
	rows_wrap(&r, TEXT_COLS);
	rows_say_when_empty(&r, _("the action has no units yet"));
	for (size_t i = 0; i < parts.n; i++) {
		const struct report_part_row *p = &parts.at[i];

		rows_text(&r, p->unit);
		rows_word(&r, role_word(p->role), role_label(p->role));
		rows_word(&r, report_state_word(p->state), report_state_label(p->state));
		rows_percent(&r, p->percent);
		rows_flag(&r, p->owed);
		rows_date(&r, p->since);
		rows_number(&r, p->days);
		rows_text(&r, volumes_text(&cli->arena, &p->volumes));
		rows_text(&r, p->done);
	}
	return rows_end(&r, e);
}

/* Differences */

/* What a report says, at any time. */
struct wording {
	int percent;
	const char *done, *problems, *next;
};

/* The wording that the report is held against, and in `which` what it is. */
static int find_before(struct cli *cli, const struct report_row *row, struct wording *was,
		       const char **which, struct err *e)
{
	bool accepted = cli_has(cli, "accepted");
	struct report_edition_rows editions;
	const struct report_edition_row *x;
	struct report_row earlier;
	char at[TIME_TEXT];

	if (store_report_editions(cli->store, &cli->arena, &cli->who, row->id, &editions, e) < 0)
		return -1;
	x = accepted ? edition_accepted_before(&editions, row->state)
		     : edition_handed_in_before(&editions, row->state);
	if (x) {
		*was = (struct wording){x->percent, x->done, x->problems, x->next};
		*which = arena_printf(&cli->arena,
				      accepted ? _("against what was accepted on %s")
					       : _("against what was handed in on %s"),
				      time_format_local(x->at, at));
		return 0;
	}
	if (!accepted)
		return err_set(e, ERR_NOT_FOUND,
			       _("the report was not handed in before; --accepted shows what "
				 "differs from the last accepted one"));
	if (store_report_accepted_before(cli->store, &cli->arena, &cli->who, row->action_id,
					 row->unit_id, row->period_id, &earlier, e) < 0)
		return -1;
	*was = (struct wording){earlier.percent, earlier.done, earlier.problems, earlier.next};
	*which = arena_printf(&cli->arena, _("against what was accepted for %s"),
			      earlier.period_code);
	return 0;
}

/* "建档-[一]+[二]千份" */
static const char *marked_text(struct arena *a, const char *was, const char *is)
{
	static const char *const begin[] = {
		[WORD_SAME] = "", [WORD_GONE] = "-[", [WORD_NEW] = "+["};
	struct strbuf b = STRBUF_INIT;
	struct word_pieces pieces = {0};
	const char *text;

	word_diff(a, was, is, &pieces);
	for (size_t i = 0; i < pieces.n; i++) {
		const struct word_piece *p = &pieces.at[i];

		strbuf_puts(&b, begin[p->change]);
		strbuf_add(&b, p->text, p->nbytes);
		if (p->change != WORD_SAME)
			strbuf_putc(&b, ']');
	}
	text = b.s ? arena_strdup(a, b.s) : "";
	strbuf_free(&b);
	return text;
}

static void add_marked(struct arena *a, struct document *d, const char *label, const char *was,
		       const char *is)
{
	if (!*was && !*is)
		return;
	document_heading(a, d, label);
	document_paragraph(a, d, marked_text(a, was, is));
}

int verb_report_diff(struct cli *cli, struct err *e)
{
	struct arena *a = &cli->arena;
	struct document d = {0};
	struct report_place p;
	struct wording was = {0, "", "", ""};
	const char *which = "";

	if (report_place_need(cli, &p, e) < 0 || find_before(cli, &p.report, &was, &which, e) < 0)
		return -1;
	document_begin(a, &d, report_place_name(cli, &p.report), which);
	add_marked(a, &d, _("Percent"), arena_printf(a, "%d%%", was.percent),
		   arena_printf(a, "%d%%", p.report.percent));
	add_marked(a, &d, _("Done"), was.done, p.report.done);
	add_marked(a, &d, _("Problems"), was.problems, p.report.problems);
	add_marked(a, &d, _("Next"), was.next, p.report.next);
	return sheet_print(cli, &d, e);
}
