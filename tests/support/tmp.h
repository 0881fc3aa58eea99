/*
 * tmp.h - a fresh folder for one test. What a test writes is in it and goes with tmp_remove(); what
 * a failed test leaves goes with the folder of the whole run (tests/run). Trouble of its own
 * aborts.
 */
#ifndef DUBAN_TESTS_TMP_H
#define DUBAN_TESTS_TMP_H

#include <stddef.h>

struct tmp {
	char dir[256]; /* absolute */
};

void tmp_make(struct tmp *t);
void tmp_remove(struct tmp *t);
/* DIR/name; the caller frees it. */
char *tmp_path(const struct tmp *t, const char *name);
/* Writes a file in it; returns its path, which the caller frees. */
char *tmp_write(const struct tmp *t, const char *name, const void *bytes, size_t nbytes);
/* As tmp_write() for a text. */
char *tmp_puts(const struct tmp *t, const char *name, const char *text);
/* The whole of a file with a zero byte after it; the caller frees it. NULL when there is none.
 * *nbytes may be NULL. */
char *tmp_read(const char *path, size_t *nbytes);

#endif
