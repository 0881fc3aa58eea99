/* The number of a process is used again; with the time of its start, counted from the start of the
 * machine, and the number that the kernel gives to that, it is its own. All of it is in /proc. */
#include "cli/process.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { START_FIELD = 22, STAT_BYTES = 1024, BOOT_BYTES = 40, NAME_BYTES = 128 };

/* A file of one line; empty when it cannot be read. */
static void read_line(const char *path, char *out, int nbytes)
{
	FILE *in = fopen(path, "re");

	if (!in || !fgets(out, nbytes, in))
		*out = '\0';
	if (in)
		fclose(in);
	out[strcspn(out, "\n")] = '\0';
}

/* "1234 567890 BOOT"; empty where there is no such process. */
static void write_name(long pid, char out[NAME_BYTES])
{
	char path[64], stat[STAT_BYTES], boot[BOOT_BYTES];
	const char *s;

	*out = '\0';
	snprintf(path, sizeof path, "/proc/%ld/stat", pid);
	read_line(path, stat, sizeof stat);
	/* the second field is in brackets, with any text in them */
	s = strrchr(stat, ')');
	for (int field = 2; s && field < START_FIELD; field++)
		s = strchr(s + 1, ' ');
	if (!s)
		return;
	read_line("/proc/sys/kernel/random/boot_id", boot, sizeof boot);
	snprintf(out, NAME_BYTES, "%ld %.*s %s", pid, (int)strcspn(s + 1, " "), s + 1, boot);
}

const char *process_name(struct arena *a)
{
	char name[NAME_BYTES];

	write_name((long)getpid(), name);
	return arena_strdup(a, name);
}

bool process_is_alive(const char *name)
{
	char now[NAME_BYTES];

	write_name(strtol(name, NULL, 10), now);
	return *name && strcmp(name, now) == 0;
}
