/*
 * plan_file.h - a file of any kind that offices send plans in, made into a plan: text in the usual
 * encodings, web pages, Word and Excel documents, PDF, plan JSON. What needs heavy libraries is
 * done by a program of its own, duban-convert.
 */
#ifndef DUBAN_EXCHANGE_PLAN_FILE_H
#define DUBAN_EXCHANGE_PLAN_FILE_H

#include "core/plan/plan.h"
#include "exchange/file_kind.h"

/* What a plan was read from. */
struct plan_source {
	enum file_kind kind;
	const char *encoding; /* of a text: "UTF-8", "GB18030", "Big5" …; "" for documents */
};

/*
 * Reads the file and makes the plan of it; all memory is the arena's. Fails with ERR_NOT_FOUND,
 * ERR_IO or ERR_INPUT where there is no file that can be read (missing, no permission, a directory,
 * too large) and with ERR_FORMAT where it is nothing that a plan can be read from; the sentence
 * names the file and says what to do. Characters that an earlier conversion of the file has lost
 * (U+FFFD) become doubts. `source` may be NULL.
 */
int plan_file_read(struct arena *a, const char *path, struct plan *p, struct plan_source *source,
		   struct err *e);

/* How it was read, for people: "Word document", "plain text in GB18030"; "" for plain text in
 * UTF-8, which goes without saying. In the arena. */
const char *plan_source_text(struct arena *a, const struct plan_source *source);

#endif
