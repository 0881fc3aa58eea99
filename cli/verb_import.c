/*
 * Taking in plan documents. All files are read before anything is stored, so that a bad one changes
 * nothing; then each is shown, confirmed and stored in a transaction of its own.
 */
#include "cli/cli.h"
#include "cli/import_show.h"
#include "cli/input.h"
#include "core/entry.h"
#include "db/store_plan.h"
#include "exchange/plan_file.h"

#include <stdio.h>
#include <string.h>

/* Tells what the file was, where that does not go without saying. */
static int read_plan(struct cli *cli, const char *path, struct plan *p, struct err *e)
{
	struct plan_source source;
	const char *what;

	if (plan_file_read(&cli->arena, path, p, &source, e) < 0)
		return -1;
	what = plan_source_text(&cli->arena, &source);
	if (*what && import_shows_people(cli))
		printf(_("%s: read as %s\n"), p->file, what);
	return 0;
}

static bool is_open_merge(const struct plan_doubt *d)
{
	return d->kind == DOUBT_SAME_UNIT && d->answer == DOUBT_OPEN && *d->a && *d->b;
}

static void answer_merges(struct plan *p, enum doubt_answer answer)
{
	for (size_t i = 0; i < p->doubts.n; i++)
		if (is_open_merge(&p->doubts.at[i]))
			p->doubts.at[i].answer = answer;
}

/* Names that may be one unit, where neither options nor the file say what they are. */
static void ask_merges(struct cli *cli, struct plan *p)
{
	for (size_t i = 0; i < p->doubts.n; i++) {
		struct plan_doubt *d = &p->doubts.at[i];

		if (is_open_merge(d))
			d->answer = input_ask(arena_printf(&cli->arena,
							   _("Is %s the same unit as %s? Then the "
							     "first becomes another name of the "
							     "second."),
							   d->b, d->a))
					    ? DOUBT_TAKEN
					    : DOUBT_LEFT;
	}
}

/* --strict: every doubt has its answer, by the review that the file comes from or by options. */
static int check_strict(const struct cli *cli, const char *path, const struct plan *p,
			struct err *e)
{
	size_t open = 0;

	for (size_t i = 0; i < p->doubts.n; i++)
		open += p->doubts.at[i].answer == DOUBT_OPEN;
	if (!open || !cli_has(cli, "strict"))
		return 0;
	return err_set(e, ERR_FORMAT,
		       Q_("%s: %zu place is doubtful; without --strict it is shown and can "
			  "be taken in all the same",
			  "%s: %zu places are doubtful; without --strict they are shown and "
			  "it can be taken in all the same",
			  open),
		       path, open);
}

/* --yes, or somebody who says so. */
static int confirm(struct cli *cli, const struct plan *p, struct err *e)
{
	if (cli_has(cli, "yes"))
		return 0;
	if (!input_can_ask())
		return err_set(e, ERR_INPUT,
			       _("nothing was stored: --yes stores what was read, --dry-run only "
				 "shows it"));
	if (input_ask(arena_printf(&cli->arena, _("Store %s?"), p->title)))
		return 0;
	return err_set(e, ERR_STATE, _("nothing was stored of \"%s\""), p->file);
}

static void print_stored(const struct cli *cli, const struct plan *p, const struct plan_row *row)
{
	FILE *out = import_shows_people(cli) ? stdout : stderr;

	for (size_t i = 0; i < p->doubts.n; i++) {
		const struct plan_doubt *d = &p->doubts.at[i];

		if (d->kind == DOUBT_SAME_UNIT && d->answer == DOUBT_TAKEN)
			fprintf(out, _("%s is taken as another name of %s\n"), d->b, d->a);
	}
	fprintf(out, _("stored as %s: %d actions, %d units\n"), row->code, row->nactions,
		row->nunits);
}

static int store_plan(struct cli *cli, struct plan *p, const char *code, struct err *e)
{
	struct plan_row row = {0};

	if (confirm(cli, p, e) < 0)
		return -1;
	if (cli_has(cli, "yes"))
		answer_merges(p, DOUBT_TAKEN);
	else
		ask_merges(cli, p);
	if (store_plan_import(cli->store, &cli->who, p, code, &cli->arena, &row, NULL, e) < 0)
		return err_wrap(e, "%s", p->file);
	print_stored(cli, p, &row);
	return 0;
}

/* Read, with the answers that options give. */
static int take_plan(struct cli *cli, const char *path, struct plan *p, struct err *e)
{
	if (read_plan(cli, path, p, e) < 0)
		return -1;
	if (cli_has(cli, "merge") || cli_has(cli, "no-merge"))
		answer_merges(p, cli_has(cli, "merge") ? DOUBT_TAKEN : DOUBT_LEFT);
	return check_strict(cli, path, p, e);
}

static int check_options(struct cli *cli, const char **code, struct err *e)
{
	const char *given = cli_option(cli, "code");

	*code = "";
	if (given && cli->args.operands.n > 1)
		return err_set_field(e, ERR_INPUT, "code",
				     _("one code cannot be that of several plans"));
	if (cli_has(cli, "merge") && cli_has(cli, "no-merge"))
		return err_set(e, ERR_INPUT, _("--merge and --no-merge exclude each other"));
	return given ? entry_code(&cli->arena, given, code, e) : 0;
}

int verb_import(struct cli *cli, struct err *e)
{
	size_t n = cli->args.operands.n;
	struct plan *plans = arena_alloc(&cli->arena, n * sizeof *plans);
	bool dry_run = cli_has(cli, "dry-run");
	const char *code;

	if (check_options(cli, &code, e) < 0 || (!dry_run && cli_open(cli, e) < 0))
		return -1;
	for (size_t i = 0; i < n; i++)
		if (take_plan(cli, cli_operand(cli, i), &plans[i], e) < 0)
			return -1;
	for (size_t i = 0; i < n; i++)
		if (import_show(cli, &plans[i], e) < 0 ||
		    (!dry_run && store_plan(cli, &plans[i], code, e) < 0))
			return -1;
	return 0;
}
