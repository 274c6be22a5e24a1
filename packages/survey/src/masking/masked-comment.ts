import { D, GAP, MIXED_DIGIT, MOST_GAP } from './digit.ts'
import { joinSources, MASKS, type Mask, type MaskRule, masked, pattern, put } from './mask.ts'
import { withoutNumbers } from './number-masks.ts'

/** Invisible characters, which would hide a number from the patterns. */
const INVISIBLE = /(?![\u200d\ufe00-\ufe0f])\p{Default_Ignorable_Code_Point}/gu
const JOINERS = /(?<=[\p{L}\p{N}@.])\u200d|\u200d(?=[\p{L}\p{N}@.])/gu

/**
 * Masks text that could identify a person: web, email and street addresses, accounts, names beside a title or after an
 * announcing word, and long numbers in any notation. When in doubt it masks. It knows patterns, not people: a name
 * without a title and the facts of a story remain.
 */
export function maskedComment(text: string): string {
  const visible = text.replace(INVISIBLE, '').replace(JOINERS, '')
  return withoutNumbers(masked(visible, [...LINKS, ...ACCOUNTS, ...ADDRESSES, ...NAMES]))
}

/** Splits a masked comment into text and masks for display. */
export function maskedParts(text: string): readonly ({ readonly text: string } | { readonly mask: Mask })[] {
  return text
    .split(/(⟦(?:link|email|account|address|name|number)⟧)/u)
    .filter((piece) => piece !== '')
    .map((piece) => {
      const mask = MASKS.find((candidate) => piece === put(candidate))
      return mask ? { mask } : { text: piece }
    })
}

/** Web and email addresses. */
const LINKS: readonly MaskRule[] = [
  [/(?:\b[a-z][a-z\d+.-]{1,15}:\/\/|\bwww[.．])[^\s\p{Script=Han}，。；！？、（）【】「」]+/giu, put('link')],
  // Chinese words before and after an address are not part of it.
  [
    /[\p{Script=Latin}\p{Nd}._%+\-－．＿]{1,64}\s?(?:[@＠﹫]|\(at\)|\[at\]|（at）|\s艾特\s)\s?[\p{Script=Latin}\p{Nd}.\-．。]{1,253}/giu,
    put('email'),
  ],
  [
    /\b(?:[\p{Script=Latin}\p{Nd}_+-]{1,64}\s+dot\s+){0,3}[\p{Script=Latin}\p{Nd}._+-]{1,64}\s+at\s+[\p{Script=Latin}\p{Nd}-]{1,63}\s+dot\s+(?:com|cn|net|org|edu|co|io)\b/giu,
    put('email'),
  ],
  [/[\p{L}\p{N}._-]{0,12}[@＠﹫][\p{L}\p{N}._-]{1,64}/gu, put('email')],
  [
    /\b(?:[\p{Script=Latin}\p{Nd}-]{1,63}[.．]){1,4}(?:com|cn|net|org|edu|gov|info|biz|top|vip|xyz|io|me|cc|hk|tw|jp|uk|eu|de|fr)\b(?:\/[^\s\p{Script=Han}，。；！？、（）]*)?/giu,
    put('link'),
  ],
]

const KEY =
  /(?:微信|薇信|威信|支付宝|微博|抖音|快手|小红书|账号|帐号|[VvＶｖ]信|加[VvＶｖ]|(?<![\p{Script=Latin}\p{N}])(?:vx|wx|v|qq|扣扣|wechat|weixin|whatsapp|telegram|tg|line(?: id)?|skype|instagram|ins|ig|facebook|fb|twitter|signal|viber|kakao(?:talk)?|snapchat|discord|zalo|alipay|weibo))(?:群|号码|号|id|ID)?/u
    .source
const IS = /[是为]/u.source
const WORD = '[\\p{Script=Latin}\\p{Nd}][\\p{Script=Latin}\\p{Nd}_.-]'
/** A made-up name, with a digit or underscore so that it cannot be an ordinary word. */
const MADE_UP = `(?=[\\p{Script=Latin}_.-]{0,40}[\\p{Nd}_])${WORD}{3,40}`

