/* Starting a child process with three open files. */
#include "exchange/child.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/mman.h>
#include <unistd.h>

int child_write(int fd, const char *bytes, size_t nbytes)
{
	while (nbytes > 0) {
		ssize_t n = write(fd, bytes, nbytes);

		if (n < 0 && errno != EINTR)
			return -1;
		if (n > 0)
			bytes += n, nbytes -= (size_t)n;
	}
	return 0;
}

int child_input(const char *name, const char *bytes, size_t nbytes)
{
	int fd = memfd_create(name, MFD_CLOEXEC);

	if (fd < 0 || (child_write(fd, bytes, nbytes) == 0 && lseek(fd, 0, SEEK_SET) == 0))
		return fd;
	int why = errno;

	close(fd);
	errno = why;
	return -1;
}

static void set_signals(posix_spawnattr_t *attributes, bool group)
{
	sigset_t none, all;

	sigemptyset(&none);
	sigfillset(&all);
	posix_spawnattr_setsigmask(attributes, &none);
	posix_spawnattr_setsigdefault(attributes, &all);
	posix_spawnattr_setpgroup(attributes, 0);
	posix_spawnattr_setflags(attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF |
						     (group ? POSIX_SPAWN_SETPGROUP : 0));
}

int child_spawn(pid_t *pid, const struct child_start *start)
{
	const char *program = start->program ? start->program : start->argv[0];
	posix_spawn_file_actions_t files;
	posix_spawnattr_t attributes;
	int failed;

	posix_spawnattr_init(&attributes);
	set_signals(&attributes, start->group);
	posix_spawn_file_actions_init(&files);
	posix_spawn_file_actions_adddup2(&files, start->input, STDIN_FILENO);
	posix_spawn_file_actions_adddup2(&files, start->output, STDOUT_FILENO);
	if (start->errors >= 0)
		posix_spawn_file_actions_adddup2(&files, start->errors, STDERR_FILENO);
	else
		posix_spawn_file_actions_addopen(&files, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
	failed = posix_spawnp(pid, program, &files, &attributes, (char *const *)(size_t)start->argv,
			      environ);
	posix_spawn_file_actions_destroy(&files);
	posix_spawnattr_destroy(&attributes);
	return failed;
}
