/* The targets of a level as one line of text, and back: "2022 >= 33; 2030 >= 38". What people write
 * instead is understood too: full-width digits and signs, "2022年达到33%", "38以上". */
#include "core/plan/plan_edit_step.h"

#include "core/decimal.h"
#include "core/rule/entry_text.h"
#include "core/i18n.h"

#include <stdlib.h>
#include <string.h>

enum { YEAR_FIRST = 1900, YEAR_LAST = 2200, YEAR_DIGITS = 4 };

#define DIGITS "0123456789"

/* Longer words before those that they begin with. */
struct op_word {
	const char *word;
	enum target_op op;
};
static const struct op_word before_figure[] = {
	{">=", OP_AT_LEAST},	 {"<=", OP_AT_MOST},	  {"=>", OP_AT_LEAST},
	{"=<", OP_AT_MOST},	 {"≥", OP_AT_LEAST},	  {"≤", OP_AT_MOST},
	{"≧", OP_AT_LEAST},	 {"≦", OP_AT_MOST},	  {">", OP_AT_LEAST},
	{"<", OP_AT_MOST},	 {"=", OP_EQUAL},	  {"~", OP_ABOUT},
	{"≈", OP_ABOUT},	 {"约", OP_ABOUT},	  {"不低于", OP_AT_LEAST},
	{"不少于", OP_AT_LEAST}, {"不小于", OP_AT_LEAST}, {"至少", OP_AT_LEAST},
	{"达到", OP_AT_LEAST},	 {"达", OP_AT_LEAST},	  {"不高于", OP_AT_MOST},
	{"不超过", OP_AT_MOST},	 {"不大于", OP_AT_MOST},  {"至多", OP_AT_MOST},
	{"低于", OP_AT_MOST},
};
static const struct op_word behind_figure[] = {
	{"及以上", OP_AT_LEAST}, {"以上", OP_AT_LEAST}, {"及以下", OP_AT_MOST},
	{"以下", OP_AT_MOST},	 {"以内", OP_AT_MOST},	{"左右", OP_ABOUT},
};
#define COUNT(table) (sizeof(table) / sizeof *(table))

static void skip_blanks(const char **s)
{
	*s += strspn(*s, " ");
}

static bool read_word(const char **s, const char *word)
{
	size_t n = strlen(word);

	if (n == 0 || strncmp(*s, word, n) != 0)
		return false;
	*s += n;
	skip_blanks(s);
	return true;
}

static bool read_op(const char **s, const struct op_word *words, size_t n, enum target_op *op)
{
	for (size_t i = 0; i < n; i++)
		if (read_word(s, words[i].word)) {
			*op = words[i].op;
			return true;
		}
	return false;
}

/* Four digits that can be a year; 0, and *s stays, when there are none. */
static int read_year(const char **s)
{
	if (strspn(*s, DIGITS) != YEAR_DIGITS)
		return 0;
	long year = strtol(*s, NULL, 10);
	if (year < YEAR_FIRST || year > YEAR_LAST)
		return 0;
	*s += YEAR_DIGITS;
	skip_blanks(s);
	if (!read_word(s, "年"))
		read_word(s, ":");
	return (int)year;
}

static bool begins_figure(const char *s)
{
	return strspn(s + (*s == '-'), DIGITS) > 0;
}

/* Digits, perhaps with thousands parted by commas, as written; NULL when it is none. */
static const char *read_figure(struct arena *a, const char **s)
{
	size_t n = (**s == '-') + strspn(*s + (**s == '-'), DIGITS ",.");
	const char *figure;

	while (n > 0 && strchr(",.", (*s)[n - 1]))
		n--;
	figure = arena_strndup(a, *s, n);
	if (!plan_is_figure(figure))
		return NULL;
	*s += n;
	skip_blanks(s);
	return figure;
}

bool plan_is_figure(const char *s)
{
	char bare[DECIMAL_TEXT];
	struct decimal d;
	size_t n = 0;

	for (; *s && n + 1 < sizeof bare; s++)
		if (*s != ',')
			bare[n++] = *s;
	bare[n] = '\0';
	return !*s && decimal_parse(bare, &d);
}

