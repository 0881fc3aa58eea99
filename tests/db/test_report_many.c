/* Several reports accepted at once: all or none, with the reason of each that cannot be. */
#include "db/report/store_report.h"
#include "db/people/store_unit.h"
#include "tests/db/world.h"
#include "tests/support/seen.h"

#include <criterion/criterion.h>
#include <string.h>

#define TODAY "2021-11-21"

static struct world w;
static struct report_refusals refused;

static void setup(void)
{
	world_make(&w);
}

static void teardown(void)
{
	world_remove(&w);
}

TestSuite(report_many, .init = setup, .fini = teardown);

static struct report_pick pick(enum person_of_world person, int64_t action_id, int64_t unit_id)
{
	struct report_new r = world_text(action_id, unit_id, Q4, 30, "进展");
	struct report_row row = world_put(&w, person, TODAY, &r, REPORT_SUBMIT);

	return (struct report_pick){row.id, row.version};
}

static int accept(enum person_of_world person, const struct report_pick *picks, size_t n)
{
	struct actor who = world_actor(&w, person, TODAY);

	w.changes = 0;
	w.e = (struct err)ERR_INIT;
	return store_report_accept_many(w.s, &who, picks, n, &w.a, &refused, &w.changes, &w.e);
}

static int64_t naccepted(void)
{
	return world_number(&w, "SELECT count(*) FROM report WHERE state = 'accepted'");
}

Test(report_many, all_are_accepted_each_with_its_row_and_edition)
{
	const struct report_pick picks[] = {
		pick(EDU_OFFICER, ACTION_1, EDUCATION),
		pick(EDU_OFFICER, ACTION_2, EDUCATION),
		pick(HEALTH_OFFICER, ACTION_1, HEALTH),
	};

	cr_assert_eq(accept(OFFICE, picks, 3), 0, "%s", w.e.text);
	cr_expect_eq(w.changes, CHANGE_REPORT);
	cr_expect_eq(refused.n, 0);
	cr_expect_eq(naccepted(), 3);
	cr_expect_eq(world_number(&w, "SELECT count(*) FROM log WHERE act = 'report.accept'"), 3);
	cr_expect_eq(world_number(&w, "SELECT count(*) FROM report_edition "
				      "WHERE kind = 'accepted' AND by_id = 1"),
		     3);
}

Test(report_many, one_that_cannot_be_keeps_all_from_it)
{
	const struct report_pick picks[] = {
		pick(EDU_OFFICER, ACTION_1, EDUCATION),
		pick(EDU_OFFICER, ACTION_2, EDUCATION),	    /* is changed meanwhile */
		pick(OFFICE, ACTION_1, HEALTH),		    /* the office's own entry */
		{99, 1},				    /* is not there */
		pick(QINGTIAN_OFFICER, ACTION_1, QINGTIAN), /* is returned already */
	};
	static const struct {
		size_t pick;
		enum err_code code;
		const char *what, *why;
	} expected[] = {
		{1, ERR_CONFLICT, "yx2021/2 · 区教育局 · 2021Q4", "林老师"},
		{2, ERR_DENIED, "yx2021/1 · 区卫生健康局 · 2021Q4", "yourself"},
		{3, ERR_NOT_FOUND, "99", "no such report"},
		{4, ERR_STATE, "yx2021/1 · 青田街道 · 2021Q4", "returned"},
	};
	struct report_pick last = picks[4];
	int64_t nlog;

	world_review(&w, EDU_OFFICER, TODAY, picks[1].report_id, REPORT_RECALL, "");
	world_review(&w, OFFICE_2, TODAY, last.report_id, REPORT_RETURN, "请补数");
	last.version++;
	const struct report_pick asked[] = {picks[0], picks[1], picks[2], picks[3], last};
	nlog = world_number(&w, "SELECT count(*) FROM log");
	cr_assert_eq(accept(OFFICE, asked, 5), -1);
	cr_expect_eq(w.e.code, ERR_STATE);
	cr_expect(strstr(w.e.text, "4 reports"), "%s", w.e.text);
	cr_assert_eq(refused.n, 4);
	for (size_t i = 0; i < refused.n; i++) {
		const struct report_refusal *r = &refused.at[i];

		cr_expect_eq(r->pick, expected[i].pick, "refusal %zu", i);
		cr_expect_eq(r->code, expected[i].code, "refusal %zu: %s", i, r->why);
		cr_expect(strstr(r->what, expected[i].what), "refusal %zu: %s", i, r->what);
		cr_expect(strstr(r->why, expected[i].why), "refusal %zu: %s", i, r->why);
	}
	cr_expect_eq(naccepted(), 0);
	cr_expect_eq(w.changes, 0);
	cr_expect_eq(world_number(&w, "SELECT count(*) FROM log"), nlog);
	cr_assert_eq(accept(OFFICE, asked, 1), 0, "without them it goes: %s", w.e.text);
}

Test(report_many, twice_the_same_is_no_two)
{
	const struct report_pick one = pick(EDU_OFFICER, ACTION_2, EDUCATION);
	const struct report_pick twice[] = {one, one};

	cr_assert_eq(accept(OFFICE, twice, 2), -1);
	cr_assert_eq(refused.n, 1);
	cr_expect_eq(refused.at[0].pick, 1);
	cr_expect_eq(naccepted(), 0);
}

Test(report_many, what_its_unit_has_not_signed_stays)
{
	struct actor office = world_actor(&w, OFFICE, TODAY);
	const struct report_pick picks[] = {
		pick(EDU_OFFICER, ACTION_2, EDUCATION),
		pick(HEALTH_OFFICER, ACTION_1, HEALTH),
	};

	cr_assert_eq(store_unit_sign(w.s, &office, EDUCATION, seen_unit(w.s, EDUCATION), true, NULL,
				     &w.e),
		     0, "%s", w.e.text);
	cr_assert_eq(accept(OFFICE, picks, 2), -1);
	cr_assert_eq(refused.n, 1);
	cr_expect_eq(refused.at[0].pick, 0);
	cr_expect_eq(refused.at[0].code, ERR_STATE);
}

Test(report_many, is_the_offices)
{
	const struct report_pick one = pick(EDU_OFFICER, ACTION_2, EDUCATION);

	cr_assert_eq(accept(HEALTH_OFFICER, &one, 1), -1);
	cr_assert_eq(refused.n, 1);
	cr_expect_eq(refused.at[0].code, ERR_DENIED);
	cr_expect_eq(naccepted(), 0);
}
