/*
 * Who is not let in any more while the interface is open, whose post has ended or whose file was
 * replaced: it ends as soon as the file tells of it, with the reason, and what was typed is kept;
 * and in a session over SSH there are no files of the server.
 */
#include "db/people/store_key.h"
#include "db/people/store_person.h"
#include "db/report/store_draft.h"
#include "db/store_backup.h"
#include "tests/tui/screen.h"
#include "tests/support/seen.h"
#include "tui/view/views.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { LOOK_MS = 1100 };

static struct screen s;
static int64_t now_ms, version;

static int64_t clock_ms(void)
{
	return now_ms;
}
static int64_t data_version(struct store *store)
{
	(void)store;
	return version;
}

static void watch(void)
{
	s.context.clock_ms = clock_ms;
	s.context.data_version = data_version;
	s.context.admitted = session_admitted;
}

static void begin(void)
{
	screen_begin(&s, "chen", 80, 24);
	watch();
}
static void end(void)
{
	screen_end(&s);
}
TestSuite(shut_out, .init = begin, .fini = end);

/* Somebody else has written, and the loop looks around. */
static bool goes_on(void)
{
	version++;
	now_ms += LOOK_MS;
	return script_run(s.script, s.app);
}

#define OK(call) cr_assert_eq((call), 0, "%s", s.d.e.text)

static int64_t come_in_with_key(void)
{
	static const char line[] =
		"ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIPZlCSYJqgd/JNvQYA2REXz1GHNMjZdPSRrMWmlhSRgz";
	struct actor admin = district_actor(&s.d, "si");
	struct key_rows rows;

	OK(store_key_add(s.d.s, &admin, s.session.person->id, line, strlen(line), &s.d.a, &rows,
			 NULL, &s.d.e));
	s.session.key_id = rows.at[0].id;
	return rows.at[0].id;
}

Test(shut_out, when_the_key_is_revoked)
{
	struct actor admin = district_actor(&s.d, "si");
	int64_t id = come_in_with_key();

	cr_assert(goes_on());
	OK(store_key_revoke(s.d.s, &admin, id, "电脑遗失", NULL, &s.d.e));
	cr_expect_not(goes_on());
	cr_expect_eq(app_ended(s.app), APP_SHUT_OUT);
	cr_expect_not_null(strstr(app_message(s.app), "电脑遗失"), "%s", app_message(s.app));
}

Test(shut_out, when_the_person_is_let_in_no_longer)
{
	struct actor admin = district_actor(&s.d, "si");

	OK(store_person_set_active(s.d.s, &admin, s.session.person->id,
				   seen_person(s.d.s, s.session.person->id), false, NULL, &s.d.e));
	cr_expect_not(goes_on());
	cr_expect_eq(app_ended(s.app), APP_SHUT_OUT);
	cr_expect_not_null(strstr(app_message(s.app), "can no longer come in"), "%s",
			   app_message(s.app));
}

static void sit_at_form(void)
{
	screen_press(&s, "e Tab");
	cr_assert_str_eq(screen_top(&s), "report");
	screen_type(&s, "筛查十所");
}

/* What is kept of it in the file that is at the path now. */
static bool is_kept(const char *text)
{
	struct actor who = district_actor(&s.d, "chen");
	struct draft_names names;
	struct draft d = {0};
	struct store *now;
	bool kept = false;

	OK(store_open_again(s.d.s, &now, &s.d.e));
	OK(store_draft_list(now, &s.d.a, &who, "report:", &names, &s.d.e));
	for (size_t i = 0; i < names.rows.n; i++) {
		OK(store_draft_load(now, &s.d.a, &who, names.rows.at[i].form, &d, &s.d.e));
		for (size_t k = 0; k < d.fields.n; k++)
			kept |= strstr(d.fields.at[k].text, text) != NULL;
	}
	store_close(now);
	return kept;
}

