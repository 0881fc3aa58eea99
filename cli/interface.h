/* interface.h - from a run without a verb to the terminal interface. */
#ifndef DUBAN_CLI_INTERFACE_H
#define DUBAN_CLI_INTERFACE_H

#include "cli/cli.h"

/* Whether the interface can begin with the keys and styles of a configuration: 0, or -1 and what is
 * wrong, with its file and line. */
int interface_check(struct arena *a, const struct config *c, struct err *e);
/* Opens the store and hands everything to tui_main(). */
int interface_run(struct cli *cli, struct err *e);

#endif
