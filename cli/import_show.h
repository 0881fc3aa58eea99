/* import_show.h - what was read of a document, shown before anything is stored. */
#ifndef DUBAN_CLI_IMPORT_SHOW_H
#define DUBAN_CLI_IMPORT_SHOW_H

#include "cli/cli.h"
#include "core/plan/plan.h"

/* Whether it is printed for people; else the output is the program's alone. */
bool import_shows_people(const struct cli *cli);
/* As --format asks: for people head, actions and doubts; plan JSON; TSV and CSV: the actions. */
int import_show(struct cli *cli, const struct plan *p, struct err *e);

/* For people: what nobody has answered yet; nothing when there is none. */
void import_show_doubts(const struct plan *p);

#endif
