/* store_backup.h - copies of the whole file, and the way back. See store.h. */
#ifndef DUBAN_DB_STORE_BACKUP_H
#define DUBAN_DB_STORE_BACKUP_H

#include "core/progress.h"
#include "core/rule/rotation.h"
#include "db/store.h"

struct backup {
	const char *path; /* of the copy */
	int64_t nbytes;
	int nkept, nremoved; /* older copies */
};

/* Puts a copy of the file as it is now into the folder, under the name of rotation.h, while others
 * work; where the day has a copy of this second or a later one, under the second behind that. It
 * gets the name only when it was verified and is on the disk; then older copies that the rules do
 * not keep are removed. Whatever fails, the folder is as it was. Rows of the result are in the
 * arena. */
int store_backup(struct store *s, const char *folder, struct moment now, const struct rotation *r,
		 const struct progress *p, struct arena *a, struct backup *done, struct err *e);

/* A post that is in force again. */
struct restored_post {
	const char *login, *person, *post; /* "reporter 区教育局" */
};

struct restored {
	const char *replaced; /* the name under which what was there is kept; NULL: nothing was */
	bool is_known;	      /* all that had been revoked and ended there could be read */
	size_t nkeys;	      /* revoked again */
	size_t npeople;	      /* shut out again */
	const char *let_in;   /* the login of one who was not: the last administrator; or NULL */
	VEC(struct restored_post) posts; /* had ended */
	size_t ndrafts;			 /* texts that people were typing and that are here too */
};

/* Puts what is in a backup at `path`, after it was verified. What was there is kept under another
 * name (PATH.replaced-…). Keys that were revoked there and persons who were shut out are so in the
 * new file too, as far as the old one can be read, and so are the drafts that people have saved
 * there since. ERR_BUSY while others have the file open; force: nothing that they write from then
 * on is taken (ERR_STATE). The log says that `who` did it, which needs no person. Rows of the
 * result are in the arena. */
int store_restore(const char *backup, const char *path, const struct actor *who, bool force,
		  const struct progress *p, struct arena *a, struct restored *done, struct err *e);

#endif