/** Account names after a word that announces them. */
const ACCOUNTS: readonly MaskRule[] = [
  [new RegExp(`(${KEY}\\s{0,3}(?:[:：=＝]|${IS}\\s?[:：]?)\\s{0,3})${WORD}{2,40}`, 'giu'), `$1${put('account')}`],
  [
    new RegExp(
      `((?:\\b(?:my|add me on)\\s+|${/加我?(?:一下|个|的)?/u.source}\\s?)${KEY}\\s{1,3}(?:is\\s+)?)${WORD}{3,40}`,
      'giu',
    ),
    `$1${put('account')}`,
  ],
  [new RegExp(`(${KEY}\\s{0,3}(?:is\\s+)?@?)${MADE_UP}`, 'giu'), `$1${put('account')}`],
]

const COUNT = /[一二三四五六七八九十百甲乙丙丁]/u.source
const PART = `(?:${D}|\\p{Lu}|${COUNT}|[-－—])`
const PLACE =
  /(?:新村|街道|大街|大道|小区|花园|公寓|家园|胡同|里弄|公馆|山庄|广场|大厦|弄堂|嘉园|雅苑|名苑|花苑|路|街|巷|弄|村|苑|坊|里|庄|屯|组)/u
    .source
/** A building, unit or group number within an address. */
const HOUSE = `(?:${/第?/u.source}${PART}{1,6}\\s?${/(?:号楼|号院|号(?!线|店|馆|口|出口)|弄|栋|幢|座|单元|组|队)/u.source})`
const ROOM = `(?:\\s?${PART}{0,6}\\s?${/(?:号楼|号院|栋|幢|座|单元|层|楼|室|号|户|房)/u.source}(?:${D}{1,5}${/(?![年月日元块个人名次天晚点分])/u.source})?)`

const LATIN_STREET =
  '(?:Street|St|Road|Rd|Avenue|Ave|Av|Lane|Ln|Drive|Dr|Boulevard|Blvd|Court|Ct|Square|Sq|Way|Place|Pl|Terrace|Ter|Circle|Cir|Trail|Trl|Parkway|Pkwy|Crescent|Cres|Highway|Hwy|Mews|Alley|Plaza|Gardens|Grove|Heights|Quay|Close|Loop|Route|Rte|Turnpike|Pike|Expressway|Freeway)\\b\\.?'
const UNIT = '(?:,?\\s+(?:Apt|Apartment|Suite|Ste|Unit|Flat|Room|Rm|Floor|#)\\.?\\s?#?[\\p{L}\\p{N}-]{1,6})?'

