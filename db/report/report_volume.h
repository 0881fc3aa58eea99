/* report_volume.h - what a report counts for the volumes of its action: writing it, and what the
 * log keeps of it. Nothing outside db/ includes it; reading is store_report.h's. */
#ifndef DUBAN_DB_REPORT_VOLUME_H
#define DUBAN_DB_REPORT_VOLUME_H

#include "core/model.h"
#include "db/store_internal.h"

/* ERR_INPUT for one that is no volume in force of the action, which the sentence names. What is in
 * `before` and not in `after` is no longer counted. */
int report_volumes_put(struct write *w, int64_t report_id, int64_t action_id, const char *action,
		       const struct report_volume_rows *before,
		       const struct report_volume_rows *after, struct err *e);
bool report_volumes_same(const struct report_volume_rows *before,
			 const struct report_volume_rows *after);
void report_volumes_change(struct write *w, const struct report_volume_rows *before,
			   const struct report_volume_rows *after, struct change *c);

#endif
