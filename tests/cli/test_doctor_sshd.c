/*
 * What `duban doctor` says of the door that people come in by: the settings of sshd, the keys, the
 * configuration of the sessions, and the account that they run in. The judges are given settings
 * and accounts of their own; what a real sshd does with such settings is tested by tests/ssh.
 */
#include "cli/doctor.h"
#include "core/mem.h"
#include "tests/cli/desk.h"
#include "tests/cli/doctor_desk.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static struct desk d;

static void open_desk(void)
{
	desk_open(&d);
}
static void close_desk(void)
{
	desk_close(&d);
}
TestSuite(doctor_sshd, .init = open_desk, .fini = close_desk);

/* What is in its files */

static struct sshd_config read_settings(struct arena *a, const char *text)
{
	char *path = tmp_puts(&d.tmp, "sshd_config", text);
	struct sshd_config c;
	struct err e = ERR_INIT;

	cr_assert_eq(sshd_config_read_file(a, path, "duban", &c, &e), 0, "%s", e.text);
	free(path);
	return c;
}

Test(doctor_sshd, reads_the_settings_of_sshd)
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

Test(doctor_sshd, judges_the_settings_of_sshd)
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

Test(doctor_sshd, finds_that_a_key_does_not_open_duban)
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

Test(doctor_sshd, finds_lists_that_keep_the_account_out)
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

Test(doctor_sshd, tells_of_an_sshd_that_refuses_its_files)
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

Test(doctor_sshd, misses_the_question_for_keys_that_are_known)
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

Test(doctor_sshd, looks_who_changes_and_who_reads_the_configuration_of_sessions)
{
	static const struct doctor_check check = {"config", "", NULL};
	struct arena a = {0};
	struct doctor doctor = {.arena = &a, .owner = "nobody", .now = &check};
	char *config = tmp_puts(&d.tmp, "duban.conf", "");

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
	free(config);
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

Test(doctor_sshd, judges_the_account_that_sshd_starts_sessions_in)
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

Test(doctor_sshd, does_not_call_an_account_fine_that_it_knows_nothing_of)
{
	struct arena a = {0};
	struct doctor doctor = {.arena = &a, .owner = ""};
	const struct doctor_check *checks = doctor_sshd_checks;

	HAS(doctor_desk_find(&doctor, checks, "account", DOCTOR_WARNING),
	    "not known whose account");
	doctor.owner = "duban";
	err_set(&doctor.sshd_unknown, ERR_IO, "cannot open sshd_config: no");
	HAS(doctor_desk_find(&doctor, checks, "account", DOCTOR_WARNING),
	    "cannot open sshd_config: no; run this as root");
	err_set(&doctor.sshd_unknown, ERR_NOT_FOUND, "cannot open sshd_config: none");
	HAS(doctor_desk_find(&doctor, checks, "account", DOCTOR_OK), "no sshd here");
	doctor.sshd_unknown = (struct err)ERR_INIT;
	HAS(doctor_desk_find(&doctor, checks, "account", DOCTOR_OK), "by keys known here");
	arena_free(&a);
}

/* PAM wants a password that is too old changed, at a log-in by key too; sshd alone does not. */
Test(doctor_sshd, judges_what_becomes_of_the_password_of_the_account)
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
