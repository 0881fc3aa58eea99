/*
 * words.h - the closed sets of the model (roles, states, kinds), each one table: the name in code,
 * the word for programs and the file (never translated), the label for people. Everything else that
 * lists them (SQL constraints, verbs' options, menus, manual pages) is made or tested from these.
 */
#ifndef DUBAN_CORE_WORDS_H
#define DUBAN_CORE_WORDS_H

#include <stdbool.h>

#define ROLES(X)                                                                                   \
	X(ROLE_LEAD, "lead", N_("lead"))                                                           \
	X(ROLE_COOP, "coop", N_("cooperating"))                                                    \
	X(ROLE_SHARED, "shared", N_("shared"))

/* How a document marks its leads. */
#define LEAD_RULES(X)                                                                              \
	X(LEAD_RULE_NONE, "none", N_("not marked"))                                                \
	X(LEAD_RULE_STAR, "star", N_("marked with a star"))                                        \
	X(LEAD_RULE_LABELLED, "labelled", N_("by label"))                                          \
	X(LEAD_RULE_FIRST, "first", N_("first of each list"))

#define TARGET_OPS(X)                                                                              \
	X(OP_AT_LEAST, ">=", "≥")                                                                  \
	X(OP_AT_MOST, "<=", "≤")                                                                   \
	X(OP_ABOUT, "~", "≈")                                                                      \
	X(OP_EQUAL, "=", "=")

#define UNIT_KINDS(X)                                                                              \
	X(UNIT_SINGLE, "single", N_("single"))                                                     \
	X(UNIT_COLLECTIVE, "collective", N_("collective"))

#define PLAN_STATES(X)                                                                             \
	X(PLAN_OPEN, "open", NC_("plan", "open"))                                                  \
	X(PLAN_CLOSED, "closed", N_("closed"))

#define ACTION_STATES(X)                                                                           \
	X(ACTION_ACTIVE, "active", N_("active"))                                                   \
	X(ACTION_ASKED, "completion-asked", N_("completion asked"))                                \
	X(ACTION_CLOSED_OUT, "closed-out", N_("closed out"))                                       \
	X(ACTION_WITHDRAWN, "withdrawn", N_("withdrawn"))

#define ASSIGNMENT_STATES(X)                                                                       \
	X(ASSIGNMENT_ISSUED, "issued", N_("issued"))                                               \
	X(ASSIGNMENT_RECEIVED, "received", N_("received"))                                         \
	X(ASSIGNMENT_CONTESTED, "contested", N_("contested"))                                      \
	X(ASSIGNMENT_WITHDRAWN, "withdrawn", N_("withdrawn"))

/* REPORT_NONE stands for "no row": nothing has been entered. */
#define REPORT_STATES(X)                                                                           \
	X(REPORT_NONE, "none", N_("not reported"))                                                 \
	X(REPORT_DRAFT, "draft", N_("draft"))                                                      \
	X(REPORT_SUBMITTED, "submitted", N_("submitted"))                                          \
	X(REPORT_SIGNED, "signed", N_("signed off"))                                               \
	X(REPORT_ACCEPTED, "accepted", N_("accepted"))                                             \
	X(REPORT_RETURNED, "returned", N_("returned"))

#define MILESTONE_STATES(X)                                                                        \
	X(MILESTONE_OPEN, "open", NC_("milestone", "open"))                                        \
	X(MILESTONE_DONE, "done", NC_("milestone", "done"))                                        \
	X(MILESTONE_VERIFIED, "verified", N_("verified"))                                          \
	X(MILESTONE_DROPPED, "dropped", N_("dropped"))

#define PERIOD_KINDS(X)                                                                            \
	X(PERIOD_MONTH, "month", N_("month"))                                                      \
	X(PERIOD_QUARTER, "quarter", N_("quarter"))                                                \
	X(PERIOD_HALF, "half", N_("half-year"))                                                    \
	X(PERIOD_YEAR, "year", N_("year"))

/* Computed from the period's dates and today; only "closed" by hand is kept (closed_early). */
#define PERIOD_STATES(X)                                                                           \
	X(PERIOD_PLANNED, "planned", N_("planned"))                                                \
	X(PERIOD_OPEN, "open", NC_("period", "open"))                                              \
	X(PERIOD_DUE, "due", N_("past due"))                                                       \
	X(PERIOD_CLOSED, "closed", N_("closed"))

/* Days that differ from plain weeks (calendar.h). */
#define DAY_KINDS(X)                                                                               \
	X(DAY_HOLIDAY, "holiday", N_("holiday"))                                                   \
	X(DAY_WORKED, "worked", N_("worked instead"))

