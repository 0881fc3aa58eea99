/* plan_unread.h - internals of the plan reader: what it left over. */
#ifndef DUBAN_CORE_READER_PLAN_UNREAD_H
#define DUBAN_CORE_READER_PLAN_UNREAD_H

#include "core/reader/plan_facts.h"

/* Adds a DOUBT_UNREAD for each phrase of duties that no action takes and each clause of an action
 * that says who answers and was no phrase. */
void plan_unread_find(struct reading *rd);

#endif
