/* store_file.h - the content of evidence that is a file. It lies in the shared file too, in pieces;
 * what several pieces of evidence have alike lies there once. See store.h. */
#ifndef DUBAN_DB_STORE_FILE_H
#define DUBAN_DB_STORE_FILE_H

#include "db/report/store_evidence.h"

/* A file that nobody else changes any more. */
struct file_new {
	int fd;
	int64_t nbytes;
	const char *type; /* media type, by its content */
};

/* Before it is taken in: whether this person may record evidence of the unit at all, and how many
 * bytes it may have at most; more are refused by store_file_add(). */
int store_file_room(struct store *s, const struct actor *who, int64_t unit_id, int64_t *most,
		    struct err *e);
/* The folder of the shared file: where there is room for that, there is room for one on its way. In
 * the arena. */
const char *store_file_folder(const struct store *s, struct arena *a);
/* As store_evidence_add() for v->kind EVIDENCE_FILE, with its content. The same content of the same
 * unit is the same evidence: only the link is added. What the office does not take (policy.h) is
 * refused with ERR_INPUT, field "file". */
int store_file_add(struct store *s, const struct actor *who, const struct evidence_new *v,
		   const struct file_new *file, struct arena *a, struct evidence_row *row,
		   unsigned *changes, struct err *e);

typedef int file_take(void *to, const void *bytes, size_t nbytes, struct err *e);
/* Gives the content, piece after piece; before the first one all of it was compared with its
 * SHA-256. Of withdrawn evidence too. `row` is the evidence, as it may be read. */
int store_file_read(struct store *s, const struct evidence_row *row, file_take *take, void *to,
		    struct err *e);

#endif
