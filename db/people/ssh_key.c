/*
 * A line is a type, the same in base64 with the numbers of the key behind it, and a name. sshd
 * takes the base64 for the key; here it is opened, so that a line that was cut off, altered or
 * named otherwise than what it holds never becomes the key of a person.
 */
#include "db/people/ssh_key.h"

#include "core/i18n.h"
#include "core/text/utf8.h"

#include <nettle/base64.h>
#include <nettle/sha2.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>

enum { NAME_COLS = 80 }; /* of the name, as far as it is kept */

/* The bytes of a key that were not read yet; p NULL: they ended too early. */
struct wire {
	const uint8_t *p;
	size_t nbytes;
};

/* A text or number with its length before it. */
static struct wire wire_next(struct wire *w)
{
	struct wire got = {0};
	size_t n;

	if (!w->p || w->nbytes < 4)
		return *w = got;
	n = (size_t)w->p[0] << 24 | (size_t)w->p[1] << 16 | (size_t)w->p[2] << 8 | w->p[3];
	if (n > w->nbytes - 4)
		return *w = got;
	got = (struct wire){w->p + 4, n};
	*w = (struct wire){w->p + 4 + n, w->nbytes - 4 - n};
	return got;
}

static bool wire_is(struct wire got, const char *text)
{
	return got.p && got.nbytes == strlen(text) && memcmp(got.p, text, got.nbytes) == 0;
}

/* Bits of a positive odd number; 0 of any other. */
static size_t wire_bits(struct wire n)
{
	size_t bits;

	if (!n.p || !n.nbytes || n.p[0] & 0x80 || !(n.p[n.nbytes - 1] & 1))
		return 0;
	while (n.nbytes && !n.p[0]) {
		n.p++;
		n.nbytes--;
	}
	bits = n.nbytes * 8;
	for (unsigned first = n.p[0]; !(first & 0x80); first <<= 1)
		bits--;
	return bits;
}

enum { SHAPE_ED25519, SHAPE_ECDSA, SHAPE_RSA, SHAPE_DSS };

/* The types of keys that a person may meet. What a security key signs carries its application. */
static const struct key_type {
	const char *name;
	int shape;
	const char *curve; /* of ECDSA */
	size_t nbytes;	   /* of one coordinate */
	bool hardware;
	int bits; /* 0: as the key has */
} types[] = {
	{"ssh-ed25519", SHAPE_ED25519, "", 32, false, 256},
	{"sk-ssh-ed25519@openssh.com", SHAPE_ED25519, "", 32, true, 256},
	{"ecdsa-sha2-nistp256", SHAPE_ECDSA, "nistp256", 32, false, 256},
	{"ecdsa-sha2-nistp384", SHAPE_ECDSA, "nistp384", 48, false, 384},
	{"ecdsa-sha2-nistp521", SHAPE_ECDSA, "nistp521", 66, false, 521},
	{"sk-ecdsa-sha2-nistp256@openssh.com", SHAPE_ECDSA, "nistp256", 32, true, 256},
	{"ssh-rsa", SHAPE_RSA, "", 0, false, 0},
	{"ssh-dss", SHAPE_DSS, "", 0, false, 0},
};

static const struct key_type *find_type(const char *word, size_t nbytes)
{
	for (size_t i = 0; i < sizeof types / sizeof types[0]; i++)
		if (strlen(types[i].name) == nbytes && memcmp(types[i].name, word, nbytes) == 0)
			return &types[i];
	return NULL;
}

static int refuse_damaged(struct err *e)
{
	return err_set_field(e, ERR_INPUT, "key",
			     _("this key is damaged or cut off: copy the whole line of the file "
			       "that ends in .pub, from its type to its name"));
}

static int check_rsa(struct wire *w, int *nbits, struct err *e)
{
	size_t exponent = wire_bits(wire_next(w)), bits = wire_bits(wire_next(w));

	if (exponent < 2 || bits < 256)
		return refuse_damaged(e);
	if (bits < SSH_RSA_BITS)
		return err_set_field(e, ERR_INPUT, "key",
				     _("this RSA key has %zu bits, and %d are needed; make a new "
				       "one with `ssh-keygen -t ed25519`"),
				     bits, SSH_RSA_BITS);
	*nbits = (int)bits;
	return 0;
}

/* Whether the point is one of the curve's size; that it lies on the curve is sshd's to see. */
static bool point_fits(const struct key_type *t, struct wire *w)
{
	struct wire point;

	if (t->shape == SHAPE_ECDSA && !wire_is(wire_next(w), t->curve))
		return false;
	point = wire_next(w);
	if (t->shape == SHAPE_ED25519)
		return point.p && point.nbytes == t->nbytes;
	return point.p && point.nbytes == 1 + 2 * t->nbytes && point.p[0] == 4;
}

static int check_inside(const struct key_type *t, struct wire w, int *nbits, struct err *e)
{
	*nbits = t->bits;
	if (!wire_is(wire_next(&w), t->name))
		return refuse_damaged(e);
	if (t->shape == SHAPE_RSA) {
		if (check_rsa(&w, nbits, e) < 0)
			return -1;
	} else if (!point_fits(t, &w)) {
		return refuse_damaged(e);
	}
	if (t->hardware && !wire_next(&w).p)
		return refuse_damaged(e);
	return w.p && !w.nbytes ? 0 : refuse_damaged(e);
}

/* The bytes of base64 as a program writes it: nothing between, nothing missing at its end; p NULL
 * of any other. */
static struct wire decode(struct arena *a, const char *text, size_t nbytes)
{
	struct base64_decode_ctx c;
	size_t n = BASE64_DECODE_LENGTH(nbytes);
	uint8_t *bytes = arena_alloc(a, n + 1);
	char *again;

