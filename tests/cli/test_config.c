/* The configuration: what is read, what is refused and where, and that the example is whole. */
#include "cli/config.h"

#include "tests/cli/desk.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

static int load(const char *text, struct arena *a, struct config *c, struct err *e)
{
	struct tmp t;
	char *path;
	int failed;

	tmp_make(&t);
	path = tmp_puts(&t, "duban.conf", text);
	config_begin(c);
	failed = config_load_file(a, path, c, e);
	free(path);
	tmp_remove(&t);
	return failed;
}

Test(config, values_come_from_file_or_default)
{
	struct arena a = ARENA_INIT;
	struct config c;
	struct err e = ERR_INIT;

	cr_assert_eq(load("database = \"/srv/duban/云溪.db\";\nlanguage = \"zh_CN\";\n"
			  "print = { width = 120; }\n"
			  "keys: { submit = \"F9 Ctrl-S\"; back = \"Esc\"; };\n",
			  &a, &c, &e),
		     0, "%s", e.text);
	cr_expect_str_eq(config_text(&c, CONFIG_DATABASE), "/srv/duban/云溪.db");
	cr_expect_str_eq(config_text(&c, CONFIG_LANGUAGE), "zh_CN");
	cr_expect_eq(config_number(&c, CONFIG_PRINT_LINES), 60);
	cr_expect_eq(config_number(&c, CONFIG_PRINT_WIDTH), 120);
	cr_expect_str_eq(config_text(&c, CONFIG_AMBIGUOUS), "auto");
	cr_assert_eq(c.keys.n, 2);
	cr_expect_str_eq(c.keys.at[0].name, "submit");
	cr_expect_str_eq(c.keys.at[0].text, "F9 Ctrl-S");
	cr_expect_not_null(strstr(c.values[CONFIG_LANGUAGE].where, "duban.conf:2"));
	cr_expect_str_eq(c.values[CONFIG_AMBIGUOUS].where, "");
	arena_free(&a);
}

static const struct {
	const char *text, *place, *part;
} refused[] = {
	{"langauge = \"en\";\n", "duban.conf:1: ", "did you mean \"language\"?"},
	{"\nweather = \"fine\";\n", "duban.conf:2: ", "weather"},
	{"print: {\n page_line = 3;\n};\n", "duban.conf:2: ", "\"print.page_lines\""},
	{"print: { page_lines = \"3\"; };\n", "duban.conf:1: ", "whole number"},
	{"print: { page_lines = -1; };\n", "duban.conf:1: ", "from 0 to 1000, not -1"},
	{"print: { width = 1000; };\n", "duban.conf:1: ", "not 1000"},
	{"language = \"fr\";\n", "duban.conf:1: ", "auto|en|zh_CN"},
	{"\nescape_ms = 5;\n", "duban.conf:2: ", "from 25 to 1000"},
	{"styles: {\n title = 7; };\n", "duban.conf:2: ", "bold red"},
	{"language = 3;\n", "duban.conf:1: ", "a text in quotes"},
	{"print: { printer = \"\xff\"; };\n", "duban.conf:1: ", "byte"},
	{"keys: { submit = 9; };\n", "duban.conf:1: ", "submit"},
	{"print: { a: { b = 1; }; };\n", "duban.conf:1: ", "print.a"},
	{"language = \"en\";\nambiguous = ;\n", "duban.conf:2: ", "each NAME once"},
};

Test(config, mistakes_are_told_with_their_line)
{
	for (size_t i = 0; i < sizeof refused / sizeof refused[0]; i++) {
		struct arena a = ARENA_INIT;
		struct config c;
		struct err e = ERR_INIT;

		cr_expect_eq(load(refused[i].text, &a, &c, &e), -1, "%s", refused[i].text);
		cr_expect_neq(e.code, ERR_NONE);
		cr_expect_not_null(strstr(e.text, refused[i].place), "%s", e.text);
		cr_expect_not_null(strstr(e.text, refused[i].part), "%s", e.text);
		arena_free(&a);
	}
}

Test(config, a_folder_is_no_configuration)
{
	struct arena a = ARENA_INIT;
	struct config c;
	struct err e = ERR_INIT;

	config_begin(&c);
	cr_expect_eq(config_load_file(&a, "/tmp", &c, &e), -1);
	cr_expect_eq(e.code, ERR_IO);
	e = (struct err)ERR_INIT;
	cr_expect_eq(config_load_file(&a, "/nonexistent/duban.conf", &c, &e), -1);
	cr_expect_eq(e.code, ERR_NOT_FOUND);
	arena_free(&a);
}

