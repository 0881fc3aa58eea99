/*
 * The state machines of reports and milestones as tables. A row {from, step, to} allows a step;
 * what no row allows is refused with the sentence of the first row of the second table that fits. A
 * new step is a row, not code.
 */
#include "core/flow.h"

#include "core/i18n.h"

#include <stddef.h>

enum { ANY_STEP = -1 };

struct allowed {
	int from, step, to;
};

struct refused {
	int from, step; /* step: or ANY_STEP */
	const char *why;
};

struct machine {
	const struct allowed *allowed;
	size_t nallowed;
	const struct refused *refused;
	size_t nrefused;
};

#define COUNT(table) (sizeof(table) / sizeof(table)[0])
#define MACHINE(allow, refuse)                                                                     \
	{                                                                                          \
		allow, COUNT(allow), refuse, COUNT(refuse)                                         \
	}

static const struct allowed report_allowed[] = {
	{REPORT_NONE, REPORT_SAVE, REPORT_DRAFT},
	{REPORT_NONE, REPORT_SUBMIT, REPORT_SUBMITTED},
	{REPORT_DRAFT, REPORT_SAVE, REPORT_DRAFT},
	{REPORT_DRAFT, REPORT_SUBMIT, REPORT_SUBMITTED},
	{REPORT_RETURNED, REPORT_SAVE, REPORT_DRAFT},
	{REPORT_RETURNED, REPORT_SUBMIT, REPORT_SUBMITTED},
	{REPORT_SUBMITTED, REPORT_SIGN, REPORT_SIGNED},
	{REPORT_SUBMITTED, REPORT_ACCEPT, REPORT_ACCEPTED},
	{REPORT_SUBMITTED, REPORT_RETURN, REPORT_RETURNED},
	{REPORT_SUBMITTED, REPORT_RECALL, REPORT_DRAFT},
	{REPORT_SIGNED, REPORT_ACCEPT, REPORT_ACCEPTED},
	{REPORT_SIGNED, REPORT_RETURN, REPORT_RETURNED},
	{REPORT_SIGNED, REPORT_UNSIGN, REPORT_SUBMITTED},
};

static const struct refused report_refused[] = {
	{REPORT_NONE, ANY_STEP,
	 N_("nothing has been entered for this period yet; the unit enters its progress and hands "
	    "it in first")},
	{REPORT_DRAFT, ANY_STEP, N_("the report is still a draft; the unit hands it in first")},
	{REPORT_RETURNED, ANY_STEP,
	 N_("the report was returned and has not come back yet; the unit corrects it and hands it "
	    "in again first")},
	{REPORT_SUBMITTED, REPORT_UNSIGN,
	 N_("the report is not signed off; it waits for the unit's approving leader and for the "
	    "coordinating office")},
	{REPORT_SUBMITTED, ANY_STEP,
	 N_("the report is handed in and waits for review; to change it, ask the unit's approving "
	    "leader or the coordinating office to return it, the text stays")},
	{REPORT_SIGNED, REPORT_SIGN,
	 N_("the report is signed off already; it waits for the coordinating office")},
	{REPORT_SIGNED, ANY_STEP,
	 N_("the report is signed off and waits for review; to change it, ask the coordinating "
	    "office to return it, or the approving leader to take the signing off back first")},
	{REPORT_ACCEPTED, ANY_STEP,
	 N_("the report was accepted and stays as it was accepted; write what has changed since "
	    "in the report of the next period")},
};

static const struct allowed milestone_allowed[] = {
	{MILESTONE_OPEN, MILESTONE_FINISH, MILESTONE_DONE},
	{MILESTONE_OPEN, MILESTONE_DROP, MILESTONE_DROPPED},
	{MILESTONE_DONE, MILESTONE_REOPEN, MILESTONE_OPEN},
	{MILESTONE_DONE, MILESTONE_VERIFY, MILESTONE_VERIFIED},
};

static const struct refused milestone_refused[] = {
	{MILESTONE_OPEN, MILESTONE_REOPEN,
	 N_("the milestone is open already; it can be marked done")},
	{MILESTONE_OPEN, MILESTONE_VERIFY,
	 N_("the milestone is not done yet; the unit marks it done first")},
	{MILESTONE_DONE, MILESTONE_FINISH,
	 N_("the milestone is done already; to change its date, open it again first")},
	{MILESTONE_DONE, MILESTONE_DROP,
	 N_("the milestone is done; to drop it, open it again first")},
	{MILESTONE_VERIFIED, ANY_STEP,
	 N_("the milestone was verified by the coordinating office and stays as it is; what "
	    "remains to be done goes into a new milestone")},
	{MILESTONE_DROPPED, ANY_STEP,
	 N_("the milestone was dropped by the coordinating office; ask it to add a new one if it "
	    "is needed after all")},
};

static const struct machine report_machine = MACHINE(report_allowed, report_refused);
static const struct machine milestone_machine = MACHINE(milestone_allowed, milestone_refused);

/* The next state, or -1 with the sentence. */
static int take_step(const struct machine *m, int from, int step, struct err *e)
{
	for (size_t i = 0; i < m->nallowed; i++)
		if (m->allowed[i].from == from && m->allowed[i].step == step)
			return m->allowed[i].to;
	for (size_t i = 0; i < m->nrefused; i++) {
		const struct refused *r = &m->refused[i];
		if (r->from == from && (r->step == step || r->step == ANY_STEP))
			return err_set(e, ERR_STATE, "%s", _(r->why));
	}
	return err_set(e, ERR_BUG, "no row for state %d, step %d", from, step);
}

int flow_report(enum report_state from, enum report_step step, enum report_state *to, struct err *e)
{
	int next = take_step(&report_machine, (int)from, (int)step, e);

	if (next < 0)
		return -1;
	*to = (enum report_state)next;
	return 0;
}

int flow_milestone(enum milestone_state from, enum milestone_step step, enum milestone_state *to,
		   struct err *e)
{
	int next = take_step(&milestone_machine, (int)from, (int)step, e);

	if (next < 0)
		return -1;
	*to = (enum milestone_state)next;
	return 0;
}

const char *report_step_word(enum report_step s)
{
	static const char *const words[REPORT_STEP_COUNT] = {
		[REPORT_SAVE] = "save",	    [REPORT_SUBMIT] = "submit", [REPORT_SIGN] = "sign",
		[REPORT_ACCEPT] = "accept", [REPORT_RETURN] = "return", [REPORT_RECALL] = "recall",
		[REPORT_UNSIGN] = "unsign",
	};

	return words[s];
}

const char *assignment_report_label(struct arena *a, const struct assignment_row *row)
{
	if (row->nmembers == 0)
		return report_state_label(row->report_state);
	return arena_printf(a, _("%d of %d reported"), row->nreported, row->nmembers);
}

const char *milestone_step_word(enum milestone_step s)
{
	static const char *const words[MILESTONE_STEP_COUNT] = {
		[MILESTONE_FINISH] = "finish",
		[MILESTONE_REOPEN] = "reopen",
		[MILESTONE_VERIFY] = "verify",
		[MILESTONE_DROP] = "drop",
	};

	return words[s];
}

const char *milestone_unit(const struct milestone_row *m)
{
	if (m->unit_id)
		return m->unit;
	return *m->deliverers ? m->deliverers : _("all units");
}
