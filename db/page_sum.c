/* Sums of pages: two numbers that grow with each other over the words of the page. */
#include "db/page_sum.h"

#include <string.h>

/* Sums that grow with each other: the order of the words counts. */
void page_sum_make(const unsigned char *page, int nbytes, int64_t number,
		   unsigned char out[PAGE_SUM_BYTES])
{
	uint32_t a = (uint32_t)number, b = (uint32_t)(number >> 32) + 1, words[2];

	for (int i = 0; i < nbytes - PAGE_SUM_BYTES; i += PAGE_SUM_BYTES) {
		for (int w = 0; w < 2; w++) {
			const unsigned char *s = page + i + 4 * w;
			words[w] = (uint32_t)s[0] | (uint32_t)s[1] << 8 | (uint32_t)s[2] << 16 |
				   (uint32_t)s[3] << 24;
		}
		a += words[0] + b;
		b += words[1] + a;
	}
	for (int i = 0; i < 4; i++) {
		out[i] = (unsigned char)(a >> (8 * i));
		out[4 + i] = (unsigned char)(b >> (8 * i));
	}
}

/* A page that SQLite took and never wrote is all zeroes. */
static bool is_blank(const unsigned char *page, int nbytes)
{
	return page[0] == 0 && memcmp(page, page + 1, (size_t)nbytes - 1) == 0;
}

bool page_sum_fits(const unsigned char *page, int nbytes, int64_t at)
{
	unsigned char sum[PAGE_SUM_BYTES];

	page_sum_make(page, nbytes, at / nbytes, sum);
	return memcmp(page + nbytes - PAGE_SUM_BYTES, sum, PAGE_SUM_BYTES) == 0 ||
	       is_blank(page, nbytes);
}
