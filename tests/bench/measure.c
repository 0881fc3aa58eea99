/*
 * measure DB FLOOR LOGIN UNIT DOCUMENT… - measures duban beside the floor program and prints a
 * table.
 *
 * The two are run by turns on a pseudo-terminal, so that what else the machine does hits both;
 * every figure is the median. The first frame ends with the last byte before the terminal stays
 * quiet. BENCH names the folder of the floor program, DUBAN the built duban.
 */
#include "core/mem.h"
#include "tests/support/clock.h"
#include "tests/support/fatal.h"
#include "tests/support/pty.h"
#include "tests/support/run.h"
#include "tests/support/tmp.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { RUNS = 15, KEYS = 10, QUIET_MS = 60, SOON_MS = 5, ANSWER_MS = 400, IDLE_S = 3 };
/* Longer than what tells of the row under the cursor waits for keys to rest. */
enum { REST_MS = 250 };

struct samples {
	double at[RUNS * KEYS];
	size_t n;
};

static void samples_add(struct samples *s, double value)
{
	s->at[s->n++] = value;
}

static int compare(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

static double median(struct samples *s)
{
	qsort(s->at, s->n, sizeof s->at[0], compare);
	return s->n ? s->at[s->n / 2] : 0;
}

/* What is measured of a program on a terminal. */
struct figures {
	struct samples frame_ms, frame_bytes, key_bytes, key_ms, page_bytes, peak_kib;
	struct samples plan_bytes; /* of a cursor key in the list of all actions */
	struct samples rest_bytes; /* there, of what follows when keys have rested */
	struct samples idle_bytes;
};

static double peak_kib(pid_t pid)
{
	char path[64], line[128];
	long kib = 0;

	snprintf(path, sizeof path, "/proc/%d/status", (int)pid);
	FILE *f = fopen(path, "r");
	if (!f)
		fatal_errno("%s", path);
	while (fgets(line, sizeof line, f) && sscanf(line, "VmHWM: %ld", &kib) != 1)
		;
	fclose(f);
	return (double)kib;
}

/* A busy machine may answer late; no answer at all is the end of the list. */
static bool press(struct pty *p, const char *key)
{
	pty_mark(p);
	pty_key(p, key);
	for (int ms = 0; ms < ANSWER_MS && pty_bytes(p) == 0; ms += SOON_MS)
		pty_settle(p, SOON_MS);
	pty_settle(p, QUIET_MS);
	return pty_bytes(p) > 0;
}

static void measure_keys(struct pty *p, struct samples *bytes, struct samples *ms)
{
	for (int i = 0; i < KEYS; i++) {
		double begin = clock_ms();
		if (!press(p, "Down"))
			continue;
		samples_add(bytes, (double)pty_bytes(p));
		samples_add(ms, pty_last_ms(p) - begin);
	}
}

/* What a person who stops at every row is sent after the rows themselves. */
static void measure_rest(struct pty *p, struct samples *bytes)
{
	pty_settle(p, REST_MS);
	for (int i = 0; i < KEYS; i++) {
		if (!press(p, "Up"))
			continue;
		pty_mark(p);
		pty_settle(p, REST_MS);
		samples_add(bytes, (double)pty_bytes(p));
	}
}

static void measure_page(struct pty *p, struct figures *f)
{
	if (press(p, "PgDn"))
		samples_add(&f->page_bytes, (double)pty_bytes(p));
}

static void give_up(struct pty *p, const char *what)
{
	fprintf(stderr, "measure: %s:\n%s", what, pty_screen(p));
	exit(1);
}

/* The list of all actions, by the main menu. */
static void measure_plan(struct pty *p, struct figures *f)
{
	static struct samples ms;

	ms.n = 0;
	pty_type(p, "0");
	pty_settle(p, QUIET_MS);
	pty_type(p, "2");
	if (!pty_wait_text(p, "> 全部任务"))
		give_up(p, "this is not the list of all actions");
	pty_settle(p, ANSWER_MS);
	measure_keys(p, &f->plan_bytes, &ms);
	if (f->rest_bytes.n == 0) /* one run is enough of what takes so long */
		measure_rest(p, &f->rest_bytes);
	measure_page(p, f);
}

static bool has_list(struct pty *p, void *data)
{
	(void)data;
	return pty_find(p, "1", NULL, NULL);
}

static struct pty *start(const struct pty_how *how)
{
	struct pty *p = pty_start(how);

	if (!pty_wait(p, has_list, NULL)) /* an error, or nothing at all */
		give_up(p, "this is no list");
	pty_settle(p, QUIET_MS);
	return p;
}

static void measure_terminal(const struct pty_how *how, struct figures *f)
{
	double begin = clock_ms();
	struct pty *p = start(how);

	samples_add(&f->frame_ms, pty_last_ms(p) - begin);
	samples_add(&f->frame_bytes, (double)pty_bytes(p));
	measure_keys(p, &f->key_bytes, &f->key_ms);
	if (!how->program)
		measure_plan(p, f);
	samples_add(&f->peak_kib, peak_kib(pty_pid(p)));
	pty_end(p);
}

static bool never(struct pty *p, void *data)
{
	(void)p;
	(void)data;
	return false;
}

/* Longer than the program waits before it looks whether others have changed something. */
static void measure_idle(struct pty_how how, struct figures *f)
{
	how.seconds = IDLE_S;
	struct pty *p = start(&how);

	pty_settle(p, ANSWER_MS);
	pty_mark(p);
	pty_wait(p, never, NULL);
	samples_add(&f->idle_bytes, (double)pty_bytes(p));
	pty_end(p);
}

/* One line of the table: a negative limit is none; `times` limits the ratio to the floor, else the
 * value. */
static void print_line(const char *what, const char *unit, double value, double floor, double limit,
		       bool times)
{
	double measured = times ? value / floor : value;

	printf("%-34s %9.1f %-5s", what, value, unit);
	if (times)
		printf(" %9.1f %6.2f", floor, value / floor);
	else
		printf(" %9s %6s", "", "");
	if (limit >= 0)
		printf("  %5.1f%-3s %s", limit, times ? "x" : unit,
		       measured <= limit ? "within" : "ABOVE");
	putchar('\n');
}

static void compare_on_terminal(const char *db, const char *floor_db, const char *login, int rows,
				int cols)
{
	const char *duban_argv[] = {"--db", db, "--as", login, NULL};
	const char *floor_argv[] = {floor_db, NULL};
	char *floor = xasprintf("%s/floor", getenv("BENCH"));
	struct pty_how duban_how = {.argv = duban_argv, .rows = rows, .cols = cols};
	struct pty_how floor_how = {
		.program = floor, .argv = floor_argv, .rows = rows, .cols = cols};
	static struct figures ours, theirs;

	memset(&ours, 0, sizeof ours);
	memset(&theirs, 0, sizeof theirs);
	for (int i = 0; i < RUNS; i++) {
		measure_terminal(&floor_how, &theirs);
		measure_terminal(&duban_how, &ours);
	}
	measure_idle(duban_how, &ours);
	printf("\nterminal of %dx%d\n", cols, rows);
	print_line("first frame", "ms", median(&ours.frame_ms), median(&theirs.frame_ms), 3, true);
	print_line("cursor key: bytes redrawn", "B", median(&ours.key_bytes),
		   median(&theirs.key_bytes), 1.5, true);
	print_line("in the list of all actions", "B", median(&ours.plan_bytes),
		   median(&theirs.key_bytes), 1.5, true);
	print_line("there, when keys rest: bytes", "B", median(&ours.rest_bytes), 0, -1, false);
	print_line("cursor key: until drawn", "ms", median(&ours.key_ms), median(&theirs.key_ms),
		   -1, true);
	print_line("first frame: bytes", "B", median(&ours.frame_bytes),
		   median(&theirs.frame_bytes), -1, true);
	print_line("a page: bytes, limit: first frame", "B", median(&ours.page_bytes), 0,
		   median(&ours.frame_bytes), false);
	print_line("idle: bytes", "B", median(&ours.idle_bytes), 0, 0, false);
	print_line("peak memory", "KiB", median(&ours.peak_kib), median(&theirs.peak_kib), 3, true);
	free(floor);
}

static double timed(const char *const *argv)
{
	struct run r;

	run_argv(&r, &(struct run_how){0}, argv);
	if (r.status != 0) {
		fprintf(stderr, "measure: duban %s: %s", argv[0], r.err);
		exit(1);
	}
	double ms = r.ms;
	run_free(&r);
	return ms;
}

static void measure_import(char **documents, int n)
{
	const char *argv[64] = {"import", "--yes", "--db"};
	struct samples ms = {.n = 0};

	for (int i = 0; i < RUNS; i++) {
		struct tmp t;
		tmp_make(&t);
		char *db = tmp_path(&t, "import.db");
		const char *init[] = {"init", "--db", db, NULL};
		timed(init);
		argv[3] = db;
		for (int k = 0; k < n && k < 56; k++)
			argv[4 + k] = documents[k];
		samples_add(&ms, timed(argv));
		free(db);
		tmp_remove(&t);
	}
	char *what = xasprintf("import of %d documents together", n);
	print_line(what, "ms", median(&ms), 0, 100, false);
	free(what);
}

static void measure_verb(const char *what, const char *const *argv)
{
	struct samples ms = {.n = 0};

	for (int i = 0; i < RUNS; i++)
		samples_add(&ms, timed(argv));
	print_line(what, "ms", median(&ms), 0, 20, false);
}

int main(int argc, char **argv)
{
	if (argc < 6 || !getenv("BENCH")) {
		fputs("usage: BENCH=FOLDER measure DB FLOOR LOGIN UNIT DOCUMENT…\n", stderr);
		return 2;
	}
	const char *db = argv[1], *unit = argv[4];
	const char *list[] = {"list", "--unit", unit, "--db", db, NULL};
	const char *print[] = {"print", "--unit", unit, "--db", db, NULL};
	const char *version[] = {"version", NULL};

	printf("%-34s %15s %9s %6s  %s\n", "medians", "duban", "floor", "ratio", "limit");
	compare_on_terminal(db, argv[2], argv[3], 24, 80);
	compare_on_terminal(db, argv[2], argv[3], 40, 120);
	printf("\nwhole processes\n");
	measure_import(argv + 5, argc - 5);
	measure_verb("list of one unit", list);
	measure_verb("print of one unit", print);
	measure_verb("version (start and end alone)", version);
	return 0;
}
