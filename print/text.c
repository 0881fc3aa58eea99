/*
 * A document becomes a list of chunks, pieces that stay on one page, and text_page.c puts them on
 * pages. Here is what the chunks of each kind of block look like: the heading of the document, a
 * heading, a paragraph; text_table.c knows about tables.
 */
#include "print/text.h"

#include "core/text/utf8.h"
#include "core/text/wrap.h"
#include "print/plain.h"
#include "print/text_layout.h"

#include <string.h>

const char *text_fit_for_output(const struct text_layout *l, const char *s)
{
	const char *text = plain_text(l->arena, s);

	return l->options.ascii ? plain_ascii(l->arena, text) : text;
}

static void add_line(struct text_layout *l, struct chunk *c, const char *s, size_t nbytes,
		     int indent)
{
	char *line = arena_alloc(l->arena, (size_t)indent + nbytes + 1);

	memset(line, ' ', (size_t)indent);
	memcpy(line + indent, s, nbytes);
	*vec_push(l->arena, &c->lines) = line;
}

static void add_wrapped(struct text_layout *l, struct chunk *c, const char *s, bool centred)
{
	struct wrap w;
	struct wrap_line line;
	int width = l->options.width_cols;

	wrap_begin(&w, s, strlen(s), width);
	while (wrap_next(&w, &line))
		add_line(l, c, line.s, line.nbytes, centred ? (width - line.cols) / 2 : 0);
}

static void add_rule(struct text_layout *l, struct chunk *c)
{
	struct strbuf b = STRBUF_INIT;

	columns_put_rule(&b, l->options.width_cols, l->options.ascii);
	add_line(l, c, b.s, b.nbytes, 0);
	strbuf_free(&b);
}

/* Left and right on one line where both fit, else one below the other. */
static void add_ends(struct text_layout *l, struct chunk *c, const char *left, const char *right)
{
	int between = l->options.width_cols - utf8_cols(left) - utf8_cols(right);

	if (between < 2) {
		add_wrapped(l, c, left, false);
		add_wrapped(l, c, right, false);
		return;
	}
	const char *line = arena_printf(l->arena, "%s%*s%s", left, between, "", right);
	add_line(l, c, line, *right ? strlen(line) : strlen(left), 0);
}

static void lay_out_head(struct text_layout *l, const struct document *d)
{
	struct chunk *c = chunk_add(l->arena, &l->chunks);

	add_wrapped(l, c, text_fit_for_output(l, d->title), true);
	if (*d->subject || *d->issued)
		add_ends(l, c, text_fit_for_output(l, d->subject),
			 text_fit_for_output(l, d->issued));
	add_rule(l, c);
}

static void lay_out_heading(struct text_layout *l, const char *text)
{
	struct chunk *c = chunk_add(l->arena, &l->chunks);

	c->gap = true;
	c->with_next = true;
	add_wrapped(l, c, text_fit_for_output(l, text), false);
}

/* Each line a chunk, so that a long paragraph runs over pages; its first two stay together. */
static void lay_out_paragraph(struct text_layout *l, const char *text)
{
	struct wrap w;
	struct wrap_line line;
	const char *s = text_fit_for_output(l, text);
	bool first = true;

	wrap_begin(&w, s, strlen(s), l->options.width_cols);
	while (wrap_next(&w, &line)) {
		struct chunk *c = chunk_add(l->arena, &l->chunks);
		add_line(l, c, line.s, line.nbytes, 0);
		c->gap = first;
		c->with_next = first && w.at < w.end;
		first = false;
	}
}

static void lay_out_block(struct text_layout *l, const struct document_block *b)
{
	switch (b->kind) {
	case BLOCK_HEADING:
		lay_out_heading(l, b->text);
		break;
	case BLOCK_PARAGRAPH:
		lay_out_paragraph(l, b->text);
		break;
	case BLOCK_TABLE:
		text_lay_out_table(l, b->table);
		break;
	}
}

static struct text_options within_limits(const struct text_options *given)
{
	struct text_options o = *given;

	if (o.width_cols < TEXT_WIDTH_MIN)
		o.width_cols = TEXT_WIDTH_MIN;
	if (o.width_cols > TEXT_WIDTH_MAX)
		o.width_cols = TEXT_WIDTH_MAX;
	if (o.page_lines > 0 && o.page_lines < TEXT_PAGE_LINES_MIN)
		o.page_lines = TEXT_PAGE_LINES_MIN;
	return o;
}

/* "title  subject" for the top of the pages after the first. */
static const char *running_head(const struct text_layout *l, const struct document *d)
{
	const char *title = plain_line(l->arena, text_fit_for_output(l, d->title));
	const char *subject = plain_line(l->arena, text_fit_for_output(l, d->subject));
	const char *head = *subject ? arena_printf(l->arena, "%s  %s", title, subject) : title;

	return arena_strndup(l->arena, head, utf8_cut(head, l->options.width_cols, NULL));
}

void text_render(struct strbuf *out, const struct document *d, const struct text_options *o)
{
	struct arena arena = ARENA_INIT;
	struct text_layout l = {.arena = &arena, .options = within_limits(o)};

	lay_out_head(&l, d);
	for (size_t i = 0; i < d->blocks.n; i++)
		lay_out_block(&l, &d->blocks.at[i]);
	pages_write(out, &l.chunks, &l.options, running_head(&l, d));
	arena_free(&arena);
}
