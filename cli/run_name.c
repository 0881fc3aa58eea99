/* What a run is called among what is told of access: words of ours, units, and short operands. What
 * somebody has typed freely (reasons, texts, file names) is not told. */
#include "cli/run_name.h"

#include "core/text/utf8.h"
#include "print/plain.h"

#include <string.h>

enum {
	OPERAND_BYTES = 60, /* longer ones are texts: titles, words to find */
	LINE_COLS = 60	    /* of a line that is none of ours */
};

static bool is_value_told(const struct verb_option *o)
{
	return o->choice || (o->flags & OPTION_UNIT);
}

static void add_operand(struct strbuf *b, const char *word)
{
	size_t n = strlen(word);

	if (n <= OPERAND_BYTES)
		strbuf_printf(b, " %s", word);
	else
		strbuf_puts(b, " …");
}

const char *run_name_args(struct arena *a, const struct args *args)
{
	struct strbuf b = STRBUF_INIT;
	const char *name;

	if (!args->verb)
		return "";
	strbuf_puts(&b, args->verb->name);
	if (*args->verb->sub)
		strbuf_printf(&b, " %s", args->verb->sub);
	for (size_t i = 0; i < args->operands.n; i++)
		add_operand(&b, args->operands.at[i]);
	for (size_t i = 0; i < args->values.n; i++) {
		const struct arg_value *v = &args->values.at[i];

		strbuf_printf(&b, " --%s", v->option->name);
		if (is_value_told(v->option))
			strbuf_printf(&b, " %s", v->value);
	}
	name = arena_strdup(a, b.s);
	strbuf_free(&b);
	return name;
}

/* Bytes of the name of an option at the beginning of the word, with its dashes: 0, it is none. */
static size_t option_nbytes(const char *word)
{
	static const char letters[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-";
	size_t ndashes = strspn(word, "-"), nbytes = strspn(word, letters);

	return ndashes == 1 || ndashes == 2 ? (nbytes > ndashes ? nbytes : 0) : 0;
}

const char *run_name_words(struct arena *a, int argc, char **argv)
{
	const char *name = "";

	for (int i = 1; i < argc && utf8_cols(name) < LINE_COLS; i++) {
		const char *word = plain_line(a, argv[i]);
		size_t nbytes = option_nbytes(word);

		if (i == 1 && !nbytes)
			nbytes = strlen(word);
		if (nbytes)
			name = arena_printf(a, "%s%s%.*s", name, *name ? " " : "", (int)nbytes,
					    word);
	}
	return arena_strndup(a, name, utf8_cut(name, LINE_COLS, NULL));
}

const char *run_name_line(struct arena *a, const char *line)
{
	static const char blanks[] = " \t\r\n";
	const char *start = line + strspn(line, blanks), *rest = start + strcspn(start, blanks);
	char *word = arena_strndup(a, start, (size_t)(rest - start));
	char *argv[] = {NULL, word};

	return arena_printf(a, "%s%s", run_name_words(a, 2, argv),
			    rest[strspn(rest, blanks)] ? " …" : "");
}
