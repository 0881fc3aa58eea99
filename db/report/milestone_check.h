/* milestone_check.h - what a stage plan must keep to besides rights and states: who may put a date
 * off, and that nothing waits for itself. Nothing outside db/ includes it. */
#ifndef DUBAN_DB_MILESTONE_CHECK_H
#define DUBAN_DB_MILESTONE_CHECK_H

#include "db/store_internal.h"

/* ERR_STATE with the remedy REQUEST_EXTENSION when the writer may not give an open milestone the
 * date `due`. */
int milestone_check_due(struct write *w, const struct milestone_row *row, struct date due,
			struct err *e);
/* ERR_INPUT (field "after") unless milestone `id` (0: a new one) of an action can wait for after_id
 * (0: waits for none). */
int milestone_check_after(struct write *w, int64_t id, int64_t action_id, int64_t after_id,
			  struct err *e);

#endif
