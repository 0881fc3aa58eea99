/*
 * Loaded before the C library of a program under test: its monotonic clock is ahead by as many
 * seconds as the file says that TEST_CLOCK names, so that an hour passes when a test says so. Waits
 * last as long as ever.
 */
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

static long seconds_ahead(void)
{
	const char *path = getenv("TEST_CLOCK");
	char text[24] = "";
	int fd = path ? open(path, O_RDONLY | O_CLOEXEC) : -1;

	if (fd < 0)
		return 0;
	ssize_t n = read(fd, text, sizeof text - 1);
	close(fd);
	return n > 0 ? strtol(text, NULL, 10) : 0;
}

int clock_gettime(clockid_t clock, struct timespec *t)
{
	int rc = (int)syscall(SYS_clock_gettime, clock, t);

	if (rc == 0 && clock == CLOCK_MONOTONIC)
		t->tv_sec += seconds_ahead();
	return rc;
}
