/*
 * The line drops behind any one key of a report, from the menu of the task to the word that it is
 * handed in. Each key in turn is the last one, on a file of its own: then all that was typed is
 * kept, and the next session offers it; or the report is handed in, once and with all of it.
 */
#include "tests/e2e/room.h"

#include "core/mem.h"
#include "tests/support/file_check.h"

#include <criterion/criterion.h>
#include <criterion/parameterized.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define KEY_JIAOYU "1" /* keys are numbered as they are added */

/* The fields of the form, by their names in a draft. */
enum typed_field { NOTHING, PERCENT, DONE, PROBLEMS, NEXT, VOLUME, FIELDS };
static const char *const field_names[FIELDS] = {
	[PERCENT] = "percent", [DONE] = "done",	      [PROBLEMS] = "problems",
	[NEXT] = "next",       [VOLUME] = "volume:1",
};

/* A key by its name, or a character for a field; what is seen then of a key. */
static const struct stroke {
	const char *key, *seen;
	enum typed_field field;
} strokes[] = {
	{"Enter", "2 Enter progress", NOTHING},
	{"2", "▌percent", NOTHING},
	{"4", NULL, PERCENT},
	{"5", NULL, PERCENT},
	{"Tab", "▌done", NOTHING},
	{"完", NULL, DONE},
	{"成", NULL, DONE},
	{"二", NULL, DONE},
	{"十", NULL, DONE},
	{"所", NULL, DONE},
	{"Tab", "▌problems", NOTHING},
	{"缺", NULL, PROBLEMS},
	{"人", NULL, PROBLEMS},
	{"Tab", "▌next steps", NOTHING},
	{"复", NULL, NEXT},
	{"查", NULL, NEXT},
	{"Tab", "▌完成视力筛查学校", NOTHING},
	{"2", NULL, VOLUME},
	{"0", NULL, VOLUME},
	{"F9", "the office: 45%", NOTHING},
	{"2", "2 护眼行动: handed in", NOTHING},
};
enum { NSTROKES = sizeof strokes / sizeof strokes[0], ALL_TYPED = NSTROKES - 2, TEXT_MAX = 64 };

/* What stands in a field after the first n keys. */
static const char *typed(enum typed_field field, int n)
{
	static char text[TEXT_MAX];

	text[0] = '\0';
	for (int i = 0; i < n; i++)
		if (strokes[i].field == field)
			strcat(text, strokes[i].key);
	return text;
}

/* Whether the draft is what the first n keys have typed. */
static bool is_kept(const struct room *r, int n)
{
	bool is_so = true;

	for (int field = PERCENT; field < FIELDS; field++) {
		char *sql =
			xasprintf("SELECT text FROM draft WHERE field = '%s'", field_names[field]);
		char *text = file_text(r->db, sql);

		is_so = is_so && strcmp(text ? text : "", typed((enum typed_field)field, n)) == 0;
		free(text);
		free(sql);
	}
	return is_so;
}

static int count(const struct room *r, const char *sql)
{
	char *text = file_text(r->db, sql);
	int n = text ? (int)strtol(text, NULL, 10) : 0;

	free(text);
	return n;
}

/* How many times it was handed in; a report that is there has all that was typed. */
static int times_sent(const struct room *r)
{
	int n = count(r, "SELECT count(*) FROM log WHERE act = 'report.submit'");

	cr_expect_eq(count(r, "SELECT count(*) FROM report"), n);
	cr_expect_eq(count(r, "SELECT count(*) FROM report JOIN report_volume v ON v.report_id = id"
			      " WHERE state = 'submitted' AND percent = 45 AND done = '完成二十所'"
			      " AND problems = '缺人' AND next = '复查' AND v.value = '20'"),
		     n, "handed in is something else than was typed");
	return n;
}

/* The room as it was when nobody had come. */
struct before {
	char *bytes;
	size_t nbytes;
};

static void open_prepared(struct room *r, struct before *b)
{
	room_open(r);
	room_add_key(r, "jiaoyu", "IPZlCSYJqgd/JNvQYA2REXz1GHNMjZdPSRrMWmlhSRgz");
	room_see_tour(r);
	b->bytes = tmp_read(r->db, &b->nbytes);
}

static void prepare(struct room *r, const struct before *b)
{
	static const char *const beside[] = {"duban.db-wal", "duban.db-shm"};

	for (size_t i = 0; i < sizeof beside / sizeof beside[0]; i++) {
		char *path = tmp_path(&r->tmp, beside[i]);
		unlink(path);
		free(path);
	}
	free(tmp_write(&r->tmp, "duban.db", b->bytes, b->nbytes));
}

