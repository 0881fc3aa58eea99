/* Line breaking by the rules of Chinese typesetting; every table row is a text, a width and its
 * lines. */
#include "core/text/wrap.h"

#include "core/mem.h"
#include "core/text/utf8.h"

#include <criterion/criterion.h>
#include <string.h>

/* The lines of a text, each followed by '|'. */
static char *lines_of(const char *text, int cols)
{
	struct strbuf out = STRBUF_INIT;
	struct wrap w;
	struct wrap_line line;

	wrap_begin(&w, text, strlen(text), cols);
	while (wrap_next(&w, &line)) {
		cr_expect_eq(line.cols, utf8_ncols(line.s, line.nbytes));
		strbuf_add(&out, line.s, line.nbytes);
		strbuf_putc(&out, '|');
	}
	return strbuf_detach(&out);
}

Test(wrap, breaks_where_the_rules_allow)
{
	static const struct {
		const char *text;
		int cols;
		const char *lines;
	} cases[] = {
		/* ends of text and of lines */
		{"", 10, ""},
		{"a", 10, "a|"},
		{"a\n", 10, "a|"},
		{"a\n\nb", 10, "a||b|"},
		{"\n", 10, "|"},
		{"健康\n行动", 10, "健康|行动|"},
		/* between ideographs anywhere */
		{"健康行动", 4, "健康|行动|"},
		{"健康行动", 5, "健康|行动|"},
		{"健康行动", 2, "健|康|行|动|"},
		{"健康行动", 1, "健|康|行|动|"}, /* a line has room for one character at least */
		/* no line begins with a closing mark, none ends with an opening one */
		{"健康，行动", 4, "健|康，|行动|"},
		{"健康行动。", 8, "健康行|动。|"},
		{"完成（一）项", 6, "完成|（一）|项|"},
		{"印发《方案》的", 8, "印发《方|案》的|"},
		{"他说“好”了", 5, "他说|“好”|了|"},
		{"达到90%以上", 6, "达到|90%以|上|"},
		{"达到90％以上", 8, "达到90％|以上|"},
		{"健康))))))", 4, "健|康))|))))|"}, /* no place allowed: cut at the width */
		/* '>' closes a name, but after a space it belongs to the figure behind it */
		{"优良率 >=55%", 8, "优良率|>=55%|"},
		{"见<办法>第三条", 7, "见<办|法>第三|条|"},
		{"按<办法>办", 8, "按<办法>|办|"},
		/* words and figures stay whole */
		{"one two three", 8, "one two|three|"},
		{"one two three", 7, "one two|three|"},
		{"建成12345个点", 8, "建成|12345个|点|"},
		{"到2022-12-31止", 10, "到|2022-12-31|止|"},
		{"abcdefghij", 4, "abcd|efgh|ij|"},
		{"为abcdefgh", 4, "为|abcd|efgh|"},
		/* spaces at a break go, others stay */
		{"aa   bb", 3, "aa|bb|"},
		{"aa   \nbb", 2, "aa|bb|"},
		{"  缩进文字", 6, "  缩进|文字|"},
		{"\u3000\u3000缩进文字", 8, "\u3000\u3000缩进|文字|"},
		{"健康\u3000行动", 4, "健康|行动|"},
		{"a b", 10, "a b|"},
		{"   ", 10, "|"},
		/* double marks are one */
		{"健康——行动", 5, "健康|——行|动|"},
		{"健康……", 5, "健康|……|"},
		/* a blank with a mark is something to be seen */
		{"健康\u3000\u3099", 5, "健康|\u3000\u3099|"},
		/* combining marks stay with their letter */
		{"e\u0301e\u0301e\u0301", 2, "e\u0301e\u0301|e\u0301|"},
	};

	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		char *lines = lines_of(cases[i].text, cases[i].cols);
		cr_expect_str_eq(lines, cases[i].lines, "\"%s\" in %d columns", cases[i].text,
				 cases[i].cols);
		free(lines);
	}
}

static const char paragraph[] =
	"（三）开展健康家庭建设。各镇街每年评选100户“健康家庭”，到2022年底累计不少于300户，"
	"知晓率达到85%以上（以抽样调查为准）；有条件的村、社区可设置health corner——内容由\n"
	"区卫生健康局统一提供……\n\n附件：《评选办法》";

Test(wrap, loses_nothing_and_keeps_the_width_at_every_width)
{
	for (int cols = 2; cols < 100; cols++) {
		struct wrap w;
		struct wrap_line line;
		const char *at = paragraph;

		wrap_begin(&w, paragraph, strlen(paragraph), cols);
		while (wrap_next(&w, &line)) {
			cr_assert_leq(line.cols, cols, "in %d columns", cols);
			for (; at < line.s; at++) /* only blanks fall between two lines */
				cr_assert(*at == ' ' || *at == '\n', "in %d columns", cols);
			at = line.s + line.nbytes;
		}
		cr_assert_eq(*at, '\0');
	}
}

Test(wrap, no_line_begins_or_ends_wrongly_at_usual_widths)
{
	static const char *closing[] = {"。", "，", "、", "；", "：", "！",
					"？", "）", "》", "」", "”",  "%"};
	static const char *opening[] = {"（", "《", "「", "“"};

	for (int cols = 12; cols < 100; cols++) {
		struct wrap w;
		struct wrap_line line;

		wrap_begin(&w, paragraph, strlen(paragraph), cols);
		while (wrap_next(&w, &line)) {
			for (size_t i = 0; i < sizeof closing / sizeof closing[0]; i++)
				cr_assert_neq(strncmp(line.s, closing[i], strlen(closing[i])), 0,
					      "%s in %d columns", closing[i], cols);
			for (size_t i = 0; i < sizeof opening / sizeof opening[0]; i++) {
				size_t n = strlen(opening[i]);
				cr_assert(line.nbytes < n || memcmp(line.s + line.nbytes - n,
								    opening[i], n) != 0,
					  "%s in %d columns", opening[i], cols);
			}
		}
	}
}

Test(wrap, follows_the_width_of_ambiguous_characters)
{
	utf8_set_ambiguous_cols(1);
	cr_expect_eq(wrap_count("★★★★", 4), 1);
	utf8_set_ambiguous_cols(2);
	cr_expect_eq(wrap_count("★★★★", 4), 2);
}

Test(wrap, counts_lines)
{
	cr_expect_eq(wrap_count("", 10), 0);
	cr_expect_eq(wrap_count("健康行动", 4), 2);
	cr_expect_eq(wrap_count("a\n\nb\n", 4), 3);
}

Test(wrap, stops_at_nbytes)
{
	struct wrap w;
	struct wrap_line line;

	wrap_begin(&w, "健康行动", 6, 10);
	cr_assert(wrap_next(&w, &line));
	cr_expect_eq(line.nbytes, 6);
	cr_expect_not(wrap_next(&w, &line));
}
