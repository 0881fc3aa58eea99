/* Lines of keys: what is taken is the same key when it is read again, with the same fingerprint. */
#include "tests/fuzz/fuzz.h"

#include "db/people/ssh_key.h"

#include <string.h>

static void check_key(struct arena *a, const struct ssh_key *key)
{
	struct err e = ERR_INIT;
	struct ssh_key again;

	fuzz_check(strlen(key->fingerprint) == SSH_FINGERPRINT_TEXT - 1);
	fuzz_check(!strpbrk(key->type, " \"\n") && !strpbrk(key->blob, " \"\n"));
	fuzz_check(ssh_key_read(a, arena_printf(a, "%s %s", key->type, key->blob), &again, &e) ==
		   0);
	fuzz_check(strcmp(again.fingerprint, key->fingerprint) == 0 && !*again.name);
}

void fuzz_ssh_key(const char *bytes, size_t nbytes)
{
	struct arena a = ARENA_INIT;
	struct err e = ERR_INIT;
	struct ssh_key key;

	if (ssh_key_read(&a, arena_strndup(&a, bytes, nbytes), &key, &e) == 0)
		check_key(&a, &key);
	else
		fuzz_check(e.code == ERR_INPUT && strcmp(e.field, "key") == 0);
	arena_free(&a);
}