/* One target, the whole of s. A year alone is a figure: 2000. */
static bool read_target(struct arena *a, const char *s, const char *measure, struct plan_target *t)
{
	const char *behind_year = s;
	enum target_op op = OP_EQUAL;
	bool has_op;

	if (!read_word(&behind_year, "到"))
		read_word(&behind_year, "至");
	t->year = read_year(&behind_year);
	has_op = t->year && read_op(&behind_year, before_figure, COUNT(before_figure), &op);
	if (has_op || (t->year && begins_figure(behind_year)))
		s = behind_year;
	else
		t->year = 0;
	if (!has_op)
		read_op(&s, before_figure, COUNT(before_figure), &op);
	t->value = read_figure(a, &s);
	if (!t->value)
		return false;
	read_word(&s, measure);
	read_op(&s, behind_figure, COUNT(behind_figure), &op);
	t->op = op;
	return *s == '\0';
}

/* End of the target that begins at s: a semicolon, a line end, or a comma that parts no thousands.
 */
static const char *target_end(const char *s)
{
	const char *from = s;

	for (; *s && *s != ';'; s++) {
		bool thousands = s > from && strchr(DIGITS, s[-1]) && strspn(s + 1, DIGITS) == 3;

		if (*s == ',' && !thousands)
			break;
		if (!strncmp(s, "、", strlen("、")))
			break;
	}
	return s;
}

static const char *behind_separator(const char *s)
{
	size_t n = !strncmp(s, "、", strlen("、")) ? strlen("、") : *s ? 1 : 0;

	return s + n + strspn(s + n, " ");
}

int plan_targets_parse(struct arena *a, const char *text, const char *measure,
		       struct plan_indicator *ind, struct err *e)
{
	const char *s = entry_narrow(a, text, "targets", e);
	const char *narrow = s ? entry_narrow(a, measure, "measure", e) : NULL;

	if (!narrow)
		return -1;
	while (*s) {
		const char *end = target_end(s);
		char *one = arena_strndup(a, s, (size_t)(end - s));

		for (size_t n = strlen(one); n > 0 && one[n - 1] == ' '; n--)
			one[n - 1] = '\0';
		if (*one && !read_target(a, one, narrow, vec_push(a, &ind->targets)))
			return err_set_field(e, ERR_INPUT, "targets",
					     _("\"%s\" is no target; write year, comparison and "
					       "figure, like 2022 >= 33; 2030 >= 38"),
					     one);
		s = behind_separator(end);
	}
	if (ind->targets.n == 0)
		return err_set_field(e, ERR_INPUT, "targets",
				     _("a level needs a figure to reach, like 2022 >= 33; without "
				       "one it is a target in words"));
	return 0;
}

const char *plan_targets_text(struct arena *a, const struct plan_indicator *ind)
{
	const char *text = "";

	for (size_t i = 0; i < ind->targets.n; i++) {
		const struct plan_target *t = &ind->targets.at[i];
		const char *one = arena_printf(a, "%s %s", op_word(t->op), t->value);

		if (t->year)
			one = arena_printf(a, "%d %s", t->year, one);
		text = i ? arena_printf(a, "%s; %s", text, one) : one;
	}
	return text;
}

int plan_years_parse(struct arena *a, const char *text, struct plan_words *words, struct err *e)
{
	const char *s = entry_narrow(a, text, "years", e);

	if (!s)
		return -1;
	while (*s) {
		int year = read_year(&s);

		if (!year)
			return err_set_field(e, ERR_INPUT, "years",
					     _("\"%s\" is no year; write them like 2022 2030, or "
					       "leave it empty"),
					     s);
		*vec_push(a, &words->years) = year;
		s += strspn(s, " ,;");
		if (!read_word(&s, "、"))
			read_word(&s, "和");
	}
	return 0;
}

const char *plan_years_text(struct arena *a, const struct plan_words *words)
{
	const char *text = "";

	for (size_t i = 0; i < words->years.n; i++)
		text = arena_printf(a, i ? "%s %d" : "%s%d", text, words->years.at[i]);
	return text;
}
