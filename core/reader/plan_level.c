/* The words before a figure: verbs that say whether it is to be reached or not to be passed, nouns
 * of what has a level (率, 浓度), verbs of work (新建), words of subsidies. All are tables. */
#include "core/reader/plan_figure.h"

struct op_word {
	const char32_t *word;
	enum target_op op;
	bool reach;
};

/* Taken as they stand; the longest that fits. */
static const struct op_word verbs[] = {
	{U"不低于", OP_AT_LEAST, false},     {U"不少于", OP_AT_LEAST, false},
	{U"不小于", OP_AT_LEAST, false},     {U"不得低于", OP_AT_LEAST, false},
	{U"不得少于", OP_AT_LEAST, false},   {U"不能低于", OP_AT_LEAST, false},
	{U"不高于", OP_AT_MOST, false},	     {U"不超过", OP_AT_MOST, false},
	{U"不大于", OP_AT_MOST, false},	     {U"不多于", OP_AT_MOST, false},
	{U"不得高于", OP_AT_MOST, false},    {U"不得超过", OP_AT_MOST, false},
	{U"不能超过", OP_AT_MOST, false},    {U"不得多于", OP_AT_MOST, false},
	{U"不超", OP_AT_MOST, false},	     {U"低于", OP_AT_MOST, false},
	{U"小于", OP_AT_MOST, false},	     {U"少于", OP_AT_MOST, false},
	{U"不足", OP_AT_MOST, false},	     {U"达到", OP_AT_LEAST, true},
	{U"达", OP_AT_LEAST, true},	     {U"超过", OP_AT_LEAST, true},
	{U"突破", OP_AT_LEAST, true},	     {U"超", OP_AT_LEAST, true},
	{U"大于", OP_AT_LEAST, false},	     {U"高于", OP_AT_LEAST, false},
	{U"多于", OP_AT_LEAST, false},	     {U"提前", OP_AT_LEAST, false},
	{U"为", OP_AT_LEAST, false},	     {U"是", OP_AT_LEAST, false},
	{U"至少", OP_AT_LEAST, false},	     {U"大于等于", OP_AT_LEAST, false},
	{U"高于或等于", OP_AT_LEAST, false}, {U"大于或等于", OP_AT_LEAST, false},
	{U"小于等于", OP_AT_MOST, false},    {U"小于或等于", OP_AT_MOST, false},
	{U"低于或等于", OP_AT_MOST, false},
};

static const struct op_word signs[] = {
	{U"≥", OP_AT_LEAST, false}, {U">=", OP_AT_LEAST, false}, {U">", OP_AT_LEAST, false},
	{U"≤", OP_AT_MOST, false},  {U"<=", OP_AT_MOST, false},	 {U"<", OP_AT_MOST, false},
	{U"=", OP_AT_LEAST, false},
};

/* Verbs of direction. FALLS and RISES stand alone for a change (下降13%), before a link for the
 * level that is reached (下降到13%); one character needs its link. */
enum way { FALLS, RISES, STAYS, HOLDS };
static const struct stem {
	const char32_t *word;
	enum way way;
} stems[] = {
	{U"下降", FALLS}, {U"降低", FALLS}, {U"压减", FALLS}, {U"减少", FALLS}, {U"压缩", FALLS},
	{U"缩短", FALLS}, {U"精简", FALLS}, {U"压降", FALLS}, {U"缩减", FALLS}, {U"调减", FALLS},
	{U"削减", FALLS}, {U"回落", FALLS}, {U"减轻", FALLS}, {U"收窄", FALLS}, {U"缩小", FALLS},
	{U"降", FALLS},	  {U"减", FALLS},   {U"缩", FALLS},   {U"提升", RISES}, {U"提高", RISES},
	{U"增加", RISES}, {U"增长", RISES}, {U"上升", RISES}, {U"扩大", RISES}, {U"拓展", RISES},
	{U"发展", RISES}, {U"恢复", RISES}, {U"回升", RISES}, {U"延长", RISES}, {U"优化", RISES},
	{U"扩充", RISES}, {U"增", RISES},   {U"升", RISES},   {U"提", RISES},	{U"扩", RISES},
	{U"保持", STAYS}, {U"稳定", STAYS}, {U"巩固", STAYS}, {U"维持", STAYS}, {U"控制", HOLDS},
	{U"限制", HOLDS},
};
static const char32_t links[] = U"到至在为";

