/* duban find: what it prints for people and programs, and what it refuses. */
#include "tests/cli/desk.h"

#include <criterion/criterion.h>
#include <jansson.h>
#include <string.h>

static struct desk d;

static void open_desk(void)
{
	desk_open(&d);
	desk_must(&d, "milestone", "add", "2", "照明检测", "--due", "2021-12-20", NULL);
	desk_must(&d, "report", "2", "--as", "jiaoyu", "--percent", "5", "--done",
		  "教室照明改造完成一半", "--submit", NULL);
}

static void close_desk(void)
{
	desk_close(&d);
}

TestSuite(find, .init = open_desk, .fini = close_desk);

Test(find, prints_every_kind_for_people)
{
	const char *out = desk_must(&d, "find", "照明", NULL);

	cr_expect(strstr(out, "照明检测"), "%s", out);
	cr_expect(strstr(out, "教室照明改造完成一半"), "%s", out);
	cr_expect(strstr(out, "yx2021/2"), "%s", out);
}

Test(find, takes_all_words)
{
	cr_expect(strstr(desk_must(&d, "find", "教室", "照明", NULL), "完成一半"));
	cr_expect(strstr(desk_must(&d, "find", "教室", "检测", NULL), "nothing that you may read"));
}

Test(find, has_the_same_for_programs)
{
	json_t *rows = json_loads(
		desk_must(&d, "find", "照明", "--kind", "report", "--format", "json", NULL), 0,
		NULL);
	json_t *row = json_array_get(rows, 0);

	cr_assert_eq(json_array_size(rows), 1);
	cr_expect_str_eq(json_string_value(json_object_get(row, "kind")), "report");
	cr_expect_str_eq(json_string_value(json_object_get(row, "action")), "yx2021/2");
	cr_expect_str_eq(json_string_value(json_object_get(row, "unit")), "区教育局");
	cr_expect_str_eq(json_string_value(json_object_get(row, "field")), "done");
	json_decref(rows);
}

Test(find, finds_units_and_actions_by_pinyin)
{
	cr_expect(strstr(desk_must(&d, "find", "hyxd", NULL), "护眼行动"));
	cr_expect(strstr(desk_must(&d, "find", "swj", "--kind", "unit", NULL), "区水务局"));
}

Test(find, shows_nobody_what_is_not_theirs)
{
	cr_expect(strstr(desk_must(&d, "find", "照明", "--as", "shuiwu", NULL),
			 "nothing that you may read"));
}

Test(find, keeps_to_a_plan_a_kind_and_a_limit)
{
	cr_expect(strstr(desk_must(&d, "find", "照明", "--plan", "yx2021", "--limit", "1", NULL),
			 "照明检测"));
	cr_expect_eq(desk_say(&d, "find", "照明", "--plan", "none", NULL), 3);
	cr_expect_eq(desk_say(&d, "find", "照明", "--kind", "letter", NULL), 2);
	cr_expect_eq(desk_say(&d, "find", "。", NULL), 2);
	cr_expect(strstr(d.r.err, "needs a letter"), "%s", d.r.err);
	cr_expect_eq(desk_say(&d, "find", NULL), 2);
}
