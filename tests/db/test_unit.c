/* Units and their names, members of collective units, assignments, merging. */
#include "tests/db/fixture.h"
#include "tests/support/seen.h"

#include "db/report/store_report.h"

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

TestSuite(unit, .init = begin, .fini = end);

static struct unit_row unit(const char *name)
{
	struct unit_row u = {0};

	OK(&f, store_unit_find(f.s, &f.a, name, &u, &f.e));
	return u;
}

Test(unit, is_found_by_its_names_only)
{
	struct unit_row u;

	cr_expect_eq(unit("各街镇").nmembers, 2);
	cr_expect_eq(unit("区教育局").npersons, 2);
	REFUSED(&f, ERR_NOT_FOUND, "区教育局", store_unit_find(f.s, &f.a, "教育局", &u, &f.e));
	REFUSED(&f, ERR_NOT_FOUND, "duban unit list",
		store_unit_find(f.s, &f.a, "市邮政局", &u, &f.e));
	REFUSED(&f, ERR_NOT_FOUND, "", store_unit_find(f.s, &f.a, "", &u, &f.e));
}

Test(unit, a_name_is_one_units_only)
{
	struct unit_row u;

	OK(&f, store_unit_alias(f.s, &f.office, unit("区教育局").id, "区教委", &f.changes, &f.e));
	OK(&f, store_unit_alias(f.s, &f.office, unit("区教育局").id, "区教委", NULL, &f.e));
	cr_expect_str_eq(unit("区教委").name, "区教育局");
	REFUSED(&f, ERR_EXISTS, "区教育局",
		store_unit_alias(f.s, &f.office, unit("区体育局").id, "区教委", NULL, &f.e));
	REFUSED(&f, ERR_EXISTS, "区教育局",
		store_unit_add(f.s, &f.office, "区教委", UNIT_SINGLE, &f.a, &u, NULL, &f.e));
	REFUSED(&f, ERR_EXISTS, "区教育局",
		store_unit_rename(f.s, &f.office, unit("区体育局").id, 1, "区教委", NULL, &f.e));
}

Test(unit, a_new_name_keeps_the_old_one)
{
	struct unit_row u = unit("区体育局");

	OK(&f, store_unit_rename(f.s, &f.office, u.id, u.version, "区文体局", &f.changes, &f.e));
	cr_expect_eq(unit("区体育局").id, u.id);
	cr_expect_str_eq(unit("区体育局").name, "区文体局");
	OK(&f, store_unit_rename(f.s, &f.office, u.id, u.version + 1, "区体育局", NULL, &f.e));
	cr_expect_str_eq(unit("区文体局").name, "区体育局");
	cr_expect_str_eq(unit("区文体局").aliases, "区文体局");
}

Test(unit, an_older_version_is_refused_by_name_and_time)
{
	struct unit_row u = unit("区体育局");

	OK(&f, store_unit_rename(f.s, &f.office, u.id, u.version, "区文体局", NULL, &f.e));
	f.changes = 0;
	REFUSED(&f, ERR_CONFLICT, "李敏",
		store_unit_rename(f.s, &f.admin, u.id, u.version, "区旅体局", &f.changes, &f.e));
	char when[TIME_TEXT];
	cr_expect_not_null(strstr(f.e.text, time_format_local(f.now.utc, when)), "%s", f.e.text);
	cr_expect_eq(f.changes, 0);
	cr_expect_str_eq(unit("区体育局").name, "区文体局");
}

Test(unit, is_changed_by_office_and_administrator_only)
{
	const struct actor *who[] = {&f.leader, &f.education, &f.approver};
	int64_t id = unit("区教育局").id;

	for (size_t i = 0; i < 3; i++) {
		REFUSED(&f, ERR_DENIED, "", store_unit_alias(f.s, who[i], id, "x", NULL, &f.e));
		REFUSED(&f, ERR_DENIED, "",
			store_unit_merge(f.s, who[i], id, seen_unit(f.s, id), unit("区体育局").id,
					 seen_unit(f.s, unit("区体育局").id), NULL, &f.e));
		REFUSED(&f, ERR_DENIED, "",
			store_assign(f.s, who[i], fixture_action(&f, "5"), id,
				     seen_part(f.s, fixture_action(&f, "5"), id), ROLE_LEAD, NULL,
				     &f.e));
	}
	cr_expect_str_empty(unit("区教育局").aliases);
}

