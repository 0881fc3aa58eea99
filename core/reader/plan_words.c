/* Targets in words: clauses that say what state is to be reached and carry no figure. Behind a year
 * or a label of goals many words will do; elsewhere only those that hardly mean anything else. */
#include "core/reader/plan_figure.h"

enum { SHORTEST_CLAUSE = 5, LONGEST_CLAUSE = 80 };

/* Say a state to be reached anywhere but at the beginning: there they are verbs with an object, and
 * the clause says what is done. */
static const char32_t *const strong[] = {
	U"全面达标", U"明显下降", U"持续下降", U"明显改善", U"持续改善", U"持续减缓", U"持续提升",
	U"有所下降", U"有所升高", U"有所提高", U"双下降",   U"增速下降", U"明显提高", U"显著提高",
	U"明显提升", U"显著提升", U"全部达标", U"零发生",   U"零增长",	 U"考核要求", U"稳步提升",
	U"稳步提高", U"显著下降", U"趋势减缓", U"显著改善", U"有效提高", U"稳中向好", U"持续向好",
	U"逐年下降", U"逐年提高", U"逐年降低", U"逐年上升", U"持续降低", U"动态清零", U"都有",
	U"充分发挥", U"低流行",	  U"零投资",   U"零跑腿",   U"零事故",	 U"得到有效", U"普遍设",
	U"顺利通过", U"只增不减", U"只减不增", U"全部消",   U"全部清",	 U"长治久清", U"通过复审",
	U"通过国家", U"通过验收", U"通过评估", U"同步增长", U"普遍建",	 U"普遍开",   U"控制在国家",
	U"全部建",   U"全部完",	  U"全部使",   U"全部达",   U"全部纳",	 U"全部实",   U"全部开",
	U"全部县",   U"全部乡"};

/* Say it at the end of a clause: 全覆盖式, 全覆盖的 are said of something else. */
static const char32_t *const strong_endings[] = {
	U"全覆盖",   U"平均水平", U"清零",     U"前列",	    U"为零",	 U"基本同步",
	U"第一方阵", U"先进行列", U"先进水平", U"领先水平", U"一流水平", U"差距缩小"};

/* How something has changed, at the end of a clause behind what has: 知识全面普及, 体系基本健全. */
static const char32_t *const manners[] = {U"逐步",   U"稳步", U"持续", U"不断", U"明显", U"显著",
					  U"进一步", U"大幅", U"有效", U"全面", U"基本", U"日益",
					  U"普遍",   U"更加", U"总体", U"逐年", U"有所"};
static const char32_t *const changes[] = {
	U"提高", U"提升", U"改善", U"下降", U"降低", U"增强", U"健全", U"普及", U"形成",
	U"建立", U"建成", U"缩小", U"减少", U"减缓", U"好转", U"向好", U"扩大", U"实现",
	U"达标", U"覆盖", U"遏制", U"消除", U"稳定", U"上升", U"增加", U"增长", U"延长",
	U"趋缓", U"回升", U"平稳", U"凸显", U"成熟", U"定型"};

/* Begin such a clause. */
static const char32_t *const strong_openings[] = {
	U"持续消除", U"全面消除", U"基本消除", U"实现“", U"所有", U"全部",
	U"顺利通过", U"成功创建", U"成功创成", U"创成",	 U"争创"};

/* Begin such a clause when it speaks of a result. */
static const char32_t *const pledges[] = {U"确保", U"力争", U"争取"};
static const char32_t *const results[] = {
	U"通过", U"达到", U"达标", U"实现", U"覆盖",   U"不发生", U"零",     U"率",   U"水平",
	U"持续", U"稳定", U"顺利", U"全部", U"不低于", U"高于",	  U"低于",   U"位居", U"前列",
	U"创成", U"进入", U"建成", U"创建", U"获评",   U"成功",	  U"不出现", U"列入", U"入选"};

/* Meet a norm that stands at the end. */
static const char32_t *const meeting[] = {U"符合", U"达到", U"满足"};
static const char32_t *const norms[] = {U"标准", U"要求"};

/* Compare two quantities. */
static const char32_t *const comparing[] = {U"高于", U"低于", U"快于", U"优于"};
static const char32_t *const compared[] = {U"平均", U"增速", U"增幅", U"水平"};

/* What is not to happen, at the end behind a word of absence. */
static const char32_t *const absent[] = {U"无", U"零", U"不发生", U"杜绝", U"不出现", U"未发生"};
static const char32_t *const events[] = {U"事件", U"事故", U"疫情", U"死亡", U"病例", U"案件",
					 U"流行", U"暴发", U"火情", U"舆情", U"返贫"};

/* Ask for such an ending behind them, else the clause says what is done. */
static const char32_t *const keeping[] = {U"维持", U"保持"};
static const char32_t *const kept[] = {U"状态", U"水平", U"稳定", U"不变"};

/* Begin clauses that say how. */
static const char32_t *const means[] = {U"通过", U"以",	  U"按照", U"根据",
					U"围绕", U"依托", U"做到"};

/* Begin clauses that say what is done, and not what is reached. */
static const char32_t *const acts[] = {U"推进", U"全面推进", U"开展", U"加强", U"深化", U"落实",
				       U"组织", U"制定",     U"出台", U"整治", U"推动", U"做好",
				       U"探索", U"支持",     U"鼓励", U"引导", U"坚持", U"加快",
				       U"编制", U"启动",     U"继续", U"每年", U"对",	U"将"};

