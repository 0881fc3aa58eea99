/*
 * session_frame.c - the two lines above every screen: who works in which plan, the period with its
 * due date and the working days left, and how the reports of the period stand. What a narrow window
 * has no room for is left out whole, the least urgent first; the due date never is.
 */
#include "tui/app/session.h"

#include "core/rule/flow.h"
#include "core/rule/period.h"
#include "core/i18n.h"
#include "db/report/store_exception.h"
#include "tui/app/plan_title.h"

/* What gives way first on line 1 … */
enum {
	WORTH_TITLE_WHOLE = 1,
	WORTH_YEAR,
	WORTH_WEEKDAY,
	WORTH_PRODUCT,
	WORTH_TITLE_BARE,
	WORTH_DATE,
	WORTH_POST,
	WORTH_TITLE_NAME,
	WORTH_CODE,
	WORTH_UNIT
};

/* … and on line 2. */
enum {
	WORTH_NONE_OVERDUE = 1, /* a counter that is 0 is good news, and no news */
	WORTH_NONE_RETURNED,
	WORTH_PERIOD_IN_WORDS,
	WORTH_SUBMITTED,
	WORTH_OWED,
	WORTH_DAYS_LEFT,
	WORTH_RETURNED,
	WORTH_OVERDUE,
	WORTH_WAITING
};

static void add_plan(struct headline *h, struct arena *a, const struct plan_row *plan)
{
	/* A document without a heading has no title, but always a code. */
	const char *title = plan->title[0] ? plan->title : plan->code;
	struct headline_part *p = headline_add(h, false, WORTH_TITLE_WHOLE, title);

	headline_or(p, WORTH_TITLE_BARE, plan_title_bare(a, title));
	headline_or(p, WORTH_TITLE_NAME, plan_title_name(a, title));
	headline_or(p, WORTH_CODE, plan->code);
}

static void add_who(struct headline *h, struct arena *a, const struct session *s)
{
	const char *role = post_role_label(s->post.role), *name = s->person->name;
	struct headline_part *p;

	if (s->post.unit_id) {
		p = headline_add(h, true, WORTH_POST,
				 arena_printf(a, _("%s · %s (%s)"), s->post.unit, name, role));
		headline_or(p, WORTH_UNIT, arena_printf(a, "%s · %s", s->post.unit, name));
	} else {
		p = headline_add(h, true, WORTH_POST, arena_printf(a, _("%s (%s)"), name, role));
	}
	headline_or(p, HEADLINE_KEPT, name);
}

