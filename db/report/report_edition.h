/* report_edition.h - keeping a report as it is at a moment that counts. Nothing outside db/
 * includes it; reading is store_report.h's. */
#ifndef DUBAN_DB_REPORT_EDITION_H
#define DUBAN_DB_REPORT_EDITION_H

#include "db/store_internal.h"

/* The report as the file has it now, with what it counts for volumes, as its next edition. */
int report_edition_add(struct write *w, int64_t report_id, enum edition_kind kind,
		       const char *reason, struct err *e);

#endif
