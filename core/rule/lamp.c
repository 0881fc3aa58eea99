/*
 * The lamp of a task. Everything that can be due (milestone, report, action) is weighed by the same
 * rule; the most urgent one makes the lamp. What was returned or lies behind the time elapsed only
 * raises it. Nothing of it is stored: it follows from the facts, the calendar and today.
 */
#include "core/rule/lamp.h"

#include "core/i18n.h"
#include "core/rule/schedule.h"

static bool is_over(const struct task_row *t)
{
	return t->action_state == ACTION_CLOSED_OUT || t->action_state == ACTION_WITHDRAWN ||
	       t->assignment_state == ASSIGNMENT_WITHDRAWN;
}

static bool is_to_enter(const struct task_row *t)
{
	return t->report_state == REPORT_NONE || t->report_state == REPORT_DRAFT ||
	       t->report_state == REPORT_RETURNED;
}

static bool is_report_owed(const struct task_row *t)
{
	return is_to_enter(t) || t->to_sign;
}

static void raise_lamp(struct task_row *t, enum lamp lamp, enum lamp_why why, int days)
{
	bool first = t->why == LAMP_WHY_NOTHING;

	if (lamp < t->lamp || (lamp == t->lamp && !first && days <= t->days))
		return;
	t->lamp = lamp;
	t->why = why;
	t->days = days;
}

static void weigh_due(struct task_row *t, enum lamp_why why, struct date due, struct date today,
		      const struct lamp_rules *rules)
{
	if (!date_is_set(due))
		return;

	int days = (int)(date_to_days(today) - date_to_days(due));
	enum lamp lamp = LAMP_GREEN;
	if (days > 0)
		lamp = LAMP_RED;
	else if (calendar_workdays_between(rules->calendar, today, due) <= rules->soon_workdays)
		lamp = LAMP_YELLOW;
	raise_lamp(t, lamp, why, days);
}

/* A returned report counts until it is handed in again, also where it waits for its approving
 * leader then; one that was sent back inside the unit has no number. */
static void weigh_returns(struct task_row *t, const struct lamp_rules *rules)
{
	if ((t->nreturned == 0 && t->report_state != REPORT_RETURNED) || !is_to_enter(t))
		return;
	raise_lamp(t, t->nreturned >= rules->returns ? LAMP_RED : LAMP_YELLOW, LAMP_WHY_RETURNED,
		   0);
}

int lamp_elapsed(int year, struct date today)
{
	return schedule_elapsed_action(year, (struct date){0}, today);
}

static void weigh_percent(struct task_row *t, const struct lamp_rules *rules)
{
	if (t->lamp >= LAMP_YELLOW || t->percent < 0)
		return;
	if (t->elapsed - t->percent > rules->behind_points)
		raise_lamp(t, LAMP_YELLOW, LAMP_WHY_BEHIND, 0);
}

void lamp_of(struct task_row *t, const struct period_row *period, struct date today,
	     const struct lamp_rules *rules)
{
	bool running = period && date_cmp(period->opens, today) <= 0;

	t->lamp = LAMP_GREY;
	t->why = LAMP_WHY_NOTHING;
	t->days = 0;
	t->elapsed = running ? lamp_elapsed(period->year, today) : -1;
	if (is_over(t))
		return;
	if (running || t->percent >= 0)
		t->lamp = LAMP_GREEN;
	weigh_due(t, LAMP_WHY_MILESTONE, t->milestone_due, today, rules);
	if (t->milestones_overdue > 0)
		raise_lamp(t, LAMP_RED, LAMP_WHY_MILESTONE, 0);
	if (t->action_state == ACTION_ACTIVE && t->delivers)
		weigh_due(t, LAMP_WHY_ACTION, t->due, today, rules);
	if (running && is_report_owed(t))
		weigh_due(t, LAMP_WHY_REPORT, period->due, today, rules);
	weigh_returns(t, rules);
	if (running)
		weigh_percent(t, rules);
}

static int compare_ids(int64_t a, int64_t b)
{
	return (a > b) - (a < b);
}

/* Rows were given their ids in the order of the document. */
static int compare_places(const struct task_row *a, const struct task_row *b)
{
	int by_plan = compare_ids(a->plan_id, b->plan_id);
	int by_action = compare_ids(a->action_id, b->action_id);

	if (by_plan)
		return by_plan;
	return by_action ? by_action : compare_ids(a->assignment_id, b->assignment_id);
}

int lamp_compare(const void *a, const void *b)
{
	const struct task_row *x = a, *y = b;
	bool x_waits = x->why != LAMP_WHY_NOTHING, y_waits = y->why != LAMP_WHY_NOTHING;

	if (x->lamp != y->lamp)
		return (int)y->lamp - (int)x->lamp;
	if (x_waits != y_waits)
		return x_waits ? -1 : 1;
	if (x->days != y->days)
		return y->days > x->days ? 1 : -1;
	return compare_places(x, y);
}

const char *lamp_cause(struct arena *a, const struct task_row *t)
{
	if (t->lamp < LAMP_YELLOW)
		return "";
	if (t->why == LAMP_WHY_BEHIND)
		return _("behind schedule");
	if (t->why == LAMP_WHY_RETURNED)
		return t->nreturned < 2 ? _("returned")
					: arena_printf(a,
						       Q_("returned %d time", "returned %d times",
							  t->nreturned),
						       t->nreturned);
	if (t->days > 0)
		return arena_printf(a, Q_("%d day late", "%d days late", t->days), t->days);
	if (t->days == 0)
		return t->lamp == LAMP_RED ? _("late") : _("due today");
	return arena_printf(a, Q_("due in %d day", "due in %d days", -t->days), -t->days);
}

const char *lamp_reason(struct arena *a, const struct task_row *t)
{
	const char *cause = lamp_cause(a, t);

	if (!*cause)
		return "";
	switch (t->why) {
	case LAMP_WHY_MILESTONE:
		return arena_printf(a, _("milestone \"%s\": %s"), t->milestone, cause);
	case LAMP_WHY_REPORT:
		return arena_printf(a, _("report of this period: %s"), cause);
	case LAMP_WHY_ACTION:
		return arena_printf(a, _("deadline of the action: %s"), cause);
	case LAMP_WHY_BEHIND:
		return arena_printf(a, _("behind schedule: %d%% done, %d%% of the year gone"),
				    t->percent, t->elapsed);
	case LAMP_WHY_RETURNED:
	case LAMP_WHY_NOTHING:
		break;
	}
	return cause;
}
