/*
 * Sessions over SSH as sshd starts them: the key is the person, the line that was sent is a verb or
 * nothing. What sshd itself does is tested by tests/ssh.
 */
#include "tests/cli/desk.h"

#include "core/mem.h"
#include "tests/support/pty.h"

#include <criterion/criterion.h>
#include <fcntl.h>
#include <pwd.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define TYPE	    "ssh-ed25519"
#define BLOB_OFFICE "AAAAC3NzaC1lZDI1NTE5AAAAIPZlCSYJqgd/JNvQYA2REXz1GHNMjZdPSRrMWmlhSRgz"
#define BLOB_JIAOYU "AAAAC3NzaC1lZDI1NTE5AAAAIPG7zaqZ7V2XBDxO+WBKaELmJz6ZUgegXui2SIwVD/oP"
#define BLOB_OTHER  "AAAAC3NzaC1lZDI1NTE5AAAAICu/V/62wIw2EVxFZLXqKloVrZv2Mst9l9Q54dhEC10O"

enum { OFFICE = 1, JIAOYU = 2 };

static struct desk d;
static const char *me;

static void open_desk(void)
{
	char *office, *jiaoyu;

	desk_open(&d);
	me = getpwuid(getuid())->pw_name;
	office = tmp_puts(&d.tmp, "office.pub", TYPE " " BLOB_OFFICE " office pc\n");
	jiaoyu = tmp_puts(&d.tmp, "jiaoyu.pub", TYPE " " BLOB_JIAOYU "\n");
	desk_must(&d, "key", "add", me, office, NULL);
	desk_must(&d, "person", "key", "add", "jiaoyu", jiaoyu, NULL);
	free(office);
	free(jiaoyu);
}
static void close_desk(void)
{
	desk_close(&d);
}
TestSuite(session, .init = open_desk, .fini = close_desk);

#define HAS(text, part)                                                                            \
	cr_expect(strstr((text), (part)) != NULL, "no \"%s\" in:\n%s", (part), (text))
#define LACKS(text, part)                                                                          \
	cr_expect(strstr((text), (part)) == NULL, "\"%s\" in:\n%s", (part), (text))

/* What sshd runs for this key, with the line that was sent in the environment. */
static int start(int key, const char *const *env, const char *input)
{
	char *id = xasprintf("%d", key);
	const char *argv[] = {"session", "--db", d.db, "--key", id, NULL};

	run_free(&d.r);
	run_argv(&d.r, &(struct run_how){.env = env, .input = input}, argv);
	free(id);
	return d.r.status;
}

/* The person typed `line` after ssh, with `input` behind it. */
static int send_with(int key, const char *line, const char *input)
{
	char *sent = xasprintf("SSH_ORIGINAL_COMMAND=%s", line);
	const char *env[] = {d.env[1], d.env[3], sent, "DUBAN_DB=/nowhere", "DUBAN_CONFIG=/nowhere",
			     NULL};

	start(key, env, input);
	free(sent);
	return d.r.status;
}

static int say(int key, const char *line)
{
	return send_with(key, line, NULL);
}

/* All that is told of access, for programs. */
static const char *told(void)
{
	return desk_must(&d, "access", "list", "--limit", "200", "--format", "tsv", NULL);
}

#define SENDS(key, line, input)                                                                    \
	cr_assert_eq(send_with(key, line, input), 0, "%s: %s", line, d.r.err)
#define SAYS(key, line) SENDS(key, line, NULL)
#define REFUSES(key, line, status_wanted, part)                                                    \
	do {                                                                                       \
		cr_expect_eq(say(key, line), (status_wanted), "%s: %d %s", line, d.r.status,       \
			     d.r.err);                                                             \
		HAS(d.r.err, part);                                                                \
		cr_expect_str_eq(d.r.out, "", "%s: %s", line, d.r.out);                            \
	} while (0)

Test(session, is_the_person_of_the_key)
{
	SAYS(JIAOYU, "whoami");
	HAS(d.r.out, "林老师 (jiaoyu)");
	HAS(d.r.out, "SHA256:Cu77V74TYcXSIAqYmbxC3rBBvrRZYS5AyMVmMOGUKvw");
	HAS(d.r.out, "192.0.2.7");
	SAYS(OFFICE, "whoami");
	HAS(d.r.out, "健康办");
	HAS(told(), "key 2");
}

Test(session, advises_nothing_that_it_refuses)
{
	const char *env[] = {d.env[1], d.env[3], "SSH_ORIGINAL_COMMAND=evidence get 1", NULL};
	const char *argv[] = {"session", "--db", d.db, "--key", "2", NULL};
	struct pty *p = pty_start(&(struct pty_how){.argv = argv, .env = env, .cols = 160});

	cr_expect(pty_wait_text(p, "> report.pdf"), "%s", pty_screen(p));
	cr_expect_eq(pty_wait_exit(p), 2);
	LACKS(pty_screen(p), "--output");
	pty_end(p);
}

