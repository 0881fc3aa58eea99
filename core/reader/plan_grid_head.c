/* Headers of tables: what a column holds is said by words in its name. New names of columns are
 * rows of the table below; the first row whose word stands in the name counts. */
#include "core/reader/plan_grid.h"
#include "core/reader/plan_lexicon.h"

enum { LONGEST_HEAD = 12, LONGEST_LEADING = 30 };

static const struct {
	const char32_t *word;
	enum column_kind kind;
	enum duty_class duty;
} words[] = {
	{U"序号", COLUMN_NO, DUTY_NONE},	  {U"编号", COLUMN_NO, DUTY_NONE},
	{U"项次", COLUMN_NO, DUTY_NONE},	  {U"领导", COLUMN_PERSON, DUTY_NONE},
	{U"责任人", COLUMN_PERSON, DUTY_NONE},	  {U"负责人", COLUMN_PERSON, DUTY_NONE},
	{U"联系人", COLUMN_PERSON, DUTY_NONE},	  {U"牵头人", COLUMN_PERSON, DUTY_NONE},
	{U"电话", COLUMN_SKIP, DUTY_NONE},	  {U"属性", COLUMN_SKIP, DUTY_NONE},
	{U"性质", COLUMN_SKIP, DUTY_NONE},	  {U"配合", COLUMN_UNITS, DUTY_COOP},
	{U"协办", COLUMN_UNITS, DUTY_COOP},	  {U"协同", COLUMN_UNITS, DUTY_COOP},
	{U"协助", COLUMN_UNITS, DUTY_COOP},	  {U"参与", COLUMN_UNITS, DUTY_COOP},
	{U"参加", COLUMN_UNITS, DUTY_COOP},	  {U"协作", COLUMN_UNITS, DUTY_COOP},
	{U"牵头", COLUMN_UNITS, DUTY_LEAD},	  {U"主办", COLUMN_UNITS, DUTY_LEAD},
	{U"主责", COLUMN_UNITS, DUTY_LEAD},	  {U"责任单位", COLUMN_UNITS, DUTY_LIST},
	{U"责任部门", COLUMN_UNITS, DUTY_LIST},	  {U"责任主体", COLUMN_UNITS, DUTY_LIST},
	{U"责任科室", COLUMN_UNITS, DUTY_LIST},	  {U"责任机构", COLUMN_UNITS, DUTY_LIST},
	{U"责任处室", COLUMN_UNITS, DUTY_LIST},	  {U"承办", COLUMN_UNITS, DUTY_LIST},
	{U"落实单位", COLUMN_UNITS, DUTY_LIST},	  {U"实施单位", COLUMN_UNITS, DUTY_LIST},
	{U"实施主体", COLUMN_UNITS, DUTY_LIST},	  {U"负责单位", COLUMN_UNITS, DUTY_LIST},
	{U"负责部门", COLUMN_UNITS, DUTY_LIST},	  {U"完成单位", COLUMN_UNITS, DUTY_LIST},
	{U"分工", COLUMN_UNITS, DUTY_LIST},	  {U"时限", COLUMN_DUE, DUTY_NONE},
	{U"时间", COLUMN_DUE, DUTY_NONE},	  {U"期限", COLUMN_DUE, DUTY_NONE},
	{U"节点", COLUMN_DUE, DUTY_NONE},	  {U"类别", COLUMN_GROUP, DUTY_NONE},
	{U"分类", COLUMN_GROUP, DUTY_NONE},	  {U"类型", COLUMN_GROUP, DUTY_NONE},
	{U"领域", COLUMN_GROUP, DUTY_NONE},	  {U"板块", COLUMN_GROUP, DUTY_NONE},
	{U"方面", COLUMN_GROUP, DUTY_NONE},	  {U"模块", COLUMN_GROUP, DUTY_NONE},
	{U"目标值", COLUMN_VALUE, DUTY_NONE},	  {U"指标值", COLUMN_VALUE, DUTY_NONE},
	{U"基期", COLUMN_VALUE, DUTY_NONE},	  {U"现状", COLUMN_VALUE, DUTY_NONE},
	{U"基准", COLUMN_VALUE, DUTY_NONE},	  {U"基础值", COLUMN_VALUE, DUTY_NONE},
	{U"计量单位", COLUMN_MEASURE, DUTY_NONE}, {U"指标单位", COLUMN_MEASURE, DUTY_NONE},
	{U"任务", COLUMN_TASK, DUTY_NONE},	  {U"事项", COLUMN_TASK, DUTY_NONE},
	{U"项目", COLUMN_TASK, DUTY_NONE},	  {U"行动", COLUMN_TASK, DUTY_NONE},
	{U"指标", COLUMN_WHAT, DUTY_NONE},	  {U"名称", COLUMN_TASK, DUTY_NONE},
	{U"重点工作", COLUMN_TASK, DUTY_NONE},	  {U"主要工作", COLUMN_TASK, DUTY_NONE},
	{U"工作要点", COLUMN_TASK, DUTY_NONE},	  {U"内容", COLUMN_WHAT, DUTY_NONE},
	{U"措施", COLUMN_WHAT, DUTY_NONE},	  {U"举措", COLUMN_WHAT, DUTY_NONE},
	{U"目标", COLUMN_WHAT, DUTY_NONE},
};

