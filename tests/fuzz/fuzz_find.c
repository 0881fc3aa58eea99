/* Finding: the first line is what a person typed, the rest the text. What is found by the key is
 * found in the text, keys have their form, names are in one order. */
#include "tests/fuzz/fuzz.h"

#include "core/text/find.h"
#include "core/text/pinyin.h"

#include <string.h>

static void check_key(const char *key)
{
	static const char separators[] = " /|";
	char before = ' ';

	for (const char *c = key; *c; before = *c++) {
		fuzz_check((*c >= 'a' && *c <= 'z') || (*c >= '0' && *c <= '9') ||
			   strchr(separators, *c));
		fuzz_check(!strchr(separators, *c) || !strchr(separators, before));
	}
	fuzz_check(!*key || !strchr(separators, before));
}

static void check_places(const char *words, const char *text)
{
	struct find_place place;
	size_t from = 0, nbytes = strlen(text);

	while (find_where(words, text, from, &place)) {
		fuzz_check(place.from >= from && place.from < place.to && place.to <= nbytes);
		from = place.to;
	}
}

static bool is_one_word(const char *s)
{
	const char *c = s;

	while ((unsigned char)*c > ' ')
		c++;
	return c > s && !*c && !strstr(s, "　");
}

static int sign(int v)
{
	return (v > 0) - (v < 0);
}

void fuzz_find(const char *bytes, size_t nbytes)
{
	struct arena a = ARENA_INIT;
	char *words = arena_strndup(&a, bytes, nbytes), *line = strchr(words, '\n');
	const char *text = line ? line + 1 : "";
	const char *key = pinyin_key(&a, text), *joined = find_text(&a, text, key);
	struct find_place place;

	if (line)
		*line = '\0';
	check_key(key);
	fuzz_check(find_match("", joined));
	/* by the key where by the text, and nowhere else */
	if (is_one_word(words) && !strchr(text, 0x0E))
		fuzz_check(find_match(words, joined) == find_where(words, text, 0, &place));
	check_places(words, text);
	fuzz_check(sign(pinyin_compare(words, text)) == -sign(pinyin_compare(text, words)));
	fuzz_check(pinyin_compare(text, text) == 0);
	arena_free(&a);
}
