/*
 * Many processes at the same rows at once: every write is either stored or refused because somebody
 * was faster, and then both versions are there to be compared. Nothing is counted twice, nothing is
 * lost, and nobody is told that the file is locked.
 */
#include "tests/survive/acts.h"
#include "tests/survive/crew.h"

#include "db/report/store_milestone.h"
#include "db/report/store_report.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum { CREW = 50, WRITES = 200 };

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

TestSuite(conflict, .init = begin, .fini = end);

struct rows {
	int64_t action_id, unit_id, period_id, report_id, milestone_id;
};

static struct rows rows;

/* The report and the milestone that everybody writes over. */
static void make_rows(void)
{
	rows.action_id = fixture_action(&f, "2");
	rows.unit_id = fixture_unit(&f, "区教育局");
	rows.period_id = fixture_period(&f, "2021Q4");
	OK(&f, acts[0].act(&f, 0));
	rows.report_id = fixture_count(&f, "SELECT id FROM report");
	struct milestone_new m = {.action_id = rows.action_id,
				  .unit_id = rows.unit_id,
				  .title = "筛查",
				  .note = "",
				  .due = {2021, 12, 31},
				  .weight = 1};
	struct milestone_row row;
	OK(&f, store_milestone_put(f.s, &f.education, &m, &f.a, &row, NULL, &f.e));
	rows.milestone_id = row.id;
}

/* What everybody writes: whose hand, and how often it has written. */
#define TEXT "甲%d乙%d丙"

/* Whether it is said who was faster, and their text, of another write than mine and newer than what
 * I had read, is there to be read beside mine. */
static bool has_both(const struct hand *h, int64_t read, int64_t now, const char *mine,
		     const char *theirs)
{
	int hand = -1, write = -1;

	return strstr(h->e.text, f.education.name) && strstr(h->e.text, "nothing was written") &&
	       now > read && strcmp(mine, theirs) != 0 &&
	       sscanf(theirs, TEXT, &hand, &write) == 2 && hand >= 0 && hand < CREW && write >= 0 &&
	       write < WRITES;
}

/* Writes over the report that it has read; 1 stored, 0 refused with both versions. */
static int write_report(struct hand *h, const char *text)
{
	struct report_row there, row;

	if (store_report_get(h->s, &h->a, &f.education, rows.report_id, &there, &h->e))
		return -1;
	hand_tell(h, HAND_READ);
	struct report_new r = {.action_id = rows.action_id,
			       .unit_id = rows.unit_id,
			       .period_id = rows.period_id,
			       .report_id = rows.report_id,
			       .version = there.version,
			       .percent = 1,
			       .done = text,
			       .problems = "",
			       .next = ""};
	if (!store_report_put(h->s, &f.education, &r, REPORT_SAVE, &h->a, &row, NULL, &h->e))
		return row.version == there.version + 1 ? 1 : -1;
	if (h->e.code != ERR_CONFLICT ||
	    store_report_get(h->s, &h->a, &f.education, rows.report_id, &row, &h->e))
		return -1;
	return has_both(h, there.version, row.version, text, row.done) ? 0 : -1;
}

static int write_milestone(struct hand *h, const char *text)
{
	struct milestone_row there, row;

	if (store_milestone_get(h->s, &h->a, &f.education, rows.milestone_id, &there, &h->e))
		return -1;
	struct milestone_new m = {.action_id = rows.action_id,
				  .unit_id = rows.unit_id,
				  .milestone_id = rows.milestone_id,
				  .version = there.version,
				  .title = text,
				  .note = "",
				  .due = {2021, 12, 31},
				  .weight = 1};
	if (!store_milestone_put(h->s, &f.education, &m, &h->a, &row, NULL, &h->e))
		return row.version == there.version + 1 ? 1 : -1;
	if (h->e.code != ERR_CONFLICT ||
	    store_milestone_get(h->s, &h->a, &f.education, rows.milestone_id, &row, &h->e))
		return -1;
	return has_both(h, there.version, row.version, text, row.title) ? 0 : -1;
}

static int work(struct hand *h)
{
	for (int i = 0; i < WRITES; i++) {
		const char *text = arena_printf(&h->a, TEXT, h->number, i);
		h->e = (struct err)ERR_INIT;
		int stored = i % 2 ? write_milestone(h, text) : write_report(h, text);
		if (stored < 0) {
			fprintf(stderr, "%d/%d: %s\n", h->number, i, h->e.text);
			return -1;
		}
		hand_tell(h, stored ? HAND_STORED : HAND_REFUSED);
	}
	return 0;
}

Test(conflict, every_write_is_stored_or_refused_and_counted)
{
	static struct crew crew;

	make_rows();
	int64_t nlog = fixture_count(&f, "SELECT count(*) FROM log");
	int64_t version = fixture_count(&f, "SELECT (SELECT version FROM report) + "
					    "(SELECT max(version) FROM milestone)");
	crew_run(&crew, &f, CREW, work);
	fprintf(stderr, "%d sent, %lld stored, %lld refused\n", CREW * WRITES,
		crew.told[HAND_STORED], crew.told[HAND_REFUSED]);
	cr_expect_eq(crew.nfailed, 0, "%d of %d processes have failed", crew.nfailed, CREW);
	cr_expect_eq(crew.told[HAND_STORED] + crew.told[HAND_REFUSED], CREW * WRITES);
	cr_expect_gt(crew.told[HAND_STORED], 0);
	cr_expect_gt(crew.told[HAND_REFUSED], 0, "nobody was in another's way");
	cr_expect_eq(fixture_count(&f, "SELECT count(*) FROM log") - nlog, crew.told[HAND_STORED]);
	cr_expect_eq(fixture_count(&f, "SELECT (SELECT version FROM report) + "
				       "(SELECT max(version) FROM milestone)") -
			     version,
		     crew.told[HAND_STORED]);
	/* what was stored is in the log, each text once */
	cr_expect_eq(fixture_count(&f, "SELECT count(DISTINCT after) FROM log "
				       "WHERE after LIKE '%甲%乙%丙%'"),
		     crew.told[HAND_STORED]);
	crew_expect_whole(&f);
}
