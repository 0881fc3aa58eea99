/* Variations of the known styles, each by a small document of a district that does not exist: a
 * number, label, verb, rule or layout that is like one in the other files and not the same. */
#include "tests/core/plan_style.h"

#include "core/plan/plan.h"

#include <criterion/criterion.h>
#include <criterion/parameterized.h>
#include <string.h>

/* clang-format off */
static const struct style styles[] = {
	{"a word before numbers, below (一)",
	 "云溪区2024年重点工作任务清单\n"
	 "（一）加快建设\n"
	 "任务1：修缮步道。（区住建局牵头）\n"
	 "任务2：新建公园。（区园林局牵头）\n"
	 "（二）提升质量\n"
	 "任务3：清理河道。（区水利局牵头）\n"
	 "任务4：整治排口。\n",
	 "任务1 修缮步道 [（一）]: 区住建局 lead\n"
	 "任务2 新建公园 [（一）]: 区园林局 lead\n"
	 "任务3 清理河道 [（二）]: 区水利局 lead\n"
	 "任务4 整治排口 [（二）]:\n"},
	{"numbers with a blank behind them",
	 "云溪区净水行动方案\n"
	 "一 总体要求\n"
	 "坚持生态优先。\n"
	 "二 重点任务\n"
	 "1 清理河道\n"
	 "完成清淤12公里。\n"
	 "责任单位：区水利局\n"
	 "2 整治排口\n"
	 "完成排口整治40个。\n"
	 "责任单位：区住建局\n"
	 "3 建设湿地\n"
	 "责任单位：区园林局\n"
	 "三 保障措施\n"
	 "1 加强领导\n"
	 "2 加强考核\n",
	 "1 清理河道: 区水利局 lead\n"
	 "2 整治排口: 区住建局 lead\n"
	 "3 建设湿地: 区园林局 lead\n"},
	{"Markdown headings and bullets",
	 "云溪区净水行动方案\n"
	 "### 二、重点任务\n"
	 "#### （一）清理河道\n"
	 "完成清淤12公里。\n"
	 "- 牵头单位：区水利局\n"
	 "- 责任单位：区住建局、各镇\n"
	 "#### （二）整治排口\n"
	 "完成排口整治40个。\n"
	 "- **牵头单位**：区住建局\n"
	 "- **责任单位**：区环保局<br>各镇\n"
	 "- **完成时限**：2024年10月底前\n",
	 "（一） 清理河道: 区水利局 lead 区住建局 shared 各镇 shared\n"
	 "（二） 整治排口: 区住建局 lead 区环保局 shared 各镇 shared due 2024-10\n"},
	{"words in brackets, an unknown label",
	 "云溪区净水行动方案\n"
	 "【项目一】清理河道 完成清淤12公里。（牵头单位：区水利局 监护单位：区住建局 完成时限：2024年6月底）\n"
	 "【项目二】整治排口 完成排口整治40个。（监护单位：区环保局；完成时限：2024年9月底）\n"
	 "【项目三】建设湿地 （牵头单位：区园林局，配合单位：区水利局，完成时限：12月底）\n",
	 "【项目一】 清理河道完成清淤12公里: 区水利局 lead 区住建局 shared due 2024-06\n"
	 "【项目二】 整治排口完成排口整治40个: 区环保局 lead due 2024-09\n"
	 "【项目三】 建设湿地: 区园林局 lead 区水利局 coop\n"},
	{"figures behind a number, points for full stops",
	 "云溪区净水行动方案\n"
	 "1.清理河道30公里（区水利局、区财政局负责\n"
	 "2.整治排口。（区住建局负责）\n"
	 "3.建设湿地.完成3处.（区园林局牵头.区财政局配合）\n"
	 "4.建设公园.(区园林局)\n"
	 "5.10月底前完成绿道。(区园林局)\n"
	 "6.85名河长上岗。(区水利局)\n"
	 "7.3.5公里岸线修复。(区水利局)\n",
	 "1 清理河道30公里: 区水利局 shared 区财政局 shared\n"
	 "2 整治排口: 区住建局 lead\n"
	 "3 建设湿地: 区园林局 lead 区财政局 coop\n"
	 "4 建设公园: 区园林局 lead\n"
	 "5 10月底前完成绿道: 区园林局 lead\n"
	 "6 85名河长上岗: 区水利局 lead\n"
	 "7 3.5公里岸线修复: 区水利局 lead\n"},
	{"工程一 with two labels on a line",
	 "工程一：清理河道\n"
	 "内容：完成清淤。\n"
	 "牵头单位:区水利局；责任单位:区住建局、各镇；\n"
	 "工程二：整治排口\n"
	 "内容：完成整治。\n"
	 "牵头单位:区住建局；责任单位:区环保局；监督单位：区纪委监委\n",
	 "工程一 清理河道: 区水利局 lead 区住建局 shared 各镇 shared\n"
	 "工程二 整治排口: 区住建局 lead 区环保局 shared 区纪委监委 coop\n"},
	{"few of the items name units",
	 "云溪区2024年河道工作要点\n"
	 "1.清理河道。\n"
	 "2.整治排口。（责任单位：区住建局）\n"
	 "3.建设湿地。\n"
	 "4.建设公园。（责任单位：区园林局）\n"
	 "5.修缮步道。\n"
	 "6.建设泵站。\n",
	 "1 清理河道:\n"
	 "2 整治排口: 区住建局 lead\n"
	 "3 建设湿地:\n"
	 "4 建设公园: 区园林局 lead\n"
	 "5 修缮步道:\n"
	 "6 建设泵站:\n"},
	{"motions by the number of a register",
	 "关于办理区十七届人大代表建议的任务分解\n"
	 "第12号建议：关于增加停车位的建议\n"
	 "主办单位：区住建局\n"
	 "会办单位：区公安分局\n"
	 "领办领导：王小明副区长\n"
	 "第45号建议：关于改造农贸市场的建议\n"
	 "主办单位：区商务局\n"
	 "会办单位：区市场监管局、区住建局\n"
	 "办理时限：2024年8月\n"
	 "第7号提案：关于建设口袋公园的提案\n"
	 "主办单位：区园林局\n"
	 "分办单位：各镇街\n"
	 "办理时限：2024年8月\n",
	 "第12号建议 关于增加停车位的建议: 区住建局 lead 区公安分局 coop\n"
	 "第45号建议 关于改造农贸市场的建议: 区商务局 lead 区市场监管局 coop 区住建局 coop due 2024-08\n"
	 "第7号提案 关于建设口袋公园的提案: 区园林局 lead 各镇街 shared due 2024-08\n"},
	{"verbs around names, the same as above",
	 "云溪区净水方案\n"
	 "(2)整治排口。(区住建局牵头，区环保局、区财政局会同各镇负责)\n"
	 "(3)建湿地。(区园林局会同区水利局负责)\n"
	 "(4)建公园。(区园林局负总责，区教育局、区民政局具体落实)\n"
	 "(5)建泵站。(区水利局牵头，区教育局、区民政局予以配合)\n"
	 "(6)建步道。(同上)\n"
	 "(7)建广场。(责任单位同上)\n",
	 "(2) 整治排口: 区住建局 lead 区环保局 shared 区财政局 shared 各镇 coop\n"
	 "(3) 建湿地: 区园林局 lead 区水利局 coop\n"
	 "(4) 建公园: 区园林局 lead 区教育局 shared 区民政局 shared\n"
	 "(5) 建泵站: 区水利局 lead 区教育局 coop 区民政局 coop\n"
	 "(6) 建步道: 区水利局 lead 区教育局 coop 区民政局 coop\n"
	 "(7) 建广场: 区水利局 lead 区教育局 coop 区民政局 coop\n"},
	{"a table of a cell a line with lines of one width",
	 "云溪区净水实施方案\n"
	 "序号\n"
	 "任务\n"
	 "工作目标\n"
	 "牵头单位\n"
	 "配合单位\n"
	 "完成时限\n"
	 "1\n"
	 "清理河道\n"
	 "完成清淤12公里以上，新增生态护岸不少于3公里\n"
	 "区水利局\n"
	 "区住建局、区财政局、各镇人民政府（街道办事处）\n"
	 "2024年12月\n"
	 "2\n"
	 "整治排口\n"
	 "完成排口整治40个，水质达标率达到95%以上\n"
	 "区住建局\n"
	 "区环保局、区水利局、各镇人民政府（街道办事处）\n"
	 "2024年11月\n"
	 "3\n"
	 "建设湿地\n"
	 "建成湿地3处，开展湿地管护人员培训300人次以上\n"
	 "区园林局\n"
	 "区水利局、区财政局、各镇人民政府（街道办事处）\n"
	 "2024年10月\n"
	 "4\n"
	 "建设公园\n"
	 "建成公园5个，公园绿地服务半径覆盖率达到90%\n"
	 "区园林局\n"
	 "区住建局、区财政局、各镇人民政府（街道办事处）\n"
	 "2024年9月\n",
	 "1 清理河道: 区水利局 lead 区住建局 coop 区财政局 coop 各镇人民政府（街道办事处） coop due 2024-12\n"
	 "2 整治排口: 区住建局 lead 区环保局 coop 区水利局 coop 各镇人民政府（街道办事处） coop due 2024-11\n"
	 "3 建设湿地: 区园林局 lead 区水利局 coop 区财政局 coop 各镇人民政府（街道办事处） coop due 2024-10\n"
	 "4 建设公园: 区园林局 lead 区住建局 coop 区财政局 coop 各镇人民政府（街道办事处） coop due 2024-09\n"},
	{"one sentence for all that stands above it",
	 "云溪区净水实施方案\n"
	 "一、净水工程\n"
	 "（一）清理河道。完成清淤。\n"
	 "（二）整治排口。完成整治。\n"
	 "以上任务由区水利局牵头，区住建局、区财政局配合。\n"
	 "二、绿化工程\n"
	 "（一）植树。\n"
	 "（二）种草。\n"
	 "牵头单位：区园林局\n"
	 "配合单位：区水利局\n"
	 "三、责任分工\n"
	 "区卫健局负责统筹。\n",
	 "（一） 清理河道 [一]: 区水利局 lead 区住建局 coop 区财政局 coop\n"
	 "（二） 整治排口 [一]: 区水利局 lead 区住建局 coop 区财政局 coop\n"
	 "（一） 植树 [二]: 区园林局 lead 区水利局 coop\n"
	 "（二） 种草 [二]: 区园林局 lead 区水利局 coop\n"},
	{"numbered labels",
	 "云溪区净水实施方案\n"
	 "一、清理河道\n"
	 "1.责任单位：区水利局\n"
	 "2.工作内容：完成清淤12公里\n"
	 "3.完成时限：2024年10月\n"
	 "二、整治排口\n"
	 "1.责任单位：区住建局\n"
	 "2.工作内容：完成整治40个\n"
	 "3.完成时限：2024年11月\n",
	 "一 清理河道: 区水利局 lead due 2024-10\n"
	 "二 整治排口: 区住建局 lead due 2024-11\n"},
	{"labels with a ratio sign or a dash",
	 "云溪区净水实施方案\n"
	 "（一）清理河道\n"
	 "⒈完成清淤。牵头单位∶区水利局。责任单位∶区住建局\n"
	 "⒉完成护岸。牵头单位--区水利局 配合单位--区住建局\n"
	 "(二)整治排口\n"
	 "1)排查。牵头单位：区住建局,配合单位：区环保局\n"
	 "2)验收（责任单位：区住建局 （区河长办）、区环保局）\n",
	 "⒈ 完成清淤 [（一）]: 区水利局 lead 区住建局 shared\n"
	 "⒉ 完成护岸 [（一）]: 区水利局 lead 区住建局 coop\n"
	 "1) 排查 [(二)]: 区住建局 lead 区环保局 coop\n"
	 "2) 验收 [(二)]: 区住建局（区河长办） shared 区环保局 shared\n"},
	{"persons beside units in headings",
	 "云溪区净水实施方案\n"
	 "一、清理河道（牵头领导：王五；牵头单位：区水利局；责任人：李四）\n"
	 "1.清淤（责任单位：区水利局，责任人：赵六，电话：0577-123456）\n"
	 "二、整治排口（区住建局，责任人：孙八）\n"
	 "1.排查\n"
	 "2.整治\n",
	 "1 清淤 [一]: 区水利局 lead\n"
	 "1 排查 [二]: 区住建局 lead\n"
	 "2 整治 [二]: 区住建局 lead\n"},
	{"lists of a rule for the first",
	 "云溪区净水实施方案\n"
	 "（各项任务列在首位的单位为牵头单位，其他为配合单位）\n"
	 "1.清理河道。责任单位：区水利局，区住建局，各镇（街道）\n"
	 "2.整治排口。责任单位：区住建局；区环保局；各有关镇\n"
	 "3.建设湿地。责任单位：区园林局 区水利局 区财政局\n"
	 "4.建设公园。责任单位：区园林局，各镇、街道，区属国有企业\n"
	 "5.建设泵站。责任单位：区水利局等相关部门及各镇\n"
	 "6.建设步道。责任单位：区委组织部（区委老干部局），区文广旅体局（区文物局）、团区委等\n",
	 "1 清理河道: 区水利局 lead 区住建局 coop 各镇（街道） coop\n"
	 "2 整治排口: 区住建局 lead 区环保局 coop 各有关镇 coop\n"
	 "3 建设湿地: 区园林局 lead 区水利局 coop 区财政局 coop\n"
	 "4 建设公园: 区园林局 lead 各镇、街道 coop 区属国有企业 coop\n"
	 "5 建设泵站: 区水利局 lead 各镇 coop\n"
	 "6 建设步道: 区委组织部（区委老干部局） lead 区文广旅体局（区文物局） coop 团区委 coop\n"},
};
/* clang-format on */

