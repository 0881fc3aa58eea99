/* What the name of a unit tells: collective or not, one unit under two names or two units. */
#include "core/text/unit_name.h"

#include <criterion/criterion.h>
#include <criterion/parameterized.h>

struct name_case {
	char name[64];
	bool collective;
};

ParameterizedTestParameters(unit_name, tells_collective_units)
{
	static struct name_case cases[] = {
		{"各街镇", true},
		{"各街镇(青田工业区)", true},
		{"各乡镇人民政府（街道办事处）", true},
		{"相关街道<乡镇>", true},
		{"有关部门", true},
		{"区直各部门", true},
		{"区食安委其它成员单位", true},
		{"区爱卫会成员单位", true},
		{"其他相关单位", true},
		{"街道（乡镇）", true},
		{"街镇", true},
		{"", false},
		{"区教育局", false},
		{"团区委", false},
		{"青田街道", false},
		{"青田街道办事处", false},
		{"云溪镇人民政府", false},
		{"区城运中心", false},
		{"区市场监督管理局", false},
		{"公安云溪分局", false},
	};

	return cr_make_param_array(struct name_case, cases, sizeof cases / sizeof cases[0]);
}

ParameterizedTest(struct name_case *c, unit_name, tells_collective_units)
{
	cr_assert_eq(unit_name_is_collective(c->name), c->collective, "%s", c->name);
}

struct pair_case {
	char a[40], b[40];
	bool same;
};

ParameterizedTestParameters(unit_name, tells_two_forms_of_one_name)
{
	static struct pair_case cases[] = {
		{"市市场监管局", "市市场监督管理局", true},
		{"区卫健局", "区卫生健康局", true},
		{"区住建局", "区住房和城乡建设局", true},
		{"区发改局", "区发展和改革局", true},
		{"区人力社保局", "区人力资源和社会保障局", true},
		{"区应急局", "区应急管理局", true},
		{"区大数据中心", "区大数据管理中心", true},
		{"区总工会", "区工会", false},
		{"区教育局", "区教育局", false},
		{"区教育局", "区体育局", false},
		{"区卫健委", "区卫生健康局", false},
		{"区卫健局", "市卫生健康局", false},
		{"卫健局", "区卫生健康局", false},
		{"区体育局", "区文化广电旅游体育局", false},
		{"市公安局", "市公安局云溪分局", false},
		{"市第一中学", "市第十一中学", false},
		{"区农业农村局", "区农业农村委", false},
		{"区残联", "区妇联", false},
		{"", "区教育局", false},
		{"", "", false},
		{"局", "区局", false},
	};

	return cr_make_param_array(struct pair_case, cases, sizeof cases / sizeof cases[0]);
}

ParameterizedTest(struct pair_case *c, unit_name, tells_two_forms_of_one_name)
{
	cr_assert_eq(unit_name_may_be_same(c->a, c->b), c->same, "%s, %s", c->a, c->b);
	cr_assert_eq(unit_name_may_be_same(c->b, c->a), c->same, "%s, %s", c->b, c->a);
}

ParameterizedTestParameters(unit_name, tells_names_to_ask_about)
{
	static struct pair_case cases[] = {
		{"市市场监管局", "市市场监督管理局", true},
		{"卫健局", "区卫生健康局", true},
		{"卫生健康局", "区卫生健康局", true},
		{"宣传部", "区委宣传部", true},
		{"区卫健局", "云溪区卫健局", true},
		{"市场监管局", "市市场监督管理局", true},
		{"区残联", "区残疾人联合会", true},
		{"区妇联", "区妇女联合会", true},
		{"青田镇政府", "青田镇人民政府", true},
		{"青田街道", "青田街道办事处", true},
		{"区爱卫办", "区爱国卫生运动委员会办公室", true},
		{"各街镇", "各镇街", true},
		{"区综合行政执法局", "区行政综合执法局", true},
		{"区行政审批局", "区行审政批局", true},
		{"区卫生健康局", "区卫生建康局", true},
		{"区教育局", "区体育局", false},
		{"区水利局", "区水务局", false},
		{"市公安局", "区公安局", false},
		{"区教育局", "各区教育局", false},
		{"青田街道", "云东街道", false},
		{"区第一医院", "区第二医院", false},
		{"区农业农村局", "区农业农村委", false},
		{"区教育局", "区教育局", false},
		{"", "区教育局", false},
	};

	return cr_make_param_array(struct pair_case, cases, sizeof cases / sizeof cases[0]);
}

ParameterizedTest(struct pair_case *c, unit_name, tells_names_to_ask_about)
{
	cr_assert_eq(unit_name_resembles(c->a, c->b), c->same, "%s, %s", c->a, c->b);
	cr_assert_eq(unit_name_resembles(c->b, c->a), c->same, "%s, %s", c->b, c->a);
}
