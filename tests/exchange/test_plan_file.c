/*
 * Files of every kind made into plans, by the program and its helper duban-convert as they are
 * installed: the same small plan in each format gives the same actions.
 */
#include "exchange/plan_file.h"
#include "tests/exchange/paper.h"
#include "tests/support/office.h"
#include "tests/support/tmp.h"

#include <criterion/criterion.h>
#include <criterion/parameterized.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define PLAN                                                                                                       \
	"青田县健康行动方案\n一、主要任务\n"                                                        \
	"（一）健康讲堂行动。开展讲堂400场。（县卫生健康局牵头，县教育局配合）\n" \
	"（二）净水行动。改造水厂。（县水务局负责）\n"

struct desk {
	struct tmp tmp;
	struct arena a;
	struct plan p;
	struct plan_source source;
	struct err e;
};

static void desk_open(struct desk *d)
{
	*d = (struct desk){0};
	tmp_make(&d->tmp);
}

static void desk_close(struct desk *d)
{
	arena_free(&d->a);
	tmp_remove(&d->tmp);
}

/* Writes the bytes as a file whose name says nothing, and reads it. */
static int read_bytes(struct desk *d, const char *bytes, size_t nbytes)
{
	char *path = tmp_write(&d->tmp, "plan", bytes, nbytes);
	int result = plan_file_read(&d->a, path, &d->p, &d->source, &d->e);

	free(path);
	return result;
}

static void expect_plan(struct desk *d, const char *bytes, size_t nbytes, const char *how)
{
	cr_assert_eq(read_bytes(d, bytes, nbytes), 0, "%s", d->e.text);
	cr_assert_str_eq(plan_source_text(&d->a, &d->source), how);
	cr_assert_str_eq(d->p.file, "plan");
	cr_assert_str_eq(d->p.title, "青田县健康行动方案");
	cr_assert_eq(d->p.actions.n, 2);
	cr_assert_eq(d->p.actions.at[0].units.n, 2);
	cr_assert_str_eq(d->p.actions.at[0].units.at[0].name, "县卫生健康局");
	cr_assert_eq(d->p.actions.at[0].units.at[0].role, ROLE_LEAD);
	cr_assert_str_eq(d->p.actions.at[1].units.at[0].name, "县水务局");
}

static void expect_refusal(const char *bytes, size_t nbytes, enum err_code code, const char *says)
{
	struct desk d;

	desk_open(&d);
	cr_assert_eq(read_bytes(&d, bytes, nbytes), -1, "%s", says);
	cr_assert_eq(d.e.code, code, "%s", d.e.text);
	cr_assert(strstr(d.e.text, says), "%s", d.e.text);
	desk_close(&d);
}

Test(plan_file, text)
{
	static const char gb[] =
		"\xA3\xA8\xD2\xBB\xA3\xA9\xBE\xBB\xCB\xAE\xA1\xA3\xA3\xA8\xC7\xF8\xCB"
		"\xAE\xCE\xF1\xBE\xD6\xB8\xBA\xD4\xF0\xA3\xA9\r\n";
	struct desk d;

	desk_open(&d);
	expect_plan(&d, PLAN, strlen(PLAN), "");
	cr_assert_eq(read_bytes(&d, gb, strlen(gb)), 0, "%s", d.e.text);
	cr_assert_str_eq(plan_source_text(&d.a, &d.source), "plain text in GB18030");
	cr_assert_str_eq(d.p.actions.at[0].units.at[0].name, "区水务局");
	desk_close(&d);
}

Test(plan_file, plan_json)
{
	static const char json[] =
		" {\"title\": \"甲\", \"actions\": [{\"no\": \"1\", \"title\": \"乙\"}]}";
	struct desk d;

	desk_open(&d);
	cr_assert_eq(read_bytes(&d, json, strlen(json)), 0, "%s", d.e.text);
	cr_assert_str_eq(plan_source_text(&d.a, &d.source), "plan JSON");
	cr_assert_eq(d.p.actions.n, 1);
	desk_close(&d);
}

Test(plan_file, web_page)
{
	static const char page[] = "<!DOCTYPE html>\n<html><head><meta "
				   "charset=\"gb2312\"><title>公开</title></head><body>"
				   "<h1>青田县健康行动方案</h1><p>一、主要任务</"
				   "p><p>（一）健康讲堂行动。开展讲堂400场。"
				   "（县卫生健康局牵头，县教育局配合）</"
				   "p><p>（二）净水行动。改造水厂。（县水务局负责）</p>"
				   "<script>var a = '（三）';</script></body></html>\n";
	struct desk d;

	desk_open(&d);
	expect_plan(&d, page, strlen(page), "web page");
	desk_close(&d);
}