/* Nouns of what has a level, anywhere in the subject. */
static const char32_t *const level_nouns[] = {
	U"率",	    U"比例",   U"比率",	  U"比重",   U"水平",	U"浓度",   U"指数",   U"人均",
	U"平均",    U"每千",   U"每万",	  U"每十万", U"每百",	U"寿命",   U"摄入",   U"增速",
	U"增幅",    U"面积",   U"占比",	  U"时间",   U"满意度", U"得分",   U"规模",   U"总量",
	U"存量",    U"保有量", U"蓄积量", U"产量",   U"能力",	U"天数",   U"总装机", U"总值",
	U"增加值",  U"强度",   U"密度",	  U"支出占", U"程度",	U"系数",   U"总数",   U"总额",
	U"时限",    U"时长",   U"覆盖面", U"里程",   U"消费量", U"排放量", U"用量",   U"用水量",
	U"库存",    U"容量",   U"储量",	  U"户均",   U"每10万", U"千人口", U"万人口", U"产值",
	U"市场主体"};

/* Nouns of work by how much of it is done. */
static const char32_t *const done_nouns[] = {U"样本量", U"抽检量", U"检测量",  U"监测量",
					     U"检验量", U"办件量", U"参训人数"};

/* Characters that such nouns end in. */
static const char32_t last_nouns[] = U"率数量额值比度";

/* Work to be done; figures behind it are volumes. */
static const char32_t *const work[] = {
	U"新增", U"新建", U"新开", U"新设", U"建设", U"建成", U"开展", U"举办", U"完成", U"制作",
	U"发放", U"培训", U"组织", U"改造", U"创建", U"培育", U"推广", U"引进", U"打造", U"覆盖",
	U"接入", U"实施", U"招募", U"筛查", U"惠及", U"抽检", U"检查", U"投入", U"安排", U"争取",
	U"种植", U"预估", U"服务", U"设立", U"设置", U"选派", U"落实", U"吸纳", U"开发", U"帮助",
	U"带动", U"扶持", U"走访", U"配备", U"购置", U"印发", U"张贴", U"整治", U"治理", U"清理",
	U"拆除", U"栽植", U"培养", U"聘请", U"招聘", U"引导", U"发展", U"增设", U"增加", U"改建",
	U"扩建", U"申报", U"认定", U"办理", U"提供", U"解决", U"救助", U"资助", U"征集", U"推出",
	U"巡查", U"排查", U"监测", U"检测", U"宣讲", U"演出", U"放映", U"编印", U"实现"};

static const char32_t *const adding[] = {U"新增", U"新建", U"增设"};

static const char32_t *const support[] = {U"补贴", U"补助",	U"奖励",   U"奖补", U"资助",
					  U"贴息", U"返还",	U"罚款",   U"给予", U"减按",
					  U"减征", U"减免",	U"优惠",   U"缴纳", U"扣除",
					  U"计提", U"贷款额度", U"保证金", U"费率", U"税率"};

/* What carries a subject to its figure without belonging to it. */
static const char32_t *const closings[] = {
	U"分别", U"均",	    U"都",   U"力争", U"要",   U"应",	U"应当", U"总体", U"持续",
	U"稳步", U"继续",   U"每年", U"逐步", U"基本", U"有效", U"力求", U"全部", U"争取",
	U"确保", U"年均",   U"累计", U"同比", U"逐年", U"必须", U"须",	 U"最终", U"实现",
	U"不断", U"进一步", U"努力", U"也",   U"各",   U"仍",	U"已",	 U"一直", U"整体",
	U"在",	 U"将",	    U"再",   U"预计", U"计划", U"至少", U"每天", U"每日"};

