/* The table of entries, and that of the words of the log. */
#include "tests/tui/walk_acts.h"

#include "core/rule/flow.h"
#include "tui/view/views.h"

#include <string.h>

#define BY(act) (1u << ACT_##act)
/* Offered on that screen to all who may; while the state allows the step. */
#define MUST(file, text, acts, screen)                                                             \
	{                                                                                          \
		file, text, acts, WALK_NO_STEP, 0, &screen, NULL                                   \
	}
#define STEP(file, text, object, step, screen)                                                     \
	{                                                                                          \
		file, text, 0, object, step, &screen, NULL                                         \
	}
/* Never to those who may not; not always to the others. */
#define SOME(file, text, acts, why)                                                                \
	{                                                                                          \
		file, text, acts, WALK_NO_STEP, 0, NULL, why                                       \
	}
#define READ(file, text) SOME(file, text, 0, "it only reads, or asks further")

static const char when[] = "only when there is something of the kind";
static const char form[] = "what a form of its own asks for";
static const char state[] = "the state of a report decides how the entry is called";
static const char way[] = "the other way round of what is offered";
static const char place[] = "on a screen that nobody else gets to";

const struct walk_act walk_acts[] = {
	/* an action in a list */
	MUST("plan/item.c", "Open the action", BY(READ), view_home),
	SOME("plan/item.c", "Enter progress", BY(REPORT), state),
	SOME("plan/item.c", "Read the report", BY(REPORT), state),
	SOME("plan/item.c", "Review the report: accept or return it", BY(REVIEW), state),
	SOME("plan/item.c", "Sign off: read the report, sign it off or return it", BY(SIGN), state),
	SOME("plan/item.c", "No change this period", BY(REPORT), state),
	READ("plan/item.c", "Milestones"),
	READ("plan/item.c", "Evidence"),
	READ("plan/item.c", "The clause, word for word"),
	READ("plan/item.c", "Print the task list"),
	MUST("plan/item.c", "Take back what I did last", BY(REPORT), view_home),
	MUST("plan/item.c", "Record evidence", BY(EVIDENCE), view_home),
	MUST("plan/item.c", "Ask the office", BY(REQUEST), view_home),
	MUST("request/request_ask.c", "Ask for a later date", BY(REQUEST), view_home),
	SOME("request/request_ask.c", "Ask for close-out: the action is complete", BY(REQUEST),
	     "the lead says so"),
	SOME("request/request_ask.c", "Ask to report after the period has closed", BY(REQUEST),
	     when),
	SOME("request/request_ask.c", "Ask to correct the accepted report", BY(REQUEST), when),
	SOME("request/request_ask.c", "Object to the task", BY(RECEIVE), "not twice"),
	MUST("notice/notice_menu.c", "Give an instruction", BY(INSTRUCT), view_home),
	READ("notice/notice_menu.c", "Notices and instructions"),
	READ("evidence/case_menu.c", "Cases to learn from"),
	MUST("evidence/case_menu.c", "Make it a pilot", BY(SELECT), view_home),
	SOME("evidence/case_menu.c", "It is a pilot no longer", BY(SELECT), way),
	/* the units of an action */
	MUST("plan/assign_menu.c", "Assign a unit, or change its role", BY(ASSIGN), view_action),
	SOME("plan/assign_menu.c", "Enter progress for a unit", BY(REPORT),
	     "a unit's own action has \"Enter progress\""),
	MUST("plan/assign_menu.c", "Take a unit off this action", BY(ASSIGN), view_action),
	SOME("plan/assign_menu.c", "Put %s back (%s)", BY(ASSIGN), when),
	SOME("plan/action_end.c", "Close out: answer the unit that asks", BY(DECIDE), when),
	SOME("plan/action_end.c", "Open the action again, with the reason", BY(DECIDE), when),
	/* a report */
	STEP("report/review_menu.c", "sign off", FLOW_REPORT, REPORT_SIGN, view_review),
	STEP("report/review_menu.c", "accept", FLOW_REPORT, REPORT_ACCEPT, view_review),
	STEP("report/review_menu.c", "return with a reason", FLOW_REPORT, REPORT_RETURN,
	     view_review),
	STEP("report/review_menu.c", "send back inside the unit, with a reason", FLOW_REPORT,
	     REPORT_SEND_BACK, view_review),
	SOME("report/review_menu.c", "take the report back: it is a draft again", BY(REPORT),
	     "its own unit takes it back"),
	SOME("report/review_menu.c", "take the signing off back", BY(SIGN), when),
	SOME("report/review_menu.c", "read what you typed yourself, kept and not sent", BY(REPORT),
	     when),
	READ("report/review_menu.c", "show the text alone"),
	READ("report/review_menu.c", "show what changed since it was handed in before"),
	READ("report/review_menu.c", "show what changed since the last accepted one"),
	READ("report/review_menu.c", "as reported, as accepted, as corrected"),
	SOME("report/review_menu.c", "record evidence for this report", BY(EVIDENCE),
	     "the office records it for the action"),
	MUST("report/review_menu.c", "accept several reports at once", BY(REVIEW), view_review),
	/* a milestone */
	STEP("milestone/milestone_menu.c", "Mark as done", FLOW_MILESTONE, MILESTONE_FINISH,
	     view_milestone_list),
	MUST("milestone/milestone_menu.c", "Change", BY(MILESTONE), view_milestone_list),
	MUST("milestone/milestone_menu.c", "Record evidence", BY(EVIDENCE), view_milestone_list),
	MUST("milestone/milestone_menu.c", "Add another one", BY(MILESTONE), view_milestone_list),
	MUST("milestone/milestone_menu.c", "Ask for a later date", BY(REQUEST),
	     view_milestone_list),
	STEP("milestone/milestone_menu.c", "Verify: the office has seen that it is done",
	     FLOW_MILESTONE, MILESTONE_VERIFY, view_milestone_list),
	STEP("milestone/milestone_menu.c", "Open again: it is not done after all", FLOW_MILESTONE,
	     MILESTONE_REOPEN, view_milestone_list),
	STEP("milestone/milestone_menu.c", "Drop: it is no longer asked for", FLOW_MILESTONE,
	     MILESTONE_DROP, view_milestone_list),
	/* evidence, cases */
	READ("evidence/view_evidence_list.c", "read it whole"),
	MUST("evidence/view_evidence_list.c", "withdraw it, with a reason", BY(EVIDENCE),
	     view_evidence_list),
	SOME("plan/tab_evidence.c", "Record another one", BY(EVIDENCE), form),
	SOME("plan/tab_evidence.c", "Withdraw this one", BY(EVIDENCE), when),
	STEP("evidence/view_case.c", "Select it: all units read it", FLOW_CASE, CASE_SELECT,
	     view_case),
	STEP("evidence/view_case.c", "Do not select it, with the reason", FLOW_CASE, CASE_DECLINE,
	     view_case),
	MUST("evidence/view_case.c", "Change it", BY(CASE), view_case),
	MUST("evidence/view_case.c", "Record evidence for it", BY(CASE), view_case),
	READ("evidence/view_case.c", "Open the action"),
	/* requests, receipt */
	STEP("request/view_request.c", "Grant it", FLOW_REQUEST, REQUEST_GRANT, view_request),
	STEP("request/view_request.c", "Refuse it, with the reason", FLOW_REQUEST, REQUEST_REFUSE,
	     view_request),
	SOME("request/view_request.c", "Take it back", BY(REQUEST) | BY(RECEIVE),
	     "the office takes back what it asked for a unit itself"),
	SOME("request/view_request.c", "Record evidence for it", BY(REQUEST) | BY(RECEIVE), when),
	SOME("request/view_request.c", "Ask anew", BY(REQUEST) | BY(RECEIVE), when),
	SOME("request/view_request.c", "Report for %s", 0, form),
	SOME("request/view_request.c", "Change the units of the action", BY(ASSIGN), when),
	READ("request/view_request.c", "Open the action"),
	SOME("request/view_receive.c", "Receive this task", BY(RECEIVE), when),
	SOME("request/view_receive.c", "Receive it for the unit, marked so", BY(RECEIVE), when),
	SOME("request/view_receive.c", "Receive all of them", BY(RECEIVE), when),
	SOME("request/view_receive.c", "Object: say what should be changed", BY(RECEIVE), when),
	SOME("request/view_receive.c", "Object for the unit", BY(RECEIVE), when),
	READ("request/view_receive.c", "Open the action"),
	/* notices */
	STEP("notice/view_notice.c", "Answer it", FLOW_NOTICE, NOTICE_ANSWER, view_notice),
	STEP("notice/view_notice.c", "Close it: it is not to be answered any more", FLOW_NOTICE,
	     NOTICE_CLOSE, view_notice),
	SOME("notice/view_notice.c", "Send again what did not arrive", BY(URGE), when),
	READ("notice/view_notice.c", "Open %1$s %2$s"),
	SOME("notice/view_urge.c", "Issue this notice", BY(URGE), place),
	SOME("notice/view_urge.c", "Issue it with a word to the unit", BY(URGE), place),
	SOME("notice/view_urge.c", "Issue all %zu notices", BY(URGE), place),
	READ("notice/view_urge.c", "Open what the unit owes"),
	/* units, people, keys */
	MUST("people/view_unit.c", "what it owes", BY(READ), view_unit),
	MUST("people/view_unit.c", "print its task list", BY(READ), view_unit),
	MUST("people/view_unit.c", "give it another name too", BY(UNIT), view_unit),
	MUST("people/view_unit.c", "rename it", BY(UNIT), view_unit),
	MUST("people/view_unit.c", "add a unit that it stands for", BY(UNIT), view_unit),
	SOME("people/view_unit.c", "take out a unit that it stands for", BY(UNIT), when),
	MUST("people/view_unit.c", "it is the same as another unit", BY(UNIT), view_unit),
	MUST("people/view_unit.c", "its approving leader signs its reports off first",
	     BY(UNIT) | BY(SIGN), view_unit),
	SOME("people/view_unit.c", "its reports go out without being signed off",
	     BY(UNIT) | BY(SIGN), way),
	MUST("people/view_person.c", "give a post", BY(PERSON), view_person),
	MUST("people/view_person.c", "end a post", BY(PERSON), view_person),
	MUST("people/view_person.c", "no longer let in", BY(PERSON), view_person),
	SOME("people/view_person.c", "let in again", BY(PERSON), way),
	MUST("people/view_person.c", "hand over to somebody else", BY(PERSON), view_person),
	MUST("people/view_person.c", "keys: add, look at, revoke", BY(PERSON), view_person),
	READ("people/view_keys.c", "read it whole"),
	SOME("people/view_keys.c", "revoke it, with a reason", BY(PERSON), when),
	/* what the office sets */
	MUST("rules/view_periods.c", "Set the days on which it opens, is due and closes",
	     BY(PERIOD), view_periods),
	MUST("rules/view_periods.c", "Close it before its last day", BY(PERIOD), view_periods),
	SOME("rules/view_periods.c", "Open it again", BY(PERIOD), way),
	MUST("rules/view_periods.c", "Give one unit more time", BY(PERIOD), view_periods),
	MUST("rules/view_calendar_days.c", "Enter days", BY(POLICY), view_calendar_days),
	MUST("rules/view_calendar_days.c", "Bring in a file: CSV, Excel or ICS", BY(POLICY),
	     view_calendar_days),
	SOME("rules/view_calendar_days.c", "Change it", BY(POLICY), when),
	SOME("rules/view_calendar_days.c", "Make it a day like any other of its week", BY(POLICY),
	     when),
	SOME("import/view_import_files.c", "a new plan", BY(IMPORT), place),
	SOME("import/view_import_files.c", "a new edition of %s", BY(IMPORT), place),
	SOME("import/view_import_files.c", "Go on with the review that is kept", BY(IMPORT), place),
	SOME("import/view_import_files.c", "Read the document anew; the corrections go", BY(IMPORT),
	     place),
	SOME("import/import_menu.c", "Take back", BY(IMPORT), place),
	SOME("import/import_menu.c", "Do again", BY(IMPORT), place),
	/* lists, prints */
	READ("part/list_menu.c", "This list: find, sort, show all …"),
	READ("part/list_menu.c", "Saved views …"),
	READ("part/list_menu.c", "as it was at first"),
	READ("part/list_saved.c", "Save what is shown now …"),
	READ("part/list_saved.c", "Forget one …"),
	READ("find/paper.c", "print"),
	READ("find/paper.c", "write into a file"),
	READ("find/paper.c", "narrow: 80 columns"),
	READ("find/paper.c", "wide: 132 columns"),
	READ("find/view_print.c", "only the actions of this plan"),
	READ("find/view_print.c", "the actions of all open plans"),
	READ("find/view_print.c", "another unit"),
	READ("find/view_print_sheet.c", "only those of our actions"),
	READ("find/view_print_sheet.c", "those of all actions"),
};
const int walk_acts_count = sizeof walk_acts / sizeof *walk_acts;

