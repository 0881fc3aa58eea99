/* Targets, volumes of work, targets in words and deadlines, by clauses of an invented plan. */
#include "core/plan/plan.h"
#include "tests/core/plan_clause.h"

#include <criterion/criterion.h>
#include <criterion/parameterized.h>

#include <string.h>

static const struct clause_case cases[] = {
	{"净水方案", "到2022年和2030年,河道达标率分别达到33%和38%。",
	 "河道达标率 % 2022>=33 2030>=38;"},
	{"净水方案", "到2022年和2030年,水样合格率均达到90.0%以上。",
	 "水样合格率 % 2022>=90.0 2030>=90.0;"},
	{"净水方案", "到2025年,溺水死亡率下降到9.5/10万及以下。", "溺水死亡率 1/10万 2025<=9.5;"},
	{"净水方案", "到2025年,病死率控制在6‰以内。", "病死率 ‰ 2025<=6;"},
	{"净水方案", "到2022年和2030年,缺水人口比例低于7%和5%。",
	 "缺水人口比例 % 2022<=7 2030<=5;"},
	{"净水方案", "到2022年,节水器具普及率达到45%左右。", "节水器具普及率 % 2022~45;"},
	{"净水方案", "漏损率每年降低0.5个百分点。", "漏损率每年降低 个百分点 0>=0.5;"},
	{"净水方案", "到2025年,漏损率在2020年基础上力争每年降低0.5个百分点。",
	 "漏损率每年降低 个百分点 2025>=0.5;"},
	{"净水方案", "到2025年,单位产品水耗较2020年下降16%,复用率由85%提高到90%。",
	 "单位产品水耗较2020年下降 % 2025>=16;复用率 % 2025>=90;"},
	{"净水方案", "到2025年,人均水表数达到3.5个/10万人。", "人均水表数 个/10万人 2025>=3.5;"},
	{"净水方案", "水样合格率、“一户一表”覆盖率分别达到90%、80%以上。",
	 "水样合格率 % 0>=90;“一户一表”覆盖率 % 0>=80;"},
	{"净水方案", "到2025年和2030年,水样合格率、漏检率分别达到90%和95%。",
	 "水样合格率、漏检率 % 2025>=90 2030>=95;"},
	{"2023年净水方案", "水质优良天数310天以上,供水能力达到50万吨,新增供水能力达到8万吨。",
	 "水质优良天数 天 2023>=310;供水能力 万吨 2023>=50;+8 万吨 新增供水能力;"},
	{"净水方案", "漏损率低于12%(2025年)和9%(2030年),办理环节由7个减少到3个。",
	 "漏损率 % 2025<=12 2030<=9;办理环节 个 0<=3;"},
	{"2023年净水方案", "将报装时间压缩至3个工作日以内,用户满意度稳定在95分以上。",
	 "报装时间 个工作日 2023<=3;用户满意度 分 2023>=95;"},
	{"2023年净水方案", "蓄水总量达到30万立方米,新增蓄水池容积5万立方米。",
	 "蓄水总量 万立方米 2023>=30;+5 万立方米 新增蓄水池容积;"},
	{"2023年净水方案", "新建水站8座。全年在城乡新建水站8座。", "+8 座 新建水站;"},
	{"2023年净水方案", "公共浴室100%达标,每年水样合格率达到95%。",
	 "公共浴室达标 % 2023>=100;水样合格率 % 2023>=95;"},
	{"2023年净水方案", "平均浓度控制在25微克/立方米以内。", "平均浓度 微克/立方米 2023<=25;"},
	{"2023年净水方案", "抽检样本量稳定在4件/千人。", "抽检样本量 件/千人 2023>=4;"},
	{"2023年净水方案", "优良率达到20%-25%,复用率≥24%。",
	 "优良率 % 2023>=20 2023<=25;复用率 % 2023>=24;"},
	{"2023年净水方案", "新增公园12个、球场(含小球场)3个,培训骨干800人。",
	 "+12 个 新增公园;+3 个 球场(含小球场);+800 人 培训骨干;"},
	{"2023年净水方案", "宣讲不少于50场次,改造管网120公里,覆盖居民1.5万人左右。",
	 "+50 场次 宣讲;+120 公里 改造管网;+1.5 万人 覆盖居民;"},
	{"2023年净水方案", "新建泵站、滤池各3座。", "+3 座 新建泵站;+3 座 滤池;"},
	{"2023年净水方案", "启动65个排口整治研究,建设百所节水学校。",
	 "+65 个 启动排口整治研究;+100 所 建设节水学校;"},
	{"净水方案", "对60岁以上老人检查,拨打12345热线,沿104国道排查,落实《条例(2019-2030年)》。",
	 ""},
	{"净水方案", "给予最高不超过5万元补助,推进第3届节会,打造“10分钟亲水圈”。", ""},
	{"净水方案(2021—2025年)", "水样合格率达到95%以上。", "水样合格率 % 0>=95;"},
	{"净水方案", "到2025年,水质持续改善,并稳步提升。", "=水质持续改善,并稳步提升 2025;"},
	{"净水方案", "创造条件在2022年前实现智能供水。", "=实现智能供水 2022;"},
	{"净水方案", "到2025年,水样合格率达到95%,河岸土质稳中向好。",
	 "水样合格率 % 2025>=95;=河岸土质稳中向好 2025;"},
	{"净水方案", "实现自来水村村全覆盖,维持湖水零污染状态,水质符合饮用标准。",
	 "=实现自来水村村全覆盖;=维持湖水零污染状态;=水质符合饮用标准;"},
	{"净水方案", "水价低于周边五镇平均水平,确保净水站顺利投产。",
	 "=水价低于周边五镇平均水平;=确保净水站顺利投产;"},
	{"净水方案", "建设全覆盖式管网,健全覆盖城乡的供水网络,持续改善水质状况。", ""},
	{"净水方案", "维持抢修队伍,确保各项措施落实到位。", ""},
	{"2023年净水方案", "2023年继续完善供水制度,到2023年底建成智慧水网。",
	 "=建成智慧水网 2023;"},
	{"净水方案", "行动目标:沿河环境得到有效治理。", "=沿河环境得到有效治理;"},
	{"2023年净水方案", "6月底前完成普查,10月15日前完成整治。", "!2023-10-15"},
	{"净水方案", "2024年底前建成,2022年6月底前开工。", "!2024-12"},
};

