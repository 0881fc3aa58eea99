/*
 * The entry over SSH by every post: `duban session --key` on a terminal shows in the main menu, in
 * the menus behind it and in the menu of an action what the table of rights says.
 */
#include "tests/e2e/room.h"
#include "tests/support/menu_rights.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

static struct room r;

enum { OWN_UNIT = 1, OTHER_UNIT, ROWS = 40, SETTLE_MS = 200 };

TestSuite(session_rights, .timeout = 240);

static struct pty *come_in(enum post_role role)
{
	char id[] = {(char)('1' + role), '\0'};
	struct pty *p = room_come(&r, id, "en", ROWS, 100);

	pty_expect(p, "0 main menu");
	return p;
}

static bool is_of_unit(enum post_role role)
{
	return role == POST_REPORTER || role == POST_APPROVER;
}

static bool is_expected(const struct menu_right *m, enum post_role role)
{
	int64_t unit = is_of_unit(role) ? OWN_UNIT : 0;
	const struct post_row post = {.role = role, .unit_id = unit, .unit = ""};
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
static void check_menu(struct pty *p, char menu, enum post_role role)
{
	pty_settle(p, SETTLE_MS);
	for (int k = 0; k < menu_rights_count; k++) {
		const struct menu_right *m = &menu_rights[k];

		if (m->menu == menu && !m->why)
			cr_expect_eq(is_shown(p, m->text), is_expected(m, role),
				     "\"%s\" for %s:\n%s", m->text, post_role_word(role),
				     pty_screen(p));
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

static void check_post(enum post_role role)
{
	struct pty *p = come_in(role);

	room_press(p, "0");
	pty_expect(p, "Administration and choices");
	check_menu(p, 0, role);
	room_press(p, "9");
	pty_expect(p, "Who I am here");
	check_menu(p, '9', role);
	room_escape(p, "0 main menu");
	if (role != POST_ADMIN) {
		open_menu(p, '6', "Tasks not received yet");
		check_menu(p, '6', role);
		room_escape(p, "0 main menu");
		open_menu(p, '7', "What is asked of units");
		check_menu(p, '7', role);
		room_escape(p, "0 main menu");
		open_menu(p, '2', "健康讲堂行动");
		/* Who carries nothing out reads the action first. */
		room_press(p, is_of_unit(role) || role == POST_OFFICE ? "Enter" : "Enter Enter");
		pty_expect(p, "The clause, word for word");
		check_menu(p, 'a', role);
	}
	pty_end(p);
}

Test(session_rights, menus_of_every_post)
{
	room_open(&r);
	room_add_posts(&r, "区教育局");
	for (int role = 0; role < POST_ROLE_COUNT; role++)
		check_post((enum post_role)role);
	room_close(&r);
}
