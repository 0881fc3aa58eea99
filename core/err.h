/*
 * err.h - how every function of duban that can fail says so.
 *
 * Such a function returns 0, or -1 after filling the caller's struct err with a code for programs
 * and tests and a sentence for people (already translated, UTF-8, no trailing full stop in
 * English). On the way up a caller adds where it happened: "import plan.txt: line 12: …".
 */
#ifndef DUBAN_CORE_ERR_H
#define DUBAN_CORE_ERR_H

enum err_code {
	ERR_NONE,
	ERR_INPUT,     /* a value that a person gave is not usable */
	ERR_NOT_FOUND, /* no such plan, action, unit, person, file … */
	ERR_EXISTS,    /* it is there already */
	ERR_DENIED,    /* may() said no */
	ERR_STATE,     /* the state of the thing does not allow it: closed, withdrawn … */
	ERR_CONFLICT,  /* somebody else changed it since it was read */
	ERR_BUSY,      /* the file stayed locked for longer than we wait */
	ERR_IO,	       /* the operating system refused */
	ERR_FORMAT,   /* bytes that are not what they should be: no text, no database, newer file */
	ERR_TERMINAL, /* no terminal, or one that cannot be used */
	ERR_BUG	      /* ours: should not happen */
};

struct err {
	enum err_code code;
	char text[1024]; /* whole UTF-8 characters; a longer sentence ends in "…" */
	char field[32];	 /* the form field or option that it concerns ("percent"), or "" */
	int remedy; /* what the unit can ask for so that it goes: enum request_kind, 0 nothing */
};

#define ERR_INIT                                                                                   \
	{                                                                                          \
		ERR_NONE, "", "", 0                                                                \
	}

/* Fills *e and returns -1, so that a function can end with `return err_set(e, …)`. */
int err_set(struct err *e, enum err_code code, const char *fmt, ...)
	__attribute__((format(printf, 3, 4)));

/* As err_set(), naming the field that the sentence belongs beside. */
int err_set_field(struct err *e, enum err_code code, const char *field, const char *fmt, ...)
	__attribute__((format(printf, 4, 5)));

/* As err_set(), naming what the unit can ask for so that it goes (enum request_kind). */
int err_set_remedy(struct err *e, enum err_code code, int remedy, const char *fmt, ...)
	__attribute__((format(printf, 4, 5)));

/* Puts "context: " before the sentence, keeps the rest; returns -1. */
int err_wrap(struct err *e, const char *fmt, ...) __attribute__((format(printf, 2, 3)));

/* The name of a code for programs: "denied". Never translated. */
const char *err_code_word(enum err_code code);

/* Exit status of a verb that ended with this code: 2 usage and values, 3 not found, 4 denied …
 * (the table stands in err.c and in duban(1)). */
int err_exit_status(enum err_code code);

#endif
