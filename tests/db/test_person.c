/* People, posts, and what a person is typing. */
#include "tests/db/fixture.h"
#include "tests/support/seen.h"

#include "db/report/store_draft.h"

#include <criterion/criterion.h>
#include <criterion/parameterized.h>

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

TestSuite(person, .init = begin, .fini = end);

static struct person_row person(const char *login)
{
	struct person_row p = {0};

	OK(&f, store_person_find(f.s, &f.a, login, &p, &f.e));
	return p;
}

Test(person, is_added_once_by_the_administrator)
{
	struct person_row p;

	OK(&f,
	   store_person_add(f.s, &f.admin, "wang", "王新", "660123", &f.a, &p, &f.changes, &f.e));
	cr_expect_str_eq(p.name, "王新");
	cr_expect_str_eq(p.phone, "660123");
	cr_expect(p.active);
	cr_expect_eq(p.posts.n, 0);
	REFUSED(&f, ERR_EXISTS, "王新",
		store_person_add(f.s, &f.admin, "wang", "王二", "", &f.a, &p, NULL, &f.e));
	cr_expect_str_eq(f.e.field, "login");
	REFUSED(&f, ERR_DENIED, "",
		store_person_add(f.s, &f.office, "zhou", "周新", "", &f.a, &p, NULL, &f.e));
}

Test(person, who_is_not_known_is_told_whom_to_ask)
{
	struct person_row p;

	REFUSED(&f, ERR_NOT_FOUND, "administrator",
		store_person_find(f.s, &f.a, "nobody", &p, &f.e));
}

Test(person, becomes_an_actor_with_all_posts)
{
	struct person_row p = person("admin");
	struct actor who;

	actor_of(&who, &p, NULL, f.now);
	cr_expect_eq(who.person_id, p.id);
	cr_expect_str_eq(who.login, "admin");
	cr_expect_str_empty(who.remote);
	cr_expect_eq(who.nposts, 2);
	cr_expect_eq(who.now.utc, f.now.utc);
}

struct post_case {
	enum post_role role;
	const char unit[24];
	enum err_code code;
};

ParameterizedTestParameters(person, posts_belong_to_a_unit_or_to_none)
{
	static struct post_case cases[] = {
		{POST_REPORTER, "", ERR_INPUT},	       {POST_APPROVER, "", ERR_INPUT},
		{POST_OFFICE, "区教育局", ERR_INPUT},  {POST_ADMIN, "区教育局", ERR_INPUT},
		{POST_LEADER, "区教育局", ERR_INPUT},  {POST_ASSESSOR, "区教育局", ERR_INPUT},
		{POST_REPORTER, "区体育局", ERR_NONE}, {POST_ASSESSOR, "", ERR_NONE},
		{POST_APPROVER, "各街镇", ERR_NONE},
	};

	return cr_make_param_array(struct post_case, cases, sizeof cases / sizeof *cases);
}

ParameterizedTest(struct post_case *c, person, posts_belong_to_a_unit_or_to_none)
{
	int64_t unit_id = *c->unit ? fixture_unit(&f, c->unit) : 0;
	int got = store_post_add(f.s, &f.admin, person("town").id,
				 seen_person(f.s, person("town").id), c->role, unit_id, &f.changes,
				 &f.e);

	cr_expect_eq(got, c->code == ERR_NONE ? 0 : -1, "%s", f.e.text);
	cr_expect_eq(f.e.code, c->code, "%s", f.e.text);
	cr_expect_eq(person("town").posts.n, c->code == ERR_NONE ? 2 : 1);
}

Test(person, a_post_is_held_once_and_ends)
{
	struct person_row p = person("education");
	int64_t unit_id = p.posts.at[0].unit_id, post_id = p.posts.at[0].id;

	REFUSED(&f, ERR_EXISTS, "吴育",
		store_post_add(f.s, &f.admin, p.id, seen_person(f.s, p.id), POST_REPORTER, unit_id,
			       NULL, &f.e));
	OK(&f, store_post_end(f.s, &f.admin, post_id, seen_holder(f.s, post_id), &f.changes, &f.e));
	cr_expect_eq(person("education").posts.n, 0);
	REFUSED(&f, ERR_NOT_FOUND, "",
		store_post_end(f.s, &f.admin, post_id, seen_person(f.s, p.id), NULL, &f.e));
	OK(&f, store_post_add(f.s, &f.admin, p.id, seen_person(f.s, p.id), POST_REPORTER, unit_id,
			      NULL, &f.e));
	cr_expect_eq(person("education").posts.n, 1);
	cr_expect_eq(fixture_count(&f, "select count(*) from post where ended_at is not null"), 1);
}

Test(person, an_inactive_person_has_no_posts_in_force)
{
	struct person_row p = person("education");
	struct person_rows rows;

	OK(&f, store_person_set_active(f.s, &f.admin, p.id, seen_person(f.s, p.id), false,
				       &f.changes, &f.e));
	cr_expect_not(person("education").active);
	cr_expect_eq(person("education").posts.n, 0);
	OK(&f, store_person_list(f.s, &f.a, &rows, &f.e));
	cr_expect_eq(rows.at[rows.n - 1].id, p.id, "inactive ones come last");
	REFUSED(&f, ERR_STATE, "吴育",
		store_post_add(f.s, &f.admin, p.id, seen_person(f.s, p.id), POST_LEADER, 0, NULL,
			       &f.e));
	OK(&f,
	   store_person_set_active(f.s, &f.admin, p.id, seen_person(f.s, p.id), true, NULL, &f.e));
	cr_expect_eq(person("education").posts.n, 1);
}

