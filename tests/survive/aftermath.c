/* The folder after a crash, filled and cleared for each, and the counting. */
#include "tests/survive/aftermath.h"

#include "db/store_verify.h"
#include "tests/survive/disk.h"

#include <criterion/criterion.h>
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static char *after;

void aftermath_begin(const char *folder)
{
	after = xasprintf("%s-after", folder);
	cr_assert_eq(mkdir(after, 0700), 0);
}

static void clear_after(void)
{
	struct dirent *entry;
	DIR *d = opendir(after);

	cr_assert_not_null(d);
	while ((entry = readdir(d)))
		unlinkat(dirfd(d), entry->d_name, 0);
	closedir(d);
}

void aftermath_end(void)
{
	clear_after();
	rmdir(after);
	free(after);
}

const char *aftermath_path(struct arena *a, const char *name)
{
	return arena_printf(a, "%s/%s", after, name);
}

void tally_expect_nothing_lost(const struct tally *t, int at_least)
{
	cr_expect_geq(t->crashes, at_least, "%d crashes", t->crashes);
	cr_expect_eq(t->lost, 0, "%d of %d crashes have lost what was acknowledged", t->lost,
		     t->crashes);
	cr_expect_eq(t->half, 0, "%d of %d crashes have left something half", t->half, t->crashes);
	cr_expect_eq(t->broken, 0, "%d of %d crashes have left a file that is not whole", t->broken,
		     t->crashes);
}

bool file_is_whole(const char *path)
{
	struct verify_findings found;
	struct arena a = ARENA_INIT;
	struct err e = ERR_INIT;
	bool whole = store_verify_file(path, &a, NULL, &found, &e) == 0 && found.n == 0;

	if (!whole)
		fprintf(stderr, "%s: %s\n", path, found.n ? found.at[0] : e.text);
	arena_free(&a);
	return whole;
}

void crash_at(size_t most, look *looks, void *data, struct tally *t)
{
	struct crash *c = crash_begin();
	unsigned step = 0;
	size_t n;

	disk_ops(&n);
	size_t every = n > most ? n / most : 1;
	while (crash_step(c)) {
		if (step++ % every || !crash_is_open(c))
			continue;
		for (int way = 0; way < CRASH_WAYS; way++) {
			clear_after();
			crash_leave(c, (enum crash_way)way, step, after);
			t->crashes++;
			looks(c, t, data);
		}
	}
	crash_end(c);
}

void history_add(struct history *h, const char *path)
{
	cr_assert_lt(h->n, MOST_WRITES);
	cr_assert(content_of(path, h->content[h->n]));
	disk_mark(h->n++);
}

/* Which of them the file found is, up to the i-th; -1: none. */
static int64_t history_find(const struct history *h, int64_t i, const char *found)
{
	while (i >= 0 && strcmp(found, h->content[i]) != 0)
		i--;
	return i;
}

void history_look(const struct crash *c, struct tally *t, void *data)
{
	const struct history *h = data;
	int64_t last = crash_marked(c), at;
	struct arena a = ARENA_INIT;
	const char *path = aftermath_path(&a, h->name);
	char found[CONTENT_TEXT];
	bool whole = file_is_whole(path) && content_of(path, found);

	arena_free(&a);
	if (!whole) {
		t->broken++;
		return;
	}
	at = history_find(h, last + 1 < h->n ? last + 1 : last, found);
	t->lost += at >= 0 && at < last;
	t->half += at < 0;
}
