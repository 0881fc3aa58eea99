/*
 * The options of the verbs of the reporting cycle: reports and their review, receipt and requests,
 * milestones, evidence, cases, notices.
 */
#include "cli/verb_options.h"

/* clang-format off */
#define ACTION_OPTION      { "action", "CODE/NO", N_("only of this action"), NULL, 0 }
#define REPORT_OF                                                                                  \
	UNIT_OPTION(N_("whose report; yours when you have one unit")),                             \
	{ "period", "PERIOD", N_("of which period; the current one when not given"), NULL, 0 }
#define WAITING                                                                                    \
	PLAN_OPTION(N_("only of this plan")),                                                      \
	UNIT_OPTION(N_("only of this unit")),                                                      \
	{ "period", "PERIOD", N_("only of this period"), NULL, 0 }

#define VOLUME_OPTION                                                                              \
	{ "volume", "ID=N", N_("work done in this period of the volume that show lists as ID"),    \
	  NULL, OPTION_MANY }
const struct verb_option options_report[] = {
	UNIT_OPTION(N_("for which unit; yours when you have one")),
	{ "period", "PERIOD", N_("for which period; the current one when not given"), NULL, 0 },
	{ "percent", "N", N_("how far it is, 0 to 100"), NULL, 0 },
	{ "done", "TEXT", N_("what was done"), NULL, 0 },
	{ "problems", "TEXT", N_("what is in the way"), NULL, 0 },
	{ "next", "TEXT", N_("what comes next"), NULL, 0 },
	VOLUME_OPTION,
	{ "no-change", NULL, N_("nothing has changed: percent and text of the last report"), NULL, 0 },
	{ "submit", NULL, N_("hand it in; without this it is kept as a draft"), NULL, 0 },
	END
};
const struct verb_option options_review[] = {
	UNIT_OPTION(N_("whose report")),
	{ "period", "PERIOD", N_("of which period; the current one when not given"), NULL, 0 },
	{ "accept", NULL, N_("accept it"), NULL, 0 },
	{ "return", "REASON", N_("send it back; its text stays as it is"), NULL, 0 },
	{ "sign", NULL, N_("sign it off as the unit's leader"), NULL, 0 },
	{ "unsign", NULL, N_("take the signing off back"), NULL, 0 },
	{ "send-back", "REASON", N_("send it back inside the unit as its leader"), NULL, 0 },
	END
};
const struct verb_option options_report_of[] = {
	REPORT_OF,
	END
};
const struct verb_option options_report_diff[] = {
	REPORT_OF,
	{ "accepted", NULL, N_("against what was accepted last, not handed in last"), NULL, 0 },
	END
};
const struct verb_option options_period_of[] = {
	{ "period", "PERIOD", N_("of which period; the current one when not given"), NULL, 0 },
	END
};
const struct verb_option options_waiting[] = { WAITING, END };
const struct verb_option options_review_all[] = {
	WAITING,
	{ "dry-run", NULL, N_("only show what would be accepted"), NULL, 0 },
	END
};
const struct verb_option options_receive[] = {
	PLAN_OPTION(N_("only of this plan")),
	UNIT_OPTION(N_("of which unit; yours when you have one")),
	END
};
const struct verb_option options_receive_list[] = {
	PLAN_OPTION(N_("only of this plan")),
	UNIT_OPTION(N_("only of this unit")),
	END
};
const struct verb_option options_request_list[] = {
	{ "waiting", NULL, N_("only what waits for an answer"), NULL, 0 },
	{ "kind", "KIND", N_("only things of this kind"), choice_request_kind, 0 },
	PLAN_OPTION(N_("only of this plan")),
	ACTION_OPTION,
	UNIT_OPTION(N_("only of this unit")),
	{ "limit", "N", N_("at most so many rows"), NULL, 0 },
	END
};
#define EVIDENCE_OPTION                                                                            \
	{ "evidence", "ID", N_("what proves it, as evidence list numbers it"), NULL, OPTION_MANY }
#define ASK_OPTIONS                                                                                \
	EVIDENCE_OPTION,                                                                           \
	UNIT_OPTION(N_("for which unit; yours when you have one"))
