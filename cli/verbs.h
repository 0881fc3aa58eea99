/*
 * verbs.h - THE table of verbs: from it come the parsing of the command line, `--help` and `duban
 * help`, the bash completion, the section VERBS of duban(1) and the prototypes of the handlers. To
 * add a verb: a row here, its options in verb_options.c or options_cycle.c, its handler verb_ID()
 * in the file of its family.
 *
 * Operands are written as usage shows them: "CODE/NO UNIT", "[VERB [SUB]]", "FILE…"; how many there
 * may be is read from that. Names are for programs and never translated, help is.
 */
#ifndef DUBAN_CLI_VERBS_H
#define DUBAN_CLI_VERBS_H

#include "core/err.h"
#include "core/i18n.h"
#include "core/rule/may.h"

#include <stdbool.h>

struct cli;

enum verb_flag {
	VERB_HIDDEN = 1, /* made for this project's own pages; not in help */
	VERB_ALONE = 2,	 /* works without configuration and file, also with a broken one */
	VERB_LISTS = 4,	 /* lists rows: takes --format */
	VERB_HERE = 8	 /* only on the server itself, not in a session over SSH */
};

/* By which rights a verb can be used: one of these is enough, how far it reaches is the store's to
 * say. */
#define BY(act) (1u << ACT_##act)
#define ANYBODY 0

