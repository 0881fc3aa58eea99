/* A new edition of a plan: what is new, changed and gone, action by action, then the question
 * whether to take it in. */
#include "cli/import_update.h"

#include "cli/import_ask.h"
#include "cli/import_show.h"
#include "cli/rows.h"
#include "db/plan/store_update.h"

#include <stdio.h>

enum { SHOWN_COLS = 110 }; /* where there is no terminal to ask */

struct shown {
	struct rows rows;
	const struct plan_diff *d;
	const struct diff_entry *x;
	int nlines; /* of x so far */
};

/* A line of an entry. People read its name once, programs in every line. */
static void put_line(struct shown *s, const char *part, const char *text)
{
	const struct diff_entry *x = s->x;
	bool named = !s->rows.people || s->nlines++ == 0;

	rows_word(&s->rows, diff_kind_word(x->kind), named ? diff_kind_label(x->kind) : "");
	rows_text(&s->rows, x->was == DIFF_NONE ? "" : s->d->old->paths[x->was]);
	rows_text(&s->rows, named ? plan_diff_path(s->d, x) : "");
	rows_text(&s->rows, named ? plan_diff_title(s->d, x) : "");
	rows_text(&s->rows, part);
	rows_text(&s->rows, text);
}

static void put_entry(struct shown *s)
{
	const struct diff_entry *x = s->x;

	s->nlines = 0;
	if (x->kind == DIFF_SAME && s->rows.people)
		return;
	if (x->changes.n == 0)
		put_line(s, "", "");
	for (size_t i = 0; i < x->changes.n; i++)
		put_line(s, diff_part_word(x->changes.at[i].part), x->changes.at[i].text);
}

static int show_entries(struct cli *cli, const struct plan_diff *d, struct err *e)
{
	static const struct rows_column columns[] = {
		{"kind", N_("What"), COLUMN_WORD, false},
		{"was", N_("Before"), COLUMN_WORD, true},
		{"no", N_("No."), COLUMN_WORD, false},
		{"title", N_("Title"), COLUMN_TEXT, false},
		{"part", N_("Part"), COLUMN_WORD, true},
		{"change", N_("Change"), COLUMN_TEXT, false},
	};
	struct shown s = {.d = d};

	ROWS_BEGIN(&s.rows, cli, columns);
	rows_wrap(&s.rows, SHOWN_COLS);
	rows_say_when_empty(&s.rows, _("no action differs"));
	for (size_t i = 0; i < d->entries.n; i++) {
		s.x = &d->entries.at[i];
		put_entry(&s);
	}
	return rows_end(&s.rows, e);
}

static int show_kept(struct cli *cli, const struct plan_diff *d, struct err *e)
{
	struct kept_rows kept;

	if (store_plan_kept(cli->store, &cli->arena, d, &kept, e) < 0)
		return -1;
	if (kept.n > 0)
		puts(_("Set by hand, and not changed by this edition:"));
	for (size_t i = 0; i < kept.n; i++)
		printf("  %s: %s\n", kept.at[i].path, kept.at[i].text);
	return 0;
}

static int show_diff(struct cli *cli, const char *code, const struct plan_diff *d, struct err *e)
{
	const size_t *n = d->counts;

	if (!import_shows_people(cli))
		return show_entries(cli, d, e);
	printf(_("%s, beside the plan %s:\n"), d->new->title, code);
	for (size_t i = 0; i < d->head.n; i++)
		printf("  %s\n", d->head.at[i].text);
	if (show_entries(cli, d, e) < 0 || show_kept(cli, d, e) < 0)
		return -1;
	printf(_("unchanged %zu, changed %zu, new %zu, back again %zu, gone %zu\n"), n[DIFF_SAME],
	       n[DIFF_CHANGED], n[DIFF_NEW], n[DIFF_BACK], n[DIFF_GONE]);
	import_show_doubts(d->new);
	return 0;
}

static int store_edition(struct cli *cli, const struct plan_diff *d, struct err *e)
{
	FILE *out = import_shows_people(cli) ? stdout : stderr;
	struct plan_row row;

	if (store_plan_update(cli->store, &cli->who, d, &cli->arena, &row, NULL, e) < 0)
		return err_wrap(e, "%s", d->new->file);
	import_print_merges(out, d->new);
	fprintf(out, _("%s is updated: %d actions, %d units\n"), row.code, row.nactions,
		row.nunits);
	return 0;
}

int import_update(struct cli *cli, const char *code, struct plan *p, struct err *e)
{
	bool dry_run = cli_has(cli, "dry-run");
	struct plan_diff *d;

	if (!dry_run)
		import_ask_merges(cli, p);
	if (store_plan_compare(cli->store, &cli->arena, &cli->who, code, p, &d, e) < 0)
		return err_wrap(e, "%s", p->file);
	if (show_diff(cli, code, d, e) < 0)
		return -1;
	if (dry_run)
		return 0;
	if (import_confirm(
		    cli, p,
		    arena_printf(&cli->arena, _("Make this the edition of %s in force?"), code),
		    e) < 0)
		return -1;
	return store_edition(cli, d, e);
}
