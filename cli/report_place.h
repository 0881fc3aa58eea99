/* report_place.h - whose report for which action and period the command line means, and what there
 * is of it: CODE/NO, --unit, --period. For the verbs of reports. */
#ifndef DUBAN_CLI_REPORT_PLACE_H
#define DUBAN_CLI_REPORT_PLACE_H

#include "cli/cli.h"
#include "db/report/store_report.h"

struct report_place {
	struct action_row action;
	struct unit_row unit;
	struct period_row period;
	struct report_row report; /* id 0: none yet, texts "" */
};

/* Opens the store, too. */
int report_place_find(struct cli *cli, struct report_place *p, struct err *e);
/* As report_place_find(); ERR_NOT_FOUND when nothing was entered. */
int report_place_need(struct cli *cli, struct report_place *p, struct err *e);
/* "yx2021/2 · 区教育局 · 2021Q4" in the arena. */
const char *report_place_name(struct cli *cli, const struct report_row *row);

#endif
