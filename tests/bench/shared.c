/*
 * shared DB LOGIN OFFICER [SECONDS] - measures one file under many hands and prints a table.
 *
 * Fifty processes each put a report a second, for SECONDS (60); how long each write took until it
 * was on the disk, beside the time of one sync in the same folder. Commits a second of one process,
 * by turns with bare SQLite under the same settings. Memory of 1 and of 200 idle sessions, when
 * they have given back what they need only while somebody types: with what they share (RSS), with
 * their part of it (PSS), and what is theirs alone and not in any file.
 */
#include "core/rule/period.h"
#include "core/rule/period_rule.h"
#include "db/people/store_person.h"
#include "db/plan/store_plan.h"
#include "db/plan/store_task.h"
#include "db/report/store_period.h"
#include "db/report/store_report.h"
#include "tests/support/clock.h"
#include "tests/support/fatal.h"
#include "tests/support/pty.h"

#include <fcntl.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { WRITERS = 50, SESSIONS = 200, SYNCS = 200, TURNS = 5, TURN_MS = 1000, MS = 1000000 };
static const double sync_real_ms = 0.3, write_syncs = 10, commit_share = 50;

struct bench {
	const char *path, *officer;
	struct store *s;
	struct arena a;
	struct actor who;
	struct report_new reports[WRITERS];
	int seconds;
	double sync; /* ms */
	bool bad;
};

static struct err e = ERR_INIT;

static void need(int result)
{
	if (result == 0)
		return;
	fprintf(stderr, "shared: %s\n", e.text);
	exit(1);
}

static int compare(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

static double part(double *at, size_t n, double share)
{
	qsort(at, n, sizeof *at, compare);
	return n ? at[(size_t)((double)(n - 1) * share)] : 0;
}

/* What was wanted, and whether it is so. */
static const char *judge(struct bench *b, bool is_so)
{
	if (b->sync < sync_real_ms)
		return "not judged: a sync costs nothing here";
	b->bad |= !is_so;
	return is_so ? "ok" : "FAILED";
}

/* Reports of the last quarter of 2021, one for each writer. */
static void find_reports(struct bench *b, const struct plan_row *plan, int *n)
{
	struct task_filter filter = {.plan_id = plan->id, .role = -1, .lamp = -1};
	struct lamp_rules rules = LAMP_RULES_DEFAULT;
	struct period_row p = {0}, period;
	struct task_rows tasks = {0};

	need(period_read(&b->a, "2021Q4", &p, &e));
	period_set_dates(&p, &period_rules_default, NULL);
	p.plan_id = plan->id;
	b->who.now = (struct moment){(int64_t)date_to_days(p.opens) * 86400 + 43200, p.opens};
	if (store_period_find(b->s, &b->a, plan->id, "2021Q4", &period, &e) < 0) {
		need(store_period_add(b->s, &b->who, &p, NULL, &e));
		need(store_period_find(b->s, &b->a, plan->id, "2021Q4", &period, &e));
	}
	need(store_task_list(b->s, &b->a, &b->who, &filter, &rules, p.opens, &tasks, &e));
	for (size_t i = 0; i < tasks.n && *n < WRITERS; i++)
		b->reports[(*n)++] = (struct report_new){.action_id = tasks.at[i].action_id,
							 .unit_id = tasks.at[i].unit_id,
							 .period_id = period.id,
							 .problems = "",
							 .next = "下月继续推进。"};
}

static int put(struct bench *b, struct report_new *r, int round)
{
	struct arena a = ARENA_INIT;
	struct report_row row;

	r->percent = round % 100;
	r->done = arena_printf(&a, "本月完成现场检查%d次，资料已归档。", round);
	int result = store_report_put(b->s, &b->who, r, REPORT_SAVE, &a, &row, NULL, &e);
	if (result == 0) {
		r->report_id = row.id;
		r->version = row.version;
	}
	arena_free(&a);
	return result;
}

/* In ms: writing one page and waiting for the disk. */
static double sync_ms(const char *path, double share)
{
	static char page[4096];
	double took[SYNCS];
	char *name = xasprintf("%s.sync", path);
	int fd = open(name, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);

	for (int i = 0; i < SYNCS; i++) {
		double begin = clock_ms();
		page[0] = (char)i;
		if (pwrite(fd, page, sizeof page, (off_t)i * (off_t)sizeof page) < 0 ||
		    fdatasync(fd))
			fatal_errno("%s", name);
		took[i] = clock_ms() - begin;
	}
	close(fd);
	unlink(name);
	free(name);
	return part(took, SYNCS, share);
}

/* A report a second, each process at a moment of its own within it; how long each took, or -1. */
static void write_for_long(struct bench *b, int number, const struct timespec *start, int out)
{
	need(store_open(b->path, &b->s, &e));
	for (int i = 0; i < b->seconds; i++) {
		struct timespec at = {start->tv_sec + i, start->tv_nsec};
		at.tv_nsec += (long)number * (1000L * MS / WRITERS);
		at.tv_sec += at.tv_nsec / (1000L * MS);
		at.tv_nsec %= 1000L * MS;
		clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &at, NULL);
		double begin = clock_ms();
		double took = put(b, &b->reports[number], i) ? -1 : clock_ms() - begin;
		if (took < 0)
			fprintf(stderr, "shared: %s\n", e.text);
		if (write(out, &took, sizeof took) != (ssize_t)sizeof took)
			exit(1);
	}
	store_close(b->s);
	exit(0);
}

