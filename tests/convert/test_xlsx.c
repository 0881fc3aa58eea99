/* Workbooks: tables of values as Excel shows them. */
#include "tests/convert/page.h"

#include "convert/xlsx_number.h"

#include <criterion/criterion.h>
#include <criterion/parameterized.h>

#define TEXT(at, text) "<c r=\"" at "\" t=\"inlineStr\"><is><t>" text "</t></is></c>"

static void expect_sheet(const char *xml, const char *text)
{
	const struct office_sheet sheet = {"Sheet1", NULL, xml};

	page_expect_xlsx(
		&(struct office_xlsx){
			.sheets = &sheet,
			.nsheets = 1,
			.strings = "<si><t>任务</t></si><si><r><t>牵头</t></r><r><t>单位</t></r>"
				   "<rPh><t>qian</t></rPh></si>",
			.styles = "<numFmts><numFmt numFmtId=\"176\" "
				  "formatCode=\"yyyy&quot;年&quot;m&quot;月&quot;\"/></numFmts>"
				  "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/>"
				  "<xf numFmtId=\"176\"/><xf numFmtId=\"10\"/></cellXfs>"},
		text);
}

Test(xlsx, strings_numbers_dates_and_formulas)
{
	expect_sheet(
		"<sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1"
		"</v></c><c r=\"C1\" t=\"str\"><f>A1</f><v>时限</v></c></row>"
		"<row r=\"2\" hidden=\"1\"><c r=\"A2\"><v>12.300000000000001</v></c><c r=\"B2\" "
		"s=\"1\"><v>45992</v></c><c r=\"C2\" s=\"2\"><v>45992</v></c></row>"
		"<row r=\"4\"><c r=\"A4\" s=\"3\"><f>1/4</f><v>0.25</v></c><c r=\"B4\" "
		"t=\"s\"><v>99</v></c><c r=\"C4\" t=\"b\"><v>1</v></c></row></sheetData>",
		"| 任务 | 牵头单位 | 时限 |\n| 12.3 | 2025-12-01 | 2025-12 |\n"
		"| 25.00% | | 1 |\n");
}

Test(xlsx, merged_cells_and_empty_columns)
{
	expect_sheet(
		"<sheetData><row r=\"1\">" TEXT(
			"A1",
			"青田县任务表") "</row>"
					"<row r=\"2\">" TEXT("A2", "序号") TEXT("C2", "任务") TEXT(
						"D2",
						"单位") "</row>"
							"<row r=\"3\"><c "
							"r=\"A3\"><v>1</v></c>" TEXT("C3", "甲") TEXT(
								"D3",
								"区水务局") "</row>"
									    "<row r=\"4\"><c "
									    "r=\"A4\"><v>2</v></"
									    "c>" TEXT(
										    "C4",
										    "乙\n丙") "</"
											      "row>"
											      "</"
											      "shee"
											      "tDat"
											      "a>"
											      "<mer"
											      "geCe"
											      "lls>"
											      "<mer"
											      "geCe"
											      "ll "
											      "ref="
											      "\"A1"
											      ":XFD"
											      "1\"/"
											      "><"
											      "merg"
											      "eCel"
											      "l "
											      "ref="
											      "\"D3"
											      ":D10"
											      "4857"
											      "6\"/"
											      ">"
											      "<mer"
											      "geCe"
											      "ll "
											      "ref="
											      "\"ju"
											      "nk\""
											      "/></"
											      "merg"
											      "eCel"
											      "ls>",
		"青田县任务表\n| 序号 | 任务 | 单位 |\n| 1 | 甲 | 区水务局 |\n"
		"| 2 | 乙 丙 | 区水务局 |\n");
}

Test(xlsx, sheets_follow_each_other_with_their_names)
{
	static const struct office_sheet sheets[] = {
		{"重点任务", NULL,
		 "<sheetData><row r=\"1\">" TEXT("A1", "甲") TEXT("B1", "乙") "</row></sheetData>"},
		{"选项", "hidden",
		 "<sheetData><row r=\"1\">" TEXT("A1", "藏") "</row></sheetData>"},
		{"Sheet3", NULL, "<sheetData><row r=\"1\">" TEXT("A1", "丙") "</row></sheetData>"},
		{"民生实事", NULL, "<sheetData><row>" TEXT("A1", "丁") "</row></sheetData>"},
	};

	page_expect_xlsx(&(struct office_xlsx){.sheets = sheets, .nsheets = 4},
			 "重点任务\n| 甲 | 乙 |\n丙\n\n民生实事\n丁\n");
}

struct shown {
	char value[24], code[24];
	long id;
	bool from_1904;
	char text[24];
};

ParameterizedTestParameters(xlsx, value_as_shown)
{
	static struct shown examples[] = {
		{"3", "", 0, false, "3"},
		{"0.1", "", 0, false, "0.1"},
		{"33.300000000000004", "", 0, false, "33.3"},
		{"9", "0.0", 164, false, "9.0"},
		{"1234.5", "", 4, false, "1234.50"},
		{"0.9", "", 9, false, "90%"},
		{"0.335", "0.0%", 164, false, "33.5%"},
		{"45992", "", 14, false, "2025-12-01"},
		{"45992.75", "", 22, false, "2025-12-01"},
		{"44530", "", 1904, true, "44530"},
		{"44530", "", 14, true, "2025-12-01"},
		{"36585", "yyyy-mm-dd", 164, false, "2000-02-29"},
		{"46022", "[$-804]yyyy\"年\"m\"月\";@", 164, false, "2025-12"},
		{"0.5", "h:mm", 164, false, "0.5"},
		{"45992", "\"第\"0\"批m\"", 164, false, "45992"},
		{"1.5e3", "", 0, false, "1500"},
		{"无", "", 14, false, "无"},
		{"99999999", "", 14, false, "99999999"},
	};

	return cr_make_param_array(struct shown, examples, sizeof examples / sizeof examples[0]);
}

ParameterizedTest(struct shown *x, xlsx, value_as_shown)
{
	struct strbuf out = STRBUF_INIT;

	xlsx_number_add(x->value, x->id, *x->code ? x->code : NULL, x->from_1904, &out);
	cr_assert_str_eq(out.s, x->text, "%s as %s (%ld): %s", x->value, x->code, x->id, out.s);
	strbuf_free(&out);
}
