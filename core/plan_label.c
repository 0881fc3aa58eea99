/* The words of responsibility: labels are a stem and a noun ("牵头" "责任" "单位"), duties are
 * verbs with adverbs before them, units are known by how their names end. Everything here is tables
 * and the looking up in them. */
#include "core/plan_label.h"

struct word {
	const char32_t *text;
	enum duty_class duty;
};

static const char32_t *const prefixes[] = {U"主要", U"项目", U"总",   U"第一",
					   U"市级", U"区级", U"省级", U"县级"};

static const struct word stems[] = {
	{U"牵头责任", DUTY_LEAD}, {U"牵头", DUTY_LEAD}, {U"主办", DUTY_LEAD},
	{U"主责", DUTY_LEAD},	  {U"主管", DUTY_LEAD}, {U"配合责任", DUTY_COOP},
	{U"配合", DUTY_COOP},	  {U"协办", DUTY_COOP}, {U"协助", DUTY_COOP},
	{U"协同", DUTY_COOP},	  {U"协作", DUTY_COOP}, {U"参与", DUTY_COOP},
	{U"参加", DUTY_COOP},	  {U"支持", DUTY_COOP}, {U"责任", DUTY_LIST},
	{U"负责", DUTY_LIST},	  {U"承办", DUTY_LIST}, {U"实施", DUTY_LIST},
	{U"落实", DUTY_LIST},	  {U"分管", DUTY_LIST}, {U"联系", DUTY_LIST},
	{U"完成", DUTY_LIST},
};

/* DUTY_NONE keeps the class of the stem. */
static const struct word nouns[] = {
	{U"单位", DUTY_NONE},	  {U"部门", DUTY_NONE}, {U"机关", DUTY_NONE},
	{U"机构", DUTY_NONE},	  {U"科室", DUTY_NONE}, {U"处室", DUTY_NONE},
	{U"股室", DUTY_NONE},	  {U"主体", DUTY_NONE}, {U"领导", DUTY_PERSON},
	{U"责任人", DUTY_PERSON}, {U"人", DUTY_PERSON}, {U"人员", DUTY_PERSON},
	{U"负责人", DUTY_PERSON},
};

/* Labels that are no stem and noun. They need their colon. */
static const struct word labels[] = {
	{U"完成时限", DUTY_DUE},    {U"完成时间", DUTY_DUE},   {U"完成期限", DUTY_DUE},
	{U"办结时限", DUTY_DUE},    {U"时限要求", DUTY_DUE},   {U"时间节点", DUTY_DUE},
	{U"时间要求", DUTY_DUE},    {U"进度要求", DUTY_DUE},   {U"时限", DUTY_DUE},
	{U"行动目标", DUTY_OTHER},  {U"工作目标", DUTY_OTHER}, {U"主要目标", DUTY_OTHER},
	{U"年度目标", DUTY_OTHER},  {U"目标任务", DUTY_OTHER}, {U"主要指标", DUTY_OTHER},
	{U"目标要求", DUTY_OTHER},  {U"工作措施", DUTY_OTHER}, {U"主要措施", DUTY_OTHER},
	{U"具体措施", DUTY_OTHER},  {U"工作内容", DUTY_OTHER}, {U"工作任务", DUTY_OTHER},
	{U"工作要求", DUTY_OTHER},  {U"备注", DUTY_OTHER},     {U"联系电话", DUTY_OTHER},
	{U"项目领导", DUTY_PERSON},
};

static const char32_t *const adverbs[] = {
	U"按照各自职责分工",
	U"按各自职责分工",
	U"按照职责分工",
	U"根据职责分工",
	U"按职责分工",
	U"按职能分工",
	U"依职责分工",
	U"按照各自职责",
	U"根据各自职责",
	U"按各自职责",
	U"按照职责",
	U"按职责",
	U"依职责",
	U"按分工",
	U"分别",
	U"共同",
	U"具体",
	U"积极",
	U"密切",
	U"分工",
	U"各自",
	U"联合",
	U"持续",
	U"均",
};

static const struct word verbs[] = {
	{U"为牵头单位", DUTY_LEAD}, {U"为配合单位", DUTY_COOP}, {U"为责任单位", DUTY_LIST},
	{U"为牵头部门", DUTY_LEAD}, {U"为配合部门", DUTY_COOP}, {U"为责任部门", DUTY_LIST},
	{U"总牵头", DUTY_LEAD},	    {U"牵头", DUTY_LEAD},	{U"主办", DUTY_LEAD},
	{U"配合", DUTY_COOP},	    {U"参与", DUTY_COOP},	{U"参加", DUTY_COOP},
	{U"协助", DUTY_COOP},	    {U"协办", DUTY_COOP},	{U"协同", DUTY_COOP},
	{U"协作", DUTY_COOP},	    {U"支持", DUTY_COOP},	{U"指导", DUTY_COOP},
	{U"负责", DUTY_LIST},	    {U"组织实施", DUTY_LIST},	{U"落实", DUTY_LIST},
	{U"实施", DUTY_LIST},	    {U"承办", DUTY_LIST},	{U"办理", DUTY_LIST},
	{U"推进", DUTY_LIST},
};

static const char32_t *const sure_ends[] = {
	U"局",	   U"委",     U"委会", U"办",	  U"部",       U"厅",	  U"署",
	U"联",	   U"科协",   U"协会", U"政府",	  U"中心",     U"公司",	  U"集团",
	U"海关",   U"街道",   U"法院", U"检察院", U"银行",     U"工会",	  U"红十字会",
	U"单位",   U"部门",   U"总社", U"办公室", U"银保监会", U"管委会", U"办事处",
	U"证监会", U"委员会", U"支队", U"大队",	  U"海事处",   U"部队",
};

