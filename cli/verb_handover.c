/* One person after another: what is open with somebody's units is listed, and their posts go over
 * to the next one. */
#include "cli/cli.h"
#include "cli/lookup.h"
#include "cli/rows.h"
#include "db/people/store_handover.h"

#include <stdio.h>

static void add_row(struct rows *r, const struct open_row *row)
{
	rows_word(r, open_kind_word(row->kind), open_kind_label(row->kind));
	rows_text(r, row->unit);
	rows_text(r, row->plan_code);
	rows_text(r, row->action_no);
	rows_text(r, row->action_title);
	rows_text(r, row->what);
	rows_word(r, open_state_word(row), open_state_label(row));
	rows_date(r, row->due);
	rows_text(r, row->id ? arena_printf(r->arena, "%lld", (long long)row->id) : "");
}

/* For programs nothing but the rows. */
static int print_open(struct cli *cli, const struct open_rows *open, bool *people, struct err *e)
{
	static const struct rows_column columns[] = {
		{"kind", N_("What"), COLUMN_WORD, false},
		{"unit", N_("Unit"), COLUMN_TEXT, false},
		{"plan", N_("Plan"), COLUMN_WORD, false},
		{"no", N_("Action no."), COLUMN_WORD, false},
		{"action", N_("Action"), COLUMN_TEXT, false},
		{"what", N_("Name"), COLUMN_TEXT, false},
		{"state", N_("State"), COLUMN_WORD, false},
		{"due", N_("Due"), COLUMN_DATE, false},
		{"id", N_("ID"), COLUMN_NUMBER, true},
	};
	struct rows r;

	ROWS_BEGIN(&r, cli, columns);
	*people = r.people;
	rows_say_when_empty(&r, _("nothing is open"));
	for (size_t i = 0; i < open->n; i++)
		add_row(&r, &open->at[i]);
	return rows_end(&r, e);
}

static void say_done(const struct person_row *from, const struct person_row *to,
		     const struct handover_done *done)
{
	printf(Q_("%s hands over to %s: %d post", "%s hands over to %s: %d posts", done->nposts),
	       from->name, to->name, done->nposts);
	putchar('\n');
	if (done->ndrafts) {
		printf(Q_("%d text that was typed and not sent goes along",
			  "%d texts that were typed and not sent go along", done->ndrafts),
		       done->ndrafts);
		putchar('\n');
	}
	if (done->nkept) {
		printf(Q_("%d text stays with %s, because %s has begun the same one",
			  "%d texts stay with %s, because %s has begun the same ones", done->nkept),
		       done->nkept, from->name, to->name);
		putchar('\n');
	}
}

int verb_person_handover(struct cli *cli, struct err *e)
{
	struct person_row from = {0}, to = {0};
	struct handover_done done = {0};
	struct open_rows open;
	bool people;

	if (lookup_person(cli, cli_operand(cli, 0), &from, e) < 0 ||
	    lookup_person(cli, cli_operand(cli, 1), &to, e) < 0 ||
	    store_open_list(cli->store, &cli->arena, &cli->who, from.id, &open, e) < 0 ||
	    (!cli_has(cli, "dry-run") && store_handover(cli->store, &cli->who, from.id,
							from.version, to.id, &done, NULL, e) < 0) ||
	    print_open(cli, &open, &people, e) < 0)
		return -1;
	if (people && !cli_has(cli, "dry-run"))
		say_done(&from, &to, &done);
	return 0;
}
