/* xlsx_number.h - values of cells as their formats show them. */
#ifndef DUBAN_CONVERT_XLSX_NUMBER_H
#define DUBAN_CONVERT_XLSX_NUMBER_H

#include "core/mem.h"

#include <stdbool.h>

/*
 * Adds the value ("45992", "0.335") as the format shows it: a date as YYYY-MM-DD, or YYYY-MM where
 * the format shows no day; "33.5%"; a fixed number of decimals; else up to 15 digits. `id` is the
 * number of a format, `code` its code or NULL for a built-in one. What is no number stays.
 */
void xlsx_number_add(const char *value, long id, const char *code, bool from_1904,
		     struct strbuf *out);

#endif