static const char32_t *const base_words[] = {U"基期",	U"现状", U"基准",
					     U"基础值", U"实际", U"完成值"};

#define ROWS(table) (sizeof(table) / sizeof *(table))

/* 牵头(责任)单位, 责任单位(列首位的牵头), 覆盖率(%): the name without what stands in brackets at
 * its end. */
static struct run bare_name(const struct plan_text *t, struct run cell)
{
	if (cell.to > cell.from + 2 && t->g[cell.to - 1].cp == ')' &&
	    t->pair[cell.to - 1] > cell.from)
		cell.to = t->pair[cell.to - 1];
	return plan_text_trim(t, cell);
}

/* 2025年, 2025年目标值, 到2025年: the year, 0 for none. */
static int year_of(const struct plan_text *t, struct run name)
{
	for (size_t i = name.from; i + 4 <= name.to; i++) {
		int y = 0;

		for (size_t k = i; k < i + 4 && glyph_is_digit(t->g[k].cp); k++)
			y = y * 10 + (int)(t->g[k].cp - '0');
		if (y >= 1950 && y <= 2150 && (i + 4 == name.to || t->g[i + 4].cp == U'年'))
			return y;
	}
	return 0;
}

static struct column read_column(const struct plan_text *t, struct run cell)
{
	struct run name = bare_name(t, cell);
	struct column c = {.kind = COLUMN_TEXT, .name = name, .year = year_of(t, name)};
	struct label l;

	c.base = plan_text_has_any(t, name, base_words, ROWS(base_words));
	c.goal = plan_text_has(t, name, U"目标") || plan_text_has(t, name, U"指标值");
	if (plan_text_is(t, name, U"单位"))
		c.kind = COLUMN_MEASURE;
	else if (c.year > 0 && !plan_text_has(t, name, U"任务") && !plan_text_has(t, name, U"工作"))
		c.kind = COLUMN_VALUE;
	else if (name.to > name.from && plan_label_read(t, name.from, name.to, &l) &&
		 l.to == name.to && l.duty <= DUTY_LIST)
		c = (struct column){.kind = COLUMN_UNITS, .duty = l.duty, .name = name};
	else
		for (size_t k = 0; k < ROWS(words); k++)
			if (plan_text_has(t, name, words[k].word)) {
				c.kind = words[k].kind;
				c.duty = words[k].duty;
				break;
			}
	return c;
}

bool plan_grid_is_head_cell(const struct plan_text *t, struct run cell)
{
	return cell.to > cell.from && bare_name(t, cell).to - cell.from <= LONGEST_HEAD &&
	       cell.to - cell.from <= LONGEST_LEADING && read_column(t, cell).kind != COLUMN_TEXT;
}

static struct column *find_column(struct grid *grid, enum column_kind kind)
{
	for (size_t k = 0; k < grid->ncolumns; k++)
		if (grid->columns[k].kind == kind)
			return &grid->columns[k];
	return NULL;
}

