/* Lines of public keys: what ssh-keygen makes of each is what is read, and each way of being no key
 * has its sentence. The keys were made for this test; nobody has their other halves. */
#include "db/people/ssh_key.h"

#include <criterion/criterion.h>
#include <string.h>

/* type, base64, name, fingerprint and bits as `ssh-keygen -lf` prints them */
static const struct {
	const char *type, *blob, *name, *fingerprint;
	int bits;
} good[] = {
	{"ssh-ed25519", "AAAAC3NzaC1lZDI1NTE5AAAAIPZlCSYJqgd/JNvQYA2REXz1GHNMjZdPSRrMWmlhSRgz",
	 "chen@office-pc", "SHA256:enp1NPK9GdgAzF3gVZTkgUNOBUszh8iLasJaKWlePK4", 256},
	{"sk-ssh-ed25519@openssh.com",
	 "AAAAGnNrLXNzaC1lZDI1NTE5QG9wZW5zc2guY29tAAAAIAABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZ"
	 "GhscHR4fAAAABHNzaDo=",
	 "stick", "SHA256:/p0CbeE3dk2SyW1OXXsThGc12ezDVD8eGw2/vtztDfk", 256},
	{"ecdsa-sha2-nistp256",
	 "AAAAE2VjZHNhLXNoYTItbmlzdHAyNTYAAAAIbmlzdHAyNTYAAABBBFadgwib7FiMNxMUaTpvuIubjNg0"
	 "j+XMZxPvGvrJIqADWsTiRhNrYiQM0d8DUUtKQa0rbeSFIPcHu6zJdM42yjo=",
	 "chen@office-pc", "SHA256:AJWE6DAObTMQcLvcaQAn4EV/7vuM6GPmeuG7NpDypEI", 256},
	{"ecdsa-sha2-nistp384",
	 "AAAAE2VjZHNhLXNoYTItbmlzdHAzODQAAAAIbmlzdHAzODQAAABhBKwdGMf9V3KeOgeX24IdpT12BAxX"
	 "BGFv9VT4C95VbaqyO2JGsh/6xBSCB3LEw3ZcTGyvm56X1VDHgnJpa6QGLKRC++6AQcmAX/OXq/PDHFU2"
	 "fCif78zSCOxBh/zNknFIeg==",
	 "chen@office-pc", "SHA256:+2ox+2A9XRIrDtAK8Rf/FHTIDL38iD0OEr8I193kDeU", 384},
	{"ecdsa-sha2-nistp521",
	 "AAAAE2VjZHNhLXNoYTItbmlzdHA1MjEAAAAIbmlzdHA1MjEAAACFBAG6lAXQ5e40hX3+mRXi7L3TLsBp"
	 "V5oLLTBK3vIGO6mpypfcZ271khftakE9arXv13TLVw9V4dTj2u0yyKz8LgTtCQAHYKApeSAytaDqo5fw"
	 "i8YBPoxafgyX++AKBEgjWJBnFL+2GwTt9bFsjOTADueNQ83JXCxNII/hEGruIUuyvcHhdQ==",
	 "chen@office-pc", "SHA256:z0uuXRisVPr/9/pAJTC1QflQm4WFtAMf5oIblpXO/oY", 521},
	{"sk-ecdsa-sha2-nistp256@openssh.com",
	 "AAAAInNrLWVjZHNhLXNoYTItbmlzdHAyNTZAb3BlbnNzaC5jb20AAAAIbmlzdHAyNTYAAABBBFadgwib"
	 "7FiMNxMUaTpvuIubjNg0j+XMZxPvGvrJIqADWsTiRhNrYiQM0d8DUUtKQa0rbeSFIPcHu6zJdM42yjoA"
	 "AAAEc3NoOg==",
	 "stick", "SHA256:EDl0waEg0nb7ClqCiibYVQv6K5uhqS7q3JLWzsyYbSk", 256},
	{"ssh-rsa",
	 "AAAAB3NzaC1yc2EAAAADAQABAAABgQDKEkfV0Ham5+AmoFtcZbvi4idrj74cM+ZNDGvNEfVbYE92d6ox"
	 "etN9xfl6UPKbSDgBhjJkkb3MN9TAVTp9JvgoatgeJsGHghM/bycDh+LddZ4Bi88wrO51TZD7fhc5gB/R"
	 "WS3+aa8tJUw61JC/5V1uoMBeM3DB2ut69i8U5YljK5RYJ8IUJxy4kGcTbIqRi7i33el8wCxMtxVNRrbi"
	 "6KM9EkegJqTuZZBhxXdXWE1ZonG12Gr3ZZ0QYIsLaDrmRMomkDkh2y1VYU8WpBjhOJ1/o42sN8fCjIKB"
	 "4Kj7G86RPLWfAQ265xutQ4fAI4njYFE/wrXYeAGRX14brq9I/coFBKGViU8lrhyDomf8Y3B3c9hHkiZx"
	 "pXukfTwlFtcXwtswCGx9ijli1+taI3wv02NdLyK8kOtXPkErN0qFuc4dsqx52nMY5KvQiFneAnTMaKYs"
	 "xl9QxbI3GjBWq4rD7I4yLuzPVw9WfmFhP9tjmbB1Q4V88XuIP3t/umTQwgYuxkk=",
	 "chen@office-pc", "SHA256:T6dHoT1Jt7oANevb6HyjqlfshGIZLJktzjX+iXU2EFM", 3072},
};