static bool fits(const struct walk_act *w, const char *text)
{
	size_t n = strcspn(w->text, "%");

	return w->text[n] ? strncmp(w->text, text, n) == 0 : strcmp(w->text, text) == 0;
}

const struct walk_act *walk_act_of(const struct view_ops *screen, const char *text)
{
	const struct walk_act *found = NULL;

	for (int i = 0; i < walk_acts_count; i++) {
		if (!fits(&walk_acts[i], text))
			continue;
		if (walk_acts[i].must == screen)
			return &walk_acts[i];
		if (!found)
			found = &walk_acts[i];
	}
	return found;
}

/* The first that the word begins with. */
unsigned walk_acts_of_log(const char *word)
{
	static const struct {
		const char *begins;
		unsigned acts;
	} rows[] = {
		{"action.pilot", BY(SELECT)},
		{"action.", BY(IMPORT) | BY(DECIDE) | BY(REQUEST)},
		{"assignment.receive", BY(RECEIVE)},
		{"assignment.contest", BY(RECEIVE)},
		{"assignment.", BY(ASSIGN) | BY(DECIDE)},
		{"calendar.", BY(POLICY)},
		{"case.add", BY(CASE)},
		{"case.change", BY(CASE)},
		{"case.", BY(SELECT)},
		{"evidence.", BY(EVIDENCE)},
		{"key.", BY(PERSON)},
		{"milestone.verify", BY(REVIEW)},
		{"milestone.drop", BY(REVIEW)},
		{"milestone.extend", BY(DECIDE)},
		{"milestone.", BY(MILESTONE)},
		{"notice.answer", BY(ANSWER)},
		{"notice.", BY(URGE) | BY(INSTRUCT)},
		{"period.", BY(PERIOD) | BY(DECIDE)},
		{"person.", BY(PERSON)},
		{"post.", BY(PERSON)},
		{"plan.close", BY(PLAN)},
		{"plan.", BY(IMPORT)},
		{"policy.", BY(POLICY)},
		{"report.save", BY(REPORT)},
		{"report.submit", BY(REPORT)},
		{"report.recall", BY(REPORT)},
		{"report.sign", BY(SIGN)},
		{"report.unsign", BY(SIGN)},
		{"report.send-back", BY(SIGN)},
		{"report.", BY(REVIEW) | BY(DECIDE)},
		{"request.ask", BY(REQUEST) | BY(RECEIVE)},
		{"request.take-back", BY(REQUEST) | BY(RECEIVE)},
		{"request.", BY(DECIDE)},
		{"unit.sign", BY(UNIT) | BY(SIGN)},
		{"unit.", BY(UNIT)},
	};

	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
		if (strncmp(word, rows[i].begins, strlen(rows[i].begins)) == 0)
			return rows[i].acts;
	return 0;
}
