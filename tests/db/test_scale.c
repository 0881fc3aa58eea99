/* What happens while a plan is carried out must not grow with the file: every statement of these
 * families finds an index, and the list of a unit takes as many steps with ten thousand reports of
 * others in the file as with none. And a write that breaks off anywhere leaves nothing behind. */
#include "db/report/store_evidence.h"
#include "db/store_internal.h"
#include "db/report/store_milestone.h"
#include "db/report/store_period.h"
#include "db/plan/store_task.h"
#include "tests/db/fault.h"
#include "tests/db/world.h"
#include "tests/support/file_check.h"

#include <criterion/criterion.h>
#include <string.h>

#define TODAY "2021-11-21"
#define AT    "'2021-01-01T00:00:00Z'"

static struct world w;
static const struct lamp_rules rules = LAMP_RULES_DEFAULT;

static void setup(void)
{
	world_make(&w);
}

static void teardown(void)
{
	world_remove(&w);
}

TestSuite(scale, .init = setup, .fini = teardown);

/* Five plans of 30 actions, 14 units in each (101 to 114), five periods. */
static const char five_plans[] =
	"WITH RECURSIVE n (i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < 5) "
	"INSERT INTO plan (id, code, title, lead_rule, changed_at, imported_at, sha256, text) "
	"SELECT 10 + i, 'p' || i, '方案', 'star', " AT ", " AT ", printf('%064d', 10 + i), 'x' "
	"FROM n;"
	"WITH RECURSIVE n (i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < 14) "
	"INSERT INTO unit (id, name, kind, changed_at) "
	"SELECT 100 + i, '单位' || i, 'single', " AT " FROM n;"
	"WITH RECURSIVE n (i) AS (VALUES (0) UNION ALL SELECT i + 1 FROM n WHERE i < 149) "
	"INSERT INTO action (id, plan_id, seq, no, path, title, line, clause_from, clause_to, "
	"changed_at, clause) "
	"SELECT 1000 + i, 11 + i / 30, i % 30, 'n' || i, 'n' || i, '任务', 1, 0, 0, " AT
	", '' FROM n;"
	"INSERT INTO assignment (action_id, unit_id, seq, role, changed_at) "
	"SELECT a.id, u.id, u.id, CASE u.id WHEN 101 THEN 'lead' ELSE 'coop' END, " AT " "
	"FROM action a JOIN unit u ON u.id > 100 WHERE a.id >= 1000;"
	"WITH RECURSIVE n (i) AS (VALUES (0) UNION ALL SELECT i + 1 FROM n WHERE i < 4) "
	"INSERT INTO period (plan_id, code, kind, year, number, opens, due, closes, changed_at) "
	"SELECT p.id, printf('2021-%02d', 7 + i), 'month', 2021, 7 + i, printf('2021-%02d-01', 7 + "
	"i), "
	"printf('2021-%02d-28', 7 + i), printf('2021-%02d-05', 8 + i), " AT " "
	"FROM plan p JOIN n WHERE p.id > 10;";

/* Reports of some units for every action and period, and a milestone of each. */
#define REPORTS_OF(units)                                                                          \
	"INSERT INTO report (action_id, unit_id, period_id, role, state, percent, submitted_at, "  \
	"changed_at, done) SELECT a.id, s.unit_id, p.id, s.role, 'accepted', 50, " AT ", " AT      \
	", '本期完成情况' FROM action a JOIN assignment s ON s.action_id = a.id "            \
	"JOIN period p ON p.plan_id = a.plan_id WHERE a.id >= 1000 AND s.unit_id " units ";"       \
	"INSERT INTO milestone (action_id, unit_id, title, due, changed_at) "                      \
	"SELECT s.action_id, s.unit_id, '节点', '2021-12-31', " AT                                 \
	" FROM assignment s WHERE s.unit_id " units ";"

