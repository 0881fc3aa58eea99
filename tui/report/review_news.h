/*
 * review_news.h - what a reviewer has read of a report, and what has become of it since: the unit
 * may take it back and hand in another text while it is on the screen, or the other reviewer may
 * decide. What is decided is decided on what was read.
 */
#ifndef DUBAN_TUI_REVIEW_NEWS_H
#define DUBAN_TUI_REVIEW_NEWS_H

#include "tui/app/app.h"
#include "tui/part/form_row.h"
#include "tui/report/review_paper.h"

/* The report as a reviewer reads it, under the names of its parts; for about_refused(). */
int review_news_read(struct view *v, int64_t id, struct arena *a, struct form_row *to,
		     struct err *e);

/* During load(): what is new of it was done here, by the person, and is no news. */
bool review_news_is_own(const struct view *v, const struct report_row *r);
/* The person has the report before them as it is here; what is new of it is copied. */
void review_news_seen(struct arena *own, struct form_row *seen, const struct review_paper *p);
/* What has changed, by whom and when; "" where nothing has. In the arena, as the next. */
const char *review_news(struct arena *a, const struct form_row *seen,
			const struct review_paper *now);
/* The report cannot be read any more: that its unit has taken it back, who and when. NULL: that is
 * not why. */
const char *review_news_gone(const struct app_context *c, struct arena *a,
			     const struct report_row *was);
/* Says so. False: it can be read still, or that is not why. */
bool review_news_tell_gone(struct view *v, struct app *app, const struct report_row *was);

#endif