	base64_decode_init(&c);
	if (!base64_decode_update(&c, &n, bytes, nbytes, text) || !base64_decode_final(&c))
		return (struct wire){0};
	again = arena_alloc(a, BASE64_ENCODE_RAW_LENGTH(n) + 1);
	base64_encode_raw(again, n, bytes);
	if (strlen(again) != nbytes || memcmp(again, text, nbytes) != 0)
		return (struct wire){0};
	return (struct wire){bytes, n};
}

static void write_fingerprint(struct wire w, char out[SSH_FINGERPRINT_TEXT])
{
	static const char prefix[] = "SHA256:";
	uint8_t digest[SHA256_DIGEST_SIZE];
	char text[BASE64_ENCODE_RAW_LENGTH(SHA256_DIGEST_SIZE)];
	struct sha256_ctx h;

	sha256_init(&h);
	sha256_update(&h, w.nbytes, w.p);
	sha256_digest(&h, sizeof digest, digest);
	base64_encode_raw(text, sizeof digest, digest);
	memcpy(out, prefix, sizeof prefix - 1);
	memcpy(out + sizeof prefix - 1, text, sizeof text - 1); /* without the "=" */
	out[SSH_FINGERPRINT_TEXT - 1] = '\0';
}

/* What people take for the file of their public key, by what it begins with. */
static const struct {
	const char *begins, *sentence;
} others[] = {
	{"---- BEGIN SSH2 PUBLIC KEY", N_("this key is in the format of PuTTY: copy it from the "
					  "field \"Public key for pasting into OpenSSH\", or turn "
					  "the file with `ssh-keygen -i -f FILE`")},
	{"-----BEGIN PUBLIC KEY", N_("this key is in a format that is not OpenSSH's: turn it with "
				     "`ssh-keygen -i -m PKCS8 -f FILE`")},
	{"-----BEGIN", N_("this is a private key or a certificate: a private key stays on its "
			  "person's own computer and is shown to nobody; the public one is in the "
			  "file that ends in .pub")},
	{"PuTTY-User-Key-File", N_("this is a private key: it stays on its person's own computer "
				   "and is shown to nobody; the public one is what PuTTYgen shows "
				   "\"for pasting into OpenSSH\"")},
};

/* The word of a known type further on in the line: options stand before it. */
static bool has_type_behind(const char *line)
{
	for (const char *s = line; *s;) {
		size_t n = strcspn(s, " ");

		if (find_type(s, n))
			return true;
		s += n;
		s += strspn(s, " ");
	}
	return false;
}

bool ssh_key_is_private(const char *text)
{
	static const char *const signs[] = {"PRIVATE KEY", "PuTTY-User-Key-File",
					    "b3BlbnNzaC1rZXktdjE" /* "openssh-key-v1" */};

	for (size_t i = 0; i < sizeof signs / sizeof signs[0]; i++)
		if (strstr(text, signs[i]))
			return true;
	return false;
}

bool ssh_key_may_begin(const char *text)
{
	for (size_t i = 0; i < sizeof types / sizeof types[0]; i++) {
		size_t n = strlen(types[i].name), ntext = strlen(text);

		if (strncmp(text, types[i].name, n < ntext ? n : ntext) == 0)
			return true;
	}
	return *text == '#';
}

static int refuse_line(const char *line, size_t nbytes, struct err *e)
{
	for (size_t i = 0; i < sizeof others / sizeof others[0]; i++)
		if (strncmp(line, others[i].begins, strlen(others[i].begins)) == 0)
			return err_set_field(e, ERR_INPUT, "key", "%s", _(others[i].sentence));
	if (nbytes > 21 && memmem(line, nbytes, "-cert-v01@openssh.com", 21))
		return err_set_field(e, ERR_INPUT, "key",
				     _("this is a certificate; the public key itself is wanted, "
				       "from the file that ends in .pub without -cert"));
	if (has_type_behind(line))
		return err_set_field(e, ERR_INPUT, "key",
				     _("there are options before the key; what a session may do "
				       "is set by duban, so leave out what stands before the type "
				       "of the key"));
	return err_set_field(e, ERR_INPUT, "key",
			     _("this is no public key of OpenSSH; it is one line like "
			       "\"ssh-ed25519 AAAA… name\", from the file that ends in .pub"));
}

static const struct key_type *read_type(const char *line, size_t nbytes, struct err *e)
{
	const struct key_type *t = find_type(line, nbytes);

	if (!t) {
		refuse_line(line, nbytes, e);
		return NULL;
	}
	if (t->shape != SHAPE_DSS)
		return t;
	err_set_field(e, ERR_INPUT, "key",
		      _("keys of the type %s are not safe any more; make a new one with "
			"`ssh-keygen -t ed25519`"),
		      t->name);
	return NULL;
}

int ssh_key_read(struct arena *a, const char *line, struct ssh_key *key, struct err *e)
{
	size_t nblob, ntype = strcspn(line, " ");
	const char *blob = line + ntype + strspn(line + ntype, " ");
	const struct key_type *t;
	struct wire w;

	if (strlen(line) > SSH_LINE_MAX)
		return refuse_damaged(e);
	t = read_type(line, ntype, e);
	nblob = strcspn(blob, " ");
	w = decode(a, blob, nblob);
	if (!t || check_inside(t, w, &key->bits, e) < 0)
		return -1;
	key->type = t->name;
	key->blob = arena_strndup(a, blob, nblob);
	blob += nblob + strspn(blob + nblob, " ");
	key->name = arena_strndup(a, blob, utf8_cut(blob, NAME_COLS, NULL));
	write_fingerprint(w, key->fingerprint);
	return 0;
}
