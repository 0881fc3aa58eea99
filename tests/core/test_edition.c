/* Which edition of a report its text is held against. */
#include "core/rule/edition.h"

#include <criterion/criterion.h>
#include <criterion/parameterized.h>

enum { NONE = -1 };

struct edition_case {
	enum edition_kind kinds[6];
	size_t n;
	enum report_state state;
	int handed_in, accepted; /* place of the one that is expected */
};

#define S EDITION_SUBMITTED
#define A EDITION_ACCEPTED
#define C EDITION_CORRECTED
ParameterizedTestParameters(edition, holds_a_text_against_the_one_before)
{
	static struct edition_case cases[] = {
		{{S}, 0, REPORT_DRAFT, NONE, NONE},
		{{S}, 1, REPORT_SUBMITTED, NONE, NONE},
		{{S}, 1, REPORT_DRAFT, 0, NONE}, /* taken back, and written on */
		{{S}, 1, REPORT_RETURNED, NONE, NONE},
		{{S, S}, 2, REPORT_SIGNED, 0, NONE},
		{{S, S, A}, 3, REPORT_ACCEPTED, 0, NONE},
		{{S, A, C}, 3, REPORT_ACCEPTED, NONE, 1},
		{{S, A, C, C}, 4, REPORT_ACCEPTED, NONE, 2},
	};

	return cr_make_param_array(struct edition_case, cases, sizeof cases / sizeof cases[0]);
}

ParameterizedTest(struct edition_case *c, edition, holds_a_text_against_the_one_before)
{
	struct report_edition_row at[6] = {0};
	const struct report_edition_rows rows = {.at = at, .n = c->n};
	const struct report_edition_row *handed_in, *accepted;

	for (size_t i = 0; i < c->n; i++)
		at[i].kind = c->kinds[i];
	handed_in = edition_handed_in_before(&rows, c->state);
	accepted = edition_accepted_before(&rows, c->state);
	cr_assert_eq(handed_in, c->handed_in == NONE ? NULL : &at[c->handed_in]);
	cr_assert_eq(accepted, c->accepted == NONE ? NULL : &at[c->accepted]);
}

Test(edition, the_last_of_a_kind)
{
	struct report_edition_row at[] = {{.kind = S}, {.kind = S}, {.kind = A}};
	const struct report_edition_rows rows = {.at = at, .n = 3};

	cr_assert_eq(edition_last(&rows, S), &at[1]);
	cr_assert_eq(edition_last(&rows, A), &at[2]);
	cr_assert_eq(edition_last(&rows, C), NULL);
}
