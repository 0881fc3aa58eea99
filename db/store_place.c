/* File systems by their numbers; the newest of them stand in no header of the oldest system. */
#include "db/store_place.h"

#include "core/i18n.h"
#include "db/folder.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/vfs.h>

static const struct {
	uint64_t type;
	const char *name;
} networks[] = {
	{0x6969, "NFS"},
	{0x517B, "SMB"},
	{0xFE534D42, "SMB"},
	{0xFF534D42, "CIFS"},
	{0x5346414F, "AFS"},
	{0x6B414653, "AFS"},
	{0x73757245, "Coda"},
	{0x01021997, "9P"},
	{0x00C36400, "Ceph"},
	{0x564C, "NCP"},
	{0x0BD00BD0, "Lustre"},
	{0x7461636F, "OCFS2"},
	{0x01161970, "GFS2"},
	{0x19830326, "BeeGFS"},
	{0x47504653, "GPFS"},
	{0xAAD7AAEA, "PanFS"},
	{0x20030528, "OrangeFS"},
	{0xBACBACBC, "vmhgfs"}, /* folders of the machine that a virtual one runs on */
	{0x7C7C6673, "prl_fs"},
	{0x786F4256, "vboxsf"},
	{0x65735546, "FUSE"},
};

const char *store_place_network(uint64_t type)
{
	for (size_t i = 0; i < sizeof networks / sizeof networks[0]; i++)
		if (networks[i].type == type)
			return networks[i].name;
	return NULL;
}

/* Of the path itself; where nothing is yet, of its folder. */
static int find_place(const char *path, struct statfs *fs, struct stat *st)
{
	char *folder;
	int failed;

	if (statfs(path, fs) == 0)
		return stat(path, st);
	folder = folder_of(path);
	failed = statfs(folder, fs) || stat(folder, st);
	free(folder);
	return failed ? -1 : 0;
}

int store_place_read(const char *path, struct store_place *place, struct err *e)
{
	struct statfs fs;
	struct stat st;

	*place = (struct store_place){0};
	if (find_place(path, &fs, &st) < 0)
		return err_set(e, ERR_IO, _("cannot open %s: %s"), path, strerror(errno));
	/* the number is written with 32 bits, and with a sign on some machines */
	*place = (struct store_place){.type = (uint64_t)fs.f_type & 0xFFFFFFFF,
				      .free_bytes = (int64_t)fs.f_bavail * (int64_t)fs.f_bsize,
				      .nbytes = (int64_t)fs.f_blocks * (int64_t)fs.f_bsize,
				      .device = st.st_dev};
	place->network = store_place_network(place->type);
	return 0;
}

int store_place_check(const char *path, struct err *e)
{
	struct store_place place;
	struct err unread = ERR_INIT;

	if (store_place_read(path, &place, &unread) < 0 || !place.network)
		return 0;
	return err_set(e, ERR_STATE,
		       _("%s lies on a file system of the network (%s), where two machines that "
			 "write at once lose what was entered: move it to a disk of this machine; "
			 "people reach it over SSH (duban-setup(7))"),
		       path, place.network);
}