Test(person, a_post_that_ended_counts_no_more_in_an_open_session)
{
	struct person_row p = person("office");
	int64_t action = fixture_action(&f, "5"), unit = fixture_unit(&f, "区教育局");

	OK(&f, store_post_end(f.s, &f.admin, p.posts.at[0].id, seen_holder(f.s, p.posts.at[0].id),
			      NULL, &f.e));
	REFUSED(&f, ERR_DENIED, "has ended",
		store_assign(f.s, &f.office, action, unit, seen_part(f.s, action, unit), ROLE_LEAD,
			     NULL, &f.e));
	OK(&f,
	   store_post_add(f.s, &f.admin, p.id, seen_person(f.s, p.id), POST_OFFICE, 0, NULL, &f.e));
	OK(&f,
	   store_person_set_active(f.s, &f.admin, p.id, seen_person(f.s, p.id), false, NULL, &f.e));
	REFUSED(&f, ERR_DENIED, "can no longer come in",
		store_assign(f.s, &f.office, action, unit, seen_part(f.s, action, unit), ROLE_LEAD,
			     NULL, &f.e));
}

Test(person, one_administrator_stays)
{
	struct person_row p = person("admin");

	REFUSED(&f, ERR_STATE, "last administrator",
		store_post_end(f.s, &f.admin, p.posts.at[0].id, seen_holder(f.s, p.posts.at[0].id),
			       NULL, &f.e));
	REFUSED(&f, ERR_STATE, "last administrator",
		store_person_set_active(f.s, &f.admin, p.id, seen_person(f.s, p.id), false, NULL,
					&f.e));
	cr_expect(person("admin").active);
	OK(&f, store_post_add(f.s, &f.admin, person("office").id,
			      seen_person(f.s, person("office").id), POST_ADMIN, 0, NULL, &f.e));
	OK(&f, store_post_end(f.s, &f.admin, p.posts.at[0].id, seen_holder(f.s, p.posts.at[0].id),
			      NULL, &f.e));
}

Test(person, are_listed_by_unit)
{
	struct person_rows rows;
	int64_t before = 0;

	OK(&f, store_person_list(f.s, &f.a, &rows, &f.e));
	cr_assert_eq(rows.n, 8);
	for (size_t i = 0; i < rows.n; i++) {
		cr_assert_geq(rows.at[i].posts.n, 1);
		cr_expect_geq(rows.at[i].posts.at[0].unit_id, before);
		before = rows.at[i].posts.at[0].unit_id;
	}
}

static const struct draft_field typed[] = {{"percent", "45"}, {"done", "完成“筛查”\n第二行"}};

Test(person, what_is_typed_is_kept_for_that_person_and_form)
{
	struct draft d;

	OK(&f, fixture_draft(&f, "report:2:2:4", typed, 2));
	OK(&f, store_draft_load(f.s, &f.a, &f.education, "report:2:2:4", &d, &f.e));
	cr_assert_eq(d.fields.n, 2);
	cr_expect_str_eq(d.fields.at[0].field, "done");
	cr_expect_str_eq(d.fields.at[0].text, "完成“筛查”\n第二行");
	cr_expect_eq(d.saved_at, f.now.utc);
	OK(&f, store_draft_load(f.s, &f.a, &f.education, "report:2:2:3", &d, &f.e));
	cr_expect_eq(d.fields.n, 0);
	cr_expect_eq(d.saved_at, 0);
	OK(&f, store_draft_load(f.s, &f.a, &f.health, "report:2:2:4", &d, &f.e));
	cr_expect_eq(d.fields.n, 0);
}

Test(person, a_draft_is_replaced_as_a_whole_and_dropped)
{
	struct draft d;

	OK(&f, fixture_draft(&f, "r", typed, 2));
	fixture_tomorrow(&f);
	OK(&f, fixture_draft(&f, "r", typed, 1));
	OK(&f, store_draft_load(f.s, &f.a, &f.education, "r", &d, &f.e));
	cr_assert_eq(d.fields.n, 1);
	cr_expect_str_eq(d.fields.at[0].text, "45");
	cr_expect_eq(d.saved_at, f.now.utc);
	OK(&f, store_draft_drop(f.s, &f.education, "r", &f.e));
	OK(&f, store_draft_load(f.s, &f.a, &f.education, "r", &d, &f.e));
	cr_expect_eq(d.fields.n, 0);
}

Test(person, a_draft_leaves_no_trace_in_the_log)
{
	int64_t before = fixture_count(&f, "select count(*) from log");

	OK(&f, fixture_draft(&f, "r", typed, 2));
	OK(&f, store_draft_drop(f.s, &f.education, "r", &f.e));
	cr_expect_eq(fixture_count(&f, "select count(*) from log"), before);
}
