/* Pictures in a line, in the three looks: every one takes the columns it was given and no more. */
#include "tui/draw/picture.h"

#include "core/text/utf8.h"
#include "tests/support/canvas_dump.h"

#include <criterion/criterion.h>
#include <stdlib.h>

static struct grid g;

static struct canvas begin(int cols, enum look look)
{
	utf8_set_ambiguous_cols(look == LOOK_WIDE ? 2 : 1);
	grid_init(&g, cols, 1, look);
	return canvas_whole(&g);
}

static void expect_and_end(const char *expected)
{
	char *row = grid_dump_row(&g, 0);

	cr_expect_str_eq(row, expected);
	free(row);
	grid_free(&g);
	utf8_set_ambiguous_cols(1);
}

Test(picture, a_course_of_values_rises_in_every_look)
{
	static const int values[] = {0, 15, 30, 45, 60, -1, 85, 100, 120};
	static const struct {
		enum look look;
		int cols;
		const char *row;
	} cases[] = {
		{LOOK_NARROW, 12, "▁▂▃▄▅ ▆██"}, {LOOK_ASCII, 12, "..:-= *##"},
		{LOOK_WIDE, 12, "..:-= *##"},	{LOOK_NARROW, 3, "▆██"},
		{LOOK_ASCII, 1, "#"},		{LOOK_NARROW, 0, ""},
	};

	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		struct canvas c = begin(12, cases[i].look);
		int cols = picture_spark(&c, 0, 0, cases[i].cols, STYLE_BAR, values, 9, 100);

		cr_expect_eq(cols, cases[i].cols < 9 ? cases[i].cols : 9);
		expect_and_end(cases[i].row);
	}
}

Test(picture, a_bar_shows_where_it_should_be)
{
	static const struct {
		enum look look;
		int cols, percent, target;
		const char *row;
	} cases[] = {
		{LOOK_NARROW, 15, 40, 70, "████░░░│░░  40%"},
		{LOOK_NARROW, 15, 70, 40, "████│██░░░  70%"},
		{LOOK_ASCII, 15, 40, 70, "####---|--  40%"},
		{LOOK_WIDE, 15, 40, 100, "####-----|  40%"},
		{LOOK_NARROW, 15, 40, 300, "████░░░░░│  40%"},
		{LOOK_NARROW, 15, 40, -1, "████░░░░░░  40%"},
		{LOOK_NARROW, 15, -1, 50, "              -"},
		{LOOK_NARROW, 6, 40, 70, "   40%"},
	};

	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		struct canvas c = begin(20, cases[i].look);

		picture_gauge(&c, 0, 0, cases[i].cols, cases[i].percent, cases[i].target,
			      STYLE_BAR);
		expect_and_end(cases[i].row);
	}
}

Test(picture, shares_fill_their_columns_and_small_ones_are_seen)
{
	static const struct {
		enum look look;
		int counts[4];
		const char *row;
	} cases[] = {
		{LOOK_NARROW, {1, 1, 1, 1}, "██▓▓▒▒░░"},  {LOOK_ASCII, {1, 1, 1, 1}, "##==++--"},
		{LOOK_WIDE, {0, 1, 0, 1}, "====----"},	  {LOOK_NARROW, {1, 0, 99, 0}, "█▒▒▒▒▒▒▒"},
		{LOOK_NARROW, {1, 1, 1, 99}, "█▓▒░░░░░"}, {LOOK_NARROW, {0, 0, 0, 0}, ""},
		{LOOK_NARROW, {3, 0, 0, 0}, "████████"},  {LOOK_NARROW, {0, 1, 2, 0}, "▓▓▓▒▒▒▒▒"},
	};

	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		struct canvas c = begin(12, cases[i].look);
		struct picture_part parts[4];

		for (int j = 0; j < 4; j++)
			parts[j] = (struct picture_part){cases[i].counts[j], STYLE_NORMAL};
		picture_shares(&c, 0, 0, 8, parts, 4);
		expect_and_end(cases[i].row);
	}
}

Test(picture, shares_are_rounded_to_what_is_nearest)
{
	static const struct {
		int cols, counts[4], widths[4];
	} cases[] = {
		{10, {7, 8, 3, 0}, {4, 4, 2, 0}},  {10, {2, 3, 1, 0}, {3, 5, 2, 0}},
		{10, {1, 1, 1, 0}, {4, 3, 3, 0}},  {10, {0, 1, 999, 0}, {0, 1, 9, 0}},
		{24, {7, 8, 3, 0}, {9, 11, 4, 0}}, {8, {1, 1, 1, 97}, {1, 1, 1, 5}},
		{3, {1, 1, 1, 1}, {1, 1, 1, 0}},   {1, {1, 5, 0, 0}, {0, 1, 0, 0}},
		{8, {13, 0, 0, 13}, {4, 0, 0, 4}}, {0, {3, 1, 0, 0}, {0, 0, 0, 0}},
	};

	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		struct canvas c = begin(24, LOOK_ASCII);
		struct picture_part parts[4];
		struct strbuf row = STRBUF_INIT;

		strbuf_puts(&row, "");
		for (int j = 0; j < 4; j++) {
			parts[j] = (struct picture_part){cases[i].counts[j], STYLE_NORMAL};
			strbuf_pad(&row, picture_fill(&c, j)[0], cases[i].widths[j]);
		}
		picture_shares(&c, 0, 0, cases[i].cols, parts, 4);
		expect_and_end(row.s);
		strbuf_free(&row);
	}
}

Test(picture, every_sign_is_one_column_in_every_look)
{
	for (int look = LOOK_NARROW; look <= LOOK_ASCII; look++) {
		for (int sign = 0; sign < SIGN_COUNT; sign++) {
			struct canvas c = begin(4, (enum look)look);
			const char *text = picture_sign(&c, (enum picture_sign)sign);

			cr_expect_eq(canvas_text(&c, 0, 0, STYLE_NORMAL, text), 1);
			expect_and_end(text);
		}
	}
}
