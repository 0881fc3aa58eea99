/* Building a document block by block in an arena. */
#include "core/plan/document.h"

void document_begin(struct arena *a, struct document *d, const char *title, const char *subject)
{
	*d = (struct document){
		.title = arena_strdup(a, title),
		.subject = arena_strdup(a, subject),
		.issued = "",
	};
}

static struct document_block *add_block(struct arena *a, struct document *d, enum block_kind kind,
					const char *text)
{
	struct document_block *b = vec_push(a, &d->blocks);

	b->kind = kind;
	b->text = arena_strdup(a, text);
	return b;
}

void document_heading(struct arena *a, struct document *d, const char *text)
{
	add_block(a, d, BLOCK_HEADING, text);
}

void document_paragraph(struct arena *a, struct document *d, const char *text)
{
	add_block(a, d, BLOCK_PARAGRAPH, text);
}

struct document_table *document_add_table(struct arena *a, struct document *d)
{
	struct document_table *t = arena_alloc(a, sizeof *t);

	add_block(a, d, BLOCK_TABLE, "")->table = t;
	return t;
}

void document_add_column(struct arena *a, struct document_table *t, const char *title,
			 enum column_kind kind, int weight)
{
	struct document_column *c = vec_push(a, &t->columns);

	c->title = arena_strdup(a, title);
	c->kind = kind;
	c->weight = weight;
}

const char **document_add_row(struct arena *a, struct document_table *t)
{
	const char **cells = arena_alloc(a, t->columns.n * sizeof *cells);

	for (size_t i = 0; i < t->columns.n; i++)
		cells[i] = "";
	*vec_push(a, &t->rows) = cells;
	return cells;
}