/* A key that is used for verbs alone is not used unseen. */
Test(session, tells_the_log_in_before_it_that_was_for_a_verb_too)
{
	const char *elsewhere[] = {"DUBAN_NOW=2021-11-20",
				   "SSH_CONNECTION=203.0.113.5 4 192.0.2.1 22",
				   "SSH_ORIGINAL_COMMAND=list", NULL};

	SAYS(JIAOYU, "whoami");
	LACKS(d.r.out, "Last log-in");
	SAYS(JIAOYU, "whoami");
	HAS(d.r.out, "Last log-in:  2021-11-21 ");
	HAS(d.r.out, "Address:  192.0.2.7");
	cr_assert_eq(start(JIAOYU, elsewhere, NULL), 0, "%s", d.r.err);
	SAYS(OFFICE, "whoami");
	LACKS(d.r.out, "Last log-in");
	SAYS(JIAOYU, "whoami");
	HAS(d.r.out, "Last log-in:  2021-11-20 ");
	HAS(d.r.out, " 203.0.113.5\n");
	SAYS(JIAOYU, "whoami");
	LACKS(d.r.out, "203.0.113.5");
	HAS(desk_must(&d, "whoami", "--as", "jiaoyu", NULL), "Last log-in:  2021-11-21 ");
}

Test(session, runs_the_verbs_as_a_command_line_does)
{
	SAYS(JIAOYU, "duban list --format json");
	HAS(d.r.out, "区教育局");
	SAYS(JIAOYU, "report 2 --percent 40 --done '建立档案; 12 所 \"学校\"' --submit");
	HAS(desk_must(&d, "show", "2", NULL), "建立档案; 12 所 \"学校\"");
	HAS(desk_must(&d, "log", "--limit", "1", "--format", "tsv", NULL), "192.0.2.7");
	SAYS(JIAOYU, "help");
	SAYS(JIAOYU, "report --help");
	SAYS(JIAOYU, "--version");
	SAYS(JIAOYU, "person key list");
	HAS(d.r.out, "jiaoyu");
}

Test(session, takes_what_comes_behind_the_line)
{
	static const char plan[] =
		"云溪区体育工作计划\n\n1.健步行动。建设步道。(责任单位:★区体育局)\n";

	SENDS(OFFICE, "import - --code ty2021 --yes", plan);
	HAS(desk_must(&d, "plan", "list", NULL), "ty2021");
	SENDS(OFFICE, "key add shuiwu", TYPE " " BLOB_OTHER "\n");
	HAS(d.r.out, "key 3 of 陈工");
	SENDS(JIAOYU, "evidence add yx2021/2 --name 报告.txt --title 报告", "完成\n");
	SAYS(JIAOYU, "evidence get 1");
	cr_expect_str_eq(d.r.out, "完成\n");
}

/* A file in the home of the account would lift the limits of everybody. */
Test(session, goes_by_the_configuration_of_the_server_alone)
{
	static const char mistaken[] = "no_such_option = 1;\n";
	char *home = tmp_path(&d.tmp, "home"), *file, *at_home, *xdg;

	desk_folder(&d, "home/.config/duban");
	desk_folder(&d, "home/duban");
	file = tmp_puts(&d.tmp, "home/.config/duban/duban.conf", mistaken);
	free(file);
	file = tmp_puts(&d.tmp, "home/duban/duban.conf", mistaken);
	at_home = xasprintf("HOME=%s", home);
	xdg = xasprintf("XDG_CONFIG_HOME=%s", home);
	for (int i = 0; i < 3; i++) {
		const char *named = xasprintf("DUBAN_CONFIG=%s", file);
		const char *env[] = {d.env[1],
				     d.env[3],
				     "SSH_ORIGINAL_COMMAND=whoami",
				     at_home,
				     i == 1 ? xdg : "XDG_CONFIG_HOME",
				     i == 2 ? named : "DUBAN_CONFIG",
				     NULL};

		cr_expect_eq(start(JIAOYU, env, NULL), 0, "%s", d.r.err);
		free((char *)named);
	}
	const char *env[] = {d.env[1], d.env[3], at_home, "XDG_CONFIG_HOME", "DUBAN_CONFIG", NULL};
	run_free(&d.r);
	run_words(&d.r, &(struct run_how){.env = env}, "list", "--db", d.db, NULL);
	HAS(d.r.err, "no_such_option");
	free(home);
	free(file);
	free(at_home);
	free(xdg);
}