static struct arena a;
static struct err e;
static struct ssh_key key;

static void begin(void)
{
	a = (struct arena)ARENA_INIT;
	e = (struct err)ERR_INIT;
}
static void end(void)
{
	arena_free(&a);
}
TestSuite(ssh_key, .init = begin, .fini = end);

static int read_line(const char *line)
{
	return ssh_key_read(&a, line, &key, &e);
}

Test(ssh_key, is_what_ssh_keygen_says_of_it)
{
	for (size_t i = 0; i < sizeof good / sizeof good[0]; i++) {
		const char *line =
			arena_printf(&a, "%s %s  %s", good[i].type, good[i].blob, good[i].name);

		cr_assert_eq(read_line(line), 0, "%s: %s", good[i].type, e.text);
		cr_expect_str_eq(key.type, good[i].type);
		cr_expect_str_eq(key.blob, good[i].blob);
		cr_expect_str_eq(key.name, good[i].name);
		cr_expect_str_eq(key.fingerprint, good[i].fingerprint);
		cr_expect_eq(key.bits, good[i].bits, "%s: %d", good[i].type, key.bits);
	}
}

Test(ssh_key, may_have_no_name)
{
	cr_assert_eq(read_line(arena_printf(&a, "%s %s", good[0].type, good[0].blob)), 0);
	cr_expect_str_eq(key.name, "");
}

#define ED25519 "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIPZlCSYJqgd/JNvQYA2REXz1GHNMjZdPSRrMWmlhSRgz"