static size_t numbers[sizeof styles / sizeof *styles];

ParameterizedTestParameters(plan_variations, reads)
{
	for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
		numbers[i] = i;
	return cr_make_param_array(size_t, numbers, sizeof numbers / sizeof *numbers);
}

ParameterizedTest(const size_t *number, plan_variations, reads)
{
	style_check(&styles[*number]);
}

static struct arena arena;

static struct plan read(const char *document)
{
	struct err e = ERR_INIT;
	struct plan p;

	cr_assert_eq(plan_read(&arena, "t.txt", document, strlen(document), &p, &e), 0, "%s",
		     e.text);
	return p;
}

static size_t count_doubts(const struct plan *p, enum plan_doubt_kind kind)
{
	size_t n = 0;

	for (size_t i = 0; i < p->doubts.n; i++)
		n += p->doubts.at[i].kind == kind;
	return n;
}

Test(plan_variations, a_title_of_three_lines_is_one)
{
	struct plan p = read("云溪区2024年河道\n治理重点工作\n责任分解方案\n\n"
			     "云溪区河长办  2024年3月5日\n\n"
			     "1.清理河道。（区水利局负责）\n");

	cr_expect_str_eq(p.title, "云溪区2024年河道治理重点工作责任分解方案");
	cr_expect_str_eq(p.issuer, "云溪区河长办");
	cr_expect_str_eq(p.date, "2024-03-05");
}