Test(session, has_no_shell_and_no_other_programs)
{
	REFUSES(JIAOYU, "list; reboot", 2, "no shell");
	REFUSES(JIAOYU, "list > /tmp/x", 2, "no shell");
	REFUSES(JIAOYU, "bash -i", 2, "you can use: overview, list, ");
	REFUSES(JIAOYU, "scp -t /tmp/x", 2, "\"scp\" does not run here");
	REFUSES(JIAOYU, "internal-sftp", 2, "sftp");
	REFUSES(JIAOYU, "rsync --server . /", 2, "rsync");
	REFUSES(JIAOYU, "/usr/lib/openssh/sftp-server", 2, "does not run here");
	REFUSES(JIAOYU, "list 'x", 2, "does not end");
	REFUSES(JIAOYU, "\xff", 2, "UTF-8");
	REFUSES(JIAOYU, "man-verbs", 2, "does not run here");
	REFUSES(OFFICE, "session --key 2", 2, "does not run here");
	REFUSES(OFFICE, "ssh-keys x y z", 2, "does not run here");
	REFUSES(OFFICE, "config --format json", 2, "does not run here");
	REFUSES(OFFICE, "init", 2, "does not run here");
	REFUSES(OFFICE, "config check /etc/passwd", 2, "does not run here");
}

struct refused_case {
	const char *line, *told;
};

/* What somebody has typed who tries the door is told; what can be a text of theirs is not. */
static const struct refused_case refused_lines[] = {
	{"bash -i", "bash -i"},
	{"scp -t /tmp/geheim", "scp -t"},
	{"rsync --server -e.LsfxCIvu . /geheim", "rsync --server -e"},
	{"backup /tmp/geheim", "backup"},
	{"list --db /tmp/geheim", "list --db"},
	{"list --db=/tmp/geheim --format json", "list --db --format json"},
	{"--as root list", "list --as"},
	{"--config /tmp/geheim list", "list --config"},
	{"session --key 1", "session --key"},
	{"duban ssh-keys geheim", "ssh-keys"},
	{"list; geheim", "list; …"},
	{"$(geheim --geheim)", "$(geheim …"},
	{"list --shell=geheim", "list --shell"},
	{"--shell geheim", "--shell"},
	{"list 'geheim", "list …"},
	{"config check", "config"},
	{"import /etc/passwd", "import /etc/passwd"},
	{"print --all --output /tmp/geheim", "print --all --output"},
	{"\xff\xfe -x", "�� …"},
	{"\033[31mred\a", "red"},
	{"区教育局已经完成了全年的工作任务区教育局已经完成了全年的工作任务区教育局已经",
	 "区教育局已经完成了全年的工作任务区教育局已经完成了全年的工作"},
};

Test(session, tells_of_each_line_that_it_refuses)
{
	enum { NLINES = sizeof refused_lines / sizeof refused_lines[0] };

	for (size_t i = 0; i < NLINES; i++)
		cr_expect_neq(say(JIAOYU, refused_lines[i].line), 0, "%s", refused_lines[i].line);
	SAYS(JIAOYU, "whoami");
	SAYS(JIAOYU, "report --help");
	told();
	for (size_t i = 0; i < NLINES; i++) {
		char *row = xasprintf("\t192.0.2.7\trefused\t%s\n", refused_lines[i].told);

		HAS(d.r.out, row);
		free(row);
	}
	LACKS(d.r.out, "/tmp");
	LACKS(d.r.out, "--geheim");
	LACKS(d.r.out, "refused\twhoami");
	LACKS(d.r.out, "refused\treport");
}

Test(session, what_is_taken_away_is_told_also_where_it_is_for_people_to_read)
{
	static const char *const lines[] = {"list",	"log",	  "access list", "notice show 1",
					    "overview", "show 2", "case show 1"};

	desk_must(&d, "person", "add", "ling", "凌主任", NULL);
	desk_must(&d, "person", "post", "ling", "leader", NULL);
	desk_must(&d, "notice", "instruct", "2", "请于本周内补报视力档案进度", "--as", "ling",
		  NULL);
	desk_must(&d, "case", "add", "2", "视力档案一人一码", "--text", "各校一套编号。", "--as",
		  "jiaoyu", NULL);
	desk_must(&d, "list", NULL);
	desk_must(&d, "notice", "show", "1", NULL);
	desk_must(&d, "overview", NULL);
	LACKS(told(), "export\tlist\n");
	LACKS(d.r.out, "notice show");
	LACKS(d.r.out, "overview");
	SAYS(OFFICE, "whoami");
	for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++) {
		char *row = xasprintf("\t192.0.2.7\texport\t%s\n", lines[i]);

		SAYS(OFFICE, lines[i]);
		cr_expect_str_neq(d.r.out, "");
		HAS(told(), row);
		free(row);
	}
	LACKS(d.r.out, "export\twhoami");
}

