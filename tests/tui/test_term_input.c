/* What comes over a line, in its time: Esc and Alt, pastes, double clicks, answers, the end. */
#include "tui/term/term_input.h"

#include "tui/term/term_wait.h"

#include <criterion/criterion.h>
#include <locale.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

/* A line that bytes are sent over. */
struct line {
	int fds[2];
	struct term_input in;
	struct key k;
	char label[KEY_LABEL];
};

static void line_open(struct line *l, int escape_ms)
{
	cr_assert(setlocale(LC_CTYPE, "C.UTF-8"));
	cr_assert_eq(pipe(l->fds), 0);
	term_input_begin(&l->in, l->fds[0], escape_ms);
}

static void line_close(struct line *l)
{
	term_input_end(&l->in);
	close(l->fds[0]);
	close(l->fds[1]);
}

static void line_send(struct line *l, const char *bytes)
{
	size_t n = strlen(bytes);

	cr_assert_eq(write(l->fds[1], bytes, n), (ssize_t)n);
}

/* The next key by its name, "" when there is none. */
static const char *line_key(struct line *l)
{
	term_input_read(&l->in, &l->k, 0);
	return key_label(&l->k, l->label);
}

Test(term, esc_is_known_soon_and_alt_and_arrows_too)
{
	struct line l;

	line_open(&l, 25);
	line_send(&l, "\033");
	cr_expect_str_eq(line_key(&l), "Esc");
	line_send(&l, "\033\033");
	cr_expect_str_eq(line_key(&l), "Esc");
	cr_expect_str_eq(line_key(&l), "Esc");
	line_send(&l, "\033x\033[A\033OPa");
	cr_expect_str_eq(line_key(&l), "Alt-x");
	cr_expect_str_eq(line_key(&l), "Up");
	cr_expect_str_eq(line_key(&l), "F1");
	cr_expect_str_eq(line_key(&l), "a");
	cr_expect_str_eq(line_key(&l), "");
	line_close(&l);
}

Test(term, the_late_rest_of_a_sequence_is_not_typed)
{
	static const char *const rests[] = {"[A", "OP", "[1;5C", "[<0;3;4M", "[15~"};
	struct line l;

	line_open(&l, 25);
	for (size_t i = 0; i < sizeof rests / sizeof rests[0]; i++) {
		line_send(&l, "\033");
		cr_expect_str_eq(line_key(&l), "Esc");
		line_send(&l, rests[i]);
		cr_expect_str_eq(line_key(&l), "", "%s", rests[i]);
		line_send(&l, rests[i]); /* now it is typed */
		cr_expect_eq(line_key(&l)[0], rests[i][0]);
		while (line_key(&l)[0])
			;
	}
	line_send(&l, "\033");
	cr_expect_str_eq(line_key(&l), "Esc");
	line_send(&l, "OK");
	cr_expect_str_eq(line_key(&l), "O");
	cr_expect_str_eq(line_key(&l), "K");
	line_close(&l);
}

Test(term, a_sequence_in_parts_is_one_where_the_time_is_long)
{
	struct line l;

	line_open(&l, 1000);
	line_send(&l, "\033");
	pid_t child = fork();
	if (child == 0) {
		poll(NULL, 0, 60); /* the line is slow */
		_exit(write(l.fds[1], "[B", 2) != 2);
	}
	cr_expect_str_eq(line_key(&l), "Down");
	cr_assert_eq(waitpid(child, NULL, 0), child);
	line_close(&l);
}

Test(term, a_paste_is_one_input_whatever_is_in_it)
{
	struct line l;

	line_open(&l, 25);
	line_send(&l, "\033[200~甲\r\033[A\033[20乙\033[201~x");
	term_input_read(&l.in, &l.k, 0);
	cr_assert_eq(l.k.kind, INPUT_PASTE);
	cr_expect_eq(l.k.paste_nbytes, strlen("甲\n\033[A\033[20乙"));
	cr_expect_eq(memcmp(l.k.paste, "甲\n\033[A\033[20乙", l.k.paste_nbytes), 0);
	cr_expect_str_eq(line_key(&l), "x");
	line_send(&l, "\033[200~甲\r\n乙\r\r丙\033[201~");
	term_input_read(&l.in, &l.k, 0);
	cr_expect_eq(memcmp(l.k.paste, "甲\n乙\n\n丙", l.k.paste_nbytes), 0, "one line end each");
	line_close(&l);
}

static void expect_paste(struct line *l, const char *text)
{
	term_input_read(&l->in, &l->k, 0);
	cr_assert_eq(l->k.kind, INPUT_PASTE, "%s", text);
	cr_expect_eq(l->k.paste_nbytes, strlen(text));
	cr_expect_eq(memcmp(l->k.paste, text, strlen(text)), 0, "%s", text);
}

Test(term, a_paste_whose_end_never_comes_is_over_with_a_rest)
{
	struct line l;

	line_open(&l, 25);
	line_send(&l, "\033[200~甲乙\033");
	expect_paste(&l, "甲乙");
	cr_expect_str_eq(line_key(&l), "Esc", "typed to get out of it");
	line_send(&l, "x\033[B");
	cr_expect_str_eq(line_key(&l), "x");
	cr_expect_str_eq(line_key(&l), "Down");
	line_close(&l);
}

