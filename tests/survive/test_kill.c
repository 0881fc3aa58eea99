/*
 * Processes that write are killed at a moment that nobody chose, one after another, several at a
 * time: what each was told to be stored is there, at most one write more, nothing half; and the
 * file is whole for those that come after.
 */
#include "tests/survive/acts.h"
#include "tests/survive/crew.h"
#include "tests/survive/settings.h"

#include "db/people/store_setting.h"
#include "db/report/store_evidence.h"

#include <criterion/criterion.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { AT_ONCE = 4, KILLED_WITHIN_US = 250000, PROCESSES_MOST = 1000 };

static struct fixture f;
static int64_t action_id, unit_id;

static void begin(void)
{
	fixture_begin(&f);
	fixture_fill(&f);
	action_id = fixture_action(&f, "2");
	unit_id = fixture_unit(&f, "区教育局");
}

static void end(void)
{
	fixture_end(&f);
}

TestSuite(killed, .init = begin, .fini = end);

/* The system kills this process by itself, whatever it does then. */
static void set_end(int number)
{
	struct sigevent event = {.sigev_notify = SIGEV_SIGNAL, .sigev_signo = SIGKILL};
	unsigned seed = (unsigned)number + 1;
	struct itimerspec when = {.it_value.tv_nsec =
					  1000L * (1 + rand_r(&seed) % KILLED_WITHIN_US)};
	timer_t timer;

	if (timer_create(CLOCK_MONOTONIC, &event, &timer) || timer_settime(timer, 0, &when, NULL))
		_exit(3);
}

/* A piece of evidence, told of in two ways: its own row and, in another write, a setting. */
static int write_one(struct hand *h, int i)
{
	struct evidence_new v = {
		.unit_id = unit_id,
		.action_id = action_id,
		.kind = EVIDENCE_DOCUMENT,
		.title = arena_printf(&h->a, "进程%d", h->number),
		.doc_no = arena_printf(&h->a, "青教〔2021〕%d%04d号", h->number + 1, i),
		.ref = "",
		.note = "",
		.file_name = ""};
	struct evidence_row row;

	if (store_evidence_add(h->s, &f.education, &v, &h->a, &row, NULL, &h->e))
		return -1;
	hand_tell(h, HAND_STORED);
	return store_setting_put(h->s, &f.education, "view:kill",
				 arena_printf(&h->a, "%d", h->number), row.title, &h->e);
}

static int write_without_end(struct hand *h)
{
	for (int i = 0;; i++) {
		if (write_one(h, i)) {
			fprintf(stderr, "process %d: %s\n", h->number, h->e.text);
			return -1;
		}
		arena_free(&h->a);
	}
}

static int ntold[PROCESSES_MOST];
static int nunkilled;

static void bury(const pid_t *pids, const int *in, int first, int n)
{
	char bytes[256];
	int status;

	for (int i = 0; i < n; i++) {
		ssize_t got;
		while ((got = read(in[i], bytes, sizeof bytes)) > 0)
			ntold[first + i] += (int)got;
		close(in[i]);
		cr_assert_eq(waitpid(pids[i], &status, 0), pids[i]);
		nunkilled += !WIFSIGNALED(status) || WTERMSIG(status) != SIGKILL;
	}
}

static pid_t start_doomed(int number, int *in)
{
	int ends[2];

	cr_assert_eq(pipe(ends), 0);
	pid_t pid = fork();
	cr_assert_geq(pid, 0);
	if (pid) {
		close(ends[1]);
		*in = ends[0];
		return pid;
	}
	struct hand h = {.e = ERR_INIT, .number = number, .tell = ends[1]};
	set_end(number);
	if (store_open(f.path, &h.s, &h.e) || write_without_end(&h))
		fprintf(stderr, "process %d: %s\n", number, h.e.text);
	_exit(1);
}

/* Each has as many as it was told of, or the one more that it was not told of any more. */
static void count_lost(int n)
{
	long long told = 0, stored = 0, lost = 0, too_many = 0;

	for (int i = 0; i < n; i++) {
		int64_t there = fixture_count(
			&f,
			arena_printf(&f.a, "SELECT count(*) FROM evidence WHERE title = '进程%d'",
				     i));
		told += ntold[i];
		stored += there;
		lost += there < ntold[i];
		too_many += there > ntold[i] + 1;
	}
	fprintf(stderr, "%d processes killed: %lld writes told, %lld stored\n", n, told, stored);
	cr_expect_gt(told, 0);
	cr_expect_eq(lost, 0, "of %lld processes something is lost", lost);
	cr_expect_eq(too_many, 0);
	cr_expect_eq(fixture_count(&f, "SELECT count(*) FROM log WHERE act LIKE 'evidence.%'"),
		     stored);
}

Test(killed, nothing_is_lost_that_was_acknowledged)
{
	int n = LONG(100, PROCESSES_MOST), in[AT_ONCE];
	pid_t pids[AT_ONCE];

	store_close(f.s);
	f.s = NULL;
	for (int i = 0; i < n; i += AT_ONCE) {
		for (int j = 0; j < AT_ONCE; j++)
			pids[j] = start_doomed(i + j, &in[j]);
		bury(pids, in, i, AT_ONCE);
	}
	cr_expect_eq(nunkilled, 0, "%d have ended by themselves", nunkilled);
	OK(&f, store_open(f.path, &f.s, &f.e));
	count_lost(n);
	crew_expect_whole(&f);
	OK(&f, acts[0].act(&f, 1));
}
