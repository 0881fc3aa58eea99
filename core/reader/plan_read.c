/* The plan reader: runs the stages (text, phrases, tree, choice of actions, head, facts, doubts)
 * and copies what they found into the plan. Every stage is one walk over glyphs or items. */
#include "core/plan/plan.h"

#include "core/i18n.h"
#include "core/reader/plan_facts.h"
#include "core/reader/plan_head.h"
#include "core/reader/plan_lost.h"
#include "core/reader/plan_table.h"
#include "core/reader/plan_tree.h"

/* The heading that groups an action, -1 for none: not the action that it is a part of, and not a
 * heading that says only "main tasks". */
static int section_of(const struct plan_text *t, const struct plan_tree *tree, int i)
{
	for (i = tree->items.at[i].parent; i >= 0; i = tree->items.at[i].parent)
		if (!tree->items.at[i].action &&
		    tree->items.at[i].title.to > tree->items.at[i].title.from &&
		    !plan_heading_is_generic(t, tree->items.at[i].title))
			return i;
	return -1;
}

static const char *add_section(struct reading *rd, int item, int *last)
{
	struct plan_section *s;

	if (item < 0)
		return "";
	if (item == *last)
		return rd->p->sections.at[rd->p->sections.n - 1].no;
	*last = item;
	s = vec_push(rd->a, &rd->p->sections);
	s->no = plan_text_copy(rd->a, &rd->t, rd->tree.items.at[item].mark.no);
	s->title = plan_text_copy(rd->a, &rd->t, rd->tree.items.at[item].title);
	return s->no;
}

/* The unit that a section is called by leads what is in it. */
static void add_leader(struct reading *rd, const struct item *section, struct plan_action *action)
{
	struct plan_unit *u = vec_push(rd->a, &action->units);

	u->name = plan_text_copy(rd->a, &rd->t, section->leader);
	u->role = ROLE_LEAD;
	u->span = plan_text_span(&rd->t, section->leader);
}

static void add_units(struct reading *rd, const struct item *it, struct plan_action *action)
{
	const struct item *above = it->parent < 0 ? NULL : &rd->tree.items.at[it->parent];
	bool led = above && above->heading_duty && !above->action;

	if (above && above->leader.to > above->leader.from) {
		add_leader(rd, above, action);
		led = true;
	} else if (led) {
		plan_phrase_units(rd->a, &rd->t, &rd->phrases,
				  &rd->phrases.at.at[above->first_phrase], false, action);
	}
	for (size_t k = 0; k < it->nphrases; k++)
		plan_phrase_units(rd->a, &rd->t, &rd->phrases,
				  &rd->phrases.at.at[it->first_phrase + k], led, action);
}

/* An item without text of its own is called by its number; the doubts tell. */
static const char *title_of(struct reading *rd, const struct item *it)
{
	struct run title = it->title.to > it->title.from ? it->title : it->mark.no;

	return title.to > title.from ? plan_text_copy(rd->a, &rd->t, title) : "…";
}

/* The action that item i is a part of, -1 for none. */
static int action_above(const struct plan_tree *tree, int i)
{
	do
		i = tree->items.at[i].parent;
	while (i >= 0 && !tree->items.at[i].action);
	return i;
}

static void add_action(struct reading *rd, int i, int *section)
{
	const struct item *it = &rd->tree.items.at[i];
	int whole = action_above(&rd->tree, i);
	struct plan_action *action = vec_push(rd->a, &rd->p->actions);
	struct run clause = {it->own.from, it->tail.to > it->end ? it->tail.to : it->end};

	action->no = plan_text_copy(rd->a, &rd->t, it->mark.no);
	action->title = title_of(rd, it);
	action->parent = "";
	if (whole >= 0)
		action->parent = plan_text_copy(rd->a, &rd->t, rd->tree.items.at[whole].mark.no);
	action->section = add_section(rd, section_of(&rd->t, &rd->tree, i), section);
	action->due = "";
	action->clause = plan_text_span(&rd->t, clause);
	action->line = plan_text_line(&rd->t, it->own.from);
	if (it->goal)
		*vec_push(rd->a, &action->indicators) = *it->goal;
	*vec_push(rd->a, &rd->origin) = i;
	add_units(rd, it, action);
}