static void measure_writers(struct bench *b)
{
	double *took = xcalloc((size_t)WRITERS * (size_t)b->seconds, sizeof *took), one;
	double before = sync_ms(b->path, 0.5), begin = clock_ms();
	struct timespec start;
	size_t n = 0, failed = 0;
	int ends[2];

	clock_gettime(CLOCK_MONOTONIC, &start);
	start.tv_sec++;
	if (pipe(ends))
		fatal_errno("pipe");
	for (int i = 0; i < WRITERS; i++)
		if (fork() == 0)
			write_for_long(b, i, &start, ends[1]);
	close(ends[1]);
	while (read(ends[0], &one, sizeof one) == (ssize_t)sizeof one) {
		if (one < 0)
			failed++;
		else
			took[n++] = one;
	}
	while (wait(NULL) > 0)
		;
	close(ends[0]);
	double p99 = part(took, n, 0.99);
	b->sync = (before + sync_ms(b->path, 0.5)) / 2;
	b->bad |= failed || n != (size_t)WRITERS * (size_t)b->seconds;
	printf("%d writers, a report a second each, %.0f s: %zu written, %zu failed%s\n", WRITERS,
	       (clock_ms() - begin) / 1000, n, failed, b->bad ? " (FAILED)" : "");
	printf("  one sync %.2f ms; a write: median %.2f, 99 of 100 below %.2f, longest %.2f ms\n",
	       b->sync, part(took, n, 0.5), p99, part(took, n, 1));
	printf("  99 of 100 below %.1f times one sync (wanted: below %.0f; %s)\n", p99 / b->sync,
	       write_syncs, judge(b, p99 < write_syncs * b->sync));
	free(took);
}

static sqlite3 *open_bare(const char *path)
{
	sqlite3 *db;

	unlink(path);
	if (sqlite3_open(path, &db) != SQLITE_OK ||
	    sqlite3_exec(db,
			 "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;"
			 "PRAGMA foreign_keys = ON;"
			 "CREATE TABLE report (id INTEGER PRIMARY KEY, percent, done, version);"
			 "CREATE TABLE log (id INTEGER PRIMARY KEY, at, after);"
			 "INSERT INTO report VALUES (1, 0, '', 1)",
			 NULL, NULL, NULL) != SQLITE_OK) {
		fprintf(stderr, "shared: %s: %s\n", path, sqlite3_errmsg(db));
		exit(1);
	}
	return db;
}

/* What a write cannot do without: the row, and that it was changed. */
static double bare_commits(sqlite3 *db)
{
	double begin = clock_ms();
	int n = 0;

	while (clock_ms() - begin < TURN_MS) {
		if (sqlite3_exec(db,
				 "BEGIN IMMEDIATE;"
				 "UPDATE report SET percent = (percent + 1) % 100, "
				 "done = '本月完成现场检查，资料已归档。', version = version + 1;"
				 "INSERT INTO log (at, after) VALUES ('2021-11-21T00:00:00Z', "
				 "'{\"done\":\"本月完成现场检查，资料已归档。\"}');"
				 "COMMIT",
				 NULL, NULL, NULL) != SQLITE_OK)
			fatal_errno("%s", sqlite3_errmsg(db));
		n++;
	}
	return n * 1000.0 / (clock_ms() - begin);
}

