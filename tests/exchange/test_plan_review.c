/* A plan under review and its JSON: what is kept after every step comes back the same, answers too,
 * and no way through the steps leads anywhere but back to the plan as it was read. */
#include "core/plan/plan_edit.h"
#include "exchange/plan_json.h"

#include <criterion/criterion.h>

#include <string.h>

static const char document[] =
	"云溪区净水三年行动方案\n一、净水\n"
	"1.清河行动。到2022年和2025年,水质达标率分别达到80%以上和90%以上。新建驿站3个,"
	"2021年6月底前完成。"
	"(责任单位:★区水利局、区住建局)\n"
	"2.植树行动。绿化覆盖率达到40%以上。水土流失持续改善。(责任单位:区园林局、区林业局)\n"
	"4.护坡行动。加固堤岸。(责任单位:★区水利局)\n"
	"二、宣传\n"
	"5.开展宣传。(责任单位:★区市场监督管理局)\n"
	"(1)进社区。发放手册500册。(责任单位:★区民政局)\n"
	"(2)进校园。(责任单位:★区教育局)\n"
	"5.举办讲座。(责任单位:★区市场监管局、区教育局\n";

static struct plan_edit *read_document(const char *text, size_t nbytes)
{
	struct arena a = ARENA_INIT;
	struct err e = ERR_INIT;
	struct plan p;

	cr_assert_eq(plan_read(&a, "t.txt", text, nbytes, &p, &e), 0, "%s", e.text);
	struct plan_edit *ed = plan_edit_new(&p);
	arena_free(&a);
	return ed;
}

static char *json_of(const struct plan *p)
{
	struct strbuf b = STRBUF_INIT;

	plan_json_write(p, &b);
	return strbuf_detach(&b);
}

/* The review as it goes on after the line dropped: from the JSON alone. */
static struct plan_edit *resume(const char *json)
{
	struct arena a = ARENA_INIT;
	struct err e = ERR_INIT;
	struct plan p;

	cr_assert_eq(plan_json_read(&a, "t", json, strlen(json), &p, &e), 0, "%s", e.text);
	struct plan_edit *ed = plan_edit_new(&p);
	arena_free(&a);
	return ed;
}

static void expect_resumed(const struct plan_edit *ed)
{
	char *json = json_of(plan_edit_plan(ed));
	struct plan_edit *again = resume(json);
	char *json_again = json_of(plan_edit_plan(again));

	cr_expect_str_eq(json_again, json);
	free(json);
	free(json_again);
	plan_edit_free(again);
}

Test(plan_review, goes_on_where_it_was_left)
{
	struct plan_edit *ed = read_document(document, strlen(document));
	static const char *const known[] = {"区住房和城乡建设局"};
	struct err e = ERR_INIT;

	plan_edit_known_units(ed, known, 1);
	expect_resumed(ed);
	for (size_t i = 0; i < plan_edit_plan(ed)->doubts.n; i++) {
		if (plan_edit_doubt_take(ed, i, &e))
			cr_assert_eq(plan_edit_doubt_leave(ed, i, &e), 0, "%s", e.text);
		expect_resumed(ed);
	}
	cr_expect_geq(plan_edit_nsteps(ed), 6);
	cr_expect_eq(plan_doubts_open(plan_edit_plan(ed)), 0);
	plan_edit_free(ed);
}

static uint32_t next_random(uint32_t *state)
{
	*state = *state * 1664525u + 1013904223u;
	return *state >> 8;
}

static size_t one_of(uint32_t *state, size_t n)
{
	return n ? next_random(state) % n : 0;
}

static const char *const names[] = {"区水利局", "区财政局", "区市场监管局", "",
				    "区住房和城乡建设局"};
static const char *const texts[] = {"净水", "2022-12", "二", "", "3", "14-2", "2022 >= 5; <= 6"};

#define PICK(table) (table)[one_of(seed, sizeof(table) / sizeof *(table))]