/* The units that share an action, as one text in their order. */
static const char *shares(const char *no)
{
	static const char text[] = "select u.name, t.role from task_share t "
				   "join unit u on u.id = t.unit_id where t.action_id = ?1 "
				   "order by t.role <> 'lead', u.id";
	struct sql_stmt *q = sql_query(f.s->db, text, &f.e, sql_i64(fixture_action(&f, no)));
	const char *all = "";

	while (sql_next(q, &f.e) > 0) {
		const char *name = sql_take_text(q, &f.a);
		all = arena_printf(&f.a, "%s%s:%s ", all, name, sql_peek(q));
	}
	return all;
}

static int member(const char *collective, const char *name, bool add)
{
	return store_unit_member(f.s, &f.office, unit(collective).id,
				 seen_unit(f.s, unit(collective).id), unit(name).id, add,
				 &f.changes, &f.e);
}

Test(unit, a_collective_unit_is_opened_into_its_members)
{
	cr_expect_str_eq(shares("1"), "区卫生健康局:lead 区教育局:coop 青田镇:coop 松林街道:coop ");
	OK(&f, member("各街镇", "松林街道", false));
	cr_expect_str_eq(shares("1"), "区卫生健康局:lead 区教育局:coop 青田镇:coop ");
	OK(&f, member("各街镇", "青田镇", false));
	cr_expect_str_eq(shares("1"), "区卫生健康局:lead 区教育局:coop 各街镇:coop ");
}

/* 各街镇 cooperates in 1 and in (四).2. */
Test(unit, what_a_member_has_is_counted)
{
	cr_expect_eq(unit("青田镇").nlead, 0);
	cr_expect_eq(unit("青田镇").nother, 2);
	cr_expect_eq(unit("各街镇").nother, 2);
	OK(&f, store_assign(f.s, &f.office, fixture_action(&f, "1"), unit("青田镇").id,
			    seen_part(f.s, fixture_action(&f, "1"), unit("青田镇").id), ROLE_LEAD,
			    NULL, &f.e));
	cr_expect_eq(unit("青田镇").nlead, 1, "its own role");
	cr_expect_eq(unit("青田镇").nother, 1);
	OK(&f, store_unassign(f.s, &f.office, fixture_action(&f, "1"), unit("青田镇").id,
			      seen_part(f.s, fixture_action(&f, "1"), unit("青田镇").id), "改派",
			      NULL, &f.e));
	cr_expect_eq(unit("青田镇").nother, 2, "again as a member");
}

Test(unit, what_is_assigned_itself_comes_before_membership)
{
	OK(&f, store_assign(f.s, &f.office, fixture_action(&f, "1"), unit("青田镇").id,
			    seen_part(f.s, fixture_action(&f, "1"), unit("青田镇").id), ROLE_LEAD,
			    NULL, &f.e));
	cr_expect_str_eq(shares("1"), "区卫生健康局:lead 青田镇:lead 区教育局:coop 松林街道:coop ");
	OK(&f, store_unassign(f.s, &f.office, fixture_action(&f, "1"), unit("青田镇").id,
			      seen_part(f.s, fixture_action(&f, "1"), unit("青田镇").id), "误派",
			      NULL, &f.e));
	cr_expect_str_eq(shares("1"), "区卫生健康局:lead 区教育局:coop 青田镇:coop 松林街道:coop ");
}

Test(unit, of_two_collective_units_the_first_assignment_counts)
{
	struct unit_row u;

	OK(&f, store_unit_add(f.s, &f.office, "有关部门", UNIT_COLLECTIVE, &f.a, &u, NULL, &f.e));
	OK(&f, member("有关部门", "青田镇", true));
	OK(&f,
	   store_assign(f.s, &f.office, fixture_action(&f, "1"), u.id,
			seen_part(f.s, fixture_action(&f, "1"), u.id), ROLE_SHARED, NULL, &f.e));
	cr_expect_str_eq(shares("1"), "区卫生健康局:lead 区教育局:coop 青田镇:coop 松林街道:coop ");
}

