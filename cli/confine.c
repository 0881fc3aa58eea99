/*
 * The list of what a session reaches, handed to the kernel. Unix sockets and the network are left
 * open, since the printer and the command for notices are behind them. The C library has no
 * functions for Landlock: its three calls are made by number.
 */
#include "cli/confine.h"

#include "core/i18n.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <linux/landlock.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

/* Newer than the headers of the oldest system that this is built on. */
#ifndef LANDLOCK_ACCESS_FS_TRUNCATE
#define LANDLOCK_ACCESS_FS_TRUNCATE (1ULL << 14)
#endif

#define READING	 (LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR)
#define RUNNING	 (READING | LANDLOCK_ACCESS_FS_EXECUTE)
#define DEVICE	 (READING | LANDLOCK_ACCESS_FS_WRITE_FILE | LANDLOCK_ACCESS_FS_TRUNCATE)
#define KEEPING	 (DEVICE | LANDLOCK_ACCESS_FS_MAKE_REG | LANDLOCK_ACCESS_FS_REMOVE_FILE)
#define OF_FILES (DEVICE | LANDLOCK_ACCESS_FS_EXECUTE)

static const struct place {
	const char *path;
	uint64_t access;
} places[] = {
	{"/usr", RUNNING},	   {"/bin", RUNNING},	      {"/sbin", RUNNING},
	{"/lib", RUNNING},	   {"/lib32", RUNNING},	      {"/lib64", RUNNING},
	{"/etc", READING},	   {"/run/systemd", READING}, /* names of machines are found there
							       */
	{"/proc", READING},				      /* which sessions are alive */
	{"/dev/null", DEVICE},	   {"/dev/zero", READING},    {"/dev/random", READING},
	{"/dev/urandom", READING}, {"/dev/tty", DEVICE},
};

/* Beside the program: its helper and its translations, in a build folder or an installation. */
static const struct place beside[] = {
	{"", RUNNING},
	{"/../libexec/duban", RUNNING},
	{"/../share", READING},
};

int confine_version(void)
{
	long version = syscall(SYS_landlock_create_ruleset, NULL, (size_t)0,
			       LANDLOCK_CREATE_RULESET_VERSION);

	return version < 0 ? 0 : (int)version;
}

/* All that this kernel can forbid, as far as it is known here. */
static uint64_t forbidden(int version)
{
	uint64_t access = (LANDLOCK_ACCESS_FS_MAKE_SYM << 1) - 1;

	if (version >= 2)
		access |= LANDLOCK_ACCESS_FS_REFER;
	if (version >= 3)
		access |= LANDLOCK_ACCESS_FS_TRUNCATE;
	return access;
}

static int allow_opened(int rules, uint64_t known, int fd, uint64_t access)
{
	struct landlock_path_beneath_attr rule = {.allowed_access = access & known,
						  .parent_fd = fd};
	struct stat st;

	if (fstat(fd, &st) == 0 && !S_ISDIR(st.st_mode))
		rule.allowed_access &= OF_FILES & ~LANDLOCK_ACCESS_FS_READ_DIR;
	return syscall(SYS_landlock_add_rule, rules, LANDLOCK_RULE_PATH_BENEATH, &rule, 0) ? -1 : 0;
}

/* What is not there needs no rule. */
static int allow(int rules, uint64_t known, const char *path, uint64_t access)
{
	int fd = open(path, O_PATH | O_CLOEXEC), failed;

	if (fd < 0)
		return 0;
	failed = allow_opened(rules, known, fd, access);
	close(fd);
	return failed;
}

/* By what is open and not by its name, which is another's once this line has dropped; the terminals
 * beside it belong to other people in the same account. */
static int allow_terminal(int rules, uint64_t known)
{
	return isatty(STDIN_FILENO) ? allow_opened(rules, known, STDIN_FILENO, DEVICE) : 0;
}

/* The folder of a file, links in its path followed; "" when there is none. */
static const char *folder_of_file(struct arena *a, const char *path)
{
	char *real = realpath(path, NULL);
	const char *folder = "";

	if (real && strrchr(real, '/'))
		folder = arena_strndup(a, real, (size_t)(strrchr(real, '/') - real) + 1);
	free(real);
	return folder;
}

static int allow_program(struct arena *a, int rules, uint64_t known)
{
	const char *folder = folder_of_file(a, "/proc/self/exe");
	int failed = 0;

	for (size_t i = 0; *folder && i < sizeof beside / sizeof beside[0]; i++)
		failed |= allow(rules, known, arena_printf(a, "%s%s", folder, beside[i].path),
				beside[i].access);
	return failed;
}

/* Where the shell would find it; NULL: nowhere. */
static const char *find_program(struct arena *a, const char *word)
{
	const char *path = getenv("PATH");

	if (strchr(word, '/'))
		return word;
	for (size_t n; path && *path; path += n + (path[n] == ':')) {
		const char *file;

		n = strcspn(path, ":");
		file = arena_printf(a, "%.*s/%s", (int)n, path, word);
		if (*path == '/' && access(file, X_OK) == 0)
			return file;
	}
	return NULL;
}

/* What it reads beside itself is the matter of the one who sets it up: duban-setup(7). */
static int allow_start(struct arena *a, int rules, uint64_t known, const char *word)
{
	const char *file = find_program(a, word);

	return file ? allow(rules, known, file, RUNNING) : 0;
}

static int allow_needs(struct arena *a, int rules, uint64_t known, const struct confine_needs *n)
{
	const char *folder = folder_of_file(a, n->db);
	int failed = allow(rules, known, folder, KEEPING);

	/* the engine puts there what it sorts and has no room for, without a name */
	failed |= *folder && setenv("TMPDIR", folder, 1);
	if (n->config_file)
		failed |= allow(rules, known, n->config_file, READING);
	if (n->command)
		failed |= allow_start(a, rules, known, n->command);
	failed |= allow_start(a, rules, known, "lp"); /* the printing command, print/spool.c */
	return failed;
}

static int restrict_files(struct arena *a, const struct confine_needs *needs)
{
	struct landlock_ruleset_attr all = {.handled_access_fs = forbidden(confine_version())};
	uint64_t known = all.handled_access_fs;
	int rules = (int)syscall(SYS_landlock_create_ruleset, &all, sizeof all, 0);
	long failed = 0;

	if (rules < 0)
		return -1;
	for (size_t i = 0; i < sizeof places / sizeof places[0]; i++)
		failed |= allow(rules, known, places[i].path, places[i].access);
	failed |= allow_terminal(rules, known);
	failed |= allow_program(a, rules, known);
	failed |= allow_needs(a, rules, known, needs);
	if (!failed)
		failed = syscall(SYS_landlock_restrict_self, rules, 0);
	close(rules);
	return failed ? -1 : 0;
}

int confine_session(struct arena *a, const struct confine_needs *needs, struct err *e)
{
	const struct rlimit none = {0, 0};

	if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) || prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) ||
	    setrlimit(RLIMIT_CORE, &none) ||
	    (confine_version() > 0 && restrict_files(a, needs) < 0))
		return err_set(e, ERR_IO, _("the session cannot be shut off from the server: %s"),
			       strerror(errno));
	return 0;
}
