/* How much is in a field, and how much still fits: one spelling wherever it is shown. */
#include "tui/part/form_state.h"

#include <stdio.h>

bool form_is_nearly_full(const struct field *f, size_t *left)
{
	enum { SHARE = 10, FEW = 20 };
	size_t max = f->is.max_chars, have = edit_length(&f->edit);

	*left = have < max ? max - have : 0;
	return max > FEW && (f->is.kind == FIELD_AREA || f->is.kind == FIELD_TEXT) &&
	       *left <= (max / SHARE > FEW ? max / SHARE : FEW);
}

void form_count_text(size_t have, size_t max, char text[FORM_COUNTER])
{
	*text = '\0';
	if (max)
		snprintf(text, FORM_COUNTER, "%zu / %zu", have, max);
}

void form_count(const struct field *f, char text[FORM_COUNTER])
{
	form_count_text(edit_length(&f->edit), f->is.max_chars, text);
}