/* A step on the units, levels or texts of an action. */
static int small_step(struct plan_edit *ed, size_t action, uint32_t *seed, struct err *e)
{
	const struct plan_action *act = &plan_edit_plan(ed)->actions.at[action];
	size_t unit = one_of(seed, act->units.n + 1);
	enum role role = (enum role)one_of(seed, ROLE_COUNT);
	struct plan_level_entry level = {PICK(names), "%", PICK(texts)};
	struct plan_volume_entry volume = {PICK(texts), "个", PICK(names)};

	switch (one_of(seed, 9)) {
	case 0:
		return plan_edit_unit_add(ed, action, PICK(names), role, e);
	case 1:
		return plan_edit_unit_role(ed, action, unit, role, e);
	case 2:
		return plan_edit_unit_name(ed, action, unit, PICK(names), unit % 2, e);
	case 3:
		return plan_edit_unit_drop(ed, action, unit, e);
	case 4:
		return plan_edit_level(ed, action, one_of(seed, act->indicators.n + 1), &level, e);
	case 5:
		return plan_edit_words(ed, action, one_of(seed, act->words.n + 1), PICK(names),
				       "2022", e);
	case 6:
		return plan_edit_volume(ed, action, one_of(seed, act->volumes.n + 1), &volume, e);
	case 7:
		return plan_edit_fact_drop(ed, action, (enum plan_fact)one_of(seed, 3), 0, e);
	default:
		return plan_edit_action(ed, action, (enum plan_action_field)one_of(seed, 4),
					PICK(texts), e);
	}
}

static int any_step(struct plan_edit *ed, uint32_t *seed, struct err *e)
{
	const struct plan *p = plan_edit_plan(ed);
	size_t action = one_of(seed, p->actions.n), doubt = one_of(seed, p->doubts.n);
	struct plan_span clause = p->actions.at[action].clause;

	switch (one_of(seed, 10)) {
	case 0:
	case 1:
		return plan_edit_split(ed, action,
				       clause.from + one_of(seed, clause.to - clause.from), e);
	case 2:
		return plan_edit_join(ed, action, e);
	case 3:
		return one_of(seed, 3) ? 0 : plan_edit_drop(ed, action, e);
	case 4:
		return plan_edit_doubt_take(ed, doubt, e);
	case 5:
		return one_of(seed, 2) ? plan_edit_doubt_leave(ed, doubt, e)
				       : plan_edit_doubt_reopen(ed, doubt, e);
	case 6:
		return plan_edit_head(ed, (enum plan_head_field)one_of(seed, 4), PICK(texts), e);
	default:
		return small_step(ed, action, seed, e);
	}
}

/* Places lie in the text, every doubt has its action, no title is empty. */
static void check_plan(const struct plan *p)
{
	cr_assert_gt(p->actions.n, 0);
	for (size_t i = 0; i < p->actions.n; i++) {
		const struct plan_action *action = &p->actions.at[i];

		cr_assert_leq(action->clause.from, action->clause.to);
		cr_assert_leq(action->clause.to, p->nbytes);
		cr_assert(*action->title && *action->no);
	}
	for (size_t i = 0; i < p->doubts.n; i++)
		cr_assert_lt(p->doubts.at[i].action, (int)p->actions.n);
}

static void walk(uint32_t seed, size_t nsteps)
{
	struct plan_edit *ed = read_document(document, strlen(document));
	char *first = json_of(plan_edit_plan(ed)), *last;
	size_t refused = 0;

	for (size_t i = 0; i < nsteps; i++) {
		size_t before = plan_edit_nsteps(ed);
		struct err e = ERR_INIT;

		if (one_of(&seed, 8) == 0) {
			plan_edit_undo(ed);
			continue;
		}
		if (any_step(ed, &seed, &e)) {
			cr_assert(e.code && e.text[0]);
			cr_assert_eq(plan_edit_nsteps(ed), before, "a refused step is none");
			refused++;
		}
		check_plan(plan_edit_plan(ed));
		if (i % 16 == 0)
			expect_resumed(ed);
	}
	cr_expect_lt(refused, nsteps * 3 / 4);
	last = json_of(plan_edit_plan(ed));
	size_t taken = plan_edit_nsteps(ed);
	while (plan_edit_undo(ed))
		check_plan(plan_edit_plan(ed));
	char *back = json_of(plan_edit_plan(ed));
	cr_expect_str_eq(back, first);
	for (size_t i = 0; i < taken; i++)
		cr_assert(plan_edit_redo(ed));
	char *forth = json_of(plan_edit_plan(ed));
	cr_expect_str_eq(forth, last);
	free(first);
	free(last);
	free(back);
	free(forth);
	plan_edit_free(ed);
}

Test(plan_review, any_way_leads_back, .timeout = 60)
{
	for (uint32_t seed = 1; seed <= 20; seed++)
		walk(seed * 2654435761u, 300);
}
