/*
 * wrap.h - breaking text into lines of a given number of columns by the rules of Chinese
 * typesetting: no line begins with 。，、；：！？）》」”% or ends with （《「“; Latin words and
 * numbers stay whole where they fit in a line; spaces at a break go.
 */
#ifndef DUBAN_CORE_WRAP_H
#define DUBAN_CORE_WRAP_H

#include <stdbool.h>
#include <stddef.h>

struct wrap {
	const char *at; /* begin of what is not yet broken */
	const char *end;
	int cols; /* room of a line, at least 2 */
};

struct wrap_line {
	const char *s;
	size_t nbytes; /* without the line end and without spaces at the break */
	int cols;
};

void wrap_begin(struct wrap *w, const char *s, size_t nbytes, int cols);
/* The next line, false at the end. An empty text gives no line; "a\n" gives one, "a\n\nb" three. */
bool wrap_next(struct wrap *w, struct wrap_line *line);
/* How many lines there are. */
size_t wrap_count(const char *s, int cols);

#endif
