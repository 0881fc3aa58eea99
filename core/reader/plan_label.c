/* Labels before the names of units ("牵头单位:", "(责任部门)", "牵头(责任)单位及责任人:"): words
 * before, a stem and a noun, which combine freely; a few fixed ones. Everything here is tables and
 * the looking up in them. */
#include "core/reader/plan_label.h"

#include "core/reader/plan_lexicon.h"

enum { LONGEST_NOTE = 30, MOST_PARTS = 3, LONGEST_UNKNOWN = 6 };

struct word {
	const char32_t *text;
	enum duty_class duty;
};

/* Before a stem that does not say the rank: 第一责任单位. */
static const char32_t *const firsts[] = {U"第一", U"首要", U"主要"};

static const char32_t *const prefixes[] = {
	U"主要", U"项目", U"总",   U"第一", U"主体", U"具体", U"行业", U"业务", U"直接",
	U"市级", U"区级", U"省级", U"县级", U"镇级", U"市直", U"区直", U"县直", U"省直",
};

static const struct word stems[] = {
	{U"牵头责任", DUTY_LEAD}, {U"牵头", DUTY_LEAD}, {U"主办", DUTY_LEAD},
	{U"主责", DUTY_LEAD},	  {U"主管", DUTY_LEAD}, {U"配合责任", DUTY_COOP},
	{U"配合", DUTY_COOP},	  {U"协办", DUTY_COOP}, {U"协助", DUTY_COOP},
	{U"协同", DUTY_COOP},	  {U"协作", DUTY_COOP}, {U"参与", DUTY_COOP},
	{U"参加", DUTY_COOP},	  {U"支持", DUTY_COOP}, {U"指导", DUTY_COOP},
	{U"督导", DUTY_COOP},	  {U"责任", DUTY_LIST}, {U"负责", DUTY_LIST},
	{U"承办", DUTY_LIST},	  {U"承担", DUTY_LIST}, {U"实施", DUTY_LIST},
	{U"执行", DUTY_LIST},	  {U"落实", DUTY_LIST}, {U"分管", DUTY_LIST},
	{U"联系", DUTY_LIST},	  {U"完成", DUTY_LIST}, {U"经办", DUTY_LIST},
	{U"督办", DUTY_OTHER},	  {U"包联", DUTY_LIST}, {U"包保", DUTY_LIST},
	{U"挂钩", DUTY_LIST},	  {U"挂联", DUTY_LIST}, {U"会办", DUTY_COOP},
	{U"分办", DUTY_LIST},	  {U"监督", DUTY_COOP}, {U"领办", DUTY_LEAD},
	{U"总牵头", DUTY_LEAD},	  {U"会同", DUTY_COOP}, {U"协调", DUTY_COOP},
};

/* DUTY_NONE keeps the class of the stem. */
static const struct word nouns[] = {
	{U"单位", DUTY_NONE},	  {U"部门", DUTY_NONE},	    {U"机关", DUTY_NONE},
	{U"机构", DUTY_NONE},	  {U"科室", DUTY_NONE},	    {U"处室", DUTY_NONE},
	{U"股室", DUTY_NONE},	  {U"主体", DUTY_NONE},	    {U"镇街", DUTY_NONE},
	{U"乡镇", DUTY_NONE},	  {U"区领导", DUTY_PERSON}, {U"市领导", DUTY_PERSON},
	{U"县领导", DUTY_PERSON}, {U"领导", DUTY_PERSON},   {U"责任人", DUTY_PERSON},
	{U"人员", DUTY_PERSON},	  {U"人", DUTY_PERSON},	    {U"负责人", DUTY_PERSON},
};

/* Between a stem and the noun: 牵头领导单位, 协同责任部门. */
static const char32_t *const links[] = {U"责任", U"负责", U"领导", U"落实", U"实施", U"推进"};

/* Stems that are labels alone, where nothing else stands before and a colon behind them. */
static const struct word bare[] = {
	{U"牵头", DUTY_LEAD}, {U"主办", DUTY_LEAD}, {U"配合", DUTY_COOP},
	{U"协办", DUTY_COOP}, {U"参与", DUTY_COOP}, {U"责任", DUTY_LIST},
};

/* Labels that are no stem and noun. They need their colon. */
static const struct word labels[] = {
	{U"完成时限", DUTY_DUE},   {U"完成时间", DUTY_DUE},   {U"完成期限", DUTY_DUE},
	{U"办结时限", DUTY_DUE},   {U"时限要求", DUTY_DUE},   {U"时间节点", DUTY_DUE},
	{U"时间要求", DUTY_DUE},   {U"进度要求", DUTY_DUE},   {U"时限", DUTY_DUE},
	{U"办理时限", DUTY_DUE},   {U"办理期限", DUTY_DUE},   {U"办结期限", DUTY_DUE},
	{U"整改时限", DUTY_DUE},   {U"整改期限", DUTY_DUE},   {U"办结时间", DUTY_DUE},
	{U"完成节点", DUTY_DUE},   {U"进度安排", DUTY_DUE},   {U"时间安排", DUTY_DUE},
	{U"行动目标", DUTY_OTHER}, {U"工作目标", DUTY_OTHER}, {U"主要目标", DUTY_OTHER},
	{U"年度目标", DUTY_OTHER}, {U"目标任务", DUTY_OTHER}, {U"主要指标", DUTY_OTHER},
	{U"目标要求", DUTY_OTHER}, {U"工作措施", DUTY_OTHER}, {U"主要措施", DUTY_OTHER},
	{U"具体措施", DUTY_OTHER}, {U"工作内容", DUTY_OTHER}, {U"工作任务", DUTY_OTHER},
	{U"工作要求", DUTY_OTHER}, {U"备注", DUTY_OTHER},     {U"联系电话", DUTY_OTHER},
	{U"负责人", DUTY_PERSON},  {U"联络员", DUTY_PERSON},  {U"联系方式", DUTY_OTHER},
	{U"电话", DUTY_OTHER},
};

