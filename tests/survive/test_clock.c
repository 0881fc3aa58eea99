/* The clock of the machine was set back: writes go on, the chain of the log is what gives them
 * their order, and no time of what happened before becomes a nonsense. */
#include "tests/survive/acts.h"
#include "tests/survive/crew.h"

#include "db/cycle/store_receipt.h"
#include "db/report/store_report.h"
#include "db/store_access.h"
#include "db/store_log.h"

#include <criterion/criterion.h>
#include <string.h>

static struct fixture f;

static void begin(void)
{
	fixture_begin(&f);
	fixture_fill(&f);
}

static void end(void)
{
	fixture_end(&f);
}

TestSuite(clock, .init = begin, .fini = end);

static void write_all(int n)
{
	for (int i = 0; i < acts_count; i++)
		OK(&f, acts[i].act(&f, n));
}

/* By so many days, for everybody. */
static void set_back(int days)
{
	f.now = moment_of(f.now.utc - (int64_t)(days + 1) * 86400);
	fixture_tomorrow(&f);
}

Test(clock, set_back_hinders_nobody_and_breaks_no_chain)
{
	static const int days[] = {1, 40, 200, 3000};
	struct log_rows rows;
	int64_t nlog, n, naccess;

	write_all(0);
	for (size_t i = 0; i < sizeof days / sizeof *days; i++) {
		set_back(days[i]);
		n = fixture_count(&f, "SELECT count(*) FROM log");
		/* reports are for a period that is open; everything else goes on at any time */
		for (int j = 1; j < acts_count; j++)
			OK(&f, acts[j].act(&f, (int)i + 1));
		OK(&f, store_log_verify(f.s, &nlog, &f.e));
		cr_expect_gt(nlog, n);
		OK(&f, store_access_verify(f.s, &naccess, &f.e));
		cr_expect_eq(naccess, (int64_t)i + 2, "no row has gone because of it");
		crew_expect_whole(&f);
	}
	OK(&f, store_log_list(f.s, &f.a, NULL, &(struct log_filter){0}, 1000, &rows, &f.e));
	for (size_t i = 1; i < rows.n; i++)
		cr_expect_lt(rows.at[i].id, rows.at[i - 1].id, "newest is what was written last");
	cr_expect_eq(rows.at[0].at, f.now.utc, "with the time that the clock says");
}

/* A report is written, handed in and taken back while the clock says that it is before. */
Test(clock, set_back_lets_a_report_go_on)
{
	struct report_rows reports;

	for (int n = 0; n < 6; n++) {
		OK(&f, acts[0].act(&f, n));
		set_back(1);
	}
	OK(&f, store_report_list(f.s, &f.a, NULL, fixture_action(&f, "2"), 0, &reports, &f.e));
	cr_assert_eq(reports.n, 1);
	cr_expect_eq(reports.at[0].version, fixture_count(&f, "SELECT count(*) FROM log WHERE "
							      "act LIKE 'report.%'"));
	crew_expect_whole(&f);
}

/* What is counted in days is not counted backwards. */
Test(clock, set_back_counts_no_days_backwards)
{
	struct unreceived_rows waiting;

	set_back(30);
	OK(&f, store_unreceived_list(f.s, &f.a, &f.education, 0, 0, &waiting, &f.e));
	cr_assert_gt(waiting.n, 0);
	for (size_t i = 0; i < waiting.n; i++)
		cr_expect_geq(waiting.at[i].days, 0, "%d", waiting.at[i].days);
}