#define EVIDENCE_KINDS(X)                                                                          \
	X(EVIDENCE_DOCUMENT, "document", N_("document"))                                           \
	X(EVIDENCE_MEETING, "meeting", N_("meeting"))                                              \
	X(EVIDENCE_LINK, "link", N_("link"))                                                       \
	X(EVIDENCE_FIGURE, "figure", N_("figure"))                                                 \
	X(EVIDENCE_FILE, "file", N_("file"))                                                       \
	X(EVIDENCE_NOTE, "note", N_("note"))

/* What files are, as the rules of the office name them. */
#define FILE_TYPES(X)                                                                              \
	X(FILE_TYPE_PDF, "pdf", N_("PDF and OFD"))                                                 \
	X(FILE_TYPE_IMAGE, "image", N_("images"))                                                  \
	X(FILE_TYPE_OFFICE, "office", N_("office documents"))                                      \
	X(FILE_TYPE_TEXT, "text", N_("texts"))                                                     \
	X(FILE_TYPE_ARCHIVE, "archive", N_("archives"))                                            \
	X(FILE_TYPE_MEDIA, "media", N_("sound and video"))                                         \
	X(FILE_TYPE_OTHER, "other", N_("all others"))

#define POST_ROLES(X)                                                                              \
	X(POST_REPORTER, "reporter", N_("liaison officer"))                                        \
	X(POST_APPROVER, "approver", N_("approving leader"))                                       \
	X(POST_OFFICE, "office", N_("coordinating office"))                                        \
	X(POST_LEADER, "leader", N_("leader"))                                                     \
	X(POST_ASSESSOR, "assessor", N_("assessor"))                                               \
	X(POST_ADMIN, "admin", N_("administrator"))

/* Steps: what is done to a thing so that its state changes (flow.h). */
#define ASSIGNMENT_STEPS(X)                                                                        \
	X(ASSIGNMENT_RECEIVE, "receive", N_("receive"))                                            \
	X(ASSIGNMENT_CONTEST, "contest", N_("contest"))                                            \
	X(ASSIGNMENT_SETTLE, "settle", N_("answer the objection"))                                 \
	X(ASSIGNMENT_WITHDRAW, "withdraw", N_("withdraw"))                                         \
	X(ASSIGNMENT_ISSUE, "issue", N_("issue again"))

#define REPORT_STEPS(X)                                                                            \
	X(REPORT_SAVE, "save", N_("keep as a draft"))                                              \
	X(REPORT_SUBMIT, "submit", N_("submit"))                                                   \
	X(REPORT_SIGN, "sign", N_("sign off"))                                                     \
	X(REPORT_ACCEPT, "accept", N_("accept"))                                                   \
	X(REPORT_RETURN, "return", N_("return"))                                                   \
	X(REPORT_SEND_BACK, "send-back", N_("send back inside the unit"))                          \
	X(REPORT_RECALL, "recall", N_("take back"))                                                \
	X(REPORT_UNSIGN, "unsign", N_("take the signing off back"))                                \
	X(REPORT_CORRECT, "correct", N_("correct after it was accepted"))

#define MILESTONE_STEPS(X)                                                                         \
	X(MILESTONE_FINISH, "finish", N_("mark as done"))                                          \
	X(MILESTONE_REOPEN, "reopen", N_("open again"))                                            \
	X(MILESTONE_VERIFY, "verify", N_("verify"))                                                \
	X(MILESTONE_DROP, "drop", N_("drop"))                                                      \
	X(MILESTONE_EXTEND, "extend", N_("give a new date"))

#define ACTION_STEPS(X)                                                                            \
	X(ACTION_ASK, "ask-completion", N_("ask for close-out"))                                   \
	X(ACTION_CLOSE_OUT, "close-out", N_("close out"))                                          \
	X(ACTION_SEND_BACK, "send-back", N_("send back what is not complete"))                     \
	X(ACTION_REOPEN, "reopen", N_("open again"))                                               \
	X(ACTION_WITHDRAW, "withdraw", N_("withdraw"))

/* What a unit asks of the office, and how it ends (request.h). */
#define REQUEST_KINDS(X)                                                                           \
	X(REQUEST_NONE, "none", N_("nothing"))                                                     \
	X(REQUEST_CONTEST, "contest", N_("objection"))                                             \
	X(REQUEST_EXTENSION, "extension", N_("extension"))                                         \
	X(REQUEST_EXCEPTION, "exception", N_("late report"))                                       \
	X(REQUEST_CORRECTION, "correction", N_("correction"))                                      \
	X(REQUEST_COMPLETION, "completion", N_("completion"))

