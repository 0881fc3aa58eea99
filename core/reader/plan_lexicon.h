/*
 * plan_lexicon.h - the tables of the plan reader as lists of words: what the manual page says of
 * the styles that are understood is made from them. Each list is filled by the file that has its
 * table; a new row is in the manual page without further work.
 */
#ifndef DUBAN_CORE_READER_PLAN_LEXICON_H
#define DUBAN_CORE_READER_PLAN_LEXICON_H

#include "core/mem.h"

#include <stdbool.h>
#include <stddef.h>
#include <uchar.h>

struct lexicon {
	struct arena *arena;
	VEC(const char *) words; /* UTF-8, in the order of the table, each once */
};

/* Adds a word that ends with a zero. */
void plan_lexicon_add(struct lexicon *l, const char32_t *word);

/* The words of the list of that name ("numbers", "labels-lead" …), in the arena. False when there
 * is no such list. */
bool plan_lexicon_read(struct arena *a, const char *list, struct lexicon *l);

/* What the tables add, each in the file of its table. `sort` says which rows: an enum duty_class
 * or column_kind; plan_mark_words() and plan_label_prefixes() have no sorts. */
typedef void plan_words_adder(struct lexicon *l, int sort);
plan_words_adder plan_mark_words, plan_label_words, plan_label_prefixes, plan_verb_words,
	plan_column_words;

#endif
