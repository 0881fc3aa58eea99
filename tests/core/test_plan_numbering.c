/* How headings and items are numbered and laid out, each by a small document of a district that
 * does not exist. */
#include "tests/core/plan_style.h"

#include <criterion/criterion.h>
#include <criterion/parameterized.h>

static const struct style styles[] = {
	{"numbers parted by a point",
	 "一、健身\n"
	 "1.1 建设步道。(责任单位：区住建局)\n"
	 "1.2建设公园。(责任单位：区园林局)\n"
	 "1.3. 建设广场。(责任单位：区住建局)\n"
	 "二、净化\n"
	 "2.1、清理河道3.5公里。(责任单位：区水利局)\n"
	 "3.5公里以外的河段由各镇清理。\n",
	 "1.1 建设步道 [一]: 区住建局 lead\n"
	 "1.2 建设公园 [一]: 区园林局 lead\n"
	 "1.3 建设广场 [一]: 区住建局 lead\n"
	 "2.1 清理河道3.5公里 [二]: 区水利局 lead\n"},
	{"numbers of three parts",
	 "一、健身\n"
	 "1.1 建设步道\n"
	 "1.1.1 修缮步道。(区住建局牵头)\n"
	 "1.1.2 新增步道。(区园林局牵头)\n",
	 "1.1.1 修缮步道 [1.1]: 区住建局 lead\n"
	 "1.1.2 新增步道 [1.1]: 区园林局 lead\n"},
	{"dashes with a point behind",
	 "1-1. 建设步道。责任单位：区住建局\n"
	 "1-2、建设公园。责任单位：区园林局\n",
	 "1-1 建设步道: 区住建局 lead\n"
	 "1-2 建设公园: 区园林局 lead\n"},
	{"numbers that are one character",
	 "㈠净水\n"
	 "⒈查排口。(区环保局负责)\n"
	 "⒉建管网。(区住建局负责)\n"
	 "㈡绿廊\n"
	 "⑴植树。(区园林局负责)\n",
	 "⒈ 查排口 [㈠]: 区环保局 lead\n"
	 "⒉ 建管网 [㈠]: 区住建局 lead\n"
	 "⑴ 植树 [㈡]: 区园林局 lead\n"},
	{"numbers of accounts for the parts",
	 "壹、計畫目標\n"
	 "一、提升環境品質。\n"
	 "貳、工作項目\n"
	 "一、淨水工作：改善水質。\n"
	 "主辦機關：環境保護局\n"
	 "協辦機關：水利處、衛生局\n"
	 "二、綠化工作：種植樹木。\n"
	 "主辦機關：農業處\n"
	 "參、經費\n"
	 "一、由年度預算支應。\n",
	 "一 淨水工作 [貳]: 環境保護局 lead 水利處 coop 衛生局 coop\n"
	 "二 綠化工作 [貳]: 農業處 lead\n"},
	{"one line, parted by blanks",
	 "云溪区2024年河道治理工作方案　　一、总体目标　　到2024年底，水清岸绿。　　二、重点任务　"
	 "　1.清理河道。完成清淤。责任单位：区水利局。　　2."
	 "整治排口。责任单位：区住建局、区环保局。"
	 "　　三、保障措施　　1.加强领导。　　2.加强考核。",
	 "1 清理河道: 区水利局 lead\n"
	 "2 整治排口: 区住建局 shared 区环保局 shared\n"},
	{"one line, a heading before the first item",
	 "二、重点任务1.清理河道。(区水利局负责)2.整治排口。(区环保局负责)三、保障措施1.加强领导。",
	 "1 清理河道: 区水利局 lead\n"
	 "2 整治排口: 区环保局 lead\n"},
	{"one line, labels and headings without a stop",
	 "云溪县2023年任务分解方案（摘要）一、公共环境(一)市容整治1.清理死角。新建公厕。牵头单位:"
	 "县城管局 责任单位:县住建局、各街道办事处2.规范停车。牵头单位:县公安局 责任单位:县发改局"
	 "(二)窗口服务3.优化大厅。牵头单位:县审批局 责任单位:县直各单位二、文明风尚(三)志愿服务"
	 "4.建强队伍。牵头单位:县委宣传部 责任单位:团县委",
	 "1 清理死角 [(一)]: 县城管局 lead 县住建局 shared 各街道办事处 shared\n"
	 "2 规范停车 [(一)]: 县公安局 lead 县发改局 shared\n"
	 "3 优化大厅 [(二)]: 县审批局 lead 县直各单位 shared\n"
	 "4 建强队伍 [(三)]: 县委宣传部 lead 团县委 shared\n"},
	{"sections called by their leaders",
	 "(一)由区教育局牵头的任务（2项）\n"
	 "1.改造食堂。（配合单位：区市场监管局）\n"
	 "2.监测体质。\n"
	 "(二)区卫健局牵头任务\n"
	 "3.建设中心。（配合单位：区财政局）\n",
	 "1 改造食堂 [(一)]: 区教育局 lead 区市场监管局 coop\n"
	 "2 监测体质 [(一)]: 区教育局 lead\n"
	 "3 建设中心 [(二)]: 区卫健局 lead 区财政局 coop\n"},
	{"sections that are units",
	 "一、区教育局\n1.改造食堂。\n2.监测体质。\n二、区卫健局\n3.建设中心。\n",
	 "1 改造食堂 [一]: 区教育局 lead\n"
	 "2 监测体质 [一]: 区教育局 lead\n"
	 "3 建设中心 [二]: 区卫健局 lead\n"},
	{"a line of units for all items of a section",
	 "一、清河\n1.清淤泥。\n2.捞垃圾。\n（区水利局牵头，区住建局配合）\n"
	 "二、绿廊\n3.植树。\n（区园林局牵头）\n",
	 "1 清淤泥 [一]: 区水利局 lead 区住建局 coop\n"
	 "2 捞垃圾 [一]: 区水利局 lead 区住建局 coop\n"
	 "3 植树 [二]: 区园林局 lead\n"},
	{"headings with units, some with a list below",
	 "一、建机制（牵头单位：区卫健局）\n6月底前建成。\n"
	 "二、做试点（牵头单位：区司法局）\n（一）2022年做5项；\n（二）2023年做6项。\n"
	 "三、强能力（牵头单位：区委党校）\n办培训班。\n",
	 "一 建机制: 区卫健局 lead\n"
	 "二 做试点: 区司法局 lead\n"
	 "三 强能力: 区委党校 lead\n"},
	{"a number alone on its line, what a document says of itself",
	 "第一条\n建好场地。（区体育局负责）\n第二条 办好赛事。（区文旅局负责）\n"
	 "第三条 本意见自2022年7月1日起施行。\n",
	 "第一条 建好场地: 区体育局 lead\n"
	 "第二条 办好赛事: 区文旅局 lead\n"},
	{"titles parted from the text by a blank",
	 "1.清河行动　到后年全区的河道都要达到清澈见底的要求。（区水利局负责）\n"
	 "2.绿廊行动　沿着主要的河道和公路种植本地适生的树木。（区园林局负责）\n",
	 "1 清河行动: 区水利局 lead\n"
	 "2 绿廊行动: 区园林局 lead\n"},
	{"headings that run into the text",
	 "(一)清河行动:全面清理河道 。(责任单位:区水利局)\n"
	 "(二)绿廊行动全面推进沿河绿化,做到应绿尽绿,不留空白。(责任单位:区园林局)\n"
	 "(三)净土行动 ：查污染源。(责任单位:区环保局)\n",
	 "(一) 清河行动: 区水利局 lead\n"
	 "(二) 绿廊行动: 区园林局 lead\n"
	 "(三) 净土行动: 区环保局 lead\n"},
};

static size_t numbers[sizeof styles / sizeof *styles];

ParameterizedTestParameters(plan_numbering, reads)
{
	for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
		numbers[i] = i;
	return cr_make_param_array(size_t, numbers, sizeof numbers / sizeof *numbers);
}

ParameterizedTest(const size_t *number, plan_numbering, reads)
{
	style_check(&styles[*number]);
}
