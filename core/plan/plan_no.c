/* Numbers of items compared, and the short code proposed for a plan. */
#include "core/plan/plan.h"

#include "core/reader/plan_head.h"
#include "core/text/utf8.h"

#include <stdio.h>
#include <string.h>

enum { NO_GLYPHS = 16 };

/* Digits of what the number says: Chinese, circled and full-width ones as Arabic. */
static size_t fold_glyph(uint32_t cp, char32_t out[2])
{
	cp = utf8_halfwidth(cp);
	if (plan_text_in(cp, U" ().、,:[]〔〕【】第条項项章。"))
		return 0;
	if (cp >= U'①' && cp <= U'⑳') {
		uint32_t value = cp - U'①' + 1;

		out[0] = value < 10 ? '0' + value : '0' + value / 10;
		out[1] = '0' + value % 10;
		return value < 10 ? 1 : 2;
	}
	out[0] = cp;
	return 1;
}

/* The number without brackets and punctuation; false when it is longer than any number. */
static bool fold_no(const char *no, char out[NO_GLYPHS * 4 + 1])
{
	const char *end = no + strlen(no);
	struct glyph g[NO_GLYPHS + 2] = {{0}};
	struct plan_text t = {.g = g};
	size_t n = 0, o = 0;
	uint32_t cp;

	while (no < end) {
		char32_t folded[2];

		no += utf8_decode(no, end, &cp);
		size_t k = fold_glyph(cp, folded);
		if (n + k > NO_GLYPHS)
			return false;
		for (size_t i = 0; i < k; i++)
			g[n++].cp = folded[i];
	}
	int value = plan_text_han_number(&t, (struct run){0, n});
	if (value > 0)
		o = (size_t)snprintf(out, NO_GLYPHS, "%d", value);
	for (size_t i = 0; i < n && value == 0; i++)
		o += (size_t)utf8_encode(g[i].cp, out + o);
	out[o] = '\0';
	return true;
}

bool plan_same_no(const char *a, const char *b)
{
	char x[NO_GLYPHS * 4 + 1], y[NO_GLYPHS * 4 + 1];

	if (!fold_no(a, x) || !fold_no(b, y))
		return !strcmp(a, b);
	return !strcmp(x, y);
}

const char *plan_plain_no(struct arena *a, const char *no)
{
	struct strbuf plain = STRBUF_INIT;
	char part[NO_GLYPHS * 4 + 1];
	size_t n;

	for (const char *s = no; *s; s += n + (s[n] == '.')) {
		n = strcspn(s, ".");
		if (!fold_no(arena_strndup(a, s, n), part))
			snprintf(part, sizeof part, "%.*s", (int)n, s);
		if (*part)
			strbuf_printf(&plain, "%s%s", plain.nbytes ? "." : "", part);
	}
	const char *kept = arena_strdup(a, plain.nbytes ? plain.s : no);
	strbuf_free(&plain);
	return kept;
}

const char *plan_propose_code(struct arena *a, const struct plan *p)
{
	bool annual;
	int year = plan_head_year(p, 0, &annual);

	return year ? arena_printf(a, "plan%d", year) : arena_strdup(a, "plan");
}
