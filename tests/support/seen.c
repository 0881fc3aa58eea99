/* Versions of rows, as whoever reads everything sees them. */
#include "tests/support/seen.h"

#include "db/people/store_person.h"
#include "db/people/store_unit.h"
#include "db/plan/store_plan.h"
#include "db/report/store_exception.h"
#include "db/report/store_period.h"

static bool holds(const struct person_row *p, int64_t post_id)
{
	for (size_t i = 0; i < p->posts.n; i++)
		if (p->posts.at[i].id == post_id)
			return true;
	return false;
}

static int64_t person(struct store *s, int64_t person_id, int64_t post_id)
{
	struct arena a = ARENA_INIT;
	struct err e = ERR_INIT;
	struct person_rows rows = {0};
	int64_t version = 0;

	store_person_list(s, &a, &rows, &e);
	for (size_t i = 0; i < rows.n; i++)
		if (rows.at[i].id == person_id || (post_id && holds(&rows.at[i], post_id)))
			version = rows.at[i].version;
	arena_free(&a);
	return version;
}

int64_t seen_person(struct store *s, int64_t person_id)
{
	return person(s, person_id, 0);
}

int64_t seen_holder(struct store *s, int64_t post_id)
{
	return person(s, 0, post_id);
}

int64_t seen_unit(struct store *s, int64_t unit_id)
{
	struct arena a = ARENA_INIT;
	struct err e = ERR_INIT;
	struct unit_row row = {0};

	store_unit_get(s, &a, unit_id, &row, &e);
	arena_free(&a);
	return row.version;
}

int64_t seen_action(struct store *s, int64_t action_id)
{
	struct arena a = ARENA_INIT;
	struct err e = ERR_INIT;
	struct action_row row = {0};

	store_action_get(s, &a, NULL, action_id, &row, &e);
	arena_free(&a);
	return row.version;
}

int64_t seen_part(struct store *s, int64_t action_id, int64_t unit_id)
{
	struct arena a = ARENA_INIT;
	struct err e = ERR_INIT;
	struct assignment_rows rows = {0};
	int64_t version = 0;

	store_assignment_list(s, &a, NULL, action_id, 0, &rows, &e);
	for (size_t i = 0; i < rows.n; i++)
		if (rows.at[i].unit_id == unit_id)
			version = rows.at[i].version;
	arena_free(&a);
	return version;
}

int64_t seen_plan(struct store *s, const char *code)
{
	struct arena a = ARENA_INIT;
	struct err e = ERR_INIT;
	struct plan_row row = {0};

	store_plan_get(s, &a, NULL, code, &row, &e);
	arena_free(&a);
	return row.version;
}

int64_t seen_period(struct store *s, int64_t period_id)
{
	struct arena a = ARENA_INIT;
	struct err e = ERR_INIT;
	struct period_row row = {0};

	store_period_get(s, &a, period_id, &row, &e);
	arena_free(&a);
	return row.version;
}

int64_t seen_exception(struct store *s, int64_t period_id, int64_t unit_id)
{
	struct arena a = ARENA_INIT;
	struct err e = ERR_INIT;
	struct exception_rows rows = {0};
	int64_t version = 0;

	store_exception_list(s, &a, NULL, 0, unit_id, &rows, &e);
	for (size_t i = 0; i < rows.n; i++)
		if (rows.at[i].period_id == period_id)
			version = rows.at[i].version;
	arena_free(&a);
	return version;
}
