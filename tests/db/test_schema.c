/* The schema: migrations from nothing and from an older version, its words against those of core,
 * and the query plan of every statement that the store has. */
#include "tests/db/fixture.h"
#include "tests/db/statements.h"

#include "db/migrations.h"

#include <criterion/criterion.h>
#include <sqlite3.h>
#include <criterion/parameterized.h>

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define AT   "'2021-01-01T00:00:00Z'"
#define HASH "'0000000000000000000000000000000000000000000000000000000000000000'"

static struct fixture f;

static void begin(void)
{
	fixture_begin(&f);
}

static void end(void)
{
	fixture_end(&f);
}

TestSuite(schema, .init = begin, .fini = end);

static int64_t version_of(struct sql *db)
{
	int64_t application, version;

	OK(&f, db->ops->get_stamp(db, &application, &version, &f.e));
	cr_expect_eq(application, STORE_APPLICATION);
	return version;
}

Test(schema, a_new_file_has_the_newest)
{
	cr_expect_eq(version_of(f.s->db), migrations_count);
	cr_expect_eq(fixture_count(&f, "select count(*) from pragma_foreign_key_check"), 0);
}

static struct sql *empty_file(char **path)
{
	struct sql *db;

	*path = tmp_path(&f.tmp, "old.db");
	OK(&f, sql_sqlite.open(&db, *path, SQL_MAKE, &f.e));
	OK(&f, db->ops->set_stamp(db, STORE_APPLICATION, 0, &f.e));
	return db;
}

static const struct migration steps[] = {
	{1, "first", "create table a (x integer) strict; insert into a values (1);"},
	{2, "second", "alter table a add column y integer; update a set y = 2;"},
	{3, "third", "create table b (x integer) strict; insert into b values ('no number');"},
	{0, 0, 0},
};

static int64_t count(struct sql *db, const char *text)
{
	int64_t n = -1;

	cr_assert_eq(sql_get(db, text, &n, &f.e), 1, "%s: %s", text, f.e.text);
	return n;
}

Test(schema, an_older_file_is_copied_and_brought_up_to_date)
{
	const struct migration one[] = {steps[0], steps[3]}, two[] = {steps[0], steps[1], steps[3]};
	char *path, *copy;
	struct sql *db = empty_file(&path), *old;

	copy = xasprintf("%s.before-0002", path);
	OK(&f, store_migrate_by(db, path, one, &f.e));
	cr_expect_eq(version_of(db), 1);
	cr_expect_eq(access(copy, F_OK), -1);
	OK(&f, store_migrate_by(db, path, two, &f.e));
	cr_expect_eq(version_of(db), 2);
	cr_expect_eq(count(db, "select y from a"), 2);
	OK(&f, sql_sqlite.open(&old, copy, SQL_OPEN, &f.e));
	cr_expect_eq(version_of(old), 1);
	cr_expect_eq(count(old, "select count(*) from a"), 1);
	sql_close(old);
	OK(&f, store_migrate_by(db, path, two, &f.e));
	sql_close(db);
	free(copy);
	free(path);
}

Test(schema, an_older_file_gets_sums_and_its_copy_is_as_it_was)
{
	const struct migration two[] = {steps[0], steps[1], steps[3]};
	char *path = tmp_path(&f.tmp, "plain.db"), *copy = xasprintf("%s.before-0002", path);
	sqlite3 *plain;
	struct sql *db;

	cr_assert_eq(sqlite3_open(path, &plain), SQLITE_OK);
	cr_assert_eq(sqlite3_exec(plain,
				  "pragma journal_mode = wal; create table a (x integer) strict;"
				  "insert into a values (1); pragma application_id = 1685414497;"
				  "pragma user_version = 1",
				  NULL, NULL, NULL),
		     SQLITE_OK);
	sqlite3_close(plain);
	OK(&f, sql_sqlite.open(&db, path, SQL_OPEN, &f.e));
	cr_expect_not(db->ops->has_sums(db));
	OK(&f, store_migrate_by(db, path, two, &f.e));
	cr_expect(db->ops->has_sums(db));
	cr_expect_eq(count(db, "select y from a"), 2);
	cr_expect_eq(count(db, "select journal_mode = 'wal' from pragma_journal_mode"), 1);
	sql_close(db);
	OK(&f, sql_sqlite.open(&db, copy, SQL_OPEN, &f.e));
	cr_expect_not(db->ops->has_sums(db));
	sql_close(db);
	free(copy);
	free(path);
}

