#include "tests/db/backup_desk.h"

#include <criterion/criterion.h>
#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

struct backup_desk backups;

void backup_desk_begin(void)
{
	fixture_begin(&backups.f);
	fixture_fill(&backups.f);
	backups.folder = tmp_path(&backups.f.tmp, "copies");
	cr_assert_eq(mkdir(backups.folder, 0700), 0);
}

void backup_desk_end(void)
{
	free(backups.folder);
	fixture_end(&backups.f);
}

int backup_make(void)
{
	static const struct rotation r = {7, 5, 12};
	struct fixture *f = &backups.f;

	f->e = (struct err)ERR_INIT;
	return store_backup(f->s, backups.folder, f->now, &r, NULL, &f->a, &backups.done, &f->e);
}

size_t backup_verify(const char *path)
{
	struct fixture *f = &backups.f;

	f->e = (struct err)ERR_INIT;
	OK(f, store_verify_file(path, &f->a, NULL, &backups.found, &f->e));
	return backups.found.n;
}

bool backup_found(const char *words)
{
	for (size_t i = 0; i < backups.found.n && i < VERIFY_FINDINGS; i++)
		if (strstr(backups.found.at[i], words))
			return true;
	return false;
}

int backup_count(void)
{
	DIR *d = opendir(backups.folder);
	struct dirent *entry;
	struct date day;
	int n = 0;

	cr_assert_not_null(d);
	while ((entry = readdir(d))) {
		if (entry->d_name[0] == '.')
			continue;
		cr_expect(rotation_date(entry->d_name, &day), "%s", entry->d_name);
		n++;
	}
	closedir(d);
	return n;
}

int64_t backup_told(const char *path)
{
	struct fixture *f = &backups.f;
	struct store *s;
	int64_t n;

	OK(f, store_open(path, &s, &f->e));
	cr_assert_eq(sql_get(s->db, "SELECT count(*) FROM access", &n, &f->e), 1);
	store_close(s);
	return n;
}