#define REQUEST_STATES(X)                                                                          \
	X(REQUEST_ASKED, "asked", N_("waits for an answer"))                                       \
	X(REQUEST_GRANTED, "granted", N_("granted"))                                               \
	X(REQUEST_REFUSED, "refused", N_("refused"))                                               \
	X(REQUEST_TAKEN_BACK, "taken-back", N_("taken back"))

#define REQUEST_STEPS(X)                                                                           \
	X(REQUEST_GRANT, "grant", N_("grant"))                                                     \
	X(REQUEST_REFUSE, "refuse", N_("refuse"))                                                  \
	X(REQUEST_TAKE_BACK, "take-back", N_("take back"))

/* What of an assignment is contested. */
#define CONTEST_ABOUTS(X)                                                                          \
	X(CONTEST_ASSIGNMENT, "assignment", N_("this is not our task"))                            \
	X(CONTEST_ROLE, "role", N_("our role is another one"))                                     \
	X(CONTEST_WORDING, "wording", N_("the wording cannot be carried out like this"))

#define NOTICE_KINDS(X)                                                                            \
	X(NOTICE_URGE, "urge", N_("urge notice"))                                                  \
	X(NOTICE_INSTRUCTION, "instruction", N_("instruction"))

#define NOTICE_STATES(X)                                                                           \
	X(NOTICE_ISSUED, "issued", N_("to be answered"))                                           \
	X(NOTICE_ANSWERED, "answered", N_("answered"))                                             \
	X(NOTICE_CLOSED, "closed", NC_("notice", "closed"))

#define NOTICE_STEPS(X)                                                                            \
	X(NOTICE_ANSWER, "answer", N_("answer"))                                                   \
	X(NOTICE_CLOSE, "close", N_("close"))

/* How urgent, least first. */
#define NOTICE_LEVELS(X)                                                                           \
	X(NOTICE_BLUE, "blue", N_("blue"))                                                         \
	X(NOTICE_ORANGE, "orange", N_("orange"))                                                   \
	X(NOTICE_RED, "red", N_("red"))

/* What is told of access to the file, besides the changes that the log has. */
#define ACCESS_ACTS(X)                                                                             \
	X(ACCESS_LOG_IN, "log-in", N_("logged in"))                                                \
	X(ACCESS_REFUSED, "refused", N_("was refused"))                                            \
	X(ACCESS_EXPORT, "export", N_("took out"))

#define CASE_STATES(X)                                                                             \
	X(CASE_OFFERED, "offered", N_("handed in"))                                                \
	X(CASE_SELECTED, "selected", N_("selected"))                                               \
	X(CASE_DECLINED, "declined", N_("not selected"))

#define CASE_STEPS(X)                                                                              \
	X(CASE_SELECT, "select", N_("select"))                                                     \
	X(CASE_DECLINE, "decline", N_("do not select"))

/* A report as it was at a moment that counts. */
#define EDITION_KINDS(X)                                                                           \
	X(EDITION_SUBMITTED, "submitted", N_("as reported"))                                       \
	X(EDITION_ACCEPTED, "accepted", N_("as accepted"))                                         \
	X(EDITION_CORRECTED, "corrected", N_("as corrected"))

/* What a careful reader of a plan would ask about. The review shows these first; --strict refuses
 * on any. */
#define PLAN_DOUBTS(X)                                                                             \
	X(DOUBT_NO_LEAD, "no-lead", N_("no unit is marked as lead"))                               \
	X(DOUBT_NO_UNITS, "no-units", N_("no responsible unit is named"))                          \
	X(DOUBT_SAME_UNIT, "same-unit", N_("two names that may be the same unit"))                 \
	X(DOUBT_BRACKET, "bracket", N_("a bracket is not closed or not opened"))                   \
	X(DOUBT_NUMBER, "number", N_("a number is skipped or used twice"))                         \
	X(DOUBT_FIGURE, "figure", N_("a figure without a year"))                                   \
	X(DOUBT_NAME, "name", N_("a name that may be no unit's"))                                  \
	X(DOUBT_ROLE, "role", N_("a role that is not sure"))                                       \
	X(DOUBT_UNREAD, "unread", N_("a passage about duties that was not read"))                  \
	X(DOUBT_SORT, "sort", N_("a figure that may be a target or a volume of work"))             \
	X(DOUBT_OTHER, "other", N_("to be checked"))

/* What somebody said to a doubt. A plan that was just read has open ones only. */
#define DOUBT_ANSWERS(X)                                                                           \
	X(DOUBT_OPEN, "open", NC_("doubt", "open"))                                                \
	X(DOUBT_TAKEN, "taken", N_("proposal taken"))                                              \
	X(DOUBT_LEFT, "left", N_("right as it was read"))

