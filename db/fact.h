/* fact.h - indicators, targets and volumes as a document has them, written into the file; for
 * import_action.c and update_facts.c. */
#ifndef DUBAN_DB_FACT_H
#define DUBAN_DB_FACT_H

#include "core/plan/plan.h"
#include "db/store_internal.h"

/* All of an action: levels, behind them targets in words; volumes. */
int fact_add_all(struct write *w, int64_t action_id, const struct plan_action *act, struct err *e);

/* One, at its place in the action. */
int fact_add_level(struct write *w, int64_t action_id, size_t seq, const struct plan_indicator *in,
		   struct err *e);
int fact_add_words(struct write *w, int64_t action_id, size_t seq, const struct plan_words *words,
		   struct err *e);
int fact_add_volume(struct write *w, int64_t action_id, size_t seq, const struct plan_volume *v,
		    struct err *e);
/* year 0: none; op and value NULL: in words. */
int fact_add_target(struct write *w, int64_t indicator_id, size_t seq, int year, const char *op,
		    const char *value, struct err *e);

#endif
