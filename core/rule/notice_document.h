/* notice_document.h - a notice as a finished document: what the unit reads, prints and files. */
#ifndef DUBAN_CORE_NOTICE_DOCUMENT_H
#define DUBAN_CORE_NOTICE_DOCUMENT_H

#include "core/plan/document.h"
#include "core/rule/notice.h"

/* All of it in the arena. */
void notice_document(struct arena *a, struct document *d, const struct notice_row *n,
		     const struct notice_item_rows *items);

#endif
