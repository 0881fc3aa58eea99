/*
 * The interface as a key over SSH opens it: the command that it tells for a file sends that file
 * when it is typed as it stands, and what goes to the printer gets there. And a question of a verb
 * that only a terminal can be asked.
 */
#include "tests/e2e/room.h"

#include "core/mem.h"
#include "tests/support/file_check.h"

#include <criterion/criterion.h>
#include <pwd.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const char key[] =
	"ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIPZlCSYJqgd/JNvQYA2REXz1GHNMjZdPSRrMWmlhSRgz\n";

static struct room r;

static void begin(void)
{
	char *file;

	room_open(&r);
	room_see_tour(&r);
	file = tmp_puts(&r.tmp, "id.pub", key);
	room_must(&r, NULL, "key", "add", "jiaoyu", file, NULL);
	free(file);
	file = tmp_puts(&r.tmp, "A.pdf", "%PDF-1.4\n%\xE2\xE3\xCF\xD3\n");
	free(file);
}

static void end(void)
{
	room_close(&r);
}

TestSuite(session_screens, .init = begin, .fini = end);

static struct pty *come_in_as(const char *id, const char *config, const char *path)
{
	const char *argv[] = {"session", "--db", r.db, "--key", id, "--config", config, NULL};
	const char *env[] = {r.env[0], r.env[1], "DUBAN_LANGUAGE=en", path, NULL};
	struct pty *p;

	if (!config)
		argv[5] = NULL;
	p = pty_start(&(struct pty_how){.argv = argv, .env = env, .dir = r.tmp.dir});
	pty_expect(p, "0 main menu");
	return p;
}

static struct pty *come_in(const char *path)
{
	return come_in_as("1", NULL, path);
}

static void let_office_in(void)
{
	char *file = tmp_puts(&r.tmp, "office.pub",
			      "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIPG7zaqZ7V2XBDxO+"
			      "WBKaELmJz6ZUgegXui2SIwVD/oP\n");

	room_must(&r, NULL, "key", "add", getpwuid(getuid())->pw_name, file, NULL);
	free(file);
}

/* What stands from "ssh …" on, in one line or, as a shell takes it, in two. */
static char *shown_command(struct pty *p)
{
	int row;
	char *first, *whole;

	pty_expect(p, "< A.pdf");
	cr_assert(pty_find(p, "ssh …", &row, NULL), "%s", pty_screen(p));
	first = xstrdup(strstr(pty_row(p, row), "ssh …"));
	whole = xasprintf("%s\n%s", first,
			  first[strlen(first) - 1] == '\\' ? pty_row(p, row + 1) : "");
	free(first);
	return whole;
}

/* At one's own computer ssh takes the words behind the name of the server to the session. */
static void run_shown(const char *command)
{
	char *script = xasprintf("ssh() { shift; SSH_ORIGINAL_COMMAND=\"$*\" '%s' session "
				 "--db '%s' --key 1; }\n%s",
				 run_duban(), r.db, command);
	const char *argv[] = {"-c", script, NULL};

	run_free(&r.r);
	run_argv(&r.r, &(struct run_how){.program = "/bin/sh", .env = r.env, .dir = r.tmp.dir},
		 argv);
	cr_expect_eq(r.r.status, 0, "%s%s", command, r.r.err);
	free(script);
}

/* From the form of evidence that is open. */
static void send_shown(struct pty *p, const char *option)
{
	char *command;

	pty_expect(p, "document no.");
	room_press(p, "Up Right Right Right Right");
	command = shown_command(p);
	room_expect_in(command, option);
	run_shown(command);
	free(command);
}

static void expect_link(const char *sql)
{
	char *n = file_text(r.db, sql);

	cr_expect_str_eq(n, "1", "%s", sql);
	free(n);
}

Test(session_screens, the_command_for_a_file_proves_the_report)
{
	struct pty *p;

	room_must(&r, "jiaoyu", "report", "sx2021/2", "--percent", "40", "--done", "建立档案",
		  "--submit", NULL);
	p = come_in(NULL);
	room_press(p, "2 Enter");
	room_choose(p, "Read the report");
	pty_expect(p, "建立档案");
	room_press(p, "Enter");
	room_choose(p, "record evidence for this report");
	send_shown(p, " --period 2021Q4");
	expect_link("SELECT count(*) FROM evidence_link JOIN report ON report.id = report_id");
	pty_end(p);
}

