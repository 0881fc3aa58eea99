/* Sittings by name. All of them run on one machine, where the file lies: a process can be asked. */
#include "tui/app/seat.h"

#include "core/i18n.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>

char *seat_name(char out[SEAT_TEXT], const char *terminal, long pid, const char *remote)
{
	if (strncmp(terminal, "/dev/", 5) == 0)
		terminal += 5;
	snprintf(out, SEAT_TEXT, "%s %ld%s%s", *terminal ? terminal : "-", pid, *remote ? " " : "",
		 remote);
	return out;
}

/* The parts of a name; false when it is none. */
static bool read_seat(const char *seat, char terminal[SEAT_TEXT], int *pid, char remote[SEAT_TEXT])
{
	*remote = '\0';
	return strlen(seat) < SEAT_TEXT &&
	       sscanf(seat, "%127s %d %127s", terminal, pid, remote) >= 2;
}

bool seat_is_living(const char *seat)
{
	char terminal[SEAT_TEXT], remote[SEAT_TEXT];
	int pid;

	return read_seat(seat, terminal, &pid, remote) && pid > 0 &&
	       (kill(pid, 0) == 0 || errno == EPERM);
}

const char *seat_label(struct arena *a, const char *seat)
{
	char terminal[SEAT_TEXT], remote[SEAT_TEXT];
	int pid;

	if (!read_seat(seat, terminal, &pid, remote))
		return _("another window");
	return *remote ? arena_printf(a, _("%s (%s)"), terminal, remote)
		       : arena_strdup(a, terminal);
}