Test(session, has_no_files_of_the_server)
{
	REFUSES(OFFICE, "list --db /tmp/x", 4, "--db names a file of the server");
	REFUSES(OFFICE, "--config /etc/passwd list", 4, "--config names a file");
	REFUSES(OFFICE, "print --all --output /tmp/x", 4, "receive with > FILE");
	REFUSES(OFFICE, "evidence add 2 --file /etc/passwd", 4, "--file names a file");
	REFUSES(OFFICE, "import /etc/passwd", 4, "write - instead");
	REFUSES(OFFICE, "import - /etc/passwd", 4, "write - instead");
	REFUSES(OFFICE, "calendar import /etc/passwd", 4, "write - instead");
	REFUSES(OFFICE, "key add shuiwu /etc/passwd", 4, "write - instead");
}

Test(session, is_nobody_else)
{
	REFUSES(OFFICE, "--as jiaoyu list", 4, "--as is not for sessions");
	REFUSES(JIAOYU, "list --post office", 4, "does not hold the post");
	SAYS(OFFICE, "list --post office");
	REFUSES(OFFICE, "person add x y --post office", 4, "you may not manage people");
}

Test(session, offers_what_the_posts_can_do)
{
	SAYS(JIAOYU, "help");
	HAS(d.r.out, "report CODE/NO");
	LACKS(d.r.out, "person add");
	LACKS(d.r.out, "plan close");
	LACKS(d.r.out, "ssh-keys");
	LACKS(d.r.out, "--db");
	SAYS(OFFICE, "help");
	HAS(d.r.out, "person add");
	LACKS(d.r.out, "ssh-keys");
	LACKS(d.r.out, "--as");
	REFUSES(JIAOYU, "plan close yx2021 --reason x", 4, "you may not close plans");
	HAS(desk_must(&d, "access", "list", NULL), "plan close");
}

Test(session, needs_a_live_key)
{
	REFUSES(99, "list", 3, "there is no key 99");
	desk_must(&d, "key", "revoke", "2", "--reason", "电脑遗失", NULL);
	REFUSES(JIAOYU, "whoami", 4, "(电脑遗失)");
	desk_must(&d, "person", "disable", "jiaoyu", NULL);
	REFUSES(JIAOYU, "whoami", 4, "was revoked");
}

Test(session, without_a_line_is_the_interface_and_needs_a_terminal)
{
	REFUSES(JIAOYU, "", 10, "needs a terminal");
}

/* ssh-keys */

static const char *keys_of(const char *user, const char *type, const char *blob)
{
	return desk_must(&d, "--db", d.db, "ssh-keys", user, type, blob, NULL);
}

Test(session, sshd_is_told_the_line_of_a_live_key)
{
	char *command = xasprintf("session --db %s --key 2\" " TYPE " " BLOB_JIAOYU "\n", d.db);

	HAS(keys_of(me, TYPE, BLOB_JIAOYU), command);
	cr_expect_eq(strncmp(d.r.out, "restrict,pty,command=\"/", 23), 0, "%s", d.r.out);
	cr_expect_eq(strchr(d.r.out, '\n')[1], '\0');
	free(command);
}

Test(session, sshd_is_told_nothing_of_others)
{
	cr_expect_str_eq(keys_of(me, TYPE, BLOB_OTHER), "");
	cr_expect_str_eq(keys_of(me, "ssh-rsa", BLOB_JIAOYU), "");
	cr_expect_str_eq(keys_of(me, "x", "y"), "");
	cr_expect_str_eq(keys_of("nobody", TYPE, BLOB_JIAOYU), "");
	cr_expect_str_eq(keys_of("no-such-account", TYPE, BLOB_JIAOYU), "");
	desk_must(&d, "person", "disable", "jiaoyu", NULL);
	cr_expect_str_eq(keys_of(me, TYPE, BLOB_JIAOYU), "");
	desk_must(&d, "person", "enable", "jiaoyu", NULL);
	desk_must(&d, "key", "revoke", "2", "--reason", "x", NULL);
	cr_expect_str_eq(keys_of(me, TYPE, BLOB_JIAOYU), "");
}

Test(session, keys_are_listed_and_refused_with_their_reasons)
{
	HAS(desk_must(&d, "key", "list", "--format", "tsv", NULL), "office pc");
	HAS(d.r.out, "jiaoyu");
	LACKS(desk_must(&d, "key", "list", "--as", "jiaoyu", NULL), "office pc");
	cr_expect_eq(desk_say(&d, "key", "add", "jiaoyu", "/nowhere", NULL), 3);
	cr_expect_eq(desk_say(&d, "key", "add", "nemo", NULL), 3);
	cr_expect_eq(desk_say(&d, "key", "add", "jiaoyu", d.plan, NULL), 2);
	HAS(d.r.err, "line 1: this is no public key of OpenSSH");
	cr_expect_eq(desk_say(&d, "key", "revoke", "1", NULL), 2);
	HAS(d.r.err, "--reason");
}
