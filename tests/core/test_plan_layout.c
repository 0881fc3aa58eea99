/* How documents are laid out: tables, pages, wrapped lines, clutter around, each by a small
 * document of a district that does not exist. */
#include "tests/core/plan_style.h"

#include <criterion/criterion.h>
#include <criterion/parameterized.h>

static const struct style styles[] = {
	{"layout: piped rows",
	 "| 序号 | 任务 | 牵头单位 | 配合单位 | 完成时限 |\n"
	 "|---|---|---|---|---|\n"
	 "| 1 | 清理河道 | 区水利局 | 区住建局、区城管局 | 2023年6月 |\n"
	 "| 2 | 植树造林 | 区园林局 | 区水利局 | 2023年12月底 |\n",
	 "1 清理河道: 区水利局 lead 区住建局 coop 区城管局 coop due 2023-06\n"
	 "2 植树造林: 区园林局 lead 区水利局 coop due 2023-12\n"},
	{"layout: tabbed rows",
	 "云溪区2023年任务表\n"
	 "序号\t工作任务\t责任单位\t完成时限\n"
	 "1\t清理河道\t区水利局、区住建局\t2023年6月底\n"
	 "2\t植树造林\t区园林局\t年底前\n",
	 "1 清理河道: 区水利局 shared 区住建局 shared due 2023-06\n"
	 "2 植树造林: 区园林局 lead due 2023-12\n"},
	{"layout: a cell a line",
	 "序号\n"
	 "任务\n"
	 "牵头单位\n"
	 "配合单位\n"
	 "完成时限\n"
	 "1\n"
	 "清理河道\n"
	 "区水利局\n"
	 "区住建局、区城管局\n"
	 "2023.6\n"
	 "2\n"
	 "植树造林\n"
	 "区园林局\n"
	 "区水利局\n"
	 "2023.12.20\n",
	 "1 清理河道: 区水利局 lead 区住建局 coop 区城管局 coop due 2023-06\n"
	 "2 植树造林: 区园林局 lead 区水利局 coop due 2023-12-20\n"},
	{"layout: wrapped lines and page numbers",
	 "一、主要任务\n"
	 "1.清河行动。全面清理河道内的垃圾和淤泥，疏通沟渠，\n"
	 "改善水质，保护好两岸的生态环境。（责任单位：\n"
	 "区水利局、区住建局、\n"
	 "— 3 —\n"
	 "区城管局）\n"
	 "2.绿廊行动。沿河植树。（责任单位：区园林局）\n",
	 "1 清河行动: 区水利局 shared 区住建局 shared 区城管局 shared\n"
	 "2 绿廊行动: 区园林局 lead\n"},
	{"layout: Markdown",
	 "# 云溪区清河行动方案\n"
	 "\n"
	 "## 一、主要任务\n"
	 "\n"
	 "### (一)清河行动\n"
	 "\n"
	 "**1. 清淤**。清理河道。(责任单位:★区水利局、区住建局)\n"
	 "\n"
	 "**2. 护岸**。(责任单位:★区住建局)\n",
	 "1 清淤 [(一)]: 区水利局 lead 区住建局 coop\n"
	 "2 护岸 [(一)]: 区住建局 lead\n"},
	{"layout: goals and tasks of an action apart",
	 "一、行动内容\n"
	 "(一)净水行动\n"
	 "1.行动目标。\n"
	 "水样合格率达到95%以上。\n"
	 "2.主要任务。\n"
	 "清河。\n"
	 "责任单位：区水利局牵头,区住建局配合\n"
	 "(二)植树行动\n"
	 "1.行动目标。\n"
	 "绿化率达到45%以上。\n"
	 "2.主要任务。\n"
	 "植树。\n"
	 "责任单位：区园林局牵头,区住建局配合\n",
	 "(一) 净水行动 [一]: 区水利局 lead 区住建局 coop\n"
	 "(二) 植树行动 [一]: 区园林局 lead 区住建局 coop\n"},
	{"layout: clutter around",
	 "首页 > 政务公开\n"
	 "云溪区人民政府关于印发《云溪区净水行动方案》的通知\n"
	 "各镇人民政府:\n"
	 "现印发你们。\n"
	 "云溪区净水行动方案\n"
	 "一、主要任务\n"
	 "1.清河。(区水利局负责)\n"
	 "2.植树。(区园林局负责)\n"
	 "\n"
	 "扫一扫在手机打开当前页\n"
	 "主办:云溪区人民政府\n",
	 "1 清河: 区水利局 lead\n"
	 "2 植树: 区园林局 lead\n"},
	{"layout: a cell a line, tasks under another name",
	 "序号\n"
	 "重点工作\n"
	 "牵头领导\n"
	 "责任单位\n"
	 "完成时限\n"
	 "1\n"
	 "完成管网普查\n"
	 "张三\n"
	 "区住建局(牵头)、区水利局\n"
	 "2023年10月底\n"
	 "2\n"
	 "建成健身步道\n"
	 "李四\n"
	 "区文旅局、\n"
	 "区财政局\n"
	 "2023.12\n",
	 "1 完成管网普查: 区住建局 lead 区水利局 coop due 2023-10\n"
	 "2 建成健身步道: 区文旅局 shared 区财政局 shared due 2023-12\n"},
	{"layout: running heads and page numbers in mid-list",
	 "云溪市人民政府公报 2022 年第 7 期        市政府文件\n"
	 "                 ·15·\n"
	 "一、防范风险\n"
	 "（一）完善责任体系。到二〇二五年，安全生产事故死亡率\n"
	 "明显下降，火灾形势保持平稳，群众的安全感不断增强。（市\n"
	 "应急局牵头，市经信局、市交通局、市住\n"
	 "云溪市人民政府公报 2022 年第 7 期        市政府文件\n"
	 "                 ·16·\n"
	 "建局按职责分工负责）\n"
	 "（二）防治自然灾害。预警信息要发布到户，避难场所的面\n"
	 "积逐年增加，各村都要备好砂石、编织袋和水泵等防汛的物\n"
	 "资。（市水利局负责）\n"
	 "云溪市人民政府公报 2022 年第 7 期        市政府文件\n"
	 "                 ·17·\n"
	 "（三）备足物资。（市粮食局负责）\n",
	 "（一） 完善责任体系 [一]: 市应急局 lead 市经信局 shared 市交通局 shared 市住建局 shared\n"
	 "（二） 防治自然灾害 [一]: 市水利局 lead\n"
	 "（三） 备足物资 [一]: 市粮食局 lead\n"},
	{"layout: a wrapped line that begins with a number",
	 "一、主要任务\n"
	 "1.建好场地。人均场地面积要逐年增加，到明年年底不低于\n"
	 "1.5 平方米，三年以后要达到邻近区县的平均水平，并且由区\n"
	 "三、四级医院就近提供运动康复服务，群众满意度逐年提升，\n"
	 "公共场地全部开放。（区体育局负责）\n"
	 "2.办好赛事。每个季度都要举办一次面向全区居民的大型的\n"
	 "比赛。（区文旅局负责）\n",
	 "1 建好场地: 区体育局 lead\n"
	 "2 办好赛事: 区文旅局 lead\n"},
	{"layout: an empty line behind every line",
	 "云溪区清河方案\n\n一、主要任务\n\n"
	 "1.清河道。疏浚沟渠，打捞水面的漂浮物，恢复两\n\n岸的植被。（区水利局牵头，区住建局\n\n"
	 "配合）\n\n2.修堤岸。加固险工险段，更换老旧的闸门和水泵\n\n机组。（区住建局负责）\n\n"
	 "3.植树木。\n\n沿河植树。（区园林局负责）\n\n— 2 —\n",
	 "1 清河道: 区水利局 lead 区住建局 coop\n"
	 "2 修堤岸: 区住建局 lead\n"
	 "3 植树木: 区园林局 lead\n"},
	{"layout: rows without signs at their ends",
	 "云溪区2023年任务表\n"
	 "序号|工作任务|牵头领导|牵头单位|责任单位|完成时限\n"
	 "1|清理河道，疏浚沟渠|张三|区水利局|区住建局、各镇街|6月底前\n"
	 "2|植树造林|李四|区园林局|区水利局 区城管局|长期坚持\n"
	 "3|修缮步道，|王五|区住建局|区园林局|2023年9月\n",
	 "1 清理河道，疏浚沟渠: 区水利局 lead 区住建局 shared 各镇街 shared due 2023-06\n"
	 "2 植树造林: 区园林局 lead 区水利局 shared 区城管局 shared\n"
	 "3 修缮步道: 区住建局 lead 区园林局 shared due 2023-09\n"},
};

static size_t numbers[sizeof styles / sizeof *styles];

ParameterizedTestParameters(plan_layout, reads)
{
	for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
		numbers[i] = i;
	return cr_make_param_array(size_t, numbers, sizeof numbers / sizeof *numbers);
}

ParameterizedTest(const size_t *number, plan_layout, reads)
{
	style_check(&styles[*number]);
}