/** Street addresses: a street with a building, or a building with rooms. */
const ADDRESSES: readonly MaskRule[] = [
  [pattern(`\\p{Script=Han}{1,8}?${PLACE}\\s?`, HOUSE, ROOM, '*'), put('address')],
  [
    pattern(
      `\\p{Script=Han}{1,8}?${PLACE}\\s?(?:${D}){1,5}\\s?[-－—]\\s?(?:${D}){1,5}(?:\\s?[-－—]\\s?(?:${D}){1,5})?`,
    ),
    put('address'),
  ],
  [
    pattern(`(?:(?:${D}|\\p{Lu}){1,4}`, /\s?(?:号楼|栋|幢|座|单元|室)\s?/u, '){2,4}', `(?:${D}{1,5}`, /室?/u, ')?'),
    put('address'),
  ],
  [pattern(`(?:(?:${D}){1,3}|\\p{Lu})`, /\s?(?:号楼|栋|幢|座|单元)\s?/u, `(?:${D}){1,5}`, /室?/u), put('address')],
  [
    new RegExp(
      joinSources(
        "\\b\\p{Nd}{1,5}[A-Za-z]?(?:[-/]\\p{Nd}{1,4})?,?\\s+(?!(?:Minutes?|Mins|Hours?|Hrs)\\b)(?:(?:\\p{Lu}[\\p{L}'’.-]{0,30}|\\p{Nd}{1,3}(?:st|nd|rd|th))\\s+){1,4}",
        LATIN_STREET,
        UNIT,
      ),
      'gu',
    ),
    put('address'),
  ],
  [
    new RegExp(
      joinSources(
        "((?:live[sd]? (?:at|on)|address(?: is|:)?)\\s+)\\p{Nd}{1,5}[a-z]?,?\\s+(?:[\\p{L}'’.-]{1,30}\\s+){1,4}",
        LATIN_STREET,
        UNIT,
      ),
      'giu',
    ),
    `$1${put('address')}`,
  ],
  [/\b(?:P\.?\s?O\.?\s?Box|Postfach)\s?\p{Nd}{1,8}/giu, put('address')],
  [/\p{Lu}\p{Ll}{2,30}(?:straße|strasse|str\.|weg|platz|allee|gasse)\s\p{Nd}{1,4}[a-z]?\b/gu, put('address')],
  [
    /\b\p{Nd}{1,4}(?:\s?bis)?,?\s(?:rue|avenue|boulevard|chemin|impasse)\s(?:d[eu]\s|des\s|de la\s|de l['’])?\p{Lu}[\p{L}'’-]{1,30}/gu,
    put('address'),
  ],
]

/** Surnames in use, except those that are usually ordinary words: 位, 司, 解, 时, 单, 向, 强, 游, 席, 路, 阳. */
const SURNAME =
  /(?:欧阳|上官|司马|诸葛|夏侯|东方|皇甫|尉迟|公孙|慕容|令狐|司徒|端木|[王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧肖程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦柳邢岳齐梅莫庄辛管祝左涂谷祁舒耿牟卜詹关苗凌费纪靳盛童欧甄项曲成裴卫查屈鲍覃霍翁隋植甘景薄包柏宁柯阮桂闵丘])/u
    .source

/** Ordinary words that begin with a surname and often stand beside a title. */
const NO_NAME =
  /(?!安排|安全|安静|安心|安抚|马上|马虎|马来|高兴|高效|高级|高铁|高端|方便|方面|方向|方式|方法|方案|平时|常常|常规|常州|常驻|常见|常有|温柔|温和|温馨|温暖|温州|金牌|金额|金华|项目|成功|成熟|成都|成员|成年|严重|严格|严肃|费用|费心|毕竟|毕业|万一|万宁|万能|于是|白天|白白|包车|包括|包容|包团|包含|钱包|任何|任务|任意|任课|任由|关于|关心|关门|关系|关键|曾经|许多|许可|余下|康养|康定|石家庄|江西|江苏|江南|江浙|唐山|黄山|黄金|黄牛|张家界|苏州|武汉|武夷|宁波|梅州|柳州|曲阜|甘肃|甘孜|贺州|龙门|韩国|韩语|景区|景点|景德镇|桂林|柏林|顾问|顾客|易懂|易用|文明|文化|文字|齐全|卫生|查看|查询|左右|管理|管家|史上|和蔼|华丽|谢谢|何时|何况|何必|周到|周末|周边|周一|周二|周三|周四|周五|周六|周日|程序|章程|章节|段时间|田园|叶子|林业|夏天|夏令|秦皇岛|洪水|雷雨|汤圆|施工|陶醉|童话|盛情|季节|计划|简单|凌晨|舒服|舒适|尤其|莫名|岳阳|齐齐|申请|申诉|钟点|马路|马桶|石头|毛病|毛巾|牛肉|白酒|万分|万里|文件|方才|高度|高峰|高速|高原|胡乱|胡同|洪亮|东方明珠|金融|陆续|陆地|陈旧|陈述|康乐|孔雀|郑重|郑州|徐州|杭州|广州|惠州|兰州|杨梅|范围|范例|丁点|成交|成绩|成本|成品|盛大|盛夏|易于|常年|常客|常识|常务|庄园|庄重|辛苦|辛勤|左边|左侧|左手|谷歌|谷物|耿直|查验|查收|查实|屈指|宁可|宁愿|宁静|丘陵|包装|包厢|包房|包裹|梅雨|解说|单独|全程|金属|宋城|唐人街|罗马|陈列|于此|汪洋|向导|石窟|熊猫|江边|江景|湖景|高层|高价|高昂|高温|高雅|高尚|高质量|马车|段落|牛逼|牛奶|雷同|连续|路线|舒心|乔装|易碎|贺卡|安装|安顿|安慰|安保|安检|安卓|施行|方圆|方可|金钱|金色|白色|白人|黄色|江河|史料|孔子|管用|管道|管控|管事|祝福|祝愿|祝您|祝贺|温泉|温水|温情|温度|成立|成人|成分|成效|成片|包办|包揽|包吃|包住|包机|包袱|景色|景观|景致|季度|何处|何种|何等|严谨|严禁|严密|严厉|明星|许久|童车|童年|欧洲|欧元|费力|费时|费劲|费事|费解|文艺|文旅|文物|查票|查出|查房|余额|余地|余款|龙虾|龙舟|任性|任凭|关注|关怀|关照|关闭|计较|计算|计时|安徽|安庆|白领|白金|白银|高中|高管|高龄|金卡|常旅|常德|宁夏|邵阳)/u
    .source

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
const NAMES: readonly MaskRule[] = [
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
