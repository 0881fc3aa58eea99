/* Who is not let in; and what nobody gets who is: no line to elsewhere, no shell, no files. */
#include "tests/ssh/server.h"

#include "core/mem.h"

#include <arpa/inet.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

/* Keys */

enum { REFUSED_BY_SSHD = 255 };

/* sshd has asked duban, and that has answered. */
static void expect_shut_out(struct server *s, const char *key)
{
	cr_expect_eq(server_say(s, key, "whoami"), REFUSED_BY_SSHD, "%s: %d %s", key, s->r.status,
		     s->r.out);
	room_expect_in(s->r.err, "Permission denied (publickey)");
	cr_expect_str_eq(s->r.out, "", "%s", s->r.out);
	char *log = server_log(s);
	room_expect_in(log, "Failed publickey");
	cr_expect_null(strstr(log, "failed, status"), "%s", log);
	free(log);
}

Test(ssh_key, that_is_unknown_is_refused)
{
	SERVER(s);

	expect_shut_out(&s, "stranger");
	server_close(&s);
}

Test(ssh_key, that_was_revoked_is_refused_and_the_others_of_the_person_are_not)
{
	SERVER(s);

	server_add_key(&s, "jiaoyu-second", "jiaoyu");
	server_must(&s, "jiaoyu", "whoami");
	server_must(&s, "office", "key revoke 2 --reason 电脑遗失");
	expect_shut_out(&s, "jiaoyu");
	room_expect_in(server_must(&s, "jiaoyu-second", "whoami"), "林老师");
	server_must(&s, "office", "key revoke 4 --reason 换新电脑");
	expect_shut_out(&s, "jiaoyu-second");
	server_close(&s);
}

Test(ssh_key, of_a_person_who_has_left_is_refused)
{
	SERVER(s);

	server_must(&s, "shuiwu", "whoami");
	server_must(&s, "office", "person disable shuiwu");
	expect_shut_out(&s, "shuiwu");
	room_expect_in(server_must(&s, "jiaoyu", "whoami"), "林老师");
	server_close(&s);
}

/* Forwarding. Behind each line stands sshd itself, which would greet who got through. */

static bool is_greeted(int fd)
{
	char got[256];
	size_t n = 0;
	ssize_t part;

	while (n + 1 < sizeof got && (part = read(fd, got + n, sizeof got - 1 - n)) > 0)
		n += (size_t)part;
	got[n] = '\0';
	close(fd);
	return memmem(got, n, "SSH-", 4) != NULL;
}

static int call_port(int port)
{
	struct sockaddr_in a = {.sin_family = AF_INET,
				.sin_port = htons((uint16_t)port),
				.sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
	int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);

	cr_assert_eq(connect(fd, (struct sockaddr *)&a, sizeof a), 0, "port %d", port);
	return fd;
}

static int call_socket(const char *path)
{
	struct sockaddr_un a = {.sun_family = AF_UNIX};
	int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);

	snprintf(a.sun_path, sizeof a.sun_path, "%s", path);
	cr_assert_eq(connect(fd, (struct sockaddr *)&a, sizeof a), 0, "%s", path);
	return fd;
}

/* The client listens before it asks for the interface. */
Test(ssh_forwarding, to_the_server_leads_nowhere)
{
	SERVER(s);
	char *path = tmp_path(&s.room.tmp, "line");
	char *line = xasprintf("%s:127.0.0.1:%d", path, s.port);

	struct pty *p = server_sit(&s, "jiaoyu", "-L", line, NULL);
	pty_expect(p, "What I owe");
	cr_expect(is_greeted(call_port(s.port)), "sshd greets nobody: this test is blind");
	cr_expect_not(is_greeted(call_socket(path)));
	room_press(p, "0");
	pty_expect(p, "Main menu");
	pty_end(p);
	free(line);
	free(path);
	server_close(&s);
}

