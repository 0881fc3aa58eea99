/* A check by its name. What it has found before is forgotten, so that one `struct doctor` serves
 * for several checks, or for one before and after a change. */
#include "tests/cli/doctor_desk.h"

const char *doctor_desk_find(struct doctor *doctor, const struct doctor_check *checks,
			     const char *id, enum doctor_state state)
{
	const struct doctor_check *c = checks;
	const struct doctor_finding *first;

	while (c->id && strcmp(c->id, id) != 0)
		c++;
	cr_assert(c->id, "%s", id);
	doctor->findings.n = 0;
	doctor->now = c;
	c->run(doctor);
	cr_assert_gt(doctor->findings.n, 0);
	first = &doctor->findings.at[0];
	cr_expect_str_eq(first->id, id);
	cr_expect_eq(first->state, state, "%d: %s", first->state, first->text);
	return first->text;
}
