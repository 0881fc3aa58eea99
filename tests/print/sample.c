/* Invented documents: a district, a unit and a plan that do not exist. */
#include "sample.h"

#include "core/plan/tasklist.h"

#include <stddef.h>

#define COUNT(table) (sizeof(table) / sizeof(table)[0])

enum { LIST_COLUMNS = 7 };

static const struct document_column list_columns[LIST_COLUMNS] = {
	{"编号", COLUMN_WORD, 0},	  {"任务", COLUMN_TEXT, 3}, {"角色", COLUMN_WORD, 0},
	{"目标与工作量", COLUMN_TEXT, 4}, {"节点", COLUMN_TEXT, 3}, {"最近进展", COLUMN_TEXT, 4},
	{"灯", COLUMN_WORD, 0},
};

static const char *const list_rows[][LIST_COLUMNS] = {
	{"1", "健康知识进万家行动", "配合", "居民健康素养水平 ≥35% (2025)\n健康科普讲座 36/80场",
	 "2025-12-20 全区科普讲师大赛", "2025Q3 80%\n已在12个社区举办讲座36场，参加居民4200人次。",
	 "绿"},
	{"3", "全民健身行动", "配合",
	 "经常参加体育锻炼人数比例 ≥41.5% (2025)\n"
	 "人均体育场地面积 ≥2.6平方米 (2025)",
	 "2025-11-30 体医融合门诊开诊",
	 "2025Q3 60%\n新增“15分钟健身圈”7个；学校场地在课余时间向居民开放的有9所。", "黄\n退回"},
	{"5-1", "强化残疾预防与康复", "牵头", "", "", "未填报", "灰"},
	{"12", "心理健康促进行动", "按职责分工负责", "心理健康教师配备率 100% (2025)",
	 "2025-06-30 校园心理辅导室建成 (已完成)",
	 "2025Q3 "
	 "75%\n全部中学已配备专职心理教师，小学由学区共用；与区卫生健康局共建转介通道（试行）。",
	 "绿"},
	{"14", "中小学健康促进行动", "牵头",
	 "学生体质健康达标优良率 ≥55% (2025)\n总体近视率力争每年降低0.5个百分点以上\n视力筛查学校 "
	 "32/40所",
	 "2025-09-30 食堂明厨亮灶全覆盖 (已核实)\n2025-11-15 秋季视力筛查",
	 "2025Q3 "
	 "45%\n本季度完成20所学校的视力筛查，建立屈光发育档案1.2万份，发现需要矫正的学生1860…",
	 "红\n超6天"},
	{"18", "传染病及地方病防控行动", "配合", "适龄儿童国家免疫规划疫苗接种率 ≥95% (2025)", "",
	 "2025Q2 50%\n查验入学入托预防接种证6300人。", "黄\n还有4天"},
	{"21", "健康家庭和健康细胞建设行动", "配合",
	 "健康学校 8/15所\nhttps://health.example.org/cells/2025/list.html",
	 "2025-12-31 健康学校评估", "2025Q3 55%\n通过评估的健康学校已有8所。", "绿"},
};

static struct document_table *add_list(struct arena *a, struct document *d)
{
	struct document_table *t = document_add_table(a, d);

	for (size_t i = 0; i < LIST_COLUMNS; i++)
		document_add_column(a, t, list_columns[i].title, list_columns[i].kind,
				    list_columns[i].weight);
	return t;
}

static void add_list_rows(struct arena *a, struct document_table *t)
{
	for (size_t i = 0; i < COUNT(list_rows); i++) {
		const char **cells = document_add_row(a, t);
		for (size_t j = 0; j < LIST_COLUMNS; j++)
			cells[j] = list_rows[i][j];
	}
}

void sample_long_list(struct arena *a, struct document *d, int times)
{
	document_begin(a, d, "责任单位任务清单", "云溪区教育局");
	d->issued = "2025-11-21 由陈小满打印";
	document_heading(a, d, "关于推进健康云溪行动的实施意见");
	struct document_table *t = add_list(a, d);
	for (; times > 0; times--)
		add_list_rows(a, t);
}

void sample_chinese_list(struct arena *a, struct document *d)
{
	sample_long_list(a, d, 1);
}

