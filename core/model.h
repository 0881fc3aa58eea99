/*
 * model.h - the things of the model as rows: what the store returns and what documents and screens
 * are made of. Texts are clean UTF-8, never NULL ("" when absent), and belong to the arena that the
 * row was loaded into; `pinyin` is the key that a name is found by (pinyin.h). Ids are positive, 0
 * is "none". `version` is the number a write must name.
 */
#ifndef DUBAN_CORE_MODEL_H
#define DUBAN_CORE_MODEL_H

#include "core/date.h"
#include "core/mem.h"
#include "core/words.h"

#include <stdbool.h>
#include <stdint.h>

struct plan_row {
	int64_t id, version;
	const char *code, *title, *doc_no, *issuer;
	const char *pinyin; /* of the title */
	struct date date;
	enum lead_rule lead_rule;
	enum plan_state state;
	int nactions, nunits; /* counts of what is not withdrawn */
};

struct section_row {
	int64_t id, plan_id;
	const char *no, *title;
};

/* An action or sub-action. */
struct action_row {
	int64_t id, version, plan_id, section_id, parent_id;
	const char *plan_code, *plan_title;
	enum plan_state plan_state;
	const char *section_no, *section_title;
	const char *no, *parent_no, *title;
	const char *pinyin; /* of the title */
	const char *path;   /* as people name it in its plan: "14", "五.2" (plan_path.h) */
	const char *clause; /* word for word */
	int line;	    /* of the document, from 1 */
	struct date due;    /* a deadline printed in the entry (its last day), or none */
	enum action_state state;
	bool pilot; /* carried out ahead, for the others to learn from */
};

struct unit_row {
	int64_t id, version;
	const char *name;
	const char *pinyin; /* of all its names */
	enum unit_kind kind;
	const char *aliases; /* names joined by "、", "" when none */
	int nmembers;	     /* of a collective unit */
	int nlead, nother;   /* actions of open plans, also those it has as a member */
	int npersons;	     /* people with a post in it */
	bool signs;	     /* its reports go out only when its approving leader has signed them */
};

struct assignment_row {
	int64_t id, version, action_id, unit_id;
	const char *unit;
	enum role role;
	enum assignment_state state;
	/* the unit's report of the period asked for (none, or a draft that one may not read:
	 * REPORT_NONE, percent -1) */
	enum report_state report_state;
	int percent;
	/* A collective unit reports through its members: the state is that of the least advanced
	 * one, percent is -1, and so many of nmembers have handed in. nmembers 0: it reports
	 * itself. */
	int nmembers, nreported;
};

/* An indicator's target for one year. A target in words has no value. */
struct target_row {
	int64_t id;
	int year; /* 0: none printed */
	enum target_op op;
	const char *value;
};

struct indicator_row {
	int64_t id, action_id;
	bool in_words; /* then `name` is the whole target */
	const char *name, *measure;
	const char *pinyin; /* of the name */
	VEC(struct target_row) targets;
};

struct volume_row {
	int64_t id, action_id;
	const char *value, *measure, *what;
	/* Counted up from the reports that were handed in, as a decimal. What units other than
	 * leads entered for a period is summed; what leads entered for it has that in it, and
	 * counts as far as it is more. */
	const char *done;
};

struct milestone_row {
	int64_t id, version, action_id, unit_id; /* unit 0: common to the action's units */
	const char *plan_code, *action_no, *action_title, *unit; /* action_no: its path */
	/* of a common one: the names, joined by "、", of those that lead or share the action and so
	 * deliver it; "" when nobody leads and all its units do. See milestone_unit() of
	 * flow.h. */
	const char *deliverers;
	const char *title;
	const char *pinyin, *action_pinyin, *unit_pinyin;
	struct date due, done_on;
	enum milestone_state state;
	bool needs_evidence;
	const char *note;
	int nevidence;
	int weight;    /* 1 to 100: its share among the milestones that a unit delivers */
	int nextended; /* how often its date was put off on request */
	/* the extension that waits for the office's answer, and until when; id 0: none that the
	 * reader may read; of several units' its own first */
	int64_t asked_id;
	struct date asked;
	/* the milestone that it waits for (milestone.h); id 0: none */
	int64_t after_id;
	const char *after; /* its title, or "" */
	struct date after_due;
	enum milestone_state after_state;
};

struct period_row {
	int64_t id, version, plan_id;
	const char *plan_code;
	const char *code; /* "2021Q4", "2021H2", "2021-11", "2021" */
	enum period_kind kind;
	int year, number; /* number: of the month, quarter or half; 1 for a year */
	struct date opens, due, closes;
	bool closed_early; /* by the office */
};

/* A day that differs from plain weeks: a holiday, or worked instead (calendar.h). */
struct calendar_day_row {
	int64_t version;
	struct date date;
	enum day_kind kind;
	const char *name; /* "国庆节", or "" */
};

