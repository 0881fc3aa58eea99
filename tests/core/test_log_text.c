/* What a row of the log says to people: no name of a field, no raw time, no figure that was. */
#include "core/log_text.h"

#include <criterion/criterion.h>
#include <criterion/parameterized.h>

#include <stdlib.h>

struct text_case {
	char before[80], after[120], text[120];
};

static const struct text_case cases[] = {
	{"", "{\"withdrawn_at\":\"2021-11-22T01:26:31Z\",\"reason\":\"重复\"}",
	 "withdrawn at: 2021-11-22 09:26 · reason: 重复"},
	{"{\"state\":\"submitted\",\"reason\":\"\",\"nreturned\":0}",
	 "{\"state\":\"returned\",\"reason\":\"请附表\",\"nreturned\":1}",
	 "state: submitted → returned · reason: 请附表 · times returned: 1"},
	{"{\"reason\":\"请附表\",\"nreturned\":1}", "{\"reason\":\"还差一所\",\"nreturned\":2}",
	 "reason: 还差一所 · times returned: 2"},
	{"{\"active\":1}", "{\"active\":0}", "account open: yes → no"},
	{"{\"needs_evidence\":0}", "{\"needs_evidence\":1}", "needs evidence: no → yes"},
	{"{\"volume 12\":\"3\"}", "{\"volume 12\":\"5\"}", "work volume 12: 3 → 5"},
	{"", "{\"bytes\":29}", "size in bytes: 29"},
	{"", "{\"action\":\"yx2021/3\",\"milestone\":4}", "action: yx2021/3 · milestone: 4"},
	{"", "{\"no_change\":1,\"on_behalf\":0}", "no change"},
	{"", "{\"note\":\"2021-11-22T01:26:31Z\"}", "note: 2021-11-22T01:26:31Z"},
};

ParameterizedTestParameters(log_text, tells_a_change_in_words)
{
	return cr_make_param_array(const struct text_case, (void *)cases,
				   sizeof cases / sizeof cases[0]);
}

ParameterizedTest(const struct text_case *c, log_text, tells_a_change_in_words)
{
	struct arena a = ARENA_INIT;
	struct log_row row = {.before = c->before, .after = c->after};

	setenv("TZ", "CST-8", 1);
	cr_expect_str_eq(log_change_text(&a, &row), c->text);
	arena_free(&a);
}

Test(log_text, an_act_without_words_stays_as_it_is)
{
	cr_expect_str_eq(log_act_label("report.unsign"), "signing off taken back");
	cr_expect_str_eq(log_act_label("later.act"), "later.act");
}

Test(log_text, a_state_is_one_of_what_the_row_is_about)
{
	struct arena a = ARENA_INIT;
	struct log_row row = {.object = "period 3",
			      .before = "{\"state\":\"closed\"}",
			      .after = "{\"state\":\"due\"}"};

	cr_expect_str_eq(log_change_text(&a, &row), "state: closed → past due");
	row.object = "action yx2021/4";
	row.before = "{\"state\":\"received\"}";
	row.after = "{\"state\":\"closed-out\"}";
	cr_expect_str_eq(log_change_text(&a, &row), "state: received → closed out");
	arena_free(&a);
}
