/*
 * plan_mark.h - internals of the plan reader: the numbers that begin headings and items. A new
 * style of numbering is a row in plan_mark.c.
 */
#ifndef DUBAN_CORE_READER_PLAN_MARK_H
#define DUBAN_CORE_READER_PLAN_MARK_H

#include "core/reader/plan_text.h"

/* In the order of rank, highest first: a mark of lower rank stands below an open one of higher
 * rank. */
enum mark_kind {
	MARK_NONE,
	MARK_PART,	   /* 第一章, 第一部分 */
	MARK_HAN,	   /* 一、 */
	MARK_ARTICLE,	   /* 第一条, 第7项, 行动一 */
	MARK_HAN_PAREN,	   /* (一) */
	MARK_ARTICLE_DEEP, /* 行动一, where it stands below (一) */
	MARK_ARABIC,	   /* 1. 1、 */
	MARK_DASH,	   /* 1-1 1.1 */
	MARK_DASH_DEEP,	   /* 1.1.1 */
	MARK_ARABIC_PAREN, /* (1) 1) */
	MARK_CIRCLE,	   /* ① */
	MARK_STEP	   /* 一是 */
};

struct mark {
	enum mark_kind kind;
	int value;     /* of a dashed number its last part */
	int above;     /* of a dashed number its first part, else 0 */
	bool series;   /* a word of the document stands before the number: 行动一 */
	bool letter;   /* A. counts only where a line begins */
	bool filed;    /* the number is that of a register and does not run on: 第37号提案 */
	struct run no; /* as printed without trailing punctuation */
	size_t to;     /* where the title begins */
};

/* Gives t how marks begin, so that looking for them is quick. */
void plan_mark_prepare(struct arena *a, struct plan_text *t);
/* Behind plan_mark_read(): a mark may begin there. */
bool plan_mark_read_rest(const struct plan_text *t, size_t i, struct mark *m);
/* Reads the mark that begins at i (no blanks before it); false when none does. */
static inline bool plan_mark_read(const struct plan_text *t, size_t i, struct mark *m)
{
	return i < t->n && word_starts_has_sign(t->mark_starts, t->g[i].cp) &&
	       plan_mark_read_rest(t, i, m);
}
/* Whether a mark begins at i. */
bool plan_mark_begins(const struct plan_text *t, size_t i);

#endif
