/* html_weight.h - how much text every part of a page has, and how much of that is links. */
#ifndef DUBAN_CONVERT_HTML_WEIGHT_H
#define DUBAN_CONVERT_HTML_WEIGHT_H

#include "core/mem.h"

#include <libxml/tree.h>
#include <stdbool.h>

/* Weighs every element below the root; the weights are kept with the nodes, in the arena. */
void html_weigh(struct arena *a, xmlNode *root);
/* Whether the element is a menu: three links or more and hardly a word besides. */
bool html_is_menu(const xmlNode *node);

#endif
