/* Whole or not at all: the text goes into a new file beside the one meant, which then takes its
 * name. */
#include "print/file.h"

#include "core/i18n.h"
#include "core/mem.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static int file_error(const char *path, struct err *e)
{
	return err_set(e, ERR_IO, _("\"%s\" cannot be written: %s"), path, strerror(errno));
}

bool print_file_exists(const char *path, int64_t *changed_at)
{
	struct stat st;

	if (stat(path, &st) < 0 || !S_ISREG(st.st_mode))
		return false;
	*changed_at = (int64_t)st.st_mtime;
	return true;
}

int print_write_file(const char *path, const char *text, size_t nbytes, struct err *e)
{
	char *beside = xasprintf("%s.%ld", path, (long)getpid());
	FILE *f = fopen(beside, "wxe");
	int rc = 0;

	if (!f) {
		free(beside);
		return file_error(path, e);
	}
	if (fwrite(text, 1, nbytes, f) != nbytes)
		rc = file_error(path, e);
	if (fclose(f) != 0 || (rc == 0 && rename(beside, path) < 0))
		rc = file_error(path, e);
	if (rc < 0)
		unlink(beside);
	free(beside);
	return rc;
}
