/* request_page.h - a request as a page to read: what is asked and why, how the thing stands, the
 * answer. */
#ifndef DUBAN_TUI_REQUEST_PAGE_H
#define DUBAN_TUI_REQUEST_PAGE_H

#include "core/model.h"
#include "tui/app/app.h"
#include "tui/part/page.h"

/* In the arena. What the reader may not read of the things around it is left out. */
int request_page_load(struct page *p, struct arena *a, const struct app_context *c,
		      const struct request_row *q, struct err *e);

#endif
