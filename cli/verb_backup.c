/*
 * Copies of the whole file: making one, going back to one, verifying the file or a copy. They are
 * the business of the Unix user whose file it is, so they ask for no person: a timer runs them.
 */
#include "cli/cli.h"
#include "cli/input.h"
#include "cli/progress_bar.h"
#include "core/log_text.h"
#include "db/store_access.h"
#include "db/store_backup.h"
#include "db/store_renew.h"
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

static int check_owner(const char *path, struct err *e)
{
	return getuid() == 0 ? 0 : store_owned_by(path, getuid(), e);
}

/* What a thief or somebody who has left could have come in with. */
static void tell_shut(const struct restored *r)
{
	if (r->nkeys)
		printf(Q_("%zu key that had been revoked since is revoked here too\n",
			  "%zu keys that had been revoked since are revoked here too\n",
			  (int)r->nkeys),
		       r->nkeys);
	if (r->npeople)
		printf(Q_("%zu person who had been shut out since is shut out here too\n",
			  "%zu persons who had been shut out since are shut out here too\n",
			  (int)r->npeople),
		       r->npeople);
	if (r->let_in)
		printf(_("%s had been shut out since, but is the last administrator here and is "
			 "let in; once another one is there: duban person disable %s\n"),
		       r->let_in, r->let_in);
}

/* What people were typing, which is theirs alone. */
static void tell_drafts(size_t n)
{
	if (n)
		printf(Q_("%zu text that somebody was typing is kept here too\n",
			  "%zu texts that people were typing are kept here too\n", (int)n),
		       n);
}

static void tell_restored(struct cli *cli, const struct restored *r)
{
	if (r->replaced)
		printf(_("what was there before is kept as %s\n"), r->replaced);
	tell_shut(r);
	tell_drafts(r->ndrafts);
	for (size_t i = 0; i < r->posts.n; i++) {
		const struct restored_post *p = &r->posts.at[i];

		printf(_("%s (%s) is %s again, which had ended since; duban person post --end ends "
			 "it\n"),
		       p->person, p->login, log_post_label(&cli->arena, p->post));
	}
	if (!r->is_known)
		puts(_("what had been revoked and ended since cannot be read: keys, persons and "
		       "posts are those of the day of the backup; look through them (duban key "
		       "list, duban person list)"));
}

int verb_restore(struct cli *cli, struct err *e)
{
	const char *from = cli_operand(cli, 0);
	struct progress_bar bar;
	struct restored done;
	struct actor who;

	if (cli_database(cli, &cli->db, e) < 0 || own_actor(cli, &who, e) < 0)
		return -1;
	if (access(cli->db, F_OK) == 0 && check_owner(cli->db, e) < 0)
		return -1;
	progress_bar_begin(&bar);
	int rc = store_restore(from, cli->db, &who, cli_has(cli, "force"), &bar.progress,
			       &cli->arena, &done, e);
	progress_bar_end(&bar);
	if (rc < 0)
		return -1;
	printf(_("%s is what %s was\n"), cli->db, from);
	tell_restored(cli, &done);
	return 0;
}

struct judge {
	struct cli *cli;
	struct progress_bar *bar;
};

static void tell_found(const struct renewal *r)
{
	if (r->log_is_lost && r->nlost)
		printf(Q_("of the last writes at least %lld is lost; what is left is whole\n",
			  "of the last writes at least %lld are lost; what is left is whole\n",
			  (int)r->nlost),
		       (long long)r->nlost);
	else if (r->log_is_lost)
		puts(_("some of the last writes are lost; what is left is whole"));
	if (r->had_sums && r->npages)
		printf(Q_("%zu page is not what duban has written; everything else is whole\n",
			  "%zu pages are not what duban has written; everything else is whole\n",
			  (int)r->npages),
		       r->npages);
	else if (!r->had_sums)
		puts(_("the pages of this file have no sums yet; everything is whole"));
}

static int ask_renewal(void *to, const struct renewal *r, struct err *e)
{
	const struct judge *judge = to;
	struct cli *cli = judge->cli;

	progress_bar_end(judge->bar);
	for (size_t i = 0; i < r->npages && i < RENEWAL_TOLD; i++)
		puts(r->at[i]);
	tell_found(r);
	fflush(stdout);
	if (cli_has(cli, "yes") ||
	    (input_can_ask() && input_ask(_("Take what stands there now as it is?"))))
		return 0;
	return err_set(e, ERR_INPUT,
		       _("nothing was changed: --yes takes the file as it is; who does not know "
			 "what has written into it restores the last backup (duban restore)"));
}

static int renew(struct cli *cli, const char *path, struct err *e)
{
	struct progress_bar bar;
	struct judge judge = {cli, &bar};
	struct renewal done;
	struct actor who;

	if (own_actor(cli, &who, e) < 0 || check_owner(path, e) < 0)
		return -1;
	progress_bar_begin(&bar);
	int rc = store_renew(path, &who, &(struct renewal_judge){ask_renewal, &judge},
			     &bar.progress, &cli->arena, &done, e);
	progress_bar_end(&bar);
	if (rc < 0)
		return -1;
	if (done.had_sums && !done.npages && !done.log_is_lost)
		printf(_("%s is whole, nothing was changed\n"), path);
	else
		printf(_("%s is taken as it is, all its pages have sums\n"), path);
	if (done.copy)
		printf(_("what was there before is kept as %s\n"), done.copy);
	return 0;
}

/* Damage, or another program. */
static int refuse_pages(const char *path, size_t n, struct err *e)
{
	return err_set(e, ERR_FORMAT,
		       Q_("%s: %zu page is not what duban has written: let nobody work with it; if "
			  "another program has written into it, run duban check --renew, else keep "
			  "it and restore the last backup (duban restore)",
			  "%s: %zu pages are not what duban has written: let nobody work with it; "
			  "if another program has written into it, run duban check --renew, else "
			  "keep it and restore the last backup (duban restore)",
			  (int)n),
		       path, n);
}

int verb_check(struct cli *cli, struct err *e)
{
	const char *path = cli_operand(cli, 0);
	struct verify_findings f;
	struct progress_bar bar;

	if (!path && cli_database(cli, &path, e) < 0)
		return -1;
	if (cli_has(cli, "renew"))
		return renew(cli, path, e);
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
	if (f.npages)
		return refuse_pages(path, f.npages, e);
	return err_set(e, ERR_FORMAT,
		       Q_("%s is not whole, %zu fault was found: let nobody work with it, keep it "
			  "and restore the last backup (duban restore)",
			  "%s is not whole, %zu faults were found: let nobody work with it, keep "
			  "it and restore the last backup (duban restore)",
			  (int)f.n),
		       path, f.n);
}
