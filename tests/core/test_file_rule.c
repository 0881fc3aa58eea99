/* Which files are taken: types by their families, sizes, and what the refusals say. */
#include "core/rule/file_rule.h"
#include "core/rule/policy.h"

#include <criterion/criterion.h>
#include <string.h>

enum { MB = 1 << 20 };

static struct file_limits standard(void)
{
	struct policy none = {{NULL}};

	return policy_files(&none);
}

Test(file_rule, media_types_have_a_family)
{
	static const struct {
		const char *media_type;
		enum file_type type;
	} cases[] = {
		{"application/pdf", FILE_TYPE_PDF},
		{"application/ofd", FILE_TYPE_PDF},
		{"image/jpeg", FILE_TYPE_IMAGE},
		{"image/svg+xml", FILE_TYPE_OTHER},
		{"application/vnd.openxmlformats-officedocument.wordprocessingml.document",
		 FILE_TYPE_OFFICE},
		{"application/msword", FILE_TYPE_OFFICE},
		{"text/rtf", FILE_TYPE_OFFICE},
		{"text/plain", FILE_TYPE_TEXT},
		{"text/html", FILE_TYPE_OTHER},
		{"text/x-shellscript", FILE_TYPE_OTHER},
		{"application/zip", FILE_TYPE_ARCHIVE},
		{"video/mp4", FILE_TYPE_MEDIA},
		{"application/x-dosexec", FILE_TYPE_OTHER},
		{"", FILE_TYPE_OTHER},
	};

	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
		cr_expect_eq(file_type_of(cases[i].media_type), cases[i].type, "%s",
			     cases[i].media_type);
}

Test(file_rule, standard_takes_documents_and_no_programs)
{
	struct file_limits l = standard();
	struct err e = ERR_INIT;

	cr_expect_eq(file_check_type(&l, "application/pdf", &e), 0);
	cr_expect_eq(file_check_type(&l, "text/plain", &e), 0);
	cr_expect_eq(file_check_type(&l, "application/zip", &e), -1);
	cr_expect_eq(file_check_type(&l, "application/x-dosexec", &e), -1);
	cr_expect_eq(e.code, ERR_INPUT);
	cr_expect_str_eq(e.field, "file");
	cr_expect_not_null(strstr(e.text, "application/x-dosexec"), "%s", e.text);
	cr_expect_not_null(strstr(e.text, "PDF and OFD, images, office documents, texts"), "%s",
			   e.text);
	l.types = "office archive";
	cr_expect_eq(file_check_type(&l, "application/zip", &e), 0);
	cr_expect_eq(file_check_type(&l, "application/pdf", &e), -1, "a word, not its letters");
}

Test(file_rule, sizes_end_at_the_limits)
{
	static const struct {
		int64_t used, nbytes;
		const char *refused; /* part of the sentence */
	} cases[] = {
		{0, 1, NULL},
		{0, 20 * MB, NULL},
		{0, 20 * MB + 1, "more than 20 MB"},
		{0, 0, "empty"},
		{2047ll * MB, MB, NULL},
		{2047ll * MB, MB + 1, "have 2 GB of the 2 GB"},
		{4000ll * MB, 1, "no room for 1 B more"},
	};
	struct file_limits l = standard();

	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		struct err e = ERR_INIT;
		int got = file_check_size(&l, cases[i].used, cases[i].nbytes, &e);
		cr_expect_eq(got, cases[i].refused ? -1 : 0, "%zu", i);
		if (got && cases[i].refused)
			cr_expect_not_null(strstr(e.text, cases[i].refused), "%s", e.text);
	}
}

Test(file_rule, sizes_are_short)
{
	static const struct {
		int64_t nbytes;
		const char *text;
	} cases[] = {
		{0, "0 B"},
		{1023, "1023 B"},
		{1024, "1 KB"},
		{1536, "1.5 KB"},
		{10ll * 1024 + 600, "11 KB"},
		{20 * MB, "20 MB"},
		{1288490, "1.2 MB"},
		{2048ll * MB, "2 GB"},
		{INT64_MAX / 16, "524288 TB"},
	};
	char text[FILE_SIZE_TEXT];

	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
		cr_expect_str_eq(file_size_text(cases[i].nbytes, text), cases[i].text);
}
