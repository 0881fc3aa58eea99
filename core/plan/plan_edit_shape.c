/* Steps that change which actions there are: one becomes two, two become one, one is taken out.
 * What was read of a clause goes where its place in the text is. */
#include "core/plan/plan_edit_step.h"

#include "core/i18n.h"
#include "core/reader/plan_mark.h"
#include "core/text/utf8.h"

#include <ctype.h>
#include <string.h>

/* The second part as it is read from the text: its number where it prints one, and its title. */
struct cut {
	const char *no, *title;
};

/* Whether a run has more than signs. */
static bool says_something(const struct plan_text *t, struct run r)
{
	for (size_t i = r.from; i < r.to; i++)
		if (glyph_is_han(t->g[i].cp) || glyph_is_digit(t->g[i].cp) ||
		    (t->g[i].cp < 0x80 && isalpha((int)t->g[i].cp)))
			return true;
	return false;
}

/* Reads what the text of an action begins with; false when it says nothing. */
static bool read_cut(struct arena *a, const char *s, size_t nbytes, struct cut *cut)
{
	struct arena scratch = ARENA_INIT;
	struct err e = ERR_INIT;
	struct plan_text t;
	struct mark m;
	struct run r = {0};

	*cut = (struct cut){"", ""};
	if (!plan_text_read(&scratch, s, nbytes, &t, &e)) {
		r = plan_text_strip(&t, (struct run){0, t.n}, U"。;:,、");
		if (plan_mark_read(&t, r.from, &m) && m.to < r.to) {
			cut->no = arena_strdup(a, plan_text_copy(&scratch, &t, m.no));
			r.from = m.to;
		}
		r = plan_text_strip(&t, r, U"。;:,、");
		for (size_t i = r.from; i < r.to; i++)
			if (plan_text_in(t.g[i].cp, U"。;:!?\n"))
				r.to = i;
		if (says_something(&t, r))
			cut->title = arena_strdup(a, plan_text_copy(&scratch, &t, r));
	}
	arena_free(&scratch);
	return *cut->title != '\0';
}

/* "14-2", or the next that is free. */
static const char *free_no(struct arena *a, const struct plan *p, size_t action)
{
	const char *whole = p->actions.at[action].no, *no = NULL;

	for (int n = 2; !no || plan_no_is_taken(p, action, no); n++)
		no = arena_printf(a, *whole ? "%s-%d" : "%s%d", whole, n);
	return no;
}

/* Index of the second action: behind the first and its parts before the place. A part that begins
 * at the place, or that it lies in, is refused. */
static int find_second(const struct plan *p, size_t action, size_t at, size_t *second,
		       struct err *e)
{
	size_t i = action + 1;

	for (; i < p->actions.n && plan_is_within(p, i, action); i++) {
		struct plan_span clause = p->actions.at[i].clause;

		if (clause.from > at)
			break;
		if (clause.to > at)
			return err_set_field(e, ERR_INPUT, "at",
					     _("the place is in %s, which is an action already"),
					     plan_action_name(&p->actions.at[i]));
	}
	*second = i;
	return 0;
}

/* Elements of a whose place is behind `at` go to b; an array of T with a span. */
#define share_out(arena, a, b, where)                                                              \
	do {                                                                                       \
		plan_own(arena, a);                                                                \
		plan_own(arena, b);                                                                \
		size_t na_ = 0, nb_ = 0;                                                           \
		for (size_t i_ = 0; i_ < (a)->n; i_++)                                             \
			if ((a)->at[i_].span.from >= (where))                                      \
				(b)->at[nb_++] = (a)->at[i_];                                      \
			else                                                                       \
				(a)->at[na_++] = (a)->at[i_];                                      \
		(a)->n = na_;                                                                      \
		(b)->n = nb_;                                                                      \
	} while (0)

static void share_facts(struct arena *a, struct plan_action *first, struct plan_action *second,
			size_t at)
{
	struct plan_action whole = *first;

	share_out(a, &first->units, &second->units, at);
	share_out(a, &first->indicators, &second->indicators, at);
	share_out(a, &first->words, &second->words, at);
	share_out(a, &first->volumes, &second->volumes, at);
	if (first->units.n == 0 || second->units.n == 0) {
		first->units.at = second->units.at = whole.units.at;
		first->units.n = second->units.n = whole.units.n;
	}
}

/* Where the title of an action runs over the place, what is before it remains. */
static void cut_title(struct arena *a, const struct plan *p, struct plan_action *first, size_t at)
{
	const char *found = strstr(p->text + first->clause.from, first->title);
	struct cut cut;

	if (!found || found >= p->text + at || found + strlen(first->title) <= p->text + at)
		return;
	if (read_cut(a, found, (size_t)(p->text + at - found), &cut))
		first->title = cut.title;
}

static int refuse_place(struct err *e, const char *sentence)
{
	return err_set_field(e, ERR_INPUT, "at", "%s", sentence);
}

static int check_place(const struct plan *p, const struct plan_action *action, size_t at,
		       struct err *e)
{
	if (action->clause.from == action->clause.to)
		return refuse_place(e, _("this action has no text of its own to be parted"));
	if (at <= action->clause.from || at >= action->clause.to ||
	    ((unsigned char)p->text[at] & 0xC0) == 0x80)
		return refuse_place(e, _("the place must be inside the text of the action"));
	return 0;
}

