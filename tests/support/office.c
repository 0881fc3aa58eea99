/* The packages are as small as Word and Excel take them: parts, relations, and no more. */
#include "tests/support/office.h"

#include "core/mem.h"

#include <archive.h>
#include <archive_entry.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define DECLARATION "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
#define WORD                                                                                       \
	"xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "                \
	"xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" "                \
	"xmlns:v=\"urn:schemas-microsoft-com:vml\" "                                               \
	"xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\""
#define SHEET	"xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
#define RELATED "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

static la_ssize_t add_bytes(struct archive *archive, void *to, const void *bytes, size_t n)
{
	(void)archive;
	strbuf_add(to, bytes, n);
	return (la_ssize_t)n;
}

static void must(struct archive *archive, int rc)
{
	if (rc == ARCHIVE_OK)
		return;
	fprintf(stderr, "tests: zip: %s\n", archive_error_string(archive));
	abort();
}

char *office_zip(const struct office_part *parts, size_t n, size_t *nbytes)
{
	struct archive *archive = archive_write_new();
	struct strbuf b = STRBUF_INIT;

	must(archive, archive_write_set_format_zip(archive));
	must(archive, archive_write_set_bytes_in_last_block(archive, 1));
	must(archive, archive_write_open(archive, &b, NULL, add_bytes, NULL));
	for (size_t i = 0; i < n; i++) {
		size_t size = parts[i].nbytes ? parts[i].nbytes : strlen(parts[i].text);
		struct archive_entry *entry = archive_entry_new();

		archive_entry_set_pathname(entry, parts[i].name);
		archive_entry_set_size(entry, (la_int64_t)size);
		archive_entry_set_filetype(entry, AE_IFREG);
		archive_entry_set_perm(entry, 0644);
		must(archive, archive_write_header(archive, entry));
		archive_write_data(archive, parts[i].text, size);
		archive_entry_free(entry);
	}
	must(archive, archive_write_close(archive));
	archive_write_free(archive);
	*nbytes = b.nbytes;
	return strbuf_detach(&b);
}

static const char *relations(struct arena *a, const char *const targets[][2], size_t n)
{
	const char *text = DECLARATION
		"<Relationships "
		"xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";

	for (size_t i = 0; i < n; i++)
		text = arena_printf(
			a, "%s<Relationship Id=\"rId%zu\" Type=\"" RELATED "/%s\" Target=\"%s\"/>",
			text, i + 1, targets[i][0], targets[i][1]);
	return arena_printf(a, "%s</Relationships>", text);
}

static const char *package(struct arena *a, const char *main_part)
{
	const char *const target[][2] = {{"officeDocument", main_part}};

	return relations(a, target, 1);
}

static const char *word_part(struct arena *a, const char *name, const char *inner)
{
	return arena_printf(a, DECLARATION "<w:%s " WORD ">%s</w:%s>", name, inner ? inner : "",
			    name);
}

char *office_docx(const struct office_docx *d, size_t *nbytes)
{
	static const char *const targets[][2] = {{"styles", "styles.xml"},
						 {"numbering", "numbering.xml"},
						 {"footnotes", "/word/footnotes.xml"}};
	struct arena a = ARENA_INIT;
	const char *body = arena_printf(&a, "<w:body>%s<w:sectPr/></w:body>", d->body);
	const struct office_part parts[] = {
		{"_rels/.rels", package(&a, "word/document.xml"), 0},
		{"word/document.xml", word_part(&a, "document", body), 0},
		{"word/_rels/document.xml.rels", relations(&a, targets, 3), 0},
		{"word/styles.xml", word_part(&a, "styles", d->styles), 0},
		{"word/numbering.xml", word_part(&a, "numbering", d->numbering), 0},
		{"word/footnotes.xml", word_part(&a, "footnotes", d->footnotes), 0},
		{"word/media/image1.png", "\x89PNG", 0},
	};
	char *zip = office_zip(parts, sizeof parts / sizeof parts[0], nbytes);

	arena_free(&a);
	return zip;
}

static const char *workbook(struct arena *a, const struct office_xlsx *x)
{
	const char *text = arena_printf(
		a, DECLARATION "<workbook " SHEET " xmlns:r=\"" RELATED "\">%s<sheets>",
		x->properties ? x->properties : "");

	for (size_t i = 0; i < x->nsheets; i++)
		text = arena_printf(
			a, "%s<sheet name=\"%s\" sheetId=\"%zu\" state=\"%s\" r:id=\"rId%zu\"/>",
			text, x->sheets[i].name, i + 1,
			x->sheets[i].state ? x->sheets[i].state : "visible", i + 3);
	return arena_printf(a, "%s</sheets></workbook>", text);
}

char *office_xlsx(const struct office_xlsx *x, size_t *nbytes)
{
	enum { FIXED = 5, MOST = 16 };
	struct arena a = ARENA_INIT;
	const char *targets[MOST][2] = {{"sharedStrings", "sharedStrings.xml"},
					{"styles", "styles.xml"}};
	struct office_part parts[FIXED + MOST] = {
		{"_rels/.rels", package(&a, "xl/workbook.xml"), 0},
		{"xl/workbook.xml", workbook(&a, x), 0},
		{"xl/sharedStrings.xml",
		 arena_printf(&a, DECLARATION "<sst " SHEET ">%s</sst>",
			      x->strings ? x->strings : ""),
		 0},
		{"xl/styles.xml",
		 arena_printf(&a, DECLARATION "<styleSheet " SHEET ">%s</styleSheet>",
			      x->styles ? x->styles : ""),
		 0},
	};
	char *zip;

	for (size_t i = 0; i < x->nsheets; i++) {
		const char *name = arena_printf(&a, "worksheets/sheet%zu.xml", i + 1);

		targets[i + 2][0] = "worksheet";
		targets[i + 2][1] = name;
		parts[FIXED + i] = (struct office_part){
			arena_printf(&a, "xl/%s", name),
			arena_printf(&a, DECLARATION "<worksheet " SHEET ">%s</worksheet>",
				     x->sheets[i].xml),
			0};
	}
	parts[FIXED - 1] = (struct office_part){
		"xl/_rels/workbook.xml.rels",
		relations(&a, (const char *const(*)[2])targets, x->nsheets + 2), 0};
	zip = office_zip(parts, FIXED + x->nsheets, nbytes);
	arena_free(&a);
	return zip;
}
