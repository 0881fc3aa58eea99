/*
 * task_detail.c - the task under the cursor in words. The list has room for a few words of each;
 * here stands the whole: above all the reason when the office sent a report back.
 */
#include "tui/plan/task_detail.h"

#include "core/i18n.h"
#include "core/text/utf8.h"
#include "tui/report/report_detail.h"

#include <stdlib.h>
#include <string.h>

const char *role_short(enum role role)
{
	/* TRANSLATORS: short for "cooperating", in a narrow column */
	return role == ROLE_COOP ? _("coop") : role_label(role);
}

int lamp_style(enum lamp lamp)
{
	static const int style[LAMP_COUNT] = {
		[LAMP_GREY] = STYLE_LAMP_GREY,
		[LAMP_GREEN] = STYLE_LAMP_GREEN,
		[LAMP_YELLOW] = STYLE_LAMP_YELLOW,
		[LAMP_RED] = STYLE_LAMP_RED,
	};

	return style[lamp];
}

int64_t lamp_rank(enum lamp lamp)
{
	return LAMP_COUNT - (int)lamp;
}

/* A dot in the middle takes two columns on some terminals: digits would not stand under it. */
const char *none_sign(void)
{
	return utf8_cols("·") == 1 ? "·" : ".";
}

int64_t date_rank(struct date d)
{
	return date_is_set(d) ? d.y * 10000 + d.m * 100 + d.d : 0;
}

char *date_short(struct date d, struct date today, char buf[DATE_TEXT])
{
	date_format(d, buf);
	if (date_is_set(d) && d.y == today.y)
		memmove(buf, buf + 5, DATE_TEXT - 5);
	return buf;
}

/* One line in exactly the width there is; the format is a translated sentence with two texts. */
static void line(struct canvas *c, int y, int style, const char *fmt, const char *a, const char *b)
	__attribute__((format(printf, 4, 0)));
static void line(struct canvas *c, int y, int style, const char *fmt, const char *a, const char *b)
{
	char *text = xasprintf(fmt, a, b);

	canvas_field(c, y, 2, c->cols - 2, ALIGN_LEFT, style, text);
	free(text);
}

/* The report of this period and the ones before it say the same. */
static void same_line(const struct task_row *t, struct canvas *c)
{
	char *head = xasprintf(_("No change, %d times running"), t->nsame);

	line(c, 1, STYLE_STRONG, _("%s: %s"), head, t->last_done);
	free(head);
}

static void returned_line(const struct task_row *t, struct canvas *c)
{
	char at[TIME_TEXT];
	char *by = xasprintf(_("%s, %s"), t->reviewed_by, time_format_local(t->reviewed_at, at));

	line(c, 1, STYLE_ERROR, _("Returned (%s): %s"), by, t->reason);
	free(by);
}

void task_detail_foot(const struct task_row *t, int same_limit, struct canvas *c)
{
	char due[DATE_TEXT];

	canvas_hline(c, 0, 0, c->cols, STYLE_DIM);
	if (t->report_state == REPORT_RETURNED)
		returned_line(t, c);
	else if (report_is_same(t->nsame, same_limit))
		same_line(t, c);
	else if (t->last_done[0])
		line(c, 1, STYLE_NORMAL, _("Last (%s): %s"), t->last_period, t->last_done);
	else
		line(c, 1, STYLE_DIM, "%s%s", _("Nothing has been reported on it yet."), "");
	if (t->action_state == ACTION_CLOSED_OUT)
		line(c, 2, STYLE_DIM, "%s%s", action_state_label(t->action_state), "");
	else if (t->milestone[0])
		line(c, 2, STYLE_NORMAL, _("Next milestone: %s %s"),
		     date_format(t->milestone_due, due), t->milestone);
	else if (t->lead_milestone[0])
		line(c, 2, STYLE_DIM, _("Next milestone of the lead unit: %s %s"),
		     date_format(t->lead_milestone_due, due), t->lead_milestone);
	else
		line(c, 2, STYLE_DIM, "%s%s", _("No milestone is open."), "");
}

/* A small heading and a paragraph below it; returns the line after both. */
static int passage(struct canvas *c, int y, const char *head, int style, const char *text)
{
	if (!text[0] || y >= c->rows)
		return y;
	canvas_field(c, y, 0, c->cols, ALIGN_LEFT, STYLE_DIM, head);
	y++;
	return y + canvas_paragraph(c, y, 0, c->cols, c->rows - y, style, text) + 1;
}

static int lamp_line(const struct task_row *t, const char *cause, struct canvas *c, int y)
{
	int x = canvas_text(c, y, 0, lamp_style(t->lamp), lamp_label(t->lamp));

	if (cause[0])
		canvas_field(c, y, x + 1, c->cols - x - 1, ALIGN_LEFT, lamp_style(t->lamp), cause);
	return y + 1;
}

static int state_lines(const struct task_row *t, int same_limit, struct canvas *c, int y)
{
	char *text = xasprintf(_("%s: %s"), t->unit, role_label(t->role));

	canvas_field(c, y++, 0, c->cols, ALIGN_LEFT, STYLE_NORMAL, text);
	free(text);
	text = t->action_state == ACTION_CLOSED_OUT
		       ? xstrdup(action_state_label(t->action_state))
		       : xasprintf(_("This period: %s"), report_state_label(t->report_state));
	canvas_field(c, y++, 0, c->cols, ALIGN_LEFT, STYLE_NORMAL, text);
	free(text);
	if (report_is_same(t->nsame, same_limit)) {
		text = xasprintf(_("No change, %d times running"), t->nsame);
		canvas_field(c, y++, 0, c->cols, ALIGN_LEFT, STYLE_STRONG, text);
		free(text);
	}
	return y + 1;
}

void task_detail_pane(const struct task_row *t, int same_limit, const char *cause,
		      const struct peek *peek, struct canvas *c)
{
	char due[DATE_TEXT];
	char *head = xasprintf(_("Last report (%s)"), t->last_period);
	int y = canvas_paragraph(c, 0, 0, c->cols, 3, STYLE_NORMAL, t->title);

	if (t->section_title[0])
		canvas_field(c, y++, 0, c->cols, ALIGN_LEFT, STYLE_NORMAL, t->section_title);
	y = lamp_line(t, cause, c, y + 1);
	y = state_lines(t, same_limit, c, y);
	if (peek_is_of(peek, t->action_id) && peek_draw_course(peek, c, y - 1))
		y++;
	if (t->report_state == REPORT_RETURNED) {
		char at[TIME_TEXT];
		char *why = xasprintf(_("Returned by %s, %s"), t->reviewed_by,
				      time_format_local(t->reviewed_at, at));

		y = passage(c, y, why, STYLE_ERROR, t->reason);
		free(why);
	}
	y = passage(c, y, head, STYLE_NORMAL, t->last_done);
	free(head);
	if (t->milestone[0]) {
		head = xasprintf(_("Next milestone, %s"), date_format(t->milestone_due, due));
		y = passage(c, y, head, STYLE_NORMAL, t->milestone);
		free(head);
	}
	if (t->lead_milestone[0]) {
		head = xasprintf(_("Next milestone of the lead unit, %s"),
				 date_format(t->lead_milestone_due, due));
		y = passage(c, y, head, STYLE_DIM, t->lead_milestone);
		free(head);
	}
	if (peek_is_of(peek, t->action_id) && peek->clause)
		passage(c, y, _("Clause"), STYLE_DIM, peek->clause);
}
