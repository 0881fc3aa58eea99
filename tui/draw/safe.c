/*
 * The stand-ins for ambiguous characters: what a person reads the same meaning from. Numbers in
 * circles keep their figure, quotation marks their place, lines and blocks their weight.
 */
#include "tui/draw/safe.h"

#include "core/text/utf8.h"

#include <string.h>
#include <wchar.h>

static const struct {
	uint32_t from, to;
	char pair[3];
} table[] = {
	{0x00A7, 0x00A7, "S "},	 {0x00B0, 0x00B0, "o "},  {0x00B1, 0x00B1, "+-"},
	{0x00B7, 0x00B7, ". "},	 {0x00D7, 0x00D7, "x "},  {0x00F7, 0x00F7, "/ "},
	{0x2010, 0x2010, "- "},	 {0x2013, 0x2015, "--"},  {0x2016, 0x2016, "||"},
	{0x2018, 0x2019, "' "},	 {0x201C, 0x201D, "\" "}, {0x2020, 0x2021, "+ "},
	{0x2022, 0x2022, "* "},	 {0x2024, 0x2024, ". "},  {0x2025, 0x2026, ".."},
	{0x2027, 0x2027, ". "},	 {0x2030, 0x2030, "%o"},  {0x2032, 0x2032, "' "},
	{0x2033, 0x2033, "\" "}, {0x203B, 0x203B, "* "},  {0x20AC, 0x20AC, "E "},
	{0x2103, 0x2103, "C "},	 {0x2116, 0x2116, "No"},  {0x2190, 0x2190, "<-"},
	{0x2191, 0x2191, "^ "},	 {0x2192, 0x2192, ">>"},  {0x2193, 0x2193, "v "},
	{0x2194, 0x2194, "<>"},	 {0x21D2, 0x21D2, "=>"},  {0x2215, 0x2215, "/ "},
	{0x221A, 0x221A, "v "},	 {0x2236, 0x2236, ": "},  {0x223C, 0x223D, "~ "},
	{0x2248, 0x2248, "~="},	 {0x2260, 0x2260, "!="},  {0x2264, 0x2264, "<="},
	{0x2265, 0x2265, ">="},	 {0x2266, 0x2266, "<="},  {0x2267, 0x2267, ">="},
	{0x226A, 0x226A, "<<"},	 {0x226B, 0x226B, ">>"},  {0x2500, 0x2501, "--"},
	{0x2502, 0x2503, "| "},	 {0x2504, 0x2505, "--"},  {0x250C, 0x254B, "+-"},
	{0x2550, 0x2550, "=="},	 {0x2551, 0x2551, "||"},  {0x2552, 0x256C, "+="},
	{0x2580, 0x258F, "##"},	 {0x2592, 0x2593, "%%"},  {0x25A0, 0x25A0, "# "},
	{0x25A1, 0x25A1, "[]"},	 {0x25B2, 0x25B3, "^ "},  {0x25B6, 0x25B7, "> "},
	{0x25BC, 0x25BD, "v "},	 {0x25C0, 0x25C1, "< "},  {0x25C6, 0x25C8, "* "},
	{0x25CB, 0x25CB, "o "},	 {0x25CE, 0x25D1, "o "},  {0x2605, 0x2606, "* "},
};

/* First figures of the runs of numbers in circles, brackets, and with a point. */
static const struct {
	uint32_t from;
	int count;
} numbered[] = {{0x2460, 20}, {0x2474, 20}, {0x2488, 20}, {0x2776, 10}, {0x24EB, 10}};

static int number_of(uint32_t cp)
{
	for (size_t i = 0; i < sizeof numbered / sizeof numbered[0]; i++) {
		uint32_t n = cp - numbered[i].from;
		if (cp >= numbered[i].from && n < (uint32_t)numbered[i].count)
			return (int)n + (numbered[i].from == 0x24EB ? 11 : 1);
	}
	return 0;
}

void safe_pair(uint32_t cp, char out[2])
{
	int n = number_of(cp);

	memcpy(out, "??", 2);
	if (n >= 10) {
		out[0] = (char)('0' + n / 10);
		out[1] = (char)('0' + n % 10);
	} else if (n > 0) {
		out[0] = (char)('0' + n);
		out[1] = ')';
	}
	for (size_t i = 0; n == 0 && i < sizeof table / sizeof table[0]; i++)
		if (cp >= table[i].from && cp <= table[i].to)
			memcpy(out, table[i].pair, 2);
}

/* Curses places a character as the C library counts it, which may be older than the character. In a
 * locale without ideographs it counts none of them, and nothing can be learned from it. */
static bool is_counted_otherwise(uint32_t cp, int cols)
{
	static const wchar_t ideograph = 0x4E00;

	return wcwidth((wchar_t)cp) != cols && wcwidth(ideograph) == 2;
}

bool safe_always(uint32_t cp, char out[3])
{
	enum {
		FLAG_A = 0x1F1E6,
		FLAG_Z = 0x1F1FF,
		SKIN_FIRST = 0x1F3FB,
		SKIN_LAST = 0x1F3FF,
		KEYCAP = 0x20E3,
		NEW_FIRST = 0x1FA70,
		NEW_LAST = 0x1FAFF
	};
	int cols = utf8_cp_cols(cp);
	char sign = '?';

	if ((cp >= 0x4E00 && cp <= 0x9FFF) || (cp >= 0x3000 && cp <= 0x3029)) /* nearly all */
		return false;
	if (cp >= FLAG_A && cp <= FLAG_Z)
		sign = (char)('A' + (cp - FLAG_A));
	else if ((cp >= SKIN_FIRST && cp <= SKIN_LAST) || cp == KEYCAP)
		sign = ' ';
	else if (!utf8_is_unsettled(cp) && (cp < NEW_FIRST || cp > NEW_LAST) &&
		 !is_counted_otherwise(cp, cols))
		return false;
	memset(out, 0, 3);
	memset(out, sign, (size_t)cols);
	return true;
}
