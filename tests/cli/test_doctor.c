/* What `duban doctor` finds where something is amiss, and that it is content where nothing is. */
#include "cli/doctor.h"
#include "core/mem.h"
#include "tests/cli/desk.h"

#include <criterion/criterion.h>
#include <pwd.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
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

#define HAS(text, part)                                                                            \
	cr_expect(strstr((text), (part)) != NULL, "no \"%s\" in:\n%s", (part), (text))
#define LACKS(text, part)                                                                          \
	cr_expect(strstr((text), (part)) == NULL, "\"%s\" in:\n%s", (part), (text))

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

/* sshd */

static struct sshd_config read_settings(struct arena *a, const char *text)
{
	char *path = tmp_puts(&d.tmp, "sshd_config", text);
	struct sshd_config c;
	struct err e = ERR_INIT;

	cr_assert_eq(sshd_config_read_file(a, path, "duban", &c, &e), 0, "%s", e.text);
	free(path);
	return c;
}

Test(doctor, reads_the_settings_of_sshd)
{
	struct arena a = {0};
	struct sshd_config c;

	free(tmp_puts(&d.tmp, "part.conf", "PasswordAuthentication no\nAcceptEnv A\n"));
	c = read_settings(&a, "# a comment\nInclude part.*\nPasswordAuthentication yes\n"
			      "AcceptEnv  B   C # two\nPermitTTY=yes\nX11Forwarding \"no\"\n"
			      "Match User root\n\tPermitTTY no\n"
			      "Match Address 10.0.0.0/8\n\tPermitTTY no\n"
			      "Match User backup,dub*\n\tAuthorizedKeysFile none\n\tpermittty no\n"
			      "Match all\n\tBanner /etc/issue\n");
	cr_expect_str_eq(sshd_config_value(&c, "passwordauthentication"), "no");
	cr_expect_str_eq(sshd_config_value(&c, "acceptenv"), "A B C");
	cr_expect_str_eq(sshd_config_value(&c, "permittty"), "no");
	cr_expect_str_eq(sshd_config_value(&c, "x11forwarding"), "no");
	cr_expect_str_eq(sshd_config_value(&c, "authorizedkeysfile"), "none");
	cr_expect_str_eq(sshd_config_value(&c, "banner"), "/etc/issue");
	cr_expect_str_eq(sshd_config_value(&c, "port"), "");
	arena_free(&a);
}

#define SOUND                                                                                      \
	"AuthorizedKeysCommand /bin/sh ssh-keys %u %t %k\nAuthorizedKeysCommandUser duban\n"       \
	"AuthorizedKeysFile none\nPasswordAuthentication no\nKbdInteractiveAuthentication no\n"    \
	"MaxStartups 100:30:200\n"

static void judge(struct arena *a, const char *text, const char *part)
{
	static const struct doctor_check check = {"sshd", "", NULL};
	struct doctor doctor = {.arena = a, .owner = "duban", .now = &check};
	struct sshd_config c = read_settings(a, text);

	doctor_judge_sshd(&doctor, &c);
	cr_assert_gt(doctor.findings.n, 0);
	HAS(doctor.findings.at[0].text, part);
	cr_expect_eq(doctor.findings.at[0].state == DOCTOR_OK,
		     strstr(part, "only so") || strstr(part, "asks for no keys"), "%s",
		     doctor.findings.at[0].text);
}

Test(doctor, judges_the_settings_of_sshd)
{
	struct arena a = {0};

	judge(&a, "", "asks for no keys");
	judge(&a, "AcceptEnv LANG LC_*\n" SOUND, "only so");
	judge(&a, "AuthorizedKeysCommand /bin/sh ssh-keys %k\n" SOUND, "has to end with");
	judge(&a, "AuthorizedKeysCommand /nowhere/duban ssh-keys %u %t %k\n" SOUND,
	      "has to be there, belong to root");
	judge(&a, "AuthorizedKeysCommandUser nobody\n" SOUND, "has to be duban");
	judge(&a, "AuthorizedKeysFile .ssh/authorized_keys\n" SOUND, "\"AuthorizedKeysFile none\"");
	judge(&a, "PasswordAuthentication yes\n" SOUND, "\"PasswordAuthentication no\"");
	judge(&a, "TrustedUserCAKeys /etc/ssh/ca.pub\n" SOUND, "\"TrustedUserCAKeys none\"");
	judge(&a, "HostbasedAuthentication yes\n" SOUND, "\"HostbasedAuthentication no\"");
	judge(&a, "GSSAPIAuthentication yes\n" SOUND, "\"GSSAPIAuthentication no\"");
	judge(&a,
	      "TrustedUserCAKeys none\nHostbasedAuthentication no\nGSSAPIAuthentication no\n" SOUND,
	      "only so");
	judge(&a,
	      "TrustedUserCAKeys /etc/ssh/ca.pub\n" SOUND
	      "Match User duban\n\tTrustedUserCAKeys none\n",
	      "only so");
	judge(&a, "PermitUserEnvironment yes\n" SOUND, "PermitUserEnvironment");
	judge(&a, "AcceptEnv DUBAN_*\n" SOUND, "DUBAN_NOW");
	judge(&a, "AcceptEnv *\n" SOUND, "DUBAN_NOW");
	judge(&a, "AcceptEnv D?BAN_NOW\n" SOUND, "DUBAN_NOW");
	judge(&a, "MaxStartups 10:30:100\n" SOUND, "\"MaxStartups 100:30:200\"");
	arena_free(&a);
}

