/* Limits of the kernel, which no mistake in a library can lift. */
#include "convert/limits.h"

#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

enum { MEMORY_MB = 1536, OUTPUT_MB = 64, CPU_SECONDS = 20, SECONDS = 40 };

/* Sanitizers lay out their own memory over more addresses than any limit leaves. */
#if defined(__SANITIZE_ADDRESS__)
#define SANITIZED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define SANITIZED 1
#endif
#endif
#ifndef SANITIZED
#define SANITIZED 0
#endif

static int set(int what, rlim_t most)
{
	struct rlimit limit = {most, most};

	return setrlimit((__rlimit_resource_t)what, &limit);
}

int limits_set(void)
{
	rlim_t mb = 1 << 20;

	alarm(SECONDS);
	if (set(RLIMIT_CORE, 0) < 0 || set(RLIMIT_CPU, CPU_SECONDS) < 0 ||
	    set(RLIMIT_FSIZE, OUTPUT_MB * mb) < 0 ||
	    (!SANITIZED && set(RLIMIT_AS, MEMORY_MB * mb) < 0))
		return -1;
	return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
}

int limits_close_doors(void)
{
	return SANITIZED ? 0 : set(RLIMIT_NOFILE, 0);
}
