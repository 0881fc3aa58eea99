/*
 * args.h - the command line after parsing by the table of verbs.h: which verb, its operands, its
 * options. Long options only (--name VALUE, --name=VALUE), -h, and -- after which all are operands;
 * options and operands may stand in any order. Every text is clean UTF-8, file names are as given.
 */
#ifndef DUBAN_CLI_ARGS_H
#define DUBAN_CLI_ARGS_H

#include "cli/verbs.h"
#include "core/mem.h"

#include <stdbool.h>

struct arg_value {
	const struct verb_option *option;
	const char *value; /* "" of a switch */
};

struct args {
	const struct verb *verb; /* NULL: none was named */
	bool help, version;	 /* asked for by --help, --version: nothing else was checked */
	VEC(const char *) operands;
	VEC(struct arg_value) values;
};

/* Parses; ERR_INPUT with a sentence, and what may have been meant, otherwise. */
int args_parse(struct arena *a, int argc, char **argv, struct args *args, struct err *e);

/* The value of --name, NULL when it was not given. */
const char *args_value(const struct args *args, const char *name);
bool args_has(const struct args *args, const char *name);
/* The i-th operand, NULL when there are fewer. */
const char *args_operand(const struct args *args, size_t i);

/* What stands after --name in argv, before anything is parsed: the configuration is read first, so
 * that the errors of parsing are in its language. NULL when it is not there. */
const char *args_peek(int argc, char **argv, const char *name);

#endif
