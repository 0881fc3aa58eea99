/* What a run is called among what is told of access: the verb, what it was asked of, and the
 * options that have a word of ours or a unit for a value. What somebody has typed freely (reasons,
 * texts, file names) is not told. */
#include "cli/access.h"

#include "db/store_access.h"

#include <stdlib.h>
#include <string.h>

/* Operands can be texts too: titles, words to find. */
enum { OPERAND_BYTES = 60 };

static bool is_told(const struct verb_option *o)
{
	return !o->value || o->choice || (o->flags & OPTION_UNIT);
}

static void add_operand(struct strbuf *b, const char *word)
{
	size_t n = strlen(word);

	if (n <= OPERAND_BYTES)
		strbuf_printf(b, " %s", word);
	else
		strbuf_puts(b, " …");
}

/* "print --unit 区教育局", "request grant 12". The caller frees it. */
static char *run_name(const struct args *args)
{
	struct strbuf b = STRBUF_INIT;

	if (!args->verb)
		return strbuf_detach(&b);
	strbuf_puts(&b, args->verb->name);
	if (*args->verb->sub)
		strbuf_printf(&b, " %s", args->verb->sub);
	for (size_t i = 0; i < args->operands.n; i++)
		add_operand(&b, args->operands.at[i]);
	for (size_t i = 0; i < args->values.n; i++) {
		const struct arg_value *v = &args->values.at[i];

		if (is_told(v->option))
			strbuf_printf(&b, " --%s%s%s", v->option->name, *v->value ? " " : "",
				      v->value);
	}
	return strbuf_detach(&b);
}

static int note(struct cli *cli, enum access_act act, struct err *e)
{
	char *object = run_name(&cli->args);
	int rc = store_access_note(cli->store, &cli->who, act, object, e);

	free(object);
	return rc;
}

void access_note_refusal(struct cli *cli, const struct err *e)
{
	struct err unwritten = ERR_INIT;
	bool is_nobody = cli->who.login && !cli->who.person_id;

	if (cli->store && cli->who.login && (e->code == ERR_DENIED || is_nobody))
		(void)note(cli, ACCESS_REFUSED, &unwritten);
}

int access_note_export(struct cli *cli, struct err *e)
{
	return cli->store ? note(cli, ACCESS_EXPORT, e) : 0;
}
