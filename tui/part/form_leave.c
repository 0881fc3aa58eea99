/*
 * What happens when the cursor leaves a field: a date typed short is shown whole, and a value that
 * cannot be right is marked at once, not only when the form is handed in. Nobody is held there.
 */
#include "tui/part/form_state.h"

#include <string.h>

int form_read_date(const struct field *field, struct date *d, struct err *e)
{
	const char *text = edit_text(&field->edit);

	return date_is_set(field->is.today)
		       ? date_read_near(text, field->is.today, field->is.way, "", d, e)
		       : date_read(text, "", d, e);
}

static int leave_date(struct form *f, struct field *field, struct err *e)
{
	char whole[DATE_TEXT];
	struct date d;

	if (form_read_date(field, &d, e) < 0)
		return -1;
	if (strcmp(edit_text(&field->edit), date_format(d, whole)) != 0) {
		edit_replace(&field->edit, whole);
		edit_select(&field->edit); /* who comes back types another one */
		f->changed = true;
		if (f->tell)
			f->tell(f->tell_to);
	}
	return 0;
}

void form_leave(struct form *f)
{
	struct field *field = form_on_button(f) ? NULL : &f->fields[f->focus];
	struct err e = ERR_INIT;
	int rc = 0;

	if (!field || !field_is_typed(field) || !*edit_text(&field->edit))
		return;
	if (field->is.kind == FIELD_DATE)
		rc = leave_date(f, field, &e);
	if (rc == 0 && field->is.check)
		rc = field->is.check(&field->is, edit_text(&field->edit), &e);
	if (rc < 0)
		form_keep(&field->error, e.text);
}
