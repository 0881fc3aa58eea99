/*
 * session_frame.c - the two lines above every screen: who works in which plan, the period with its
 * due date and the working days left, and how the reports of the period stand.
 */
#include "tui/app/session.h"

#include "core/flow.h"
#include "core/i18n.h"
#include "db/store_task.h"

static const char *weekday_label(struct date d)
{
	static const char *const names[] = {
		N_("Mon"), N_("Tue"), N_("Wed"), N_("Thu"), N_("Fri"), N_("Sat"), N_("Sun"),
	};

	return _(names[date_weekday(d) - 1]);
}

static const char *who_text(const struct session *s, struct arena *a)
{
	const char *role = post_role_label(s->post.role);

	if (!s->post.unit_id)
		return arena_printf(a, _("%s (%s)"), s->person->name, role);
	return arena_printf(a, _("%s · %s (%s)"), s->post.unit, s->person->name, role);
}

/* "12-31"; the year only where it is another one. */
static const char *day_text(struct arena *a, struct date d, struct date today)
{
	char buf[DATE_TEXT];

	date_format(d, buf);
	return arena_strdup(a, d.y == today.y ? buf + 5 : buf);
}

static const char *left_text(struct arena *a, const char *label, const char *due, int left)
{
	if (left == 0)
		return arena_printf(a, _("%s, due today"), label);
	return arena_printf(a, Q_("%s due %s, %d workday", "%s due %s, %d workdays", left), label,
			    due, left);
}

static const char *period_text(const struct scene *sc, struct arena *a, struct date today)
{
	const struct period_row *p = &sc->period;
	const char *label = period_label(a, p), *due = day_text(a, p->due, today);

	switch (period_state_on(p, today)) {
	case PERIOD_PLANNED:
		return arena_printf(a, _("%s, opens %s"), label, day_text(a, p->opens, today));
	case PERIOD_OPEN:
		return left_text(a, label, due, date_workdays_between(today, p->due));
	case PERIOD_DUE:
		return arena_printf(a, _("%s, was due %s, taken until %s"), label, due,
				    day_text(a, p->closes, today));
	case PERIOD_CLOSED:
	case PERIOD_STATE_COUNT:
		break;
	}
	return arena_printf(a, _("%s, closed"), label);
}

static const char *status_text(const struct app_context *c, const struct scene *sc, struct arena *a)
{
	if (c->session->post.role == POST_ADMIN)
		return _("administration of the server");
	if (!sc->plan.id)
		return _("no plan yet");
	if (sc->plan.state == PLAN_CLOSED)
		return _("this plan is closed; it can be read");
	if (!sc->period.id)
		return _("no reporting period yet");
	return period_text(sc, a, c->now.today);
}

static int count_waiting(const struct app_context *c, struct arena *a, const struct scene *sc,
			 struct session_counts *n, struct err *e)
{
	struct report_rows waiting = {0};

	if (session_waiting(c, a, sc->plan.id, &waiting, e) < 0)
		return -1;
	n->waiting = (int)waiting.n;
	return 0;
}

static int count_of_unit(const struct app_context *c, struct arena *a, const struct scene *sc,
			 struct session_counts *n, struct err *e)
{
	struct actor who = session_actor(c);
	struct task_filter f = {
		.plan_id = sc->plan.id, .unit_id = session_unit(c, 0), .role = -1, .lamp = -1};
	struct task_rows tasks = {0};

	if (store_task_list(c->store, a, &who, &f, &c->session->rules, c->now.today, &tasks, e) < 0)
		return -1;
	for (size_t i = 0; i < tasks.n; i++) {
		const struct task_row *t = &tasks.at[i];

		n->owed += t->action_state == ACTION_ACTIVE || t->action_state == ACTION_ASKED;
		n->submitted += t->report_state == REPORT_SUBMITTED ||
				t->report_state == REPORT_SIGNED ||
				t->report_state == REPORT_ACCEPTED;
		n->returned += t->report_state == REPORT_RETURNED;
		n->overdue += t->lamp == LAMP_RED && t->days > 0;
	}
	return count_waiting(c, a, sc, n, e);
}

static int count_of_all(const struct app_context *c, struct arena *a, const struct scene *sc,
			struct session_counts *n, struct err *e)
{
	struct actor who = session_actor(c);
	struct standing_rows rows = {0};

	if (store_standing_list(c->store, a, &who, sc->plan.id, &c->session->rules, c->now.today,
				&rows, e) < 0)
		return -1;
	for (size_t i = 0; i < rows.n; i++) {
		n->owed += rows.at[i].owed;
		n->submitted += rows.at[i].submitted + rows.at[i].accepted;
		n->waiting += rows.at[i].submitted;
		n->returned += rows.at[i].returned;
		n->overdue += rows.at[i].lamps[LAMP_RED];
	}
	return 0;
}

int session_counts(const struct app_context *c, struct arena *a, const struct scene *sc,
		   struct session_counts *n, struct err *e)
{
	*n = (struct session_counts){0};
	if (!sc->plan.id || !sc->period.id)
		return 0;
	return session_unit(c, 0) ? count_of_unit(c, a, sc, n, e) : count_of_all(c, a, sc, n, e);
}

/* What waits for the person stands first: it is why most of them log in. */
static const char *counters_text(const struct app_context *c, struct arena *a,
				 const struct session_counts *n)
{
	bool own = session_unit(c, 0) != 0;
	const char *text = arena_printf(a,
					own ? _("owed %d  sent %d  returned %d  late %d")
					    : _("owed %d  sent %d  returned %d  red %d"),
					n->owed, n->submitted, n->returned, n->overdue);

	if (!session_decides(c) || !n->waiting)
		return text;
	return arena_printf(a, own ? _("to sign off %d  %s") : _("to review %d  %s"), n->waiting,
			    text);
}

int session_frame(const struct app_context *c, struct arena *a, struct frame_text *f, struct err *e)
{
	struct scene sc;
	struct session_counts n;
	char today[DATE_TEXT];

	if (session_scene(c, a, &sc, e) < 0 || session_counts(c, a, &sc, &n, e) < 0)
		return -1;
	/* A document without a heading has no title, but always a code. */
	f->plan = sc.plan.id ? sc.plan.title[0] ? sc.plan.title : sc.plan.code : "";
	f->who = who_text(c->session, a);
	f->date = arena_printf(a, "%s %s", date_format(c->now.today, today),
			       weekday_label(c->now.today));
	f->status = status_text(c, &sc, a);
	f->counters = sc.period.id ? counters_text(c, a, &n) : "";
	return 0;
}
