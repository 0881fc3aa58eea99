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
		milestone) verb=$word subs="list add done verify reopen drop" ;;
		evidence) verb=$word subs="list add withdraw" ;;
		plan) verb=$word subs="list editions close" ;;
		period) verb=$word subs="list add close" ;;
		unit) verb=$word subs="list add merge alias member rename" ;;
		person) verb=$word subs="list add post disable enable" ;;
		log) verb=$word subs="verify" ;;
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
	"find  --kind") _duban_words "action report milestone evidence unit"; return ;;
	"find  --limit") return ;;
	"find  --format") _duban_words "table tsv csv json"; return ;;
	"report  --unit") _duban_units; return ;;
	"report  --period") return ;;
	"report  --percent") return ;;
	"report  --done") return ;;
	"report  --problems") return ;;
	"report  --next") return ;;
	"report  --volume") return ;;
	"review  --unit") _duban_units; return ;;
	"review  --period") return ;;
	"review  --return") return ;;
	"milestone list --plan") return ;;
	"milestone list --action") return ;;
	"milestone list --unit") _duban_units; return ;;
	"milestone list --from") return ;;
	"milestone list --to") return ;;
	"milestone list --format") _duban_words "table tsv csv json"; return ;;
	"milestone add --due") return ;;
	"milestone add --unit") _duban_units; return ;;
	"milestone add --note") return ;;
	"milestone done --on") return ;;
	"milestone done --note") return ;;
	"milestone verify --note") return ;;
	"milestone reopen --note") return ;;
	"milestone drop --note") return ;;
	"evidence list --action") return ;;
	"evidence list --milestone") return ;;
	"evidence list --unit") _duban_units; return ;;
	"evidence list --limit") return ;;
	"evidence list --format") _duban_words "table tsv csv json"; return ;;
	"evidence add --kind") _duban_words "document meeting link figure file note"; return ;;
	"evidence add --title") return ;;
	"evidence add --doc-no") return ;;
	"evidence add --ref") return ;;
	"evidence add --on") return ;;
	"evidence add --note") return ;;
	"evidence add --unit") _duban_units; return ;;
	"evidence add --milestone") return ;;
	"evidence add --period") return ;;
	"evidence withdraw --reason") return ;;
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
	"period list --plan") return ;;
	"period list --format") _duban_words "table tsv csv json"; return ;;
	"period add --plan") return ;;
	"period add --opens") return ;;
	"period add --due") return ;;
	"period add --closes") return ;;
	"period close --plan") return ;;
	"unit list --format") _duban_words "table tsv csv json"; return ;;
	"person list --format") _duban_words "table tsv csv json"; return ;;
	"person add --phone") return ;;
	"person post --unit") _duban_units; return ;;
	"log  --action") return ;;
	"log  --login") return ;;
	"log  --limit") return ;;
	"log  --format") _duban_words "table tsv csv json"; return ;;
	"config  --format") _duban_words "table tsv csv json"; return ;;
	esac
	if [[ $cur == -* ]]; then
		local common="--db --config --as --post --language --help --version"
		case "$verb $sub" in
		"init ") _duban_words "--name $common" ;;
		"overview ") _duban_words "--plan $common" ;;
		"list ") _duban_words "--plan --unit --role --lamp --format $common" ;;
		"find ") _duban_words "--plan --kind --closed --limit --format $common" ;;
		"report ") _duban_words "--unit --period --percent --done --problems --next --volume --no-change --submit $common" ;;
		"review ") _duban_words "--unit --period --accept --return --sign $common" ;;
		"milestone list") _duban_words "--plan --action --unit --from --to --open --format $common" ;;
		"milestone add") _duban_words "--due --unit --needs-evidence --note $common" ;;
		"milestone done") _duban_words "--on --note $common" ;;
		"milestone verify") _duban_words "--note $common" ;;
		"milestone reopen") _duban_words "--note $common" ;;
		"milestone drop") _duban_words "--note $common" ;;
		"evidence list") _duban_words "--action --milestone --unit --withdrawn --limit --format $common" ;;
		"evidence add") _duban_words "--kind --title --doc-no --ref --on --note --unit --milestone --period $common" ;;
		"evidence withdraw") _duban_words "--reason $common" ;;
		"print ") _duban_words "--unit --all --heat --indicators --plan --output --force --printer --width --page-lines $common" ;;
		"import ") _duban_words "--code --yes --dry-run --strict --merge --no-merge --update --format $common" ;;
		"plan list") _duban_words "--format $common" ;;
		"plan editions") _duban_words "--format $common" ;;
		"plan close") _duban_words "--reason $common" ;;
		"assign ") _duban_words "--role $common" ;;
		"unassign ") _duban_words "--reason $common" ;;
		"period list") _duban_words "--plan --format $common" ;;
		"period add") _duban_words "--plan --opens --due --closes $common" ;;
		"period close") _duban_words "--plan $common" ;;
		"unit list") _duban_words "--format $common" ;;
		"unit add") _duban_words "--collective $common" ;;
		"unit member") _duban_words "--remove $common" ;;
		"person list") _duban_words "--format $common" ;;
		"person add") _duban_words "--phone $common" ;;
		"person post") _duban_words "--unit --end $common" ;;
		"log ") _duban_words "--action --login --limit --format $common" ;;
		"config ") _duban_words "--format $common" ;;
		*) _duban_words "$common" ;;
		esac
	elif [[ ! $verb ]]; then
		_duban_words "init overview list show find report review milestone evidence print import plan assign unassign period unit person log config version help"
	elif [[ $subs && ! $sub ]]; then
		_duban_words "$subs"
	elif [[ $verb == import ]]; then
		_duban_files
	fi
}
complete -F _duban duban
