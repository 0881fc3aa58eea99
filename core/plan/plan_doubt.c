/* The doubts that follow from a plan itself. Each is one function over the actions; they are found
 * anew after every correction, so none of them looks at anything but struct plan. */
#include "core/plan/plan_doubt.h"

#include "core/decimal.h"
#include "core/i18n.h"
#include "core/plan/plan_same.h"
#include "core/plan/plan_sequence.h"

#include <stdlib.h>
#include <string.h>

bool plan_doubt_follows(enum plan_doubt_kind kind)
{
	return kind == DOUBT_NO_LEAD || kind == DOUBT_NO_UNITS || kind == DOUBT_SAME_UNIT ||
	       kind == DOUBT_NUMBER || kind == DOUBT_FIGURE;
}

struct plan_doubt *plan_doubt_add(struct arena *a, struct plan *p, enum plan_doubt_kind kind,
				  int action, const char *text)
{
	struct plan_doubt *d = vec_push(a, &p->doubts);

	d->kind = kind;
	d->action = action;
	d->text = text;
	d->proposal = d->a = d->b = "";
	if (action >= 0) {
		d->line = p->actions.at[action].line;
		d->span = p->actions.at[action].clause;
	}
	return d;
}

static int compare(size_t x, size_t y)
{
	return (x > y) - (x < y);
}

static int compare_doubts(const void *x, const void *y)
{
	const struct plan_doubt *a = x, *b = y;
	int c;

	if (a->action != b->action)
		return a->action < b->action ? -1 : 1;
	if ((c = compare(a->span.from, b->span.from)) != 0 ||
	    (c = compare(a->kind, b->kind)) != 0 || (c = strcmp(a->b, b->b)) != 0)
		return c;
	return strcmp(a->text, b->text);
}

void plan_doubts_sort(struct plan *p)
{
	if (p->doubts.n > 0)
		qsort(p->doubts.at, p->doubts.n, sizeof *p->doubts.at, compare_doubts);
}

static bool has_lead(const struct plan_action *action)
{
	for (size_t k = 0; k < action->units.n; k++)
		if (action->units.at[k].role == ROLE_LEAD)
			return true;
	return false;
}

static void doubt_lead(struct arena *a, struct plan *p, int i)
{
	const struct plan_action *action = &p->actions.at[i];
	struct plan_doubt *d;

	if (action->units.n == 0 || has_lead(action))
		return;
	d = plan_doubt_add(
		a, p, DOUBT_NO_LEAD, i,
		arena_printf(a,
			     Q_("%s names %zu unit and does not say that it leads",
				"%s names %zu units and does not say which of them leads",
				action->units.n),
			     action->title, action->units.n));
	d->a = action->units.at[0].name;
	d->proposal = arena_printf(a, _("%s becomes the lead"), d->a);
}

/* Actions are in the order of the text: the parts of i, if any, begin with the next one. */
static bool has_parts(const struct plan *p, int i)
{
	size_t next = (size_t)i + 1;

	return next < p->actions.n && *p->actions.at[next].parent &&
	       plan_same_no(p->actions.at[next].parent, p->actions.at[i].no);
}

static bool names_units(const struct plan *p)
{
	for (size_t i = 0; i < p->actions.n; i++)
		if (p->actions.at[i].units.n > 0)
			return true;
	return false;
}

static void doubt_units(struct arena *a, struct plan *p, int i)
{
	if (p->actions.at[i].units.n == 0 && !has_parts(p, i))
		plan_doubt_add(
			a, p, DOUBT_NO_UNITS, i,
			arena_printf(a, _("%s names no responsible unit"), p->actions.at[i].title));
}

/* How many targets speak of a year. A figure without one is most likely about the year that most
 * others of its action, else of the plan, speak of. */
struct year_count {
	int year;
	size_t n;
};

enum { MOST_COUNTED_YEARS = 16 };

