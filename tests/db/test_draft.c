/* Drafts: the place of the cursor, windows that do not overwrite each other, lists. */
#include "tests/db/fixture.h"

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

TestSuite(draft, .init = begin, .fini = end);

static const char form[] = "report:2:2:4";

/* One field "done" with this text, from a window that has read a version. */
static int put(const char *text, const char *seat, int64_t read, int64_t *version)
{
	const struct draft_field field = {"done", text};
	const struct draft_new d = {&field, 1, "done@9", seat, read};

	return store_draft_put(f.s, &f.education, form, &d, version, &f.e);
}

Test(draft, keeps_where_the_cursor_was_and_who_saved)
{
	struct draft d;
	int64_t version = 0;

	OK(&f, put("完成筛查", "pts/3 100", 0, &version));
	cr_expect_eq(version, 1);
	OK(&f, store_draft_load(f.s, &f.a, &f.education, form, &d, &f.e));
	cr_expect_str_eq(d.focus, "done@9");
	cr_expect_str_eq(d.seat, "pts/3 100");
	cr_expect_eq(d.version, 1);
	cr_expect_eq(d.saved_at, f.now.utc);
	OK(&f, put("完成筛查和建档", "pts/3 100", version, &version));
	cr_expect_eq(version, 2);
}

Test(draft, a_window_does_not_overwrite_what_it_has_not_read)
{
	struct draft d;
	int64_t one = 0, two = 0;

	OK(&f, put("一", "pts/1 1", 0, &one));
	REFUSED(&f, ERR_CONFLICT, "another window", put("二", "pts/2 2", 0, &two));
	cr_expect_eq(two, 0);
	OK(&f, put("二", "pts/2 2", one, &two));
	REFUSED(&f, ERR_CONFLICT, "changed this text", put("三", "pts/1 1", one, &one));
	OK(&f, store_draft_load(f.s, &f.a, &f.education, form, &d, &f.e));
	cr_assert_eq(d.fields.n, 1);
	cr_expect_str_eq(d.fields.at[0].text, "二");
	cr_expect_str_eq(d.seat, "pts/2 2");
	OK(&f, put("三", "pts/1 1", DRAFT_ANY, &one));
	cr_expect_eq(one, 3);
}

Test(draft, tells_when_it_was_sent_elsewhere)
{
	int64_t version = 0;

	OK(&f, put("一", "pts/1 1", 0, &version));
	OK(&f, store_draft_drop(f.s, &f.education, form, &f.e));
	REFUSED(&f, ERR_CONFLICT, "still here", put("一二", "pts/1 1", version, &version));
	OK(&f, put("一二", "pts/1 1", 0, &version));
	cr_expect_eq(version, 2);
}

Test(draft, what_was_typed_anew_is_not_taken_for_what_was_read)
{
	int64_t one = 0, two = 0, three;

	OK(&f, put("一", "pts/1 1", 0, &one));
	OK(&f, store_draft_drop(f.s, &f.education, form, &f.e));
	OK(&f, put("二", "pts/2 2", 0, &two));
	cr_expect_gt(two, one);
	REFUSED(&f, ERR_CONFLICT, "changed this text", put("三", "pts/1 1", one, &one));
	/* another form, dropped at a smaller version, does not set it back */
	OK(&f, fixture_draft(&f, "milestone:3:0", NULL, 0));
	OK(&f, put("四", "pts/2 2", two, &two));
	OK(&f, put("五", "pts/2 2", two, &two));
	OK(&f, store_draft_drop(f.s, &f.education, form, &f.e));
	OK(&f, store_draft_drop(f.s, &f.education, "milestone:3:0", &f.e));
	OK(&f, store_draft_drop(f.s, &f.education, form, &f.e));
	OK(&f, put("六", "pts/1 1", 0, &three));
	cr_expect_gt(three, two);
}

Test(draft, those_of_a_kind_are_listed_the_last_first)
{
	struct draft_names names;
	int64_t version;

	OK(&f, put("一", "", 0, &version));
	fixture_tomorrow(&f);
	OK(&f, fixture_draft(&f, "report:3:2:4", NULL, 0));
	OK(&f, fixture_draft(&f, "milestone:3:0", NULL, 0));
	OK(&f, store_draft_list(f.s, &f.a, &f.education, "report:", &names, &f.e));
	cr_assert_eq(names.rows.n, 2);
	cr_expect_str_eq(names.rows.at[0].form, "report:3:2:4");
	cr_expect_str_eq(names.rows.at[1].focus, "done@9");
	OK(&f, store_draft_list(f.s, &f.a, &f.education, "", &names, &f.e));
	cr_expect_eq(names.rows.n, 3);
	OK(&f, store_draft_list(f.s, &f.a, &f.health, "", &names, &f.e));
	cr_expect_eq(names.rows.n, 0);
}