static const struct {
	const char *line, *words;
} refused[] = {
	{"", "no public key of OpenSSH"},
	{"hello", "no public key of OpenSSH"},
	{"AAAAC3NzaC1lZDI1NTE5AAAAIPZl", "no public key of OpenSSH"},
	{"ssh-ed25519", "cut off"},
	{"ssh-ed25519 !!!!", "cut off"},
	{"ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIPZlCSYJqgd/JNvQYA2REXz1GHNMjZdPSRrMWml", "cut off"},
	{"ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIPZlCSYJqgd/JNvQYA2REXz1GHNMjZdPSRrMWmlhSRgzAAAA",
	 "cut off"},
	{"ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIPZlCSYJqgd/JNvQYA2REXz1GHNMjZdPSRrMWmlhSRg",
	 "cut off"},
	{"ssh-rsa AAAAC3NzaC1lZDI1NTE5AAAAIPZlCSYJqgd/JNvQYA2REXz1GHNMjZdPSRrMWmlhSRgz x",
	 "cut off"},
	{"ecdsa-sha2-nistp384 AAAAE2VjZHNhLXNoYTItbmlzdHAyNTYAAAAIbmlzdHAyNTYAAABBBFadgwib7FiM"
	 "NxMUaTpvuIubjNg0j+XMZxPvGvrJIqADWsTiRhNrYiQM0d8DUUtKQa0rbeSFIPcHu6zJdM42yjo= x",
	 "cut off"},
	/* a length that is longer than what follows, and the longest there is */
	{"ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIfZlCSYJqgd/JNvQYA2REXz1GHNMjZdPSRrMWmlhSRgz",
	 "cut off"},
	{"ssh-ed25519 /////3NzaC1lZDI1NTE5AAAAIPZlCSYJqgd/JNvQYA2REXz1GHNMjZdPSRrMWmlhSRgz",
	 "cut off"},
	{"ssh-ed25519 AAAA", "cut off"},
	{"no-pty,command=\"ls\" " ED25519, "options before the key"},
	{"from=\"10.0.0.0/8\" " ED25519 " x", "options before the key"},
	{"ssh-dss AAAAB3NzaC1kc3MAAACBAP1/U4Ed x", "ssh-keygen -t ed25519"},
	{"ssh-ed25519-cert-v01@openssh.com AAAAIHNzaC1lZDI1NTE5 x", "certificate"},
	{"-----BEGIN OPENSSH PRIVATE KEY-----", "private key"},
	{"-----BEGIN RSA PRIVATE KEY-----", "private key"},
	{"PuTTY-User-Key-File-3: ssh-ed25519", "private key"},
	{"---- BEGIN SSH2 PUBLIC KEY ----", "ssh-keygen -i -f FILE"},
	{"-----BEGIN PUBLIC KEY-----", "ssh-keygen -i -m PKCS8 -f FILE"},
	/* RSA of 2048 bits */
	{"ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAABAQC9j1H9urL0d7Nar8RamMS7ou85cO/WykxT9tcAT2E+"
	 "qMJNfAPa9ln8st93OiEskCJ3lKZgQBPvIDBl98d3jJvi1zFIXRuPvMtBKVpxozkgGa8BruqcFxIwKBiB"
	 "Fepqsi4QrEQck6VmAd+ZziR8Si65ClBJtletX5LcgsLZ9GHfGQSxkCgcRSCBjSU7l7gZ61n7rvLTknhR"
	 "vToULa/6DwYHR1zWkEGBrdvfr+tVeHmO2H8qJ4P6l9JK0+yn+lVM944eN9NfTl5/Lkd3D3Hj2vYS/tKa"
	 "9D/SWSHR/AwWyp4RxIfM9SiIc90PTl1NsRDmhTABjOnREjYv9KUI1Ziwtkw9",
	 "2048 bits, and 3072 are needed"},
};

Test(ssh_key, each_other_line_is_refused_with_its_reason)
{
	for (size_t i = 0; i < sizeof refused / sizeof refused[0]; i++) {
		e = (struct err)ERR_INIT;
		cr_expect_eq(read_line(refused[i].line), -1, "%s", refused[i].line);
		cr_expect_eq(e.code, ERR_INPUT);
		cr_expect_str_eq(e.field, "key");
		cr_expect_not_null(strstr(e.text, refused[i].words), "%s: %s", refused[i].line,
				   e.text);
	}
}

Test(ssh_key, no_line_is_too_long_to_be_refused)
{
	char *line = arena_alloc(&a, SSH_LINE_MAX + 100);

	memset(line, 'A', SSH_LINE_MAX + 98);
	memcpy(line, "ssh-ed25519 ", 12);
	cr_expect_eq(read_line(line), -1);
}

/* Every single letter changed gives another key, or none. */
Test(ssh_key, a_changed_letter_is_never_the_same_key)
{
	static const char line[] = ED25519;
	char changed[sizeof line];

	for (size_t i = 12; i + 1 < sizeof line; i++) {
		memcpy(changed, line, sizeof line);
		changed[i] = changed[i] == 'A' ? 'B' : 'A';
		if (read_line(changed) == 0)
			cr_expect_str_neq(key.fingerprint, good[0].fingerprint, "letter %zu", i);
	}
}
