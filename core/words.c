/* The tables of words.h turned into arrays and their three functions, one set after the other. */
#include "core/words.h"

#include "core/i18n.h"

#include <string.h>

struct word {
	const char *word, *label;
};

static int word_find(const struct word *table, int n, const char *word)
{
	for (int i = 0; i < n; i++)
		if (strcmp(table[i].word, word) == 0)
			return i;
	return -1;
}

#define WORDS_ROW(id, word, label) {word, label},
#define WORDS_DEFINE(prefix, type, table)                                                          \
	static const struct word prefix##_words[] = {table(WORDS_ROW)};                            \
	const char *prefix##_word(enum type v)                                                     \
	{                                                                                          \
		return prefix##_words[v].word;                                                     \
	}                                                                                          \
	const char *prefix##_label(enum type v)                                                    \
	{                                                                                          \
		return i18n_label(prefix##_words[v].label);                                        \
	}                                                                                          \
	bool prefix##_parse(const char *word, enum type *v)                                        \
	{                                                                                          \
		int i = word_find(prefix##_words,                                                  \
				  (int)(sizeof prefix##_words / sizeof prefix##_words[0]), word);  \
		if (i < 0)                                                                         \
			return false;                                                              \
		*v = (enum type)i;                                                                 \
		return true;                                                                       \
	}
WORDS_SETS(WORDS_DEFINE)
