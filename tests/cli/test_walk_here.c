/* What a session never does, for nobody: the verbs that are for the server itself, the options and
 * the operands that name its files, acting as somebody else. All follow from the table of verbs. */
#include "cli/verbs.h"
#include "tests/cli/walk.h"
#include "tests/cli/walk_verbs.h"

#include <criterion/criterion.h>
#include <string.h>

static struct walk w;

static void begin(void)
{
	walk_begin(&w);
}

static void end(void)
{
	walk_end(&w);
}

TestSuite(walk_here, .init = begin, .fini = end);

static void check_never(const struct walker *who, const char *line, enum err_code code,
			const char *part)
{
	int status = walk_send(&w, who, line, NULL);

	cr_expect_eq(status, err_exit_status(code), "%s: %s: %d %s", who->login, line, status,
		     w.d.r.err);
	cr_expect(strstr(w.d.r.err, part), "%s: %s: %s", who->login, line, w.d.r.err);
	cr_expect_str_eq(w.d.r.out, "", "%s: %s: %s", who->login, line, w.d.r.out);
	cr_expect_eq(walk_sum(&w), w.sum, "%s: %s: it changed something", who->login, line);
}

/* The verb with as many operands as it needs. */
static const char *bare_line(const struct verb *v)
{
	const char *line = arena_printf(&w.a, "%s %s", v->name, v->sub);
	int min, max;

	verb_count_operands(v, &min, &max);
	for (int i = 0; i < min; i++)
		line = arena_printf(&w.a, "%s x", line);
	return line;
}

Test(walk_here, verbs_of_the_server_run_for_nobody)
{
	for (int i = 0; i < nverbs; i++)
		for (int k = 0; k < WALKERS && verbs[i].flags & (VERB_HERE | VERB_HIDDEN); k++)
			check_never(&walkers[k], bare_line(&verbs[i]), ERR_INPUT,
				    "does not run here");
}

/* What walk_verbs.c says first of a verb. */
static const char *whole_line(const struct verb *v)
{
	const char *words = *v->sub ? arena_printf(&w.a, "%s %s", v->name, v->sub) : v->name;
	size_t n = strlen(words);

	for (int i = 0; i < walk_verbs_count; i++) {
		const char *line = walk_verbs[i].line;

		if (strncmp(line, words, n) == 0 && (line[n] == ' ' || !line[n]))
			return walk_fill(&w, line, SIDE_OWN);
	}
	cr_assert_fail("%s %s is not in walk_verbs.c", v->name, v->sub);
	return NULL;
}

/* By one who has every post, who could do all of it on the server. */
static void check_options(const struct verb *v, const struct walker *who)
{
	const struct verb_option *o;

	for (int i = 0; (o = verb_option_at(v, i)); i++)
		if (o->flags & (OPTION_PATH | OPTION_HERE))
			check_never(
				who, arena_printf(&w.a, "%s --%s /tmp/x", whole_line(v), o->name),
				ERR_DENIED,
				o->flags & OPTION_HERE ? "is not for sessions" : "names a file");
}

static const struct walker *walker(const char *login)
{
	for (int i = 0; i < WALKERS; i++)
		if (strcmp(walkers[i].login, login) == 0)
			return &walkers[i];
	cr_assert_fail("nobody is called %s", login);
	return NULL;
}

Test(walk_here, no_option_names_a_file_of_the_server_or_somebody_else)
{
	for (int i = 0; i < nverbs; i++)
		if (!(verbs[i].flags & (VERB_HERE | VERB_HIDDEN)))
			check_options(&verbs[i], walker("shuangzhi"));
	for (int k = 0; k < WALKERS; k++)
		check_options(verb_find("evidence", "add"), &walkers[k]);
}

Test(walk_here, no_operand_names_a_file_of_the_server)
{
	for (int i = 0; i < nverbs; i++) {
		const struct verb *v = &verbs[i];
		const char *line;

		if (v->flags & (VERB_HERE | VERB_HIDDEN) || !verb_takes_path(v))
			continue;
		line = whole_line(v);
		cr_assert_not_null(strstr(line, " -"), "%s", line);
		line = arena_printf(&w.a, "%.*s /etc/passwd%s", (int)(strstr(line, " -") - line),
				    line, strstr(line, " -") + strlen(" -"));
		check_never(walker("shuangzhi"), line, ERR_DENIED, "no files on the server");
	}
}
