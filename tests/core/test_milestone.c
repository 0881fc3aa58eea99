/* The order of a stage plan, told from the row, and the door for weights. */
#include "core/rule/milestone.h"

#include "core/rule/entry.h"

#include <criterion/criterion.h>
#include <criterion/parameterized.h>
#include <string.h>

static const struct order_case {
	enum milestone_state state;
	int64_t after_id;
	enum milestone_state after_state;
	int16_t due_month, after_month;
	enum milestone_order order;
	const char *label, *warning; /* parts of */
} order_cases[] = {
	{MILESTONE_OPEN, 0, MILESTONE_OPEN, 6, 9, ORDER_FINE, "", ""},
	{MILESTONE_OPEN, 7, MILESTONE_DONE, 6, 9, ORDER_FINE, "after \"草案\"", ""},
	{MILESTONE_OPEN, 7, MILESTONE_VERIFIED, 6, 9, ORDER_FINE, "after \"草案\"", ""},
	{MILESTONE_OPEN, 7, MILESTONE_DROPPED, 6, 9, ORDER_FINE, "after \"草案\"", ""},
	{MILESTONE_OPEN, 7, MILESTONE_OPEN, 9, 6, ORDER_WAITS, "which is open", ""},
	{MILESTONE_OPEN, 7, MILESTONE_OPEN, 9, 9, ORDER_WAITS, "which is open", ""},
	{MILESTONE_OPEN, 7, MILESTONE_OPEN, 6, 9, ORDER_SOONER, "2021-09-30", "2021-09-30"},
	{MILESTONE_DONE, 7, MILESTONE_OPEN, 9, 6, ORDER_EARLY, "done before", "still open"},
	{MILESTONE_VERIFIED, 7, MILESTONE_OPEN, 9, 6, ORDER_EARLY, "done before", "still open"},
	{MILESTONE_DONE, 7, MILESTONE_DONE, 6, 9, ORDER_FINE, "after \"草案\"", ""},
	{MILESTONE_DROPPED, 7, MILESTONE_OPEN, 6, 9, ORDER_FINE, "after \"草案\"", ""},
};

Test(milestone, order)
{
	for (size_t i = 0; i < sizeof order_cases / sizeof *order_cases; i++) {
		const struct order_case *c = &order_cases[i];
		struct arena a = ARENA_INIT;
		const struct milestone_row m = {
			.title = "印发",
			.state = c->state,
			.due = {2021, (int8_t)c->due_month, 30},
			.after_id = c->after_id,
			.after = c->after_id ? "草案" : "",
			.after_state = c->after_state,
			.after_due = {2021, (int8_t)c->after_month, 30},
		};
		const char *label = milestone_order_label(&a, &m);
		const char *warning = milestone_order_warning(&a, &m);

		cr_expect_eq(milestone_order(&m), c->order, "case %zu", i);
		cr_expect(strstr(label, c->label), "case %zu: %s", i, label);
		cr_expect_eq(*label == '\0', *c->label == '\0', "case %zu: %s", i, label);
		cr_expect(strstr(warning, c->warning), "case %zu: %s", i, warning);
		cr_expect_eq(*warning == '\0', *c->warning == '\0', "case %zu: %s", i, warning);
		arena_free(&a);
	}
}

Test(milestone, an_extension_that_waits_is_told)
{
	struct arena a = ARENA_INIT;
	struct milestone_row m = {0};

	cr_expect_str_eq(milestone_asked_label(&a, &m), "");
	m.asked_id = 6;
	m.asked = (struct date){2021, 12, 10};
	cr_expect(strstr(milestone_asked_label(&a, &m), "2021-12-10 (request 6)"));
	arena_free(&a);
}

Test(milestone, extensions_are_counted_in_words)
{
	struct arena a = ARENA_INIT;
	struct milestone_row m = {0};

	cr_expect_str_eq(milestone_extended_label(&a, &m), "");
	m.nextended = 1;
	cr_expect_str_eq(milestone_extended_label(&a, &m), "extended once");
	m.nextended = 3;
	cr_expect_str_eq(milestone_extended_label(&a, &m), "extended 3 times");
	arena_free(&a);
}

static const struct {
	const char *typed;
	int weight; /* -1: refused */
} weights[] = {
	{NULL, 1},    {"", 1},
	{" ", 1},     {"1", 1},
	{"100", 100}, {"３０", 30},
	{"007", 7},   {"0", -1},
	{"101", -1},  {"-1", -1},
	{"2.5", -1},  {"x", -1},
	{"1 2", -1},  {"99999999999999999999", -1},
};

Test(milestone, weight)
{
	for (size_t i = 0; i < sizeof weights / sizeof *weights; i++) {
		struct arena a = ARENA_INIT;
		struct err e = ERR_INIT;
		int weight = -1, status = entry_milestone_weight(&a, weights[i].typed, &weight, &e);

		cr_expect_eq(weight, weights[i].weight, "case %zu: %d", i, weight);
		cr_expect_eq(status, weights[i].weight < 0 ? -1 : 0, "case %zu", i);
		if (status)
			cr_expect_str_eq(e.field, "weight");
		arena_free(&a);
	}
}
