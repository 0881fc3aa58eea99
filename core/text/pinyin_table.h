/*
 * pinyin_table.h - the readings of Han characters, which the build makes from Unicode's data with
 * core/pinyin_table. Constant and without addresses in it: nothing is read or relocated at start.
 */
#ifndef DUBAN_CORE_PINYIN_TABLE_H
#define DUBAN_CORE_PINYIN_TABLE_H

#include <stdint.h>

enum { PINYIN_PAGE = 64 }; /* characters of one page */

/* Texts that end in a zero byte, as "le/yue": the usual reading first. At 0 is the empty one. */
extern const char pinyin_readings[];
/* For the pages of all code points (below pinyin_npages * PINYIN_PAGE) their number in
 * pinyin_entries; for their characters the place in pinyin_readings. */
extern const uint32_t pinyin_npages;
extern const uint16_t pinyin_pages[];
extern const uint16_t pinyin_entries[][PINYIN_PAGE];

#endif
