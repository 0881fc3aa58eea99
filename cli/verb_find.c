/*
 * Searching everything that was written, in all open plans or one: the newest of each kind, with
 * the piece of text in which the words stand.
 */
#include "cli/cli.h"
#include "cli/lookup.h"
#include "cli/rows.h"
#include "db/plan/store_plan.h"
#include "db/search/store_search.h"

enum { FIND_LIMIT = 20, PAGE = 200 };

static const struct rows_column columns[] = {
	{"kind", N_("Kind"), COLUMN_WORD, false},
	{"id", N_("ID"), COLUMN_NUMBER, true},
	{"action", N_("Action"), COLUMN_WORD, false},
	{"title", N_("Title"), COLUMN_TEXT, true},
	{"unit", N_("Unit"), COLUMN_TEXT, false},
	{"name", N_("Name"), COLUMN_TEXT, true},
	{"date", N_("Date"), COLUMN_DATE, false},
	{"field", N_("Where"), COLUMN_WORD, false},
	{"text", N_("Text"), COLUMN_TEXT, false},
	{"withdrawn", N_("Withdrawn"), COLUMN_WORD, true},
};

static void add_row(struct rows *r, const struct search_hit *h)
{
	rows_word(r, search_kind_word(h->kind), search_kind_label(h->kind));
	rows_number(r, h->id);
	rows_text(r, h->action_id ? action_name(r->arena, h->plan_code, h->path) : "");
	rows_text(r, h->title);
	rows_text(r, h->unit);
	rows_text(r, h->name);
	rows_date(r, h->date);
	rows_word(r, search_field_word(h->field), search_field_label(h->field));
	rows_text(r, h->piece.text);
	rows_flag(r, h->withdrawn);
}

struct hits {
	struct search_hit *at;
	size_t n, cap;
};

/* One kind, page after page, until there are enough or nothing is left. */
static int find_kind(struct cli *cli, struct search_ask ask, enum search_kind kind, int limit,
		     struct hits *hits, struct err *e)
{
	struct search_page page;

	do {
		ask.limit = limit < PAGE ? limit : PAGE;
		if (store_search(cli->store, &cli->arena, &cli->who, kind, &ask, &page, e) < 0)
			return -1;
		for (size_t i = 0; i < page.hits.n; i++)
			*vec_push(&cli->arena, hits) = page.hits.at[i];
		limit -= (int)page.hits.n;
		ask.before = page.next;
	} while (limit > 0 && page.next);
	return 0;
}

/* Of the kind of --kind, or of each. */
static int find_kinds(struct cli *cli, struct search_ask ask, int limit, struct hits *hits,
		      struct err *e)
{
	const char *only = cli_option(cli, "kind");
	enum search_kind kind;

	if (store_search_rights(cli->store, &cli->arena, &cli->who, ask.plan_id, &ask.rights, e) <
	    0)
		return -1;
	if (only && search_kind_parse(only, &kind))
		return find_kind(cli, ask, kind, limit, hits, e);
	for (int i = 0; i < SEARCH_KIND_COUNT; i++) {
		if (find_kind(cli, ask, (enum search_kind)i, limit, hits, e) < 0)
			return -1;
	}
	return 0;
}

static const char *join_words(struct cli *cli)
{
	const char *words = "", *word;

	for (size_t i = 0; (word = cli_operand(cli, i)); i++)
		words = arena_printf(&cli->arena, "%s %s", words, word);
	return words;
}

static int check_words(struct cli *cli, const char *words, struct err *e)
{
	struct seek seek;

	seek_read(&cli->arena, words, &seek);
	if (seek.words.n)
		return 0;
	return err_set_field(e, ERR_INPUT, "WORD",
			     _("a word to find needs a letter, a character or a digit"));
}

int verb_find_words(struct cli *cli, struct err *e)
{
	struct search_ask ask = {.words = join_words(cli), .closed_plans = cli_has(cli, "closed")};
	struct hits hits = {0};
	struct rows r;
	int limit;

	if (check_words(cli, ask.words, e) < 0 || lookup_limit(cli, FIND_LIMIT, &limit, e) < 0 ||
	    cli_open(cli, e) < 0 || lookup_plan_id(cli, &ask.plan_id, e) < 0 ||
	    find_kinds(cli, ask, limit, &hits, e) < 0)
		return -1;
	ROWS_BEGIN(&r, cli, columns);
	rows_say_when_empty(&r, _("nothing that you may read has these words; fewer words find "
				  "more, --closed searches closed plans too"));
	for (size_t i = 0; i < hits.n; i++)
		add_row(&r, &hits.at[i]);
	return rows_end(&r, e);
}
