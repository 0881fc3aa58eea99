/* Names of units in lists: collective names with 、 in them, 和 and brackets inside names, joining
 * words before the last, 等, stray blanks. */
#include "tests/core/plan_duties.h"

#include <criterion/criterion.h>

#define CHECK(rows) duties_check(rows, sizeof(rows) / sizeof *(rows))

Test(plan_names, collective)
{
	static const struct duties rows[] = {
		{"。(区水利局牵头,各区、县级市配合)", "区水利局 lead, 各区、县级市 coop"},
		{"。(区水利局牵头,各镇、街道配合)", "区水利局 lead, 各镇、街道 coop"},
		{"。(市水利局,各县、区人民政府)", "市水利局 shared, 各县、区人民政府 shared"},
		{"。(市水利局,各县、区人民政府(管委会)负责落实)",
		 "市水利局 shared, 各县、区人民政府(管委会) shared"},
		{"。(市水利局,各县(市、区)人民政府负责)",
		 "市水利局 shared, 各县(市、区)人民政府 shared"},
		{"。(市水利局牵头,各区、县(市)人民政府配合)",
		 "市水利局 lead, 各区、县(市)人民政府 coop"},
		{"。(市水利局牵头,各镇人民政府、街道办事处配合)",
		 "市水利局 lead, 各镇人民政府、街道办事处 coop"},
		{"。(区水利局牵头,各乡镇(街道)、园区配合)",
		 "区水利局 lead, 各乡镇(街道)、园区 coop"},
		{"。(市水利局、各设区的市、县级市负责)",
		 "市水利局 shared, 各设区的市、县级市 shared"},
		{"。(区水利局牵头,各街道、各镇配合)", "区水利局 lead, 各街道 coop, 各镇 coop"},
		{"。(市水利局牵头,各县〈市、区〉人民政府配合)",
		 "市水利局 lead, 各县〈市、区〉人民政府 coop"},
		{"。(区水利局、相关街道<乡镇>)", "区水利局 shared, 相关街道<乡镇> shared"},
		{"。(区水利局牵头,区河长办其它成员单位配合)",
		 "区水利局 lead, 区河长办其它成员单位 coop"},
		{"。(区水利局牵头,区直各有关单位配合)", "区水利局 lead, 区直各有关单位 coop"},
		{"。(市水利局牵头,各区政府,云溪新区管委会配合)",
		 "市水利局 lead, 各区政府 coop, 云溪新区管委会 coop"},
	};

	CHECK(rows);
}

Test(plan_names, with_and_inside)
{
	static const struct duties rows[] = {
		{"。(区住房和城乡建设局、区文化和旅游局负责)",
		 "区住房和城乡建设局 shared, 区文化和旅游局 shared"},
		{"。(区级机关工委、中央和国家机关工委、区规划和自然资源局)",
		 "区级机关工委 shared, 中央和国家机关工委 shared, 区规划和自然资源局 shared"},
		{"。(区水利局和区住房和城乡建设局负责)",
		 "区水利局 shared, 区住房和城乡建设局 shared"},
		{"。(省水利厅、省委和省级机关工委)", "省水利厅 shared, 省委和省级机关工委 shared"},
		{"。(区水利局和各镇街负责)", "区水利局 shared, 各镇街 shared"},
		{"。(区水利局、区住建局及区财政局负责)",
		 "区水利局 shared, 区住建局 shared, 区财政局 shared"},
		{"。(区水利局、区住建局以及各镇街负责)",
		 "区水利局 shared, 区住建局 shared, 各镇街 shared"},
		{"。(区水利局与区住建局负责)", "区水利局 shared, 区住建局 shared"},
		{"。(区人力资源和社会保障局牵头,区工业和信息化局配合)",
		 "区人力资源和社会保障局 lead, 区工业和信息化局 coop"},
		{"。(区退役军人事务局、区民族和宗教事务局)",
		 "区退役军人事务局 shared, 区民族和宗教事务局 shared"},
	};

	CHECK(rows);
}

