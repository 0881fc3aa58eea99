/*
 * file_kind.h - what a file is, by its bytes and never by its name: offices rename files, and many
 * a ".doc" is a web page.
 */
#ifndef DUBAN_EXCHANGE_FILE_KIND_H
#define DUBAN_EXCHANGE_FILE_KIND_H

#include "core/err.h"
#include "core/words.h"

#include <stddef.h>

/* The kinds that are read. */
#define FILE_KINDS(X)                                                                              \
	X(FILE_TEXT, "text", N_("plain text"))                                                     \
	X(FILE_PLAN_JSON, "plan-json", N_("plan JSON"))                                            \
	X(FILE_HTML, "html", N_("web page"))                                                       \
	X(FILE_DOCX, "docx", N_("Word document"))                                                  \
	X(FILE_XLSX, "xlsx", N_("Excel workbook"))                                                 \
	X(FILE_DOC, "doc", N_("Word 97 document"))                                                 \
	X(FILE_PDF, "pdf", N_("PDF document"))
enum file_kind { FILE_KINDS(WORDS_ENUM) FILE_KIND_COUNT };
const char *file_kind_word(enum file_kind v);
const char *file_kind_label(enum file_kind v);

/*
 * Finds the kind of a file that is not text in some encoding: FILE_TEXT where the bytes show
 * nothing else. Fails with ERR_FORMAT for what is known and not read (an old .xls, RTF, a picture,
 * a file under a password …) and a sentence that says what to do.
 */
int file_kind_find(const char *bytes, size_t nbytes, enum file_kind *kind, struct err *e);

/* FILE_TEXT, FILE_HTML or FILE_PLAN_JSON for a text in UTF-8; fails as above (RTF, saved mail). */
int file_kind_of_text(const char *text, size_t nbytes, enum file_kind *kind, struct err *e);

#endif