/* A SOCKS client that asks for sshd: the ssh client says yes before it has asked the server. */
Test(ssh_forwarding, to_anywhere_leads_nowhere)
{
	SERVER(s);
	int port = server_free_port();
	char *line = xasprintf("127.0.0.1:%d", port);
	unsigned char ask[] = {4, 1, (unsigned char)(s.port >> 8), (unsigned char)s.port, 127, 0, 0,
			       1, 0};

	struct pty *p = server_sit(&s, "jiaoyu", "-D", line, NULL);
	pty_expect(p, "What I owe");
	int fd = call_port(port);
	cr_assert_eq(write(fd, ask, sizeof ask), (ssize_t)sizeof ask);
	cr_expect_not(is_greeted(fd));
	pty_end(p);
	free(line);
	server_close(&s);
}

static const char *const refusals[][2] = {
	{"-W", "administratively prohibited"},
	{"-R", "remote port forwarding failed"},
};

Test(ssh_forwarding, of_any_other_kind_is_refused)
{
	SERVER(s);
	char *target = xasprintf("127.0.0.1:%d", s.port), *back = xasprintf("0:%s", target);

	for (size_t i = 0; i < sizeof refusals / sizeof refusals[0]; i++) {
		const char *kind = refusals[i][0];
		cr_expect_eq(server_run(&s, NULL, "jiaoyu", "-o", "ExitOnForwardFailure=yes", kind,
					strcmp(kind, "-R") == 0 ? back : target, "duban", NULL),
			     REFUSED_BY_SSHD, "%s", kind);
		room_expect_in(s.r.err, refusals[i][1]);
		cr_expect_null(strstr(s.r.out, "SSH-"), "%s", s.r.out);
	}
	free(target);
	free(back);
	server_close(&s);
}

Test(ssh_forwarding, of_a_screen_or_an_agent_is_refused)
{
	SERVER(s);
	static const char *const screen[] = {"DISPLAY=:77", NULL};
	char *key = server_key_path(&s, "jiaoyu", ""), *line, *log;

	server_run(&s, &(struct run_how){.env = screen}, "jiaoyu", "-Y", "duban", "whoami", NULL);
	room_expect_in(s.r.out, "林老师");
	room_expect_in(s.r.err, "X11 forwarding request failed");
	run_free(&s.r);
	line = xasprintf("ssh -F %s -i %s -A duban whoami; kill $SSH_AGENT_PID", s.ssh_config, key);
	run_words(&s.r, &(struct run_how){.program = "ssh-agent"}, "sh", "-c", line, NULL);
	room_expect_in(s.r.out, "林老师");
	log = server_log(&s);
	room_expect_in(log, "agent forwarding disabled");
	free(log);
	free(line);
	free(key);
	server_close(&s);
}

/* Shells, and the programs that clients ask for by themselves. %s is a file that is not there, and
 * would be if any of it ran. `told` is what access says of it; NULL: such a verb has run. */
static const struct {
	const char *line, *told;
} attempts[] = {
	{"sh", "sh"},
	{"bash -i", "bash -i"},
	{"/bin/sh", "/bin/sh"},
	{"sh -c 'touch %s'", "sh -c"},
	{"touch %s", "touch"},
	{"exec touch %s", "exec"},
	{"env touch %s", "env"},
	{"; touch %s", "; …"},
	{"list; touch %s", "list; …"},
	{"list && touch %s", "list …"},
	{"list || touch %s", "list …"},
	{"list | tee %s", "list …"},
	{"list & touch %s", "list …"},
	{"list > %s", "list …"},
	{"list\ntouch %s", "list …"},
	{"$(touch %s)", "$(touch …"},
	{"list $(touch %s)", "list …"},
	{"`touch %s`", "`touch …"},
	{"list `touch %s`", "list …"},
	{"list <(touch %s)", "list …"},
	{"list --unit \"$(touch %s)\"", NULL},
	{"scp -t %s", "scp -t"},
	{"rsync --server -e.LsfxCIvu . %s", "rsync --server -e"},
	{"git-upload-pack '%s'", "git-upload-pack"},
	{"git-receive-pack '%s'", "git-receive-pack"},
	{"git-shell", "git-shell"},
	{"cvs server", "cvs"},
	{"svnserve -t", "svnserve -t"},
	{"internal-sftp", "internal-sftp"},
	{"/usr/lib/openssh/sftp-server", "/usr/lib/openssh/sftp-server"},
	{"session --key 1", "session --key"},
	{"duban session --key 1", "session --key"},
	{"ssh-keys root ssh-ed25519 AAAA", "ssh-keys"},
	{"backup %s", "backup"},
	{"list --db %s", "list --db"},
	{"print --all --output %s", "print --all --output"},
};

