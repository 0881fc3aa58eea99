/* The table of ways, and the acts that the interface leaves to the verbs. */
#include "tests/e2e/act_ways.h"

const struct act_side act_sides[ACT_SIDES] = {
	[ACT_OWN] = {"水务", "净水行动", "区水务局"},
	[ACT_FOREIGN] = {"教育", "护眼行动", "区教育局"},
};

#define OPENED	   "; Enter; ?Open the action; "
#define MILESTONES ">All actions; @净水行动; m; @~节点; Enter; "
#define REPORT	   ">All actions; @健康讲堂行动" OPENED "Right; @区~局; Enter; Enter; "
#define NOTICES	   ">Notices and requests; "
#define RULES	   ">Administration and choices; "
#define FILL	   "#percent; =40; #done; =进展; F9; 2"

const struct act_way act_ways[] = {
	{ACT_READ, false, NULL, ">All actions; @^; Enter; ?Open the action", NULL},
	{ACT_RECEIVE, false, "assignment.receive",
	 NOTICES ">Tasks not received yet; @^; Enter; >Receive it for the unit, marked so; 2",
	 NOTICES ">Tasks not received yet; @^; Enter; >Receive this task"},
	{ACT_REPORT, false, "report.submit",
	 ">All actions; @净水行动" OPENED "Enter; >Enter progress for a unit; @区~局; Enter; " FILL,
	 ">All actions; @^; e; " FILL},
	{ACT_MILESTONE, false, "milestone.change", MILESTONES ">Change; #milestone; =~节点甲; F9",
	 NULL},
	{ACT_REQUEST, false, "request.ask",
	 MILESTONES ">Ask for a later date; #until; =12-20; #percent; =40; #reason; =理由; F9; 2",
	 NULL},
	{ACT_EVIDENCE, false, "evidence.withdraw",
	 ">All actions; @净水行动; v; @~佐证; Enter; >Withdraw this one; =理由; F9", NULL},
	{ACT_ANSWER, false, "notice.answer",
	 NOTICES ">Notices and instructions; @~批示; Enter; Enter; >Answer it; =答复; F9", NULL},
	{ACT_CASE, false, "case.change",
	 NOTICES ">Cases to learn from; @~案例; Enter; Enter; >Change it; #text; =甲; F9", NULL},
	{ACT_DECIDE, false, "request.refuse",
	 NOTICES ">What was asked of the office; @区~局; Enter; Enter; "
		 ">Refuse it, with the reason; =理由; F9",
	 NULL},
	{ACT_SELECT, false, "case.select",
	 NOTICES ">Cases to learn from; @~案例; Enter; Enter; >Select it: all units read it; 2",
	 NULL},
	{ACT_SIGN, false, "report.sign", REPORT ">sign off; Enter", NULL},
	{ACT_REVIEW, false, "report.accept", REPORT ">accept; Enter", NULL},
	{ACT_ASSIGN, true, "assignment.put",
	 ">All actions; @健康讲堂行动" OPENED
	 "Enter; >Assign a unit, or change its role; @区~局; Enter; >shared",
	 NULL},
	{ACT_INSTRUCT, true, "notice.issue",
	 ">All actions; @净水行动" OPENED "Enter; >Give an instruction; =批示; F9; >Give it", NULL},
	{ACT_URGE, true, "notice.issue",
	 NOTICES ">Urge who is late; @区~局; Enter; >Issue this notice; 2", NULL},
	{ACT_POLICY, true, "policy.set",
	 RULES ">Rules for everybody; @lamp.soon; Enter; #value; =1; F9", NULL},
	{ACT_PERIOD, true, "period.add", RULES ">Reporting periods; Tab; #code; F9", NULL},
	{ACT_UNIT, false, "unit.alias",
	 RULES ">Units; @区~局; Enter; Enter; >give it another name too; =~处; F9", NULL},
	{ACT_PERSON, true, "person.add",
	 RULES ">People and posts; Tab; #login; =xin; #name; =辛; F9", NULL},
	/* A session has no files of the server: who may import is told the verb. */
	{ACT_IMPORT, true, NULL, RULES ">Import a plan; !type ssh … import -", NULL},
};
const int act_ways_count = sizeof act_ways / sizeof act_ways[0];

/* What the interface has no act for: verbs alone do it, or show it. */
static const enum act elsewhere[] = {ACT_PLAN, ACT_SCORE, ACT_LOG, ACT_ACCESS};

bool act_has_way(enum act act)
{
	for (int i = 0; i < act_ways_count; i++)
		if (act_ways[i].act == act)
			return true;
	for (size_t i = 0; i < sizeof elsewhere / sizeof elsewhere[0]; i++)
		if (elsewhere[i] == act)
			return true;
	return false;
}
