/* The fixture is made by the verbs themselves: what they cannot do, no test of them needs. */
#include "tests/cli/desk.h"

#include "core/mem.h"

#include <criterion/criterion.h>
#include <errno.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static const char document[] =
	"健康云溪2021年工作计划\n\n"
	"各有关单位:\n\n"
	"一、重点任务\n\n"
	"1.健康讲堂行动。组建讲师队伍,依托社区会客厅开设讲堂,全年举办健康讲堂400场。"
	"(责任单位:★区卫生健康局、区教育局)\n\n"
	"2.护眼行动。为中小学生建立视力档案,调整教室照明。(责任单位:★区教育局、区科协)\n\n"
	"3.净水行动。更新老旧供水管网,每季度公布水质。(责任单位:★区水务局)\n\n"
	"云溪区推进健康行动办公室\n\n"
	"2021年1月8日\n";

enum { WORDS_MAX = 32 };

void desk_make(struct desk *d)
{
	*d = (struct desk){0};
	tmp_make(&d->tmp);
	d->db = tmp_path(&d->tmp, "duban.db");
	d->plan = tmp_puts(&d->tmp, "yunxi.txt", document);
	d->env_db = xasprintf("DUBAN_DB=%s", d->db);
	d->env[0] = d->env_db;
	d->env[1] = "DUBAN_NOW=2021-11-21";
	d->env[2] = "DUBAN_CONFIG=";
	d->env[3] = "SSH_CONNECTION=192.0.2.7 1 192.0.2.1 22";
}

void desk_folder(const struct desk *d, const char *path)
{
	for (const char *s = path; s; s = strchr(s + 1, '/')) {
		const char *end = strchr(s + 1, '/');
		char *part = xasprintf("%s/%.*s", d->tmp.dir,
				       (int)(end ? end - path : (ptrdiff_t)strlen(path)), path);

		cr_assert(mkdir(part, 0700) == 0 || errno == EEXIST, "%s", part);
		free(part);
	}
}

static void desk_run(struct desk *d, va_list ap)
{
	const char *words[WORDS_MAX];
	size_t n = 0;

	while (n + 1 < WORDS_MAX && (words[n] = va_arg(ap, const char *)))
		n++;
	words[n] = NULL;
	run_free(&d->r);
	run_argv(&d->r, &(struct run_how){.env = d->env}, words);
}

int desk_say(struct desk *d, ...)
{
	va_list ap;

	va_start(ap, d);
	desk_run(d, ap);
	va_end(ap);
	return d->r.status;
}

const char *desk_must(struct desk *d, ...)
{
	va_list ap;

	va_start(ap, d);
	desk_run(d, ap);
	va_end(ap);
	cr_assert_eq(d->r.status, 0, "status %d: %s", d->r.status, d->r.err);
	return d->r.out;
}

void desk_open(struct desk *d)
{
	desk_make(d);
	desk_must(d, "init", "--name", "健康办", NULL);
	desk_must(d, "import", d->plan, "--code", "yx2021", "--yes", NULL);
	desk_must(d, "period", "add", "2021Q4", NULL);
	desk_must(d, "person", "add", "jiaoyu", "林老师", NULL);
	desk_must(d, "person", "post", "jiaoyu", "reporter", "--unit", "区教育局", NULL);
	desk_must(d, "person", "add", "shuiwu", "陈工", NULL);
	desk_must(d, "person", "post", "shuiwu", "reporter", "--unit", "区水务局", NULL);
}

void desk_close(struct desk *d)
{
	run_free(&d->r);
	free(d->env_db);
	free(d->plan);
	free(d->db);
	tmp_remove(&d->tmp);
}

char *desk_dump(struct desk *d)
{
	struct strbuf b = STRBUF_INIT;

	strbuf_puts(&b, desk_must(d, "log", "--limit", "1000000", "--format", "tsv", NULL));
	strbuf_puts(&b, desk_must(d, "list", "--format", "tsv", NULL));
	strbuf_puts(&b, desk_must(d, "milestone", "list", "--format", "tsv", NULL));
	strbuf_puts(&b, desk_must(d, "evidence", "list", "--withdrawn", "--format", "tsv", NULL));
	strbuf_puts(&b, desk_must(d, "period", "list", "--format", "tsv", NULL));
	strbuf_puts(&b, desk_must(d, "unit", "list", "--format", "tsv", NULL));
	strbuf_puts(&b, desk_must(d, "person", "list", "--format", "tsv", NULL));
	return strbuf_detach(&b);
}
