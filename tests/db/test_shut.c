/* What was revoked and who was shut out stays so when an older backup takes the place. */
#include "db/people/store_key.h"
#include "db/store_log.h"
#include "tests/db/backup_desk.h"

#include <criterion/criterion.h>
#include <string.h>
#include <unistd.h>

#define TYPE  "ssh-ed25519"
#define BLOB1 "AAAAC3NzaC1lZDI1NTE5AAAAIPZlCSYJqgd/JNvQYA2REXz1GHNMjZdPSRrMWmlhSRgz"
#define BLOB2 "AAAAC3NzaC1lZDI1NTE5AAAAIPG7zaqZ7V2XBDxO+WBKaELmJz6ZUgegXui2SIwVD/oP"

static struct fixture *const f = &backups.f;

TestSuite(shut, .init = backup_desk_begin, .fini = backup_desk_end);

static int64_t add_key(const struct actor *person, const char *line)
{
	struct key_rows rows;

	OK(f, store_key_add(f->s, &f->admin, person->person_id, line, strlen(line), &f->a, &rows,
			    NULL, &f->e));
	return rows.at[0].id;
}

static bool lets_in(const char *blob)
{
	struct key_row row;

	return store_key_find(f->s, &f->a, TYPE, blob, &row, &f->e) == 1;
}

static struct person_row person(const char *login)
{
	struct person_row p;

	OK(f, store_person_find(f->s, &f->a, login, &p, &f->e));
	return p;
}

static void shut_out(const char *login)
{
	struct person_row p = person(login);

	OK(f, store_person_set_active(f->s, &f->admin, p.id, p.version, false, NULL, &f->e));
}

static void end_posts(const char *login)
{
	struct person_row p = person(login);

	OK(f, store_post_end(f->s, &f->admin, p.posts.at[0].id, p.version, NULL, &f->e));
}

static void restore(bool force, struct restored *done)
{
	store_close(f->s);
	f->s = NULL;
	OK(f,
	   store_restore(backups.done.path, f->path, &f->admin, force, NULL, &f->a, done, &f->e));
	OK(f, store_open(f->path, &f->s, &f->e));
}

static const struct log_row *last_row_of(const char *act)
{
	struct log_rows rows;

	OK(f, store_log_list(f->s, &f->a, &f->admin, &(struct log_filter){0}, 10, &rows, &f->e));
	for (size_t i = 0; i < rows.n; i++)
		if (strcmp(rows.at[i].act, act) == 0)
			return &rows.at[i];
	cr_assert_fail("no %s in the log", act);
	return NULL;
}

Test(shut, key_that_was_lost_does_not_come_back)
{
	int64_t id = add_key(&f->health, TYPE " " BLOB1), nrows;
	struct restored done;
	struct key_row row;

	add_key(&f->sports, TYPE " " BLOB2);
	cr_assert_eq(backup_make(), 0, "%s", f->e.text);
	fixture_tomorrow(f);
	OK(f, store_key_revoke(f->s, &f->admin, id, "电脑丢失", NULL, &f->e));
	int64_t revoked_at = f->now.utc;
	fixture_tomorrow(f);
	restore(false, &done);
	cr_expect_eq(done.nkeys, 1);
	cr_expect_eq(done.npeople, 0);
	cr_expect(done.is_known);
	cr_expect_not(lets_in(BLOB1));
	cr_expect(lets_in(BLOB2), "who lost nothing comes in as before");
	OK(f, store_key_get(f->s, &f->a, id, &row, &f->e));
	cr_expect_str_eq(row.revoked_reason, "电脑丢失");
	cr_expect_str_eq(row.revoked_by, f->admin.name);
	cr_expect_eq(row.revoked_at, revoked_at, "when it was, not when the backup came");
	const struct log_row *told = last_row_of("restore.key");
	cr_expect_str_eq(told->object, "person health");
	cr_expect_not_null(strstr(told->after, "电脑丢失"), "%s", told->after);
	cr_expect_not_null(strstr(told->after, f->admin.name), "%s", told->after);
	OK(f, store_log_verify(f->s, &nrows, &f->e));
	cr_expect_eq(backup_verify(f->path), 0);
}

Test(shut, person_stays_out_and_an_ended_post_is_told)
{
	struct restored done;

	add_key(&f->health, TYPE " " BLOB1);
	cr_assert_eq(backup_make(), 0, "%s", f->e.text);
	shut_out("health");
	end_posts("sports");
	restore(false, &done);
	cr_expect_eq(done.npeople, 1);
	cr_expect_eq(done.nkeys, 0);
	cr_expect_null(done.let_in);
	cr_expect_not(person("health").active);
	cr_expect_not(lets_in(BLOB1));
	cr_expect_str_eq(last_row_of("restore.person")->object, "person health");
	cr_assert_eq(done.posts.n, 1, "of the one who is shut out nothing is told");
	cr_expect_str_eq(done.posts.at[0].login, "sports");
	cr_expect_str_eq(done.posts.at[0].post, "reporter 区体育局");
	cr_expect_eq(person("sports").posts.n, 1, "it is only told");
}

Test(shut, what_is_so_in_the_backup_too_counts_for_nothing)
{
	int64_t id = add_key(&f->health, TYPE " " BLOB1);
	struct restored done;

	OK(f, store_key_revoke(f->s, &f->admin, id, "", NULL, &f->e));
	shut_out("sports");
	end_posts("town");
	cr_assert_eq(backup_make(), 0, "%s", f->e.text);
	restore(false, &done);
	cr_expect_eq(done.nkeys + done.npeople + done.posts.n, 0);
	cr_expect(done.is_known);
}

/* The administrator of the backup has left since, and the new one is not in it. */
Test(shut, somebody_is_left_who_can_let_people_in)
{
	struct person_row p;
	struct actor next;
	struct restored done;

	cr_assert_eq(backup_make(), 0, "%s", f->e.text);
	OK(f, store_person_add(f->s, &f->admin, "next", "何新", "", &f->a, &p, NULL, &f->e));
	OK(f, store_post_add(f->s, &f->admin, p.id, p.version, POST_ADMIN, 0, NULL, &f->e));
	p = person("next");
	actor_of(&next, &p, "", f->now);
	p = person(f->admin.login);
	OK(f, store_person_set_active(f->s, &next, p.id, p.version, false, NULL, &f->e));
	restore(false, &done);
	cr_expect_eq(done.npeople, 0);
	cr_assert_not_null(done.let_in);
	cr_expect_str_eq(done.let_in, f->admin.login);
	cr_expect(person(f->admin.login).active);
}

Test(shut, also_under_the_feet_of_those_who_have_it_open)
{
	int64_t id = add_key(&f->health, TYPE " " BLOB1);
	struct restored done;
	struct store *other;

	cr_assert_eq(backup_make(), 0, "%s", f->e.text);
	OK(f, store_key_revoke(f->s, &f->admin, id, "", NULL, &f->e));
	OK(f, store_open(f->path, &other, &f->e));
	cr_expect_eq(store_person_find(other, &f->a, "health", &(struct person_row){0}, &f->e), 0);
	restore(true, &done);
	store_close(other);
	cr_expect_eq(done.nkeys, 1);
	cr_expect_not(lets_in(BLOB1));
	cr_expect_eq(backup_verify(done.replaced), 0);
}