static struct pty *come_in(struct room *r)
{
	return room_come(r, KEY_JIAOYU, "en", 0, 0);
}

static void press(struct pty *p, const struct stroke *s)
{
	if (s->field)
		pty_type(p, s->key);
	else if (strcmp(s->key, "F9") == 0)
		pty_key(p, s->key);
	else
		room_press(p, s->key);
}

static void wait_for(struct pty *p, int i)
{
	char text[TEXT_MAX + 1];

	snprintf(text, sizeof text, "[%s", typed(strokes[i].field, i + 1));
	pty_expect(p, strokes[i].field ? text : strokes[i].seen);
}

/* What the end is: a line that drops when the last key is seen, or right behind it, and a process
 * that is killed there. */
enum end { SEEN, AT_ONCE, KILLED, ENDS };

/* The first k keys are seen, then comes one more. */
static void type_until(struct room *r, int k, enum end end)
{
	struct pty *p = come_in(r);

	pty_expect(p, "▌");
	pty_expect(p, "护眼行动");
	for (int i = 0; i <= k; i++) {
		press(p, &strokes[i]);
		if (i < k || end == SEEN)
			wait_for(p, i);
	}
	if (end == KILLED)
		pty_signal(p, SIGKILL);
	else
		pty_hangup(p);
	cr_expect_neq(pty_wait_exit(p), -1, "still running");
	pty_end(p);
}

/* Who is killed may lose what was typed in the last two seconds, but nothing between. */
static bool is_kept_so_far(const struct room *r, int n)
{
	while (n > 0 && !is_kept(r, n))
		n--;
	return is_kept(r, n);
}

static void check_file(struct room *r, int k, enum end end)
{
	int sent = times_sent(r);
	bool is_last = k == NSTROKES - 1;

	cr_expect_leq(sent, is_last, "key %d: handed in %d times", k + 1, sent);
	if (is_last && end == SEEN)
		cr_expect_eq(sent, 1, "it was said to be handed in");
	if (end == KILLED)
		cr_expect(sent || is_kept_so_far(r, k + 1), "key %d: kept is another text", k + 1);
	else if (sent)
		cr_expect_eq(count(r, "SELECT count(*) FROM draft"), 0, "handed in and kept");
	else
		cr_expect(is_kept(r, k + 1) || (end == AT_ONCE && is_kept(r, k)),
			  "key %d: neither kept nor handed in", k + 1);
}

/* Goes on where the last session ended. */
static void hand_in(struct pty *p, struct room *r)
{
	for (int i = ALL_TYPED; i < NSTROKES; i++) {
		press(p, &strokes[i]);
		wait_for(p, i);
	}
	cr_expect_eq(times_sent(r), 1);
}

/* To the form with what was typed; where that is all, it is handed in now. */
static void go_on(struct pty *p, struct room *r, int k)
{
	room_press(p, "1");
	pty_expect_gone(p, "1 Go on");
	while (k > 0 && (!strokes[k].field || !is_kept(r, k + 1)))
		k--;
	wait_for(p, k);
	if (is_kept(r, ALL_TYPED))
		hand_in(p, r);
}

/* What is kept is offered, and nothing else. */
static void check_next(struct room *r, int k)
{
	bool is_offered = count(r, "SELECT count(*) FROM draft WHERE text <> ''") > 0;
	struct pty *p = come_in(r);

	pty_expect(p, is_offered ? "1 Go on" : "0 main menu");
	cr_expect_eq(pty_find(p, "1 Go on", NULL, NULL), is_offered, "key %d:\n%s", k + 1,
		     pty_screen(p));
	if (is_offered && !times_sent(r))
		go_on(p, r, k);
	pty_end(p);
}

ParameterizedTestParameters(hang_up, behind_every_key_of_a_report)
{
	static enum end ends[ENDS];

	for (int i = 0; i < ENDS; i++)
		ends[i] = (enum end)i;
	return cr_make_param_array(enum end, ends, ENDS);
}

ParameterizedTest(enum end *end, hang_up, behind_every_key_of_a_report)
{
	struct before before;
	struct room r;

	open_prepared(&r, &before);
	for (int k = 0; k < NSTROKES; k++) {
		prepare(&r, &before);
		type_until(&r, k, *end);
		check_file(&r, k, *end);
		check_next(&r, k);
		char *fault = file_fault(r.db);
		cr_expect_null(fault, "key %d: %s", k + 1, fault);
		free(fault);
	}
	free(before.bytes);
	room_close(&r);
}
