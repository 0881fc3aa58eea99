/* The head of a document: its title, number, issuer and date, wherever they are printed. */
#include "core/plan/plan.h"

#include <criterion/criterion.h>
#include <criterion/parameterized.h>

#include <string.h>

#define ITEMS "一、主要任务\n1.清河。(区水利局负责)\n2.植树。(区园林局负责)\n"

static const struct head {
	const char *document, *title, *doc_no, *issuer, *date;
} heads[] = {
	/* an excerpt */
	{ITEMS, "", "", "", ""},
	/* a title on two lines, the second with its years */
	{"云溪区净水行动方案\n（2023—2025年）\n" ITEMS, "云溪区净水行动方案（2023—2025年）", "", "",
	 ""},
	{"　　　　云溪区净水工程\n　　　　重点任务分工方案\n" ITEMS,
	 "云溪区净水工程重点任务分工方案", "", "", ""},
	/* a heading below the preamble is no title */
	{"云溪区净水行动方案\n为改善水质，依照上级要求，现将各项任务作如下分解。\n本年度具体任务"
	 "\n" ITEMS,
	 "云溪区净水行动方案", "", "", ""},
	/* the notice is the plan */
	{"关于下达云溪区净水任务的函\n各镇：\n经研究，现下达任务。\n" ITEMS, "云溪区净水任务", "",
	 "", ""},
	{"云溪区水利局关于做好净水工作的通知\n" ITEMS, "关于做好净水工作的通知", "", "云溪区水利局",
	 ""},
	/* issued in a newspaper */
	{"区委办公室印发《关于推进净水工作的实施意见》\n" ITEMS, "关于推进净水工作的实施意见", "",
	 "区委办公室", ""},
	/* number and date below the title, the date of the plan before that of the notice */
	{"关于印发《云溪区净水方案》的通知\n云溪区人民政府\n2023年5月1日\n"
	 "云溪区净水方案\n（2023年4月20日）\n" ITEMS,
	 "云溪区净水方案", "", "云溪区人民政府", "2023-04-20"},
	{"云溪区净水方案\n（云政发〔2023〕7号印发）\n" ITEMS, "云溪区净水方案", "云政发〔2023〕7号",
	 "", ""},
	{"# 云溪区净水方案\n\n> 云政发〔2023〕7号 | 2023年2月6日\n\n" ITEMS, "云溪区净水方案",
	 "云政发〔2023〕7号", "", "2023-02-06"},
	/* the table above a document on the web */
	{"| 发布机构 | 云溪区人民政府 | 成文日期 | 2022-06-30 |\n| 文　　号 | 云政发〔2022〕8号 |\n"
	 "云溪区净水方案\n" ITEMS,
	 "云溪区净水方案", "云政发〔2022〕8号", "云溪区人民政府", "2022-06-30"},
	/* two issuers, a seal */
	{"云溪区净水方案\n" ITEMS "\n云溪区水利局　　云溪区园林局（印章）\n2023年3月9日\n",
	 "云溪区净水方案", "", "云溪区水利局 云溪区园林局", "2023-03-09"},
	{"云溪区净水方案\n" ITEMS "\n云溪区水利局\n云溪区园林局\n2023年3月9日\n", "云溪区净水方案",
	 "", "云溪区水利局 云溪区园林局", "2023-03-09"},
	/* the issuer above the title */
	{"云溪区水利局\n关于推进净水工作的实施意见\n" ITEMS, "关于推进净水工作的实施意见", "",
	 "云溪区水利局", ""},
	/* years of the Republic */
	{"高齡健康計畫\n中華民國112年3月8日　府授衛字第11號函頒\n" ITEMS, "高齡健康計畫",
	 "府授衛字第11號", "", "2023-03-08"},
	/* a document copied as one line, and the row above a table */
	{"云溪区净水行动（2020—2030年）实施方案 来源：区水利局 各镇街： "
	 "为推进净水工作，制定本方案。 "
	 "一、主要任务 1.清河。（区水利局负责） 2.植树。（区园林局负责）",
	 "云溪区净水行动（2020—2030年）实施方案", "", "", ""},
	{"| 云溪区净水任务分工表 | | |\n| 序号 | 任务 | 责任单位 |\n| 1 | 清河 | 区水利局 |\n",
	 "云溪区净水任务分工表", "", "", ""},
};

static size_t numbers[sizeof heads / sizeof *heads];

ParameterizedTestParameters(plan_head, reads)
{
	for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
		numbers[i] = i;
	return cr_make_param_array(size_t, numbers, sizeof numbers / sizeof *numbers);
}

ParameterizedTest(const size_t *number, plan_head, reads)
{
	const struct head *head = &heads[*number];
	struct arena a = ARENA_INIT;
	struct err e = ERR_INIT;
	struct plan p;

	cr_assert_eq(plan_read(&a, "t", head->document, strlen(head->document), &p, &e), 0, "%s",
		     e.text);
	cr_assert_str_eq(p.title, head->title);
	cr_assert_str_eq(p.doc_no, head->doc_no);
	cr_assert_str_eq(p.issuer, head->issuer);
	cr_assert_str_eq(p.date, head->date);
	arena_free(&a);
}
