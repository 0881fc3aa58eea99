/* Tables of tasks in all the ways in which they reach the reader, each by a small document of a
 * district that does not exist. */
#include "core/plan/plan.h"
#include "tests/core/plan_style.h"

#include <criterion/criterion.h>
#include <criterion/parameterized.h>

#include <string.h>

static const struct style styles[] = {
	{"section rows, cells merged across, a sum",
	 "| 云溪区2024年任务分解表 | | | | |\n"
	 "| 序号 | 任务 | 牵头单位 | 配合单位 | 完成时限 |\n"
	 "| 一、提升服务 | | | | |\n"
	 "| 1 | 建设窗口 | 区政务局 | 区财政局、区人社局 | 2024年6月 |\n"
	 "| 2 | 压缩时限 | 区政务局 | | 2024年9月底前 |\n"
	 "| 二、改善环境 | 二、改善环境 | 二、改善环境 | 二、改善环境 | 二、改善环境 |\n"
	 "| 3 | 清理河道 | 区水利局 | 各镇街 | 2024年12月 |\n"
	 "| 合计 | 3项 | | | |\n",
	 "1 建设窗口 [一]: 区政务局 lead 区财政局 coop 区人社局 coop due 2024-06\n"
	 "2 压缩时限 [一]: 区政务局 lead due 2024-09\n"
	 "3 清理河道 [二]: 区水利局 lead 各镇街 coop due 2024-12\n"},
	{"a column that stays the same names the section",
	 "| 序号 | 重点工作 | 工作任务 | 责任单位 |\n"
	 "| 1 | 一、提升服务 | 建设窗口 | 区政务局 |\n"
	 "| 2 | 一、提升服务 | 压缩时限 | 区人社局 |\n"
	 "| 3 | 二、改善环境 | 清理河道 | 区水利局 |\n"
	 "| 4 | | 植树造林 | 区园林局 |\n",
	 "1 建设窗口 [一]: 区政务局 lead\n"
	 "2 压缩时限 [一]: 区人社局 lead\n"
	 "3 清理河道 [二]: 区水利局 lead\n"
	 "4 植树造林 [二]: 区园林局 lead\n"},
	{"rows of one number go on",
	 "| 序号 | 项目名称 | 主要内容 | 责任单位 |\n"
	 "| 1 | 清河 | 清理淤泥 | 区水利局 |\n"
	 "| | | 加固堤岸 | 区住建局 |\n"
	 "| 2 | 植树 | 沿河植树 | 区园林局 |\n"
	 "| 2 | 植树 | 落实养护 | 各镇街 |\n",
	 "1 清河: 区水利局 lead 区住建局 lead\n"
	 "2 植树: 区园林局 lead 各镇街 lead\n"},
	{"the lead of a merged cell",
	 "| 序号 | 任务 | 牵头单位 | 配合单位 |\n"
	 "| 1 | 清理河道 | 区水利局 | 区住建局 |\n"
	 "| 2 | 加固堤岸 | | 区城管局 |\n",
	 "1 清理河道: 区水利局 lead 区住建局 coop\n"
	 "2 加固堤岸: 区水利局 lead 区城管局 coop\n"},
	{"a header of two rows, repeated on the next page",
	 "| 序号 | 任务 | 责任单位 | 责任单位 | 完成时限 |\n"
	 "| 序号 | 任务 | 牵头单位 | 配合单位 | 完成时限 |\n"
	 "| 1 | 清理河道 | 区水利局 | 区住建局 | 2024年6月 |\n"
	 "| 序号 | 任务 | 牵头单位 | 配合单位 | 完成时限 |\n"
	 "| 2 | 植树造林 | 区园林局 | 区住建局 | 2024年8月 |\n",
	 "1 清理河道: 区水利局 lead 区住建局 coop due 2024-06\n"
	 "2 植树造林: 区园林局 lead 区住建局 coop due 2024-08\n"},
	{"a cell a line, the last cell in several lines, leaders between",
	 "序号\n项目名称\n主要内容\n区分管领导\n牵头单位\n配合单位\n"
	 "1\n学位建设\n新建学校，增加学位。\n赵一民\n教育局\n开发区\n各街道\n国资公司\n"
	 "2\n稳定就业\n落实就业政策。\n钱二春\n人社局\n各街道\n"
	 "3\n修缮旧馆\n完成修缮。\n孙三\n文旅局\n地铁公司\n",
	 "1 学位建设: 教育局 lead 开发区 coop 各街道 coop 国资公司 coop\n"
	 "2 稳定就业: 人社局 lead 各街道 coop\n"
	 "3 修缮旧馆: 文旅局 lead 地铁公司 coop\n"},
	{"a cell a line, sections between",
	 "序号\n工作任务\n牵头单位\n配合单位\n完成时限\n"
	 "一、提升服务\n"
	 "1\n建设政务窗口\n区政务局\n区财政局\n区人社局\n2024年6月底前\n"
	 "二、改善环境\n"
	 "2\n清理河道\n区水利局\n2024年9月底前\n",
	 "1 建设政务窗口 [一]: 区政务局 lead 区财政局 coop 区人社局 coop due 2024-06\n"
	 "2 清理河道 [二]: 区水利局 lead due 2024-09\n"},
	{"a cell a line, a column of sections, the header printed twice",
	 "类别\n序号\n重点任务\n牵头部门\n配合部门\n健康生活\n"
	 "1\n创建健康县。\n县卫健局\n县委宣传部、县教育局\n"
	 "2\n开放场地。\n县文旅局\n县总工会\n"
	 "— 5 —\n类别\n序号\n重点任务\n牵头部门\n配合部门\n健康环境\n"
	 "3\n改造水厂。\n县水利局\n县住建局\n",
	 "1 创建健康县: 县卫健局 lead 县委宣传部 coop 县教育局 coop\n"
	 "2 开放场地: 县文旅局 lead 县总工会 coop\n"
	 "3 改造水厂: 县水利局 lead 县住建局 coop\n"},
	{"a cell a line, each with a sign behind it, numbers from the middle",
	 "序号 |\n目标与任务 |\n分 管 领导 |\n牵头责任单位 |\n责任单位 |\n"
	 "80 |\n新增托位。 |\n赵 一 |\n县教育局 |\n县各有关单位 |\n"
	 "81 |\n完善养老。 |\n钱 二 |\n县民政局 |\n县残联、各镇 |\n",
	 "80 新增托位: 县教育局 lead 县各有关单位 shared\n"
	 "81 完善养老: 县民政局 lead 县残联 shared 各镇 shared\n"},
	{"labels in a row, columns parted by blanks",
	 "序号 任务 牵头单位 完成时限\n"
	 "1 清理河道 区水利局 2024年6月\n"
	 "2 整治排口 区环保局 2024年10月\n",
	 "1 清理河道: 区水利局 lead due 2024-06\n"
	 "2 整治排口: 区环保局 lead due 2024-10\n"},
	{"labels in a row, a cell a line below",
	 "序号 任务 牵头单位 完成时限\n"
	 "1\n清理河道\n区水利局\n2024年6月\n"
	 "2\n整治排口\n区环保局\n2024年10月\n",
	 "1 清理河道: 区水利局 lead due 2024-06\n"
	 "2 整治排口: 区环保局 lead due 2024-10\n"},
	{"no column of numbers",
	 "任务\t责任单位\t完成时限\n"
	 "清理河道\t区水利局\t2024年6月\n"
	 "植树造林\t区园林局\t2024年12月\n",
	 " 清理河道: 区水利局 lead due 2024-06\n"
	 " 植树造林: 区园林局 lead due 2024-12\n"},
	{"goals for tasks, the main unit leads",
	 "序号\t主要目标\t主要责任单位\t责任单位\n"
	 "1\t提高普查率。\t区卫健局\t区财政局、区妇联\n"
	 "2\t改善体质。\t区体育局\t区教育局\n",
	 "1 提高普查率: 区卫健局 lead 区财政局 shared 区妇联 shared\n"
	 "2 改善体质: 区体育局 lead 区教育局 shared\n"},
	{"line ends in a cell",
	 "序号\t任务\t责任单位\t完成时限\n"
	 "1\t清理河道\t区水利局\n区住建局\t2024年6月\n"
	 "2\t植树造林\t区园林局\t2024年8月\n",
	 "1 清理河道: 区水利局 shared 区住建局 shared due 2024-06\n"
	 "2 植树造林: 区园林局 lead due 2024-08\n"},
	{"a table behind a text that names who leads the whole",
	 "一、总体要求\n全面提升。\n"
	 "二、保障措施\n(一)加强领导。由区政府办公室牵头，各部门配合。\n"
	 "附件\n"
	 "| 序号 | 任务 | 责任单位 |\n"
	 "| 1 | 建设窗口 | 区政务局 |\n"
	 "| 2 | 压缩时限 | 区人社局 |\n",
	 "1 建设窗口: 区政务局 lead\n"
	 "2 压缩时限: 区人社局 lead\n"},
};

