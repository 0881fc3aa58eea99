/* The file itself: whose it is, who else could read or replace it, where it lies, its copies. */
#include "cli/doctor.h"

#include "core/date.h"
#include "core/rule/rotation.h"
#include "db/store_place.h"

#include <dirent.h>
#include <errno.h>
#include <string.h>
#include <unistd.h>

enum { SPACE_LEAST_MIB = 64, BACKUP_OLD_DAYS = 2, BACKUP_LOST_DAYS = 8 };

static void check_file(struct doctor *d)
{
	if (!d->has_db)
		doctor_say(d, DOCTOR_WRONG,
			   _("cannot open %s: %s; `duban init` makes it, in the account that is to "
			     "own it"),
			   d->db, strerror(errno));
	else if (d->file.st_uid != getuid() && getuid() != 0)
		doctor_say(d, DOCTOR_WRONG,
			   _("it belongs to %s: run this in that account, or as root"), d->owner);
	else if (d->file.st_mode & 077)
		doctor_say(d, DOCTOR_WRONG, _("others can open it: chmod 600 %s"), d->db);
	else if (d->file.st_uid == 0)
		doctor_say(d, DOCTOR_WARNING,
			   _("it belongs to root: give it to an account of its own, duban-setup(7) "
			     "tells how"));
	else
		doctor_say(d, DOCTOR_OK, _("only %s can open it"), d->owner);
}

static void check_folder(struct doctor *d)
{
	struct stat st;

	if (stat(d->folder, &st))
		doctor_say(d, DOCTOR_WRONG, _("cannot open %s: %s"), d->folder, strerror(errno));
	else if (d->has_db && st.st_uid != d->file.st_uid)
		doctor_say(d, DOCTOR_WRONG,
			   _("it belongs to another account than the file: chown %s %s"), d->owner,
			   d->folder);
	else if (st.st_mode & 022)
		doctor_say(d, DOCTOR_WRONG,
			   _("others can replace what lies in it: chmod 700 %s, or move the file "
			     "into a folder of its own"),
			   d->folder);
	else if (st.st_mode & 055)
		doctor_say(d, DOCTOR_WARNING, _("others can see what lies in it: chmod 700 %s"),
			   d->folder);
	else
		doctor_say(d, DOCTOR_OK, _("nobody else gets into %s"), d->folder);
}

static void check_beside(struct doctor *d)
{
	static const char *const ends[] = {"-wal", "-shm"};

	for (size_t i = 0; i < sizeof ends / sizeof ends[0]; i++) {
		const char *path = arena_printf(d->arena, "%s%s", d->db, ends[i]);
		struct stat st;

		if (stat(path, &st))
			continue;
		if (d->has_db && st.st_uid != d->file.st_uid)
			return doctor_say(d, DOCTOR_WRONG,
					  _("%1$s does not belong to %2$s, who cannot write then: "
					    "chown %2$s %1$s"),
					  path, d->owner);
		if (st.st_mode & 077)
			return doctor_say(d, DOCTOR_WRONG, _("others can open it: chmod 600 %s"),
					  path);
	}
	doctor_say(d, DOCTOR_OK, _("they belong to the file"));
}

static void check_place(struct doctor *d)
{
	struct store_place place;
	struct err e = ERR_INIT;
	bool allowed = strcmp(config_text(&d->cli->config, CONFIG_NETWORK), "allowed") == 0;

	if (store_place_read(d->db, &place, &e) < 0)
		doctor_say(d, DOCTOR_WRONG, "%s", e.text);
	else if (!place.network)
		doctor_say(d, DOCTOR_OK, _("a disk of this machine"));
	else
		doctor_say(d, allowed ? DOCTOR_WARNING : DOCTOR_WRONG,
			   _("%s, a file system of the network: where two machines write at once, "
			     "what was entered gets lost; move the file to a disk of this machine"),
			   place.network);
}

static void check_space(struct doctor *d)
{
	struct store_place place;
	struct err e = ERR_INIT;
	int64_t needed = (int64_t)SPACE_LEAST_MIB << 20, mib;

	if (store_place_read(d->db, &place, &e) < 0)
		return doctor_say(d, DOCTOR_WRONG, "%s", e.text);
	if (d->has_db && d->file.st_size > needed)
		needed = d->file.st_size;
	mib = place.free_bytes >> 20;
	if (place.free_bytes < needed)
		doctor_say(d, DOCTOR_WRONG,
			   _("only %lld MiB are free, too few to copy the file once: make room"),
			   (long long)mib);
	else if (place.free_bytes < place.nbytes / 20)
		doctor_say(d, DOCTOR_WARNING, _("only %lld MiB are free: make room in time"),
			   (long long)mib);
	else
		doctor_say(d, DOCTOR_OK, _("%lld MiB are free"), (long long)mib);
}

/* The day of the newest backup in the folder; how many days ago, -1: there is none. */
static int backup_age(struct doctor *d, const char *folder)
{
	struct date made, newest = {0};
	DIR *dir = opendir(folder);
	const struct dirent *entry;

	while (dir && (entry = readdir(dir)))
		if (rotation_date(entry->d_name, &made) &&
		    (!date_is_set(newest) || date_cmp(made, newest) > 0))
			newest = made;
	if (dir)
		closedir(dir);
	if (!date_is_set(newest))
		return -1;
	return date_to_days(d->cli->now.today) - date_to_days(newest);
}

static void judge_age(struct doctor *d, const char *folder)
{
	int days = backup_age(d, folder);

	if (days < 0)
		doctor_say(d, DOCTOR_WRONG, _("there is none yet: run `duban backup`"));
	else if (days > BACKUP_OLD_DAYS)
		doctor_say(d, days > BACKUP_LOST_DAYS ? DOCTOR_WRONG : DOCTOR_WARNING,
			   _("the last one is %d days old: run `duban backup`, and see why its "
			     "timer does not"),
			   days);
	else
		doctor_say(d, DOCTOR_OK,
			   Q_("the last one is %d day old", "the last one is %d days old", days),
			   days);
}

static void check_backup(struct doctor *d)
{
	const char *folder = config_text(&d->cli->config, CONFIG_BACKUP_FOLDER);
	struct stat st;

	if (!*folder)
		return doctor_say(d, DOCTOR_WRONG,
				  _("no folder is set: write backup = { folder = \"DIR\"; }; into "
				    "the configuration, best on another disk"));
	if (stat(folder, &st))
		return doctor_say(d, DOCTOR_WRONG, _("cannot open %s: %s"), folder,
				  strerror(errno));
	if (st.st_mode & 077)
		doctor_say(d, DOCTOR_WRONG, _("others can get at the backups: chmod 700 %s"),
			   folder);
	if (d->has_db && st.st_dev == d->file.st_dev)
		doctor_say(d, DOCTOR_WARNING,
			   _("%s lies on the same disk as the file: when the disk fails both are "
			     "gone"),
			   folder);
	judge_age(d, folder);
}

const struct doctor_check doctor_file_checks[] = {
	{"file", N_("Database file"), check_file},
	{"folder", N_("Its folder"), check_folder},
	{"beside", N_("Files beside it"), check_beside},
	{"place", N_("File system"), check_place},
	{"space", N_("Free space"), check_space},
	{"backup", N_("Backups"), check_backup},
	{NULL, NULL, NULL},
};
