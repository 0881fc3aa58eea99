/* Sessions: those of processes that are gone do not count, others do, up to the limit. */
#include "db/people/store_key.h"
#include "db/people/store_session.h"
#include "db/store_access.h"
#include "tests/db/fixture.h"
#include "tests/support/seen.h"

#include <criterion/criterion.h>
#include <string.h>

static struct fixture f;

static void begin(void)
{
	fixture_begin(&f);
	fixture_fill(&f);
}
static void end(void)
{
	fixture_end(&f);
}
TestSuite(session, .init = begin, .fini = end);

static bool lives(const char *process)
{
	return strncmp(process, "live", 4) == 0;
}

static int start(const struct actor *who, const char *process, int limit, int64_t *id)
{
	return store_session_begin(f.s, who, process, limit, lives, id, &f.e);
}

static size_t nopen(const struct actor *who)
{
	struct session_rows rows;

	OK(&f, store_session_list(f.s, &f.a, who, &rows, &f.e));
	return rows.n;
}

Test(session, is_open_until_it_ends)
{
	int64_t one, two;

	OK(&f, start(&f.health, "live 1", 0, &one));
	OK(&f, start(&f.health, "live 2", 0, &two));
	cr_expect_eq(nopen(&f.health), 2);
	cr_expect_eq(nopen(&f.education), 0);
	OK(&f, store_session_end(f.s, one, f.now, &f.e));
	cr_expect_eq(nopen(&f.health), 1);
	OK(&f, store_session_end(f.s, 0, f.now, &f.e));
	cr_expect_eq(fixture_count(&f, "SELECT count(*) FROM log WHERE act LIKE 'session%'"), 0);
}

Test(session, more_than_the_limit_are_refused)
{
	int64_t one, id;

	OK(&f, start(&f.health, "live 1", 2, &one));
	OK(&f, start(&f.health, "live 2", 2, &id));
	REFUSED(&f, ERR_STATE, "2 sessions open already", start(&f.health, "live 3", 2, &id));
	REFUSED(&f, ERR_STATE, "", start(&f.health, "live 3", 1, &id));
	OK(&f, start(&f.education, "live 4", 1, &id));
	OK(&f, store_session_end(f.s, one, f.now, &f.e));
	OK(&f, start(&f.health, "live 3", 2, &id));
	cr_expect_eq(nopen(&f.health), 2);
}

Test(session, of_a_process_that_is_gone_has_ended)
{
	int64_t id;

	OK(&f, start(&f.health, "dead 1", 1, &id));
	OK(&f, start(&f.health, "live 2", 1, &id));
	cr_expect_eq(nopen(&f.health), 1);
	cr_expect_eq(fixture_count(&f, "SELECT count(*) FROM session"), 2);
}

static struct log_in last_of(const struct actor *who)
{
	struct log_in last;

	OK(&f, store_session_last(f.s, &f.a, who, &last, &f.e));
	return last;
}

static void note(const struct actor *who, enum access_act act)
{
	OK(&f, store_access_note(f.s, who, act, "key 1", &f.e));
}

Test(session, the_last_log_in_is_told)
{
	int64_t id;

	cr_expect_eq(last_of(&f.health).at, 0);
	cr_expect_str_eq(last_of(&f.health).remote, "");
	OK(&f, start(&f.health, "live 1", 0, &id));
	cr_expect_eq(last_of(&f.health).at, f.now.utc);
	cr_expect_str_eq(last_of(&f.health).remote, "10.0.0.7");
	cr_expect_eq(last_of(&f.education).at, 0);
}

/* A key that runs verbs only is seen by its person too. */
Test(session, the_last_log_in_is_one_for_a_verb_too)
{
	struct actor away = f.health;
	int64_t id;

	note(&f.health, ACCESS_LOG_IN);
	OK(&f, start(&f.health, "live 1", 0, &id));
	OK(&f, store_session_end(f.s, id, f.now, &f.e));
	away.now.utc += 60;
	away.remote = "203.0.113.5";
	note(&away, ACCESS_LOG_IN);
	note(&f.education, ACCESS_LOG_IN);
	note(&f.health, ACCESS_EXPORT);
	note(&f.health, ACCESS_REFUSED);
	cr_expect_eq(last_of(&f.health).at, away.now.utc);
	cr_expect_str_eq(last_of(&f.health).remote, "203.0.113.5");
	away = f.health;
	away.now.utc -= 3600;
	note(&away, ACCESS_LOG_IN);
	cr_expect_eq(last_of(&f.health).at, away.now.utc, "the last in order, whatever the clock");
}

Test(session, of_another_with_that_login_is_not_ones_own)
{
	struct actor nobody = {.login = f.health.login, .remote = "192.0.2.9", .now = f.now};

	note(&nobody, ACCESS_LOG_IN);
	cr_expect_eq(last_of(&f.health).at, 0);
}

static void begin_and_end(const struct actor *who, int days)
{
	struct actor then = *who;
	int64_t id;

	then.now.utc += (int64_t)days * 86400;
	note(&then, ACCESS_LOG_IN);
	OK(&f, start(&then, "live 1", 0, &id));
	then.now.utc += 3600;
	OK(&f, store_session_end(f.s, id, then.now, &f.e));
}

/* Nobody's time on line can be added up later; when somebody was here last stays. */
Test(session, those_that_ended_go_with_what_is_told_of_access_but_for_the_last)
{
	enum { KEPT_DAYS = 12 * 31, MONTH = 31 };
	int64_t open;

	OK(&f, start(&f.office, "live 2", 0, &open));
	for (int day = 0; day < 9; day++)
		begin_and_end(&f.health, day);
	begin_and_end(&f.education, 3);
	begin_and_end(&f.office, KEPT_DAYS);
	cr_expect_eq(fixture_count(&f, "SELECT count(*) FROM session"), 12);
	begin_and_end(&f.office, KEPT_DAYS + MONTH + 9);
	cr_expect_eq(fixture_count(&f, "SELECT count(*) FROM session"), 13, "a month is short");
	begin_and_end(&f.office, KEPT_DAYS + 2 * MONTH + 9);
	cr_expect_eq(fixture_count(&f, "SELECT count(*) FROM session"), 6);
	cr_expect_eq(fixture_count(&f, "SELECT count(*) FROM access"), 3);
	cr_expect_eq(last_of(&f.health).at, f.now.utc + 8 * 86400);
	cr_expect_str_eq(last_of(&f.health).remote, "10.0.0.7");
	cr_expect_eq(last_of(&f.education).at, f.now.utc + 3 * 86400);
	cr_expect_eq(nopen(&f.office), 1);
}

Test(session, a_clock_that_jumps_ahead_ends_none_for_ever)
{
	for (int day = 0; day < 9; day++)
		begin_and_end(&f.health, day);
	begin_and_end(&f.office, 4000);
	begin_and_end(&f.office, 4001);
	cr_expect_eq(fixture_count(&f, "SELECT count(*) FROM session"), 11);
}

Test(session, of_somebody_who_is_shut_out_does_not_begin_but_ends)
{
	int64_t id, none;

	OK(&f, start(&f.health, "live 1", 0, &id));
	OK(&f, store_person_set_active(f.s, &f.admin, f.health.person_id,
				       seen_person(f.s, f.health.person_id), false, NULL, &f.e));
	REFUSED(&f, ERR_DENIED, "can no longer come in", start(&f.health, "live 2", 0, &none));
	OK(&f, store_session_end(f.s, id, f.now, &f.e));
	cr_expect_eq(nopen(&f.health), 0);
}