static size_t numbers[sizeof styles / sizeof *styles];

ParameterizedTestParameters(plan_tables, reads)
{
	for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
		numbers[i] = i;
	return cr_make_param_array(size_t, numbers, sizeof numbers / sizeof *numbers);
}

ParameterizedTest(const size_t *number, plan_tables, reads)
{
	style_check(&styles[*number]);
}

Test(plan_tables, reads_the_values_of_indicators)
{
	static const char document[] = "| 序号 | 指标 | 单位 | 2020年 | 2025年 | 牵头单位 |\n"
				       "|---|---|---|---|---|---|\n"
				       "| 1 | 平均水深 | 米 | 1.2 | 1.5 | 区水利局 |\n"
				       "| 2 | 溺水死亡率 | /10万 | 0.9 | ≤0.5 | 区应急局 |\n"
				       "| 3 | 亲水岸线占比（%） | | 20 | 26左右 | 区水利局 |\n"
				       "| 4 | 年过闸船只 | 艘 | — | 12,500以上 | 区交通局 |\n";
	static const struct {
		const char *name, *measure, *value;
		enum target_op op;
	} rows[] = {
		{"平均水深", "米", "1.5", OP_AT_LEAST},
		{"溺水死亡率", "1/10万", "0.5", OP_AT_MOST},
		{"亲水岸线占比", "%", "26", OP_ABOUT},
		{"年过闸船只", "艘", "12500", OP_AT_LEAST},
	};
	struct arena a = ARENA_INIT;
	struct err e = ERR_INIT;
	struct plan p;

	cr_assert_eq(plan_read(&a, "t.txt", document, sizeof document - 1, &p, &e), 0, "%s",
		     e.text);
	cr_assert_eq(p.actions.n, 4);
	for (size_t i = 0; i < p.actions.n; i++) {
		cr_assert_eq(p.actions.at[i].indicators.n, 1);
		const struct plan_indicator *ind = &p.actions.at[i].indicators.at[0];

		cr_assert_str_eq(ind->name, rows[i].name);
		cr_assert_str_eq(ind->measure, rows[i].measure);
		cr_assert_eq(ind->targets.n, 1);
		cr_assert_eq(ind->targets.at[0].year, 2025);
		cr_assert_eq(ind->targets.at[0].op, rows[i].op);
		cr_assert_str_eq(ind->targets.at[0].value, rows[i].value);
	}
	arena_free(&a);
}

