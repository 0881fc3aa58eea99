/*
 * notice.h - what units owe, and the notices that ask for it: urge notices of the office, numbered,
 * with a line for each thing that is owed and the reason of that line; and instructions, a leader's
 * word on an action. Lateness is counted in days worked; level, cap and the time for an answer are
 * rules that the office sets (policy.h). Pure.
 */
#ifndef DUBAN_CORE_NOTICE_H
#define DUBAN_CORE_NOTICE_H

#include "core/rule/calendar.h"
#include "core/rule/may.h"
#include "core/err.h"
#include "core/i18n.h"
#include "core/model.h"
#include "core/rule/policy.h"

/* Why a thing is owed: id, word of the file, label. */
#define DEBT_WHYS(X)                                                                               \
	X(DEBT_REPORT, "report", N_("not reported"))                                               \
	X(DEBT_RETURNED, "returned", N_("returned"))                                               \
	X(DEBT_SIGNING, "signing", N_("not signed off"))                                           \
	X(DEBT_MILESTONE, "milestone", N_("milestone"))                                            \
	X(DEBT_DEADLINE, "deadline", N_("deadline"))                                               \
	X(DEBT_INSTRUCTION, "instruction", N_("instruction"))

#define NOTICE_ENUM(id, ...) id,
enum debt_why { DEBT_WHYS(NOTICE_ENUM) DEBT_WHY_COUNT };
const char *debt_why_word(enum debt_why v);
const char *debt_why_label(enum debt_why v);
bool debt_why_parse(const char *word, enum debt_why *v);

/* Whether a debt is to be urged. */
enum debt_standing {
	DEBT_FRESH,   /* yes */
	DEBT_ASKED,   /* a notice asks for it, and the day for its answer has not passed */
	DEBT_ANSWERED /* the unit has answered such a notice, or the office has closed it, and no
			 new date has passed since */
};

/* One thing that a unit owes: its day has passed. */
struct debt_row {
	int64_t plan_id, unit_id, action_id;
	/* one of them, or neither: the deadline of the action, or an instruction on it */
	int64_t milestone_id, period_id;
	const char *plan_code, *unit, *action_no, *action_title; /* action_no: its path */
	const char *unit_pinyin, *action_pinyin;
	const char *what; /* the milestone's title, the period's code, or "" */
	enum debt_why why;
	struct date
		due; /* the last day on which it was in time; of several instructions the first */
	int days;    /* worked since, from 1 on; 0 where all days since were free */
	int times;   /* how often it was urged before */
	enum debt_standing standing;
	bool waits; /* for the office's answer to a request: nobody is urged for it meanwhile */
};
struct debt_rows {
	struct debt_row *at;
	size_t n, cap;
};

/* A line of a notice. */
struct notice_item_row {
	int64_t action_id, milestone_id, period_id;
	const char *action_no, *action_title, *what;
	enum debt_why why;
	struct date due;
	int days, times; /* as they were on the day of the notice; times counts it too */
};
struct notice_item_rows {
	struct notice_item_row *at;
	size_t n, cap;
};

/* What the configured command made of a notice; statuses below 0 are no exit statuses. */
enum delivery_status {
	DELIVERY_NO_START = -1, /* message: why */
	DELIVERY_TOO_LONG = -2, /* ended by force after the time that it had */
	DELIVERY_KILLED = -3	/* by a signal */
};

struct notice_row {
	int64_t id, version, plan_id, unit_id;
	enum notice_kind kind;
	int no; /* counts within a plan and kind */
	enum notice_level level;
	enum notice_state state;
	const char *plan_code, *plan_title, *unit, *unit_pinyin;
	struct date answer_by;
	const char *issued_by, *answered_by; /* names */
	int64_t issued_by_id;
	int64_t issued_at, answered_at; /* UTC, 0: never */
	bool settled;			/* closed by itself: COURSE_OVER */
	bool rests;			/* COURSE_RESTS */
	const char *text, *answer;
	int nitems;
	/* the first line: the rest stands in store_notice_items() */
	const char *action_no, *action_title;
	/* the way out of the file: how often it was tried, with what result */
	int tries, delivery; /* exit status or enum delivery_status, of the last try */
	bool tried, delivered;
	const char *delivery_said; /* what the command said, one line */
	int64_t delivery_at;
};
struct notice_rows {
	struct notice_row *at;
	size_t n, cap;
};

/* What becomes of an urge notice that is not closed. */
enum notice_course {
	COURSE_RUNS,  /* something that it names is owed */
	COURSE_RESTS, /* what is still owed of it waits for the office's answer to a request: it is
			 not pressed, nor over, as the office may refuse */
	COURSE_OVER   /* nothing that it names is owed any more: it closes by itself */
};
/* By what its unit owes in its plan, with what waits. */
enum notice_course notice_course(const struct notice_item_rows *lines,
				 const struct debt_rows *debts);
/* Whether two lines ask for the same thing, whatever has become of it. */
bool notice_item_is(const struct notice_item_row *i, const struct notice_item_row *other);

/* Sets `days` from `due`. */
void debt_count_days(struct debt_row *d, const struct calendar *c, struct date today);
/* How urgent a debt is: by days late, and by how often it was urged before. */
enum notice_level debt_level(const struct debt_row *d, const struct policy *p);
/* "report for 2021Q4: not handed in, due 2021-12-31, 3 working days late, urged once before": the
 * whole reason of a line. In the arena. */
const char *debt_reason(struct arena *a, const struct debt_row *d);
const char *notice_item_reason(struct arena *a, const struct notice_item_row *i);

/* What a step takes: what the office urges is the office's to close, what a leader has written is a
 * leader's. */
enum act notice_step_act(enum notice_kind kind, enum notice_step step);
/* "urge notice yx2021-3", "instruction yx2021-1": as people name it. In the arena. */
const char *notice_name(struct arena *a, const struct notice_row *n);
/* "to be answered by 12-24", "2 days over", "answered" …: where it stands. In the arena. */
const char *notice_standing(struct arena *a, const struct notice_row *n, struct date today);
/* Whether its answer is overdue; that of one that rests is not. */
bool notice_is_overdue(const struct notice_row *n, struct date today);
/* Why a unit that got so many urge notices within so many days gets none now, and from when on it
 * may again. In the arena. */
const char *urge_cap_reason(struct arena *a, int recent, int days, struct date free_on);
/* "delivered", "not delivered: the command ended with status 3: …", "" where nothing was tried. In
 * the arena. */
const char *notice_delivery_label(struct arena *a, const struct notice_row *n);

/* The doors. An instruction: text needed; `by` "" gives `fallback`, and no day before today. */
struct instruction_new {
	int64_t action_id;
	int64_t unit_id; /* 0: those that lead or share the action */
	enum notice_level level;
	const char *text;
	struct date by;
};
int entry_instruction(struct arena *a, const char *text, const char *by, struct date today,
		      struct date fallback, struct instruction_new *n, struct err *e);
/* The answer to a notice: one to ENTRY_TEXT_MAX characters. Field "answer". */
int entry_answer(struct arena *a, const char *typed, const char **answer, struct err *e);

#endif
