/*
 * The completion of bash, written from the table of verbs: first the verb, then its second word,
 * then options and the words an option may have. Names of units are asked from the program itself.
 * The script needs nothing but bash.
 */
#include "cli/help.h"

#include "core/mem.h"

#include <stdio.h>
#include <string.h>

/* What stays the same: finding out where in the line the cursor is. */
static const char script_begin[] =
	"# Completion of duban for bash, printed by `duban completion bash`.\n"
	"\n"
	"_duban_words()\n"
	"{\n"
	"\tmapfile -t COMPREPLY < <(compgen -W \"$1\" -- \"$cur\")\n"
	"}\n"
	"\n"
	"_duban_files()\n"
	"{\n"
	"\tcompopt -o filenames 2>/dev/null\n"
	"\tmapfile -t COMPREPLY < <(compgen -f -- \"$cur\")\n"
	"}\n"
	"\n"
	"_duban_units()\n"
	"{\n"
	"\tlocal IFS=$'\\n'\n"
	"\t_duban_words \"$(duban unit list --format tsv 2>/dev/null | tail -n +2 | cut -f 2)\"\n"
	"}\n"
	"\n"
	"_duban()\n"
	"{\n"
	"\tlocal cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD - 1]}\n"
	"\tlocal verb= sub= subs= i word\n"
	"\n"
	"\tif [[ $cur == = ]]; then\n"
	"\t\tcur=\n"
	"\telif [[ $prev == = ]]; then\n"
	"\t\tprev=${COMP_WORDS[COMP_CWORD - 2]}\n"
	"\tfi\n"
	"\tfor ((i = 1; i < COMP_CWORD; i++)); do\n"
	"\t\tword=${COMP_WORDS[i]}\n"
	"\t\tif [[ $verb ]]; then\n"
	"\t\t\t[[ \" $subs \" == *\" $word \"* ]] && sub=$word\n"
	"\t\t\tbreak\n"
	"\t\tfi\n"
	"\t\tcase \"$word\" in\n";
static const char script_end[] = "}\n"
				 "complete -F _duban duban\n";

/* Second words of the verb at verbs[i]; returns where the next verb begins. */
static int add_subs(struct strbuf *subs, int i)
{
	const char *name = verbs[i].name;

	for (; i < nverbs && strcmp(verbs[i].name, name) == 0; i++)
		if (*verbs[i].sub && !(verbs[i].flags & VERB_HIDDEN))
			strbuf_printf(subs, "%s%s", subs->nbytes ? " " : "", verbs[i].sub);
	return i;
}

/* case "$word" in …: the common options with values are stepped over, the verb sets its words. */
static void print_verb_words(void)
{
	const char *bar = "\t\t";

	for (const struct verb_option *o = verb_common_options; o->name; o++) {
		if (!o->value)
			continue;
		printf("%s--%s", bar, o->name);
		bar = " | ";
	}
	printf(") ((i++)) ;;\n");
	for (int i = 0, next; i < nverbs; i = next) {
		struct strbuf subs = STRBUF_INIT;

		next = add_subs(&subs, i);
		if (subs.nbytes)
			printf("\t\t%s) verb=$word subs=\"%s\" ;;\n", verbs[i].name, subs.s);
		strbuf_free(&subs);
	}
	printf("\t\t-* | =) ;;\n\t\t*) verb=$word ;;\n\t\tesac\n\tdone\n");
}

/* A line for an option with a value: words, files, units, or nothing to propose. */
static void print_value(const char *pattern, const struct verb_option *o)
{
	printf("\t%s--%s\")", pattern, o->name);
	if (o->flags & OPTION_PATH) {
		printf(" _duban_files;");
	} else if (o->flags & OPTION_UNIT) {
		printf(" _duban_units;");
	} else if (o->choice) {
		printf(" _duban_words \"");
		for (int i = 0; o->choice(i, false); i++)
			printf("%s%s", i ? " " : "", o->choice(i, false));
		printf("\";");
	}
	printf(" return ;;\n");
}

static void print_values(void)
{
	const struct verb_option *o;

	printf("\tcase \"$verb $sub $prev\" in\n");
	for (const struct verb_option *c = verb_common_options; c->name; c++)
		if (c->value)
			print_value("*\" ", c);
	for (int i = 0; i < nverbs; i++) {
		char pattern[80];

		snprintf(pattern, sizeof pattern, "\"%s %s ", verbs[i].name, verbs[i].sub);
		for (int k = 0; (o = verb_option_at(&verbs[i], k)); k++)
			if (o->value && !verb_option_find(NULL, o->name))
				print_value(pattern, o);
	}
	printf("\tesac\n");
}

/* The options that not every verb has. */
static void print_options(const struct verb *v)
{
	const struct verb_option *o;

	for (int i = 0; (o = verb_option_at(v, i)); i++)
		if (!verb_option_find(NULL, o->name))
			printf("--%s ", o->name);
}

/* A word that begins with '-': the options of the verb. */
static void print_option_words(void)
{
	printf("\tif [[ $cur == -* ]]; then\n\t\tlocal common=\"");
	for (const struct verb_option *o = verb_common_options; o->name; o++)
		printf("%s--%s", o == verb_common_options ? "" : " ", o->name);
	printf("\"\n\t\tcase \"$verb $sub\" in\n");
	for (int i = 0; i < nverbs; i++) {
		const struct verb_option *first = verb_option_at(&verbs[i], 0);

		if ((verbs[i].flags & VERB_HIDDEN) || verb_option_find(NULL, first->name))
			continue;
		printf("\t\t\"%s %s\") _duban_words \"", verbs[i].name, verbs[i].sub);
		print_options(&verbs[i]);
		printf("$common\" ;;\n");
	}
	printf("\t\t*) _duban_words \"$common\" ;;\n\t\tesac\n");
}

/* Else a verb, a second word, or a file. */
static void print_operand_words(void)
{
	const char *before = "";

	printf("\telif [[ ! $verb ]]; then\n\t\t_duban_words \"");
	for (int i = 0; i < nverbs; i++) {
		if ((verbs[i].flags & VERB_HIDDEN) || strcmp(verbs[i].name, before) == 0)
			continue;
		printf("%s%s", *before ? " " : "", verbs[i].name);
		before = verbs[i].name;
	}
	printf("\"\n\telif [[ $subs && ! $sub ]]; then\n\t\t_duban_words \"$subs\"\n"
	       "\telif [[ $verb == import ]]; then\n\t\t_duban_files\n\tfi\n");
}

void help_print_bash(void)
{
	fputs(script_begin, stdout);
	print_verb_words();
	print_values();
	print_option_words();
	print_operand_words();
	fputs(script_end, stdout);
}
