/* Formats of numbers. Most are a set of characters and one of a few ways of putting them together.
 */
#include "convert/number.h"

#include "core/text/utf8.h"

#include <stdio.h>
#include <string.h>

/* Ways of putting a number together from its characters. */
enum how {
	FIGURES,  /* in figures, at least as many as the set is long ("00"); "" for one */
	COUNTING, /* 一百二十三: ten digits, then the words for 10, 100, 1000 */
	DIGITS,	  /* 一二三: ten digits, one after the other */
	CYCLE,	  /* the n-th character of the set; figures behind its end */
	LETTERS,  /* the n-th character, doubled after the last: aa, bb */
	ROMAN,	  /* i v x l c d m */
	RANGE,	  /* from the first character on as many as the second part counts */
	NOTHING,
};

static const struct format {
	const char *name;
	enum how how;
	const char *set;
} formats[] = {
	{"decimal", FIGURES, ""},
	{"decimalZero", FIGURES, "00"},
	{"decimalHalfWidth", FIGURES, ""},
	{"chineseCounting", COUNTING, "〇一二三四五六七八九十百千"},
	{"chineseCountingThousand", COUNTING, "〇一二三四五六七八九十百千"},
	{"japaneseCounting", COUNTING, "〇一二三四五六七八九十百千"},
	{"taiwaneseCounting", COUNTING, "〇一二三四五六七八九十百千"},
	{"taiwaneseCountingThousand", COUNTING, "〇一二三四五六七八九十百千"},
	{"chineseLegalSimplified", COUNTING, "零壹贰叁肆伍陆柒捌玖拾佰仟"},
	{"ideographLegalTraditional", COUNTING, "零壹貳參肆伍陸柒捌玖拾佰仟"},
	{"ideographDigital", DIGITS, "〇一二三四五六七八九"},
	{"japaneseDigitalTenThousand", DIGITS, "〇一二三四五六七八九"},
	{"taiwaneseDigital", DIGITS, "〇一二三四五六七八九"},
	{"decimalFullWidth", DIGITS, "０１２３４５６７８９"},
	{"decimalFullWidth2", DIGITS, "０１２３４５６７８９"},
	{"ideographTraditional", CYCLE, "甲乙丙丁戊己庚辛壬癸"},
	{"ideographZodiac", CYCLE, "子丑寅卯辰巳午未申酉戌亥"},
	{"ideographEnclosedCircle", RANGE, "㊀10"},
	{"decimalEnclosedCircle", RANGE, "①20"},
	{"decimalEnclosedCircleChinese", RANGE, "①20"},
	{"decimalEnclosedParen", RANGE, "⑴20"},
	{"decimalEnclosedFullstop", RANGE, "⒈20"},
	{"lowerLetter", LETTERS, "abcdefghijklmnopqrstuvwxyz"},
	{"upperLetter", LETTERS, "ABCDEFGHIJKLMNOPQRSTUVWXYZ"},
	{"lowerRoman", ROMAN, "ivxlcdm"},
	{"upperRoman", ROMAN, "IVXLCDM"},
	{"none", NOTHING, ""},
	{"bullet", NOTHING, ""},
};

/* The n-th character of a set, from 0; *set moves behind it. */
static char *add_nth(char *to, const char *set, long n)
{
	const char *end = set + strlen(set);
	uint32_t cp = 0;

	for (long i = 0; i <= n && set < end; i++)
		set += utf8_decode(set, end, &cp);
	return to + utf8_encode(cp, to);
}

static long count(const char *set)
{
	return (long)utf8_length(set);
}

/* 10 is 十 and not 一十, 105 is 一百〇五. */
static char *add_counting(char *to, const char *set, long n)
{
	long unit = 1000;
	bool begun = false, gap = false;

	for (int place = 3; place >= 0; place--, unit /= 10) {
		long digit = n / unit % 10;

		if (digit == 0) {
			gap = begun;
			continue;
		}
		if (gap)
			to = add_nth(to, set, 0);
		if (!(place == 1 && digit == 1 && !begun))
			to = add_nth(to, set, digit);
		if (place > 0)
			to = add_nth(to, set, 9 + place);
		begun = true;
		gap = false;
	}
	return to;
}

static char *add_digits(char *to, const char *set, long n)
{
	long unit = 1;

	while (n / unit >= 10)
		unit *= 10;
	for (; unit > 0; unit /= 10)
		to = add_nth(to, set, n / unit % 10);
	return to;
}

static char *add_letters(char *to, const char *set, long n)
{
	for (long i = (n - 1) / 26; i >= 0; i--)
		to = add_nth(to, set, (n - 1) % 26);
	return to;
}

/* One place of a Roman number: its letters for one, five and ten stand from `one` on in the set. */
static char *add_roman_place(char *to, const char *set, long one, long digit)
{
	static const char *const letters[] = {"",  "0",	 "00",	"000",	"01",
					      "1", "10", "100", "1000", "02"};

	for (const char *s = letters[digit]; *s; s++)
		to = add_nth(to, set, one + (*s - '0'));
	return to;
}

static char *add_roman(char *to, const char *set, long n)
{
	to = add_roman_place(to, set, 6, n / 1000);
	to = add_roman_place(to, set, 4, n / 100 % 10);
	to = add_roman_place(to, set, 2, n / 10 % 10);
	return add_roman_place(to, set, 0, n % 10);
}

static char *add_of_range(char *to, const char *set, long n)
{
	uint32_t first;
	const char *end = set + strlen(set);

	utf8_decode(set, end, &first);
	return to + utf8_encode(first + (uint32_t)n - 1, to);
}

/* How far a format counts; beyond it there are figures. */
static long last_of(const struct format *f)
{
	switch (f->how) {
	case CYCLE:
		return count(f->set);
	case RANGE:
		return strstr(f->set, "10") ? 10 : 20;
	case LETTERS:
		return 26 * 20;
	case ROMAN:
		return 3999;
	default:
		return 9999;
	}
}

static const struct format *find_format(const char *name, long n)
{
	const struct format *found = &formats[0];

	for (size_t i = 0; i < sizeof formats / sizeof formats[0]; i++)
		if (strcmp(formats[i].name, name) == 0)
			found = &formats[i];
	return found->how != NOTHING && (n < 1 || n > last_of(found)) ? &formats[0] : found;
}

const char *number_format(const char *format, long n, char text[NUMBER_TEXT])
{
	const struct format *f = find_format(format, n);
	char *to = text;

	switch (f->how) {
	case FIGURES:
		to += snprintf(text, NUMBER_TEXT, "%0*ld", (int)strlen(f->set), n);
		break;
	case COUNTING:
		to = add_counting(to, f->set, n);
		break;
	case DIGITS:
		to = add_digits(to, f->set, n);
		break;
	case CYCLE:
		to = add_nth(to, f->set, n - 1);
		break;
	case LETTERS:
		to = add_letters(to, f->set, n);
		break;
	case ROMAN:
		to = add_roman(to, f->set, n);
		break;
	case RANGE:
		to = add_of_range(to, f->set, n);
		break;
	case NOTHING:
		break;
	}
	*to = '\0';
	return text;
}
