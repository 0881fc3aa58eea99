/* One text being edited. */
#include "tests/tui/edit_desk.h"

#include "core/text/utf8.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

struct edit e;

void edit_desk_begin(void)
{
	edit_init(&e, true, 0);
}

void edit_desk_end(void)
{
	edit_free(&e);
}

void edit_desk_type(const char *text)
{
	for (size_t n; (n = utf8_cluster(text)) > 0; text += n) {
		struct key k = {.kind = INPUT_TEXT};
		memcpy(k.text, text, n);
		edit_key(&e, &k);
	}
}

enum edit_event edit_desk_paste(const char *text)
{
	struct key k = {.kind = INPUT_PASTE, .paste = text, .paste_nbytes = strlen(text)};

	return edit_key(&e, &k);
}

void edit_desk_act(enum action a, int n)
{
	while (n-- > 0)
		edit_act(&e, a, 80);
}

void edit_desk_expect(const char *marked)
{
	char *s = xasprintf("%.*s|%s", (int)e.at, e.text.s, e.text.s + e.at);

	cr_expect_str_eq(s, marked);
	free(s);
}
