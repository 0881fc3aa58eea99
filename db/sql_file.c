/* The file of a database and what lies beside it, before an engine has opened it. */
#include "db/sql_file.h"

#include "core/i18n.h"
#include "core/mem.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

int sql_file_make(const char *path, struct err *e)
{
	int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);

	if (fd < 0 && errno == EEXIST)
		return err_set(e, ERR_EXISTS, _("%s is there already"), path);
	if (fd < 0)
		return err_set(e, ERR_IO, _("cannot make %s: %s"), path, strerror(errno));
	close(fd);
	return 0;
}

bool sql_file_has_log(const char *path)
{
	char *wal = xasprintf("%s-wal", path);
	struct stat st;
	bool has = stat(wal, &st) == 0 && st.st_size > 0;

	free(wal);
	return has;
}

/* Every byte of the path that a URI treats specially is written as %XX. */
char *sql_file_uri(const char *path)
{
	struct strbuf b = STRBUF_INIT;

	strbuf_puts(&b, "file:");
	for (const unsigned char *s = (const unsigned char *)path; *s; s++) {
		if (*s == '%' || *s == '?' || *s == '#' || *s >= 0x80)
			strbuf_printf(&b, "%%%02X", *s);
		else
			strbuf_putc(&b, (char)*s);
	}
	strbuf_puts(&b, "?immutable=1");
	return strbuf_detach(&b);
}