/* The statement among those that the store has prepared that has this in it. */
static const char *kept_statement(const char *part)
{
	for (size_t i = 0; i < SQL_BUCKETS; i++) {
		for (const struct sql_stmt *q = w.s->db->kept[i]; q; q = q->next) {
			if (strstr(q->text, part))
				return q->text;
		}
	}
	cr_assert(false, "no statement has \"%s\"", part);
	return NULL;
}

/* Steps of SQLite's machine for the list of one unit. */
static int steps_of_list(const char *text, int64_t unit_id, int *nrows)
{
	sqlite3 *db;
	sqlite3_stmt *q;

	db = file_open(w.path);
	cr_assert_eq(sqlite3_prepare_v2(db, text, -1, &q, NULL), SQLITE_OK);
	sqlite3_bind_text(q, 1, TODAY, -1, SQLITE_STATIC);
	sqlite3_bind_int64(q, 2, 0);
	sqlite3_bind_int64(q, 3, unit_id);
	sqlite3_bind_int64(q, 4, 0);
	sqlite3_bind_int64(q, 6, 0);
	for (*nrows = 0; sqlite3_step(q) == SQLITE_ROW;)
		++*nrows;
	int steps = sqlite3_stmt_status(q, SQLITE_STMTSTATUS_VM_STEP, 0);
	sqlite3_finalize(q);
	sqlite3_close(db);
	return steps;
}

Test(scale, the_list_of_a_unit_does_not_grow_with_the_reports_of_others)
{
	struct task_filter f = {.unit_id = 101, .role = -1, .lamp = -1};
	struct task_rows rows;
	int nrows, before, after;

	world_script(&w, five_plans);
	world_script(&w, REPORTS_OF("= 101"));
	cr_assert_eq(store_task_list(w.s, &w.a, NULL, &f, &rules, world_day(TODAY), &rows, &w.e), 0,
		     "%s", w.e.text);
	cr_assert_eq(rows.n, 150);
	const char *text = kept_statement("t.unit_id = ?3 AND (?4 = 0");
	before = steps_of_list(text, 101, &nrows);
	cr_assert_eq(nrows, 150);

	world_script(&w, REPORTS_OF("> 101"));
	cr_assert_geq(world_number(&w, "SELECT count(*) FROM report"), 10000);
	after = steps_of_list(text, 101, &nrows);
	cr_assert_eq(nrows, 150);
	cr_expect_leq(after, before + before / 50, "%d steps, %d before", after, before);
	cr_expect_leq(after, 150 * 500, "%d steps for 150 rows", after);

	cr_assert_eq(store_task_list(w.s, &w.a, NULL, &f, &rules, world_day(TODAY), &rows, &w.e),
		     0);
	cr_assert_eq(rows.n, 150);
	cr_expect_eq(rows.at[149].percent, 50);
	cr_expect_str_eq(rows.at[149].last_period, "2021-11");
	cr_expect_str_eq(rows.at[149].milestone, "节点");
	cr_expect_eq(rows.at[149].report_state, REPORT_ACCEPTED);
}

