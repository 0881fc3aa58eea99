/* Word documents: paragraphs with the numbers Word draws, tables, and what tracked changes leave.
 */
#include "tests/convert/page.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#define P(text) "<w:p><w:r><w:t>" text "</w:t></w:r></w:p>"
#define LISTED(list, level, text)                                                                  \
	"<w:p><w:pPr><w:numPr><w:ilvl w:val=\"" level "\"/><w:numId w:val=\"" list                 \
	"\"/></w:numPr></w:pPr><w:r><w:t>" text "</w:t></w:r></w:p>"
#define STYLED(style, text)                                                                        \
	"<w:p><w:pPr><w:pStyle w:val=\"" style "\"/></w:pPr><w:r><w:t>" text "</w:t></w:r></w:p>"
#define LEVEL(level, format, text)                                                                 \
	"<w:lvl w:ilvl=\"" level "\"><w:start w:val=\"1\"/><w:numFmt w:val=\"" format              \
	"\"/><w:lvlText w:val=\"" text "\"/></w:lvl>"
#define LIST(list, definition)                                                                     \
	"<w:num w:numId=\"" list "\"><w:abstractNumId w:val=\"" definition "\"/></w:num>"
#define CELL(properties, text) "<w:tc><w:tcPr>" properties "</w:tcPr>" P(text) "</w:tc>"

static const char levels[] = "<w:abstractNum w:abstractNumId=\"7\">" LEVEL(
	"0", "chineseCounting", "%1、") LEVEL("1", "chineseCounting", "（%2）")
	LEVEL("2", "decimal",
	      "%3.") "<w:lvl w:ilvl=\"3\"><w:isLgl/>"
		     "<w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%1.%4\"/></w:lvl>" LEVEL(
			     "4", "decimal", "%1之%5") "</w:abstractNum>" LIST("3", "7");

Test(docx, paragraphs_breaks_and_tabs)
{
	page_expect_docx(
		&(struct office_docx){
			.body = "<w:p/>" P(
				"青田县方案") "<w:p/><w:p/>"
					      "<w:p><w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:br/"
					      "></w:r>"
					      "<w:hyperlink><w:r><w:t xml:space=\"preserve\">丙 "
					      "&lt;</w:t>"
					      "</w:r></w:hyperlink><w:r><w:noBreakHyphen/><w:t>3</"
					      "w:t></w:r>"
					      "</w:p>"},
		"青田县方案\n\n甲\t乙\n丙 <-3\n");
}

Test(docx, numbers_that_word_draws_are_written)
{
	page_expect_docx(
		&(struct office_docx){
			.numbering = levels,
			.body = LISTED("3", "0", "总则") LISTED("3", "1", "甲")
				LISTED("3", "2", "子") LISTED("3", "2", "丑") LISTED("3", "1", "乙")
					LISTED("3", "2", "寅") LISTED("3", "0", "任务")
						LISTED("3", "1", "丙") LISTED("3", "3", "丁")
							LISTED("3", "4", "戊") P("无号")
								LISTED("0", "0", "零")},
		"一、总则\n（一）甲\n1. 子\n2. 丑\n（二）乙\n1. 寅\n二、任务\n（一）丙\n2.1 "
		"丁\n二之1 戊\n"
		"无号\n零\n");
}

