/*
 * flow.c - the state machines as tables. A row {from, step, to, act} allows a step; what no row
 * allows is refused with the sentence of the first row of the second table that fits, which also
 * says what the unit can ask for. A new step is a row, not code.
 */
#include "core/rule/flow.h"

#include "core/i18n.h"

#include <stddef.h>

enum { ANY_STEP = -1 };

struct refused {
	int from, step; /* step: or ANY_STEP */
	const char *why;
	enum request_kind remedy;
};

struct machine {
	const struct flow_rule *rules;
	size_t nrules;
	const struct refused *refused;
	size_t nrefused;
};

static const struct flow_rule assignment_rules[] = {
	{ASSIGNMENT_ISSUED, ASSIGNMENT_RECEIVE, ASSIGNMENT_RECEIVED, ACT_RECEIVE},
	{ASSIGNMENT_CONTESTED, ASSIGNMENT_RECEIVE, ASSIGNMENT_RECEIVED, ACT_RECEIVE},
	{ASSIGNMENT_ISSUED, ASSIGNMENT_CONTEST, ASSIGNMENT_CONTESTED, ACT_RECEIVE},
	{ASSIGNMENT_RECEIVED, ASSIGNMENT_CONTEST, ASSIGNMENT_CONTESTED, ACT_RECEIVE},
	{ASSIGNMENT_CONTESTED, ASSIGNMENT_SETTLE, ASSIGNMENT_RECEIVED, ACT_DECIDE},
	{ASSIGNMENT_ISSUED, ASSIGNMENT_WITHDRAW, ASSIGNMENT_WITHDRAWN, ACT_ASSIGN},
	{ASSIGNMENT_RECEIVED, ASSIGNMENT_WITHDRAW, ASSIGNMENT_WITHDRAWN, ACT_ASSIGN},
	{ASSIGNMENT_CONTESTED, ASSIGNMENT_WITHDRAW, ASSIGNMENT_WITHDRAWN, ACT_ASSIGN},
	{ASSIGNMENT_ISSUED, ASSIGNMENT_ISSUE, ASSIGNMENT_ISSUED, ACT_ASSIGN},
	{ASSIGNMENT_RECEIVED, ASSIGNMENT_ISSUE, ASSIGNMENT_ISSUED, ACT_ASSIGN},
	{ASSIGNMENT_CONTESTED, ASSIGNMENT_ISSUE, ASSIGNMENT_ISSUED, ACT_ASSIGN},
	{ASSIGNMENT_WITHDRAWN, ASSIGNMENT_ISSUE, ASSIGNMENT_ISSUED, ACT_ASSIGN},
};

static const struct refused assignment_refused[] = {
	{ASSIGNMENT_RECEIVED, ASSIGNMENT_RECEIVE,
	 N_("the task was received already; nothing remains to be done"), REQUEST_NONE},
	{ASSIGNMENT_CONTESTED, ASSIGNMENT_CONTEST,
	 N_("the task is contested already; the coordinating office answers, or the unit receives "
	    "it after all"),
	 REQUEST_NONE},
	{ASSIGNMENT_WITHDRAWN, ANY_STEP,
	 N_("the unit no longer has this task; the coordinating office can assign it again"),
	 REQUEST_NONE},
	{ASSIGNMENT_ISSUED, ASSIGNMENT_SETTLE,
	 N_("nobody contests the task; the unit receives it or says what it objects to first"),
	 REQUEST_NONE},
	{ASSIGNMENT_RECEIVED, ASSIGNMENT_SETTLE,
	 N_("nobody contests the task; the unit says what it objects to first"), REQUEST_NONE},
};

