/*
 * What is printed: the task list of one unit or of all of them, the table of units and sections,
 * the indicators; to standard output, into a file or to a printer.
 */
#include "cli/cli.h"
#include "cli/lookup.h"
#include "db/store_heat.h"
#include "db/store_indicator.h"
#include "db/store_tasklist.h"
#include "db/store_unit.h"
#include "print/file.h"
#include "print/spool.h"
#include "print/text.h"

#include <stdio.h>
#include <string.h>

static int read_layout(struct cli *cli, struct text_options *o, struct err *e)
{
	const char *width = cli_option(cli, "width"), *lines = cli_option(cli, "page-lines");
	int64_t cols = config_number(&cli->config, CONFIG_PRINT_WIDTH);
	int64_t page = config_number(&cli->config, CONFIG_PRINT_LINES);

	if (width && lookup_number(width, "width", TEXT_WIDTH_MIN, TEXT_WIDTH_MAX, &cols, e) < 0)
		return -1;
	if (lines && strcmp(lines, "0") == 0)
		page = 0;
	else if (lines &&
		 lookup_number(lines, "page-lines", TEXT_PAGE_LINES_MIN, 1000, &page, e) < 0)
		return -1;
	o->width_cols = (int)cols;
	o->page_lines = (int)page;
	o->ascii = strcmp(config_text(&cli->config, CONFIG_AMBIGUOUS), "ascii") == 0;
	return 0;
}

/* Appends the list of one unit; a form feed before it when there is something already. */
static int add_unit(struct cli *cli, const struct unit_row *unit, int64_t plan_id,
		    const struct text_options *o, struct strbuf *out, int *nitems, struct err *e)
{
	struct lamp_rules rules = cli_lamp_rules(cli);
	struct document d = {0};

	if (store_tasklist(cli->store, &cli->arena, &cli->who, unit->id, plan_id, &rules, &d,
			   nitems, e) < 0)
		return -1;
	if (*nitems == 0)
		return 0;
	if (out->nbytes)
		strbuf_putc(out, o->page_lines ? '\f' : '\n');
	text_render(out, &d, o);
	return 0;
}

static int add_all(struct cli *cli, int64_t plan_id, const struct text_options *o,
		   struct strbuf *out, struct err *e)
{
	struct unit_rows units = {0};
	int nitems;

	if (store_unit_list(cli->store, &cli->arena, &units, e) < 0)
		return -1;
	for (size_t i = 0; i < units.n; i++)
		if (add_unit(cli, &units.at[i], plan_id, o, out, &nitems, e) < 0)
			return -1;
	if (out->nbytes == 0)
		return err_set(e, ERR_NOT_FOUND, _("no unit has anything to print"));
	return 0;
}

static int add_one(struct cli *cli, int64_t plan_id, const struct text_options *o,
		   struct strbuf *out, struct err *e)
{
	struct unit_row unit;
	int nitems;

	if (lookup_own_unit(cli, &unit, e) < 0 ||
	    add_unit(cli, &unit, plan_id, o, out, &nitems, e) < 0)
		return -1;
	if (nitems == 0)
		return err_set(e, ERR_NOT_FOUND, _("%s answers for no action there"), unit.name);
	return 0;
}

static int add_lists(struct cli *cli, const struct text_options *o, struct strbuf *out,
		     struct err *e)
{
	int64_t plan_id;

	if (lookup_plan_id(cli, &plan_id, e) < 0)
		return -1;
	return cli_has(cli, "all") ? add_all(cli, plan_id, o, out, e)
				   : add_one(cli, plan_id, o, out, e);
}

static int add_heat(struct cli *cli, const struct text_options *o, struct strbuf *out,
		    struct err *e)
{
	struct lamp_rules rules = cli_lamp_rules(cli);
	struct document d = {0};
	struct plan_row plan;
	int n;

	if (lookup_plan(cli, &plan, e) < 0 ||
	    store_heat_document(cli->store, &cli->arena, &cli->who, plan.id, &rules, &d, &n, e) < 0)
		return -1;
	if (!n)
		return err_set(e, ERR_NOT_FOUND, _("the plan %s has no actions"), plan.code);
	text_render(out, &d, o);
	return 0;
}

static int add_indicators(struct cli *cli, const struct text_options *o, struct strbuf *out,
			  struct err *e)
{
	struct lamp_rules rules = cli_lamp_rules(cli);
	struct document d = {0};
	struct plan_row plan;
	int64_t unit_id;
	int n;

	if (lookup_plan(cli, &plan, e) < 0 || lookup_unit_id(cli, &unit_id, e) < 0 ||
	    store_indicator_document(cli->store, &cli->arena, &cli->who, plan.id, unit_id, &rules,
				     &d, &n, e) < 0)
		return -1;
	if (!n)
		return err_set(e, ERR_NOT_FOUND,
			       unit_id ? _("the actions of this unit in %s have no indicators")
				       : _("the plan %s has no indicators"),
			       plan.code);
	text_render(out, &d, o);
	return 0;
}

/* What is printed instead of task lists: an option each, also what the printer's queue calls it. */
static const struct {
	const char *option, *name;
	int (*add)(struct cli *cli, const struct text_options *o, struct strbuf *out,
		   struct err *e);
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
	struct strbuf text = STRBUF_INIT;
	size_t sheet = chosen_sheet(cli);
	struct text_options o;
	int failed;

	if (check_options(cli, e) < 0 || read_layout(cli, &o, e) < 0 || cli_open(cli, e) < 0)
		return -1;
	failed = sheets[sheet].add(cli, &o, &text, e) < 0 ||
		 deliver(cli, &text, _(sheets[sheet].name), e) < 0;
	strbuf_free(&text);
	return failed ? -1 : 0;
}
