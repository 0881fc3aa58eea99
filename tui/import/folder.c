/* folder.c - reads a folder of the server for the choice of a document. */
#include "tui/import/folder.h"

#include "core/i18n.h"
#include "core/text/utf8.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>

static int by_kind_then_time(const void *x, const void *y)
{
	const struct folder_entry *a = x, *b = y;

	if (a->folder != b->folder)
		return a->folder ? -1 : 1;
	if (a->document != b->document)
		return a->document ? -1 : 1;
	if (!a->folder && a->changed_at != b->changed_at)
		return a->changed_at > b->changed_at ? -1 : 1;
	return strcmp(a->name, b->name);
}

static bool ends_with(const char *name, const char *end)
{
	size_t n = strlen(name), nend = strlen(end);

	return n > nend && strcasecmp(name + n - nend, end) == 0;
}

/* A guess that orders the list: what a file is, its bytes tell when it is read. */
static bool is_document(const char *name)
{
	static const char *const ends[] = {".docx", ".doc", ".pdf", ".xlsx", ".txt",
					   ".html", ".htm", ".md",  ".json", ".wps"};

	for (size_t i = 0; i < sizeof ends / sizeof ends[0]; i++)
		if (ends_with(name, ends[i]))
			return true;
	return false;
}

/* The program's own file and what SQLite lays beside it are no documents. */
static bool is_database(const char *name)
{
	static const char *const ends[] = {".db", ".db-wal", ".db-shm", ".db-journal"};

	for (size_t i = 0; i < sizeof ends / sizeof ends[0]; i++)
		if (ends_with(name, ends[i]))
			return true;
	return false;
}

static bool is_shown(const char *name, bool root)
{
	if (strcmp(name, "..") == 0)
		return !root;
	return name[0] != '.' && !is_database(name) &&
	       utf8_first_bad(name, strlen(name)) == strlen(name);
}

static void add_entry(struct arena *a, DIR *dir, const char *name, struct folder_entries *entries)
{
	struct folder_entry *entry;
	struct stat st;

	if (fstatat(dirfd(dir), name, &st, 0) < 0 || !(S_ISDIR(st.st_mode) || S_ISREG(st.st_mode)))
		return;
	entry = vec_push(a, &entries->rows);
	entry->name = arena_strdup(a, name);
	entry->folder = S_ISDIR(st.st_mode);
	entry->document = !entry->folder && is_document(name);
	entry->nbytes = st.st_size;
	entry->changed_at = st.st_mtime;
}

int folder_read(struct arena *a, const char *path, struct folder_entries *entries, struct err *e)
{
	DIR *dir = opendir(path);
	const struct dirent *d;

	if (!dir)
		return err_set(e, ERR_IO, _("the folder \"%s\" cannot be read: %s"), path,
			       strerror(errno));
	while ((d = readdir(dir)) != NULL)
		if (is_shown(d->d_name, strcmp(path, "/") == 0))
			add_entry(a, dir, d->d_name, entries);
	closedir(dir);
	if (entries->rows.n)
		qsort(entries->rows.at, entries->rows.n, sizeof *entries->rows.at,
		      by_kind_then_time);
	return 0;
}

char *folder_current(void)
{
	char *path = getcwd(NULL, 0);

	return path ? path : xstrdup("/");
}

char *folder_join(const char *folder, const char *name)
{
	const char *slash = strrchr(folder, '/');

	if (strcmp(name, "..") == 0)
		return slash > folder ? xasprintf("%.*s", (int)(slash - folder), folder)
				      : xstrdup("/");
	return xasprintf("%s/%s", strcmp(folder, "/") == 0 ? "" : folder, name);
}

bool folder_is_path(const char *text)
{
	text += strspn(text, " '\"");
	return *text == '/' || *text == '~' || strncmp(text, "./", 2) == 0 ||
	       strncmp(text, "../", 3) == 0;
}

char *folder_path(const char *folder, const char *typed)
{
	const char *home = getenv("HOME"), *end;

	typed += strspn(typed, " '\"");
	end = typed + strlen(typed);
	while (end > typed && strchr(" '\"", end[-1]))
		end--;
	int n = (int)(end - typed);
	if (*typed == '/')
		return xasprintf("%.*s", n, typed);
	if (*typed == '~' && home && *home == '/' && (n == 1 || typed[1] == '/'))
		return xasprintf("%s%.*s", home, n - 1, typed + 1);
	if (strncmp(typed, "./", 2) == 0)
		return folder_path(folder, typed + 2);
	return xasprintf("%s/%.*s", strcmp(folder, "/") == 0 ? "" : folder, n, typed);
}

const char *folder_size_text(struct arena *a, int64_t nbytes)
{
	enum { KB = 1000, MB = 1000 * 1000 };

	if (nbytes < MB)
		return arena_printf(a, "%lld KB", (long long)((nbytes + KB - 1) / KB));
	return arena_printf(a, "%lld.%lld MB", (long long)(nbytes / MB),
			    (long long)(nbytes % MB / (MB / 10)));
}
