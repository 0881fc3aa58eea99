/* Units are known by how their names end (局, 中心) or begin (各, 有关). Everything here is tables
 * and the looking up in them. */
#include "core/reader/plan_unit.h"

static const char32_t *const sure_ends[] = {
	U"局",	   U"委",	U"委会",   U"办",     U"部",	   U"厅",     U"署",	 U"联",
	U"科协",   U"协会",	U"政府",   U"中心",   U"公司",	   U"集团",   U"海关",	 U"街道",
	U"法院",   U"检察院",	U"银行",   U"工会",   U"红十字会", U"单位",   U"部门",	 U"总社",
	U"供销社", U"办公室",	U"监会",   U"管委会", U"办事处",   U"委员会", U"支队",	 U"大队",
	U"总队",   U"调查队",	U"海事处", U"部队",   U"促进会",   U"贸促会", U"商会",	 U"联合会",
	U"基金会", U"领导小组", U"专班",   U"政协",   U"指挥部",   U"公所",   U"团中央",
};

static const char32_t like_ends[] =
	U"局委办部厅署会联协处院校队站所社团中区县市镇乡园馆库台行关位门府司学组班室科股";

/* How a name begins that stands for several. */
static const char32_t *const collectives[] = {U"各", U"有关", U"相关", U"全体", U"其他", U"其它"};

/* What collective names are made of, the longer before the shorter that they begin with. */
static const char32_t *const areas[] = {
	U"县级市", U"设区的市", U"设区市",   U"街道办事处", U"街道",	 U"乡镇街道", U"乡镇街",
	U"乡镇",   U"镇街道",	U"镇乡",     U"镇街",	    U"街镇",	 U"区县",     U"县区",
	U"县市区", U"功能区",	U"产业园区", U"工业园区",   U"开发园区", U"开发区",   U"园区",
	U"乡",	   U"镇",	U"区",	     U"县",	    U"市",
};

/* What may stand behind one of them. */
static const char32_t *const seats[] = {U"人民政府", U"政府",	U"办事处",
					U"党工委",   U"管委会", U"党委"};

static const char32_t *const generics[] = {U"单位", U"部门", U"机构", U"有关方面", U"地方"};

#define ROWS(table) (sizeof(table) / sizeof *(table))

/* The run without a bracket at its end: 各街镇(工业园区) is judged by 各街镇. */
static struct run without_bracket(const struct plan_text *t, struct run r)
{
	r = plan_text_trim(t, r);
	if (r.to > r.from && t->g[r.to - 1].cp == ')' && t->pair[r.to - 1] > r.from)
		r.to = t->pair[r.to - 1];
	return plan_text_trim(t, r);
}

bool plan_unit_collective(const struct plan_text *t, struct run r)
{
	r = plan_text_trim(t, r);
	return plan_text_behind(t, r.from, r.to, collectives, ROWS(collectives)) > r.from;
}

bool plan_unit_surely(const struct plan_text *t, struct run r)
{
	r = without_bracket(t, r);
	return r.to - r.from >= 2 && plan_text_ends_any(t, r, sure_ends, ROWS(sure_ends));
}

bool plan_unit_like(const struct plan_text *t, struct run r)
{
	if (plan_unit_collective(t, r) || plan_unit_surely(t, r))
		return true;
	r = without_bracket(t, r);
	return r.to - r.from >= 2 && plan_text_in(t->g[r.to - 1].cp, like_ends);
}

bool plan_unit_area(const struct plan_text *t, struct run r)
{
	r = without_bracket(t, r);
	size_t i = plan_text_behind(t, r.from, r.to, areas, ROWS(areas));

	if (i > r.from && i < r.to && t->g[i].cp == '(' && t->pair[i])
		i = plan_text_next(t, i, r.to);
	return i > r.from &&
	       (i == r.to || plan_text_behind(t, i, r.to, seats, ROWS(seats)) == r.to);
}

bool plan_unit_area_collective(const struct plan_text *t, struct run r)
{
	size_t i, last = r.from;

	if (!plan_unit_collective(t, r))
		return false;
	for (size_t k = r.from; k < r.to; k = plan_text_next(t, k, r.to))
		last = t->g[k].cp == U'、' ? k + 1 : last;
	while ((i = plan_text_behind(t, last, r.to, collectives, ROWS(collectives))) > last)
		last = i;
	return plan_unit_area(t, (struct run){last, r.to});
}

bool plan_unit_generic(const struct plan_text *t, struct run r)
{
	r = plan_text_trim(t, r);
	return r.to > r.from &&
	       (plan_text_behind(t, r.from, r.to, generics, ROWS(generics)) == r.to ||
		plan_text_behind(t, r.from, r.to, seats, ROWS(seats)) == r.to);
}
