/*
 * plan_figure.h - internals of the plan reader: figures with their measures, the verbs and years
 * beside them, and what each clause says. New measures are rows in plan_measure.c, verbs of level
 * in plan_level.c.
 */
#ifndef DUBAN_CORE_READER_PLAN_FIGURE_H
#define DUBAN_CORE_READER_PLAN_FIGURE_H

#include "core/reader/plan_facts.h"

enum figure_kind {
	FIGURE_OTHER, /* an age, a duration, a number of a road: no figure of a plan */
	FIGURE_RATE,  /* %, ‰, 1/10万, percentage points */
	FIGURE_RATIO, /* 件/千人, 微克/立方米 */
	FIGURE_COUNT, /* what is counted up: 场次, 个, 万吨 */
	FIGURE_LEVEL, /* 克, 小时: only ever a level */
	FIGURE_BARE   /* no measure */
};

enum measure_sort {
	MEASURE_PLAIN,
	MEASURE_POINTS, /* percentage points: always a change */
	MEASURE_EVENT,	/* 场次, 人次: done, not reached */
	MEASURE_SIZE,	/* 吨, 元: "…以上" before a noun says which, not how many */
	MEASURE_LAST	/* 期, 种: counts only where no noun follows */
};

struct figure {
	enum figure_kind kind;
	enum measure_sort sort;
	struct run number, high; /* high: the upper end of a range, else empty */
	int words;		 /* the number where it is printed in Chinese (百所), else 0 */
	struct run scale, measure;
	bool per_100k;
	bool has_op;  /* 以上, 以内, 左右 behind it */
	bool between; /* 之间 behind its range */
	enum target_op op;
	size_t from, to;
};

/* Whether cp may begin a figure; a "no" is sure. */
static inline bool plan_figure_may_begin(char32_t cp)
{
	switch (cp) {
	case U'一':
	case U'两':
	case U'三':
	case U'四':
	case U'五':
	case U'六':
	case U'七':
	case U'八':
	case U'九':
	case U'十':
	case U'百':
	case U'千':
		return true;
	default:
		return glyph_is_digit(cp);
	}
}
/* Reads the figure that begins at i. */
bool plan_figure_read(const struct plan_text *t, size_t i, size_t to, struct figure *f);
/* The number as a decimal, or the upper end of its range. */
const char *plan_figure_value(struct arena *a, const struct plan_text *t, const struct figure *f);
const char *plan_figure_high(struct arena *a, const struct plan_text *t, const struct figure *f);
const char *plan_figure_measure(struct arena *a, const struct plan_text *t, const struct figure *f);
/* Reads what stands behind the digits that end at i: kind, sort, scale, measure, per_100k. */
void plan_measure_read(const struct plan_text *t, size_t i, size_t to, struct figure *f);

/* The verb before a figure. */
struct level {
	bool found;
	enum target_op op;
	bool sign;   /* ≥ */
	bool change; /* 下降: the figure is a difference */
	bool state;  /* 保持在, 压减至: what it says is a level whatever the measure */
	bool reach;  /* 达到, 突破 */
	bool bound;  /* 不高于: of a range only the end that it speaks of counts */
	size_t from; /* where it begins; the figure's place for none */
};

/* The verb of level that ends at i. */
void plan_level_read(const struct plan_text *t, size_t from, size_t i, struct level *l);
/* Where the words before a figure end without those that only carry it (分别, 力争, 每年). */
struct run plan_level_strip(const struct plan_text *t, struct run r);
/* Whether r names what has a level (率, 浓度) anywhere; whether it ends in such a noun; whether it
 * ends as many such nouns do (…数, …量). */
bool plan_level_noun(const struct plan_text *t, struct run r);
bool plan_level_noun_ends(const struct plan_text *t, struct run r);
bool plan_level_noun_last(const struct plan_text *t, struct run r);
/* Whether r begins with work to be done (开展), or speaks of something new anywhere (新建). */
bool plan_work_begins(const struct plan_text *t, struct run r);
bool plan_work_adds(const struct plan_text *t, struct run r);
/* Whether r ends in a noun of work done: 抽检量. */
bool plan_work_noun_ends(const struct plan_text *t, struct run r);
/* Whether r says 每千人, 每10万人口: the figure behind it is a level for each of them. */
bool plan_each_said(const struct plan_text *t, struct run r);
/* Whether r begins with a word of falling: 降低成本. */
bool plan_fall_begins(const struct plan_text *t, struct run r);
/* Whether r speaks of money given or taken for each: subsidies, fines. */
bool plan_support_said(const struct plan_text *t, struct run r);

