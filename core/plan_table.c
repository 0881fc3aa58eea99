/* Tables of tasks. A header is known by its words: a column of tasks and one of units. Below it
 * every row with as many cells is an action; in a table of one cell a line the numbers must run on,
 * which keeps the cells in step. */
#include "core/plan_table.h"

enum { MOST_COLUMNS = 12, LONGEST_HEADER = 12 };

enum column { COLUMN_OTHER, COLUMN_NO, COLUMN_TASK, COLUMN_DUE, COLUMN_UNITS };

static const struct {
	const char32_t *word;
	enum column column;
} header_words[] = {
	{U"序号", COLUMN_NO},	{U"编号", COLUMN_NO},	    {U"任务", COLUMN_TASK},
	{U"事项", COLUMN_TASK}, {U"项目", COLUMN_TASK},	    {U"内容", COLUMN_TASK},
	{U"行动", COLUMN_TASK}, {U"重点工作", COLUMN_TASK}, {U"主要工作", COLUMN_TASK},
	{U"举措", COLUMN_TASK}, {U"措施", COLUMN_TASK},	    {U"时限", COLUMN_DUE},
	{U"时间", COLUMN_DUE},	{U"期限", COLUMN_DUE},	    {U"节点", COLUMN_DUE},
};

struct table {
	bool lines; /* one cell a line */
	int ncolumns;
	enum column columns[MOST_COLUMNS];
	enum duty_class duties[MOST_COLUMNS];
	bool has_task, has_units, has_no;
};

struct row {
	int ncells;
	struct run cells[MOST_COLUMNS];
	size_t end; /* behind its last line */
};

static bool is_separator(char32_t cp)
{
	return cp == '|' || cp == '\t';
}

/* The line at i without blanks and the frame's | at its ends; an empty cell there stays. */
static struct run row_at(const struct plan_text *t, size_t i)
{
	struct run line = {i, plan_text_eol(t, i, t->n)};

	while (line.from < line.to && t->g[line.from].cp == ' ')
		line.from++;
	while (line.to > line.from && t->g[line.to - 1].cp == ' ')
		line.to--;
	if (line.from < line.to && t->g[line.from].cp == '|')
		line.from++;
	if (line.to > line.from && t->g[line.to - 1].cp == '|')
		line.to--;
	return line;
}

/* The cells of the line at i; one cell when it has no separators. */
static void read_cells(const struct plan_text *t, size_t i, struct row *row)
{
	struct run line = row_at(t, i);
	size_t from = line.from;

	row->end = plan_text_eol(t, i, t->n);
	row->ncells = 0;
	for (size_t k = line.from; k <= line.to; k++) {
		if (k < line.to && !is_separator(t->g[k].cp))
			continue;
		if (row->ncells == MOST_COLUMNS)
			return;
		row->cells[row->ncells++] = plan_text_trim(t, (struct run){from, k});
		from = k + 1;
	}
}

/* The next n lines that are not empty as the cells of one row. */
static void read_lines(const struct plan_text *t, size_t i, int n, struct row *row)
{
	row->ncells = 0;
	row->end = i;
	while (i < t->n && row->ncells < n) {
		struct run line = plan_text_trim(t, (struct run){i, plan_text_eol(t, i, t->n)});

		i = plan_text_eol(t, i, t->n) + 1;
		if (line.to == line.from)
			continue;
		row->cells[row->ncells++] = line;
		row->end = i - 1;
	}
}

static void add_column(const struct plan_text *t, struct run cell, struct table *table)
{
	int n = table->ncolumns++;
	struct label l;

	table->columns[n] = COLUMN_OTHER;
	table->duties[n] = DUTY_NONE;
	if (plan_label_read(t, cell.from, cell.to, &l) && l.to == cell.to) {
		table->columns[n] = COLUMN_UNITS;
		table->duties[n] = l.duty;
		table->has_units |= l.duty >= DUTY_LEAD && l.duty <= DUTY_LIST;
		return;
	}
	for (size_t k = 0; k < sizeof header_words / sizeof *header_words; k++)
		if (plan_text_has(t, cell, header_words[k].word)) {
			table->columns[n] = header_words[k].column;
			table->has_task |= table->columns[n] == COLUMN_TASK;
			table->has_no |= table->columns[n] == COLUMN_NO;
			return;
		}
}

static bool is_number(const struct plan_text *t, struct run cell)
{
	for (size_t i = cell.from; i < cell.to; i++)
		if (!glyph_is_digit(t->g[i].cp))
			return false;
	return cell.to > cell.from && cell.to - cell.from <= 3;
}

/* A header at the line i; *end is the place behind it. */
static bool read_header(const struct plan_text *t, size_t i, struct table *table, size_t *end)
{
	struct row row;

	*table = (struct table){0};
	read_cells(t, i, &row);
	table->lines = row.ncells == 1;
	if (table->lines &&
	    (!plan_text_is(t, row.cells[0], U"序号") && !plan_text_is(t, row.cells[0], U"编号")))
		return false;
	if (table->lines)
		read_lines(t, i, MOST_COLUMNS, &row);
	*end = row.end;
	for (int k = 0; k < row.ncells; k++) {
		struct run cell = row.cells[k];

		if (table->lines && is_number(t, cell)) {
			*end = cell.from;
			break;
		}
		if (cell.to - cell.from > LONGEST_HEADER)
			return false;
		add_column(t, cell, table);
	}
	return table->has_task && table->has_units && table->ncolumns > 1;
}

