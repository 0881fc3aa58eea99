#include "tests/db/backup_desk.h"

#include "db/report/store_file.h"
#include "db/store_access.h"

#include <criterion/criterion.h>
#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

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

void backup_put_file(void)
{
	struct fixture *f = &backups.f;
	enum { LARGE = 600000 };
	struct evidence_new v = {.unit_id = fixture_unit(f, "区教育局"),
				 .action_id = fixture_action(f, "2"),
				 .kind = EVIDENCE_FILE,
				 .title = "汇总表",
				 .doc_no = "",
				 .ref = "",
				 .note = "",
				 .file_name = "汇总表.pdf"};
	struct file_new file = {memfd_create("file", 0), LARGE, "application/pdf"};
	struct evidence_row row;

	cr_assert_eq(ftruncate(file.fd, LARGE), 0);
	cr_assert_eq(pwrite(file.fd, "%PDF", 4, 0), 4);
	OK(f, store_file_add(f->s, &f->education, &v, &file, &f->a, &row, NULL, &f->e));
	close(file.fd);
	for (int i = 0; i < 5; i++)
		OK(f, store_access_note(f->s, &f->town, ACCESS_LOG_IN, "", &f->e));
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