#define ROWS(table) (sizeof(table) / sizeof *(table))

/* The rows of a table and how they begin, so that few of them are compared. */
struct table {
	const struct word *rows;
	size_t n;
	struct word_starts starts;
};
static struct table table_of_stems = {.rows = stems, .n = ROWS(stems)},
		    table_of_nouns = {.rows = nouns, .n = ROWS(nouns)},
		    table_of_bare = {.rows = bare, .n = ROWS(bare)},
		    table_of_labels = {.rows = labels, .n = ROWS(labels)};
static struct word_starts prefix_starts;

static size_t match_word(const struct plan_text *t, size_t i, size_t to, const struct table *table,
			 enum duty_class *duty)
{
	for (size_t r = 0; word_starts_at(&table->starts, t, i) && r < table->n; r++) {
		size_t len = plan_text_match(t, i, to, table->rows[r].text);

		if (len) {
			*duty = table->rows[r].duty;
			return i + len;
		}
	}
	return i;
}

static size_t skip_blanks(const struct plan_text *t, size_t i, size_t to)
{
	while (i < to && (t->g[i].cp == ' ' || t->g[i].cp == '\t'))
		i++;
	return i;
}

static size_t skip_prefixes(const struct plan_text *t, size_t i, size_t to)
{
	if (!word_starts_at(&prefix_starts, t, i))
		return i;
	for (size_t r = 0, n = 0; r < ROWS(prefixes) && n < MOST_PARTS; r++) {
		size_t len = plan_text_match(t, i, to, prefixes[r]);

		if (!len)
			continue;
		i += len;
		r = (size_t)-1;
		n++;
	}
	return i;
}

/* Behind a short bracket at i, i where there is none. Brackets are not paired yet when lines are
 * joined. */
static size_t skip_note(const struct plan_text *t, size_t i, size_t to)
{
	if (i >= to || t->g[i].cp != '(')
		return i;
	for (size_t k = i + 1; k < to && k - i < LONGEST_NOTE; k++) {
		if (t->g[k].cp == ')')
			return k + 1;
		if (plan_text_in(t->g[k].cp, U"(\n"))
			return i;
	}
	return i;
}

/* Behind a sign or word that joins two stems or nouns: 牵头/责任单位, 责任单位及责任人. */
static size_t skip_joint(const struct plan_text *t, size_t i, size_t to)
{
	return i < to && plan_text_in(t->g[i].cp, U"/、和及与") ? skip_blanks(t, i + 1, to) : i;
}

/* 牵头, or several: of two that say different things neither is said of all. */
static size_t match_stems(const struct plan_text *t, size_t i, size_t to, enum duty_class *duty)
{
	enum duty_class other = DUTY_NONE;
	size_t end = match_word(t, i, to, &table_of_stems, duty), next, k;

	if (end == i)
		return i;
	end = skip_blanks(t, end, to);
	for (int n = 0; n < MOST_PARTS; n++) {
		bool bracket = end < to && t->g[end].cp == '(';

		k = bracket ? end + 1 : skip_joint(t, end, to);
		next = match_word(t, k, to, &table_of_stems, &other);
		if (k == end || next == k || (bracket && (next >= to || t->g[next].cp != ')')))
			break;
		end = next + bracket;
		if (!bracket && *duty != other)
			*duty = *duty == DUTY_LIST ? other : other == DUTY_LIST ? *duty : DUTY_LIST;
	}
	return end;
}

/* Nouns behind the first: 单位(部门), 单位及责任人, 单位、部门. */
static size_t match_more_nouns(const struct plan_text *t, size_t i, size_t to, bool *persons)
{
	enum duty_class noun, stem;
	size_t k;

	for (int n = 0; n < MOST_PARTS && (k = skip_joint(t, i, to)) > i; n++) {
		size_t from = match_word(t, skip_prefixes(t, k, to), to, &table_of_stems, &stem);
		size_t end = match_word(t, from, to, &table_of_nouns, &noun);

		if (end == from)
			break;
		*persons |= noun == DUTY_PERSON;
		i = end;
	}
	return i;
}

