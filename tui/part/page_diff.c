/*
 * page_diff.c - what has changed between two wordings, as a paragraph to read. Styles alone would
 * be lost without colour and on paper, so what is gone and what is new stand in signs of their own
 * too; these have no wide characters in them, and no terminal draws them in two ways.
 */
#include "core/text/word_diff.h"
#include "tui/part/page.h"

#include <string.h>

static const struct {
	const char *before, *behind;
	int style;
} marks[] = {
	[WORD_SAME] = {"", "", STYLE_NORMAL},
	[WORD_GONE] = {"-[", "]", STYLE_DIM},
	[WORD_NEW] = {"+[", "]", STYLE_STRONG},
};

void page_write_change(struct strbuf *b, const struct word_piece *piece)
{
	strbuf_printf(b, "%s%.*s%s", marks[piece->change].before, (int)piece->nbytes, piece->text,
		      marks[piece->change].behind);
}

/* The span behind what has been written; a text of unchanged words needs none. */
static struct page_span add_piece(struct strbuf *b, const struct word_piece *piece)
{
	size_t from = b->nbytes;

	page_write_change(b, piece);
	return (struct page_span){from, b->nbytes - from, marks[piece->change].style};
}

void page_add_diff(struct arena *a, struct page *p, int indent, const char *was, const char *is)
{
	struct word_pieces pieces = {0};
	struct strbuf b = STRBUF_INIT;

	word_diff(a, was, is, &pieces);
	struct page_span *spans = arena_alloc(a, (pieces.n + 1) * sizeof *spans);
	for (size_t i = 0; i < pieces.n; i++)
		spans[i] = add_piece(&b, &pieces.at[i]);
	*vec_push(a, &p->lines) = (struct page_line){
		STYLE_NORMAL, indent, b.nbytes ? arena_strdup(a, b.s) : "", spans, pieces.n};
	strbuf_free(&b);
}