static const struct task_row built_tasks[] = {
	{.plan_id = 1,
	 .plan_code = "yx2025",
	 .no = "1",
	 .parent_no = "",
	 .path = "1",
	 .title = "健康知识进万家行动",
	 .role = ROLE_COOP,
	 .percent = 45,
	 .last_period = "2025Q4",
	 .last_done = "已在12个社区举办讲座36场，参加居民4200人次。",
	 .lamp = LAMP_YELLOW,
	 .why = LAMP_WHY_BEHIND},
	{.plan_id = 1,
	 .plan_code = "yx2025",
	 .no = "14",
	 .parent_no = "",
	 .path = "14",
	 .title = "中小学健康促进行动",
	 .role = ROLE_LEAD,
	 .percent = -1,
	 .lamp = LAMP_RED,
	 .why = LAMP_WHY_MILESTONE,
	 .days = 6},
	{.plan_id = 2,
	 .plan_code = "qt2025",
	 .no = "2",
	 .parent_no = "(五)",
	 .path = "五.2",
	 .title = "强化残疾预防与康复",
	 .role = ROLE_SHARED,
	 .percent = -1,
	 .lamp = LAMP_GREEN},
};

void sample_built_list(struct arena *a, struct document *d)
{
	static struct target_row literacy[] = {{.year = 2025, .op = OP_AT_LEAST, .value = "35"}};
	static struct target_row deaths[] = {{.year = 2030, .op = OP_AT_MOST, .value = "7.90"}};
	static struct indicator_row indicators[] = {
		{.name = "居民健康素养水平", .measure = "%", .targets = {literacy, 1, 1}},
		{.name = "孕产妇死亡率", .measure = "1/10万", .targets = {deaths, 1, 1}},
	};
	static const struct volume_row volume = {
		.what = "视力筛查学校", .value = "40", .measure = "所", .done = "32"};
	static const struct milestone_row milestones[] = {
		{.title = "食堂明厨亮灶全覆盖", .due = {2025, 9, 30}, .state = MILESTONE_VERIFIED},
		{.title = "秋季视力筛查", .due = {2025, 11, 15}},
	};
	const struct tasklist_item items[] = {
		{.task = &built_tasks[0],
		 .plan_title = "关于推进健康云溪行动的实施意见",
		 .indicators = indicators,
		 .nindicators = 2},
		{.task = &built_tasks[1],
		 .volumes = &volume,
		 .nvolumes = 1,
		 .milestones = milestones,
		 .nmilestones = 2},
		{.task = &built_tasks[2]},
	};

	tasklist_build(a, d, "云溪区教育局", items, (int)COUNT(items), 2025, "陈小满",
		       (struct date){2025, 11, 21});
}

static void add_figures(struct arena *a, struct document *d)
{
	static const char *const rows[][4] = {
		{"区教育局", "12", "58.33", "2025-10-11"},
		{"区卫生健康局", "28", "100", "2025-09-30"},
		{"青田街道办事处", "9", "7.5", "2025-10-08"},
	};
	struct document_table *t = document_add_table(a, d);

	document_add_column(a, t, "责任单位", COLUMN_TEXT, 1);
	document_add_column(a, t, "任务数", COLUMN_NUMBER, 0);
	document_add_column(a, t, "按时率 %", COLUMN_NUMBER, 0);
	document_add_column(a, t, "最后填报", COLUMN_DATE, 0);
	for (size_t i = 0; i < COUNT(rows); i++) {
		const char **cells = document_add_row(a, t);
		for (size_t j = 0; j < 4; j++)
			cells[j] = rows[i][j];
	}
}

void sample_report(struct arena *a, struct document *d)
{
	document_begin(a, d, "云溪区健康行动2025年第三季度进展情况", "健康云溪行动推进办公室");
	d->issued = "2025-10-15";
	document_heading(a, d, "一、总体情况");
	document_paragraph(
		a, d,
		"第三季度，全区二十一项行动总体平稳：按时填报的单位占九成，“红灯”事项由上季度的"
		"五项减为两项；其中，中小学健康促进行动（区教育局牵头）的视力筛查进度仍然落后，"
		"比序时进度低12.5个百分点，原因是……筛查设备到位较晚。下一步，将按照《云溪区青少年"
		"近视防控工作方案（2024—2026年）》的要求，于11月底前补齐。");
	document_paragraph(a, d, "各单位填报情况见下表。");
	add_figures(a, d);
	document_heading(a, d, "二、说明");
	document_paragraph(a, d,
			   "Figures are as reported by the units up to and with 2025-10-14; "
			   "they have not been reviewed.");
}
