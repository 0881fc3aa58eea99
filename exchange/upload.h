/* upload.h - bytes that come in, from a file or from the other end of a connection, gathered in an
 * unnamed file that nobody else can change and that is gone with the program. */
#ifndef DUBAN_EXCHANGE_UPLOAD_H
#define DUBAN_EXCHANGE_UPLOAD_H

#include "core/err.h"

#include <stdint.h>

struct upload {
	int fd; /* at its beginning */
	int64_t nbytes;
};

/*
 * Takes what `from` gives until its end, at most `most` bytes and one more that shows that there
 * are too many. The file lies in the folder, which has to have room. `answer` is where the answer
 * will go, -1 for nowhere: when nobody reads there any more, the connection has broken and the end
 * that was met is none; ERR_IO, as for a full disk. While nothing comes the watch of transfer.h is
 * asked, and what it says ends the upload.
 */
int upload_take(struct upload *u, int from, int answer, const char *folder, int64_t most,
		struct err *e);
/* The same of the file at a path; ERR_INPUT, field "file", where there is no file to read. */
int upload_take_file(struct upload *u, const char *path, const char *folder, int64_t most,
		     struct err *e);
void upload_close(struct upload *u);

#endif
