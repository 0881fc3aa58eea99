/* The completion script in a real bash, and that the file of the tree is what the program prints.
 */
#include "tests/cli/desk.h"

#include "core/mem.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

static const char *const generated[][3] = {
	{"etc/completion/duban.bash", "completion", "bash"},
	{"etc/duban.conf", "config", "example"},
};

Test(generated, files_are_what_the_program_prints)
{
	struct desk d;

	desk_make(&d);
	for (size_t i = 0; i < sizeof generated / sizeof generated[0]; i++) {
		char *text = tmp_read(generated[i][0], NULL);

		cr_assert_not_null(text, "%s", generated[i][0]);
		desk_must(&d, generated[i][1], generated[i][2], NULL);
		cr_expect_str_eq(text, d.r.out, "%s is stale: make pages", generated[i][0]);
		free(text);
	}
	desk_close(&d);
}

Test(generated, manual_sections_name_every_verb)
{
	struct desk d;

	desk_make(&d);
	desk_must(&d, "man-verbs", NULL);
	cr_expect_not_null(strstr(d.r.out, ".It Cm milestone add Ar "));
	cr_expect_not_null(strstr(d.r.out, "no-change"));
	cr_expect_not_null(strstr(d.r.out, ".It Cm key revoke Ar \"\\&ID\" Fl \\&-reason Ar "
					   "\"\\&TEXT\"\n"),
			   "%s", d.r.out);
	cr_expect_not_null(strstr(d.r.out, ".It Cm list Op Ar options\n"));
	cr_expect_null(strstr(d.r.out, "man-verbs"));
	desk_must(&d, "man-config", NULL);
	cr_expect_not_null(strstr(d.r.out, ".It Ic print.page_lines"));
	desk_close(&d);
}

/* Words of the line up to the cursor, the last one being typed; what is proposed, blanks between.
 */
static const struct {
	const char *line, *proposed;
} cases[] = {
	{"duban re", "report review receive request remind restore"},
	{"duban milestone ''", "list add change done verify reopen drop"},
	{"duban milestone ad", "add"},
	{"duban --db x.db milestone do", "done"},
	{"duban list --ro", "--role"},
	{"duban list --role ''", "lead coop shared"},
	{"duban list --role = c", "coop"},
	{"duban list --unit 区教", "区教育局"},
	{"duban milestone add --needs", "--needs-evidence"},
	{"duban show --needs", ""},
	{"duban --lang", "--language"},
	{"duban man", ""},
};

static const char script[] = "source etc/completion/duban.bash\n"
			     "duban() { \"$DUBAN\" \"$@\"; }\n"
			     "eval \"COMP_WORDS=($1)\"\n"
			     "COMP_CWORD=$((${#COMP_WORDS[@]} - 1)) COMPREPLY=()\n"
			     "_duban\n"
			     "echo \"${COMPREPLY[*]}\"\n";

Test(completion, proposes_what_may_come)
{
	char *duban = realpath(run_duban(), NULL), *env_duban;
	struct desk d;

	cr_assert_not_null(duban);
	env_duban = xasprintf("DUBAN=%s", duban);
	desk_open(&d);
	d.env[4] = env_duban;
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		run_free(&d.r);
		run_words(&d.r, &(struct run_how){.program = "/bin/bash", .env = d.env}, "-c",
			  script, "bash", cases[i].line, NULL);
		d.r.out[strcspn(d.r.out, "\n")] = '\0';
		cr_expect_str_eq(d.r.out, cases[i].proposed, "%s: \"%s\" %s", cases[i].line,
				 d.r.out, d.r.err);
	}
	desk_close(&d);
	free(env_duban);
	free(duban);
}
