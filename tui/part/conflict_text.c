/* Values and differences of fields, in few lines: the whole of a text is read where it is edited.
 */
#include "tui/part/conflict_text.h"

#include "core/i18n.h"
#include "core/text/utf8.h"
#include "core/text/word_diff.h"
#include "tui/part/page.h"

#include <string.h>

/* Columns of a value; of what is gone or new; of what is the same at either end of a change. */
enum { MOST_COLS = 160, CHANGE_COLS = 120, AROUND_COLS = 16 };

static const char *beginning(struct arena *a, const char *text, size_t nbytes, int cols)
{
	const char *whole = arena_strndup(a, text, nbytes);
	size_t n = utf8_cut(whole, cols, NULL);

	return n < nbytes ? arena_printf(a, "%.*s…", (int)n, whole) : whole;
}

/* The last of it. */
static const char *ending(const char *text, size_t nbytes, int cols)
{
	const char *end = text + nbytes, *from = end;

	while (from > text) {
		const char *before = from - utf8_cluster_before(text, from);
		if (utf8_ncols(before, (size_t)(end - before)) > cols)
			break;
		from = before;
	}
	return from;
}

const char *conflict_value(struct arena *a, const struct form_field *f, const char *value)
{
	if (f->kind == FIELD_CHECK)
		return *value ? _("yes") : _("no");
	for (size_t i = 0; f->kind == FIELD_CHOICE && i < f->nchoices; i++)
		if (strcmp(f->choices[i].word, value) == 0)
			return f->choices[i].label;
	return *value ? beginning(a, value, strlen(value), MOST_COLS) : _("(empty)");
}

/* What is the same, around the changes. */
static const char *around(struct arena *a, const struct word_piece *p, bool first, bool last)
{
	const char *tail = ending(p->text, p->nbytes, AROUND_COLS);

	if (utf8_ncols(p->text, p->nbytes) <= 2 * AROUND_COLS + 1)
		return arena_strndup(a, p->text, p->nbytes);
	if (first)
		return arena_printf(a, "…%.*s", (int)(p->text + p->nbytes - tail), tail);
	const char *head = beginning(a, p->text, p->nbytes, AROUND_COLS);
	return last ? head
		    : arena_printf(a, "%s%.*s", head, (int)(p->text + p->nbytes - tail), tail);
}

const char *conflict_diff(struct arena *a, const struct form_field *f, const char *was,
			  const char *is)
{
	struct word_pieces pieces = {0};
	struct strbuf b = STRBUF_INIT;

	if ((f->kind != FIELD_TEXT && f->kind != FIELD_AREA) || !*was || !*is)
		return conflict_value(a, f, is);
	word_diff(a, was, is, &pieces);
	for (size_t i = 0; i < pieces.n; i++) {
		struct word_piece p = pieces.at[i];

		p.text = p.change == WORD_SAME ? around(a, &p, i == 0, i + 1 == pieces.n)
					       : beginning(a, p.text, p.nbytes, CHANGE_COLS);
		p.nbytes = strlen(p.text);
		page_write_change(&b, &p);
	}
	const char *text = b.nbytes ? arena_strdup(a, b.s) : "";
	strbuf_free(&b);
	return text;
}