Test(plan_variations, the_issuer_is_no_part_of_the_title)
{
	struct plan p = read("区人民政府办公室关于清理河道的实施意见\n"
			     "1.清理河道。（区水利局负责）\n\n"
			     "区人民政府办公室  2024年3月5日\n");

	cr_expect_str_eq(p.title, "关于清理河道的实施意见");
	cr_expect_str_eq(p.issuer, "区人民政府办公室");
	cr_expect_str_eq(p.date, "2024-03-05");
}

Test(plan_variations, units_as_above_are_asked_about)
{
	struct plan p = read("1.清理河道。（区水利局牵头，区住建局配合）\n2.建护岸。（同上）\n");

	cr_assert_eq(p.actions.n, 2);
	cr_expect_eq(p.actions.at[1].units.n, 2);
	cr_expect_eq(count_doubts(&p, DOUBT_ROLE), 1);
}

Test(plan_variations, an_item_without_units_is_not_lost)
{
	struct plan p = read("1.清理河道。\n2.整治排口。（区住建局负责）\n3.植树。\n"
			     "4.种草。（区园林局负责）\n5.建园。\n6.建闸。\n");

	cr_expect_eq(p.actions.n, 6);
	cr_expect_eq(count_doubts(&p, DOUBT_NO_UNITS), 4);
}