#define ROWS(table) (sizeof(table) / sizeof *(table))

static size_t length_of(const char32_t *word)
{
	size_t n = 0;

	while (word[n])
		n++;
	return n;
}

/* Where the word begins that r ends in, blanks inside it counted. */
static size_t word_begin(const struct plan_text *t, struct run r, const char32_t *word)
{
	size_t k = r.to;

	for (size_t n = length_of(word); n > 0; k--)
		n -= t->g[k - 1].cp != ' ';
	return k;
}

/* The last characters of the words of the tables: few runs end in one. */
static struct {
	bool ready;
	struct glyph_set verbs, stems, closings;
} last;

static void add_last(struct glyph_set *set, const char32_t *word)
{
	glyph_set_add(set, word[length_of(word) - 1]);
}

static void prepare_last(void)
{
	if (last.ready)
		return;
	for (size_t k = 0; k < ROWS(verbs); k++)
		add_last(&last.verbs, verbs[k].word);
	for (size_t k = 0; k < ROWS(signs); k++)
		add_last(&last.verbs, signs[k].word);
	for (size_t k = 0; k < ROWS(stems); k++)
		add_last(&last.stems, stems[k].word);
	for (size_t k = 0; k < ROWS(closings); k++)
		add_last(&last.closings, closings[k]);
	last.ready = true;
}

static bool may_end(const struct plan_text *t, struct run r, const struct glyph_set *set)
{
	prepare_last();
	while (r.to > r.from && t->g[r.to - 1].cp == ' ')
		r.to--;
	return r.to > r.from && glyph_set_has(set, t->g[r.to - 1].cp);
}

/* The longest row that r ends in; NULL for none. */
static const struct op_word *find_verb(const struct plan_text *t, struct run r,
				       const struct op_word *rows, size_t n)
{
	const struct op_word *best = NULL;

	if (!may_end(t, r, &last.verbs))
		return NULL;
	for (size_t k = 0; k < n; k++)
		if (plan_text_ends(t, r, rows[k].word) &&
		    (!best || length_of(rows[k].word) > length_of(best->word)))
			best = &rows[k];
	return best;
}

/* The stem that r ends in; NULL for none. */
static const struct stem *find_stem(const struct plan_text *t, struct run r, size_t shortest)
{
	if (!may_end(t, r, &last.stems))
		return NULL;
	for (size_t k = 0; k < ROWS(stems); k++)
		if (length_of(stems[k].word) >= shortest && plan_text_ends(t, r, stems[k].word))
			return &stems[k];
	return NULL;
}

static bool read_stem(const struct plan_text *t, struct run r, struct level *l)
{
	bool linked = r.to > r.from && plan_text_in(t->g[r.to - 1].cp, links);
	const struct stem *stem;

	if (linked)
		r.to--;
	if (!(stem = find_stem(t, r, linked ? 1 : 2)))
		return false;
	l->op = stem->way == HOLDS || (stem->way == FALLS && linked) ? OP_AT_MOST : OP_AT_LEAST;
	l->change = !linked && (stem->way == FALLS || stem->way == RISES);
	l->state = !l->change;
	l->from = word_begin(t, r, stem->word);
	return true;
}

/* 每人每月 between the verb and the figure. */
static struct run strip_for_each(const struct plan_text *t, struct run r)
{
	static const char32_t *const words[] = {U"每人每月", U"每人每年", U"人均", U"每月",
						U"每人",     U"每户",	  U"每天", U"每日",
						U"日均",     U"年均",	  U"月均"};

	r = plan_text_trim(t, r);
	for (size_t k = 0; k < ROWS(words); k++)
		if (plan_text_ends(t, r, words[k])) {
			struct run before = {r.from, word_begin(t, r, words[k])};
			struct level l;

			plan_level_read(t, before.from, before.to, &l);
			return l.found ? before : r;
		}
	return r;
}

