/* Keys in words. What was revoked is told with its reason wherever the key is. */
#include "tui/people/key_text.h"

#include "core/i18n.h"

const char *key_name(struct arena *a, const struct key_row *k)
{
	return *k->name ? arena_printf(a, _("%1$s %2$d, %3$s"), k->type, k->bits, k->name)
			: arena_printf(a, "%s %d", k->type, k->bits);
}

const char *key_revoked(struct arena *a, const struct key_row *k)
{
	char at[TIME_TEXT];

	if (!k->revoked_at)
		return "";
	return arena_printf(a, _("revoked by %1$s, %2$s: %3$s"),
			    *k->revoked_by ? k->revoked_by : "duban",
			    time_format_local(k->revoked_at, at), k->revoked_reason);
}

static const char *last_text(const struct key_row *k, char at[TIME_TEXT])
{
	return k->last_at ? time_format_local(k->last_at, at) : _("none yet");
}

const char *key_facts(struct arena *a, const struct key_row *k)
{
	char added[TIME_TEXT], last[TIME_TEXT];
	const char *facts =
		arena_printf(a,
			     _("Key %1$lld of %2$s (%3$s)\n\nType: %4$s, %5$d bits\nFingerprint: "
			       "%6$s\nComputer: %7$s\nAdded: %8$s, %9$s\nLast log-in: %10$s"),
			     (long long)k->id, k->person, k->login, k->type, k->bits,
			     k->fingerprint, k->name, time_format_local(k->added_at, added),
			     *k->added_by ? k->added_by : "duban", last_text(k, last));

	return k->revoked_at ? arena_printf(a, "%s\n\n%s", facts, key_revoked(a, k)) : facts;
}

const char *keys_summary(struct arena *a, const struct key_rows *rows)
{
	size_t nlive = 0;
	int64_t last = 0;
	char at[TIME_TEXT];

	for (size_t i = 0; i < rows->n; i++) {
		nlive += !rows->at[i].revoked_at;
		last = rows->at[i].last_at > last ? rows->at[i].last_at : last;
	}
	if (!rows->n)
		return _("none: nobody can log in with one");
	return arena_printf(a, _("%1$zu live, %2$zu revoked; last log-in: %3$s"), nlive,
			    rows->n - nlive, last ? time_format_local(last, at) : _("none yet"));
}

void keys_page_add(struct arena *a, struct page *p, const struct key_rows *rows)
{
	char day[TIME_TEXT], last[TIME_TEXT];

	for (size_t i = 0; i < rows->n; i++) {
		const struct key_row *k = &rows->at[i];

		page_add(a, p, k->revoked_at ? STYLE_DIM : STYLE_NORMAL, 2, key_name(a, k));
		page_add(a, p, STYLE_DIM, 4, k->fingerprint);
		page_add(a, p, STYLE_DIM, 4,
			 k->revoked_at ? key_revoked(a, k)
				       : arena_printf(a, _("since %1$s; last log-in: %2$s"),
						      time_format_local(k->added_at, day),
						      last_text(k, last)));
	}
	if (!rows->n)
		page_add(a, p, STYLE_NORMAL, 2, _("none: nobody can log in with one"));
}
