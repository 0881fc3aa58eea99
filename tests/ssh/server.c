/*
 * The lines for sshd are taken out of the manual page, so that it is its set-up that is tested; the
 * name of the account and the place of the program alone are put in. The port is one that was free
 * a moment ago: where somebody else was faster, another is tried.
 */
#include "tests/ssh/server.h"

#include "core/mem.h"
#include "tests/support/fatal.h"
#include "tests/support/patience.h"

#include <arpa/inet.h>
#include <dirent.h>
#include <errno.h>
#include <poll.h>
#include <pwd.h>
#include <shadow.h>
#include <signal.h>
#include <stdarg.h>
#include <stdlib.h>
#include <sys/inotify.h>
#include <sys/pidfd.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#define SSHD	 "/usr/sbin/sshd"
#define SSHD_RUN "/run/sshd" /* root's sshd wants an empty folder there */
#define MANUAL	 "man/duban-setup.7"

enum { PATIENCE_MS = 60000, TRIES = 10 };

const char *server_missing(void)
{
	const struct passwd *pw = getpwuid(getuid());
	const struct spwd *locked = pw ? getspnam(pw->pw_name) : NULL;

	if (access(SSHD, X_OK) != 0 || access("/usr/bin/ssh", X_OK) != 0)
		return "openssh-server and openssh-client are not installed";
	if (!pw || strstr(pw->pw_shell, "nologin") || strstr(pw->pw_shell, "false"))
		return "nobody can log in to the account that runs the tests";
	if (locked && locked->sp_pwdp[0] == '!')
		return "the account that runs the tests is locked";
	if (getuid() == 0 && mkdir(SSHD_RUN, 0755) != 0 && errno != EEXIST)
		return SSHD_RUN " cannot be made";
	return NULL;
}

/* Keys */

char *server_key_path(const struct server *s, const char *name, const char *end)
{
	return xasprintf("%s/key-%s%s", s->room.tmp.dir, name, end);
}

void server_make_key(const struct server *s, const char *name)
{
	char *path = server_key_path(s, name, "");
	struct run r;

	run_words(&r, &(struct run_how){.program = "ssh-keygen"}, "-q", "-t", "ed25519", "-N", "",
		  "-C", name, "-f", path, NULL);
	cr_assert_eq(r.status, 0, "%s", r.err);
	run_free(&r);
	free(path);
}

void server_add_key(struct server *s, const char *name, const char *login)
{
	char *path = server_key_path(s, name, ".pub");

	server_make_key(s, name);
	room_must(&s->room, NULL, "key", "add", login ? login : s->account, path, NULL);
	free(path);
}

/* Files of the set-up */

/* The lines of the manual between the example's marks. The caller frees them. */
static char *manual_lines(void)
{
	char *page = tmp_read(MANUAL, NULL), *match, *begin = page, *next;

	cr_assert(page, "no " MANUAL);
	match = strstr(page, "Match User duban");
	cr_assert(match, "no \"Match User\" in " MANUAL);
	while ((next = strstr(begin, ".Bd -literal")) && next < match)
		begin = strchr(next, '\n') + 1;
	char *lines = xasprintf("%.*s", (int)(strstr(match, ".Ed") - begin), begin);
	free(page);
	return lines;
}

static void put_replaced(struct strbuf *b, const char *text, const char *old, const char *new)
{
	const char *found = strstr(text, old);

	cr_assert(found, "no \"%s\" in \"%s\"", old, text);
	strbuf_printf(b, "%.*s%s%s\n", (int)(found - text), text, new, found + strlen(old));
}

static const char *sanitizers_options(const char *name)
{
	const char *options = getenv(name);

	return options ? options : "";
}

/* What every session is given. It reaches no other folder than that of the file: there reports of
 * sanitizers go, and there the clock is. */
