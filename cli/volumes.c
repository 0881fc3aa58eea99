/* volumes.c - reading --volume ID=N against the volumes that an action has. */
#include "cli/volumes.h"

#include "cli/lookup.h"
#include "core/rule/entry.h"
#include "db/plan/store_plan.h"
#include "db/report/store_report.h"

#include <string.h>

static const struct volume_row *find_volume(const struct volume_rows *volumes, int64_t id)
{
	for (size_t i = 0; i < volumes->n; i++)
		if (volumes->at[i].id == id)
			return &volumes->at[i];
	return NULL;
}

/* One --volume ID=N. */
static int read_volume(struct cli *cli, const struct volume_rows *volumes, const char *text,
		       struct report_volume_rows *rows, struct err *e)
{
	const char *equals = strchr(text, '=');
	const struct volume_row *v;
	int64_t id;

	if (!equals)
		return err_set_field(e, ERR_INPUT, "volume",
				     _("write the volume's number, = and the figure: 12=30"));
	if (lookup_number(arena_strndup(&cli->arena, text, (size_t)(equals - text)), "volume", 1,
			  INT64_MAX, &id, e) < 0)
		return -1;
	v = find_volume(volumes, id);
	if (!v)
		return err_set_field(e, ERR_NOT_FOUND, "volume",
				     _("this action has no volume %lld; `duban show %s` lists "
				       "those it has"),
				     (long long)id, cli_operand(cli, 0));
	return entry_report_volume(&cli->arena, id, v->what, equals + 1, rows, e);
}

static bool has_volume(const struct report_volume_rows *rows, int64_t id)
{
	for (size_t i = 0; i < rows->n; i++)
		if (rows->at[i].volume_id == id)
			return true;
	return false;
}

int volumes_read(struct cli *cli, int64_t action_id, int64_t report_id,
		 struct report_volume_rows *rows, struct err *e)
{
	struct volume_rows volumes = {0};
	struct report_volume_rows before = {0};

	if (store_volume_list(cli->store, &cli->arena, &cli->who, action_id, &volumes, e) < 0)
		return -1;
	for (size_t i = 0; i < cli->args.values.n; i++) {
		const struct arg_value *v = &cli->args.values.at[i];

		if (strcmp(v->option->name, "volume") == 0 &&
		    read_volume(cli, &volumes, v->value, rows, e) < 0)
			return -1;
	}
	if (!report_id)
		return 0;
	if (store_report_volumes(cli->store, &cli->arena, report_id, &before, e) < 0)
		return -1;
	for (size_t i = 0; i < before.n; i++)
		if (!has_volume(rows, before.at[i].volume_id))
			*vec_push(&cli->arena, rows) = before.at[i];
	return 0;
}
