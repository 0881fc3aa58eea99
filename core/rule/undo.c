/* Walks a person's log from the newest row back: a reversing act stands for the change before it of
 * the same thing, and both are passed over. */
#include "core/rule/undo.h"

#include "core/i18n.h"

#include <stdlib.h>
#include <string.h>

static const struct {
	const char *act, *reverse;
	bool asks;
	const char *sentence;
} undos[UNDO_COUNT] = {
#define UNDO_ROW(id, act, reverse, asks, sentence) [id] = {act, reverse, asks, sentence},
	UNDOS(UNDO_ROW)};

static enum undo_kind kind_of(const char *act)
{
	for (int k = UNDO_NONE + 1; k < UNDO_COUNT; k++)
		if (strcmp(undos[k].act, act) == 0)
			return (enum undo_kind)k;
	return UNDO_NONE;
}

static bool takes_back(const struct log_row *later, const struct log_row *row, enum undo_kind kind)
{
	return strcmp(later->act, undos[kind].reverse) == 0 &&
	       strcmp(later->object, row->object) == 0;
}

static bool is_reverse(const struct log_row *row)
{
	for (int k = UNDO_NONE + 1; k < UNDO_COUNT; k++)
		if (strcmp(undos[k].reverse, row->act) == 0)
			return true;
	return false;
}

/* Whether one of the rows before (newer than) `i` took it back: as many reversals as changes of the
 * same sort and thing stand there. */
static bool was_taken_back(const struct log_rows *rows, size_t i, enum undo_kind kind)
{
	int open = 0;

	for (size_t k = i; k-- > 0;) {
		const struct log_row *later = &rows->at[k];

		if (strcmp(later->object, rows->at[i].object) == 0 &&
		    strcmp(later->act, undos[kind].act) == 0)
			open--; /* done again since */
		if (takes_back(later, &rows->at[i], kind))
			open++;
		if (open > 0)
			return true;
	}
	return false;
}

/* "milestone 12" */
static int64_t id_of(const char *object)
{
	const char *blank = strchr(object, ' ');

	return blank ? strtoll(blank + 1, NULL, 10) : 0;
}

enum undo_kind undo_decide(const struct log_rows *rows, int64_t *id, const struct log_row **row)
{
	*row = NULL;
	*id = 0;
	for (size_t i = 0; i < rows->n; i++) {
		enum undo_kind kind = kind_of(rows->at[i].act);

		if (is_reverse(&rows->at[i]) || (kind && was_taken_back(rows, i, kind)))
			continue;
		*row = &rows->at[i];
		*id = kind ? id_of(rows->at[i].object) : 0;
		return kind;
	}
	return UNDO_NONE;
}

bool undo_asks(enum undo_kind kind, int64_t seconds_ago)
{
	return undos[kind].asks || seconds_ago > UNDO_FRESH;
}

const char *undo_sentence(enum undo_kind kind)
{
	return _(undos[kind].sentence);
}

const char *undo_instead(const char *act)
{
	static const struct {
		const char *act, *instead;
	} never[] = {
#define NEVER_ROW(act, instead) {act, instead},
		UNDO_NEVER(NEVER_ROW)};

	for (size_t i = 0; i < sizeof never / sizeof never[0]; i++)
		if (strcmp(never[i].act, act) == 0)
			return _(never[i].instead);
	return _("change it again where you did it, or ask the coordinating office");
}
