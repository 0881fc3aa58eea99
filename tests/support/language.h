/* language.h - the translations of the build, for tests that look for texts in more than one
 * language. */
#ifndef DUBAN_TESTS_LANGUAGE_H
#define DUBAN_TESTS_LANGUAGE_H

#include <stdbool.h>

/* Texts of gettext are in this language from now on ("zh_CN" or "en"), whatever the environment
 * says. False: there is no translation here. */
bool language_set(const char *language);

#endif