static char *session_env(const struct server *s, bool clock)
{
	const char *dir = s->room.tmp.dir, *duban = run_duban();
	int folder = (int)(strrchr(duban, '/') - duban);
	char *loaded = clock ? xasprintf(" LD_PRELOAD=%.*s/tests/clock.so TEST_CLOCK=%s/clock",
					 folder, duban, dir)
			     : xstrdup("");
	char *env = xasprintf("DUBAN_NOW=2021-11-21 "
			      "ASAN_OPTIONS=%s:log_path=%s/report:verify_asan_link_order=0 "
			      "UBSAN_OPTIONS=%s:log_path=%s/report%s",
			      sanitizers_options("ASAN_OPTIONS"), dir,
			      sanitizers_options("UBSAN_OPTIONS"), dir, loaded);

	free(loaded);
	return env;
}

void server_pass(const struct server *s, int minutes)
{
	char *seconds = xasprintf("%d", minutes * 60);

	free(tmp_puts(&s->room.tmp, "clock", seconds));
	free(seconds);
}

/* sshd starts nothing that others than root could have put there, so it is env that it starts. */
static char *keys_command(const struct server *s, const char *config)
{
	char *duban = realpath(run_duban(), NULL), *env = session_env(s, false);
	char *command = xasprintf("/usr/bin/env %s %s --config %s", env, duban, config);

	free(duban);
	free(env);
	return command;
}

static void put_manual(struct strbuf *b, const struct server *s, const char *config)
{
	char *lines = manual_lines(), *rest = lines, *line;
	char *command = keys_command(s, config);

	while ((line = strsep(&rest, "\n"))) {
		if (strstr(line, "/usr/bin/duban"))
			put_replaced(b, line, "/usr/bin/duban", command);
		else if (strstr(line, "User duban"))
			put_replaced(b, line, "duban", s->account);
		else
			strbuf_printf(b, "%s\n", line);
	}
	free(command);
	free(lines);
}

static char *write_sshd_config(const struct server *s, const struct server_how *how,
			       const char *config)
{
	struct strbuf b = STRBUF_INIT;
	char *env = session_env(s, how->clock), *path;

	strbuf_printf(&b,
		      "%s\nPort %d\nListenAddress 127.0.0.1\nHostKey %s/key-host\nPidFile none\n"
		      "UsePAM no\nLogLevel DEBUG\nAcceptEnv LANG LC_*\nSetEnv %s\n"
		      "Subsystem sftp internal-sftp\nX11Forwarding yes\nPermitTunnel yes\n"
		      "AllowTcpForwarding yes\nAllowStreamLocalForwarding yes\n"
		      "AllowAgentForwarding yes\n\n",
		      how->sshd ? how->sshd : "", s->port, s->room.tmp.dir, env);
	put_manual(&b, s, config);
	path = tmp_write(&s->room.tmp, "sshd_config", b.s, b.nbytes);
	strbuf_free(&b);
	free(env);
	return path;
}

/* The key exchange that is not the newest takes a tenth of its time. */
static void write_client_files(struct server *s)
{
	const char *dir = s->room.tmp.dir;
	char *path = server_key_path(s, "host", ".pub"), *key = tmp_read(path, NULL);
	char *known = xasprintf("duban %s", key);
	char *config = xasprintf("Host duban\nHostName 127.0.0.1\nPort %d\nUser %s\n"
				 "HostKeyAlias duban\nUserKnownHostsFile %s/known_hosts\n"
				 "StrictHostKeyChecking yes\nIdentitiesOnly yes\nBatchMode yes\n"
				 "SendEnv LANG LC_*\nKexAlgorithms curve25519-sha256\n",
				 s->port, s->account, dir);

	free(path);
	free(tmp_puts(&s->room.tmp, "known_hosts", known));
	free(s->ssh_config);
	s->ssh_config = tmp_puts(&s->room.tmp, "ssh_config", config);
	free(key);
	free(known);
	free(config);
}

/* sshd */

int server_free_port(void)
{
	struct sockaddr_in a = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
	socklen_t nbytes = sizeof a;
	int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);

	if (fd < 0 || bind(fd, (struct sockaddr *)&a, sizeof a) != 0 ||
	    getsockname(fd, (struct sockaddr *)&a, &nbytes) != 0)
		fatal_errno("no port");
	close(fd);
	return ntohs(a.sin_port);
}

