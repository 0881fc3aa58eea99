/* request_effect.h - what asking, granting, refusing and taking back do to the thing that is asked
 * about, kind by kind. Nothing outside db/ includes it. */
#ifndef DUBAN_DB_REQUEST_EFFECT_H
#define DUBAN_DB_REQUEST_EFFECT_H

#include "core/rule/request.h"
#include "db/store_internal.h"

enum request_event { REQUEST_IS_ASKED, REQUEST_IS_GRANTED, REQUEST_IS_REFUSED, REQUEST_IS_DROPPED };

/* Inside the transaction of the request. q->granted is set where the kind gives a date. ERR_STATE
 * where the thing's own state does not allow it any more. */
int request_effect(struct write *w, const struct request_row *q, enum request_event event,
		   struct err *e);

/* The body of store_request_take_back(). */
int request_take_back(struct write *w, int64_t id, int64_t version, struct err *e);

#endif