Test(unit, members_are_one_level_deep)
{
	REFUSED(&f, ERR_INPUT, "各街镇", member("各街镇", "各街镇", true));
	REFUSED(&f, ERR_EXISTS, "青田镇", member("各街镇", "青田镇", true));
	REFUSED(&f, ERR_STATE, "青田镇", member("青田镇", "区教育局", true));
	REFUSED(&f, ERR_STATE, "各街镇", member("区教育局", "各街镇", true));
	REFUSED(&f, ERR_NOT_FOUND, "区教育局", member("各街镇", "区教育局", false));
}

Test(unit, one_that_answers_for_actions_itself_stands_for_nobody)
{
	struct unit_row u;

	REFUSED(&f, ERR_STATE, "--collective", member("区教育局", "区体育局", true));
	cr_expect_eq(unit("区教育局").kind, UNIT_SINGLE);
	OK(&f, store_unit_add(f.s, &f.office, "有关部门", UNIT_SINGLE, &f.a, &u, NULL, &f.e));
	OK(&f, member("有关部门", "区体育局", true));
	cr_expect_eq(unit("有关部门").kind, UNIT_COLLECTIVE);
}

Test(unit, assigning_counts_and_changes_the_role)
{
	int64_t action = fixture_action(&f, "5"), id = unit("区教育局").id;
	struct assignment_rows rows;
	struct plan_row plan;

	OK(&f, store_assign(f.s, &f.office, action, id, seen_part(f.s, action, id), ROLE_COOP, NULL,
			    &f.e));
	REFUSED(&f, ERR_EXISTS, "qs2021/5",
		store_assign(f.s, &f.office, action, id, seen_part(f.s, action, id), ROLE_COOP,
			     NULL, &f.e));
	OK(&f, store_assign(f.s, &f.office, action, id, seen_part(f.s, action, id), ROLE_LEAD, NULL,
			    &f.e));
	OK(&f, store_assign(f.s, &f.office, action, unit("青田镇").id,
			    seen_part(f.s, action, unit("青田镇").id), ROLE_COOP, NULL, &f.e));
	OK(&f, store_assignment_list(f.s, &f.a, &f.education, action, 0, &rows, &f.e));
	cr_assert_eq(rows.n, 2);
	cr_expect_str_eq(rows.at[0].unit, "区教育局");
	cr_expect_eq(rows.at[0].role, ROLE_LEAD);
	cr_expect_eq(rows.at[0].version, 2);
	cr_expect_eq(rows.at[0].report_state, REPORT_NONE);
	cr_expect_eq(rows.at[0].percent, -1);
	OK(&f, store_plan_get(f.s, &f.a, NULL, "qs2021", &plan, &f.e));
	cr_expect_eq(plan.nunits, 9, "the town is counted now too");
	OK(&f, store_unassign(f.s, &f.office, action, id, seen_part(f.s, action, id), "改派", NULL,
			      &f.e));
	REFUSED(&f, ERR_NOT_FOUND, "区教育局",
		store_unassign(f.s, &f.office, action, id, seen_part(f.s, action, id), "改派", NULL,
			       &f.e));
	OK(&f, store_assignment_list(f.s, &f.a, NULL, action, 0, &rows, &f.e));
	cr_expect_eq(rows.n, 1);
}

static int merge(const char *from, const char *into)
{
	return store_unit_merge(f.s, &f.office, unit(from).id, seen_unit(f.s, unit(from).id),
				unit(into).id, seen_unit(f.s, unit(into).id), &f.changes, &f.e);
}

