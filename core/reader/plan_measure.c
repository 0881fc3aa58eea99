/* Measures: what stands behind the digits of a figure. Each is a row that says what it counts; the
 * longest that fits is taken. Scales (万, 亿) stand before it, what it is related to behind it
 * (件/千人, 微克/立方米). */
#include "core/reader/plan_figure.h"

enum { LONGEST_LETTERS = 6 };

static const struct {
	const char32_t *word;
	enum figure_kind kind;
	enum measure_sort sort;
} measures[] = {
	{U"%", FIGURE_RATE, MEASURE_PLAIN},
	{U"‰", FIGURE_RATE, MEASURE_PLAIN},
	{U"个百分点", FIGURE_RATE, MEASURE_POINTS},
	{U"百分点", FIGURE_RATE, MEASURE_POINTS},
	{U"倍", FIGURE_LEVEL, MEASURE_PLAIN},
	{U"个月", FIGURE_OTHER, MEASURE_PLAIN},
	{U"μg/m3", FIGURE_RATIO, MEASURE_PLAIN},
	{U"µg/m3", FIGURE_RATIO, MEASURE_PLAIN},
	{U"μg/m³", FIGURE_RATIO, MEASURE_PLAIN},
	{U"µg/m³", FIGURE_RATIO, MEASURE_PLAIN},
	{U"ug/m3", FIGURE_RATIO, MEASURE_PLAIN},
	{U"mg/m3", FIGURE_RATIO, MEASURE_PLAIN},
	{U"mg/m³", FIGURE_RATIO, MEASURE_PLAIN},
	{U"mg/L", FIGURE_RATIO, MEASURE_PLAIN},
	{U"mg/l", FIGURE_RATIO, MEASURE_PLAIN},
#define SORT(word, kind, sort) {U##word, FIGURE_##kind, MEASURE_##sort},
#define LEVEL(word)	       SORT(word, LEVEL, PLAIN)
#define EVENT(word)	       SORT(word, COUNT, EVENT)
#define SIZE(word)	       SORT(word, COUNT, SIZE)
#define LAST(word)	       SORT(word, COUNT, LAST)
#define COUNT(word)	       SORT(word, COUNT, PLAIN)
	/* clang-format off */
	LEVEL("个工作日") LEVEL("工作日") LEVEL("个小时") LEVEL("小时") LEVEL("分钟")
	LEVEL("分") LEVEL("天") LEVEL("岁") LEVEL("微克") LEVEL("毫克") LEVEL("克") LEVEL("分贝")
	EVENT("场次") EVENT("人次") EVENT("批次") EVENT("户次") EVENT("家次") EVENT("台次")
	EVENT("车次") EVENT("班次") EVENT("架次") EVENT("个次") EVENT("件次") EVENT("次")
	EVENT("剂次") EVENT("针次") EVENT("轮次") EVENT("场") EVENT("轮") EVENT("起") EVENT("例")
	EVENT("课时") EVENT("学时") EVENT("批")
	SIZE("平方米") SIZE("平米") SIZE("立方米") SIZE("立方") SIZE("土方") SIZE("方") SIZE("米")
	SIZE("千瓦时") SIZE("兆瓦时") SIZE("千瓦") SIZE("兆瓦") SIZE("千伏安") SIZE("兆伏安")
	SIZE("吨标准煤") SIZE("吨标煤") SIZE("吨") SIZE("蒸吨") SIZE("公斤") SIZE("千克") SIZE("斤")
	SIZE("升") SIZE("元") SIZE("美元")
	COUNT("平方公里") COUNT("平方千米") COUNT("公里") COUNT("千米") COUNT("海里")
	COUNT("人天") COUNT("延长米") COUNT("延米") COUNT("里") COUNT("公顷次") COUNT("亩次") COUNT("公顷") COUNT("亩") COUNT("标准箱")
	COUNT("标箱")
	LAST("期") LAST("种") LAST("类") LAST("级") LAST("组") LAST("位") LAST("度")
	COUNT("台套") COUNT("个") COUNT("家") COUNT("人") COUNT("名") COUNT("份") COUNT("座")
	COUNT("条") COUNT("所") COUNT("处") COUNT("件") COUNT("张") COUNT("株") COUNT("户")
	COUNT("套") COUNT("对") COUNT("辆") COUNT("篇") COUNT("部") COUNT("支") COUNT("项")
	COUNT("间") COUNT("台") COUNT("根") COUNT("盏") COUNT("幅") COUNT("册") COUNT("本")
	COUNT("头") COUNT("只") COUNT("羽") COUNT("尾") COUNT("口") COUNT("眼") COUNT("宗")
	COUNT("单") COUNT("笔") COUNT("门") COUNT("节") COUNT("幢") COUNT("栋") COUNT("片")
	COUNT("艘") COUNT("架") COUNT("块") COUNT("段") COUNT("孔") COUNT("颗") COUNT("棵")
	COUNT("箱") COUNT("瓶") COUNT("袋") COUNT("包") COUNT("盒") COUNT("剂") COUNT("首")
	COUNT("床") COUNT("席") COUNT("副") COUNT("枚") COUNT("团") COUNT("队") COUNT("班")
	COUNT("档") COUNT("道") COUNT("扇") COUNT("面") COUNT("院") COUNT("站") COUNT("桩")
	/* clang-format on */
};

