/* Editing: characters, words, lines, undo, pastes, limits, wrapped rows. */
#include "tui/part/edit.h"

#include "core/utf8.h"
#include "tests/support/canvas_dump.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

static struct edit e;

static void begin(void)
{
	edit_init(&e, true, 0);
}

static void end(void)
{
	edit_free(&e);
}

TestSuite(edit, .init = begin, .fini = end);

static void type(const char *text)
{
	for (size_t n; (n = utf8_cluster(text)) > 0; text += n) {
		struct key k = {.kind = INPUT_TEXT};
		memcpy(k.text, text, n);
		edit_key(&e, &k);
	}
}

static enum edit_event paste(const char *text)
{
	struct key k = {.kind = INPUT_PASTE, .paste = text, .paste_nbytes = strlen(text)};

	return edit_key(&e, &k);
}

/* The text with "|" where the cursor is. */
static void expect(const char *marked)
{
	char *s = xasprintf("%.*s|%s", (int)e.at, e.text.s, e.text.s + e.at);

	cr_expect_str_eq(s, marked);
	free(s);
}

Test(edit, types_and_deletes_whole_characters)
{
	type("健康e\u0301区");
	expect("健康e\u0301区|");
	edit_act(&e, DO_EDIT_BACKSPACE, 40);
	edit_act(&e, DO_EDIT_BACKSPACE, 40);
	expect("健康|");
	edit_act(&e, DO_EDIT_LEFT, 40);
	type("民");
	expect("健民|康");
	edit_act(&e, DO_EDIT_DELETE, 40);
	edit_act(&e, DO_EDIT_DELETE, 40);
	expect("健民|");
	edit_act(&e, DO_EDIT_HOME, 40);
	cr_expect_eq(edit_act(&e, DO_EDIT_BACKSPACE, 40), EDIT_MOVED);
	expect("|健民");
}

/* Where the word keys stop on the way from one end to the other. */
static const struct {
	const char *right, *left;
} words[] = {
	{"|已完|成|12|所学|校，|建档 |abc |def|", "|已|完成|12|所|学校，|建档 |abc |def|"},
	{"|区卫|生健|康局|的|报告|和|统计|", "|区卫|生健|康局|的|报告|和|统计|"},
	{"|12.5%，|约 |1,200|人次|", "|12.5%，|约 |1,200|人次|"},
	{"|first |line\n|第二|行|", "|first |line\n|第|二行|"},
	{"|视力|筛查（|二期）|", "|视力|筛查（|二期）|"},
	{"|ＡＢ１|区|", "|ＡＢ１|区|"},
};

/* The text with "|" at every stop of this key. Given. */
static char *stops_of(const char *text, enum action first, enum action step)
{
	bool stops[128] = {false};
	struct strbuf marked = STRBUF_INIT;

	edit_set(&e, text);
	edit_act(&e, first, 80);
	for (size_t was = SIZE_MAX; e.at != was; edit_act(&e, step, 80)) {
		stops[e.at] = true;
		was = e.at;
	}
	for (size_t at = 0; at <= e.text.nbytes; at++) {
		if (stops[at])
			strbuf_putc(&marked, '|');
		if (at < e.text.nbytes)
			strbuf_putc(&marked, text[at]);
	}
	return strbuf_detach(&marked);
}

Test(edit, words_end_at_signs_and_scripts_and_every_second_ideograph)
{
	for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
		struct strbuf plain = STRBUF_INIT;

		for (const char *p = words[i].right; *p; p++)
			if (*p != '|')
				strbuf_putc(&plain, *p);
		char *right = stops_of(plain.s, DO_EDIT_FIRST, DO_EDIT_WORD_RIGHT);
		char *left = stops_of(plain.s, DO_EDIT_LAST, DO_EDIT_WORD_LEFT);
		cr_expect_str_eq(right, words[i].right);
		cr_expect_str_eq(left, words[i].left);
		free(right);
		free(left);
		strbuf_free(&plain);
	}
}