/* What is no verb is answered by what there is; what is quoted is a name like any other. */
static bool is_explained(const char *err)
{
	return strstr(err, "no shell") || strstr(err, "names a file of the server") ||
	       strstr(err, "there is no unit");
}

/* Who is asked to look at what has been tried finds it all. */
static void expect_told(struct server *s)
{
	const char *told = server_must(s, "office", "access list --limit 200 --format tsv");

	for (size_t i = 0; i < sizeof attempts / sizeof attempts[0]; i++) {
		if (!attempts[i].told)
			continue;
		char *row = xasprintf("\t127.0.0.1\trefused\t%s\n", attempts[i].told);
		room_expect_in(told, row);
		free(row);
	}
}

Test(ssh_shell, is_there_for_nobody)
{
	SERVER(s);
	char *marker = tmp_path(&s.room.tmp, "marker");

	for (size_t i = 0; i < sizeof attempts / sizeof attempts[0]; i++) {
		const char *attempt = attempts[i].line, *mark = strstr(attempt, "%s");
		int before = mark ? (int)(mark - attempt) : (int)strlen(attempt);
		char *line = xasprintf("%.*s%s%s", before, attempt, mark ? marker : "",
				       mark ? mark + 2 : "");
		int status = server_say(&s, i % 2 ? "office" : "jiaoyu", line);
		cr_expect(status > 0 && status < 127, "%s: %d", line, status);
		cr_expect(is_explained(s.r.err), "%s: %s", line, s.r.err);
		cr_expect_str_eq(s.r.out, "", "%s: %s", line, s.r.out);
		cr_expect_neq(access(marker, F_OK), 0, "%s has run", line);
		free(line);
	}
	expect_told(&s);
	free(marker);
	server_close(&s);
}

/* On a terminal too: what is typed ahead is nobody's either. */
Test(ssh_shell, is_not_there_on_a_terminal)
{
	SERVER(s);
	struct pty *p = server_sit(&s, "jiaoyu", "-o", "RemoteCommand=bash -i", NULL);

	pty_type(p, "touch marker\r");
	pty_expect(p, "this is no shell");
	cr_expect_eq(pty_wait_exit(p), 2);
	pty_end(p);
	server_close(&s);
}

static bool is_installed(const char *program)
{
	char *path = xasprintf("/usr/bin/%s", program);
	bool is = access(path, X_OK) == 0;

	free(path);
	return is;
}

/* The clients of today ask for the subsystem sftp, whose answer they do not show. */
Test(ssh_shell, copies_no_files)
{
	SERVER(s);
	char *there = tmp_path(&s.room.tmp, "there"), *target = xasprintf("duban:%s", there);
	char *key = server_key_path(&s, "jiaoyu", "");
	char *rsh = xasprintf("ssh -F %s -i %s", s.ssh_config, key);
	struct run_how how = {.program = "scp"};

	cr_expect_neq(server_run(&s, &how, "jiaoyu", s.ssh_config, target, NULL), 0);
	cr_expect_neq(server_run(&s, &how, "jiaoyu", "-O", s.ssh_config, target, NULL), 0);
	room_expect_in(s.r.err, "\"scp\" does not run here");
	cr_expect_neq(server_run(&s, &how, "jiaoyu", "duban:/etc/passwd", there, NULL), 0);
	how = (struct run_how){.program = "sftp", .input = "put ssh_config there\n"};
	cr_expect_neq(server_run(&s, &how, "jiaoyu", "-b", "-", "duban", NULL), 0);
	cr_expect_neq(server_run(&s, NULL, "jiaoyu", "-s", "duban", "sftp", NULL), 0);
	cr_expect_str_eq(s.r.out, "");
	if (is_installed("rsync")) {
		run_free(&s.r);
		run_words(&s.r, &(struct run_how){.program = "rsync"}, "-e", rsh, s.ssh_config,
			  target, NULL);
		cr_expect_neq(s.r.status, 0);
		room_expect_in(s.r.err, "\"rsync\" does not run here");
	}
	cr_expect_neq(access(there, F_OK), 0);
	free(rsh);
	free(key);
	free(target);
	free(there);
	server_close(&s);
}
