/*
 * What is printed: the task list of one unit or of all of them, the table of units and sections,
 * the indicators; to standard output, into a file or to a printer.
 */
#include "cli/access.h"
#include "cli/cli.h"
#include "cli/lookup.h"
#include "db/plan/store_heat.h"
#include "db/plan/store_indicator.h"
#include "db/cycle/store_policy.h"
#include "db/plan/store_tasklist.h"
#include "db/people/store_unit.h"
#include "print/file.h"
#include "print/spool.h"
#include "print/text.h"

#include <stdio.h>
#include <string.h>

/* What is being made: the text as far as it is there, how it is laid out, what its lamps go by. */
struct printing {
	struct cli *cli;
	struct text_options layout;
	struct lamp_rules rules;
	struct strbuf text;
};

static int read_layout(struct printing *p, struct err *e)
{
	const struct config *c = &p->cli->config;
	const char *width = cli_option(p->cli, "width"), *lines = cli_option(p->cli, "page-lines");
	int64_t cols = config_number(c, CONFIG_PRINT_WIDTH);
	int64_t page = config_number(c, CONFIG_PRINT_LINES);

	if (width && lookup_number(width, "width", TEXT_WIDTH_MIN, TEXT_WIDTH_MAX, &cols, e) < 0)
		return -1;
	if (lines && strcmp(lines, "0") == 0)
		page = 0;
	else if (lines &&
		 lookup_number(lines, "page-lines", TEXT_PAGE_LINES_MIN, 1000, &page, e) < 0)
		return -1;
	p->layout.width_cols = (int)cols;
	p->layout.page_lines = (int)page;
	p->layout.ascii = strcmp(config_text(c, CONFIG_AMBIGUOUS), "ascii") == 0;
	return 0;
}

/* Appends the list of one unit; a form feed before it when there is something already. */
static int add_unit(struct printing *p, const struct unit_row *unit, int64_t plan_id, int *nitems,
		    struct err *e)
{
	struct cli *cli = p->cli;
	struct document d = {0};

	if (store_tasklist(cli->store, &cli->arena, &cli->who, unit->id, plan_id, &p->rules, &d,
			   nitems, e) < 0)
		return -1;
	if (*nitems == 0)
		return 0;
	if (p->text.nbytes)
		strbuf_putc(&p->text, p->layout.page_lines ? '\f' : '\n');
	text_render(&p->text, &d, &p->layout);
	return 0;
}

static int add_all(struct printing *p, int64_t plan_id, struct err *e)
{
	struct unit_rows units = {0};
	int nitems;

	if (store_unit_list(p->cli->store, &p->cli->arena, &units, e) < 0)
		return -1;
	for (size_t i = 0; i < units.n; i++)
		if (add_unit(p, &units.at[i], plan_id, &nitems, e) < 0)
			return -1;
	if (p->text.nbytes == 0)
		return err_set(e, ERR_NOT_FOUND, _("no unit has anything to print"));
	return 0;
}

static int add_one(struct printing *p, int64_t plan_id, struct err *e)
{
	struct subject what = {0};
	struct unit_row unit;
	int nitems;

	if (lookup_own_unit(p->cli, &unit, e) < 0 || add_unit(p, &unit, plan_id, &nitems, e) < 0)
		return -1;
	what.unit_id = unit.id;
	what.unit = unit.name;
	if (nitems == 0 && !may(&p->cli->who, ACT_READ, &what, e))
		return -1;
	if (nitems == 0)
		return err_set(e, ERR_NOT_FOUND, _("%s answers for no action there"), unit.name);
	return 0;
}

static int add_lists(struct printing *p, struct err *e)
{
	int64_t plan_id;

	if (lookup_plan_id(p->cli, &plan_id, e) < 0)
		return -1;
	return cli_has(p->cli, "all") ? add_all(p, plan_id, e) : add_one(p, plan_id, e);
}

