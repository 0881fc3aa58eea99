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
