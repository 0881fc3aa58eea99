/*
 * Who sends or takes a file over SSH and then stands still: `duban session` as sshd starts it, with
 * one connection for both ways. What is sent before is more than a connection holds, so that duban
 * has begun to read when it has gone.
 */
#include "tests/cli/desk.h"

#include "core/mem.h"
#include "tests/support/patience.h"

#include <criterion/criterion.h>
#include <criterion/parameterized.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/pidfd.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

enum { HALF = 1 << 20, SHUT_OUT = 4, BROKEN = 8, PATIENCE_MS = 30000 };

static const char key[] =
	"ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIPZlCSYJqgd/JNvQYA2REXz1GHNMjZdPSRrMWmlhSRgz\n";

static struct desk d;
static char *config, *clock_file, *said, *half, *env[4];
static int end;
static pid_t pid;

static void open_desk(void)
{
	const char *duban = run_duban(), *asan = getenv("ASAN_OPTIONS");
	char *pub;

	desk_open(&d);
	pub = tmp_puts(&d.tmp, "jiaoyu.pub", key);
	desk_must(&d, "key", "add", "jiaoyu", pub, NULL);
	free(pub);
	config = tmp_puts(&d.tmp, "limits.conf", "idle_limit = 30;\n");
	clock_file = tmp_puts(&d.tmp, "clock", "0");
	said = tmp_path(&d.tmp, "said");
	half = xmalloc(HALF);
	memset(half, 'x', HALF);
	env[0] = xasprintf("LD_PRELOAD=%.*s/tests/clock.so", (int)(strrchr(duban, '/') - duban),
			   duban);
	env[1] = xasprintf("TEST_CLOCK=%s", clock_file);
	/* A sanitizer wants to be the first that is loaded. */
	env[2] = xasprintf("ASAN_OPTIONS=%s:verify_asan_link_order=0", asan ? asan : "");
	signal(SIGPIPE, SIG_IGN);
}
static void close_desk(void)
{
	char *const all[] = {config, clock_file, said, half, env[0], env[1], env[2]};

	for (size_t i = 0; i < sizeof all / sizeof all[0]; i++)
		free(all[i]);
	close(end);
	desk_close(&d);
}
TestSuite(watch, .init = open_desk, .fini = close_desk);

static void pass(int minutes)
{
	char *seconds = xasprintf("%d", minutes * 60);

	free(tmp_puts(&d.tmp, "clock", seconds));
	free(seconds);
}

/* The person of the key types this after ssh. */
static void session(const char *line)
{
	const char *words[] = {"session", "--key", "1", "--db", d.db, "--config", config, NULL};
	char *sent = xasprintf("SSH_ORIGINAL_COMMAND=%s", line);
	const char *all[] = {d.env[1], d.env[3], env[0], env[1], env[2], sent, NULL};
	int ends[2];

	cr_assert_eq(socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends), 0);
	pid = fork();
	if (pid == 0) {
		dup2(ends[1], STDIN_FILENO);
		dup2(ends[1], STDOUT_FILENO);
		dup2(open(said, O_WRONLY | O_CREAT, 0600), STDERR_FILENO);
		run_become(run_duban(), words, all, NULL);
	}
	cr_assert_gt(pid, 0);
	close(ends[1]);
	end = ends[0];
	free(sent);
}

static void send_half(void)
{
	size_t gone = 0;

	while (gone < HALF) {
		ssize_t n = write(end, half + gone, HALF - gone);

		cr_assert_gt(n, 0, "nobody reads");
		gone += (size_t)n;
	}
}

/* Each look at it finds the clock so many minutes on: nobody knows when it read what came last. */
static void expect_end(int minutes, int status_wanted, const char *sentence)
{
	struct patience patience = patience_of(PATIENCE_MS);
	struct pollfd p = {.fd = pidfd_open(pid, 0), .events = POLLIN};
	int status, ms;
	char *text;

	for (int now = minutes; !p.revents && (ms = patience_left(&patience)) > 0; now += minutes) {
		pass(now);
		poll(&p, 1, ms);
	}
	if (!p.revents)
		kill(pid, SIGKILL);
	cr_expect(p.revents, "it goes on");
	close(p.fd);
	cr_assert_eq(waitpid(pid, &status, 0), pid);
	text = tmp_read(said, NULL);
	cr_expect(WIFEXITED(status) && WEXITSTATUS(status) == status_wanted, "%x: %s", status,
		  text);
	cr_expect_not_null(strstr(text, sentence), "%s", text);
	free(text);
}

