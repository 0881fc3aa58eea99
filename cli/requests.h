/* requests.h - what the verbs that list, show and answer requests have in common. */
#ifndef DUBAN_CLI_REQUESTS_H
#define DUBAN_CLI_REQUESTS_H

#include "cli/cli.h"
#include "db/cycle/store_request.h"

/* The request that the first operand names, as it is now; opens the store. */
int requests_get(struct cli *cli, struct request_row *q, struct err *e);
/* As action_name(); "" for what belongs to no action. */
const char *requests_action_name(struct cli *cli, const struct request_row *q);
/* A close-out that waits for its answer: something may be open that nobody is asked for after it.
 */
bool requests_asks_close_out(const struct request_row *q);

#endif
