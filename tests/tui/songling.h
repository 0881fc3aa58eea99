/*
 * songling.h - an invented document with four doubts (no lead, one unit under two names, a number
 * that is skipped, a figure without a year), and its new edition.
 */
#ifndef DUBAN_TESTS_TUI_SONGLING_H
#define DUBAN_TESTS_TUI_SONGLING_H

static const char songling[] =
	"松岭区健康促进工作方案\n"
	"\n"
	"松政发〔2021〕7号\n"
	"\n"
	"一、重点任务\n"
	"1.健康讲堂行动。全年举办讲堂40场。到2022年和2030年，居民健康素养水平分别达到32%和42%。"
	"（牵头单位：区卫生健康局；配合单位：区教育局、区科协）\n"
	"2.健步行动。新建步道12公里。组织健步走活动。（区体育局、区教育局按职责分工负责）\n"
	"3.无烟行动。公共场所全面禁烟。（区卫健局牵头，区市场监督管理局配合）\n"
	"5.营养行动。人均每日食盐摄入量控制在6克以下。（区市场监督管理局负责）\n";

/* Another number, one unit for another and more lectures in 1; 2 gone, 3 with another title in its
 * place; 3 is new, 5 gone. */
static const char songling_edition[] =
	"松岭区健康促进工作方案\n"
	"\n"
	"松政发〔2021〕19号\n"
	"\n"
	"一、重点任务\n"
	"1.健康讲堂行动。全年举办讲堂60场。到2022年和2030年，居民健康素养水平分别达到32%和42%。"
	"（牵头单位：区卫生健康局；配合单位：区教育局、团区委）\n"
	"2.控烟行动。公共场所和工作场所全面禁烟。（区卫健局牵头，区市场监督管理局配合）\n"
	"3.护齿行动。免费窝沟封闭3000人。（牵头单位：区教育局；配合单位：区卫健局）\n";

#endif
