/* Words of a PDF with their places, in the order in which they were written, made lines and tables.
 */
#include "tests/convert/page.h"

#include <criterion/criterion.h>
#include <string.h>

/* A word of 12 points height at (x, y); a character is 12 points wide. */
struct word {
	int x, y;
	const char *text;
	int characters;
};

static void expect_page(const struct word *words, size_t n, const char *text)
{
	struct strbuf b = STRBUF_INIT;

	strbuf_puts(&b, "<html><body><doc><page width=\"595.0\" height=\"842.0\">");
	for (size_t i = 0; i < n; i++)
		strbuf_printf(&b,
			      "<word xMin=\"%d.0\" yMin=\"%d.0\" xMax=\"%d.0\" yMax=\"%d.0\">%s"
			      "</word>\n",
			      words[i].x, words[i].y, words[i].x + 12 * words[i].characters,
			      words[i].y + 12, words[i].text);
	strbuf_puts(&b, "</page></doc></body></html>");
	page_expect(convert_pdf_words, b.s, b.nbytes, text);
	strbuf_free(&b);
}
#define EXPECT_PAGE(words, text) expect_page(words, sizeof words / sizeof words[0], text)

Test(pdf, lines_stay_lines_and_words_of_a_line_are_one)
{
	static const struct word words[] = {
		{200, 50, "青田县方案", 5}, {90, 80, "一、任务", 4},	{90, 100, "到", 1},
		{102, 100, "2027", 2},	    {126, 100, "年", 1},	{142, 100, "建成", 2},
		{66, 116, "三座。", 3},	    {90, 180, "&lt;二&gt;", 3},
	};

	EXPECT_PAGE(words, "青田县方案\n一、任务\n到2027年 建成\n三座。\n<二>\n");
}

Test(pdf, page_numbers_are_left_out_where_they_stand)
{
	static const struct word words[] = {
		{60, 100, "2027", 2}, {280, 800, "—", 1}, {304, 800, "12", 1}, {328, 800, "—", 1}};

	EXPECT_PAGE(words, "2027\n");
}

Test(pdf, cells_beside_each_other_are_a_row_and_go_on_below)
{
	static const struct word words[] = {
		{60, 100, "序号", 2},
		{100, 100, "任务", 2},
		{240, 100, "牵头单位", 4},
		{66, 128, "1", 1},
		{100, 120, "建设健身", 4},
		{100, 136, "中心", 2},
		{240, 128, "县局", 2},
		{66, 160, "2", 1},
		{100, 160, "净水", 2},
		{240, 160, "县水务局", 4},
		/* A row without a number, its cell under those of its column. */
		{100, 180, "绿化", 2},
		{244, 180, "县园林", 3},
		{60, 300, "附注", 2},
	};

	EXPECT_PAGE(words, "| 序号 | 任务 | 牵头单位 |\n| 1 | 建设健身 中心 | 县局 |\n"
			   "| 2 | 净水 | 县水务局 |\n| | 绿化 | 县园林 |\n附注\n");
}

Test(pdf, two_texts_side_by_side_are_no_table)
{
	static const struct word words[] = {
		{60, 100, "青政发3号", 5}, {400, 100, "签发人", 3}, {200, 140, "方案", 2}};

	EXPECT_PAGE(words, "青政发3号 签发人\n方案\n");
}

Test(pdf, what_is_no_list_of_words_gives_nothing)
{
	page_expect(convert_pdf_words, "<html><body>x</body></html>", 27, "");
}
