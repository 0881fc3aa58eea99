/* backup_desk.h - the district of the fixture with a folder for copies, and what tests do to
 * files. */
#ifndef DUBAN_TESTS_DB_BACKUP_DESK_H
#define DUBAN_TESTS_DB_BACKUP_DESK_H

#include "db/store_backup.h"
#include "db/store_verify.h"
#include "tests/db/fixture.h"

struct backup_desk {
	struct fixture f;
	char *folder;
	struct backup done; /* the last one */
	struct verify_findings found;
};

extern struct backup_desk backups;

void backup_desk_begin(void);
void backup_desk_end(void);

/* Evidence with a file of its own, and rows about access, so that every part of a verification has
 * something to look at. */
void backup_put_file(void);

/* Rules that keep seven days, five weeks, twelve months. */
int backup_make(void);
/* Verifies a file; the number of findings. */
size_t backup_verify(const char *path);
/* Whether one of the findings of backup_verify() says this. */
bool backup_found(const char *words);
/* How many copies are in the folder; fails the test when there is anything else in it. */
int backup_count(void);
/* How many rows a file has about access. */
int64_t backup_told(const char *path);

#endif
