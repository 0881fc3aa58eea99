/* tasklist_load.h - the printed task list of a unit, from the store to a document. */
#ifndef DUBAN_CLI_TASKLIST_LOAD_H
#define DUBAN_CLI_TASKLIST_LOAD_H

#include "cli/cli.h"
#include "core/document.h"

/* Builds the list of a unit in one plan (0: all open ones). *nitems gets the number of its actions:
 * with none there is nothing to print. All memory is the run's arena's. */
int tasklist_load(struct cli *cli, const struct unit_row *unit, int64_t plan_id, struct document *d,
		  int *nitems, struct err *e);

#endif
