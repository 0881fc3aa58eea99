/* Whether the numbers of the actions run on. A number that is skipped or used twice is asked about,
 * and where the number between its neighbours is free, that one is proposed in the same style. */
#include "core/plan/plan_sequence.h"

#include "core/i18n.h"
#include "core/plan/plan_doubt.h"
#include "core/reader/plan_mark.h"
#include "core/text/utf8.h"

#include <string.h>

struct numbered {
	enum mark_kind kind;
	int value, above; /* of "2-1": 1 and 2 */
	size_t next;	  /* of the same list; 0: none */
};

/* A word before the number (行动一) is that of its list. */
static void read_no(struct arena *a, const char *no, struct numbered *nr)
{
	struct err e = ERR_INIT;
	const char *s = arena_printf(a, "%s、", no);
	struct plan_text t;
	struct mark m = {.kind = MARK_NONE};

	if (!*no || plan_text_read(a, s, strlen(s), &t, &e))
		return;
	for (size_t i = 0; i < t.n && !plan_mark_read(&t, i, &m) &&
			   (glyph_is_han(t.g[i].cp) || t.g[i].cp == U'(');
	     i++)
		;
	if (m.kind != MARK_NONE && !m.filed) {
		nr->kind = m.kind;
		nr->value = m.value;
		nr->above = m.above;
	}
}

/* Reads all numbers and links those of one list, which goes on until a number of higher rank; 2-1
 * begins another list than 1-1. */
static struct numbered *read_numbers(struct arena *a, const struct plan *p)
{
	struct numbered *all = arena_alloc(a, p->actions.n * sizeof *all);
	size_t last[MARK_STEP + 1] = {0}; /* index + 1 */

	for (size_t i = 0; i < p->actions.n; i++) {
		enum mark_kind kind;

		read_no(a, p->actions.at[i].no, &all[i]);
		kind = all[i].kind;
		if (last[kind] && all[last[kind] - 1].above == all[i].above)
			all[last[kind] - 1].next = i;
		last[kind] = i + 1;
		for (int k = (int)kind + 1; k <= MARK_STEP; k++)
			last[k] = 0;
	}
	return all;
}

static const char *han_number(struct arena *a, int value)
{
	static const char digits[][4] = {"", "一", "二", "三", "四", "五", "六", "七", "八", "九"};

	return arena_printf(a, "%s%s%s", value >= 20 ? digits[value / 10] : "",
			    value >= 10 ? "十" : "", digits[value % 10]);
}

static const char *circled_number(struct arena *a, int value)
{
	char s[8] = "";

	s[utf8_encode(0x2460 + (uint32_t)value - 1, s)] = '\0';
	return arena_strdup(a, s);
}

enum digits { DIGITS_NONE, DIGITS_ARABIC, DIGITS_HAN, DIGITS_CIRCLED };

static enum digits digits_of(uint32_t cp)
{
	cp = utf8_halfwidth(cp);
	return glyph_is_digit(cp)	      ? DIGITS_ARABIC
	       : glyph_is_han_digit(cp)	      ? DIGITS_HAN
	       : cp >= 0x2460 && cp <= 0x2473 ? DIGITS_CIRCLED
					      : DIGITS_NONE;
}

/* The number with its last part replaced: ("(五)", 6) is "(六)". "" where that cannot be written.
 */
static const char *no_with(struct arena *a, const char *no, int value)
{
	const char *end = no + strlen(no), *from = no, *to = no;
	enum digits kind = DIGITS_NONE, before = DIGITS_NONE;

	for (const char *s = no; s < end;) {
		uint32_t cp;
		const char *at = s;

		s += utf8_decode(s, end, &cp);
		enum digits here = digits_of(cp);
		if (here != DIGITS_NONE) {
			from = here == before ? from : at;
			to = s;
			kind = here;
		}
		before = here;
	}
	if (kind == DIGITS_NONE || value > (kind == DIGITS_CIRCLED ? 20 : 99))
		return "";
	return arena_printf(a, "%.*s%s%s", (int)(from - no), no,
			    kind == DIGITS_ARABIC ? arena_printf(a, "%d", value)
			    : kind == DIGITS_HAN  ? han_number(a, value)
						  : circled_number(a, value),
			    to);
}

/* Whether nothing else has the number that should stand at i. */
static bool is_free(const struct numbered *all, size_t i, int expected)
{
	size_t next = all[i].next;

	return next ? all[next].value == expected + 1 : all[i].value < expected;
}

static void add(struct arena *a, struct plan *p, struct numbered *all, size_t i, int expected)
{
	const char *no = p->actions.at[i].no;
	struct plan_doubt *d = plan_doubt_add(
		a, p, DOUBT_NUMBER, (int)i,
		all[i].value < expected
			? arena_printf(a, _("the number %s is used twice"), no)
			: arena_printf(a, _("before the number %s one is skipped"), no));

	if (!is_free(all, i, expected))
		return;
	d->a = no_with(a, no, expected);
	if (!*d->a)
		return;
	d->proposal = arena_printf(a, _("it gets the number %s"), d->a);
	all[i].value = expected;
}

void plan_sequence_doubts(struct arena *a, struct plan *p)
{
	struct numbered *all = read_numbers(a, p);
	int *before = arena_alloc(a, (p->actions.n + 1) * sizeof *before);

	for (size_t i = 0; i < p->actions.n; i++) {
		const struct plan_action *action = &p->actions.at[i];
		int expected = before[i] + 1, value = all[i].value;
		bool again = value == 1 && (*action->parent || *action->section);
		bool skips = value > expected && *action->parent;

		if (all[i].kind != MARK_NONE && before[i] > 0 && value != expected && !again &&
		    !skips)
			add(a, p, all, i, expected);
		if (all[i].next)
			before[all[i].next] = all[i].value;
	}
}