static void count_years(const struct plan_action *action, struct year_count *counts)
{
	for (size_t k = 0; k < action->indicators.n; k++)
		for (size_t j = 0; j < action->indicators.at[k].targets.n; j++) {
			int year = action->indicators.at[k].targets.at[j].year, c = 0;

			while (c < MOST_COUNTED_YEARS && counts[c].year != year && counts[c].n > 0)
				c++;
			if (year == 0 || c == MOST_COUNTED_YEARS)
				continue;
			counts[c].year = year;
			counts[c].n++;
		}
}

static int most_counted(const struct year_count *counts)
{
	struct year_count best = {0};

	for (int c = 0; c < MOST_COUNTED_YEARS; c++)
		if (counts[c].n > best.n || (counts[c].n == best.n && counts[c].year < best.year))
			best = counts[c];
	return best.year;
}

static int year_in_title(const struct plan *p)
{
	int year = 0;

	for (const char *s = p->title; *s; s++) {
		size_t n = strspn(s, "0123456789");

		if (n == 4 && s[0] == '2' && s[1] == '0')
			year = atoi(s);
		if (n > 0)
			s += n - 1;
	}
	return year;
}

static int year_of_plan(const struct plan *p)
{
	struct year_count counts[MOST_COUNTED_YEARS] = {0};
	int year;

	for (size_t i = 0; i < p->actions.n; i++)
		count_years(&p->actions.at[i], counts);
	year = most_counted(counts);
	return year ? year : year_in_title(p);
}

/* The first target that needs a year and has none; a change of every year needs none. */
static const struct plan_target *without_year(const struct plan_indicator *ind)
{
	static const char *const yearly[] = {"每年", "年均", "逐年", "每学年"};

	for (size_t k = 0; k < sizeof yearly / sizeof *yearly; k++)
		if (strstr(ind->name, yearly[k]))
			return NULL;
	for (size_t k = 0; k < ind->targets.n; k++)
		if (ind->targets.at[k].year == 0)
			return &ind->targets.at[k];
	return NULL;
}

static void doubt_figures(struct arena *a, struct plan *p, int i, int plan_year)
{
	const struct plan_action *action = &p->actions.at[i];
	struct year_count counts[MOST_COUNTED_YEARS] = {0};
	int year;

	count_years(action, counts);
	year = most_counted(counts);
	year = year ? year : plan_year;
	for (size_t k = 0; k < action->indicators.n; k++) {
		const struct plan_indicator *ind = &action->indicators.at[k];
		const struct plan_target *target = without_year(ind);
		struct plan_doubt *d;

		if (!target)
			continue;
		d = plan_doubt_add(a, p, DOUBT_FIGURE, i,
				   arena_printf(a, _("no year is printed for %s, %s%s"), ind->name,
						target->value, decimal_measure(ind->measure)));
		d->span = ind->span;
		d->a = ind->name;
		if (!year)
			continue;
		d->b = arena_printf(a, "%d", year);
		d->proposal = arena_printf(a, _("it is to be reached in %d"), year);
	}
}

static void keep_others(struct arena *a, struct plan *p)
{
	struct plan_doubt *at = p->doubts.at;
	size_t n = p->doubts.n;

	p->doubts.at = NULL;
	p->doubts.n = p->doubts.cap = 0;
	for (size_t i = 0; i < n; i++)
		if (!plan_doubt_follows(at[i].kind))
			*vec_push(a, &p->doubts) = at[i];
}

void plan_doubts_of_plan(struct arena *a, struct plan *p)
{
	bool named = names_units(p);
	int year = year_of_plan(p);

	keep_others(a, p);
	if (!named)
		plan_doubt_add(a, p, DOUBT_NO_UNITS, -1,
			       arena_strdup(a, _("the document names no responsible units")));
	plan_same_units(a, p);
	plan_sequence_doubts(a, p);
	for (int i = 0; i < (int)p->actions.n; i++) {
		if (named)
			doubt_units(a, p, i);
		doubt_lead(a, p, i);
		doubt_figures(a, p, i, year);
	}
	plan_doubts_sort(p);
}
