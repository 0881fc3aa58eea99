/* Headings and items: finds the marks at the beginnings of lines and, in sequence, inside them,
 * makes the tree by their rank, cuts titles, and gives each item its text and its responsibility
 * phrases. */
#include "core/reader/plan_tree.h"

#include "core/reader/plan_sign.h"

struct builder {
	struct arena *a;
	const struct plan_text *t;
	const struct plan_phrases *p;
	struct plan_tree *tree;
	size_t phrase_end;	 /* of the last phrase: an item may begin right behind it */
	int open[MARK_STEP + 1]; /* item open in each rank, -1 */
	int last_value[MARK_STEP + 1];
	bool numbers_labels;		  /* 1.责任单位:区水利局 */
	bool seen_article, deep_articles; /* the first stood below (一) */
};

enum { LONGEST_HEADING = 24, LONGEST_GAP = 40, LONGEST_NUMBER = 8 };

static const char32_t sentence_ends[] = U"。;:!?";

/* The last glyph before i on its line that is no blank; '\n' at its beginning. */
static char32_t glyph_before(const struct plan_text *t, size_t i)
{
	while (i > 0 && (t->g[i - 1].cp == ' ' || t->g[i - 1].cp == '\t'))
		i--;
	return i ? t->g[i - 1].cp : '\n';
}

static bool in_sequence(const struct builder *b, const struct mark *m)
{
	return m->value == 1 || m->value == b->last_value[m->kind] + 1;
}

/* Whether only a short heading stands between the last item's number and i: 二、主要任务1.清河。 */
static bool behind_heading(const struct builder *b, size_t i, const struct mark *m)
{
	const struct item *last =
		b->tree->items.n ? &b->tree->items.at[b->tree->items.n - 1] : NULL;

	if (!last || last->mark.kind >= m->kind || i - last->mark.to > LONGEST_HEADING)
		return false;
	for (size_t k = last->mark.to; k < i; k++)
		if (!glyph_is_han(b->t->g[k].cp) && b->t->g[k].cp != ' ')
			return false;
	return true;
}

/* Whether the mark at i, which has text or, behind_phrase, a phrase before it on its line, begins
 * an item. */
static bool begins_inside(const struct builder *b, size_t i, const struct mark *m,
			  bool behind_phrase)
{
	char32_t before = glyph_before(b->t, i);

	if (m->letter)
		return false;
	if (behind_phrase && m->kind != MARK_STEP && in_sequence(b, m))
		return true;
	if (m->kind == MARK_STEP)
		return plan_text_in(before, U"。;:,)!") || (i > 0 && b->t->g[i - 1].cp == ' ');
	if (!in_sequence(b, m) || m->to >= b->t->n ||
	    !(glyph_is_han(b->t->g[m->to].cp) || plan_text_in(b->t->g[m->to].cp, U"“《2")))
		return false;
	if (i == b->phrase_end && m->kind != MARK_DASH)
		return true;
	switch (m->kind) {
	case MARK_HAN_PAREN:
		return plan_text_in(before, U"。;:!?)”") ||
		       (glyph_is_han(before) && !plan_text_in(before, U"第见按和与及或至到在"));
	case MARK_HAN:
		return plan_text_in(before, U"。;:!?)") || b->t->g[i - 1].cp == ' ';
	case MARK_ARABIC:
		return plan_text_in(before, U"。;:!?)") || behind_heading(b, i, m) ||
		       (b->t->g[i - 1].cp == ' ' && before != U'、');
	case MARK_ARABIC_PAREN:
	case MARK_CIRCLE:
		return plan_text_in(before, U"。;:!?)") ||
		       (m->kind == MARK_CIRCLE && before != U'、');
	case MARK_ARTICLE:
	case MARK_ARTICLE_DEEP:
		if (m->series)
			return plan_text_in(before, U"。;!)") || b->t->g[i - 1].cp == ' ';
		return before == U'。' && b->last_value[m->kind] > 0 && m->value > 1;
	default:
		return false;
	}
}

