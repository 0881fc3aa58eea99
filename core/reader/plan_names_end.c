/* Where lists of units end that stand behind a label or on lines of their own: what goes on, what
 * breaks off, and where the next label or item begins. */
#include "core/reader/plan_mark.h"
#include "core/reader/plan_phrase.h"

enum { LONGEST_NAMES = 1000, LONGEST_LIST_LINE = 200 };

static size_t skip_blanks(const struct plan_text *t, size_t i)
{
	while (i < t->n && glyph_is_blank(t->g[i].cp))
		i++;
	return i;
}

/* Whether the line at i has nothing but names of units in it. */
bool plan_line_lists_units(const struct plan_text *t, size_t i)
{
	size_t eol = plan_text_eol(t, i, t->n), from = i;
	struct label l;

	if (eol - i > LONGEST_LIST_LINE || plan_label_read(t, skip_blanks(t, i), t->n, &l))
		return false;
	for (size_t k = i; k <= eol; k++) {
		if (k < eol && !plan_text_in(t->g[k].cp, U"、, "))
			continue;
		struct run name = plan_text_strip(t, (struct run){from, k}, U"等。");

		if (name.to > name.from && !plan_unit_surely(t, name) &&
		    !plan_unit_collective(t, name))
			return false;
		from = k + 1;
	}
	return plan_text_trim(t, (struct run){i, eol}).to > i;
}

/* Whether the list goes on behind the line end at i: it breaks in mid-list, or, below a label that
 * is alone on its line (stacked), with another line of units. */
static bool list_goes_on(const struct plan_text *t, size_t start, size_t i, bool stacked)
{
	size_t k = i;

	while (k > start && t->g[k - 1].cp == ' ')
		k--;
	if (k > start && plan_text_in(t->g[k - 1].cp, U"、,") && t->g[i + 1].cp != '\n')
		return true;
	return stacked && plan_line_lists_units(t, i + 1);
}

/* Whether an item or heading begins at i, right behind the last name: 区水利局2.修路. */
static bool item_begins(const struct plan_text *t, size_t start, size_t i)
{
	size_t from;

	if (!plan_mark_begins(t, i))
		return false;
	while (i > start && t->g[i - 1].cp == ' ')
		i--;
	from = i;
	while (from > start && !plan_text_in(t->g[from - 1].cp, U"、,;: "))
		from--;
	return plan_unit_surely(t, (struct run){from, i}) ||
	       plan_unit_collective(t, (struct run){from, i});
}

/* Where the names behind a label end: at a full stop, an unopened bracket, the next label of units
 * or of something else, the next item (behind a person, whose name shows no end: after a blank) or
 * the end of a line that does not end in mid-list. */
size_t plan_names_end(const struct plan_text *t, size_t i, bool stacked)
{
	const size_t start = i;
	bool persons = false;
	struct label l;

	while (i < t->n && i - start < LONGEST_NAMES) {
		char32_t cp = t->g[i].cp;

		if (cp == U'。' || cp == ')')
			break;
		if (plan_label_read(t, i, t->n, &l)) {
			if (l.duty == DUTY_OTHER || (l.duty <= DUTY_LIST && (l.colon || l.copula)))
				break;
			persons = l.duty == DUTY_PERSON;
		}
		if (cp == '\n' && !list_goes_on(t, start, i, stacked))
			break;
		if (i > start && (item_begins(t, start, i) ||
				  (persons && t->g[i - 1].cp == ' ' && plan_mark_begins(t, i))))
			break;
		i = plan_text_next(t, i, t->n);
	}
	return i < t->n ? i : t->n;
}
