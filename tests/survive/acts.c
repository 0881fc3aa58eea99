/* The acts as a table. */
#include "tests/survive/acts.h"

#include "core/text/utf8.h"
#include "db/people/store_setting.h"
#include "db/report/store_file.h"
#include "db/report/store_milestone.h"
#include "db/report/store_report.h"
#include "db/store_access.h"
#include "exchange/upload.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

/* The report of the education bureau on the action 2: handed in, taken back, or as a draft. */
static int act_report(struct fixture *f, int n)
{
	struct report_new r = {.action_id = fixture_action(f, "2"),
			       .unit_id = fixture_unit(f, "区教育局"),
			       .period_id = fixture_period(f, "2021Q4"),
			       .percent = n % 100,
			       .done = arena_printf(&f->a, "筛查第%d批", n),
			       .problems = "",
			       .next = ""};
	struct report_row row = {0};

	if (store_report_find(f->s, &f->a, &f->education, r.action_id, r.unit_id, r.period_id, &row,
			      &f->e)) {
		if (f->e.code != ERR_NOT_FOUND)
			return -1;
	} else if (row.state == REPORT_SUBMITTED)
		return store_report_review(f->s, &f->education, row.id, row.version, REPORT_RECALL,
					   "", NULL, &f->e);
	r.report_id = row.id;
	r.version = row.version;
	return store_report_put(f->s, &f->education, &r, n % 2 ? REPORT_SUBMIT : REPORT_SAVE, &f->a,
				&row, NULL, &f->e);
}

static int act_draft(struct fixture *f, int n)
{
	const char *text = arena_printf(&f->a, "第%d次", n);
	const struct draft_field fields[] = {{"done", text}, {"next", text}, {"problems", text}};
	const struct draft_new d = {fields, 3, "", "", DRAFT_ANY};
	int64_t version;

	return store_draft_put(f->s, &f->education, "report:2:2:4", &d, &version, &f->e);
}

static int act_setting(struct fixture *f, int n)
{
	return store_setting_put(f->s, &f->health, "view:test", "order",
				 arena_printf(&f->a, "%d", n), &f->e);
}

static int act_access(struct fixture *f, int n)
{
	return store_access_note(f->s, &f->town, n % 2 ? ACCESS_LOG_IN : ACCESS_EXPORT, "", &f->e);
}

static int act_milestone(struct fixture *f, int n)
{
	struct milestone_new m = {.action_id = fixture_action(f, "2"),
				  .unit_id = fixture_unit(f, "区教育局"),
				  .title = arena_printf(&f->a, "第%d批", n),
				  .note = "",
				  .due = {2021, 12, 31},
				  .weight = 1};
	struct milestone_row row;

	return store_milestone_put(f->s, &f->education, &m, &f->a, &row, NULL, &f->e);
}

static int act_document(struct fixture *f, int n)
{
	struct evidence_new v = {.unit_id = fixture_unit(f, "区教育局"),
				 .action_id = fixture_action(f, "2"),
				 .kind = EVIDENCE_DOCUMENT,
				 .title = "筛查通知",
				 .doc_no = arena_printf(&f->a, "青教〔2021〕%d号", n + 1),
				 .ref = "",
				 .note = "",
				 .file_name = ""};
	struct evidence_row row;

	return store_evidence_add(f->s, &f->education, &v, &f->a, &row, NULL, &f->e);
}

char *act_file(int n)
{
	char *bytes = xmalloc(ACT_FILE_BYTES);
	uint32_t x = (uint32_t)n;

	for (size_t i = 0; i < ACT_FILE_BYTES; i++) {
		x = x * 1664525u + 1013904223u;
		bytes[i] = (char)(x >> 24);
	}
	return bytes;
}

/* From the bytes as somebody sends them: spooled, then stored. */
static int act_upload(struct fixture *f, int n)
{
	struct evidence_new v = {.unit_id = fixture_unit(f, "区教育局"),
				 .action_id = fixture_action(f, "2"),
				 .kind = EVIDENCE_FILE,
				 .title = arena_printf(&f->a, "汇总表%d", n),
				 .doc_no = "",
				 .ref = "",
				 .note = "",
				 .file_name = "汇总表.pdf"};
	int from = memfd_create("file", MFD_CLOEXEC);
	char *bytes = act_file(n);
	struct evidence_row row;
	struct upload u;

	cr_assert_eq(write(from, bytes, ACT_FILE_BYTES), ACT_FILE_BYTES);
	free(bytes);
	cr_assert_eq(lseek(from, 0, SEEK_SET), 0);
	int result =
		upload_take(&u, from, -1, store_file_folder(f->s, &f->a), ACT_FILE_BYTES, &f->e);
	close(from);
	if (result)
		return -1;
	struct file_new file = {u.fd, u.nbytes, "application/pdf"};
	result = store_file_add(f->s, &f->education, &v, &file, &f->a, &row, NULL, &f->e);
	upload_close(&u);
	return result;
}

static int act_person(struct fixture *f, int n)
{
	struct person_row p;

	return store_person_add(f->s, &f->admin, arena_printf(&f->a, "new%d", n), "新人", "", &f->a,
				&p, NULL, &f->e);
}

/* Another document each time: with one more line at its end. */
static int act_import(struct fixture *f, int n)
{
	struct plan p;
	struct plan_row row;

	fixture_plan(&f->a, &p);
	p.text = arena_printf(&f->a, "%s附件%d\n", p.text, n);
	p.nbytes = strlen(p.text);
	return store_plan_import(f->s, &f->admin, &p, arena_printf(&f->a, "again%d", n), &f->a,
				 &row, NULL, &f->e);
}

const struct act_of_test acts[] = {
	{"report", act_report}, {"draft", act_draft},	      {"setting", act_setting},
	{"access", act_access}, {"milestone", act_milestone}, {"document", act_document},
	{"upload", act_upload}, {"person", act_person},	      {"import", act_import},
};
const int acts_count = sizeof acts / sizeof *acts;
