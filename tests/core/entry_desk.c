/* The arena, the long texts and the refusals of the tests of entry.h. */
#include "tests/core/entry_desk.h"

#include <criterion/criterion.h>
#include <string.h>

struct arena entry_arena;

void entry_desk_end(void)
{
	arena_free(&entry_arena);
}

char *entry_desk_repeat(const char *s, int n)
{
	struct strbuf b = STRBUF_INIT;

	strbuf_puts(&b, "");
	while (n-- > 0)
		strbuf_puts(&b, s);
	char *text = arena_strdup(&entry_arena, b.s);
	strbuf_free(&b);
	return text;
}

void entry_desk_refused(const struct err *e, const char *field)
{
	cr_assert_eq(e->code, ERR_INPUT, "%s", e->text);
	cr_assert_str_eq(e->field, field, "%s", e->text);
	cr_assert_neq(e->text[0], '\0');
	cr_assert_eq(strchr(e->text, '\x1b'), NULL, "an escape in the sentence");
}
