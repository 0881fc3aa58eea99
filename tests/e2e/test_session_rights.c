/*
 * The entry over SSH by every post: `duban session --key` on a terminal shows in the main menu, in
 * the menus behind it and in the menu of an action what the table of rights says.
 */
#include "core/mem.h"
#include "tests/e2e/room.h"
#include "tests/support/menu_rights.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static struct room r;

/* A new person with one post, and a key. */
static const struct {
	const char *login;
	enum post_role role;
	bool of_unit;
	const char *key;
} people[] = {
	{"lianluo", POST_REPORTER, true, "IPZlCSYJqgd/JNvQYA2REXz1GHNMjZdPSRrMWmlhSRgz"},
	{"shenhe", POST_APPROVER, true, "IPG7zaqZ7V2XBDxO+WBKaELmJz6ZUgegXui2SIwVD/oP"},
	{"ban", POST_OFFICE, false, "IB3Fm0GAWvvnB1zvFPO1q8sPNXycIFXLlXU2GFVNhSFZ"},
	{"lingdao", POST_LEADER, false, "IC3Fm0GAWvvnB1zvFPO1q8sPNXycIFXLlXU2GFVNhSFZ"},
	{"kaohe", POST_ASSESSOR, false, "ID3Fm0GAWvvnB1zvFPO1q8sPNXycIFXLlXU2GFVNhSFZ"},
	{"guanli", POST_ADMIN, false, "IE3Fm0GAWvvnB1zvFPO1q8sPNXycIFXLlXU2GFVNhSFZ"},
};
enum {
	NPEOPLE = sizeof people / sizeof people[0],
	OWN_UNIT = 1,
	OTHER_UNIT,
	ROWS = 40,
	SETTLE_MS = 200
};

TestSuite(session_rights, .timeout = 240);

static void add_person(size_t i)
{
	char *key = xasprintf("ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAA%s\n", people[i].key);
	char *file = tmp_puts(&r.tmp, "id.pub", key);
	const char *role = post_role_word(people[i].role), *login = people[i].login;

	room_must(&r, NULL, "person", "add", login, "某人", NULL);
	room_must(&r, NULL, "person", "post", login, role, people[i].of_unit ? "--unit" : NULL,
		  "区教育局", NULL);
	room_must(&r, NULL, "key", "add", login, file, NULL);
	free(file);
	free(key);
}

/* Keys are numbered as they were added. */
static struct pty *come_in(size_t i)
{
	char id[] = {(char)('1' + i), '\0'};
	const char *argv[] = {"session", "--db", r.db, "--key", id, NULL};
	const char *env[] = {r.env[0], r.env[1], "DUBAN_LANGUAGE=en", NULL};
	struct pty *p = pty_start(&(struct pty_how){
		.argv = argv, .env = env, .dir = r.tmp.dir, .rows = ROWS, .cols = 100});

	pty_expect(p, "0 main menu");
	return p;
}

static bool is_expected(const struct menu_right *m, size_t i)
{
	int64_t unit = people[i].of_unit ? OWN_UNIT : 0;
	const struct post_row post = {.role = people[i].role, .unit_id = unit, .unit = ""};
	const struct actor who = {.posts = &post, .nposts = 1};

	return menu_right_shown(m, &who, unit, OTHER_UNIT);
}

/* An entry stands behind the frame, the mark and its number. */
static bool is_entry(const char *row, const char *text)
{
	static const char frame[] = "│";
	const char *at = strstr(row, text), *begins = row;

	for (const char *next = row; at && (next = strstr(next, frame)) && next < at; next++)
		begins = next + strlen(frame);
	if (!at || begins == row)
		return false;
	begins += strspn(begins, " ");
	if (strncmp(begins, "▌", strlen("▌")) == 0)
		begins += strlen("▌");
	return begins + strspn(begins, " 0123456789") == at;
}

static bool is_shown(struct pty *p, const char *text)
{
	for (int row = 0; row < ROWS; row++)
		if (is_entry(pty_row(p, row), text))
			return true;
	return false;
}

/* What the menu that is open shows, beside what is more than a right. */
static void check_menu(struct pty *p, char menu, size_t i)
{
	pty_settle(p, SETTLE_MS);
	for (int k = 0; k < menu_rights_count; k++) {
		const struct menu_right *m = &menu_rights[k];

		if (m->menu == menu && !m->why)
			cr_expect_eq(is_shown(p, m->text), is_expected(m, i), "\"%s\" for %s:\n%s",
				     m->text, people[i].login, pty_screen(p));
	}
}

/* Behind an entry of the main menu; `text` is seen then. */
static void open_menu(struct pty *p, char menu, const char *text)
{
	const char keys[] = {menu, '\0'};

	room_press(p, "0");
	pty_expect(p, "Administration and choices");
	room_press(p, keys);
	pty_expect(p, text);
}

static void check_person(size_t i)
{
	struct pty *p = come_in(i);

	room_press(p, "0");
	pty_expect(p, "Administration and choices");
	check_menu(p, 0, i);
	room_press(p, "9");
	pty_expect(p, "Who I am here");
	check_menu(p, '9', i);
	room_escape(p, "0 main menu");
	if (people[i].role != POST_ADMIN) {
		open_menu(p, '6', "Tasks not received yet");
		check_menu(p, '6', i);
		room_escape(p, "0 main menu");
		open_menu(p, '7', "What is asked of units");
		check_menu(p, '7', i);
		room_escape(p, "0 main menu");
		open_menu(p, '2', "健康讲堂行动");
		/* Who carries nothing out reads the action first. */
		room_press(p, people[i].of_unit || people[i].role == POST_OFFICE ? "Enter"
										 : "Enter Enter");
		pty_expect(p, "The clause, word for word");
		check_menu(p, 'a', i);
	}
	pty_end(p);
}

Test(session_rights, menus_of_every_post)
{
	room_open(&r);
	for (size_t i = 0; i < NPEOPLE; i++)
		add_person(i);
	room_see_tour(&r);
	for (size_t i = 0; i < NPEOPLE; i++)
		check_person(i);
	room_close(&r);
}
