/*
 * Columns of a fixed-width font. Widths are found in three steps: what every column needs at least,
 * what is left shared out by weight, and, where there is too little room, the widest word columns
 * made narrower; then columns_balance() looks at the cells. A row is wrapped cell by cell and put
 * together line by line.
 */
#include "print/columns.h"

#include "core/text/utf8.h"
#include "core/text/wrap.h"
#include "print/columns_balance.h"

#include <string.h>

enum {
	GAP = 2,
	SHARED_LEAST = 10, /* of a column with a weight, before sharing */
	ITEM_MARK_COLS = 2,
	HANG_LEAST = 8, /* of a column whose items hang */
	WORD_LEAST = 4,
	FIGURE_LEAST = 4,
	LATIN_MOST = 14, /* a longer Latin word may break */
	WORD_MOST = 8,	 /* of a column of words that wrap, */
	WORD_PART = 8,	 /* or this part of the whole where it is more */
	TEXT_PART = 3,	 /* and one of text without a weight this part */
};

static int max_int(int a, int b)
{
	return a > b ? a : b;
}

static int min_int(int a, int b)
{
	return a < b ? a : b;
}

/* Columns of the widest line. */
static int text_width(const char *s)
{
	int width = 0;

	for (;;) {
		const char *end = strchrnul(s, '\n');
		width = max_int(width, utf8_ncols(s, (size_t)(end - s)));
		if (!*end)
			return width;
		s = end + 1;
	}
}

static int column_need(const struct document_table *t, size_t column)
{
	int need = max_int(1, text_width(t->columns.at[column].title));

	for (size_t i = 0; i < t->rows.n; i++)
		need = max_int(need, text_width(t->rows.at[i][column]));
	return need;
}

static int total(const struct columns *cs)
{
	int cols = 0;

	for (size_t i = 0; i < cs->table->columns.n; i++)
		cols += cs->widths[i] + (i ? GAP : 0);
	return cols;
}

/* How narrow a column may become when there is too little room: figures only when nothing else is
 * left to narrow. */
static int column_least(const struct document_column *c, bool figures_too)
{
	if (c->kind == COLUMN_TEXT || c->kind == COLUMN_WORD)
		return WORD_LEAST;
	return figures_too ? FIGURE_LEAST : -1;
}

/* Takes one column from the widest that can give it. False when none can. */
static bool narrow_widest(struct columns *cs, bool figures_too)
{
	int *widest = NULL;

	for (size_t i = 0; i < cs->table->columns.n; i++) {
		int least = column_least(&cs->table->columns.at[i], figures_too);
		if (least >= 0 && cs->widths[i] > least && (!widest || cs->widths[i] > *widest))
			widest = &cs->widths[i];
	}
	if (widest)
		--*widest;
	return widest;
}

static int weight_of(const struct document_column *c, bool spare)
{
	return spare ? c->weight == 0 : c->weight;
}

/* One round of sharing: each column that wants more gets its part. `spare`: what columns with a
 * weight do not need goes to those without. Returns what was given. */
static int share_round(struct columns *cs, int room, bool spare)
{
	int weights = 0, given = 0;

	for (size_t i = 0; i < cs->table->columns.n; i++)
		if (cs->widths[i] < cs->needs[i])
			weights += weight_of(&cs->table->columns.at[i], spare);
	for (size_t i = 0; i < cs->table->columns.n && given < room; i++) {
		int weight = weight_of(&cs->table->columns.at[i], spare);
		if (cs->widths[i] >= cs->needs[i] || weight == 0)
			continue;
		int part = max_int(1, room * weight / max_int(1, weights));
		part = min_int(min_int(part, cs->needs[i] - cs->widths[i]), room - given);
		cs->widths[i] += part;
		given += part;
	}
	return given;
}

static void share(struct columns *cs, int width_cols, bool spare)
{
	for (int room = width_cols - total(cs), given = 1; room > 0 && given > 0; room -= given)
		given = share_round(cs, room, spare);
}

