/* Which items are actions: those that have units of their own, their siblings, and their children
 * with units; in a document that names no units the items of its task part. Before that, phrases
 * that stand at the end of a group are given to the group. */
#include "core/reader/plan_tree.h"

/* Headings that say "tasks" and nothing else. */
static const char32_t *const task_words[] = {
	U"主要任务", U"重点任务", U"重大行动", U"工作任务", U"重点工作", U"主要行动", U"推进任务",
	U"主要工作", U"任务分工", U"重点行动", U"主要措施", U"工作措施", U"主要举措", U"重点举措",
	U"任务清单", U"任务措施", U"专项行动", U"具体任务", U"主要内容", U"工作内容", U"实施内容"};

/* Headings under which nobody is given a task, unless units are named there. */
static const char32_t *const frame_words[] = {
	U"总体目标", U"总体要求", U"工作目标", U"目标要求", U"指导思想", U"基本原则",
	U"工作要求", U"保障措施", U"组织实施", U"组织保障", U"组织领导", U"实施进度",
	U"主要目标", U"工作原则", U"实施步骤", U"时间安排", U"进度安排", U"工作步骤",
	U"有关要求", U"附则",	  U"总则",     U"行动目标", U"发展目标", U"总体思路",
	U"实施保障", U"工作保障", U"监督考核", U"考核评价", U"主要指标", U"具体指标",
	U"背景",     U"目标任务", U"职责分工", U"宣传引导", U"监测评估", U"支撑保障"};

enum { FEW_ITEMS = 4 };

#define ROWS(table) (sizeof(table) / sizeof *(table))

/* What a heading begins with that says what is done about the tasks: 抓好重点任务落实. */
static const char32_t *const urging_words[] = {U"加快", U"抓好", U"抓实", U"狠抓", U"抓紧", U"突出",
					       U"聚焦", U"强化", U"推动", U"确保", U"压实"};

bool plan_heading_is_generic(const struct plan_text *t, struct run title)
{
	return title.to - title.from <= 10 &&
	       !plan_text_begins_any(t, title, urging_words, ROWS(urging_words)) &&
	       plan_text_has_any(t, title, task_words, ROWS(task_words));
}

/* What a document says of itself at its end: from when it is in force, who explains it. */
static bool is_closing(const struct plan_text *t, const struct item *it)
{
	static const char32_t *const words[] = {U"施行", U"有效期", U"负责解释", U"废止"};

	return it->nphrases == 0 && plan_text_has_any(t, it->title, words, ROWS(words));
}

static bool is_frame(const struct plan_text *t, const struct item *it)
{
	return is_closing(t, it) ||
	       (it->title.to - it->title.from <= 20 &&
		plan_text_has_any(t, it->title, frame_words, ROWS(frame_words)));
}

/* What is known of the children of one item (or of the items without parent). */
struct siblings {
	size_t n, with_own, with_any, with_parts;
	size_t with_list; /* own units that are no part of a sentence */
	int last;
	enum mark_kind kind;
	unsigned kinds_with_own; /* a bit for each kind of mark */
};

/* 一、… (甲局牵头): the line of a section, whose units answer for all its items. */
static bool is_heading_duty(const struct item *it)
{
	return it->heading_duty && it->nchildren > 0 && it->mark.kind <= MARK_HAN;
}

/* 三、保障措施 (甲局负责): units there are no sign that the sections beside it are tasks. */
static bool is_frame_section(const struct plan_text *t, const struct item *it)
{
	return it->mark.kind <= MARK_HAN && it->nphrases > 0 && is_frame(t, it);
}

static void count_children(const struct plan_text *t, const struct plan_phrases *p,
			   const struct plan_tree *tree, struct siblings *of)
{
	for (size_t i = 0; i < tree->items.n; i++) {
		const struct item *it = &tree->items.at[i];
		struct siblings *s = &of[it->parent + 1];

		s->n++;
		bool own = it->nphrases > 0 && !is_heading_duty(it) && !is_frame_section(t, it);

		s->with_own += own;
		s->with_list += own && !p->at.at[it->first_phrase].prose;
		s->kinds_with_own |= own ? 1u << it->mark.kind : 0;
		s->with_any += it->has_duties;
		s->with_parts += it->nchildren > 0;
		s->last = (int)i;
		s->kind = it->mark.kind;
	}
}

/* A heading with units is the action itself where most headings beside it have no items below. */
static void demote_headings(struct plan_tree *tree, const struct siblings *of)
{
	for (size_t i = 0; i < tree->items.n; i++) {
		struct item *it = &tree->items.at[i];
		const struct siblings *s = &of[it->parent + 1];

		if (is_heading_duty(it) && s->n > 1 && s->with_parts * 2 <= s->n &&
		    s->with_own + 1 >= s->n)
			it->heading_duty = false;
	}
}