/* In the order of urgency, least first. */
#define LAMPS(X)                                                                                   \
	X(LAMP_GREY, "grey", N_("grey"))                                                           \
	X(LAMP_GREEN, "green", N_("green"))                                                        \
	X(LAMP_YELLOW, "yellow", N_("yellow"))                                                     \
	X(LAMP_RED, "red", N_("red"))

/* What can be searched for. Files number their index by this order: new ones come at the end. */
#define SEARCH_KINDS(X)                                                                            \
	X(SEARCH_ACTION, "action", N_("actions"))                                                  \
	X(SEARCH_REPORT, "report", N_("reports"))                                                  \
	X(SEARCH_MILESTONE, "milestone", N_("milestones"))                                         \
	X(SEARCH_EVIDENCE, "evidence", N_("evidence"))                                             \
	X(SEARCH_UNIT, "unit", N_("units"))                                                        \
	X(SEARCH_NOTICE, "notice", N_("notices"))                                                  \
	X(SEARCH_REQUEST, "request", N_("requests"))                                               \
	X(SEARCH_CASE, "case", N_("cases"))

/* The texts of these in which words were found. */
#define SEARCH_FIELDS(X)                                                                           \
	X(SEARCH_TITLE, "title", N_("title"))                                                      \
	X(SEARCH_CLAUSE, "clause", N_("clause"))                                                   \
	X(SEARCH_DONE, "done", N_("done"))                                                         \
	X(SEARCH_PROBLEMS, "problems", N_("problems"))                                             \
	X(SEARCH_NEXT, "next", N_("next"))                                                         \
	X(SEARCH_REASON, "reason", N_("reason"))                                                   \
	X(SEARCH_NOTE, "note", N_("note"))                                                         \
	X(SEARCH_DOC_NO, "doc-no", N_("document number"))                                          \
	X(SEARCH_REF, "ref", N_("reference"))                                                      \
	X(SEARCH_NAME, "name", N_("name"))                                                         \
	X(SEARCH_ALIAS, "alias", N_("other names"))                                                \
	X(SEARCH_TEXT, "text", N_("text"))                                                         \
	X(SEARCH_ANSWER, "answer", N_("answer"))

#define WORDS_ENUM(id, word, label) id,
enum role { ROLES(WORDS_ENUM) ROLE_COUNT };
enum lead_rule { LEAD_RULES(WORDS_ENUM) LEAD_RULE_COUNT };
enum target_op { TARGET_OPS(WORDS_ENUM) OP_COUNT };
enum unit_kind { UNIT_KINDS(WORDS_ENUM) UNIT_KIND_COUNT };
enum plan_state { PLAN_STATES(WORDS_ENUM) PLAN_STATE_COUNT };
enum action_state { ACTION_STATES(WORDS_ENUM) ACTION_STATE_COUNT };
enum assignment_state { ASSIGNMENT_STATES(WORDS_ENUM) ASSIGNMENT_STATE_COUNT };
enum report_state { REPORT_STATES(WORDS_ENUM) REPORT_STATE_COUNT };
enum milestone_state { MILESTONE_STATES(WORDS_ENUM) MILESTONE_STATE_COUNT };
enum period_kind { PERIOD_KINDS(WORDS_ENUM) PERIOD_KIND_COUNT };
enum period_state { PERIOD_STATES(WORDS_ENUM) PERIOD_STATE_COUNT };
enum day_kind { DAY_KINDS(WORDS_ENUM) DAY_KIND_COUNT };
enum evidence_kind { EVIDENCE_KINDS(WORDS_ENUM) EVIDENCE_KIND_COUNT };
enum file_type { FILE_TYPES(WORDS_ENUM) FILE_TYPE_COUNT };
enum assignment_step { ASSIGNMENT_STEPS(WORDS_ENUM) ASSIGNMENT_STEP_COUNT };
enum report_step { REPORT_STEPS(WORDS_ENUM) REPORT_STEP_COUNT };
enum milestone_step { MILESTONE_STEPS(WORDS_ENUM) MILESTONE_STEP_COUNT };
enum action_step { ACTION_STEPS(WORDS_ENUM) ACTION_STEP_COUNT };
enum request_kind { REQUEST_KINDS(WORDS_ENUM) REQUEST_KIND_COUNT };
enum request_state { REQUEST_STATES(WORDS_ENUM) REQUEST_STATE_COUNT };
enum request_step { REQUEST_STEPS(WORDS_ENUM) REQUEST_STEP_COUNT };
enum contest_about { CONTEST_ABOUTS(WORDS_ENUM) CONTEST_ABOUT_COUNT };
enum notice_kind { NOTICE_KINDS(WORDS_ENUM) NOTICE_KIND_COUNT };
enum notice_state { NOTICE_STATES(WORDS_ENUM) NOTICE_STATE_COUNT };
enum notice_step { NOTICE_STEPS(WORDS_ENUM) NOTICE_STEP_COUNT };
enum notice_level { NOTICE_LEVELS(WORDS_ENUM) NOTICE_LEVEL_COUNT };
enum access_act { ACCESS_ACTS(WORDS_ENUM) ACCESS_ACT_COUNT };
enum case_state { CASE_STATES(WORDS_ENUM) CASE_STATE_COUNT };
enum case_step { CASE_STEPS(WORDS_ENUM) CASE_STEP_COUNT };
enum edition_kind { EDITION_KINDS(WORDS_ENUM) EDITION_KIND_COUNT };
enum post_role { POST_ROLES(WORDS_ENUM) POST_ROLE_COUNT };
enum plan_doubt_kind { PLAN_DOUBTS(WORDS_ENUM) PLAN_DOUBT_COUNT };
enum doubt_answer { DOUBT_ANSWERS(WORDS_ENUM) DOUBT_ANSWER_COUNT };
enum lamp { LAMPS(WORDS_ENUM) LAMP_COUNT };
enum search_kind { SEARCH_KINDS(WORDS_ENUM) SEARCH_KIND_COUNT };
enum search_field { SEARCH_FIELDS(WORDS_ENUM) SEARCH_FIELD_COUNT };