/* Who gets in by a key at all */

Test(doctor, finds_that_a_key_does_not_open_duban)
{
	struct arena a = {0};

	judge(&a, "ForceCommand /bin/sh\n" SOUND, "\"ForceCommand none\"");
	judge(&a, "PubkeyAuthentication no\n" SOUND, "\"PubkeyAuthentication yes\"");
	judge(&a, "AuthenticationMethods publickey,password\n" SOUND,
	      "\"AuthenticationMethods publickey\"");
	judge(&a, "PermitTTY no\n" SOUND, "\"PermitTTY yes\"");
	judge(&a, "ForceCommand none\nPubkeyAuthentication yes\nPermitTTY yes\n" SOUND, "only so");
	judge(&a, "AuthenticationMethods any\n" SOUND, "only so");
	judge(&a, "AuthenticationMethods publickey,password publickey\n" SOUND, "only so");
	arena_free(&a);
}

/* What is said first of a list in the settings for root, who is in the group root alone. */
static void keeps(const char *list, enum doctor_state state, const char *part)
{
	static const struct doctor_check check = {"sshd", "", NULL};
	struct arena a = {0};
	struct doctor doctor = {.arena = &a, .owner = "root", .now = &check};
	struct sshd_config c = read_settings(&a, list);

	doctor_judge_entry(&doctor, &c);
	cr_assert_eq(doctor.findings.n, *part ? 1 : 0, "%s: %zu", list, doctor.findings.n);
	if (*part) {
		HAS(doctor.findings.at[0].text, part);
		cr_expect_eq(doctor.findings.at[0].state, state, "%s", list);
	}
	arena_free(&a);
}

Test(doctor, finds_lists_that_keep_the_account_out)
{
	keeps("AllowUsers adm backup\n", DOCTOR_WRONG, "add it there");
	keeps("AllowUsers adm\nAllowUsers ro*\n", DOCTOR_OK, "");
	keeps("DenyUsers r??t\n", DOCTOR_WRONG, "take it out of there");
	keeps("DenyUsers adm\n", DOCTOR_OK, "");
	keeps("AllowGroups no-such\n", DOCTOR_WRONG, "add its group there");
	keeps("AllowGroups no-such root\n", DOCTOR_OK, "");
	keeps("DenyGroups ro*\n", DOCTOR_WRONG, "take its group out of there");
	keeps("DenyGroups no-such\n", DOCTOR_OK, "");
	keeps("AllowUsers root@192.0.2.*\n", DOCTOR_WARNING, "look yourself");
	keeps("DenyUsers !root\n", DOCTOR_WARNING, "look yourself");
	keeps("DenyUsers adm@192.0.2.*\n", DOCTOR_OK, "");
	keeps("AllowUsers adm\nMatch User duban\n\tAllowUsers root\n", DOCTOR_OK, "");
}

/* An sshd that writes what it is told to, on the one side or the other. */
static char *sshd_that(const char *does)
{
	char *text = xasprintf("#!/bin/sh\n%s\n", does), *path = tmp_puts(&d.tmp, "sshd", text);

	cr_assert_eq(chmod(path, 0700), 0);
	free(text);
	return path;
}

