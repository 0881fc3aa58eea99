/* Indicators as text, and the printed list of them: a column a year, in whatever order they come.
 */
#include "core/rule/indicator.h"

#include <criterion/criterion.h>

#include <string.h>

static struct arena a;
static struct indicator_items items;
static const struct date today = {2025, 11, 21};

static const struct action_row actions[] = {
	{.id = 1, .path = "1", .title = "健康讲堂行动"},
	{.id = 2, .path = "五.2", .title = "护眼行动"},
};

static void end(void)
{
	arena_free(&a);
}

TestSuite(indicator, .fini = end);

static struct indicator_row *add(size_t action, const char *name, const char *measure)
{
	struct indicator_item *item = vec_push(&a, &items);

	item->action = &actions[action];
	item->row.name = name;
	item->row.measure = measure;
	return &item->row;
}

static void aim(struct indicator_row *in, int year, enum target_op op, const char *value)
{
	*vec_push(&a, &in->targets) = (struct target_row){.year = year, .op = op, .value = value};
}

static struct document build(const char *unit)
{
	struct document d;

	indicator_document_build(&a, &d, "青田区行动方案", unit, &items, "林岚", today);
	return d;
}

static const struct document_table *last_table(const struct document *d)
{
	cr_assert_gt(d->blocks.n, 0u);
	cr_assert_eq(d->blocks.at[d->blocks.n - 1].kind, BLOCK_TABLE);
	return d->blocks.at[d->blocks.n - 1].table;
}

Test(indicator, target_has_its_comparison_and_measure)
{
	struct indicator_row in = {.measure = "%"};
	struct target_row least = {.op = OP_AT_LEAST, .value = "31"}, words = {.value = ""};

	cr_expect_str_eq(indicator_target(&a, &in, &least), "≥ 31%");
	cr_expect_str_eq(indicator_target(&a, &in, &words), "");
}

Test(indicator, list_has_a_column_for_every_year_in_their_order)
{
	struct indicator_row *in = add(0, "健康素养水平", "%");

	aim(in, 2030, OP_AT_LEAST, "42");
	aim(in, 2026, OP_AT_LEAST, "32");
	in = add(1, "总体近视率", "%");
	aim(in, 0, OP_AT_MOST, "48");
	aim(in, 2030, OP_AT_MOST, "40");

	struct document d = build("");
	const struct document_table *t = last_table(&d);

	cr_expect_str_eq(d.subject, "青田区行动方案");
	cr_assert_eq(t->columns.n, 6u);
	cr_expect_str_eq(t->columns.at[3].title, "Target");
	cr_expect_str_eq(t->columns.at[4].title, "2026");
	cr_expect_str_eq(t->columns.at[5].title, "2030");
	cr_expect_str_eq(t->rows.at[0][3], "");
	cr_expect_str_eq(t->rows.at[0][4], "≥ 32%");
	cr_expect_str_eq(t->rows.at[0][5], "≥ 42%");
	cr_expect_str_eq(t->rows.at[1][0], "五.2");
	cr_expect_str_eq(t->rows.at[1][3], "≤ 48%");
	cr_expect_str_eq(t->rows.at[1][4], "");
}

Test(indicator, list_names_an_action_once_and_its_number_always)
{
	aim(add(0, "健康素养水平", "%"), 2026, OP_AT_LEAST, "32");
	add(0, "持续减缓", "")->in_words = true;
	aim(add(1, "总体近视率", "%"), 2026, OP_AT_MOST, "40");

	struct document d = build("区教育局");
	const struct document_table *t = last_table(&d);

	cr_expect_str_eq(d.subject, "区教育局");
	cr_expect_str_eq(d.blocks.at[0].text, "青田区行动方案");
	cr_assert_eq(t->rows.n, 3u);
	cr_expect_str_eq(t->rows.at[0][1], "健康讲堂行动");
	cr_expect_str_eq(t->rows.at[1][0], "1");
	cr_expect_str_eq(t->rows.at[1][1], "");
	cr_expect_not_null(strstr(t->rows.at[1][2], "in words"));
	cr_expect_str_eq(t->rows.at[1][3], "");
	cr_expect_str_eq(t->rows.at[2][1], "护眼行动");
}

Test(indicator, list_of_none_is_a_sentence)
{
	struct document d = build("");

	cr_assert_eq(d.blocks.n, 1u);
	cr_expect_eq(d.blocks.at[0].kind, BLOCK_PARAGRAPH);
}