Test(plan_file, word_document)
{
#define W(text) "<w:p><w:r><w:t>" text "</w:t></w:r></w:p>"
#define N(text)                                                                                    \
	"<w:p><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr><w:r><w:t>" text             \
	"</w:t></w:r></w:p>"
	struct desk d;
	size_t nbytes;
	char *zip = office_docx(
		&(struct office_docx){
			.numbering =
				"<w:abstractNum w:abstractNumId=\"0\"><w:lvl "
				"w:ilvl=\"0\"><w:numFmt "
				"w:val=\"chineseCounting\"/><w:lvlText w:val=\"（%1）\"/></w:lvl>"
				"</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId "
				"w:val=\"0\"/>"
				"</w:num>",
			.body = W("青田县健康行动方案") W("一、主要任务")
				N("健康讲堂行动。开展讲堂400场。（县卫生健康局牵头，县教育局配合）")
					N("净水行动。改造水厂。（县水务局负责）")},
		&nbytes);

	desk_open(&d);
	expect_plan(&d, zip, nbytes, "Word document");
	desk_close(&d);
	free(zip);
}

Test(plan_file, workbook)
{
#define C(text) "<c t=\"inlineStr\"><is><t>" text "</t></is></c>"
	static const struct office_sheet sheet = {
		"Sheet1", NULL,
		"<sheetData><row>" C(
			"青田县健康行动方案") "</row>"
					      "<row>" C("序号") C("任务") C("牵头单位") C("配合单"
											  "位")
						      C("完成时限") "</row>"
								    "<row><c><v>1</v></c>" C(
									    "健康讲堂行动") C("县卫"
											      "生"
											      "健康"
											      "局")
									    C("县教育局") "<c "
											  "s=\"1\">"
											  "<"
											  "v>46722<"
											  "/"
											  "v></c></"
											  "row>"
											  "<row><c>"
											  "<"
											  "v>2</"
											  "v></"
											  "c>" C("净"
												 "水"
												 "行"
												 "动") C("县"
													 "水"
													 "务"
													 "局") C("县财政局")
												  C("长期坚持") "</row></sheetData>"};
	struct desk d;
	size_t nbytes;
	char *zip = office_xlsx(
		&(struct office_xlsx){
			.sheets = &sheet,
			.nsheets = 1,
			.styles = "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs>"},
		&nbytes);

	desk_open(&d);
	expect_plan(&d, zip, nbytes, "Excel workbook");
	cr_assert_str_eq(d.p.actions.at[0].due, "2027-12-01");
	desk_close(&d);
	free(zip);
}

static bool has_program(const char *name)
{
	char command[64];

	snprintf(command, sizeof command, "command -v %s >/dev/null", name);
	return system(command) == 0;
}

Test(plan_file, old_word_document)
{
	static const char *const programs[] = {"antiword", "catdoc"};
	struct desk d;
	size_t nbytes;
	char *doc = paper_doc(PLAN, 0, &nbytes);

	if (!has_program(programs[0]) && !has_program(programs[1]))
		cr_skip_test("neither antiword nor catdoc is installed");
	desk_open(&d);
	expect_plan(&d, doc, nbytes, "Word 97 document");
	desk_close(&d);
	free(doc);
}

Test(plan_file, pdf)
{
	struct desk d;
	size_t nbytes;
	char *pdf = paper_pdf(PLAN, &nbytes);

	if (!has_program("pdftotext"))
		cr_skip_test("pdftotext is not installed");
	desk_open(&d);
	expect_plan(&d, pdf, nbytes, "PDF document");
	desk_close(&d);
	free(pdf);
	pdf = paper_pdf("  ", &nbytes);
	expect_refusal(pdf, nbytes, ERR_FORMAT, "pictures of pages");
	expect_refusal("%PDF-1.4\ntrailer<</Encrypt 3 0 R>>", 34, ERR_FORMAT, "password");
	expect_refusal("%PDF-1.4\nnothing", 16, ERR_FORMAT, "damaged");
	free(pdf);
}

/* The tools are looked for where PATH says. */
Test(plan_file, a_missing_program_is_told_by_its_package)
{
	size_t nbytes;
	char *doc = paper_doc(PLAN, 0, &nbytes);

	setenv("PATH", "/nowhere", 1);
	expect_refusal(doc, nbytes, ERR_IO, "\"antiword\"");
	expect_refusal("%PDF-1.4\n", 9, ERR_IO, "\"poppler-utils\"");
	free(doc);
}

struct refused {
	char bytes[32];
	size_t nbytes;
	char says[32];
};

