/* The world of the tests, brought up to date for searching. */
#include "tests/db/search_desk.h"

#include "db/search/search_put.h"
#include "db/store_internal.h"

#include <criterion/criterion.h>

struct world searched;

/* The world was written by script; now it is as if its file had been brought up to date. */
static void fill(void)
{
	cr_assert_eq(sql_begin(searched.s->db, &searched.e), 0);
	cr_assert_eq(search_fill(searched.s->db, &searched.e), 0, "%s", searched.e.text);
	cr_assert_eq(sql_commit(searched.s->db, &searched.e), 0);
}

void search_begin(void)
{
	world_make(&searched);
	fill();
}

void search_script(const char *text)
{
	world_script(&searched, text);
	fill();
}

#define AT "'2021-11-01T00:00:00Z'"

void search_cycle(int64_t unit_id)
{
	static const char text[] =
		"INSERT INTO notice (plan_id, kind, no, unit_id, level, answer_by, issued_at, "
		"changed_at, text) VALUES (1, 'instruction', 3, %1$lld, 'blue', '2021-11-10', " AT
		", " AT ", '请说明甲甲');"
		"INSERT INTO notice_item (notice_id, seq, action_id, why) "
		"VALUES (1, 1, 2, 'instruction');"
		"INSERT INTO request (kind, plan_id, unit_id, action_id, asked_at, changed_at, "
		"reason) VALUES ('completion', 1, %1$lld, 2, " AT ", " AT ", '乙乙已完成');"
		"INSERT INTO example (plan_id, action_id, unit_id, title, added_at, changed_at, "
		"text) VALUES (1, 2, %1$lld, '丙丙做法', " AT ", " AT ", '正文');"
		"INSERT INTO example (plan_id, action_id, unit_id, state, title, added_at, "
		"decided_at, changed_at, text) VALUES (1, 2, %1$lld, 'selected', '经验', " AT
		", " AT ", " AT ", '推广丁丁');";

	search_script(arena_printf(&searched.a, text, (long long)unit_id));
}

void search_end(void)
{
	world_remove(&searched);
}

struct search_page search_with(enum person_of_world person, enum search_kind kind,
			       const struct search_ask *ask)
{
	struct actor who = world_actor(&searched, person, TODAY);
	struct search_page page;

	cr_assert_eq(store_search(searched.s, &searched.a, &who, kind, ask, &page, &searched.e), 0,
		     "%s", searched.e.text);
	return page;
}

struct search_page search_for(enum person_of_world person, enum search_kind kind, const char *words)
{
	struct search_ask ask = {.words = words, .closed_plans = true, .limit = 50};

	return search_with(person, kind, &ask);
}

size_t search_count(enum person_of_world person, enum search_kind kind, const char *words)
{
	return search_for(person, kind, words).hits.n;
}

struct report_row search_submit(int64_t action_id, int64_t unit_id, const char *done)
{
	struct report_new r = world_text(action_id, unit_id, Q4, 30, done);

	return world_put(&searched, OFFICE, TODAY, &r, REPORT_SUBMIT);
}
