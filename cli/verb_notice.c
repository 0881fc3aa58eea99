/* Notices: what the office and the leaders ask units for, and what these answer. */
#include "cli/both.h"
#include "cli/cli.h"
#include "cli/lookup.h"
#include "cli/notices.h"
#include "cli/rows.h"
#include "cli/sheet.h"
#include "core/rule/entry.h"
#include "core/rule/notice_document.h"
#include "db/cycle/store_notice.h"
#include "db/cycle/store_policy.h"
#include "db/store_log.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static int read_filter(struct cli *cli, struct notice_filter *f, int *limit, struct err *e)
{
	const char *word = cli_option(cli, "kind");
	enum notice_kind kind;

	*f = (struct notice_filter){
		.kind = -1, .open = cli_has(cli, "open"), .unsent = cli_has(cli, "unsent")};
	if (word && notice_kind_parse(word, &kind))
		f->kind = (int)kind;
	return cli_open(cli, e) < 0 || lookup_plan_id(cli, &f->plan_id, e) < 0 ||
			       lookup_unit_id(cli, &f->unit_id, e) < 0 ||
			       lookup_action_id(cli, &f->action_id, e) < 0 ||
			       lookup_limit(cli, 200, limit, e) < 0
		       ? -1
		       : 0;
}

static void add_row(struct cli *cli, struct rows *r, const struct notice_row *n)
{
	rows_number(r, n->id);
	rows_text(r, n->plan_code);
	rows_word(r, notice_kind_word(n->kind), notice_kind_label(n->kind));
	rows_number(r, n->no);
	rows_text(r, n->unit);
	rows_word(r, notice_level_word(n->level), notice_level_label(n->level));
	rows_text(r, n->action_no);
	rows_number(r, n->nitems);
	rows_date(r, n->answer_by);
	rows_word(r, notice_state_word(n->state), notice_standing(&cli->arena, n, cli->now.today));
	rows_time(r, n->issued_at);
	rows_text(r, n->issued_by);
	rows_text(r, n->text);
	rows_time(r, n->answered_at);
	rows_text(r, n->answer);
	rows_text(r, notice_delivery_label(&cli->arena, n));
}

int verb_notice_list(struct cli *cli, struct err *e)
{
	static const struct rows_column columns[] = {
		{"id", N_("ID"), COLUMN_NUMBER, false},
		{"plan", N_("Plan"), COLUMN_WORD, false},
		{"kind", N_("Kind"), COLUMN_WORD, false},
		{"no", N_("No."), COLUMN_NUMBER, false},
		{"unit", N_("Unit"), COLUMN_TEXT, false},
		{"level", N_("Level"), COLUMN_WORD, false},
		{"action", N_("Action no."), COLUMN_WORD, false},
		{"items", N_("Lines"), COLUMN_NUMBER, false},
		{"answer_by", N_("Answer by"), COLUMN_DATE, true},
		{"state", N_("State"), COLUMN_TEXT, false},
		{"issued_at", N_("Issued"), COLUMN_WORD, true},
		{"issued_by", N_("By"), COLUMN_TEXT, true},
		{"text", N_("Text"), COLUMN_TEXT, true},
		{"answered_at", N_("Answered"), COLUMN_WORD, true},
		{"answer", N_("Answer"), COLUMN_TEXT, true},
		{"sent", N_("Sent"), COLUMN_TEXT, false},
	};
	struct notice_filter f;
	struct notice_rows notices;
	struct rows r;
	int limit;

	if (read_filter(cli, &f, &limit, e) < 0 ||
	    store_notice_list(cli->store, &cli->arena, &cli->who, &f, limit, &notices, e) < 0)
		return -1;
	ROWS_BEGIN(&r, cli, columns);
	rows_say_when_empty(
		&r, _("no notice fits; `duban remind --dry-run` shows which would be issued"));
	for (size_t i = 0; i < notices.n; i++)
		add_row(cli, &r, &notices.at[i]);
	return rows_end(&r, e);
}

/* The notice that the first operand names, as it is now. */
static int get_notice(struct cli *cli, struct notice_row *n, struct err *e)
{
	int64_t id;

	if (lookup_number(cli_operand(cli, 0), "ID", 1, INT64_MAX, &id, e) < 0 ||
	    cli_open(cli, e) < 0)
		return -1;
	if (store_notice_get(cli->store, &cli->arena, &cli->who, id, n, e) == 0)
		return 0;
	if (e->code == ERR_NOT_FOUND)
		err_set(e, ERR_NOT_FOUND,
			_("there is no notice %lld; `duban notice list` shows the numbers"),
			(long long)id);
	return -1;
}

static int list_items(struct cli *cli, const struct notice_item_rows *items, struct err *e)
{
	static const struct rows_column columns[] = {
		{"action", N_("Action no."), COLUMN_WORD, false},
		{"title", N_("Title"), COLUMN_TEXT, false},
		{"why", N_("Why"), COLUMN_WORD, false},
		{"what", N_("What"), COLUMN_TEXT, false},
		{"due", N_("Due"), COLUMN_DATE, false},
		{"days", N_("Working days late"), COLUMN_NUMBER, false},
		{"times", N_("Times urged"), COLUMN_NUMBER, false},
	};
	struct rows r;

	ROWS_BEGIN(&r, cli, columns);
	for (size_t i = 0; i < items->n; i++) {
		const struct notice_item_row *it = &items->at[i];

		rows_text(&r, it->action_no);
		rows_text(&r, it->action_title);
		rows_word(&r, debt_why_word(it->why), debt_why_label(it->why));
		rows_text(&r, it->what);
		rows_date(&r, it->due);
		rows_number(&r, it->days);
		rows_number(&r, it->times);
	}
	return rows_end(&r, e);
}

