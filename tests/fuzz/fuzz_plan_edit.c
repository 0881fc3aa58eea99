/* Every plan that was read goes through a review: actions are parted, joined and taken out, all
 * proposals taken. What was kept comes back the same, and undo leads back to where it began. */
#include "tests/fuzz/fuzz.h"

#include "core/plan/plan_edit.h"
#include "exchange/plan_json.h"

#include <string.h>

enum { MOST_ACTIONS = 60, MOST_STEPS = 12 }; /* of larger plans there is nothing more to learn */

static char *json_of(const struct plan *p)
{
	struct strbuf b = STRBUF_INIT;

	plan_json_write(p, &b);
	return strbuf_detach(&b);
}

/* The review goes on from its JSON as if the line had never dropped. */
static void check_resume(const struct plan *p)
{
	struct arena a = ARENA_INIT;
	struct err e = ERR_INIT;
	struct plan read;
	char *json = json_of(p);

	fuzz_check(plan_json_read(&a, "fuzz", json, strlen(json), &read, &e) == 0);
	struct plan_edit *again = plan_edit_new(&read);
	char *same = json_of(plan_edit_plan(again));
	fuzz_check(strcmp(same, json) == 0);
	plan_edit_free(again);
	free(same);
	free(json);
	arena_free(&a);
}

/* Some places of an action, most of them inside of characters and of its parts. */
static void split_somewhere(struct plan_edit *ed, size_t action)
{
	struct plan_span clause = plan_edit_plan(ed)->actions.at[action].clause;
	struct err e = ERR_INIT;

	for (size_t at = clause.from; at < clause.to; at += 1 + (clause.to - clause.from) / 7)
		if (plan_edit_split(ed, action, at, &e) == 0)
			return;
}

static void answer_all(struct plan_edit *ed)
{
	for (size_t i = 0; i < plan_edit_plan(ed)->doubts.n && i < MOST_STEPS; i++) {
		struct err e = ERR_INIT;

		if (plan_edit_doubt_take(ed, i, &e)) {
			fuzz_check(e.code == ERR_STATE && e.text[0]);
			fuzz_check(plan_edit_doubt_leave(ed, i, &e) == 0);
		}
		fuzz_check_plan(plan_edit_plan(ed));
	}
}

static void take_steps(struct plan_edit *ed)
{
	struct err e = ERR_INIT;
	size_t n = plan_edit_plan(ed)->actions.n;

	for (size_t i = 0; i < n && i < MOST_STEPS; i += 2) {
		split_somewhere(ed, i);
		fuzz_check_plan(plan_edit_plan(ed));
	}
	answer_all(ed);
	check_resume(plan_edit_plan(ed));
	for (size_t i = 0; i < n && i < MOST_STEPS; i += 3) {
		plan_edit_join(ed, i % plan_edit_plan(ed)->actions.n, &e);
		plan_edit_drop(ed, (i + 1) % plan_edit_plan(ed)->actions.n, &e);
		fuzz_check_plan(plan_edit_plan(ed));
	}
	answer_all(ed);
}

void fuzz_review(const struct plan *p)
{
	if (p->actions.n > MOST_ACTIONS)
		return;
	struct plan_edit *ed = plan_edit_new(p);
	char *first = json_of(plan_edit_plan(ed));

	check_resume(plan_edit_plan(ed));
	take_steps(ed);
	check_resume(plan_edit_plan(ed));
	while (plan_edit_undo(ed))
		;
	char *last = json_of(plan_edit_plan(ed));
	fuzz_check(strcmp(first, last) == 0);
	free(first);
	free(last);
	plan_edit_free(ed);
}
