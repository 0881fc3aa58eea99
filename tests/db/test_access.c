/* What is told of log-ins, refusals and exports: who reads it, how long it is kept, and that a
 * change by another hand shows. */
#include "tests/db/fixture.h"
#include "tests/support/seen.h"

#include "db/cycle/store_policy.h"
#include "db/store_access.h"

#include <criterion/criterion.h>
#include <criterion/parameterized.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

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

TestSuite(access, .init = begin, .fini = end);

static void note(const struct actor *who, enum access_act act, const char *object)
{
	OK(&f, store_access_note(f.s, who, act, object, &f.e));
}

static struct access_rows list(const struct actor *who, const char *login)
{
	struct access_rows rows;

	OK(&f, store_access_list(f.s, &f.a, who, login, 100, &rows, &f.e));
	return rows;
}

Test(access, tells_who_from_where_what)
{
	note(&f.town, ACCESS_LOG_IN, "key 3");
	note(&f.office, ACCESS_EXPORT, "print units");
	struct access_rows rows = list(&f.admin, NULL);
	cr_assert_eq(rows.n, 2);
	cr_expect_eq(rows.at[0].act, ACCESS_EXPORT, "the newest first");
	cr_expect_str_eq(rows.at[1].login, "town");
	cr_expect_str_eq(rows.at[1].person, "钱田");
	cr_expect_str_eq(rows.at[1].remote, "10.0.0.7");
	cr_expect_str_eq(rows.at[1].object, "key 3");
	cr_expect_eq(rows.at[1].act, ACCESS_LOG_IN);
	cr_expect_eq(rows.at[1].at, f.now.utc);
}

Test(access, of_a_login_that_nobody_has)
{
	struct actor nobody = {.login = "mallory", .remote = "192.0.2.9", .now = f.now};

	note(&nobody, ACCESS_REFUSED, NULL);
	struct access_rows rows = list(&f.office, "mallory");
	cr_assert_eq(rows.n, 1);
	cr_expect_str_eq(rows.at[0].login, "mallory");
	cr_expect_str_eq(rows.at[0].person, "");
	cr_expect_str_eq(rows.at[0].object, "");
}

Test(access, a_refusal_of_somebody_who_is_shut_out_is_told_but_nothing_is_taken_out)
{
	OK(&f, store_person_set_active(f.s, &f.admin, f.town.person_id,
				       seen_person(f.s, f.town.person_id), false, NULL, &f.e));
	note(&f.town, ACCESS_REFUSED, "");
	cr_expect_eq(list(&f.office, "town").n, 1);
	REFUSED(&f, ERR_DENIED, "can no longer come in",
		store_access_note(f.s, &f.town, ACCESS_EXPORT, "print units", &f.e));
}

Test(access, everybody_reads_their_own_and_few_read_all)
{
	struct access_rows rows;

	note(&f.town, ACCESS_LOG_IN, "");
	note(&f.sports, ACCESS_LOG_IN, "");
	cr_expect_eq(list(&f.office, NULL).n, 2);
	cr_expect_eq(list(&f.admin, "sports").n, 1);
	cr_expect_eq(list(&f.town, NULL).n, 1);
	cr_expect_eq(list(&f.town, "town").n, 1);
	cr_expect_eq(list(&f.leader, NULL).n, 0);
	REFUSED(&f, ERR_DENIED, "took something out",
		store_access_list(f.s, &f.a, &f.town, "sports", 100, &rows, &f.e));
	REFUSED(&f, ERR_DENIED, "those who can",
		store_access_list(f.s, &f.a, &f.leader, "sports", 100, &rows, &f.e));
}

/* So many days later, for the office. */
static void note_after(int days)
{
	struct actor who = f.office;

	who.now.utc += (int64_t)days * 86400;
	note(&who, ACCESS_LOG_IN, "");
}

static int64_t verified(void)
{
	int64_t nrows;

	OK(&f, store_access_verify(f.s, &nrows, &f.e));
	return nrows;
}

enum { MONTH = 31, KEPT_DAYS = 6 * MONTH };

static void keep_half_a_year(void)
{
	const char *months = policy_options[POLICY_ACCESS_MONTHS].name;

	REFUSED(&f, ERR_INPUT, "from 6 to 120",
		store_policy_set(f.s, &f.office, policy_find(months), "5", NULL, &f.e));
	OK(&f, store_policy_set(f.s, &f.office, policy_find(months), "6", NULL, &f.e));
}

static void note_many_after(int n, int days)
{
	for (int i = 0; i < n; i++)
		note_after(days);
}

/* How many rows there are of that day. */
static int64_t nrows_of(int days)
{
	struct access_rows rows = list(&f.office, NULL);
	int64_t utc = f.now.utc + (int64_t)days * 86400, n = 0;

	for (size_t i = 0; i < rows.n; i++)
		n += rows.at[i].at == utc;
	return n;
}

Test(access, is_kept_for_as_long_as_the_rule_says_and_still_proved)
{
	keep_half_a_year();
	note_many_after(30, 0);
	for (int day = MONTH; day <= KEPT_DAYS + MONTH; day += MONTH)
		note_after(day);
	note_after(KEPT_DAYS + MONTH);
	cr_expect_eq(nrows_of(0), 30, "to the day: nothing went");
	note_after(KEPT_DAYS + MONTH + 1);
	cr_expect_eq(nrows_of(0), 30, "what was there a month ago was there to the day");
	note_after(KEPT_DAYS + 2 * MONTH);
	cr_expect_eq(nrows_of(0), 0);
	cr_expect_eq(nrows_of(MONTH), 1);
	cr_expect_eq(verified(), 7 + 3);
}

