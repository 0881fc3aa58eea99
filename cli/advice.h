/* advice.h - what verbs tell beside their answer, so that it is not found out too late. */
#ifndef DUBAN_CLI_ADVICE_H
#define DUBAN_CLI_ADVICE_H

#include "cli/cli.h"

/* Prints a line when holidays are missing in the calendar that ought to be there, for those who can
 * enter them. The store is open. */
int advice_calendar(struct cli *cli, struct err *e);
/* Says on stderr that a date which was just asked for or given is a day off; a date that is none,
 * and a calendar that cannot be read, say nothing. The store is open. */
void advice_rest(struct cli *cli, struct date d);

#endif
