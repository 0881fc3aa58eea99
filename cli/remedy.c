/* remedy.c - from a kind of request to the command that asks for it: the verb of the same word. The
 * table of verbs says what it needs. */
#include "cli/remedy.h"

#include "core/rule/request.h"

#include <string.h>

static const char verb_name[] = "request";

/* What was refused may name what is asked about: as the same operand, or as an option. */
static const char *known_operand(struct cli *cli, const struct verb *v)
{
	const char *same = "";

	if (strncmp(cli->args.verb->operands, v->operands, strlen(v->operands)) == 0)
		same = cli_operand(cli, 0);
	else if (strcmp(v->operands, "PERIOD") == 0)
		same = cli_option(cli, "period");
	return same && *same ? same : v->operands;
}

static bool is_carried(const struct verb_option *o)
{
	return strcmp(o->name, "unit") == 0 || strcmp(o->name, "period") == 0 ||
	       strcmp(o->name, "plan") == 0;
}

static void add_option(struct cli *cli, const struct verb_option *o, struct strbuf *b)
{
	const char *given = is_carried(o) ? cli_option(cli, o->name) : NULL;

	if (given)
		strbuf_printf(b, " --%s %s", o->name, given);
	else if (o->flags & OPTION_NEEDED)
		strbuf_printf(b, " --%s %s", o->name, o->value);
}

const char *remedy_command(struct cli *cli, const struct err *e)
{
	const struct verb *v;
	struct strbuf b = STRBUF_INIT;
	const char *command;

	if (!e->remedy || !cli->args.verb)
		return NULL;
	v = verb_find(verb_name, request_kind_word((enum request_kind)e->remedy));
	if (!v || v == cli->args.verb)
		return NULL;
	strbuf_printf(&b, "duban %s %s %s", v->name, v->sub, known_operand(cli, v));
	for (const struct verb_option *o = v->options; o->name; o++)
		add_option(cli, o, &b);
	command = arena_strdup(&cli->arena, b.s);
	strbuf_free(&b);
	return command;
}
