/* Keys of people in the file: taken in all or none, never twice, never again once revoked, and
 * asked for by every write. */
#include "db/people/store_key.h"
#include "db/people/store_setting.h"
#include "db/report/store_draft.h"
#include "db/store_log.h"
#include "tests/db/fixture.h"
#include "tests/support/seen.h"

#include <criterion/criterion.h>
#include <string.h>

#define TYPE  "ssh-ed25519"
#define BLOB1 "AAAAC3NzaC1lZDI1NTE5AAAAIPZlCSYJqgd/JNvQYA2REXz1GHNMjZdPSRrMWmlhSRgz"
#define BLOB2 "AAAAC3NzaC1lZDI1NTE5AAAAIPG7zaqZ7V2XBDxO+WBKaELmJz6ZUgegXui2SIwVD/oP"
#define KEY1  TYPE " " BLOB1 " office pc"
#define KEY2  TYPE " " BLOB2

static struct fixture f;
static struct key_rows rows;

static void begin(void)
{
	fixture_begin(&f);
	fixture_fill(&f);
}
static void end(void)
{
	fixture_end(&f);
}
TestSuite(key, .init = begin, .fini = end);

static int add(const struct actor *who, int64_t person_id, const char *text)
{
	return store_key_add(f.s, who, person_id, text, strlen(text), &f.a, &rows, &f.changes,
			     &f.e);
}

static int64_t add_one(const struct actor *person, const char *text)
{
	OK(&f, add(&f.admin, person->person_id, text));
	cr_assert_eq(rows.n, 1);
	return rows.at[0].id;
}

static int find(const char *blob)
{
	struct key_row row;

	return store_key_find(f.s, &f.a, TYPE, blob, &row, &f.e);
}

Test(key, of_a_file_are_all_taken)
{
	OK(&f, add(&f.admin, f.health.person_id,
		   "\xEF\xBB\xBF# keys of Chen\r\n\r\n" KEY1 "\r\n" KEY2 "\n"));
	cr_assert_eq(rows.n, 2);
	cr_expect_str_eq(rows.at[0].login, "health");
	cr_expect_str_eq(rows.at[0].name, "office pc");
	cr_expect_str_eq(rows.at[0].added_by, f.admin.name);
	cr_expect_str_eq(rows.at[0].fingerprint,
			 "SHA256:enp1NPK9GdgAzF3gVZTkgUNOBUszh8iLasJaKWlePK4");
	cr_expect_str_eq(rows.at[1].blob, BLOB2);
	cr_expect_eq(f.changes & CHANGE_PERSON, CHANGE_PERSON);
	cr_expect_eq(fixture_count(&f, "SELECT count(*) FROM log WHERE act = 'key.add'"), 2);
	cr_expect_eq(find(BLOB1), 1);
	cr_expect_eq(find(BLOB2), 1);
}

Test(key, of_a_file_with_a_bad_line_are_none_taken)
{
	REFUSED(&f, ERR_INPUT, "line 2: ", add(&f.admin, f.health.person_id, KEY1 "\nssh-rsa x\n"));
	REFUSED(&f, ERR_EXISTS,
		"line 3: ", add(&f.admin, f.health.person_id, KEY1 "\n\n" KEY1 "\n"));
	REFUSED(&f, ERR_INPUT, "no key in it", add(&f.admin, f.health.person_id, "# nothing\n"));
	REFUSED(&f, ERR_FORMAT, "UTF-8", add(&f.admin, f.health.person_id, "\xff\xfes"));
	cr_expect_eq(fixture_count(&f, "SELECT count(*) FROM ssh_key"), 0);
}

Test(key, is_one_persons)
{
	add_one(&f.health, KEY1);
	REFUSED(&f, ERR_EXISTS, "of 陈卫 already", add(&f.admin, f.health.person_id, KEY1));
	REFUSED(&f, ERR_EXISTS, "of 陈卫 already", add(&f.admin, f.education.person_id, KEY1));
}

Test(key, is_for_the_administrator_to_add_and_revoke)
{
	int64_t id = add_one(&f.health, KEY1);

	REFUSED(&f, ERR_DENIED, "manage people", add(&f.office, f.office.person_id, KEY2));
	REFUSED(&f, ERR_DENIED, "manage people",
		store_key_revoke(f.s, &f.health, id, "lost", NULL, &f.e));
	REFUSED(&f, ERR_NOT_FOUND, "no such person", add(&f.admin, 999, KEY2));
	REFUSED(&f, ERR_NOT_FOUND, "no key 999",
		store_key_revoke(f.s, &f.admin, 999, "lost", NULL, &f.e));
}

