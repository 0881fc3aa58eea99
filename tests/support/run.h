/*
 * run.h - runs a program to its end and keeps what it said. With no `program` it is the built duban
 * (the environment variable DUBAN names it, as tests/run sets; else build/duban).
 *
 *	struct run r;
 *	run_words(&r, &(struct run_how){.env = env}, "list", "--unit", "区教育局", NULL);
 *	cr_assert_eq(r.status, 0, "%s", r.err);
 *	run_free(&r);
 */
#ifndef DUBAN_TESTS_RUN_H
#define DUBAN_TESTS_RUN_H

#include <stdbool.h>
#include <stddef.h>

struct run_how {
	const char *program;	/* NULL: duban */
	const char *const *env; /* "NAME=value" added to the environment, "NAME" taken out; ends in
				 * NULL; NULL: nothing */
	const char *dir;	/* to run in, or NULL */
	const char *input;	/* what it reads from standard input; NULL: nothing */
	size_t input_nbytes;	/* 0: strlen(input) */
	int seconds;		/* until it is killed; 0: 30 */
};

struct run {
	int status; /* exit status; 128 + signal when one ended it */
	bool timed_out;
	char *out, *err; /* never NULL, zero byte after the end */
	size_t out_nbytes, err_nbytes;
	long max_rss_kib;
	double ms; /* from the fork to the end */
};

/* argv has no program name in it and ends in NULL. */
void run_argv(struct run *r, const struct run_how *how, const char *const *argv);
void run_words(struct run *r, const struct run_how *how, ...) __attribute__((sentinel));
void run_free(struct run *r);

/* The path of the built duban. */
const char *run_duban(void);

/* In a child, between fork and exec: environment and folder; then the program, or exit 127. */
void run_become(const char *program, const char *const *argv, const char *const *env,
		const char *dir) __attribute__((noreturn));

#endif
