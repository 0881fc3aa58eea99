/*
 * command_line.h - one line to its words, as a shell would split it, where there is no shell:
 * nothing in it is ever replaced, run or looked up.
 */
#ifndef DUBAN_CORE_COMMAND_LINE_H
#define DUBAN_CORE_COMMAND_LINE_H

#include "core/err.h"
#include "core/mem.h"

enum { COMMAND_LINE_MAX = 65536, COMMAND_WORDS_MAX = 256 }; /* bytes, words */

struct command_words {
	char **at; /* ends in a NULL that n does not count */
	size_t n, cap;
};

/*
 * Words end at blanks and tabs. '…' holds everything, "…" too except that \ stands there before
 * " \ $ ` as in a shell; outside of them \ takes the next character as it is. ~ * ? $ ! # are
 * plain. Words in the arena, possibly none. ERR_INPUT: too long, too many words, no UTF-8, a
 * quotation that does not end, or what asks for a shell outside of quotation marks: ; | & < > ` $(
 * ( ) and the end of a line.
 */
int command_line_split(struct arena *a, const char *line, struct command_words *words,
		       struct err *e);

#endif
