/* volumes.h - the work volumes that a command line counts: --volume ID=N of reports and of their
 * corrections. */
#ifndef DUBAN_CLI_VOLUMES_H
#define DUBAN_CLI_VOLUMES_H

#include "cli/cli.h"
#include "core/model.h"

/* All --volume of the action; what they do not name stays as the report (0: none) has it. */
int volumes_read(struct cli *cli, int64_t action_id, int64_t report_id,
		 struct report_volume_rows *rows, struct err *e);

#endif
