/* correction.h - a report that is to be corrected, as the screens of its request show it: the
 * amounts that it counts as fields of the form, and what would change, word by word, as a page. */
#ifndef DUBAN_TUI_CORRECTION_H
#define DUBAN_TUI_CORRECTION_H

#include "core/model.h"
#include "tui/app/app.h"
#include "tui/part/form.h"
#include "tui/part/page.h"

/* The work volumes of the report's action and what the report counts for them. In the arena. */
struct correction {
	struct volume_rows volumes;
	struct report_volume_rows counted;
};
int correction_read(const struct app_context *c, struct arena *a, const struct report_row *r,
		    struct correction *x, struct err *e);

/* A field for each volume, written to `f`; how many. Names and texts in the arena. */
size_t correction_fields(const struct correction *x, struct arena *a, struct form_field *f);
/* What is counted now, into the fields; and what stands in them, checked. An error names the field
 * of its volume. */
void correction_fill(const struct correction *x, struct form *f);
int correction_take(const struct correction *x, const struct form *f, struct arena *a,
		    struct report_volume_rows *rows, struct err *e);

/* What the request changes against the report as it was accepted before this was answered. */
int correction_page(const struct app_context *c, struct arena *a, const struct request_row *q,
		    struct page *p, struct err *e);

#endif
