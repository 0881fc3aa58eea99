/* The state machines: every state with every step, and that each refusal says what to do. */
#include "core/flow.h"

#include <criterion/criterion.h>
#include <criterion/parameterized.h>

#include <string.h>

struct step_case {
	int from, step, to; /* to -1: refused */
};

enum { NO = -1, MAX_CASES = 64 };

static struct step_case cases[MAX_CASES];

/* Rows: states; columns: steps. */
static const int reports[REPORT_STATE_COUNT][REPORT_STEP_COUNT] = {
	/* SAVE, SUBMIT, SIGN, ACCEPT, RETURN, RECALL, UNSIGN */
	[REPORT_NONE] = {REPORT_DRAFT, REPORT_SUBMITTED, NO, NO, NO, NO, NO},
	[REPORT_DRAFT] = {REPORT_DRAFT, REPORT_SUBMITTED, NO, NO, NO, NO, NO},
	[REPORT_SUBMITTED] = {NO, NO, REPORT_SIGNED, REPORT_ACCEPTED, REPORT_RETURNED, REPORT_DRAFT,
			      NO},
	[REPORT_SIGNED] = {NO, NO, NO, REPORT_ACCEPTED, REPORT_RETURNED, NO, REPORT_SUBMITTED},
	[REPORT_ACCEPTED] = {NO, NO, NO, NO, NO, NO, NO},
	[REPORT_RETURNED] = {REPORT_DRAFT, REPORT_SUBMITTED, NO, NO, NO, NO, NO},
};

static const int milestones[MILESTONE_STATE_COUNT][MILESTONE_STEP_COUNT] = {
	/*                      FINISH       REOPEN       VERIFY           DROP */
	[MILESTONE_OPEN] = {MILESTONE_DONE, NO, NO, MILESTONE_DROPPED},
	[MILESTONE_DONE] = {NO, MILESTONE_OPEN, MILESTONE_VERIFIED, NO},
	[MILESTONE_VERIFIED] = {NO, NO, NO, NO},
	[MILESTONE_DROPPED] = {NO, NO, NO, NO},
};

static size_t fill_cases(const int *table, int nstates, int nsteps)
{
	size_t n = 0;

	for (int from = 0; from < nstates; from++)
		for (int step = 0; step < nsteps; step++)
			cases[n++] = (struct step_case){from, step, table[from * nsteps + step]};
	return n;
}

static void check_refusal(const struct err *e)
{
	cr_assert_eq(e->code, ERR_STATE, "%s", e->text);
	cr_assert_neq(strchr(e->text, ';'), NULL, "does not say what to do: %s", e->text);
}

ParameterizedTestParameters(flow, of_reports)
{
	size_t n = fill_cases(&reports[0][0], REPORT_STATE_COUNT, REPORT_STEP_COUNT);

	return cr_make_param_array(struct step_case, cases, n);
}

ParameterizedTest(struct step_case *c, flow, of_reports)
{
	enum report_state to = REPORT_STATE_COUNT;
	struct err e = ERR_INIT;
	int status = flow_report((enum report_state)c->from, (enum report_step)c->step, &to, &e);

	if (c->to == NO) {
		cr_assert_eq(status, -1, "%d by %d", c->from, c->step);
		cr_assert_eq(to, REPORT_STATE_COUNT, "a refused step touches the result");
		check_refusal(&e);
	} else {
		cr_assert_eq(status, 0, "%d by %d: %s", c->from, c->step, e.text);
		cr_assert_eq((int)to, c->to);
	}
}

ParameterizedTestParameters(flow, of_milestones)
{
	size_t n = fill_cases(&milestones[0][0], MILESTONE_STATE_COUNT, MILESTONE_STEP_COUNT);

	return cr_make_param_array(struct step_case, cases, n);
}

ParameterizedTest(struct step_case *c, flow, of_milestones)
{
	enum milestone_state to = MILESTONE_STATE_COUNT;
	struct err e = ERR_INIT;
	int status = flow_milestone((enum milestone_state)c->from, (enum milestone_step)c->step,
				    &to, &e);

	if (c->to == NO) {
		cr_assert_eq(status, -1, "%d by %d", c->from, c->step);
		cr_assert_eq(to, MILESTONE_STATE_COUNT, "a refused step touches the result");
		check_refusal(&e);
	} else {
		cr_assert_eq(status, 0, "%d by %d: %s", c->from, c->step, e.text);
		cr_assert_eq((int)to, c->to);
	}
}

Test(flow, names_its_steps_for_the_log)
{
	cr_assert_str_eq(report_step_word(REPORT_SAVE), "save");
	cr_assert_str_eq(report_step_word(REPORT_RETURN), "return");
	cr_assert_str_eq(report_step_word(REPORT_UNSIGN), "unsign");
	cr_assert_str_eq(milestone_step_word(MILESTONE_FINISH), "finish");
	cr_assert_str_eq(milestone_step_word(MILESTONE_DROP), "drop");
}
