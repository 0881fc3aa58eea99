/* duban print: what is printed beside the task lists, and which options go together. */
#include "tests/cli/desk.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

static struct desk d;

static void open_desk(void)
{
	desk_open(&d);
}

static void close_desk(void)
{
	desk_close(&d);
}

TestSuite(print, .init = open_desk, .fini = close_desk);

#define HAS(text, part)	  cr_expect_not_null(strstr((text), (part)), "%s is not in: %s", part, text)
#define LACKS(text, part) cr_expect_null(strstr((text), (part)), "%s is in: %s", part, text)

Test(print, heat_has_all_units)
{
	const char *out = desk_must(&d, "print", "--heat", NULL);

	HAS(out, "How units and sections stand");
	HAS(out, "区水务局");
	HAS(out, "区科协");
	HAS(out, "Total");
}

Test(print, indicators_are_of_the_plan_or_of_a_unit)
{
	desk_must(&d, "import", "etc/demo/plan.txt", "--code", "demo", "--yes", NULL);

	const char *out = desk_must(&d, "print", "--indicators", "--plan", "demo", NULL);

	HAS(out, "居民健康素养水平");
	HAS(out, "学生体质健康标准达标优良率");
	HAS(out, "≥ 42%");
	out = desk_must(&d, "print", "--indicators", "--plan", "demo", "--unit", "区水利局", NULL);
	HAS(out, "农村生活饮用水水质达标率");
	LACKS(out, "学生体质健康标准达标优良率");
	cr_expect_eq(desk_say(&d, "print", "--heat", NULL), 2, "two plans are open");
}

Test(print, tells_a_plan_without_indicators)
{
	cr_expect_eq(desk_say(&d, "print", "--indicators", NULL), 3);
	HAS(d.r.err, "yx2021");
	HAS(d.r.err, "no indicators");
}

Test(print, sheets_have_pages_and_go_into_files_too)
{
	char *path = tmp_path(&d.tmp, "heat.txt"), *text;

	desk_must(&d, "print", "--heat", "--output", path, NULL);
	text = tmp_read(path, NULL);
	cr_assert_not_null(text);
	HAS(text, "page 1/1");
	cr_expect_eq(desk_say(&d, "print", "--heat", "--output", path, NULL), 5);
	free(text);
	free(path);
}

Test(print, options_that_exclude_each_other_are_told)
{
	cr_expect_eq(desk_say(&d, "print", "--heat", "--indicators", NULL), 2);
	HAS(d.r.err, "exclude each other");
	cr_expect_eq(desk_say(&d, "print", "--heat", "--unit", "区水务局", NULL), 2);
	HAS(d.r.err, "--heat");
	cr_expect_eq(desk_say(&d, "print", "--indicators", "--all", NULL), 2);
	HAS(d.r.err, "exclude each other");
}
