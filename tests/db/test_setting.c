/* What a person alone has set: nobody else sees it, and the log does not tell of it. */
#include "db/people/store_setting.h"
#include "tests/db/fixture.h"

#include <criterion/criterion.h>

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

TestSuite(setting, .init = begin, .fini = end);

static const char *value_of(const struct actor *who, const char *kind, const char *name)
{
	const char *value;

	OK(&f, store_setting_get(f.s, &f.a, who, kind, name, &value, &f.e));
	return value;
}

Test(setting, is_kept_for_one_person)
{
	OK(&f, store_setting_put(f.s, &f.education, "seen", "tour", "1", &f.e));
	fixture_reopen(&f, NULL);
	cr_assert_not_null(value_of(&f.education, "seen", "tour"));
	cr_expect_str_eq(value_of(&f.education, "seen", "tour"), "1");
	cr_expect_null(value_of(&f.health, "seen", "tour"));
	cr_expect_null(value_of(&f.education, "seen", "other"));
	cr_expect_null(value_of(&f.education, "view:plan", "tour"));
}

Test(setting, put_again_takes_the_place_of_the_old_one)
{
	struct settings all;

	OK(&f, store_setting_put(f.s, &f.education, "view:plan", "红灯", "lamp=red", &f.e));
	OK(&f, store_setting_put(f.s, &f.education, "view:plan", "红灯", "", &f.e));
	OK(&f, store_setting_list(f.s, &f.a, &f.education, "view:plan", false, &all, &f.e));
	cr_assert_eq(all.rows.n, 1);
	cr_expect_str_eq(all.rows.at[0].name, "红灯");
	cr_expect_str_eq(all.rows.at[0].value, "");
}

Test(setting, a_list_is_in_order_of_names_or_of_time)
{
	struct settings all;

	OK(&f, store_setting_put(f.s, &f.education, "view:plan", "b", "1", &f.e));
	fixture_tomorrow(&f);
	OK(&f, store_setting_put(f.s, &f.education, "view:plan", "c", "2", &f.e));
	OK(&f, store_setting_put(f.s, &f.education, "view:plan", "a", "3", &f.e));
	OK(&f, store_setting_put(f.s, &f.education, "view:home", "d", "4", &f.e));
	OK(&f, store_setting_list(f.s, &f.a, &f.education, "view:plan", false, &all, &f.e));
	cr_assert_eq(all.rows.n, 3);
	cr_expect_str_eq(all.rows.at[0].name, "a");
	cr_expect_str_eq(all.rows.at[2].name, "c");
	OK(&f, store_setting_list(f.s, &f.a, &f.education, "view:plan", true, &all, &f.e));
	cr_assert_eq(all.rows.n, 3);
	cr_expect_str_eq(all.rows.at[2].name, "b");
}

Test(setting, dropped_is_gone_and_dropping_again_is_no_failure)
{
	OK(&f, store_setting_put(f.s, &f.education, "seen", "tour", "1", &f.e));
	OK(&f, store_setting_drop(f.s, &f.health, "seen", "tour", &f.e));
	cr_expect_not_null(value_of(&f.education, "seen", "tour"));
	OK(&f, store_setting_drop(f.s, &f.education, "seen", "tour", &f.e));
	cr_expect_null(value_of(&f.education, "seen", "tour"));
	OK(&f, store_setting_drop(f.s, &f.education, "seen", "tour", &f.e));
}

Test(setting, the_log_tells_nothing_of_it)
{
	int64_t before = fixture_count(&f, "select count(*) from log");

	OK(&f, store_setting_put(f.s, &f.education, "seen", "tour", "1", &f.e));
	OK(&f, store_setting_drop(f.s, &f.education, "seen", "tour", &f.e));
	cr_expect_eq(fixture_count(&f, "select count(*) from log"), before);
}

Test(setting, the_program_itself_has_none)
{
	struct settings all;

	cr_expect_null(value_of(NULL, "seen", "tour"));
	OK(&f, store_setting_list(f.s, &f.a, NULL, "seen", true, &all, &f.e));
	cr_expect_eq(all.rows.n, 0);
}
