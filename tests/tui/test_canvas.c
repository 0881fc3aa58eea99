/* Cells: wide characters at edges, ambiguous ones in the three looks, cutting, bars, frames. */
#include "tui/draw/canvas.h"

#include "core/mem.h"
#include "core/text/utf8.h"
#include "tests/support/canvas_dump.h"

#include <criterion/criterion.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>

static struct grid g;

static struct canvas begin(int cols, int rows, enum look look)
{
	utf8_set_ambiguous_cols(look == LOOK_WIDE ? 2 : 1);
	grid_free(&g);
	grid_init(&g, cols, rows, look);
	return canvas_whole(&g);
}

static void end(void)
{
	grid_free(&g);
	utf8_set_ambiguous_cols(1);
}

static void expect_row(int y, const char *expected)
{
	char *row = grid_dump_row(&g, y);

	cr_expect_str_eq(row, expected);
	free(row);
}

TestSuite(canvas, .fini = end);

Test(canvas, cuts_text_at_the_edge_without_splitting_a_character)
{
	struct canvas c = begin(5, 1, LOOK_NARROW);

	cr_expect_eq(canvas_text(&c, 0, 0, STYLE_NORMAL, "健康区"), 4);
	expect_row(0, "健康");
	cr_expect(g.cells[1].tail && g.cells[3].tail);
	cr_expect_str_eq(g.cells[4].text, " ");
}

Test(canvas, what_nobody_sees_does_not_reach_a_cell)
{
	static const char *const unseen[] = {
		"\xC2\x85",	"\xC2\x9B",			/* controls that a terminal obeys */
		"\xE2\x80\xAE", "\xE2\x80\x8F", "\xE2\x81\xA6", /* other directions */
		"\xE2\x80\x8B", "\xEF\xBB\xBF", "\xE2\x80\x8D", /* no width */
		"\xEF\xB8\x8F", /* another look, and width, of the one before */
	};

	struct canvas c = begin(8, 1, LOOK_NARROW);

	for (size_t i = 0; i < sizeof unseen / sizeof unseen[0]; i++) {
		char *text = xasprintf("a%s健%sb", unseen[i], unseen[i]);
		cr_expect_eq(canvas_text(&c, 0, 0, STYLE_NORMAL, text), 4);
		cr_expect_str_eq(g.cells[0].text, "a", "case %zu", i);
		cr_expect_str_eq(g.cells[1].text, "健", "case %zu", i);
		cr_expect_str_eq(g.cells[3].text, "b", "case %zu", i);
		free(text);
	}
	canvas_text(&c, 0, 0, STYLE_NORMAL, "e\xCC\x81x");
	cr_expect_str_eq(g.cells[0].text, "e\xCC\x81", "a mark stays with its letter");
}

Test(canvas, fields_are_exactly_as_wide_as_asked)
{
	static const struct {
		int cols;
		enum align align;
		const char *text, *row;
	} cases[] = {
		{8, ALIGN_LEFT, "健康", "健康    |"},
		{8, ALIGN_RIGHT, "健康", "    健康|"},
		{8, ALIGN_CENTER, "健康", "  健康  |"},
		{4, ALIGN_LEFT, "健康", "健康|"},
		{4, ALIGN_LEFT, "健康区", "健… |"},
		{5, ALIGN_LEFT, "健康区", "健康…|"},
		{3, ALIGN_RIGHT, "1234", "12…|"},
		{1, ALIGN_LEFT, "健", "…|"},
		{4, ALIGN_LEFT, "a\nb", "a b |"},
		{4, ALIGN_LEFT, "e\u0301e", "e\u0301e  |"},
		{6, ALIGN_LEFT,
		 "\xff"
		 "a",
		 "?a    |"},
	};

	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		struct canvas c = begin(12, 1, LOOK_NARROW);
		canvas_text(&c, 0, cases[i].cols, STYLE_NORMAL, "|");
		canvas_field(&c, 0, 0, cases[i].cols, cases[i].align, STYLE_NORMAL, cases[i].text);
		expect_row(0, cases[i].row);
		grid_free(&g);
	}
	begin(1, 1, LOOK_NARROW);
}