Test(schema, a_migration_that_fails_leaves_the_version_before)
{
	char *path;
	struct sql *db = empty_file(&path);

	REFUSED(&f, ERR_BUG, "0003_third", store_migrate_by(db, path, steps, &f.e));
	cr_expect_eq(version_of(db), 2);
	cr_expect_eq(count(db, "select count(*) from sqlite_schema where name = 'b'"), 0);
	sql_close(db);
	free(path);
}

/* A file of the first version: a unit that the document names, one with another role since, one
 * taken off, one that the office added; a deadline of the import and a milestone of the office. */
static const char first_version[] =
	"insert into unit (id, name, kind, changed_at) values (1, '甲局', 'single', " AT "), "
	"(2, '乙局', 'single', " AT "), (3, '丙局', 'single', " AT "), (4, '丁局', 'single', " AT
	");"
	"insert into plan (id, code, title, lead_rule, changed_at, imported_at, sha256, text) "
	"values "
	"(1, 'p', '方案', 'star', " AT ", " AT ", hex(zeroblob(32)), 'x');"
	"insert into action (id, plan_id, seq, no, path, title, line, clause_from, clause_to, "
	"changed_at, clause) values (1, 1, 1, '1', '1', '行动', 1, 0, 1, " AT ", 'x');"
	"insert into assignment (action_id, unit_id, seq, role, state, changed_at) values "
	"(1, 1, 1, 'lead', 'issued', " AT "), (1, 2, 2, 'lead', 'issued', " AT "), "
	"(1, 3, 3, 'coop', 'withdrawn', " AT "), (1, 4, 4, 'shared', 'issued', " AT ");"
	"insert into milestone (id, action_id, title, due, changed_at) values "
	"(1, 1, '截止', '2021-12-31', " AT "), (2, 1, '开会', '2021-06-01', " AT ");"
	"insert into log (at, person, post, remote, act, object, action_id, unit_id, before, "
	"after, "
	"hash) values "
	"(" AT ", '', '', '', 'assignment.put', '', 1, 2, '{\"role\":\"coop\"}', '{}', " HASH "), "
	"(" AT ", '', '', '', 'assignment.put', '', 1, 2, '{\"role\":\"shared\"}', '{}', " HASH
	"), "
	"(" AT
	", '', '', '', 'assignment.withdraw', '', 1, 3, '{\"state\":\"issued\"}', '{}', " HASH "), "
	"(" AT ", '', '', '', 'assignment.put', '', 1, 4, '', '{\"role\":\"shared\"}', " HASH "), "
	"(" AT ", '', '', '', 'milestone.add', 'milestone 2', 1, NULL, '', '{}', " HASH ");";

Test(schema, what_is_the_documents_is_known_in_an_older_file)
{
	const struct migration first[] = {migrations[0], {0, 0, 0}};
	char *path;
	struct sql *db = empty_file(&path);

	OK(&f, store_migrate_by(db, path, first, &f.e));
	OK(&f, db->ops->script(db, first_version, &f.e));
	OK(&f, store_migrate(db, path, &f.e));
	cr_expect_eq(version_of(db), migrations_count);
	cr_expect_eq(count(db, "select doc_role = 'lead' from assignment where unit_id = 1"), 1);
	cr_expect_eq(count(db, "select doc_role = 'coop' from assignment where unit_id = 2"), 1);
	cr_expect_eq(count(db, "select doc_role = 'coop' from assignment where unit_id = 3"), 1);
	cr_expect_eq(count(db, "select doc_role is null from assignment where unit_id = 4"), 1);
	cr_expect_eq(count(db, "select group_concat(id) from milestone where of_document = 1"), 1);
	cr_expect_eq(count(db, "select edition from plan"), 1);
	cr_expect_eq(count(db, "select edition_from from action where edition_to is null"), 1);
	sql_close(db);
	free(path);
}

