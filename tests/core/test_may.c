/*
 * Who may do what: every act by every post, on the own unit's things, another's and nobody's; and
 * what the refusals say. The rights are written down here once more, as the domain states them, so
 * that a change of the table in may.h does not go unseen.
 */
#include "core/rule/may.h"

#include <criterion/criterion.h>
#include <criterion/parameterized.h>

#include <string.h>

enum { OWN_UNIT = 3, OTHER_UNIT = 4, ME = 11, COLLEAGUE = 12 };

/* For reporter, approver, office, leader, assessor, admin:
 * o own unit only · b on behalf of any · a all · - none. */
static const char *const rights[ACT_COUNT] = {
	[ACT_READ] = "ooaaa-",	   [ACT_REPORT] = "oob---",  [ACT_MILESTONE] = "oob---",
	[ACT_EVIDENCE] = "oob---", [ACT_RECEIVE] = "oob---", [ACT_SIGN] = "-o----",
	[ACT_REVIEW] = "--a---",   [ACT_IMPORT] = "--a---",  [ACT_PLAN] = "--a---",
	[ACT_ASSIGN] = "--a---",   [ACT_PERIOD] = "--a---",  [ACT_UNIT] = "--a--a",
	[ACT_INSTRUCT] = "---a--", [ACT_SCORE] = "--a-a-",   [ACT_PERSON] = "-----a",
	[ACT_LOG] = "ooaaaa",	   [ACT_REQUEST] = "oob---", [ACT_ANSWER] = "oob---",
	[ACT_CASE] = "oob---",	   [ACT_DECIDE] = "--a---",  [ACT_URGE] = "--a---",
	[ACT_SELECT] = "--a---",   [ACT_POLICY] = "--a---",  [ACT_ACCESS] = "--a--a",
};

static bool is_bound_to_unit(enum post_role role)
{
	return role == POST_REPORTER || role == POST_APPROVER;
}

static struct post_row post(enum post_role role, int64_t unit_id)
{
	return (struct post_row){.id = 100 + (int64_t)role,
				 .person_id = ME,
				 .unit_id = is_bound_to_unit(role) ? unit_id : 0,
				 .role = role,
				 .unit = is_bound_to_unit(role) ? "区教育局" : ""};
}

static struct actor actor(const struct post_row *posts, int n)
{
	return (struct actor){.person_id = ME,
			      .login = "chenxm",
			      .name = "陈小满",
			      .remote = "",
			      .posts = posts,
			      .nposts = n};
}

struct may_case {
	enum act act;
	enum post_role role;
};

static struct may_case may_cases[ACT_COUNT * POST_ROLE_COUNT];

ParameterizedTestParameters(may, follows_the_table)
{
	size_t n = 0;

	for (int act = 0; act < ACT_COUNT; act++)
		for (int role = 0; role < POST_ROLE_COUNT; role++)
			may_cases[n++] = (struct may_case){(enum act)act, (enum post_role)role};
	return cr_make_param_array(struct may_case, may_cases, n);
}

static void check(const struct may_case *c, int64_t unit_id, bool expected)
{
	struct post_row p = post(c->role, OWN_UNIT);
	struct actor who = actor(&p, 1);
	struct subject what = {.unit_id = unit_id, .unit = unit_id ? "区卫生健康局" : ""};
	struct err e = ERR_INIT;
	const struct post_row *by = may(&who, c->act, &what, &e);

	cr_assert_eq(by != NULL, expected, "%s by %s on unit %d", act_word(c->act),
		     post_role_word(c->role), (int)unit_id);
	cr_assert_eq(may_quietly(&who, c->act, &what), expected);
	if (expected) {
		cr_assert_eq(by, &p);
		cr_assert_eq(e.code, ERR_NONE);
		return;
	}
	cr_assert_eq(e.code, ERR_DENIED);
	cr_assert_neq(strstr(e.text, act_label(c->act)), NULL, "no act in: %s", e.text);
	cr_assert_neq(strstr(e.text, post_role_label(c->role)), NULL, "no post in: %s", e.text);
	cr_assert_neq(strstr(e.text, "those who can: "), NULL, "nobody who can in: %s", e.text);
	cr_assert_neq(e.text[strlen(e.text) - 1], ' ', "nobody named in: %s", e.text);
}

ParameterizedTest(struct may_case *c, may, follows_the_table)
{
	char right = rights[c->act][c->role];
	bool everywhere = right == 'a' || right == 'b';

	check(c, OWN_UNIT, everywhere || right == 'o');
	check(c, OTHER_UNIT, everywhere);
	check(c, 0, everywhere || (right == 'o' && c->act == ACT_READ));
}

Test(may, reads_what_the_unit_works_on_with_others)
{
	struct post_row p = post(POST_REPORTER, OWN_UNIT);
	struct actor who = actor(&p, 1);
	struct subject what = {
		.unit_id = OTHER_UNIT, .unit = "区体育局", .shared_with_actor = true};

	cr_assert(may_quietly(&who, ACT_READ, &what));
	cr_assert_not(may_quietly(&who, ACT_REPORT, &what), "sharing an action is for reading");
	cr_assert_not(may_quietly(&who, ACT_LOG, &what));
}

struct judge_case {
	enum act act;
	enum post_role role;
};