void plan_level_read(const struct plan_text *t, size_t from, size_t i, struct level *l)
{
	struct run before = {from, i};
	const struct op_word *verb;

	*l = (struct level){.op = OP_AT_LEAST, .from = i};
	before = strip_for_each(t, before);
	if (plan_text_ends(t, before, U"仅") || plan_text_ends(t, before, U"仅为"))
		return; /* what is, not what is to be */
	while (before.to > from &&
	       (t->g[before.to - 1].cp == ' ' || plan_text_in(t->g[before.to - 1].cp, U"约近")))
		before.to--;
	if ((verb = find_verb(t, before, signs, ROWS(signs)))) {
		l->sign = true;
	} else if (read_stem(t, before, l)) {
		l->found = true;
		return;
	} else if (!(verb = find_verb(t, before, verbs, ROWS(verbs)))) {
		return;
	}
	l->found = true;
	l->op = verb->op;
	l->reach = verb->reach;
	l->bound = !verb->reach && verb->word[0] != U'为' && verb->word[0] != U'是';
	l->from = word_begin(t, before, verb->word);
	if (l->sign) { /* 达到≥30% */
		before.to = l->from;
		verb = find_verb(t, before, verbs, ROWS(verbs));
		l->from = verb ? word_begin(t, before, verb->word) : l->from;
	}
}

/* 人均 and 平均 belong to the subject. */
static bool ends_in_mean(const struct plan_text *t, struct run r, const char32_t *word)
{
	return word[0] == U'均' && r.to > r.from + 1 &&
	       plan_text_in(t->g[r.to - 2].cp, U"年人平户月日");
}

struct run plan_level_strip(const struct plan_text *t, struct run r)
{
	r = plan_text_trim(t, r);
	for (size_t k = 0; k < ROWS(closings) && may_end(t, r, &last.closings); k++)
		if (plan_text_ends(t, r, closings[k]) && !ends_in_mean(t, r, closings[k])) {
			r = plan_text_trim(t, (struct run){r.from, word_begin(t, r, closings[k])});
			k = (size_t)-1;
		}
	return r;
}

bool plan_level_noun(const struct plan_text *t, struct run r)
{
	return plan_text_has_any(t, r, level_nouns, ROWS(level_nouns));
}

bool plan_level_noun_ends(const struct plan_text *t, struct run r)
{
	return plan_text_ends_any(t, r, level_nouns, ROWS(level_nouns));
}

bool plan_level_noun_last(const struct plan_text *t, struct run r)
{
	r = plan_text_trim(t, r);
	if (r.to > r.from && t->g[r.to - 1].cp == ')' && t->pair[r.to - 1] > r.from)
		r.to = t->pair[r.to - 1];
	return (r.to > r.from + 1 && plan_text_in(t->g[r.to - 1].cp, last_nouns)) ||
	       plan_text_ends(t, r, U"标准") || plan_level_noun_ends(t, r);
}

bool plan_work_begins(const struct plan_text *t, struct run r)
{
	return plan_text_begins_any(t, r, work, ROWS(work)) || plan_work_adds(t, r);
}

bool plan_work_noun_ends(const struct plan_text *t, struct run r)
{
	return plan_text_ends_any(t, r, done_nouns, ROWS(done_nouns));
}

bool plan_work_adds(const struct plan_text *t, struct run r)
{
	return plan_text_has_any(t, r, adding, ROWS(adding));
}

bool plan_each_said(const struct plan_text *t, struct run r)
{
	for (size_t i = r.from; i + 1 < r.to; i++)
		if (t->g[i].cp == U'每' &&
		    (glyph_is_digit(t->g[i + 1].cp) || plan_text_in(t->g[i + 1].cp, U"千万百十")))
			return true;
	return false;
}

bool plan_fall_begins(const struct plan_text *t, struct run r)
{
	for (size_t k = 0; k < ROWS(stems); k++)
		if (stems[k].way == FALLS && length_of(stems[k].word) > 1 &&
		    plan_text_match(t, r.from, r.to, stems[k].word))
			return true;
	return false;
}

bool plan_support_said(const struct plan_text *t, struct run r)
{
	return plan_text_has_any(t, r, support, ROWS(support));
}
