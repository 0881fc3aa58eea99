/* run_name.h - what a run of the program is called where it is told of (cli/access.h). */
#ifndef DUBAN_CLI_RUN_NAME_H
#define DUBAN_CLI_RUN_NAME_H

#include "cli/args.h"

/* The verb, what it was asked of, and the names of the options, with the value where that is a word
 * of ours or a unit: "print --unit 区教育局", "request grant 12". "" without a verb. */
const char *run_name_args(struct arena *a, const struct args *args);
/* A line that is refused before it is understood, in words behind the name of the program: the
 * first one and the names of the options, as what else was typed can be anything. */
const char *run_name_words(struct arena *a, int argc, char **argv);
/* One that has no words by our rules: what stands before the first blank. */
const char *run_name_line(struct arena *a, const char *line);

#endif
