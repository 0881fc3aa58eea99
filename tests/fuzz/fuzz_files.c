/* Files: whatever comes in, texts and documents end in UTF-8 or in a refusal. The XML of office
 * documents is packed here, so that what is changed is the XML and not its checksum. */
#include "tests/fuzz/fuzz.h"

#include "convert/convert.h"
#include "core/text/utf8.h"
#include "exchange/encoding.h"
#include "exchange/file_kind.h"
#include "tests/support/office.h"

#include <string.h>

enum { PARTS = 4 };

void fuzz_encoding(const char *bytes, size_t nbytes)
{
	struct arena a = ARENA_INIT;
	struct err e = ERR_INIT;
	enum file_kind kind;
	struct decoded d;

	if (file_kind_find(bytes, nbytes, &kind, &e) < 0)
		fuzz_check(e.code == ERR_FORMAT && e.text[0]);
	if (encoding_decode(&a, bytes, nbytes, &d, &e) == 0) {
		fuzz_check(memchr(bytes, 0, nbytes) ||
			   utf8_first_bad(d.text, d.nbytes) == d.nbytes);
		fuzz_check(d.encoding[0]);
		if (file_kind_of_text(d.text, d.nbytes, &kind, &e) == 0)
			fuzz_check(kind == FILE_TEXT || kind == FILE_HTML ||
				   kind == FILE_PLAN_JSON);
	} else {
		fuzz_check(e.code == ERR_FORMAT && e.text[0]);
	}
	arena_free(&a);
}

static void check_converter(converter *convert, const char *bytes, size_t nbytes)
{
	struct strbuf out = STRBUF_INIT;

	if (convert(bytes, nbytes, &out) == CONVERT_DONE && out.s) {
		fuzz_check(utf8_first_bad(out.s, out.nbytes) == out.nbytes);
		fuzz_check(strlen(out.s) == out.nbytes);
		fuzz_check(out.nbytes == 0 || out.s[out.nbytes - 1] == '\n');
	}
	strbuf_free(&out);
}

/* A page is given in UTF-8 always. */
void fuzz_html(const char *bytes, size_t nbytes)
{
	if (utf8_first_bad(bytes, nbytes) == nbytes)
		check_converter(convert_html, bytes, nbytes);
}

void fuzz_pdf_words(const char *bytes, size_t nbytes)
{
	if (utf8_first_bad(bytes, nbytes) == nbytes)
		check_converter(convert_pdf_words, bytes, nbytes);
}

void fuzz_docbook(const char *bytes, size_t nbytes)
{
	check_converter(convert_docbook, bytes, nbytes);
}

/* Archives as they are. */
void fuzz_zip(const char *bytes, size_t nbytes)
{
	check_converter(convert_docx, bytes, nbytes);
	check_converter(convert_xlsx, bytes, nbytes);
}

/* The parts of a document stand one after the other, parted by lines of "====". Missing ones are
 * empty. The caller frees what is given back. */
static char *split(const char *bytes, size_t nbytes, const char *parts[PARTS])
{
	static const char between[] = "\n====\n";
	char *text = malloc(nbytes + 1), *at = text;

	memcpy(text, bytes, nbytes);
	text[nbytes] = '\0';
	for (int i = 0; i < PARTS; i++) {
		char *next = strstr(at, between);

		parts[i] = at;
		at += strlen(at);
		if (next) {
			*next = '\0';
			at = next + strlen(between);
		}
	}
	return text;
}

void fuzz_docx(const char *bytes, size_t nbytes)
{
	const char *parts[PARTS];
	char *text = split(bytes, nbytes, parts);
	size_t n;
	char *zip = office_docx(
		&(struct office_docx){
			.body = parts[0],
			.numbering = parts[1],
			.styles = parts[2],
			.footnotes = parts[3],
		},
		&n);

	check_converter(convert_docx, zip, n);
	free(zip);
	free(text);
}

void fuzz_xlsx(const char *bytes, size_t nbytes)
{
	const char *parts[PARTS];
	char *text = split(bytes, nbytes, parts);
	struct office_sheet sheet = {"Sheet1", NULL, parts[0]};
	size_t n;
	char *zip = office_xlsx(
		&(struct office_xlsx){
			.sheets = &sheet,
			.nsheets = 1,
			.strings = parts[1],
			.styles = parts[2],
			.properties = parts[3],
		},
		&n);

	check_converter(convert_xlsx, zip, n);
	free(zip);
	free(text);
}