/* 主责单位 beside 牵头单位 does not lead but answers with it. */
static void settle_leads(const struct plan_text *t, struct grid *grid)
{
	bool led = false;

	for (size_t k = 0; k < grid->ncolumns; k++)
		led |= grid->columns[k].kind == COLUMN_UNITS &&
		       plan_text_has(t, grid->columns[k].name, U"牵头");
	for (size_t k = 0; led && k < grid->ncolumns; k++) {
		struct column *c = &grid->columns[k];

		if (c->kind == COLUMN_UNITS && c->duty == DUTY_LEAD &&
		    plan_text_has(t, c->name, U"主责") && !plan_text_has(t, c->name, U"牵头"))
			c->duty = DUTY_LIST;
	}
}

/* 主要责任单位 beside 责任单位 leads; so does the first of several lists when no column leads. */
static void settle_lists(const struct plan_text *t, struct grid *grid)
{
	struct column *first = NULL;
	size_t nlists = 0, nothers = 0;

	for (size_t k = 0; k < grid->ncolumns; k++) {
		struct column *c = &grid->columns[k];

		if (c->kind != COLUMN_UNITS)
			continue;
		first = c->duty == DUTY_LIST && !first ? c : first;
		nlists += c->duty == DUTY_LIST;
		nothers += c->duty == DUTY_LEAD;
	}
	if (nlists > 1 && nothers == 0 &&
	    (plan_text_has(t, first->name, U"主") || plan_text_has(t, first->name, U"第一")))
		first->duty = DUTY_LEAD;
}

/* 单位 without values beside it is who answers. */
static void settle_measure(struct grid *grid)
{
	struct column *c = find_column(grid, COLUMN_MEASURE);

	if (c && !find_column(grid, COLUMN_UNITS) && !find_column(grid, COLUMN_VALUE)) {
		c->kind = COLUMN_UNITS;
		c->duty = DUTY_LIST;
	}
}

/* Of several years the first is that of the baseline, unless the header says otherwise. */
static void settle_years(struct grid *grid)
{
	struct column *earliest = NULL;
	size_t nvalues = 0;

	for (size_t k = 0; k < grid->ncolumns; k++) {
		struct column *c = &grid->columns[k];

		if (c->kind != COLUMN_VALUE)
			continue;
		if (c->base)
			return;
		nvalues++;
		if (!earliest || c->year < earliest->year)
			earliest = c;
	}
	if (nvalues > 1 && !earliest->goal)
		earliest->base = true;
}

/* The column that names the tasks when no header word does: the first that is text. */
static void settle_task(struct grid *grid)
{
	struct column *c;

	if (find_column(grid, COLUMN_TASK) || find_column(grid, COLUMN_WHAT))
		return;
	if ((c = find_column(grid, COLUMN_TEXT)) || (c = find_column(grid, COLUMN_GROUP)))
		c->kind = COLUMN_TASK;
}

bool plan_grid_head(const struct plan_text *t, const struct run *cells, size_t n, struct grid *grid)
{
	bool named = false;

	grid->ncolumns = n;
	for (size_t k = 0; k < n; k++) {
		if (bare_name(t, cells[k]).to - cells[k].from > LONGEST_HEAD ||
		    cells[k].to - cells[k].from > LONGEST_LEADING)
			return false;
		grid->columns[k] = read_column(t, cells[k]);
		named |= grid->columns[k].kind == COLUMN_NO ||
			 grid->columns[k].kind == COLUMN_TASK ||
			 grid->columns[k].kind == COLUMN_WHAT;
	}
	settle_measure(grid);
	if (n < 2 || !named || !find_column(grid, COLUMN_UNITS))
		return false;
	settle_leads(t, grid);
	settle_lists(t, grid);
	settle_years(grid);
	settle_task(grid);
	return true;
}

void plan_column_words(struct lexicon *l, int sort)
{
	for (size_t k = 0; k < ROWS(words); k++)
		if (words[k].kind == (enum column_kind)sort)
			plan_lexicon_add(l, words[k].word);
}