int verb_notice_show(struct cli *cli, struct err *e)
{
	const char *format = cli_option(cli, "format");
	enum table_format f = TABLE_PEOPLE;
	struct notice_item_rows items;
	struct document d;
	struct notice_row n;

	if (get_notice(cli, &n, e) < 0 ||
	    store_notice_items(cli->store, &cli->arena, n.id, &items, e) < 0)
		return -1;
	if (format)
		table_format_parse(format, &f);
	if (f != TABLE_PEOPLE)
		return list_items(cli, &items, e);
	notice_document(&cli->arena, &d, &n, &items);
	if (store_log_stamp(cli->store, &cli->arena, &d, e) < 0)
		return -1;
	return sheet_print(cli, &d, e);
}

int verb_notice_issue(struct cli *cli, struct err *e)
{
	struct urge_filter f = {.again = cli_has(cli, "again")};
	const char *text = cli_option(cli, "text");

	if (cli_has(cli, "all") == cli_has(cli, "unit"))
		return err_set(e, ERR_INPUT, _("say --unit UNIT or --all"));
	if (text && entry_reason(&cli->arena, text, &text, e) < 0)
		return -1;
	if (cli_open(cli, e) < 0 || lookup_plan_id(cli, &f.plan_id, e) < 0 ||
	    lookup_unit_id(cli, &f.unit_id, e) < 0)
		return -1;
	return notices_urge(cli, &f, text ? text : "", e);
}

static int read_instruction(struct cli *cli, struct instruction_new *in, struct err *e)
{
	const char *level = cli_option(cli, "level"), *by = cli_option(cli, "by");
	struct calendar_day_rows days;
	struct policy policy;

	if (store_policy_load(cli->store, &cli->arena, &policy, e) < 0 ||
	    store_calendar_list(cli->store, &cli->arena, &days, e) < 0)
		return -1;
	struct calendar calendar = calendar_of(&days);
	struct date fallback = calendar_add_workdays(&calendar, cli->now.today,
						     policy_number(&policy, POLICY_URGE_ANSWER));
	if (level)
		(void)notice_level_parse(level, &in->level);
	return entry_instruction(&cli->arena, cli_operand(cli, 1), by ? by : "", cli->now.today,
				 fallback, in, e);
}

int verb_notice_instruct(struct cli *cli, struct err *e)
{
	struct instruction_new in = {.level = NOTICE_BLUE};
	struct notice_rows rows;
	struct action_row action;

	if (cli_open(cli, e) < 0 || lookup_action(cli, &action, e) < 0 ||
	    lookup_unit_id(cli, &in.unit_id, e) < 0 || read_instruction(cli, &in, e) < 0)
		return -1;
	in.action_id = action.id;
	if (store_instruct(cli->store, &cli->who, &in, &cli->arena, &rows, NULL, e) < 0)
		return -1;
	notices_print_issued(cli, &rows);
	return notices_send(cli, e);
}

/* Who was faster, and what they have answered. */
static int refuse_answered(struct cli *cli, int64_t id, const struct err *e)
{
	struct err unread = ERR_INIT;
	struct notice_row now;

	if ((e->code == ERR_CONFLICT || e->code == ERR_STATE) &&
	    store_notice_get(cli->store, &cli->arena, &cli->who, id, &now, &unread) == 0 &&
	    now.answered_at)
		both_print_done(notice_state_label(now.state), now.answered_by, now.answered_at,
				now.answer);
	return -1;
}

int verb_notice_answer(struct cli *cli, struct err *e)
{
	struct notice_row n;
	const char *answer;

	if (entry_answer(&cli->arena, cli_operand(cli, 1), &answer, e) < 0 ||
	    get_notice(cli, &n, e) < 0)
		return -1;
	if (store_notice_answer(cli->store, &cli->who, n.id, n.version, answer, NULL, e) < 0)
		return refuse_answered(cli, n.id, e);
	printf(_("notice %1$lld is answered: %2$s\n"), (long long)n.id,
	       notice_name(&cli->arena, &n));
	return 0;
}

int verb_notice_close(struct cli *cli, struct err *e)
{
	const char *reason = cli_option(cli, "reason");
	struct notice_row n;

	if ((reason && entry_reason(&cli->arena, reason, &reason, e) < 0) ||
	    get_notice(cli, &n, e) < 0)
		return -1;
	if (store_notice_close(cli->store, &cli->who, n.id, n.version, reason ? reason : "", NULL,
			       e) < 0)
		return refuse_answered(cli, n.id, e);
	printf(_("notice %1$lld is closed: %2$s\n"), (long long)n.id, notice_name(&cli->arena, &n));
	return 0;
}

/* In the background the caller goes on at once; the file is opened by the process that stays. */
static int leave_background(bool *parent, struct err *e)
{
	pid_t pid = fork();

	if (pid < 0)
		return err_set(e, ERR_IO, _("no further process can be started: %s"),
			       strerror(errno));
	*parent = pid > 0;
	if (*parent)
		return 0;
	(void)setsid();
	int nothing = open("/dev/null", O_RDWR);
	for (int fd = STDIN_FILENO; nothing >= 0 && fd <= STDERR_FILENO; fd++)
		dup2(nothing, fd);
	return 0;
}

int verb_notice_send(struct cli *cli, struct err *e)
{
	bool parent = false;

	if (cli_has(cli, "background") && leave_background(&parent, e) < 0)
		return -1;
	if (parent)
		return 0;
	return cli_open(cli, e) < 0 ? -1 : notices_send(cli, e);
}
