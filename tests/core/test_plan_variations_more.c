/* Variations of the known styles, each by a small document of a district that does not exist: a
 * number, label, verb, rule or layout that is like one in the other files and not the same. */
#include "tests/core/plan_style.h"

#include <criterion/criterion.h>
#include <criterion/parameterized.h>

/* clang-format off */
static const struct style styles[] = {
	{"Roman numbers and letters",
	 "云溪区净水实施方案\n"
	 "Ⅰ.净水\n"
	 "A.清理河道（区水利局）\n"
	 "B.整治排口（区住建局）\n"
	 "Ⅱ.绿化\n"
	 "A.植树（区园林局）\n",
	 "A 清理河道 [Ⅰ]: 区水利局 lead\n"
	 "B 整治排口 [Ⅰ]: 区住建局 lead\n"
	 "A 植树 [Ⅱ]: 区园林局 lead\n"},
	{"rows that name sections",
	 "| 序号 | 任务 | 单位 | 时限 |\n"
	 "|:--:|:--|:--|--|\n"
	 "| 一 | 净水 |  |  |\n"
	 "| 1 | 清理河道 | **牵头**：区水利局<br>**配合**：区住建局、区财政局 | 10月底 |\n"
	 "| 2 | 整治排口 | 牵头：区住建局；配合：区环保局 | 12月底 |\n"
	 "| 二 | 绿化 | | |\n"
	 "| 3 | 植树 | 同上 | 12月底 |\n",
	 "1 清理河道 [一]: 区水利局 lead 区住建局 coop 区财政局 coop\n"
	 "2 整治排口 [一]: 区住建局 lead 区环保局 coop\n"
	 "3 植树 [二]: 区住建局 lead 区环保局 coop\n"},
	{"a word before a number of two parts",
	 "云溪区净水实施方案\n"
	 "措施1.1 清理河道\n"
	 "责任单位：区水利局\n"
	 "措施1.2 整治排口\n"
	 "责任单位：区住建局\n"
	 "措施2.1 植树\n"
	 "责任单位：区园林局\n",
	 "措施1.1 清理河道: 区水利局 lead\n"
	 "措施1.2 整治排口: 区住建局 lead\n"
	 "措施2.1 植树: 区园林局 lead\n"},
	{"verbs of one bracket",
	 "云溪区净水实施方案\n"
	 "1.清理河道。(牵头单位:区水利局,责任单位:区住建局,各镇(街道),区财政局;完成时限:2024年10月)\n"
	 "2.整治排口。（责任部门：区住建局（牵头）、区环保局）\n"
	 "3.植树。（区园林局为主，区财政局配合）\n"
	 "4.种草。（区园林局、区财政局，各镇配合）\n"
	 "5.建公园。（区园林局主抓，区财政局、区住建局共同推进）\n"
	 "6.建泵站。（★区水利局、区住建局）\n"
	 "7.建步道。（区住建局会商区园林局办理）\n"
	 "8.建驿站。（由区住建局商区园林局落实）\n"
	 "10.建泳池。（区文广旅体局负责，区住建局、区财政局、各镇街按职责配合）\n"
	 "11.建护岸。（省水利厅，市水利局、区水利局）\n"
	 "12.建闸。（省委宣传部，省保密局、密码管理局）\n",
	 "1 清理河道: 区水利局 lead 区住建局 shared 各镇(街道) shared 区财政局 shared due 2024-10\n"
	 "2 整治排口: 区住建局 lead 区环保局 coop\n"
	 "3 植树: 区园林局 lead 区财政局 coop\n"
	 "4 种草: 区园林局 shared 区财政局 shared 各镇 coop\n"
	 "5 建公园: 区园林局 lead 区财政局 shared 区住建局 shared\n"
	 "6 建泵站: 区水利局 lead 区住建局 coop\n"
	 "7 建步道: 区住建局 lead 区园林局 coop\n"
	 "8 建驿站: 区住建局 lead 区园林局 coop\n"
	 "10 建泳池: 区文广旅体局 lead 区住建局 coop 区财政局 coop 各镇街 coop\n"
	 "11 建护岸: 省水利厅 shared 市水利局 shared 区水利局 shared\n"
	 "12 建闸: 省委宣传部 shared 省保密局 shared 密码管理局 shared\n"},
	{"labels with blanks inside them",
	 "云溪区净水实施方案\n"
	 "2.整治排口。\n"
	 "责任单位\n"
	 "区住建局\n"
	 "区环保局\n"
	 "3.植树。\n"
	 "责 任 单 位：区 园 林 局、区 财 政 局\n"
	 "配 合 单 位：各 镇\n"
	 "4.种草。\n"
	 "责任单位： 区园林局\n"
	 "\n"
	 "配合单位： 区财政局\n"
	 "\n"
	 "完成时限： 2024年底\n"
	 "\n"
	 "5.建公园。\n"
	 "主责单位：区园林局；协同单位：区财政局；监管单位：区住建局\n",
	 "2 整治排口: 区住建局 shared 区环保局 shared\n"
	 "3 植树: 区园林局 lead 区财政局 lead 各镇 coop\n"
	 "4 种草: 区园林局 lead 区财政局 coop due 2024-12\n"
	 "5 建公园: 区园林局 lead 区财政局 coop 区住建局 shared\n"},
	{"排名第一的单位牵头",
	 "云溪区净水实施方案\n"
	 "各项任务中，排名第一的单位牵头，其余单位配合。\n"
	 "1.清理河道。（区水利局、区住建局）\n"
	 "2.整治排口。（区住建局、区环保局、各镇）\n",
	 "1 清理河道: 区水利局 lead 区住建局 coop\n"
	 "2 整治排口: 区住建局 lead 区环保局 coop 各镇 coop\n"},
	{"a diamond behind or before the lead",
	 "云溪区净水实施方案\n"
	 "注：责任单位中加粗带◆的为牵头单位。\n"
	 "1.清理河道。责任单位：◆区水利局、区住建局\n"
	 "2.整治排口。责任单位：区住建局◆、区环保局\n",
	 "1 清理河道: 区水利局 lead 区住建局 coop\n"
	 "2 整治排口: 区住建局 lead 区环保局 coop\n"},
	{"列首位者为主办",
	 "云溪区净水实施方案\n"
	 "（责任单位中列首位者为主办单位）\n"
	 "1.清理河道。（责任单位：区水利局、区住建局）\n"
	 "2.整治排口。（责任单位：区住建局）\n",
	 "1 清理河道: 区水利局 lead 区住建局 coop\n"
	 "2 整治排口: 区住建局 lead\n"},
	{"names with brackets and joined ones",
	 "云溪区净水实施方案\n"
	 "1.清理河道。责任单位：区水利局（牵头）、区住建局、各镇（街道）、云溪经济开发区\n"
	 "2.整治排口。责任单位：区住建局和区环保局，各乡镇人民政府、街道办事处\n"
	 "3.植树。责任单位：区委办公室、区政府办公室、区人大常委会办公室\n"
	 "4.种草。责任单位：市自然资源和规划局云溪分局、国网云溪供电公司、区总工会、团区委、区妇联\n"
	 "5.建园。责任单位：区公安分局（交警大队）、区委统战部（区民宗局）等单位\n",
	 "1 清理河道: 区水利局 lead 区住建局 coop 各镇（街道） coop 云溪经济开发区 coop\n"
	 "2 整治排口: 区住建局 shared 区环保局 shared 各乡镇人民政府、街道办事处 shared\n"
	 "3 植树: 区委办公室 shared 区政府办公室 shared 区人大常委会办公室 shared\n"
	 "4 种草: 市自然资源和规划局云溪分局 shared 国网云溪供电公司 shared 区总工会 shared 团区委 shared 区妇联 shared\n"
	 "5 建园: 区公安分局（交警大队） shared 区委统战部（区民宗局） shared\n"},
	{"page numbers inside a bracket",
	 "— 3 —\n"
	 "云溪区净水实施方案\n"
	 "　　一、清理河道。完成清淤12公里，建成护岸3公里，消除断点\n"
	 "　　（责任单位：区水利局、\n"
	 "— 4 —\n"
	 "区住建局）\n"
	 "　　二、整治排口。完成整治40个。\n"
	 "　　（责任单位：区住建局）\n",
	 "一 清理河道: 区水利局 shared 区住建局 shared\n"
	 "二 整治排口: 区住建局 lead\n"},
	{"a row that goes on below",
	 "序号\t重点任务\t牵头单位\t配合单位\t完成时限\n"
	 "1\t清理河道\t区水利局\t区住建局、区财政局\t2024年10月\n"
	 "\t\t区水务集团\t区环保局\t\n"
	 "2\t整治排口\t区住建局\t区环保局\t2024年12月\n",
	 "1 清理河道: 区水利局 lead 区住建局 coop 区财政局 coop 区水务集团 lead 区环保局 coop due 2024-10\n"
	 "2 整治排口: 区住建局 lead 区环保局 coop due 2024-12\n"},
	{"numbers that run on over sections",
	 "云溪区净水实施方案\n"
	 "一、工作任务\n"
	 "（一）净水\n"
	 "1.清理河道（区水利局牵头，区住建局配合）；\n"
	 "2.整治排口（区住建局牵头，区环保局配合）；\n"
	 "3.建护岸（区水利局负责）。\n"
	 "（二）绿化\n"
	 "4.植树（区园林局牵头）；\n"
	 "5.种草（区园林局牵头）。\n",
	 "1 清理河道 [（一）]: 区水利局 lead 区住建局 coop\n"
	 "2 整治排口 [（一）]: 区住建局 lead 区环保局 coop\n"
	 "3 建护岸 [（一）]: 区水利局 lead\n"
	 "4 植树 [（二）]: 区园林局 lead\n"
	 "5 种草 [（二）]: 区园林局 lead\n"},
	{"plans of Taiwan",
	 "云溪區淨水計畫\n"
	 "壹、淨水\n"
	 "一、清理河道：完成清淤。\n"
	 "（主辦機關：水利處；協辦機關：環保局、各鄉鎮公所）\n"
	 "二、整治排口：完成整治。\n"
	 "（主辦機關：環保局）\n"
	 "貳、綠化\n"
	 "一、植樹：完成一萬株。\n"
	 "（主辦機關：農業處；協辦機關：教育處）\n",
	 "一 清理河道 [壹]: 水利處 lead 環保局 coop 各鄉鎮公所 coop\n"
	 "二 整治排口 [壹]: 環保局 lead\n"
	 "一 植樹 [貳]: 農業處 lead 教育處 coop\n"},
	{"units without bracket or label",
	 "云溪区净水实施方案\n"
	 "一、清理河道\n"
	 "完成清淤12公里。\n"
	 "区水利局、区住建局\n"
	 "二、整治排口\n"
	 "完成排口整治。——区住建局\n"
	 "三、建公园\n"
	 "完成3处公园。\n"
	 "区园林局、区财政局。\n",
	 "一 清理河道: 区水利局 shared 区住建局 shared\n"
	 "二 整治排口: 区住建局 lead\n"
	 "三 建公园: 区园林局 shared 区财政局 shared\n"},
	{"a deadline right behind the units",
	 "云溪区净水实施方案\n"
	 "1.清理河道。牵头单位：区水利局 2024年10月底前\n"
	 "2.植树。牵头单位：区园林局、区水利局2024年12月\n",
	 "1 清理河道: 区水利局 lead due 2024-10\n"
	 "2 植树: 区园林局 lead 区水利局 lead due 2024-12\n"},
	{"nested bullets of Markdown",
	 "云溪区净水实施方案\n"
	 "* 1. **清理河道**：完成清淤12公里。\n"
	 "  * 牵头单位：区水利局\n"
	 "  * 配合单位：区住建局、区财政局\n"
	 "* 2. **整治排口**：完成整治40个。\n"
	 "  * 牵头单位：区住建局\n"
	 "  * 配合单位：区环保局\n"
	 "> 注：本表由区河长办解释。\n",
	 "1 清理河道: 区水利局 lead 区住建局 coop 区财政局 coop\n"
	 "2 整治排口: 区住建局 lead 区环保局 coop\n"},
	{"the foot of a web page",
	 "云溪区净水行动方案\n"
	 "一、工作目标\n"
	 "水更清。\n"
	 "二、主要任务\n"
	 "（一）清理河道。完成清淤12公里。（牵头单位：区水利局）\n"
	 "（二）整治排口。（牵头单位：区住建局，配合单位：区财政局）\n"
	 "三、工作要求\n"
	 "各单位要压实责任。\n"
	 "打印  关闭\n"
	 "主办：云溪区人民政府  承办：云溪区人民政府办公室\n"
	 "主管单位：云溪区人民政府\n",
	 "（一） 清理河道: 区水利局 lead\n"
	 "（二） 整治排口: 区住建局 lead 区财政局 coop\n"},
	{"those who hold the last task are no foot",
	 "云溪区净水活动安排\n"
	 "1．清河日。\n"
	 "主办单位：区水利局\n"
	 "2．巡河周。\n"
	 "主办单位：区住建局\n"
	 "承办单位：区园林局\n",
	 "1 清河日: 区水利局 lead\n"
	 "2 巡河周: 区住建局 lead 区园林局 shared\n"},
	{"units of a closing section",
	 "云溪区净水行动方案\n"
	 "一、重点任务\n"
	 "（一）清理河道。（区水利局负责）\n"
	 "（二）整治排口。（区住建局负责）\n"
	 "二、长效管护\n"
	 "（三）开展巡河。（区河长办负责）\n"
	 "三、保障措施\n"
	 "各单位要压实责任。（区政府办负责）\n",
	 "（一） 清理河道: 区水利局 lead\n"
	 "（二） 整治排口: 区住建局 lead\n"
	 "（三） 开展巡河 [二]: 区河长办 lead\n"
	 "三 保障措施: 区政府办 lead\n"},
	{"empty cells behind the section of a table",
	 "云溪区净水任务分工表\n"
	 "序号\t重点任务\t完成时限\t牵头单位\t配合单位\n"
	 "一、清河\t\t\t\t\n"
	 "1\t清理河道\t2024年6月\t区水利局\t区财政局\n"
	 "2\t整治排口\t2024年9月\t区住建局\t各镇\n"
	 "二、护河\t\t\t\t\n"
	 "3\t开展巡河\t2024年10月\t区河长办\t各镇\n",
	 "1 清理河道 [一]: 区水利局 lead 区财政局 coop due 2024-06\n"
	 "2 整治排口 [一]: 区住建局 lead 各镇 coop due 2024-09\n"
	 "3 开展巡河 [二]: 区河长办 lead 各镇 coop due 2024-10\n"},
	{"persons before the next number on one line",
	 "云溪区净水实事安排公示\n"
	 "现公示如下。 1.清理河道。 责任单位：区水利局 项目责任人：周河清 2.整治排口40个。 "
	 "责任单位：区住建局 项目责任人：吴石桥 配合单位：区财政局 3.开展巡河。 责任单位：区河长办 "
	 "项目责任人：郑水生\n",
	 "1 清理河道: 区水利局 lead\n"
	 "2 整治排口40个: 区住建局 lead 区财政局 coop\n"
	 "3 开展巡河: 区河长办 lead\n"},
	{"a rule with a tail in the notice",
	 "关于印发净水任务分工的通知\n"
	 "一、各单位要按时完成。\n"
	 "二、分工中，列第一位的责任单位为牵头单位或总抓单位。\n"
	 "云溪区人民政府办公室\n"
	 "2024年3月5日\n"
	 "净水任务分工\n"
	 "一、清河\n"
	 "1．清理河道。（区水利局、区财政局）\n"
	 "2．整治排口。（区住建局、各镇）\n"
	 "二、护河\n"
	 "3．开展巡河。（区河长办、各镇）\n",
	 "1 清理河道 [一]: 区水利局 lead 区财政局 coop\n"
	 "2 整治排口 [一]: 区住建局 lead 各镇 coop\n"
	 "3 开展巡河 [二]: 区河长办 lead 各镇 coop\n"},
	{"headings that urge the tasks",
	 "云溪区净水行动方案\n"
	 "一、抓好重点任务落实\n"
	 "（一）清理河道。（区水利局负责）\n"
	 "二、加快重点工作实施\n"
	 "（二）整治排口。（区住建局负责）\n",
	 "（一） 清理河道 [一]: 区水利局 lead\n"
	 "（二） 整治排口 [二]: 区住建局 lead\n"},
	{"labels alone on a line, of the task too",
	 "云溪区净水任务分解\n"
	 "一、清河\n"
	 "第1项\n具体任务\n清理河道。完成清淤12公里。\n责任单位\n区水利局\n配合单位\n区财政局\n"
	 "完成时限\n2024年6月底前\n"
	 "第2项\n工作任务：\n整治排口。\n责任单位\n区住建局\n完成时限\n2024年9月底前\n"
	 "二、护河\n"
	 "第3项\n具体任务\n开展巡河。\n责任单位\n区河长办\n",
	 "第1项 清理河道 [一]: 区水利局 lead 区财政局 coop due 2024-06\n"
	 "第2项 整治排口 [一]: 区住建局 lead due 2024-09\n"
	 "第3项 开展巡河 [二]: 区河长办 lead\n"},
	{"paragraphs behind steps",
	 "云溪区2024年净水工作计划\n"
	 "一、清河\n"
	 "深入开展清河月活动。一是清理河道。（区水利局负责）二是整治排口。（区住建局牵头，各镇配合）\n"
	 "加快建设湿地。新建湿地2处。（区园林局负责）\n"
	 "科学开展巡河。（区河长办负责）\n"
	 "二、护河\n"
	 "加强宣传。（区司法局负责）\n"
	 "推进试点。（区财政局负责）\n",
	 "一是 清理河道 [一]: 区水利局 lead\n"
	 "二是 整治排口 [一]: 区住建局 lead 各镇 coop\n"
	 " 加快建设湿地 [一]: 区园林局 lead\n"
	 " 科学开展巡河 [一]: 区河长办 lead\n"
	 " 加强宣传 [二]: 区司法局 lead\n"
	 " 推进试点 [二]: 区财政局 lead\n"},
	{"a table's header again behind a page number",
	 "云溪区净水任务分工表\n"
	 "序号\t工作任务\t牵头单位\t配合单位\n"
	 "1\t清理全区河道和沟渠\t区水利局\t区财政局\n"
	 "— 4 —\n"
	 "序号\t工作任务\t牵头单位\t配合单位\n"
	 "2\t整治沿河排口\t区住建局\t各镇\n",
	 "1 清理全区河道和沟渠: 区水利局 lead 区财政局 coop\n"
	 "2 整治沿河排口: 区住建局 lead 各镇 coop\n"},
	{"主责单位 beside 牵头单位",
	 "云溪区净水任务分工表\n"
	 "序号\t工作任务\t牵头单位\t主责单位\t协办单位\n"
	 "1\t清理河道\t区水利局\t各镇\t区财政局\n"
	 "2\t整治排口\t区住建局\t区园林局\t各镇\n",
	 "1 清理河道: 区水利局 lead 各镇 shared 区财政局 coop\n"
	 "2 整治排口: 区住建局 lead 区园林局 shared 各镇 coop\n"},
};
/* clang-format on */

static size_t numbers[sizeof styles / sizeof *styles];

ParameterizedTestParameters(plan_variations_more, reads)
{
	for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
		numbers[i] = i;
	return cr_make_param_array(size_t, numbers, sizeof numbers / sizeof *numbers);
}

ParameterizedTest(const size_t *number, plan_variations_more, reads)
{
	style_check(&styles[*number]);
}
