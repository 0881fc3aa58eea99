/* The parser of the command line, and the words it proposes. */
#include "cli/args.h"

#include "cli/nearest.h"

#include <criterion/criterion.h>
#include <string.h>

enum { ARGC_MAX = 16 };

static int parse(struct arena *a, const char *const *words, struct args *args, struct err *e)
{
	char *argv[ARGC_MAX] = {(char *)(size_t) "duban"};
	int argc = 1;

	for (; words[argc - 1]; argc++)
		argv[argc] = (char *)(size_t)words[argc - 1];
	return args_parse(a, argc, argv, args, e);
}

#define WORDS(...)                                                                                 \
	(const char *const[])                                                                      \
	{                                                                                          \
		__VA_ARGS__, NULL                                                                  \
	}

struct parsed {
	struct arena a;
	struct args args;
	struct err e;
};

static struct parsed p;

static void forget(void)
{
	arena_free(&p.a);
}
TestSuite(args, .fini = forget);

Test(args, options_and_operands_in_any_order)
{
	cr_assert_eq(parse(&p.a,
			   WORDS("--db", "x.db", "report", "--percent=45", "yx/1", "--done",
				 "建档 2", "--submit"),
			   &p.args, &p.e),
		     0, "%s", p.e.text);
	cr_expect_str_eq(p.args.verb->name, "report");
	cr_expect_str_eq(args_value(&p.args, "percent"), "45");
	cr_expect_str_eq(args_value(&p.args, "done"), "建档 2");
	cr_expect_str_eq(args_value(&p.args, "db"), "x.db");
	cr_expect(args_has(&p.args, "submit"));
	cr_expect_not(args_has(&p.args, "no-change"));
	cr_expect_eq(p.args.operands.n, 1);
	cr_expect_str_eq(args_operand(&p.args, 0), "yx/1");
	cr_expect_null(args_operand(&p.args, 1));
}

Test(args, second_words_and_verbs_without)
{
	cr_assert_eq(parse(&p.a, WORDS("milestone", "add", "1", "讲座", "--due", "2021-12-01"),
			   &p.args, &p.e),
		     0, "%s", p.e.text);
	cr_expect_str_eq(p.args.verb->sub, "add");
	cr_assert_eq(parse(&p.a, WORDS("log", "verify"), &p.args, &p.e), 0);
	cr_expect_str_eq(p.args.verb->sub, "verify");
	cr_assert_eq(parse(&p.a, WORDS("person", "key", "list", "chen"), &p.args, &p.e), 0);
	cr_expect_str_eq(p.args.verb->name, "key");
	cr_expect_str_eq(p.args.verb->sub, "list");
	cr_assert_eq(parse(&p.a, WORDS("log", "--limit", "3"), &p.args, &p.e), 0);
	cr_expect_str_eq(p.args.verb->sub, "");
	cr_assert_eq(parse(&p.a, (const char *const[]){NULL}, &p.args, &p.e), 0);
	cr_expect_null(p.args.verb);
}

Test(args, after_two_dashes_all_are_operands)
{
	cr_assert_eq(parse(&p.a, WORDS("unit", "add", "--", "--collective"), &p.args, &p.e), 0);
	cr_expect_str_eq(args_operand(&p.args, 0), "--collective");
	cr_expect_not(args_has(&p.args, "collective"));
}

Test(args, a_value_may_begin_with_a_dash)
{
	cr_assert_eq(parse(&p.a, WORDS("report", "1", "--percent", "-1"), &p.args, &p.e), 0);
	cr_expect_str_eq(args_value(&p.args, "percent"), "-1");
}

Test(args, file_names_are_bytes_and_texts_are_clean)
{
	cr_assert_eq(parse(&p.a, WORDS("import", "plan\xff.txt", "--yes"), &p.args, &p.e), 0);
	cr_expect_str_eq(args_operand(&p.args, 0), "plan\xff.txt");
	cr_assert_eq(parse(&p.a, WORDS("key", "add", "chen", "k\xff.pub"), &p.args, &p.e), 0);
	cr_expect_str_eq(args_operand(&p.args, 1), "k\xff.pub");
	cr_expect_eq(parse(&p.a, WORDS("key", "add", "\xff", "k.pub"), &p.args, &p.e), -1);
	cr_assert_eq(parse(&p.a, WORDS("unit", "add", "区\x1b[31m局"), &p.args, &p.e), 0);
	cr_expect_null(strchr(args_operand(&p.args, 0), '\x1b'));
	cr_expect_eq(parse(&p.a, WORDS("unit", "add", "\xff"), &p.args, &p.e), -1);
}

