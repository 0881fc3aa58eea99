/*
 * gantt_strip.c - one line of the strip: the months, a line from the first to the last date, today,
 * the day it is to be done by, and the milestones. Where several fall into one column the worst is
 * seen, and their number where the month has room for it. What waits for an earlier one has a sign
 * before it, where that is free. Nothing covers today's line.
 */
#include "tui/milestone/gantt_strip.h"

#include "tui/milestone/milestone_faces.h"

#include <stdio.h>

/* The column of a day on the strip, -1: of another year. */
static int column_of(const struct gantt_year *g, struct date d)
{
	if (d.y != g->year)
		return -1;
	return (d.m - 1) * g->month_cols + (d.d - 1) * g->month_cols / date_days_in_month(d.y, d.m);
}

/* The same, with the days before and after the year at its ends. */
static int column_within(const struct gantt_year *g, struct date d)
{
	if (d.y < g->year)
		return 0;
	return d.y > g->year ? g->month_cols * GANTT_MONTHS - 1 : column_of(g, d);
}

/* A line from the first to the last day that the action has dates for. */
static void draw_span(const struct gantt_year *g, const struct gantt_strip *s, struct canvas *c,
		      int y)
{
	struct date from = s->due, to = s->due;

	if (s->marks.n) {
		const struct milestone_row *last = s->marks.at[s->marks.n - 1];

		from = date_cmp(s->marks.at[0]->due, from) < 0 ? s->marks.at[0]->due : from;
		to = date_is_set(to) && date_cmp(to, last->due) > 0 ? to : last->due;
	}
	if (!date_is_set(from) || from.y > g->year || to.y < g->year)
		return;
	for (int x = column_within(g, from); x <= column_within(g, to); x++)
		canvas_text(c, y, x, STYLE_DIM, picture_sign(c, SIGN_SPAN));
}

/* Today's line is never covered: what falls on it stands beside it, the past at its left. */
static int beside_today(const struct gantt_year *g, struct date d)
{
	int x = column_of(g, d);

	if (x < 0 || x != column_of(g, g->today))
		return x;
	x += date_cmp(d, g->today) < 0 ? -1 : 1;
	return x < 0 ? 1 : x < g->month_cols * GANTT_MONTHS ? x : x - 2;
}

/* The milestones of a month in a strip. */
struct crowd {
	int n, most_in_column;
	enum milestone_mark worst;
};

static struct crowd crowd_of(const struct gantt_year *g, const struct gantt_strip *s, int month)
{
	struct crowd crowd = {.worst = MARK_DONE};
	int before = -1, here = 0;

	for (size_t i = 0; i < s->marks.n; i++) { /* by date */
		const struct milestone_row *m = s->marks.at[i];
		enum milestone_mark mark = milestone_mark(m, g->today, g->rules);
		int x = column_of(g, m->due);

		if (x < 0 || m->due.m != month)
			continue;
		here = x == before ? here + 1 : 1;
		before = x;
		crowd.n++;
		crowd.most_in_column = here > crowd.most_in_column ? here : crowd.most_in_column;
		crowd.worst = mark > crowd.worst ? mark : crowd.worst;
	}
	return crowd;
}

/* Where in the month a sign with a number can stand without covering today, -1: nowhere. */
static int crowd_place(const struct gantt_year *g, int month, int cols)
{
	int first = (month - 1) * g->month_cols, end = first + g->month_cols;
	int today = column_of(g, g->today);

	if (today < first || today >= first + cols)
		return cols <= g->month_cols ? first : -1;
	return today + 1 + cols <= end ? today + 1 : -1;
}

/* "!30": the worst of more milestones than there are columns for. False: each has its own, or the
 * number has no room. */
static bool draw_crowd(const struct gantt_year *g, const struct gantt_strip *s, int month,
		       struct canvas *c, int y)
{
	struct crowd crowd = crowd_of(g, s, month);
	char text[16];
	int x = crowd_place(g, month, 1 + snprintf(text, sizeof text, "%d", crowd.n));

	if (crowd.most_in_column < 2 || x < 0)
		return false;
	x += canvas_text(c, y, x, milestone_mark_style(crowd.worst),
			 picture_sign(c, milestone_mark_sign(crowd.worst)));
	canvas_text(c, y, x, milestone_mark_style(crowd.worst), text);
	return true;
}

/* Each at its day; those of months that show a number are there already. */
static void draw_marks(const struct gantt_year *g, const struct gantt_strip *s, const bool *crowded,
		       struct canvas *c, int y)
{
	for (int mark = 0; mark < MARK_COUNT; mark++) {
		for (size_t i = 0; i < s->marks.n; i++) {
			const struct milestone_row *m = s->marks.at[i];
			int x = beside_today(g, m->due);

			if (x < 0 || crowded[m->due.m - 1] ||
			    (int)milestone_mark(m, g->today, g->rules) != mark)
				continue;
			canvas_text(
				c, y, x, milestone_mark_style((enum milestone_mark)mark),
				picture_sign(c, milestone_mark_sign((enum milestone_mark)mark)));
		}
	}
}

/* "›" before what waits for an earlier one, where it covers nothing. */
static void draw_order(const struct gantt_year *g, const struct gantt_strip *s, const bool *crowded,
		       struct canvas *c, int y)
{
	for (size_t i = 0; i < s->marks.n; i++) {
		const struct milestone_row *m = s->marks.at[i];
		int x = beside_today(g, m->due) - 1;

		if (m->after_id && x >= 0 && x != column_of(g, g->today) &&
		    x != beside_today(g, s->due) && !crowded[m->due.m - 1] &&
		    !crowded[x / g->month_cols])
			canvas_text(c, y, x, milestone_order_style(m), picture_sign(c, SIGN_AFTER));
	}
}

void gantt_strip_draw(const struct gantt_year *g, const struct gantt_strip *s, struct canvas *c,
		      int y)
{
	int today = column_of(g, g->today), due = beside_today(g, s->due);
	bool crowded[GANTT_MONTHS];

	for (int m = 0; m < GANTT_MONTHS && g->month_cols > 1; m++)
		canvas_text(c, y, m * g->month_cols, STYLE_DIM, picture_sign(c, SIGN_NOTHING));
	draw_span(g, s, c, y);
	if (today >= 0)
		canvas_text(c, y, today, STYLE_STRONG, picture_sign(c, SIGN_TODAY));
	if (due >= 0)
		canvas_text(c, y, due, STYLE_STRONG, picture_sign(c, SIGN_DUE));
	for (int m = 0; m < GANTT_MONTHS; m++)
		crowded[m] = draw_crowd(g, s, m + 1, c, y);
	draw_order(g, s, crowded, c, y);
	draw_marks(g, s, crowded, c, y);
}
