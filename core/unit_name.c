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

/* Long and short endings of one word. */
static const struct {
	const char *longer, *shorter;
} endings[] = {
	{"联合会", "联"},	  {"有限责任公司", "公司"}, {"有限公司", "公司"},
	{"管理委员会", "管委会"}, {"委员会办公室", "办"},   {"委员会", "委"},
	{"办公室", "办"},	  {"人民政府", "政府"},	    {"人民法院", "法院"},
	{"人民检察院", "检察院"}, {"办事处", ""},
};

/* What a name may have before it or leave out. */
static const char *const levels_of_names[] = {"国家", "中央", "全国", "省委", "市委", "区委",
					      "县委", "省",   "市",   "区",   "县",   "州"};

enum { NAME_ROOM = 128, SLIP_MIN_CHARS = 6, MOST_PLACE_CHARS = 4 };

static bool shorten(const char *name, char out[NAME_ROOM])
{
	size_t n = strlen(name);

	if (n >= NAME_ROOM)
		return false;
	memcpy(out, name, n + 1);
	for (size_t i = 0; i < COUNT(endings); i++) {
		size_t longer = strlen(endings[i].longer);

		if (n <= longer || strcmp(name + n - longer, endings[i].longer) != 0)
			continue;
		strcpy(out + n - longer, endings[i].shorter);
		break;
	}
	return true;
}

/* The name behind its level, the name itself where it has none. */
static const char *behind_level(const char *name)
{
	if (strncmp(name, "市场", strlen("市场")) == 0)
		return name;
	for (size_t i = 0; i < COUNT(levels_of_names); i++) {
		size_t n = strlen(levels_of_names[i]);

		if (strncmp(name, levels_of_names[i], n) == 0)
			return name + n;
	}
	return name;
}

/* 卫健局 and 区卫生健康局, 区卫健局 and 云溪区卫健局: one has more before it, or is a form of the
 * other without its level. */
static bool differ_in_level(const char *shorter, const char *longer)
{
	size_t ns = strlen(shorter), nl = strlen(longer);
	const char *bare = behind_level(longer);
	bool levelled = behind_level(shorter) != shorter;

	if (!levelled && bare != longer && utf8_length(shorter) >= SAME_MIN_CHARS)
		return strcmp(shorter, bare) == 0 || unit_name_may_be_same(shorter, bare);
	if (!levelled || nl <= ns || strcmp(longer + nl - ns, shorter) != 0)
		return false;
	return utf8_length(longer) - utf8_length(shorter) <= MOST_PLACE_CHARS;
}

/* Same length: how many characters differ, and whether one that does tells units apart. */
static size_t count_slips(const char *a, const char *b, bool *apart)
{
	size_t slips = 0;

	*apart = false;
	while (*a && *b) {
		size_t na = utf8_cluster(a), nb = utf8_cluster(b);

		if (na != nb || memcmp(a, b, na) != 0) {
			slips++;
			*apart |= tells_apart(a, na) || tells_apart(b, nb);
		}
		a += na;
		b += nb;
	}
	return slips;
}

static bool same_characters(const char *a, const char *b)
{
	size_t na = strlen(a);
	char rest[NAME_ROOM];

	if (na != strlen(b) || na >= sizeof rest)
		return false;
	memcpy(rest, b, na + 1);
	while (*a) {
		size_t n = utf8_cluster(a);
		char c[NAME_ROOM];

		memcpy(c, a, n);
		c[n] = '\0';
		char *at = strstr(rest, c);
		if (!at)
			return false;
		memmove(at, at + n, strlen(at + n) + 1);
		a += n;
	}
	return true;
}

static bool differ_in_a_slip(const char *a, const char *b)
{
	bool apart, levelled = behind_level(a) != a;
	size_t chars = utf8_length(a), slips;

	if (chars != utf8_length(b) || chars < SAME_MIN_CHARS)
		return false;
	slips = count_slips(a, b, &apart);
	if ((slips == 2 || chars >= SLIP_MIN_CHARS) && same_characters(a, b))
		return true;
	return slips == 1 && !apart && levelled && chars >= SLIP_MIN_CHARS && begin_agrees(a, b) &&
	       end_agrees(a, b);
}

bool unit_name_resembles(const char *a, const char *b)
{
	char x[NAME_ROOM], y[NAME_ROOM];

	if (!*a || !*b || !shorten(a, x) || !shorten(b, y) || strcmp(a, b) == 0)
		return false;
	if (strcmp(x, y) == 0 || unit_name_may_be_same(x, y) || differ_in_a_slip(x, y))
		return true;
	if (unit_name_is_collective(a) || unit_name_is_collective(b))
		return false;
	return differ_in_level(x, y) || differ_in_level(y, x);
}