ParameterizedTestParameters(plan_file, known_and_not_read)
{
#define BYTES(bytes) bytes, sizeof bytes - 1
	static struct refused examples[] = {
		{BYTES("{\\rtf1\\ansi hello}"), "RTF"},
		{BYTES("\x89PNG\r\n\x1A\n\0\0"), "a picture"},
		{BYTES("\xFF\xD8\xFF\xE0"), "a picture"},
		{BYTES("II*\0\x08\0\0\0"), "a picture"},
		{BYTES("Rar!\x1A\x07"), "an archive"},
		{BYTES("7z\xBC\xAF\x27\x1C"), "an archive"},
		{BYTES("PK\3\4 and no more"), "cut short"},
		{BYTES("SQLite format 3"), "a database"},
		{BYTES("a\0b"), "zero byte"},
		{BYTES(""), "empty"},
		{BYTES("<html><body></body></html>"), "no text in it"},
	};

	return cr_make_param_array(struct refused, examples, sizeof examples / sizeof examples[0]);
}

ParameterizedTest(struct refused *x, plan_file, known_and_not_read)
{
	expect_refusal(x->bytes, x->nbytes, ERR_FORMAT, x->says);
}

Test(plan_file, containers_are_known_by_what_is_in_them)
{
	static const struct {
		const char *name, *says;
	} zips[] = {{"OFD.xml", "OFD"},
		    {"content.xml", "OpenDocument"},
		    {"ppt/presentation.xml", "slide show"},
		    {"plan.txt", "zip archive"},
		    {"word/document.xml", "damaged"},
		    {"xl/workbook.xml", "damaged"}};
	static const struct {
		const char *stream, *says;
	} compounds[] = {{"EncryptedPackage", "password"},
			 {"Workbook", ".xlsx"},
			 {"Book", ".xlsx"},
			 {"PowerPoint Document", "slide show"},
			 {"Else", "unknown kind"}};
	size_t nbytes;
	char *bytes;

	for (size_t i = 0; i < sizeof zips / sizeof zips[0]; i++) {
		bytes = office_zip(&(struct office_part){zips[i].name, "x", 0}, 1, &nbytes);
		expect_refusal(bytes, nbytes, ERR_FORMAT, zips[i].says);
		free(bytes);
	}
	for (size_t i = 0; i < sizeof compounds / sizeof compounds[0]; i++) {
		bytes = paper_compound(compounds[i].stream, &nbytes);
		expect_refusal(bytes, nbytes, ERR_FORMAT, compounds[i].says);
		free(bytes);
	}
	bytes = paper_doc(PLAN, 0x0100, &nbytes);
	expect_refusal(bytes, nbytes, ERR_FORMAT, "password");
	free(bytes);
}

Test(plan_file, a_bomb_ends_in_a_sentence)
{
	enum { BIG = 160 << 20, DEEP = 100000 };
	struct office_part part = {"word/document.xml", NULL, BIG};
	char *bytes = calloc(1, BIG);
	size_t nbytes;

	part.text = bytes;
	char *zip = office_zip(&part, 1, &nbytes);
	expect_refusal(zip, nbytes, ERR_FORMAT, "far more than a plan document");
	free(zip);
	for (int i = 0; i < DEEP; i++)
		memcpy(bytes + 5 * i, "<div>", 5);
	expect_refusal(bytes, DEEP * 5, ERR_FORMAT, "nested too deeply");
	free(bytes);
}

Test(plan_file, characters_lost_before_are_doubtful)
{
	static const char text[] =
		"（一）净水。（区水务局负责）\n（二）建\xEF\xBF\xBD站。（区\xEF\xBF\xBD育局负责）\n"
		"（三）绿化。（区园林局负责）\xEF\xBF\xBD";
	struct desk d;
	size_t lost = 0;

	desk_open(&d);
	cr_assert_eq(read_bytes(&d, text, strlen(text)), 0, "%s", d.e.text);
	for (size_t i = 0; i < d.p.doubts.n; i++) {
		const struct plan_doubt *doubt = &d.p.doubts.at[i];

		if (!strstr(doubt->text, "lost"))
			continue;
		cr_assert_eq(doubt->line, (int)lost + 2);
		cr_assert_eq(memcmp(d.p.text + doubt->span.from, "\xEF\xBF\xBD", 3), 0);
		lost++;
	}
	cr_assert_eq(lost, 2);
	desk_close(&d);
}

Test(plan_file, files_that_cannot_be_read)
{
	struct desk d;
	char *path;

	desk_open(&d);
	path = tmp_path(&d.tmp, "missing");
	cr_assert_eq(plan_file_read(&d.a, path, &d.p, NULL, &d.e), -1);
	cr_assert_eq(d.e.code, ERR_NOT_FOUND);
	cr_assert_eq(plan_file_read(&d.a, d.tmp.dir, &d.p, NULL, &d.e), -1);
	cr_assert_eq(d.e.code, ERR_INPUT);
	free(path);
	desk_close(&d);
}