Test(access, what_was_written_every_day_goes_every_day)
{
	enum { DAYS = 2 * (KEPT_DAYS + MONTH) };

	keep_half_a_year();
	for (int day = 0; day <= DAYS; day++)
		note_many_after(2, day);
	cr_expect_eq(nrows_of(DAYS), 2);
	cr_expect_eq(verified(), 2 * (KEPT_DAYS + MONTH + 1));
}

/* Whatever it says, and for as many rows: what was there before does not go. */
Test(access, a_clock_that_jumps_ahead_deletes_nothing)
{
	static const int jumps[] = {200, 2000, 36500};

	keep_half_a_year();
	note_many_after(20, 0);
	for (size_t i = 0; i < sizeof jumps / sizeof *jumps; i++) {
		note_many_after(20, jumps[i]);
		note_many_after(2, jumps[i] + 1);
		note_after(jumps[i] + MONTH - 1);
		note_after((int)i + 1);
		cr_expect_eq(nrows_of(0), 20, "%d days", jumps[i]);
	}
	cr_expect_eq(verified(), 20 + 3 * 24);
}

/* The rows of the wrong day go with those beside them, not when their day has come. */
Test(access, a_clock_that_was_set_right_leaves_no_rows_for_ever)
{
	enum { LATER = KEPT_DAYS + 3 * MONTH };

	keep_half_a_year();
	note_many_after(20, 0);
	note_many_after(20, 2000);
	note_after(1);
	for (int day = MONTH; day <= LATER; day += MONTH)
		note_after(day);
	cr_expect_eq(nrows_of(0), 0);
	cr_expect_eq(nrows_of(2000), 0);
	cr_expect_eq(nrows_of(1), 0);
	cr_expect_eq(verified(), LATER / MONTH - 1);
}

Test(access, a_clock_that_was_set_back_makes_no_gap)
{
	keep_half_a_year();
	note_after(2000);
	note_many_after(20, 0);
	note_many_after(3, -3000);
	note_after(1000);
	note_after(1001);
	cr_expect_eq(verified(), 26, "what stands before is not older");
}

/* A year without a row is no wrong clock, but only time can tell. */
Test(access, after_a_year_without_a_row_the_old_ones_go_within_a_month)
{
	keep_half_a_year();
	note_many_after(20, 0);
	note_after(400);
	note_after(400 + MONTH - 1);
	cr_expect_eq(nrows_of(0), 20);
	note_after(400 + MONTH);
	cr_expect_eq(nrows_of(0), 0);
	cr_expect_eq(verified(), 3);
}

Test(access, says_from_when_on_it_is_kept)
{
	int64_t at;

	OK(&f, store_access_since(f.s, &at, &f.e));
	cr_expect_eq(at, 0);
	note_after(2);
	note_after(1);
	OK(&f, store_access_since(f.s, &at, &f.e));
	cr_expect_eq(at, f.now.utc + 2 * 86400, "of the first one in the chain");
}

Test(access, many_writers_make_one_chain)
{
	enum { WRITERS = 4, WRITES = 25 };
	int status_sum = 0;

	for (int i = 0; i < WRITERS; i++) {
		if (fork() == 0) {
			struct store *s;
			int failed = store_open(f.path, &s, &f.e);
			for (int n = 0; !failed && n < WRITES; n++)
				failed = store_access_note(s, &f.town, ACCESS_EXPORT, "", &f.e);
			_exit(failed != 0);
		}
	}
	for (int i = 0; i < WRITERS; i++) {
		int status;
		cr_assert_gt(wait(&status), 0);
		status_sum += status;
	}
	cr_expect_eq(status_sum, 0);
	cr_expect_eq(verified(), WRITERS * WRITES);
}

struct tamper_case {
	const char how[120];
	const char row[16];
};

ParameterizedTestParameters(access, a_change_by_another_hand_shows)
{
	static struct tamper_case cases[] = {
		{"update access set person = 'town' where id = 5", "row 5 "},
		{"update access set at = '2020-01-01T00:00:00Z' where id = 1", "row 1 "},
		{"update access set object = 'x' where id = 3", "row 3 "},
		{"update access set person_id = null where id = 4", "row 4 "},
		{"update access set before = '' where id = 4", "row 4 "},
		{"update access set act = 'refused' where id = 9", "row 9 "},
		{"delete from access where id = 6", "row 7 "},
		{"update access set id = 100 where id = 9", "row 100 "},
	};

	return cr_make_param_array(struct tamper_case, cases, sizeof cases / sizeof *cases);
}

ParameterizedTest(struct tamper_case *c, access, a_change_by_another_hand_shows)
{
	struct sql *db = f.s->db;
	int64_t nrows;

	for (int i = 0; i < 9; i++)
		note(&f.office, ACCESS_EXPORT, "print units");
	cr_expect_eq(db->ops->script(db, c->how, &f.e), strncmp(c->how, "update", 6) ? 0 : -1);
	OK(&f, db->ops->script(db, "drop trigger access_keeps", &f.e));
	OK(&f, db->ops->script(db, c->how, &f.e));
	REFUSED(&f, ERR_FORMAT, c->row, store_access_verify(f.s, &nrows, &f.e));
}

Test(access, a_file_that_can_only_be_read_is_told_nothing)
{
	if (getuid() == 0)
		cr_skip_test("root writes everywhere");
	cr_assert_eq(chmod(f.path, 0400), 0);
	fixture_reopen(&f, NULL);
	note(&f.office, ACCESS_EXPORT, "");
	cr_expect_eq(list(&f.office, NULL).n, 0);
}