/* id of the handler, verb, second word or "", operands, options, rights, flags, help */
#define VERBS(X)                                                                                   \
	X(init, "init", "", "", init, ANYBODY, VERB_HERE,                                          \
	  N_("make a new database file and become its administrator and office"))                  \
	X(overview, "overview", "", "", only_plan, BY(READ), 0,                                    \
	  N_("print what is owed: the first screen as text"))                                      \
	X(list, "list", "", "", list, BY(READ), VERB_LISTS,                                        \
	  N_("list the actions with their units"))                                                 \
	X(show, "show", "", "CODE/NO", none, BY(READ), 0,                                          \
	  N_("show an action: clause, units, targets, milestones, reports, evidence"))             \
	X(find_words, "find", "", "WORD…", find, BY(READ), VERB_LISTS,                             \
	  N_("find words in actions, reports, milestones, evidence, units, notices, requests "     \
	     "and cases"))                                                                         \
	X(report, "report", "", "CODE/NO", report, BY(REPORT), 0,                                  \
	  N_("enter the progress of an action, as a draft or handed in"))                          \
	X(report_recall, "report", "recall", "CODE/NO", report_of, BY(REPORT), 0,                  \
	  N_("take back a report that nobody has decided on"))                                     \
	X(report_editions, "report", "editions", "CODE/NO", report_of, BY(READ), VERB_LISTS,       \
	  N_("list how a report stood when it was handed in, accepted or corrected"))              \
	X(report_diff, "report", "diff", "CODE/NO", report_diff, BY(READ), 0,                      \
	  N_("show word by word what a report says otherwise than before"))                        \
	X(report_parts, "report", "parts", "CODE/NO", period_of, BY(READ), VERB_LISTS,             \
	  N_("list the parts of the units in an action, and who owes one"))                        \
	X(review, "review", "", "CODE/NO", review, BY(REVIEW) | BY(SIGN), 0,                       \
	  N_("accept, return or sign off a unit's report"))                                        \
	X(review_list, "review", "list", "", waiting, BY(READ), VERB_LISTS,                        \
	  N_("list the reports that wait for the office or for you as approving leader"))          \
	X(review_all, "review", "all", "", review_all, BY(REVIEW), 0,                              \
	  N_("accept all reports that wait for the office, or those named, all or none"))          \
	X(receive, "receive", "", "[CODE/NO]", receive, BY(RECEIVE), 0,                            \
	  N_("take note of the unit's tasks: of all that are new, or of one"))                     \
	X(receive_list, "receive", "list", "", receive_list, BY(READ), VERB_LISTS,                 \
	  N_("list the tasks that were not received yet, and for how many days"))                  \
	X(request_list, "request", "list", "", request_list, BY(READ), VERB_LISTS,                 \
	  N_("list what units ask of the office, what waits first"))                               \
	X(request_show, "request", "show", "ID", none, BY(READ), 0,                                \
	  N_("show what was asked, why, with what evidence, and the answer"))                      \
	X(request_contest, "request", "contest", "CODE/NO", contest, BY(RECEIVE), 0,               \
	  N_("object to a task, to the role in it, or to its wording"))                            \
	X(request_extension, "request", "extension", "ID", extension, BY(REQUEST), 0,              \
	  N_("ask for a later date of a milestone"))                                               \
	X(request_exception, "request", "exception", "PERIOD", exception, BY(REQUEST), 0,          \
	  N_("ask to report for a period after it has closed"))                                    \
	X(request_correction, "request", "correction", "CODE/NO", correction, BY(REQUEST), 0,      \
	  N_("ask to correct a report that was accepted"))                                         \
	X(request_completion, "request", "completion", "CODE/NO", completion, BY(REQUEST), 0,      \
	  N_("say that an action is complete and ask for its close-out"))                          \
	X(request_grant, "request", "grant", "ID", grant, BY(DECIDE), 0,                           \
	  N_("grant as the office what a unit asks"))                                              \
	X(request_refuse, "request", "refuse", "ID", refuse, BY(DECIDE), 0,                        \
	  N_("refuse it, with the reason"))                                                        \
	X(request_take_back, "request", "take-back", "ID", none, BY(REQUEST) | BY(RECEIVE), 0,     \
	  N_("take back what the unit asked"))                                                     \
	X(action_reopen, "action", "reopen", "CODE/NO", reason, BY(DECIDE), 0,                     \
	  N_("open an action again that was closed out"))                                          \
	X(milestone_list, "milestone", "list", "", milestone_list, BY(READ), VERB_LISTS,           \
	  N_("list milestones by due date"))                                                       \
	X(milestone_add, "milestone", "add", "CODE/NO TITLE", milestone_add, BY(MILESTONE), 0,     \
	  N_("add a milestone to an action"))                                                      \
	X(milestone_change, "milestone", "change", "ID", milestone_change, BY(MILESTONE), 0,       \
	  N_("change a milestone: its name, date, weight, what it waits for"))                     \
	X(milestone_done, "milestone", "done", "ID", milestone_done, BY(MILESTONE), 0,             \
	  N_("mark a milestone as done"))                                                          \
	X(milestone_verify, "milestone", "verify", "ID", note, BY(REVIEW), 0,                      \
	  N_("confirm as the office that a milestone is done"))                                    \
	X(milestone_reopen, "milestone", "reopen", "ID", note, BY(MILESTONE), 0,                   \
	  N_("open a milestone again that was marked as done"))                                    \
	X(milestone_drop, "milestone", "drop", "ID", note, BY(REVIEW), 0,                          \
	  N_("drop a milestone that is no longer wanted"))                                         \
	X(evidence_list, "evidence", "list", "", evidence_list, BY(READ), VERB_LISTS,              \
	  N_("list evidence, newest first"))                                                       \
	X(evidence_add, "evidence", "add", "CODE/NO", evidence_add, BY(EVIDENCE), 0,               \
	  N_("record what proves an action, a milestone or a report"))                             \
	X(evidence_show, "evidence", "show", "ID", none, BY(READ), 0,                              \
	  N_("show all that is recorded of one piece of evidence"))                                \
	X(evidence_get, "evidence", "get", "ID", evidence_get, BY(READ), 0,                        \
	  N_("give out the file of evidence"))                                                     \
	X(evidence_withdraw, "evidence", "withdraw", "ID", reason, BY(EVIDENCE), 0,                \
	  N_("withdraw evidence; the record stays"))                                               \
	X(case_list, "case", "list", "", case_list, BY(READ), VERB_LISTS,                          \
	  N_("list the cases that units have handed in, newest first"))                            \
	X(case_show, "case", "show", "ID", none, BY(READ), 0,                                      \
	  N_("show a case: its text, its evidence, what the office decided"))                      \
	X(case_add, "case", "add", "CODE/NO TITLE", case_add, BY(CASE), 0,                         \
	  N_("hand in a case of an action for others to learn from"))                              \
	X(case_change, "case", "change", "ID", case_change, BY(CASE), 0,                           \
	  N_("change a case that the office has not decided on yet"))                              \
	X(case_select, "case", "select", "ID", case_select, BY(SELECT), 0,                         \
	  N_("select a case as the office: all units read it"))                                    \
	X(case_decline, "case", "decline", "ID", reason, BY(SELECT), 0,                            \
	  N_("do not select a case"))                                                              \
	X(pilot, "pilot", "", "CODE/NO", pilot, BY(SELECT), 0,                                     \
	  N_("mark an action as a pilot, carried out ahead of the others"))                        \
	X(notice_list, "notice", "list", "", notice_list, BY(READ), VERB_LISTS,                    \
	  N_("list the urge notices and instructions, those to be answered first"))                \
	X(notice_show, "notice", "show", "ID", none, BY(READ), VERB_LISTS,                         \
	  N_("show a notice: its lines with their reasons, and the answer"))                       \
	X(notice_issue, "notice", "issue", "", notice_issue, BY(URGE), 0,                          \
	  N_("urge units for what they owe, in one numbered notice each"))                         \
	X(notice_instruct, "notice", "instruct", "CODE/NO TEXT", notice_instruct, BY(INSTRUCT), 0, \
	  N_("give an instruction on an action as a leader"))                                      \
	X(notice_answer, "notice", "answer", "ID TEXT", none, BY(ANSWER), 0,                       \
	  N_("answer a notice for the unit"))                                                      \
	X(notice_close, "notice", "close", "ID", notice_close, BY(URGE) | BY(INSTRUCT), 0,         \
	  N_("close a notice that is not to be answered any more"))                                \
	X(notice_send, "notice", "send", "", notice_send, BY(URGE) | BY(INSTRUCT), 0,              \
	  N_("give the configured command the notices that it has not taken"))                     \
	X(remind, "remind", "", "", remind, BY(URGE), VERB_LISTS,                                  \
	  N_("issue and send the urge notices that are due; for cron"))                            \
	X(print, "print", "", "", print, BY(READ), 0,                                              \
	  N_("print task lists, units by sections or indicators as text with pages"))              \
	X(import, "import", "", "FILE…", import, BY(IMPORT), VERB_LISTS,                           \
	  N_("read plan documents, show what was read, and store them"))                           \
	X(plan_list, "plan", "list", "", none, BY(READ), VERB_LISTS, N_("list the plans"))         \
	X(plan_editions, "plan", "editions", "CODE", none, BY(READ), VERB_LISTS,                   \
	  N_("list the editions of a plan, newest first"))                                         \
	X(plan_close, "plan", "close", "CODE", reason, BY(PLAN), 0,                                \
	  N_("close a plan: reading goes on, entering ends"))                                      \
	X(assign, "assign", "", "CODE/NO UNIT", assign, BY(ASSIGN), 0,                             \
	  N_("assign an action to a unit, or change its role"))                                    \
	X(unassign, "unassign", "", "CODE/NO UNIT", reason, BY(ASSIGN), 0,                         \
	  N_("withdraw the assignment of a unit"))                                                 \
	X(policy_list, "policy", "list", "", none, ANYBODY, VERB_LISTS,                            \
	  N_("list the rules that the office sets: lamps, dates of periods, urging"))              \
	X(policy_set, "policy", "set", "NAME [VALUE]", none, BY(POLICY), 0,                        \
	  N_("set a rule for everybody; without VALUE back to the default"))                       \
	X(calendar_list, "calendar", "list", "", calendar_list, ANYBODY, VERB_LISTS,               \
	  N_("list the holidays and the days worked instead"))                                     \
	X(calendar_add, "calendar", "add", "DATE [LAST]", calendar_add, BY(POLICY), 0,             \
	  N_("enter a holiday, or with --worked days that are worked instead"))                    \
	X(calendar_drop, "calendar", "drop", "DATE [LAST]", none, BY(POLICY), 0,                   \
	  N_("make days like any other of their weeks again"))                                     \
	X(calendar_import, "calendar", "import", "FILE", calendar_import, BY(POLICY), VERB_LISTS,  \
	  N_("bring in a year's days from a table (CSV, Excel) or a calendar (ICS)"))              \
	X(period_list, "period", "list", "", only_plan, BY(READ), VERB_LISTS,                      \
	  N_("list the reporting periods"))                                                        \
	X(period_add, "period", "add", "PERIOD", period_add, BY(PERIOD), 0,                        \
	  N_("add a reporting period: 2021-06, 2021Q4, 2021H1 or 2021"))                           \
	X(period_close, "period", "close", "PERIOD", plan, BY(PERIOD), 0,                          \
	  N_("close a reporting period before its date"))                                          \
	X(period_allow, "period", "allow", "PERIOD UNIT", period_allow, BY(PERIOD), 0,             \
	  N_("let a unit report after a period has closed for the others"))                        \
	X(period_exceptions, "period", "exceptions", "", exceptions, BY(READ), VERB_LISTS,         \
	  N_("list the units that have more time than the others"))                                \
	X(burden, "burden", "", "", burden, BY(READ), VERB_LISTS,                                  \
	  N_("list what is asked of each unit: reports, fields, milestones, notices"))             \
	X(unit_list, "unit", "list", "", none, ANYBODY, VERB_LISTS, N_("list the units"))          \
	X(unit_add, "unit", "add", "NAME", unit_add, BY(UNIT), 0, N_("add a unit"))                \
	X(unit_merge, "unit", "merge", "FROM INTO", none, BY(UNIT), 0,                             \
	  N_("merge two units that are one: FROM becomes another name of INTO"))                   \
	X(unit_alias, "unit", "alias", "UNIT NAME", none, BY(UNIT), 0,                             \
	  N_("give a unit another name"))                                                          \
	X(unit_member, "unit", "member", "COLLECTIVE UNIT", unit_member, BY(UNIT), 0,              \
	  N_("make a unit a member of a collective unit"))                                         \
	X(unit_rename, "unit", "rename", "UNIT NAME", none, BY(UNIT), 0,                           \
	  N_("change the name of a unit"))                                                         \
	X(unit_sign, "unit", "sign", "UNIT", unit_sign, BY(UNIT) | BY(SIGN), 0,                    \
	  N_("let a unit's reports go out only when its approving leader has signed them"))        \
	X(person_list, "person", "list", "", none, ANYBODY, VERB_LISTS,                            \
	  N_("list people and posts"))                                                             \
	X(person_add, "person", "add", "LOGIN NAME", person_add, BY(PERSON), 0,                    \
	  N_("add a person by the login on this server"))                                          \
	X(person_post, "person", "post", "LOGIN ROLE", person_post, BY(PERSON), 0,                 \
	  N_("give a person a post, or end it"))                                                   \
	X(person_handover, "person", "handover", "OLD NEW", handover, BY(PERSON), VERB_LISTS,      \
	  N_("list what is open with a person's units, and give the posts to another"))            \
	X(person_disable, "person", "disable", "LOGIN", none, BY(PERSON), 0,                       \
	  N_("let a person in no longer; what was entered stays"))                                 \
	X(person_enable, "person", "enable", "LOGIN", none, BY(PERSON), 0,                         \
	  N_("let a person in again"))                                                             \
	X(key_list, "key", "list", "[LOGIN]", none, ANYBODY, VERB_LISTS,                           \
	  N_("list the public keys by which you log in over SSH, or another person does"))         \
	X(key_add, "key", "add", "LOGIN [FILE]", none, BY(PERSON), 0,                              \
	  N_("add public keys by which a person logs in: the lines of FILE, or those pasted"))     \
	X(key_revoke, "key", "revoke", "ID", reason, BY(PERSON), 0,                                \
	  N_("let nobody in with a key any more; it is never taken again"))                        \
	X(whoami, "whoami", "", "", none, ANYBODY, 0,                                              \
	  N_("show who you are here: posts, key, address, last log-in, sessions"))                 \
	X(log, "log", "", "", log, BY(LOG), VERB_LISTS, N_("list who changed what, newest first")) \
	X(log_verify, "log", "verify", "[ROW]", none, BY(LOG), 0,                                  \
	  N_("check that no row of the log was changed or taken away; the hash of ROW as printed " \
	     "documents have it"))                                                                 \
	X(access_list, "access", "list", "", access, ANYBODY, VERB_LISTS,                          \
	  N_("list who logged in, was refused or took something out, newest first"))               \
	X(backup, "backup", "", "[DIR]", none, ANYBODY, VERB_HERE,                                 \
	  N_("copy the file while people work, verify the copy, remove old ones by rule"))         \
	X(restore, "restore", "", "FILE", restore, ANYBODY, VERB_HERE,                             \
	  N_("verify a backup and put it in the place of the file, which is kept"))                \
	X(check, "check", "", "[FILE]", check, ANYBODY, VERB_HERE,                                  \
	  N_("verify the file: its pages, rows, log and contents"))                                \
	X(doctor, "doctor", "", "", none, ANYBODY, VERB_LISTS | VERB_HERE,                         \
	  N_("look at the set-up of this server: the file, log-in by key, the machine"))           \
	X(config, "config", "", "", none, ANYBODY, VERB_LISTS | VERB_HERE,                         \
	  N_("list the settings in force and where they come from"))                               \
	X(config_example, "config", "example", "", none, ANYBODY, VERB_ALONE | VERB_HERE,          \
	  N_("print a configuration file with every option and its default"))                      \
	X(config_check, "config", "check", "[FILE]", none, ANYBODY, VERB_ALONE | VERB_HERE,        \
	  N_("check the configuration, or this file alone, before it is used"))                    \
	X(ssh_keys, "ssh-keys", "", "USER TYPE KEY", none, ANYBODY, VERB_HERE,                     \
	  N_("print for sshd what a key may do: AuthorizedKeysCommand … ssh-keys %u %t %k"))       \
	X(session, "session", "", "", session, ANYBODY, VERB_HERE,                                 \
	  N_("serve the person of a key: the interface, or the verb sent by ssh; for sshd"))       \
	X(version, "version", "", "", none, ANYBODY, VERB_ALONE, N_("print the version"))          \
	X(help, "help", "", "[VERB [SUB]]", none, ANYBODY, VERB_ALONE,                             \
	  N_("explain the program or a verb"))                                                     \
	X(completion, "completion", "", "bash", none, ANYBODY, VERB_ALONE | VERB_HIDDEN,           \
	  N_("print the completion script of a shell"))                                            \
	X(man_verbs, "man-verbs", "", "", none, ANYBODY, VERB_ALONE | VERB_HIDDEN,                 \
	  N_("print the section on verbs of the manual page"))                                     \
	X(man_posts, "man-posts", "", "", none, ANYBODY, VERB_ALONE | VERB_HIDDEN,                 \
	  N_("print the section on posts of the manual page"))                                     \
	X(man_keys, "man-keys", "", "", none, ANYBODY, VERB_ALONE | VERB_HIDDEN,                   \
	  N_("print the manual page of the keys"))                                                 \
	X(man_config, "man-config", "", "", none, ANYBODY, VERB_ALONE | VERB_HIDDEN,               \
	  N_("print the section on options of the configuration's manual page"))                   \
	X(man_flow, "man-flow", "", "", none, ANYBODY, VERB_ALONE | VERB_HIDDEN,                   \
	  N_("print the sections of the manual page on states"))                                   \
	X(man_words, "man-words", "", "LIST", none, ANYBODY, VERB_ALONE | VERB_HIDDEN,             \
	  N_("print a list of words of the manual page on plans"))