/* The example with every # before an option taken away says what is the default anyway. */
static char *uncommented(const char *example)
{
	char *text = strdup(example), *to = text;

	for (const char *s = text; *s; s++) {
		bool line_start = s == text || s[-1] == '\n';

		if (line_start && *s == '#' && s[1] != ' ')
			continue;
		*to++ = *s;
	}
	*to = '\0';
	return text;
}

Test(config, example_says_the_defaults)
{
	struct arena a = ARENA_INIT;
	struct config c, defaults;
	struct err e = ERR_INIT;
	struct desk d;
	char *text;

	desk_make(&d);
	text = uncommented(desk_must(&d, "config", "example", NULL));
	config_begin(&defaults);
	cr_assert_eq(load(text, &a, &c, &e), 0, "%s\n%s", e.text, text);
	for (int i = 0; i < CONFIG_COUNT; i++) {
		cr_expect_str_eq(c.values[i].text, defaults.values[i].text);
		cr_expect_str_not_empty(c.values[i].where, "%s is not in the example",
					config_options[i].name);
	}
	free(text);
	desk_close(&d);
	arena_free(&a);
}

Test(config, files_of_server_and_person_and_command_line)
{
	struct desk d;
	char *folder, *named;

	desk_make(&d);
	folder = xasprintf("XDG_CONFIG_HOME=%s/config", d.tmp.dir);
	desk_folder(&d, "config/duban");
	free(tmp_puts(&d.tmp, "config/duban/duban.conf", "print: { page_lines = 90; };\n"));
	named = tmp_puts(&d.tmp, "other.conf", "print: { width = 70; };\n");
	d.env[2] = folder;
	cr_expect_not_null(
		strstr(desk_must(&d, "config", "--format", "tsv", NULL), "print.page_lines\t90\t"));
	cr_expect_not_null(strstr(d.r.out, "config/duban/duban.conf:1\n"));
	desk_must(&d, "config", "--format", "tsv", "--config", named, NULL);
	cr_expect_not_null(strstr(d.r.out, "print.page_lines\t60\tdefault\n"));
	cr_expect_not_null(strstr(d.r.out, "print.width\t70\t"));
	free(named);
	free(folder);
	desk_close(&d);
}

Test(config, database_of_the_configuration)
{
	struct desk d;
	char *text, *named;

	desk_open(&d);
	text = xasprintf("database = \"%s\";\n", d.db);
	named = tmp_puts(&d.tmp, "db.conf", text);
	d.env[0] = "DUBAN_DB";
	cr_expect_not_null(
		strstr(desk_must(&d, "--config", named, "plan", "list", NULL), "yx2021"));
	free(text);
	free(named);
	desk_close(&d);
}

static const struct {
	const char *text, *told;
} checked[] = {
	{"theme = \"dark\";\nkeys: {\n submit = \"F9 Ctrl-S\";\n};\n", NULL},
	{"\nthem = \"dark\";\n", "own.conf:2: "},
	{"keys: {\n submit = \"F9\";\n sumbit = \"F8\";\n};\n", "own.conf:3: "},
	{"keys: {\n help = \"F9\";\n};\n", "own.conf:2: "},
	{"styles: {\n lamp_red = \"bold reddish\";\n};\n", "own.conf:2: "},
};

Test(config, a_file_is_checked_before_it_is_used)
{
	struct desk d;

	desk_make(&d);
	for (size_t i = 0; i < sizeof checked / sizeof *checked; i++) {
		char *own = tmp_puts(&d.tmp, "own.conf", checked[i].text);
		int status = desk_say(&d, "config", "check", own, NULL);

		cr_expect_eq(status == 0, !checked[i].told, "%s: %s", checked[i].text, d.r.err);
		if (checked[i].told)
			cr_expect_not_null(strstr(d.r.err, checked[i].told), "%s", d.r.err);
		cr_expect_eq(desk_say(&d, "config", "check", "--config", own, NULL), status);
		free(own);
	}
	cr_expect_neq(desk_say(&d, "config", "check", "/nowhere/duban.conf", NULL), 0);
	desk_must(&d, "config", "check", NULL);
	desk_close(&d);
}
