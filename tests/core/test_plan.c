/* What holds for a plan as a whole: its head, its places in the text, its doubts, what is refused,
 * and the small functions of plan.h. */
#include "core/plan/plan.h"

#include <criterion/criterion.h>

#include <string.h>

static struct arena arena;

static void free_arena(void)
{
	arena_free(&arena);
}

TestSuite(plan, .fini = free_arena);

static struct plan read_plan(const char *document)
{
	struct err e = ERR_INIT;
	struct plan p;

	cr_assert_eq(plan_read(&arena, "t.txt", document, strlen(document), &p, &e), 0, "%s",
		     e.text);
	return p;
}

static const struct plan_doubt *find_doubt(const struct plan *p, enum plan_doubt_kind kind)
{
	for (size_t i = 0; i < p->doubts.n; i++)
		if (p->doubts.at[i].kind == kind)
			return &p->doubts.at[i];
	return NULL;
}

static const char notice[] = "\xEF\xBB\xBF云溪区人民政府文件\r\n"
			     "云政发〔2023〕7号\r\n"
			     "云溪区人民政府关于印发《云溪区净水行动方案》的通知\r\n"
			     "各镇人民政府:\r\n"
			     "现将方案印发给你们(青政发〔2020〕1号同时停止执行),请执行。\r\n"
			     "    云溪区人民政府\r\n"
			     "    2023年3月9日\r\n"
			     "\r\n"
			     "云溪区净水行动方案\r\n"
			     "一、总体目标\r\n到2025年水清岸绿。\r\n"
			     "二、主要任务\r\n"
			     "(一)清河行动。清淤。(区水利局牵头,区住建局配合)\r\n"
			     "(二)绿廊行动。植树。(区园林局牵头)\r\n"
			     "三、保障措施\r\n(一)加强领导。各单位要重视。\r\n"
			     "附件:任务分工表\r\n";

Test(plan, reads_the_head)
{
	struct plan p = read_plan(notice);

	cr_assert_str_eq(p.file, "t.txt");
	cr_assert_str_eq(p.title, "云溪区净水行动方案");
	cr_assert_str_eq(p.doc_no, "云政发〔2023〕7号");
	cr_assert_str_eq(p.issuer, "云溪区人民政府");
	cr_assert_str_eq(p.date, "2023-03-09");
	cr_assert_eq(p.lead_rule, LEAD_RULE_LABELLED);
	cr_assert_eq(p.actions.n, 2);
	cr_assert_eq(p.sections.n, 0);
	cr_assert_null(strchr(p.text, '\r'));
	cr_assert_str_eq(plan_propose_code(&arena, &p), "plan2023");
}

Test(plan, reads_a_signature_in_chinese_digits_behind_the_plan)
{
	struct plan p =
		read_plan("净水行动方案\n一、主要任务\n1.清河。(区水利局负责)\n"
			  "二、保障措施\n各单位要重视。\n\n云溪区水利局\n二〇二二年十月二十一日\n");

	cr_assert_str_eq(p.issuer, "云溪区水利局");
	cr_assert_str_eq(p.date, "2022-10-21");
	cr_assert_str_eq(p.doc_no, "");
}

Test(plan, every_action_keeps_its_clause_and_line)
{
	struct plan p = read_plan(notice);
	struct plan_span s = p.actions.at[1].clause, u = p.actions.at[1].units.at[0].span;
	static const char clause[] = "(二)绿廊行动。植树。(区园林局牵头)";

	cr_assert_eq(p.actions.at[1].line, 14);
	cr_assert_eq(s.to - s.from, strlen(clause));
	cr_assert_eq(strncmp(p.text + s.from, clause, strlen(clause)), 0);
	cr_assert_eq(strncmp(p.text + u.from, "区园林局", u.to - u.from), 0);
}