Test(edit, deletes_a_word_on_either_side)
{
	edit_set(&e, "已完成12所学校，建档");
	e.at = strlen("已完成12");
	edit_act(&e, DO_EDIT_DELETE_WORD, 80);
	expect("已完成|所学校，建档");
	edit_act(&e, DO_EDIT_DELETE_WORD_RIGHT, 80);
	expect("已完成|校，建档");
	edit_act(&e, DO_EDIT_DELETE_WORD_RIGHT, 80);
	expect("已完成|建档");
	edit_act(&e, DO_EDIT_UNDO, 80);
	edit_act(&e, DO_EDIT_UNDO, 80);
	edit_act(&e, DO_EDIT_UNDO, 80);
	expect("已完成12|所学校，建档");
}

Test(edit, deletes_to_the_ends_of_the_line)
{
	edit_set(&e, "one\ntwo three\nfour");
	e.at = 7;
	edit_act(&e, DO_EDIT_DELETE_RIGHT, 80);
	expect("one\ntwo|\nfour");
	edit_act(&e, DO_EDIT_DELETE_LEFT, 80);
	expect("one\n|\nfour");
}

Test(edit, undo_takes_back_run_by_run_and_redo_brings_them_again)
{
	type("甲乙");
	edit_act(&e, DO_EDIT_LEFT, 80);
	type("丙丁");
	edit_act(&e, DO_EDIT_BACKSPACE, 80);
	edit_act(&e, DO_EDIT_BACKSPACE, 80);
	edit_act(&e, DO_EDIT_BACKSPACE, 80);
	expect("|乙");
	cr_expect_eq(edit_act(&e, DO_EDIT_UNDO, 80), EDIT_CHANGED);
	expect("甲丙丁|乙");
	edit_act(&e, DO_EDIT_UNDO, 80);
	expect("甲|乙");
	edit_act(&e, DO_EDIT_UNDO, 80);
	expect("|");
	cr_expect_eq(edit_act(&e, DO_EDIT_UNDO, 80), EDIT_NOTHING);
	edit_act(&e, DO_EDIT_REDO, 80);
	edit_act(&e, DO_EDIT_REDO, 80);
	expect("甲丙丁|乙");
	edit_act(&e, DO_EDIT_REDO, 80);
	expect("|乙");
	cr_expect_eq(edit_act(&e, DO_EDIT_REDO, 80), EDIT_NOTHING);
}

Test(edit, what_is_typed_after_undo_ends_the_redo)
{
	type("甲");
	edit_act(&e, DO_EDIT_UNDO, 80);
	type("乙");
	cr_expect_eq(edit_act(&e, DO_EDIT_REDO, 80), EDIT_NOTHING);
	expect("乙|");
	edit_set(&e, "新");
	cr_expect_eq(edit_act(&e, DO_EDIT_UNDO, 80), EDIT_NOTHING);
	expect("新|");
}

Test(edit, one_step_is_at_most_a_sentence)
{
	type("第一句。第二句；three");
	edit_act(&e, DO_EDIT_NEWLINE, 80);
	type("four");
	edit_act(&e, DO_EDIT_UNDO, 80);
	expect("第一句。第二句；three\n|");
	edit_act(&e, DO_EDIT_UNDO, 80);
	expect("第一句。第二句；|");
	edit_act(&e, DO_EDIT_UNDO, 80);
	expect("第一句。|");
}

Test(edit, deleting_forward_is_one_step)
{
	edit_set(&e, "甲乙丙");
	edit_act(&e, DO_EDIT_HOME, 80);
	edit_act(&e, DO_EDIT_DELETE, 80);
	edit_act(&e, DO_EDIT_DELETE, 80);
	expect("|丙");
	edit_act(&e, DO_EDIT_UNDO, 80);
	expect("|甲乙丙");
}

Test(edit, the_last_steps_can_be_taken_back_and_no_more)
{
	for (int i = 0; i < EDIT_STEPS + 20; i++)
		type("句。");
	for (int i = 0; i < EDIT_STEPS; i++)
		cr_assert_eq(edit_act(&e, DO_EDIT_UNDO, 80), EDIT_CHANGED);
	cr_expect_eq(edit_act(&e, DO_EDIT_UNDO, 80), EDIT_NOTHING);
	cr_expect_eq(utf8_length(edit_text(&e)), 40);
	for (int i = 0; i < EDIT_STEPS; i++)
		cr_assert_eq(edit_act(&e, DO_EDIT_REDO, 80), EDIT_CHANGED);
	cr_expect_eq(utf8_length(edit_text(&e)), 2 * (EDIT_STEPS + 20));
}

static void act_times(enum action a, int n)
{
	while (n-- > 0)
		edit_act(&e, a, 80);
}

