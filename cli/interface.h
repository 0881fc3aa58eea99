/* interface.h - from a run without a verb to the terminal interface. */
#ifndef DUBAN_CLI_INTERFACE_H
#define DUBAN_CLI_INTERFACE_H

#include "cli/cli.h"

/* Opens the store and hands everything to tui_main(). */
int interface_run(struct cli *cli, struct err *e);

#endif
