/*
 * period_rule.c - rules for the dates of periods: reading and writing their texts, and applying
 * them over the calendar. The words of the texts are one table.
 */
#include "core/rule/period_rule.h"

#include "core/rule/period.h"
#include "core/i18n.h"
#include "core/text/utf8.h"

#include <stdio.h>
#include <string.h>

enum { RULE_CHARS = 40, OFFSET_MAX = 366, DAY_MAX = 31 };

static const char *const base_words[] = {
	[BASE_START] = "start", [BASE_END] = "end", [BASE_DUE] = "due", [BASE_DAY] = "day"};
static const char *const shift_words[] = {
	[SHIFT_NONE] = "", [SHIFT_EARLIER] = "earlier", [SHIFT_LATER] = "later"};

const struct period_rules period_rules_default = {
	.opens = {.base = BASE_START},
	.due = {.base = BASE_END, .shift = SHIFT_LATER},
	.closes = {.base = BASE_DUE, .offset = 10},
};

/* Half-width, lower case, without blanks; false when it is too long or not ASCII. */
static bool simplify(const char *text, char out[RULE_CHARS + 1])
{
	const char *end = text + strlen(text);
	size_t n = 0;

	while (text < end) {
		uint32_t cp;
		text += utf8_decode(text, end, &cp);
		cp = utf8_halfwidth(cp);
		if (cp == ' ')
			continue;
		if (cp >= 'A' && cp <= 'Z')
			cp += 'a' - 'A';
		if (cp >= 0x80 || n == RULE_CHARS)
			return false;
		out[n++] = (char)cp;
	}
	out[n] = '\0';
	return true;
}

/* Passes one of the words; -1 when none stands there. */
static int pass_word(const char **s, const char *const *words, int n)
{
	for (int i = 0; i < n; i++) {
		size_t len = strlen(words[i]);
		if (len && strncmp(*s, words[i], len) == 0) {
			*s += len;
			return i;
		}
	}
	return -1;
}

/* Passes digits; -1 when none stands there or the number is larger than max. */
static int pass_number(const char **s, int max)
{
	int v = -1;

	for (; **s >= '0' && **s <= '9'; (*s)++) {
		v = (v < 0 ? 0 : v * 10) + (**s - '0');
		if (v > max)
			return -1;
	}
	return v;
}

static bool read_offset(const char **s, struct period_rule *r)
{
	char sign = **s;

	if (sign != '+' && sign != '-')
		return true;
	(*s)++;
	int n = pass_number(s, OFFSET_MAX);
	if (n < 0)
		return false;
	r->offset = sign == '-' ? -n : n;
	r->worked = **s == 'w';
	*s += r->worked;
	return true;
}

static bool read_rule(const char *s, struct period_rule *r)
{
	int base = pass_word(&s, base_words, sizeof base_words / sizeof base_words[0]);

	if (base < 0)
		return false;
	*r = (struct period_rule){.base = (enum period_base)base};
	if (base == BASE_DAY && (r->day = pass_number(&s, DAY_MAX)) < 1)
		return false;
	if (!read_offset(&s, r))
		return false;
	int shift = pass_word(&s, shift_words, sizeof shift_words / sizeof shift_words[0]);
	r->shift = shift < 0 ? SHIFT_NONE : (enum period_shift)shift;
	return *s == '\0';
}

int period_rule_read(const char *text, const char *field, bool due, struct period_rule *r,
		     struct err *e)
{
	char simple[RULE_CHARS + 1] = "";
	struct period_rule read;

	if (!simplify(text, simple) || !read_rule(simple, &read) || (read.base == BASE_DUE && !due))
		return err_set_field(
			e, ERR_INPUT, field,
			_("\"%s\" is no rule for a date; write for example end, end earlier (the "
			  "last "
			  "working day), day 25, end+10 or due+5w (five working days after)"),
			text);
	*r = read;
	return 0;
}

const char *period_rule_text(struct arena *a, const struct period_rule *r)
{
	const char *base = base_words[r->base], *shift = shift_words[r->shift];

	if (r->base == BASE_DAY)
		base = arena_printf(a, "%s %d", base, r->day);
	if (r->offset)
		base = arena_printf(a, "%s%+d%s", base, r->offset, r->worked ? "w" : "");
	return *shift ? arena_printf(a, "%s %s", base, shift) : base;
}

static const char *base_label(struct arena *a, const struct period_rule *r)
{
	switch (r->base) {
	case BASE_START:
		return _("first day of the period");
	case BASE_END:
		return _("last day of the period");
	case BASE_DUE:
		return _("due date");
	default:
		return arena_printf(a, _("day %d of its last month"), r->day);
	}
}

static const char *offset_label(struct arena *a, const struct period_rule *r)
{
	int n = r->offset < 0 ? -r->offset : r->offset;
	const char *base = base_label(a, r);

	if (n == 0)
		return base;
	if (r->worked)
		return arena_printf(a,
				    r->offset > 0 ? Q_("%d working day after the %s",
						       "%d working days after the %s", n)
						  : Q_("%d working day before the %s",
						       "%d working days before the %s", n),
				    n, base);
	return arena_printf(a,
			    r->offset > 0 ? Q_("%d day after the %s", "%d days after the %s", n)
					  : Q_("%d day before the %s", "%d days before the %s", n),
			    n, base);
}

const char *period_rule_label(struct arena *a, const struct period_rule *r)
{
	const char *day = offset_label(a, r);

	switch (r->shift) {
	case SHIFT_EARLIER:
		return arena_printf(a, _("%s, or the working day before"), day);
	case SHIFT_LATER:
		return arena_printf(a, _("%s, or the next working day"), day);
	default:
		return day;
	}
}

/* Where the rule counts from. */
static struct date base_of(const struct period_rule *r, const struct period_row *p,
			   struct date start, struct date end)
{
	switch (r->base) {
	case BASE_START:
		return start;
	case BASE_END:
		return end;
	case BASE_DUE:
		return p->due;
	default:
		return (struct date){end.y, end.m, (int8_t)(r->day < end.d ? r->day : end.d)};
	}
}

static struct date apply(const struct period_rule *r, struct date d, const struct calendar *c)
{
	d = r->worked ? calendar_add_workdays(c, d, r->offset) : date_add(d, r->offset);
	if (r->shift == SHIFT_EARLIER)
		return calendar_workday_until(c, d);
	return r->shift == SHIFT_LATER ? calendar_workday_from(c, d) : d;
}

static struct date later_of(struct date a, struct date b)
{
	return date_cmp(a, b) < 0 ? b : a;
}

void period_set_dates(struct period_row *p, const struct period_rules *rules,
		      const struct calendar *c)
{
	struct date start, end;

	period_span(p, &start, &end);
	p->opens = apply(&rules->opens, base_of(&rules->opens, p, start, end), c);
	p->due = later_of(apply(&rules->due, base_of(&rules->due, p, start, end), c), p->opens);
	if (rules->due.shift == SHIFT_NONE)
		p->due = calendar_workday_from(c, p->due);
	p->closes =
		later_of(apply(&rules->closes, base_of(&rules->closes, p, start, end), c), p->due);
}
