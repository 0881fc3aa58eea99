/* What belongs to an action from one edition to the next: units, targets, volumes, the deadline,
 * each with what people did by hand. */
#include "tests/db/edition.h"
#include "tests/support/seen.h"

#include "db/report/store_milestone.h"
#include "db/report/store_report.h"

#include <criterion/criterion.h>

#include <string.h>

static struct edition x;

static void begin(void)
{
	edition_begin(&x);
}

static void end(void)
{
	fixture_end(&x.f);
}

TestSuite(update_parts, .init = begin, .fini = end);

Test(update_parts, units_follow_the_document)
{
	OK(&x.f, edition_update(&x));
	cr_expect_eq(fixture_count(
			     &x.f,
			     "select count(*) from assignment s join unit u on u.id = s.unit_id "
			     "join action a on a.id = s.action_id where u.name = '区住建局' and "
			     "a.path = '四.2' and s.state = 'withdrawn' and s.doc_role is null and "
			     "s.reason = 'not in edition 2'"),
		     1);
	cr_expect_eq(
		fixture_count(&x.f,
			      "select count(*) from assignment s join unit u on u.id = s.unit_id "
			      "join action a on a.id = s.action_id where a.path = '5' and "
			      "u.name = '区卫生健康局' and s.role = 'lead'"),
		1);
	cr_expect_eq(
		fixture_count(&x.f, "select count(*) from log where act = 'assignment.withdraw'"),
		2);
	cr_expect_eq(fixture_count(&x.f, "select count(*) from log where act = 'assignment.put'"),
		     2);
}

static void assign(const char *no, const char *unit, enum role role)
{
	OK(&x.f,
	   store_assign(x.f.s, &x.f.office, fixture_action(&x.f, no), fixture_unit(&x.f, unit),
			seen_part(x.f.s, fixture_action(&x.f, no), fixture_unit(&x.f, unit)), role,
			NULL, &x.f.e));
}

/* role and state of a unit in an action, "lead issued"; "" when it has none. */
static const char *part(const char *no, const char *unit)
{
	static const char text[] = "select role || ' ' || state from assignment "
				   "where action_id = ?1 and unit_id = ?2";
	struct sql_stmt *q = sql_query(x.f.s->db, text, &x.f.e, sql_i64(fixture_action(&x.f, no)),
				       sql_i64(fixture_unit(&x.f, unit)));
	const char *words = sql_next(q, &x.f.e) > 0 ? sql_take_text(q, &x.f.a) : "";

	sql_end(q);
	return words;
}

Test(update_parts, what_the_office_did_by_hand_is_kept)
{
	assign("1", "区水利局", ROLE_COOP);	/* the document never named it */
	assign("1", "区教育局", ROLE_LEAD);	/* another role */
	assign("2", "区卫生健康局", ROLE_LEAD); /* another role, and then not named any more */
	OK(&x.f,
	   store_unassign(x.f.s, &x.f.office, fixture_action(&x.f, "1"),
			  fixture_unit(&x.f, "各街镇"),
			  seen_part(x.f.s, fixture_action(&x.f, "1"), fixture_unit(&x.f, "各街镇")),
			  "已另行布置", NULL, &x.f.e));
	OK(&x.f, edition_update(&x));
	cr_expect_str_eq(part("1", "区水利局"), "coop issued");
	cr_expect_str_eq(part("1", "区教育局"), "lead issued");
	cr_expect_str_eq(part("2", "区卫生健康局"), "lead issued");
	cr_expect_str_eq(part("1", "各街镇"), "coop withdrawn");
	/* and in the edition after that */
	edition_first(&x);
	OK(&x.f, edition_update(&x));
	cr_expect_str_eq(part("1", "区水利局"), "coop issued");
	cr_expect_str_eq(part("1", "区教育局"), "lead issued");
	cr_expect_str_eq(part("1", "各街镇"), "coop withdrawn");
	cr_expect_str_eq(part("2", "区卫生健康局"), "lead issued");
}

