/*
 * Taking in plan documents. All files are read before anything is stored, so that a bad one changes
 * nothing; then each is shown, confirmed and stored in a transaction of its own. A new edition of a
 * plan that is there is import_update.c's.
 */
#include "cli/cli.h"
#include "cli/import_ask.h"
#include "cli/import_show.h"
#include "cli/import_update.h"
#include "core/rule/entry.h"
#include "db/plan/store_plan.h"
#include "exchange/plan_file.h"

#include <stdio.h>

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

static int store_plan(struct cli *cli, struct plan *p, const char *code, struct err *e)
{
	FILE *out = import_shows_people(cli) ? stdout : stderr;
	struct plan_row row = {0};

	if (import_confirm(cli, p, arena_printf(&cli->arena, _("Store %s?"), p->title), e) < 0)
		return -1;
	import_ask_merges(cli, p);
	if (store_plan_import(cli->store, &cli->who, p, code, &cli->arena, &row, NULL, e) < 0)
		return err_wrap(e, "%s", p->file);
	import_print_merges(out, p);
	fprintf(out, _("stored as %s: %d actions, %d units\n"), row.code, row.nactions, row.nunits);
	return 0;
}

static int take_plan(struct cli *cli, const char *path, struct plan *p, struct err *e)
{
	return read_plan(cli, path, p, e) < 0 || import_answer(cli, path, p, e) < 0 ? -1 : 0;
}

/* Options that say what one plan is. */
static int check_single(const struct cli *cli, const char *option, struct err *e)
{
	if (!cli_has(cli, option) || cli->args.operands.n == 1)
		return 0;
	return err_set_field(e, ERR_INPUT, option, _("--%s takes one file at a time"), option);
}

static int check_options(struct cli *cli, const char **code, struct err *e)
{
	const char *given = cli_option(cli, "code");

	*code = "";
	if (check_single(cli, "code", e) < 0 || check_single(cli, "update", e) < 0)
		return -1;
	if (given && cli_has(cli, "update"))
		return err_set(e, ERR_INPUT, _("--code and --update exclude each other"));
	if (cli_has(cli, "merge") && cli_has(cli, "no-merge"))
		return err_set(e, ERR_INPUT, _("--merge and --no-merge exclude each other"));
	return given ? entry_code(&cli->arena, given, code, e) : 0;
}

static int import_new(struct cli *cli, struct plan *p, const char *code, struct err *e)
{
	if (import_show(cli, p, e) < 0)
		return -1;
	return cli_has(cli, "dry-run") ? 0 : store_plan(cli, p, code, e);
}

int verb_import(struct cli *cli, struct err *e)
{
	size_t n = cli->args.operands.n;
	struct plan *plans = arena_alloc(&cli->arena, n * sizeof *plans);
	bool needs_store = cli_has(cli, "update") || !cli_has(cli, "dry-run");
	const char *code;

	if (check_options(cli, &code, e) < 0 || (needs_store && cli_open(cli, e) < 0))
		return -1;
	for (size_t i = 0; i < n; i++)
		if (take_plan(cli, cli_path(cli, i), &plans[i], e) < 0)
			return -1;
	if (cli_has(cli, "update"))
		return import_update(cli, cli_option(cli, "update"), &plans[0], e);
	for (size_t i = 0; i < n; i++)
		if (import_new(cli, &plans[i], code, e) < 0)
			return -1;
	return 0;
}
