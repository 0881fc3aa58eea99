/* The question; whoever reads the keys gets the answer, whenever it comes. */
#include "tui/term/term_probe.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>
#include <wchar.h>

bool term_probe_send(int out)
{
	static const wchar_t star = 0x2605;
	mbstate_t state = {0};
	char sign[16] = "", question[48];
	size_t n = wcrtomb(sign, star, &state);

	if (n == (size_t)-1 || n == 1)
		return false;
	sign[n] = '\0';
	snprintf(question, sizeof question, "\r%s\033[6n\r\033[K", sign);
	return write(out, question, strlen(question)) == (ssize_t)strlen(question);
}
