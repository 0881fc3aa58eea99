/*
 * Who is not let in any more while the interface is open: it ends as soon as the file tells of it,
 * with the reason; and in a session over SSH there are no files of the server.
 */
#include "db/people/store_key.h"
#include "db/people/store_person.h"
#include "tests/tui/screen.h"
#include "tests/support/seen.h"
#include "tui/view/views.h"

#include <criterion/criterion.h>
#include <string.h>

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

static void begin(void)
{
	screen_begin(&s, "chen", 80, 24);
	s.context.clock_ms = clock_ms;
	s.context.data_version = data_version;
	s.context.admitted = session_admitted;
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
