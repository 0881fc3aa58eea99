/* How far a backup is, on a terminal that the test holds the other end of: every byte that was sent
 * is looked at, so a bar that was there for a moment only is seen too. */
#include "cli/progress_bar.h"

#include "core/mem.h"
#include "tests/cli/desk.h"
#include "tests/support/fatal.h"

#include <criterion/criterion.h>
#include <errno.h>
#include <fcntl.h>
#include <pty.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#define CLEAR "\r\033[K"

struct line {
	int ours, terminal;
	struct strbuf sent;
};

static void line_open(struct line *l)
{
	*l = (struct line){.sent = STRBUF_INIT};
	if (openpty(&l->ours, &l->terminal, NULL, NULL, NULL))
		fatal_errno("openpty");
}

/* Hangs up at the program's side, and reads what has come. */
static const char *line_sent(struct line *l)
{
	char block[4096];
	ssize_t n;

	close(l->terminal);
	while ((n = read(l->ours, block, sizeof block)) > 0 || (n < 0 && errno == EINTR))
		if (n > 0)
			strbuf_add(&l->sent, block, (size_t)n);
	close(l->ours);
	return l->sent.s ? l->sent.s : "";
}

/* What a bar sends to a terminal for these steps, made in this process. */
static const char *drawn(struct line *l, void (*work)(const struct progress *p))
{
	int before = dup(STDERR_FILENO);
	struct progress_bar bar;

	line_open(l);
	dup2(l->terminal, STDERR_FILENO);
	progress_bar_begin(&bar);
	work(&bar.progress);
	progress_bar_end(&bar);
	dup2(before, STDERR_FILENO);
	close(before);
	return line_sent(l);
}

static void half_and_whole(const struct progress *p)
{
	progress_step(p, "copying", 50, 100);
	progress_step(p, "copying", 100, 100);
}

Test(progress_bar, grows_and_goes)
{
	struct line l;

	cr_expect_str_eq(drawn(&l, half_and_whole),
			 CLEAR "copying [##########          ] 50%" CLEAR
			       "copying [####################] 100%" CLEAR);
	strbuf_free(&l.sent);
}

/* A terminal at the end of a slow line is sent each figure once. */
static void many_small(const struct progress *p)
{
	static const char what[] = "files";

	for (int i = 0; i < 1000; i++)
		progress_step(p, what, i, 100000);
}

Test(progress_bar, is_drawn_when_its_figure_changes)
{
	struct line l;

	cr_expect_str_eq(drawn(&l, many_small), CLEAR "files [                    ] 0%" CLEAR);
	strbuf_free(&l.sent);
}

static void of_unknown_size(const struct progress *p)
{
	progress_step(p, "rows", 0, 0);
	progress_step(p, "rows", 7, 0);
}

Test(progress_bar, says_what_is_done_where_nobody_knows_how_much_it_is)
{
	struct line l;

	cr_expect_str_eq(drawn(&l, of_unknown_size), CLEAR "rows" CLEAR);
	strbuf_free(&l.sent);
}

static void nothing(const struct progress *p)
{
	(void)p;
}

Test(progress_bar, of_no_work_is_nothing)
{
	struct line l;

	cr_expect_str_eq(drawn(&l, nothing), "");
	strbuf_free(&l.sent);
}

/* `duban backup` with its errors on a terminal and its output in a file. */

static int back_up(const struct desk *d, struct line *l, const char *folder, const char *out)
{
	const char *words[] = {"backup", folder, NULL};
	int status;
	pid_t pid;

	line_open(l);
	pid = fork();
	if (pid == 0) {
		int file = open(out, O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
		dup2(file, STDOUT_FILENO);
		dup2(l->terminal, STDERR_FILENO);
		close(l->ours);
		run_become(run_duban(), words, d->env, NULL);
	}
	line_sent(l);
	cr_assert_eq(waitpid(pid, &status, 0), pid);
	return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

Test(progress_bar, of_a_backup_is_on_the_terminal_and_not_in_its_output)
{
	struct desk d;
	struct line l;

	desk_open(&d);
	char *folder = tmp_path(&d.tmp, "copies"), *file = tmp_path(&d.tmp, "out");
	cr_assert_eq(mkdir(folder, 0700), 0);
	cr_expect_eq(back_up(&d, &l, folder, file), 0, "%s", l.sent.s);
	char *out = tmp_read(file, NULL);
	cr_expect(strstr(l.sent.s, CLEAR "copying [####################] 100%"), "%s", l.sent.s);
	cr_expect(strstr(l.sent.s, CLEAR "files"), "%s", l.sent.s);
	cr_expect_str_eq(l.sent.s + l.sent.nbytes - strlen(CLEAR), CLEAR, "something stays");
	cr_expect(strstr(out, "verified") && !strchr(out, '\r') && !strchr(out, '%'), "%s", out);
	free(out);
	free(file);
	free(folder);
	strbuf_free(&l.sent);
	desk_close(&d);
}

Test(progress_bar, is_not_where_no_terminal_is)
{
	struct desk d;

	desk_open(&d);
	char *folder = tmp_path(&d.tmp, "copies");
	cr_assert_eq(mkdir(folder, 0700), 0);
	desk_must(&d, "backup", folder, NULL);
	cr_expect_str_eq(d.r.err, "");
	free(folder);
	desk_close(&d);
}
