/* Plan JSON: a plan comes back as it was written, foreign JSON is checked member by member. */
#include "exchange/plan_json.h"

#include <criterion/criterion.h>
#include <criterion/parameterized.h>

#include <string.h>

static const char document[] =
	"云溪区净水行动方案\n一、净水\n"
	"1.清河。到2022年和2030年,死亡率分别降到9.50‰以下和9.0‰以下,水质持续改善。"
	"新建驿站“甲\\乙”3个,2021年6月底前完成。(责任单位:★区水利局、区住建局\n"
	"2.植树。(责任单位:★区园林局)\n";

Test(plan_json, a_plan_comes_back_the_same)
{
	struct arena a = ARENA_INIT;
	struct strbuf once = STRBUF_INIT, twice = STRBUF_INIT;
	struct err e = ERR_INIT;
	struct plan p, again;

	cr_assert_eq(plan_read(&a, "t.txt", document, strlen(document), &p, &e), 0, "%s", e.text);
	cr_assert_gt(p.doubts.n, 0);
	for (size_t i = 0; i < p.doubts.n; i++) {
		p.doubts.at[i].answer = (enum doubt_answer)((i + 1) % DOUBT_ANSWER_COUNT);
		p.doubts.at[i].proposal = "按“列第一位”处理";
	}
	plan_json_write(&p, &once);
	cr_assert(plan_json_is(once.s, once.nbytes));
	cr_assert_eq(plan_json_read(&a, "other", once.s, once.nbytes, &again, &e), 0, "%s", e.text);
	plan_json_write(&again, &twice);
	cr_assert_str_eq(once.s, twice.s);
	cr_assert_str_eq(again.file, "t.txt");
	cr_assert_str_eq(again.text, p.text);
	cr_assert_eq(again.doubts.n, p.doubts.n);
	cr_assert_eq(again.doubts.at[0].answer, DOUBT_TAKEN);
	cr_assert_str_eq(again.doubts.at[0].proposal, "按“列第一位”处理");
	cr_assert_str_eq(again.actions.at[0].indicators.at[0].targets.at[0].value, "9.50");
	cr_assert_str_eq(again.actions.at[0].indicators.at[0].targets.at[1].value, "9.0");
	cr_assert_str_eq(again.actions.at[0].due, "2021-06");
	cr_assert_eq(again.actions.at[1].clause.from, p.actions.at[1].clause.from);
	strbuf_free(&once);
	strbuf_free(&twice);
	arena_free(&a);
}

Test(plan_json, reads_the_bare_layout)
{
	static const char json[] =
		"\xEF\xBB\xBF {\"title\": null, \"lead_rule\": \"first\", \"actions\": [{\"no\": "
		"null, \"title\": \"清河\", \"section\": null, \"units\": [{\"name\": "
		"\"区水利局\", "
		"\"role\": \"lead\"}], \"indicators\": [{\"name\": \"达标率\", \"unit\": \"%\", "
		"\"targets\": [{\"year\": null, \"op\": \">=\", \"value\": 43.3}]}], "
		"\"quantities\": [{\"value\": 120, \"unit\": \"公里\", \"what\": \"管网\"}]}]}";
	struct arena a = ARENA_INIT;
	struct err e = ERR_INIT;
	struct plan p;

	cr_assert(plan_json_is(json, strlen(json)));
	cr_assert_eq(plan_json_read(&a, "f.json", json, strlen(json), &p, &e), 0, "%s", e.text);
	cr_assert_str_eq(p.file, "f.json");
	cr_assert_str_eq(p.title, "");
	cr_assert_eq(p.lead_rule, LEAD_RULE_FIRST);
	cr_assert_str_eq(p.actions.at[0].no, "");
	cr_assert_str_eq(p.actions.at[0].due, "");
	cr_assert_eq(p.actions.at[0].units.at[0].role, ROLE_LEAD);
	cr_assert_str_eq(p.actions.at[0].indicators.at[0].targets.at[0].value, "43.3");
	cr_assert_eq(p.actions.at[0].indicators.at[0].targets.at[0].year, 0);
	cr_assert_str_eq(p.actions.at[0].volumes.at[0].value, "120");
	arena_free(&a);
}

