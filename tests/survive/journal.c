/* A list that grows while a test runs. What lies in a folder is read as a whole: the folders of the
 * tests are small, and a crash is played again from memory alone. */
#include "tests/survive/journal.h"

#include "core/mem.h"
#include "tests/support/fatal.h"
#include "tests/support/tmp.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>

bool journal_is_nameless(const char *name)
{
	return strstr(name, " (deleted)") || strstr(name, "-shm");
}

struct disk_op *journal_add(struct journal *j, enum disk_kind kind, const char *name)
{
	if (j->n == j->cap) {
		j->cap = j->cap ? 2 * j->cap : 256;
		j->at = xrealloc(j->at, j->cap * sizeof *j->at);
	}
	j->at[j->n] = (struct disk_op){.kind = kind, .name = name ? xstrdup(name) : NULL};
	return &j->at[j->n++];
}

void journal_add_folder(struct journal *j, const char *folder)
{
	DIR *d = opendir(folder);
	struct dirent *entry;

	if (!d)
		fatal_errno("%s", folder);
	while ((entry = readdir(d))) {
		struct disk_op *op;

		if (entry->d_type != DT_REG || journal_is_nameless(entry->d_name))
			continue;
		char *path = xasprintf("%s/%s", folder, entry->d_name);
		op = journal_add(j, DISK_WRITE, entry->d_name);
		op->bytes = tmp_read(path, &op->nbytes);
		free(path);
	}
	closedir(d);
}

void journal_free(struct journal *j)
{
	for (size_t i = 0; i < j->n; i++) {
		free(j->at[i].name);
		free(j->at[i].to);
		free(j->at[i].bytes);
	}
	free(j->at);
	*j = (struct journal){0};
}