const struct verb_option options_contest[] = {
	{ "about", "WHAT", N_("what of it is contested"), choice_contest_about, OPTION_NEEDED },
	{ "reason", "TEXT", N_("what should be changed, and why"), NULL, OPTION_NEEDED },
	ASK_OPTIONS,
	END
};
const struct verb_option options_extension[] = {
	{ "until", "DATE", N_("the new date"), NULL, OPTION_NEEDED },
	{ "percent", "N", N_("how far it is, 0 to 100"), NULL, OPTION_NEEDED },
	{ "reason", "TEXT", N_("why it takes longer"), NULL, OPTION_NEEDED },
	ASK_OPTIONS,
	END
};
const struct verb_option options_exception[] = {
	{ "until", "DATE", N_("the last day for entering"), NULL, OPTION_NEEDED },
	{ "reason", "TEXT", N_("why the report is late"), NULL, OPTION_NEEDED },
	PLAN_OPTION(N_("of this plan; needed where several are open")),
	UNIT_OPTION(N_("for which unit; yours when you have one")),
	END
};
const struct verb_option options_correction[] = {
	{ "period", "PERIOD", N_("of which period; the current one when not given"), NULL, 0 },
	{ "reason", "TEXT", N_("what was wrong, and how that is known"), NULL, OPTION_NEEDED },
	{ "percent", "N", N_("how far it is, 0 to 100; as accepted when not given"), NULL, 0 },
	{ "done", "TEXT", N_("what was done; as accepted when not given"), NULL, 0 },
	{ "problems", "TEXT", N_("what is in the way; as accepted when not given"), NULL, 0 },
	{ "next", "TEXT", N_("what comes next; as accepted when not given"), NULL, 0 },
	VOLUME_OPTION,
	ASK_OPTIONS,
	END
};
const struct verb_option options_completion[] = {
	{ "reason", "TEXT", N_("conclusion: what was reached"), NULL, OPTION_NEEDED },
	{ "percent", "N", N_("how far it is; 100 when not given"), NULL, 0 },
	ASK_OPTIONS,
	END
};
const struct verb_option options_grant[] = {
	{ "until", "DATE", N_("the date that is given; the one asked for when not given"), NULL, 0 },
	{ "answer", "TEXT", N_("what the unit shall read with it"), NULL, 0 },
	{ "despite", NULL, N_("close out also what has something open; request show lists it"),
	  NULL, 0 },
	END
};
const struct verb_option options_refuse[] = {
	{ "answer", "TEXT", N_("why, so that the unit knows what to do"), NULL, OPTION_NEEDED },
	END
};
const struct verb_option options_milestone_list[] = {
	PLAN_OPTION(N_("only of this plan")),
	ACTION_OPTION,
	UNIT_OPTION(N_("only of this unit and common ones of its actions")),
	{ "from", "DATE", N_("due on this day or later"), NULL, 0 },
	{ "to", "DATE", N_("due on this day or earlier"), NULL, 0 },
	{ "open", NULL, N_("only those that are not done"), NULL, 0 },
	END
};
#define STAGE_OPTIONS                                                                              \
	{ "needs-evidence", NULL, N_("it counts as done only with evidence"), NULL, 0 },           \
	{ "weight", "N", N_("how much it weighs, 1 to 100; 1 when not given"), NULL, 0 },          \
	{ "after", "ID", N_("it waits for this milestone of the same action"), NULL, 0 }