/* A program that knows nothing of answers wrote it: its doubts are open and propose nothing. */
Test(plan_json, doubts_have_defaults)
{
	static const char json[] = "{\"actions\": [{\"title\": \"清河\"}], \"doubts\": ["
				   "{\"kind\": \"no-lead\", \"action\": 0, \"text\": \"甲\"},"
				   "{\"kind\": \"other\", \"answer\": \"left\"}]}";
	struct arena a = ARENA_INIT;
	struct err e = ERR_INIT;
	struct plan p;

	cr_assert_eq(plan_json_read(&a, "f", json, strlen(json), &p, &e), 0, "%s", e.text);
	cr_expect_eq(p.doubts.at[0].answer, DOUBT_OPEN);
	cr_expect_str_eq(p.doubts.at[0].proposal, "");
	cr_expect_eq(p.doubts.at[1].answer, DOUBT_LEFT);
	cr_expect_eq(p.doubts.at[1].action, -1);
	arena_free(&a);
}

struct refusal {
	const char *json, *says;
};

static const struct refusal refusals[] = {
	{"{\"actions\": [", "line 1"},
	{"[]", "object"},
	{"{\"actions\": []}", "no actions"},
	{"{\"actions\": {}}", "actions"},
	{"{\"actions\": [1]}", "actions[0]"},
	{"{\"actions\": [{\"title\": 1}]}", "actions[0].title"},
	{"{\"actions\": [{\"no\": \"1\"}]}", "actions[0].title"},
	{"{\"actions\": [{\"title\": \"t\", \"due\": \"2021-13\"}]}", "actions[0].due"},
	{"{\"actions\": [{\"title\": \"t\", \"units\": [{\"name\": \"甲局\", \"role\": "
	 "\"boss\"}]}]}",
	 "actions[0].units[0].role"},
	{"{\"actions\": [{\"title\": \"t\", \"units\": [{\"role\": \"lead\"}]}]}",
	 "actions[0].units[0].name"},
	{"{\"actions\": [{\"title\": \"t\", \"indicators\": [{\"name\": \"n\", \"targets\": "
	 "[{\"op\": \">=\", \"value\": null}]}]}]}",
	 "actions[0].indicators[0].targets[0].value"},
	{"{\"actions\": [{\"title\": \"t\"}], \"doubts\": [{\"kind\": \"why\"}]}",
	 "doubts[0].kind"},
	{"{\"actions\": [{\"title\": \"t\"}], \"doubts\": [{\"kind\": \"other\", \"answer\": "
	 "\"no\"}]}",
	 "doubts[0].answer"},
	{"{\"lead_rule\": \"best\", \"actions\": [{\"title\": \"t\"}]}", "lead_rule"},
};

static size_t numbers[sizeof refusals / sizeof *refusals];

ParameterizedTestParameters(plan_json, names_what_is_wrong)
{
	for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
		numbers[i] = i;
	return cr_make_param_array(size_t, numbers, sizeof numbers / sizeof *numbers);
}

ParameterizedTest(const size_t *number, plan_json, names_what_is_wrong)
{
	const struct refusal *r = &refusals[*number];
	struct arena a = ARENA_INIT;
	struct err e = ERR_INIT;
	struct plan p;

	cr_assert_eq(plan_json_read(&a, "f", r->json, strlen(r->json), &p, &e), -1, "%s", r->json);
	cr_assert_eq(e.code, ERR_FORMAT);
	cr_assert_not_null(strstr(e.text, r->says), "%s: %s", r->json, e.text);
	arena_free(&a);
}

Test(plan_json, places_outside_the_text_are_dropped)
{
	static const char json[] =
		"{\"text\": \"清河\", \"actions\": [{\"title\": \"清河\", "
		"\"clause\": [0, 99]}, {\"title\": \"乙\", \"clause\": [1, 3]}]}";
	struct arena a = ARENA_INIT;
	struct err e = ERR_INIT;
	struct plan p;

	cr_assert_eq(plan_json_read(&a, "f", json, strlen(json), &p, &e), 0, "%s", e.text);
	cr_assert_eq(p.actions.at[0].clause.to, 0);
	cr_assert_eq(p.actions.at[1].clause.to, 0);
	arena_free(&a);
}

Test(plan_json, a_document_is_no_json)
{
	cr_assert(!plan_json_is("一、任务", strlen("一、任务")));
	cr_assert(!plan_json_is("{云溪}", strlen("{云溪}")));
	cr_assert(!plan_json_is("", 0));
}