struct report_row {
	int64_t id, version, action_id, unit_id, period_id;
	const char *plan_code, *action_no, *action_title, *unit,
		*period_code; /* action_no: its path */
	const char *action_pinyin, *unit_pinyin;
	enum role role;
	enum report_state state;
	int percent; /* 0 to 100 */
	const char *done, *problems, *next;
	bool no_change;
	bool on_behalf;		 /* entered by the office for the unit */
	int nreturned;		 /* how often it was returned */
	const char *reason;	 /* of the last return, or "" */
	const char *reviewed_by; /* who accepted or returned it last, or "" */
	int64_t reviewed_at;	 /* UTC, 0: never */
	const char *signed_by;	 /* the approving leader who signed off what was handed in, or "" */
	int64_t signed_at;	 /* UTC, 0: not signed off */
	const char *entered_by;	 /* name of the person who last changed the text */
	int64_t entered_by_id;
	int64_t changed_at, submitted_at; /* UTC, 0: never */
	const char *changed_by;		  /* who did so at changed_at: text, signature or review */
	int nevidence;
	int nsame;    /* so many times running "no change" was reported, this report with them */
	bool to_sign; /* handed in, and waits for the unit's approving leader before the office */
};

/* What a report counts for one volume in its period. */
struct report_volume_row {
	int64_t volume_id;
	const char *value; /* decimal, this period */
};
struct report_volume_rows {
	struct report_volume_row *at;
	size_t n, cap;
};

/* A report as it was when it was handed in, accepted or corrected. */
struct report_edition_row {
	int seq; /* from 1 within the report */
	enum edition_kind kind;
	int percent;
	bool no_change;
	int64_t at; /* UTC */
	const char *by, *reason;
	const char *done, *problems, *next;
	struct report_volume_rows volumes; /* of all volumes, also those no longer in force */
};

/* One unit's part in an action, as it stands for a period. */
struct report_part_row {
	int64_t unit_id, report_id; /* report 0: none, or a draft that one may not read */
	const char *unit, *unit_pinyin;
	enum role role;
	enum report_state state;
	int percent;		 /* -1: nothing that one may read */
	bool no_change, to_sign; /* as of a report, nsame too */
	int nsame;
	const char *done, *problems, *next; /* "" without a report */
	int64_t submitted_at;		    /* UTC, 0: not handed in */
	struct report_volume_rows volumes;
	bool owed;	   /* the period has opened, and this unit has not handed in what it owes */
	struct date since; /* the day that it was due, for this unit (exceptions count) */
	int days;	   /* owed for so many days past that day; 0: not past it, or not owed */
};

/* What a unit asks of the office (request.h). */
struct request_row {
	int64_t id, version, plan_id, unit_id;
	int64_t action_id, assignment_id, milestone_id, period_id, report_id; /* 0: not about one */
	enum request_kind kind;
	enum request_state state;
	const char *plan_code, *unit, *action_no, *action_title; /* action_no: its path */
	const char *what; /* the milestone's title, the period's code, or "" */
	const char *unit_pinyin, *action_pinyin;
	enum contest_about about;  /* of an objection */
	struct date due; /* the date as it is, of an extension or a late report; of a granted
			    extension as it was until then */
	struct date want, granted; /* the date asked for, and given */
	int percent;		   /* progress so far; -1: not said */
	bool late, on_behalf;	   /* asked after the date; entered by the office */
	const char *reason, *answer;
	const char *done, *problems, *next; /* the texts of a correction */
	/* … and the volumes in force that it counts; filled by store_request_get() alone */
	struct report_volume_rows volumes;
	const char *asked_by, *decided_by;	   /* names */
	int64_t asked_by_id, asked_at, decided_at; /* UTC, 0: never */
	int nevidence;
};

/* A case that a unit hands in for others to learn from. */
struct case_row {
	int64_t id, version, plan_id, action_id, unit_id;
	const char *plan_code, *unit, *action_no, *action_title; /* action_no: its path */
	const char *unit_pinyin, *action_pinyin, *pinyin;	 /* pinyin: of the title */
	enum case_state state;
	bool pilot; /* the action is one */
	bool on_behalf;
	const char *title, *text;
	const char *reason;		   /* what the office said with its decision, or "" */
	const char *added_by, *decided_by; /* names, "" where nobody */
	int64_t added_by_id, added_at, decided_at; /* UTC, 0: not decided */
	int nevidence;
};

struct evidence_row {
	int64_t id, version, unit_id;
	const char *unit;
	enum evidence_kind kind;
	const char *actions;			 /* the paths of those it proves, joined by "、" */
	const char *title, *doc_no, *ref, *note; /* ref: address, place, path or figure */
	const char *pinyin, *unit_pinyin;	 /* of the title, of the unit */
	struct date on;
	int64_t added_at;
	const char *added_by;
	bool withdrawn;
	int64_t blob_id, nbytes; /* of a file's content; 0: it has none */
	const char *file_name, *file_type, *sha256;
};

