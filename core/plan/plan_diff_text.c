/*
 * The sentences that say what has changed in an action: its number, title, section, words, units,
 * targets, volumes, due date. Lists (units, targets, volumes) are compared item by item, each under
 * the name that it keeps when its value changes.
 */
#include "core/plan/plan_diff_text.h"

#include "core/decimal.h"
#include "core/i18n.h"
#include "core/plan/plan_match.h"
#include "core/text/utf8.h"

#include <string.h>

/* Two actions that are one. */
struct pair {
	struct arena *a;
	const struct plan_standing *old;
	const struct plan *new;
	const struct plan_action *was, *is;
	struct diff_entry *entry;
};

static void say(struct pair *p, enum diff_part part, const char *text)
{
	*vec_push(p->a, &p->entry->changes) = (struct diff_change){part, text};
}

static void compare_numbers(struct pair *p, const char *was, const char *is)
{
	if (strcmp(was, is) != 0)
		say(p, DIFF_NO, arena_printf(p->a, _("%s is now %s"), was, is));
}

static void compare_titles(struct pair *p)
{
	if (strcmp(p->was->title, p->is->title) != 0)
		say(p, DIFF_TITLE,
		    arena_printf(p->a, _("the title \"%s\" is now \"%s\""), p->was->title,
				 p->is->title));
}

static const char *section_title(const struct plan *p, const char *no)
{
	for (size_t i = 0; *no && i < p->sections.n; i++) {
		if (strcmp(p->sections.at[i].no, no) == 0)
			return p->sections.at[i].title;
	}
	return "";
}

static void compare_sections(struct pair *p)
{
	const char *was = section_title(&p->old->plan, p->was->section);
	const char *is = section_title(p->new, p->is->section);

	if (strcmp(was, is) == 0)
		return;
	if (*is)
		say(p, DIFF_SECTION, arena_printf(p->a, _("it stands under \"%s\" now"), is));
	else
		say(p, DIFF_SECTION,
		    arena_printf(p->a, _("it stands under \"%s\" no longer"), was));
}

/* Clauses */

enum {
	AROUND = 6,   /* characters shown on both sides of what differs */
	EXCERPT = 60, /* the longest piece that is shown */
};

/* The beginning of the character `n` characters before `at`. */
static const char *back(const char *start, const char *at, int n)
{
	while (n-- > 0 && at > start)
		at -= utf8_cluster_before(start, at);
	return at;
}

static const char *forth(const char *at, const char *end, int n)
{
	while (n-- > 0 && at < end) {
		uint32_t cp;
		at += utf8_decode(at, end, &cp);
	}
	return at;
}

static bool is_inside(const char *s)
{
	return ((unsigned char)*s & 0xc0) == 0x80;
}

/* How many bytes both begin with, and end with behind that; neither parts a character. */
static void common_ends(struct plan_wording x, struct plan_wording y, size_t *first, size_t *last)
{
	size_t n = x.nbytes < y.nbytes ? x.nbytes : y.nbytes, from = 0, to = 0;

	while (from < n && x.s[from] == y.s[from])
		from++;
	while (from > 0 && ((from < x.nbytes && is_inside(x.s + from)) ||
			    (from < y.nbytes && is_inside(y.s + from))))
		from--;
	while (to < n - from && x.s[x.nbytes - 1 - to] == y.s[y.nbytes - 1 - to])
		to++;
	while (to > 0 && is_inside(x.s + x.nbytes - to))
		to--;
	*first = from;
	*last = to;
}

/* What differs with a little around it on one line; NULL when it is long. */
static const char *excerpt(struct arena *a, struct plan_wording w, size_t first, size_t last)
{
	const char *end = w.s + w.nbytes;
	const char *from = back(w.s, w.s + first, AROUND), *to = forth(end - last, end, AROUND);
	char *text = arena_strndup(a, from, (size_t)(to - from));

	for (char *s = text; *s; s++) {
		if (*s == '\n' || *s == '\t')
			*s = ' ';
	}
	return utf8_length(text) <= EXCERPT ? text : NULL;
}

