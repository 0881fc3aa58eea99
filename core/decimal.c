/*
 * Decimal figures. All of them are compared and added as millionths in 128 bits, which hold any
 * figure that can be read, so that no digit is lost on the way.
 */
#include "core/decimal.h"

#include <stddef.h>
#include <string.h>

enum { BEFORE_POINT = 15, AFTER_POINT = 6, DIGITS = 18 };

__extension__ typedef __int128 wide;

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

bool decimal_parse(const char *s, struct decimal *d)
{
	bool negative = *s == '-';
	int64_t mant = 0;
	int before = 0, after = 0;

	s += negative;
	if (!is_digit(*s))
		return false;
	while (s[0] == '0' && is_digit(s[1]))
		s++;
	for (; is_digit(*s) && before < BEFORE_POINT; s++, before++)
		mant = mant * 10 + (*s - '0');
	if (*s == '.') {
		for (s++; is_digit(*s) && after < AFTER_POINT && before + after < DIGITS;
		     s++, after++)
			mant = mant * 10 + (*s - '0');
		if (after == 0)
			return false;
	}
	if (*s)
		return false;
	*d = (struct decimal){.mant = negative ? -mant : mant, .scale = after};
	return true;
}

char *decimal_format(struct decimal d, char out[DECIMAL_TEXT])
{
	char *p = &out[DECIMAL_TEXT - 1];
	uint64_t left = d.mant < 0 ? 0 - (uint64_t)d.mant : (uint64_t)d.mant;

	*p = '\0';
	for (int n = 0; left > 0 || n <= d.scale; n++, left /= 10) {
		if (n > 0 && n == d.scale)
			*--p = '.';
		*--p = (char)('0' + left % 10);
	}
	if (d.mant < 0)
		*--p = '-';
	for (size_t i = 0; (out[i] = p[i]); i++)
		;
	return out;
}

static wide power_of_ten(int n)
{
	wide power = 1;

	for (; n > 0; n--)
		power *= 10;
	return power;
}

static wide millionths(struct decimal d)
{
	return d.mant * power_of_ten(AFTER_POINT - d.scale);
}

int decimal_cmp(struct decimal a, struct decimal b)
{
	wide x = millionths(a), y = millionths(b);

	return (x > y) - (x < y);
}

struct decimal decimal_add(struct decimal a, struct decimal b)
{
	int scale = a.scale > b.scale ? a.scale : b.scale;
	wide sum = (millionths(a) + millionths(b)) / power_of_ten(AFTER_POINT - scale);

	for (; scale > 0 && (sum > INT64_MAX || sum < INT64_MIN); scale--)
		sum /= 10;
	return (struct decimal){.mant = (int64_t)sum, .scale = scale};
}

int decimal_percent(struct decimal a, struct decimal b)
{
	if (a.mant <= 0 || b.mant <= 0)
		return 0;
	wide percent = millionths(a) * 100 / millionths(b);
	return percent > 999 ? 999 : (int)percent;
}

const char *decimal_measure(const char *measure)
{
	return strncmp(measure, "1/", 2) == 0 ? measure + 1 : measure;
}