static void read_everything(struct actor *who)
{
	const struct milestone_filter steps[] = {
		{0},
		{.plan_id = PLAN},
		{.action_id = ACTION_1},
		{.unit_id = EDUCATION},
		{.unit_id = EDUCATION, .action_id = ACTION_1},
	};
	const struct evidence_filter proofs[] = {{.action_id = ACTION_1},
						 {.milestone_id = 1},
						 {.report_id = 1},
						 {.unit_id = EDUCATION},
						 {0}};
	const struct task_filter tasks[] = {
		{.unit_id = EDUCATION, .role = -1, .lamp = -1},
		{.action_id = ACTION_1, .role = -1, .lamp = -1},
		{.plan_id = PLAN, .role = -1, .lamp = -1},
	};
	struct milestone_rows milestones;
	struct evidence_rows evidence;
	struct standing_rows standings;
	struct action_lines lines;
	struct report_rows reports;
	struct report_row report;
	struct period_row period;
	struct period_rows periods;
	struct task_rows rows;

	for (size_t i = 0; i < 5; i++)
		store_milestone_list(w.s, &w.a, who, &steps[i], &milestones, &w.e);
	for (size_t i = 0; i < 5; i++)
		store_evidence_list(w.s, &w.a, who, &proofs[i], 10, &evidence, &w.e);
	for (size_t i = 0; i < 3; i++)
		store_task_list(w.s, &w.a, who, &tasks[i], &rules, who->now.today, &rows, &w.e);
	store_standing_list(w.s, &w.a, who, PLAN, &rules, who->now.today, &standings, &w.e);
	store_action_lines(w.s, &w.a, who, PLAN, &rules, who->now.today, &lines, &w.e);
	store_report_list(w.s, &w.a, who, ACTION_1, 0, &reports, &w.e);
	store_report_find(w.s, &w.a, who, ACTION_2, EDUCATION, Q4, &report, &w.e);
	store_report_before(w.s, &w.a, who, ACTION_2, EDUCATION, Q4, &report, &w.e);
	store_report_waiting(w.s, &w.a, who, 0, 10, &reports, &w.e);
	store_period_list(w.s, &w.a, PLAN, &periods, &w.e);
	store_period_list(w.s, &w.a, 0, &periods, &w.e);
	store_period_find(w.s, &w.a, PLAN, "2021Q4", &period, &w.e);
	store_period_current(w.s, &w.a, PLAN, who->now.today, &period, &w.e);
}

static struct milestone_row put_milestone(void)
{
	struct actor edu = world_actor(&w, EDU_OFFICER, TODAY);
	struct milestone_new m = {
		.action_id = ACTION_2,
		.unit_id = EDUCATION,
		.title = "会",
		.note = "",
		.due = world_day(TODAY),
	};
	struct milestone_row row;

	cr_assert_eq(store_milestone_put(w.s, &edu, &m, &w.a, &row, NULL, &w.e), 0);
	return row;
}

static void write_everything(void)
{
	struct actor edu = world_actor(&w, EDU_OFFICER, TODAY);
	struct report_new r = world_text(ACTION_2, EDUCATION, Q4, 10, "做了");
	struct report_row report = world_put(&w, EDU_OFFICER, TODAY, &r, REPORT_SUBMIT);
	struct milestone_row m = put_milestone();
	struct evidence_new v = {
		.unit_id = EDUCATION,
		.milestone_id = m.id,
		.kind = EVIDENCE_DOCUMENT,
		.title = "通知",
		.doc_no = "云教〔2021〕1号",
	};
	struct evidence_row row;

	world_review(&w, OFFICE, TODAY, report.id, REPORT_RETURN, "x");
	cr_assert_eq(store_evidence_add(w.s, &edu, &v, &w.a, &row, NULL, &w.e), 0, "%s", w.e.text);
	cr_assert_eq(store_milestone_step(w.s, &edu, m.id, m.version, MILESTONE_FINISH,
					  world_day(TODAY), "", NULL, &w.e),
		     0);
}

/* What may be read from end to end: open plans and waiting reports, by the index of just these;
 * what the statement itself has made; evidence of everybody, newest first until the page is full.
 */
static bool may_scan(const char *detail)
{
	static const char *const known[] = {
		"SCAN x USING COVERING INDEX plan_state",
		"SCAN r USING INDEX report_waiting",
		"SCAN n USING INDEX notice_open",
		"SCAN now",
		"SCAN part",
		"SCAN v",
		"SCAN CONSTANT ROW",
	};

	for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
		if (strcmp(detail, known[i]) == 0)
			return true;
	}
	return false;
}

static void expect_indexed(const char *text)
{
	const char *explain = arena_printf(&w.a, "EXPLAIN QUERY PLAN %s", text);
	struct sql_stmt *q = sql_query(w.s->db, explain, &w.e);

	while (sql_next(q, &w.e) > 0) {
		for (int i = 0; i < 3; i++)
			sql_skip(q);
		const char *detail = sql_peek(q);
		cr_expect(strncmp(detail, "SCAN", 4) != 0 || may_scan(detail), "%s\nin: %s", detail,
			  text);
	}
}

