/* What is not whole is found and said, whatever was done to the file. */
#include "tests/db/backup_desk.h"

#include <criterion/criterion.h>
#include <criterion/parameterized.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static struct fixture *const f = &backups.f;

static void begin(void)
{
	backup_desk_begin();
	backup_put_file();
}

TestSuite(verify, .init = begin, .fini = backup_desk_end);

Test(verify, finds_nothing_in_a_file_that_is_whole)
{
	cr_expect_eq(backup_verify(f->path), 0);
	OK(f, store_verify(f->s, &f->a, NULL, &backups.found, &f->e));
	cr_expect_eq(backups.found.n, 0);
}

struct tamper_case {
	const char how[160];
	const char words[60];
};

ParameterizedTestParameters(verify, names_what_another_hand_changed)
{
	static struct tamper_case cases[] = {
		{"update log set after = '{}' where id = 3", "row 3 of the log"},
		{"delete from log where id = 4", "row 4 of the log is missing"},
		{"update access set object = 'x' where id = 2", "row 2 of what is told of access"},
		{"delete from access where id = 3", "row 4 of what is told of access"},
		{"update blob_piece set bytes = zeroblob(length(bytes)) where seq = "
		 "(select min(seq) from blob_piece)",
		 "the file of evidence 1 is not what was handed in"},
		{"delete from blob_piece where seq = (select max(seq) from blob_piece)",
		 "the file of evidence 1 "},
		{"update blob set sha256 = replace(sha256, 'a', 'b')", "the file of evidence 1 "},
		{"pragma foreign_keys = off; delete from unit where name = '区体育局'",
		 " that is not there"},
	};

	return cr_make_param_array(struct tamper_case, cases, sizeof cases / sizeof *cases);
}

ParameterizedTest(struct tamper_case *c, verify, names_what_another_hand_changed)
{
	struct sql *db = f->s->db;

	OK(f, db->ops->script(db,
			      "drop trigger access_keeps; drop trigger log_keeps; "
			      "drop trigger log_stays",
			      &f->e));
	OK(f, db->ops->script(db, c->how, &f->e));
	cr_expect_gt(backup_verify(f->path), 0);
	cr_expect(backup_found(c->words), "%s: %s", c->how,
		  backups.found.n ? backups.found.at[0] : "nothing");
}

/* A copy whose bytes tests may change. */
static char *copy_bytes(size_t *n)
{
	cr_assert_eq(backup_make(), 0, "%s", f->e.text);
	return tmp_read(backups.done.path, n);
}

Test(verify, a_file_cut_short_anywhere_is_found)
{
	size_t n;
	char *bytes = copy_bytes(&n);

	for (size_t cut = 0; cut < n; cut += n / 23) {
		char *path = tmp_write(&f->tmp, "cut.db", bytes, cut);
		cr_expect_gt(backup_verify(path), 0, "cut to %zu of %zu", cut, n);
		unlink(path);
		free(path);
	}
	free(bytes);
}

static size_t verify_flipped(char *bytes, size_t n, size_t at, int bit)
{
	bytes[at] ^= (char)(1 << bit);
	char *path = tmp_write(&f->tmp, "flipped.db", bytes, n);
	size_t found = backup_verify(path);
	bytes[at] ^= (char)(1 << bit);
	unlink(path);
	free(path);
	return found;
}

Test(verify, a_flipped_bit_in_any_page_is_found)
{
	enum { TRIES = 60, PAGE = 4096 };
	size_t n;
	char *bytes = copy_bytes(&n);
	uint64_t x = 88172645463325252u;

	for (int i = 0; i < TRIES; i++) {
		x ^= x << 13;
		x ^= x >> 7;
		x ^= x << 17;
		size_t at = x % n;
		cr_expect_gt(verify_flipped(bytes, n, at, (int)(x >> 60) % 8), 0,
			     "byte %zu of page %zu", at % PAGE, at / PAGE + 1);
	}
	for (size_t at = 0; at < 100; at++)
		cr_expect_gt(verify_flipped(bytes, n, at, 3), 0, "byte %zu of the header", at);
	cr_expect_gt(verify_flipped(bytes, n, n - 1, 0), 0, "the last byte");
	free(bytes);
}

Test(verify, a_page_in_the_place_of_another_is_found)
{
	enum { PAGE = 4096 };
	size_t n;
	char *bytes = copy_bytes(&n), *path;

	memcpy(bytes + 7 * PAGE, bytes + 8 * PAGE, PAGE);
	path = tmp_write(&f->tmp, "moved.db", bytes, n);
	cr_expect_gt(backup_verify(path), 0);
	cr_expect(backup_found("page 8 is not what was written"), "%s", backups.found.at[0]);
	cr_expect_eq(backups.found.npages, 1);
	free(path);
	free(bytes);
}

Test(verify, what_a_damaged_page_says_is_never_told_as_truth)
{
	enum { PAGE = 4096 };
	size_t n;
	char *bytes = copy_bytes(&n), *path, *at = NULL;
	struct unit_rows units = {0};
	struct store *s = NULL;

	for (size_t i = 0; i + 15 < n && !at; i++)
		if (memcmp(bytes + i, "区教育局", strlen("区教育局")) == 0)
			at = bytes + i;
	cr_assert_not_null(at);
	while (at < bytes + n - 12) {
		if (memcmp(at, "区教育局", 12) == 0)
			at[2] ^= 1;
		at++;
	}
	path = tmp_write(&f->tmp, "wrong.db", bytes, n);
	f->e = (struct err)ERR_INIT;
	int rc = store_open(path, &s, &f->e);
	if (rc == 0)
		rc = store_unit_list(s, &f->a, &units, &f->e);
	cr_expect_eq(rc, -1);
	cr_expect_eq(f->e.code, ERR_FORMAT, "%s", f->e.text);
	cr_expect_not_null(strstr(f->e.text, "is damaged"), "%s", f->e.text);
	cr_expect_not_null(strstr(f->e.text, "duban check --renew"), "%s", f->e.text);
	store_close(s);
	free(path);
	free(bytes);
}

Test(verify, a_file_of_an_older_schema_is_looked_at_and_left_as_it_is)
{
	struct sql *db = f->s->db;
	int64_t application, schema;

	OK(f, db->ops->script(db,
			      "pragma foreign_keys = off; drop table blob_piece;"
			      "update evidence set blob_id = null; drop table blob;"
			      "drop table access",
			      &f->e));
	OK(f, db->ops->set_stamp(db, STORE_APPLICATION, 6, &f->e));
	cr_expect_eq(backup_verify(f->path), 0, "%s", backups.found.n ? backups.found.at[0] : "");
	OK(f, db->ops->get_stamp(db, &application, &schema, &f->e));
	cr_expect_eq(schema, 6);
}

Test(verify, what_is_no_file_of_ours_is_said)
{
	char *text = tmp_puts(&f->tmp, "text.db", "nothing of the kind");

	cr_expect_eq(backup_verify(text), 1);
	cr_expect(backup_found("is not a duban database"));
	REFUSED(f, ERR_NOT_FOUND, "",
		store_verify_file("/nowhere.db", &f->a, NULL, &backups.found, &f->e));
	free(text);
}
