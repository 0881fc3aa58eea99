/* flow_verbs.c - the table from steps to commands. What is asked for by a unit is granted or
 * refused by the number of the request, whatever object it moves. */
#include "cli/flow_verbs.h"

#include <stddef.h>

static const struct {
	enum flow_object object;
	int step;
	const char *command;
} commands[] = {
	{FLOW_ASSIGNMENT, ASSIGNMENT_RECEIVE, "receive CODE/NO"},
	{FLOW_ASSIGNMENT, ASSIGNMENT_CONTEST, "request contest CODE/NO --about WHAT --reason TEXT"},
	{FLOW_ASSIGNMENT, ASSIGNMENT_SETTLE, "request refuse ID --answer TEXT"},
	{FLOW_ASSIGNMENT, ASSIGNMENT_WITHDRAW, "unassign CODE/NO UNIT --reason TEXT"},
	{FLOW_ASSIGNMENT, ASSIGNMENT_ISSUE, "assign CODE/NO UNIT --role ROLE"},
	{FLOW_REPORT, REPORT_SAVE, "report CODE/NO --percent N --done TEXT"},
	{FLOW_REPORT, REPORT_SUBMIT, "report CODE/NO --percent N --done TEXT --submit"},
	{FLOW_REPORT, REPORT_SIGN, "review CODE/NO --sign"},
	{FLOW_REPORT, REPORT_ACCEPT, "review CODE/NO --accept"},
	{FLOW_REPORT, REPORT_RETURN, "review CODE/NO --return REASON"},
	{FLOW_REPORT, REPORT_SEND_BACK, "review CODE/NO --send-back REASON"},
	{FLOW_REPORT, REPORT_RECALL, "report recall CODE/NO"},
	{FLOW_REPORT, REPORT_UNSIGN, "review CODE/NO --unsign"},
	{FLOW_REPORT, REPORT_CORRECT, "request grant ID"},
	{FLOW_MILESTONE, MILESTONE_FINISH, "milestone done ID"},
	{FLOW_MILESTONE, MILESTONE_REOPEN, "milestone reopen ID"},
	{FLOW_MILESTONE, MILESTONE_VERIFY, "milestone verify ID"},
	{FLOW_MILESTONE, MILESTONE_DROP, "milestone drop ID"},
	{FLOW_MILESTONE, MILESTONE_EXTEND, "request grant ID"},
	{FLOW_ACTION, ACTION_ASK, "request completion CODE/NO --reason TEXT"},
	{FLOW_ACTION, ACTION_CLOSE_OUT, "request grant ID"},
	{FLOW_ACTION, ACTION_SEND_BACK, "request refuse ID --answer TEXT"},
	{FLOW_ACTION, ACTION_REOPEN, "action reopen CODE/NO --reason TEXT"},
	{FLOW_ACTION, ACTION_WITHDRAW, "import FILE --update CODE"},
	{FLOW_REQUEST, REQUEST_GRANT, "request grant ID"},
	{FLOW_REQUEST, REQUEST_REFUSE, "request refuse ID --answer TEXT"},
	{FLOW_REQUEST, REQUEST_TAKE_BACK, "request take-back ID"},
	{FLOW_NOTICE, NOTICE_ANSWER, "notice answer ID TEXT"},
	{FLOW_NOTICE, NOTICE_CLOSE, "notice close ID"},
	{FLOW_CASE, CASE_SELECT, "case select ID"},
	{FLOW_CASE, CASE_DECLINE, "case decline ID --reason TEXT"},
};

const char *flow_verb(enum flow_object o, int step)
{
	for (size_t i = 0; i < sizeof commands / sizeof commands[0]; i++)
		if (commands[i].object == o && commands[i].step == step)
			return commands[i].command;
	return NULL;
}