static const char32_t like_ends[] =
	U"局委办部厅署会联协处院校队站所社团中区县市镇乡园馆库台行关位门府司";

static const char32_t *const collectives[] = {U"各", U"有关", U"相关", U"全体", U"其他", U"其它"};

static const char32_t *const areas[] = {
	U"区",	 U"县",		U"市",		 U"县级市",	U"乡",
	U"镇",	 U"乡镇",	U"街道",	 U"街镇",	U"镇街",
	U"园区", U"街道办事处", U"乡镇人民政府", U"镇人民政府", U"功能区",
};

static const char32_t *const generics[] = {U"单位", U"部门", U"机构", U"有关方面", U"地方"};

#define ROWS(table) (sizeof(table) / sizeof *(table))

static size_t match_word(const struct plan_text *t, size_t i, size_t to, const struct word *rows,
			 size_t n, enum duty_class *duty)
{
	for (size_t r = 0; r < n; r++) {
		size_t len = plan_text_match(t, i, to, rows[r].text);

		if (len) {
			*duty = rows[r].duty;
			return i + len;
		}
	}
	return i;
}

static size_t match_any(const struct plan_text *t, size_t i, size_t to,
			const char32_t *const *words, size_t n)
{
	for (size_t r = 0; r < n; r++) {
		size_t len = plan_text_match(t, i, to, words[r]);

		if (len)
			return i + len;
	}
	return i;
}

static bool is_any(const struct plan_text *t, struct run r, const char32_t *const *words, size_t n)
{
	for (size_t k = 0; k < n; k++)
		if (plan_text_is(t, r, words[k]))
			return true;
	return false;
}

static size_t skip_blanks(const struct plan_text *t, size_t i, size_t to)
{
	while (i < to && (t->g[i].cp == ' ' || t->g[i].cp == '\t'))
		i++;
	return i;
}

/* A stem and a noun, the noun "单位" once more behind 及 allowed: 责任单位及责任人. */
static size_t match_composed(const struct plan_text *t, size_t i, size_t to, enum duty_class *duty)
{
	enum duty_class noun = DUTY_NONE;
	size_t start = match_any(t, i, to, prefixes, ROWS(prefixes));
	size_t stem = match_word(t, start, to, stems, ROWS(stems), duty);

	if (stem == start)
		return i;
	stem = skip_blanks(t, stem, to);
	size_t end = match_word(t, stem, to, nouns, ROWS(nouns), &noun);
	if (end == stem)
		return i;
	if (noun != DUTY_NONE)
		*duty = noun;
	return end;
}

static void add_starts(struct glyph_set *set, const struct word *rows, size_t n)
{
	for (size_t k = 0; k < n; k++)
		glyph_set_add(set, rows[k].text[0]);
}

void plan_label_prepare(struct plan_text *t)
{
	add_starts(&t->label_starts, stems, ROWS(stems));
	add_starts(&t->label_starts, labels, ROWS(labels));
	for (size_t k = 0; k < ROWS(prefixes); k++)
		glyph_set_add(&t->label_starts, prefixes[k][0]);
	add_starts(&t->verb_starts, verbs, ROWS(verbs));
	for (size_t k = 0; k < ROWS(adverbs); k++)
		glyph_set_add(&t->verb_starts, adverbs[k][0]);
}

bool plan_label_read(const struct plan_text *t, size_t i, size_t to, struct label *l)
{
	bool fixed = false;

	if (!glyph_set_has(&t->label_starts, t->g[i].cp))
		return false;
	size_t end = match_composed(t, i, to, &l->duty);
	if (end == i) {
		end = match_word(t, i, to, labels, ROWS(labels), &l->duty);
		fixed = true;
	}
	if (end == i)
		return false;
	l->to = skip_blanks(t, end, to);
	l->colon = l->to < to && t->g[l->to].cp == ':';
	if (l->colon)
		l->to++;
	else if (fixed)
		return false;
	return true;
}

size_t plan_verb_read(const struct plan_text *t, size_t i, size_t to, enum duty_class *duty)
{
	size_t start = i, k;
	enum duty_class found;
	bool lead = false, coop = false, list = false;

	if (!glyph_set_has(&t->verb_starts, t->g[i].cp))
		return i;
	while ((k = match_any(t, start, to, adverbs, ROWS(adverbs))) > start)
		start = skip_blanks(t, k, to);
	list = start > i + 2; /* "按职责分工" alone is enough */
	size_t end = start;
	while ((k = match_word(t, end, to, verbs, ROWS(verbs), &found)) > end) {
		lead |= found == DUTY_LEAD;
		coop |= found == DUTY_COOP;
		list = true;
		end = k;
	}
	if (!list || (end < to && t->g[end].cp == U'人'))
		return i;
	bool open = end < to && !plan_text_in(t->g[end].cp, U",;、。) \n");
	if (open && !lead && !plan_text_ends(t, (struct run){i, end}, U"负责"))
		return i;
	*duty = lead ? DUTY_LEAD : coop ? DUTY_COOP : DUTY_LIST;
	return end;
}

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
	return match_any(t, r.from, r.to, collectives, ROWS(collectives)) > r.from;
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
	return is_any(t, plan_text_trim(t, r), areas, ROWS(areas));
}

bool plan_unit_generic(const struct plan_text *t, struct run r)
{
	return is_any(t, plan_text_trim(t, r), generics, ROWS(generics));
}
