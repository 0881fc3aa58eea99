/* Temporary folders under TMPDIR, removed with everything in them. */
#include "tests/support/tmp.h"

#include "core/mem.h"
#include "tests/support/fatal.h"

#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

void tmp_make(struct tmp *t)
{
	const char *base = getenv("TMPDIR");
	int n = snprintf(t->dir, sizeof t->dir, "%s/duban-test.XXXXXX", base ? base : "/tmp");

	if (n < 0 || (size_t)n >= sizeof t->dir || !mkdtemp(t->dir))
		fatal_errno("%s", t->dir);
}

static int remove_one(const char *path, const struct stat *st, int type, struct FTW *ftw)
{
	(void)st;
	(void)type;
	(void)ftw;
	return remove(path);
}

static int make_writable(const char *path, const struct stat *st, int type, struct FTW *ftw)
{
	(void)st;
	(void)ftw;
	return type == FTW_D ? chmod(path, 0700) : 0;
}

void tmp_remove(struct tmp *t)
{
	nftw(t->dir, make_writable, 16, FTW_PHYS);
	if (nftw(t->dir, remove_one, 16, FTW_DEPTH | FTW_PHYS) != 0)
		fatal_errno("remove %s", t->dir);
	t->dir[0] = '\0';
}

char *tmp_path(const struct tmp *t, const char *name)
{
	return xasprintf("%s/%s", t->dir, name);
}

char *tmp_write(const struct tmp *t, const char *name, const void *bytes, size_t nbytes)
{
	char *path = tmp_path(t, name);
	FILE *f = fopen(path, "wb");

	if (!f || fwrite(bytes, 1, nbytes, f) != nbytes || fclose(f) != 0)
		fatal_errno("write %s", path);
	return path;
}

char *tmp_puts(const struct tmp *t, const char *name, const char *text)
{
	return tmp_write(t, name, text, strlen(text));
}

char *tmp_read(const char *path, size_t *nbytes)
{
	struct strbuf b = STRBUF_INIT;
	FILE *f = fopen(path, "rb");
	char part[4096];
	size_t n;

	if (!f)
		return NULL;
	while ((n = fread(part, 1, sizeof part, f)) > 0)
		strbuf_add(&b, part, n);
	if (ferror(f))
		fatal_errno("read %s", path);
	fclose(f);
	if (nbytes)
		*nbytes = b.nbytes;
	return strbuf_detach(&b);
}