static void start(struct server *s, const char *config)
{
	const char *argv[] = {"-D", "-f", config, "-E", s->log, NULL};

	s->pid = fork();
	if (s->pid < 0)
		fatal_errno("fork");
	if (s->pid == 0) {
		prctl(PR_SET_PDEATHSIG, SIGTERM); /* a test may end anywhere */
		run_become(SSHD, argv, NULL, NULL);
	}
	s->pidfd = pidfd_open(s->pid, 0);
	if (s->pidfd < 0)
		fatal_errno("pidfd_open");
}

char *server_log(const struct server *s)
{
	return tmp_read(s->log, NULL);
}

static bool has_said(const struct server *s, const char *text)
{
	char *log = server_log(s);
	bool has = log && strstr(log, text);

	free(log);
	return has;
}

/* Until the log has the text; false when sshd ends without it. */
static bool wait_log(const struct server *s, const char *text)
{
	struct patience patience = patience_of(PATIENCE_MS);
	struct pollfd fds[] = {{.events = POLLIN}, {s->pidfd, POLLIN, 0}};
	char events[4096];
	int ms;

	fds[0].fd = inotify_init1(IN_CLOEXEC | IN_NONBLOCK);
	if (fds[0].fd < 0 || inotify_add_watch(fds[0].fd, s->log, IN_MODIFY) < 0)
		fatal_errno("inotify");
	while (!has_said(s, text) && !fds[1].revents && (ms = patience_left(&patience)) > 0) {
		poll(fds, 2, ms);
		while (read(fds[0].fd, events, sizeof events) > 0)
			;
	}
	close(fds[0].fd);
	return has_said(s, text);
}

static void stop(struct server *s)
{
	kill(s->pid, SIGTERM);
	while (waitpid(-1, NULL, 0) > 0 || errno == EINTR)
		; /* with it all sessions, which are given to this process */
	close(s->pidfd);
}

static void listen_somewhere(struct server *s, const struct server_how *how, const char *config)
{
	for (int i = 0; i < TRIES; i++) {
		s->port = server_free_port();
		char *path = write_sshd_config(s, how, config);
		free(s->log);
		s->log = tmp_puts(&s->room.tmp, "sshd.log", "");
		start(s, path);
		free(path);
		if (wait_log(s, "Server listening on 127.0.0.1"))
			return;
		stop(s);
		if (!has_said(s, "Address already in use"))
			break;
	}
	cr_assert_fail("sshd does not start: %s", server_log(s));
}

void server_open(struct server *s, const struct server_how *how)
{
	char *settings, *config;

	*s = (struct server){.account = getpwuid(getuid())->pw_name};
	prctl(PR_SET_CHILD_SUBREAPER, 1);
	room_open(&s->room);
	room_see_tour(&s->room);
	server_make_key(s, "host");
	server_make_key(s, "stranger");
	server_add_key(s, "office", NULL);
	server_add_key(s, "jiaoyu", "jiaoyu");
	server_add_key(s, "shuiwu", "shuiwu");
	settings = xasprintf("database = \"%s\";\n%s", s->room.db, how->config ? how->config : "");
	config = tmp_puts(&s->room.tmp, "duban.conf", settings);
	listen_somewhere(s, how, config);
	write_client_files(s);
	free(settings);
	free(config);
}

static void expect_no_reports(const struct server *s)
{
	DIR *dir = opendir(s->room.tmp.dir);
	const struct dirent *file;

	while (dir && (file = readdir(dir))) {
		if (strncmp(file->d_name, "report", strlen("report")) != 0)
			continue;
		char *path = tmp_path(&s->room.tmp, file->d_name), *text = tmp_read(path, NULL);
		cr_expect(!strstr(text, "ERROR:") && !strstr(text, "runtime error:"), "%s", text);
		free(text);
		free(path);
	}
	closedir(dir);
}

void server_close(struct server *s)
{
	stop(s);
	expect_no_reports(s);
	run_free(&s->r);
	free(s->log);
	free(s->ssh_config);
	room_close(&s->room);
}
