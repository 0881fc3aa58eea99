/*
 * Pictures made of block characters where those take one column for sure, and of ASCII elsewhere:
 * on a terminal that draws ambiguous characters in two columns a bar of them would be twice as
 * long as it says.
 */
#include "tui/draw/picture.h"

#include <limits.h>

static const struct {
	const char *rich, *plain;
} signs[SIGN_COUNT] = {
#define PICTURE_SIGN_ROW(id, rich, plain) [id] = {rich, plain},
	PICTURE_SIGNS(PICTURE_SIGN_ROW)
#undef PICTURE_SIGN_ROW
};

static const char *const rich_levels[] = {"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
static const char *const plain_levels[] = {".", ":", "-", "=", "+", "*", "#"};

enum { MOST_PARTS = 4 };
static const char *const rich_fills[MOST_PARTS] = {"█", "▓", "▒", "░"};
static const char *const plain_fills[MOST_PARTS] = {"#", "=", "+", "-"};

static bool is_rich(const struct canvas *c)
{
	return c->grid->look == LOOK_NARROW;
}

const char *picture_sign(const struct canvas *c, enum picture_sign sign)
{
	return is_rich(c) ? signs[sign].rich : signs[sign].plain;
}

const char *picture_fill(const struct canvas *c, int i)
{
	return is_rich(c) ? rich_fills[i] : plain_fills[i];
}

/* The lowest level is for 0 alone, the highest for `most` alone. */
static const char *level(const struct canvas *c, int value, int most)
{
	int last = (int)(is_rich(c) ? sizeof rich_levels / sizeof rich_levels[0]
				    : sizeof plain_levels / sizeof plain_levels[0]) -
		   1;
	int i = most > 0 ? value * last / most : 0;

	i = i > last ? last : i;
	return is_rich(c) ? rich_levels[i] : plain_levels[i];
}

int picture_spark(struct canvas *c, int y, int x, int cols, int style, const int *values, size_t n,
		  int most)
{
	size_t skipped = cols > 0 && n > (size_t)cols ? n - (size_t)cols : 0;

	if (cols <= 0)
		return 0;
	for (size_t i = skipped; i < n; i++)
		canvas_text(c, y, x + (int)(i - skipped), style,
			    values[i] < 0 ? " " : level(c, values[i], most));
	return (int)(n - skipped);
}

void picture_gauge(struct canvas *c, int y, int x, int cols, int percent, int target, int style)
{
	enum { FIGURE = 5, LEAST = 8 }; /* " 100%" as in canvas_bar() */
	int room = cols - FIGURE;

	canvas_bar(c, y, x, cols, percent, style);
	if (cols < LEAST || percent < 0 || target < 0)
		return;

	int at = (target > 100 ? 100 : target) * room / 100;
	canvas_text(c, y, x + (at < room ? at : room - 1), STYLE_STRONG,
		    picture_sign(c, SIGN_TODAY));
}

/* The part that has most columns beyond its exact share and can spare one (-1: none can), or, with
 * `lacks`, most below it. */
static int farthest(const struct picture_part *parts, int n, int cols, int whole, const int *widths,
		    bool lacks)
{
	int found = -1, most = INT_MIN;

	for (int i = 0; i < n; i++) {
		int beyond = widths[i] * whole - parts[i].count * cols;

		beyond = lacks ? -beyond : beyond;
		if (beyond <= most || (!lacks && widths[i] < 2))
			continue;
		most = beyond;
		found = i;
	}
	return found;
}

/* Columns of every part: its share rounded down, what is left goes to those that lost most by it.
 * A part that would not be seen gets a column of one that has more than its share. */
static void divide(const struct picture_part *parts, int n, int cols, int *widths)
{
	int whole = 0, left = cols;

	for (int i = 0; i < n; i++)
		whole += parts[i].count;
	for (int i = 0; i < n; i++) {
		widths[i] = whole ? parts[i].count * cols / whole : 0;
		left -= widths[i];
	}
	if (!whole)
		return;
	for (; left > 0; left--) {
		int at = farthest(parts, n, cols, whole, widths, true);
		if (at < 0)
			return;
		widths[at]++;
	}
	for (int i = 0; i < n; i++) {
		int from = farthest(parts, n, cols, whole, widths, false);

		if (!parts[i].count || widths[i] || from < 0)
			continue;
		widths[from]--;
		widths[i] = 1;
	}
}

void picture_shares(struct canvas *c, int y, int x, int cols, const struct picture_part *parts,
		    int n)
{
	int widths[MOST_PARTS];

	n = n < MOST_PARTS ? n : MOST_PARTS;
	divide(parts, n, cols, widths);
	for (int i = 0, end = x + cols; i < n; i++)
		for (int j = 0; j < widths[i] && x < end; j++)
			canvas_text(c, y, x++, parts[i].style, picture_fill(c, i));
}
