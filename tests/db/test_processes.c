/* Several processes at one file, as people are at one server: drafts, settings and reports written
 * at once, and one of the processes killed in the middle of it. Nothing is lost that was said to be
 * kept, nothing is half, and the file stays whole. */
#include "tests/db/fixture.h"

#include "core/rule/flow.h"
#include "db/report/store_draft.h"
#include "db/store_log.h"
#include "db/report/store_report.h"
#include "db/people/store_setting.h"
#include "tests/support/file_check.h"

#include <criterion/criterion.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

enum { WRITERS = 3, ROUNDS = 60, FIELDS = 4, KILLED_AFTER = 25 };

static struct fixture f;

static void begin(void)
{
	fixture_begin(&f);
	fixture_fill(&f);
}

static void end(void)
{
	fixture_end(&f);
}

TestSuite(processes, .init = begin, .fini = end);

static const char form[] = "report:2:2:4";

/* One of the processes. What it wrote it tells through the pipe, a letter each; `e` is what ended
 * it, else empty. */
struct writer {
	struct store *s;
	struct arena a;
	struct err e;
	int number, tell;
	struct report_new report;
};

static bool tell(struct writer *w, char what)
{
	return write(w->tell, &what, 1) == 1;
}

/* All fields say the same, so that a draft of two saves would be seen. */
static bool is_whole(const struct draft *d)
{
	for (size_t i = 1; i < d->fields.n; i++) {
		if (strcmp(d->fields.at[i].text, d->fields.at[0].text) != 0)
			return false;
	}
	return d->version == 0 ? d->fields.n == 0 : d->fields.n == FIELDS;
}

/* Reads the draft and puts another one in its place; somebody else may have been faster. */
static bool type(struct writer *w, int round)
{
	static const char *const names[FIELDS] = {"done", "next", "percent", "problems"};
	const char *text = arena_printf(&w->a, "%d:%d", w->number, round);
	struct draft_field fields[FIELDS];
	struct draft_new d = {.fields = fields, .nfields = FIELDS, .focus = "", .seat = ""};
	struct draft there;
	int64_t version;

	if (store_draft_load(w->s, &w->a, &f.education, form, &there, &w->e))
		return false;
	if (!is_whole(&there))
		return err_set(&w->e, ERR_BUG, "a draft of two saves") == 0;
	for (int i = 0; i < FIELDS; i++)
		fields[i] = (struct draft_field){names[i], text};
	d.read = there.version;
	if (store_draft_put(w->s, &f.education, form, &d, &version, &w->e) == 0)
		return version > there.version && tell(w, 'd');
	return w->e.code == ERR_CONFLICT;
}

static bool set(struct writer *w, int round)
{
	const char *name = arena_printf(&w->a, "%d", round % 3);
	const char *value = arena_printf(&w->a, "%d:%d", w->number, round);

	return store_setting_put(w->s, &f.education, "view:test", name, value, &w->e) == 0 &&
	       tell(w, 's');
}

/* Writes the report anew on top of what stands there: handed in, taken back, or as a draft. */
static bool report(struct writer *w, int round)
{
	struct report_row row = {0};
	int rc;

	rc = store_report_find(w->s, &w->a, &f.education, w->report.action_id, w->report.unit_id,
			       w->report.period_id, &row, &w->e);
	if (rc < 0 && w->e.code != ERR_NOT_FOUND)
		return false;
	if (rc == 0 && row.state == REPORT_SUBMITTED)
		rc = store_report_review(w->s, &f.education, row.id, row.version, REPORT_RECALL, "",
					 NULL, &w->e);
	else {
		w->report.report_id = rc == 0 ? row.id : 0;
		w->report.version = rc == 0 ? row.version : 0;
		w->report.percent = round;
		rc = store_report_put(w->s, &f.education, &w->report,
				      round % 2 ? REPORT_SUBMIT : REPORT_SAVE, &w->a, &row, NULL,
				      &w->e);
	}
	return rc == 0 ? tell(w, 'r') : w->e.code == ERR_CONFLICT || w->e.code == ERR_EXISTS;
}