/* Somebody tries keys all the time: they are heard again, though there never was a rest. */
Test(term, keys_that_are_tried_do_not_keep_a_paste_open)
{
	enum { TRIED = 30, APART_MS = 50 };
	struct line l;
	int nkeys = 0;

	line_open(&l, 25);
	line_send(&l, "\033[200~甲");
	pid_t child = fork();
	if (child == 0) {
		for (int i = 0; i < TRIED; i++) {
			poll(NULL, 0, APART_MS);
			if (write(l.fds[1], "j", 1) != 1)
				_exit(1);
		}
		_exit(0);
	}
	term_input_read(&l.in, &l.k, 0);
	cr_assert_eq(l.k.kind, INPUT_PASTE);
	cr_expect_lt(l.k.paste_nbytes, strlen("甲") + TRIED);
	size_t in_paste = l.k.paste_nbytes - strlen("甲");
	for (;;) {
		term_input_read(&l.in, &l.k, APART_MS * TRIED);
		if (l.k.kind != INPUT_TEXT)
			break;
		nkeys++;
	}
	cr_assert_eq(waitpid(child, NULL, 0), child);
	cr_expect_eq(in_paste + (size_t)nkeys, TRIED, "none is lost");
	line_close(&l);
}

Test(term, the_late_rest_of_a_paste_is_no_keys)
{
	struct line l;

	line_open(&l, 25);
	line_send(&l, "\033[200~甲");
	expect_paste(&l, "甲");
	line_send(&l, "the line has stalled for long\r");
	expect_paste(&l, "the line has stalled for long\n");
	line_send(&l, "end\033[201~x");
	expect_paste(&l, "end");
	cr_expect_str_eq(line_key(&l), "x");
	line_send(&l, "a long word and no paste");
	cr_expect_str_eq(line_key(&l), "a");
	line_close(&l);
}

Test(term, a_paste_ends_with_the_line)
{
	struct line l;

	line_open(&l, 25);
	line_send(&l, "x\033[200~甲\r乙");
	cr_expect_str_eq(line_key(&l), "x");
	close(l.fds[1]);
	expect_paste(&l, "甲\n乙");
	term_input_read(&l.in, &l.k, 0);
	cr_expect_eq(l.k.kind, INPUT_HANGUP);
	l.fds[1] = dup(l.fds[0]);
	line_close(&l);
}

Test(term, two_presses_at_one_place_are_a_double_click)
{
	struct line l;

	line_open(&l, 25);
	line_send(&l, "\033[<0;3;4M\033[<0;3;4m\033[<0;3;4M\033[<0;3;4M\033[<0;9;4M");
	static const enum mouse expected[] = {MOUSE_PRESS, MOUSE_DOUBLE, MOUSE_PRESS, MOUSE_PRESS};
	for (size_t i = 0; i < 4; i++) {
		term_input_read(&l.in, &l.k, 0);
		cr_expect_eq(l.k.kind, INPUT_MOUSE);
		cr_expect_eq(l.k.mouse, expected[i], "press %zu", i);
	}
	line_close(&l);
}

Test(term, the_answer_about_widths_comes_as_an_input)
{
	struct line l;

	line_open(&l, 25);
	line_send(&l, "\033[7;3R");
	cr_expect_str_eq(line_key(&l), "", "nobody has asked");
	term_input_expect_report(&l.in);
	line_send(&l, "x\033[7;3R\033[7;2R");
	cr_expect_str_eq(line_key(&l), "x");
	term_input_read(&l.in, &l.k, 0);
	cr_expect(l.k.kind == INPUT_LOOK && l.k.wide);
	cr_expect_str_eq(line_key(&l), "", "one answer is enough");
	line_close(&l);
}

Test(term, what_was_typed_blindly_is_dropped_but_not_the_answer)
{
	struct line l;
	struct key answer = {.kind = INPUT_TICK};

	line_open(&l, 25);
	term_input_expect_report(&l.in);
	line_send(&l, "Enter\r\033[A\033[7;2Rmore\033[200~paste\033[201~");
	cr_expect(term_input_drop(&l.in, &answer));
	cr_expect(answer.kind == INPUT_LOOK && !answer.wide);
	line_send(&l, "y");
	cr_expect_str_eq(line_key(&l), "y");
	cr_expect_not(term_input_drop(&l.in, &answer));
	line_close(&l);
}

Test(term, waiting_ends_with_bytes_with_the_time_and_with_the_line)
{
	int fds[2];

	cr_assert_eq(pipe(fds), 0);
	cr_expect_eq(term_wait_input(fds[0], 0), 0);
	cr_expect_not(term_wait_at_end(fds[0]));
	cr_assert_eq(write(fds[1], "x", 1), 1);
	cr_expect_eq(term_wait_input(fds[0], -1), 1);
	cr_expect_not(term_wait_at_end(fds[0]));
	char c;
	cr_assert_eq(read(fds[0], &c, 1), 1);
	close(fds[1]);
	cr_expect_eq(term_wait_input(fds[0], -1), -1);
	close(fds[0]);
}
