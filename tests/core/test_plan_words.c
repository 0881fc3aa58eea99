/* Targets in words: in goal sentences every clause that says no act, elsewhere only sure ones. */
#include "core/plan.h"
#include "tests/core/plan_clause.h"

#include <criterion/criterion.h>

#define ROWS(table) (sizeof(table) / sizeof *(table))

static void check_all(const struct clause_case *rows, size_t n)
{
	for (size_t i = 0; i < n; i++)
		clause_check(&rows[i]);
}

Test(plan_words, behind_a_year)
{
	static const struct clause_case rows[] = {
		{"净水方案", "到2025年,水质持续改善,治水能力明显增强,走在全省前列。",
		 "=水质持续改善 2025;=治水能力明显增强 2025;=走在全省前列 2025;"},
		{"净水方案", "到2025年,建立较为完善的供水体系,全面推进管网改造。",
		 "=建立较为完善的供水体系 2025;"},
		{"净水方案", "2024年底前创成节水城区。", "=创成节水城区 2024;!2024-12"},
		{"净水方案", "到2025年,水样合格率达到95%,河岸土质稳中向好。",
		 "水样合格率 % 2025>=95;=河岸土质稳中向好 2025;"},
		{"净水方案", "通过到2025年的努力,以镇村为单位开展治理。", ""},
	};

	check_all(rows, ROWS(rows));
}

Test(plan_words, behind_a_label)
{
	static const struct clause_case rows[] = {
		{"净水方案", "行动目标:沿河环境得到有效治理。管水队伍素质过硬。",
		 "=沿河环境得到有效治理;=管水队伍素质过硬;"},
		{"净水方案", "整改目标:取缔非法排口。", "=取缔非法排口;"},
	};

	check_all(rows, ROWS(rows));
}

Test(plan_words, said_anywhere)
{
	static const struct clause_case rows[] = {
		{"净水方案", "村村有水站,行政村都有护河员。", "=行政村都有护河员;"},
		{"净水方案", "所有水站按新标准运行。", "=所有水站按新标准运行;"},
		{"净水方案", "无分歧水费应收尽收,积水点动态清零。",
		 "=无分歧水费应收尽收;=积水点动态清零;"},
		{"净水方案", "水价低于周边平均水平。", "=水价低于周边平均水平;"},
		{"净水方案", "区域内无水污染突发事件。", "=区域内无水污染突发事件;"},
		{"净水方案", "二级水站普遍设置检测室。", "=二级水站普遍设置检测室;"},
		{"净水方案", "漏损率持续降低。", "=漏损率持续降低;"},
		{"净水方案", "确保顺利通过节水城区复审。", "=确保顺利通过节水城区复审;"},
		{"净水方案", "争取率先通过国家评估。", "=争取率先通过国家评估;"},
		{"净水方案", "实现“一户一表”。", "=实现“一户一表”;"},
	};

	check_all(rows, ROWS(rows));
}

Test(plan_words, work_and_duties)
{
	static const struct clause_case rows[] = {
		{"净水方案", "确保资金规范使用,确保各项任务落到实处。", ""},
		{"净水方案", "提高治水能力,完善供水制度。", ""},
		{"净水方案", "实现水质检测结果互认。", ""},
	};

	check_all(rows, ROWS(rows));
}

Test(plan_words, a_rate_alone)
{
	static const struct clause_case rows[] = {
		{"净水方案", "提高居民节水知晓率。", "=提高居民节水知晓率;"},
		{"净水方案", "提高居民节水知晓率,水样合格率达到95%。", "水样合格率 % 0>=95;"},
	};

	check_all(rows, ROWS(rows));
}

Test(plan_words, steps)
{
	static const struct clause_case rows[] = {
		{"净水方案", "一是疏浚河道;二是力争管网实现全覆盖。", "=力争管网实现全覆盖;"},
	};

	check_all(rows, ROWS(rows));
}