struct post_row {
	int64_t id, person_id,
		unit_id; /* unit 0: not bound to one (office, leader, assessor, admin) */
	enum post_role role;
	const char *unit;
};

struct person_row {
	int64_t id, version;
	const char *login, *name, *phone;
	const char *pinyin; /* of the name */
	bool active;
	VEC(struct post_row) posts; /* in force */
};

struct log_row {
	int64_t id, at; /* UTC */
	const char *person, *post, *remote;
	const char *act;	    /* word: "report.submit" */
	const char *object;	    /* "report 12", "action dt2021/14" */
	const char *before, *after; /* JSON objects of the changed fields, or "" */
};

/* What made a lamp: see lamp.h. */
enum lamp_why {
	LAMP_WHY_NOTHING, /* nothing due */
	LAMP_WHY_MILESTONE,
	LAMP_WHY_REPORT,
	LAMP_WHY_ACTION, /* the deadline of the action */
	LAMP_WHY_RETURNED,
	LAMP_WHY_BEHIND /* the share of time elapsed */
};

/*
 * One unit's share in one action, as lists, home and the printed task list show it. Facts come from
 * the store, `lamp`, `why` and `days` from lamp_of() (lamp.h).
 */
struct task_row {
	int64_t action_id, plan_id, unit_id, assignment_id;
	const char *plan_code, *no, *parent_no, *title, *section_no, *section_title;
	const char *path; /* as people name it in its plan: "五.2" */
	const char *unit;
	const char *pinyin, *unit_pinyin; /* of the title, of the unit */
	enum role role;
	enum assignment_state assignment_state;
	enum action_state action_state;
	bool pilot; /* the action is one */
	/* the period that the list was asked for */
	enum report_state report_state;
	int64_t report_id;		  /* 0: none */
	int64_t entered_by_id;		  /* the person who last changed its text; 0: no report */
	int nreturned, nsame;		  /* as of a report */
	bool to_sign;			  /* … that waits for the unit's approving leader */
	const char *reason, *reviewed_by; /* of the last return: why, and by whom and when */
	int64_t reviewed_at;		  /* UTC, 0: never */
	/* last submitted or later report of any period */
	int percent; /* -1: never reported */
	const char *last_done, *last_period;
	/* leads or shares the action, or nobody leads it: deadline and common milestones of the
	 * action are for this unit to deliver */
	bool delivers;
	/* next open milestone of the unit (or a common one that it delivers), and how many are past
	 * due */
	const char *milestone;
	struct date milestone_due;
	int milestones_overdue;
	/* of a unit that only cooperates: the next open common milestone, which the lead delivers.
	 * It is nothing that this unit owes and makes no lamp of its own part. */
	const char *lead_milestone;
	struct date lead_milestone_due;
	struct date due; /* of the action; none once the milestone that stands for it is done */
	enum lamp lamp;
	enum lamp_why why;
	int days; /* days past (positive) or left (negative) of what made the lamp; 0 none or today
		   */
	int elapsed; /* of the period's year on that day, in percent; -1: no period runs */
};

/* How a unit stands in a period: the office's home. */
struct standing_row {
	int64_t unit_id;
	const char *unit;
	const char *pinyin; /* of the unit */
	int owed;	    /* reports asked of it */
	int submitted;	    /* waiting for the office's review */
	int drafts;	    /* begun, or waiting for the unit's approving leader */
	int accepted, returned, missing;
	int milestones_overdue;
	int lamps[LAMP_COUNT];
};

/* Lists of rows: `struct plan_rows` and so on, filled by the store in the caller's arena. */
#define MODEL_ROWS(X)                                                                              \
	X(plan)                                                                                    \
	X(section)                                                                                 \
	X(action)                                                                                  \
	X(unit)                                                                                    \
	X(assignment)                                                                              \
	X(indicator)                                                                               \
	X(volume)                                                                                  \
	X(milestone)                                                                               \
	X(period)                                                                                  \
	X(calendar_day)                                                                            \
	X(report)                                                                                  \
	X(report_edition)                                                                          \
	X(request)                                                                                 \
	X(case)                                                                                    \
	X(report_part)                                                                             \
	X(evidence)                                                                                \
	X(person)                                                                                  \
	X(log)                                                                                     \
	X(task)                                                                                    \
	X(standing)
#define MODEL_ROWS_TYPE(thing)                                                                     \
	struct thing##_rows {                                                                      \
		struct thing##_row *at;                                                            \
		size_t n, cap;                                                                     \
	};
MODEL_ROWS(MODEL_ROWS_TYPE)

#endif
