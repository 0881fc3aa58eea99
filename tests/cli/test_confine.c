/*
 * A session that has given up what it does not need: from inside what it still reaches, and the
 * verbs that need the most of it. Where the kernel has no Landlock the first half is skipped.
 */
#include "cli/confine.h"
#include "core/mem.h"
#include "tests/cli/desk.h"

#include <criterion/criterion.h>
#include <errno.h>
#include <fcntl.h>
#include <pty.h>
#include <pwd.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>
#include <utmp.h>

static struct desk d;

static void open_desk(void)
{
	desk_open(&d);
}
static void close_desk(void)
{
	desk_close(&d);
}
TestSuite(confine, .init = open_desk, .fini = close_desk);

enum { NO_TERMINAL = -1 };

static int confine_and_try(int terminal, int (*try)(const char *path), const char *path)
{
	struct arena a = {0};
	struct err e = ERR_INIT;
	const struct confine_needs needs = {.db = d.db};

	if (terminal == NO_TERMINAL ? !freopen("/dev/null", "r", stdin) : login_tty(terminal) != 0)
		return 98;
	return confine_session(&a, &needs, &e) < 0 ? 99 : try(path);
}

/* The status of a child that sits at a terminal, is confined as a session is, and tries. */
static int try_at(int terminal, int (*try)(const char *path), const char *path)
{
	int status;
	pid_t pid = fork();

	if (pid == 0)
		_exit(confine_and_try(terminal, try, path));
	cr_assert(pid > 0 && waitpid(pid, &status, 0) == pid && WIFEXITED(status));
	return WEXITSTATUS(status);
}

static int try_confined(int (*try)(const char *path), const char *path)
{
	return try_at(NO_TERMINAL, try, path);
}

static int try_to_read(const char *path)
{
	return open(path, O_RDONLY) < 0 ? errno : 0;
}

static int try_to_make(const char *path)
{
	return open(path, O_WRONLY | O_CREAT | O_EXCL, 0600) < 0 ? errno : 0;
}

static int try_to_empty(const char *path)
{
	return truncate(path, 0) ? errno : 0;
}

static int try_to_write(const char *path)
{
	return open(path, O_WRONLY | O_NOCTTY) < 0 ? errno : 0;
}

/* By which the interface knows whose window a draft is kept for. */
static int try_to_name(const char *path)
{
	char name[64];

	return ttyname_r(STDIN_FILENO, name, sizeof name) != 0 || strcmp(name, path) != 0;
}

static int try_to_run(const char *path)
{
	execl(path, path, (char *)NULL);
	return errno;
}

static int try_to_leave_memory(const char *path)
{
	struct rlimit core;

	(void)path;
	return getrlimit(RLIMIT_CORE, &core) || core.rlim_max != 0 ||
	       prctl(PR_GET_DUMPABLE, 0, 0, 0, 0) != 0 ||
	       prctl(PR_GET_NO_NEW_PRIVS, 0, 0, 0, 0) != 1;
}

Test(confine, leaves_no_memory_behind_and_gains_no_rights)
{
	cr_expect_eq(try_confined(try_to_leave_memory, ""), 0);
}

static bool has_landlock(void)
{
	if (confine_version() >= 3)
		return true;
	cr_skip_test("this kernel has no Landlock, or an old one");
	return false;
}

Test(confine, reaches_no_other_files)
{
	struct tmp elsewhere;
	char *secret, *fresh, *program;

	if (!has_landlock())
		return;
	tmp_make(&elsewhere);
	secret = tmp_puts(&elsewhere, "secret", "#!/bin/sh\nexit 0\n");
	fresh = tmp_path(&elsewhere, "fresh");
	program = tmp_puts(&elsewhere, "program", "#!/bin/sh\nexit 0\n");
	cr_assert_eq(chmod(program, 0755), 0);
	cr_expect_eq(try_confined(try_to_read, secret), EACCES);
	cr_expect_eq(try_confined(try_to_empty, secret), EACCES);
	cr_expect_eq(try_confined(try_to_make, fresh), EACCES);
	cr_expect_eq(try_confined(try_to_run, program), EACCES);
	cr_expect_eq(try_confined(try_to_read, "/home"), EACCES);
	cr_expect_eq(try_confined(try_to_read, "/root"), EACCES);
	cr_expect_eq(try_confined(try_to_read, "/var/log"), EACCES);
	cr_expect_eq(try_confined(try_to_read, "/"), EACCES);
	cr_expect_eq(try_confined(try_to_make, "/etc/fresh"), EACCES);
	free(secret);
	free(fresh);
	free(program);
	tmp_remove(&elsewhere);
}

