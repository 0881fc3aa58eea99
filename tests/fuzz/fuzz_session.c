/* What somebody types after ssh, through the parse of verbs and options as a session does it: what
 * comes out of it names no file of the server and no verb that is only for it; else there is a
 * sentence. The first byte of the input says which posts the person has. */
#include "tests/fuzz/fuzz.h"

#include "cli/session.h"
#include "core/text/utf8.h"

#include <string.h>

static void check_clean(const char *s)
{
	fuzz_check(utf8_first_bad(s, strlen(s)) == strlen(s));
}

static void check_value(const struct arg_value *v)
{
	fuzz_check(v->value && !(v->option->flags & OPTION_HERE));
	fuzz_check(!(v->option->flags & OPTION_PATH) || strcmp(v->value, "-") == 0);
	check_clean(v->value);
}

static void check_args(const struct cli *cli)
{
	const struct args *args = &cli->args;
	const struct verb *v = args->verb;

	fuzz_check(!v || !(v->flags & (VERB_HERE | VERB_HIDDEN)));
	fuzz_check(!v || args->help || args->version || may_ever_quietly(&cli->who, v->acts));
	for (size_t i = 0; i < args->values.n; i++)
		check_value(&args->values.at[i]);
	for (size_t i = 0; i < args->operands.n; i++) {
		check_clean(args->operands.at[i]);
		fuzz_check(!v || !verb_operand_is_path(v, i) ||
			   strcmp(args->operands.at[i], "-") == 0);
	}
}

/* A bit a role. */
static int take_posts(unsigned char bits, struct post_row posts[POST_ROLE_COUNT])
{
	int n = 0;

	for (int role = 0; role < POST_ROLE_COUNT; role++)
		if (bits & 1 << role)
			posts[n++] = (struct post_row){.role = (enum post_role)role, .unit = ""};
	return n;
}

void fuzz_session_line(const char *bytes, size_t nbytes)
{
	struct post_row posts[POST_ROLE_COUNT];
	struct cli cli = {.remote = "", .key_id = 1};
	struct err e = ERR_INIT;

	if (!nbytes)
		return;
	config_begin(&cli.config);
	cli.person.name = cli.person.login = "linlan";
	cli.who = (struct actor){.person_id = 1,
				 .login = "linlan",
				 .name = "linlan",
				 .remote = "",
				 .key_id = 1,
				 .posts = posts,
				 .nposts = take_posts((unsigned char)*bytes, posts)};
	const char *line = arena_strndup(&cli.arena, bytes + 1, nbytes - 1);
	if (session_parse(&cli, line, &e) == 0)
		check_args(&cli);
	else
		fuzz_check((e.code == ERR_INPUT || e.code == ERR_DENIED) && *e.text);
	arena_free(&cli.arena);
}