static const struct flow_rule report_rules[] = {
	{REPORT_NONE, REPORT_SAVE, REPORT_DRAFT, ACT_REPORT},
	{REPORT_DRAFT, REPORT_SAVE, REPORT_DRAFT, ACT_REPORT},
	{REPORT_RETURNED, REPORT_SAVE, REPORT_DRAFT, ACT_REPORT},
	{REPORT_NONE, REPORT_SUBMIT, REPORT_SUBMITTED, ACT_REPORT},
	{REPORT_DRAFT, REPORT_SUBMIT, REPORT_SUBMITTED, ACT_REPORT},
	{REPORT_RETURNED, REPORT_SUBMIT, REPORT_SUBMITTED, ACT_REPORT},
	{REPORT_SUBMITTED, REPORT_SIGN, REPORT_SIGNED, ACT_SIGN},
	{REPORT_SUBMITTED, REPORT_ACCEPT, REPORT_ACCEPTED, ACT_REVIEW},
	{REPORT_SIGNED, REPORT_ACCEPT, REPORT_ACCEPTED, ACT_REVIEW},
	{REPORT_SUBMITTED, REPORT_RETURN, REPORT_RETURNED, ACT_REVIEW},
	{REPORT_SIGNED, REPORT_RETURN, REPORT_RETURNED, ACT_REVIEW},
	{REPORT_SUBMITTED, REPORT_SEND_BACK, REPORT_RETURNED, ACT_SIGN},
	{REPORT_SUBMITTED, REPORT_RECALL, REPORT_DRAFT, ACT_REPORT},
	{REPORT_SIGNED, REPORT_UNSIGN, REPORT_SUBMITTED, ACT_SIGN},
	{REPORT_ACCEPTED, REPORT_CORRECT, REPORT_ACCEPTED, ACT_DECIDE},
};

static const struct refused report_refused[] = {
	{REPORT_NONE, ANY_STEP,
	 N_("nothing has been entered for this period yet; the unit enters its progress and hands "
	    "it in first"),
	 REQUEST_NONE},
	{REPORT_DRAFT, ANY_STEP, N_("the report is still a draft; the unit hands it in first"),
	 REQUEST_NONE},
	{REPORT_RETURNED, ANY_STEP,
	 N_("the report was returned and has not come back yet; the unit corrects it and hands it "
	    "in again first"),
	 REQUEST_NONE},
	{REPORT_SUBMITTED, REPORT_CORRECT,
	 N_("the report was not accepted yet; return it, and the unit changes it itself"),
	 REQUEST_NONE},
	{REPORT_SIGNED, REPORT_CORRECT,
	 N_("the report was not accepted yet; return it, and the unit changes it itself"),
	 REQUEST_NONE},
	{REPORT_SUBMITTED, REPORT_UNSIGN,
	 N_("the report is not signed off; it waits for the unit's approving leader and for the "
	    "coordinating office"),
	 REQUEST_NONE},
	{REPORT_SUBMITTED, ANY_STEP,
	 N_("the report is handed in and waits for review; to change it, take it back, or ask the "
	    "unit's approving leader or the coordinating office to return it, the text stays"),
	 REQUEST_NONE},
	{REPORT_SIGNED, REPORT_SIGN,
	 N_("the report is signed off already; it waits for the coordinating office"),
	 REQUEST_NONE},
	{REPORT_SIGNED, ANY_STEP,
	 N_("the report is signed off and waits for review; to change it, ask the coordinating "
	    "office to return it, or the approving leader to take the signing off back first"),
	 REQUEST_NONE},
	{REPORT_ACCEPTED, ANY_STEP,
	 N_("the report was accepted and stays as it was accepted; write what has changed since "
	    "in the report of the next period, or ask for a correction"),
	 REQUEST_CORRECTION},
};

static const struct flow_rule milestone_rules[] = {
	{MILESTONE_OPEN, MILESTONE_FINISH, MILESTONE_DONE, ACT_MILESTONE},
	{MILESTONE_DONE, MILESTONE_REOPEN, MILESTONE_OPEN, ACT_MILESTONE},
	{MILESTONE_DONE, MILESTONE_VERIFY, MILESTONE_VERIFIED, ACT_REVIEW},
	{MILESTONE_OPEN, MILESTONE_DROP, MILESTONE_DROPPED, ACT_REVIEW},
	{MILESTONE_OPEN, MILESTONE_EXTEND, MILESTONE_OPEN, ACT_DECIDE},
};