Test(plan, doubts_what_a_careful_reader_would)
{
	struct plan p = read_plan("一、主要任务\n"
				  "1.清河。(责任单位:区市场监督管理局、区水利局\n"
				  "2.治土。漏损率达到4%以下。责任单位:★区市场监管局)\n"
				  "4.植树。(责任单位:★区市场监督管理局、新安渠)\n"
				  "5.除尘。\n");
	const struct plan_doubt *same = find_doubt(&p, DOUBT_SAME_UNIT);

	cr_assert_not_null(same);
	cr_assert_str_eq(same->a, "区市场监督管理局");
	cr_assert_str_eq(same->b, "区市场监管局");
	cr_assert_eq(find_doubt(&p, DOUBT_NO_LEAD)->action, 0);
	cr_assert_eq(find_doubt(&p, DOUBT_BRACKET)->line, 2);
	cr_assert_eq(find_doubt(&p, DOUBT_FIGURE)->action, 1);
	cr_assert_eq(find_doubt(&p, DOUBT_NUMBER)->action, 2);
	cr_assert_eq(find_doubt(&p, DOUBT_NO_UNITS)->action, 3);
}

Test(plan, units_of_one_list_are_not_the_same)
{
	struct plan p = read_plan("1.清河。(责任单位:★区市场监督管理局、区市场监管局)\n"
				  "2.治土。(责任单位:★区委编办、区委办)\n");

	cr_assert_null(find_doubt(&p, DOUBT_SAME_UNIT));
}

Test(plan, refuses_what_is_no_plan)
{
	static const struct {
		const char *bytes;
		size_t nbytes;
	} rows[] = {
		{"", 0},
		{" \n\n", 3},
		{"a\0b", 3},
		{"\xFF\xFE"
		 "1",
		 3},
		{"没有任务的文字。", sizeof "没有任务的文字。" - 1},
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct err e = ERR_INIT;
		struct plan p;

		cr_assert_eq(plan_read(&arena, "t", rows[i].bytes, rows[i].nbytes, &p, &e), -1);
		cr_assert_eq(e.code, ERR_FORMAT);
		cr_assert_neq(*e.text, '\0');
	}
}

Test(plan, compares_numbers)
{
	cr_assert(plan_same_no("(五)", "五"));
	cr_assert(plan_same_no("五", "5"));
	cr_assert(plan_same_no("５．", "(5)"));
	cr_assert(plan_same_no("第7项", "7"));
	cr_assert(plan_same_no("⑫", "十二"));
	cr_assert(plan_same_no("二十三", "23"));
	cr_assert(!plan_same_no("(五)", "6"));
	cr_assert(!plan_same_no("1-1", "11"));
	cr_assert(!plan_same_no("", "1"));
}

Test(plan, numbers_as_people_type_them)
{
	static const char *const numbers[][2] = {
		{"五.2", "5.2"}, {"（五）.（2）", "5.2"},
		{"14", "14"},	 {"第十二项", "12"},
		{"⑫", "12"},	 {"五.", "5"},
		{"附A", "附A"},	 {"", ""},
	};
	struct arena a = ARENA_INIT;

	for (size_t i = 0; i < sizeof numbers / sizeof numbers[0]; i++)
		cr_expect_str_eq(plan_plain_no(&a, numbers[i][0]), numbers[i][1]);
	arena_free(&a);
}

/* A text in one line must not take longer per byte than one in many. */
Test(plan, long_lines_are_read, .timeout = 20)
{
	struct strbuf b = STRBUF_INIT;
	struct err e = ERR_INIT;
	struct plan p;

	strbuf_puts(&b, "一、主要任务 1.清河。");
	while (b.nbytes < 2000000)
		strbuf_puts(&b, "((“责任单位:甲局、乙局和丙局最高3个,一是达到5%和");
	strbuf_puts(&b, "(区水利局负责)");
	cr_assert_eq(plan_read(&arena, "t", b.s, b.nbytes, &p, &e), 0, "%s", e.text);
	strbuf_free(&b);
}