/* For each set: X_word() for programs and the file, X_label() translated for people, X_parse() of a
 * word (false, *v untouched, when it is none). */
#define WORDS_SETS(X)                                                                              \
	X(role, role, ROLES)                                                                       \
	X(lead_rule, lead_rule, LEAD_RULES)                                                        \
	X(op, target_op, TARGET_OPS)                                                               \
	X(unit_kind, unit_kind, UNIT_KINDS)                                                        \
	X(plan_state, plan_state, PLAN_STATES)                                                     \
	X(action_state, action_state, ACTION_STATES)                                               \
	X(assignment_state, assignment_state, ASSIGNMENT_STATES)                                   \
	X(report_state, report_state, REPORT_STATES)                                               \
	X(milestone_state, milestone_state, MILESTONE_STATES)                                      \
	X(period_kind, period_kind, PERIOD_KINDS)                                                  \
	X(period_state, period_state, PERIOD_STATES)                                               \
	X(day_kind, day_kind, DAY_KINDS)                                                           \
	X(evidence_kind, evidence_kind, EVIDENCE_KINDS)                                            \
	X(file_type, file_type, FILE_TYPES)                                                        \
	X(assignment_step, assignment_step, ASSIGNMENT_STEPS)                                      \
	X(report_step, report_step, REPORT_STEPS)                                                  \
	X(milestone_step, milestone_step, MILESTONE_STEPS)                                         \
	X(action_step, action_step, ACTION_STEPS)                                                  \
	X(request_kind, request_kind, REQUEST_KINDS)                                               \
	X(request_state, request_state, REQUEST_STATES)                                            \
	X(request_step, request_step, REQUEST_STEPS)                                               \
	X(contest_about, contest_about, CONTEST_ABOUTS)                                            \
	X(notice_kind, notice_kind, NOTICE_KINDS)                                                  \
	X(notice_state, notice_state, NOTICE_STATES)                                               \
	X(notice_step, notice_step, NOTICE_STEPS)                                                  \
	X(notice_level, notice_level, NOTICE_LEVELS)                                               \
	X(access_act, access_act, ACCESS_ACTS)                                                     \
	X(case_state, case_state, CASE_STATES)                                                     \
	X(case_step, case_step, CASE_STEPS)                                                        \
	X(edition_kind, edition_kind, EDITION_KINDS)                                               \
	X(post_role, post_role, POST_ROLES)                                                        \
	X(plan_doubt, plan_doubt_kind, PLAN_DOUBTS)                                                \
	X(doubt_answer, doubt_answer, DOUBT_ANSWERS)                                               \
	X(lamp, lamp, LAMPS)                                                                       \
	X(search_kind, search_kind, SEARCH_KINDS)                                                  \
	X(search_field, search_field, SEARCH_FIELDS)
#define WORDS_DECLARE(prefix, type, table)                                                         \
	const char *prefix##_word(enum type v);                                                    \
	const char *prefix##_label(enum type v);                                                   \
	bool prefix##_parse(const char *word, enum type *v);
WORDS_SETS(WORDS_DECLARE)

#endif