ParameterizedTestParameters(may, nobody_judges_an_own_entry)
{
	static struct judge_case cases[] = {
		{ACT_SIGN, POST_APPROVER},
		{ACT_REVIEW, POST_OFFICE},
		{ACT_SCORE, POST_OFFICE},
		{ACT_SCORE, POST_ASSESSOR},
	};

	return cr_make_param_array(struct judge_case, cases, sizeof cases / sizeof cases[0]);
}

ParameterizedTest(struct judge_case *c, may, nobody_judges_an_own_entry)
{
	struct post_row p = post(c->role, OWN_UNIT);
	struct actor who = actor(&p, 1);
	struct subject what = {.unit_id = OWN_UNIT, .unit = "区教育局", .entered_by = ME};
	struct err e = ERR_INIT;

	cr_assert_null(may(&who, c->act, &what, &e));
	cr_assert_eq(e.code, ERR_DENIED);
	cr_assert_neq(strstr(e.text, "yourself"), NULL, "%s", e.text);
	cr_assert_not(may_quietly(&who, c->act, &what));
	what.entered_by = COLLEAGUE;
	cr_assert_eq(may(&who, c->act, &what, &e), &p);
}

Test(may, ever_is_by_any_post_on_anything)
{
	struct post_row posts[] = {post(POST_REPORTER, OWN_UNIT), post(POST_ADMIN, 0)};
	struct actor both = actor(posts, 2), one = actor(posts, 1), none = actor(posts, 0);
	struct err e = ERR_INIT;

	cr_expect_eq(may_ever(&one, 1u << ACT_REPORT, &e), 0, "%s", e.text);
	cr_expect_eq(may_ever(&none, 0, &e), 0, "what needs no right");
	cr_expect_eq(may_ever(&both, 1u << ACT_PLAN | 1u << ACT_PERSON, &e), 0, "%s", e.text);
	cr_expect_eq(may_ever(&one, 1u << ACT_PERSON, &e), -1);
	cr_expect_eq(e.code, ERR_DENIED);
	cr_expect_not_null(strstr(e.text, "administrator"), "%s", e.text);
	cr_expect_eq(may_ever(&none, 1u << ACT_READ, &e), -1);
	cr_expect_not_null(strstr(e.text, "has no post"), "%s", e.text);
	cr_expect_not(may_ever_quietly(&one, 1u << ACT_PERSON));
}

Test(may, an_own_entry_may_be_changed)
{
	struct post_row p = post(POST_REPORTER, OWN_UNIT);
	struct actor who = actor(&p, 1);
	struct subject what = {.unit_id = OWN_UNIT, .unit = "区教育局", .entered_by = ME};

	cr_assert(may_quietly(&who, ACT_REPORT, &what));
}

Test(may, acts_for_the_own_unit_before_acting_on_behalf)
{
	struct post_row posts[] = {post(POST_OFFICE, 0), post(POST_REPORTER, OWN_UNIT)};
	struct actor who = actor(posts, 2);
	struct subject own = {.unit_id = OWN_UNIT, .unit = "区教育局"};
	struct subject other = {.unit_id = OTHER_UNIT, .unit = "区体育局"};
	struct err e = ERR_INIT;

	cr_assert_eq(may(&who, ACT_REPORT, &own, &e), &posts[1]);
	cr_assert_eq(may(&who, ACT_REPORT, &other, &e), &posts[0]);
}

Test(may, takes_any_post_that_serves)
{
	struct post_row posts[] = {post(POST_REPORTER, OWN_UNIT), post(POST_ADMIN, 0),
				   post(POST_REPORTER, OTHER_UNIT)};
	struct actor who = actor(posts, 3);
	struct subject other = {.unit_id = OTHER_UNIT, .unit = "区体育局"}, people = {.unit = ""};
	struct err e = ERR_INIT;

	cr_assert_eq(may(&who, ACT_REPORT, &other, &e), &posts[2]);
	cr_assert_eq(may(&who, ACT_PERSON, &people, &e), &posts[1]);
}

Test(may, tells_a_person_without_a_post_whom_to_ask)
{
	struct actor who = actor(NULL, 0);
	struct subject what = {.unit_id = OWN_UNIT, .unit = "区教育局"};
	struct err e = ERR_INIT;

	cr_assert_null(may(&who, ACT_REPORT, &what, &e));
	cr_assert_str_eq(e.text, "you may not enter this unit's progress: \"chenxm\" has no post "
				 "here; ask the administrator to give you one (duban person post)");
}

Test(may, says_what_why_and_who_can)
{
	struct post_row p = post(POST_REPORTER, OWN_UNIT);
	struct actor who = actor(&p, 1);
	struct subject what = {.unit_id = OTHER_UNIT, .unit = "区卫生健康局"};
	struct err e = ERR_INIT;

	cr_assert_null(may(&who, ACT_REPORT, &what, &e));
	cr_assert_str_eq(e.text,
			 "you may not enter this unit's progress: the unit is 区卫生健康局, and "
			 "your post is liaison officer of 区教育局; ask one of those who can: "
			 "liaison officer of 区卫生健康局, approving leader of 区卫生健康局, "
			 "coordinating office");
	cr_assert_null(may(&who, ACT_IMPORT, &what, &e));
	cr_assert_str_eq(e.text, "you may not import plans: your post is liaison officer of "
				 "区教育局; ask one of those who can: coordinating office");
}