/* A measure does not begin these words: 3部门 counts no 部. */
static const char32_t *const other_words[] = {
	U"部门", U"部委", U"所有", U"分别", U"分局", U"分之", U"分类", U"分区", U"分级", U"场所",
	U"场地", U"条例", U"条件", U"例行", U"名录", U"支持", U"支撑", U"组织", U"期间", U"方案",
	U"方面", U"方式", U"本地", U"本科", U"节水", U"节能", U"节点", U"门诊", U"位于", U"位置",
	U"位居", U"户籍", U"次年", U"台账", U"处理", U"处室", U"头部", U"个体", U"个人", U"对口",
	U"对标", U"家庭", U"面积", U"面向", U"面对", U"度假", U"起施", U"起执", U"起实", U"起全",
	U"起开", U"队伍", U"道路", U"站点", U"院校", U"人均", U"元旦", U"片区", U"包括", U"班子",
	U"班级", U"单位", U"口径", U"团队", U"里程"};

static const char32_t *const scales[] = {U"万亿", U"百万", U"千万", U"万", U"亿"};

static const char32_t *const related[] = {
	U"10万人口", U"万人口", U"千人口", U"立方公尺", U"平方公尺", U"10万人", U"10万",
	U"十万人",   U"立方米", U"平方米", U"平方公里", U"公顷",     U"千人",	U"万人",
	U"百人",     U"日",	U"年",	   U"天",	U"月",	     U"周",	U"人",
	U"户",	     U"小时",	U"亩",	   U"公里",	U"升",	     U"万元",	U"亿元",
	U"万车",     U"辆",	U"吨",	   U"克",	U"公斤",     U"千克",	U"平米",
	U"次",	     U"村"};

#define ROWS(table) (sizeof(table) / sizeof *(table))

/* Longest of the words that stands at i: glyphs taken, 0 for none. */
static size_t longest(const struct plan_text *t, size_t i, size_t to, const char32_t *const *words,
		      size_t rows)
{
	size_t best = 0, n;

	for (size_t r = 0; r < rows; r++)
		if ((n = plan_text_match(t, i, to, words[r])) > best)
			best = n;
	return best;
}

static bool begins_other_word(const struct plan_text *t, size_t i, size_t to)
{
	static struct word_starts starts;
	static bool ready;

	for (size_t r = 0; !ready && r < ROWS(other_words); r++)
		word_starts_add(&starts, other_words[r]);
	ready = true;
	return word_starts_at(&starts, t, i) &&
	       plan_text_begins_any(t, (struct run){i, to}, other_words, ROWS(other_words));
}

/* The measures by their first character. */
static const struct word_rows *measure_rows(void)
{
	static struct word_rows rows;

	for (size_t r = ROWS(measures); !rows.ready && r > 0; r--)
		word_rows_add(&rows, r - 1, measures[r - 1].word[0]);
	rows.ready = true;
	return &rows;
}

/* The measure itself at k, without scale and relation; returns the place behind it, k for none. */
static size_t read_word(const struct plan_text *t, size_t k, size_t to, struct figure *f)
{
	const struct word_rows *rows = measure_rows();
	size_t best = 0, n;

	for (size_t next = rows->first[t->g[k].cp & 63]; next; next = rows->next[next - 1]) {
		size_t r = next - 1;

		n = plan_text_match(t, k, to, measures[r].word);
		if (n <= best || begins_other_word(t, k + n - 1, to) ||
		    (measures[r].sort == MEASURE_LAST && k + n < to &&
		     glyph_is_han(t->g[k + n].cp) && !plan_text_in(t->g[k + n].cp, U"以左和及")))
			continue;
		best = n;
		f->kind = measures[r].kind;
		f->sort = measures[r].sort;
	}
	return k + best;
}

