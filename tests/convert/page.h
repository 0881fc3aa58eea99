/* page.h - a document converted within the test, and what came of it. */
#ifndef DUBAN_TESTS_PAGE_H
#define DUBAN_TESTS_PAGE_H

#include "convert/convert.h"
#include "tests/support/office.h"

/* Converts; fails the test where that fails or the text is another one. */
void page_expect(converter *convert, const char *bytes, size_t nbytes, const char *text);
void page_expect_html(const char *html, const char *text);
void page_expect_docx(const struct office_docx *d, const char *text);
void page_expect_xlsx(const struct office_xlsx *x, const char *text);
/* The status that a document ends with. */
enum convert_end page_end(converter *convert, const char *bytes, size_t nbytes);

#endif
