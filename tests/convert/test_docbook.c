/* What antiword makes of a .doc: lines, tables, lists and notes. */
#include "tests/convert/page.h"

#include <criterion/criterion.h>
#include <string.h>

#define HEAD                                                                                       \
	"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<!DOCTYPE book PUBLIC \"-//OASIS//DTD "       \
	"DocBook XML V4.1.2//EN\"\n\t\"http://www.oasis-open.org/docbook/xml/4.1.2/"               \
	"docbookx.dtd\">\n\n<book lang='zh_CN'>\n<bookinfo>\n<title>文件属性</title></bookinfo>\n"

static void expect(const char *xml, const char *text)
{
	page_expect(convert_docbook, xml, strlen(xml), text);
}

Test(docbook, lines_lists_and_notes)
{
	expect(HEAD
	       "<chapter>\n<title>一、任务</title>\n<para>\n净水&lt;行动<footnote><para>注\n</para>"
	       "</footnote>，<emphasis role='bold'>负责</emphasis>\n</para>\n"
	       "<orderedlist numeration='arabic'><listitem><para>\n甲\n</para></listitem>"
	       "<listitem><para>乙</para></listitem></orderedlist>"
	       "<orderedlist numeration='loweralpha'><listitem><para>丙</para></listitem>"
	       "</orderedlist><itemizedlist><listitem><para>丁</para></listitem></itemizedlist>"
	       "</chapter>\n</book>\n",
	       "一、任务\n净水<行动，负责\n1. 甲\n2. 乙\na. 丙\n丁\n注\n");
}

Test(docbook, tables_are_rows)
{
	expect(HEAD
	       "<chapter><para>\n<informaltable><tgroup cols='2'><colspec colwidth='90pt'/><tbody>"
	       "<row><entry>\n任务\n</entry><entry>单位</entry></row>"
	       "<row><entry>\n甲\n</entry><entry><para>县局</para><para>区局</para></entry></row>"
	       "</tbody></tgroup></informaltable></para></chapter></book>",
	       "| 任务 | 单位 |\n| 甲 | 县局 区局 |\n");
}

Test(docbook, what_is_broken_is_told)
{
	cr_assert_eq(page_end(convert_docbook, "<book><para>", 12), CONVERT_DAMAGED);
	cr_assert_eq(page_end(convert_docbook, "no book", 7), CONVERT_DAMAGED);
}