static const struct refused milestone_refused[] = {
	{MILESTONE_OPEN, MILESTONE_REOPEN,
	 N_("the milestone is open already; it can be marked done"), REQUEST_NONE},
	{MILESTONE_OPEN, MILESTONE_VERIFY,
	 N_("the milestone is not done yet; the unit marks it done first"), REQUEST_NONE},
	{MILESTONE_DONE, MILESTONE_FINISH,
	 N_("the milestone is done already; to change its date, open it again first"),
	 REQUEST_NONE},
	{MILESTONE_DONE, ANY_STEP, N_("the milestone is done; open it again first"), REQUEST_NONE},
	{MILESTONE_VERIFIED, ANY_STEP,
	 N_("the milestone was verified by the coordinating office and stays as it is; what "
	    "remains to be done goes into a new milestone"),
	 REQUEST_NONE},
	{MILESTONE_DROPPED, ANY_STEP,
	 N_("the milestone was dropped by the coordinating office; ask it to add a new one if it "
	    "is needed after all"),
	 REQUEST_NONE},
};

static const struct flow_rule action_rules[] = {
	{ACTION_ACTIVE, ACTION_ASK, ACTION_ASKED, ACT_REQUEST},
	{ACTION_ASKED, ACTION_CLOSE_OUT, ACTION_CLOSED_OUT, ACT_DECIDE},
	{ACTION_ASKED, ACTION_SEND_BACK, ACTION_ACTIVE, ACT_DECIDE},
	{ACTION_CLOSED_OUT, ACTION_REOPEN, ACTION_ACTIVE, ACT_DECIDE},
	{ACTION_ACTIVE, ACTION_WITHDRAW, ACTION_WITHDRAWN, ACT_IMPORT},
	{ACTION_ASKED, ACTION_WITHDRAW, ACTION_WITHDRAWN, ACT_IMPORT},
	{ACTION_CLOSED_OUT, ACTION_WITHDRAW, ACTION_WITHDRAWN, ACT_IMPORT},
};

static const struct refused action_refused[] = {
	{ACTION_ACTIVE, ACTION_REOPEN, N_("the action is open; nothing needs to be done"),
	 REQUEST_NONE},
	{ACTION_ACTIVE, ANY_STEP,
	 N_("nobody has said that the action is complete; the unit that leads it asks for its "
	    "close-out first"),
	 REQUEST_COMPLETION},
	{ACTION_ASKED, ACTION_ASK,
	 N_("the close-out was asked for already; the coordinating office answers"), REQUEST_NONE},
	{ACTION_ASKED, ACTION_REOPEN,
	 N_("the action is not closed out yet; send the question back instead"), REQUEST_NONE},
	{ACTION_CLOSED_OUT, ANY_STEP,
	 N_("the action is closed out; the coordinating office can open it again"), REQUEST_NONE},
	{ACTION_WITHDRAWN, ANY_STEP,
	 N_("the action was withdrawn by a new edition of the plan; an edition that has it again "
	    "brings it back"),
	 REQUEST_NONE},
};

static const struct flow_rule request_rules[] = {
	{REQUEST_ASKED, REQUEST_GRANT, REQUEST_GRANTED, ACT_DECIDE},
	{REQUEST_ASKED, REQUEST_REFUSE, REQUEST_REFUSED, ACT_DECIDE},
	{REQUEST_ASKED, REQUEST_TAKE_BACK, REQUEST_TAKEN_BACK, ACT_REQUEST},
};

