/* remedy.h - what a person can type when something is refused that a request would lift. */
#ifndef DUBAN_CLI_REMEDY_H
#define DUBAN_CLI_REMEDY_H

#include "cli/cli.h"
#include "core/err.h"

/* The command that asks for what e->remedy names, with what is needed: "duban request extension 12
 * --until DATE …"; what the command line of this run says already stands in it. NULL where nothing
 * can be asked for. In the arena. */
const char *remedy_command(struct cli *cli, const struct err *e);

#endif