static void push_item(struct builder *b, const struct mark *m, size_t from)
{
	int parent = -1;

	for (int k = (int)m->kind; k <= MARK_STEP; k++)
		b->open[k] = -1;
	for (int k = (int)m->kind - 1; k > MARK_NONE && parent < 0; k--)
		parent = b->open[k];
	struct item *it = vec_push(b->a, &b->tree->items);
	it->mark = *m;
	b->seen_article |= m->kind == MARK_ARTICLE || m->kind == MARK_ARTICLE_DEEP;
	b->deep_articles |= m->kind == MARK_ARTICLE_DEEP;
	it->parent = parent;
	it->own.from = from;
	b->open[m->kind] = (int)b->tree->items.n - 1;
	b->last_value[m->kind] = m->value;
	for (int k = (int)m->kind + 1; k <= MARK_STEP; k++)
		if (k > MARK_ARABIC)
			b->last_value[k] = 0;
	if (parent >= 0)
		b->tree->items.at[parent].nchildren++;
}

/* Behind a label at i that is alone on its line and says that the task follows; i for none. */
static size_t skip_task_label(const struct plan_text *t, size_t i)
{
	static const char32_t *const words[] = {U"具体任务", U"工作任务", U"任务内容", U"重点任务",
						U"主要任务", U"工作内容", U"项目名称", U"任务名称",
						U"主要内容", U"具体内容", U"事项名称", U"工作事项"};
	const size_t start = i;

	for (size_t k = 0; k < sizeof words / sizeof *words && i == start; k++)
		i += plan_text_match(t, i, t->n, words[k]);
	i += i > start && t->g[i].cp == ':';
	while (i > start && i < t->n && t->g[i].cp == ' ')
		i++;
	return i > start && i < t->n && t->g[i].cp == '\n' ? i : start;
}

static size_t skip_gap(const struct plan_text *t, size_t i)
{
	const size_t start = i;

	while (i < t->n && glyph_is_blank(t->g[i].cp) && i - start < LONGEST_GAP)
		i++;
	return i;
}

/* Whether a title begins at i, on another line than its number. */
static bool title_stands(const struct plan_text *t, size_t i)
{
	struct label l;

	return i < t->n && (glyph_is_han(t->g[i].cp) || plan_text_in(t->g[i].cp, U"“《")) &&
	       !plan_mark_begins(t, i) && !plan_label_read(t, i, t->n, &l);
}

/* The title of a number that is alone on its line stands on the next one, or below a label. */
static void skip_line_end(const struct builder *b, struct mark *m)
{
	size_t i = skip_gap(b->t, m->to), label = skip_task_label(b->t, i),
	       task = skip_gap(b->t, label);

	if (i > m->to && m->kind > MARK_HAN && task > label && title_stands(b->t, task))
		m->to = task;
	else if (i > m->to && title_stands(b->t, i))
		m->to = i;
}

/* 1.责任单位:区水利局 is no item but says something of the one above it. */
static bool numbers_label(const struct builder *b, const struct mark *m)
{
	struct label l;

	return plan_label_read(b->t, m->to, b->t->n, &l) && l.colon &&
	       (l.duty != DUTY_OTHER || b->numbers_labels);
}

/* 行动一 stands below (一) where the first one does. */
static enum mark_kind rank_article(const struct builder *b)
{
	bool deep = b->seen_article ? b->deep_articles : b->open[MARK_HAN_PAREN] >= 0;

	return deep ? MARK_ARTICLE_DEEP : MARK_ARTICLE;
}

