/*
 * fuzz.h - what is done with bytes from outside, one function a parser. Each reads any bytes and
 * aborts where a promise of a header is broken; the sanitizers find the rest. libFuzzer calls them
 * through libfuzzer/entry.c (make fuzz), the tests with the corpus and changes of it
 * (test_replay.c).
 */
#ifndef DUBAN_TESTS_FUZZ_H
#define DUBAN_TESTS_FUZZ_H

#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#define FUZZERS(X)                                                                                 \
	X(plan)                                                                                    \
	X(plan_json)                                                                               \
	X(text)                                                                                    \
	X(command_line)                                                                            \
	X(session_line)                                                                            \
	X(configuration)                                                                           \
	X(calendar)                                                                                \
	X(calendar_ics)                                                                            \
	X(ssh_key)                                                                                 \
	X(file_name)                                                                               \
	X(find) X(entry) X(encoding) X(html) X(docx) X(xlsx) X(zip) X(pdf_words) X(docbook)

#define FUZZ_DECLARE(name) void fuzz_##name(const char *bytes, size_t nbytes);
FUZZERS(FUZZ_DECLARE)

#define fuzz_check(promise)                                                                        \
	do {                                                                                       \
		if (!(promise)) {                                                                  \
			fprintf(stderr, "%s:%d: broken: %s\n", __FILE__, __LINE__, #promise);      \
			abort();                                                                   \
		}                                                                                  \
	} while (0)

struct plan;
/* What holds for every plan that was read. */
void fuzz_check_plan(const struct plan *p);
/* A plan that was read can be reviewed. */
void fuzz_review(const struct plan *p);

#endif