/* Gives the phrases of the children to the item that they stand in. */
static void take_phrases(struct plan_tree *tree, int parent, int last)
{
	struct item *up = &tree->items.at[parent];

	for (int i = parent + 1; i <= last; i++) {
		struct item *it = &tree->items.at[i];

		if (it->nphrases == 0)
			continue;
		if (up->nphrases == 0)
			up->first_phrase = it->first_phrase;
		up->nphrases = it->first_phrase + it->nphrases - up->first_phrase;
		it->nphrases = 0;
		it->has_duties = false;
	}
}

/* One line of units below the items of a section is for all of them. */
static void share_phrase(const struct plan_phrases *p, struct plan_tree *tree, int parent, int last)
{
	const struct item *with = &tree->items.at[last];

	if (!p->at.at[with->first_phrase].own_line)
		return;
	for (int i = parent + 1; i < last; i++) {
		struct item *it = &tree->items.at[i];

		if (it->parent != parent || it->nchildren > 0)
			continue;
		it->first_phrase = with->first_phrase;
		it->nphrases = with->nphrases;
		it->has_duties = true;
	}
}

/* One line of units for a group (1)(2)(3), or steps (一是, 二是) that do not all name units. */
static void hoist(const struct plan_phrases *p, struct plan_tree *tree, const struct siblings *of)
{
	for (size_t i = tree->items.n; i-- > 0;) {
		const struct siblings *s = &of[i + 1];
		struct item *up = &tree->items.at[i];
		const struct item *last;

		if (s->n == 0 || s->with_any == 0)
			continue;
		last = &tree->items.at[s->last];
		if (last->nchildren > 0)
			continue;
		bool step = s->kind == MARK_STEP && s->with_own < s->n;
		bool group =
			s->n > 1 && s->with_any == 1 && last->nphrases == 1 && up->nphrases == 0 &&
			up->mark.kind > MARK_HAN &&
			(s->kind >= MARK_ARABIC_PAREN || p->at.at[last->first_phrase].own_line);
		if (step || group)
			take_phrases(tree, (int)i, s->last);
		else if (s->n > 1 && s->with_any == 1 && last->nphrases == 1 && up->nphrases == 0 &&
			 up->mark.kind == MARK_HAN && s->kind < MARK_STEP)
			share_phrase(p, tree, (int)i, s->last);
	}
}

/* Whether an item without units is one of the tasks among which it stands: most of them have units,
 * or some have and it has no items below. The doubts ask who answers for it. */
static bool is_in_list(const struct item *it, const struct siblings *s)
{
	return (s->kinds_with_own & 1u << it->mark.kind) &&
	       (s->with_any * 2 > s->n || (it->nchildren == 0 && !it->has_duties &&
					   (s->with_own > 1 || s->with_list * FEW_ITEMS >= s->n)));
}

/* An item without units that stands among items with units. */
static void pick_beside(const struct plan_text *t, const struct plan_tree *tree, struct item *it,
			const struct siblings *s)
{
	bool frame =
		is_frame(t, it) || (it->parent >= 0 && is_frame(t, &tree->items.at[it->parent]));

	it->action = !frame && it->mark.kind != MARK_STEP && is_in_list(it, s);
	it->beside = !frame && !it->action && it->nchildren == 0 && s->with_own > 0;
}

/* Items are in the order of the text, so that a parent is decided before its children. */
static bool pick_by_duties(const struct plan_text *t, struct plan_tree *tree,
			   const struct siblings *of)
{
	bool any = false;

	for (size_t i = 0; i < tree->items.n; i++) {
		struct item *it = &tree->items.at[i];
		const struct siblings *s = &of[it->parent + 1];
		bool below = it->parent >= 0 && tree->items.at[it->parent].action;

		if (is_heading_duty(it) || (it->mark.kind == MARK_PART && it->nchildren > 0))
			it->action = false;
		else if (it->nphrases > 0)
			it->action = true;
		else if (below)
			it->action = tree->items.at[it->parent].nphrases == 0 &&
				     it->mark.kind != MARK_STEP && is_in_list(it, s);
		else
			pick_beside(t, tree, it, s);
		any |= it->action;
	}
	return any;
}

/* Children of a heading whose own line names units are its actions. */
static void pick_below_headings(struct plan_tree *tree)
{
	for (size_t i = 0; i < tree->items.n; i++) {
		struct item *it = &tree->items.at[i];

		if (it->parent >= 0 && tree->items.at[it->parent].heading_duty &&
		    !tree->items.at[it->parent].action && it->mark.kind < MARK_STEP)
			it->action = true;
	}
}

/* An item below a heading whose paragraphs are its parts is the whole of them; a 一、 is a section.
 */
static void pick_above_paragraphs(struct plan_tree *tree)
{
	for (size_t i = 0; i + 1 < tree->items.n; i++)
		if (tree->items.at[i + 1].parent == (int)i &&
		    tree->items.at[i + 1].mark.kind == MARK_NONE &&
		    tree->items.at[i].mark.kind > MARK_HAN)
			tree->items.at[i].action = true;
}

