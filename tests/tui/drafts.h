/* drafts.h - what is kept of a text that a person of the invented district (district.h) is typing.
 * All functions stop the test when that cannot be read. */
#ifndef DUBAN_TESTS_TUI_DRAFTS_H
#define DUBAN_TESTS_TUI_DRAFTS_H

#include "tests/tui/district.h"

/* How many drafts the person has whose names begin so ("report:", "" for all). */
size_t drafts_count(struct district *d, const char *login, const char *begin);
/* The name of the one saved last, but for those of a second window; "none" when there is none. */
const char *drafts_name(struct district *d, const char *login, const char *begin);
/* What a field of a draft holds; "" when there is none. */
const char *drafts_text(struct district *d, const char *login, const char *name, const char *field);
/* The same of drafts_name(). */
const char *drafts_kept(struct district *d, const char *login, const char *begin,
			const char *field);

#endif
