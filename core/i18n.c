/* Labels with a context: gettext keeps them under "context, end-of-transmission, text", and gives
 * that back where there is no translation. */
#include "core/i18n.h"

#include <string.h>

const char *i18n_label(const char *marked)
{
	const char *text = gettext(marked), *parted;

	if (text != marked)
		return text;
	parted = strchr(marked, '\004');
	return parted ? parted + 1 : text;
}
