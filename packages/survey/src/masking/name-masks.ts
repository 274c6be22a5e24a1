import { GAP, MIXED_DIGIT, MOST_GAP } from './digit.ts'
import { type MaskRule, pattern, put } from './mask.ts'
import { NO_NAME, SURNAME } from './surname.ts'

const HAN = '\\p{Script=Han}'
const TITLE =
  /(?:先生|女士|小姐|太太|夫人|大堂经理|总经理|经理|主任|老师|师傅|导游|领队|司机|医生|律师|教授|同志|阿姨|叔叔|大哥|大姐|店长|管家|客服|总监|主管)/u
    .source
const JOB =
  /(?:导游|地陪|全陪|领队|司机|师傅|经理|客服|前台|服务员|店长|管家|顾问|专员|销售|主管|总监|计调|老师|教练|船长|讲解员|工作人员|负责人|联系人|同事|朋友|同学|老公|老婆|丈夫|妻子|儿子|女儿|队长|团长)(?:叫做?|名叫|名为|姓名|是叫|:|：|\s|（|\()?/u
    .source
/** Characters that may follow a name and are not part of it. */
const AFTER =
  /(?=$|[^\p{Script=Han}]|先生|女士|小姐|老师|师傅|态度|服务|讲|说|带|给|让|把|在|为|对|不|没|也|都|就|一路|一直|的|和|与|跟|帮|热情|耐心|细心|专业|负责|认真|很|非常|特别|十分|真|太|超|最|人|了|是|有|会|能|介绍|安排|全程|接|送|还|主动|处理|解决|推荐|辛苦|态|打|联系|回复|告诉|泄露|看|拿|收|要|叫|开|泄|知道)/u
    .source
/** Excludes surnames that form a word with the preceding character: 关于, 任何, 英文. */
const NOT_IN_WORD =
  /(?!(?<=[关对由至等终过基属位在出处归急勇源限低])于|(?<=[桂园森树竹雨吉玉柏])林|(?<=[任如为])何|(?<=[谢感多答])谢|(?<=[丽浙镇九漓长])江|(?<=[西延平公保治长])安|(?<=[南西辽])宁|(?<=[对地官警双我贵校店资东南西北军])方|(?<=[押现基奖黄])金|(?<=[最很太更提价])高|(?<=[面钱红打])包|(?<=[主保尽只不])管|(?<=[中英日韩法德俄语])文|(?<=[行])李|(?<=[非经平日正])常|(?<=[风夜全外])景|(?<=[照不只])顾|(?<=[免收消付缴团])费|(?<=[立罗兵])马|(?<=[历])史|(?<=[四淡旺])季|(?<=[儿])童|(?<=[山石家])庄|(?<=[阶时路])段|(?<=[容贸交轻])易|(?<=[允也或])许|(?<=[其多])余|(?<=[责主班信担])任|(?<=[有相海机无])关|(?<=[文印])章|(?<=[全行课路流过里日])程|(?<=[健])康|(?<=[明表])白|(?<=[完])毕|(?<=[体气保])温|(?<=[预])计|(?<=[设估合])计|(?<=[一二三四五六七八九十百千几])万)/u
    .source

const SPACES = `(?:${GAP}){0,${MOST_GAP}}`
const SPACED_DIGIT = `${MIXED_DIGIT}${SPACES}`
/** Excludes the beginning of a number in Han digits, two of which are surnames too. */
const NOT_DIGITS = `(?!(?:${SPACED_DIGIT}){4})`
/** Digits before such a surname: it may be a part of their number, or a name after a date. */
const DIGITS_BEFORE_NAME = pattern(`(?:${SPACED_DIGIT}){4,40}${MIXED_DIGIT}(?=${SPACES}`, NO_NAME, /[伍陆]/u, ')')

/** Familiar prefixes of a surname. */
const FAMILIAR = /[小老阿]/u.source

const CAPITALS = "\\p{Lu}[\\p{Script=Latin}'’-]{1,30}"
const CAPITALIZED_WORD =
  "(?!(?:Mr|Mrs|Ms|Miss|Dr|The|This|That|These|Those|It|Its|We|I|You|They|He|She|Great|Good|Very|Not|No|Yes|All|Every|Everything|And|But|So|For|From|With|Without|To|In|On|At|By|Of|As|If|My|Our|Your|Their|His|Her|Nice|Really|Best|Love|Loved|Will|Would|Could|Should|Can|Please|Hope|Was|Were|Is|Are|Has|Have|Had|Did|Does|Do|Who|What|When|Where|Why|How|Then|There|Here|Also|Only|Just|Still|Even|Never|Always|Too|More|Most|Much|Many|Some|Any|After|Before|During|Because|Customer|Service|Services|Support|Front|Reception|Staff|Management|Manager|Team|Hotel|Tour|Travel|Travels|Airport|Airlines|Company|Group|Desk|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|December|Hong|New|China|Chinese|English|Beijing|Shanghai|Booking|Wonderful|Excellent|Amazing|Overall|Happy|Sorry|Thanks|Thank|Keep|Looking|Wish|Everyone|Other|Another|Next|First|Last|Two|Three|One|Friendly|Polite|Helpful|Professional|Knowledgeable|Patient|Kind|Careful|Punctual|Late|Rude|Unfriendly|Impatient|Unprofessional|Poor|Bad|Terrible|Awful|Fine|Ok|Perfect|Average|Fantastic|Awesome|Superb|Outstanding|Clean|Dirty|Safe|Wrong|Missing|Optional|Anonymous)(?![\\p{L}'’]))"
const NAME = CAPITALIZED_WORD + CAPITALS
const FURTHER = `(?:\\s+${NAME})`

/** A name as on a ticket: `LI/XIAOMING MR`. */
const TICKET_NAME = '\\b[A-Z]{2,30}/[A-Z]{2,30}(?:\\s?[A-Z]{2,30})?'

/** Names before or after a title, or after an announcing word. */
export const NAMES: readonly MaskRule[] = [
  [DIGITS_BEFORE_NAME, put('number')],
  [pattern(TICKET_NAME, /(?=\s?(?:MR|MRS|MS|MISS|MSTR|CHD|INF)\b)/u), put('name')],
  [pattern(/((?:姓名|旅客|乘客|乘机人|[Pp]assenger|[Nn]ame)[是为:：\s]{0,3})/u, TICKET_NAME), `$1${put('name')}`],
  [
    pattern(
      /\b((?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Sir|Madam|Mister|Professor|Doctor)(?:\.\s*|\s+))/u,
      CAPITALS,
      `${FURTHER}{0,2}`,
    ),
    `$1${put('name')}`,
  ],
  [
    pattern(
      /\b((?:[Nn]ame (?:is|was)|[Nn]ame['’]s|[Nn]ame\s*:|[Ss]igned[,:]?|[Rr]egards,?|[Ss]incerely,?|[Tt]hanks,|[Cc]all me|[Ss]poke (?:to|with)|[Tt]alked to|[Ss]erved by)\s+)/u,
      NAME,
      `${FURTHER}{0,2}`,
    ),
    `$1${put('name')}`,
  ],
  [
    pattern(
      /\b((?:[Gg]uide|[Dd]river|[Mm]anager|[Rr]eceptionist|[Ww]aiter|[Ww]aitress|[Cc]oncierge|[Cc]aptain|[Ii]nstructor|[Ll]eader|[Hh]usband|[Ww]ife|[Ff]riend|[Cc]olleague|[Pp]erson named|[Ss]omeone named|[Mm]an named|[Ww]oman named|[Gg]uide named|[Gg]uide called)(?:['’]s name (?:is|was)|\s+(?:named|called|was|is))?[,:]?\s+)/u,
      NAME,
      `${FURTHER}{0,2}`,
    ),
    `$1${put('name')}`,
  ],
  [pattern(/\b((?:I am|I'm|I’m|[Tt]his is)\s+)/u, NAME, FURTHER, `${FURTHER}?`), `$1${put('name')}`],
  [
    pattern(
      /(我叫|名叫|叫做|我姓|姓名[是为:：\s]{0,3}|名字[是叫为:：\s]{1,3}|联系人[是为:：\s]{0,3}|署名[是为:：\s]{0,3})/u,
      NO_NAME,
      NOT_DIGITS,
      SURNAME,
      `${HAN}{0,2}`,
    ),
    `$1${put('name')}`,
  ],
  [
    pattern(/(我是|本人|——|--|—\s?)/u, NO_NAME, NOT_DIGITS, SURNAME, /\p{Script=Han}{1,2}(?=$|[\s，,。.；;！!])/u),
    `$1${put('name')}`,
  ],
  [
    pattern(
      '(',
      JOB,
      ')',
      NO_NAME,
      NOT_DIGITS,
      `(?:${FAMILIAR}${SURNAME}|${SURNAME}(?:(?!${TITLE})${HAN}){1,2}?)`,
      AFTER,
    ),
    `$1${put('name')}`,
  ],
  [pattern(NOT_IN_WORD, NO_NAME, NOT_DIGITS, SURNAME, `${HAN}{0,2}?(?=`, TITLE, ')'), put('name')],
]
