/* Decimal figures: what is one, that it stays as printed, and that arithmetic on it is exact. */
#include "core/decimal.h"

#include <criterion/criterion.h>
#include <criterion/parameterized.h>

struct parse_case {
	char text[32], printed[32]; /* printed "" means: not a figure */
};

ParameterizedTestParameters(decimal, reads_figures_only)
{
	static struct parse_case cases[] = {
		{"0", "0"},
		{"9.5", "9.5"},
		{"38.00", "38.00"},
		{"-0.5", "-0.5"},
		{"007", "7"},
		{"0.000001", "0.000001"},
		{"999999999999999", "999999999999999"},
		{"999999999999999.123", "999999999999999.123"},
		{"-999999999999.999999", "-999999999999.999999"},
		{"0000000000000000000001.5", "1.5"},
		{"", ""},
		{"-", ""},
		{".5", ""},
		{"5.", ""},
		{"+5", ""},
		{"--5", ""},
		{"1e3", ""},
		{"1,000", ""},
		{" 1", ""},
		{"1 ", ""},
		{"９", ""},
		{"33%", ""},
		{"1.2.3", ""},
		{"1000000000000000", ""},
		{"0.0000001", ""},
		{"999999999999999.1234", ""},
		{"nan", ""},
	};

	return cr_make_param_array(struct parse_case, cases, sizeof cases / sizeof cases[0]);
}

ParameterizedTest(struct parse_case *c, decimal, reads_figures_only)
{
	struct decimal d = {.mant = -77, .scale = 7};
	char out[DECIMAL_TEXT];
	bool figure = decimal_parse(c->text, &d);

	cr_assert_eq(figure, c->printed[0] != '\0', "\"%s\"", c->text);
	if (figure)
		cr_assert_str_eq(decimal_format(d, out), c->printed);
	else
		cr_assert(d.mant == -77 && d.scale == 7, "\"%s\" touched the result", c->text);
}

static struct decimal figure(const char *text)
{
	struct decimal d;

	cr_assert(decimal_parse(text, &d), "%s", text);
	return d;
}

struct pair_case {
	char a[32], b[32];
	int cmp;
	char sum[32];
	int percent;
};

ParameterizedTestParameters(decimal, computes_exactly)
{
	static struct pair_case cases[] = {
		{"0", "0", 0, "0", 0},
		{"9.5", "9.50", 0, "19.00", 100},
		{"0.1", "0.2", -1, "0.3", 50},
		{"38.00", "37.999999", 1, "75.999999", 100},
		{"-1", "1", -1, "0", 0},
		{"1", "-1", 1, "0", 0},
		{"2", "3", -1, "5", 66},
		{"1999", "2000", -1, "3999", 99},
		{"30", "3", 1, "33", 999},
		{"999999999999999", "0.000001", 1, "999999999999999.000", 999},
		{"999999999999999.999", "999999999999999.999", 0, "1999999999999999.998", 100},
		{"1", "999999999999999", -1, "1000000000000000", 0},
	};

	return cr_make_param_array(struct pair_case, cases, sizeof cases / sizeof cases[0]);
}

ParameterizedTest(struct pair_case *c, decimal, computes_exactly)
{
	struct decimal a = figure(c->a), b = figure(c->b);
	char out[DECIMAL_TEXT];

	cr_assert_eq(decimal_cmp(a, b), c->cmp);
	cr_assert_eq(decimal_cmp(b, a), -c->cmp);
	cr_assert_str_eq(decimal_format(decimal_add(a, b), out), c->sum);
	cr_assert_str_eq(decimal_format(decimal_add(b, a), out), c->sum);
	cr_assert_eq(decimal_percent(a, b), c->percent);
}

Test(decimal, a_rate_is_written_behind_its_figure)
{
	cr_expect_str_eq(decimal_measure("1/10万"), "/10万");
	cr_expect_str_eq(decimal_measure("%"), "%");
	cr_expect_str_eq(decimal_measure(""), "");
}