static void expect_still(void)
{
	expect_end(31, BROKEN, "nothing has come or gone for 30 minutes");
}

static void expect_nothing_stored(const char *before)
{
	char *after = desk_dump(&d);

	cr_expect_null(strstr(desk_must(&d, "evidence", "list", NULL), "a.pdf"), "%s", d.r.out);
	if (before)
		cr_expect_str_eq(after, before);
	free(after);
}

static const char *const lines[] = {"evidence add 2 --name a.pdf", "import - --code late"};
enum { NLINES = sizeof lines / sizeof lines[0] };

ParameterizedTestParameters(watch, ends_what_brings_nothing_more)
{
	static int numbers[] = {0, 1};

	return cr_make_param_array(int, numbers, NLINES);
}

ParameterizedTest(int *n, watch, ends_what_brings_nothing_more)
{
	char *before;

	desk_must(&d, "person", "post", "jiaoyu", "office", NULL);
	before = desk_dump(&d);
	session(lines[*n]);
	send_half();
	expect_still();
	expect_nothing_stored(before);
	free(before);
}

ParameterizedTestParameters(watch, ends_what_comes_with_a_key_that_is_revoked)
{
	static int numbers[] = {0, 1};

	return cr_make_param_array(int, numbers, NLINES);
}

ParameterizedTest(int *n, watch, ends_what_comes_with_a_key_that_is_revoked)
{
	desk_must(&d, "person", "post", "jiaoyu", "office", NULL);
	session(lines[*n]);
	send_half();
	desk_must(&d, "key", "revoke", "1", "--reason", "电脑遗失", NULL);
	expect_end(0, SHUT_OUT, "your key was revoked");
	expect_nothing_stored(NULL);
	cr_expect_not_null(
		strstr(desk_must(&d, "access", "list", "--format", "tsv", NULL), "refused"));
}

Test(watch, ends_what_a_person_sends_who_is_shut_out)
{
	session(lines[0]);
	send_half();
	desk_must(&d, "person", "disable", "jiaoyu", NULL);
	expect_end(0, SHUT_OUT, "can no longer come in");
	expect_nothing_stored(NULL);
}

Test(watch, ends_keys_that_do_not_come)
{
	desk_must(&d, "person", "post", "jiaoyu", "admin", NULL);
	session("key add jiaoyu");
	expect_still();
}

/* The first byte tells that it is on its way. */
static void begin_to_take(void)
{
	char *path, byte;

	memcpy(half, "%PDF-1.7\n", 9);
	path = tmp_write(&d.tmp, "a.pdf", half, HALF);
	desk_must(&d, "evidence", "add", "2", "--file", path, "--as", "jiaoyu", NULL);
	free(path);
	session("evidence get 1");
	cr_assert_eq(read(end, &byte, 1), 1);
}

Test(watch, ends_a_file_that_nobody_takes)
{
	begin_to_take();
	expect_still();
}

Test(watch, ends_a_file_on_its_way_to_a_key_that_is_revoked)
{
	begin_to_take();
	desk_must(&d, "key", "revoke", "1", "--reason", "电脑遗失", NULL);
	expect_end(0, SHUT_OUT, "your key was revoked");
}

/* On the server itself, and where the limit is 0, one waits as long as it takes. */
Test(watch, is_not_kept_where_there_is_no_limit)
{
	int status;

	free(tmp_puts(&d.tmp, "limits.conf", "idle_limit = 0;\n"));
	session(lines[0]);
	memcpy(half, "%PDF-1.7\n", 9);
	send_half();
	pass(3000);
	shutdown(end, SHUT_WR);
	cr_assert_eq(waitpid(pid, &status, 0), pid);
	cr_expect_eq(status, 0);
	cr_expect_not_null(strstr(desk_must(&d, "evidence", "list", NULL), "a.pdf"));
}
