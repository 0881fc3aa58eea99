/* import_ask.h - what is settled before a plan is stored: the answers to its doubts, and the last
 * question. */
#ifndef DUBAN_CLI_IMPORT_ASK_H
#define DUBAN_CLI_IMPORT_ASK_H

#include "cli/cli.h"
#include "core/plan/plan.h"

#include <stdio.h>

/* The answers that --merge and --no-merge give, then --strict: ERR_FORMAT while any doubt is open.
 * `path` is the file for the sentence. */
int import_answer(const struct cli *cli, const char *path, struct plan *p, struct err *e);
/* Names that may be one unit, where neither options nor the file say what they are: taken as one
 * with --yes, else asked about. */
void import_ask_merges(struct cli *cli, struct plan *p);
/* --yes, or somebody who says so. */
int import_confirm(struct cli *cli, const struct plan *p, const char *question, struct err *e);
/* The names that became other names. */
void import_print_merges(FILE *out, const struct plan *p);

#endif