Test(plan_names, with_brackets_inside)
{
	static const struct duties rows[] = {
		{"。(区水利局牵头,各街镇(青田工业区)配合)",
		 "区水利局 lead, 各街镇(青田工业区) coop"},
		{"。(区交通委(区道运中心)、区水利局负责)",
		 "区交通委(区道运中心) shared, 区水利局 shared"},
		{"。(责任单位:区文旅局(区体育局)、区水利局)",
		 "区文旅局(区体育局) shared, 区水利局 shared"},
		{"。责任单位:区发改局（区能源局、区粮食局）、区水利局",
		 "区发改局（区能源局、区粮食局） shared, 区水利局 shared"},
		{"。(区水利局牵头,区委宣传部(区文明办)配合)",
		 "区水利局 lead, 区委宣传部(区文明办) coop"},
		{"。(省委组织部、省委党校(省行政学院)、省公务员局)",
		 "省委组织部 shared, 省委党校(省行政学院) shared, 省公务员局 shared"},
		{"。(国网云溪供电公司、中国电信(云溪)分公司)",
		 "国网云溪供电公司 shared, 中国电信(云溪)分公司 shared"},
	};

	CHECK(rows);
}

Test(plan_names, others_are_dropped)
{
	static const struct duties rows[] = {
		{"。(区水利局、区住建局等负责)", "区水利局 shared, 区住建局 shared"},
		{"。(区水利局、区住建局等部门负责)", "区水利局 shared, 区住建局 shared"},
		{"。(区水利局、区住建局等单位按职责分工负责)", "区水利局 shared, 区住建局 shared"},
		{"。(区水利局、区住建局等有关单位负责)", "区水利局 shared, 区住建局 shared"},
		{"。(区水利局、区住建局等和各镇街负责)",
		 "区水利局 shared, 区住建局 shared, 各镇街 shared"},
		{"。(区水利局、区住建局等有关单位和各镇街负责)",
		 "区水利局 shared, 区住建局 shared, 各镇街 shared"},
		{"。(区水利局、区住建局等相关部门及各镇街按职责分工负责)",
		 "区水利局 shared, 区住建局 shared, 各镇街 shared"},
		{"。(区水利局牵头,区住建局等配合)", "区水利局 lead, 区住建局 coop"},
		{"。(区水利局牵头,区住建局等部门配合,各镇街落实)",
		 "区水利局 lead, 区住建局 coop, 各镇街 shared"},
		{"。责任单位:区水利局、区住建局等。", "区水利局 shared, 区住建局 shared"},
		{"。(牵头单位:区水利局等;配合单位:区住建局等)", "区水利局 lead, 区住建局 coop"},
	};

	CHECK(rows);
}

Test(plan_names, as_printed)
{
	static const struct duties rows[] = {
		{"。(区 水利局牵头,区 住 建局配合)", "区水利局 lead, 区住建局 coop"},
		{"。(区水利局牵头，区住\n建局、区财政\n局配合)",
		 "区水利局 lead, 区住建局 coop, 区财政局 coop"},
		{"。( 责任单位 ：区水利局 、区 住建局、 各乡镇 人民政府 )",
		 "区水利局 shared, 区住建局 shared, 各乡镇人民政府 shared"},
		{"。责任单位:区水利局<br>区住建局", "区水利局 shared, 区住建局 shared"},
		{"。(省委网信办,省保密局、密码管理局)",
		 "省委网信办 shared, 省保密局 shared, 密码管理局 shared"},
		{"。(区委组织部、宣传部、统战部负责)",
		 "区委组织部 shared, 宣传部 shared, 统战部 shared"},
		{"。(区水利局、区残联、区总工会、团区委、区红十字会)",
		 "区水利局 shared, 区残联 shared, 区总工会 shared, 团区委 shared, 区红十字会 "
		 "shared"},
		{"。(青田街道、云东镇、区公安分局)",
		 "青田街道 shared, 云东镇 shared, 区公安分局 shared"},
		{"。(区城投集团、云溪水务有限公司牵头)", "区城投集团 lead, 云溪水务有限公司 lead"},
		{"。(区疾控中心、区中医院、云溪大学负责)",
		 "区疾控中心 shared, 区中医院 shared, 云溪大学 shared"},
		{"。(区医改办、区食安办、区委编办)",
		 "区医改办 shared, 区食安办 shared, 区委编办 shared"},
	};

	CHECK(rows);
}