Test(doctor, tells_of_an_sshd_that_refuses_its_files)
{
	struct arena a = {0};
	struct sshd_config c;
	static const struct doctor_check check = {"sshd", "", NULL};
	struct doctor doctor = {.arena = &a, .owner = "duban", .now = &check};
	char *path = sshd_that("echo permittty yes; echo allowusers a; echo allowusers b");

	cr_expect_eq(sshd_config_ask(&a, path, "duban", &c), 0);
	cr_expect_str_eq(sshd_config_value(&c, "allowusers"), "a b");
	cr_expect_null(c.refused);
	free(path);
	path = sshd_that("echo line 3: Bogus >&2; echo terminating >&2; exit 255");
	cr_expect_eq(sshd_config_ask(&a, path, "duban", &c), -1);
	cr_assert_not_null(c.refused);
	cr_expect_str_eq(c.refused, "line 3: Bogus");
	doctor_judge_sshd(&doctor, &c);
	HAS(doctor.findings.at[0].text,
	    "`sshd -T` fails, and with it the next start of sshd: line");
	cr_expect_eq(doctor.findings.at[0].state, DOCTOR_WARNING);
	c = read_settings(&a, SOUND);
	c.refused = "line 3: Bogus";
	doctor.findings.n = 0;
	doctor_judge_sshd(&doctor, &c);
	cr_assert_eq(doctor.findings.n, 1);
	cr_expect_eq(doctor.findings.at[0].state, DOCTOR_WRONG);
	free(path);
	path = tmp_path(&d.tmp, "none");
	cr_expect_eq(sshd_config_ask(&a, path, "duban", &c), -1);
	cr_expect_null(c.refused);
	free(path);
	arena_free(&a);
}

Test(doctor, misses_the_question_for_keys_that_are_known)
{
	static const struct doctor_check check = {"sshd", "", NULL};
	struct arena a = {0};
	struct doctor doctor = {
		.arena = &a, .owner = "duban", .now = &check, .db = d.db, .has_db = true};
	struct sshd_config c = {0};
	char *key = tmp_puts(&d.tmp, "key.pub",
			     "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAINebdNNyFv40SOLfs68i3Qqe"
			     "D5mAMomBD/Sf2frcQ2Dy pc\n");

	doctor_judge_sshd(&doctor, &c);
	cr_expect_eq(doctor.findings.at[0].state, DOCTOR_OK);
	desk_must(&d, "key", "add", "jiaoyu", key, NULL);
	doctor.findings.n = 0;
	doctor_judge_sshd(&doctor, &c);
	cr_expect_eq(doctor.findings.at[0].state, DOCTOR_WARNING);
	HAS(doctor.findings.at[0].text, "sshd does not ask for them");
	desk_must(&d, "key", "revoke", "1", "--reason", "lost", NULL);
	doctor.findings.n = 0;
	doctor_judge_sshd(&doctor, &c);
	cr_expect_eq(doctor.findings.at[0].state, DOCTOR_OK);
	free(key);
	arena_free(&a);
}

/* The configuration of the sessions */

Test(doctor, looks_who_changes_and_who_reads_the_configuration_of_sessions)
{
	static const struct doctor_check check = {"config", "", NULL};
	struct arena a = {0};
	struct doctor doctor = {.arena = &a, .owner = "nobody", .now = &check};

	doctor_judge_config(&doctor, "");
	cr_expect_eq(doctor.findings.at[0].state, DOCTOR_OK);
	doctor.findings.n = 0;
	doctor_judge_config(&doctor, "/etc/passwd");
	cr_expect_eq(doctor.findings.at[0].state, DOCTOR_OK);
	cr_assert_eq(chmod(config, 0666), 0);
	doctor.findings.n = 0;
	doctor_judge_config(&doctor, config);
	cr_assert_eq(doctor.findings.n, 1);
	cr_expect_eq(doctor.findings.at[0].state, DOCTOR_WRONG);
	HAS(doctor.findings.at[0].text, "others than root can change");
	cr_assert_eq(chmod(config, 0600), 0);
	doctor.findings.n = 0;
	doctor_judge_config(&doctor, config);
	cr_assert_gt(doctor.findings.n, 0);
	HAS(doctor.findings.at[doctor.findings.n - 1].text, "nobody cannot read it");
	arena_free(&a);
}

/* Its account */

enum { TODAY = 20000 };

/* The first finding for an account with this shell and entry; NULL: none can be read. */
static void account(const char *sshd, const char *shell, const struct spwd *s, const char *part)
{
	static const struct doctor_check check = {"account", "", NULL};
	struct arena a = {0};
	struct doctor doctor = {.arena = &a, .owner = "duban", .now = &check};
	struct sshd_config c = read_settings(&a, sshd);

	doctor_judge_account(&doctor, shell, s, TODAY, &c);
	cr_assert_eq(doctor.findings.n, 1, "%s: %zu", part, doctor.findings.n);
	HAS(doctor.findings.at[0].text, part);
	cr_expect_eq(doctor.findings.at[0].state, strstr(part, "can start sessions") ? DOCTOR_OK
						  : strstr(part, "run this as root")
							  ? DOCTOR_WARNING
							  : DOCTOR_WRONG);
	arena_free(&a);
}

static char star[] = "*", locked[] = "!*";

/* An entry with this password, changed so many days ago, which counts for so many, of an account
 * that expires on this day; -1: never. */
