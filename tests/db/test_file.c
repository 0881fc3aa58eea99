/* Files of evidence: stored whole and once, given back as they were, within what the office allows.
 */
#include "db/report/store_file.h"

#include "db/cycle/store_policy.h"
#include "db/store_internal.h"
#include "tests/db/fault.h"
#include "tests/db/world.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#define TODAY "2021-11-21"
enum { MB = 1 << 20, PIECES = 3, LARGE = 600 * 1024 + 17 };

static struct world w;
static char *large;

static void setup(void)
{
	world_make(&w);
	large = malloc(LARGE);
	for (uint32_t i = 0, x = 1; i < LARGE; i++) {
		x = x * 1664525u + 1013904223u;
		large[i] = (char)(x >> 24);
	}
}

static void teardown(void)
{
	free(large);
	world_remove(&w);
}

TestSuite(file, .init = setup, .fini = teardown);

static int file_of(const char *bytes, size_t nbytes)
{
	int fd = memfd_create("file", 0);

	cr_assert_geq(fd, 0);
	cr_assert_eq(write(fd, bytes, nbytes), (ssize_t)nbytes);
	return fd;
}

static int try_store(struct store *s, enum person_of_world person, int64_t unit, const char *bytes,
		     size_t nbytes, struct evidence_row *row)
{
	struct actor who = world_actor(&w, person, TODAY);
	struct evidence_new v = {.unit_id = unit,
				 .action_id = ACTION_1,
				 .kind = EVIDENCE_FILE,
				 .title = "汇总表",
				 .doc_no = "",
				 .ref = "",
				 .note = "",
				 .file_name = "汇总表.pdf"};
	struct file_new file = {file_of(bytes, nbytes), (int64_t)nbytes, "application/pdf"};

	w.changes = 0;
	w.e = (struct err)ERR_INIT;
	int result = store_file_add(s, &who, &v, &file, &w.a, row, &w.changes, &w.e);
	close(file.fd);
	return result;
}

static struct evidence_row put(const char *bytes, size_t nbytes)
{
	struct evidence_row row;

	cr_assert_eq(try_store(w.s, EDU_OFFICER, EDUCATION, bytes, nbytes, &row), 0, "%s",
		     w.e.text);
	return row;
}

static int take(void *to, const void *bytes, size_t nbytes, struct err *e)
{
	(void)e;
	strbuf_add(to, bytes, nbytes);
	return 0;
}

static void expect_content(const struct evidence_row *row, const char *bytes, size_t nbytes)
{
	struct strbuf b = STRBUF_INIT;

	cr_assert_eq(store_file_read(w.s, row, take, &b, &w.e), 0, "%s", w.e.text);
	cr_assert_eq(b.nbytes, nbytes);
	cr_expect_eq(memcmp(b.s, bytes, nbytes), 0);
	strbuf_free(&b);
}

Test(file, comes_back_as_it_was)
{
	struct evidence_row row = put(large, LARGE);

	cr_expect_eq(w.changes, CHANGE_EVIDENCE);
	cr_expect_eq(row.nbytes, LARGE);
	cr_expect_str_eq(row.file_name, "汇总表.pdf");
	cr_expect_str_eq(row.file_type, "application/pdf");
	cr_expect_eq(strlen(row.sha256), 64);
	cr_expect_eq(world_number(&w, "SELECT count(*) FROM blob_piece"), PIECES);
	expect_content(&row, large, LARGE);
	row = put("x", 1);
	cr_expect_str_eq(row.sha256,
			 "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881");
	expect_content(&row, "x", 1);
	cr_expect_eq(world_number(&w, "SELECT count(*) FROM log WHERE act = 'evidence.add' "
				      "AND after LIKE '%汇总表.pdf%' "
				      "AND after LIKE '%2d711642b726b044%'"),
		     1);
}

