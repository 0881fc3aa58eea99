/* The words that say who does what: a verb of duty with what stands around it
 * ("按照各自职责分工负责", "密切配合"). A new verb is a row; prepositions and what they govern
 * combine freely. */
#include "core/reader/plan_label.h"

#include "core/reader/plan_lexicon.h"

enum { LONGEST_VERB = 40 };

struct verb {
	const char32_t *text;
	enum duty_class duty;
};

static const char32_t *const prepositions[] = {U"按照", U"根据", U"依据", U"依照",
					       U"结合", U"按",	 U"依"};

/* What one governs, in any order: 按各自职责分工, 根据职责, 按照分工. */
static const char32_t *const governed[] = {U"各自", U"工作", U"部门", U"法定", U"有关", U"相关",
					   U"职能", U"职责", U"分工", U"权限", U"任务", U"规定"};

static const char32_t *const adverbs[] = {
	U"分别", U"共同", U"具体", U"积极", U"密切", U"分工", U"各自", U"联合", U"持续",
	U"主动", U"全力", U"切实", U"统一", U"全面", U"直接", U"主要", U"抓好", U"认真",
	U"同步", U"归口", U"协同", U"予以", U"给予", U"总",   U"均",   U"共",
};

static const struct verb verbs[] = {
	{U"作为牵头单位", DUTY_LEAD},	{U"作为配合单位", DUTY_COOP},
	{U"作为责任单位", DUTY_LIST},	{U"为责任主体", DUTY_LIST},
	{U"为第一责任单位", DUTY_LEAD}, {U"为主办单位", DUTY_LEAD},
	{U"为协办单位", DUTY_COOP},	{U"为参与单位", DUTY_COOP},
	{U"为牵头责任单位", DUTY_LEAD}, {U"为牵头单位", DUTY_LEAD},
	{U"为配合单位", DUTY_COOP},	{U"为责任单位", DUTY_LIST},
	{U"为牵头部门", DUTY_LEAD},	{U"为配合部门", DUTY_COOP},
	{U"为责任部门", DUTY_LIST},	{U"牵头", DUTY_LEAD},
	{U"主办", DUTY_LEAD},		{U"主责", DUTY_LEAD},
	{U"负总责", DUTY_LEAD},		{U"为主", DUTY_LEAD},
	{U"主抓", DUTY_LEAD},		{U"抓总", DUTY_LEAD},
	{U"配合", DUTY_COOP},		{U"参与", DUTY_COOP},
	{U"参加", DUTY_COOP},		{U"协助", DUTY_COOP},
	{U"协办", DUTY_COOP},		{U"协同", DUTY_COOP},
	{U"协作", DUTY_COOP},		{U"支持", DUTY_COOP},
	{U"指导", DUTY_COOP},		{U"督导", DUTY_COOP},
	{U"监督", DUTY_COOP},		{U"督促", DUTY_COOP},
	{U"负责", DUTY_LIST},		{U"各负其责", DUTY_LIST},
	{U"组织", DUTY_LIST},		{U"落实", DUTY_LIST},
	{U"实施", DUTY_LIST},		{U"承办", DUTY_LIST},
	{U"承担", DUTY_LIST},		{U"办理", DUTY_LIST},
	{U"推进", DUTY_LIST},		{U"推动", DUTY_LIST},
	{U"执行", DUTY_LIST},		{U"统筹", DUTY_LIST},
	{U"协调", DUTY_LIST},
};

#define ROWS(table) (sizeof(table) / sizeof *(table))

static void add_starts(struct word_starts *w, const char32_t *const *words, size_t n)
{
	for (size_t k = 0; k < n; k++)
		word_starts_add(w, words[k]);
}

void plan_verb_prepare(struct plan_text *t)
{
	static struct word_starts starts;
	static bool ready;

	if (!ready) {
		add_starts(&starts, prepositions, ROWS(prepositions));
		add_starts(&starts, adverbs, ROWS(adverbs));
		for (size_t k = 0; k < ROWS(verbs); k++)
			word_starts_add(&starts, verbs[k].text);
		ready = true;
	}
	t->verb_starts = &starts;
}

/* Behind the word of the table that stands at i and the blanks behind it, i when none does. */
static size_t skip_any(const struct plan_text *t, size_t i, size_t to, const char32_t *const *words,
		       size_t n)
{
	for (size_t r = 0; r < n; r++) {
		size_t k = i + plan_text_match(t, i, to, words[r]);

		if (k == i)
			continue;
		while (k < to && (t->g[k].cp == ' ' || t->g[k].cp == '\t'))
			k++;
		return k;
	}
	return i;
}

static size_t skip_governed(const struct plan_text *t, size_t i, size_t to)
{
	size_t k = skip_any(t, i, to, prepositions, ROWS(prepositions)), next;

	if (k == i)
		return i;
	while ((next = skip_any(t, k, to, governed, ROWS(governed))) > k)
		i = k = next;
	return i;
}

static size_t match_verb(const struct plan_text *t, size_t i, size_t to, enum duty_class *duty)
{
	for (size_t r = 0; r < ROWS(verbs); r++) {
		size_t len = plan_text_match(t, i, to, verbs[r].text);

		if (len) {
			*duty = verbs[r].duty;
			return i + len;
		}
	}
	return i;
}

/* A word that is longer than a verb (责任人), or goes on as a name (组织部, 市场监督管理局): a verb
 * ends its clause, but for 牵头, 负责 and what turns to everybody (指导各镇街). */
static bool ends_well(const struct plan_text *t, size_t i, size_t end, size_t to,
		      enum duty_class duty)
{
	char32_t next = end < to ? t->g[end].cp : 0;

	if (end == to || plan_text_in(next, U",;、。)|/ \t\n"))
		return true;
	return next != U'人' && (duty == DUTY_LEAD || next == U'各' ||
				 plan_text_ends(t, (struct run){i, end}, U"负责"));
}

size_t plan_verb_read(const struct plan_text *t, size_t i, size_t to, enum duty_class *duty)
{
	enum duty_class found, strongest = DUTY_OTHER;
	size_t end = i, k = i, next;

	if (!word_starts_at(t->verb_starts, t, i))
		return i;
	for (; k - i < LONGEST_VERB; k = next) {
		if ((next = match_verb(t, k, to, &found)) > k) {
			strongest = found < strongest ? found : strongest;
			end = next;
		} else if ((next = skip_governed(t, k, to)) > k) {
			strongest = DUTY_LIST < strongest ? DUTY_LIST : strongest;
			end = next;
		} else if ((next = skip_any(t, k, to, adverbs, ROWS(adverbs))) == k) {
			break;
		}
	}
	if (end == i || !ends_well(t, i, end, to, strongest))
		return i;
	*duty = strongest;
	return end;
}

void plan_verb_words(struct lexicon *l, int sort)
{
	for (size_t k = 0; k < ROWS(verbs); k++)
		if (verbs[k].duty == (enum duty_class)sort)
			plan_lexicon_add(l, verbs[k].text);
}
