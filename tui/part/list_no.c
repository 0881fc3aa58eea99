/*
 * The order of numbers as plans print them. A number is a row of counts, however each is written:
 * "(十二).3", "12.3" and "第十二项 ③" count alike, whatever stands between.
 */
#include "tui/part/list_sort.h"

#include "core/text/utf8.h"

#include <string.h>
#include <uchar.h>

enum { MOST_PARTS = 6, MOST_COUNT = 1000000 };

struct count {
	int sum, digit; /* 百 and 十 multiply the digit before them */
	bool any;
};

static int han_digit(uint32_t cp)
{
	static const char32_t digits[] = U"〇一二三四五六七八九";

	for (int i = 0; i < 10; i++)
		if (digits[i] == (char32_t)cp)
			return i;
	return -1;
}

/* Takes a character into the count; false when it is no part of a number. */
static bool take(struct count *n, uint32_t cp)
{
	int unit = cp == U'十' ? 10 : cp == U'百' ? 100 : 0, digit = han_digit(cp);

	if (cp >= '0' && cp <= '9') {
		if (n->digit < MOST_COUNT)
			n->digit = n->digit * 10 + (int)(cp - '0');
	} else if (cp >= U'①' && cp <= U'⑳') {
		n->digit = (int)(cp - U'①') + 1;
	} else if (unit) {
		n->sum += (n->digit ? n->digit : 1) * unit;
		n->digit = 0;
	} else if (digit >= 0) {
		n->digit = digit;
	} else {
		return false;
	}
	n->any = true;
	return true;
}

static int read_counts(const char *no, int counts[MOST_PARTS])
{
	const char *end = no + strlen(no);
	struct count n = {0};
	int parts = 0;
	uint32_t cp;

	while (no < end && parts < MOST_PARTS) {
		no += utf8_decode(no, end, &cp);
		bool taken = take(&n, utf8_halfwidth(cp));

		if (n.any && (!taken || no == end)) {
			counts[parts++] = n.sum + n.digit;
			n = (struct count){0};
		}
	}
	return parts;
}

int list_compare_no(const char *a, const char *b)
{
	int x[MOST_PARTS], y[MOST_PARTS], nx = read_counts(a, x), ny = read_counts(b, y);

	for (int i = 0; i < nx && i < ny; i++)
		if (x[i] != y[i])
			return x[i] < y[i] ? -1 : 1;
	if (nx != ny) /* what has no number at all stands behind */
		return nx && (nx < ny || !ny) ? -1 : 1;
	return strcmp(a, b);
}
