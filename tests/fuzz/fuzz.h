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

/* A row: the function without "fuzz_", and for how long it runs: "long" (FUZZ_LONG_SECONDS) for
 * what people hand in themselves - command lines, keys, settings, names, calendars, plans -,
 * "short" (FUZZ_SECONDS) for what other programs have made, or what is read behind another parser.
 * The Makefile reads these lines. */
/* clang-format off */
#define FUZZERS(X) \
	X(plan, long) \
	X(plan_json, long) \
	X(session_line, long) \
	X(command_line, long) \
	X(ssh_key, long) \
	X(configuration, long) \
	X(file_name, long) \
	X(calendar, long) \
	X(calendar_ics, long) \
	X(text, short) \
	X(find, short) \
	X(entry, short) \
	X(encoding, short) \
	X(html, short) \
	X(docx, short) \
	X(xlsx, short) \
	X(zip, short) \
	X(pdf_words, short) \
	X(docbook, short)
/* clang-format on */

#define FUZZ_DECLARE(name, time) void fuzz_##name(const char *bytes, size_t nbytes);
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