Test(args, several_values_where_allowed)
{
	cr_assert_eq(parse(&p.a, WORDS("report", "1", "--volume", "1=2", "--volume", "2=3"),
			   &p.args, &p.e),
		     0);
	cr_expect_eq(p.args.values.n, 2);
	cr_expect_eq(parse(&p.a, WORDS("report", "1", "--done", "a", "--done", "b"), &p.args, &p.e),
		     -1);
}

Test(args, help_wins_over_what_is_missing)
{
	cr_assert_eq(parse(&p.a, WORDS("milestone", "add", "--help"), &p.args, &p.e), 0);
	cr_expect(p.args.help);
	cr_expect_str_eq(p.args.verb->sub, "add");
	cr_assert_eq(parse(&p.a, WORDS("milestone", "-h"), &p.args, &p.e), 0);
	cr_expect(p.args.help);
}

static const struct {
	const char *words[6], *part;
} refused[] = {
	{{"reprot"}, "did you mean \"report\"?"},
	{{"xyzzy"}, "`duban help`"},
	{{"plan"}, "list, editions, close"},
	{{"plan", "lsit"}, "did you mean \"list\"?"},
	{{"plan", "destroy"}, "only: list, editions, close"},
	{{"list", "--lmap", "red"}, "did you mean --lamp?"},
	{{"list", "--xyzzy"}, "`duban help list`"},
	{{"--xyzzy"}, "before the verb"},
	{{"list", "-x"}, "--name"},
	{{"list", "--lamp", "pink"}, "grey, green, yellow, red"},
	{{"report", "1", "--submit=yes"}, "takes no value"},
	{{"report", "1", "--percent"}, "needs a value: N"},
	{{"milestone", "add", "1"}, "TITLE is missing"},
	{{"milestone", "add", "1", "x"}, "--due DATE is missing"},
	{{"overview", "now"}, "\"now\" is too much"},
};

Test(args, mistakes_are_explained)
{
	for (size_t i = 0; i < sizeof refused / sizeof refused[0]; i++) {
		struct err e = ERR_INIT;

		cr_expect_eq(parse(&p.a, refused[i].words, &p.args, &e), -1, "%s",
			     refused[i].words[0]);
		cr_expect_eq(e.code, ERR_INPUT);
		cr_expect_not_null(strstr(e.text, refused[i].part), "%s", e.text);
	}
}

Test(args, every_row_of_the_table_is_whole)
{
	for (int i = 0; i < nverbs; i++) {
		const struct verb *v = &verbs[i];
		const struct verb_option *o;

		cr_expect_str_not_empty(v->help, "%s %s", v->name, v->sub);
		cr_expect_eq(verb_find(v->name, v->sub), v, "%s %s is twice", v->name, v->sub);
		for (int k = 0; (o = verb_option_at(v, k)); k++) {
			cr_expect_eq(verb_option_find(v, o->name), o, "%s %s: --%s is twice",
				     v->name, v->sub, o->name);
			cr_expect(o->value || !o->choice, "--%s", o->name);
		}
	}
}

static const struct {
	const char *typed, *offered[4], *word;
} words[] = {
	{"lsit", {"init", "list", "log"}, "list"},  {"repotr", {"review", "report"}, "report"},
	{"peroid", {"person", "period"}, "period"}, {"x", {"init", "log"}, NULL},
	{"prin", {"print", "plan"}, "print"},	    {"完全不同", {"list"}, NULL},
};

Test(nearest, a_close_word_or_none)
{
	for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
		struct nearest n;

		nearest_begin(&n, words[i].typed);
		for (int k = 0; words[i].offered[k]; k++)
			nearest_offer(&n, words[i].offered[k]);
		if (words[i].word)
			cr_expect_str_eq(n.word ? n.word : "", words[i].word);
		else
			cr_expect_null(n.word, "%s for %s", n.word, words[i].typed);
	}
}