/* Columns of the longest run of Latin letters and digits, as far as it should stay whole. */
static int longest_latin(const struct document_table *t, size_t column)
{
	int longest = 0;

	for (size_t i = 0; i < t->rows.n; i++) {
		int run = 0;
		for (const char *p = t->rows.at[i][column]; *p; p++) {
			run = *p > ' ' && *p < 0x7F ? run + 1 : 0;
			longest = max_int(longest, run);
		}
	}
	return min_int(longest, LATIN_MOST);
}

/* A column of words that must wrap: no Latin word in two, and lines of like length rather than a
 * last one of one character. */
static int word_width(const struct columns *cs, size_t column, int most)
{
	int need = cs->needs[column], nlines = (need + most - 1) / most;
	int each = (need + nlines - 1) / nlines;

	each = max_int(each + each % 2, longest_latin(cs->table, column));
	return min_int(need, each);
}

/* What a column with a weight keeps: no date or figure is cut for the sake of the others, also
 * where it stands behind the mark of an item. */
static int shared_least(const struct columns *cs, size_t column)
{
	return max_int(SHARED_LEAST, longest_latin(cs->table, column) + ITEM_MARK_COLS);
}

/* What a column takes before the rest is shared. */
static int first_width(const struct columns *cs, size_t column, int width_cols)
{
	const struct document_column *c = &cs->table->columns.at[column];
	int need = cs->needs[column];

	if (c->weight)
		return min_int(need, shared_least(cs, column));
	if (c->kind == COLUMN_WORD)
		return word_width(cs, column, max_int(WORD_MOST, width_cols / WORD_PART));
	return c->kind == COLUMN_TEXT ? min_int(need, width_cols / TEXT_PART) : need;
}

/* Chinese characters fill an odd width never whole: of two such columns one gives, one takes. */
static void make_even(struct columns *cs)
{
	int *odd = NULL;

	for (size_t i = 0; i < cs->table->columns.n; i++) {
		int *width = &cs->widths[i];
		if (!cs->table->columns.at[i].weight || *width >= cs->needs[i] || *width % 2 == 0)
			continue;
		if (odd) {
			++*odd;
			--*width;
		}
		odd = odd ? NULL : width;
	}
}

static void balance(struct arena *a, struct columns *cs)
{
	int *least = arena_alloc(a, cs->table->columns.n * sizeof *least);

	for (size_t i = 0; i < cs->table->columns.n; i++)
		least[i] = shared_least(cs, i);
	columns_balance(a, cs, least);
}

static void fit_into(struct arena *a, struct columns *cs, int width_cols)
{
	for (size_t i = 0; i < cs->table->columns.n; i++)
		cs->widths[i] = first_width(cs, i, width_cols);
	while (total(cs) > width_cols && (narrow_widest(cs, false) || narrow_widest(cs, true)))
		;
	share(cs, width_cols, false);
	share(cs, width_cols, true);
	make_even(cs);
	balance(a, cs);
}

void columns_fit(struct arena *a, struct columns *cs, const struct document_table *t,
		 int width_cols)
{
	size_t n = t->columns.n;

	*cs = (struct columns){.table = t,
			       .widths = arena_alloc(a, n * sizeof *cs->widths),
			       .needs = arena_alloc(a, n * sizeof *cs->needs)};
	for (size_t i = 0; i < n; i++)
		cs->widths[i] = cs->needs[i] = column_need(t, i);
	if (width_cols > 0 && total(cs) > width_cols)
		fit_into(a, cs, width_cols);
	cs->cols = total(cs);
}

static void trim_blanks(struct strbuf *b)
{
	while (b->nbytes && b->s[b->nbytes - 1] == ' ')
		b->s[--b->nbytes] = '\0';
}

static void keep_line(struct arena *a, struct strbuf *b, struct text_lines *out)
{
	trim_blanks(b);
	*vec_push(a, out) = arena_strndup(a, b->s, b->nbytes);
	strbuf_reset(b);
}

