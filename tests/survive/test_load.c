/* A backup is taken while many write as fast as they can: it has everything that was acknowledged
 * before it began, it is whole, and what is restored from it can be worked with. */
#include "tests/survive/acts.h"
#include "tests/survive/content.h"
#include "tests/survive/crew.h"
#include "tests/survive/settings.h"

#include "db/store_backup.h"
#include "db/store_verify.h"

#include <criterion/criterion.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

enum { WRITERS = 8 };

/* Shared by all processes. */
struct board {
	atomic_llong stored;
	atomic_bool is_over;
};

static struct fixture f;
static struct board *board;

static void begin(void)
{
	fixture_begin(&f);
	fixture_fill(&f);
	board = mmap(NULL, sizeof *board, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1,
		     0);
	cr_assert_neq(board, MAP_FAILED);
}

static void end(void)
{
	munmap(board, sizeof *board);
	fixture_end(&f);
}

TestSuite(load, .init = begin, .fini = end);

/* Each write is one row in the log: people are added, documents and files recorded. */
static int write_until_it_is_over(struct hand *h)
{
	static const int which[] = {5, 6, 7};

	f.s = h->s;
	for (int i = 0; !atomic_load(&board->is_over); i++) {
		f.e = (struct err)ERR_INIT;
		if (acts[which[i % 3]].act(&f, h->number * 10000 + i)) {
			h->e = f.e;
			fprintf(stderr, "%s: %s\n", acts[which[i % 3]].name, f.e.text);
			return -1;
		}
		atomic_fetch_add(&board->stored, 1);
		hand_tell(h, HAND_STORED);
	}
	return 0;
}

static int64_t rows_of(const char *path)
{
	struct store *s;
	int64_t n = 0;

	OK(&f, store_open(path, &s, &f.e));
	cr_assert_eq(sql_get(s->db, "SELECT count(*) FROM log", &n, &f.e), 1);
	store_close(s);
	return n;
}

/* Makes one while others write; what it must have at least. */
static const char *back_up(const char *folder, int64_t before_all, int64_t *least)
{
	static const struct rotation rules = {7, 5, 12};
	struct backup done;

	f.now = moment_of(f.now.utc + 86400);
	*least = before_all + atomic_load(&board->stored);
	OK(&f, store_backup(f.s, folder, f.now, &rules, NULL, &f.a, &done, &f.e));
	return done.path;
}

static void restore(const char *backup, const char *path)
{
	struct verify_findings found;
	struct restored done;
	char was[CONTENT_TEXT], is[CONTENT_TEXT];
	static const char *const tables[] = {"person", "evidence", "blob", "blob_piece", NULL};

	OK(&f, store_restore(backup, path, &f.admin, false, NULL, &f.a, &done, &f.e));
	OK(&f, store_verify_file(path, &f.a, NULL, &found, &f.e));
	cr_expect_eq(found.n, 0, "%s", found.n ? found.at[0] : "");
	cr_assert(content_of_tables(backup, tables, was) && content_of_tables(path, tables, is));
	cr_expect_str_eq(is, was);
}

Test(load, a_backup_has_all_that_was_acknowledged_and_restores)
{
	char *folder = tmp_path(&f.tmp, "copies"), *path = tmp_path(&f.tmp, "restored.db");
	int64_t before = fixture_count(&f, "SELECT count(*) FROM log"), least = 0;
	int in[WRITERS], nfailed = 0;
	pid_t pids[WRITERS];
	const char *backup = NULL;

	cr_assert_eq(mkdir(folder, 0700), 0);
	store_close(f.s);
	for (int i = 0; i < WRITERS; i++)
		pids[i] = hand_start(f.path, i + 1, write_until_it_is_over, &in[i]);
	OK(&f, store_open(f.path, &f.s, &f.e));
	for (int i = 0; i < LONG(3, 30); i++) {
		char word;
		for (int j = 0; j < WRITERS; j++)
			cr_assert_eq(read(in[j], &word, 1), 1, "all write");
		backup = back_up(folder, before, &least);
		cr_expect_geq(rows_of(backup), least, "something acknowledged is missing");
	}
	atomic_store(&board->is_over, true);
	for (int i = 0; i < WRITERS; i++) {
		int status;
		cr_assert_eq(waitpid(pids[i], &status, 0), pids[i]);
		nfailed += status != 0;
	}
	cr_expect_eq(nfailed, 0, "nobody was hindered");
	cr_expect_eq(fixture_count(&f, "SELECT count(*) FROM log"),
		     before + atomic_load(&board->stored));
	restore(backup, path);
	crew_expect_whole(&f);
	free(path);
	free(folder);
}