Test(canvas, replaces_ambiguous_characters_where_they_are_not_safe)
{
	static const struct {
		enum look look;
		const char *row;
	} cases[] = {
		{LOOK_NARROW, "★“健康”①…|"},
		{LOOK_ASCII, "*\"健康\"1.|"},
		{LOOK_WIDE, "* \" 健康\" 1)..|"},
	};
	static const char text[] = "★“健康”①…|";

	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		struct canvas c = begin(30, 1, cases[i].look);
		cr_expect_eq(canvas_text(&c, 0, 0, STYLE_NORMAL, text), utf8_cols(text));
		expect_row(0, cases[i].row);
		grid_free(&g);
	}
	begin(1, 1, LOOK_NARROW);
}

Test(canvas, draws_nothing_outside_a_part)
{
	struct canvas c = begin(10, 3, LOOK_NARROW);
	struct canvas part = canvas_sub(&c, 1, 2, 1, 5);

	canvas_text(&part, 0, -2, STYLE_NORMAL, "abcdefghij");
	canvas_text(&part, 1, 0, STYLE_NORMAL, "below");
	canvas_text(&part, -1, 0, STYLE_NORMAL, "above");
	canvas_cursor(&part, 2, 0);
	expect_row(0, "");
	expect_row(1, "  cdefg");
	expect_row(2, "");
	cr_expect_eq(g.cursor_y, -1);
	part = canvas_sub(&c, 5, 5, 5, 5);
	cr_expect_eq(part.rows, 0);
}

Test(canvas, overwriting_half_of_a_wide_character_blanks_the_other_half)
{
	struct canvas c = begin(6, 1, LOOK_NARROW);

	canvas_text(&c, 0, 0, STYLE_NORMAL, "健康");
	canvas_text(&c, 0, 1, STYLE_NORMAL, "x");
	expect_row(0, " x康");
	canvas_text(&c, 0, 2, STYLE_NORMAL, "y");
	expect_row(0, " xy");
	cr_expect_not(g.cells[3].tail);
}

Test(canvas, bars_have_a_form_for_every_width_and_look)
{
	static const struct {
		int cols, percent;
		enum look look;
		const char *row;
	} cases[] = {
		{11, 45, LOOK_NARROW, "██░░░░  45%|"},	{11, 100, LOOK_NARROW, "██████ 100%|"},
		{11, 250, LOOK_NARROW, "██████ 100%|"}, {11, 0, LOOK_ASCII, "------   0%|"},
		{11, 50, LOOK_ASCII, "###---  50%|"},	{7, 45, LOOK_NARROW, "    45%|"},
		{11, -1, LOOK_NARROW, "          -|"},
	};

	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		struct canvas c = begin(20, 1, cases[i].look);
		canvas_text(&c, 0, cases[i].cols, STYLE_NORMAL, "|");
		canvas_bar(&c, 0, 0, cases[i].cols, cases[i].percent, STYLE_BAR);
		expect_row(0, cases[i].row);
		grid_free(&g);
	}
	begin(1, 1, LOOK_NARROW);
}

Test(canvas, paragraphs_wrap_and_say_when_there_is_more)
{
	struct canvas c = begin(10, 4, LOOK_NARROW);

	cr_expect_eq(canvas_paragraph(&c, 0, 0, 10, 2, STYLE_NORMAL, "推进全民健康行动，人人参与"),
		     2);
	expect_row(0, "推进全民健");
	expect_row(1, "康行动，…");
	expect_row(2, "");
	cr_expect_eq(canvas_paragraph(&c, 2, 0, 10, 2, STYLE_NORMAL, ""), 0);
}

Test(canvas, boxes_have_a_title_that_fits)
{
	struct canvas c = begin(14, 3, LOOK_ASCII);

	canvas_box(&c, STYLE_NORMAL, "A long title");
	expect_row(0, "+- A long ..-+");
	expect_row(1, "|            |");
	expect_row(2, "+------------+");
}