Test(plan_variations, one_of_many_with_units_leaves_doubts)
{
	struct plan p = read("1.清理河道。\n2.整治排口。（区住建局负责）\n3.植树。\n"
			     "4.种草。\n5.建园。\n6.建闸。\n");

	cr_expect_eq(p.actions.n, 1);
	cr_expect_eq(count_doubts(&p, DOUBT_OTHER), 5 + 1);
}

Test(plan_variations, a_foot_that_may_be_units_is_asked_about)
{
	struct plan p = read("1.清理河道。（区水利局负责）\n2.整治排口。（区住建局负责）\n"
			     "主办单位：云溪区人民政府\n");

	cr_assert_eq(p.actions.n, 2);
	cr_expect_eq(p.actions.at[1].units.n, 1);
	cr_expect_eq(count_doubts(&p, DOUBT_UNREAD), 1);
}

Test(plan_variations, a_step_without_units_beside_one_with_units_is_asked_about)
{
	struct plan p = read("一、清河\n开展清河月。一是清理河道。二是整治排口。（区水利局负责）\n"
			     "建设湿地。（区园林局负责）\n"
			     "二、护河\n加强宣传。（区司法局负责）\n推进试点。（区财政局负责）\n");

	cr_expect_eq(p.actions.n, 4);
	cr_expect_gt(count_doubts(&p, DOUBT_OTHER), 0);
}