static void compare_clauses(struct pair *p)
{
	struct plan_wording was = plan_wording_of(&p->old->plan, p->was);
	struct plan_wording is = plan_wording_of(p->new, p->is);
	size_t first, last;

	if (plan_wording_same(was, is))
		return;
	common_ends(was, is, &first, &last);
	const char *before = excerpt(p->a, was, first, last);
	const char *after = excerpt(p->a, is, first, last);
	say(p, DIFF_CLAUSE,
	    before && after ? arena_printf(p->a, _("the clause says \"%s\" now, no longer \"%s\""),
					   after, before)
			    : _("the clause is worded anew"));
}

/* Lists */

struct item {
	const char *name;  /* by which the two sides are compared */
	const char *value; /* for people */
	enum role role;	   /* of a unit */
};
struct items {
	struct item *at;
	size_t n, cap;
};

static struct item *find_item(const struct items *list, const char *name)
{
	for (size_t i = 0; i < list->n; i++) {
		if (strcmp(list->at[i].name, name) == 0)
			return &list->at[i];
	}
	return NULL;
}

/* Two of one name are one: of targets the values behind each other. */
static void add_item(struct arena *a, struct items *list, const char *name, const char *value)
{
	struct item *there = find_item(list, name);

	if (there)
		there->value = arena_printf(a, "%s; %s", there->value, value);
	else
		*vec_push(a, list) = (struct item){.name = name, .value = value};
}

/* was or is NULL: there is none. */
typedef void tell_fn(struct pair *p, const struct item *was, const struct item *is);

static void compare_items(struct pair *p, const struct items *was, const struct items *is,
			  tell_fn *tell)
{
	for (size_t i = 0; i < is->n; i++) {
		const struct item *before = find_item(was, is->at[i].name);

		if (!before || strcmp(before->value, is->at[i].value) != 0)
			tell(p, before, &is->at[i]);
	}
	for (size_t i = 0; i < was->n; i++) {
		if (!find_item(is, was->at[i].name))
			tell(p, &was->at[i], NULL);
	}
}

/* A unit that is named twice has the stronger role, which is leading. */
static struct items units_of(struct arena *a, const struct plan_action *act)
{
	struct items list = {0};

	for (size_t i = 0; i < act->units.n; i++) {
		const struct plan_unit *u = &act->units.at[i];
		struct item *there = find_item(&list, u->name);

		if (!there)
			there = vec_push(a, &list);
		else if (u->role != ROLE_LEAD)
			continue;
		*there = (struct item){u->name, role_word(u->role), u->role};
	}
	return list;
}

static void tell_unit(struct pair *p, const struct item *was, const struct item *is)
{
	const char *text;

	if (!was)
		text = arena_printf(p->a, _("%s joins (%s)"), is->name, role_label(is->role));
	else if (!is)
		text = arena_printf(p->a, _("%s takes part no longer"), was->name);
	else
		text = arena_printf(p->a, _("%s: %s instead of %s"), is->name, role_label(is->role),
				    role_label(was->role));
	say(p, DIFF_UNITS, text);
}

/* "2022 ≥ 33%, 2030 ≥ 38%" */
static const char *level_text(struct arena *a, const struct plan_indicator *in)
{
	const char *text = "";

	for (size_t i = 0; i < in->targets.n; i++) {
		const struct plan_target *t = &in->targets.at[i];
		const char *year = t->year ? arena_printf(a, "%d ", t->year) : "";

		text = arena_printf(a, "%s%s%s%s %s%s", text, i ? ", " : "", year, op_label(t->op),
				    t->value, decimal_measure(in->measure));
	}
	return text;
}

static const char *years_text(struct arena *a, const struct plan_words *w)
{
	const char *text = "";

	for (size_t i = 0; i < w->years.n; i++)
		text = arena_printf(a, "%s%s%d", text, i ? ", " : "", w->years.at[i]);
	return text;
}

static struct items targets_of(struct arena *a, const struct plan_action *act)
{
	struct items list = {0};

	for (size_t i = 0; i < act->indicators.n; i++)
		add_item(a, &list, act->indicators.at[i].name,
			 level_text(a, &act->indicators.at[i]));
	for (size_t i = 0; i < act->words.n; i++)
		add_item(a, &list, act->words.at[i].text, years_text(a, &act->words.at[i]));
	return list;
}

/* A target in words may have no year. */
static const char *or_none(const char *value)
{
	return *value ? value : _("none");
}