/* Measures of no row: Latin letters before a sign (40dB), up to three characters that end in 次
 * (村里次). */
static size_t read_unknown(const struct plan_text *t, size_t k, size_t to, struct figure *f)
{
	size_t i = k, n = 0;

	while (i < to && ((t->g[i].cp | 0x20) >= 'a' && (t->g[i].cp | 0x20) <= 'z'))
		i++;
	if (i > k && i - k <= LONGEST_LETTERS &&
	    (i == to || plan_text_in(t->g[i].cp, U" ,;。、)以左和及"))) {
		f->kind = FIGURE_LEVEL;
		return i;
	}
	for (i = k; i < to && n < 3 && glyph_is_han(t->g[i].cp); i++, n++)
		if (t->g[i].cp == U'次' && n > 0) {
			f->kind = FIGURE_COUNT;
			f->sort = MEASURE_EVENT;
			return i + 1;
		}
	return k;
}

/* "/10万" behind the digits. */
static bool read_per_100k(const struct plan_text *t, size_t i, size_t to, struct figure *f)
{
	static const char32_t *const words[] = {U"/10万人", U"/10万", U"/十万人", U"/十万"};
	size_t n = longest(t, i, to, words, ROWS(words));

	if (n == 0)
		return false;
	f->kind = FIGURE_RATE;
	f->per_100k = true;
	f->measure = (struct run){i, i + n};
	return true;
}

/* "/千人" or 每立方米 behind a measure that ends at k. */
static size_t read_relation(const struct plan_text *t, size_t k, size_t to, struct figure *f)
{
	size_t n = 0;

	if (k < to && (t->g[k].cp == '/' || (t->g[k].cp == U'每' && f->kind == FIGURE_LEVEL)))
		n = longest(t, k + 1, to, related, ROWS(related));
	if (n == 0)
		return k;
	f->kind = FIGURE_RATIO;
	k += 1 + n;
	if (k < to && t->g[k].cp == U'·' && (n = longest(t, k + 1, to, related, ROWS(related))) > 0)
		k += 1 + n;
	return k;
}

/* 套(间): one or two characters in brackets behind the measure belong to it. */
static size_t read_variant(const struct plan_text *t, size_t k, size_t to)
{
	if (k < to && t->g[k].cp == '(' && t->g[k + 1].cp != U'含' && t->pair[k] > k + 1 &&
	    t->pair[k] <= k + 3 && t->pair[k] < to && glyph_is_han(t->g[k + 1].cp))
		return t->pair[k] + 1;
	return k;
}

static size_t skip_about(const struct plan_text *t, size_t k, size_t to)
{
	return k < to && plan_text_in(t->g[k].cp, U"余多") ? k + 1 : k;
}

void plan_measure_read(const struct plan_text *t, size_t i, size_t to, struct figure *f)
{
	size_t k, end, n;

	while (i < to && t->g[i].cp == ' ')
		i++;
	f->kind = FIGURE_BARE;
	f->sort = MEASURE_PLAIN;
	f->measure = f->scale = (struct run){i, i};
	if (read_per_100k(t, i, to, f))
		return;
	k = skip_about(t, i, to);
	if ((n = longest(t, k, to, scales, ROWS(scales))) > 0) {
		f->kind = FIGURE_COUNT;
		f->scale = (struct run){k, k + n};
		k = skip_about(t, k + n, to);
		while (k < to && t->g[k].cp == ' ')
			k++;
	}
	end = read_word(t, k, to, f);
	if (end == k && f->kind == FIGURE_BARE && (end = read_unknown(t, k, to, f)) == k)
		return;
	if (end > k)
		end = read_variant(t, read_relation(t, end, to, f), to);
	f->measure = (struct run){end > k ? k : f->scale.to, end > k ? end : f->scale.to};
}

const char *plan_figure_measure(struct arena *a, const struct plan_text *t, const struct figure *f)
{
	if (f->per_100k)
		return "1/10万";
	if (f->kind == FIGURE_RATE && f->measure.to - f->measure.from == 1 &&
	    t->g[f->measure.from].cp == '%')
		return "%";
	if (f->scale.to == f->scale.from)
		return plan_text_copy(a, t, f->measure);
	return arena_printf(a, "%s%s", plan_text_copy(a, t, f->scale),
			    plan_text_copy(a, t, f->measure));
}
