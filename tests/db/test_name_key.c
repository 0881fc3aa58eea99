/* The pinyin of names: there for every name whoever wrote it, that of the name as it is now, read
 * with the rows. */
#include "tests/db/edition.h"
#include "tests/support/seen.h"

#include "core/text/find.h"
#include "core/text/pinyin.h"
#include "db/migrations.h"
#include "db/search/name_key.h"
#include "db/report/store_evidence.h"
#include "db/report/store_milestone.h"
#include "db/plan/store_task.h"

#include <criterion/criterion.h>

#include <stdlib.h>
#include <string.h>

static struct edition x;

static void begin(void)
{
	edition_begin(&x);
}

static void end(void)
{
	fixture_end(&x.f);
}

TestSuite(name_key, .init = begin, .fini = end);

/* Id, names and key (NULL: none) of all things of a kind. */
#define NAMED(id, table, column, more)                                                             \
	"SELECT x.id, x." #column ", y.key FROM " #table " x LEFT JOIN name_key y "                \
	"ON y.kind = '" #table "' AND y.row_id = x.id",
static const char *const named[] = {NAME_KINDS(NAMED)};

/* The name and the other names of a unit, as they are put into one key. */
static const char *with_aliases(int64_t id, const char *names)
{
	struct unit_row u;

	if (store_unit_get(x.f.s, &x.f.a, id, &u, &x.f.e))
		return names; /* merged */
	return *u.aliases ? arena_printf(&x.f.a, "%s、%s", names, u.aliases) : names;
}

/* Every name has its key. Returns how many there are of that kind. */
static int check_kind(struct sql *db, enum name_kind kind)
{
	struct err *e = &x.f.e;
	struct sql_stmt *q = sql_query(db, named[kind], e);
	int n = 0;

	for (; sql_next(q, e) > 0; n++) {
		int64_t id = sql_take_i64(q);
		const char *name = sql_take_text(q, &x.f.a);
		const char *key = sql_take_text(q, &x.f.a);

		if (kind == NAME_UNIT && db == x.f.s->db)
			name = with_aliases(id, name);
		cr_expect_str_eq(key, pinyin_key(&x.f.a, name), "%s: %s", name, key);
	}
	return n;
}

static void check_all(void)
{
	for (int kind = 0; kind < NAME_KIND_COUNT; kind++)
		check_kind(x.f.s->db, (enum name_kind)kind);
}

static struct unit_row unit(const char *name)
{
	struct unit_row u = {0};

	OK(&x.f, store_unit_find(x.f.s, &x.f.a, name, &u, &x.f.e));
	return u;
}

static bool finds(const char *words, const char *name, const char *key)
{
	return find_match(words, find_text(&x.f.a, name, key));
}

Test(name_key, an_import_writes_those_of_its_names)
{
	cr_expect_gt(check_kind(x.f.s->db, NAME_PLAN), 0);
	cr_expect_gt(check_kind(x.f.s->db, NAME_SECTION), 0);
	cr_expect_gt(check_kind(x.f.s->db, NAME_ACTION), 0);
	cr_expect_gt(check_kind(x.f.s->db, NAME_UNIT), 0);
	cr_expect_gt(check_kind(x.f.s->db, NAME_PERSON), 0);
	cr_expect_gt(check_kind(x.f.s->db, NAME_MILESTONE), 0);
	cr_expect_gt(check_kind(x.f.s->db, NAME_INDICATOR), 0);
}

Test(name_key, another_edition_brings_its_own)
{
	x.doc.title = "云溪区新方案";
	for (size_t i = 0; i < x.doc.sections.n; i++)
		x.doc.sections.at[i].title = arena_printf(&x.f.a, "新部分%zu", i);
	OK(&x.f, edition_update(&x));
	check_all();
	cr_expect_eq(fixture_count(&x.f, "SELECT count(*) FROM name_key WHERE kind = 'plan' "
					 "AND key LIKE '%xin%'"),
		     1);
}

Test(name_key, a_unit_is_found_by_every_name_it_has)
{
	struct fixture *f = &x.f;

	OK(f, store_unit_alias(f->s, &f->office, unit("区教育局").id, "区教委", NULL, &f->e));
	struct unit_row u = unit("区教育局");
	cr_expect(finds("jyj", u.name, u.pinyin));
	cr_expect(finds("qjw", u.name, u.pinyin));
	cr_expect_not(finds("jq", u.name, u.pinyin), "from one name into the next");
	OK(f, store_unit_rename(f->s, &f->office, u.id, u.version, "区教体局", NULL, &f->e));
	u = unit("区教体局");
	cr_expect(finds("jtj", u.name, u.pinyin));
	cr_expect(finds("jyj", u.name, u.pinyin));
	OK(f, store_unit_rename(f->s, &f->office, u.id, u.version, "区教委", NULL, &f->e));
	check_all();
	OK(f, store_unit_merge(f->s, &f->office, unit("区文化局").id,
			       seen_unit(f->s, unit("区文化局").id), u.id, seen_unit(f->s, u.id),
			       NULL, &f->e));
	u = unit("区教委");
	cr_expect(finds("whj", u.name, u.pinyin));
	check_all();
	OK(f, store_unit_add(f->s, &f->office, "区乐器行", UNIT_SINGLE, &f->a, &u, NULL, &f->e));
	cr_expect(finds("yqh", u.name, u.pinyin));
	check_all();
}