static const char *kept(void)
{
	const char *text = "";
	struct kept_rows rows;

	OK(&x.f, store_plan_kept(x.f.s, &x.f.a, edition_compare(&x), &rows, &x.f.e));
	for (size_t i = 0; i < rows.n; i++)
		text = arena_printf(&x.f.a, "%s%s: %s\n", text, rows.at[i].path, rows.at[i].text);
	return text;
}

Test(update_parts, what_is_kept_is_told)
{
	cr_expect_str_eq(kept(), "");
	assign("1", "区水利局", ROLE_COOP);
	assign("1", "区教育局", ROLE_LEAD);
	assign("2", "区体育局", ROLE_COOP); /* as the new edition has it */
	assign("3", "区水利局", ROLE_COOP); /* gone with its action */
	OK(&x.f,
	   store_unassign(x.f.s, &x.f.office, fixture_action(&x.f, "1"),
			  fixture_unit(&x.f, "各街镇"),
			  seen_part(x.f.s, fixture_action(&x.f, "1"), fixture_unit(&x.f, "各街镇")),
			  "已另行布置", NULL, &x.f.e));
	cr_expect_str_eq(kept(),
			 "1: 区教育局 stays lead, as the office has set it; the document says "
			 "cooperating\n"
			 "1: 各街镇 stays out: the office has taken it off\n"
			 "1: 区水利局 stays (cooperating), as the office has set it\n");
}

Test(update_parts, a_unit_that_is_named_again_has_its_part_again)
{
	OK(&x.f, edition_update(&x));
	cr_expect_str_eq(part("2", "区卫生健康局"), "coop withdrawn");
	edition_first(&x);
	OK(&x.f, edition_update(&x));
	cr_expect_str_eq(part("2", "区卫生健康局"), "coop issued");
	cr_expect_str_eq(part("2", "区体育局"), "coop withdrawn");
}

Test(update_parts, targets_are_ended_not_deleted)
{
	int64_t target = fixture_count(&x.f, "select id from target where year = 2030");
	struct indicator_rows rows;

	OK(&x.f, edition_update(&x));
	OK(&x.f,
	   store_indicator_list(x.f.s, &x.f.a, NULL, fixture_action(&x.f, "1"), &rows, &x.f.e));
	cr_assert_eq(rows.n, 1);
	cr_assert_eq(rows.at[0].targets.n, 2);
	cr_expect_str_eq(rows.at[0].targets.at[0].value, "33");
	cr_expect_eq(rows.at[0].targets.at[1].id, target);
	cr_expect_eq(fixture_count(&x.f, "select count(*) from target where value = '30' and "
					 "ended_at is not null"),
		     1);
	int64_t ended = fixture_count(&x.f, "select id from target where value = '30'");
	edition_first(&x);
	OK(&x.f, edition_update(&x));
	cr_expect_eq(fixture_count(&x.f,
				   "select id from target where value = '30' and ended_at is null"),
		     ended);
	cr_expect_eq(fixture_count(&x.f, "select count(*) from target where value = '33' and "
					 "ended_at is not null"),
		     1);
}

Test(update_parts, a_volume_with_another_figure_counts_on)
{
	int64_t volume = fixture_count(&x.f, "select id from volume where what = '举办科普讲座'");
	struct volume_rows rows;

	OK(&x.f, edition_update(&x));
	OK(&x.f, store_volume_list(x.f.s, &x.f.a, NULL, fixture_action(&x.f, "1"), &rows, &x.f.e));
	cr_assert_eq(rows.n, 1);
	cr_expect_eq(rows.at[0].id, volume);
	cr_expect_str_eq(rows.at[0].value, "150");
	x.doc.actions.at[0].volumes.n = 0;
	edition_differs(&x);
	OK(&x.f, edition_update(&x));
	OK(&x.f, store_volume_list(x.f.s, &x.f.a, NULL, fixture_action(&x.f, "1"), &rows, &x.f.e));
	cr_expect_eq(rows.n, 0);
	cr_expect_eq(fixture_count(&x.f,
				   "select count(*) from volume where what = '举办科普讲座' and "
				   "ended_at is not null"),
		     1);
}

