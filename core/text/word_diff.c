/*
 * word_diff.c - what differs between two wordings. Both texts are cut into words, equal ends are
 * taken off, and the longest common row of words in between is found by halving (Hirschberg), so
 * that memory stays linear. A lonely equal word between two changes would only confuse a reader:
 * it counts as changed.
 */
#include "core/text/word_diff.h"

#include "core/text/utf8.h"

#include <stdbool.h>
#include <string.h>

struct token {
	const char *text;
	size_t nbytes;
};

struct tokens {
	struct token *at;
	size_t n, cap;
};

/* Two texts as words, and for each word whether the other text has it too. */
struct diff {
	struct arena *arena;
	struct tokens was, is;
	bool *was_kept, *is_kept;
	int *above, *below; /* lengths of common rows, one longer than `is` */
};

static bool is_word_byte(char c)
{
	return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* A run of letters and digits, with a point or comma between digits; else one character. */
static size_t token_length(const char *s)
{
	size_t n = 0;

	while (is_word_byte(s[n]) || (n && (s[n] == '.' || s[n] == ',') && is_word_byte(s[n + 1])))
		n++;
	return n ? n : utf8_cluster(s);
}

static void cut(struct arena *a, const char *text, struct tokens *list)
{
	while (*text) {
		struct token *t = vec_push(a, list);
		*t = (struct token){text, token_length(text)};
		text += t->nbytes;
	}
}

static bool same(const struct token *a, const struct token *b)
{
	return a->nbytes == b->nbytes && memcmp(a->text, b->text, a->nbytes) == 0;
}

/* A stretch of both texts: words from up to (not with) to. */
struct stretch {
	size_t was, was_end, is, is_end;
};

static void keep(struct diff *d, size_t was, size_t is)
{
	d->was_kept[was] = d->is_kept[is] = true;
}

static void take_ends(struct diff *d, struct stretch *s)
{
	while (s->was < s->was_end && s->is < s->is_end &&
	       same(&d->was.at[s->was], &d->is.at[s->is]))
		keep(d, s->was++, s->is++);
	while (s->was < s->was_end && s->is < s->is_end &&
	       same(&d->was.at[s->was_end - 1], &d->is.at[s->is_end - 1]))
		keep(d, --s->was_end, --s->is_end);
}

/* One step of the table: what the cell gets from its corner, or the better of its neighbours. */
static int cell(const struct diff *d, size_t was, size_t is, int corner, int left, int up)
{
	if (same(&d->was.at[was], &d->is.at[is]))
		return corner + 1;
	return left > up ? left : up;
}

/* row[j]: longest common row of was[s.was…middle) and is[s.is…s.is+j). */
static void lengths_forward(const struct diff *d, struct stretch s, size_t middle, int *row)
{
	size_t n = s.is_end - s.is;

	memset(row, 0, (n + 1) * sizeof *row);
	for (size_t i = s.was; i < middle; i++) {
		int corner = 0;
		for (size_t j = 0; j < n; j++) {
			int up = row[j + 1];
			row[j + 1] = cell(d, i, s.is + j, corner, row[j], up);
			corner = up;
		}
	}
}

/* row[j]: the same of was[middle…s.was_end) and is[s.is+j…s.is_end). */
static void lengths_backward(const struct diff *d, struct stretch s, size_t middle, int *row)
{
	size_t n = s.is_end - s.is;

	memset(row, 0, (n + 1) * sizeof *row);
	for (size_t i = s.was_end; i-- > middle;) {
		int corner = 0;
		for (size_t j = n; j-- > 0;) {
			int down = row[j];
			row[j] = cell(d, i, s.is + j, corner, row[j + 1], down);
			corner = down;
		}
	}
}

/* Where `is` is cut so that both halves together have the longest common row. */
static size_t best_cut(const struct diff *d, size_t n)
{
	size_t best = 0;

	for (size_t j = 1; j <= n; j++)
		if (d->above[j] + d->below[j] > d->above[best] + d->below[best])
			best = j;
	return best;
}

static void compare(struct diff *d, struct stretch s)
{
	take_ends(d, &s);
	if (s.was_end - s.was <= 1 || s.is == s.is_end) {
		for (size_t j = s.is; s.was < s.was_end && j < s.is_end; j++)
			if (same(&d->was.at[s.was], &d->is.at[j])) {
				keep(d, s.was, j);
				return;
			}
		return;
	}
	size_t middle = s.was + (s.was_end - s.was) / 2;
	lengths_forward(d, s, middle, d->above);
	lengths_backward(d, s, middle, d->below);
	size_t at = s.is + best_cut(d, s.is_end - s.is);
	compare(d, (struct stretch){s.was, middle, s.is, at});
	compare(d, (struct stretch){middle, s.was_end, at, s.is_end});
}

/* Whether so many kept words from here on stand between two changes. */
static bool is_lonely(const struct diff *d, size_t was, size_t is, size_t n)
{
	bool before = (was && !d->was_kept[was - 1]) || (is && !d->is_kept[is - 1]);
	bool behind = (was + n < d->was.n && !d->was_kept[was + n]) ||
		      (is + n < d->is.n && !d->is_kept[is + n]);

	return n == 1 && before && behind;
}

static size_t kept_run(const struct diff *d, size_t was, size_t is)
{
	size_t n = 0;

	while (was + n < d->was.n && is + n < d->is.n && d->was_kept[was + n] && d->is_kept[is + n])
		n++;
	return n;
}

static void drop_lonely(struct diff *d)
{
	for (size_t i = 0, j = 0; i < d->was.n || j < d->is.n;) {
		size_t n = kept_run(d, i, j);
		if (n && is_lonely(d, i, j, n))
			d->was_kept[i] = d->is_kept[j] = false;
		i += n;
		j += n;
		while (i < d->was.n && !d->was_kept[i])
			i++;
		while (j < d->is.n && !d->is_kept[j])
			j++;
	}
}

static void add_piece(struct diff *d, struct word_pieces *pieces, enum word_change change,
		      const struct tokens *list, size_t from, size_t to)
{
	if (from == to)
		return;
	const struct token *first = &list->at[from], *last = &list->at[to - 1];
	struct word_piece *p = vec_push(d->arena, pieces);
	*p = (struct word_piece){change, first->text,
				 (size_t)(last->text + last->nbytes - first->text)};
}

static size_t run_of(const bool *kept, size_t from, size_t n)
{
	size_t to = from;

	while (to < n && !kept[to])
		to++;
	return to;
}

static void make_pieces(struct diff *d, struct word_pieces *pieces)
{
	for (size_t i = 0, j = 0; i < d->was.n || j < d->is.n;) {
		size_t n = kept_run(d, i, j);
		add_piece(d, pieces, WORD_SAME, &d->is, j, j + n);
		i += n;
		j += n;
		size_t gone = run_of(d->was_kept, i, d->was.n),
		       new = run_of(d->is_kept, j, d->is.n);
		add_piece(d, pieces, WORD_GONE, &d->was, i, gone);
		add_piece(d, pieces, WORD_NEW, &d->is, j, new);
		i = gone;
		j = new;
	}
}

void word_diff(struct arena *a, const char *was, const char *is, struct word_pieces *pieces)
{
	struct diff d = {.arena = a};
	struct stretch all = {0};

	*pieces = (struct word_pieces){0};
	cut(a, was, &d.was);
	cut(a, is, &d.is);
	d.was_kept = arena_alloc(a, (d.was.n + 1) * sizeof *d.was_kept);
	d.is_kept = arena_alloc(a, (d.is.n + 1) * sizeof *d.is_kept);
	d.above = arena_alloc(a, (d.is.n + 1) * sizeof *d.above);
	d.below = arena_alloc(a, (d.is.n + 1) * sizeof *d.below);
	all.was_end = d.was.n;
	all.is_end = d.is.n;
	take_ends(&d, &all);
	if (all.was_end - all.was <= WORD_DIFF_MAX && all.is_end - all.is <= WORD_DIFF_MAX)
		compare(&d, all);
	drop_lonely(&d);
	make_pieces(&d, pieces);
}