Test(shut_out, when_the_post_has_ended)
{
	struct actor admin = district_actor(&s.d, "si");
	const struct session *sits = &s.session;

	sit_at_form();
	cr_assert(goes_on());
	OK(store_post_end(s.d.s, &admin, sits->post.id, seen_person(s.d.s, sits->person->id), NULL,
			  &s.d.e));
	cr_expect_not(goes_on());
	cr_expect_eq(app_ended(s.app), APP_SHUT_OUT);
	cr_expect_not_null(strstr(app_message(s.app), "has ended; log in again"), "%s",
			   app_message(s.app));
	cr_expect(is_kept("筛查十所"));
}

Test(shut_out, not_when_another_post_of_the_person_has_ended)
{
	struct actor admin = district_actor(&s.d, "si");
	struct person_row p = district_person(&s.d, "chen");

	OK(store_post_add(s.d.s, &admin, p.id, p.version, POST_LEADER, 0, NULL, &s.d.e));
	screen_leave(&s);
	screen_sit(&s, "chen", 80, 24);
	watch();
	screen_open(&s, &view_posts, (struct view_args){0});
	cr_expect(screen_has(&s, "2 leader"));
	cr_assert_eq(s.person.posts.n, 2);
	int64_t other = s.person.posts.at[s.person.posts.at[0].id == s.session.post.id].id;
	OK(store_post_end(s.d.s, &admin, other, seen_person(s.d.s, p.id), NULL, &s.d.e));
	screen_press(&s, "2");
	cr_expect(screen_has(&s, "this post of yours has ended"));
	cr_expect(goes_on());
	cr_expect(screen_has(&s, "1 liaison officer"));
	cr_expect_not(screen_has(&s, "2 leader"), "the one that has ended is no choice");
}

static void put_backup_in_place(void)
{
	static const struct rotation rotation = {1, 1, 1};
	struct actor admin = district_actor(&s.d, "si");
	char *folder = tmp_path(&s.d.tmp, "copies");
	struct restored restored;
	struct backup made;

	cr_assert_eq(mkdir(folder, 0700), 0);
	OK(store_backup(s.d.s, folder, s.d.now, &rotation, NULL, &s.d.a, &made, &s.d.e));
	OK(store_restore(made.path, s.d.path, &admin, true, NULL, &s.d.a, &restored, &s.d.e));
	free(folder);
}

Test(shut_out, when_the_file_was_replaced_with_what_was_typed_since_in_the_new_one)
{
	s.context.data_version = store_data_version;
	s.context.successor = session_successor;
	sit_at_form();
	cr_assert(goes_on());
	put_backup_in_place();
	screen_type(&s, "，还有两所");
	cr_expect_not(is_kept("还有两所"));
	cr_expect_not(goes_on());
	cr_expect_eq(app_ended(s.app), APP_SHUT_OUT);
	cr_expect_not_null(strstr(app_message(s.app), "what stood in a form is kept"), "%s",
			   app_message(s.app));
	cr_expect(is_kept("筛查十所，还有两所"));
}

Test(shut_out, when_the_file_was_replaced_by_one_in_which_nothing_can_be_kept)
{
	s.context.data_version = store_data_version;
	sit_at_form();
	put_backup_in_place();
	cr_expect_not(goes_on());
	cr_expect_not_null(strstr(app_message(s.app), "could not be kept"), "%s",
			   app_message(s.app));
}

static int busy(const struct app_context *c, struct err *e)
{
	(void)c;
	return err_set(e, ERR_BUSY, "the file is busy");
}

Test(shut_out, not_because_the_file_could_not_be_asked)
{
	s.context.admitted = busy;
	cr_expect(goes_on());
	cr_expect_str_eq(app_message(s.app), "the file is busy");
}

Test(shut_out, a_session_has_no_files_of_the_server)
{
	struct err e = ERR_INIT;

	OK(session_files(&s.context, "x", &e));
	come_in_with_key();
	cr_expect_eq(session_files(&s.context, "ssh … import - < PLAN", &e), -1);
	cr_expect_not_null(strstr(e.text, "ssh … import - < PLAN"), "%s", e.text);
}