/* An item with goals in one part and units in another is the whole of them, else its goals would
 * be nobody's; a 一、 is a section. */
static void pick_above_goals(const struct plan_text *t, struct plan_tree *tree)
{
	for (size_t i = 0; i < tree->items.n; i++) {
		const struct item *it = &tree->items.at[i];
		struct item *up = it->parent >= 0 ? &tree->items.at[it->parent] : NULL;

		if (up && up->mark.kind > MARK_HAN && up->has_duties && !it->has_duties &&
		    is_frame(t, it) &&
		    (plan_text_has(t, it->title, U"目标") || plan_text_has(t, it->title, U"指标")))
			up->action = true;
	}
}

static int count_below(const struct plan_tree *tree, int top, int *with_children, int *level2)
{
	int n = 0;

	*with_children = *level2 = 0;
	for (size_t i = 0; i < tree->items.n; i++) {
		const struct item *it = &tree->items.at[i];

		if (it->mark.kind == MARK_STEP)
			continue;
		n += it->parent == top;
		if (it->parent >= 0 && tree->items.at[it->parent].parent == top && it->parent > top)
			++*level2;
	}
	for (size_t i = 0; i < tree->items.n; i++)
		if (tree->items.at[i].parent == top && tree->items.at[i].nchildren > 0)
			++*with_children;
	return n;
}

/* In a document without units: the items of the part that is called tasks, one level deeper where
 * most of them have numbered items of their own. */
static bool pick_by_heading(const struct plan_text *t, struct plan_tree *tree)
{
	int top = -1, with_children, level2, n;
	bool any = false;

	for (size_t i = 0; i < tree->items.n && top < 0; i++)
		if (tree->items.at[i].title.to - tree->items.at[i].title.from <= 16 &&
		    tree->items.at[i].nchildren > 0 &&
		    plan_text_has_any(t, tree->items.at[i].title, task_words, ROWS(task_words)))
			top = (int)i;
	n = count_below(tree, top, &with_children, &level2);
	bool deeper = level2 > 0 && with_children * 2 > n;
	for (size_t i = 0; i < tree->items.n; i++) {
		struct item *it = &tree->items.at[i];
		int level = deeper && it->parent >= 0 ? tree->items.at[it->parent].parent
			    : deeper		      ? -2
						      : it->parent;

		it->action = level == top && it->mark.kind < MARK_STEP && !is_frame(t, it) &&
			     !(it->parent >= 0 && is_frame(t, &tree->items.at[it->parent]));
		any |= it->action;
	}
	return any;
}

/* Text behind the phrase that ends the last sub-action belongs to the whole. */
static void cut_tails(const struct plan_text *t, const struct plan_phrases *p,
		      struct plan_tree *tree, const struct siblings *of)
{
	for (size_t i = 0; i < tree->items.n; i++) {
		struct item *up = &tree->items.at[i], *last;

		if (!up->action || of[i + 1].n == 0)
			continue;
		last = &tree->items.at[of[i + 1].last];
		if (!last->action || last->nphrases == 0 || last->nchildren > 0)
			continue;
		const struct phrase *ph = &p->at.at[last->first_phrase + last->nphrases - 1];
		size_t eol = plan_text_eol(t, ph->run.to, last->own.to);
		if (ph->own_line || eol - ph->run.to > 2 || eol >= last->own.to)
			continue;
		up->tail = (struct run){eol, last->own.to};
		last->own.to = ph->run.to;
	}
}

bool plan_tree_pick(struct arena *a, const struct plan_text *t, const struct plan_phrases *p,
		    struct plan_tree *tree)
{
	struct siblings *of = arena_alloc(a, (tree->items.n + 1) * sizeof *of);
	bool any;

	count_children(t, p, tree, of);
	demote_headings(tree, of);
	hoist(p, tree, of);
	for (size_t i = 0; i <= tree->items.n; i++)
		of[i] = (struct siblings){0};
	count_children(t, p, tree, of);
	any = pick_by_duties(t, tree, of);
	pick_below_headings(tree);
	any |= plan_leaders_pick(t, tree);
	pick_above_paragraphs(tree);
	pick_above_goals(t, tree);
	if (!any && p->at.n == 0)
		any = pick_by_heading(t, tree);
	cut_tails(t, p, tree, of);
	return any;
}

size_t plan_tree_begin(const struct plan_tree *tree)
{
	size_t first = 0;
	int top, above;

	while (first < tree->items.n && !tree->items.at[first].action)
		first++;
	if (first == tree->items.n)
		return 0;
	for (top = (int)first; (above = tree->items.at[top].parent) >= 0;)
		top = above;
	for (int i = top; i-- > 0;) {
		const struct item *it = &tree->items.at[i], *next = &tree->items.at[top];

		if (it->parent < 0 && it->mark.kind == next->mark.kind &&
		    it->mark.value == next->mark.value - 1)
			top = i;
	}
	return tree->items.at[top].own.from;
}
