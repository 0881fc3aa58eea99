/*
 * Page by page: a chunk goes on the page where it and what must follow it find room, else on the
 * next one. The pages are made twice, first only to count them, so that "page 2/5" is known from
 * the start.
 */
#include "print/text_page.h"

#include "core/i18n.h"
#include "core/text/utf8.h"

#include <limits.h>

enum {
	HEAD_LINES = 3, /* running head, rule, blank */
	FOOT_LINES = 2, /* blank, page number */
};

struct pager {
	struct strbuf *out; /* NULL: only counting */
	const struct text_options *options;
	const char *head;
	int page, npages;
	int used;			 /* lines of this page */
	int top;			 /* of them above the text */
	const struct text_lines *titles; /* of the table that the page is in */
};

struct chunk *chunk_add(struct arena *a, struct chunks *c)
{
	return vec_push(a, c);
}

/* Lines of a page above its foot. */
static int page_room(const struct pager *p)
{
	return p->options->page_lines ? p->options->page_lines - FOOT_LINES : INT_MAX;
}

static void put_line(struct pager *p, const char *s)
{
	if (p->out) {
		strbuf_puts(p->out, s);
		strbuf_putc(p->out, '\n');
	}
	p->used++;
}

static void put_rule(struct pager *p)
{
	struct strbuf b = STRBUF_INIT;

	columns_put_rule(&b, p->options->width_cols, p->options->ascii);
	put_line(p, b.s);
	strbuf_free(&b);
}

/* Blank lines down to the foot, and the number of the page in the middle of its last line. */
static void put_foot(struct pager *p)
{
	struct strbuf b = STRBUF_INIT, line = STRBUF_INIT;

	if (!p->options->page_lines)
		return;
	while (p->used < p->options->page_lines - 1)
		put_line(p, "");
	strbuf_printf(&b, _("page %d/%d"), p->page, p->npages);
	strbuf_pad(&line, ' ', (p->options->width_cols - utf8_cols(b.s)) / 2);
	strbuf_puts(&line, b.s);
	put_line(p, line.s);
	strbuf_free(&b);
	strbuf_free(&line);
}

static void next_page(struct pager *p)
{
	put_foot(p);
	if (p->out)
		strbuf_putc(p->out, '\f');
	p->page++;
	p->used = 0;
	p->titles = NULL;
	put_line(p, p->head);
	put_rule(p);
	put_line(p, "");
	p->top = p->used;
}

/* Lines that the chunk takes below what is on the page now. */
static int lines_needed(const struct chunk *c, bool at_top, const struct text_lines *titles)
{
	int need = (int)c->lines.n + (c->gap && !at_top);

	if (c->titles && c->titles != titles)
		need += (int)c->titles->n;
	return need;
}

/* Lines of the i-th chunk with those that must stand on its page. */
static int lines_together(const struct pager *p, const struct chunks *c, size_t i)
{
	bool at_top = p->used == p->top;
	const struct text_lines *titles = p->titles;
	int need = 0;

	for (; i < c->n; i++) {
		need += lines_needed(&c->at[i], at_top, titles);
		if (!c->at[i].with_next)
			break;
		at_top = false;
		titles = c->at[i].titles;
	}
	return need;
}

static void put_titles(struct pager *p, const struct text_lines *titles)
{
	p->titles = titles;
	for (size_t i = 0; titles && i < titles->n; i++)
		put_line(p, titles->at[i]);
}

static void put_chunk(struct pager *p, const struct chunk *c)
{
	bool below_titles = c->titles && c->titles == p->titles;

	if (c->gap && p->used > p->top)
		put_line(p, "");
	if (!below_titles)
		put_titles(p, c->titles);
	for (size_t i = 0; i < c->lines.n; i++) {
		if (p->used >= page_room(p)) {
			next_page(p);
			put_titles(p, c->titles);
		}
		put_line(p, c->lines.at[i]);
	}
}

/* What is longer than a page begins where it stands, unless too little room is left. */
static bool belongs_on_next_page(const struct pager *p, int need)
{
	int room = page_room(p) - p->used, fresh = page_room(p) - HEAD_LINES;

	if (need <= room || p->used == p->top)
		return false;
	return need <= fresh || room < fresh / 2;
}

static void put_pages(struct pager *p, const struct chunks *c)
{
	for (size_t i = 0; i < c->n; i++) {
		if (belongs_on_next_page(p, lines_together(p, c, i))) {
			if (c->at[i].loose)
				continue;
			next_page(p);
		}
		put_chunk(p, &c->at[i]);
	}
	put_foot(p);
}

void pages_write(struct strbuf *out, const struct chunks *c, const struct text_options *o,
		 const char *head)
{
	struct pager count = {.options = o, .head = head, .page = 1};

	put_pages(&count, c);
	struct pager p = {.out = out, .options = o, .head = head, .page = 1, .npages = count.page};
	put_pages(&p, c);
}