Test(file, the_same_content_is_stored_once)
{
	struct evidence_row first = put(large, LARGE), row;

	cr_expect_eq(put(large, LARGE).id, first.id, "the unit has recorded it");
	cr_expect_eq(w.changes, 0);
	cr_assert_eq(try_store(w.s, HEALTH_OFFICER, HEALTH, large, LARGE, &row), 0, "%s", w.e.text);
	cr_expect_neq(row.id, first.id, "another unit's evidence is its own");
	cr_expect_str_eq(row.sha256, first.sha256);
	cr_expect_eq(world_number(&w, "SELECT count(*) FROM blob"), 1);
	cr_expect_eq(world_number(&w, "SELECT count(*) FROM blob_piece"), PIECES);
	cr_expect_eq(world_number(&w, "SELECT count(*) FROM evidence"), 2);
}

Test(file, withdrawing_keeps_record_and_content)
{
	struct actor edu = world_actor(&w, EDU_OFFICER, TODAY);
	struct evidence_row row = put(large, LARGE), again;

	cr_assert_eq(store_evidence_withdraw(w.s, &edu, row.id, row.version, "传错了", NULL, &w.e),
		     0, "%s", w.e.text);
	cr_assert_eq(store_evidence_get(w.s, &w.a, &edu, row.id, &row, &w.e), 0);
	cr_expect(row.withdrawn);
	expect_content(&row, large, LARGE);
	again = put(large, LARGE);
	cr_expect_neq(again.id, row.id);
	cr_expect_eq(world_number(&w, "SELECT count(*) FROM blob"), 1);
}

static void set_rule(enum policy_id id, const char *value)
{
	struct actor office = world_actor(&w, OFFICE, TODAY);

	cr_assert_eq(store_policy_set(w.s, &office, id, value, NULL, &w.e), 0, "%s", w.e.text);
}

static void expect_refused(enum person_of_world person, size_t nbytes, enum err_code code,
			   const char *says)
{
	char *bytes = calloc(1, nbytes + 1);
	struct evidence_row row;

	memcpy(bytes, large, nbytes < 99 ? nbytes : 99);
	cr_expect_eq(try_store(w.s, person, EDUCATION, bytes, nbytes, &row), -1, "%s", says);
	cr_expect_eq(w.e.code, code, "%s", w.e.text);
	cr_expect_not_null(strstr(w.e.text, says), "%s", w.e.text);
	cr_expect_eq(w.changes, 0);
	free(bytes);
}

Test(file, limits_of_the_office_are_told)
{
	struct actor edu = world_actor(&w, EDU_OFFICER, TODAY);
	int64_t most;

	set_rule(POLICY_FILE_SIZE, "1");
	set_rule(POLICY_FILE_UNIT, "2");
	cr_assert_eq(store_file_room(w.s, &edu, EDUCATION, &most, &w.e), 0, "%s", w.e.text);
	cr_expect_eq(most, MB);
	expect_refused(EDU_OFFICER, MB + 1, ERR_INPUT, "more than 1 MB");
	expect_refused(EDU_OFFICER, 0, ERR_INPUT, "empty");
	cr_expect_eq(world_number(&w, "SELECT count(*) FROM blob"), 0);
	put(large, LARGE);
	put(large, LARGE - 1);
	put(large, LARGE - 2);
	expect_refused(EDU_OFFICER, MB, ERR_INPUT, "of the 2 MB that they may have");
	put(large, LARGE);
	set_rule(POLICY_FILE_TYPES, "image text");
	expect_refused(EDU_OFFICER, 7, ERR_INPUT, "what is taken: images, texts");
	cr_expect_eq(world_number(&w, "SELECT count(*) FROM blob"), 3);
	cr_expect_eq(world_number(&w, "SELECT count(*) FROM evidence"), 3);
}

Test(file, only_those_who_record_evidence_may_bring_one)
{
	static const struct {
		enum person_of_world person;
		bool may;
	} cases[] = {
		{EDU_OFFICER, true},	 {EDU_LEADER, true}, {OFFICE, true},
		{HEALTH_OFFICER, false}, {MAYOR, false},
	};

	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		struct actor who = world_actor(&w, cases[i].person, TODAY);
		int64_t most;

		cr_expect_eq(store_file_room(w.s, &who, EDUCATION, &most, &w.e),
			     cases[i].may ? 0 : -1, "%zu", i);
		if (!cases[i].may)
			expect_refused(cases[i].person, 5, ERR_DENIED, "");
	}
	cr_expect_eq(store_file_room(w.s, &(struct actor){0}, 99, &(int64_t){0}, &w.e), -1);
	cr_expect_eq(w.e.code, ERR_NOT_FOUND);
}

