/* The calendar of days that differ from plain weeks: list, add, drop, import. */
#include "cli/advice.h"
#include "cli/lookup.h"
#include "cli/rows.h"
#include "core/rule/calendar_text.h"
#include "db/cycle/store_policy.h"
#include "exchange/calendar_file.h"

#include <stdio.h>

static void print_days(struct cli *cli, const struct calendar_day_rows *days, int64_t year,
		       struct rows *r)
{
	static const struct rows_column columns[] = {
		{"date", N_("Date"), COLUMN_DATE, false},
		{"weekday", N_("Day"), COLUMN_WORD, false},
		{"kind", N_("Kind"), COLUMN_WORD, false},
		{"name", N_("Name"), COLUMN_TEXT, false},
	};

	ROWS_BEGIN(r, cli, columns);
	for (size_t i = 0; i < days->n; i++) {
		const struct calendar_day_row *day = &days->at[i];

		if (year && day->date.y != year)
			continue;
		rows_date(r, day->date);
		rows_word(r, arena_printf(&cli->arena, "%d", date_weekday(day->date)),
			  calendar_weekday_label(day->date));
		rows_word(r, day_kind_word(day->kind), day_kind_label(day->kind));
		rows_text(r, day->name);
	}
}

int verb_calendar_list(struct cli *cli, struct err *e)
{
	const char *asked = cli_option(cli, "year");
	struct calendar_day_rows days;
	int64_t year = 0;
	struct rows r;

	if (asked && lookup_number(asked, "year", DATE_YEAR_FIRST, DATE_YEAR_LAST, &year, e) < 0)
		return -1;
	if (cli_open(cli, e) < 0 || store_calendar_list(cli->store, &cli->arena, &days, e) < 0)
		return -1;
	print_days(cli, &days, year, &r);
	rows_say_when_empty(&r, _("no day differs from plain weeks; `duban calendar import FILE` "
				  "brings the holidays of a year"));
	bool people = r.people;
	if (rows_end(&r, e) < 0)
		return -1;
	return people ? advice_calendar(cli, e) : 0;
}

/* The first operand, and the second or the first again. */
static int read_run(struct cli *cli, struct date *first, struct date *last, struct err *e)
{
	if (date_read(cli_operand(cli, 0), "DATE", first, e) < 0)
		return -1;
	*last = *first;
	return cli->args.operands.n > 1 ? date_read(cli_operand(cli, 1), "LAST", last, e) : 0;
}

static int put_days(struct cli *cli, struct calendar_day_rows *days, struct err *e)
{
	struct calendar_day_rows now;

	if (cli_open(cli, e) < 0 || store_calendar_list(cli->store, &cli->arena, &now, e) < 0)
		return -1;
	calendar_take_versions(days, &now);
	if (store_calendar_put(cli->store, &cli->who, days, NULL, e) < 0)
		return -1;
	printf(Q_("%zu day is in the calendar now; periods that are there keep their dates\n",
		  "%zu days are in the calendar now; periods that are there keep their dates\n",
		  days->n),
	       days->n);
	return 0;
}

int verb_calendar_add(struct cli *cli, struct err *e)
{
	enum day_kind kind = cli_has(cli, "worked") ? DAY_WORKED : DAY_HOLIDAY;
	const char *name = cli_option(cli, "name");
	struct calendar_day_rows days = {0};
	struct date first, last;

	if (read_run(cli, &first, &last, e) < 0 ||
	    calendar_add_run(&cli->arena, first, last, kind, name ? name : "", &days, e) < 0)
		return -1;
	return put_days(cli, &days, e);
}

int verb_calendar_drop(struct cli *cli, struct err *e)
{
	struct calendar_day_rows now;
	struct date first, last;

	if (read_run(cli, &first, &last, e) < 0 || cli_open(cli, e) < 0 ||
	    store_calendar_list(cli->store, &cli->arena, &now, e) < 0 ||
	    store_calendar_drop(cli->store, &cli->who, first, last, &now, NULL, e) < 0)
		return -1;
	printf("%s\n", _("these days are like any other of their weeks again"));
	return 0;
}

int verb_calendar_import(struct cli *cli, struct err *e)
{
	struct calendar_day_rows days;
	struct rows r;

	if (calendar_file_read(&cli->arena, cli_path(cli, 0), &days, e) < 0)
		return -1;
	if (!cli_has(cli, "dry-run"))
		return put_days(cli, &days, e);
	print_days(cli, &days, 0, &r);
	return rows_end(&r, e);
}