static size_t match_composed(const struct plan_text *t, size_t i, size_t to, struct label *l)
{
	enum duty_class noun = DUTY_NONE;
	size_t start = skip_prefixes(t, i, to), stem = match_stems(t, start, to, &l->duty);

	if (stem == start)
		return i;
	if (l->duty == DUTY_LIST && plan_text_behind(t, i, to, firsts, ROWS(firsts)) > i)
		l->duty = DUTY_LEAD;
	stem = skip_blanks(t, stem, to);
	size_t link = plan_text_behind(t, stem, to, links, ROWS(links));
	size_t end = match_word(t, link, to, &table_of_nouns, &noun);
	if (end == link && link > stem)
		end = match_word(t, link = stem, to, &table_of_nouns, &noun);
	if (end == link)
		return i;
	if (noun != DUTY_NONE)
		l->duty = noun;
	end = match_more_nouns(t, end, to, &l->persons);
	size_t note = skip_blanks(t, skip_note(t, skip_blanks(t, end, to), to), to);
	return note < to && t->g[note].cp == ':' ? note : end;
}

/* Gives a table how its words begin, and adds it to how labels do. */
static void prepare(struct table *table, struct word_starts *all)
{
	for (size_t k = 0; k < table->n; k++) {
		word_starts_add(&table->starts, table->rows[k].text);
		if (all)
			word_starts_add(all, table->rows[k].text);
	}
}

void plan_label_prepare(struct plan_text *t)
{
	static struct word_starts starts;
	static bool ready;

	if (!ready) {
		prepare(&table_of_stems, &starts);
		prepare(&table_of_labels, &starts);
		prepare(&table_of_nouns, NULL);
		prepare(&table_of_bare, NULL);
		for (size_t k = 0; k < ROWS(prefixes); k++) {
			word_starts_add(&prefix_starts, prefixes[k]);
			word_starts_add(&starts, prefixes[k]);
		}
		ready = true;
	}
	t->label_starts = &starts;
}

/* (牵头单位) before its names. */
static bool read_bracketed(const struct plan_text *t, size_t i, size_t to, struct label *l)
{
	size_t end = match_composed(t, i + 1, to, l);

	if (end == i + 1)
		end = match_word(t, i + 1, to, &table_of_labels, &l->duty);
	if (end == i + 1 || end >= to || t->g[end].cp != ')')
		return false;
	l->to = skip_blanks(t, end + 1, to);
	l->to += l->to < to && t->g[l->to].cp == ':';
	l->colon = l->bracket = true;
	return true;
}

bool plan_label_read_rest(const struct plan_text *t, size_t i, size_t to, struct label *l)
{
	bool composed = true;

	*l = (struct label){0};
	if (t->g[i].cp == '(')
		return read_bracketed(t, i, to, l);
	size_t end = match_composed(t, i, to, l);
	if (end == i) {
		composed = false;
		end = match_word(t, i, to, &table_of_labels, &l->duty);
	}
	if (end == i) {
		l->bare = true;
		end = match_word(t, i, to, &table_of_bare, &l->duty);
	}
	if (end == i)
		return false;
	l->to = skip_blanks(t, end, to);
	l->colon = l->to < to && t->g[l->to].cp == ':';
	if (composed && l->to + 1 < to && t->g[l->to].cp == '-' && t->g[l->to + 1].cp == '-') {
		l->colon = true; /* 牵头单位——区水利局 */
		l->to++;
	}
	l->copula = composed && !l->colon && l->to < to && plan_text_in(t->g[l->to].cp, U"为是");
	l->to += l->colon || l->copula;
	return l->colon || composed;
}

bool plan_label_unknown(const struct plan_text *t, size_t i, size_t to, struct label *l)
{
	static const char32_t *const others[] = {U"填报", U"报送", U"主送", U"抄送",
						 U"编制", U"发文", U"制定", U"印发",
						 U"起草", U"申报", U"招标", U"举报"};
	size_t end = i, noun;
	enum duty_class duty;

	while (end < to && end - i < LONGEST_UNKNOWN && glyph_is_han(t->g[end].cp) &&
	       match_word(t, end, to, &table_of_nouns, &duty) == end)
		end++;
	noun = match_word(t, end, to, &table_of_nouns, &duty);
	if (end < i + 2 || noun == end || duty != DUTY_NONE || noun >= to || t->g[noun].cp != ':' ||
	    plan_text_behind(t, i, to, others, ROWS(others)) > i)
		return false;
	*l = (struct label){.duty = DUTY_LIST, .colon = true, .to = noun + 1};
	return true;
}

static void add_words(struct lexicon *l, enum duty_class duty, const struct word *rows, size_t n)
{
	for (size_t k = 0; k < n; k++)
		if (rows[k].duty == duty)
			plan_lexicon_add(l, rows[k].text);
}

void plan_label_words(struct lexicon *l, int sort)
{
	add_words(l, (enum duty_class)sort, stems, ROWS(stems));
	add_words(l, (enum duty_class)sort, nouns, ROWS(nouns));
	add_words(l, (enum duty_class)sort, labels, ROWS(labels));
}

void plan_label_prefixes(struct lexicon *l, int sort)
{
	(void)sort;
	for (size_t k = 0; k < ROWS(prefixes); k++)
		plan_lexicon_add(l, prefixes[k]);
}