Test(session_screens, the_command_for_a_file_proves_the_milestone)
{
	struct pty *p = come_in(NULL);

	room_press(p, "2 Enter");
	room_choose(p, "Milestones");
	pty_expect(p, "秋季视力筛查");
	room_press(p, "Enter");
	/* the list's menu, which may still be seen, has the other entry too */
	pty_expect(p, "Mark as done");
	room_choose(p, "Record evidence");
	send_shown(p, " --milestone 1");
	expect_link("SELECT count(*) FROM evidence_link WHERE milestone_id = 1");
	pty_end(p);
}

Test(session_screens, what_is_printed_gets_to_the_printer)
{
	struct tmp elsewhere;
	char *script = xasprintf("#!/bin/sh\ncat >'%s/printed'\n", r.tmp.dir), *lp, *path, *printed;
	struct pty *p;

	tmp_make(&elsewhere);
	lp = tmp_puts(&elsewhere, "lp", script);
	cr_assert_eq(chmod(lp, 0755), 0);
	path = xasprintf("PATH=%s:/usr/bin:/bin", elsewhere.dir);
	p = come_in(path);
	pty_type(p, "p");
	pty_expect(p, "Enter print");
	room_press(p, "Enter 1");
	pty_expect(p, "printer; empty");
	room_press(p, "Enter");
	pty_expect(p, "The printer has it");
	pty_end(p);
	free(path);
	path = tmp_path(&r.tmp, "printed");
	printed = tmp_read(path, NULL);
	cr_assert_not_null(printed);
	room_expect_in(printed, "区教育局");
	free(printed);
	free(path);
	free(script);
	free(lp);
	tmp_remove(&elsewhere);
}

static bool is_sent(struct pty *p, void *data)
{
	char *n = file_text(data, "SELECT count(*) FROM notice_delivery WHERE status = 0");
	bool sent = strcmp(n, "1") == 0;

	(void)p;
	free(n);
	return sent;
}

/* In the background, by a process that is shut off from the server as the session is. */
Test(session_screens, a_notice_is_sent)
{
	struct tmp elsewhere;
	char *script, *gate, *config, *sent;
	struct pty *p;

	if (getenv("MEMCHECK"))
		cr_skip_test("a program that starts itself starts valgrind");
	script = xasprintf("#!/bin/sh\ncat >'%s/sent'\n", r.tmp.dir);
	tmp_make(&elsewhere);
	gate = tmp_puts(&elsewhere, "gate", script);
	cr_assert_eq(chmod(gate, 0755), 0);
	free(script);
	script = xasprintf("notice: { command = \"%s\"; };\n", gate);
	config = tmp_puts(&r.tmp, "notice.conf", script);
	r.env[1] = "DUBAN_NOW=2021-12-03"; /* the milestone is late */
	let_office_in();
	p = come_in_as("2", config, NULL);
	room_press(p, "0");
	room_choose(p, "Notices and requests");
	room_choose(p, "Urge who is late");
	pty_expect(p, "区教育局");
	room_press(p, "Enter");
	room_choose(p, "Issue this notice");
	room_choose(p, "Issue it");
	cr_expect(pty_wait(p, is_sent, r.db), "%s", pty_screen(p));
	pty_end(p);
	free(gate);
	gate = tmp_path(&r.tmp, "sent");
	sent = tmp_read(gate, NULL);
	cr_assert_not_null(sent);
	room_expect_in(sent, "秋季视力筛查");
	free(sent);
	free(gate);
	free(config);
	free(script);
	tmp_remove(&elsewhere);
}

/* Asked on a terminal */

static struct pty *renew(void)
{
	const char *argv[] = {"check", "--renew", NULL};
	const char *env[] = {r.env[0], r.env[1], "DUBAN_LANGUAGE=en", NULL};
	struct pty *p = pty_start(&(struct pty_how){.argv = argv, .env = env});

	pty_expect(p, "of person");
	pty_expect(p, "Take what stands there now as it is? [y/N]");
	return p;
}

Test(session_screens, renewing_is_asked_on_a_terminal)
{
	static const char *const noes[] = {"\r", "n\r", "q\r", "\x04"};
	struct pty *p;

	file_alter(r.db, "UPDATE person SET phone = '8765' WHERE login = 'jiaoyu'");
	for (size_t i = 0; i < sizeof noes / sizeof noes[0]; i++) {
		p = renew();
		pty_type(p, noes[i]);
		cr_expect_eq(pty_wait_exit(p), 2, "answer %zu", i);
		cr_expect(pty_find(p, "nothing was changed", NULL, NULL), "%s", pty_screen(p));
		pty_end(p);
	}
	p = renew();
	pty_type(p, "y\r");
	cr_expect_eq(pty_wait_exit(p), 0);
	cr_expect(pty_find(p, "is taken as it is", NULL, NULL), "%s", pty_screen(p));
	pty_end(p);
	room_expect_in(room_must(&r, NULL, "check", NULL), "is whole");
}
