/* store_notice.h - what units owe, and the notices that ask for it. See store.h and notice.h. */
#ifndef DUBAN_DB_STORE_NOTICE_H
#define DUBAN_DB_STORE_NOTICE_H

#include "core/rule/flow.h"
#include "core/rule/notice.h"
#include "db/store.h"

/* What is owed on the day of `who` in open plans, exactly what lamps show as past due and the unit
 * itself can do something about, and answers to instructions: a part whose objection, a milestone
 * whose extension or a period whose late report waits for the office is not in it until the office
 * has answered. By plan and unit, then in the order of the document. plan_id, unit_id 0: any. A
 * unit reads its own. */
int store_debt_list(struct store *s, struct arena *a, const struct actor *who, int64_t plan_id,
		    int64_t unit_id, struct debt_rows *rows, struct err *e);

/* An urge notice as it would be issued: the debts of one unit in one plan. */
struct notice_draft {
	int64_t plan_id, unit_id;
	const char *plan_code, *unit, *unit_pinyin;
	const struct debt_row *debts; /* what is to be urged, in the rows of the list */
	size_t ndebts;
	enum notice_level level;
	struct date answer_by;
	int recent;	     /* notices that the unit got within urge.days */
	int before;	     /* more urgent ones that it gets with the same list, in other plans */
	bool capped;	     /* no more of them for now (urge.cap): urge_cap_reason() */
	int days;	     /* urge.days */
	struct date free_on; /* of a capped one: from then on it may get one again */
};
struct notice_drafts {
	struct notice_draft *at;
	size_t n, cap;
};

struct urge_filter {
	int64_t plan_id, unit_id; /* 0: any */
	bool again;		  /* also what the unit has answered without delivering it */
};
/* The notices that are due to be issued now, most urgent first. */
int store_urge_list(struct store *s, struct arena *a, const struct actor *who,
		    const struct urge_filter *f, struct notice_drafts *drafts, struct err *e);
/* Issues them, all in one transaction, with `text` added to each ("" none); capped ones are passed
 * over. `rows` gets those issued. With a unit_id, ERR_STATE when it owes nothing that is to be
 * urged, or has had its notices; without, an empty list is no error. */
int store_urge(struct store *s, const struct actor *who, const struct urge_filter *f,
	       const char *text, struct arena *a, struct notice_rows *rows, unsigned *changes,
	       struct err *e);

/* The units that an instruction on an action goes to when none is named: those that lead or share
 * it (all where nobody leads), of each notice id and name of the unit. */
int store_instructed_list(struct store *s, struct arena *a, int64_t action_id,
			  struct notice_rows *rows, struct err *e);
/* A leader's instruction on an action, as entry_instruction() made it: a notice to the unit, or to
 * each that leads or shares it (to all where nobody leads). */
int store_instruct(struct store *s, const struct actor *who, const struct instruction_new *n,
		   struct arena *a, struct notice_rows *rows, unsigned *changes, struct err *e);

struct notice_filter {
	int64_t plan_id, unit_id, action_id; /* 0: any */
	int kind;			     /* enum notice_kind, or -1 */
	bool open;			     /* only what waits for an answer */
	bool unsent;			     /* only what the command did not take */
};
/* What waits for an answer first, by the day for it, then the others, newest first; at most
 * `limit`. A unit reads its own. */
int store_notice_list(struct store *s, struct arena *a, const struct actor *who,
		      const struct notice_filter *f, int limit, struct notice_rows *rows,
		      struct err *e);
int store_notice_get(struct store *s, struct arena *a, const struct actor *who, int64_t id,
		     struct notice_row *row, struct err *e);
/* The lines of a notice that store_notice_get() gave. */
int store_notice_items(struct store *s, struct arena *a, int64_t id, struct notice_item_rows *rows,
		       struct err *e);

/* The unit answers, in words: what was done, or by when it will be. Urge notices from before that
 * ask for nothing beyond this one have the same answer. */
int store_notice_answer(struct store *s, const struct actor *who, int64_t id, int64_t version,
			const char *answer, unsigned *changes, struct err *e);
/* The office, of an instruction a leader, asks no longer; `reason` is kept in the log. A notice
 * of which nothing is owed any more (COURSE_OVER) is closed by the write after which it is so. */
int store_notice_close(struct store *s, const struct actor *who, int64_t id, int64_t version,
		       const char *reason, unsigned *changes, struct err *e);

/* What the first screens tell of notices. unit_id 0: of all units. */
struct notice_counts {
	int urges, instructions; /* to be answered */
	int overdue;		 /* of both: the day for the answer has passed */
	int unsent;		 /* to be answered, but the command did not take them */
};
int store_notice_count(struct store *s, const struct actor *who, int64_t plan_id, int64_t unit_id,
		       struct notice_counts *counts, struct err *e);

#endif