/* A cell on its way to lines. */
struct cell {
	struct wrap wrap;
	const char *begin;
	int width, hang; /* hang: columns that the lines after the first of an item stand in */
};

static void cell_begin(struct cell *c, const char *s, int width)
{
	*c = (struct cell){.begin = s, .width = width};
	wrap_begin(&c->wrap, s, strlen(s), width);
}

/* Columns of the mark of an item at s. */
static int mark_cols(const char *s)
{
	static const char *const marks[] = {"· ", "- "};

	for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++)
		if (strncmp(s, marks[i], strlen(marks[i])) == 0)
			return utf8_cols(marks[i]);
	return 0;
}

/* The next line of the cell and the blanks before it. */
static bool cell_next(struct cell *c, struct wrap_line *piece, int *indent)
{
	bool first = c->wrap.at == c->begin || c->wrap.at[-1] == '\n';

	if (first)
		c->hang = c->width >= HANG_LEAST ? mark_cols(c->wrap.at) : 0;
	*indent = first ? 0 : c->hang;
	c->wrap.cols = c->width - *indent;
	return wrap_next(&c->wrap, piece);
}

static void add_piece(struct strbuf *b, const struct wrap_line *piece, int indent, int width,
		      enum column_kind kind)
{
	int blanks = width - piece->cols - indent;

	strbuf_pad(b, ' ', kind == COLUMN_NUMBER ? blanks + indent : indent);
	strbuf_add(b, piece->s, piece->nbytes);
	if (kind != COLUMN_NUMBER)
		strbuf_pad(b, ' ', blanks);
}

/* One line of the row into b. False when no cell has any text left. */
static bool next_row_line(const struct columns *cs, struct cell *cells, struct strbuf *b)
{
	bool any = false;

	for (size_t i = 0; i < cs->table->columns.n; i++) {
		struct wrap_line piece = {.s = ""};
		int indent = 0;

		any |= cell_next(&cells[i], &piece, &indent);
		strbuf_pad(b, ' ', i ? GAP : 0);
		add_piece(b, &piece, indent, cs->widths[i], cs->table->columns.at[i].kind);
	}
	return any;
}

void columns_add_row(struct arena *a, const struct columns *cs, const char *const *texts,
		     struct text_lines *out)
{
	struct cell *cells = arena_alloc(a, cs->table->columns.n * sizeof *cells);
	struct strbuf b = STRBUF_INIT;
	size_t before = out->n;

	for (size_t i = 0; i < cs->table->columns.n; i++)
		cell_begin(&cells[i], texts[i], cs->widths[i]);
	while (next_row_line(cs, cells, &b))
		keep_line(a, &b, out);
	if (out->n == before) /* a row of empty cells is a line all the same */
		*vec_push(a, out) = "";
	strbuf_free(&b);
}

void columns_add_titles(struct arena *a, const struct columns *cs, struct text_lines *out)
{
	const char **titles = arena_alloc(a, cs->table->columns.n * sizeof *titles);

	for (size_t i = 0; i < cs->table->columns.n; i++)
		titles[i] = cs->table->columns.at[i].title;
	columns_add_row(a, cs, titles, out);
}

void columns_put_rule(struct strbuf *b, int cols, bool ascii)
{
	static const char line[] = "─";
	int each = ascii ? 1 : utf8_cols(line);

	for (; cols >= each; cols -= each)
		strbuf_puts(b, ascii ? "-" : line);
	strbuf_pad(b, ' ', cols);
}

void columns_add_rule(struct arena *a, const struct columns *cs, bool ascii, struct text_lines *out)
{
	struct strbuf b = STRBUF_INIT;

	for (size_t i = 0; i < cs->table->columns.n; i++) {
		strbuf_pad(&b, ' ', i ? GAP : 0);
		columns_put_rule(&b, cs->widths[i], ascii);
	}
	keep_line(a, &b, out);
	strbuf_free(&b);
}
