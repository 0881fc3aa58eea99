/* Keys of people on the terminal: the administrator adds and revokes them, the person reads. */
#include "db/people/store_key.h"
#include "db/people/store_session.h"
#include "db/report/store_draft.h"
#include "db/store_access.h"
#include "tests/tui/screen.h"
#include "tui/home/resume.h"
#include "tui/view/views.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#define BLOB1 "AAAAC3NzaC1lZDI1NTE5AAAAIPZlCSYJqgd/JNvQYA2REXz1GHNMjZdPSRrMWmlhSRgz"
#define BLOB2 "AAAAC3NzaC1lZDI1NTE5AAAAIPG7zaqZ7V2XBDxO+WBKaELmJz6ZUgegXui2SIwVD/oP"
#define KEY1  "ssh-ed25519 " BLOB1 " 办公室电脑"
#define KEY2  "ssh-ed25519 " BLOB2 " 会议室电脑"
#define SECRET                                                                                     \
	"-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXktdjEAAAAABG5vbmUAAAAEbm9uZQ\n"        \
	"QyNTUxOQAAACD2ZQkmCaoHfyTb0GANkRF89RhzTI2XT0kazFppYUkYMwAAAJA\n"                          \
	"-----END OPENSSH PRIVATE KEY-----\n"

static struct screen s;

static void begin(void)
{
	screen_language("en");
	screen_begin(&s, "si", 80, 24);
}

static void end(void)
{
	screen_end(&s);
}

TestSuite(keys, .init = begin, .fini = end);

static bool runs(const char *process)
{
	(void)process;
	return true;
}

static struct key_rows keys_of(const char *login)
{
	struct key_rows rows;
	struct actor who = district_actor(&s.d, login);

	cr_assert_eq(store_key_list(s.d.s, &s.d.a, &who, who.person_id, &rows, &s.d.e), 0, "%s",
		     s.d.e.text);
	return rows;
}

static void give(const char *login, const char *lines)
{
	struct actor si = district_actor(&s.d, "si"), who = district_actor(&s.d, login);
	struct key_rows rows;

	cr_assert_eq(store_key_add(s.d.s, &si, who.person_id, lines, strlen(lines), &s.d.a, &rows,
				   NULL, &s.d.e),
		     0, "%s", s.d.e.text);
}

static void paste(const char *text)
{
	script_paste(s.script, text);
	screen_press(&s, "");
}

static void open_keys(const char *login)
{
	screen_open(&s, &view_keys, (struct view_args){.text = login});
}

/* From the list of people to the key and back, with nothing but arrows, Enter, Tab and digits. */
Test(keys, are_added_from_the_person)
{
	screen_open(&s, &view_people, (struct view_args){0});
	screen_press(&s, "Down Enter");
	cr_assert_str_eq(screen_top(&s), "person");
	cr_expect(screen_has(&s, "none: nobody can log in with one"));
	screen_press(&s, "Enter 5");
	cr_assert_str_eq(screen_top(&s), "keys");
	cr_expect(screen_has(&s, "No key yet."));
	screen_press(&s, "Tab");
	cr_assert_str_eq(screen_top(&s), "key-new");
	screen_type(&s, KEY1);
	screen_press(&s, "Tab Enter");
	cr_assert_str_eq(screen_top(&s), "keys", "%s", app_message(s.app));
	cr_expect(screen_has(&s, "can log in with SHA256:enp1NPK9GdgA"), "%s", app_message(s.app));
	cr_expect(screen_has(&s, "办公室电脑"));
	screen_press(&s, "Esc");
	cr_expect(screen_has(&s, "1 live, 0 revoked"));
}

Test(keys, of_several_lines_are_all_taken_or_none)
{
	open_keys("chen");
	screen_press(&s, "Tab");
	paste(KEY1 "\nssh-rsa AAAA");
	screen_press(&s, "F9");
	cr_assert_str_eq(screen_top(&s), "key-new");
	cr_expect(screen_has(&s, "line 2: this key is damaged or cut off"));
	cr_expect_eq(keys_of("chen").n, 0);
	screen_press(&s, "Ctrl-A");
	paste(KEY1 "\n" KEY2);
	screen_press(&s, "F9");
	cr_assert_str_eq(screen_top(&s), "keys", "%s", app_message(s.app));
	cr_expect(screen_has(&s, "2 more keys"), "%s", app_message(s.app));
	cr_expect_eq(keys_of("chen").n, 2);
}

