/* evidence_link.h - evidence that comes with something else that a unit hands in. Nothing outside
 * db/ includes it; the rest is store_evidence.h's. */
#ifndef DUBAN_DB_EVIDENCE_LINK_H
#define DUBAN_DB_EVIDENCE_LINK_H

#include "core/rule/entry.h"
#include "db/store_internal.h"

/* What the unit of `to` has recorded before proves what `to` names besides; as
 * store_evidence_add() for each, errors with the field "evidence". */
int evidence_link_all(struct write *w, const struct evidence_new *to,
		      const struct evidence_ids *ids, struct err *e);

#endif