/* Duties, not states: 确保各项政策落实到位. */
static const char32_t *const duties[] = {U"落实", U"到位"};

/* Say it behind the year of a deadline; behind "到2025年" all clauses do but those that act. */
static const char32_t *const weak[] = {
	U"持续", U"明显", U"显著", U"有所", U"基本", U"向好", U"实现", U"达到", U"达标",
	U"维持", U"保持", U"建成", U"创成", U"建立", U"形成", U"成为", U"提升", U"改善",
	U"下降", U"上升", U"减缓", U"完善", U"提高", U"消除", U"优化", U"增强", U"健全",
	U"高于", U"低于", U"领先", U"普及", U"取得", U"覆盖", U"控制", U"遏制", U"扩大",
	U"增加", U"降低", U"减少", U"满足", U"不再"};

#define ROWS(table) (sizeof(table) / sizeof *(table))

/* 应收尽收: all that is to be done is done. */
static bool says_all(const struct plan_text *t, struct run r)
{
	for (size_t i = r.from; i + 3 < r.to; i++)
		if (t->g[i].cp == U'应' && t->g[i + 2].cp == U'尽' &&
		    t->g[i + 1].cp == t->g[i + 3].cp)
			return true;
	return false;
}

/* Whether one of n words stands at the end of r; takes it off. */
static bool strip_ending(const struct plan_text *t, struct run *r, const char32_t *const *words,
			 size_t n)
{
	for (size_t k = 0; k < n; k++)
		if (plan_text_ends(t, *r, words[k])) {
			for (size_t i = 0; words[k][i]; i++)
				r->to--;
			return true;
		}
	return false;
}

static bool says_change(const struct plan_text *t, struct run r)
{
	size_t from = r.from;

	return !plan_text_begins_any(t, r, acts, ROWS(acts)) &&
	       strip_ending(t, &r, changes, ROWS(changes)) &&
	       strip_ending(t, &r, manners, ROWS(manners)) && r.to > from + 1;
}

/* Whether a clause says a state to be reached without a year or a label to tell. */
static bool says_state(const struct plan_text *t, struct run r)
{
	if (plan_text_begins_any(t, r, keeping, ROWS(keeping)) &&
	    plan_text_ends_any(t, r, kept, ROWS(kept)))
		return true;
	if (says_all(t, r) || says_change(t, r))
		return true;
	if (plan_text_begins_any(t, r, strong_openings, ROWS(strong_openings)))
		return !plan_text_has_any(t, r, duties, ROWS(duties));
	if ((plan_text_has_any(t, r, comparing, ROWS(comparing)) &&
	     plan_text_ends_any(t, r, compared, ROWS(compared))) ||
	    (plan_text_has_any(t, r, absent, ROWS(absent)) &&
	     plan_text_ends_any(t, r, events, ROWS(events))))
		return true;
	if (plan_text_begins_any(t, r, pledges, ROWS(pledges)))
		return plan_text_has_any(t, r, results, ROWS(results)) &&
		       !plan_text_has_any(t, r, duties, ROWS(duties));
	if (plan_text_ends_any(t, r, strong_endings, ROWS(strong_endings)))
		return true;
	if (plan_text_has_any(t, r, meeting, ROWS(meeting)) &&
	    plan_text_ends_any(t, r, norms, ROWS(norms)) &&
	    !plan_text_begins_any(t, r, acts, ROWS(acts)))
		return true;
	return plan_text_has_any(t, r, strong, ROWS(strong)) &&
	       !plan_text_begins_any(t, r, strong, ROWS(strong));
}

bool plan_clause_words(struct reading *rd, struct plan_action *action, const struct clause *c)
{
	const struct plan_text *t = &rd->t;
	struct run r = plan_text_strip(t, (struct run){c->words_from, c->run.to}, U",;:。、");
	size_t length;

	r.from += plan_text_match(t, r.from, r.to, U"使");
	length = r.to - r.from;
	if (length < SHORTEST_CLAUSE || glyph_is_digit(t->g[r.to - 1].cp) ||
	    length > LONGEST_CLAUSE || plan_text_begins_any(t, r, means, ROWS(means)))
		return false;
	if (!c->goal && !(c->toward && !plan_text_begins_any(t, r, acts, ROWS(acts))) &&
	    !(c->dated && plan_text_has_any(t, r, weak, ROWS(weak))) && !says_state(t, r))
		return false;
	plan_words_add(rd, action, c, r);
	return true;
}

void plan_words_add(struct reading *rd, struct plan_action *action, const struct clause *c,
		    struct run r)
{
	const struct plan_text *t = &rd->t;
	struct plan_words *w = vec_push(rd->a, &action->words);
	w->text = plan_text_copy(rd->a, t, r);
	w->span = plan_text_span(t, r);
	for (int k = 0; c->printed && k < c->years.n; k++)
		*vec_push(rd->a, &w->years) = c->years.at[k];
}

bool plan_words_of_rate(const struct plan_text *t, struct run r)
{
	static const char32_t *const changing[] = {U"提高", U"提升", U"降低", U"减少", U"控制"};

	return plan_text_begins_any(t, r, changing, ROWS(changing)) && plan_text_ends(t, r, U"率");
}
