/* Making and opening files, and everything that may lie at the path instead of one of ours. */
#include "tests/db/fixture.h"

#include <criterion/criterion.h>
#include <criterion/parameterized.h>

#include <linux/capability.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

static struct fixture f;

static void begin(void)
{
	fixture_begin(&f);
}

static void end(void)
{
	fixture_end(&f);
}

TestSuite(open, .init = begin, .fini = end);

Test(open, a_new_file_is_private_and_has_its_administrator)
{
	struct stat st;

	cr_assert_eq(stat(f.path, &st), 0);
	cr_expect_eq(st.st_mode & 0777, 0600);
	cr_assert_eq(f.admin.nposts, 2);
	cr_expect_eq(f.admin.posts[0].role, POST_ADMIN);
	cr_expect_eq(f.admin.posts[1].role, POST_OFFICE);
	cr_expect_eq(fixture_count(&f, "select count(*) from log where act = 'file.create'"), 1);
}

Test(open, making_refuses_what_is_there)
{
	char *other = tmp_puts(&f.tmp, "letter.txt", "a letter");
	char *kept;

	REFUSED(&f, ERR_EXISTS, "letter.txt", store_create(other, "admin", "王立", f.now, &f.e));
	kept = tmp_read(other, NULL);
	cr_expect_str_eq(kept, "a letter");
	free(kept);
	free(other);
}

Test(open, making_needs_the_folder)
{
	char *other = tmp_path(&f.tmp, "no/such/folder/a.db");

	REFUSED(&f, ERR_NOT_FOUND, "no/such/folder",
		store_create(other, "admin", "王立", f.now, &f.e));
	free(other);
}

static void refuse(const char *path, enum err_code code, const char *words)
{
	struct store *s = NULL;

	REFUSED(&f, code, words, store_open(path, &s, &f.e));
	cr_expect_null(s);
}

Test(open, a_missing_file_points_to_init)
{
	char *other = tmp_path(&f.tmp, "none.db");

	refuse(other, ERR_NOT_FOUND, "duban init");
	free(other);
}

Test(open, a_missing_folder_is_named)
{
	char *other = tmp_path(&f.tmp, "nowhere/a.db");

	refuse(other, ERR_NOT_FOUND, "/nowhere does not exist");
	free(other);
}

Test(open, a_directory_is_no_file)
{
	refuse(f.tmp.dir, ERR_FORMAT, "is a directory");
}

struct bytes_case {
	const char words[40];
	size_t nbytes;
	const char bytes[64];
};

ParameterizedTestParameters(open, other_files_are_refused)
{
	static struct bytes_case cases[] = {
		{"is empty", 0, ""},
		{"is not a duban database", 9, "一封信"},
		{"is not a duban database", 15, "SQLite format 3"},
		{"is not a duban database", 40, "SQLite format 3\0 and then something else"},
	};

	return cr_make_param_array(struct bytes_case, cases, sizeof cases / sizeof *cases);
}

ParameterizedTest(struct bytes_case *c, open, other_files_are_refused)
{
	char *other = tmp_write(&f.tmp, "other", c->bytes, c->nbytes);
	size_t nbytes;

	refuse(other, ERR_FORMAT, c->words);
	char *after = tmp_read(other, &nbytes);
	cr_expect_eq(nbytes, c->nbytes);
	cr_expect_eq(memcmp(after, c->bytes, nbytes), 0);
	free(after);
	free(other);
}

Test(open, a_database_of_another_program_is_refused)
{
	char *other = tmp_path(&f.tmp, "other.db");
	struct sql *db;

	OK(&f, sql_sqlite.open(&db, other, SQL_MAKE, &f.e));
	OK(&f, db->ops->script(db, "create table letters (id integer);", &f.e));
	sql_close(db);
	refuse(other, ERR_FORMAT, "another program");
	free(other);
}

Test(open, a_newer_file_is_refused_untouched)
{
	int64_t application, schema;

	OK(&f, f.s->db->ops->set_stamp(f.s->db, STORE_APPLICATION, 9001, &f.e));
	store_close(f.s);
	f.s = NULL;
	refuse(f.path, ERR_FORMAT, "newer duban");
	struct sql *db;
	OK(&f, sql_sqlite.open(&db, f.path, SQL_OPEN, &f.e));
	OK(&f, db->ops->get_stamp(db, &application, &schema, &f.e));
	cr_expect_eq(schema, 9001);
	sql_close(db);
}

Test(open, damage_is_told_from_other_formats)
{
	struct plan_rows rows;
	FILE *file;

	fixture_fill(&f);
	store_close(f.s);
	f.s = NULL;
	file = fopen(f.path, "r+b");
	cr_assert_not_null(file);
	fseek(file, 0, SEEK_END);
	long nbytes = ftell(file);
	fseek(file, 4096, SEEK_SET);
	for (long i = 4096; i < nbytes; i++)
		fputc(0xA5, file);
	fclose(file);
	int got = store_open(f.path, &f.s, &f.e);
	if (!got)
		got = store_plan_list(f.s, &f.a, NULL, &rows, &f.e);
	cr_expect_eq(got, -1);
	cr_expect_eq(f.e.code, ERR_FORMAT, "%s", f.e.text);
	cr_expect_not_null(strstr(f.e.text, "damaged"), "%s", f.e.text);
}

Test(open, an_owner_is_known_by_the_file)
{
	OK(&f, store_owned_by(f.path, geteuid(), &f.e));
	REFUSED(&f, ERR_DENIED, "only the owner", store_owned_by(f.path, geteuid() + 1, &f.e));
}