Test(key, is_listed_to_its_person_and_the_administrator)
{
	add_one(&f.health, KEY1);
	add_one(&f.education, KEY2);
	OK(&f, store_key_list(f.s, &f.a, &f.health, f.health.person_id, &rows, &f.e));
	cr_expect_eq(rows.n, 1);
	OK(&f, store_key_list(f.s, &f.a, &f.admin, 0, &rows, &f.e));
	cr_expect_eq(rows.n, 2);
	REFUSED(&f, ERR_DENIED, "manage people",
		store_key_list(f.s, &f.a, &f.health, 0, &rows, &f.e));
	REFUSED(&f, ERR_DENIED, "manage people",
		store_key_list(f.s, &f.a, &f.health, f.education.person_id, &rows, &f.e));
}

Test(key, that_was_revoked_is_never_taken_again)
{
	int64_t id = add_one(&f.health, KEY1);

	OK(&f, store_key_revoke(f.s, &f.admin, id, "laptop lost", NULL, &f.e));
	cr_expect_eq(find(BLOB1), 0);
	REFUSED(&f, ERR_STATE, "already", store_key_revoke(f.s, &f.admin, id, "x", NULL, &f.e));
	REFUSED(&f, ERR_EXISTS, "laptop lost", add(&f.admin, f.health.person_id, KEY1));
	REFUSED(&f, ERR_EXISTS, f.admin.name, add(&f.admin, f.education.person_id, KEY1));
	REFUSED(&f, ERR_EXISTS, "never taken again", add(&f.admin, f.health.person_id, KEY1));
	OK(&f, store_key_list(f.s, &f.a, &f.admin, 0, &rows, &f.e));
	cr_expect_str_eq(rows.at[0].revoked_reason, "laptop lost");
	cr_expect_eq(rows.at[0].revoked_at, f.now.utc);
}

Test(key, of_a_person_who_is_shut_out_finds_nobody)
{
	add_one(&f.health, KEY1);
	OK(&f, store_person_set_active(f.s, &f.admin, f.health.person_id,
				       seen_person(f.s, f.health.person_id), false, NULL, &f.e));
	cr_expect_eq(find(BLOB1), 0);
	OK(&f, store_person_set_active(f.s, &f.admin, f.health.person_id,
				       seen_person(f.s, f.health.person_id), true, NULL, &f.e));
	cr_expect_eq(find(BLOB1), 1);
	cr_expect_eq(find(BLOB2), 0);
	cr_expect_eq(find(""), 0);
}

static int put_setting(const struct actor *who)
{
	return store_setting_put(f.s, who, "seen", "x", "1", &f.e);
}

Test(key, that_was_revoked_writes_nothing_more)
{
	struct actor who = f.health;
	int64_t other = add_one(&f.health, KEY2);

	who.key_id = add_one(&f.health, KEY1);
	OK(&f, put_setting(&who));
	OK(&f, store_key_check(f.s, &who, &f.e));
	OK(&f, store_key_revoke(f.s, &f.admin, who.key_id, "laptop lost", NULL, &f.e));
	REFUSED(&f, ERR_DENIED, "your key was revoked at ", put_setting(&who));
	REFUSED(&f, ERR_DENIED, "(laptop lost)", store_key_check(f.s, &who, &f.e));
	who.key_id = other;
	OK(&f, put_setting(&who));
	who.key_id = 0;
	OK(&f, put_setting(&who));
}

Test(key, of_another_person_writes_nothing)
{
	struct actor who = f.health;

	who.key_id = add_one(&f.education, KEY1);
	REFUSED(&f, ERR_DENIED, "not known here", put_setting(&who));
	who.key_id = 999;
	REFUSED(&f, ERR_DENIED, "not known here", put_setting(&who));
}

Test(key, or_none_a_person_who_is_shut_out_writes_nothing)
{
	OK(&f, store_person_set_active(f.s, &f.admin, f.health.person_id,
				       seen_person(f.s, f.health.person_id), false, NULL, &f.e));
	REFUSED(&f, ERR_DENIED, "can no longer come in", put_setting(&f.health));
	REFUSED(&f, ERR_DENIED, "can no longer come in", store_key_check(f.s, &f.health, &f.e));
}