static enum lead_rule rule_of(const struct plan_phrases *ph)
{
	return ph->stars	 ? LEAD_RULE_STAR
	       : ph->first_leads ? LEAD_RULE_FIRST
	       : ph->says_lead	 ? LEAD_RULE_LABELLED
				 : LEAD_RULE_NONE;
}

static size_t plan_end(const struct plan_tree *tree)
{
	size_t end = 0;

	for (size_t i = 0; i < tree->items.n; i++)
		if (tree->items.at[i].action && tree->items.at[i].end > end)
			end = tree->items.at[i].end;
	return end;
}

/* Phrases that stand before `to`. */
static size_t count_phrases(const struct plan_phrases *p, size_t to)
{
	size_t n = 0;

	while (n < p->at.n && p->at.at[n].run.to <= to)
		n++;
	return n;
}

/* A table of tasks counts when it names units for more tasks than the text before it does, which
 * may say who leads the whole. *begin gets where it begins. */
static bool read_tables(struct reading *rd, size_t *begin)
{
	struct plan_phrases p = {0};
	struct plan_tree tree = {0};
	size_t n = plan_tables_read(rd->a, &rd->t, &p, &tree, begin);

	if (n == 0)
		return false;
	if (count_phrases(&rd->phrases, *begin) * 2 > n) {
		plan_lost_table(rd, *begin, n);
		return false;
	}
	plan_lost_phrases(rd, &rd->phrases, *begin);
	p.first_leads |= rd->phrases.first_leads;
	rd->phrases = p;
	rd->tree = tree;
	return true;
}

/* The items of running text; false when none is an action. */
static bool read_items(struct reading *rd, size_t *begin)
{
	plan_tree_build(rd->a, &rd->t, &rd->phrases, &rd->tree);
	plan_tree_split(rd->a, &rd->t, &rd->phrases, &rd->tree);
	if (!plan_tree_pick(rd->a, &rd->t, &rd->phrases, &rd->tree))
		return false;
	plan_titles_cut(&rd->t, &rd->tree);
	for (size_t i = 0; i < rd->tree.items.n; i++) {
		const struct item *it = &rd->tree.items.at[i];

		rd->phrases.says_lead |= it->leader.to > it->leader.from &&
					 plan_text_has(&rd->t, it->title, U"牵头");
	}
	*begin = plan_tree_begin(&rd->tree);
	return true;
}

int plan_read(struct arena *a, const char *file, const char *bytes, size_t nbytes, struct plan *p,
	      struct err *e)
{
	struct reading rd = {.a = a, .p = p};
	size_t begin = 0;
	int section = -1;

	*p = (struct plan){0};
	if (plan_text_read(a, bytes, nbytes, &rd.t, e))
		return -1;
	struct run all = plan_text_trim(&rd.t, (struct run){0, rd.t.n});
	if (all.from == all.to)
		return err_set(e, ERR_FORMAT, _("the document is empty"));
	plan_phrases_find(a, &rd.t, &rd.phrases);
	if (!read_tables(&rd, &begin) && !read_items(&rd, &begin))
		return err_set(e, ERR_FORMAT,
			       _("no action was found: no numbered item of the document names a "
				 "responsible unit or stands under a heading of tasks"));
	p->file = arena_strdup(a, file);
	p->text = rd.t.s;
	p->nbytes = rd.t.nbytes;
	p->lead_rule = rule_of(&rd.phrases);
	plan_head_read(a, &rd.t, begin, plan_end(&rd.tree), p);
	for (size_t i = 0; i < rd.tree.items.n; i++)
		if (rd.tree.items.at[i].action)
			add_action(&rd, (int)i, &section);
	plan_facts_read(&rd);
	plan_lost_find(&rd);
	plan_doubts_find(&rd);
	return 0;
}
