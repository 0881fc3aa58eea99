/* What is typed in the reporting cycle is there again: the reason of a request, the answer to a
 * notice, the text of a case. Whatever ends the session, whoever else sits there or writes. */
#include "tests/e2e/room.h"

#include "core/mem.h"
#include "tests/support/clock.h"
#include "tests/support/file_check.h"

#include <criterion/criterion.h>
#include <criterion/parameterized.h>
#include <signal.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>

static const char typed[] = "筛查车检修，改到下周", more[] = "，另行通知学校";

enum { KEPT_MS = 2000, LOADED_MS = 1000 };

/* The milestone is late, and the unit was urged. */
static void open_urged(struct room *r)
{
	room_open(r);
	r->env[1] = "DUBAN_NOW=2021-12-03";
	room_must(r, NULL, "notice", "issue", "--all", NULL);
}

static void open_request(struct pty *p)
{
	room_press(p, "Enter 4");
	pty_expect(p, "秋季视力筛查");
	room_press(p, "Enter");
	room_choose(p, "Ask for a later date");
	room_tab_to(p, "reason");
}

static void open_answer(struct pty *p)
{
	room_press(p, "Tab 1");
	pty_expect(p, "What is owed, and why");
	room_press(p, "Enter");
	room_choose(p, "Answer it");
	pty_expect(p, "F9");
}

static void open_case(struct pty *p)
{
	room_press(p, "Enter");
	pty_expect(p, "Cases to learn from");
	room_press(p, "Up Up Enter"); /* the last but one */
	pty_expect(p, "No case to learn from yet");
	room_press(p, "Tab");
	room_tab_to(p, "text");
}

static void (*const forms[])(struct pty *p) = {open_request, open_answer, open_case};
enum { NFORMS = sizeof forms / sizeof forms[0] };

static struct pty *type_half(struct room *r, size_t form)
{
	struct pty *p = room_sit(r, "jiaoyu", "en");

	pty_expect(p, "urge notice");
	forms[form](p);
	pty_type(p, typed);
	pty_expect(p, typed);
	return p;
}

struct kept {
	const struct room *room;
	const char *text;
};

static bool is_kept(struct pty *p, void *data)
{
	const struct kept *k = data;
	char *all = file_text(k->room->db, "SELECT coalesce(group_concat(text), '') FROM draft");
	bool kept = all && strstr(all, k->text);

	(void)p;
	free(all);
	return kept;
}

static void expect_kept(const struct room *r, struct pty *p, const char *text)
{
	struct kept k = {r, text};

	cr_assert(pty_wait(p, is_kept, &k), "\"%s\" is not kept:\n%s", text, pty_screen(p));
}

static void expect_typed(struct room *r)
{
	struct pty *p = room_go_on(r, "jiaoyu");

	pty_expect(p, typed);
	pty_end(p);
}

static void end_by(struct pty *p, int sig)
{
	pty_signal(p, sig);
	cr_expect_neq(pty_wait_exit(p), -1, "still running after signal %d", sig);
	pty_end(p);
}

Test(cycle_typing, survives_a_hang_up)
{
	for (size_t i = 0; i < NFORMS; i++) {
		struct room r;
		open_urged(&r);
		end_by(type_half(&r, i), SIGHUP);
		expect_typed(&r);
		room_close(&r);
	}
}

Test(cycle_typing, is_kept_within_two_seconds_and_survives_a_kill)
{
	for (size_t i = 0; i < NFORMS; i++) {
		struct room r;
		open_urged(&r);
		struct pty *p = type_half(&r, i);
		double seen = clock_ms();

		expect_kept(&r, p, typed);
		cr_expect_lt(clock_ms() - seen, KEPT_MS + LOADED_MS);
		end_by(p, SIGKILL);
		expect_typed(&r);
		room_close(&r);
	}
}

/* Both windows go on; what either has typed is in the file when both have gone. */
Test(cycle_typing, a_second_session_of_the_same_person_loses_nothing)
{
	for (size_t i = 0; i < NFORMS; i++) {
		struct room r;
		open_urged(&r);
		struct pty *first = type_half(&r, i);

		expect_kept(&r, first, typed);
		struct pty *second = room_go_on(&r, "jiaoyu");
		pty_expect(second, typed);
		pty_type(second, more);
		pty_expect(second, more);
		pty_type(first, "三十所");
		pty_expect(first, "三十所");
		end_by(second, SIGHUP);
		end_by(first, SIGHUP);
		struct kept k[] = {{&r, typed}, {&r, more}, {&r, "三十所"}};
		for (size_t n = 0; n < sizeof k / sizeof k[0]; n++)
			cr_expect(is_kept(NULL, &k[n]), "form %zu: \"%s\" is lost", i, k[n].text);
		room_close(&r);
	}
}

/* Another process writes, and takes its time. */
static sqlite3 *lock(const struct room *r)
{
	sqlite3 *db = file_open(r->db);

	sqlite3_busy_timeout(db, KEPT_MS);
	cr_assert_eq(sqlite3_exec(db, "BEGIN IMMEDIATE", NULL, NULL, NULL), SQLITE_OK);
	return db;
}

static void unlock(sqlite3 *db)
{
	cr_expect_eq(sqlite3_exec(db, "COMMIT", NULL, NULL, NULL), SQLITE_OK);
	sqlite3_close(db);
}

Test(cycle_typing, what_is_typed_beside_a_lock_is_kept_when_it_goes)
{
	for (size_t i = 0; i < NFORMS; i++) {
		struct room r;
		open_urged(&r);
		struct pty *p = type_half(&r, i);

		expect_kept(&r, p, typed);
		sqlite3 *other = lock(&r);
		pty_type(p, more);
		pty_expect(p, more);
		unlock(other);
		expect_kept(&r, p, more);
		pty_end(p);
		room_close(&r);
	}
}

/* It waits for the other one, and goes out whole. */
Test(cycle_typing, an_answer_that_is_sent_beside_a_lock_goes_out_when_it_goes)
{
	struct room r;
	open_urged(&r);
	struct pty *p = type_half(&r, 1);

	expect_kept(&r, p, typed);
	sqlite3 *other = lock(&r);
	pty_type(p, more);
	pty_expect(p, more);
	room_press(p, "Tab");
	pty_expect(p, "> Answer <");
	room_press(p, "Enter");
	pty_wait_taken(p);
	unlock(other);
	pty_expect(p, "answered; who issued it");
	room_expect_in(room_must(&r, NULL, "notice", "list", "--format", "tsv", NULL), more);
	pty_end(p);
	room_close(&r);
}
