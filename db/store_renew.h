/* store_renew.h - what another program has written into the file becomes part of it. See store.h.
 */
#ifndef DUBAN_DB_STORE_RENEW_H
#define DUBAN_DB_STORE_RENEW_H

#include "core/progress.h"
#include "db/store.h"

enum { RENEWAL_TOLD = 20 };
struct renewal {
	bool had_sums; /* false: no page had one, all get them */
	size_t npages; /* that are not what duban has written */
	const char
		*at[RENEWAL_TOLD]; /* a sentence on each of the first ones: whose rows it holds */
	bool log_is_lost;	   /* some of the last writes are, which were told of */
	int64_t nlost;		   /* as many at least; 0: not known */
	const char *copy; /* of a file that had no sums or has lost writes, as it was; else NULL */
};

/* Whoever decides on it: 0, or -1 with *e when nothing is to be changed. */
struct renewal_judge {
	int (*agrees)(void *to, const struct renewal *r, struct err *e);
	void *to;
};

/* Looks at all of the file but the sums of its pages. When it is whole, and the judge agrees, what
 * its pages say now counts as what was written, and the log says that `who` did it, which needs no
 * person. Where every sum fits nobody is asked and nothing changes. Of a write-ahead log that has
 * lost something (sql_wal.h) what is left is taken, after a copy of the file and its log.
 * ERR_FORMAT: it is not whole, nothing was changed. ERR_BUSY: somebody has it open. */
int store_renew(const char *path, const struct actor *who, const struct renewal_judge *judge,
		const struct progress *p, struct arena *a, struct renewal *r, struct err *e);

#endif
