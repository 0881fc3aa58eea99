/*
 * The language of a run: by option, environment, configuration or locale, also on a server that has
 * none of these locales. The translation of these tests is their own, beside a copy of the program.
 */
#include "tests/cli/desk.h"

#include "core/mem.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static const char catalogue[] =
	"msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=UTF-8\\n\"\n\n"
	"msgid \"list the plans\"\nmsgstr \"列出方案\"\n\n"
	"msgid \"\\\"%s\\\" must be one of %s\"\nmsgstr \"“%s”只能是 %s\"\n";

static struct desk d;
static char *program;

static void open_desk(void)
{
	char *po, *mo, *bytes;
	size_t nbytes;

	desk_make(&d);
	desk_folder(&d, "bin/locale/zh_CN/LC_MESSAGES");
	bytes = tmp_read(run_duban(), &nbytes);
	cr_assert_not_null(bytes);
	program = tmp_write(&d.tmp, "bin/duban", bytes, nbytes);
	cr_assert_eq(chmod(program, 0700), 0);
	po = tmp_puts(&d.tmp, "bin/locale/zh_CN/LC_MESSAGES/duban.po", catalogue);
	mo = tmp_path(&d.tmp, "bin/locale/zh_CN/LC_MESSAGES/duban.mo");
	run_words(&d.r, &(struct run_how){.program = "/usr/bin/msgfmt"}, "-o", mo, po, NULL);
	cr_assert_eq(d.r.status, 0, "%s", d.r.err);
	free(bytes);
	free(po);
	free(mo);
}
static void close_desk(void)
{
	free(program);
	desk_close(&d);
}
TestSuite(language, .init = open_desk, .fini = close_desk);

static const struct {
	const char *env[6];
	const char *option; /* of --language */
	bool chinese;
} cases[] = {
	{{"LC_ALL=C.UTF-8"}, NULL, false},
	{{"LC_ALL=C"}, NULL, false},
	{{"LC_ALL"}, NULL, false},
	{{"LC_ALL=C.UTF-8"}, "zh_CN", true},
	{{"LC_ALL=C"}, "zh_CN", true},
	{{"LC_ALL=C.UTF-8", "DUBAN_LANGUAGE=zh_CN"}, NULL, true},
	{{"LC_ALL=C.UTF-8", "DUBAN_LANGUAGE=zh_CN"}, "en", false},
	{{"LC_ALL=zh_CN.UTF-8"}, NULL, true},
	{{"LC_ALL", "LANG=zh_CN.UTF-8"}, NULL, true},
	{{"LC_ALL", "LANG=zh_CN.GB18030"}, NULL, true},
	{{"LC_ALL=zh_CN.UTF-8"}, "en", false},
	{{"LC_ALL=xx_XX.UTF-8"}, NULL, false},
	{{"LC_ALL=C.UTF-8", "LANGUAGE=zh_CN"}, NULL, true},
};

static void check_case(size_t i)
{
	const char *env[10] = {"DUBAN_CONFIG=", "LANGUAGE"};
	const char *words[] = {"help", "plan", NULL, NULL, NULL};
	struct run r;

	for (int k = 0; cases[i].env[k]; k++)
		env[2 + k] = cases[i].env[k];
	if (cases[i].option) {
		words[2] = "--language";
		words[3] = cases[i].option;
	}
	run_argv(&r, &(struct run_how){.program = program, .env = env}, words);
	cr_expect_eq(r.status, 0, "%s", r.err);
	cr_expect_eq(strstr(r.out, "列出方案") != NULL, cases[i].chinese, "case %zu: %s", i, r.out);
	run_free(&r);
}

Test(language, is_chosen)
{
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
		check_case(i);
}

/* Beside an installed program lies the program locale(1). */
Test(language, of_an_installed_program)
{
	const char *env[] = {"DUBAN_CONFIG=", "LANGUAGE", "LC_ALL=zh_CN.UTF-8", NULL};
	char *beside = tmp_path(&d.tmp, "bin/locale"), *shared, *other;

	desk_folder(&d, "share");
	shared = tmp_path(&d.tmp, "share/locale");
	cr_assert_eq(rename(beside, shared), 0);
	other = tmp_puts(&d.tmp, "bin/locale", "#!/bin/sh\n");
	cr_assert_eq(chmod(other, 0755), 0);
	run_free(&d.r);
	run_words(&d.r, &(struct run_how){.program = program, .env = env}, "help", "plan", NULL);
	cr_expect_not_null(strstr(d.r.out, "列出方案"), "%s", d.r.out);
	free(beside);
	free(shared);
	free(other);
}

Test(language, of_the_configuration)
{
	char *conf = tmp_puts(&d.tmp, "zh.conf", "language = \"zh_CN\";\n");

	run_free(&d.r);
	run_words(&d.r, &(struct run_how){.program = program, .env = d.env}, "--config", conf,
		  "help", "plan", NULL);
	cr_expect_not_null(strstr(d.r.out, "列出方案"), "%s", d.r.out);
	free(conf);
}

Test(language, of_what_is_wrong_with_the_configuration)
{
	char *conf = tmp_puts(&d.tmp, "pink.conf", "theme = \"pink\";\n");
	const char *env[] = {"DUBAN_CONFIG=", "LANGUAGE", "LC_ALL=C.UTF-8", "DUBAN_LANGUAGE=zh_CN",
			     NULL};

	run_free(&d.r);
	run_words(&d.r, &(struct run_how){.program = program, .env = env}, "--config", conf, "list",
		  NULL);
	cr_expect_neq(d.r.status, 0);
	cr_expect_not_null(strstr(d.r.err, "“theme”只能是"), "%s", d.r.err);
	free(conf);
}

Test(language, chinese_is_kept_in_a_plain_locale)
{
	d.env[4] = "LC_ALL=C";
	desk_must(&d, "init", NULL);
	desk_must(&d, "import", d.plan, "--yes", "--code", "yx2021", NULL);
	cr_expect_not_null(strstr(desk_must(&d, "list", NULL), "区教育局"));
	cr_expect_not_null(strstr(desk_must(&d, "list", "--unit", "区教育局", NULL), "护眼行动"));
}
