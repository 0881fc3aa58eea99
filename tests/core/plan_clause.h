/* plan_clause.h - a text behind the title of an action, and the facts that are read of it. */
#ifndef DUBAN_TESTS_CORE_PLAN_CLAUSE_H
#define DUBAN_TESTS_CORE_PLAN_CLAUSE_H

#include <stddef.h>

struct plan_action;
struct strbuf;

struct clause_case {
	const char *title; /* of the plan: gives the year of an annual plan */
	const char *text;
	/* "name measure year>=value …;" for each level, "+value measure what;" for each volume,
	 * "=words years…;" for each target in words, "!deadline" */
	const char *expected;
};

/* Reads a document with the text and fails the test where other facts are found. */
void clause_check(const struct clause_case *c);
/* How many doubts about figures (DOUBT_OTHER, DOUBT_SORT) the text gives. */
size_t clause_doubts(const char *title, const char *text);
/* Appends the facts of an action as expected above. */
void clause_dump(const struct plan_action *action, struct strbuf *out);

#endif