Test(name_key, people_milestones_and_evidence_have_theirs)
{
	struct fixture *f = &x.f;
	struct milestone_new m = {.action_id = fixture_action(f, "2"),
				  .unit_id = fixture_unit(f, "区教育局"),
				  .title = "开学检查",
				  .note = "",
				  .due = {2021, 12, 1}};
	struct evidence_new v = {.unit_id = m.unit_id,
				 .action_id = m.action_id,
				 .kind = EVIDENCE_NOTE,
				 .title = "会议记录",
				 .doc_no = "",
				 .ref = "",
				 .note = "x"};
	struct milestone_row step;
	struct evidence_row proof;
	struct person_row person;

	OK(f, store_person_add(f->s, &f->admin, "zeng", "曾乐", "", &f->a, &person, NULL, &f->e));
	cr_expect(finds("zl", person.name, person.pinyin));
	cr_expect(finds("cengyue", person.name, person.pinyin));
	OK(f, store_milestone_put(f->s, &f->office, &m, &f->a, &step, NULL, &f->e));
	cr_expect(finds("kxjc", step.title, step.pinyin));
	cr_expect(finds("qjyj", step.unit, step.unit_pinyin));
	cr_expect(finds("zxx", step.action_title, step.action_pinyin));
	m.milestone_id = step.id;
	m.version = step.version;
	m.title = "开学督查";
	OK(f, store_milestone_put(f->s, &f->office, &m, &f->a, &step, NULL, &f->e));
	cr_expect(finds("kxdc", step.title, step.pinyin));
	OK(f, store_evidence_add(f->s, &f->education, &v, &f->a, &proof, NULL, &f->e));
	cr_expect(finds("hyjl", proof.title, proof.pinyin));
	cr_expect(finds("jyj", proof.unit, proof.unit_pinyin));
	check_all();
}

Test(name_key, rows_of_a_plan_have_theirs)
{
	const struct task_filter all = {.role = -1, .lamp = -1};
	const struct lamp_rules rules = {0};
	struct fixture *f = &x.f;
	struct action_rows actions;
	struct task_rows tasks;
	struct plan_rows plans;

	OK(f, store_plan_list(f->s, &f->a, &f->office, &plans, &f->e));
	cr_assert_gt(plans.n, 0);
	cr_expect_str_eq(plans.at[0].pinyin, pinyin_key(&f->a, plans.at[0].title));
	OK(f, store_action_list(f->s, &f->a, &f->office, f->plan.id, &actions, &f->e));
	cr_assert_gt(actions.n, 0);
	for (size_t i = 0; i < actions.n; i++)
		cr_expect_str_eq(actions.at[i].pinyin, pinyin_key(&f->a, actions.at[i].title));
	OK(f, store_task_list(f->s, &f->a, &f->office, &all, &rules, f->now.today, &tasks, &f->e));
	cr_assert_gt(tasks.n, 0);
	for (size_t i = 0; i < tasks.n; i++) {
		cr_expect_str_eq(tasks.at[i].pinyin, pinyin_key(&f->a, tasks.at[i].title));
		cr_expect_str_eq(tasks.at[i].unit_pinyin, pinyin_key(&f->a, tasks.at[i].unit));
	}
}

/* A file that a program without keys has filled. */
Test(name_key, an_older_file_gets_them)
{
	const struct migration older[] = {migrations[0], migrations[1], {0, 0, 0}};
	static const char rows[] = "insert into person (id, login, name, changed_at) values "
				   "(1, 'a', '李明', '2021-01-01T00:00:00Z');"
				   "insert into unit (id, name, kind, changed_at) values "
				   "(7, '区卫生局', 'single', '2021-01-01T00:00:00Z'), "
				   "(9, '区水利局', 'single', '2021-01-01T00:00:00Z');"
				   "insert into unit_alias (name, unit_id, added_at) values "
				   "('区卫健委', 7, '2021-01-01T00:00:00Z');";
	static const char other_names[] = "select 1 from name_key where kind = 'unit' "
					  "and row_id = 7 and key like '%ju|%wei'";
	char *path = tmp_path(&x.f.tmp, "old.db");
	int64_t one;
	struct sql *db;

	OK(&x.f, sql_sqlite.open(&db, path, SQL_MAKE, &x.f.e));
	OK(&x.f, db->ops->set_stamp(db, STORE_APPLICATION, 0, &x.f.e));
	OK(&x.f, store_migrate_by(db, path, older, &x.f.e));
	OK(&x.f, db->ops->script(db, rows, &x.f.e));
	OK(&x.f, store_migrate(db, path, &x.f.e));
	cr_expect_eq(check_kind(db, NAME_PERSON), 1);
	cr_expect_eq(sql_get(db, other_names, &one, &x.f.e), 1);
	cr_expect_eq(sql_get(db, "select count(*) from name_key", &one, &x.f.e), 1);
	cr_expect_eq(one, 3);
	/* what has a key already is left as it is */
	OK(&x.f, db->ops->script(db, "update name_key set key = 'x' where row_id = 9", &x.f.e));
	OK(&x.f, name_key_fill(db, &x.f.e));
	cr_expect_eq(sql_get(db, "select 1 from name_key where key = 'x'", &one, &x.f.e), 1);
	sql_close(db);
	free(path);
}

/* The kinds that the schema lists are those of the table. */
Test(name_key, kinds_are_those_of_the_schema)
{
#define QUOTED(id, table, column, more) "'" #table "', "
	static const char kinds[] = NAME_KINDS(QUOTED);
	static const char text[] = "select sql from sqlite_schema where name = 'name_key'";
	struct sql_stmt *q = sql_query(x.f.s->db, text, &x.f.e);
	char *listed = arena_strndup(&x.f.a, kinds, strlen(kinds) - 2);

	cr_assert_eq(sql_next(q, &x.f.e), 1);
	cr_expect_not_null(strstr(sql_peek(q), listed), "%s", listed);
	sql_end(q);
}