Test(confine, reaches_what_it_needs)
{
	char *fresh = tmp_path(&d.tmp, "fresh");

	cr_expect_eq(try_confined(try_to_read, d.db), 0);
	cr_expect_eq(try_confined(try_to_make, fresh), 0);
	cr_expect_eq(try_confined(try_to_read, "/etc/passwd"), 0);
	cr_expect_eq(try_confined(try_to_read, "/proc/self/stat"), 0);
	cr_expect_eq(try_confined(try_to_make, "/dev/null"), EEXIST);
	cr_expect_eq(try_confined(try_to_run, "/bin/true"), 0);
	free(fresh);
}

/* The name of a fresh one, which stays as long as the test does. */
static int open_terminal(char name[64])
{
	int side, terminal;

	cr_assert_eq(openpty(&side, &terminal, NULL, NULL, NULL), 0, "%s", strerror(errno));
	cr_assert_eq(ttyname_r(terminal, name, 64), 0);
	return terminal;
}

Test(confine, reaches_no_terminal_but_its_own)
{
	char own[64], others[64];
	int terminal = open_terminal(own);

	open_terminal(others);
	if (!has_landlock())
		return;
	cr_expect_eq(try_at(terminal, try_to_write, own), 0);
	cr_expect_eq(try_at(terminal, try_to_read, own), 0);
	cr_expect_eq(try_at(terminal, try_to_name, own), 0);
	cr_expect_eq(try_at(terminal, try_to_write, "/dev/tty"), 0);
	cr_expect_eq(try_at(terminal, try_to_write, others), EACCES);
	cr_expect_eq(try_at(terminal, try_to_read, others), EACCES);
	cr_expect_eq(try_at(terminal, try_to_write, "/dev/ptmx"), EACCES);
	cr_expect_eq(try_confined(try_to_write, own), EACCES, "nobody sits there");
}

/* The session's own verbs */

static int say_with(const char *line, const char *input, const char *config, const char *path)
{
	char *sent = xasprintf("SSH_ORIGINAL_COMMAND=%s", line);
	const char *env[] = {d.env[1], d.env[2], d.env[3], sent, path ? path : "TMPDIR", NULL};
	const char *argv[] = {"session", "--db", d.db, "--key", "1", "--config", config, NULL};

	if (!config)
		argv[5] = NULL;
	run_free(&d.r);
	run_argv(&d.r, &(struct run_how){.env = env, .input = input}, argv);
	free(sent);
	return d.r.status;
}

static int say(const char *line, const char *input)
{
	return say_with(line, input, NULL, NULL);
}

static void let_office_in(void)
{
	char *key =
		tmp_puts(&d.tmp, "office.pub",
			 "ssh-ed25519 "
			 "AAAAC3NzaC1lZDI1NTE5AAAAIPZlCSYJqgd/JNvQYA2REXz1GHNMjZdPSRrMWmlhSRgz\n");

	desk_must(&d, "key", "add", getpwuid(getuid())->pw_name, key, NULL);
	free(key);
}

/* A script in a folder that a session reaches by nothing but the search path, which is returned. */
static char *put_script(struct tmp *elsewhere, const char *name, const char *commands)
{
	char *script = xasprintf("#!/bin/sh\n%s\n", commands), *file;

	tmp_make(elsewhere);
	file = tmp_puts(elsewhere, name, script);
	cr_assert_eq(chmod(file, 0755), 0);
	free(script);
	free(file);
	return xasprintf("PATH=%s:/usr/bin:/bin", elsewhere->dir);
}

/* One that writes beside the database how it was called and what it was given. */
static char *put_program(struct tmp *elsewhere, const char *name)
{
	char *commands = xasprintf("echo \"$@\" >%1$s/said\ncat >%1$s/got", d.tmp.dir);
	char *path = put_script(elsewhere, name, commands);

	free(commands);
	return path;
}

