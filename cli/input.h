/* input.h - answers of a person. */
#ifndef DUBAN_CLI_INPUT_H
#define DUBAN_CLI_INPUT_H

#include <stdbool.h>

/* Whether somebody is there to ask. */
bool input_can_ask(void);
/* Prints the question (translated, without "[y/N]") and waits for y, yes or 是 and Enter. */
bool input_ask(const char *question);

#endif
