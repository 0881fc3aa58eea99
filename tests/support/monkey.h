/*
 * monkey.h - a monkey at the keyboard, and what is needed to learn from it. Act number i of a seed
 * is the same on every machine: keys (those that lead deeper more often than those that lead out),
 * digits, letters, Chinese, full-width signs, Alt and Ctrl, the mouse, broken sequences, bytes that
 * are no text, pastes, windows of every size.
 *
 * A game is played in a process of its own. When it ends badly, acts are left out as long as it
 * still does, and the sentence that comes back tells the seed, the numbers of the acts that were
 * needed and what they are. In the environment MONKEY_SEED is what takes the place of seed 1 (the
 * others follow), MONKEY_KEYS the number of acts; with MONKEY_ONLY ("12 40 41") these acts of
 * MONKEY_SEED alone are played.
 *
 *	static void play(struct monkey *m, void *data)
 *	{
 *		while (monkey_next(m))
 *			…do m->act, and monkey_fail(m, "…") when something is wrong
 *	}
 *	char *trouble = monkey_play(7, 20000, play, NULL);
 *	cr_expect_null(trouble, "%s", trouble);
 */
#ifndef DUBAN_TESTS_MONKEY_H
#define DUBAN_TESTS_MONKEY_H

#include "core/mem.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum monkey_kind {
	MONKEY_KEY,   /* text: a name of key.h */
	MONKEY_TYPE,  /* text: characters, UTF-8 */
	MONKEY_PASTE, /* text: any bytes */
	MONKEY_BYTES, /* text: any bytes, as they come over the line */
	MONKEY_CLICK, /* the mouse: row and col, button 0 to 2, 64 and 65 for the wheel */
	MONKEY_RESIZE /* rows and cols */
};

struct monkey_act {
	enum monkey_kind kind;
	struct strbuf text;
	int rows, cols, button;
	bool look; /* what comes next is done after the screen has shown this */
};

/* Act number i. What act->text has is reused; the caller frees it at the end. */
void monkey_act(uint64_t seed, unsigned i, struct monkey_act *act);
/* As people read it: `Enter`, `"健"`, `resize 40x10`, `paste of 4000 bytes`. */
void monkey_say(const struct monkey_act *act, struct strbuf *out);

struct monkey {
	uint64_t seed;
	unsigned i;	       /* number of the act */
	struct monkey_act act; /* the one to do now */
	/* the rest is monkey.c's */
	const unsigned *at;
	size_t n, next;
	struct monkey_board *board;
};

/* The next act in m->act; false at the end. An act that takes longer than 30 seconds ends the game
 * as a bad one. */
bool monkey_next(struct monkey *m);
/* Ends the game as a bad one. */
void monkey_fail(struct monkey *m, const char *fmt, ...)
	__attribute__((format(printf, 2, 3), noreturn));

typedef void monkey_game(struct monkey *m, void *data);
/* Plays acts 0 to n - 1. NULL when all went well, else what happened; the caller frees it. */
char *monkey_play(uint64_t seed, unsigned n, monkey_game *play, void *data);

#endif