static const struct refused request_refused[] = {
	{REQUEST_GRANTED, ANY_STEP,
	 N_("this was granted already; what is needed beyond it is asked for anew"), REQUEST_NONE},
	{REQUEST_REFUSED, ANY_STEP,
	 N_("this was refused already; with new reasons it can be asked for anew"), REQUEST_NONE},
	{REQUEST_TAKEN_BACK, ANY_STEP, N_("the unit took this back; it can be asked for anew"),
	 REQUEST_NONE},
};

static const struct flow_rule notice_rules[] = {
	{NOTICE_ISSUED, NOTICE_ANSWER, NOTICE_ANSWERED, ACT_ANSWER},
	{NOTICE_ISSUED, NOTICE_CLOSE, NOTICE_CLOSED, ACT_URGE},
	{NOTICE_ANSWERED, NOTICE_CLOSE, NOTICE_CLOSED, ACT_URGE},
};

static const struct refused notice_refused[] = {
	{NOTICE_ANSWERED, NOTICE_ANSWER,
	 N_("the notice was answered already; what is new goes into the report"), REQUEST_NONE},
	{NOTICE_CLOSED, ANY_STEP, N_("the notice is closed; what is new goes into the report"),
	 REQUEST_NONE},
};

static const struct flow_rule case_rules[] = {
	{CASE_OFFERED, CASE_SELECT, CASE_SELECTED, ACT_SELECT},
	{CASE_DECLINED, CASE_SELECT, CASE_SELECTED, ACT_SELECT},
	{CASE_OFFERED, CASE_DECLINE, CASE_DECLINED, ACT_SELECT},
	{CASE_SELECTED, CASE_DECLINE, CASE_DECLINED, ACT_SELECT},
};

static const struct refused case_refused[] = {
	{CASE_SELECTED, CASE_SELECT, N_("the case is selected already; nothing needs to be done"),
	 REQUEST_NONE},
	{CASE_DECLINED, CASE_DECLINE,
	 N_("the case was not selected already; nothing needs to be done"), REQUEST_NONE},
};

#define COUNT(table) (sizeof(table) / sizeof(table)[0])
#define MACHINE(id, word, label, name)                                                             \
	[id] = {name##_rules, COUNT(name##_rules), name##_refused, COUNT(name##_refused)},
static const struct machine machines[FLOW_OBJECT_COUNT] = {FLOW_OBJECTS(MACHINE)};

static const struct refused *find_refusal(const struct machine *m, int from, int step)
{
	for (size_t i = 0; i < m->nrefused; i++)
		if (m->refused[i].from == from &&
		    (m->refused[i].step == step || m->refused[i].step == ANY_STEP))
			return &m->refused[i];
	return NULL;
}

int flow_step(enum flow_object o, int from, int step, struct err *e)
{
	const struct machine *m = &machines[o];
	const struct refused *no;

	for (size_t i = 0; i < m->nrules; i++)
		if (m->rules[i].from == from && m->rules[i].step == step)
			return m->rules[i].to;
	no = find_refusal(m, from, step);
	if (!no)
		return err_set(e, ERR_BUG, "no row for state %d, step %d", from, step);
	return err_set_remedy(e, ERR_STATE, (int)no->remedy, "%s", _(no->why));
}

const struct flow_rule *flow_rules(enum flow_object o, size_t *n)
{
	*n = machines[o].nrules;
	return machines[o].rules;
}

enum act flow_act(enum flow_object o, int step)
{
	for (size_t i = 0; i < machines[o].nrules; i++)
		if (machines[o].rules[i].step == step)
			return machines[o].rules[i].act;
	return ACT_COUNT;
}

/* An instruction is closed by who gives them. */
enum act flow_other_act(enum flow_object o, int step, const char **kind)
{
	if (o != FLOW_NOTICE || step != NOTICE_CLOSE)
		return ACT_COUNT;
	*kind = notice_kind_label(NOTICE_INSTRUCTION);
	return ACT_INSTRUCT;
}
