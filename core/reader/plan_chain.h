/*
 * plan_chain.h - internals of the plan reader: figures that follow each other (33%和38%) with what
 * is said before them.
 */
#ifndef DUBAN_CORE_READER_PLAN_CHAIN_H
#define DUBAN_CORE_READER_PLAN_CHAIN_H

#include "core/reader/plan_figure.h"

enum { LONGEST_CHAIN = 8 };

struct chain {
	struct figure f[LONGEST_CHAIN];
	int years[LONGEST_CHAIN]; /* printed behind the figure: 33%(2022年); else 0 */
	int n;
	struct run subject;
	struct run moves; /* 每年下降, of a change: belongs to the name; else empty */
	struct run head;  /* what the subject lacks, of the last name of a list; else empty */
	struct level level;
	bool each;	      /* 分别: a figure for each subject or year */
	bool both;	      /* 均: the figure is that of every subject */
	bool goal;	      /* behind a label of goals */
	bool carried;	      /* no subject: the words before name what has a level */
	bool base;	      /* 由85%提高到90%: what it was stands before the verb */
	struct years printed; /* between the subject and the figure */
};

/* Reads what stands between `from` and the chain, which begins at i. */
void plan_chain_subject(const struct plan_text *t, size_t from, size_t i, struct chain *c);
/* Whether nothing but how it comes to its figure stands between `from` and the figure at i:
 * 在2019年 基础上提高. */
bool plan_chain_goes_on(const struct plan_text *t, size_t from, size_t i);
/* Whether the words before a figure say that a change begins there: 由85%, 从2020年的85%. */
bool plan_chain_is_start(const struct plan_text *t, struct run before);
/* Whether its last figure is a share of something: 70%的村卫生室. */
bool plan_chain_is_share(const struct plan_text *t, const struct chain *c);
/* The name of the indicator that the chain speaks of; measure: set where a figure without one has
 * it in brackets behind the name. */
const char *plan_name_read(struct reading *rd, const struct plan_action *action,
			   const struct clause *c, const struct chain *chain, struct run *measure);
/* The names of the subject, LONGEST_CHAIN at most: as many as figures, or all that one figure is of
 * (均). Returns how many, less than two where it is not to be parted. */
int plan_name_part(const struct plan_text *t, const struct chain *c, struct run *names);
/* What a name of a list lacks, by the last of the list: of 小学生、初中生、高中生近视率 the words
 * behind the last 生, of 高血压、糖尿病患者管理率 those from 患者. Empty when it lacks nothing or
 * nothing tells. */
struct run plan_name_head(const struct plan_text *t, struct run name, struct run whole);
/* Whether the chain states levels (else it may be a volume of work); around: its near words. */
bool plan_chain_is_level(const struct plan_text *t, const struct chain *c, struct run around);
/* Whether a chain that states a level is told from a volume of work by its verb alone. */
bool plan_chain_is_weak(const struct plan_text *t, const struct chain *c);

enum unsure {
	UNSURE_LEVEL,  /* read as a level, may be a volume */
	UNSURE_VOLUME, /* the other way round */
	UNSURE_YEARS,  /* two figures of one name for one year */
	UNSURE_NAME,   /* what it is a figure of */
	UNSURE_NONE    /* read as nothing */
};
/* Adds the doubt about a figure; r: the words up to and with it. */
void plan_unsure_add(struct reading *rd, const struct plan_action *action, struct run r,
		     enum unsure kind);

#endif
