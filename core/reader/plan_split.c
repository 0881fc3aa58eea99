/* Unnumbered items: an item of several paragraphs that each end in units of their own is a group,
 * and its paragraphs become items. Titles that run into the text are cut where the titles of their
 * siblings end. */
#include "core/reader/plan_tree.h"

enum { SHORT_TITLE = 20, LONGEST_SUFFIX_PLACE = 30 };

/* The phrase stands in brackets and nothing follows it in its paragraph. */
static bool closes_paragraph(const struct plan_text *t, const struct phrase *ph, size_t to)
{
	size_t i = ph->run.to;

	while (i < to && (t->g[i].cp == ' ' || t->g[i].cp == U'。'))
		i++;
	return !ph->own_line && (i >= to || t->g[i].cp == '\n');
}

/* The classes of duty in a phrase, a bit for each. */
static unsigned classes_of(const struct plan_phrases *p, const struct phrase *ph)
{
	unsigned bits = 0;

	for (size_t k = 0; k < ph->nduties; k++)
		bits |= 1u << p->duties.at[ph->first + k].duty;
	return bits;
}

/* Lines of units of the same kind, each below paragraphs of its own: every one closes a part. */
static bool closes_parts(const struct plan_text *t, const struct plan_phrases *p,
			 const struct item *it)
{
	const struct phrase *first = &p->at.at[it->first_phrase], *ph = first;

	for (size_t k = 0; k < it->nphrases; k++, ph++) {
		if (!ph->own_line || ph->run.to >= it->own.to + 1 ||
		    classes_of(p, ph) != classes_of(p, first))
			return false;
		if (k == 0)
			continue;
		struct run between =
			plan_text_strip(t, (struct run){ph[-1].run.to, ph->run.from}, U"。");
		struct run line = {between.from, plan_text_eol(t, between.from, between.to)};
		if (between.to == between.from || plan_text_has(t, line, U":"))
			return false;
	}
	return it->nphrases > 1;
}

static size_t closing_phrases(const struct plan_text *t, const struct plan_phrases *p,
			      const struct item *it)
{
	size_t n = 0;

	for (size_t k = 0; k < it->nphrases; k++)
		n += closes_paragraph(t, &p->at.at[it->first_phrase + k], it->own.to);
	return n;
}

static size_t skip_blanks(const struct plan_text *t, size_t i, size_t to)
{
	while (i < to && (glyph_is_blank(t->g[i].cp) || plan_text_in(t->g[i].cp, U"。:")))
		i++;
	return i;
}

/* Whether the first phrase closes the heading's own line: 一、净水(牵头单位:区水利局). */
static bool in_heading(const struct plan_text *t, const struct plan_phrases *p,
		       const struct item *it)
{
	const struct phrase *ph = &p->at.at[it->first_phrase];
	size_t eol = plan_text_eol(t, it->own.from, it->own.to);

	return ph->run.to <= eol && it->title.to > it->title.from &&
	       closes_paragraph(t, ph, it->own.to) &&
	       skip_blanks(t, it->title.to, ph->run.from) == ph->run.from;
}

/* Makes items below `above` of the paragraphs of `it` from `from` on, in which its phrases from
 * `first` on stand. */
static void push_paragraphs(struct arena *a, const struct plan_text *t,
			    const struct plan_phrases *p, const struct item *it, size_t from,
			    size_t first, int above, struct plan_tree *out)
{
	const size_t end = it->first_phrase + it->nphrases;
	bool parts = closes_parts(t, p, it);

	for (size_t k = first; k < end; k++) {
		const struct phrase *ph = &p->at.at[k];

		if (!parts && !closes_paragraph(t, ph, it->own.to) && k + 1 < end)
			continue;
		struct item *part = vec_push(a, &out->items);
		part->parent = above;
		part->own = (struct run){from, k + 1 < end ? ph->run.to : it->own.to};
		part->end = part->own.to;
		part->mark.no = (struct run){from, from};
		part->first_phrase = first;
		part->nphrases = k + 1 - first;
		part->title = plan_title_cut(t, p, part, from);
		part->has_duties = true;
		if (above >= 0)
			out->items.at[above].nchildren++;
		first = k + 1;
		from = skip_blanks(t, ph->run.to, it->own.to);
	}
}

/* Cuts `it` (already copied to the new tree as `above`) into its paragraphs. */
static void cut_paragraphs(struct arena *a, const struct plan_text *t, const struct plan_phrases *p,
			   const struct item *it, int above, struct plan_tree *out)
{
	const bool heading = in_heading(t, p, it);
	size_t behind = heading ? p->at.at[it->first_phrase].run.to : it->title.to;

	push_paragraphs(a, t, p, it, skip_blanks(t, behind, it->own.to), it->first_phrase + heading,
			above, out);
	out->items.at[above].nphrases = heading;
	out->items.at[above].heading_duty = heading;
	out->items.at[above].own.to = out->items.at[above + 1].own.from;
}

/* Steps (一是, 二是) end with their paragraph: the paragraphs behind the last one stand beside it,
 * where the steps name units of their own. False when there are none; last is its item in the new
 * tree. */
static bool cut_behind_step(struct arena *a, const struct plan_text *t,
			    const struct plan_phrases *p, const struct item *it, size_t last,
			    struct plan_tree *out)
{
	size_t eol = plan_text_eol(t, it->own.from, it->own.to), n = 0;
	struct item *step = &out->items.at[last];

