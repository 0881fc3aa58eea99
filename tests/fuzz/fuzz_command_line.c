/* The line of a session: words that hold no more than the line did, and none where it is refused.
 */
#include "tests/fuzz/fuzz.h"

#include "core/text/command_line.h"
#include "core/text/utf8.h"

#include <string.h>

static void check_words(const struct command_words *words, size_t line_nbytes)
{
	size_t total = 0;

	fuzz_check(words->n <= COMMAND_WORDS_MAX && !words->at[words->n]);
	for (size_t i = 0; i < words->n; i++) {
		size_t n = strlen(words->at[i]);

		fuzz_check(utf8_first_bad(words->at[i], n) == n);
		total += n;
	}
	fuzz_check(total <= line_nbytes);
}

void fuzz_command_line(const char *bytes, size_t nbytes)
{
	struct arena a = ARENA_INIT;
	struct err e = ERR_INIT;
	struct command_words words;
	const char *line = arena_strndup(&a, bytes, nbytes);

	if (command_line_split(&a, line, &words, &e) == 0)
		check_words(&words, strlen(line));
	else
		fuzz_check(e.code == ERR_INPUT && *e.text);
	arena_free(&a);
}