const struct verb_option options_milestone_add[] = {
	{ "due", "DATE", N_("by when"), NULL, OPTION_NEEDED },
	UNIT_OPTION(N_("of this unit; else yours, or for the office common to all units")),
	STAGE_OPTIONS,
	NOTE_OPTION,
	END
};
const struct verb_option options_milestone_change[] = {
	{ "title", "TEXT", N_("its name"), NULL, 0 },
	{ "due", "DATE", N_("by when; only the office puts a date off"), NULL, 0 },
	STAGE_OPTIONS,
	{ "no-evidence", NULL, N_("it counts as done without evidence too"), NULL, 0 },
	{ "no-after", NULL, N_("it waits for no other any more"), NULL, 0 },
	NOTE_OPTION,
	END
};
const struct verb_option options_milestone_done[] = {
	{ "on", "DATE", N_("the day it was done; today when not given"), NULL, 0 },
	NOTE_OPTION,
	END
};
const struct verb_option options_evidence_list[] = {
	ACTION_OPTION,
	{ "milestone", "ID", N_("only of this milestone"), NULL, 0 },
	{ "request", "ID", N_("only of this request"), NULL, 0 },
	{ "case", "ID", N_("only of this case"), NULL, 0 },
	UNIT_OPTION(N_("only of this unit")),
	{ "withdrawn", NULL, N_("withdrawn ones too"), NULL, 0 },
	{ "limit", "N", N_("at most so many rows"), NULL, 0 },
	END
};
const struct verb_option options_evidence_add[] = {
	{ "kind", "KIND", N_("what it is; not needed with a file"), choice_evidence_kind, 0 },
	{ "title", "TEXT", N_("its title; the name of the file when not given"), NULL, 0 },
	{ "doc-no", "TEXT", N_("the number of a document"), NULL, 0 },
	{ "ref", "TEXT", N_("address of a link, place of a meeting, a figure"), NULL, 0 },
	{ "file", "FILE", N_("this file itself is kept; - is standard input"), NULL, OPTION_PATH },
	{ "name", "NAME", N_("how the file is called; alone: it comes through standard input"),
	  NULL, 0 },
	{ "on", "DATE", N_("its date"), NULL, 0 },
	NOTE_OPTION,
	UNIT_OPTION(N_("of which unit; yours when you have one")),
	{ "milestone", "ID", N_("it proves this milestone of the action"), NULL, 0 },
	{ "period", "PERIOD", N_("it proves the unit's report of this period"), NULL, 0 },
	{ "request", "ID", N_("it proves what the unit asks there"), NULL, 0 },
	{ "case", "ID", N_("it proves this case"), NULL, 0 },
	END
};
const struct verb_option options_evidence_get[] = {
	{ "output", "FILE", N_("into this file, which must be new"), NULL, OPTION_PATH },
	END
};
const struct verb_option options_case_list[] = {
	PLAN_OPTION(N_("only of this plan")),
	ACTION_OPTION,
	UNIT_OPTION(N_("only of this unit")),
	{ "state", "STATE", N_("only in this state"), choice_case_state, 0 },
	{ "limit", "N", N_("at most so many rows"), NULL, 0 },
	END
};
const struct verb_option options_case_add[] = {
	{ "text", "TEXT", N_("the case: how it was, what was done, what came of it"), NULL,
	  OPTION_NEEDED },
	EVIDENCE_OPTION,
	UNIT_OPTION(N_("of which unit; yours when you have one")),
	END
};
const struct verb_option options_case_change[] = {
	{ "title", "TEXT", N_("its title"), NULL, 0 },
	{ "text", "TEXT", N_("its text"), NULL, 0 },
	END
};
const struct verb_option options_case_select[] = {
	{ "reason", "TEXT", N_("why; it is kept with the change"), NULL, 0 },
	END
};
const struct verb_option options_pilot[] = {
	{ "off", NULL, N_("it is one no longer"), NULL, 0 },
	END
};
const struct verb_option options_notice_list[] = {
	PLAN_OPTION(N_("only this plan, also a closed one")),
	UNIT_OPTION(N_("only this unit")),
	ACTION_OPTION,
	{ "kind", "KIND", N_("only notices of this kind"), choice_notice_kind, 0 },
	{ "open", NULL, N_("only those to be answered"), NULL, 0 },
	{ "unsent", NULL, N_("only those that the configured command did not take"), NULL, 0 },
	{ "limit", "N", N_("at most so many rows"), NULL, 0 },
	END
};
const struct verb_option options_notice_issue[] = {
	UNIT_OPTION(N_("this unit")),
	{ "all", NULL, N_("every unit that owes something"), NULL, 0 },
	PLAN_OPTION(N_("only for this plan")),
	{ "again", NULL, N_("also for what was answered but not delivered"), NULL, 0 },
	{ "text", "TEXT", N_("a word to the unit beside the lines"), NULL, 0 },
	END
};
const struct verb_option options_notice_instruct[] = {
	UNIT_OPTION(N_("to this unit; else to those that lead or share the action")),
	{ "by", "DATE", N_("the day for the answer"), NULL, 0 },
	{ "level", "LEVEL", N_("how urgent it is"), choice_notice_level, 0 },
	END
};
const struct verb_option options_notice_close[] = {
	{ "reason", "TEXT", N_("why; it is kept with the change"), NULL, 0 },
	END
};
const struct verb_option options_notice_send[] = {
	{ "background", NULL, N_("return at once and send meanwhile"), NULL, 0 },
	END
};
const struct verb_option options_remind[] = {
	PLAN_OPTION(N_("only for this plan")),
	{ "dry-run", NULL, N_("only show what would be issued, line by line"), NULL, 0 },
	END
};
/* clang-format on */
