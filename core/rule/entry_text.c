/* Cleaning and measuring of what was typed, with the error beside the field. */
#include "core/rule/entry_text.h"

#include "core/i18n.h"
#include "core/text/utf8.h"

#include <stdio.h>
#include <string.h>

typedef char *clean_fn(struct arena *, const char *, size_t, struct err *);

static char *clean(struct arena *a, const char *typed, const char *field, clean_fn *how,
		   struct err *e)
{
	char *s = how(a, typed ? typed : "", typed ? strlen(typed) : 0, e);

	if (!s) {
		e->code = ERR_INPUT;
		snprintf(e->field, sizeof e->field, "%s", field);
	}
	return s;
}

/* Bytes are never fewer than characters: most texts need no counting. */
static int check_length(const char *s, const char *field, size_t max, struct err *e)
{
	size_t n = strlen(s) <= max ? 0 : utf8_length(s);

	if (n <= max)
		return 0;
	return err_set_field(e, ERR_INPUT, field,
			     _("the text has %zu characters, but at most %zu are kept; shorten it"),
			     n, max);
}

static const char *blank_at(const char *s)
{
	static const char *const blanks[] = {" ", "\t", "\n", "\u3000"};

	for (size_t i = 0; i < sizeof blanks / sizeof blanks[0]; i++)
		if (strncmp(s, blanks[i], strlen(blanks[i])) == 0)
			return s + strlen(blanks[i]);
	return NULL;
}

/* Whole blank lines before the text go; an indent of its first line stays. */
static char *skip_blank_lines(char *s)
{
	char *line = s;

	while (*s) {
		const char *after = blank_at(s);
		if (!after)
			return line;
		if (*s == '\n')
			line = s + 1;
		s += after - s;
	}
	return s;
}

static void trim_end(char *s)
{
	char *end = s + strlen(s);

	while (end > s) {
		size_t n = utf8_cluster_before(s, end);
		if (n == 0 || blank_at(end - n) != end)
			break;
		end -= n;
	}
	*end = '\0';
}

const char *entry_text(struct arena *a, const char *typed, const char *field, struct err *e)
{
	char *s = clean(a, typed, field, utf8_clean, e);

	if (!s)
		return NULL;
	s = skip_blank_lines(s);
	trim_end(s);
	return check_length(s, field, ENTRY_TEXT_MAX, e) ? NULL : s;
}

const char *entry_line(struct arena *a, const char *typed, const char *field, size_t max,
		       struct err *e)
{
	char *s = clean(a, typed, field, utf8_clean_line, e);

	return !s || check_length(s, field, max, e) ? NULL : s;
}

const char *entry_narrow(struct arena *a, const char *typed, const char *field, struct err *e)
{
	const char *s = entry_line(a, typed, field, ENTRY_LINE_MAX, e);

	if (!s)
		return NULL;
	/* A half-width character takes no more bytes than its full-width form. */
	char *out = arena_alloc(a, strlen(s) + 1), *w = out;
	for (const char *end = s + strlen(s); s < end;) {
		uint32_t cp;
		s += utf8_decode(s, end, &cp);
		w += utf8_encode(utf8_halfwidth(cp), w);
	}
	return out;
}
