/*
 * doctor_desk.h - what the tests of `duban doctor` share: one of its checks, run by its name, and a
 * look at what is said.
 */
#ifndef DUBAN_TESTS_DOCTOR_DESK_H
#define DUBAN_TESTS_DOCTOR_DESK_H

#include "cli/doctor.h"

#include <criterion/criterion.h>
#include <string.h>

#define HAS(text, part)                                                                            \
	cr_expect(strstr((text), (part)) != NULL, "no \"%s\" in:\n%s", (part), (text))
#define LACKS(text, part)                                                                          \
	cr_expect(strstr((text), (part)) == NULL, "\"%s\" in:\n%s", (part), (text))

/* Runs the check of that name alone. Its first finding has to be of this state; the text of it. */
const char *doctor_desk_find(struct doctor *doctor, const struct doctor_check *checks,
			     const char *id, enum doctor_state state);

#endif
