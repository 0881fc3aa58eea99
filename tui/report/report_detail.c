/* A report in few lines: what matters for a decision stands first, so that a small canvas shows it.
 */
#include "tui/report/report_detail.h"

#include "core/date.h"
#include "core/i18n.h"
#include "core/mem.h"

#include <stdio.h>
#include <stdlib.h>

static int passage(struct canvas *c, int y, int style, const char *head, const char *text)
{
	char *whole;
	int lines;

	if (!text[0] || y >= c->rows)
		return y;
	whole = xasprintf(_("%s: %s"), head, text);
	lines = canvas_paragraph(c, y, 0, c->cols, c->rows - y, style, whole);
	free(whole);
	return y + lines;
}

int report_detail_draw(const struct report_row *r, int same_limit, struct canvas *c)
{
	char at[TIME_TEXT], remark[REPORT_REMARK];
	int y = 0;

	if (r->state == REPORT_RETURNED)
		y = passage(c, y, STYLE_ERROR, _("Returned"), r->reason);
	if (r->no_change)
		y += canvas_paragraph(c, y, 0, c->cols, c->rows - y, STYLE_STRONG,
				      report_remark(r, same_limit, remark));
	y = passage(c, y, STYLE_NORMAL, _("Done"), r->done);
	y = passage(c, y, STYLE_NORMAL, _("Problems"), r->problems);
	y = passage(c, y, STYLE_NORMAL, _("Next"), r->next);
	if (r->submitted_at && y < c->rows)
		canvas_printf(c, y, 0, STYLE_DIM,
			      r->on_behalf ? _("submitted %s by %s on the unit's behalf")
					   : _("submitted %s by %s"),
			      time_format_local(r->submitted_at, at), r->entered_by);
	return y + (r->submitted_at != 0);
}

bool report_is_same(int nsame, int same_limit)
{
	return nsame > 1 && nsame >= same_limit;
}

const char *report_remark(const struct report_row *r, int same_limit, char buf[REPORT_REMARK])
{
	if (r->no_change && report_is_same(r->nsame, same_limit))
		snprintf(buf, REPORT_REMARK, _("no change, %d times running"), r->nsame);
	else if (r->no_change)
		snprintf(buf, REPORT_REMARK, "%s", _("no change"));
	else if (r->nreturned)
		snprintf(buf, REPORT_REMARK,
			 Q_("returned %d time", "returned %d times", (size_t)r->nreturned),
			 r->nreturned);
	else
		buf[0] = '\0';
	return buf;
}
