/* The few rules of how lines are put together, the same for every kind of document. */
#include "convert/text.h"

#include <string.h>

static char last(const struct strbuf *b)
{
	return b->nbytes ? b->s[b->nbytes - 1] : '\n';
}

static void cut_blanks(struct strbuf *b)
{
	while (b->nbytes && (last(b) == ' ' || last(b) == '\t'))
		b->s[--b->nbytes] = '\0';
}

void text_break(struct strbuf *b)
{
	cut_blanks(b);
	if (last(b) != '\n')
		strbuf_putc(b, '\n');
}

void text_empty_line(struct strbuf *b)
{
	text_break(b);
	if (b->nbytes > 1 && b->s[b->nbytes - 2] != '\n')
		strbuf_putc(b, '\n');
}

/* Bytes of the blank at s, 0 when there is none. */
static size_t blank_at(const char *s)
{
	if (*s && strchr(" \t\r\n", *s))
		return 1;
	return strncmp(s, "\xC2\xA0", 2) == 0 ? 2 : 0;
}

void text_flow(struct strbuf *b, const char *s)
{
	while (*s) {
		size_t n = blank_at(s);

		if (n == 0)
			strbuf_putc(b, *s++);
		else if (last(b) != ' ' && last(b) != '\n')
			strbuf_putc(b, ' ');
		s += n;
	}
}
