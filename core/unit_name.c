/*
 * What the name of a unit alone tells: whether it stands for several units, and whether two names
 * may be two forms of one. Both are guesses that a person is asked about; the words they rest on
 * stand in the tables.
 */
#include "core/unit_name.h"

#include "core/utf8.h"

#include <stddef.h>
#include <string.h>

#define COUNT(table) (sizeof(table) / sizeof(table)[0])

enum { SAME_MIN_CHARS = 3 };

/* Anywhere in a name: it stands for several. */
static const char *const collective_marks[] = {
	"各", "相关", "有关", "成员单位", "其它", "其他", "所属单位", "等部门", "等单位",
};
/* The whole of a name, brackets aside. */
static const char *const collective_names[] = {
	"街镇",	  "镇街",   "街道", "乡镇",   "镇乡",	  "街道乡镇", "乡镇街道",
	"镇街道", "县市区", "区县", "县区市", "县直部门", "区直部门",
};

static bool is_bracket(uint32_t cp)
{
	return cp != 0 && cp < 0x80 && strchr("()<>[]", (int)cp);
}

/* The name without brackets, as far as it fits; a longer one is none of the short general names. */
static void drop_brackets(const char *name, char *out, size_t room)
{
	const char *end = name + strlen(name);
	size_t n = 0;

	while (name < end && n + 4 < room) {
		uint32_t cp;
		int nbytes = utf8_decode(name, end, &cp);
		if (!is_bracket(utf8_halfwidth(cp)) && cp != 0x3008 && cp != 0x3009) {
			memcpy(out + n, name, (size_t)nbytes);
			n += (size_t)nbytes;
		}
		name += nbytes;
	}
	out[n] = '\0';
}

bool unit_name_is_collective(const char *name)
{
	char bare[64];

	for (size_t i = 0; i < COUNT(collective_marks); i++)
		if (strstr(name, collective_marks[i]))
			return true;
	drop_brackets(name, bare, sizeof bare);
	for (size_t i = 0; i < COUNT(collective_names); i++)
		if (strcmp(bare, collective_names[i]) == 0)
			return true;
	return false;
}

/* A character that tells units apart: a kind, a level, a place, a number. It may not be what one
 * name has more than the other. */
static bool tells_apart(const char *s, size_t nbytes)
{
	static const char marks[] = "局委办部院处署厅分区县省镇街一二三四五六七八九十(（";
	char c[8] = "";

	if (nbytes >= sizeof c)
		return true;
	memcpy(c, s, nbytes);
	return strstr(marks, c) != NULL;
}

/* The level that a name begins with, 0 for none; "市场…" is a subject, not a city. */
static size_t level_nbytes(const char *name)
{
	static const char *const levels[] = {"区", "市", "省", "县", "镇"};

	if (strncmp(name, "市场", strlen("市场")) == 0)
		return 0;
	for (size_t i = 0; i < COUNT(levels); i++)
		if (strncmp(name, levels[i], strlen(levels[i])) == 0)
			return strlen(levels[i]);
	return 0;
}

/* Whether both begin with the same level and the same character after it. */
static bool begin_agrees(const char *a, const char *b)
{
	size_t level = level_nbytes(a);

	if (level != level_nbytes(b) || strncmp(a, b, level) != 0)
		return false;
	size_t n = utf8_cluster(a + level);
	return n > 0 && n == utf8_cluster(b + level) && memcmp(a + level, b + level, n) == 0;
}

static bool end_agrees(const char *a, const char *b)
{
	const char *a_end = a + strlen(a), *b_end = b + strlen(b);
	size_t n = utf8_cluster_before(a, a_end);

	return n == utf8_cluster_before(b, b_end) && memcmp(a_end - n, b_end - n, n) == 0;
}

/* Whether `shorter` is left of `longer` when characters that do not tell units apart go out of it.
 */
static bool is_left_of(const char *shorter, const char *longer)
{
	while (*longer) {
		size_t n = utf8_cluster(longer);
		if (*shorter && n == utf8_cluster(shorter) && memcmp(shorter, longer, n) == 0)
			shorter += n;
		else if (tells_apart(longer, n))
			return false;
		longer += n;
	}
	return !*shorter;
}

bool unit_name_may_be_same(const char *a, const char *b)
{
	size_t na = utf8_length(a), nb = utf8_length(b);

	if (na == nb || na < SAME_MIN_CHARS || nb < SAME_MIN_CHARS)
		return false;
	if (!begin_agrees(a, b) || !end_agrees(a, b))
		return false;
	return na < nb ? is_left_of(a, b) : is_left_of(b, a);
}
