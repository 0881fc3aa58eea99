/* store_verify.h - whether a file is whole: its pages, what rows say of each other, the chains of
 * the log and of access, the content of files. See store.h. */
#ifndef DUBAN_DB_STORE_VERIFY_H
#define DUBAN_DB_STORE_VERIFY_H

#include "core/progress.h"
#include "db/store.h"

/* Sentences, each said once; the first twenty are kept. */
enum { VERIFY_FINDINGS = 20 };
struct verify_findings {
	const char *at[VERIFY_FINDINGS];
	size_t n;      /* also those that are not kept */
	size_t npages; /* those of them that are pages which duban has not written */
};

/* Looks at the file as it is at this moment; others go on writing. 0: all was looked at, f->n tells
 * whether it is whole. -1: it could not be looked at (ERR_BUSY). What cannot be read because it is
 * damaged is a finding. */
int store_verify(struct store *s, struct arena *a, const struct progress *p,
		 struct verify_findings *f, struct err *e);

/* All of it but whether pages are what was written. `schema` as store_open_as_is() gives it. */
int store_verify_rows(struct store *s, int64_t schema, struct arena *a, const struct progress *p,
		      struct verify_findings *f, struct err *e);

/* The same for a file that nobody has opened; one that cannot be opened as a duban file is a
 * finding, one that is not there or may not be read is not. */
int store_verify_file(const char *path, struct arena *a, const struct progress *p,
		      struct verify_findings *f, struct err *e);

/* As store_verify_file(), of the two chains alone: the first row of each that does not fit, also
 * where its page is not what duban has written. */
int store_verify_chains(const char *path, struct arena *a, struct verify_findings *f,
			struct err *e);

#endif