Test(keys, that_will_not_do_are_told_beside_the_field)
{
	static const struct {
		const char *typed, *sentence;
	} cases[] = {
		{"hello", "this is no public key of OpenSSH"},
		{"ssh-dss AAAA x", "are not safe any more"},
		{"from=\"x\" " KEY1, "there are options before the key"},
		{KEY1, "of 陈雨 already"},
	};

	give("chen", KEY1);
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		screen_open(&s, &view_key_form, (struct view_args){.text = "wei"});
		screen_press(&s, "Ctrl-A");
		screen_type(&s, cases[i].typed);
		screen_press(&s, "F9");
		cr_expect_str_eq(screen_top(&s), "key-new");
		cr_expect(screen_has(&s, cases[i].sentence), "%s", cases[i].typed);
	}
}

static bool is_kept(const char *text)
{
	struct actor si = district_actor(&s.d, "si");
	struct draft kept;

	cr_assert_eq(store_draft_load(s.d.s, &s.d.a, &si, "key:chen", &kept, &s.d.e), 0);
	for (size_t i = 0; i < kept.fields.n; i++)
		if (strstr(kept.fields.at[i].text, text))
			return true;
	return false;
}

Test(keys, a_private_one_is_not_kept)
{
	open_keys("chen");
	screen_press(&s, "Tab");
	paste(SECRET);
	cr_expect(screen_has(&s, "this is a private key: nothing of it was kept"));
	cr_expect_not(is_kept("AAAA"));
	screen_press(&s, "Esc Tab");
	cr_expect_not(screen_has(&s, "b3Blbn"));
	/* a terminal that does not mark pastes */
	for (const char *line = SECRET; *line; line += strcspn(line, "\n") + 1) {
		char one[128];

		snprintf(one, sizeof one, "%.*s", (int)strcspn(line, "\n"), line);
		screen_type(&s, one);
		screen_press(&s, "Ctrl-J");
	}
	cr_expect_not(is_kept("QyNTUxOQ"));
	cr_expect_not(is_kept("AAAA"));
	screen_press(&s, "Ctrl-A");
	screen_type(&s, KEY1);
	screen_press(&s, "");
	cr_expect(is_kept(BLOB1), "a public one is kept while it is put in");
	screen_press(&s, "F9");
	cr_expect_eq(keys_of("chen").n, 1, "%s", app_message(s.app));
}

Test(keys, are_revoked_with_a_reason)
{
	give("chen", KEY1 "\n" KEY2);
	open_keys("chen");
	screen_press(&s, "Enter 2");
	cr_assert_str_eq(screen_top(&s), "write");
	screen_press(&s, "F9");
	cr_expect_str_eq(screen_top(&s), "write", "no reason, no revoking");
	screen_type(&s, "电脑遗失");
	screen_press(&s, "Esc Esc");
	resume_offer(s.app);
	screen_press(&s, "");
	cr_assert_str_eq(screen_top(&s), "resume");
	cr_expect(screen_has(&s, "why a key of 陈雨 is revoked"));
	screen_press(&s, "Enter F9");
	cr_assert_str_eq(screen_top(&s), "keys");
	cr_expect(screen_has(&s, "lets nobody in any more"), "%s", app_message(s.app));
	struct key_rows rows = keys_of("chen");
	cr_assert_eq(rows.n, 2);
	cr_expect_eq(rows.at[0].revoked_at, 0);
	cr_expect_str_eq(rows.at[1].revoked_reason, "电脑遗失");
	screen_press(&s, "End Enter");
	cr_expect(screen_has(&s, "it is revoked"));
	screen_press(&s, "1");
	cr_expect(screen_has(&s, "revoked by 司维"));
	cr_expect(screen_has(&s, "电脑遗失"));
}

