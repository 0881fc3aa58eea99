/* Files that come in: whole, limited, abandoned half-way; and what they are by their content. */
#include "exchange/upload.h"

#include "exchange/convert.h"
#include "tests/exchange/paper.h"
#include "tests/support/tmp.h"

#include <criterion/criterion.h>
#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static struct tmp tmp;
static struct arena a;
static struct err e;
static struct upload s;
static int ends[2];

static void begin(void)
{
	tmp_make(&tmp);
	e = (struct err)ERR_INIT;
	s.fd = -1;
}

static void end(void)
{
	if (s.fd >= 0)
		upload_close(&s);
	tmp_remove(&tmp);
	arena_free(&a);
}
TestSuite(upload, .init = begin, .fini = end);

static int files_in_folder(void)
{
	DIR *dir = opendir(tmp.dir);
	int n = 0;

	cr_assert_not_null(dir);
	for (struct dirent *d; (d = readdir(dir));)
		n += d->d_name[0] != '.' || strlen(d->d_name) > 2;
	closedir(dir);
	return n;
}

static void connect_both(void)
{
	cr_assert_eq(socketpair(AF_UNIX, SOCK_STREAM, 0, ends), 0);
}

Test(upload, has_all_bytes_and_no_name)
{
	char back[8] = "";

	connect_both();
	cr_assert_eq(write(ends[0], "a\0b", 3), 3);
	shutdown(ends[0], SHUT_WR);
	cr_assert_eq(upload_take(&s, ends[1], ends[1], tmp.dir, 3, &e), 0, "%s", e.text);
	cr_expect_eq(s.nbytes, 3);
	cr_assert_eq(read(s.fd, back, sizeof back), 3);
	cr_expect_arr_eq(back, "a\0b", 3);
	cr_expect_eq(files_in_folder(), 0);
}

Test(upload, reads_no_further_than_the_limit)
{
	char rest[8];

	connect_both();
	cr_assert_eq(write(ends[0], "123456", 6), 6);
	cr_assert_eq(upload_take(&s, ends[1], -1, tmp.dir, 3, &e), 0, "%s", e.text);
	cr_expect_eq(s.nbytes, 4);
	cr_expect_eq(read(ends[1], rest, sizeof rest), 2);
}

Test(upload, half_of_a_file_is_none_when_the_connection_breaks)
{
	connect_both();
	cr_assert_eq(write(ends[0], "half", 4), 4);
	close(ends[0]);
	cr_expect_eq(upload_take(&s, ends[1], ends[1], tmp.dir, 100, &e), -1);
	cr_expect_eq(e.code, ERR_IO);
	cr_expect_not_null(strstr(e.text, "connection broke"), "%s", e.text);
	cr_expect_eq(s.fd, -1);
}

Test(upload, nobody_left_to_answer_is_a_broken_connection_too)
{
	int in[2], out[2];

	cr_assert_eq(pipe(in) | pipe(out), 0);
	cr_assert_eq(write(in[1], "half", 4), 4);
	close(out[0]);
	close(in[1]);
	cr_expect_eq(upload_take(&s, in[0], out[1], tmp.dir, 100, &e), -1);
	cr_expect_eq(e.code, ERR_IO, "%s", e.text);
}

Test(upload, a_path_has_to_be_a_file)
{
	char *path = tmp_puts(&tmp, "a.txt", "text"), *none = tmp_path(&tmp, "none");

	cr_expect_eq(upload_take_file(&s, none, tmp.dir, 100, &e), -1);
	cr_expect_str_eq(e.field, "file");
	cr_expect_eq(upload_take_file(&s, tmp.dir, tmp.dir, 100, &e), -1);
	cr_expect_not_null(strstr(e.text, "is no file"), "%s", e.text);
	cr_expect_eq(upload_take_file(&s, "/dev/zero", tmp.dir, 100, &e), -1);
	cr_assert_eq(upload_take_file(&s, path, tmp.dir, 100, &e), 0, "%s", e.text);
	cr_expect_eq(s.nbytes, 4);
	upload_close(&s);
	cr_expect_eq(upload_take_file(&s, path, "/nowhere", 100, &e), -1);
	cr_expect_eq(e.code, ERR_IO);
	free(path);
	free(none);
}

static void expect_type(const char *bytes, size_t nbytes, const char *type)
{
	char *path = tmp_write(&tmp, "file", bytes, nbytes);
	const char *got;

	cr_assert_eq(upload_take_file(&s, path, tmp.dir, 1 << 20, &e), 0, "%s", e.text);
	cr_assert_eq(convert_type(&a, s.fd, &got, &e), 0, "%s", e.text);
	cr_expect_str_eq(got, type);
	cr_expect_eq(lseek(s.fd, 0, SEEK_CUR), 0);
	upload_close(&s);
	free(path);
}

Test(upload, the_content_tells_the_type)
{
	static const struct {
		const char *bytes;
		size_t nbytes;
		const char *type;
	} cases[] = {
		{"%PDF-1.7\n", 9, "application/pdf"},
		{"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1\10\2\0\0\0", 29, "image/png"},
		{"\xff\xd8\xff\xe0\0\20JFIF\0\1", 12, "image/jpeg"},
		{"督办事项\n", 13, "text/plain"},
		{"\xb6\xbd\xb0\xec\xca\xc2\xcf\xee\xcd\xa8\xd6\xaa\n", 13, "text/plain"},
		{"<!DOCTYPE html><html><body>x</body></html>", 42, "text/html"},
		{"#!/bin/sh\necho\n", 15, "text/x-shellscript"},
		{"\0\1\2\3\4\5\6\7", 8, "application/octet-stream"},
	};

	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
		expect_type(cases[i].bytes, cases[i].nbytes, cases[i].type);
}

Test(upload, an_old_office_document_is_one)
{
	size_t nbytes;
	char *doc = paper_doc("督办事项\n", 0, &nbytes);

	expect_type(doc, nbytes, "application/msword");
	free(doc);
}