Test(canvas, copies_a_part_of_a_larger_grid_with_its_cursor)
{
	struct grid from;
	struct canvas c = begin(6, 2, LOOK_NARROW);

	grid_init(&from, 6, 5, LOOK_NARROW);
	struct canvas all = canvas_whole(&from);
	for (int y = 0; y < 5; y++)
		canvas_printf(&all, y, 0, STYLE_NORMAL, "row %d", y);
	canvas_cursor(&all, 3, 2);
	canvas_copy(&c, &from, 2);
	expect_row(0, "row 2");
	expect_row(1, "row 3");
	cr_expect_eq(g.cursor_y, 1);
	cr_expect_eq(g.cursor_x, 2);
	grid_free(&from);
}

Test(canvas, dumps_styles_and_selection)
{
	struct canvas c = begin(6, 1, LOOK_NARROW);

	canvas_text(&c, 0, 0, STYLE_LAMP_RED, "红");
	canvas_text(&c, 0, 3, STYLE_STRONG, "x");
	canvas_select(&c, 0, 2, 2);
	char *dump = grid_dump(&g, true);
	cr_expect_str_eq(dump, "红 x\n--\n33<.b>\n");
	free(dump);
}

/* Columns that curses, which asks wcwidth(), will count for what stands in the cells; -1 when it is
 * no text for a terminal. */
static int sent_cols(const struct grid *line)
{
	int cols = 0;

	for (int x = 0; x < line->cols; x++) {
		const char *s = line->cells[x].text, *end = s + strlen(s);
		for (bool is_first = true; s < end; is_first = false) {
			uint32_t cp;
			s += utf8_decode(s, end, &cp);
			int width = wcwidth((wchar_t)cp);
			if (width < 0 || (is_first ? width == 0 : width > 0))
				return -1;
			cols += width;
		}
	}
	return cols;
}

static bool is_kept_in_columns(struct grid *line, uint32_t cp)
{
	char text[16] = "|";
	struct canvas c = canvas_whole(line);

	text[1 + utf8_encode(cp, text + 1)] = '\0';
	strcat(text, "|");
	grid_clear(line);
	int cols = canvas_text(&c, 0, 0, STYLE_NORMAL, text);
	return sent_cols(line) == line->cols &&
	       cols == utf8_cp_cols(cp) + 2 + (cp < 0x20 || cp == 0x7F);
}

/* Every code point there is: what is sent takes the columns that layout counted. */
Test(canvas, no_character_shifts_a_column)
{
	int nfaults = 0;

	cr_assert(setlocale(LC_CTYPE, "C.UTF-8"));
	for (int look = LOOK_NARROW; look <= LOOK_ASCII; look++) {
		begin(8, 1, (enum look)look);
		for (uint32_t cp = 1; cp <= 0x10FFFF; cp++)
			if ((cp < 0xD800 || cp > 0xDFFF) && !is_kept_in_columns(&g, cp) &&
			    nfaults++ < 20)
				cr_expect(false, "U+%04X, look %d", cp, look);
	}
	cr_expect_eq(nfaults, 0);
}

/* Emoji of several code points, keycaps, flags: as many columns as they are counted. */
Test(canvas, sequences_of_emoji_keep_their_columns)
{
	static const char *const texts[] = {
		"1\xEF\xB8\x8F\xE2\x83\xA3",
		"🇨🇳",
		"👍🏽",
		"👩‍⚕️",
		"❤️",
		"👨‍👩‍👧‍👦",
		"🏴‍☠️",
		"e\xCC\x81\xCC\x82\xCC\x83\xCC\x84\xCC\x85\xCC\x86",
		"𠀀\xCC\x81",
		"ก็",
	};

	cr_assert(setlocale(LC_CTYPE, "C.UTF-8"));
	for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
		struct canvas c = begin(20, 1, LOOK_NARROW);
		cr_expect_eq(canvas_text(&c, 0, 0, STYLE_NORMAL, texts[i]), utf8_cols(texts[i]),
			     "text %zu", i);
		cr_expect_eq(sent_cols(&g), 20, "text %zu", i);
	}
}
