/* Words of speech: verbs that report it, and who can be their subject. Folded as lexicon_fold does.
 */
#include "text/lexicon.h"

static const struct lexicon_row rows[] = {
	{"en", CUE_SAY,
		"said says say saying told tells tell telling added adds adding wrote writes "
		"announced announces announcing stated states explained explains declared declares "
		"insisted insists argued argues claimed claims warned warns noted notes confirmed "
		"confirms denied denies acknowledged acknowledges admitted admits asked asks replied "
		"replies responded responds tweeted posted called remarked commented comments "
		"reported reports stressed stresses emphasised emphasized suggested suggests recalled "
		"recalls joked promised vowed vows pledged urged urges concluded concludes continued "
		"revealed reveals quipped shouted cried observed repeated repeats testified predicted "
		"lamented conceded complained complains alleged alleges wondered reiterated"},
	{"de", CUE_SAY,
		"sagte sagt sagten sagen gesagt erklarte erklart erklarten betonte betont teilte "
		"mitteilte mitgeteilt berichtete berichtet berichteten schrieb schreibt ausserte "
		"fugte erganzte warnte warnt kritisierte kritisiert forderte fordert meinte meint "
		"kundigte ankundigte behauptete behauptet bestatigte bestatigt fragte antwortete "
		"verkundete versicherte raumte zitierte nannte bezeichnete hiess heisst"},
	{"fr", CUE_SAY,
		"dit disent declare declarait affirme affirmait affirment explique indique annonce "
		"precise souligne ajoute estime ecrit assure rappele rappelle lance prevenu confie "
		"repondu repond demande reagi denonce confirme reconnu reconnait raconte martele "
		"averti commente conclu poursuivi poursuit insiste rapporte regrette"},
	{"es", CUE_SAY,
		"dijo dice dijeron dicen dicho declaro declaran declara afirmo afirma afirmaron "
		"aseguro asegura explico explica indico indica senalo senala anuncio anuncia anadio "
		"anade agrego agrega comento comenta escribio escribe manifesto advirtio advierte "
		"destaco subrayo sostuvo informo informa confirmo confirma pregunto respondio "
		"reconocio admitio denuncio nego preciso reitero insistio concluyo recordo"},
	{"it", CUE_SAY,
		"detto dice dicono disse dichiarato dichiara affermato afferma spiegato spiega "
		"annunciato annuncia aggiunto aggiunge sottolineato sottolinea scritto scrive "
		"avvertito avverte riferito riferisce commentato commenta confermato "
		"conferma precisato ribadito ricordato risposto chiesto ammesso sostenuto sostiene "
		"concluso"},
	{"pt", CUE_SAY,
		"disse diz disseram dizem declarou declara afirmou afirma afirmaram explicou explica "
		"anunciou anuncia acrescentou acrescenta escreveu escreve comentou destacou ressaltou "
		"informou informa confirmou alertou avisou perguntou respondeu reconheceu admitiu "
		"garantiu negou contou lembrou concluiu"},
	{"nl", CUE_SAY,
		"zei zegt zeiden zeggen gezegd verklaarde verklaart vertelde vertelt meldde meldt "
		"schreef schrijft liet weten benadrukte waarschuwde voegde antwoordde vroeg "
		"bevestigde stelde stelt noemde aldus"},
	{"pl", CUE_SAY,
		"powiedzial powiedziala powiedzieli mowi mowil mowila oswiadczyl oswiadczyla "
		"poinformowal poinformowala poinformowali dodal dodala stwierdzil stwierdzila "
		"podkreslil podkreslila zaznaczyl zapowiedzial zapowiedziala napisal napisala "
		"ostrzegl przekazal przekazala wyjasnil wyjasnila ocenil ocenila potwierdzil przyznal "
		"zapytal odpowiedzial podal podala"},
	{"tr", CUE_SAY,
		"dedi soyledi belirtti acikladi ifade vurguladi kaydetti ekledi bildirdi duyurdu "
		"konustu anlatti yazdi uyardi savundu iddia sordu yanitladi aktardi diyor soyluyor "
		"dediler acikladilar"},
	{"ru", CUE_SAY,
		"сказал сказала сказали заявил заявила заявили сообщил сообщила сообщили отметил "
		"отметила подчеркнул подчеркнула добавил добавила рассказал рассказала объяснил "
		"объяснила написал написала пояснил пояснила уточнил уточнила считает говорит говорят "
		"утверждает предупредил предупредила подтвердил подтвердила признал признала ответил "
		"ответила спросил объявил объявила напомнил напомнила передает пишет сообщает "
		"отмечает заявляет"},
	{"uk", CUE_SAY,
		"сказав сказала сказали заявив заявила заявили повідомив повідомила повідомили "
		"зазначив зазначила підкреслив підкреслила наголосив наголосила додав додала розповів "
		"розповіла пояснив пояснила написав написала уточнив вважає говорить каже кажуть "
		"попередив попередила підтвердив підтвердила визнав відповів відповіла запитав "
		"оголосив оголосила нагадав повідомляє пише стверджує"},
	{"en", CUE_ACCORDING, "according"},
	{"de", CUE_ACCORDING, "laut zufolge"},
	{"fr", CUE_ACCORDING, "selon"},
	{"es", CUE_ACCORDING, "segun"},
	{"it", CUE_ACCORDING, "secondo"},
	{"pt", CUE_ACCORDING, "segundo"},
	{"nl", CUE_ACCORDING, "volgens"},
	{"pl", CUE_ACCORDING, "wedlug"},
	{"tr", CUE_ACCORDING, "gore"},
	{"ru", CUE_ACCORDING, "словам"},
	{"uk", CUE_ACCORDING, "словами"},
	{"en", CUE_PRONOUN, "he she they it we i you who"},
	{"de", CUE_PRONOUN, "er sie es wir ich man"},
	{"fr", CUE_PRONOUN, "il elle ils elles on je nous"},
	{"es", CUE_PRONOUN, "ella ellos ellas"},
	{"it", CUE_PRONOUN, "lui lei loro egli"},
	{"pt", CUE_PRONOUN, "ele ela eles elas"},
	{"nl", CUE_PRONOUN, "hij zij ze ik wij"},
	{"pl", CUE_PRONOUN, "on ona oni"},
	{"tr", CUE_PRONOUN, "o onlar"},
	{"ru", CUE_PRONOUN, "он она они"},
	{"uk", CUE_PRONOUN, "він вона вони"},
	{"en", CUE_ARTICLE, "the a an his her their its one another"},
	{"de", CUE_ARTICLE, "der die das den dem ein eine einer einem"},
	{"fr", CUE_ARTICLE, "le la les l' un une"},
	{"es", CUE_ARTICLE, "el la los las un una"},
	{"it", CUE_ARTICLE, "il lo la i gli le l' un una"},
	{"pt", CUE_ARTICLE, "o a os as um uma"},
	{"nl", CUE_ARTICLE, "de het een"},
};

const struct lexicon_table lexicon_speech = {rows, sizeof rows / sizeof *rows};