enum { MOST_YEARS = 4 };

struct years {
	int at[MOST_YEARS];
	int n;
	bool by_then; /* 到, 底, 前: a state to be reached by then */
	bool toward;  /* 到: what is said of them is to be reached */
	bool months;  /* a deadline of work: a month, 年底前 without its year */
};

/* Reads "到2022年和2030年底前" at i, 年底前 and 年内 too when `year` is not 0; returns the place
 * behind, i for none. */
size_t plan_years_read(const struct plan_text *t, size_t i, size_t to, int year, struct years *y);
/* Reads the name of a five-year plan at i, 十四五: its last year. Returns the place behind, i for
 * none.
 */
size_t plan_period_read(const struct plan_text *t, size_t i, size_t to, int *year);
/* The years that end at i: returns where they begin, i for none. */
size_t plan_years_before(const struct plan_text *t, size_t from, size_t i, struct years *y);

/* 1911 for a text in Traditional characters whose years are those of the Republic, else 0. */
int plan_years_era(const struct plan_text *t);

/* Behind plan_quoted_end(): no Chinese character stands there. */
size_t plan_quoted_end_rest(const struct plan_text *t, size_t i, size_t to);
/* Where a walk goes on after i: behind the quote, title or bracket that opens there, else i + 1. */
static inline size_t plan_quoted_end(const struct plan_text *t, size_t i, size_t to)
{
	return glyph_is_han(t->g[i].cp) ? i + 1 : plan_quoted_end_rest(t, i, to);
}

struct clause {
	struct run run;	   /* without the words that name years before it */
	size_t words_from; /* behind years inside it */
	struct years years;
	struct years found;  /* by its targets, between subject and figure */
	struct years spoken; /* all of the sentence, or of the one before when it prints none */
	bool dated;   /* years to be reached by stand in this clause or its sentence before it */
	bool printed; /* years stand there */
	bool toward;  /* behind 到 */
	bool leading; /* they begin the clause */
	struct run before;    /* the clause before it in its sentence, or empty */
	bool goal;	      /* behind a label of goals */
	size_t sentence_from; /* byte offset in the text: where the sentence begins */
};

/* Whether the sign at i ends a clause: not before 并, which carries the same target on. */
bool plan_sentence_parts(const struct plan_text *t, size_t i, size_t to);
/* Whether the words before a colon are a label of goals: 年度目标, 整改目标. */
bool plan_sentence_names_goals(const struct plan_text *t, struct run r);
/* Whether a clause begins a sentence about what is (目前, 检查发现); whether it says what was
 * (去年). */
bool plan_sentence_is_problem(const struct plan_text *t, struct run r);
bool plan_sentence_is_past(const struct plan_text *t, struct run r);

/* The targets, volumes and words of one clause go into the action. */
bool plan_clause_targets(struct reading *rd, struct plan_action *action, struct clause *c);
bool plan_clause_volumes(struct reading *rd, struct plan_action *action, const struct clause *c);
bool plan_clause_words(struct reading *rd, struct plan_action *action, const struct clause *c);
void plan_words_add(struct reading *rd, struct plan_action *action, const struct clause *c,
		    struct run r);
/* 提高知晓率: a target only in an entry that has no other. */
bool plan_words_of_rate(const struct plan_text *t, struct run r);
/* Reads the table of indicators whose header begins at i; returns the place behind its last row, i
 * when none stands there. year: of the document, 0 for none; what is before it was. */
size_t plan_cells_read(struct reading *rd, struct plan_action *action, size_t i, size_t to,
		       int year);
/* The deadline printed in r, "" for none; year: of the plan, for those that print none. */
const char *plan_due_read(struct arena *a, const struct plan_text *t, struct run r, int year,
			  bool labelled);

#endif
