/* handover_drafts.h - the unsent texts of a person that are of their unit's work. Nothing outside
 * db/ includes it. */
#ifndef DUBAN_DB_HANDOVER_DRAFTS_H
#define DUBAN_DB_HANDOVER_DRAFTS_H

#include "db/report/store_draft.h"
#include "db/store_internal.h"

int handover_drafts(struct store *s, struct arena *a, int64_t person_id, struct draft_names *names,
		    struct err *e);

#endif
