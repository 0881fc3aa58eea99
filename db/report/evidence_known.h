/* evidence_known.h - whether a unit has recorded something before. Nothing outside db/ includes it.
 */
#ifndef DUBAN_DB_EVIDENCE_KNOWN_H
#define DUBAN_DB_EVIDENCE_KNOWN_H

#include "core/rule/entry.h"
#include "db/store_internal.h"

/* Whether two numbers of documents are the same however they were typed. */
bool evidence_same_number(const char *a, const char *b);
/* What v names as recorded already, else the unit's document of the same number, else its file of
 * the same content (blob_id, 0: none); 0 when v is new. */
int evidence_known(struct write *w, const struct evidence_new *v, int64_t blob_id, int64_t *id,
		   struct err *e);
/* A document that says no more than its number gets title and date of the same that another unit
 * has recorded and the writer may read. */
int evidence_lent(struct write *w, struct evidence_new *v, struct err *e);

#endif
