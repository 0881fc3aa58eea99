/* The log: what a row says, who reads which rows, and that a change by another hand shows. */
#include "tests/db/fixture.h"
#include "tests/support/seen.h"

#include "db/log_hash.h"
#include "db/store_log.h"
#include "db/report/store_report.h"

#include <criterion/criterion.h>
#include <criterion/parameterized.h>

#include <string.h>
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

TestSuite(log, .init = begin, .fini = end);

static struct log_rows list(const struct actor *who, struct log_filter filter, int limit)
{
	struct log_rows rows = {0};

	OK(&f, store_log_list(f.s, &f.a, who, &filter, limit, &rows, &f.e));
	return rows;
}

static void assign(const char *no, const char *unit, enum role role)
{
	OK(&f, store_assign(f.s, &f.office, fixture_action(&f, no), fixture_unit(&f, unit),
			    seen_part(f.s, fixture_action(&f, no), fixture_unit(&f, unit)), role,
			    NULL, &f.e));
}

Test(log, a_row_says_who_when_what_before_and_after)
{
	fixture_tomorrow(&f);
	assign("2", "区卫生健康局", ROLE_SHARED);
	struct log_rows rows = list(&f.office, (struct log_filter){0}, 1);
	cr_assert_eq(rows.n, 1);
	cr_expect_eq(rows.at[0].at, f.now.utc);
	cr_expect_str_eq(rows.at[0].person, "李敏");
	cr_expect_str_eq(rows.at[0].post, "office");
	cr_expect_str_eq(rows.at[0].remote, "10.0.0.7");
	cr_expect_str_eq(rows.at[0].act, "assignment.put");
	cr_expect_str_eq(rows.at[0].object, "action qs2021/2");
	cr_expect_str_eq(rows.at[0].before, "{\"role\":\"coop\"}");
	cr_expect_str_eq(rows.at[0].after, "{\"role\":\"shared\"}");
}

Test(log, values_are_valid_json)
{
	OK(&f, store_plan_close(f.s, &f.office, "qs2021", seen_plan(f.s, "qs2021"),
				"\"年末\"\\\n\t完", NULL, &f.e));
	struct log_rows rows = list(&f.office, (struct log_filter){0}, 1);
	cr_assert_eq(rows.n, 1);
	cr_expect_str_eq(rows.at[0].after,
			 "{\"state\":\"closed\",\"reason\":\"\\\"年末\\\"\\\\\\n\\u0009完\"}");
	cr_expect_eq(fixture_count(&f, "select count(*) from log where after <> '' and "
				       "json_valid(after) = 0"),
		     0);
}

Test(log, goes_back_page_by_page)
{
	struct log_rows all = list(&f.office, (struct log_filter){0}, 1000);
	int64_t before = 0;
	size_t seen = 0;

	cr_assert_gt(all.n, 10);
	for (;;) {
		struct log_rows page = list(&f.office, (struct log_filter){.before_id = before}, 4);
		if (!page.n)
			break;
		for (size_t i = 0; i < page.n; i++)
			cr_expect_eq(page.at[i].id, all.at[seen++].id);
		before = page.at[page.n - 1].id;
	}
	cr_expect_eq(seen, all.n);
}

Test(log, of_one_person)
{
	assign("5", "区教育局", ROLE_LEAD);
	struct log_rows rows = list(&f.leader, (struct log_filter){.login = "office"}, 10);
	cr_assert_eq(rows.n, 1);
	cr_expect_str_eq(rows.at[0].act, "assignment.put");
	struct log_filter nobody = {.login = "nobody"};
	REFUSED(&f, ERR_NOT_FOUND, "nobody",
		store_log_list(f.s, &f.a, &f.leader, &nobody, 10, &rows, &f.e));
}

Test(log, a_unit_reads_its_own_rows_newest_first)
{
	assign("5", "区教育局", ROLE_COOP);
	assign("3", "区教育局", ROLE_COOP);
	assign("5", "区体育局", ROLE_COOP);
	struct log_rows rows = list(&f.education, (struct log_filter){0}, 10);
	cr_assert_geq(rows.n, 2);
	cr_expect_str_eq(rows.at[0].object, "action qs2021/3");
	cr_expect_str_eq(rows.at[1].object, "action qs2021/5");
	for (size_t i = 0; i < rows.n; i++) {
		cr_expect_null(strstr(rows.at[i].after, "区体育局"));
		cr_expect(i == 0 || rows.at[i].id < rows.at[i - 1].id);
	}
	rows = list(&f.education, (struct log_filter){0}, 1);
	cr_assert_eq(rows.n, 1);
	cr_expect_str_eq(rows.at[0].object, "action qs2021/3");
}

Test(log, a_unit_reads_what_was_written_before_a_merge)
{
	assign("5", "区体育局", ROLE_COOP);
	OK(&f, store_unit_merge(f.s, &f.office, fixture_unit(&f, "区体育局"),
				seen_unit(f.s, fixture_unit(&f, "区体育局")),
				fixture_unit(&f, "区教育局"),
				seen_unit(f.s, fixture_unit(&f, "区教育局")), NULL, &f.e));
	struct log_rows rows = list(&f.education, (struct log_filter){0}, 10);
	cr_assert_geq(rows.n, 2);
	cr_expect_str_eq(rows.at[0].act, "unit.merge");
	cr_expect_str_eq(rows.at[1].object, "action qs2021/5");
}

