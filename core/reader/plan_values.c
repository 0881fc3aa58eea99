/* The indicators of tables that print a column for the measure and one for each year: a cell is a
 * sign, a figure and perhaps a word behind it; a plain figure is to be reached. */
#include "core/reader/plan_values.h"

struct value {
	struct run figure;
	enum target_op op;
	struct run measure; /* printed behind the figure, or empty */
};

static const struct {
	const char32_t *word;
	enum target_op op;
} signs[] =
	{
		{U"≥", OP_AT_LEAST},	  {U">=", OP_AT_LEAST},	    {U">", OP_AT_LEAST},
		{U"≤", OP_AT_MOST},	  {U"<=", OP_AT_MOST},	    {U"<", OP_AT_MOST},
		{U"不低于", OP_AT_LEAST}, {U"不少于", OP_AT_LEAST}, {U"达到", OP_AT_LEAST},
		{U"不高于", OP_AT_MOST},  {U"不超过", OP_AT_MOST},  {U"控制在", OP_AT_MOST},
},
  endings[] = {
	  {U"左右", OP_ABOUT},	 {U"以上", OP_AT_LEAST},   {U"以下", OP_AT_MOST},
	  {U"以内", OP_AT_MOST}, {U"及以上", OP_AT_LEAST},
};

#define ROWS(table) (sizeof(table) / sizeof *(table))

enum { LONGEST_MEASURE = 8 };

static size_t read_sign(const struct plan_text *t, struct run cell, enum target_op *op)
{
	for (size_t k = 0; k < ROWS(signs); k++) {
		size_t n = plan_text_match(t, cell.from, cell.to, signs[k].word);

		if (n > 0) {
			*op = signs[k].op;
			return cell.from + n;
		}
	}
	return cell.from;
}

static struct run read_ending(const struct plan_text *t, struct run rest, enum target_op *op)
{
	for (size_t k = 0; k < ROWS(endings); k++)
		if (plan_text_ends(t, rest, endings[k].word)) {
			size_t n = 0;

			while (endings[k].word[n])
				n++;
			*op = endings[k].op;
			return (struct run){rest.from, rest.to - n};
		}
	return rest;
}

static bool read_value(const struct plan_text *t, struct run cell, struct value *v)
{
	size_t i;

	cell = plan_text_strip(t, cell, U"()");
	v->op = OP_AT_LEAST;
	i = read_sign(t, cell, &v->op);
	while (i < cell.to && t->g[i].cp == ' ')
		i++;
	v->figure.from = i;
	while (i < cell.to && (glyph_is_digit(t->g[i].cp) ||
			       (plan_text_in(t->g[i].cp, U".,") && i + 1 < cell.to &&
				i > v->figure.from && glyph_is_digit(t->g[i + 1].cp))))
		i++;
	v->figure.to = i;
	v->measure = plan_text_trim(t, read_ending(t, (struct run){i, cell.to}, &v->op));
	for (size_t k = v->measure.from; k < v->measure.to; k++)
		if (plan_text_in(t->g[k].cp, U"-~至,。;、"))
			return false;
	return v->figure.to > v->figure.from && v->measure.to - v->measure.from <= LONGEST_MEASURE;
}

bool plan_value_is_figure(const struct plan_text *t, struct run cell)
{
	struct value v;

	return read_value(t, cell, &v);
}

/* The figure without the commas between thousands. */
static const char *figure_of(struct arena *a, const struct plan_text *t, struct run r)
{
	char *out = arena_alloc(a, r.to - r.from + 1), *w = out;

	for (size_t i = r.from; i < r.to; i++)
		if (t->g[i].cp != ',')
			*w++ = (char)t->g[i].cp;
	return out;
}

struct run plan_values_measure(const struct plan_text *t, struct run *name)
{
	struct run in = {name->to, name->to};

	if (name->to > name->from && t->g[name->to - 1].cp == ')' &&
	    t->pair[name->to - 1] > name->from) {
		in = (struct run){t->pair[name->to - 1] + 1, name->to - 1};
		if (in.to - in.from > LONGEST_MEASURE)
			return (struct run){name->to, name->to};
		name->to = in.from - 1;
	}
	return in;
}

static const char *measure_text(struct arena *a, const struct plan_text *t, struct run r)
{
	if (plan_text_is(t, r, U"/10万") || plan_text_is(t, r, U"1/10万"))
		return arena_strdup(a, "1/10万");
	return plan_text_copy(a, t, r);
}

struct plan_indicator *plan_values_read(struct arena *a, const struct plan_text *t,
					const struct grid *grid, const struct run *cells,
					struct run name)
{
	struct plan_indicator *ind = arena_alloc(a, sizeof *ind);
	struct run measure = {0, 0}, all = {0, 0}, in;

	for (size_t k = 0; k < grid->ncolumns; k++) {
		const struct column *c = &grid->columns[k];
		struct value v;

		if (c->kind == COLUMN_MEASURE)
			measure = cells[k];
		if (c->kind != COLUMN_VALUE || c->base || !read_value(t, cells[k], &v))
			continue;
		struct plan_target *target = vec_push(a, &ind->targets);
		target->year = c->year;
		target->op = v.op;
		target->value = figure_of(a, t, v.figure);
		if (v.measure.to > v.measure.from && measure.to == measure.from)
			measure = v.measure;
		all.from = all.to > 0 ? all.from : cells[k].from;
		all.to = cells[k].to;
	}
	if (ind->targets.n == 0)
		return NULL;
	in = plan_values_measure(t, &name);
	ind->name = plan_text_copy(a, t, name);
	ind->measure = measure_text(a, t, measure.to > measure.from ? measure : in);
	ind->span = plan_text_span(t, all);
	return ind;
}
