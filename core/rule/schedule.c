/*
 * schedule.c - the computed percentages: shares of weights and shares of time. Everything counts
 * whole days, today with them: what is due today should be done when the day ends.
 */
#include "core/rule/schedule.h"

#include "core/i18n.h"

void schedule_count(struct schedule *s, int weight, enum milestone_state state, struct date due,
		    struct date today)
{
	bool done = state == MILESTONE_DONE || state == MILESTONE_VERIFIED;

	if (state == MILESTONE_DROPPED)
		return;
	s->all += weight;
	s->done += done ? weight : 0;
	if (!date_is_set(due))
		return;
	s->due += date_cmp(due, today) <= 0 ? weight : 0;
	s->overdue += !done && date_cmp(due, today) < 0 ? weight : 0;
}

void schedule_add(struct schedule *s, const struct schedule *other)
{
	s->all += other->all;
	s->due += other->due;
	s->done += other->done;
	s->overdue += other->overdue;
}

static int share(int64_t part, int64_t all)
{
	return all > 0 ? (int)(part * 100 / all) : -1;
}

int schedule_expected(const struct schedule *s)
{
	return share(s->due, s->all);
}

int schedule_done(const struct schedule *s)
{
	return share(s->done, s->all);
}

int schedule_elapsed(struct date first, struct date last, struct date today)
{
	int32_t from = date_to_days(first), ndays = date_to_days(last) - from + 1;
	int32_t passed = date_to_days(today) - from + 1;

	if (passed >= ndays)
		return 100;
	return passed <= 0 ? 0 : (int)(passed * 100 / ndays);
}

int schedule_elapsed_action(int year, struct date due, struct date today)
{
	const struct date first = {.y = (int16_t)year, .m = 1, .d = 1};
	struct date last = {.y = (int16_t)year, .m = 12, .d = 31};

	if (date_is_set(due) && date_cmp(due, last) < 0)
		last = due;
	return schedule_elapsed(first, last, today);
}

const char *schedule_label(struct arena *a, const struct schedule *s, int elapsed)
{
	int expected = schedule_expected(s), done = schedule_done(s);

	if (expected < 0)
		return elapsed < 0 ? "" : arena_printf(a, _("time elapsed %d%%"), elapsed);
	if (elapsed < 0)
		return arena_printf(a, _("milestones by weight: due by now %d%%, done %d%%"),
				    expected, done);
	return arena_printf(
		a, _("milestones by weight: due by now %d%%, done %d%%; time elapsed %d%%"),
		expected, done, elapsed);
}