static double own_commits(struct bench *b)
{
	double begin = clock_ms();
	int n = 0;

	while (clock_ms() - begin < TURN_MS)
		need(put(b, &b->reports[0], n++));
	return n * 1000.0 / (clock_ms() - begin);
}

static void measure_commits(struct bench *b)
{
	char *path = xasprintf("%s.bare", b->path);
	sqlite3 *db = open_bare(path);
	double bare[TURNS], own[TURNS];

	for (int i = 0; i < TURNS; i++) {
		bare[i] = bare_commits(db);
		own[i] = own_commits(b);
	}
	sqlite3_close(db);
	unlink(path);
	free(path);
	double x = part(bare, TURNS, 0.5), y = part(own, TURNS, 0.5);
	printf("commits a second: bare SQLite %.0f, reports with their log %.0f: %.0f of 100 "
	       "(wanted: %.0f; %s)\n",
	       x, y, 100 * y / x, commit_share, judge(b, 100 * y / x >= commit_share));
}

/* A line of /proc/PID/smaps_rollup, in KiB. */
static long kib_of(pid_t pid, const char *name)
{
	char path[64], line[128];
	size_t n = strlen(name);
	long kib = 0;

	snprintf(path, sizeof path, "/proc/%d/smaps_rollup", (int)pid);
	FILE *f = fopen(path, "r");
	if (!f)
		fatal_errno("%s", path);
	while (fgets(line, sizeof line, f))
		if (strncmp(line, name, n) == 0 && line[n] == ':')
			kib = atol(line + n + 1);
	fclose(f);
	return kib;
}

/* Behind the time after which a session gives back what it can. */
static void say_memory(struct pty *const *all, int n)
{
	long rss = 0, pss = 0, own = 0;

	nanosleep(&(struct timespec){.tv_sec = 5}, NULL);
	for (int i = 0; i < n; i++) {
		rss += kib_of(pty_pid(all[i]), "Rss");
		pss += kib_of(pty_pid(all[i]), "Pss");
		own += kib_of(pty_pid(all[i]), "Anonymous");
	}
	printf("%d idle session%s: %.1f MiB each as the system counts it, %.1f MiB their own; "
	       "%.1f MiB together\n",
	       n, n == 1 ? "" : "s", (double)rss / n / 1024, (double)own / n / 1024,
	       (double)pss / 1024);
}

static void measure_sessions(struct bench *b)
{
	static struct pty *all[SESSIONS];
	const char *argv[] = {"--db", b->path, "--as", b->officer, NULL};

	for (int i = 0; i < SESSIONS; i++) {
		all[i] = pty_start(&(struct pty_how){.argv = argv, .seconds = 60});
		if (!pty_wait_text(all[i], "我要报的")) {
			fprintf(stderr, "shared: session %d:\n%s", i, pty_screen(all[i]));
			exit(1);
		}
		pty_settle(all[i], 100);
		if (i == 0)
			say_memory(all, 1);
	}
	say_memory(all, SESSIONS);
	for (int i = 0; i < SESSIONS; i++)
		pty_end(all[i]);
}

int main(int argc, char **argv)
{
	struct bench b = {.seconds = 60};
	struct person_row person;
	struct plan_rows plans;
	int n = 0;

	if (argc != 4 && argc != 5) {
		fputs("usage: shared DB LOGIN OFFICER [SECONDS]\n", stderr);
		return 2;
	}
	b.path = argv[1];
	b.officer = argv[3];
	if (argc == 5)
		b.seconds = atoi(argv[4]);
	need(store_open(b.path, &b.s, &e));
	need(store_person_find(b.s, &b.a, argv[2], &person, &e));
	actor_of(&b.who, &person, "", moment_of(0));
	need(store_plan_list(b.s, &b.a, &b.who, &plans, &e));
	for (size_t i = 0; i < plans.n; i++)
		find_reports(&b, &plans.at[i], &n);
	if (n < WRITERS) {
		fputs("shared: too few tasks\n", stderr);
		return 1;
	}
	measure_sessions(&b);
	store_close(b.s);
	fflush(stdout);
	measure_writers(&b);
	need(store_open(b.path, &b.s, &e));
	struct report_row row;
	struct report_new *first = &b.reports[0];
	need(store_report_find(b.s, &b.a, &b.who, first->action_id, first->unit_id,
			       first->period_id, &row, &e));
	first->report_id = row.id;
	first->version = row.version;
	measure_commits(&b);
	store_close(b.s);
	arena_free(&b.a);
	return b.bad;
}
