/*
 * review_menu.c - what is offered on a report. Who may is may()'s answer and what the state allows
 * is flow.h's; a step that only waits for a signature is shown and says so.
 */
#include "tui/report/review_menu.h"

#include "core/rule/flow.h"
#include "core/rule/period.h"
#include "core/i18n.h"
#include "tui/app/session.h"
#include "tui/part/menu.h"
#include "tui/request/request_ask.h"

/* In the order of their numbers. */
static const struct {
	enum report_step step;
	const char *text;
} steps[] = {
	{REPORT_SIGN, N_("sign off")},
	{REPORT_ACCEPT, N_("accept")},
	{REPORT_RETURN, N_("return with a reason")},
	{REPORT_SEND_BACK, N_("send back inside the unit, with a reason")},
};

static const char *const ways[AGAINST_COUNT] = {
	[AGAINST_NOTHING] = N_("show the text alone"),
	[AGAINST_SUBMITTED] = N_("show what changed since it was handed in before"),
	[AGAINST_ACCEPTED] = N_("show what changed since the last accepted one"),
};

enum { MOST = sizeof steps / sizeof steps[0] + AGAINST_COUNT + 7 };

struct entries {
	struct menu_entry at[MOST];
	size_t n;
};

static void add(struct entries *m, int64_t id, const char *text)
{
	m->at[m->n++] = (struct menu_entry){.text = text, .id = id};
}

/* Nobody decides on what they entered themselves. */
static bool is_own(const struct app_context *c, const struct report_row *r)
{
	return r->entered_by_id == c->session->person->id;
}

static void add_steps(struct entries *m, const struct app_context *c, const struct report_row *r)
{
	for (size_t i = 0; i < sizeof steps / sizeof steps[0]; i++) {
		enum act act = flow_act(FLOW_REPORT, (int)steps[i].step);
		enum report_state to;
		struct err e = ERR_INIT;

		if (is_own(c, r) || !session_may(c, act, r->unit_id) ||
		    flow_report(r->state, steps[i].step, &to, &e) < 0)
			continue;
		add(m, steps[i].step, _(steps[i].text));
		if (act == ACT_REVIEW && r->to_sign) {
			m->at[m->n - 1].off = true;
			m->at[m->n - 1].note = _("not signed off");
		}
	}
}

static void add_ways(struct entries *m, const struct review_paper *p, enum review_against against)
{
	for (int way = 0; way < AGAINST_COUNT; way++)
		if (way != (int)against && review_paper_has(p, (enum review_against)way))
			add(m, REVIEW_PLAIN + way, _(ways[way]));
	if (p->editions.n > 1)
		add(m, REVIEW_EDITIONS, _("as reported, as accepted, as corrected"));
}

/* What the sentence of a refusal offers: an accepted report is changed by asking. */
static void add_requests(struct entries *m, const struct app_context *c, const struct report_row *r)
{
	struct err e = ERR_INIT;
	enum report_state to;

	if (flow_report(r->state, REPORT_SAVE, &to, &e) < 0 && e.remedy == REQUEST_CORRECTION &&
	    request_may_ask(c, REQUEST_CORRECTION, r->unit_id))
		add(m, REVIEW_CORRECTION, request_ask_label(REQUEST_CORRECTION));
	if (session_may(c, ACT_REVIEW, 0))
		add(m, REVIEW_SEVERAL, _("accept several reports at once"));
}

/* The unit proves its own report. */
static void add_evidence(struct entries *m, const struct app_context *c, const struct report_row *r)
{
	if (session_unit(c, 0) == r->unit_id && session_may(c, ACT_EVIDENCE, r->unit_id))
		add(m, REVIEW_EVIDENCE, _("record evidence for this report"));
}

/* The unit's own: what it handed in, or signed off, while nobody has decided on it. A draft in a
 * period that has closed could not be handed in again. */
static void add_taking_back(struct entries *m, const struct app_context *c,
			    const struct review_paper *p)
{
	static const struct {
		enum report_step step;
		const char *text;
	} back[] = {
		{REPORT_RECALL, N_("take the report back: it is a draft again")},
		{REPORT_UNSIGN, N_("take the signing off back")},
	};
	const struct report_row *r = &p->report;
	struct err e = ERR_INIT;
	bool closed = period_check_open(&p->facts.period, c->now.today, &e) < 0;
	enum report_state to;

	for (size_t i = 0; i < sizeof back / sizeof back[0]; i++) {
		if (session_unit(c, 0) != r->unit_id ||
		    !session_may(c, flow_act(FLOW_REPORT, (int)back[i].step), r->unit_id) ||
		    flow_report(r->state, back[i].step, &to, &e) < 0)
			continue;
		add(m, back[i].step, _(back[i].text));
		if (back[i].step == REPORT_RECALL && closed) {
			m->at[m->n - 1].off = true;
			m->at[m->n - 1].note = _("the period has closed");
		}
	}
}

static void tell_nothing(struct app *app, const struct report_row *r)
{
	bool waits = r->state == REPORT_SUBMITTED || r->state == REPORT_SIGNED;

	if (waits && is_own(app_context(app), r))
		app_info(app, "%s",
			 _("You entered this report yourself: somebody else decides on it."));
	else
		app_info(app, _("There is nothing to decide on this report now (%s)."),
			 report_state_label(r->state));
}

/* Whether there is something to decide. */
static bool fill(struct entries *m, const struct app_context *c, const struct review_paper *p,
		 enum review_against against)
{
	m->n = 0;
	add_steps(m, c, &p->report);
	bool decides = m->n > 0;
	if (p->typed_at)
		add(m, REVIEW_TYPED, _("read what you typed yourself, kept and not sent"));
	add_taking_back(m, c, p);
	add_ways(m, p, against);
	add_evidence(m, c, &p->report);
	add_requests(m, c, &p->report);
	return decides;
}

bool review_menu_has(const struct app_context *c, const struct review_paper *p,
		     enum review_against against)
{
	struct entries m;

	fill(&m, c, p, against);
	return m.n > 0;
}

enum report_step review_return_step(const struct app_context *c)
{
	return session_may(c, ACT_REVIEW, 0) ? REPORT_RETURN : REPORT_SEND_BACK;
}

bool review_menu_open(struct app *app, int tag, const char *title, const struct review_paper *p,
		      enum review_against against)
{
	struct entries m;
	bool decides = fill(&m, app_context(app), p, against);

	bool opened = m.n && menu_open(app, tag, title, m.at, m.n) == 0;
	if (!decides)
		tell_nothing(app, &p->report);
	return opened;
}