/* The words of a set, and where the schema lists them. */
#define WORD(id, word, label) word,
static const char *const role_words[] = {ROLES(WORD) NULL};
static const char *const lead_rule_words[] = {LEAD_RULES(WORD) NULL};
static const char *const op_words[] = {TARGET_OPS(WORD) NULL};
static const char *const unit_kind_words[] = {UNIT_KINDS(WORD) NULL};
static const char *const plan_state_words[] = {PLAN_STATES(WORD) NULL};
static const char *const action_state_words[] = {ACTION_STATES(WORD) NULL};
static const char *const assignment_state_words[] = {ASSIGNMENT_STATES(WORD) NULL};
static const char *const report_state_words[] = {REPORT_STATES(WORD) NULL};
static const char *const milestone_state_words[] = {MILESTONE_STATES(WORD) NULL};
static const char *const period_kind_words[] = {PERIOD_KINDS(WORD) NULL};
static const char *const evidence_kind_words[] = {EVIDENCE_KINDS(WORD) NULL};
static const char *const case_state_words[] = {CASE_STATES(WORD) NULL};
static const char *const access_act_words[] = {ACCESS_ACTS(WORD) NULL};
static const char *const post_role_words[] = {POST_ROLES(WORD) NULL};

static const struct {
	const char *table, *column;
	const char *const *words;
} sets[] = {
	{"post", "role", post_role_words},
	{"unit", "kind", unit_kind_words},
	{"plan", "lead_rule", lead_rule_words},
	{"plan", "state", plan_state_words},
	{"action", "state", action_state_words},
	{"assignment", "role", role_words},
	{"assignment", "state", assignment_state_words},
	{"assignment", "doc_role", role_words},
	{"edition", "lead_rule", lead_rule_words},
	{"target", "op", op_words},
	{"period", "kind", period_kind_words},
	{"report", "role", role_words},
	/* the first one, "none", stands for no row */
	{"report", "state", report_state_words + 1},
	{"milestone", "state", milestone_state_words},
	{"evidence", "kind", evidence_kind_words},
	{"example", "state", case_state_words},
	{"access", "act", access_act_words},
};

static const char *table_text(const char *table)
{
	static const char text[] = "select sql from sqlite_schema where type = 'table' "
				   "and name = ?1";
	struct sql_stmt *q = sql_query(f.s->db, text, &f.e, sql_text(table));

	cr_assert_eq(sql_next(q, &f.e), 1, "%s", table);
	const char *sql = sql_take_text(q, &f.a);
	sql_end(q);
	return sql;
}

Test(schema, the_words_are_those_of_core)
{
	for (size_t i = 0; i < sizeof sets / sizeof *sets; i++) {
		struct strbuf expected = STRBUF_INIT;
		strbuf_printf(&expected, "CHECK (%s IN (", sets[i].column);
		for (const char *const *w = sets[i].words; *w; w++)
			strbuf_printf(&expected, "%s'%s'", w == sets[i].words ? "" : ", ", *w);
		strbuf_puts(&expected, "))");
		cr_expect_not_null(strstr(table_text(sets[i].table), expected.s), "%s: %s",
				   sets[i].table, expected.s);
		strbuf_free(&expected);
	}
}

Test(schema, the_log_is_only_added_to)
{
	cr_expect_eq(f.s->db->ops->script(f.s->db, "update log set person = 'x'", &f.e), -1);
	cr_expect_eq(f.s->db->ops->script(f.s->db, "delete from log", &f.e), -1);
	cr_expect_not_null(strstr(f.e.text, "only added to"), "%s", f.e.text);
}

/* Tables that stay small, and what was looked up before: a view, a table of the statement. */
static const char *const small[] = {"plan",    "unit", "person",	"task_share",
				    "now",     "part", "sqlite_master", "calendar_day",
				    "setting", "owed", "ssh_key"};

