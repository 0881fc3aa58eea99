/*
 * headline.c - which forms of its parts a line has room for. As long as it is too long the form
 * that is worth least gives way to the next one of its part, or the part goes; so it depends on the
 * width alone what is seen, and what is worth more is never missing where something else stands.
 */
#include "tui/app/headline.h"

#include "core/text/utf8.h"

enum { GAP = 2 };

struct headline_part *headline_add(struct headline *h, bool right, int worth, const char *text)
{
	if (!text || !text[0] || h->n == HEADLINE_PARTS)
		return NULL;
	h->parts[h->n] = (struct headline_part){.forms = {{text, worth}}, .right = right};
	return &h->parts[h->n++];
}

void headline_or(struct headline_part *p, int worth, const char *shorter)
{
	for (int i = 1; p && i < HEADLINE_FORMS; i++) {
		if (p->forms[i].text)
			continue;
		p->forms[i] = (struct headline_form){shorter, worth};
		return;
	}
}

/* The form in use; its text is NULL when the part has been left out. */
static struct headline_form form_of(const struct headline *h, const int *used, size_t part)
{
	if (used[part] == HEADLINE_FORMS)
		return (struct headline_form){NULL, HEADLINE_KEPT};
	return h->parts[part].forms[used[part]];
}

static int total_cols(const struct headline *h, const int *used)
{
	int cols = 0;

	for (size_t i = 0; i < h->n; i++) {
		const char *text = form_of(h, used, i).text;

		if (text)
			cols += (cols ? GAP : 0) + utf8_cols(text);
	}
	return cols;
}

/* The part whose form is worth least; of equals the last one. -1: all are kept. */
static int least_part(const struct headline *h, const int *used)
{
	int least = -1, worth = HEADLINE_KEPT;

	for (size_t i = 0; i < h->n; i++) {
		struct headline_form form = form_of(h, used, i);

		if (!form.text || form.worth >= HEADLINE_KEPT || form.worth > worth)
			continue;
		least = (int)i;
		worth = form.worth;
	}
	return least;
}

/* Chooses the forms for `cols` columns with two blanks at least between parts: texts[i] is that of
 * part i, NULL where it is left out. */
static void headline_fit(const struct headline *h, int cols, const char *texts[HEADLINE_PARTS])
{
	int used[HEADLINE_PARTS] = {0}, part;

	while (total_cols(h, used) > cols && (part = least_part(h, used)) >= 0)
		used[part]++;
	for (size_t i = 0; i < h->n; i++)
		texts[i] = form_of(h, used, i).text;
}

void headline_draw(const struct headline *h, struct canvas *c, int y, int style)
{
	const char *texts[HEADLINE_PARTS] = {NULL};
	int x = 1, room = c->cols - 2, right = 0;

	headline_fit(h, room, texts);
	canvas_fill_row(c, y, style);
	for (size_t i = 0; i < h->n; i++) {
		if (texts[i] && h->parts[i].right)
			right += (right ? GAP : 0) + utf8_cols(texts[i]);
	}
	for (size_t i = 0; i < h->n; i++) {
		if (!texts[i])
			continue;
		if (h->parts[i].right && right) {
			x = right < room + 1 - x ? 1 + room - right : x;
			right = 0;
		}
		int cols = utf8_cols(texts[i]), left = 1 + room - x;

		canvas_field(c, y, x, cols < left ? cols : left, ALIGN_LEFT, style, texts[i]);
		x += cols + GAP;
	}
}
