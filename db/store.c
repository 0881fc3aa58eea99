/* Making, opening and closing a file. Before SQLite sees it, what lies at the path is looked at, so
 * that a missing folder, a directory, an empty file or a text each get their own sentence. */
#include "db/store.h"

#include "core/i18n.h"
#include "db/folder.h"
#include "db/search/name_key.h"
#include "db/store_internal.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* 0 when the folder of the path is there. */
static int check_folder(const char *path, struct err *e)
{
	const char *slash = strrchr(path, '/');
	struct stat st;

	if (!slash || slash == path)
		return 0;
	char *folder = xasprintf("%.*s", (int)(slash - path), path);
	int result = stat(folder, &st) == 0 && S_ISDIR(st.st_mode) ? 0 : -1;
	if (result)
		err_set(e, ERR_NOT_FOUND,
			_("the folder %s does not exist; make it first, or name another file with "
			  "--db"),
			folder);
	free(folder);
	return result;
}

static int refuse_missing(const char *path, struct err *e)
{
	if (check_folder(path, e))
		return -1;
	return err_set(e, ERR_NOT_FOUND,
		       _("there is no database at %s; `duban init` makes one, --db names another"),
		       path);
}

static int refuse_system(const char *path, struct err *e)
{
	if (errno == ENOENT || errno == ENOTDIR)
		return refuse_missing(path, e);
	return err_set(e, ERR_IO, _("cannot open %s: %s"), path, strerror(errno));
}

/* Whether the file begins as SQLite's do. */
static int check_first_bytes(const char *path, struct err *e)
{
	static const char magic[16] = "SQLite format 3";
	char first[sizeof magic];
	int fd = open(path, O_RDONLY | O_CLOEXEC);

	if (fd < 0)
		return refuse_system(path, e);
	ssize_t n = read(fd, first, sizeof first);
	close(fd);
	if (n < 0)
		return refuse_system(path, e);
	if (n == 0)
		return err_set(e, ERR_FORMAT, _("%s is empty, it is not a duban database"), path);
	if (n < (ssize_t)sizeof magic || memcmp(first, magic, sizeof magic) != 0)
		return err_set(e, ERR_FORMAT, _("%s is not a duban database"), path);
	return 0;
}

static int check_file(const char *path, struct err *e)
{
	struct stat st;

	if (stat(path, &st))
		return refuse_system(path, e);
	if (S_ISDIR(st.st_mode))
		return err_set(e, ERR_FORMAT, _("%s is a directory; name the database file in it"),
			       path);
	if (!S_ISREG(st.st_mode))
		return err_set(e, ERR_FORMAT, _("%s is not a file"), path);
	return check_first_bytes(path, e);
}

static struct store *store_of(struct sql *db, const char *path)
{
	struct store *s = xcalloc(1, sizeof *s);

	s->db = db;
	s->path = xstrdup(path);
	return s;
}

int store_open_with(const struct sql_ops *ops, const char *path, struct store **s, struct err *e)
{
	struct sql *db;

	if (check_file(path, e) || ops->open(&db, path, SQL_OPEN, e))
		return -1;
	if (store_migrate(db, path, e)) {
		sql_close(db);
		return -1;
	}
	*s = store_of(db, path);
	return 0;
}

static int open_as_is(const char *path, enum sql_mode mode, struct store **s, int64_t *version,
		      struct err *e)
{
	struct sql *db;

	if (check_file(path, e) || sql_sqlite.open(&db, path, mode, e))
		return -1;
	if (store_schema(db, path, version, e)) {
		sql_close(db);
		return -1;
	}
	*s = store_of(db, path);
	return 0;
}

int store_open_as_is(const char *path, struct store **s, int64_t *version, struct err *e)
{
	return open_as_is(path, SQL_OPEN, s, version, e);
}

int store_open_look(const char *path, struct store **s, int64_t *version, struct err *e)
{
	return open_as_is(path, SQL_LOOK, s, version, e);
}

int store_open_alone(const char *path, struct store **s, int64_t *version, struct err *e)
{
	return open_as_is(path, SQL_ALONE, s, version, e);
}

int store_open(const char *path, struct store **s, struct err *e)
{
	return store_open_with(&sql_sqlite, path, s, e);
}

int store_open_again(const struct store *s, struct store **next, struct err *e)
{
	return store_open(s->path, next, e);
}

static int add_first_post(struct write *w, int64_t person_id, const char *role, struct err *e)
{
	static const char text[] = "INSERT INTO post (person_id, role, since_at, since_by) "
				   "VALUES (?1, ?2, ?3, ?1)";

	return sql_run(w->db, text, e, sql_i64(person_id), sql_text(role), sql_time(w->now));
}

static int add_first_person(struct write *w, struct actor *who, struct err *e)
{
	static const char text[] = "INSERT INTO person (login, name, changed_at) "
				   "VALUES (?1, ?2, ?3) RETURNING id";
	struct log_entry entry = {.act = "file.create"};
	struct change c = {0};
	int64_t id;

	if (write_insert(w, text, &id, e, sql_text(who->login), sql_text(who->name),
			 sql_time(w->now)) ||
	    name_key_put(w->db, NAME_PERSON, id, e) ||
	    add_first_post(w, id, post_role_word(POST_ADMIN), e) ||
	    add_first_post(w, id, post_role_word(POST_OFFICE), e))
		return -1;
	who->person_id = id;
	entry.object = arena_printf(&w->arena, "person %s", who->login);
	change_new_text(&c, "login", who->login);
	change_new_text(&c, "name", who->name);
	return write_log(w, &entry, &c, e);
}

static int fill_new(struct sql *db, const char *path, struct actor *who, struct err *e)
{
	struct store *s = store_of(db, path);
	struct write w;
	int result = db->ops->set_stamp(db, STORE_APPLICATION, 0, e);

	if (!result)
		result = store_migrate(db, path, e);
	if (!result)
		result = write_begin(&w, s, who, e);
	if (!result)
		result = write_end(&w, add_first_person(&w, who, e), NULL, e);
	store_close(s);
	return result;
}

int store_create(const char *path, const char *login, const char *name, struct moment now,
		 struct err *e)
{
	struct actor who = {.login = login, .name = name, .remote = "", .now = now};
	struct stat st;
	struct sql *db;

	if (lstat(path, &st) == 0)
		return err_set(e, ERR_EXISTS,
			       _("%s is there already; it was not touched, name another file"),
			       path);
	if (check_folder(path, e) || sql_sqlite.open(&db, path, SQL_MAKE, e))
		return -1;
	if (fill_new(db, path, &who, e)) {
		folder_drop(path);
		return -1;
	}
	return 0;
}

void store_close(struct store *s)
{
	if (!s)
		return;
	sql_close(s->db);
	free(s->path);
	free(s);
}

void store_set_wait(struct store *s, int ms)
{
	s->db->ops->set_wait(s->db, ms);
}

void store_on_busy(struct store *s, bool (*goes_on)(void *to, int waited_ms), void *to)
{
	s->db->ops->on_busy(s->db, goes_on, to);
}

int64_t store_data_version(struct store *s)
{
	return s->db->ops->data_version(s->db);
}

void store_rest(struct store *s)
{
	sql_rest(s->db);
	mem_give_back();
}

int store_owned_by(const char *path, unsigned uid, struct err *e)
{
	struct stat st;

	if (stat(path, &st))
		return refuse_system(path, e);
	if (st.st_uid == uid)
		return 0;
	return err_set(e, ERR_DENIED,
		       _("only the owner of %s may act as somebody else; log in as that person"),
		       path);
}
