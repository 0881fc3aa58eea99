/* The closed sets of the model: words go out and come back, labels exist, strangers are refused. */
#include "core/words.h"

#include <criterion/criterion.h>
#include <ctype.h>
#include <string.h>

/* Words are for programs and the file: lower case ASCII, or the sign of a comparison. */
static bool is_word(const char *s)
{
	bool letters = islower((unsigned char)*s) != 0;

	for (; *s; s++)
		if (letters ? !islower((unsigned char)*s) && *s != '-' : !strchr("<>=~", *s))
			return false;
	return true;
}

#define N_OF_ROW(id, word, label) +1
#define TEST_SET(prefix, type, table)                                                              \
	Test(words, prefix##_goes_out_and_comes_back)                                              \
	{                                                                                          \
		for (int i = 0; i < 0 table(N_OF_ROW); i++) {                                      \
			enum type v = (enum type)((i + 1) % (0 table(N_OF_ROW)));                  \
			const char *word = prefix##_word((enum type)i);                            \
			cr_expect(is_word(word), "%s", word);                                      \
			cr_expect(prefix##_label((enum type)i)[0], "%s has no label", word);       \
			cr_expect(prefix##_parse(word, &v), "%s", word);                           \
			cr_expect_eq((int)v, i, "%s", word);                                       \
		}                                                                                  \
	}                                                                                          \
	Test(words, prefix##_refuses_strangers)                                                    \
	{                                                                                          \
		static const char *strangers[] = {"", " ", "nonsense", "LEAD", "牵头", "lead "};   \
		enum type v = (enum type)0;                                                        \
		for (size_t i = 0; i < sizeof strangers / sizeof strangers[0]; i++)                \
			cr_expect_not(prefix##_parse(strangers[i], &v), "%s", strangers[i]);       \
		cr_expect_eq((int)v, 0);                                                           \
	}
WORDS_SETS(TEST_SET)

Test(words, lamps_rise_with_urgency)
{
	cr_expect_lt(LAMP_GREY, LAMP_GREEN);
	cr_expect_lt(LAMP_GREEN, LAMP_YELLOW);
	cr_expect_lt(LAMP_YELLOW, LAMP_RED);
}