Test(docx, styles_carry_numbers_down_to_those_based_on_them)
{
	page_expect_docx(
		&(struct office_docx){
			.numbering = "<w:abstractNum w:abstractNumId=\"1\">" LEVEL(
				"0", "decimal",
				"第%1条") "<w:lvl w:ilvl=\"1\"><w:numFmt "
					  "w:val=\"decimalEnclosedCircle\"/>"
					  "<w:pStyle w:val=\"sub\"/><w:suff w:val=\"nothing\"/>"
					  "<w:lvlText w:val=\"%2\"/></w:lvl></w:abstractNum>" LIST(
						  "5", "1"),
			.styles =
				"<w:style w:styleId=\"article\"><w:pPr><w:numPr><w:numId "
				"w:val=\"5\"/></w:numPr></w:pPr></w:style>"
				"<w:style w:styleId=\"bold\"><w:basedOn "
				"w:val=\"article\"/></w:style>"
				"<w:style w:styleId=\"sub\"><w:pPr><w:numPr><w:numId "
				"w:val=\"5\"/></w:numPr></w:pPr></w:style>"
				"<w:style w:styleId=\"loop\"><w:basedOn w:val=\"loop\"/></w:style>"
				"<w:style w:styleId=\"c\"><w:name w:val=\"toc 1\"/></w:style>",
			.body = STYLED("c", "目录行") STYLED("bold", "甲") STYLED("sub", "乙")
				STYLED("sub", "丙") STYLED("article", "丁") STYLED("loop", "戊")},
		"第1条 甲\n①乙\n②丙\n第2条 丁\n戊\n");
}

Test(docx, lists_of_one_definition_count_on_unless_one_says_where_it_starts)
{
	page_expect_docx(
		&(struct office_docx){
			.numbering = "<w:abstractNum w:abstractNumId=\"1\">" LEVEL(
				"0", "decimal", "%1．") "</w:abstractNum>" LIST("1", "1")
				LIST("2", "1") "<w:num w:numId=\"3\"><w:abstractNumId "
					       "w:val=\"1\"/><w:lvlOverride "
					       "w:ilvl=\"0\"><w:startOverride "
					       "w:val=\"1\"/></w:lvlOverride></w:num>",
			.body = LISTED("1", "0", "甲") LISTED("2", "0", "乙") LISTED("3", "0", "丙")
				LISTED("3", "0", "丁")},
		"1．甲\n2．乙\n1．丙\n2．丁\n");
}

Test(docx, tracked_changes_are_taken_as_made)
{
	page_expect_docx(
		&(struct office_docx){.body = "<w:p><w:r><w:t>由</w:t></"
					      "w:r><w:del><w:r><w:delText>甲局</w:delText></w:r>"
					      "</w:del><w:ins><w:r><w:t>乙局</w:t></w:r></"
					      "w:ins><w:moveFrom><w:r><w:t>丙"
					      "</w:t></w:r></w:moveFrom><w:r><w:rPr><w:vanish/></"
					      "w:rPr><w:t>密</w:t></w:r>"
					      "<w:r><w:rPr><w:vanish "
					      "w:val=\"0\"/></w:rPr><w:t>负责</w:t></w:r></w:p>"
					      "<w:p><w:pPr><w:rPr><w:del/></w:rPr></"
					      "w:pPr><w:r><w:t>一</w:t></w:r></w:p>" P("行")},
		"由乙局负责\n一行\n");
}

Test(docx, fields_boxes_notes_and_symbols)
{
	page_expect_docx(
		&(struct office_docx){
			.footnotes = "<w:footnote w:id=\"1\">" P(
				"别处的") "</w:footnote>"
					  "<w:footnote w:id=\"2\">" P(
						  "排在首位的为牵头单位") "</w:footnote>",
			.body = "<w:p><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>页</"
				"w:t></w:r>"
				"<w:r><w:footnoteReference w:id=\"2\"/><w:sym w:font=\"Wingdings\" "
				"w:char=\"F0FE\"/><w:sym w:char=\"2605\"/></w:r>"
				"<mc:AlternateContent><mc:Choice><wps:txbx><w:txbxContent>" P(
					"框") "</w:txbxContent></wps:txbx></"
					      "mc:Choice><mc:Fallback><v:textbox>"
					      "<w:txbxContent>" P(
						      "框") "</w:txbxContent></v:textbox></"
							    "mc:Fallback>"
							    "</mc:AlternateContent></w:p>"
							    "<w:sdt><w:sdtPr><w:docPartObj><w:"
							    "docPartGallery w:val=\"Table of "
							    "Contents\"/></w:docPartObj></"
							    "w:sdtPr><w:sdtContent>" P(
								    "目录") "</w:sdtContent></"
									    "w:sdt><w:sdt><w:"
									    "sdtContent>" P(
										    "内容") "</"
											    "w:"
											    "sdtCon"
											    "tent><"
											    "/w:"
											    "sdt>"},
		"页★\n框\n内容\n\n排在首位的为牵头单位\n");
}