static int add_heat(struct printing *p, struct err *e)
{
	struct cli *cli = p->cli;
	struct document d = {0};
	struct plan_row plan;
	int n;

	if (lookup_plan(cli, &plan, e) < 0 ||
	    store_heat_document(cli->store, &cli->arena, &cli->who, plan.id, &p->rules, &d, &n, e) <
		    0)
		return -1;
	if (!n)
		return err_set(e, ERR_NOT_FOUND, _("the plan %s has no actions"), plan.code);
	text_render(&p->text, &d, &p->layout);
	return 0;
}

static int add_indicators(struct printing *p, struct err *e)
{
	struct cli *cli = p->cli;
	struct document d = {0};
	struct plan_row plan;
	int64_t unit_id;
	int n;

	if (lookup_plan(cli, &plan, e) < 0 || lookup_unit_id(cli, &unit_id, e) < 0 ||
	    store_indicator_document(cli->store, &cli->arena, &cli->who, plan.id, unit_id,
				     &p->rules, &d, &n, e) < 0)
		return -1;
	if (!n)
		return err_set(e, ERR_NOT_FOUND,
			       unit_id ? _("the actions of this unit in %s have no indicators")
				       : _("the plan %s has no indicators"),
			       plan.code);
	text_render(&p->text, &d, &p->layout);
	return 0;
}

/* What is printed instead of task lists: an option each, also what the printer's queue calls it. */
static const struct {
	const char *option, *name;
	int (*add)(struct printing *p, struct err *e);
} sheets[] = {
	{"heat", N_("units and sections"), add_heat},
	{"indicators", N_("indicators"), add_indicators},
	{NULL, N_("task list"), add_lists},
};

static size_t chosen_sheet(const struct cli *cli)
{
	size_t i = 0;

	while (sheets[i].option && !cli_has(cli, sheets[i].option))
		i++;
	return i;
}

static int deliver(struct cli *cli, const struct strbuf *text, const char *name, struct err *e)
{
	const char *output = cli_option(cli, "output"), *printer = cli_option(cli, "printer");
	int64_t since;

	if (output && !cli_has(cli, "force") && print_file_exists(output, &since)) {
		char at[TIME_TEXT];
		return err_set(e, ERR_EXISTS,
			       _("\"%s\" is there already, since %s; name another file, or replace "
				 "it with --force"),
			       output, time_format_local(since, at));
	}
	if (access_note_export(cli, e) < 0)
		return -1;
	if (output)
		return print_write_file(output, text->s, text->nbytes, e);
	if (printer)
		return spool_print(printer, name, text->s, text->nbytes, e);
	fwrite(text->s, 1, text->nbytes, stdout);
	return 0;
}

static int check_options(const struct cli *cli, struct err *e)
{
	if (cli_has(cli, "unit") && cli_has(cli, "all"))
		return err_set(e, ERR_INPUT, _("--unit and --all exclude each other"));
	if (cli_has(cli, "heat") && cli_has(cli, "indicators"))
		return err_set(e, ERR_INPUT, _("--heat and --indicators exclude each other"));
	if (cli_has(cli, "heat") && (cli_has(cli, "unit") || cli_has(cli, "all")))
		return err_set(e, ERR_INPUT,
			       _("--heat has all units: it goes without --unit and --all"));
	if (cli_has(cli, "indicators") && cli_has(cli, "all"))
		return err_set(e, ERR_INPUT, _("--indicators and --all exclude each other"));
	if (cli_has(cli, "output") && cli_has(cli, "printer"))
		return err_set(e, ERR_INPUT, _("--output and --printer exclude each other"));
	if (cli_has(cli, "force") && !cli_has(cli, "output"))
		return err_set(e, ERR_INPUT,
			       _("--force goes with --output: it replaces that file"));
	return 0;
}

int verb_print(struct cli *cli, struct err *e)
{
	struct printing p = {.cli = cli};
	size_t sheet = chosen_sheet(cli);
	int failed;

	if (check_options(cli, e) < 0 || read_layout(&p, e) < 0 || cli_open(cli, e) < 0 ||
	    store_lamp_rules(cli->store, &cli->arena, &p.rules, e) < 0)
		return -1;
	failed =
		sheets[sheet].add(&p, e) < 0 || deliver(cli, &p.text, _(sheets[sheet].name), e) < 0;
	strbuf_free(&p.text);
	return failed ? -1 : 0;
}
