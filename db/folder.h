/* folder.h - the folder in which whole database files are put: one process at a time, and what was
 * put there is on the disk. Nothing outside db/ includes it. */
#ifndef DUBAN_DB_FOLDER_H
#define DUBAN_DB_FOLDER_H

#include "core/err.h"

/* Opens it and holds it: ERR_BUSY where another backup or restore does. The file descriptor, or -1;
 * closing it lets go. */
int folder_hold(const char *path, struct err *e);
/* The folder that a path lies in ("."), for the caller to free. */
char *folder_of(const char *path);
/* What was written to the file is on the disk; no connection of this process may be open on it. */
int folder_keep_file(const char *path, struct err *e);
/* The same for names that were made, changed or removed. */
int folder_keep_names(int fd, const char *path, struct err *e);
/* A copy byte by byte, on the disk, mode 0600; ERR_EXISTS, ERR_NOT_FOUND. Neither file may be open
 * in this process. */
int folder_copy_file(const char *from, const char *to, struct err *e);
/* What SQLite puts beside a file gets a second name, beside another one; there may be none. -1 and
 * errno when it cannot. */
int folder_link_log(const char *from, const char *to);
void folder_drop_log(const char *path);
/* The file of a database that never came to be, with what SQLite puts beside it. */
void folder_drop(const char *path);

#endif
