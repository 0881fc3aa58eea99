/* Who logged in, was refused or took something out: one's own, or everybody's by right. */
#include "cli/cli.h"
#include "cli/lookup.h"
#include "cli/rows.h"
#include "core/log_text.h"
#include "db/store_access.h"

enum { ACCESS_LIMIT = 50 };

/* Somebody logged in with "key 2"; everything else is said as it was typed. */
static const char *object_text(struct arena *a, const struct access_row *row)
{
	return row->act == ACCESS_LOG_IN ? log_object_label(a, row->object) : row->object;
}

static void add_row(struct rows *r, const struct access_row *row)
{
	rows_number(r, row->id);
	rows_time(r, row->at);
	rows_text(r, row->login);
	rows_text(r, row->person);
	rows_text(r, row->remote);
	rows_word(r, access_act_word(row->act), access_act_label(row->act));
	rows_word(r, row->object, object_text(r->arena, row));
}

int verb_access_list(struct cli *cli, struct err *e)
{
	static const struct rows_column columns[] = {
		{"id", N_("ID"), COLUMN_NUMBER, true},
		{"time", N_("Time"), COLUMN_DATE, false},
		{"login", N_("Login"), COLUMN_WORD, false},
		{"person", N_("Person"), COLUMN_WORD, false},
		{"remote", N_("From"), COLUMN_WORD, false},
		{"act", N_("What"), COLUMN_WORD, false},
		{"object", N_("To what"), COLUMN_TEXT, false},
	};
	struct access_rows access = {0};
	struct rows r;
	int limit;

	if (lookup_limit(cli, ACCESS_LIMIT, &limit, e) < 0 || cli_open(cli, e) < 0 ||
	    store_access_list(cli->store, &cli->arena, &cli->who, cli_option(cli, "login"),
			      limit + 1, &access, e) < 0)
		return -1;
	ROWS_BEGIN(&r, cli, columns);
	rows_say_when_empty(&r, _("nothing of that is told"));
	size_t n = rows_limit(&r, access.n, limit);
	for (size_t i = 0; i < n; i++)
		add_row(&r, &access.at[i]);
	return rows_end(&r, e);
}