static void expect_got(const char *name, const char *part)
{
	char *path = tmp_path(&d.tmp, name), *text = tmp_read(path, NULL);

	cr_assert_not_null(text, "%s: nothing (%s)", name, d.r.err);
	cr_expect(strstr(text, part), "no \"%s\" in: %s", part, text);
	free(text);
	free(path);
}

Test(confine, prints)
{
	struct tmp elsewhere;
	char *path = put_program(&elsewhere, "lp");

	let_office_in();
	cr_expect_eq(say_with("print --all --printer hall", NULL, NULL, path), 0, "%s", d.r.err);
	expect_got("said", "-d hall");
	expect_got("got", "区教育局");
	free(path);
	tmp_remove(&elsewhere);
}

/* The printing command of a session does this, and may do it only where the configuration gives the
 * confinement up. */
static void expect_kept_from(const char *commands)
{
	static const char print[] = "print --all --printer hall";
	char *never = tmp_puts(&d.tmp, "never.conf", "confine = \"never\";\n");
	char *always = tmp_puts(&d.tmp, "auto.conf", "confine = \"auto\";\n");
	struct tmp elsewhere;
	char *path = put_script(&elsewhere, "lp", commands);

	let_office_in();
	cr_expect_neq(say_with(print, NULL, always, path), 0, "%s", commands);
	cr_expect(strstr(d.r.err, "Permission denied"), "%s", d.r.err);
	cr_expect_eq(say_with(print, NULL, never, path), 0, "%s", d.r.err);
	free(path);
	free(always);
	free(never);
	tmp_remove(&elsewhere);
}

Test(confine, keeps_what_a_session_starts_from_other_files)
{
	struct tmp other;
	char *secret, *commands;

	if (!has_landlock())
		return;
	tmp_make(&other);
	secret = tmp_puts(&other, "secret", "nobody's business\n");
	commands = xasprintf("cat '%s' >'%s/got'", secret, d.tmp.dir);
	expect_kept_from(commands);
	expect_got("got", "nobody's business");
	free(commands);
	free(secret);
	tmp_remove(&other);
}

Test(confine, keeps_what_a_session_starts_from_other_terminals)
{
	char others[64], *commands;

	if (!has_landlock())
		return;
	open_terminal(others);
	commands = xasprintf("printf '\\033[2J' >'%s'", others);
	expect_kept_from(commands);
	free(commands);
}

Test(confine, sends_notices_by_a_program_of_the_search_path)
{
	struct tmp elsewhere;
	char *path = put_program(&elsewhere, "notice-gate");
	char *config =
		tmp_puts(&d.tmp, "notice.conf", "notice: { command = \"notice-gate sms\"; };\n");

	let_office_in();
	desk_must(&d, "milestone", "add", "yx2021/3", "水厂验收", "--unit", "区水务局", "--due",
		  "2021-10-30", NULL);
	cr_expect_eq(say_with("notice issue --unit 区水务局", NULL, config, path), 0, "%s",
		     d.r.err);
	cr_expect(strstr(d.r.out, "1 notice sent"), "%s%s", d.r.out, d.r.err);
	expect_got("said", "sms");
	expect_got("got", "水厂验收");
	free(config);
	free(path);
	tmp_remove(&elsewhere);
}

Test(confine, lets_files_of_evidence_in_and_out)
{
	let_office_in();
	cr_expect_eq(
		say("evidence add yx2021/2 --name 报告.txt --title 报告 --unit 区教育局", "完成\n"),
		0, "%s", d.r.err);
	cr_expect_eq(say("evidence get 1", NULL), 0, "%s", d.r.err);
	cr_expect_str_eq(d.r.out, "完成\n");
	cr_expect_eq(say("print --all", NULL), 0, "%s", d.r.err);
	cr_expect_gt(d.r.out_nbytes, 200);
	cr_expect_eq(say("import - --code x --yes",
			 "<html><body><p>健康计划</p><p>1.健步行动。建设步道。"
			 "(责任单位:★区体育局)</p></body></html>"),
		     0, "%s", d.r.err);
}
