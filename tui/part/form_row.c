/* Rows under the names of a form's fields, and their way into a draft and back: "was" holds id and
 * version, "was:title" what stood in the field "title". */
#include "tui/part/form_row.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

static const char was[] = "was", was_of[] = "was:";

void form_row_add(struct arena *a, struct form_row *row, const char *name, const char *text)
{
	*vec_push(a, &row->values) =
		(struct draft_field){arena_strdup(a, name), arena_strdup(a, text ? text : "")};
}

const char *form_row_get(const struct form_row *row, const char *name)
{
	for (size_t i = 0; i < row->values.n; i++)
		if (strcmp(row->values.at[i].field, name) == 0)
			return row->values.at[i].text;
	return NULL;
}

void form_row_copy(struct arena *a, struct form_row *to, const struct form_row *from)
{
	struct form_row copy = {.id = from->id,
				.version = from->version,
				.shut = from->shut ? arena_strdup(a, from->shut) : NULL,
				.told = from->told ? arena_strdup(a, from->told) : NULL};

	for (size_t i = 0; i < from->values.n; i++)
		form_row_add(a, &copy, from->values.at[i].field, from->values.at[i].text);
	*to = copy;
}

void form_row_keep(struct arena *a, const struct form_row *row, struct draft_fields *to)
{
	*vec_push(a, &to->fields) = (struct draft_field){
		was, arena_printf(a, "%" PRId64 " %" PRId64, row->id, row->version)};
	for (size_t i = 0; i < row->values.n; i++)
		*vec_push(a, &to->fields) = (struct draft_field){
			arena_printf(a, "%s%s", was_of, row->values.at[i].field),
			row->values.at[i].text};
}

bool form_row_is_kept_in(const struct draft_field *f)
{
	return strcmp(f->field, was) == 0 || strncmp(f->field, was_of, strlen(was_of)) == 0;
}

bool form_row_find(struct arena *a, const struct draft *kept, struct form_row *row)
{
	struct form_row found = {0};
	bool has = false;

	for (size_t i = 0; i < kept->fields.n; i++) {
		const struct draft_field *f = &kept->fields.at[i];

		if (strcmp(f->field, was) == 0)
			has = sscanf(f->text, "%" SCNd64 " %" SCNd64, &found.id, &found.version) ==
			      2;
		else if (strncmp(f->field, was_of, strlen(was_of)) == 0)
			form_row_add(a, &found, f->field + strlen(was_of), f->text);
	}
	if (has)
		*row = found;
	return has;
}
