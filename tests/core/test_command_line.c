/* Words of a line as a shell would split it, and what asks for a shell refused. */
#include "core/text/command_line.h"

#include <criterion/criterion.h>
#include <string.h>

static struct arena a;
static struct err e;
static struct command_words words;

static void begin(void)
{
	a = (struct arena)ARENA_INIT;
	e = (struct err)ERR_INIT;
}
static void end(void)
{
	arena_free(&a);
}
TestSuite(command_line, .init = begin, .fini = end);

/* The words with | between them. */
static const struct {
	const char *line, *words;
} good[] = {
	{"", ""},
	{"  \t ", ""},
	{"list", "list"},
	{"  list   --format  json ", "list|--format|json"},
	{"report 3 --done '测流量, 换管 2 km; 完成'", "report|3|--done|测流量, 换管 2 km; 完成"},
	{"a\"b c\"d'e f'g", "ab cde fg"},
	{"'' \"\" x", "||x"},
	{"\"say \\\"hello\\\" \\\\ \\$ \\` \\n\"", "say \"hello\" \\ $ ` \\n"},
	{"'a\\b'", "a\\b"},
	{"a\\ b \\'c \\;", "a b|'c|;"},
	{"~ * ? $HOME !x #y [z]", "~|*|?|$HOME|!x|#y|[z]"},
	{"'$(reboot) `x` | & < >'", "$(reboot) `x` | & < >"},
	{"\"$(reboot)\"", "$(reboot)"},
	{"'two\nlines'", "two\nlines"},
	{"--title=中 文", "--title=中|文"},
};

static const char *joined(void)
{
	const char *text = "";

	for (size_t i = 0; i < words.n; i++)
		text = arena_printf(&a, "%s%s%s", text, i ? "|" : "", words.at[i]);
	return text;
}

Test(command_line, is_split_as_a_shell_does)
{
	for (size_t i = 0; i < sizeof good / sizeof good[0]; i++) {
		cr_assert_eq(command_line_split(&a, good[i].line, &words, &e), 0, "%s: %s",
			     good[i].line, e.text);
		cr_expect_str_eq(joined(), good[i].words, "%s: %s", good[i].line, joined());
		cr_expect_null(words.at[words.n]);
	}
}

static const struct {
	const char *line, *part;
} refused[] = {
	{"list; reboot", "no shell here, so \";\""},
	{"list | sh", "\"|\""},
	{"list && x", "\"&\""},
	{"list > /etc/x", "\">\""},
	{"import - < /etc/shadow", "\"<\""},
	{"show `id`", "\"`\""},
	{"show $(id)", "no shell here"},
	{"(id)", "\"(\""},
	{"list\nreboot", "one verb at a time"},
	{"list\rreboot", "one verb at a time"},
	{"report 'x", "' begins does not end"},
	{"report \"x", "\" begins does not end"},
	{"report \"x\\", "\" begins does not end"},
	{"report x\\", "\\ begins does not end"},
	{"list \xff", "not UTF-8"},
};

Test(command_line, asks_no_shell)
{
	for (size_t i = 0; i < sizeof refused / sizeof refused[0]; i++) {
		e = (struct err)ERR_INIT;
		cr_expect_eq(command_line_split(&a, refused[i].line, &words, &e), -1, "%s",
			     refused[i].line);
		cr_expect_eq(e.code, ERR_INPUT);
		cr_expect_not_null(strstr(e.text, refused[i].part), "%s", e.text);
	}
}

Test(command_line, has_an_end)
{
	char *line = arena_alloc(&a, COMMAND_LINE_MAX + 2);

	memset(line, 'x', COMMAND_LINE_MAX);
	cr_expect_eq(command_line_split(&a, line, &words, &e), 0);
	line[COMMAND_LINE_MAX] = 'x';
	cr_expect_eq(command_line_split(&a, line, &words, &e), -1);
	memset(line, 0, COMMAND_LINE_MAX + 2);
	for (int i = 0; i < COMMAND_WORDS_MAX; i++)
		memcpy(line + 2 * i, "x ", 2);
	cr_expect_eq(command_line_split(&a, line, &words, &e), 0);
	cr_expect_eq(words.n, COMMAND_WORDS_MAX);
	line[2 * COMMAND_WORDS_MAX] = 'x';
	cr_expect_eq(command_line_split(&a, line, &words, &e), -1);
}