Test(scale, every_statement_finds_an_index)
{
	const char *texts[200];
	size_t n = 0;
	struct actor office = world_actor(&w, OFFICE, TODAY);
	struct actor edu = world_actor(&w, EDU_OFFICER, TODAY);

	store_close(w.s); /* forget the statements that made the district */
	w.s = world_open_again(&w);
	write_everything();
	read_everything(&office);
	read_everything(&edu);
	for (size_t i = 0; i < SQL_BUCKETS; i++) {
		for (const struct sql_stmt *q = w.s->db->kept[i]; q; q = q->next) {
			cr_assert_lt(n, sizeof texts / sizeof *texts);
			texts[n++] = q->text;
		}
	}
	cr_assert_gt(n, 40);
	for (size_t i = 0; i < n; i++)
		expect_indexed(texts[i]);
}

/* Each write as one that can be tried again: 0 or -1. */
static int submit(void)
{
	struct actor edu = world_actor(&w, EDU_OFFICER, TODAY);
	struct report_volume_row volumes[] = {{.volume_id = VOLUME, .value = "3"}};
	struct report_new r = world_text(ACTION_2, EDUCATION, Q4, 10, "做了");
	struct report_row row;

	r.volumes.at = volumes;
	r.volumes.n = 1;
	return store_report_put(w.s, &edu, &r, REPORT_SUBMIT, &w.a, &row, &w.changes, &w.e);
}

static int prove(void)
{
	struct actor edu = world_actor(&w, EDU_OFFICER, TODAY);
	struct evidence_new v = {
		.unit_id = EDUCATION,
		.action_id = ACTION_2,
		.kind = EVIDENCE_DOCUMENT,
		.title = "通知",
		.doc_no = "云教〔2021〕1号",
	};
	struct evidence_row row;

	return store_evidence_add(w.s, &edu, &v, &w.a, &row, &w.changes, &w.e);
}

static int close_period(void)
{
	struct actor office = world_actor(&w, OFFICE, TODAY);

	return store_period_close(w.s, &office, Q4, 1, &w.changes, &w.e);
}

static int64_t nrows(void)
{
	return world_number(&w, "SELECT (SELECT count(*) FROM report) + "
				"(SELECT count(*) FROM report_volume) + "
				"(SELECT count(*) FROM evidence) + "
				"(SELECT count(*) FROM evidence_link) + "
				"(SELECT count(*) FROM period WHERE closed_at IS NOT NULL) + "
				"(SELECT count(*) FROM log)");
}

static void expect_whole_or_nothing(int (*write)(void))
{
	int64_t before = nrows();
	int n = 1;

	for (;; n++) {
		fault_set(n);
		int result = write();
		bool failed = fault_calls() >= n;
		fault_set(0);
		if (!failed) {
			cr_expect_eq(result, 0, "%s", w.e.text);
			break;
		}
		cr_assert_eq(result, -1, "call %d", n);
		cr_expect_eq(w.e.code, ERR_IO, "call %d: %s", n, w.e.text);
		cr_assert_eq(w.changes, 0, "call %d", n);
		cr_assert_eq(nrows(), before, "call %d", n);
		cr_assert_lt(n, 500);
	}
	cr_expect_gt(n, 5);
	cr_expect_gt(nrows(), before);
	cr_expect_neq(w.changes, 0);
	w.changes = 0;
}

Test(scale, a_write_that_breaks_off_leaves_nothing_behind)
{
	store_close(w.s);
	cr_assert_eq(store_open_with(&sql_fault, w.path, &w.s, &w.e), 0, "%s", w.e.text);
	expect_whole_or_nothing(submit);
	expect_whole_or_nothing(prove);
	expect_whole_or_nothing(close_period);
}
