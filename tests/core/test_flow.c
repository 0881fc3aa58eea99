/*
 * The state machines: every object in every state with every step. What the rules of the domain say
 * is written down here once more, so that a change of the table in flow.c does not go unseen.
 */
#include "core/rule/flow.h"

#include <criterion/criterion.h>

#include <string.h>

/* A line a state: its word, then for each step the word of the next state or "-". */
struct expectation {
	const char *object, *lines;
};

static const struct expectation expectations[] = {
	{"assignment", "issued received contested - withdrawn issued\n"
		       "received - contested - withdrawn issued\n"
		       "contested received - received withdrawn issued\n"
		       "withdrawn - - - - issued\n"},
	{"report", "none draft submitted - - - - - - -\n"
		   "draft draft submitted - - - - - - -\n"
		   "submitted - - signed accepted returned returned draft - -\n"
		   "signed - - - accepted returned - - submitted -\n"
		   "accepted - - - - - - - - accepted\n"
		   "returned draft submitted - - - - - - -\n"},
	{"milestone", "open done - - dropped open\n"
		      "done - open verified - -\n"
		      "verified - - - - -\n"
		      "dropped - - - - -\n"},
	{"action", "active completion-asked - - - withdrawn\n"
		   "completion-asked - closed-out active - withdrawn\n"
		   "closed-out - - - active withdrawn\n"
		   "withdrawn - - - - -\n"},
	{"request", "asked granted refused taken-back\n"
		    "granted - - -\n"
		    "refused - - -\n"
		    "taken-back - - -\n"},
	{"notice", "issued answered closed\n"
		   "answered - closed\n"
		   "closed - -\n"},
	{"case", "offered selected declined\n"
		 "selected - declined\n"
		 "declined selected -\n"},
};

static const char *line_of(struct arena *a, enum flow_object o, int state)
{
	const char *line = flow_state_word(o, state);

	for (int step = 0; step < flow_nsteps(o); step++) {
		struct err e = ERR_INIT;
		int to = flow_step(o, state, step, &e);
		line = arena_printf(a, "%s %s", line, to < 0 ? "-" : flow_state_word(o, to));
	}
	return arena_printf(a, "%s\n", line);
}

Test(flow, allows_what_the_domain_says)
{
	struct arena a = ARENA_INIT;

	cr_assert_eq(sizeof expectations / sizeof expectations[0], FLOW_OBJECT_COUNT);
	for (int o = 0; o < FLOW_OBJECT_COUNT; o++) {
		const char *lines = "";
		for (int state = 0; state < flow_nstates((enum flow_object)o); state++)
			lines = arena_printf(&a, "%s%s", lines,
					     line_of(&a, (enum flow_object)o, state));
		cr_expect_str_eq(flow_object_word((enum flow_object)o), expectations[o].object);
		cr_expect_str_eq(lines, expectations[o].lines, "%s:\n%s", expectations[o].object,
				 lines);
	}
	arena_free(&a);
}

Test(flow, says_what_to_do_where_it_refuses)
{
	for (int o = 0; o < FLOW_OBJECT_COUNT; o++)
		for (int state = 0; state < flow_nstates((enum flow_object)o); state++)
			for (int step = 0; step < flow_nsteps((enum flow_object)o); step++) {
				struct err e = ERR_INIT;
				if (flow_step((enum flow_object)o, state, step, &e) >= 0)
					continue;
				cr_expect_eq(e.code, ERR_STATE, "%s", e.text);
				cr_expect_neq(strchr(e.text, ';'), NULL,
					      "does not say what to do: %s", e.text);
			}
}

Test(flow, has_one_act_a_step)
{
	for (int o = 0; o < FLOW_OBJECT_COUNT; o++) {
		size_t n;
		const struct flow_rule *rules = flow_rules((enum flow_object)o, &n);
		for (size_t i = 0; i < n; i++)
			cr_expect_eq(rules[i].act, flow_act((enum flow_object)o, rules[i].step),
				     "%s %s", flow_object_word((enum flow_object)o),
				     flow_step_word((enum flow_object)o, rules[i].step));
		for (int step = 0; step < flow_nsteps((enum flow_object)o); step++)
			cr_expect_neq(flow_act((enum flow_object)o, step), ACT_COUNT);
	}
}

Test(flow, names_what_can_be_asked_for)
{
	struct err e = ERR_INIT;
	enum report_state report = REPORT_STATE_COUNT;

	cr_expect_eq(flow_report(REPORT_ACCEPTED, REPORT_SAVE, &report, &e), -1);
	cr_expect_eq(report, REPORT_STATE_COUNT, "a refused step touches the result");
	cr_expect_eq(e.remedy, REQUEST_CORRECTION);
	cr_expect_eq(flow_report(REPORT_DRAFT, REPORT_ACCEPT, &report, &e), -1);
	cr_expect_eq(e.remedy, REQUEST_NONE, "that of the error before stays");
	cr_expect_eq(flow_step(FLOW_ACTION, ACTION_ACTIVE, ACTION_CLOSE_OUT, &e), -1);
	cr_expect_eq(e.remedy, REQUEST_COMPLETION);
	cr_expect_eq(flow_report(REPORT_DRAFT, REPORT_SUBMIT, &report, &e), 0);
	cr_expect_eq(report, REPORT_SUBMITTED);
}