static void find_marks(struct builder *b)
{
	size_t phrase = 0, behind = 0;

	for (size_t i = 0; i < b->t->n; i++) {
		struct mark m;

		while (phrase < b->p->at.n && b->p->at.at[phrase].run.to <= i)
			phrase++;
		if (phrase < b->p->at.n && b->p->at.at[phrase].run.from <= i) {
			behind = b->p->at.at[phrase].run.to;
			i = behind - 1;
			continue;
		}
		if (!plan_mark_read(b->t, i, &m))
			continue;
		if (m.kind == MARK_ARTICLE)
			m.kind = rank_article(b);
		while (behind < i && b->t->g[behind].cp == ' ')
			behind++;
		if (glyph_before(b->t, i) != '\n' && !begins_inside(b, i, &m, behind == i && i > 0))
			continue;
		if (numbers_label(b, &m))
			continue;
		skip_line_end(b, &m);
		push_item(b, &m, i);
		i = m.to - 1;
	}
}

/* Lines that end the plan wherever they stand behind its text. */
static bool ends_plan(const struct plan_text *t, size_t i)
{
	static const char32_t *const words[] = {
		U"附件",      U"附:",	  U"附表",	U"抄送",     U"(此件",	   U"扫一扫",
		U"主题词",    U"打印",	  U"关闭",	U"分享",     U"相关链接",  U"相关文件",
		U"版权",      U"上一篇",  U"下一篇",	U"责任编辑", U"来源:",	   U"(内容来源",
		U"(来源",     U"主办:",	  U"主办单位:", U"主管:",    U"主管单位:", U"承办:",
		U"承办单位:", U"网站主办"};

	for (size_t k = 0; k < sizeof words / sizeof *words; k++)
		if (plan_text_match(t, i, t->n, words[k]))
			return true;
	return false;
}

static bool is_prose(const struct plan_text *t, struct run line)
{
	line = plan_text_trim(t, line);
	if (line.to - line.from > 4 && plan_text_has(t, (struct run){line.to - 4, line.to}, U"章)"))
		return false; /* a seal behind the signature */
	return line.to > line.from && plan_text_in(t->g[line.to - 1].cp, U"。;:!?),、");
}

/* The text of an item ends where, behind an empty line, something stands that is no sentence; but
 * not before its last phrase, unless a line that ends every plan stands before that. */
static size_t text_end(const struct plan_text *t, const struct plan_phrases *p,
		       const struct item *it)
{
	size_t i = plan_text_eol(t, it->own.from, it->own.to), end = i, k = 0;

	while (i < it->own.to) {
		size_t breaks = 0, eol;
		struct label l;

		for (; i < it->own.to && glyph_is_blank(t->g[i].cp); i++)
			breaks += t->g[i].cp == '\n';
		eol = plan_text_eol(t, i, it->own.to);
		while (k < it->nphrases && p->at.at[it->first_phrase + k].run.to < i)
			k++;
		bool inside = k < it->nphrases && p->at.at[it->first_phrase + k].run.from <= eol;
		bool clutter = breaks > 1 && k == it->nphrases &&
			       !is_prose(t, (struct run){i, eol}) &&
			       !plan_label_read(t, i, eol, &l);
		if (i >= it->own.to ||
		    (!inside && (clutter || ends_plan(t, i) || plan_sign_begins(t, i, it->own.to))))
			break;
		end = i = eol;
	}
	return end;
}

static void close_text(const struct plan_text *t, const struct plan_phrases *p, struct item *it)
{
	it->own.to = text_end(t, p, it);
	if (it->own.to < it->mark.to)
		it->own.to = it->mark.to;
	while (it->nphrases > 0 &&
	       p->at.at[it->first_phrase + it->nphrases - 1].run.from >= it->own.to)
		it->nphrases--;
}

static void give_phrases(const struct plan_phrases *p, struct plan_tree *tree)
{
	size_t k = 0;

	for (size_t i = 0; i < tree->items.n; i++) {
		struct item *it = &tree->items.at[i];

		while (k < p->at.n && p->at.at[k].run.from < it->own.from)
			k++;
		it->first_phrase = k;
		while (k < p->at.n && p->at.at[k].run.from < it->own.to)
			k++;
		it->nphrases = k - it->first_phrase;
	}
}

