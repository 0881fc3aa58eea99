/* Numbers of lists in the formats of Word. */
#include "convert/number.h"

#include <criterion/criterion.h>
#include <criterion/parameterized.h>

struct example {
	char format[32];
	long n;
	char text[32];
};

ParameterizedTestParameters(number, format)
{
	static struct example examples[] = {
		{"decimal", 1, "1"},
		{"decimal", 120, "120"},
		{"decimalZero", 7, "07"},
		{"decimalZero", 12, "12"},
		{"chineseCounting", 1, "一"},
		{"chineseCounting", 10, "十"},
		{"chineseCounting", 11, "十一"},
		{"chineseCounting", 20, "二十"},
		{"chineseCountingThousand", 99, "九十九"},
		{"chineseCountingThousand", 100, "一百"},
		{"chineseCountingThousand", 101, "一百〇一"},
		{"chineseCountingThousand", 110, "一百一十"},
		{"chineseCountingThousand", 1003, "一千〇三"},
		{"chineseCountingThousand", 9999, "九千九百九十九"},
		{"chineseCountingThousand", 10000, "10000"},
		{"chineseLegalSimplified", 12, "拾贰"},
		{"ideographDigital", 205, "二〇五"},
		{"decimalFullWidth", 13, "１３"},
		{"ideographTraditional", 3, "丙"},
		{"ideographTraditional", 11, "11"},
		{"ideographZodiac", 12, "亥"},
		{"decimalEnclosedCircleChinese", 1, "①"},
		{"decimalEnclosedCircle", 20, "⑳"},
		{"decimalEnclosedCircle", 21, "21"},
		{"decimalEnclosedParen", 2, "⑵"},
		{"ideographEnclosedCircle", 10, "㊉"},
		{"ideographEnclosedCircle", 11, "11"},
		{"lowerLetter", 26, "z"},
		{"upperLetter", 28, "BB"},
		{"lowerRoman", 14, "xiv"},
		{"upperRoman", 1949, "MCMXLIX"},
		{"upperRoman", 4000, "4000"},
		{"bullet", 5, ""},
		{"none", 5, ""},
		{"none", 0, ""},
		{"chineseCounting", 0, "0"},
		{"chineseCounting", -3, "-3"},
		{"unheard-of", 4, "4"},
	};

	return cr_make_param_array(struct example, examples, sizeof examples / sizeof examples[0]);
}

ParameterizedTest(struct example *x, number, format)
{
	char text[NUMBER_TEXT];

	cr_assert_str_eq(number_format(x->format, x->n, text), x->text, "%s %ld: %s", x->format,
			 x->n, text);
}