	while (n < it->nphrases && p->at.at[it->first_phrase + n].run.to <= eol)
		n++;
	if (it->mark.kind != MARK_STEP || n == 0 || n == it->nphrases ||
	    p->at.at[it->first_phrase + n].own_line ||
	    (it->mark.value > 1 && (last == 0 || out->items.at[last - 1].nphrases == 0)))
		return false;
	step->own.to = step->end = eol;
	step->nphrases = n;
	push_paragraphs(a, t, p, it, skip_blanks(t, eol, it->own.to), it->first_phrase + n,
			step->parent, out);
	return true;
}

/* A document without numbers is one item without title, from the paragraph of its first phrase. */
static void add_whole(struct arena *a, const struct plan_text *t, const struct plan_phrases *p,
		      struct plan_tree *tree)
{
	size_t from = p->at.at[0].run.from;
	struct item *it = vec_push(a, &tree->items);

	while (from > 0 && t->g[from - 1].cp != '\n')
		from--;
	it->mark.kind = MARK_HAN;
	it->mark.no = (struct run){from, from};
	it->mark.to = from;
	it->own = (struct run){from, p->at.at[p->at.n - 1].run.to};
	it->end = it->own.to;
	it->title = (struct run){from, from};
	it->parent = -1;
	it->nphrases = p->at.n;
	it->has_duties = true;
}

void plan_tree_split(struct arena *a, const struct plan_text *t, const struct plan_phrases *p,
		     struct plan_tree *tree)
{
	struct plan_tree out = {0};
	int *moved = arena_alloc(a, (tree->items.n + 1) * sizeof *moved);

	if (tree->items.n == 0 && p->at.n > 0)
		add_whole(a, t, p, tree);
	for (size_t i = 0; i < tree->items.n; i++) {
		const struct item *it = &tree->items.at[i];
		struct item *copy = vec_push(a, &out.items);

		moved[i] = (int)out.items.n - 1;
		*copy = *it;
		copy->parent = it->parent < 0 ? -1 : moved[it->parent];
		if (it->nchildren == 0 && it->nphrases > 1 &&
		    !cut_behind_step(a, t, p, it, out.items.n - 1, &out) &&
		    (closing_phrases(t, p, it) > 1 || closes_parts(t, p, it)))
			cut_paragraphs(a, t, p, it, moved[i], &out);
	}
	*tree = out;
}

/* The last two characters of a short title, 0 for a long one. */
static uint64_t ending(const struct plan_text *t, const struct item *it)
{
	size_t length = it->title.to - it->title.from;

	if (!it->action || length < 3 || length > SHORT_TITLE)
		return 0;
	return (uint64_t)t->g[it->title.to - 2].cp << 32 | t->g[it->title.to - 1].cp;
}

/* The ending that two of three short titles of actions share ("行动"), found by majority vote; 0
 * when there is none. */
static uint64_t common_ending(const struct plan_text *t, const struct plan_tree *tree)
{
	size_t votes = 0, n = 0, same = 0;
	uint64_t common = 0, e;

	for (size_t i = 0; i < tree->items.n; i++) {
		if (!(e = ending(t, &tree->items.at[i])))
			continue;
		if (votes == 0)
			common = e;
		votes += e == common ? 1 : (size_t)-1;
	}
	for (size_t i = 0; i < tree->items.n; i++) {
		e = ending(t, &tree->items.at[i]);
		n += e != 0;
		same += e != 0 && e == common;
	}
	return same >= 2 && same * 3 >= n * 2 ? common : 0;
}

/* Where a blank parts a short title from the text behind it; 0 for nowhere. */
static size_t blank_in_title(const struct plan_text *t, const struct item *it)
{
	size_t at = 0;

	if (!it->action || it->title.to <= it->title.from + SHORT_TITLE)
		return 0;
	for (size_t k = it->title.from + 1; k < it->title.to; k++) {
		if (t->g[k].cp != ' ' || !glyph_is_han(t->g[k - 1].cp))
			continue;
		if (at > 0 || k < it->title.from + 3)
			return 0; /* stray blanks */
		at = k;
	}
	return at <= it->title.from + SHORT_TITLE ? at : 0;
}

/* Titles of which most are parted from the text by a blank only are cut there. */
static void cut_at_blanks(const struct plan_text *t, struct plan_tree *tree)
{
	size_t n = 0, parted = 0, at;

	for (size_t i = 0; i < tree->items.n; i++) {
		n += tree->items.at[i].action;
		parted += blank_in_title(t, &tree->items.at[i]) > 0;
	}
	for (size_t i = 0; parted > 1 && parted * 3 >= n * 2 && i < tree->items.n; i++)
		if ((at = blank_in_title(t, &tree->items.at[i])) > 0)
			tree->items.at[i].title.to = at;
}

void plan_titles_cut(const struct plan_text *t, struct plan_tree *tree)
{
	cut_at_blanks(t, tree);
	uint64_t common = common_ending(t, tree);
	char32_t suffix[3] = {(char32_t)(common >> 32), (char32_t)common, 0};

	if (!common)
		return;
	for (size_t i = 0; i < tree->items.n; i++) {
		struct item *it = &tree->items.at[i];
		size_t limit = it->title.from + LONGEST_SUFFIX_PLACE;

		if (!it->action ||
		    (it->title.to <= it->title.from + SHORT_TITLE &&
		     !plan_text_has(t, it->title, U",")) ||
		    plan_text_ends(t, it->title, suffix))
			continue;
		for (size_t k = it->title.from; k < limit && k < it->title.to; k++) {
			size_t n = plan_text_match(t, k, it->title.to, suffix);

			if (n > 0) {
				it->title.to = k + n;
				break;
			}
		}
	}
}
