/* Editing: characters, words, lines, pastes, limits. */
#include "tests/tui/edit_desk.h"

#include "core/text/utf8.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

TestSuite(edit, .init = edit_desk_begin, .fini = edit_desk_end);

Test(edit, types_and_deletes_whole_characters)
{
	edit_desk_type("健康e\u0301区");
	edit_desk_expect("健康e\u0301区|");
	edit_act(&e, DO_EDIT_BACKSPACE, 40);
	edit_act(&e, DO_EDIT_BACKSPACE, 40);
	edit_desk_expect("健康|");
	edit_act(&e, DO_EDIT_LEFT, 40);
	edit_desk_type("民");
	edit_desk_expect("健民|康");
	edit_act(&e, DO_EDIT_DELETE, 40);
	edit_act(&e, DO_EDIT_DELETE, 40);
	edit_desk_expect("健民|");
	edit_act(&e, DO_EDIT_HOME, 40);
	cr_expect_eq(edit_act(&e, DO_EDIT_BACKSPACE, 40), EDIT_MOVED);
	edit_desk_expect("|健民");
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
	edit_desk_expect("已完成|所学校，建档");
	edit_act(&e, DO_EDIT_DELETE_WORD_RIGHT, 80);
	edit_desk_expect("已完成|校，建档");
	edit_act(&e, DO_EDIT_DELETE_WORD_RIGHT, 80);
	edit_desk_expect("已完成|建档");
	edit_act(&e, DO_EDIT_UNDO, 80);
	edit_act(&e, DO_EDIT_UNDO, 80);
	edit_act(&e, DO_EDIT_UNDO, 80);
	edit_desk_expect("已完成12|所学校，建档");
}

Test(edit, deletes_to_the_ends_of_the_line)
{
	edit_set(&e, "one\ntwo three\nfour");
	e.at = 7;
	edit_act(&e, DO_EDIT_DELETE_RIGHT, 80);
	edit_desk_expect("one\ntwo|\nfour");
	edit_act(&e, DO_EDIT_DELETE_LEFT, 80);
	edit_desk_expect("one\n|\nfour");
}

Test(edit, paragraphs_and_the_ends_of_the_text)
{
	edit_set(&e, "第一段\n第二段\n第三段");
	edit_act(&e, DO_EDIT_PARAGRAPH_UP, 80);
	edit_desk_expect("第一段\n第二段\n|第三段");
	edit_act(&e, DO_EDIT_PARAGRAPH_UP, 80);
	edit_desk_expect("第一段\n|第二段\n第三段");
	edit_act(&e, DO_EDIT_PARAGRAPH_DOWN, 80);
	edit_desk_expect("第一段\n第二段|\n第三段");
	edit_act(&e, DO_EDIT_FIRST, 80);
	edit_desk_expect("|第一段\n第二段\n第三段");
	edit_act(&e, DO_EDIT_LAST, 80);
	edit_desk_expect("第一段\n第二段\n第三段|");
}

Test(edit, pastes_are_cleaned)
{
	cr_expect_eq(edit_desk_paste("a\x1b[31mb\r\nc\u200b"), EDIT_CHANGED);
	edit_desk_expect("a[31mb\nc|");
	edit_free(&e);
	edit_init(&e, false, 0);
	edit_desk_paste("  一行\n两行\t三 ");
	edit_desk_expect("一行 两行 三|");
	cr_expect_eq(edit_desk_paste("\xff\xfe"), EDIT_MOVED);
	edit_desk_expect("一行 两行 三|");
}

Test(edit, what_nobody_sees_is_not_typed_either)
{
	static const char *const unseen[] = {"\u202e", "\u2066", "\u200b", "\u200d",
					     "\ufeff", "\ufe0f", "\u00ad"};

	edit_desk_type("健");
	for (size_t i = 0; i < sizeof unseen / sizeof unseen[0]; i++) {
		struct key k = {.kind = INPUT_TEXT};
		memcpy(k.text, unseen[i], strlen(unseen[i]));
		cr_expect_eq(edit_key(&e, &k), EDIT_MOVED, "%zu", i);
	}
	edit_desk_expect("健|");
	edit_desk_type("𠀀e\u0301👍🏽");
	edit_desk_expect("健𠀀e\u0301👍🏽|");
	cr_expect_eq(edit_length(&e), 4);
	edit_act(&e, DO_EDIT_BACKSPACE, 40);
	edit_act(&e, DO_EDIT_BACKSPACE, 40);
	edit_desk_expect("健𠀀|");
}

Test(edit, takes_no_more_than_the_limit)
{
	edit_free(&e);
	edit_init(&e, true, 4);
	cr_expect_eq(edit_desk_paste("健康行动计划"), EDIT_FULL);
	edit_desk_expect("健康行动|");
	struct key k = key_text("多");
	cr_expect_eq(edit_key(&e, &k), EDIT_FULL);
	edit_desk_expect("健康行动|");
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

Test(edit, four_thousand_characters_are_no_problem)
{
	struct strbuf long_text = STRBUF_INIT;

	for (int i = 0; i < 400; i++)
		strbuf_puts(&long_text, "推进全民健康行动，人");
	edit_free(&e);
	edit_init(&e, true, 4000);
	cr_expect_eq(edit_desk_paste(long_text.s), EDIT_CHANGED);
	cr_expect_eq(utf8_length(edit_text(&e)), 4000);
	for (int i = 0; i < 50; i++)
		edit_act(&e, DO_EDIT_UP, 60);
	edit_desk_type("改");
	cr_expect_eq(utf8_length(edit_text(&e)), 4000);
	edit_act(&e, DO_EDIT_BACKSPACE, 60);
	edit_desk_type("改");
	cr_expect_eq(utf8_length(edit_text(&e)), 4000);
	strbuf_free(&long_text);
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
			edit_desk_type(pieces[r / 3 % 8]);
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
