/* plan_style.h - small documents in the styles of issued ones, and what is read of them. */
#ifndef DUBAN_TESTS_CORE_PLAN_STYLE_H
#define DUBAN_TESTS_CORE_PLAN_STYLE_H

struct style {
	const char *name, *document;
	/* a line an action: parent/no title [section]: unit role … due date */
	const char *expected;
};

/* Reads the document and fails the test where the actions are not those expected. */
void style_check(const struct style *s);

#endif
