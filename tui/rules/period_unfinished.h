/* period_unfinished.h - what closing a period cuts off. */
#ifndef DUBAN_TUI_PERIOD_UNFINISHED_H
#define DUBAN_TUI_PERIOD_UNFINISHED_H

#include "tui/app/app.h"

/* How many reports wait, and, of the period that is reported on now, how many are owed and by how
 * many units. */
struct period_unfinished {
	int nwaiting, nowed, nunits;
	bool now; /* it is the one that is reported on now */
};
int period_unfinished_count(const struct app_context *c, struct arena *a, int64_t period_id,
			    struct period_unfinished *n, struct err *e);

#endif
