/* What `duban doctor` finds where something is amiss, and that it is content where nothing is. */
#include "cli/doctor.h"
#include "core/mem.h"
#include "tests/cli/desk.h"
#include "tests/cli/doctor_desk.h"

#include <criterion/criterion.h>
#include <pwd.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static struct desk d;
static char *copies, *config;

static void open_desk(void)
{
	char *text;

	desk_open(&d);
	copies = tmp_path(&d.tmp, "copies");
	cr_assert_eq(mkdir(copies, 0700), 0);
	cr_assert_eq(chmod(d.tmp.dir, 0700), 0);
	text = xasprintf("backup = { folder = \"%s\"; };\n", copies);
	config = tmp_puts(&d.tmp, "duban.conf", text);
	free(text);
}
static void close_desk(void)
{
	free(copies);
	free(config);
	desk_close(&d);
}
TestSuite(doctor, .init = open_desk, .fini = close_desk);

static int look(void)
{
	return desk_say(&d, "doctor", "--config", config, "--format", "tsv", NULL);
}

/* Something is wrong: the check, and a part of what to change. */
#define FINDS(id, part)                                                                            \
	do {                                                                                       \
		cr_expect_eq(look(), 5, "%d", d.r.status);                                         \
		HAS(d.r.out, "\n" id "\t");                                                        \
		HAS(d.r.out, "\twrong\t");                                                         \
		HAS(d.r.out, part);                                                                \
		HAS(d.r.err, "what to change");                                                    \
	} while (0)

Test(doctor, is_content_with_a_sound_set_up)
{
	desk_must(&d, "backup", "--config", config, NULL);
	cr_expect_eq(look(), 0, "%s", d.r.out);
	LACKS(d.r.out, "\twrong\t");
	HAS(d.r.out, "\nplace\tFile system\tok\t");
	HAS(d.r.out, "the last one is 0 days old");
	cr_expect_eq(desk_say(&d, "doctor", "--config", config, NULL), 0);
	HAS(d.r.out, "Time zone");
}

Test(doctor, finds_what_others_can_open)
{
	desk_must(&d, "backup", "--config", config, NULL);
	chmod(d.db, 0640);
	FINDS("file", "chmod 600");
	chmod(d.db, 0600);
	chmod(d.tmp.dir, 0777);
	FINDS("folder", "chmod 700");
	chmod(d.tmp.dir, 0755);
	cr_expect_eq(look(), 0);
	HAS(d.r.out, "\nfolder\tIts folder\twarning\t");
	chmod(copies, 0755);
	FINDS("backup", "others can get at the backups");
}

Test(doctor, finds_files_beside_that_others_can_open)
{
	char *wal = tmp_puts(&d.tmp, "duban.db-wal", "");

	chmod(wal, 0644);
	FINDS("beside", "chmod 600");
	free(wal);
}

Test(doctor, finds_that_copies_are_missing_or_old)
{
	char *old;

	FINDS("backup", "there is none yet");
	old = xasprintf("copies/duban-20211101-093000.db");
	free(tmp_puts(&d.tmp, old, ""));
	free(old);
	FINDS("backup", "20 days old");
	cr_assert_eq(rmdir(copies), -1);
	cr_expect_eq(desk_say(&d, "doctor", NULL), 5);
	HAS(d.r.out, "no folder is set");
}

/* The units of systemd run in the account duban. */
Test(doctor, leaves_the_file_of_another_account_to_cron)
{
	look();
	HAS(d.r.out, "\ntimers\tTimers\tok\t");
	HAS(d.r.out, "let cron run");
}

Test(doctor, tells_of_a_file_that_is_not_there)
{
	unlink(d.db);
	FINDS("file", "duban init");
}

/* Whose the file is: the checks are told of an account, since root alone can give files away. */

enum { SOMEBODY = 65534 };

/* From here on this is run in an account that is not root's. */
static void be_somebody(void)
{
	if (getuid() == 0)
		cr_assert_eq(setreuid(SOMEBODY, (uid_t)-1), 0);
}

/* The file that is there, as if it belonged to this account. */
static struct doctor told_of(struct arena *a, uid_t owner)
{
	struct doctor doctor = {
		.arena = a, .db = d.db, .has_db = true, .owner = "kept", .folder = d.tmp.dir};

	cr_assert_eq(stat(d.db, &doctor.file), 0);
	doctor.file.st_uid = owner;
	return doctor;
}

Test(doctor, is_run_in_the_account_of_the_file)
{
	struct arena a = {0};
	struct doctor doctor;

	be_somebody();
	doctor = told_of(&a, getuid() + 1);
	HAS(doctor_desk_find(&doctor, doctor_file_checks, "file", DOCTOR_WRONG),
	    "it belongs to kept: run this in that account, or as root");
	doctor = told_of(&a, getuid());
	HAS(doctor_desk_find(&doctor, doctor_file_checks, "file", DOCTOR_OK),
	    "only kept can open it");
	arena_free(&a);
}

Test(doctor, finds_a_folder_and_files_beside_of_another_account)
{
	struct arena a = {0};
	char *wal = tmp_puts(&d.tmp, "duban.db-wal", ""), *folder, *beside;
	struct doctor doctor = told_of(&a, getuid());

	cr_assert_eq(chmod(wal, 0600), 0);
	folder = xasprintf("another account than the file: chown kept %s", d.tmp.dir);
	beside = xasprintf("%1$s does not belong to kept, who cannot write then: chown kept %1$s",
			   wal);
	HAS(doctor_desk_find(&doctor, doctor_file_checks, "folder", DOCTOR_OK),
	    "nobody else gets into");
	HAS(doctor_desk_find(&doctor, doctor_file_checks, "beside", DOCTOR_OK),
	    "they belong to the file");
	doctor = told_of(&a, getuid() + 1);
	HAS(doctor_desk_find(&doctor, doctor_file_checks, "folder", DOCTOR_WRONG), folder);
	HAS(doctor_desk_find(&doctor, doctor_file_checks, "beside", DOCTOR_WRONG), beside);
	free(beside);
	free(folder);
	free(wal);
	arena_free(&a);
}

/* The program itself: that it sees whose they are, and names the account. */
Test(doctor, advises_root_to_give_the_file_to_an_account_of_its_own)
{
	const struct passwd *somebody = getpwuid(SOMEBODY);
	char *owner;

	if (getuid() != 0 || !somebody)
		cr_skip_test("root alone can give files away");
	desk_must(&d, "backup", "--config", config, NULL);
	cr_expect_eq(look(), 0, "%s", d.r.out);
	HAS(d.r.out, "\nfile\tDatabase file\twarning\tit belongs to root: give it to an account");
	cr_assert_eq(chown(d.db, SOMEBODY, (gid_t)-1), 0);
	owner = xasprintf("only %s can open it", somebody->pw_name);
	FINDS("folder", "it belongs to another account than the file");
	HAS(d.r.out, owner);
	cr_assert_eq(chown(d.tmp.dir, SOMEBODY, (gid_t)-1), 0);
	look();
	HAS(d.r.out, "\nfolder\tIts folder\tok\t");
	free(owner);
}
