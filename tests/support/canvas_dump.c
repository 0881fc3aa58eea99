/* Cells as text, for comparison and for the eye. */
#include "tests/support/canvas_dump.h"

#include "core/mem.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void trim(struct strbuf *b, size_t from, char blank)
{
	while (b->nbytes > from && b->s[b->nbytes - 1] == blank)
		b->s[--b->nbytes] = '\0';
}

static void add_row(struct strbuf *b, const struct grid *g, int y)
{
	size_t from = b->nbytes;

	for (int x = 0; x < g->cols; x++)
		strbuf_puts(b, g->cells[y * g->cols + x].text);
	trim(b, from, ' ');
}

static void add_styles(struct strbuf *b, const struct grid *g, int y)
{
#define STYLE_LETTER(id, letter, name) letter,
	static const char letters[] = {STYLES(STYLE_LETTER)};
	size_t from = b->nbytes;
	bool selected = false;

	for (int x = 0; x < g->cols; x++) {
		uint8_t style = g->cells[y * g->cols + x].style;
		if (!!(style & STYLE_SELECTED) != selected)
			strbuf_putc(b, selected ? '>' : '<');
		selected = style & STYLE_SELECTED;
		strbuf_putc(b, letters[style & ~STYLE_SELECTED]);
	}
	if (selected)
		strbuf_putc(b, '>');
	trim(b, from, letters[STYLE_NORMAL]);
}

char *grid_dump(const struct grid *g, bool styles)
{
	struct strbuf b = STRBUF_INIT;

	for (int y = 0; y < g->rows; y++) {
		add_row(&b, g, y);
		strbuf_putc(&b, '\n');
	}
	if (styles)
		strbuf_puts(&b, "--\n");
	for (int y = 0; styles && y < g->rows; y++) {
		add_styles(&b, g, y);
		strbuf_putc(&b, '\n');
	}
	return strbuf_detach(&b);
}

char *grid_dump_row(const struct grid *g, int y)
{
	struct strbuf b = STRBUF_INIT;

	add_row(&b, g, y);
	return strbuf_detach(&b);
}

int grid_find(const struct grid *g, const char *text)
{
	for (int y = 0; y < g->rows; y++) {
		char *row = grid_dump_row(g, y);
		bool found = strstr(row, text) != NULL;
		free(row);
		if (found)
			return y;
	}
	return -1;
}

bool grid_has(const struct grid *g, const char *text)
{
	return grid_find(g, text) >= 0;
}

char *golden_read(const char *path)
{
	struct strbuf b = STRBUF_INIT;
	char part[4096];
	size_t n;
	FILE *f = fopen(path, "r");

	if (!f)
		return NULL;
	while ((n = fread(part, 1, sizeof part, f)) > 0)
		strbuf_add(&b, part, n);
	fclose(f);
	return strbuf_detach(&b);
}