static void add_today(struct headline *h, struct arena *a, struct date today)
{
	const char *weekday = calendar_weekday_label(today);
	char date[DATE_TEXT];
	struct headline_part *p;

	date_format(today, date);
	p = headline_add(h, true, WORTH_YEAR, arena_printf(a, "%s %s", date, weekday));
	headline_or(p, WORTH_WEEKDAY, arena_printf(a, "%s %s", date + 5, weekday));
	headline_or(p, WORTH_DATE, arena_strdup(a, date + 5));
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

/* `label`: how the period is called. */
static const char *period_text(struct arena *a, const struct period_row *p, const char *label,
			       const struct app_context *c)
{
	struct date today = c->now.today;
	const char *due = day_text(a, p->due, today);

	switch (period_state_on(p, today)) {
	case PERIOD_PLANNED:
		return arena_printf(a, _("%s, opens %s"), label, day_text(a, p->opens, today));
	case PERIOD_OPEN:
		return left_text(
			a, label, due,
			calendar_workdays_between(c->session->rules.calendar, today, p->due));
	case PERIOD_DUE:
		return arena_printf(a, _("%s, was due %s, taken until %s"), label, due,
				    day_text(a, p->closes, today));
	case PERIOD_CLOSED:
	case PERIOD_STATE_COUNT:
		break;
	}
	return arena_printf(a, _("%s, closed"), label);
}

/* Its dates alone. */
static const char *period_dates(struct arena *a, const struct period_row *p,
				const struct app_context *c)
{
	struct date today = c->now.today;
	enum period_state state = period_state_on(p, today);
	const char *due = day_text(a, p->due, today);

	if (state == PERIOD_OPEN && date_cmp(p->due, today) != 0)
		return arena_printf(a, _("%s due %s"), p->code, due);
	if (state == PERIOD_DUE)
		return arena_printf(a, _("%s due %s, until %s"), p->code, due,
				    day_text(a, p->closes, today));
	return period_text(a, p, p->code, c);
}

static void add_period(struct headline *h, struct arena *a, const struct period_row *p,
		       const struct app_context *c)
{
	struct headline_part *part = headline_add(h, false, WORTH_PERIOD_IN_WORDS,
						  period_text(a, p, period_label(a, p), c));

	headline_or(part, WORTH_DAYS_LEFT, period_text(a, p, p->code, c));
	headline_or(part, HEADLINE_KEPT, period_dates(a, p, c));
}

static void add_status(struct headline *h, struct arena *a, const struct app_context *c,
		       const struct scene *sc)
{
	if (c->session->post.role == POST_ADMIN)
		headline_add(h, false, HEADLINE_KEPT, _("administration of the server"));
	else if (!sc->plan.id)
		headline_add(h, false, HEADLINE_KEPT, _("no plan yet"));
	else if (sc->plan.state == PLAN_CLOSED)
		headline_add(h, false, HEADLINE_KEPT, _("this plan is closed; it can be read"));
	else if (!sc->period.id)
		headline_add(h, false, HEADLINE_KEPT, _("no reporting period yet"));
	else
		add_period(h, a, &sc->period, c);
}

/* What waits for the person stands first: it is why most of them log in. */
static void add_counters(struct headline *h, struct arena *a, const struct app_context *c,
			 const struct session_counts *n)
{
	bool own = session_unit(c, 0) != 0;

	if (session_decides(c) && n->waiting)
		headline_add(
			h, true, WORTH_WAITING,
			arena_printf(a, own ? _("to sign off %d") : _("to review %d"), n->waiting));
	headline_add(h, true, WORTH_OWED, arena_printf(a, _("owed %d"), n->owed));
	headline_add(h, true, WORTH_SUBMITTED, arena_printf(a, _("sent %d"), n->submitted));
	headline_add(h, true, n->returned ? WORTH_RETURNED : WORTH_NONE_RETURNED,
		     arena_printf(a, _("returned %d"), n->returned));
	headline_add(h, true, n->overdue ? WORTH_OVERDUE : WORTH_NONE_OVERDUE,
		     arena_printf(a, own ? _("late %d") : _("red %d"), n->overdue));
}

/* A unit may have longer than the others: it reads until when. */
static int find_own_dates(const struct app_context *c, struct arena *a, struct scene *sc,
			  struct err *e)
{
	int64_t unit_id = session_unit(c, 0);

	return sc->period.id && unit_id
		       ? store_period_for(c->store, a, sc->period.id, unit_id, &sc->period, e)
		       : 0;
}

int session_frame(const struct app_context *c, struct arena *a, struct frame_text *f, struct err *e)
{
	struct scene sc;
	struct session_counts n;

	if (session_load_rules(c->session, c->store, e) < 0 || session_scene(c, a, &sc, e) < 0 ||
	    find_own_dates(c, a, &sc, e) < 0 || session_counts(c, a, &sc, &n, e) < 0)
		return -1;
	c->session->nwaiting = n.waiting;
	headline_add(&f->work, false, WORTH_PRODUCT, _("duban"));
	if (sc.plan.id)
		add_plan(&f->work, a, &sc.plan);
	add_who(&f->work, a, c->session);
	add_today(&f->work, a, c->now.today);
	add_status(&f->period, a, c, &sc);
	if (sc.period.id)
		add_counters(&f->period, a, c, &n);
	return 0;
}
