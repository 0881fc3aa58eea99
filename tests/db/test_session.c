/* Sessions: those of processes that are gone do not count, others do, up to the limit. */
#include "db/people/store_key.h"
#include "db/people/store_session.h"
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

Test(session, the_one_before_is_told)
{
	struct session_row row;
	int64_t one, two;

	cr_expect_eq(store_session_before(f.s, &f.a, &f.health, 0, &row, &f.e), 0);
	OK(&f, start(&f.health, "live 1", 0, &one));
	cr_expect_eq(store_session_before(f.s, &f.a, &f.health, one, &row, &f.e), 0);
	fixture_tomorrow(&f);
	OK(&f, start(&f.health, "live 2", 0, &two));
	cr_assert_eq(store_session_before(f.s, &f.a, &f.health, two, &row, &f.e), 1);
	cr_expect_eq(row.id, one);
	cr_expect_str_eq(row.remote, "10.0.0.7");
	cr_expect_str_eq(row.fingerprint, "");
	cr_expect_lt(row.began_at, f.now.utc);
	cr_assert_eq(store_session_before(f.s, &f.a, &f.health, 0, &row, &f.e), 1);
	cr_expect_eq(row.id, two);
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