static void expect_selected(const char *text)
{
	size_t from, to;
	bool some = edit_selection(&e, &from, &to);

	cr_expect_eq(some, *text != '\0');
	if (some) {
		cr_expect_eq(to - from, strlen(text));
		cr_expect_eq(strncmp(edit_text(&e) + from, text, to - from), 0, "%s", text);
	}
}

Test(edit, shift_and_moving_select)
{
	edit_set(&e, "完成视力筛查 abc");
	act_times(DO_EDIT_SELECT_LEFT, 2);
	expect_selected("bc");
	edit_act(&e, DO_EDIT_SELECT_WORD_LEFT, 80);
	edit_act(&e, DO_EDIT_SELECT_WORD_LEFT, 80);
	expect_selected("筛查 abc");
	edit_act(&e, DO_EDIT_SELECT_RIGHT, 80);
	expect_selected("查 abc");
	edit_act(&e, DO_EDIT_SELECT_HOME, 80);
	expect_selected("完成视力筛查 abc");
	edit_act(&e, DO_EDIT_RIGHT, 80);
	expect_selected("");
	expect("完成视力筛查 abc|");
	edit_act(&e, DO_EDIT_SELECT_HOME, 80);
	edit_act(&e, DO_EDIT_LEFT, 80);
	expect("|完成视力筛查 abc");
	edit_act(&e, DO_EDIT_SELECT_DOWN, 80); /* nowhere to go, but not out of the field */
	expect_selected("");
}

Test(edit, the_mark_key_selects_without_shift)
{
	edit_set(&e, "完成视力筛查");
	edit_act(&e, DO_EDIT_HOME, 80);
	edit_act(&e, DO_EDIT_MARK, 80);
	act_times(DO_EDIT_RIGHT, 2);
	expect_selected("完成");
	edit_act(&e, DO_EDIT_WORD_RIGHT, 80);
	expect_selected("完成视力");
	edit_act(&e, DO_EDIT_MARK, 80);
	expect_selected("");
	edit_act(&e, DO_EDIT_MARK, 80);
	edit_act(&e, DO_EDIT_MARK, 80);
	expect_selected("完成视力筛查");
	edit_act(&e, DO_EDIT_BACKSPACE, 80);
	expect("|");
	edit_act(&e, DO_EDIT_UNDO, 80);
	edit_act(&e, DO_EDIT_LEFT, 80);
	expect_selected("");
}

Test(edit, what_is_cut_or_copied_can_be_put_in_elsewhere)
{
	struct edit other;

	edit_set(&e, "完成视力筛查");
	cr_expect_eq(edit_act(&e, DO_EDIT_COPY, 80), EDIT_NOTHING);
	act_times(DO_EDIT_SELECT_LEFT, 2);
	cr_expect_eq(edit_act(&e, DO_EDIT_COPY, 80), EDIT_MOVED);
	expect_selected("筛查");
	act_times(DO_EDIT_LEFT, 1);
	edit_act(&e, DO_EDIT_PASTE, 80);
	expect("完成视力筛查|筛查");
	edit_act(&e, DO_EDIT_SELECT_HOME, 80);
	cr_expect_eq(edit_act(&e, DO_EDIT_CUT, 80), EDIT_CHANGED);
	expect("|筛查");
	edit_init(&other, false, 8);
	cr_expect_eq(edit_act(&other, DO_EDIT_PASTE, 80), EDIT_CHANGED);
	cr_expect_eq(edit_act(&other, DO_EDIT_PASTE, 80), EDIT_FULL);
	cr_expect_str_eq(edit_text(&other), "完成视力筛查完成");
	cr_expect_eq(other.nrefused, 4);
	edit_free(&other);
}

Test(edit, typing_over_a_selection_is_one_step_with_what_follows)
{
	edit_set(&e, "完成视力筛查");
	edit_act(&e, DO_EDIT_SELECT_ALL, 80);
	type("建档");
	expect("建档|");
	edit_act(&e, DO_EDIT_UNDO, 80);
	expect("完成视力筛查|");
}

Test(edit, a_full_field_takes_as_much_as_is_selected)
{
	edit_free(&e);
	edit_init(&e, true, 6);
	edit_set(&e, "完成视力筛查");
	act_times(DO_EDIT_SELECT_LEFT, 2);
	cr_expect_eq(paste("建档率"), EDIT_FULL);
	expect("完成视力建档|");
	cr_expect_eq(e.nrefused, 1);
}