/* Permission bits count for root too, from here on. */
static int drop_capabilities(void)
{
	struct __user_cap_header_struct header = {.version = _LINUX_CAPABILITY_VERSION_3};
	struct __user_cap_data_struct none[_LINUX_CAPABILITY_U32S_3] = {{0}};

	return (int)syscall(SYS_capset, &header, none);
}

/* In a child; its exit status tells which step did not go as it should. */
static int try_read_only(void)
{
	struct store *s;
	struct person_rows rows;
	struct person_row row;

	if (drop_capabilities())
		return 1;
	if (store_open(f.path, &s, &f.e)) {
		fprintf(stderr, "open: %s\n", f.e.text);
		return 2;
	}
	if (store_person_list(s, &f.a, &rows, &f.e) || rows.n != 1) {
		fprintf(stderr, "list: %s\n", f.e.text);
		return 3;
	}
	if (!store_person_add(s, &f.admin, "new", "新人", "", &f.a, &row, NULL, &f.e) ||
	    f.e.code != ERR_IO || !strstr(f.e.text, "can only be read")) {
		fprintf(stderr, "write: %s\n", f.e.text);
		return 4;
	}
	store_close(s);
	return 0;
}

struct mode_case {
	mode_t dir, file;
};

ParameterizedTestParameters(open, a_file_that_cannot_be_written_is_read)
{
	static struct mode_case cases[] = {{0555, 0444}, {0755, 0444}, {0555, 0644}};

	return cr_make_param_array(struct mode_case, cases, sizeof cases / sizeof *cases);
}

ParameterizedTest(struct mode_case *c, open, a_file_that_cannot_be_written_is_read)
{
	int status;

	store_close(f.s);
	f.s = NULL;
	cr_assert_eq(chmod(f.path, c->file), 0);
	cr_assert_eq(chmod(f.tmp.dir, c->dir), 0);
	pid_t child = fork();
	if (child == 0)
		_exit(try_read_only());
	cr_assert_eq(waitpid(child, &status, 0), child);
	chmod(f.tmp.dir, 0700);
	cr_assert(WIFEXITED(status));
	cr_expect_eq(WEXITSTATUS(status), 0, "step %d", WEXITSTATUS(status));
}

/* Another process takes the write lock, says so, and keeps it until it is told to go. */
static pid_t hold_lock(int *go)
{
	int ready[2], leave[2];
	char c;

	cr_assert_eq(pipe(ready), 0);
	cr_assert_eq(pipe(leave), 0);
	pid_t child = fork();
	if (child == 0) {
		struct sql *db;
		close(leave[1]);
		bool held = !sql_sqlite.open(&db, f.path, SQL_OPEN, &f.e) && !sql_begin(db, &f.e);
		if (write(ready[1], held ? "y" : "n", 1) != 1)
			_exit(1);
		while (read(leave[0], &c, 1) > 0)
			;
		_exit(0);
	}
	close(leave[0]);
	cr_assert_eq(read(ready[0], &c, 1), 1);
	cr_assert_eq(c, 'y', "the lock is held");
	close(ready[0]);
	close(ready[1]);
	*go = leave[1];
	return child;
}

Test(open, a_lock_of_another_process_is_waited_for_and_named)
{
	struct person_row row;
	struct person_rows rows;
	int go;
	unsigned changes = 0;
	pid_t child = hold_lock(&go);

	store_set_wait(f.s, 50);
	REFUSED(&f, ERR_BUSY, f.path,
		store_person_add(f.s, &f.admin, "new", "新人", "", &f.a, &row, &changes, &f.e));
	cr_expect_eq(changes, 0);
	OK(&f, store_person_list(f.s, &f.a, &rows, &f.e));
	cr_expect_eq(rows.n, 1, "reading goes on");
	close(go);
	waitpid(child, NULL, 0);
	OK(&f, store_person_add(f.s, &f.admin, "new", "新人", "", &f.a, &row, &changes, &f.e));
	cr_expect_eq(changes, CHANGE_PERSON);
}

Test(open, others_writes_are_noticed)
{
	struct person_row row;
	struct store *other;
	int64_t before = store_data_version(f.s);

	OK(&f, store_person_add(f.s, &f.admin, "own", "自己", "", &f.a, &row, NULL, &f.e));
	cr_expect_eq(store_data_version(f.s), before);
	OK(&f, store_open(f.path, &other, &f.e));
	OK(&f, store_person_add(other, &f.admin, "new", "新人", "", &f.a, &row, NULL, &f.e));
	store_close(other);
	cr_expect_neq(store_data_version(f.s), before);
}

Test(open, a_full_disk_is_told_and_nothing_is_half_written)
{
	struct plan doc;
	struct plan_row row;
	char *more = arena_alloc(&f.a, 200001);

	fixture_plan(&f.a, &doc);
	memset(more, 'x', 200000);
	doc.text = arena_printf(&f.a, "%s%s", doc.text, more);
	OK(&f, f.s->db->ops->script(f.s->db, "pragma max_page_count = 1", &f.e));
	REFUSED(&f, ERR_IO, "is full",
		store_plan_import(f.s, &f.admin, &doc, "", &f.a, &row, NULL, &f.e));
	cr_expect_eq(fixture_count(&f, "select count(*) from plan"), 0);
	OK(&f, f.s->db->ops->script(f.s->db, "pragma max_page_count = 1000000", &f.e));
	OK(&f, store_plan_import(f.s, &f.admin, &doc, "", &f.a, &row, NULL, &f.e));
}
