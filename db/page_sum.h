/* page_sum.h - the sum at the end of each page of a file (sql_sqlite_pages.c), over its bytes and
 * its number: a byte that has changed is seen, and a page that stands where another one was. */
#ifndef DUBAN_DB_PAGE_SUM_H
#define DUBAN_DB_PAGE_SUM_H

#include <stdbool.h>
#include <stdint.h>

enum { PAGE_SUM_BYTES = 8 };

/* `number` counts from 0. */
void page_sum_make(const unsigned char *page, int nbytes, int64_t number,
		   unsigned char out[PAGE_SUM_BYTES]);
/* Whether the page at this place of the file ends in its sum, or was never written. */
bool page_sum_fits(const unsigned char *page, int nbytes, int64_t at);

#endif