Test(edit, paragraphs_and_the_ends_of_the_text)
{
	edit_set(&e, "第一段\n第二段\n第三段");
	edit_act(&e, DO_EDIT_PARAGRAPH_UP, 80);
	expect("第一段\n第二段\n|第三段");
	edit_act(&e, DO_EDIT_PARAGRAPH_UP, 80);
	expect("第一段\n|第二段\n第三段");
	edit_act(&e, DO_EDIT_PARAGRAPH_DOWN, 80);
	expect("第一段\n第二段|\n第三段");
	edit_act(&e, DO_EDIT_FIRST, 80);
	expect("|第一段\n第二段\n第三段");
	edit_act(&e, DO_EDIT_LAST, 80);
	expect("第一段\n第二段\n第三段|");
}

Test(edit, pastes_are_cleaned)
{
	cr_expect_eq(paste("a\x1b[31mb\r\nc\u200b"), EDIT_CHANGED);
	expect("a[31mb\nc|");
	edit_free(&e);
	edit_init(&e, false, 0);
	paste("  一行\n两行\t三 ");
	expect("一行 两行 三|");
	cr_expect_eq(paste("\xff\xfe"), EDIT_MOVED);
	expect("一行 两行 三|");
}

Test(edit, takes_no_more_than_the_limit)
{
	edit_free(&e);
	edit_init(&e, true, 4);
	cr_expect_eq(paste("健康行动计划"), EDIT_FULL);
	expect("健康行动|");
	struct key k = key_text("多");
	cr_expect_eq(edit_key(&e, &k), EDIT_FULL);
	expect("健康行动|");
	edit_set(&e, "健康行动计划");
	cr_expect_eq(utf8_length(edit_text(&e)), 4);
}

Test(edit, passes_what_is_not_text)
{
	struct key k = key_named(K_F1, 0), ctrl = key_text("x");

	ctrl.mods = MOD_CTRL;
	cr_expect_eq(edit_key(&e, &k), EDIT_PASS);
	cr_expect_eq(edit_key(&e, &ctrl), EDIT_PASS);
	cr_expect_eq(edit_act(&e, DO_HELP, 40), EDIT_PASS);
}

Test(edit, rows_follow_the_wrapping)
{
	int line, col;

	edit_set(&e, "推进全民健康行动，人人参与\nsecond\n");
	/* 11 columns: ten to write in; 动 goes down with its comma */
	cr_expect_eq(edit_lines(&e, 11), 5);
	edit_cursor(&e, 11, &line, &col);
	cr_expect_eq(line, 4);
	cr_expect_eq(col, 0);
	cr_expect_eq(edit_act(&e, DO_EDIT_DOWN, 11), EDIT_PASS);
	cr_expect_eq(edit_act(&e, DO_EDIT_UP, 11), EDIT_MOVED);
	expect("推进全民健康行动，人人参与\n|second\n");
	edit_act(&e, DO_EDIT_END, 11);
	edit_act(&e, DO_EDIT_UP, 11);
	edit_act(&e, DO_EDIT_UP, 11);
	edit_act(&e, DO_EDIT_UP, 11);
	expect("推进全|民健康行动，人人参与\nsecond\n");
	cr_expect_eq(edit_act(&e, DO_EDIT_UP, 11), EDIT_PASS);
	edit_act(&e, DO_EDIT_HOME, 11);
	expect("|推进全民健康行动，人人参与\nsecond\n");
}

Test(edit, the_end_of_a_row_that_goes_on_stays_in_it)
{
	int line, col;

	edit_set(&e, "推进全民健康行动人人参与");
	e.at = 0;
	edit_act(&e, DO_EDIT_END, 11);
	edit_cursor(&e, 11, &line, &col);
	cr_expect_eq(line, 0);
	cr_expect_eq(col, 8);
}

Test(edit, blanks_at_the_end_count)
{
	edit_free(&e);
	edit_init(&e, false, 0);
	type("ab  ");
	edit_act(&e, DO_EDIT_HOME, 40);
	edit_act(&e, DO_EDIT_END, 40);
	expect("ab  |");
}

