/*
 * What `duban doctor` says of the machine around the file where something is amiss. The checks are
 * given a machine of their own: the folder of the test, its zone, its locale.
 */
#include "cli/doctor.h"
#include "core/mem.h"
#include "tests/cli/desk.h"
#include "tests/cli/doctor_desk.h"

#include <criterion/criterion.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static struct desk d;
static struct arena a;
static struct doctor doctor;

static void open_desk(void)
{
	desk_make(&d);
	doctor = (struct doctor){.arena = &a, .root = d.tmp.dir, .owner = "duban"};
}
static void close_desk(void)
{
	arena_free(&a);
	desk_close(&d);
}
TestSuite(doctor_host, .init = open_desk, .fini = close_desk);

static const char *finds(const char *id, enum doctor_state state)
{
	return doctor_desk_find(&doctor, doctor_host_checks, id, state);
}

static void put(const char *folder, const char *name)
{
	char *path = xasprintf("%s/%s", folder, name);

	desk_folder(&d, folder);
	free(tmp_puts(&d.tmp, path, ""));
	free(path);
}

/* The terminals of PuTTY, Xshell, tmux, screen, the console. */
Test(doctor_host, tells_of_terminals_that_are_not_described)
{
	static const char *const names[] = {
		"xterm", "xterm-256color", "linux", "screen", "screen-256color",
		"tmux",	 "tmux-256color",  "vt100", "putty",
	};
	enum { NNAMES = sizeof names / sizeof names[0] };

	for (size_t i = 0; i < NNAMES; i++) {
		char *folder = xasprintf("%s/%c", i % 2 ? "lib/terminfo" : "usr/share/terminfo",
					 names[i][0]);
		char *missing = xasprintf(" %s", names[i]);

		HAS(finds("terminals", DOCTOR_WARNING), missing);
		put(folder, names[i]);
		free(missing);
		free(folder);
	}
	HAS(finds("terminals", DOCTOR_OK), "are described here");
}

Test(doctor_host, names_only_the_terminals_that_are_missing)
{
	put("etc/terminfo/l", "linux");
	put("etc/terminfo/t", "tmux");
	const char *text = finds("terminals", DOCTOR_WARNING);
	LACKS(text, " linux");
	HAS(text, " tmux-256color");
	HAS(text, "ncurses-term");
}

Test(doctor_host, tells_of_timers_that_are_off)
{
	static const char wants[] = "etc/systemd/system/timers.target.wants";

	HAS(finds("timers", DOCTOR_WARNING), "no systemd runs here");
	desk_folder(&d, "run/systemd/system");
	HAS(finds("timers", DOCTOR_WARNING), "systemctl enable --now duban-backup.timer");
	cr_expect_eq(doctor.findings.n, 3);
	put(wants, "duban-backup.timer");
	put(wants, "duban-remind.timer");
	HAS(finds("timers", DOCTOR_WARNING), "systemctl enable --now duban-check.timer");
	cr_expect_eq(doctor.findings.n, 1);
	put(wants, "duban-check.timer");
	HAS(finds("timers", DOCTOR_OK), "on");
}

Test(doctor_host, tells_of_a_clock_that_goes_by_no_zone)
{
	setenv("TZ", "UTC0", 1);
	HAS(finds("zone", DOCTOR_WARNING), "UTC: periods close at midnight there");
	HAS(doctor.findings.at[0].text, "timedatectl set-timezone");
	setenv("TZ", "CST-8", 1);
	HAS(finds("zone", DOCTOR_OK), "midnight of CST");
	setenv("TZ", "GMT0BST,M3.5.0,M10.5.0", 1);
	finds("zone", DOCTOR_OK);
}

Test(doctor_host, tells_of_a_locale_without_utf_8)
{
	cr_assert(setlocale(LC_ALL, "C"));
	HAS(finds("locale", DOCTOR_WARNING), "LANG=C.UTF-8");
	cr_assert(setlocale(LC_ALL, "C.UTF-8"));
	HAS(finds("locale", DOCTOR_OK), "UTF-8");
}

/* By the program itself. */

Test(doctor_host, tells_of_confinement_that_is_switched_off)
{
	char *config = tmp_puts(&d.tmp, "duban.conf", "confine = \"never\";\n");

	desk_say(&d, "doctor", "--config", config, "--format", "tsv", NULL);
	HAS(d.r.out, "\nconfinement\tConfinement\twarning\tswitched off");
	free(config);
}

/* A copy that anybody can write to. */
Test(doctor_host, tells_of_a_program_that_others_can_replace)
{
	char *copy = tmp_path(&d.tmp, "duban-copy");
	struct run r;

	run_words(&r, &(struct run_how){.program = "cp"}, run_duban(), copy, NULL);
	cr_assert_eq(r.status, 0, "%s", r.err);
	run_free(&r);
	cr_assert_eq(chmod(copy, 0777), 0);
	run_words(&r, &(struct run_how){.program = copy, .env = d.env}, "doctor", "--format", "tsv",
		  NULL);
	HAS(r.out, "\nprogram\tThe program\twarning\tothers than root can replace");
	HAS(r.out, copy);
	run_free(&r);
	free(copy);
}

/* What it starts to read documents runs with all that it may do. */
Test(doctor_host, tells_of_helpers_that_others_can_replace)
{
	const struct doctor_check *c = doctor_sshd_checks;
	char *helper = tmp_path(&d.tmp, &DUBAN_LIBEXECDIR "/duban-convert"[1]);
	bool told = false;

	while (c->id && strcmp(c->id, "program") != 0)
		c++;
	cr_assert(c->id);
	put(&DUBAN_LIBEXECDIR[1], "duban-convert");
	cr_assert_eq(chmod(helper, 0777), 0);
	doctor.now = c;
	c->run(&doctor);
	for (size_t i = 0; i < doctor.findings.n; i++)
		told |= doctor.findings.at[i].state == DOCTOR_WARNING &&
			strstr(doctor.findings.at[i].text, helper);
	cr_expect(told);
	free(helper);
}

Test(doctor_host, knows_which_part_of_a_path_is_weak)
{
	char *file = tmp_puts(&d.tmp, "tool", ""), *none = tmp_path(&d.tmp, "none");

	cr_assert_eq(chmod(file, 0777), 0);
	cr_expect_str_eq(doctor_weak_part(&a, file), file);
	cr_expect_str_eq(doctor_weak_part(&a, none), none);
	cr_expect_null(doctor_weak_part(&a, "/usr/bin"));
	free(none);
	free(file);
}
