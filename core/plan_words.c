/* Targets in words: clauses that say what state is to be reached and carry no figure. Behind a year
 * or a label of goals many words will do; elsewhere only those that hardly mean anything else. */
#include "core/plan_figure.h"

enum { SHORTEST_CLAUSE = 6, LONGEST_CLAUSE = 80 };

/* Say a state to be reached anywhere but at the beginning: there they are verbs with an object, and
 * the clause says what is done. */
static const char32_t *const strong[] = {
	U"全面达标", U"明显下降", U"持续下降", U"明显改善", U"持续改善", U"持续减缓", U"持续提升",
	U"有所下降", U"有所升高", U"有所提高", U"双下降",   U"增速下降", U"明显提高", U"显著提高",
	U"明显提升", U"显著提升", U"全部达标", U"零发生",   U"零增长",	 U"考核要求", U"稳步提升",
	U"稳步提高", U"显著下降", U"趋势减缓", U"显著改善", U"有效提高", U"稳中向好", U"持续向好"};

/* Say it at the end of a clause: 全覆盖式, 全覆盖的 are said of something else. */
static const char32_t *const strong_endings[] = {U"全覆盖", U"平均水平"};

/* Begin such a clause. */
static const char32_t *const strong_openings[] = {U"确保", U"力争", U"持续消除"};

/* Ask for such an ending behind them, else the clause says what is done. */
static const char32_t *const keeping[] = {U"维持", U"保持"};
static const char32_t *const kept[] = {U"状态", U"水平", U"稳定", U"不变"};

/* Duties, not states: 确保各项政策落实到位. */
static const char32_t *const duties[] = {U"落实", U"到位"};

/* Say it behind a year. */
static const char32_t *const weak[] = {
	U"持续", U"明显", U"显著", U"有所", U"基本", U"向好", U"实现", U"达到", U"达标", U"维持",
	U"保持", U"建成", U"建立", U"形成", U"成为", U"提升", U"改善", U"下降", U"上升", U"减缓",
	U"完善", U"提高", U"消除", U"优化", U"增强", U"健全", U"高于", U"低于", U"领先", U"普及",
	U"取得", U"覆盖", U"控制", U"遏制", U"扩大", U"增加", U"降低", U"减少", U"满足", U"不再"};

#define ROWS(table) (sizeof(table) / sizeof *(table))

/* Whether a clause says a state to be reached without a year or a label to tell. */
static bool says_state(const struct plan_text *t, struct run r)
{
	if (plan_text_begins_any(t, r, keeping, ROWS(keeping)) &&
	    plan_text_ends_any(t, r, kept, ROWS(kept)))
		return true;
	if (plan_text_begins_any(t, r, strong_openings, ROWS(strong_openings)))
		return !plan_text_has_any(t, r, duties, ROWS(duties));
	if (plan_text_ends_any(t, r, strong_endings, ROWS(strong_endings)))
		return true;
	if (plan_text_has(t, r, U"符合") && plan_text_ends(t, r, U"标准"))
		return true;
	return plan_text_has_any(t, r, strong, ROWS(strong)) &&
	       !plan_text_begins_any(t, r, strong, ROWS(strong));
}

bool plan_clause_words(struct reading *rd, struct plan_action *action, const struct clause *c)
{
	const struct plan_text *t = &rd->t;
	struct run r = plan_text_strip(t, c->run, U",;:。、");
	size_t length = r.to - r.from;

	if (length < SHORTEST_CLAUSE || length > LONGEST_CLAUSE ||
	    plan_text_match(t, r.from, r.to, U"通过"))
		return false;
	if (!c->goal && !(c->dated && plan_text_has_any(t, r, weak, ROWS(weak))) &&
	    !says_state(t, r))
		return false;
	struct plan_words *w = vec_push(rd->a, &action->words);
	w->text = plan_text_copy(rd->a, t, r);
	w->span = plan_text_span(t, r);
	for (int k = 0; c->dated && k < c->nyears; k++)
		*vec_push(rd->a, &w->years) = c->years[k];
	return true;
}