Test(edit, an_empty_text_has_one_row)
{
	int line, col;

	cr_expect_eq(edit_lines(&e, 20), 1);
	edit_cursor(&e, 20, &line, &col);
	cr_expect(line == 0 && col == 0);
	for (int a = DO_EDIT_LEFT; a <= DO_EDIT_NEWLINE; a++)
		if (a != DO_EDIT_PASTE)
			edit_act(&e, (enum action)a, 20);
	expect("\n|");
}

Test(edit, shows_the_rows_around_the_cursor)
{
	struct grid g;

	grid_init(&g, 12, 2, LOOK_NARROW);
	struct canvas c = canvas_whole(&g);
	edit_set(&e, "one\ntwo\nthree");
	edit_draw(&e, &c, STYLE_FIELD_FOCUS, true);
	char *dump = grid_dump(&g, false);
	cr_expect_str_eq(dump, "two\nthree\n");
	cr_expect(g.cursor_y == 1 && g.cursor_x == 5);
	free(dump);
	grid_free(&g);
}

Test(edit, moves_one_long_line_sideways)
{
	struct grid g;

	edit_free(&e);
	edit_init(&e, false, 0);
	edit_set(&e, "abcdefghijklmnopqrstuvwxyz");
	grid_init(&g, 8, 1, LOOK_NARROW);
	struct canvas c = canvas_whole(&g);
	edit_draw(&e, &c, STYLE_FIELD, false);
	cr_expect(grid_has(&g, "abcdefg…"));
	edit_draw(&e, &c, STYLE_FIELD, true);
	cr_expect(grid_has(&g, "uvwxyz"));
	cr_expect_eq(g.cursor_x, 6);
	grid_free(&g);
}

Test(edit, four_thousand_characters_are_no_problem)
{
	struct strbuf long_text = STRBUF_INIT;

	for (int i = 0; i < 400; i++)
		strbuf_puts(&long_text, "推进全民健康行动，人");
	edit_free(&e);
	edit_init(&e, true, 4000);
	cr_expect_eq(paste(long_text.s), EDIT_CHANGED);
	cr_expect_eq(utf8_length(edit_text(&e)), 4000);
	for (int i = 0; i < 50; i++)
		edit_act(&e, DO_EDIT_UP, 60);
	type("改");
	cr_expect_eq(utf8_length(edit_text(&e)), 4000);
	edit_act(&e, DO_EDIT_BACKSPACE, 60);
	type("改");
	cr_expect_eq(utf8_length(edit_text(&e)), 4000);
	strbuf_free(&long_text);
}

/* A value that was there already, all of it selected. */
static void prefill(const char *text)
{
	edit_set(&e, text);
	edit_select(&e);
}

Test(edit, what_is_selected_is_replaced_by_what_is_typed)
{
	prefill("2026-11-21");
	type("11");
	expect("11|");
	edit_act(&e, DO_EDIT_UNDO, 40);
	expect("2026-11-21|");
	prefill("区教育局.txt");
	paste("/tmp/a.txt");
	expect("/tmp/a.txt|");
	prefill("45");
	edit_act(&e, DO_EDIT_BACKSPACE, 40);
	expect("|");
	type("6");
	expect("6|");
}

Test(edit, what_is_selected_stays_where_the_cursor_moves)
{
	static const enum action moves[] = {DO_EDIT_LEFT, DO_EDIT_RIGHT, DO_EDIT_HOME, DO_EDIT_END};

	for (size_t i = 0; i < sizeof moves / sizeof moves[0]; i++) {
		prefill("45");
		edit_act(&e, moves[i], 40);
		type("0");
		cr_expect_eq(utf8_length(edit_text(&e)), 3);
	}
	prefill("");
	type("7");
	type("8");
	expect("78|");
}

Test(edit, the_selection_is_seen_where_the_focus_is)
{
	struct grid g;

	edit_free(&e);
	edit_init(&e, false, 0);
	prefill("健康1");
	grid_init(&g, 8, 1, LOOK_NARROW);
	struct canvas c = canvas_whole(&g);
	edit_draw(&e, &c, STYLE_FIELD_FOCUS, true);
	for (int x = 0; x < 8; x++)
		cr_expect_eq((g.cells[x].style & STYLE_SELECTED) != 0, x < 5, "column %d", x);
	edit_draw(&e, &c, STYLE_FIELD, false);
	cr_expect_not(g.cells[0].style & STYLE_SELECTED);
	grid_free(&g);
}

