/* Errors as values. A sentence that is too long is cut at a whole character and shows that it was.
 */
#include "core/err.h"

#include "core/text/utf8.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

static const struct {
	const char *word;
	int status;
} codes[] = {
	[ERR_NONE] = {"none", 0},
	[ERR_INPUT] = {"input", 2},
	[ERR_NOT_FOUND] = {"not-found", 3},
	[ERR_EXISTS] = {"exists", 5},
	[ERR_DENIED] = {"denied", 4},
	[ERR_STATE] = {"state", 5},
	[ERR_CONFLICT] = {"conflict", 6},
	[ERR_BUSY] = {"busy", 7},
	[ERR_IO] = {"io", 8},
	[ERR_FORMAT] = {"format", 9},
	[ERR_TERMINAL] = {"terminal", 10},
	[ERR_BUG] = {"bug", 70},
};

const char *err_code_word(enum err_code code)
{
	return codes[code].word;
}

int err_exit_status(enum err_code code)
{
	return codes[code].status;
}

static void err_keep(struct err *e, const char *text)
{
	static const char mark[] = "…";
	size_t n = strlen(text), room = sizeof e->text - sizeof mark;

	if (n < sizeof e->text) {
		memcpy(e->text, text, n + 1);
		return;
	}
	while (room > 0 && ((unsigned char)text[room] & 0xC0) == 0x80)
		room--;
	memcpy(e->text, text, room);
	memcpy(e->text + room, mark, sizeof mark);
}

static void err_format(struct err *e, const char *fmt, va_list ap)
{
	struct strbuf b = STRBUF_INIT;

	strbuf_vprintf(&b, fmt, ap);
	err_keep(e, b.s);
	strbuf_free(&b);
}

int err_set(struct err *e, enum err_code code, const char *fmt, ...)
{
	va_list ap;

	e->code = code;
	e->field[0] = '\0';
	e->remedy = 0;
	va_start(ap, fmt);
	err_format(e, fmt, ap);
	va_end(ap);
	return -1;
}

int err_set_field(struct err *e, enum err_code code, const char *field, const char *fmt, ...)
{
	va_list ap;

	e->code = code;
	snprintf(e->field, sizeof e->field, "%s", field);
	e->remedy = 0;
	va_start(ap, fmt);
	err_format(e, fmt, ap);
	va_end(ap);
	return -1;
}

int err_set_remedy(struct err *e, enum err_code code, int remedy, const char *fmt, ...)
{
	va_list ap;

	e->code = code;
	e->field[0] = '\0';
	e->remedy = remedy;
	va_start(ap, fmt);
	err_format(e, fmt, ap);
	va_end(ap);
	return -1;
}

int err_wrap(struct err *e, const char *fmt, ...)
{
	struct strbuf b = STRBUF_INIT;
	va_list ap;

	va_start(ap, fmt);
	strbuf_vprintf(&b, fmt, ap);
	va_end(ap);
	strbuf_printf(&b, ": %s", e->text);
	err_keep(e, b.s);
	strbuf_free(&b);
	return -1;
}
