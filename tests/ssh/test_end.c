/*
 * How a session ends that the person did not leave: the key is revoked, the line drops in the
 * middle of a word, nobody types any more; and how many one person may have. Nothing that was seen
 * is lost.
 */
#include "tests/ssh/server.h"

#include "core/mem.h"
#include "tests/support/file_check.h"

#include <signal.h>
#include <stdlib.h>

static const char typed[] = "筛查车检修，改到下周";

/* At the form of a report, the cursor where it tells what was done. */
static struct pty *sit_at_form(struct server *s, const char *key)
{
	struct pty *p = server_sit(s, key, NULL);

	pty_expect(p, "What I owe");
	room_press(p, "Enter 2");
	pty_expect(p, "percent *");
	room_press(p, "6 2");
	room_tab_to(p, "done");
	pty_type(p, typed);
	pty_expect(p, typed);
	return p;
}

static void expect_kept(struct server *s, const char *text)
{
	char *kept = file_text(s->room.db, "SELECT text FROM draft WHERE field = 'done'");

	cr_expect_str_eq(kept ? kept : "", text);
	free(kept);
}

static void expect_open_sessions(struct server *s, const char *n)
{
	char *open = file_text(s->room.db, "SELECT count(*) FROM session WHERE ended_at IS NULL");

	cr_expect_str_eq(open, n);
	free(open);
}

static void expect_offered(struct server *s, const char *key)
{
	struct pty *p = server_sit(s, key, NULL);

	pty_expect(p, "1 Go on");
	room_press(p, "1");
	pty_expect(p, typed);
	pty_end(p);
}

enum { REVOKED = 4 };

Test(ssh_end, comes_with_the_next_key_when_the_key_is_revoked)
{
	SERVER(s);
	struct pty *p = sit_at_form(&s, "jiaoyu");

	pty_expect(p, "draft kept");
	server_must(&s, "office", "key revoke 2 --reason 电脑遗失");
	room_press(p, "Tab");
	cr_expect_eq(pty_wait_exit(p), REVOKED, "%s", pty_screen(p));
	cr_expect(pty_find(p, "your key was revoked", NULL, NULL), "%s", pty_screen(p));
	cr_expect(pty_find(p, "电脑遗失", NULL, NULL), "%s", pty_screen(p));
	pty_end(p);
	expect_open_sessions(&s, "0");
	expect_kept(&s, typed);
	room_expect_in(
		server_must(&s, "office", "access list --limit 1 --format tsv --login jiaoyu"),
		"refused");
	server_add_key(&s, "jiaoyu-new", "jiaoyu");
	expect_offered(&s, "jiaoyu-new");
	server_close(&s);
}

Test(ssh_end, comes_when_the_person_may_come_in_no_longer)
{
	SERVER(s);
	struct pty *p = server_sit(&s, "shuiwu", NULL);

	pty_expect(p, "What I owe");
	server_must(&s, "office", "person disable shuiwu");
	room_press(p, "Down");
	cr_expect_eq(pty_wait_exit(p), REVOKED, "%s", pty_screen(p));
	cr_expect(pty_find(p, "can no longer come in", NULL, NULL), "%s", pty_screen(p));
	pty_end(p);
	server_close(&s);
}

/* The client is gone from one moment to the next, as a computer that is switched off. */
Test(ssh_end, in_the_middle_of_typing_loses_nothing)
{
	SERVER(s);
	struct pty *p = sit_at_form(&s, "jiaoyu");
	int session = server_last_session(&s);

	expect_open_sessions(&s, "1");
	pty_signal(p, SIGKILL);
	server_wait_end(session);
	pty_end(p);
	expect_open_sessions(&s, "0");
	expect_kept(&s, typed);
	char *fault = file_fault(s.room.db);
	cr_expect_null(fault, "%s", fault);
	free(fault);
	expect_offered(&s, "jiaoyu");
	server_close(&s);
}

Test(ssh_end, comes_when_nobody_types_any_more)
{
	SERVER_WITH(s, .clock = true, .config = "idle_limit = 30;\n");
	struct pty *p = sit_at_form(&s, "jiaoyu");

	server_pass(&s, 29);
	pty_expect(p, "Nothing has been typed for a while");
	server_pass(&s, 30);
	cr_expect_eq(pty_wait_exit(p), 0, "%s", pty_screen(p));
	cr_expect(pty_find(p, "nothing was typed for 30 minutes", NULL, NULL), "%s", pty_screen(p));
	pty_end(p);
	expect_open_sessions(&s, "0");
	expect_kept(&s, typed);
	server_close(&s);
}

Test(ssh_end, comes_at_once_for_one_session_too_many)
{
	SERVER_WITH(s, .config = "sessions_per_person = 2;\n");
	struct pty *first = server_sit(&s, "jiaoyu", NULL), *second, *third, *other;

	pty_expect(first, "What I owe");
	int session = server_last_session(&s);
	second = server_sit(&s, "jiaoyu", NULL);
	pty_expect(second, "What I owe");
	third = server_sit(&s, "jiaoyu", NULL);
	cr_expect_eq(pty_wait_exit(third), 5, "%s", pty_screen(third));
	cr_expect(pty_find(third, "you have 2 sessions open", NULL, NULL), "%s", pty_screen(third));
	other = server_sit(&s, "shuiwu", NULL);
	pty_expect(other, "What I owe");
	server_must(&s, "jiaoyu", "list"); /* verbs do not count */
	pty_end(third);
	pty_end(first);
	server_wait_end(session);
	third = server_sit(&s, "jiaoyu", NULL);
	pty_expect(third, "What I owe");
	pty_end(third);
	pty_end(second);
	pty_end(other);
	server_close(&s);
}