/* What is meant to go on for long: as the plan says it, and words of the statement. */
static const struct {
	const char *detail, *words;
} meant[] = {
	{"log", "hash FROM log ORDER BY id"},	    /* proving the whole chain */
	{"access", "hash FROM access ORDER BY id"}, /* the same */
	{"pragma_foreign_key_check VIRTUAL TABLE INDEX 0:", "pragma_foreign_key_check"},
	{"b", "FROM blob b ORDER BY b.id"}, /* all files */
	{"blob", "FROM blob b ORDER BY b.id"},
	{"dbstat VIRTUAL TABLE INDEX 0:", "FROM dbstat"},	 /* whose pages they are */
	{"access", "SELECT at FROM access ORDER BY id LIMIT 1"}, /* the oldest */
	/* once a day: back to a month ago; up to the first that is kept; all that have ended */
	{"access", "ORDER BY id DESC LIMIT 1"},
	{"access", "DELETE FROM access"},
	{"session", "DELETE FROM session"},
	{"session USING INDEX session_person", "DELETE FROM session"},
	{"f", "FROM draft_form f JOIN person p"},  /* a restore takes over all of them */
	{"a", "FROM access a LEFT JOIN person p"}, /* newest first, to a limit */
	/* these indexes hold only what waits */
	{"r USING INDEX report_waiting", ""},
	{"q USING INDEX request_waiting", ""},
	{"s USING INDEX assignment_issued", ""},
	{"n USING INDEX notice_open", ""},
	{"n", "FROM notice n JOIN plan l"},			  /* newest first, to a limit */
	{"q", "FROM request q JOIN plan l"},			  /* newest first, to a limit */
	{"v", "FROM evidence v JOIN unit u ON u.id = v.unit_id"}, /* newest first, to a limit */
	{"x", "FROM example x JOIN plan l"},			  /* newest first, to a limit */
	{"evidence USING INDEX evidence_document",
	 "kind = 'document' AND doc_no <> ''"}, /* numbers, compared as they mean the same */
	/* the search index by a word of it within a range of ids, newest first */
	{"g VIRTUAL TABLE INDEX 192:M1><", "search_gram MATCH"},
	/* the posts that have ended, once at a restore */
	{"o", "WHERE o.ended_at IS NOT NULL ORDER BY o.id"},
	/* filling the search index of an older file */
	{"action", "SELECT id FROM action ORDER BY id"},
	{"report", "SELECT id FROM report ORDER BY id"},
	{"milestone", "SELECT id FROM milestone ORDER BY id"},
	{"evidence", "SELECT id FROM evidence ORDER BY id"},
	{"notice", "SELECT id FROM notice ORDER BY id"},
	{"request", "SELECT id FROM request ORDER BY id"},
	{"example", "SELECT id FROM example ORDER BY id"},
};

/* Whether `name`, as a plan has it, is one of them or another name of one in this statement. */
static bool is_small(const char *text, const char *name)
{
	size_t n = strcspn(name, " ");

	for (size_t i = 0; i < sizeof small / sizeof *small; i++) {
		const char *as = arena_printf(&f.a, " %s %.*s ", small[i], (int)n, name);
		if ((strlen(small[i]) == n && strncmp(small[i], name, n) == 0) || strstr(text, as))
			return true;
	}
	return false;
}

static bool is_meant(const char *text, const char *detail)
{
	for (size_t i = 0; i < sizeof meant / sizeof *meant; i++) {
		if (strcmp(meant[i].detail, detail) == 0 && strstr(text, meant[i].words))
			return true;
	}
	return false;
}

/* A table that grows is not gone through from end to end, unless that is meant. */
static void check_plan(const char *text)
{
	struct sql_stmt *q =
		sql_query(f.s->db, arena_printf(&f.a, "explain query plan %s", text), &f.e);

	cr_expect_not_null(q, "%s\n  %s", f.e.text, text);
	while (q && sql_next(q, &f.e) > 0) {
		q->col = 3;
		const char *detail = sql_take_text(q, &f.a);
		if (strncmp(detail, "SCAN ", 5) == 0 && strcmp(detail + 5, "CONSTANT ROW") != 0)
			cr_expect(is_small(text, detail + 5) || is_meant(text, detail + 5),
				  "%s\n  %s", detail, text);
	}
}

Test(schema, every_statement_uses_an_index)
{
	/* with foreign keys a plan also lists checks that are skipped at run time */
	OK(&f, f.s->db->ops->script(f.s->db, "pragma foreign_keys = off", &f.e));
	cr_expect_gt(statements_each(check_plan), 80);
}