Test(edit, a_selection_is_seen_across_rows)
{
	struct grid g;

	edit_set(&e, "推进全民健\nabc");
	edit_act(&e, DO_EDIT_SELECT_UP, 11);
	grid_init(&g, 11, 3, LOOK_NARROW);
	struct canvas c = canvas_whole(&g);
	edit_draw(&e, &c, STYLE_FIELD_FOCUS, true);
	for (int x = 0; x < 11; x++) {
		cr_expect_eq((g.cells[x].style & STYLE_SELECTED) != 0, x >= 2 && x < 10,
			     "row 0, column %d", x);
		cr_expect_eq((g.cells[11 + x].style & STYLE_SELECTED) != 0, x < 3,
			     "row 1, column %d", x);
	}
	grid_free(&g);
}

/* Whatever is done, the cursor stands between characters and the text stays UTF-8. */
Test(edit, random_steps_keep_the_text_whole)
{
	static const char *const pieces[] = {"健", "a", "，", " ", "\n", "e\u0301", "①", "1"};
	unsigned seed = 12345;

	for (int i = 0; i < 20000; i++) {
		if (e.text.nbytes > 2000)
			edit_set(&e, "");
		seed = seed * 1103515245u + 12345u;
		unsigned r = seed >> 16;
		if (r % 3 == 0)
			type(pieces[r / 3 % 8]);
		else
			edit_act(&e,
				 (enum action)(DO_EDIT_LEFT +
					       (int)(r / 3 % (DO_EDIT_NEWLINE - DO_EDIT_LEFT + 1))),
				 13);
		cr_assert_eq(utf8_first_bad(e.text.s, e.text.nbytes), e.text.nbytes);
		cr_assert_leq(e.at, e.text.nbytes);
		cr_assert_neq((unsigned char)e.text.s[e.at] & 0xC0, 0x80);
	}
}

/* Rows are kept between keys; they are the same as when they are made anew. */
Test(edit, kept_rows_are_those_of_a_fresh_text)
{
	static const char *const pieces[] = {"健康", "abc ", "，", "。", "（", "\n", "%", "12.5"};
	unsigned seed = 4711;

	for (int i = 0; i < 3000; i++) {
		struct edit fresh;
		int line, col, fresh_line, fresh_col;

		seed = seed * 1103515245u + 12345u;
		unsigned r = seed >> 16;
		if (r % 4 == 0)
			edit_go(&e, e.text.nbytes ? r / 4 % e.text.nbytes : 0);
		else if (r % 4 == 1)
			edit_act(&e, r & 64 ? DO_EDIT_DELETE_WORD : DO_EDIT_UNDO, 21);
		else
			paste(pieces[r / 4 % 8]);
		edit_init(&fresh, true, 0);
		edit_set(&fresh, e.text.s);
		edit_go(&fresh, e.at);
		edit_cursor(&e, 21, &line, &col);
		edit_cursor(&fresh, 21, &fresh_line, &fresh_col);
		cr_assert(line == fresh_line && col == fresh_col, "step %d: %d,%d not %d,%d", i,
			  line, col, fresh_line, fresh_col);
		cr_assert_eq(edit_lines(&e, 21), edit_lines(&fresh, 21));
		cr_assert_eq(edit_length(&e), edit_length(&fresh));
		edit_free(&fresh);
		if (e.text.nbytes > 1500)
			edit_set(&e, "");
	}
}

Test(edit, no_row_begins_with_a_closing_mark)
{
	struct grid g;

	grid_init(&g, 12, 8, LOOK_NARROW);
	struct canvas c = canvas_whole(&g);
	for (int i = 0; i < 12; i++) {
		grid_clear(&g);
		type("健");
		size_t nbytes = e.text.nbytes;
		paste("，康。（行）动，");
		edit_draw(&e, &c, STYLE_FIELD, false);
		char *dump = grid_dump(&g, false);
		cr_expect_null(strstr(dump, "\n，"), "%s", dump);
		cr_expect_null(strstr(dump, "\n。"), "%s", dump);
		cr_expect_null(strstr(dump, "\n）"), "%s", dump);
		cr_expect_null(strstr(dump, "（\n"), "%s", dump);
		free(dump);
		edit_act(&e, DO_EDIT_UNDO, 12);
		cr_expect_eq(e.text.nbytes, nbytes);
	}
	grid_free(&g);
}
