/* The fuzzers' corpus, each file as it is and with thousands of small changes: cut short, bytes
 * taken out, doubled, or replaced by those that hurt. The changes are the same in every run. */
#include "tests/fuzz/fuzz.h"
#include "tests/support/tmp.h"

#include <criterion/criterion.h>
#include <dirent.h>
#include <string.h>

enum { CHANGES = 400 };

typedef void fuzzer(const char *bytes, size_t nbytes);

static uint32_t next_random(uint32_t *state)
{
	*state = *state * 1664525u + 1013904223u;
	return *state >> 8;
}

/* A copy of exactly that size, so that the sanitizer sees the first byte read past the end. */
static void feed(fuzzer *fuzz, const char *bytes, size_t nbytes)
{
	char *copy = malloc(nbytes ? nbytes : 1);

	memcpy(copy, bytes, nbytes);
	fuzz(copy, nbytes);
	free(copy);
}

static void change_and_feed(fuzzer *fuzz, const char *bytes, size_t nbytes, uint32_t seed)
{
	static const char *const hurting[] = {"\xff", "\xe5", "(", ")",	 "（",	   "）",
					      "。",   "、",   "★", "\n", "一、",   "{",
					      "\"",   "0",    "9", "-",	 "\u202e", "\0"};
	char *copy = malloc(2 * nbytes + 16);
	size_t at = next_random(&seed) % (nbytes + 1);
	size_t n = next_random(&seed) % 9, rest = nbytes - at < n ? 0 : nbytes - at - n;
	const char *put = hurting[next_random(&seed) % (sizeof hurting / sizeof hurting[0])];
	size_t put_n = strlen(put), total = at;

	memcpy(copy, bytes, at);
	switch (seed % 4) {
	case 0: /* cut short */
		break;
	case 1: /* take n bytes out */
		memcpy(copy + total, bytes + nbytes - rest, rest);
		total += rest;
		break;
	case 2: /* put something in */
		memcpy(copy + total, put, put_n);
		memcpy(copy + total + put_n, bytes + at, nbytes - at);
		total += put_n + nbytes - at;
		break;
	default: /* the beginning twice */
		memcpy(copy + total, bytes, nbytes);
		total += nbytes;
	}
	feed(fuzz, copy, total);
	free(copy);
}

static void replay(fuzzer *fuzz, const char *folder)
{
	DIR *dir = opendir(folder);
	int files = 0;

	cr_assert_not_null(dir, "%s", folder);
	for (struct dirent *d; (d = readdir(dir));) {
		char path[512];
		size_t nbytes;
		if (d->d_name[0] == '.')
			continue;
		snprintf(path, sizeof path, "%s/%s", folder, d->d_name);
		char *bytes = tmp_read(path, &nbytes);
		feed(fuzz, bytes, nbytes);
		for (uint32_t seed = 0; seed < CHANGES; seed++)
			change_and_feed(fuzz, bytes, nbytes, seed * 2654435761u);
		free(bytes);
		files++;
	}
	closedir(dir);
	feed(fuzz, "", 0);
	cr_assert_gt(files, 0, "%s is empty", folder);
}

#define REPLAY(name, time)                                                                         \
	Test(fuzz, name, .timeout = 120)                                                           \
	{                                                                                          \
		replay(fuzz_##name, "tests/fuzz/corpus/" #name);                                   \
	}
FUZZERS(REPLAY)
