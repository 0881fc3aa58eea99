#include "core/plan_facts.h"
void plan_doubts_find(struct reading *rd)
{
	(void)rd;
}