static int line_of(const struct plan *p, const struct plan_action *action, size_t at)
{
	int line = action->line;

	for (size_t i = action->clause.from; i < at; i++)
		line += p->text[i] == '\n';
	return line;
}

/* Room for one action at i. */
static struct plan_action *insert_action(struct arena *a, struct plan *p, size_t i)
{
	vec_push(a, &p->actions);
	memmove(&p->actions.at[i + 1], &p->actions.at[i],
		(p->actions.n - 1 - i) * sizeof *p->actions.at);
	return &p->actions.at[i];
}

int plan_edit_split(struct plan_edit *ed, size_t action, size_t at, struct err *e)
{
	const struct plan_action *whole = plan_step_action(ed, action, e);
	const struct plan *now = plan_edit_plan(ed);
	struct plan_move move = {.kind = MOVE_SPLIT, .action = action, .at = at};
	struct cut cut;

	if (!whole || check_place(now, whole, at, e) ||
	    find_second(now, action, at, &move.second, e))
		return -1;
	if (!read_cut(&ed->a, now->text + at, whole->clause.to - at, &cut))
		return refuse_place(e, _("behind this place there is no text"));
	if (!*cut.no || plan_no_is_taken(now, action, cut.no) || plan_same_no(cut.no, whole->no))
		cut.no = free_no(&ed->a, now, action);

	struct plan *next = plan_step_begin(ed);
	for (size_t i = move.second; i < next->actions.n; i++)
		if (plan_parent_index(now, i) == (int)action)
			next->actions.at[i].parent = cut.no;
	struct plan_action *second = insert_action(&ed->a, next, move.second);
	struct plan_action *first = &next->actions.at[action];
	*second = *first;
	second->no = cut.no;
	second->title = cut.title;
	second->line = line_of(now, whole, at);
	first->clause.to = second->clause.from = at;
	share_facts(&ed->a, first, second, at);
	cut_title(&ed->a, now, first, at);
	return plan_step_end(ed, &move, _("%s parted"), plan_action_name(whole));
}

static struct plan_span join_spans(struct plan_span a, struct plan_span b)
{
	if (a.from == a.to || b.from == b.to)
		return a.from == a.to ? b : a;
	return (struct plan_span){a.from < b.from ? a.from : b.from, a.to > b.to ? a.to : b.to};
}

static void join_units(struct arena *a, struct plan_action *first, const struct plan_action *second)
{
	plan_own(a, &first->units);
	for (size_t i = 0; i < second->units.n; i++) {
		const struct plan_unit *u = &second->units.at[i];
		size_t k = plan_unit_index(first, u->name);

		if (k == first->units.n)
			*vec_push(a, &first->units) = *u;
		else
			first->units.at[k].role =
				plan_role_higher(first->units.at[k].role, u->role);
	}
}

#define append_all(arena, a, b)                                                                    \
	do {                                                                                       \
		plan_own(arena, a);                                                                \
		for (size_t i_ = 0; i_ < (b)->n; i_++)                                             \
			*vec_push(arena, a) = (b)->at[i_];                                         \
	} while (0)

static void join_facts(struct arena *a, struct plan_action *first, const struct plan_action *second)
{
	join_units(a, first, second);
	append_all(a, &first->indicators, &second->indicators);
	append_all(a, &first->words, &second->words);
	append_all(a, &first->volumes, &second->volumes);
	if (!*first->due)
		first->due = second->due;
	first->clause = join_spans(first->clause, second->clause);
}

/* The parts of action i get another parent; `now` is the plan before. */
static void hand_on_parts(const struct plan *now, struct plan *next, size_t i, const char *parent)
{
	for (size_t k = i + 1; k < next->actions.n; k++)
		if (plan_parent_index(now, k) == (int)i)
			next->actions.at[k].parent = parent;
}

int plan_edit_join(struct plan_edit *ed, size_t action, struct err *e)
{
	const struct plan_action *first = plan_step_action(ed, action, e);
	const struct plan *now = plan_edit_plan(ed);
	struct plan_move move = {.kind = MOVE_JOIN, .action = action};

	if (!first)
		return -1;
	if (action + 1 == now->actions.n)
		return err_set(e, ERR_STATE,
			       _("%s is the last action: none follows to join it with"),
			       plan_action_name(first));
	struct plan *next = plan_step_begin(ed);
	hand_on_parts(now, next, action + 1, *first->parent ? first->parent : first->no);
	join_facts(&ed->a, &next->actions.at[action], &now->actions.at[action + 1]);
	plan_take_out(&next->actions, action + 1);
	return plan_step_end(ed, &move, _("%s and %s joined"), plan_action_name(first),
			     plan_action_name(&now->actions.at[action + 1]));
}

int plan_edit_drop(struct plan_edit *ed, size_t action, struct err *e)
{
	const struct plan_action *gone = plan_step_action(ed, action, e);
	const struct plan *now = plan_edit_plan(ed);
	struct plan_move move = {.kind = MOVE_DROP, .action = action};

	if (!gone)
		return -1;
	if (now->actions.n == 1)
		return err_set(e, ERR_STATE,
			       _("%s is the only action; a plan without any cannot be stored"),
			       plan_action_name(gone));
	struct plan *next = plan_step_begin(ed);
	hand_on_parts(now, next, action, gone->parent);
	plan_take_out(&next->actions, action);
	return plan_step_end(ed, &move, _("%s taken out"), plan_action_name(gone));
}
