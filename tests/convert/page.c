/* The converters are called as duban-convert calls them, only without its limits. */
#include "tests/convert/page.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

void page_expect(converter *convert, const char *bytes, size_t nbytes, const char *text)
{
	struct strbuf out = STRBUF_INIT;

	cr_assert_eq(convert(bytes, nbytes, &out), CONVERT_DONE);
	strbuf_puts(&out, "");
	cr_assert_str_eq(out.s, text, "is:\n%s\nshould be:\n%s", out.s, text);
	strbuf_free(&out);
}

void page_expect_html(const char *html, const char *text)
{
	page_expect(convert_html, html, strlen(html), text);
}

void page_expect_docx(const struct office_docx *d, const char *text)
{
	size_t nbytes;
	char *zip = office_docx(d, &nbytes);

	page_expect(convert_docx, zip, nbytes, text);
	free(zip);
}

void page_expect_xlsx(const struct office_xlsx *x, const char *text)
{
	size_t nbytes;
	char *zip = office_xlsx(x, &nbytes);

	page_expect(convert_xlsx, zip, nbytes, text);
	free(zip);
}

enum convert_end page_end(converter *convert, const char *bytes, size_t nbytes)
{
	struct strbuf out = STRBUF_INIT;
	enum convert_end end = convert(bytes, nbytes, &out);

	strbuf_free(&out);
	return end;
}
