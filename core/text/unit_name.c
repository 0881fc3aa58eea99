/*
 * What the name of a unit alone tells: whether it stands for several units, and whether two names
 * may be two forms of one. Both are guesses that a person is asked about; the words they rest on
 * stand in the tables.
 */
#include "core/text/unit_name.h"

#include "core/text/utf8.h"

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

static bool begin_agrees(const struct unit_part *a, const struct unit_part *b)
{
	return a->nlevel == b->nlevel && a->nbegin == b->nbegin && a->nbegin > a->nlevel &&
	       memcmp(a->s, b->s, a->nbegin) == 0;
}

static bool end_agrees(const struct unit_part *a, const struct unit_part *b)
{
	return a->nend == b->nend &&
	       memcmp(a->s + a->nbytes - a->nend, b->s + b->nbytes - b->nend, a->nend) == 0;
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

static struct unit_part part_of(const char *s)
{
	struct unit_part p = {.s = s, .nbytes = strlen(s), .nchars = utf8_length(s)};

	p.nlevel = level_nbytes(s);
	p.nbegin = p.nlevel + utf8_cluster(s + p.nlevel);
	p.nend = utf8_cluster_before(s, s + p.nbytes);
	return p;
}

static bool parts_may_be_same(const struct unit_part *a, const struct unit_part *b)
{
	if (a->nchars == b->nchars || a->nchars < SAME_MIN_CHARS || b->nchars < SAME_MIN_CHARS)
		return false;
	if (!begin_agrees(a, b) || !end_agrees(a, b))
		return false;
	return a->nchars < b->nchars ? is_left_of(a->s, b->s) : is_left_of(b->s, a->s);
}

bool unit_name_may_be_same(const char *a, const char *b)
{
	struct unit_part x, y;

	if (!*a || !*b)
		return false;
	x = part_of(a);
	y = part_of(b);
	return parts_may_be_same(&x, &y);
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

enum { SLIP_MIN_CHARS = 6, MOST_PLACE_CHARS = 4 };

static bool shorten(const char *name, char out[UNIT_NAME_ROOM])
{
	size_t n = strlen(name);

	if (n >= UNIT_NAME_ROOM)
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
static bool differ_in_level(const struct unit_form *shorter, const struct unit_form *longer)
{
	const struct unit_part *s = &shorter->whole, *l = &longer->whole, *bare = &longer->bare;
	bool levelled = shorter->bare.s != s->s;

	if (!levelled && bare->s != l->s && s->nchars >= SAME_MIN_CHARS)
		return strcmp(s->s, bare->s) == 0 || parts_may_be_same(s, bare);
	if (!levelled || l->nbytes <= s->nbytes ||
	    memcmp(l->s + l->nbytes - s->nbytes, s->s, s->nbytes) != 0)
		return false;
	return l->nchars - s->nchars <= MOST_PLACE_CHARS;
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
	char rest[UNIT_NAME_ROOM];

	if (na != strlen(b) || na >= sizeof rest)
		return false;
	memcpy(rest, b, na + 1);
	while (*a) {
		size_t n = utf8_cluster(a);
		char c[UNIT_NAME_ROOM];

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

static bool differ_in_a_slip(const struct unit_form *x, const struct unit_form *y)
{
	const struct unit_part *a = &x->whole, *b = &y->whole;
	bool apart, levelled = x->bare.s != a->s, mixed = x->sum == y->sum;
	size_t slips;

	if (a->nchars != b->nchars || a->nchars < SAME_MIN_CHARS ||
	    !(mixed || (begin_agrees(a, b) && end_agrees(a, b))))
		return false;
	slips = count_slips(a->s, b->s, &apart);
	if (mixed && (slips == 2 || a->nchars >= SLIP_MIN_CHARS) && same_characters(a->s, b->s))
		return true;
	return slips == 1 && !apart && levelled && a->nchars >= SLIP_MIN_CHARS &&
	       begin_agrees(a, b) && end_agrees(a, b);
}

void unit_form_make(struct unit_form *f, const char *name)
{
	*f = (struct unit_form){.name = name};
	if (!*name || !shorten(name, f->text))
		return;
	f->whole = part_of(f->text);
	f->bare = part_of(behind_level(f->text));
	f->collective = unit_name_is_collective(name);
	for (const char *s = f->text; *s; s++)
		f->sum += (unsigned char)*s;
}

bool unit_forms_resemble(const struct unit_form *a, const struct unit_form *b)
{
	if (!*a->text || !*b->text || strcmp(a->name, b->name) == 0)
		return false;
	if (strcmp(a->text, b->text) == 0 || parts_may_be_same(&a->whole, &b->whole) ||
	    differ_in_a_slip(a, b))
		return true;
	if (a->collective || b->collective)
		return false;
	return differ_in_level(a, b) || differ_in_level(b, a);
}

bool unit_name_resembles(const char *a, const char *b)
{
	struct unit_form x, y;

	unit_form_make(&x, a);
	unit_form_make(&y, b);
	return unit_forms_resemble(&x, &y);
}