/* |---|---| */
static bool is_rule(const struct plan_text *t, const struct row *row)
{
	for (int k = 0; k < row->ncells; k++)
		for (size_t i = row->cells[k].from; i < row->cells[k].to; i++)
			if (!plan_text_in(t->g[i].cp, U"-: "))
				return false;
	return true;
}

static void read_units(struct arena *a, const struct plan_text *t, const struct table *table,
		       const struct row *row, struct plan_phrases *p, struct phrase *all)
{
	for (int k = 0; k < row->ncells; k++) {
		struct phrase ph = {.run = row->cells[k], .labelled = true};

		if (table->columns[k] == COLUMN_DUE && !all->due.to)
			all->due = row->cells[k];
		if (table->columns[k] != COLUMN_UNITS || table->duties[k] > DUTY_LIST)
			continue;
		if (!plan_duties_read(a, t, row->cells[k], table->duties[k], p, &ph))
			continue;
		all->nduties += ph.nduties;
		all->has_coop_label |= table->duties[k] == DUTY_COOP;
		p->says_lead |= table->duties[k] == DUTY_LEAD;
	}
}

/* The units and deadlines behind the last task cell are no text of the action; targets and remarks
 * beside them are. */
static struct run run_of_units(const struct table *table, const struct row *row)
{
	struct run r = {0, 0};

	for (int k = 0; k < row->ncells; k++)
		if (table->columns[k] == COLUMN_TASK) {
			r.from = r.to = row->cells[k].to;
		} else if (table->columns[k] == COLUMN_UNITS || table->columns[k] == COLUMN_DUE) {
			if (r.from == r.to)
				r.from = row->cells[k].from;
			r.to = row->cells[k].to;
		}
	return r;
}

static void add_row(struct arena *a, const struct plan_text *t, const struct table *table,
		    const struct row *row, struct plan_phrases *p, struct plan_tree *tree)
{
	struct item *it = vec_push(a, &tree->items);
	struct phrase all = {.labelled = true, .first = p->duties.n};
	size_t from = row->cells[0].from;

	it->parent = -1;
	it->own = (struct run){from, row->cells[row->ncells - 1].to};
	it->end = it->own.to;
	it->mark = (struct mark){.kind = MARK_NONE, .no = {from, from}, .to = from};
	it->first_phrase = p->at.n;
	for (int k = row->ncells; k-- > 0;) {
		if (table->columns[k] == COLUMN_NO) {
			it->mark.no = plan_text_strip(t, row->cells[k], U".、()");
		} else if (table->columns[k] == COLUMN_TASK) {
			it->title = plan_title_cut(t, p, it, row->cells[k].from);
			if (it->title.to > row->cells[k].to)
				it->title.to = row->cells[k].to;
			it->title = plan_text_strip(t, it->title, U",、;:");
			it->mark.to = row->cells[k].from;
		}
	}
	read_units(a, t, table, row, p, &all);
	all.run = run_of_units(table, row);
	it->action = true;
	it->nphrases = 1;
	it->has_duties = all.nduties > 0;
	*vec_push(a, &p->at) = all;
}

/* Rows below the header that ends at i; returns the place behind the last one. */
static size_t read_rows(struct arena *a, const struct plan_text *t, const struct table *table,
			size_t i, struct plan_phrases *p, struct plan_tree *tree)
{
	struct row row;

	while (i < t->n) {
		while (i < t->n && plan_text_in(t->g[i].cp, U" \n"))
			i++;
		if (table->lines)
			read_lines(t, i, table->ncolumns, &row);
		else
			read_cells(t, i, &row);
		if (row.ncells != table->ncolumns || i >= t->n ||
		    (table->lines && !is_number(t, row.cells[0])))
			break;
		if (!is_rule(t, &row))
			add_row(a, t, table, &row, p, tree);
		i = row.end;
	}
	return i;
}

static bool any_units(const struct plan_tree *tree)
{
	for (size_t i = 0; i < tree->items.n; i++)
		if (tree->items.at[i].has_duties)
			return true;
	return false;
}

bool plan_tables_read(struct arena *a, const struct plan_text *t, struct plan_phrases *p,
		      struct plan_tree *tree, size_t *from)
{
	struct table table;
	size_t end;

	for (size_t i = 0; i < t->n; i = plan_text_eol(t, i, t->n) + 1) {
		size_t k = i, rows = tree->items.n;

		while (k < t->n && t->g[k].cp == ' ')
			k++;
		if (k >= t->n || t->g[k].cp == '\n' || !read_header(t, k, &table, &end))
			continue;
		if (rows == 0)
			*from = k;
		end = read_rows(a, t, &table, end, p, tree);
		if (tree->items.n > rows)
			i = end > i ? end - 1 : i;
	}
	return any_units(tree);
}
