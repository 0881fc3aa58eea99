/* Types of files that are archives inside: what they hold decides, in whichever order. */
#include "convert/type.h"

#include "tests/support/tmp.h"

#include <archive.h>
#include <archive_entry.h>
#include <criterion/criterion.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { MOST_NAMES = 5 };

/* An archive with a part of each name; its bytes. */
static char *pack(const char *const *names, size_t *nbytes)
{
	struct archive *w = archive_write_new();
	char *bytes = malloc(1 << 16);

	archive_write_set_format_zip(w);
	cr_assert_eq(archive_write_open_memory(w, bytes, 1 << 16, nbytes), ARCHIVE_OK);
	for (size_t i = 0; i < MOST_NAMES && names[i]; i++) {
		struct archive_entry *entry = archive_entry_new();

		archive_entry_set_pathname(entry, names[i]);
		archive_entry_set_filetype(entry, AE_IFREG);
		archive_entry_set_size(entry, 4);
		cr_assert_eq(archive_write_header(w, entry), ARCHIVE_OK);
		cr_assert_eq(archive_write_data(w, "part", 4), 4);
		archive_entry_free(entry);
	}
	archive_write_free(w);
	return bytes;
}

static void expect_type(struct tmp *tmp, const char *bytes, size_t nbytes, const char *type)
{
	char *path = tmp_write(tmp, "file", bytes, nbytes);
	struct magic_set *m = type_begin();
	struct strbuf out = STRBUF_INIT;
	int fd = open(path, O_RDONLY);

	cr_assert_not_null(m);
	cr_assert_geq(fd, 0);
	cr_assert_eq(type_find(m, fd, bytes, nbytes, &out), CONVERT_DONE);
	cr_expect_str_eq(out.s, type);
	type_end(m);
	close(fd);
	strbuf_free(&out);
	free(path);
}

Test(type, what_is_packed_decides)
{
	static const struct {
		const char *names[MOST_NAMES], *type;
	} cases[] = {
		{{"a.txt", "b.txt"}, "application/zip"},
		{{"OFD.xml", "Doc_0/Document.xml"}, "application/ofd"},
		{{"Doc_0/Document.xml", "Doc_0/Res.xml", "OFD.xml"}, "application/ofd"},
		{{"x.xml", "y.xml", "z.xml", "[Content_Types].xml", "word/document.xml"},
		 "application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
		{{"docProps/app.xml", "docProps/core.xml", "a.xml", "xl/workbook.xml"},
		 "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
		{{"ppt/presentation.xml"},
		 "application/vnd.openxmlformats-officedocument.presentationml.presentation"},
		{{"copy/word/document.xml"}, "application/zip"},
	};
	struct tmp tmp;

	tmp_make(&tmp);
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		size_t nbytes;
		char *bytes = pack(cases[i].names, &nbytes);

		expect_type(&tmp, bytes, nbytes, cases[i].type);
		free(bytes);
	}
	tmp_remove(&tmp);
}

Test(type, an_archive_that_was_cut_short_is_still_one)
{
	static const char *const names[MOST_NAMES] = {"Doc_0/Document.xml", "OFD.xml"};
	struct tmp tmp;
	size_t nbytes;
	char *bytes = pack(names, &nbytes);

	tmp_make(&tmp);
	expect_type(&tmp, bytes, nbytes / 2, "application/zip");
	tmp_remove(&tmp);
	free(bytes);
}
