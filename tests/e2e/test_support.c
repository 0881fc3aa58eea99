/* The harness tested on the shell: if this fails, look no further. */
#include "tests/support/clock.h"
#include "tests/support/pty.h"
#include "tests/support/run.h"
#include "tests/support/tmp.h"

#include <criterion/criterion.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static struct pty *shell(const char *script, int rows, int cols)
{
	const char *argv[] = {"-c", script, NULL};

	return pty_start(
		&(struct pty_how){.program = "sh", .argv = argv, .rows = rows, .cols = cols});
}

Test(tmp, is_fresh_and_goes_with_everything_in_it)
{
	struct tmp a, b;

	tmp_make(&a);
	tmp_make(&b);
	cr_expect_str_neq(a.dir, b.dir);
	char *path = tmp_puts(&a, "健康.txt", "行动\n");
	size_t nbytes = 0;
	char *text = tmp_read(path, &nbytes);
	cr_expect_str_eq(text, "行动\n");
	cr_expect_eq(nbytes, 7);
	char *none = tmp_path(&b, "none");
	cr_expect_null(tmp_read(none, NULL));
	tmp_remove(&a);
	tmp_remove(&b);
	cr_expect_neq(access(path, F_OK), 0);
	free(text);
	free(path);
	free(none);
}

Test(run, keeps_output_error_and_status)
{
	const char *env[] = {"GREETING=你好", "HOME", NULL};
	struct run r;

	run_words(&r, &(struct run_how){.program = "sh", .env = env, .input = "一行\n", .dir = "/"},
		  "-c", "read x; echo \"$GREETING $x ${HOME-none} $(pwd)\"; echo no >&2; exit 3",
		  NULL);
	cr_expect_str_eq(r.out, "你好 一行 none /\n");
	cr_expect_str_eq(r.err, "no\n");
	cr_expect_eq(r.status, 3);
	cr_expect_not(r.timed_out);
	run_free(&r);
}

Test(run, much_input_and_output_do_not_block_each_other)
{
	size_t nbytes = 3 << 20;
	char *much = malloc(nbytes + 1);
	struct run r;

	memset(much, 'x', nbytes);
	much[nbytes] = '\0';
	run_words(&r, &(struct run_how){.program = "sh", .input = much}, "-c", "tee /dev/stderr",
		  NULL);
	cr_expect_eq(r.out_nbytes, nbytes);
	cr_expect_eq(r.err_nbytes, nbytes);
	cr_expect_eq(r.status, 0);
	run_free(&r);
	free(much);
}

Test(run, survives_programs_that_read_nothing_or_are_none)
{
	struct run r;

	run_words(&r, &(struct run_how){.program = "true", .input = "never read"}, NULL);
	cr_expect_eq(r.status, 0);
	run_free(&r);
	run_words(&r, &(struct run_how){.program = "/no/such/program"}, NULL);
	cr_expect_eq(r.status, 127);
	run_free(&r);
	run_words(&r, &(struct run_how){.program = "sh"}, "-c", "kill -TERM $$", NULL);
	cr_expect_eq(r.status, 128 + SIGTERM);
	run_free(&r);
}

Test(run, ends_what_takes_too_long)
{
	struct run r;

	run_words(&r, &(struct run_how){.program = "sh", .seconds = 1}, "-c", "exec sleep 100",
		  NULL);
	cr_expect(r.timed_out);
	cr_expect_eq(r.status, 128 + SIGKILL);
	run_free(&r);
}

Test(pty, shows_text_with_wide_characters_and_attributes)
{
	struct pty *p = shell(
		"printf '健康\\033[7m行动\\033[0m ok\\033[3;5H\\033[1;31mred'; read x", 5, 20);
	int row = -1, col = -1;

	pty_expect(p, "健康行动 ok");
	pty_expect(p, "red");
	cr_expect_str_eq(pty_row(p, 0), "健康行动 ok");
	cr_expect_str_eq(pty_screen(p), "健康行动 ok\n\n    red\n\n\n");
	cr_expect(pty_find(p, "行动", &row, &col));
	cr_expect(row == 0 && col == 4);
	cr_expect_not(pty_find(p, "nothing", NULL, NULL));
	cr_expect_str_eq(pty_cell(p, 0, 0).text, "健");
	cr_expect_eq(pty_cell(p, 0, 0).cols, 2);
	cr_expect_str_eq(pty_cell(p, 0, 1).text, "");
	cr_expect_eq(pty_cell(p, 0, 1).cols, 0);
	cr_expect_not(pty_cell(p, 0, 2).reverse);
	cr_expect(pty_cell(p, 0, 4).reverse);
	cr_expect(pty_cell(p, 2, 4).bold);
	cr_expect_eq(pty_cell(p, 2, 4).fg, 1);
	cr_expect_eq(pty_cell(p, 0, 0).fg, -1);
	cr_expect_str_eq(pty_cell(p, 4, 4).text, " ");
	pty_end(p);
}

