/*
 * Which characters somebody writes. Bytes read in the wrong encoding give characters too, only
 * rare ones: of a written text more than half are among these few hundred, of any other reading a
 * few in a hundred.
 */
#include "exchange/encoding.h"

#include "core/text/utf8.h"

#include <string.h>

static const char common[] =
	/* Frequent in all writing, simplified. */
	"的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下"
	"过"
	"子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两"
	"体"
	"制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线"
	"内"
	"数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并"
	"提"
	"直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见"
	"计"
	"别她手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七"
	"海"
	"口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场"
	"身"
	"车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广"
	"石"
	"记需段研界拉林律叫且究观越织装影算低持音众书布复容儿须际商非验连断深难近矿千周委素技备半办"
	"青"
	/* Frequent in plans and notices. */
	"省市县乡镇街村局厅责任牵配落推督促健康育服施环境卫绿创养老托幼医疗障健完善协调监督考核评估"
	"项目划案措目标均率以约束预围绕深化优质提升培训覆盖按职府关于印发知附件司院校企业网络信息源"
	"附"
	/* The traditional forms of the above. */
	"這個國時來們會對學過說種麼動發產與間關點長開頭題應當經務體業機實現質氣電達進條問轉總統設強"
	"報見"
	"計區農處還隊導術級運結標單線員縣廣將黨領眾變觀證類練驗織續縮責辦項執協調劃資訊環衛護療醫藥"
	"預養"
	"專營構檢討評議團圖書館場樂齡兒童婦數據備註際網絡從後裡兩樣義邊產車東馬華幾並無論較歲風飛麗"
	"為於"
	"與島灣臺灣鎮鄉鄰聯絡權競爭創優補貼費錢財稅賦稱職場際規範則維復蓋礎礙擴擬勵勞動傳傷億決準減"
	"測"
	/* Punctuation and figures. */
	"，。、；：（）“”《》？！—…·％【】〔〕０１２３４５６７８９　○〇";

struct set {
	unsigned char bits[0x10000 / 8];
};

static void set_fill(struct set *set)
{
	const char *s = common, *end = common + strlen(common);
	uint32_t cp;

	memset(set, 0, sizeof *set);
	while (s < end) {
		s += utf8_decode(s, end, &cp);
		set->bits[cp >> 3] |= (unsigned char)(1u << (cp & 7));
	}
}

static bool set_has(const struct set *set, uint32_t cp)
{
	return cp < 0x10000 && (set->bits[cp >> 3] >> (cp & 7) & 1);
}

void encoding_look(const char *text, size_t nbytes, struct encoding_look *look)
{
	const char *end = text + nbytes;
	struct set set;
	uint32_t cp;

	set_fill(&set);
	while (text < end) {
		int n = utf8_decode(text, end, &cp);

		look->bad += n == 1 && (unsigned char)*text >= 0x80;
		look->other += n > 1;
		look->common += n > 1 && set_has(&set, cp);
		text += n;
	}
}
