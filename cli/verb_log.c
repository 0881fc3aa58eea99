/* The log: who changed what, and whether its chain is whole. */
#include "cli/cli.h"
#include "cli/lookup.h"
#include "cli/rows.h"
#include "core/log_text.h"
#include "db/store_access.h"
#include "db/store_log.h"
#include "db/store_verify.h"

#include <stdio.h>

enum { LOG_LIMIT = 50, LOG_COLS = 120 };

/* Programs get the words and objects as they were logged. */
static void add_row(struct rows *r, const struct log_row *l)
{
	rows_number(r, l->id);
	rows_time(r, l->at);
	rows_text(r, l->person);
	rows_word(r, l->post, log_post_label(r->arena, l->post));
	rows_text(r, l->remote);
	rows_word(r, l->act, log_act_label(l->act));
	rows_word(r, l->object, log_object_label(r->arena, l->object));
	rows_text(r, l->before);
	rows_word(r, l->after, log_change_text(r->arena, l));
}

int verb_log(struct cli *cli, struct err *e)
{
	static const struct rows_column columns[] = {
		{"id", N_("ID"), COLUMN_NUMBER, true},
		{"time", N_("Time"), COLUMN_DATE, false},
		{"person", N_("Person"), COLUMN_WORD, false},
		{"post", N_("Post"), COLUMN_WORD, false},
		{"remote", N_("From"), COLUMN_WORD, true},
		{"act", N_("What was done"), COLUMN_WORD, false},
		{"object", N_("To what"), COLUMN_WORD, false},
		{"before", N_("Before"), COLUMN_TEXT, true},
		{"after", N_("What changed"), COLUMN_TEXT, false},
	};
	struct log_filter f = {.login = cli_option(cli, "login")};
	struct log_rows log = {0};
	struct rows r;
	int limit;

	if (lookup_limit(cli, LOG_LIMIT, &limit, e) < 0 || cli_open(cli, e) < 0 ||
	    lookup_action_id(cli, &f.action_id, e) < 0 ||
	    store_log_list(cli->store, &cli->arena, &cli->who, &f, limit + 1, &log, e) < 0)
		return -1;
	ROWS_BEGIN(&r, cli, columns);
	rows_wrap(&r, LOG_COLS);
	rows_say_when_empty(&r, _("nothing of that is in the log"));
	size_t n = rows_limit(&r, log.n, limit);
	for (size_t i = 0; i < n; i++)
		add_row(&r, &log.at[i]);
	return rows_end(&r, e);
}

static int prove(struct cli *cli, int64_t *nrows, int64_t *ntold, struct err *e)
{
	return cli_open(cli, e) < 0 || store_log_verify(cli->store, nrows, e) < 0 ||
			       store_access_verify(cli->store, ntold, e) < 0
		       ? -1
		       : 0;
}

/* Who alters a row with another program leaves a page that is refused before anybody sees the row;
 * read all the same, it is named. That asks for no more than `check` does, which names it too. */
static int name_row(struct cli *cli, struct err *e)
{
	struct err ignored = ERR_INIT;
	struct verify_findings f;

	if (e->code != ERR_FORMAT || store_verify_chains(cli->db, &cli->arena, &f, &ignored) < 0 ||
	    !f.n)
		return -1;
	return err_set(e, ERR_FORMAT, _("%s; `duban check` looks at the rest of the file"),
		       f.at[0]);
}

int verb_log_verify(struct cli *cli, struct err *e)
{
	const char *asked = cli_operand(cli, 0), *hash;
	int64_t nrows = 0, ntold = 0, since = 0, row = 0;
	char at[TIME_TEXT];

	if (asked && lookup_number(asked, "", 1, INT64_MAX, &row, e) < 0)
		return -1;
	if (prove(cli, &nrows, &ntold, e) < 0)
		return name_row(cli, e);
	if (store_access_since(cli->store, &since, e) < 0 ||
	    store_log_hash(cli->store, &cli->arena, &row, &hash, e) < 0)
		return -1;
	printf(Q_("the log is whole: %lld row\n", "the log is whole: %lld rows\n", nrows),
	       (long long)nrows);
	printf(Q_("what is told of access is whole: %lld row\n",
		  "what is told of access is whole: %lld rows\n", ntold),
	       (long long)ntold);
	if (since)
		printf(_("it reaches back to %s\n"), time_format_local(since, at));
	/* TRANSLATORS: as it stands at the end of printed documents */
	printf(_("Log row %lld, %.12s"), (long long)row, hash);
	putchar('\n');
	return 0;
}