static int put_report(int64_t volume, const char *value)
{
	struct report_volume_row counted = {volume, value};
	struct report_new r = {.action_id = fixture_action(&x.f, "1"),
			       .unit_id = fixture_unit(&x.f, "区卫生健康局"),
			       .period_id = fixture_period(&x.f, "2021Q4"),
			       .percent = 50,
			       .done = "办了讲座",
			       .volumes = {&counted, value ? 1 : 0, 0}};
	struct report_row row;

	if (!store_report_find(x.f.s, &x.f.a, &x.f.health, r.action_id, r.unit_id, r.period_id,
			       &row, &x.f.e)) {
		r.report_id = row.id;
		r.version = row.version;
	}
	return store_report_put(x.f.s, &x.f.health, &r, REPORT_SAVE, &x.f.a, &row, NULL, &x.f.e);
}

Test(update_parts, what_was_counted_for_an_ended_volume_is_kept)
{
	int64_t volume = fixture_count(&x.f, "select id from volume where what = '举办科普讲座'");

	OK(&x.f, put_report(volume, "40"));
	x.doc.actions.at[0].volumes.n = 0;
	OK(&x.f, edition_update(&x));
	REFUSED(&x.f, ERR_INPUT, "no such work volume", put_report(volume, "50"));
	OK(&x.f, put_report(volume, NULL));
	cr_expect_eq(fixture_count(&x.f, "select count(*) from report_volume where value = '40'"),
		     1);
}

/* The deadline of action 2: "2022-06-30 open". */
static const char *deadline(void)
{
	static const char text[] = "select due || ' ' || state from milestone where action_id = ?1 "
				   "order by id desc limit 1";
	struct sql_stmt *q = sql_query(x.f.s->db, text, &x.f.e, sql_i64(fixture_action(&x.f, "2")));
	const char *words = sql_next(q, &x.f.e) > 0 ? sql_take_text(q, &x.f.a) : "";

	sql_end(q);
	return words;
}

static int64_t deadline_id(void)
{
	return fixture_count(&x.f, "select id from milestone where of_document = 1 and action_id = "
				   "(select id from action where path = '2')");
}

Test(update_parts, an_open_deadline_goes_with_the_document)
{
	int64_t id = deadline_id();

	cr_expect_str_eq(deadline(), "2021-12-31 open");
	OK(&x.f, edition_update(&x));
	cr_expect_str_eq(deadline(), "2022-06-30 open");
	cr_expect_eq(deadline_id(), id);
	x.doc.actions.at[1].due = "";
	edition_differs(&x);
	OK(&x.f, edition_update(&x));
	cr_expect_str_eq(deadline(), "2022-06-30 dropped");
	edition_first(&x);
	OK(&x.f, edition_update(&x));
	cr_expect_str_eq(deadline(), "2021-12-31 open");
}

Test(update_parts, a_deadline_that_is_done_stays)
{
	struct milestone_row row;

	OK(&x.f, store_milestone_get(x.f.s, &x.f.a, NULL, deadline_id(), &row, &x.f.e));
	OK(&x.f, store_milestone_step(x.f.s, &x.f.education, row.id, row.version, MILESTONE_FINISH,
				      (struct date){2021, 11, 20}, "", NULL, &x.f.e));
	cr_expect_str_eq(kept(), "2: its deadline of 2021-12-31 stays: done\n");
	OK(&x.f, edition_update(&x));
	cr_expect_str_eq(deadline(), "2021-12-31 done");
}

Test(update_parts, a_deadline_that_was_moved_by_hand_stays)
{
	struct milestone_new m = {
		.milestone_id = deadline_id(), .title = "完成", .due = {2022, 3, 1}, .note = ""};
	struct milestone_row row;

	OK(&x.f, store_milestone_get(x.f.s, &x.f.a, NULL, m.milestone_id, &row, &x.f.e));
	m.version = row.version;
	m.action_id = row.action_id;
	OK(&x.f, store_milestone_put(x.f.s, &x.f.office, &m, &x.f.a, &row, NULL, &x.f.e));
	cr_expect_str_eq(kept(), "2: its deadline stays on 2022-03-01, as it was set\n");
	OK(&x.f, edition_update(&x));
	cr_expect_str_eq(deadline(), "2022-03-01 open");
}