static size_t numbers[sizeof cases / sizeof *cases];

ParameterizedTestParameters(plan_facts, reads)
{
	for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
		numbers[i] = i;
	return cr_make_param_array(size_t, numbers, sizeof numbers / sizeof *numbers);
}

ParameterizedTest(const size_t *number, plan_facts, reads)
{
	clause_check(&cases[*number]);
}

Test(plan_facts, text_behind_the_last_part_belongs_to_the_whole)
{
	static const char document[] = "(一)净水行动\n1.清河。清淤。(区水利局负责)\n"
				       "2.护岸。砌石。(区住建局负责)\n\n"
				       "到2025年,水质优良率达到90%。\n"
				       "(二)绿廊行动。植树。(区园林局负责)\n";
	struct arena a = ARENA_INIT;
	struct err e = ERR_INIT;
	struct plan p;

	cr_assert_eq(plan_read(&a, "t.txt", document, strlen(document), &p, &e), 0, "%s", e.text);
	cr_assert_eq(p.actions.n, 4);
	cr_assert_eq(p.actions.at[0].indicators.n, 1);
	cr_assert_eq(p.actions.at[2].indicators.n, 0);
	arena_free(&a);
}

Test(plan_facts, cells_beside_the_units_are_read)
{
	static const char document[] =
		"云溪区2023年任务表\n"
		"类别\t序号\t任务\t目标\t主办单位\t协办单位\t完成时间\t备注\n"
		"环境\t1\t清理河道\t水质优良率达到95%以上\t区水利局\t区住建局\t2023.6\t清淤3公里\n"
		"\t2\t植树造林\t新植树木5000株\t区园林局\t\t年底前\t\n";
	struct arena a = ARENA_INIT;
	struct strbuf out = STRBUF_INIT;
	struct err e = ERR_INIT;
	struct plan p;

	cr_assert_eq(plan_read(&a, "t.txt", document, strlen(document), &p, &e), 0, "%s", e.text);
	cr_assert_eq(p.actions.n, 2);
	for (size_t i = 0; i < p.actions.n; i++)
		clause_dump(&p.actions.at[i], &out);
	cr_assert_str_eq(out.s,
			 "水质优良率 % 2023>=95;+3 公里 清淤;!2023-06+5000 株 新植树木;!2023-12",
			 "%s", out.s);
	strbuf_free(&out);
	arena_free(&a);
}

Test(plan_facts, goals_apart_from_the_tasks_belong_to_the_whole)
{
	static const char document[] = "一、重点行动\n(一)净水行动\n"
				       "1.主要指标:水质优良率达到90%(2025年)。\n"
				       "2.主要任务:\n"
				       "(1)清河。(区水利局负责)\n(2)护岸。(区住建局负责)\n"
				       "(二)绿廊行动\n1.主要指标:绿化率达到45%(2025年)。\n"
				       "2.主要任务:\n(1)植树。(区园林局负责)\n";
	struct arena a = ARENA_INIT;
	struct strbuf out = STRBUF_INIT;
	struct err e = ERR_INIT;
	struct plan p;

	cr_assert_eq(plan_read(&a, "t.txt", document, strlen(document), &p, &e), 0, "%s", e.text);
	for (size_t i = 0; i < p.actions.n; i++) {
		strbuf_printf(&out, "%s%s ", p.actions.at[i].parent, p.actions.at[i].no);
		clause_dump(&p.actions.at[i], &out);
	}
	cr_assert_str_eq(out.s,
			 "(一) 水质优良率 % 2025>=90;(一)(1) (一)(2) "
			 "(二) 绿化率 % 2025>=45;(二)(1) ",
			 "%s", out.s);
	cr_assert_eq(p.doubts.n, 1, "only that no title was found");
	strbuf_free(&out);
	arena_free(&a);
}