/* Without a bracket at its end that names persons: (牵头领导:张三). */
static struct run without_persons(const struct plan_text *t, struct run title)
{
	struct label l;
	size_t open;

	if (title.to <= title.from || t->g[title.to - 1].cp != ')')
		return title;
	open = t->pair[title.to - 1];
	if (open > title.from && plan_label_read(t, open + 1, title.to, &l) &&
	    l.duty == DUTY_PERSON)
		title.to = open;
	return title;
}

/* A title ends at the first sign of a sentence outside brackets and quotes, at a phrase or line
 * end. */
struct run plan_title_cut(const struct plan_text *t, const struct plan_phrases *p,
			  const struct item *it, size_t from)
{
	size_t to = it->own.to, i = from;
	char32_t quote = 0;

	if (it->nphrases > 0 && p->at.at[it->first_phrase].run.from < to)
		to = p->at.at[it->first_phrase].run.from;
	if (to < from)
		to = from;
	while (i < to && t->g[i].cp != '\n') {
		char32_t cp = t->g[i].cp;

		if (!quote && glyph_is_sign(cp, sentence_ends))
			break;
		if (!quote && glyph_is_sign(cp, U"“《"))
			quote = cp == U'“' ? U'”' : U'》';
		else if (cp == quote)
			quote = 0;
		i = plan_text_next(t, i, to);
	}
	struct run title = plan_text_strip(t, (struct run){from, i}, U"。;:,、|");
	return plan_text_trim(t, without_persons(t, title));
}

static bool heading_only(const struct plan_text *t, const struct plan_phrases *p,
			 const struct item *it)
{
	size_t behind;

	if (it->nphrases != 1)
		return false;
	behind = p->at.at[it->first_phrase].run.to;
	for (size_t i = it->title.to; i < it->own.to; i++)
		if ((i < p->at.at[it->first_phrase].run.from || i >= behind) &&
		    !glyph_is_blank(t->g[i].cp) && t->g[i].cp != U'。')
			return false;
	return plan_text_eol(t, it->own.from, it->own.to) >= behind;
}

/* Whether a phrase has a number before its label on a line: those of the other labels are none
 * either. */
static bool has_numbered_labels(const struct builder *b)
{
	for (size_t k = 0; k < b->p->at.n; k++) {
		const struct phrase *ph = &b->p->at.at[k];
		size_t i = ph->run.from, from = i > LONGEST_NUMBER ? i - LONGEST_NUMBER : 0;
		struct mark m;

		while (i > from && b->t->g[i - 1].cp != '\n')
			i--;
		if (ph->labelled && glyph_before(b->t, i) == '\n' && plan_mark_read(b->t, i, &m) &&
		    m.to == ph->run.from)
			return true;
	}
	return false;
}

void plan_tree_build(struct arena *a, const struct plan_text *t, const struct plan_phrases *p,
		     struct plan_tree *tree)
{
	struct builder b = {.a = a, .t = t, .p = p, .tree = tree};

	for (int k = 0; k <= MARK_STEP; k++)
		b.open[k] = -1;
	b.numbers_labels = has_numbered_labels(&b);
	find_marks(&b);
	for (size_t i = 0; i < tree->items.n; i++)
		tree->items.at[i].own.to =
			i + 1 < tree->items.n ? tree->items.at[i + 1].own.from : t->n;
	give_phrases(p, tree);
	for (size_t i = tree->items.n; i-- > 0;) {
		struct item *it = &tree->items.at[i];

		close_text(t, p, it);
		it->title = plan_title_cut(t, p, it, it->mark.to);
		it->heading_duty = heading_only(t, p, it);
		it->has_duties |= it->nphrases > 0;
		if (it->end < it->own.to)
			it->end = it->own.to;
		if (it->parent >= 0) {
			struct item *above = &tree->items.at[it->parent];

			above->has_duties |= it->has_duties;
			above->end = above->end > it->end ? above->end : it->end;
		}
	}
}