static void tell_target(struct pair *p, const struct item *was, const struct item *is)
{
	const char *text;

	if (!was)
		text = arena_printf(p->a, _("new target: %s %s"), is->name, is->value);
	else if (!is)
		text = arena_printf(p->a, _("target gone: %s %s"), was->name, was->value);
	else
		text = arena_printf(p->a, _("target %s: %s, before: %s"), is->name,
				    or_none(is->value), or_none(was->value));
	say(p, DIFF_TARGETS, text);
}

static struct items volumes_of(struct arena *a, const struct plan_action *act)
{
	struct items list = {0};

	for (size_t i = 0; i < act->volumes.n; i++) {
		const struct plan_volume *v = &act->volumes.at[i];

		add_item(a, &list, v->what, arena_printf(a, "%s %s", v->value, v->measure));
	}
	return list;
}

static void tell_volume(struct pair *p, const struct item *was, const struct item *is)
{
	const char *text;

	if (!was)
		text = arena_printf(p->a, _("new work volume: %s %s"), is->name, is->value);
	else if (!is)
		text = arena_printf(p->a, _("work volume gone: %s %s"), was->name, was->value);
	else
		text = arena_printf(p->a, _("work volume %s: %s, before: %s"), is->name, is->value,
				    was->value);
	say(p, DIFF_VOLUMES, text);
}

static const char *items_text(struct arena *a, struct items list)
{
	const char *text = "";

	for (size_t i = 0; i < list.n; i++)
		text = arena_printf(a, "%s%s%s %s", text, i ? "; " : "", list.at[i].name,
				    list.at[i].value);
	return text;
}

const char *plan_diff_targets(struct arena *a, const struct plan_action *act)
{
	return items_text(a, targets_of(a, act));
}

const char *plan_diff_volumes(struct arena *a, const struct plan_action *act)
{
	return items_text(a, volumes_of(a, act));
}

static void compare_lists(struct pair *p)
{
	struct items was = units_of(p->a, p->was), is = units_of(p->a, p->is);

	compare_items(p, &was, &is, tell_unit);
	was = targets_of(p->a, p->was);
	is = targets_of(p->a, p->is);
	compare_items(p, &was, &is, tell_target);
	was = volumes_of(p->a, p->was);
	is = volumes_of(p->a, p->is);
	compare_items(p, &was, &is, tell_volume);
}

static void compare_dues(struct pair *p)
{
	struct date was, is;
	char before[DATE_TEXT], after[DATE_TEXT];

	if (!plan_due_day(p->was->due, &was) || !plan_due_day(p->is->due, &is) ||
	    date_cmp(was, is) == 0)
		return;
	date_format(was, before);
	date_format(is, after);
	if (!date_is_set(was))
		say(p, DIFF_DUE, arena_printf(p->a, _("due on %s; there was no date"), after));
	else if (!date_is_set(is))
		say(p, DIFF_DUE, arena_printf(p->a, _("due on %s no longer"), before));
	else
		say(p, DIFF_DUE, arena_printf(p->a, _("due on %s, before: %s"), after, before));
}

void plan_diff_changes(struct plan_diff *d, struct diff_entry *x)
{
	struct pair p = {
		.a = d->arena,
		.old = d->old,
		.new = d->new,
		.was = &d->old->plan.actions.at[x->was],
		.is = &d->new->actions.at[x->is],
		.entry = x,
	};

	compare_numbers(&p, d->old->paths[x->was], d->paths[x->is]);
	compare_titles(&p);
	compare_sections(&p);
	compare_clauses(&p);
	compare_lists(&p);
	compare_dues(&p);
}

static void compare_head(struct plan_diff *d, enum diff_part part, const char *was, const char *is)
{
	const char *label = diff_part_label(part), *text;

	if (strcmp(was, is) == 0)
		return;
	if (!*was)
		text = arena_printf(d->arena, _("%s: %s"), label, is);
	else
		text = arena_printf(d->arena, _("%s: %s → %s"), label, was, is);
	*vec_push(d->arena, &d->head) = (struct diff_change){part, text};
}

void plan_diff_head(struct plan_diff *d)
{
	const struct plan *was = &d->old->plan, *is = d->new;

	compare_head(d, DIFF_TITLE, was->title, is->title);
	compare_head(d, DIFF_DOC_NO, was->doc_no, is->doc_no);
	compare_head(d, DIFF_ISSUER, was->issuer, is->issuer);
	compare_head(d, DIFF_DATE, was->date, is->date);
}