Test(log, the_history_of_an_action_is_for_those_who_read_it)
{
	struct log_filter third = {.action_id = fixture_action(&f, "3")};
	struct log_rows rows;

	assign("3", "青田镇", ROLE_COOP);
	cr_expect_eq(list(&f.office, third, 10).n, 1);
	cr_expect_eq(list(&f.town, third, 10).n, 1);
	cr_expect_eq(list(&f.sports, third, 10).n, 0, "another unit's rows are not shown");
	REFUSED(&f, ERR_DENIED, "",
		store_log_list(f.s, &f.a, &f.education, &third, 10, &rows, &f.e));
}

Test(log, what_a_draft_said_is_for_its_unit_alone)
{
	struct report_new r = {.action_id = fixture_action(&f, "2"),
			       .unit_id = fixture_unit(&f, "区教育局"),
			       .period_id = fixture_period(&f, "2021Q4"),
			       .percent = 30,
			       .done = "还没有想好的话"};
	struct log_filter of = {.action_id = r.action_id};
	struct report_row row;
	struct log_rows rows;

	OK(&f, store_report_put(f.s, &f.education, &r, REPORT_SAVE, &f.a, &row, NULL, &f.e));
	r.report_id = row.id;
	r.version = row.version;
	r.done = "二十所学校";
	OK(&f, store_report_put(f.s, &f.education, &r, REPORT_SUBMIT, &f.a, &row, NULL, &f.e));
	rows = list(&f.office, of, 2);
	cr_assert_eq(rows.n, 2);
	cr_expect_str_eq(rows.at[0].act, "report.submit");
	cr_expect_not_null(strstr(rows.at[0].after, "二十所学校"), "what was handed in is told");
	cr_expect_str_eq(rows.at[0].before, "");
	cr_expect_str_eq(rows.at[1].act, "report.save");
	cr_expect_str_eq(rows.at[1].after, "");
	rows = list(&f.approver, of, 2);
	cr_expect_not_null(strstr(rows.at[1].after, "还没有想好的话"), "the unit reads its own");
}

Test(log, holds_together)
{
	int64_t nrows;

	OK(&f, store_log_verify(f.s, &nrows, &f.e));
	cr_expect_eq(nrows, fixture_count(&f, "select count(*) from log"));
}

enum { WRITERS = 4, WRITES = 15 };

/* In a child: assigns one action again and again with changing roles. */
static int write_on(int number)
{
	static const char *const units[WRITERS] = {"区教育局", "区体育局", "区水利局", "区住建局"};
	int64_t action = fixture_action(&f, "5"), unit = fixture_unit(&f, units[number]);
	struct store *s;

	if (store_open(f.path, &s, &f.e))
		return 1;
	for (int i = 0; i < WRITES; i++) {
		enum role role = i % 2 ? ROLE_LEAD : ROLE_COOP;
		if (store_assign(s, &f.office, action, unit, seen_part(s, action, unit), role, NULL,
				 &f.e))
			return 1;
	}
	store_close(s);
	return 0;
}

Test(log, many_writers_make_one_chain)
{
	int64_t before, after, status_sum = 0;

	OK(&f, store_log_verify(f.s, &before, &f.e));
	for (int i = 0; i < WRITERS; i++) {
		if (fork() == 0)
			_exit(write_on(i));
	}
	for (int i = 0; i < WRITERS; i++) {
		int status;
		cr_assert_gt(wait(&status), 0);
		status_sum += status;
	}
	cr_expect_eq(status_sum, 0);
	OK(&f, store_log_verify(f.s, &after, &f.e));
	cr_expect_eq(after - before, WRITERS * WRITES);
}

struct tamper_case {
	const char how[120];
	const char row[16];
};

ParameterizedTestParameters(log, a_change_by_another_hand_shows)
{
	static struct tamper_case cases[] = {
		{"update log set person = '某人' where id = 5", "row 5 "},
		{"update log set at = '2020-01-01T00:00:00Z' where id = 1", "row 1 "},
		{"update log set after = '' where id = 3", "row 3 "},
		{"update log set unit_id = null where id = 4", "row 4 "},
		{"delete from log where id = 6", "row 6 "},
		{"delete from log where id = 1", "row 1 "},
		{"update log set hash = (select hash from log where id = 3) where id = 7",
		 "row 7 "},
	};

	return cr_make_param_array(struct tamper_case, cases, sizeof cases / sizeof *cases);
}

ParameterizedTest(struct tamper_case *c, log, a_change_by_another_hand_shows)
{
	struct sql *db = f.s->db;
	int64_t nrows;

	OK(&f, db->ops->script(db, "drop trigger log_keeps; drop trigger log_stays", &f.e));
	OK(&f, db->ops->script(db, c->how, &f.e));
	REFUSED(&f, ERR_FORMAT, c->row, store_log_verify(f.s, &nrows, &f.e));
}

Test(log, hashes_are_sha_256)
{
	char hash[HASH_TEXT];

	text_hash("abc", hash);
	cr_expect_str_eq(hash, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

Test(log, no_two_rows_hash_alike_by_moving_a_boundary)
{
	struct log_fields one = {.at = "",
				 .person = "ab",
				 .post = "c",
				 .remote = "",
				 .act = "",
				 .object = "",
				 .before = "",
				 .after = ""};
	struct log_fields two = one;
	char a[HASH_TEXT], b[HASH_TEXT];

	two.person = "a";
	two.post = "bc";
	log_hash("", &one, a);
	log_hash("", &two, b);
	cr_expect_str_neq(a, b);
}
