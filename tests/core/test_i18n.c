/* Labels with a context read as their text where nothing is translated. */
#include "core/i18n.h"

#include <criterion/criterion.h>

Test(i18n, a_label_without_translation_is_its_text)
{
	cr_assert_str_eq(i18n_label(NC_("plan", "open")), "open");
	cr_assert_str_eq(i18n_label(N_("no such text")), "no such text");
}
