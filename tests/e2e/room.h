/*
 * room.h - one database file and the people who sit down at it, each with the real program on a
 * terminal of their own. The file is made by the verbs. The day is 2021-11-21.
 *
 *	plan sx2021   1  健康讲堂行动   ★区卫生健康局、区教育局
 *	              2  护眼行动       ★区教育局、区科协; 40 schools to be screened
 *	              3  净水行动       ★区水务局、区教育局
 *	milestone 1   of 2, 区教育局: 秋季视力筛查, due 2021-11-30, demands evidence
 *	people        the one who runs the tests (office), jiaoyu (区教育局), shuiwu (区水务局)
 *
 *	struct room r;
 *	room_open(&r);
 *	struct pty *p = room_sit(&r, "jiaoyu", "zh_CN");
 *	pty_expect(p, "我要报的");
 *	room_press(p, "Enter 2");
 */
#ifndef DUBAN_TESTS_ROOM_H
#define DUBAN_TESTS_ROOM_H

#include "tests/support/pty.h"
#include "tests/support/run.h"
#include "tests/support/tmp.h"

#include <string.h>

enum { ROOM_ENV = 8 };

struct room {
	struct tmp tmp;
	char *db, *env_db;
	const char *env[ROOM_ENV]; /* of verbs and terminals; ends in NULL */
	struct run r;		   /* of the last verb */
};

/* With the file as told above; an empty one with the office's person alone. */
void room_open(struct room *r);
void room_open_empty(struct room *r);
void room_close(struct room *r);

/* Imports a document under a code. */
void room_import(struct room *r, const char *code, const char *document);
/* Runs a verb, as that person (NULL: who runs the tests), and fails the test when the verb fails.
 * Returns what it printed, valid until the next call. */
const char *room_must(struct room *r, const char *login, ...) __attribute__((sentinel));

/* The interface for a person (NULL: who runs the tests) in a language, on 80x24. */
struct pty *room_sit(struct room *r, const char *login, const char *language);
/* The same with more told; room_sit() fills in what is needed: argv and env of how are ignored. */
struct pty *room_sit_at(struct room *r, const char *login, const char *const *env, int rows,
			int cols);

/* A public key for a person; keys are numbered as they are added. `body` is its 44 characters that
 * no other key has. */
void room_add_key(struct room *r, const char *login, const char *body);
/* A person for each post, of this unit where the post is of one, with the key number
 * 1 + enum post_role; their login is the word of the post. */
void room_add_posts(struct room *r, const char *unit);
/* The interface through `duban session` with the key of that number, as over SSH. 0 rows and
 * columns: 80x24. */
struct pty *room_come(struct room *r, const char *key, const char *language, int rows, int cols);

/* Everybody has taken the first steps, so that who sits down begins on their first screen; those
 * two do it by themselves. */
void room_see_tour(struct room *r);

/* Sits down again after the program has ended in the middle of a form, and takes what it offers: to
 * go on with what was being typed. In English. */
struct pty *room_go_on(struct room *r, const char *login);

/* Keys by their names with blanks between: arrows, Enter, Esc, Tab and digits. Any other key fails
 * the test: these alone must do everything. */
void room_press(struct pty *p, const char *names);
/* The digit of an entry of a menu, where it is seen; when it is seen. */
bool room_sees_entry(struct pty *p, const char *text, char digit[2]);
bool room_find_entry(struct pty *p, const char *text, char digit[2]);
/* The row under the cursor of a list has this text. */
bool room_is_marked(struct pty *p, const char *text);
/* There is a field for text; for pty_wait(). */
bool room_has_cursor(struct pty *p, void *nothing);
/* Presses the digit of an entry of a menu, whichever it is. */
void room_choose(struct pty *p, const char *text);
/* Until a text of the sources with one number in it ("sent %d") is seen in a language. */
void room_expect_count(struct pty *p, const char *language, const char *text, int n);
/* Esc, and until a text is seen: an Esc with a key right behind it would be Alt with that key. */
void room_escape(struct pty *p, const char *text);
/* Tab, until the field or button whose line has this text is marked: a label, which looks the same
 * with and without the mark. Returns how many times it was pressed. */
int room_tab_to(struct pty *p, const char *label);

/* For Criterion: a text is within what a verb printed or a file holds; else both are shown. */
#define room_expect_in(text, part)                                                                 \
	do {                                                                                       \
		const char *room_text = (text);                                                    \
		cr_expect(strstr(room_text, (part)), "no \"%s\" in:\n%s", (part), room_text);      \
	} while (0)

#endif
