/* Texts that nobody writes and that a file may have all the same: one thing again and again. Four
 * times the text may take about four times as long, whatever it is; work that grows with the square
 * would take sixteen times as long. */
#include "core/plan/plan.h"

#include <criterion/criterion.h>
#include <criterion/parameterized.h>
#include <string.h>
#include <time.h>

enum { SMALL = 12 << 10, TIMES = 4, MOST_TIMES = 10, TRIES = 3 };
/* Less than this is not told from what the machine does besides. */
static const double least_s = 0.08;

struct repeated {
	char what[96];
};

ParameterizedTestParameters(plan_worst, time_grows_with_the_text)
{
	static struct repeated cases[] = {
		{"推进健康行动建设场所年度"},
		{"推进健康行动。"},
		{"（"},
		{"）"},
		{"（）"},
		{"（区水利局"},
		{"（（（（））"},
		{"7"},
		{"7 "},
		{"7."},
		{"1,"},
		{"、"},
		{" "},
		{"\n"},
		{" \n"},
		{"\t"},
		{"|"},
		{"a|b\n"},
		{"一"},
		{"1."},
		{"（一）"},
		{"一是"},
		{"①"},
		{"-1-\n"},
		{"“"},
		{"《"},
		{"#"},
		{"*"},
		{"由"},
		{"每"},
		{"各"},
		{"负责"},
		{"牵头、"},
		{"区水利局、"},
		{"区水利局、\n"},
		{"责任单位"},
		{"责任单位："},
		{"牵头单位：\n"},
		{"列第一位"},
		{"任务\n"},
		{"附件\n"},
		{"2021年"},
		{"到2022年"},
		{"5%和"},
		{"新建3个"},
		{"1.修路。（责任单位：区水利局）\n"},
		{"序号|任务|责任单位\n1|修路|区水利局\n"},
		{"序号\n任务\n责任单位\n"},
	};

	return cr_make_param_array(struct repeated, cases, sizeof cases / sizeof *cases);
}

static double cpu_s(void)
{
	struct timespec t;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

/* Seconds for reading one action and nbytes of the repeated thing behind it. */
static double seconds(const char *what, size_t nbytes)
{
	struct arena a = ARENA_INIT;
	struct strbuf text = STRBUF_INIT;
	struct err e = ERR_INIT;
	struct plan p;

	strbuf_puts(&text, "一、任务\n1.修路。（责任单位：区水利局）\n");
	while (text.nbytes < nbytes)
		strbuf_puts(&text, what);
	double begin = cpu_s();
	int failed = plan_read(&a, "worst.txt", text.s, text.nbytes, &p, &e);
	double s = cpu_s() - begin;
	cr_expect(!failed, "%s: %s", what, e.text);
	arena_free(&a);
	strbuf_free(&text);
	return s;
}

ParameterizedTest(struct repeated *c, plan_worst, time_grows_with_the_text, .timeout = 120)
{
	double small = 0, large = 0;

	for (int i = 0; i < TRIES; i++) {
		small = seconds(c->what, SMALL);
		large = seconds(c->what, (size_t)TIMES * SMALL);
		if (large < least_s || large < MOST_TIMES * small)
			return;
	}
	cr_expect(false, "%s: %.3f s, %d times as much: %.3f s", c->what, small, TIMES, large);
}
