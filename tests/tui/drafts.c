/* What the store keeps of texts that are being typed. */
#include "tests/tui/drafts.h"

#include "db/report/store_draft.h"

#include <criterion/criterion.h>
#include <string.h>

static struct draft_names names_of(struct district *d, const char *login, const char *begin)
{
	struct actor who = district_actor(d, login);
	struct draft_names names;

	cr_assert_eq(store_draft_list(d->s, &d->a, &who, begin, &names, &d->e), 0, "%s", d->e.text);
	return names;
}

size_t drafts_count(struct district *d, const char *login, const char *begin)
{
	return names_of(d, login, begin).rows.n;
}

const char *drafts_name(struct district *d, const char *login, const char *begin)
{
	struct draft_names names = names_of(d, login, begin);

	for (size_t i = 0; i < names.rows.n; i++)
		if (!strchr(names.rows.at[i].form, '|'))
			return names.rows.at[i].form;
	return "none";
}

const char *drafts_text(struct district *d, const char *login, const char *name, const char *field)
{
	struct actor who = district_actor(d, login);
	struct draft draft;

	cr_assert_eq(store_draft_load(d->s, &d->a, &who, name, &draft, &d->e), 0, "%s", d->e.text);
	for (size_t i = 0; i < draft.fields.n; i++)
		if (strcmp(draft.fields.at[i].field, field) == 0)
			return draft.fields.at[i].text;
	return "";
}

const char *drafts_kept(struct district *d, const char *login, const char *begin, const char *field)
{
	return drafts_text(d, login, drafts_name(d, login, begin), field);
}