Test(pty, types_and_reads_the_exit_status)
{
	struct pty *p = shell("stty -echo; echo ready; read x; echo \"got $x\"; exit 7", 5, 40);

	pty_expect(p, "ready");
	pty_type(p, "四十五\r");
	pty_expect(p, "got 四十五");
	cr_expect_eq(pty_wait_exit(p), 7);
	cr_expect_eq(pty_wait_exit(p), 7);
	pty_end(p);
}

Test(pty, keys_arrive_as_the_terminal_sends_them)
{
	static const struct {
		const char *key, *octal;
	} cases[] = {
		{"Up", "033 133 101"},
		{"Esc", "033"},
		{"Tab", "011"},
		{"Enter", "015"},
		{"F1", "033 117 120"},
		{"F10", "033 133 062 061 176"},
		{"PgDn", "033 133 066 176"},
		{"Backspace", "177"},
		{"Ctrl-L", "014"},
		{"Shift-Tab", "033 133 132"},
		{"Ctrl-Left", "033 133 061 073 065 104"},
		{"Alt-b", "033 142"},
		{"Ctrl-_", "037"},
	};

	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		struct pty *p = shell("stty raw -echo; printf 'ready\\r\\n'; "
				      "dd bs=16 count=1 2>/dev/null | od -An -to1",
				      5, 60);
		pty_expect(p, "ready");
		pty_key(p, cases[i].key);
		pty_expect(p, cases[i].octal);
		pty_end(p);
	}
}

Test(pty, answers_queries_like_a_terminal)
{
	struct pty *p = shell("stty raw -echo; printf '\\033[3;7H\\033[6n'; "
			      "dd bs=16 count=1 2>/dev/null | od -An -to1",
			      5, 60);

	pty_expect(p, "033 133 063 073 067 122"); /* ESC [ 3 ; 7 R */
	pty_end(p);
}

Test(pty, resizes_and_tells_the_program)
{
	struct pty *p =
		shell("trap 'stty size' WINCH; echo ready; while :; do read x; done", 10, 30);

	pty_expect(p, "ready");
	pty_resize(p, 12, 50);
	pty_type(p, "\r");
	pty_expect(p, "12 50");
	pty_end(p);
}

Test(pty, hangs_up_and_signals)
{
	struct tmp t;
	tmp_make(&t);
	char *path = tmp_path(&t, "hup");
	char script[512];
	snprintf(script, sizeof script,
		 "trap 'echo hup >%s; exit 5' HUP; echo ready; read x; sleep 1 & wait", path);
	struct pty *p = shell(script, 5, 40);

	pty_expect(p, "ready");
	pty_hangup(p);
	cr_expect_eq(pty_wait_exit(p), 5);
	char *text = tmp_read(path, NULL);
	cr_expect_str_eq(text, "hup\n");
	pty_end(p);

	p = shell("echo ready; read x", 5, 40);
	pty_expect(p, "ready");
	pty_signal(p, SIGTERM);
	cr_expect_eq(pty_wait_exit(p), 128 + SIGTERM);
	pty_end(p);
	free(text);
	free(path);
	tmp_remove(&t);
}

Test(pty, counts_bytes_since_a_mark)
{
	struct pty *p =
		shell("stty raw -echo; printf first; dd bs=1 count=1 2>/dev/null; printf '健康'; "
		      "dd bs=1 count=1 2>/dev/null",
		      5, 40);

	pty_expect(p, "first");
	cr_expect_eq(pty_bytes(p), 5);
	pty_mark(p);
	pty_type(p, "x");
	pty_expect(p, "x健康");
	cr_expect_eq(pty_bytes(p), 7);
	pty_end(p);
}

Test(pty, waiting_ends_when_the_program_does)
{
	struct pty *p = shell("echo bye", 5, 40);

	cr_expect_not(pty_wait_text(p, "never"));
	cr_expect(pty_wait_text(p, "bye"));
	cr_expect(pty_wait_no_text(p, "never"));
	cr_expect_eq(pty_wait_exit(p), 0);
	pty_end(p);
}

Test(pty, what_nobody_reads_any_more_is_not_waited_for)
{
	struct pty *p = shell("exit 4", 24, 80);
	size_t nbytes = 1 << 20;
	char *much = malloc(nbytes);
	double begin = clock_ms();
	siginfo_t how;

	memset(much, 'x', nbytes);
	cr_assert_eq(waitid(P_PID, (id_t)pty_pid(p), &how, WEXITED | WNOWAIT), 0);
	pty_send(p, much, nbytes);
	cr_expect_lt(clock_ms() - begin, 15000, "the deadline was waited for");
	cr_expect_eq(pty_wait_exit(p), 4);
	pty_end(p);
	free(much);
}

Test(pty, scrolls_within_rows_that_a_smaller_window_has_not)
{
	struct pty *p =
		shell("printf '\\033[13;24rready'; read x; printf 'one\\033[5S\\033[18T\\n\\n';"
		      "printf '\\033[13;24r\\033[18S\\033[2Ttwo'; read x",
		      24, 80);

	pty_expect(p, "ready");
	pty_resize(p, 6, 20);
	pty_type(p, "\r");
	pty_expect(p, "two");
	pty_end(p);
}