Test(docx, tables_with_merged_cells_and_numbers_of_their_own)
{
	page_expect_docx(
		&(struct office_docx){
			.numbering = levels,
			.body =
				"<w:tbl><w:tblPr/><w:tr>" CELL(
					"<w:gridSpan w:val=\"3\"/>",
					"任务表") "</w:tr><w:tr>" CELL("", "序号") CELL("", "任务")
					CELL("", "单位") "</w:tr><w:tr><w:tc>" LISTED(
						"3", "2", "") "</w:tc>" CELL("", "甲")
						CELL("<w:vMerge w:val=\"restart\"/>", "区水务局") "</w:tr><w:tr><w:tc>" LISTED(
							"3", "2", "") "</w:tc><w:tc>" P("乙")
							P("续|行") "</w:tc>" CELL(
								"<w:vMerge/>",
								"") "</w:tr>"
								    "<w:tr><w:trPr><w:del/></"
								    "w:trPr>" CELL("",
										   "删") "</w:tr></"
											 "w:tbl>"},
		"任务表\n| 序号 | 任务 | 单位 |\n| 1. | 甲 | 区水务局 |\n| 2. | 乙 续｜行 | "
		"区水务局 |\n");
}

Test(docx, a_table_in_a_cell_is_text_of_the_cell)
{
	page_expect_docx(
		&(struct office_docx){
			.body = "<w:tbl><w:tr>" CELL("", "外") "<w:tc><w:tbl><w:tr>" CELL("", "甲")
				CELL("", "乙") "</w:tr></w:tbl><w:p/></w:tc>"
					       "</w:tr></w:tbl>"},
		"| 外 | 甲 乙 |\n");
}

Test(docx, what_is_no_document_is_told)
{
	static const struct office_part nothing[] = {{"word/other.xml", "<x/>", 0}};
	static const struct office_part broken[] = {
		{"word/document.xml", "<w:document><w:body>", 0}};
	static const struct office_part bomb[] = {
		{"word/document.xml",
		 "<!DOCTYPE d [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]><d>&b;</d>",
		 0}};
	const struct {
		const struct office_part *part;
		enum convert_end end;
	} cases[] = {
		{nothing, CONVERT_DAMAGED}, {broken, CONVERT_DAMAGED}, {bomb, CONVERT_ENTITIES}};

	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		size_t nbytes;
		char *zip = office_zip(cases[i].part, 1, &nbytes);

		cr_assert_eq(page_end(convert_docx, zip, nbytes), cases[i].end, "%zu", i);
		free(zip);
	}
	cr_assert_eq(page_end(convert_docx, "PK\3\4 no more", 12), CONVERT_DAMAGED);
}

Test(docx, nesting_and_unpacking_have_an_end)
{
	enum { DEEP = 2000, BIG = 160 << 20 };
	struct strbuf deep = STRBUF_INIT;
	struct office_part part = {"word/document.xml", NULL, BIG};
	size_t nbytes;
	char *big = calloc(1, BIG), *zip;

	part.text = big;
	zip = office_zip(&part, 1, &nbytes);
	cr_assert_lt(nbytes, 1 << 20);
	cr_assert_eq(page_end(convert_docx, zip, nbytes), CONVERT_TOO_LARGE);
	free(big);
	free(zip);
	for (int i = 0; i < DEEP; i++)
		strbuf_puts(&deep, "<w:p>");
	part = (struct office_part){"word/document.xml", deep.s, 0};
	zip = office_zip(&part, 1, &nbytes);
	cr_assert_eq(page_end(convert_docx, zip, nbytes), CONVERT_TOO_DEEP);
	free(zip);
	strbuf_free(&deep);
}
