/*
 * A database on a file system of the network, and on a disk that is nearly full. There is none of
 * either here: a library before that of C tells of them (place/place.c).
 */
#include "tests/cli/desk.h"

#include "core/mem.h"

#include <criterion/criterion.h>
#include <criterion/parameterized.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define LOCAL "ef53"
#define NFS   "6969"

enum { DENIED_BY_PLACE = 5 };

static struct desk d;
static char *preload, *options, *place, *copies, *config, *allowing;

static void open_desk(void)
{
	const char *duban = run_duban(), *asan = getenv("ASAN_OPTIONS");
	char *text;

	desk_open(&d);
	cr_assert_eq(chmod(d.tmp.dir, 0700), 0);
	copies = tmp_path(&d.tmp, "copies");
	cr_assert_eq(mkdir(copies, 0700), 0);
	text = xasprintf("backup = { folder = \"%s\"; };\nnetwork_file = \"allowed\";\n", copies);
	allowing = tmp_puts(&d.tmp, "allowing.conf", text);
	strchr(text, '\n')[1] = '\0';
	config = tmp_puts(&d.tmp, "duban.conf", text);
	free(text);
	preload = xasprintf("LD_PRELOAD=%.*s/tests/place.so", (int)(strrchr(duban, '/') - duban),
			    duban);
	/* A sanitizer wants to be the first that is loaded. */
	options = xasprintf("ASAN_OPTIONS=%s:verify_asan_link_order=0", asan ? asan : "");
	d.env[4] = preload;
	d.env[5] = options;
}
static void close_desk(void)
{
	char *const all[] = {preload, options, place, copies, config, allowing};

	for (size_t i = 0; i < sizeof all / sizeof all[0]; i++)
		free(all[i]);
	desk_close(&d);
}
TestSuite(place_of_file, .init = open_desk, .fini = close_desk);

/* From here on the file lies there. */
static void move(const char *type, int free_mib, int mib)
{
	free(place);
	place = xasprintf("TEST_PLACE=%s %d %d", type, free_mib, mib);
	d.env[6] = place;
}

#define HAS(text, part)                                                                            \
	cr_expect(strstr((text), (part)) != NULL, "no \"%s\" in:\n%s", (part), (text))
#define REFUSES(name, ...)                                                                         \
	do {                                                                                       \
		cr_expect_eq(desk_say(&d, __VA_ARGS__, "--config", config, NULL), DENIED_BY_PLACE, \
			     "%d: %s", d.r.status, d.r.err);                                       \
		HAS(d.r.err, "lies on a file system of the network (" name ")");                   \
		HAS(d.r.err, "move it to a disk of this machine");                                 \
		cr_expect_str_eq(d.r.out, "");                                                     \
	} while (0)
#define ALLOWS(...) desk_must(&d, __VA_ARGS__, "--config", allowing, NULL)

Test(place_of_file, of_the_network_is_refused_at_every_door)
{
	char *copy = strdup(desk_must(&d, "backup", "--config", config, NULL));
	char *fresh = tmp_path(&d.tmp, "fresh.db");

	copy[strcspn(copy, ":")] = '\0';
	move(NFS, 5000, 9000);
	REFUSES("NFS", "list");
	REFUSES("NFS", "unit", "add", "区档案馆");
	REFUSES("NFS", "backup");
	REFUSES("NFS", "restore", copy);
	REFUSES("NFS", "session", "--key", "1", "--db", d.db);
	REFUSES("NFS", "init", "--db", fresh);
	cr_expect_neq(access(fresh, F_OK), 0);
	move(LOCAL, 5000, 9000);
	desk_must(&d, "list", NULL);
	cr_expect_null(strstr(desk_must(&d, "unit", "list", NULL), "区档案馆"));
	free(fresh);
	free(copy);
}

Test(place_of_file, of_the_network_is_allowed_by_the_setting)
{
	char *fresh = tmp_path(&d.tmp, "fresh.db"), *copy;

	move(NFS, 5000, 9000);
	ALLOWS("list");
	ALLOWS("unit", "add", "区档案馆");
	copy = strdup(ALLOWS("backup"));
	copy[strcspn(copy, ":")] = '\0';
	ALLOWS("restore", copy);
	HAS(ALLOWS("unit", "list"), "区档案馆");
	ALLOWS("init", "--db", fresh);
	cr_expect_eq(access(fresh, F_OK), 0);
	free(fresh);
	free(copy);
}

ParameterizedTestParameters(place_of_file, is_known_by_its_number)
{
	static char types[][32] = {"19830326 BeeGFS", "47504653 GPFS", "bacbacbc vmhgfs",
				   "ffffffffff534d42 CIFS"};

	return cr_make_param_array(char[32], types, sizeof types / sizeof types[0]);
}

/* Some machines write the number with a sign. */
ParameterizedTest(char type[32], place_of_file, is_known_by_its_number)
{
	char number[32], *name;

	snprintf(number, sizeof number, "%s", type);
	name = strchr(number, ' ');
	*name++ = '\0';
	move(number, 5000, 9000);
	cr_expect_eq(desk_say(&d, "list", NULL), DENIED_BY_PLACE, "%s", d.r.err);
	HAS(d.r.err, name);
}

/* doctor */

static const char *doctor(const char *with, int status)
{
	cr_expect_eq(desk_say(&d, "doctor", "--config", with, "--format", "tsv", NULL), status,
		     "%d: %s%s", d.r.status, d.r.out, d.r.err);
	return d.r.out;
}

Test(place_of_file, of_the_network_is_told_by_doctor)
{
	desk_must(&d, "backup", "--config", config, NULL);
	move(NFS, 5000, 9000);
	HAS(doctor(config, 5), "\nplace\tFile system\twrong\tNFS, a file system of the network");
	HAS(doctor(allowing, 0), "\nplace\tFile system\twarning\tNFS");
	move(LOCAL, 5000, 9000);
	HAS(doctor(config, 0), "\nplace\tFile system\tok\ta disk of this machine");
}

Test(place_of_file, that_is_nearly_full_is_told_by_doctor)
{
	desk_must(&d, "backup", "--config", config, NULL);
	move(LOCAL, 63, 9000);
	HAS(doctor(config, 5), "\nspace\tFree space\twrong\tonly 63 MiB are free, too few");
	move(LOCAL, 64, 9000);
	HAS(doctor(config, 0), "\nspace\tFree space\twarning\tonly 64 MiB are free: make room");
	move(LOCAL, 450, 9000);
	HAS(doctor(config, 0), "\nspace\tFree space\tok\t450 MiB are free");
}
