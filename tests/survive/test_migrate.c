/* Several processes open a file of an older program at the same moment: the schema is brought up to
 * date once, all of them can work with it, what was in it is there, and a copy of before is kept.
 */
#include "tests/survive/crew.h"

#include "db/log_hash.h"
#include "db/migrations.h"
#include "tests/survive/settings.h"

#include <criterion/criterion.h>
#include <criterion/parameterized.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

enum { OPENERS = 4, MIGRATIONS_MOST = 64 };

static struct fixture f;
static char *path;

static void begin(void)
{
	fixture_begin(&f);
	path = tmp_path(&f.tmp, "old.db");
}

static void end(void)
{
	free(path);
	fixture_end(&f);
}

TestSuite(migrate, .init = begin, .fini = end);

#define AT "'2021-01-01T00:00:00Z'"

/* What the first version can hold: units, a plan, an action, who carries it out, a milestone. */
static const char old_rows[] =
	"insert into person (id, login, name, changed_at) values (1, 'admin', '王立', " AT ");"
	"insert into unit (id, name, kind, changed_at) values (1, '甲局', 'single', " AT "), "
	"(2, '乙局', 'single', " AT ");"
	"insert into plan (id, code, title, lead_rule, changed_at, imported_at, sha256, text) "
	"values (1, 'p', '方案', 'star', " AT ", " AT ", hex(zeroblob(32)), 'x');"
	"insert into action (id, plan_id, seq, no, path, title, line, clause_from, clause_to, "
	"changed_at, clause) values (1, 1, 1, '1', '1', '行动', 1, 0, 1, " AT ", 'x');"
	"insert into assignment (action_id, unit_id, seq, role, state, changed_at) values "
	"(1, 1, 1, 'lead', 'issued', " AT "), (1, 2, 2, 'coop', 'issued', " AT ");"
	"insert into milestone (id, action_id, title, due, changed_at) values "
	"(1, 1, '开会', '2021-06-01', " AT ");";

static void add_log_row(struct sql *db)
{
	static const char text[] = "insert into log (id, at, person_id, person, post, remote, act, "
				   "object, before, after, hash) values (1, " AT
				   ", 1, '王立', '', '', 'file.create', '', '', '{}', ?1)";
	struct log_fields row = {
		1, 1, 0, 0, "2021-01-01T00:00:00Z", "王立", "", "", "file.create", "", "", "{}"};
	char hash[HASH_TEXT];

	log_hash("", &row, hash);
	OK(&f, sql_run(db, text, &f.e, sql_text(hash)));
}

/* A file as the program of that version has left it. */
static void make_old(int version)
{
	struct migration list[MIGRATIONS_MOST] = {{1, migrations[0].name, migrations[0].sql}};
	struct sql *db;

	OK(&f, sql_sqlite.open(&db, path, SQL_MAKE, &f.e));
	OK(&f, db->ops->set_stamp(db, STORE_APPLICATION, 0, &f.e));
	OK(&f, store_migrate_by(db, path, list, &f.e));
	OK(&f, db->ops->script(db, old_rows, &f.e));
	add_log_row(db);
	for (int i = 1; i < version; i++)
		list[i] = migrations[i];
	OK(&f, store_migrate_by(db, path, list, &f.e));
	sql_close(db);
	for (int i = 1; i < version; i++) {
		char *copy = xasprintf("%s.before-%04d", path, i + 1);
		unlink(copy);
		free(copy);
	}
}

/* All wait until the gate is closed, so that they begin at once. */
static pid_t start_opener(const int gate[2])
{
	pid_t pid = fork();
	struct store *s;
	char byte;

	cr_assert_geq(pid, 0);
	if (pid)
		return pid;
	close(gate[1]);
	while (read(gate[0], &byte, 1) > 0)
		;
	if (store_open(path, &s, &f.e)) {
		fprintf(stderr, "%s\n", f.e.text);
		_exit(1);
	}
	store_close(s);
	_exit(0);
}

static int open_at_once(void)
{
	pid_t pids[OPENERS];
	int gate[2], nfailed = 0;

	cr_assert_eq(pipe2(gate, O_CLOEXEC), 0);
	for (int i = 0; i < OPENERS; i++)
		pids[i] = start_opener(gate);
	close(gate[0]);
	close(gate[1]);
	for (int i = 0; i < OPENERS; i++) {
		int status;
		cr_assert_eq(waitpid(pids[i], &status, 0), pids[i]);
		nfailed += status != 0;
	}
	return nfailed;
}

static void expect_rows(void)
{
	cr_expect_eq(fixture_count(&f, "select count(*) from unit"), 2);
	cr_expect_eq(fixture_count(&f, "select count(*) from assignment"), 2);
	cr_expect_eq(fixture_count(&f, "select count(*) from milestone where title = '开会'"), 1);
	cr_expect_eq(fixture_count(&f, "select count(*) from log"), 1);
	cr_expect_eq(fixture_count(&f, "select user_version from pragma_user_version"),
		     migrations_count);
}

/* The copy of before can itself be opened, and comes to the same. */
static void expect_copy(int version)
{
	char *copy = xasprintf("%s.before-%04d", path, version + 1);

	store_close(f.s);
	f.s = NULL;
	OK(&f, store_open(copy, &f.s, &f.e));
	expect_rows();
	free(copy);
}

static int versions[MIGRATIONS_MOST];

ParameterizedTestParameters(migrate, happens_once_whoever_comes_first)
{
	for (int i = 0; i < migrations_count - 1; i++)
		versions[i] = i + 1;
	return cr_make_param_array(int, versions, (size_t)migrations_count - 1);
}

ParameterizedTest(int *version, migrate, happens_once_whoever_comes_first)
{
	for (int round = 0; round < LONG(3, 50); round++) {
		struct tmp again;
		tmp_make(&again);
		free(path);
		path = tmp_path(&again, "old.db");
		store_close(f.s);
		f.s = NULL;
		make_old(*version);
		cr_expect_eq(open_at_once(), 0, "from %d", *version);
		OK(&f, store_open(path, &f.s, &f.e));
		expect_rows();
		crew_expect_whole(&f);
		expect_copy(*version);
		store_close(f.s);
		f.s = NULL;
		tmp_remove(&again);
	}
}
