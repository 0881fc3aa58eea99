/* Stage plans: weights, what waits for what, and who may put a date off. */
#include "db/report/store_milestone.h"

#include "core/rule/milestone.h"
#include "db/store_internal.h"
#include "tests/db/world.h"

#include <criterion/criterion.h>
#include <string.h>

#define TODAY	 "2021-11-21"
#define NEXT_DAY "2021-11-23"

static struct world w;

static void setup(void)
{
	world_make(&w);
}

static void teardown(void)
{
	world_remove(&w);
}

TestSuite(stage, .init = setup, .fini = teardown);

static int put_on(const char *day, enum person_of_world person, const struct milestone_new *m,
		  struct milestone_row *row)
{
	struct actor who = world_actor(&w, person, day);

	return store_milestone_put(w.s, &who, m, &w.a, row, NULL, &w.e);
}

static struct milestone_new new_one(const char *title, const char *due, int64_t after_id)
{
	return (struct milestone_new){.action_id = ACTION_2,
				      .unit_id = EDUCATION,
				      .title = title,
				      .note = "",
				      .due = world_day(due),
				      .after_id = after_id};
}

static struct milestone_row add(const char *title, const char *due, int64_t after_id)
{
	struct milestone_new m = new_one(title, due, after_id);
	struct milestone_row row;

	cr_assert_eq(put_on(TODAY, EDU_OFFICER, &m, &row), 0, "%s", w.e.text);
	return row;
}

static struct milestone_new again(const struct milestone_row *row)
{
	return (struct milestone_new){.action_id = row->action_id,
				      .unit_id = row->unit_id,
				      .milestone_id = row->id,
				      .version = row->version,
				      .title = row->title,
				      .note = row->note,
				      .due = row->due,
				      .weight = row->weight,
				      .after_id = row->after_id};
}

Test(stage, keeps_weight_and_what_it_waits_for)
{
	struct milestone_row first = add("草案", "2021-12-01", 0);
	struct milestone_row second = add("印发", "2021-12-15", first.id);

	cr_expect_eq(first.weight, 1);
	cr_expect_eq(first.after_id, 0);
	cr_expect_str_eq(first.after, "");
	cr_expect_eq(second.after_id, first.id);
	cr_expect_str_eq(second.after, "草案");
	cr_expect_eq(milestone_order(&second), ORDER_WAITS);
	struct milestone_new m = again(&second);
	m.weight = 30;
	m.after_id = 0;
	cr_assert_eq(put_on(TODAY, EDU_OFFICER, &m, &second), 0, "%s", w.e.text);
	cr_expect_eq(second.weight, 30);
	cr_expect_eq(second.after_id, 0);
	cr_expect_eq(world_number(&w, "SELECT count(*) FROM log WHERE act = 'milestone.change' AND "
				      "before LIKE '%\"weight\":1,%' AND "
				      "after LIKE '%\"weight\":30,\"after\":0}'"),
		     1);
}

Test(stage, a_circle_is_refused_however_long)
{
	struct milestone_row a = add("一", "2021-12-01", 0), b = add("二", "2021-12-02", a.id);
	struct milestone_row c = add("三", "2021-12-03", b.id), row;
	struct milestone_new m = again(&a);
	const int64_t after[] = {a.id, b.id, c.id};

	for (size_t i = 0; i < 3; i++) {
		m.after_id = after[i];
		cr_assert_eq(put_on(TODAY, EDU_OFFICER, &m, &row), -1, "case %zu", i);
		cr_expect_eq(w.e.code, ERR_INPUT);
		cr_expect_str_eq(w.e.field, "after");
	}
	cr_expect(strstr(w.e.text, "三"), "%s", w.e.text);
	m = again(&c);
	m.after_id = a.id; /* a shorter way is none */
	cr_expect_eq(put_on(TODAY, EDU_OFFICER, &m, &row), 0, "%s", w.e.text);
}

Test(stage, waits_for_one_of_its_own_action)
{
	struct milestone_new m = new_one("别处", "2021-12-01", 0);
	struct milestone_row other, row;

	m.action_id = ACTION_1;
	m.unit_id = 0;
	cr_assert_eq(put_on(TODAY, OFFICE, &m, &other), 0, "%s", w.e.text);
	m = new_one("印发", "2021-12-15", other.id);
	cr_assert_eq(put_on(TODAY, EDU_OFFICER, &m, &row), -1);
	cr_expect_str_eq(w.e.field, "after");
	m.after_id = 999;
	cr_assert_eq(put_on(TODAY, EDU_OFFICER, &m, &row), -1);
	cr_expect_str_eq(w.e.field, "after");
	cr_expect_eq(w.e.code, ERR_INPUT);
}

Test(stage, may_wait_for_a_common_one_and_is_done_all_the_same)
{
	struct milestone_new m = new_one("统一部署", "2021-12-01", 0);
	struct milestone_row common, own;
	struct actor edu = world_actor(&w, EDU_OFFICER, TODAY);

	m.unit_id = 0;
	cr_assert_eq(put_on(TODAY, OFFICE, &m, &common), 0, "%s", w.e.text);
	own = add("培训", "2021-12-15", common.id);
	cr_assert_eq(store_milestone_step(w.s, &edu, own.id, own.version, MILESTONE_FINISH,
					  world_day(TODAY), "", NULL, &w.e),
		     0, "%s", w.e.text);
	cr_assert_eq(store_milestone_get(w.s, &w.a, &edu, own.id, &own, &w.e), 0);
	cr_expect_eq(milestone_order(&own), ORDER_EARLY);
}

static const struct due_case {
	const char *day;
	enum person_of_world person;
	const char *due;
	bool may;
} due_cases[] = {
	{TODAY, EDU_OFFICER, "2021-12-31", true},     /* just entered */
	{NEXT_DAY, EDU_OFFICER, "2021-12-15", true},  /* as it is */
	{NEXT_DAY, EDU_OFFICER, "2021-12-14", true},  /* brought forward */
	{NEXT_DAY, EDU_OFFICER, "2021-12-16", false}, /* put off */
	{TODAY, EDU_LEADER, "2021-12-16", false},     /* entered by another */
	{NEXT_DAY, OFFICE, "2021-12-16", true},
};

Test(stage, a_date_is_put_off_by_the_office_alone)
{
	for (size_t i = 0; i < sizeof due_cases / sizeof *due_cases; i++) {
		const struct due_case *c = &due_cases[i];
		struct milestone_row row = add("筛查", "2021-12-15", 0);
		struct milestone_new m = again(&row);

		m.due = world_day(c->due);
		w.e = (struct err)ERR_INIT;
		cr_expect_eq(put_on(c->day, c->person, &m, &row), c->may ? 0 : -1, "case %zu: %s",
			     i, w.e.text);
		cr_expect_eq(w.e.remedy, c->may ? 0 : (int)REQUEST_EXTENSION, "case %zu", i);
		cr_expect_eq(w.e.code, c->may ? ERR_NONE : ERR_STATE, "case %zu", i);
	}
}
