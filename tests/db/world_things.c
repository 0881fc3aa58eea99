/* What education has on its own action in the district of world.h, made as it would make it. */
#include "tests/db/world.h"

#include <criterion/criterion.h>

#define MADE(call) cr_assert_eq((call), 0, "%s", w->e.text)

struct milestone_row world_milestone(struct world *w, const char *today, const char *due)
{
	struct milestone_new m = {.action_id = ACTION_2,
				  .unit_id = EDUCATION,
				  .title = "完成改造",
				  .due = world_day(due),
				  .note = ""};
	struct actor edu = world_actor(w, EDU_OFFICER, today);
	struct milestone_row row;

	MADE(store_milestone_put(w->s, &edu, &m, &w->a, &row, NULL, &w->e));
	return row;
}

struct evidence_row world_evidence(struct world *w, const char *today)
{
	struct evidence_new v = {.unit_id = EDUCATION,
				 .action_id = ACTION_2,
				 .kind = EVIDENCE_DOCUMENT,
				 .title = "工作通知",
				 .doc_no = "云教〔2021〕12号",
				 .ref = "",
				 .note = ""};
	struct actor edu = world_actor(w, EDU_OFFICER, today);
	struct evidence_row row;

	MADE(store_evidence_add(w->s, &edu, &v, &w->a, &row, NULL, &w->e));
	return row;
}

struct case_row world_case(struct world *w, const char *today)
{
	struct case_new c = {.action_id = ACTION_2,
			     .unit_id = EDUCATION,
			     .title = "照明改造",
			     .text = "先测后改"};
	struct actor edu = world_actor(w, EDU_OFFICER, today);
	struct case_row row;

	MADE(store_case_put(w->s, &edu, &c, &w->a, &row, NULL, &w->e));
	return row;
}
