/* What people were typing when an older backup took the place of the file: it comes over, each to
 * whom it belongs, and covers nothing that is newer. */
#include "tests/db/backup_desk.h"

#include <criterion/criterion.h>

static struct fixture *const f = &backups.f;

TestSuite(typed, .init = backup_desk_begin, .fini = backup_desk_end);

static const char form[] = "report:2:2:4";

static int64_t type(const struct actor *who, const char *name, const char *text)
{
	const struct draft_field field = {"done", text};
	const struct draft_new d = {&field, 1, "done@3", "pts/1 1", DRAFT_ANY};
	int64_t version = 0;

	OK(f, store_draft_put(f->s, who, name, &d, &version, &f->e));
	return version;
}

static struct draft there(const struct actor *who, const char *name)
{
	struct draft d;

	OK(f, store_draft_load(f->s, &f->a, who, name, &d, &f->e));
	return d;
}

static size_t restore(void)
{
	struct restored done;

	store_close(f->s);
	f->s = NULL;
	OK(f,
	   store_restore(backups.done.path, f->path, &f->admin, false, NULL, &f->a, &done, &f->e));
	OK(f, store_open(f->path, &f->s, &f->e));
	return done.ndrafts;
}

Test(typed, after_the_backup_comes_over)
{
	type(&f->education, form, "筛查十所");
	cr_assert_eq(backup_make(), 0, "%s", f->e.text);
	fixture_tomorrow(f);
	type(&f->education, form, "筛查二十所");
	int64_t version = type(&f->education, form, "筛查三十所");
	type(&f->health, form, "讲堂两场");
	cr_expect_eq(restore(), 2);
	struct draft d = there(&f->education, form);
	cr_assert_eq(d.fields.n, 1);
	cr_expect_str_eq(d.fields.at[0].text, "筛查三十所");
	cr_expect_str_eq(d.focus, "done@3");
	cr_expect_eq(d.version, version, "the window that has read it can go on");
	cr_expect_eq(d.saved_at, f->now.utc);
	cr_expect_str_eq(there(&f->health, form).fields.at[0].text, "讲堂两场");
	cr_expect_eq(backup_verify(f->path), 0);
}

Test(typed, and_sent_since_stands_as_it_was_when_the_backup_was_made)
{
	type(&f->education, form, "筛查十所");
	cr_assert_eq(backup_make(), 0, "%s", f->e.text);
	OK(f, store_draft_drop(f->s, &f->education, form, &f->e));
	cr_expect_eq(restore(), 0);
	cr_expect_str_eq(there(&f->education, form).fields.at[0].text, "筛查十所");
}

Test(typed, about_an_action_that_is_not_there_or_by_nobody_there_stays_behind)
{
	struct person_row p;
	struct actor next;

	cr_assert_eq(backup_make(), 0, "%s", f->e.text);
	OK(f, store_person_add(f->s, &f->admin, "next", "何新", "", &f->a, &p, NULL, &f->e));
	actor_of(&next, &p, "", f->now);
	type(&next, form, "别人的");
	type(&f->education, "report:900:2:4", "以后的行动");
	cr_expect_eq(restore(), 0);
	cr_expect_eq(there(&f->education, "report:900:2:4").version, 0);
}
