/* One line of the year: what stands where, what is worst, how many they are, and today. */
#include "tui/milestone/gantt_strip.h"

#include "core/text/utf8.h"
#include "tests/support/canvas_dump.h"

#include <criterion/criterion.h>
#include <criterion/parameterized.h>
#include <stdlib.h>
#include <string.h>

enum { DUE_MOST = 12 };

/* It is 2021-11-21, in columns of months from January on; `done` of the days are done. */
struct line {
	int month_cols, done;
	int after; /* from which on they wait for the one before; 0: none does */
	struct date due, days[DUE_MOST];
	char text[160];
};

static const struct line lines[] = {
	{3, 0, 0, {0}, {{0}}, "·  ·  ·  ·  ·  ·  ·  ·  ·  ·  · │·"},
	{1, 0, 0, {0}, {{2021, 3, 2}, {2021, 3, 9}}, "  !       │"},
	{3, 1, 0, {0}, {{2021, 2, 1}, {2021, 4, 28}}, "·  ◆───────!·  ·  ·  ·  ·  ·  · │·"},
	/* today's line is not covered */
	{3, 0, 0, {0}, {{2021, 11, 26}}, "·  ·  ·  ·  ·  ·  ·  ·  ·  ·  · │*"},
	{3, 0, 0, {0}, {{2021, 11, 20}}, "·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·!│·"},
	{3, 0, 0, {2021, 11, 21}, {{0}}, "·  ·  ·  ·  ·  ·  ·  ·  ·  ·  · │◎"},
	/* more than there are columns for are counted, where the number has room */
	{3,
	 0,
	 0,
	 {0},
	 {{2021, 3, 1}, {2021, 3, 2}, {2021, 3, 30}},
	 "·  ·  !3─·  ·  ·  ·  ·  ·  ·  · │·"},
	{3,
	 3,
	 0,
	 {0},
	 {{2021, 3, 1}, {2021, 3, 2}, {2021, 3, 30}},
	 "·  ·  ◆3─·  ·  ·  ·  ·  ·  ·  · │·"},
	{3, 0, 0, {0}, {{2022, 3, 1}, {2022, 3, 2}}, "·  ·  ·  ·  ·  ·  ·  ·  ·  ·  · │·"},
	{3, 0, 0, {0}, {{2021, 11, 2}, {2021, 11, 3}}, "·  ·  ·  ·  ·  ·  ·  ·  ·  ·  !2│·"},
	/* the worse of two that meet */
	{3, 0, 0, {0}, {{2021, 11, 26}, {2021, 12, 8}}, "·  ·  ·  ·  ·  ·  ·  ·  ·  ·  · │*"},
	/* what waits for the one before it */
	{3, 0, 1, {0}, {{2021, 2, 1}, {2021, 4, 28}}, "·  !──────›!·  ·  ·  ·  ·  ·  · │·"},
	{3, 0, 1, {0}, {{2021, 2, 1}, {2021, 11, 26}}, "·  !────────────────────────────│*"},
};

ParameterizedTestParameters(gantt_strip, year)
{
	return cr_make_param_array(const struct line, (void *)lines,
				   sizeof lines / sizeof lines[0]);
}

ParameterizedTest(const struct line *p, gantt_strip, year)
{
	const struct lamp_rules rules = LAMP_RULES_DEFAULT;
	const struct gantt_year year = {2021, p->month_cols, {2021, 11, 21}, &rules};
	struct arena a = ARENA_INIT;
	struct gantt_strip strip = {.due = p->due};
	struct grid g;

	for (int i = 0; i < DUE_MOST && date_is_set(p->days[i]); i++) {
		struct milestone_row *m = arena_alloc(&a, sizeof *m);

		m->due = p->days[i];
		m->state = i < p->done ? MILESTONE_DONE : MILESTONE_OPEN;
		m->after_id = p->after && i >= p->after;
		*vec_push(&a, &strip.marks) = m;
	}
	grid_init(&g, p->month_cols * GANTT_MONTHS, 1, LOOK_NARROW);
	struct canvas c = canvas_whole(&g);

	gantt_strip_draw(&year, &strip, &c, 0);
	char *row = grid_dump_row(&g, 0);

	cr_expect_str_eq(row, p->text);
	free(row);
	grid_free(&g);
	arena_free(&a);
}
