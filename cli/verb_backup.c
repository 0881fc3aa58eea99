/*
 * Copies of the whole file: making one, going back to one, verifying the file or a copy. They are
 * the business of the Unix user whose file it is, so they ask for no person: a timer runs them.
 */
#include "cli/cli.h"
#include "cli/progress_bar.h"
#include "db/store_access.h"
#include "db/store_backup.h"
#include "db/store_verify.h"

#include <stdio.h>
#include <unistd.h>

/* The Unix user as the one who acts. */
static int own_actor(struct cli *cli, struct actor *who, struct err *e)
{
	const char *login;

	if (cli_own_login(cli, &login, e) < 0)
		return -1;
	*who = (struct actor){
		.login = login, .name = login, .remote = cli->remote, .now = cli->now};
	return 0;
}

static int open_own(struct cli *cli, struct actor *who, struct err *e)
{
	return cli_database(cli, &cli->db, e) < 0 || own_actor(cli, who, e) < 0 ||
			       store_open(cli->db, &cli->store, e) < 0
		       ? -1
		       : 0;
}

static int backup_folder(const struct cli *cli, const char **folder, struct err *e)
{
	const char *named = cli_operand(cli, 0);

	*folder = named ? named : config_text(&cli->config, CONFIG_BACKUP_FOLDER);
	if (**folder)
		return 0;
	return err_set(e, ERR_INPUT,
		       _("it is not said where to: name a folder, or write backup = { folder = "
			 "\"DIR\"; }; into the configuration"));
}

static void tell_backup(const struct backup *b)
{
	printf(_("%s: %lld bytes, verified\n"), b->path, (long long)b->nbytes);
	printf(_("older backups: %d kept, %d removed\n"), b->nkept, b->nremoved);
}

int verb_backup(struct cli *cli, struct err *e)
{
	const struct config *c = &cli->config;
	const struct rotation r = {.daily = config_number(c, CONFIG_BACKUP_DAILY),
				   .weekly = config_number(c, CONFIG_BACKUP_WEEKLY),
				   .monthly = config_number(c, CONFIG_BACKUP_MONTHLY)};
	struct progress_bar bar;
	struct backup done;
	struct actor who;
	const char *folder;

	if (backup_folder(cli, &folder, e) < 0 || open_own(cli, &who, e) < 0 ||
	    store_access_note(cli->store, &who, ACCESS_EXPORT, "backup", e) < 0)
		return -1;
	progress_bar_begin(&bar);
	int rc = store_backup(cli->store, folder, cli->now, &r, &bar.progress, &cli->arena, &done,
			      e);
	progress_bar_end(&bar);
	if (rc == 0)
		tell_backup(&done);
	return rc;
}

int verb_restore(struct cli *cli, struct err *e)
{
	const char *from = cli_operand(cli, 0), *replaced;
	struct progress_bar bar;
	struct actor who;

	if (cli_database(cli, &cli->db, e) < 0 || own_actor(cli, &who, e) < 0)
		return -1;
	if (access(cli->db, F_OK) == 0 && getuid() != 0 && store_owned_by(cli->db, getuid(), e) < 0)
		return -1;
	progress_bar_begin(&bar);
	int rc = store_restore(from, cli->db, &who, cli_has(cli, "force"), &bar.progress,
			       &cli->arena, &replaced, e);
	progress_bar_end(&bar);
	if (rc < 0)
		return -1;
	printf(_("%s is what %s was\n"), cli->db, from);
	if (replaced)
		printf(_("what was there before is kept as %s\n"), replaced);
	return 0;
}

int verb_check(struct cli *cli, struct err *e)
{
	const char *path = cli_operand(cli, 0);
	struct verify_findings f;
	struct progress_bar bar;

	if (!path && cli_database(cli, &path, e) < 0)
		return -1;
	progress_bar_begin(&bar);
	int rc = store_verify_file(path, &cli->arena, &bar.progress, &f, e);
	progress_bar_end(&bar);
	if (rc < 0)
		return -1;
	for (size_t i = 0; i < f.n && i < VERIFY_FINDINGS; i++)
		puts(f.at[i]);
	if (f.n == 0) {
		printf(_("%s is whole\n"), path);
		return 0;
	}
	return err_set(e, ERR_FORMAT,
		       Q_("%s is not whole, %zu fault was found: let nobody work with it, keep it "
			  "and restore the last backup (duban restore)",
			  "%s is not whole, %zu faults were found: let nobody work with it, keep "
			  "it and restore the last backup (duban restore)",
			  (int)f.n),
		       path, f.n);
}
