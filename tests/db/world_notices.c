/* Debts, urge notices and instructions in the district of world.h. */
#include "tests/db/world_notices.h"

#include <criterion/criterion.h>

#define MADE(call) cr_assert_eq((call), 0, "%s", w->e.text)

struct debt_rows world_debts(struct world *w, const char *today, int64_t unit_id)
{
	struct actor office = world_actor(w, OFFICE, today);
	struct debt_rows rows;

	MADE(store_debt_list(w->s, &w->a, &office, PLAN, unit_id, &rows, &w->e));
	return rows;
}

const char *world_debts_text(struct world *w, const char *today, int64_t unit_id)
{
	struct debt_rows rows = world_debts(w, today, unit_id);
	const char *text = "";

	for (size_t i = 0; i < rows.n; i++)
		text = arena_printf(&w->a, "%s%s%s %s%s%s", text, i ? ", " : "",
				    rows.at[i].action_no, debt_why_word(rows.at[i].why),
				    *rows.at[i].what ? " " : "", rows.at[i].what);
	return text;
}

int world_urge(struct world *w, enum person_of_world person, const char *today, int64_t unit_id,
	       bool again, struct notice_rows *rows)
{
	struct actor who = world_actor(w, person, today);
	struct urge_filter f = {.plan_id = PLAN, .unit_id = unit_id, .again = again};

	w->e = (struct err)ERR_INIT;
	w->changes = 0;
	return store_urge(w->s, &who, &f, "", &w->a, rows, &w->changes, &w->e);
}

struct notice_row world_urged(struct world *w, const char *today, int64_t unit_id)
{
	struct notice_rows rows;

	MADE(world_urge(w, OFFICE, today, unit_id, false, &rows));
	cr_assert_eq(rows.n, 1);
	return rows.at[0];
}

int world_instruct(struct world *w, enum person_of_world person, const char *today,
		   int64_t action_id, int64_t unit_id, const char *by, struct notice_rows *rows)
{
	struct actor who = world_actor(w, person, today);
	struct instruction_new n = {.action_id = action_id,
				    .unit_id = unit_id,
				    .text = "请加快进度",
				    .by = world_day(by)};

	w->e = (struct err)ERR_INIT;
	return store_instruct(w->s, &who, &n, &w->a, rows, &w->changes, &w->e);
}

struct notice_row world_notice(struct world *w, int64_t id)
{
	struct notice_row row;

	MADE(store_notice_get(w->s, &w->a, NULL, id, &row, &w->e));
	return row;
}

struct notice_row world_answered(struct world *w, int64_t id, enum person_of_world person,
				 const char *today)
{
	struct notice_row n = world_notice(w, id);
	struct actor who = world_actor(w, person, today);

	MADE(store_notice_answer(w->s, &who, id, n.version, "周五前补报", &w->changes, &w->e));
	return world_notice(w, id);
}
