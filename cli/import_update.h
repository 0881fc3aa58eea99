/* import_update.h - `duban import --update CODE FILE`. */
#ifndef DUBAN_CLI_IMPORT_UPDATE_H
#define DUBAN_CLI_IMPORT_UPDATE_H

#include "cli/cli.h"
#include "core/plan/plan.h"

/* Shows how the document differs from the plan of this code; without --dry-run asks and makes it
 * the edition in force. */
int import_update(struct cli *cli, const char *code, struct plan *p, struct err *e);

#endif
