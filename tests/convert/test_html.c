/* Web pages: blocks, tables, lists, and what of a page is no document. */
#include "tests/convert/page.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

Test(html, blocks_are_lines_and_blanks_run_together)
{
	page_expect_html("<html><head><title>not this</title><style>p{}</style></head><body>\n"
			 "<h1>青田县  行动方案</h1>\n<div>一、<b>目标</b>\n\n与任务<p>第一段"
			 "<p>第&nbsp;二&#27573;<br>新行</div>尾<script>no()</script></body></html>",
			 "青田县 行动方案\n一、目标 与任务\n第一段\n第 二段\n新行\n尾\n");
}

Test(html, preformatted_text_keeps_its_lines)
{
	page_expect_html("<body><pre>一、甲\n  （一）乙\n</pre></body>", "一、甲\n  （一）乙\n");
}

Test(html, hidden_parts_menus_and_foot_are_left_out)
{
	page_expect_html(
		"<body><nav><a href=x>首页</a></nav>"
		"<ul><li><a href=a>新闻</a><li><a href=b>公开</a><li><a href=c>办事</a></ul>"
		"<div style='display: none'>看不见</div><p hidden>看不见</p>"
		"<p>见<a href=d>附件</a>和正文</p><footer>版权</footer></body>",
		"见附件和正文\n");
}

Test(html, items_of_lists_have_their_numbers)
{
	page_expect_html("<body><ol><li>甲<li>乙</ol><ol start=4 type=A><li>丙<li value=9>丁</ol>"
			 "<ol><li>一、已有</ol><ol style='list-style:none'><li>无</ol>"
			 "<ul><li>点</ul></body>",
			 "1. 甲\n2. 乙\nD. 丙\nI. 丁\n一、已有\n无\n点\n");
}

Test(html, tables_are_rows)
{
	page_expect_html("<body><table><tr><th>序号<th>任务<th>单位</tr>"
			 "<tr><td>1<td><p>建站</p><p>开放</p><td>区教育局<br>区体育局</tr>"
			 "<tr><td>2<td>a|b<td></tr></table></body>",
			 "| 序号 | 任务 | 单位 |\n| 1 | 建站 开放 | 区教育局 区体育局 |\n"
			 "| 2 | a｜b | |\n");
}

Test(html, a_cell_over_rows_stands_in_each_one_over_columns_in_the_first)
{
	page_expect_html("<body><table><thead><tr><th colspan=3>任务表</thead>"
			 "<tr><td rowspan=2>1<td>甲<td rowspan=2>区水务局<tr><td>乙"
			 "<tr><td colspan=2>合计<td>3<tr><td>4<td>丙<td>丁</table></body>",
			 "任务表\n| 1 | 甲 | 区水务局 |\n| 1 | 乙 | 区水务局 |\n"
			 "| 合计 | | 3 |\n| 4 | 丙 | 丁 |\n");
}

Test(html, a_table_around_tables_is_layout)
{
	page_expect_html(
		"<body><table><tr><td>左<td><table><tr><td>甲<td>乙</table></table></body>",
		"左\n| 甲 | 乙 |\n");
}

Test(html, spans_beyond_all_reason_do_no_harm)
{
	page_expect_html(
		"<body><table><tr><td rowspan=65534 colspan=100>甲<td>乙<tr><td>丙</table>",
		"| 甲 | 乙 |\n| 甲 | 丙 |\n");
}

Test(html, too_deep_is_told)
{
	enum { DEEP = 100000 };
	char *page = malloc(DEEP * 5 + 1);

	for (int i = 0; i < DEEP; i++)
		memcpy(page + 5 * i, "<div>", 6);
	cr_assert_eq(page_end(convert_html, page, DEEP * 5), CONVERT_TOO_DEEP);
	free(page);
}
