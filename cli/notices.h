/* notices.h - what `duban notice` and `duban remind` have in common: issuing urge notices, telling
 * which were issued, and sending them out of the file by the configured command. */
#ifndef DUBAN_CLI_NOTICES_H
#define DUBAN_CLI_NOTICES_H

#include "cli/cli.h"
#include "db/cycle/store_notice.h"

/* Issues what the filter names, prints a line for each, and sends them. */
int notices_urge(struct cli *cli, const struct urge_filter *f, const char *text, struct err *e);
void notices_print_issued(struct cli *cli, const struct notice_rows *rows);
/* Gives the configured command what it has not taken yet; nothing to do without one. That the
 * command fails is told on standard error and is no failure of the verb. */
int notices_send(struct cli *cli, struct err *e);

#endif
