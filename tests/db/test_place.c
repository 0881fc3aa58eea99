/* Where a database can live. No file system of the network is at hand here: their numbers are. What
 * the program does on one, tests/cli/test_place.c tells. */
#include "db/store_place.h"
#include "tests/support/tmp.h"

#include <criterion/criterion.h>
#include <linux/magic.h>
#include <stdlib.h>

Test(place, knows_file_systems_of_the_network)
{
	cr_expect_str_eq(store_place_network(NFS_SUPER_MAGIC), "NFS");
	cr_expect_str_eq(store_place_network(SMB_SUPER_MAGIC), "SMB");
	cr_expect_str_eq(store_place_network(0xFF534D42), "CIFS");
	cr_expect_str_eq(store_place_network(V9FS_MAGIC), "9P");
	cr_expect_str_eq(store_place_network(0x19830326), "BeeGFS");
	cr_expect_str_eq(store_place_network(0x47504653), "GPFS");
	cr_expect_str_eq(store_place_network(0xBACBACBC), "vmhgfs");
	cr_expect_null(store_place_network(EXT4_SUPER_MAGIC));
	cr_expect_null(store_place_network(BTRFS_SUPER_MAGIC));
	cr_expect_null(store_place_network(TMPFS_MAGIC));
	cr_expect_null(store_place_network(OVERLAYFS_SUPER_MAGIC));
}

Test(place, tells_of_a_file_or_of_its_folder)
{
	struct err e = ERR_INIT;
	struct store_place here, there;
	struct tmp t;
	char *file, *none, *nowhere;

	tmp_make(&t);
	file = tmp_puts(&t, "file", "x");
	none = tmp_path(&t, "none");
	nowhere = tmp_path(&t, "no/where");
	cr_assert_eq(store_place_read(file, &here, &e), 0, "%s", e.text);
	cr_assert_eq(store_place_read(none, &there, &e), 0, "%s", e.text);
	cr_expect_eq(here.device, there.device);
	cr_expect_gt(here.nbytes, here.free_bytes);
	cr_expect_eq(store_place_check(file, &e), 0);
	cr_expect_eq(store_place_read(nowhere, &here, &e), -1);
	cr_expect_eq(e.code, ERR_IO);
	free(file);
	free(none);
	free(nowhere);
	tmp_remove(&t);
}
