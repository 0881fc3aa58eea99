/*
 * plan.h - a plan document as read: what `plan_read()` makes of the text, what plan JSON carries,
 * what the review shows and what the store takes in. Nothing of it is in the file yet.
 *
 * All memory is the arena's that the reader was given. Texts are never NULL ("" when absent), clean
 * UTF-8 (utf8_clean). Places are byte offsets into plan.text.
 */
#ifndef DUBAN_CORE_PLAN_H
#define DUBAN_CORE_PLAN_H

#include "core/date.h"
#include "core/err.h"
#include "core/mem.h"
#include "core/words.h"

#include <stddef.h>

/* A piece of plan.text: [from, to). */
struct plan_span {
	size_t from, to;
};

struct plan_unit {
	const char *name; /* as printed, stray blanks out, without ★ and 等 */
	enum role role;
	struct plan_span span;
};

struct plan_target {
	int year; /* 0: none printed */
	enum target_op op;
	const char *value; /* decimal as printed: "9.0" */
};

struct plan_indicator {
	const char *name;
	const char *measure; /* "%", "‰", "1/10万", else as printed, or "" */
	VEC(struct plan_target) targets;
	struct plan_span span;
};

/* A target in words only. */
struct plan_words {
	const char *text;
	VEC(int) years; /* may be empty */
	struct plan_span span;
};

/* A volume of work to be done: 2000 场次 开展全民健身活动. */
struct plan_volume {
	const char *value, *measure, *what;
	struct plan_span span;
};

struct plan_section {
	const char *no, *title;
};

struct plan_action {
	const char *no;	     /* as printed without trailing punctuation: "1", "(一)", "第7项" */
	const char *section; /* no of its section, or "" */
	const char *parent;  /* for a sub-action the no of its parent, or "" */
	const char *title;
	const char *due; /* "YYYY-MM" or "YYYY-MM-DD" where the entry prints a deadline, or "" */
	struct plan_span clause; /* number, title and text, whole, with its responsibility phrase */
	int line;		 /* line of the document where it begins, from 1 */
	VEC(struct plan_unit) units;
	VEC(struct plan_indicator) indicators;
	VEC(struct plan_words) words;
	VEC(struct plan_volume) volumes;
};

struct plan_doubt {
	enum plan_doubt_kind kind;
	enum doubt_answer answer;
	int action;	      /* index into plan.actions, or -1 for the document */
	int line;	      /* of the document, or 0 */
	const char *text;     /* the sentence, translated: what is doubtful */
	const char *proposal; /* the sentence, translated: what is proposed, or "" */
	const char *a, *b;    /* what the proposal is about (core/plan/plan_doubt.h), or "" */
	struct plan_span span;
};

struct plan {
	const char *file;   /* name of the file it came from, without folder */
	const char *text;   /* the whole document after clean-up, kept with the plan for ever */
	size_t nbytes;	    /* of text */
	const char *title;  /* of the plan itself, not of the covering notice */
	const char *doc_no; /* of this document, or "" */
	const char *issuer; /* or "" */
	const char *date;   /* of signature, ISO, or "" */
	enum lead_rule lead_rule;
	VEC(struct plan_section) sections;
	VEC(struct plan_action) actions;
	VEC(struct plan_doubt) doubts;
};

/*
 * Reads a document (any bytes). Fails with ERR_FORMAT and a sentence for people when it is empty,
 * is no text (a zero byte), is broken UTF-8 (at which byte), or has no action in it. Time and
 * memory in proportion to nbytes. `file` is only copied into the plan.
 */
int plan_read(struct arena *a, const char *file, const char *bytes, size_t nbytes, struct plan *p,
	      struct err *e);

/* A short code proposed for the plan: "plan" and the year that its title or date names
 * ("plan2021"), "plan" when there is none. ASCII letters and digits, never "". The caller makes it
 * unique. In the arena. */
const char *plan_propose_code(struct arena *a, const struct plan *p);

/* Whether two numbers name the same item: brackets, trailing punctuation, width and Arabic against
 * Chinese digits aside ("(五)" "五" "5" "５." are the same; "第7项" and "7" too). */
bool plan_same_no(const char *a, const char *b);
/* A number as people type it: "5.2" for "五.2" and "（五）.（2）"; what is no number stays what it
 * is. In the arena. */
const char *plan_plain_no(struct arena *a, const char *no);

#endif
