/* A file on its way in: gathered beside the database, looked at for what it is, recorded. */
#include "cli/evidence_file.h"

#include "db/report/store_file.h"
#include "exchange/convert.h"
#include "exchange/upload.h"

#include <string.h>
#include <unistd.h>

/* The path of --file; NULL stands for standard input. */
static const char *path_of(struct cli *cli)
{
	const char *path = cli_option(cli, "file");

	return path && strcmp(path, "-") != 0 ? path : NULL;
}

int evidence_file_name(struct cli *cli, const char **name, struct err *e)
{
	const char *path = path_of(cli);

	*name = cli_option(cli, "name");
	if (!*name && !cli_has(cli, "file"))
		return 0;
	if (!*name && !path)
		return err_set(e, ERR_INPUT,
			       _("say with --name how the file is called that comes through "
				 "standard input"));
	if (!path && isatty(STDIN_FILENO))
		return err_set(e, ERR_INPUT,
			       _("give the file with --file, or through standard input: … --name "
				 "report.pdf < report.pdf"));
	if (!*name)
		*name = path;
	return 0;
}

static int add_upload(struct cli *cli, const struct evidence_new *v, const struct upload *u,
		      struct evidence_row *row, struct err *e)
{
	struct file_new file = {.fd = u->fd, .nbytes = u->nbytes};

	return convert_type(&cli->arena, u->fd, &file.type, e) < 0 ||
			       store_file_add(cli->store, &cli->who, v, &file, &cli->arena, row,
					      NULL, e) < 0
		       ? -1
		       : 0;
}

int evidence_file_add(struct cli *cli, const struct evidence_new *v, struct evidence_row *row,
		      struct err *e)
{
	const char *path = path_of(cli), *folder = store_file_folder(cli->store, &cli->arena);
	struct upload u;
	int64_t most;
	int result;

	if (store_file_room(cli->store, &cli->who, v->unit_id, &most, e) < 0)
		return -1;
	result = path ? upload_take_file(&u, path, folder, most, e)
		      : upload_take(&u, STDIN_FILENO, STDOUT_FILENO, folder, most, e);
	if (result < 0)
		return -1;
	result = add_upload(cli, v, &u, row, e);
	upload_close(&u);
	if (result < 0 && !cli_has(cli, "file"))
		e->field[0] = '\0'; /* which nobody typed */
	return result;
}
