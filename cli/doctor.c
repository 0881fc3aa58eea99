/* The run over the table of checks, and what several of them use. */
#include "cli/doctor.h"

#include <libgen.h>
#include <pwd.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

void doctor_say(struct doctor *d, enum doctor_state state, const char *format, ...)
{
	struct strbuf b = STRBUF_INIT;
	va_list ap;

	va_start(ap, format);
	strbuf_vprintf(&b, format, ap);
	va_end(ap);
	*vec_push(d->arena, &d->findings) = (struct doctor_finding){d->now->id, d->now->what, state,
								    arena_strdup(d->arena, b.s)};
	strbuf_free(&b);
}

const char *doctor_weak_part(struct arena *a, const char *path)
{
	char *part = arena_strdup(a, path);
	struct stat st;

	for (;;) {
		char *slash = strrchr(part, '/');

		if (stat(*part ? part : "/", &st) || st.st_uid != 0 || (st.st_mode & 022))
			return *part ? part : "/";
		if (!slash || !*part)
			return NULL;
		*slash = '\0';
	}
}

static const char *folder_of_file(struct arena *a, const char *path)
{
	char *real = realpath(path, NULL);
	const char *folder = dirname(arena_strdup(a, real ? real : path));

	free(real);
	return folder;
}

static void run_checks(struct doctor *d, const struct doctor_check *checks)
{
	for (d->now = checks; d->now->id; d->now++)
		d->now->run(d);
}

void doctor_run(struct doctor *d, struct cli *cli, const char *db)
{
	const struct passwd *pw;

	*d = (struct doctor){.cli = cli, .arena = &cli->arena, .root = "", .db = db, .owner = ""};
	d->has_db = stat(db, &d->file) == 0;
	pw = d->has_db ? getpwuid(d->file.st_uid) : NULL;
	if (pw)
		d->owner = arena_strdup(d->arena, pw->pw_name);
	d->folder = folder_of_file(d->arena, db);
	if (pw)
		(void)sshd_config_read(d->arena, d->owner, &d->sshd, &d->sshd_unknown);
	run_checks(d, doctor_file_checks);
	run_checks(d, doctor_sshd_checks);
	run_checks(d, doctor_host_checks);
}