Test(unit, merging_moves_everything)
{
	int64_t sports = unit("区体育局").id;
	struct unit_row u;
	struct person_row p;
	struct plan_row plan;

	OK(&f, merge("区体育局", "区教育局"));
	u = unit("区体育局");
	cr_expect_str_eq(u.name, "区教育局");
	cr_expect_eq(u.nlead, 2);
	cr_expect_eq(u.nother, 1);
	cr_expect_eq(u.npersons, 3);
	OK(&f, store_person_find(f.s, &f.a, "sports", &p, &f.e));
	cr_assert_eq(p.posts.n, 1);
	cr_expect_str_eq(p.posts.at[0].unit, "区教育局");
	REFUSED(&f, ERR_NOT_FOUND, "", store_unit_get(f.s, &f.a, sports, &u, &f.e));
	OK(&f, store_plan_get(f.s, &f.a, NULL, "qs2021", &plan, &f.e));
	cr_expect_eq(plan.nunits, 7);
	cr_expect_eq(fixture_count(&f, "select count(*) from pragma_foreign_key_check"), 0);
}

Test(unit, merging_leaves_the_stronger_role)
{
	OK(&f, merge("区教育局", "区卫生健康局"));
	cr_expect_str_eq(shares("1"), "区卫生健康局:lead 青田镇:coop 松林街道:coop ");
	cr_expect_str_eq(shares("2"), "区卫生健康局:lead ");
}

Test(unit, merging_goes_through_other_names)
{
	OK(&f, merge("区体育局", "区教育局"));
	OK(&f, merge("区教育局", "区卫生健康局"));
	cr_expect_str_eq(unit("区体育局").name, "区卫生健康局");
	REFUSED(&f, ERR_INPUT, "", merge("区体育局", "区卫生健康局"));
}

Test(unit, merging_keeps_members_of_either)
{
	struct unit_row u;
	struct unit_rows rows;

	OK(&f, store_unit_add(f.s, &f.office, "各乡镇街道", UNIT_COLLECTIVE, &f.a, &u, NULL, &f.e));
	OK(&f, store_unit_add(f.s, &f.office, "白鹭镇", UNIT_SINGLE, &f.a, &u, NULL, &f.e));
	OK(&f, member("各乡镇街道", "白鹭镇", true));
	OK(&f, member("各乡镇街道", "青田镇", true));
	OK(&f, merge("各乡镇街道", "各街镇"));
	OK(&f, store_unit_members(f.s, &f.a, unit("各街镇").id, &rows, &f.e));
	cr_expect_eq(rows.n, 3);
	REFUSED(&f, ERR_STATE, "青田镇", merge("各街镇", "青田镇"));
}

static void report(const struct actor *who, const char *name)
{
	struct report_new r = {.action_id = fixture_action(&f, "2"),
			       .unit_id = unit(name).id,
			       .period_id = fixture_period(&f, "2021Q4"),
			       .percent = 40,
			       .done = "完成筛查",
			       .problems = "",
			       .next = ""};
	struct report_row row;

	OK(&f, store_report_put(f.s, who, &r, REPORT_SUBMIT, &f.a, &row, NULL, &f.e));
}

Test(unit, merging_is_refused_where_both_reported)
{
	report(&f.education, "区教育局");
	report(&f.health, "区卫生健康局");
	f.changes = 0;
	REFUSED(&f, ERR_STATE, "qs2021/2", merge("区教育局", "区卫生健康局"));
	cr_expect_not_null(strstr(f.e.text, "2021Q4"), "%s", f.e.text);
	cr_expect_eq(f.changes, 0);
	cr_expect_eq(unit("区教育局").nlead, 1);
	OK(&f, merge("区体育局", "区卫生健康局"));
}

Test(unit, assignments_show_the_report_of_a_period)
{
	struct assignment_rows rows;

	report(&f.education, "区教育局");
	OK(&f, store_assignment_list(f.s, &f.a, NULL, fixture_action(&f, "2"),
				     fixture_period(&f, "2021Q4"), &rows, &f.e));
	cr_assert_eq(rows.n, 2);
	cr_expect_eq(rows.at[0].report_state, REPORT_SUBMITTED);
	cr_expect_eq(rows.at[0].percent, 40);
	cr_expect_eq(rows.at[1].report_state, REPORT_NONE);
	cr_expect_eq(rows.at[1].percent, -1);
}