static bool has_doubt_at(const char *document, int line)
{
	struct arena a = ARENA_INIT;
	struct err e = ERR_INIT;
	struct plan p;
	bool found = false;

	cr_assert_eq(plan_read(&a, "t.txt", document, strlen(document), &p, &e), 0, "%s", e.text);
	for (size_t i = 0; i < p.doubts.n; i++)
		found |= p.doubts.at[i].kind == DOUBT_OTHER && p.doubts.at[i].line == line;
	arena_free(&a);
	return found;
}

Test(plan_tables, nothing_is_dropped_in_silence)
{
	/* the units of a merged cell */
	cr_assert(has_doubt_at("| 序号 | 任务 | 责任单位 |\n| 1 | 清河 | 区水利局 |\n"
			       "| 2 | 植树 | |\n",
			       3));
	/* a table beside a text with as many units */
	cr_assert(has_doubt_at("1.清河。(区水利局负责)\n2.植树。(区园林局负责)\n"
			       "| 序号 | 任务 | 责任单位 |\n| 1 | 清河 | 区水利局 |\n",
			       3));
	/* units in the text before a table */
	cr_assert(has_doubt_at("加强领导。(区政府办牵头)\n| 序号 | 任务 | 责任单位 |\n"
			       "| 1 | 清河 | 区水利局 |\n| 2 | 植树 | 区园林局 |\n",
			       1));
	/* figures of a section */
	cr_assert(has_doubt_at("一、净水\n水质达标率达到95%以上。\n1.清河。(区水利局负责)\n"
			       "2.护岸。(区水利局负责)\n",
			       1));
}