static int write_rounds(struct writer *w)
{
	for (int round = 0; round < ROUNDS; round++) {
		w->e = (struct err)ERR_INIT;
		if (!type(w, round) || !set(w, round) || !report(w, round))
			return 1;
		arena_free(&w->a);
	}
	return 0;
}

/* The process has a connection of its own, and leaves without touching that of the test. */
static pid_t start_writer(int number, int out)
{
	struct writer w = {.e = ERR_INIT, .number = number, .tell = out};

	w.report = (struct report_new){.action_id = fixture_action(&f, "2"),
				       .unit_id = fixture_unit(&f, "区教育局"),
				       .period_id = fixture_period(&f, "2021Q4"),
				       .done = "筛查",
				       .problems = "",
				       .next = ""};
	pid_t child = fork();
	cr_assert_geq(child, 0);
	if (child)
		return child;
	if (store_open(f.path, &w.s, &w.e) || write_rounds(&w)) {
		fprintf(stderr, "writer %d: %s\n", number, w.e.text);
		_exit(1);
	}
	store_close(w.s);
	_exit(0);
}

/* What was told: how many of each letter, until all have left. */
struct told {
	int drafts, settings, reports;
};

static void count(struct told *t, char what)
{
	t->drafts += what == 'd';
	t->settings += what == 's';
	t->reports += what == 'r';
}

static struct told listen(int in, pid_t killed)
{
	struct told t = {0};
	char what;
	int n = 0;

	while (read(in, &what, 1) == 1) {
		count(&t, what);
		if (killed && ++n == KILLED_AFTER)
			cr_assert_eq(kill(killed, SIGKILL), 0);
	}
	return t;
}

static struct told run_writers(bool kill_one)
{
	pid_t writers[WRITERS];
	struct told t;
	int pipe_ends[2];

	cr_assert_eq(pipe(pipe_ends), 0);
	for (int i = 0; i < WRITERS; i++)
		writers[i] = start_writer(i, pipe_ends[1]);
	close(pipe_ends[1]);
	t = listen(pipe_ends[0], kill_one ? writers[0] : 0);
	close(pipe_ends[0]);
	for (int i = 0; i < WRITERS; i++) {
		int status = -1;

		cr_assert_eq(waitpid(writers[i], &status, 0), writers[i]);
		if (!kill_one || i > 0)
			cr_expect(WIFEXITED(status) && WEXITSTATUS(status) == 0, "writer %d: %d", i,
				  status);
	}
	return t;
}

/* A process that is killed may have written once more than it told. */
static void expect_kept(const struct told *t, int untold)
{
	int64_t nrows, ndrafts = 0, nreports;
	struct draft d;
	char *fault = file_fault(f.path);

	cr_expect_null(fault, "%s", fault);
	free(fault);
	OK(&f, store_log_verify(f.s, &nrows, &f.e));
	OK(&f, store_draft_load(f.s, &f.a, &f.education, form, &d, &f.e));
	cr_expect(is_whole(&d));
	ndrafts = d.version;
	cr_expect(ndrafts >= t->drafts && ndrafts <= t->drafts + untold, "%d told, %lld kept",
		  t->drafts, (long long)ndrafts);
	nreports = fixture_count(&f, "SELECT count(*) FROM log WHERE act LIKE 'report.%'");
	cr_expect(nreports >= t->reports && nreports <= t->reports + untold, "%d told, %lld kept",
		  t->reports, (long long)nreports);
	cr_expect_eq(fixture_count(&f, "SELECT version FROM report"), nreports);
	cr_expect_eq(fixture_count(&f, "SELECT count(*) FROM person_setting "
				       "WHERE kind = 'view:test'"),
		     3);
}

Test(processes, write_at_once_and_nothing_is_lost)
{
	struct told t = run_writers(false);

	cr_expect_eq(t.settings, WRITERS * ROUNDS);
	cr_expect_geq(t.drafts, ROUNDS);
	cr_expect_geq(t.reports, ROUNDS);
	expect_kept(&t, 0);
}

Test(processes, one_that_is_killed_leaves_the_file_whole_and_the_others_at_work)
{
	struct told t = run_writers(true);

	cr_expect_geq(t.settings, (WRITERS - 1) * ROUNDS);
	expect_kept(&t, 1);
}