Test(keys, tell_the_last_log_in)
{
	struct actor chen = district_actor(&s.d, "chen");
	int64_t id;

	give("chen", KEY1);
	chen.key_id = keys_of("chen").at[0].id;
	cr_expect_eq(keys_of("chen").at[0].last_at, 0);
	cr_assert_eq(store_session_begin(s.d.s, &chen, "7:7", 0, runs, &id, &s.d.e), 0);
	cr_expect_eq(keys_of("chen").at[0].last_at, chen.now.utc);
	cr_expect_eq(keys_of("chen").at[0].bits, 256);
}

Test(keys, are_their_persons_to_read)
{
	give("chen", KEY1);
	screen_leave(&s);
	screen_sit(&s, "chen", 80, 40);
	screen_open(&s, &view_whoami, (struct view_args){0});
	cr_expect(screen_has(&s, "Your keys"));
	cr_expect(screen_has(&s, "ssh-ed25519 256, 办公室电脑"));
	cr_expect(screen_has(&s, "SHA256:enp1NPK9GdgA"));
	open_keys("chen");
	cr_expect_not(screen_has(&s, "Tab add"));
	screen_press(&s, "Enter");
	cr_expect(screen_has(&s, "by the administrator"));
	screen_press(&s, "2");
	cr_expect_str_eq(screen_top(&s), "menu", "it cannot be chosen");
	screen_press(&s, "Esc Tab");
	cr_expect_str_eq(screen_top(&s), "keys", "no form in vain: %s", app_message(s.app));
	open_keys("wei");
	cr_expect_not_null(strstr(app_message(s.app), "manage people"), "%s", app_message(s.app));
}

/* In by a key, which was used for a verb from elsewhere before: as `duban session` hands it in. */
static void sit_by_key(int cols, int rows)
{
	struct actor chen = district_actor(&s.d, "chen"), before = chen;
	struct moment now = s.d.now;

	s.d.now = moment_of(now.utc - 86400);
	give("chen", KEY1);
	s.d.now = now;
	before.now.utc -= 3 * 3600;
	before.remote = "203.0.113.5";
	cr_assert_eq(store_access_note(s.d.s, &before, ACCESS_LOG_IN, "key 1", &s.d.e), 0);
	screen_leave(&s);
	screen_sit(&s, "chen", cols, rows);
	s.session.key_id = keys_of("chen").at[0].id;
	s.session.remote = "192.0.2.7";
	cr_assert_eq(store_session_last(s.d.s, &s.d.a, &chen, &s.session.before, &s.d.e), 0);
	screen_open(&s, &view_whoami, (struct view_args){0});
}

static void look_whoami(const char *language)
{
	static const char fingerprint[] = "SHA256:enp1NPK9GdgA";

	if (!screen_language(language))
		cr_skip_test("no translation here");
	sit_by_key(80, 24);
	cr_expect(screen_has(&s, "(chen)"));
	cr_expect(screen_has(&s, "区教育局"), "the post");
	cr_expect(screen_has(&s, fingerprint));
	cr_expect(screen_has(&s, "192.0.2.7"));
	cr_expect(screen_has(&s, "203.0.113.5"));
	screen_golden(&s, "whoami-key");
}

Test(keys, whoami_looks_in_english)
{
	look_whoami("en");
}

Test(keys, whoami_looks_in_chinese)
{
	look_whoami("zh_CN");
}

static void look(const char *language, int cols, int rows)
{
	if (!screen_language(language))
		cr_skip_test("no translation here");
	screen_leave(&s);
	screen_sit(&s, "si", cols, rows);
	give("chen", KEY1 "\n" KEY2);
	open_keys("chen");
	screen_golden(&s, "keys");
	screen_press(&s, "Tab");
	screen_type(&s, "ssh-rsa");
	screen_press(&s, "F9");
	screen_golden(&s, "key-new");
}

Test(keys, look_in_english)
{
	look("en", 80, 24);
}

Test(keys, look_in_english_narrow)
{
	look("en", 60, 20);
}

Test(keys, look_in_english_wide)
{
	look("en", 132, 43);
}

Test(keys, look_in_chinese)
{
	look("zh_CN", 80, 24);
}
