# Completion of duban for bash, printed by `duban completion bash`.

_duban_words()
{
	mapfile -t COMPREPLY < <(compgen -W "$1" -- "$cur")
}

_duban_files()
{
	compopt -o filenames 2>/dev/null
	mapfile -t COMPREPLY < <(compgen -f -- "$cur")
}

_duban_units()
{
	local IFS=$'\n'
	_duban_words "$(duban unit list --format tsv 2>/dev/null | tail -n +2 | cut -f 2)"
}

_duban()
{
	local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD - 1]}
	local verb= sub= subs= i word

	if [[ $cur == = ]]; then
		cur=
	elif [[ $prev == = ]]; then
		prev=${COMP_WORDS[COMP_CWORD - 2]}
	fi
	for ((i = 1; i < COMP_CWORD; i++)); do
		word=${COMP_WORDS[i]}
		if [[ $verb ]]; then
			[[ " $subs " == *" $word "* ]] && sub=$word
			break
		fi
		case "$word" in
		--db | --config | --as | --post | --language) ((i++)) ;;
		report) verb=$word subs="recall editions diff parts" ;;
		review) verb=$word subs="list all" ;;
		receive) verb=$word subs="list" ;;
		request) verb=$word subs="list show contest extension exception correction completion grant refuse take-back" ;;
		action) verb=$word subs="reopen" ;;
		milestone) verb=$word subs="list add change done verify reopen drop" ;;
		evidence) verb=$word subs="list add show get withdraw" ;;
		case) verb=$word subs="list show add change select decline" ;;
		notice) verb=$word subs="list show issue instruct answer close send" ;;
		plan) verb=$word subs="list editions close" ;;
		policy) verb=$word subs="list set" ;;
		calendar) verb=$word subs="list add drop import" ;;
		period) verb=$word subs="list add close allow exceptions" ;;
		unit) verb=$word subs="list add merge alias member rename sign" ;;
		person) verb=$word subs="list add post handover disable enable" ;;
		key) verb=$word subs="list add revoke" ;;
		log) verb=$word subs="verify" ;;
		access) verb=$word subs="list" ;;
		config) verb=$word subs="example check" ;;
		-* | =) ;;
		*) verb=$word ;;
		esac
	done
	case "$verb $sub $prev" in
	*" --db") _duban_files; return ;;
	*" --config") _duban_files; return ;;
	*" --as") return ;;
	*" --post") return ;;
	*" --language") return ;;
	"init  --name") return ;;
	"overview  --plan") return ;;
	"list  --plan") return ;;
	"list  --unit") _duban_units; return ;;
	"list  --role") _duban_words "lead coop shared"; return ;;
	"list  --lamp") _duban_words "grey green yellow red"; return ;;
	"list  --format") _duban_words "table tsv csv json"; return ;;
	"find  --plan") return ;;
	"find  --kind") _duban_words "action report milestone evidence unit notice request case"; return ;;
	"find  --limit") return ;;
	"find  --format") _duban_words "table tsv csv json"; return ;;
	"report  --unit") _duban_units; return ;;
	"report  --period") return ;;
	"report  --percent") return ;;
	"report  --done") return ;;
	"report  --problems") return ;;
	"report  --next") return ;;
	"report  --volume") return ;;
	"report recall --unit") _duban_units; return ;;
	"report recall --period") return ;;
	"report editions --unit") _duban_units; return ;;
	"report editions --period") return ;;
	"report editions --format") _duban_words "table tsv csv json"; return ;;
	"report diff --unit") _duban_units; return ;;
	"report diff --period") return ;;
	"report parts --period") return ;;
	"report parts --format") _duban_words "table tsv csv json"; return ;;
	"review  --unit") _duban_units; return ;;
	"review  --period") return ;;
	"review  --return") return ;;
	"review  --send-back") return ;;
	"review list --plan") return ;;
	"review list --unit") _duban_units; return ;;
	"review list --period") return ;;
	"review list --format") _duban_words "table tsv csv json"; return ;;
	"review all --plan") return ;;
	"review all --unit") _duban_units; return ;;
	"review all --period") return ;;
	"receive  --plan") return ;;
	"receive  --unit") _duban_units; return ;;
	"receive list --plan") return ;;
	"receive list --unit") _duban_units; return ;;
	"receive list --format") _duban_words "table tsv csv json"; return ;;
	"request list --kind") _duban_words "contest extension exception correction completion"; return ;;
	"request list --plan") return ;;
	"request list --action") return ;;
	"request list --unit") _duban_units; return ;;
	"request list --limit") return ;;
	"request list --format") _duban_words "table tsv csv json"; return ;;
	"request contest --about") _duban_words "assignment role wording"; return ;;
	"request contest --reason") return ;;
	"request contest --evidence") return ;;
	"request contest --unit") _duban_units; return ;;
	"request extension --until") return ;;
	"request extension --percent") return ;;
	"request extension --reason") return ;;
	"request extension --evidence") return ;;
	"request extension --unit") _duban_units; return ;;
	"request exception --until") return ;;
	"request exception --reason") return ;;
	"request exception --plan") return ;;
	"request exception --unit") _duban_units; return ;;
	"request correction --period") return ;;
	"request correction --reason") return ;;
	"request correction --percent") return ;;
	"request correction --done") return ;;
	"request correction --problems") return ;;
	"request correction --next") return ;;
	"request correction --volume") return ;;
	"request correction --evidence") return ;;
	"request correction --unit") _duban_units; return ;;
	"request completion --reason") return ;;
	"request completion --percent") return ;;
	"request completion --evidence") return ;;
	"request completion --unit") _duban_units; return ;;
	"request grant --until") return ;;
	"request grant --answer") return ;;
	"request refuse --answer") return ;;
	"action reopen --reason") return ;;
	"milestone list --plan") return ;;
	"milestone list --action") return ;;
	"milestone list --unit") _duban_units; return ;;
	"milestone list --from") return ;;
	"milestone list --to") return ;;
	"milestone list --format") _duban_words "table tsv csv json"; return ;;
	"milestone add --due") return ;;
	"milestone add --unit") _duban_units; return ;;
	"milestone add --weight") return ;;
	"milestone add --after") return ;;
	"milestone add --note") return ;;
	"milestone change --title") return ;;
	"milestone change --due") return ;;
	"milestone change --weight") return ;;
	"milestone change --after") return ;;
	"milestone change --note") return ;;
	"milestone done --on") return ;;
	"milestone done --note") return ;;
	"milestone verify --note") return ;;
	"milestone reopen --note") return ;;
	"milestone drop --note") return ;;
	"evidence list --action") return ;;
	"evidence list --milestone") return ;;
	"evidence list --request") return ;;
	"evidence list --case") return ;;
	"evidence list --unit") _duban_units; return ;;
	"evidence list --limit") return ;;
	"evidence list --format") _duban_words "table tsv csv json"; return ;;
	"evidence add --kind") _duban_words "document meeting link figure file note"; return ;;
	"evidence add --title") return ;;
	"evidence add --doc-no") return ;;
	"evidence add --ref") return ;;
	"evidence add --file") _duban_files; return ;;
	"evidence add --name") return ;;
	"evidence add --on") return ;;
	"evidence add --note") return ;;
	"evidence add --unit") _duban_units; return ;;
	"evidence add --milestone") return ;;
	"evidence add --period") return ;;
	"evidence add --request") return ;;
	"evidence add --case") return ;;
	"evidence get --output") _duban_files; return ;;
	"evidence withdraw --reason") return ;;
	"case list --plan") return ;;
	"case list --action") return ;;
	"case list --unit") _duban_units; return ;;
	"case list --state") _duban_words "offered selected declined"; return ;;
	"case list --limit") return ;;
	"case list --format") _duban_words "table tsv csv json"; return ;;
	"case add --text") return ;;
	"case add --evidence") return ;;
	"case add --unit") _duban_units; return ;;
	"case change --title") return ;;
	"case change --text") return ;;
	"case select --reason") return ;;
	"case decline --reason") return ;;
	"notice list --plan") return ;;
	"notice list --unit") _duban_units; return ;;
	"notice list --action") return ;;
	"notice list --kind") _duban_words "urge instruction"; return ;;
	"notice list --limit") return ;;
	"notice list --format") _duban_words "table tsv csv json"; return ;;
	"notice show --format") _duban_words "table tsv csv json"; return ;;
	"notice issue --unit") _duban_units; return ;;
	"notice issue --plan") return ;;
	"notice issue --text") return ;;
	"notice instruct --unit") _duban_units; return ;;
	"notice instruct --by") return ;;
	"notice instruct --level") _duban_words "blue orange red"; return ;;
	"notice close --reason") return ;;
	"remind  --plan") return ;;
	"remind  --format") _duban_words "table tsv csv json"; return ;;
	"print  --unit") _duban_units; return ;;
	"print  --plan") return ;;
	"print  --output") _duban_files; return ;;
	"print  --printer") return ;;
	"print  --width") return ;;
	"print  --page-lines") return ;;
	"import  --code") return ;;
	"import  --update") return ;;
	"import  --format") _duban_words "table tsv csv json"; return ;;
	"plan list --format") _duban_words "table tsv csv json"; return ;;
	"plan editions --format") _duban_words "table tsv csv json"; return ;;
	"plan close --reason") return ;;
	"assign  --role") _duban_words "lead coop shared"; return ;;
	"unassign  --reason") return ;;
	"policy list --format") _duban_words "table tsv csv json"; return ;;
	"calendar list --year") return ;;
	"calendar list --format") _duban_words "table tsv csv json"; return ;;
	"calendar add --name") return ;;
	"calendar import --format") _duban_words "table tsv csv json"; return ;;
	"period list --plan") return ;;
	"period list --format") _duban_words "table tsv csv json"; return ;;
	"period add --plan") return ;;
	"period add --opens") return ;;
	"period add --due") return ;;
	"period add --closes") return ;;
	"period close --plan") return ;;
	"period allow --plan") return ;;
	"period allow --until") return ;;
	"period allow --reason") return ;;
	"period exceptions --plan") return ;;
	"period exceptions --unit") _duban_units; return ;;
	"period exceptions --format") _duban_words "table tsv csv json"; return ;;
	"burden  --plan") return ;;
	"burden  --period") return ;;
	"burden  --from") return ;;
	"burden  --to") return ;;
	"burden  --unit") _duban_units; return ;;
	"burden  --format") _duban_words "table tsv csv json"; return ;;
	"unit list --format") _duban_words "table tsv csv json"; return ;;
	"person list --format") _duban_words "table tsv csv json"; return ;;
	"person add --phone") return ;;
	"person post --unit") _duban_units; return ;;
	"person handover --format") _duban_words "table tsv csv json"; return ;;
	"key list --format") _duban_words "table tsv csv json"; return ;;
	"key revoke --reason") return ;;
	"log  --action") return ;;
	"log  --login") return ;;
	"log  --limit") return ;;
	"log  --format") _duban_words "table tsv csv json"; return ;;
	"access list --login") return ;;
	"access list --limit") return ;;
	"access list --format") _duban_words "table tsv csv json"; return ;;
	"doctor  --format") _duban_words "table tsv csv json"; return ;;
	"config  --format") _duban_words "table tsv csv json"; return ;;
	"session  --key") return ;;
	esac
	if [[ $cur == -* ]]; then
		local common="--db --config --as --post --language --help --version"
		case "$verb $sub" in
		"init ") _duban_words "--name $common" ;;
		"overview ") _duban_words "--plan $common" ;;
		"list ") _duban_words "--plan --unit --role --lamp --vacant --format $common" ;;
		"find ") _duban_words "--plan --kind --closed --limit --format $common" ;;
		"report ") _duban_words "--unit --period --percent --done --problems --next --volume --no-change --submit $common" ;;
		"report recall") _duban_words "--unit --period $common" ;;
		"report editions") _duban_words "--unit --period --format $common" ;;
		"report diff") _duban_words "--unit --period --accepted $common" ;;
		"report parts") _duban_words "--period --format $common" ;;
		"review ") _duban_words "--unit --period --accept --return --sign --unsign --send-back $common" ;;
		"review list") _duban_words "--plan --unit --period --format $common" ;;
		"review all") _duban_words "--plan --unit --period --dry-run $common" ;;
		"receive ") _duban_words "--plan --unit $common" ;;
		"receive list") _duban_words "--plan --unit --format $common" ;;
		"request list") _duban_words "--waiting --kind --plan --action --unit --limit --format $common" ;;
		"request contest") _duban_words "--about --reason --evidence --unit $common" ;;
		"request extension") _duban_words "--until --percent --reason --evidence --unit $common" ;;
		"request exception") _duban_words "--until --reason --plan --unit $common" ;;
		"request correction") _duban_words "--period --reason --percent --done --problems --next --volume --evidence --unit $common" ;;
		"request completion") _duban_words "--reason --percent --evidence --unit $common" ;;
		"request grant") _duban_words "--until --answer --despite $common" ;;
		"request refuse") _duban_words "--answer $common" ;;
		"action reopen") _duban_words "--reason $common" ;;
		"milestone list") _duban_words "--plan --action --unit --from --to --open --format $common" ;;
		"milestone add") _duban_words "--due --unit --needs-evidence --weight --after --note $common" ;;
		"milestone change") _duban_words "--title --due --needs-evidence --weight --after --no-evidence --no-after --note $common" ;;
		"milestone done") _duban_words "--on --note $common" ;;
		"milestone verify") _duban_words "--note $common" ;;
		"milestone reopen") _duban_words "--note $common" ;;
		"milestone drop") _duban_words "--note $common" ;;
		"evidence list") _duban_words "--action --milestone --request --case --unit --withdrawn --limit --format $common" ;;
		"evidence add") _duban_words "--kind --title --doc-no --ref --file --name --on --note --unit --milestone --period --request --case $common" ;;
		"evidence get") _duban_words "--output $common" ;;
		"evidence withdraw") _duban_words "--reason $common" ;;
		"case list") _duban_words "--plan --action --unit --state --limit --format $common" ;;
		"case add") _duban_words "--text --evidence --unit $common" ;;
		"case change") _duban_words "--title --text $common" ;;
		"case select") _duban_words "--reason $common" ;;
		"case decline") _duban_words "--reason $common" ;;
		"pilot ") _duban_words "--off $common" ;;
		"notice list") _duban_words "--plan --unit --action --kind --open --unsent --limit --format $common" ;;
		"notice show") _duban_words "--format $common" ;;
		"notice issue") _duban_words "--unit --all --plan --again --text $common" ;;
		"notice instruct") _duban_words "--unit --by --level $common" ;;
		"notice close") _duban_words "--reason $common" ;;
		"notice send") _duban_words "--background $common" ;;
		"remind ") _duban_words "--plan --dry-run --format $common" ;;
		"print ") _duban_words "--unit --all --heat --indicators --plan --output --force --printer --width --page-lines $common" ;;
		"import ") _duban_words "--code --yes --dry-run --strict --merge --no-merge --update --format $common" ;;
		"plan list") _duban_words "--format $common" ;;
		"plan editions") _duban_words "--format $common" ;;
		"plan close") _duban_words "--reason $common" ;;
		"assign ") _duban_words "--role $common" ;;
		"unassign ") _duban_words "--reason $common" ;;
		"policy list") _duban_words "--format $common" ;;
		"calendar list") _duban_words "--year --format $common" ;;
		"calendar add") _duban_words "--worked --name $common" ;;
		"calendar import") _duban_words "--dry-run --format $common" ;;
		"period list") _duban_words "--plan --format $common" ;;
		"period add") _duban_words "--plan --opens --due --closes $common" ;;
		"period close") _duban_words "--plan $common" ;;
		"period allow") _duban_words "--plan --until --reason $common" ;;
		"period exceptions") _duban_words "--plan --unit --format $common" ;;
		"burden ") _duban_words "--plan --period --from --to --unit --format $common" ;;
		"unit list") _duban_words "--format $common" ;;
		"unit add") _duban_words "--collective $common" ;;
		"unit member") _duban_words "--remove $common" ;;
		"unit sign") _duban_words "--off $common" ;;
		"person list") _duban_words "--format $common" ;;
		"person add") _duban_words "--phone $common" ;;
		"person post") _duban_words "--unit --end $common" ;;
		"person handover") _duban_words "--dry-run --format $common" ;;
		"key list") _duban_words "--format $common" ;;
		"key revoke") _duban_words "--reason $common" ;;
		"log ") _duban_words "--action --login --limit --format $common" ;;
		"access list") _duban_words "--login --limit --format $common" ;;
		"restore ") _duban_words "--force $common" ;;
		"check ") _duban_words "--renew --yes $common" ;;
		"doctor ") _duban_words "--format $common" ;;
		"config ") _duban_words "--format $common" ;;
		"session ") _duban_words "--key $common" ;;
		*) _duban_words "$common" ;;
		esac
	elif [[ ! $verb ]]; then
		_duban_words "init overview list show find report review receive request action milestone evidence case pilot notice remind print import plan assign unassign policy calendar period burden unit person key whoami log access backup restore check doctor config ssh-keys session version help"
	elif [[ $subs && ! $sub ]]; then
		_duban_words "$subs"
	elif [[ $verb == import ]]; then
		_duban_files
	fi
}
complete -F _duban duban