enum option_flag {
	OPTION_NEEDED = 1, /* the verb does not run without it */
	OPTION_PATH = 2,   /* a file name: bytes, not text */
	OPTION_MANY = 4,   /* may be given several times */
	OPTION_UNIT = 8,   /* the name of a unit */
	OPTION_HERE = 16   /* only on the server itself, not in a session over SSH */
};

struct verb_option {
	const char *name;  /* without "--" */
	const char *value; /* name of its value: "FILE"; NULL: a switch */
	const char *help;  /* N_() */
	/* The i-th word that the value must be one of, NULL after the last; no function: any text.
	 * `label`: as people read it, translated; it is taken for the word. */
	const char *(*choice)(int i, bool label);
	unsigned flags;
};

struct verb {
	const char *name, *sub; /* sub "" when it has none */
	const char *operands;
	const struct verb_option *options; /* ends with a NULL name */
	unsigned acts;			   /* bits of BY(); ANYBODY: it needs no post */
	unsigned flags;
	const char *help; /* N_() */
	int (*run)(struct cli *cli, struct err *e);
};

#define VERB_HANDLER(id, ...) int verb_##id(struct cli *cli, struct err *e);
VERBS(VERB_HANDLER)

extern const struct verb verbs[];
extern const int nverbs;
/* Every verb takes these; they may stand before the verb too. */
extern const struct verb_option verb_common_options[];
/* Those that list take these beside their own. */
extern const struct verb_option verb_list_options[];

/* The i-th option of a verb (NULL: of the program alone): its own, --format of one that lists, the
 * common ones; NULL after the last. */
const struct verb_option *verb_option_at(const struct verb *v, int i);
const struct verb_option *verb_option_find(const struct verb *v, const char *name);

/* "milestone" and "add": that verb; with sub NULL or "" the one that has none. NULL when there is
 * none. */
const struct verb *verb_find(const char *name, const char *sub);
/* Whether some verb begins with this word. */
int verb_has_name(const char *name);

/* Whether its operands are file names: bytes, not text. */
bool verb_takes_path(const struct verb *v);
/* How many operands it takes; *max is -1 for any number. */
void verb_count_operands(const struct verb *v, int *min, int *max);
/* Whether the i-th operand is a file name: bytes, not text. */
int verb_operand_is_path(const struct verb *v, size_t i);

#endif