Test(file, a_record_of_a_file_without_it_is_not_made)
{
	struct actor edu = world_actor(&w, EDU_OFFICER, TODAY);
	struct evidence_new v = {.unit_id = EDUCATION, .action_id = ACTION_1, .title = "表"};
	struct evidence_row row;

	v.kind = EVIDENCE_FILE;
	cr_expect_eq(store_evidence_add(w.s, &edu, &v, &w.a, &row, NULL, &w.e), -1);
	v.kind = EVIDENCE_NOTE;
	cr_assert_eq(store_evidence_add(w.s, &edu, &v, &w.a, &row, NULL, &w.e), 0, "%s", w.e.text);
	cr_expect_eq(store_file_read(w.s, &row, take, &(struct strbuf){0}, &w.e), -1);
	cr_expect_eq(w.e.code, ERR_NOT_FOUND);
}

#define NEWEST "blob_id = (SELECT max(id) FROM blob)"

Test(file, damaged_content_is_never_given)
{
	static const char *const damages[] = {
		"UPDATE blob_piece SET bytes = zeroblob(length(bytes)) WHERE seq = 2 AND " NEWEST,
		"DELETE FROM blob_piece WHERE seq = 2 AND " NEWEST,
		"INSERT INTO blob_piece SELECT blob_id, 3, bytes FROM blob_piece "
		"WHERE seq = 0 AND " NEWEST,
		"UPDATE blob_piece SET seq = 10 - seq WHERE seq < 2 AND " NEWEST ";"
		"UPDATE blob_piece SET seq = seq - 9 WHERE seq > 2 AND " NEWEST,
	};
	struct evidence_row whole = put("whole", 5);

	for (size_t i = 0; i < sizeof damages / sizeof damages[0]; i++) {
		struct evidence_row row = put(large, LARGE - i);
		struct strbuf b = STRBUF_INIT;

		world_script(&w, damages[i]);
		cr_expect_eq(store_file_read(w.s, &row, take, &b, &w.e), -1, "%s", damages[i]);
		cr_expect_eq(w.e.code, ERR_FORMAT, "%s", w.e.text);
		cr_expect_eq(b.nbytes, 0, "nothing of it was given");
	}
	expect_content(&whole, "whole", 5);
}

Test(file, what_breaks_off_anywhere_leaves_nothing)
{
	struct store *s;
	struct evidence_row row;
	int n = 0, result = -1;

	cr_assert_eq(store_open_with(&sql_fault, w.path, &s, &w.e), 0, "%s", w.e.text);
	while (result && n < 500) {
		cr_expect_eq(world_number(&w, "SELECT (SELECT count(*) FROM blob) + "
					      "(SELECT count(*) FROM blob_piece) + "
					      "(SELECT count(*) FROM evidence)"),
			     0, "fault %d", n);
		fault_set(++n);
		result = try_store(s, EDU_OFFICER, EDUCATION, large, LARGE, &row);
	}
	fault_set(0);
	store_close(s);
	cr_expect_gt(n, 20);
	cr_expect_eq(world_number(&w, "SELECT count(*) FROM blob_piece"), PIECES);
}

Test(file, that_becomes_shorter_while_it_is_taken_is_not_stored)
{
	struct actor edu = world_actor(&w, EDU_OFFICER, TODAY);
	struct evidence_new v = {.unit_id = EDUCATION,
				 .action_id = ACTION_1,
				 .kind = EVIDENCE_FILE,
				 .title = "表",
				 .file_name = "a"};
	struct file_new file = {file_of(large, 100), 101, "application/pdf"};
	struct evidence_row row;

	cr_expect_eq(store_file_add(w.s, &edu, &v, &file, &w.a, &row, NULL, &w.e), -1);
	cr_expect_eq(w.e.code, ERR_IO);
	cr_expect_eq(world_number(&w, "SELECT count(*) FROM evidence"), 0);
	close(file.fd);
}
