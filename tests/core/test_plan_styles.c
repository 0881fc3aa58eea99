/* The styles of issued documents, each by a small document of a district that does not exist: which
 * items are actions, who answers for them and in which role. */
#include "tests/core/plan_style.h"

#include <criterion/criterion.h>
#include <criterion/parameterized.h>

static const struct style styles[] = {
	{"numbering: articles",
	 "一、主要任务\n"
	 "第一条 清理河道。疏浚沟渠。(区水利局负责)\n"
	 "第二条 修缮道路。(区住建局负责)\n",
	 "第一条 清理河道: 区水利局 lead\n"
	 "第二条 修缮道路: 区住建局 lead\n"},
	{"numbering: projects",
	 "第1项 新建口袋公园。责任单位:区园林局\n"
	 "第2项 改造老旧小区。责任单位:区住建局、各镇街\n",
	 "第1项 新建口袋公园: 区园林局 lead\n"
	 "第2项 改造老旧小区: 区住建局 shared 各镇街 shared\n"},
	{"numbering: circles",
	 "一、主要任务\n"
	 "(一)清河行动\n"
	 "①清淤。(区水利局负责)\n"
	 "②护岸。(区水利局、区园林局负责)\n"
	 "(二)绿廊行动\n"
	 "①植树。(区园林局牵头,区水利局配合)\n",
	 "① 清淤 [(一)]: 区水利局 lead\n"
	 "② 护岸 [(一)]: 区水利局 shared 区园林局 shared\n"
	 "① 植树 [(二)]: 区园林局 lead 区水利局 coop\n"},
	{"numbering: dashes",
	 "一、净水\n"
	 "1-1 查排口。(区环保局牵头,区水利局、区住建局配合)\n"
	 "1-2 建管网。(区住建局牵头)\n"
	 "二、绿廊\n"
	 "2-1 植树。(区园林局牵头)\n",
	 "1-1 查排口 [一]: 区环保局 lead 区水利局 coop 区住建局 coop\n"
	 "1-2 建管网 [一]: 区住建局 lead\n"
	 "2-1 植树 [二]: 区园林局 lead\n"},
	{"numbering: full width",
	 "一、主要任务\n"
	 "１．查排口。（区水利局牵头，区住建局、各镇（街道）配合）\n"
	 "２、建管网。（区住建局牵头）\n",
	 "１ 查排口: 区水利局 lead 区住建局 coop 各镇（街道） coop\n"
	 "２ 建管网: 区住建局 lead\n"},
	{"numbering: parentheses",
	 "一、主要任务\n"
	 "(1)查排口(区水利局)\n"
	 "(2)建管网(区住建局、有关镇街)\n",
	 "(1) 查排口: 区水利局 lead\n"
	 "(2) 建管网: 区住建局 shared 有关镇街 shared\n"},
	{"numbering: steps inside an item",
	 "(一)改善环境。一是清理河道。二是疏浚沟渠。三是植树。(区水利局牵头,区园林局参与)\n"
	 "(二)美化街区。一是刷墙;二是种花。(区城管局负责)\n",
	 "(一) 改善环境: 区水利局 lead 区园林局 coop\n"
	 "(二) 美化街区: 区城管局 lead\n"},
	{"numbering: one line",
	 "云溪区净水行动方案 一、总体目标 到2025年水质改善。 "
	 "二、主要任务(一)清河行动。全面清淤。(区水利局牵头,区住建局配合)(二)绿廊行动。植树造林。("
	 "区园林局负责) 三、保障措施(一)加强领导。各单位要重视。",
	 "(一) 清河行动: 区水利局 lead 区住建局 coop\n"
	 "(二) 绿廊行动: 区园林局 lead\n"},
	{"numbering: children with units",
	 "一、主要任务\n"
	 "(一)饮水行动(牵头单位:区水利局)\n"
	 "1.查水源。(责任单位:区水利局、区卫健局)\n"
	 "2.换管网。(责任单位:区住建局)\n"
	 "(二)校园行动(牵头单位:区教育局)\n"
	 "1.开足体育课。(责任单位:区教育局)\n",
	 "(一) 饮水行动: 区水利局 lead\n"
	 "(一)/1 查水源: 区水利局 shared 区卫健局 shared\n"
	 "(一)/2 换管网: 区住建局 lead\n"
	 "(二) 校园行动: 区教育局 lead\n"
	 "(二)/1 开足体育课: 区教育局 lead\n"},
	{"numbering: unnumbered paragraphs",
	 "云溪区净水方案\n"
	 "二、主要任务\n"
	 "清理河道。疏浚沟渠。(区水利局牵头,区住建局配合)\n"
	 "植树造林。种好树。(区园林局牵头,区水利局配合)\n",
	 " 清理河道: 区水利局 lead 区住建局 coop\n"
	 " 植树造林: 区园林局 lead 区水利局 coop\n"},
	{"numbering: no numbers at all",
	 "云溪区净水方案\n"
	 "清理河道。疏浚沟渠。(区水利局牵头,区住建局配合)\n"
	 "植树造林。种好树。(区园林局牵头,区水利局配合)\n",
	 " 清理河道: 区水利局 lead 区住建局 coop\n"
	 " 植树造林: 区园林局 lead 区水利局 coop\n"},
	{"numbering: paragraphs of an item",
	 "(一)打好基础。查清底数。建立台账。(区水利局牵头)\n"
	 "疏浚沟渠。打捞垃圾。(区城管局牵头)\n",
	 "(一) 打好基础:\n"
	 "(一)/ 查清底数: 区水利局 lead\n"
	 "(一)/ 疏浚沟渠: 区城管局 lead\n"},
	{"numbering: title runs into the text",
	 "1.清河行动。全面清淤。(区水利局负责)\n"
	 "2.绿廊行动。沿河植树。(区园林局负责)\n"
	 "3.净土行动。查污染源。(区环保局负责)\n"
	 "4.蓝天行动加强工地扬尘管理和车辆尾气排放检测监督工作。(区环保局负责)\n",
	 "1 清河行动: 区水利局 lead\n"
	 "2 绿廊行动: 区园林局 lead\n"
	 "3 净土行动: 区环保局 lead\n"
	 "4 蓝天行动: 区环保局 lead\n"},
	{"numbering: no units under a heading of tasks",
	 "一、工作要求\n"
	 "(一)提高认识。\n"
	 "二、重点任务\n"
	 "(一)净水。\n"
	 "1.清河道。\n"
	 "2.建管网。\n"
	 "(二)绿廊。\n"
	 "3.植树。\n"
	 "三、保障措施\n"
	 "(一)加强领导。\n",
	 "1 清河道 [(一)]:\n"
	 "2 建管网 [(一)]:\n"
	 "3 植树 [(二)]:\n"},
	{"phrases: verbs",
	 "1.清河。(甲局牵头负责)\n"
	 "2.植树。(甲局、乙局按职责分工负责)\n"
	 "3.治气。(甲局牵头,乙局、丙局按职责分工负责)\n"
	 "4.治土。(甲局会同乙局负责)\n"
	 "5.治噪。(甲局指导,各区政府负责落实)\n"
	 "6.除尘。(甲局、乙局牵头,丙局协助)\n",
	 "1 清河: 甲局 lead\n"
	 "2 植树: 甲局 shared 乙局 shared\n"
	 "3 治气: 甲局 lead 乙局 shared 丙局 shared\n"
	 "4 治土: 甲局 lead 乙局 coop\n"
	 "5 治噪: 甲局 coop 各区政府 lead\n"
	 "6 除尘: 甲局 lead 乙局 lead 丙局 coop\n"},
	{"phrases: kinds of brackets",
	 "1.清河。[责任单位:区水利局、区住建局]\n"
	 "2.植树。〔区园林局牵头；区水利局配合〕\n"
	 "3.治土。【区农业农村局】\n",
	 "1 清河: 区水利局 shared 区住建局 shared\n"
	 "2 植树: 区园林局 lead 区水利局 coop\n"
	 "3 治土: 区农业农村局 lead\n"},
	{"phrases: open brackets",
	 "1.治气。（责任单位:区环保局\n"
	 "2.治土。责任单位：区农业农村局）\n"
	 "3.治水。责任单位:区水利局、区住建局\n"
	 "4.治噪。（区城管局，各镇（街道）\n"
	 "5.除尘（含工地。洒水。（区环保局）\n",
	 "1 治气: 区环保局 lead\n"
	 "2 治土: 区农业农村局 lead\n"
	 "3 治水: 区水利局 shared 区住建局 shared\n"
	 "4 治噪: 区城管局 shared 各镇（街道） shared\n"
	 "5 除尘（含工地: 区环保局 lead\n"},
	{"phrases: several in a paragraph",
	 "1.清河。查排口。(区水利局负责)建管网,做到应建尽建。(区住建局、区水利局负责)\n"
	 "2.植树。种树。(区园林局负责)\n",
	 "1 清河: 区水利局 lead 区住建局 shared\n"
	 "2 植树: 区园林局 lead\n"},
	{"phrases: label lines",
	 "一、清河\n"
	 "牵头领导：张三\n"
	 "牵头单位：区水利局\n"
	 "责任单位\n"
	 "区住建局、区城管局\n"
	 "责任人：李四、王五\n"
	 "完成时限：2023年6月底\n"
	 "二、植树\n"
	 "牵头单位:区园林局\n"
	 "配合单位:区水利局\n"
	 "完成时限:长期坚持\n",
	 "一 清河: 区水利局 lead 区住建局 shared 区城管局 shared due 2023-06\n"
	 "二 植树: 区园林局 lead 区水利局 coop\n"},
	{"phrases: two labels in a bracket",
	 "1.清河(牵头单位:区水利局;配合单位:区住建局、区城管局)\n"
	 "2.植树(牵头单位：区园林局 配合单位：区水利局 区住建局)\n"
	 "3.治气。牵头部门:区环保局,参与部门:区公安局、区住建局。\n"
	 "4.治土。\n"
	 "（牵头单位：区农业农村局）\n"
	 "（配合单位：区水利局）\n",
	 "1 清河: 区水利局 lead 区住建局 coop 区城管局 coop\n"
	 "2 植树: 区园林局 lead 区水利局 coop 区住建局 coop\n"
	 "3 治气: 区环保局 lead 区公安局 coop 区住建局 coop\n"
	 "4 治土: 区农业农村局 lead 区水利局 coop\n"},
	{"phrases: Traditional characters",
	 "一、工作重點\n"
	 "1.淨水計畫。(主辦機關:環境保護局;協辦機關:水利處、衛生局)\n"
	 "2.綠化計畫。(主辦機關:農業處)\n",
	 "1 淨水計畫 [一]: 環境保護局 lead 水利處 coop 衛生局 coop\n"
	 "2 綠化計畫 [一]: 農業處 lead\n"},
	{"phrases: stars",
	 "1.清河。(责任单位:★区水利局、区住建局)\n"
	 "2.植树。(责任单位:区园林局、★区水利局)\n"
	 "3.治土。(责任单位:区农业农村局)\n",
	 "1 清河: 区水利局 lead 区住建局 coop\n"
	 "2 植树: 区园林局 coop 区水利局 lead\n"
	 "3 治土: 区农业农村局 lead\n"},
	{"phrases: the first leads",
	 "1.清河。(区水利局、区住建局负责,排在第一位的部门为牵头部门,下同)\n"
	 "2.植树。(区园林局、区水利局负责)\n",
	 "1 清河: 区水利局 lead 区住建局 coop\n"
	 "2 植树: 区园林局 lead 区水利局 coop\n"},
	{"phrases: the first leads by a note",
	 "注:未明确牵头单位的,排名首位的责任单位即为牵头单位。\n"
	 "1.清河。(责任单位:区水利局、区住建局)\n"
	 "2.植树。(责任单位:区园林局、区水利局)\n",
	 "1 清河: 区水利局 lead 区住建局 coop\n"
	 "2 植树: 区园林局 lead 区水利局 coop\n"},
	{"phrases: the heading leads",
	 "一、优化服务(区卫健局牵头)\n"
	 "1.建好窗口。\n"
	 "2.缩短时限。(区政务办)\n"
	 "二、改善环境(区城管局牵头)\n"
	 "3.清理街面。\n",
	 "1 建好窗口 [一]: 区卫健局 lead\n"
	 "2 缩短时限 [一]: 区卫健局 lead 区政务办 shared\n"
	 "3 清理街面 [二]: 区城管局 lead\n"},
	{"phrases: one line for a group",
	 "1.提升服务\n"
	 "(1)建窗口。\n"
	 "(2)减材料。\n"
	 "责任单位:区政务办、区卫健局\n"
	 "2.改善环境\n"
	 "(1)清街面。\n"
	 "(2)刷墙面。\n"
	 "责任单位:区城管局\n",
	 "1 提升服务: 区政务办 shared 区卫健局 shared\n"
	 "2 改善环境: 区城管局 lead\n"},
	{"names: collective and bracketed",
	 "1.甲行动。(责任单位:区委办,区保密局、密码管理局,各区、县级市,区交通委(区道运局)、各镇街("
	 "高新园区)等有关单位)\n",
	 "1 甲行动: 区委办 shared 区保密局 shared 密码管理局 shared 各区、县级市 shared "
	 "区交通委(区道运局) shared 各镇街(高新园区) shared\n"},
	{"names: blanks inside",
	 "1.乙行动。(责任单位:区应 急管理局、区残\n"
	 "疾人联合会、区红十字会及各镇)\n",
	 "1 乙行动: 区应急管理局 shared 区残疾人联合会 shared 区红十字会 shared 各镇 shared\n"},
	{"names: a conjunction inside",
	 "1.丙行动。(区直机关工委、文化和旅游局和区人社局等部门负责)\n",
	 "1 丙行动: 区直机关工委 shared 文化和旅游局 shared 区人社局 shared\n"},
	{"phrases: a deadline beside the units",
	 "1.清河。责任单位：区水利局；完成时限：2022年10月底前。\n"
	 "2.植树。（责任单位：区园林局，完成时限：2022年12月）\n"
	 "3.除尘。（区环保局牵头；2022年6月底前完成）\n"
	 "4.清费（区财政局、各镇〔街道〕，2022年9月30日前完成）\n",
	 "1 清河: 区水利局 lead due 2022-10\n"
	 "2 植树: 区园林局 lead due 2022-12\n"
	 "3 除尘: 区环保局 lead due 2022-06\n"
	 "4 清费: 区财政局 shared 各镇〔街道〕 shared due 2022-09-30\n"},
	{"phrases: units under a heading of measures",
	 "一、重点任务\n"
	 "(一)净水。清河。(区水利局负责)\n"
	 "二、保障措施\n"
	 "(二)加强领导。(区政府办牵头)\n"
	 "(三)加强宣传。营造氛围。\n",
	 "(一) 净水: 区水利局 lead\n"
	 "(二) 加强领导 [二]: 区政府办 lead\n"},
	{"phrases: said in a sentence",
	 "一、主要任务\n"
	 "1.清河。疏浚沟渠，由区水利局牵头，区住建局、区城管局配合。\n"
	 "2.植树。沿河植树，由区园林局负责。落实养护，由此带动净化。\n"
	 "3.建站。由区住建局会同区水利局负责落实。\n",
	 "1 清河: 区水利局 lead 区住建局 coop 区城管局 coop\n"
	 "2 植树: 区园林局 lead\n"
	 "3 建站: 区住建局 lead 区水利局 coop\n"},
	{"phrases: names on several lines below a label",
	 "一、清河\n"
	 "牵头单位\n"
	 "区水利局\n"
	 "配合单位\n"
	 "区住建局\n"
	 "区城管局、各镇街\n"
	 "沿河排口要查清\n"
	 "二、植树\n"
	 "牵头单位\n"
	 "区园林局\n",
	 "一 清河: 区水利局 lead 区住建局 coop 区城管局 coop 各镇街 coop\n"
	 "二 植树: 区园林局 lead\n"},
	{"phrases: what is done, not who does it",
	 "1.清河。（区水利局牵头，区住建局协助；持续推进）\n"
	 "2.植树。（区园林局；长期坚持）\n"
	 "3.降费。（区发改局、区财政局按职责分工负责，年底前完成并长期坚持）\n",
	 "1 清河: 区水利局 lead 区住建局 coop\n"
	 "2 植树: 区园林局 lead\n"
	 "3 降费: 区发改局 shared 区财政局 shared\n"},
	{"phrases: leaders of a chapter",
	 "第一章 清河（牵头领导：张三）\n"
	 "一、清淤\n"
	 "责任部门：区水利局\n"
	 "第二章 绿廊（牵头领导：李四）\n"
	 "二、植树\n"
	 "责任部门：区园林局\n",
	 "一 清淤 [第一章]: 区水利局 lead\n"
	 "二 植树 [第二章]: 区园林局 lead\n"},
};

static size_t numbers[sizeof styles / sizeof *styles];

ParameterizedTestParameters(plan_styles, reads)
{
	for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
		numbers[i] = i;
	return cr_make_param_array(size_t, numbers, sizeof numbers / sizeof *numbers);
}

ParameterizedTest(const size_t *number, plan_styles, reads)
{
	style_check(&styles[*number]);
}
