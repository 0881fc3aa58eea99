/* watch.h - who sends or takes a file over SSH does not hold a process for ever: one that stands
 * still ends after the idle limit of the configuration, and one of a key that was revoked, or of a
 * person who is let in no longer, within moments. */
#ifndef DUBAN_CLI_WATCH_H
#define DUBAN_CLI_WATCH_H

#include "cli/cli.h"

/* From here on, over all transfers of this process; `cli` has an open store and stays. */
void watch_begin(struct cli *cli);

#endif
