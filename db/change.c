/* The fields that a write changed, as the two JSON objects that its log row keeps: what they were
 * and what they became. A field whose sides agree is left out. */
#include "db/store_internal.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

static void put_string(struct strbuf *b, const char *s)
{
	strbuf_putc(b, '"');
	for (; *s; s++) {
		if (*s == '"' || *s == '\\')
			strbuf_printf(b, "\\%c", *s);
		else if (*s == '\n')
			strbuf_puts(b, "\\n");
		else if ((unsigned char)*s < 0x20)
			strbuf_printf(b, "\\u%04x", *s);
		else
			strbuf_putc(b, *s);
	}
	strbuf_putc(b, '"');
}

static void put_field(struct strbuf *b, const char *field)
{
	strbuf_putc(b, b->nbytes ? ',' : '{');
	put_string(b, field);
	strbuf_putc(b, ':');
}

static void put_text(struct strbuf *b, const char *field, const char *value)
{
	put_field(b, field);
	put_string(b, value);
}

static void put_i64(struct strbuf *b, const char *field, int64_t value)
{
	put_field(b, field);
	strbuf_printf(b, "%" PRId64, value);
}

void change_text(struct change *c, const char *field, const char *before, const char *after)
{
	if (before && after && strcmp(before, after) == 0)
		return;
	if (before)
		put_text(&c->before, field, before);
	if (after)
		put_text(&c->after, field, after);
}

void change_date(struct change *c, const char *field, struct date before, struct date after)
{
	char one[DATE_TEXT], two[DATE_TEXT];

	change_text(c, field, date_format(before, one), date_format(after, two));
}

void change_i64(struct change *c, const char *field, int64_t before, int64_t after)
{
	if (before == after)
		return;
	put_i64(&c->before, field, before);
	put_i64(&c->after, field, after);
}

void change_new_text(struct change *c, const char *field, const char *after)
{
	if (after && *after)
		put_text(&c->after, field, after);
}

void change_new_i64(struct change *c, const char *field, int64_t after)
{
	put_i64(&c->after, field, after);
}

void change_free(struct change *c)
{
	strbuf_free(&c->before);
	strbuf_free(&c->after);
}