#define ENTRY(password, age, most, expire)                                                         \
	&(struct spwd)                                                                             \
	{                                                                                          \
		.sp_namp = star, .sp_pwdp = (password), .sp_lstchg = TODAY - (age),                \
		.sp_max = (most), .sp_expire = (expire)                                            \
	}

Test(doctor, judges_the_account_that_sshd_starts_sessions_in)
{
	static const char fine[] = "can start sessions", pam[] = "UsePAM yes\n";

	account(pam, "/bin/sh", NULL, "whether it has expired or is locked; run this as root");
	account(pam, "", ENTRY(star, 900, -1, -1), fine);
	account(pam, "/usr/sbin/nologin", ENTRY(star, 900, -1, -1),
		"usermod --shell /bin/sh duban");
	account(pam, "/bin/false", ENTRY(star, 900, -1, -1), "its shell is /bin/false");
	account(pam, "/nowhere/sh", ENTRY(star, 900, -1, -1), "its shell is /nowhere/sh");
	account(pam, "/bin/sh", ENTRY(star, 900, -1, -1), fine);
	account("", "/bin/sh", ENTRY(star, 900, -1, TODAY), "chage --expiredate -1 duban");
	account(pam, "/bin/sh", ENTRY(star, 900, -1, 0), "it has expired");
	account(pam, "/bin/sh", ENTRY(star, 900, -1, TODAY + 1), fine);
}

/* What a check of these says first. */
static void looks(struct doctor *doctor, const struct doctor_check *check, const char *id,
		  enum doctor_state state, const char *part)
{
	while (check->id && strcmp(check->id, id) != 0)
		check++;
	cr_assert(check->id);
	doctor->now = check;
	doctor->findings.n = 0;
	check->run(doctor);
	cr_assert_gt(doctor->findings.n, 0);
	HAS(doctor->findings.at[0].text, part);
	cr_expect_eq(doctor->findings.at[0].state, state, "%d", doctor->findings.at[0].state);
}

Test(doctor, does_not_call_an_account_fine_that_it_knows_nothing_of)
{
	struct arena a = {0};
	struct doctor doctor = {.arena = &a, .owner = ""};
	const struct doctor_check *checks = doctor_sshd_checks;

	looks(&doctor, checks, "account", DOCTOR_WARNING, "not known whose account");
	doctor.owner = "duban";
	err_set(&doctor.sshd_unknown, ERR_IO, "cannot open sshd_config: no");
	looks(&doctor, checks, "account", DOCTOR_WARNING,
	      "cannot open sshd_config: no; run this as root");
	err_set(&doctor.sshd_unknown, ERR_NOT_FOUND, "cannot open sshd_config: none");
	looks(&doctor, checks, "account", DOCTOR_OK, "no sshd here");
	doctor.sshd_unknown = (struct err)ERR_INIT;
	looks(&doctor, checks, "account", DOCTOR_OK, "by keys known here");
	arena_free(&a);
}

/* PAM wants a password that is too old changed, at a log-in by key too; sshd alone does not. */
Test(doctor, judges_what_becomes_of_the_password_of_the_account)
{
	static const char fine[] = "can start sessions", pam[] = "UsePAM yes\n";

	account(pam, "/bin/sh", ENTRY(star, 900, 90, -1), "is to be changed");
	account(pam, "/bin/sh", ENTRY(star, 900, 900, -1), fine);
	account(pam, "/bin/sh", ENTRY(star, TODAY, -1, -1), "--maxdays -1 duban");
	account("UsePAM no\n", "/bin/sh", ENTRY(star, TODAY, -1, -1), fine);
	account("", "/bin/sh", ENTRY(star, 900, 90, -1), fine);
	account(pam, "/bin/sh", ENTRY(locked, 900, -1, -1), fine);
	account("", "/bin/sh", ENTRY(locked, 900, -1, -1), "usermod --password '*' duban");
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
	looks(&doctor, doctor_file_checks, "file", DOCTOR_WRONG,
	      "it belongs to kept: run this in that account, or as root");
	doctor = told_of(&a, getuid());
	looks(&doctor, doctor_file_checks, "file", DOCTOR_OK, "only kept can open it");
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
	looks(&doctor, doctor_file_checks, "folder", DOCTOR_OK, "nobody else gets into");
	looks(&doctor, doctor_file_checks, "beside", DOCTOR_OK, "they belong to the file");
	doctor = told_of(&a, getuid() + 1);
	looks(&doctor, doctor_file_checks, "folder", DOCTOR_WRONG, folder);
	looks(&doctor, doctor_file_checks, "beside", DOCTOR_WRONG, beside);
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
