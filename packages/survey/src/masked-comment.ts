/** What stands in a comment where something was masked; `messages` has a word for each. */
export const MASKS = ['link', 'email', 'account', 'address', 'name', 'number'] as const
export type Mask = (typeof MASKS)[number]

const put = (mask: Mask): string => `⟦${mask}⟧`

/** Digits of any script, in rings, raised or lowered, with marks on them. */
const D = '[\\p{Nd}\\u00b2\\u00b3\\u00b9\\u2070-\\u2079\\u2080-\\u2089\\u2460-\\u249b\\u24ea\\u2776-\\u2793]\\p{M}*'
const HAN_DIGIT = '[零〇一二三四五六七八九幺壹贰叁肆伍陆柒捌玖两]'
const LATIN = '[\\p{Script=Latin}\\p{Nd}]'
/** Letters and digits that belong to one address: Chinese words before and after do not. */
const LOCAL = '[\\p{Script=Latin}\\p{Nd}._%+\\-－．＿]{1,64}'
const AT = '\\s?(?:[@＠﹫]|\\(at\\)|\\[at\\]|（at）|\\s艾特\\s)\\s?'
const TITLES = '先生|女士|小姐|太太|夫人|经理|主任|老师|师傅|导游|领队|医生|律师|教授|同志|阿姨|叔叔|大哥|大姐'
const SURNAME =
  '(?:欧阳|上官|司马|诸葛|夏侯|东方|皇甫|尉迟|公孙|慕容|令狐|司徒|端木|' +
  '[王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧肖程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴' +
  '夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜' +
  '倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦向柳邢路岳齐梅莫庄辛管祝左涂谷祁时舒耿牟卜詹关苗凌费纪靳盛童欧甄项曲成游阳裴' +
  '席卫查屈鲍位覃霍翁隋植甘景薄单包司柏宁柯阮桂闵解强丘])'
const CAPITALS = "\\p{Lu}[\\p{Script=Latin}'’-]{1,30}"

const patterns: readonly (readonly [RegExp, string])[] = [
  [/(?:\b[a-z][a-z\d+.-]{1,15}:\/\/|\bwww[.．])[^\s\p{Script=Han}，。；！？、（）【】「」]+/giu, put('link')],
  [new RegExp(`${LOCAL}${AT}[\\p{Script=Latin}\\p{Nd}.\\-．。]{1,253}`, 'giu'), put('email')],
  [/[\p{L}\p{N}._-]{0,12}[@＠﹫][\p{L}\p{N}._-]{1,64}/gu, put('email')],
  [
    /\b(?:[\p{Script=Latin}\p{Nd}-]{1,63}[.．]){1,4}(?:com|cn|net|org|edu|gov|info|biz|top|vip|xyz|io|me|cc|hk|tw|jp|uk|eu|de|fr)\b(?:\/[^\s\p{Script=Han}，。；！？、（）]*)?/giu,
    put('link'),
  ],
  [
    /((?:微信|支付宝|微博|抖音|账号|帐号|\b(?:qq|wechat|weixin|whatsapp|telegram|line id|skype|instagram))(?:号|id)?(?:\s*[:：是为]\s*|\s+(?:is\s+)?))[\p{Script=Latin}\p{Nd}][\p{Script=Latin}\p{Nd}_.-]{3,40}/giu,
    `$1${put('account')}`,
  ],
  [
    new RegExp(
      `[\\p{Script=Han}]{1,8}?(?:路|街|大道|大街|巷|弄|胡同|村|小区|花园|新村|苑)\\s?(?:${D}|[一二三四五六七八九十百]){1,5}\\s?(?:号|弄|栋|幢|座)` +
        `(?:\\s?(?:${D}|[\\p{Lu}一二三四五六七八九十百]){1,5}\\s?(?:号楼|栋|幢|座|单元|层|楼|室|号|户))*`,
      'gu',
    ),
    put('address'),
  ],
  [
    new RegExp(
      `(?:(?:${D}){1,4}\\s?(?:号楼|栋|幢|座|单元|室)\\s?){2,4}|(?:${D}){1,3}\\s?(?:号楼|栋|幢|单元)\\s?(?:${D}){1,5}`,
      'gu',
    ),
    put('address'),
  ],
  [
    /\b\p{Nd}{1,5}[a-z]?,?\s+(?:\p{Lu}[\p{L}'’.-]{0,30}\s+){1,4}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Dr|Boulevard|Blvd|Court|Ct|Square|Sq|Way|Place|Pl|Terrace)\b\.?/gu,
    put('address'),
  ],
  [
    new RegExp(
      `\\b((?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Sir|Madam|Mister|Professor|Doctor)\\.?\\s+)${CAPITALS}(?:\\s+${CAPITALS}){0,2}`,
      'gu',
    ),
    `$1${put('name')}`,
  ],
  [
    new RegExp(
      `\\b((?:[Mm]y name is|[Mm]y name's|[Nn]ame\\s*:|[Ss]igned,?|[Rr]egards,?|[Ss]incerely,?|[Tt]hanks,|[Cc]all me|[Ss]poke (?:to|with)|[Tt]alked to|[Ss]erved by)\\s+)${CAPITALS}(?:\\s+${CAPITALS}){0,2}`,
      'gu',
    ),
    `$1${put('name')}`,
  ],
  [
    new RegExp(`\\b((?:I am|I'm|I’m|[Tt]his is)\\s+)${CAPITALS}\\s+${CAPITALS}(?:\\s+${CAPITALS})?`, 'gu'),
    `$1${put('name')}`,
  ],
  [
    new RegExp(
      `(我叫|名叫|叫做|姓名[是为:：\\s]{0,3}|名字[是叫为:：\\s]{1,3}|联系人[是为:：\\s]{0,3}|署名[是为:：\\s]{0,3})${SURNAME}\\p{Script=Han}{1,2}`,
      'gu',
    ),
    `$1${put('name')}`,
  ],
  [new RegExp(`(我是|本人|——|--)${SURNAME}\\p{Script=Han}{1,2}(?=$|[\\s，,。.；;！!])`, 'gu'), `$1${put('name')}`],
  [new RegExp(`${SURNAME}\\p{Script=Han}{0,2}?(?=${TITLES})`, 'gu'), put('name')],
  // An identity card may end in X; a passport begins with letters.
  [new RegExp(`\\p{Script=Latin}{0,3}(?:${D}){5,}(?:[xX]\\b)?`, 'gu'), put('number')],
  [new RegExp(`[+＋(（]?${D}(?:[\\s\\-‐-―－–.．·()（）/_~*]{0,3}${D}){6,}[xX]?`, 'gu'), put('number')],
  [new RegExp(`(?:${HAN_DIGIT}[\\s\\-·]?){6,}${HAN_DIGIT}`, 'gu'), put('number')],
  [
    /\b(?:(?:zero|oh|one|two|three|four|five|six|seven|eight|nine|double|triple)[\s,-]+){5,}(?:zero|oh|one|two|three|four|five|six|seven|eight|nine)\b/giu,
    put('number'),
  ],
  [
    new RegExp(
      `(?<!${LATIN})(?=(?:\\p{Script=Latin}*\\p{Nd}){3})(?=\\p{Nd}*\\p{Script=Latin})${LATIN}{5,40}(?!${LATIN})`,
      'gu',
    ),
    put('number'),
  ],
  [/(?<![\p{L}\p{N}])(?=[A-Z]*\d)(?=\d*[A-Z])[A-Z\d]{6}(?![\p{L}\p{N}])/gu, put('number')],
]

/** Characters that show nothing and would hide a number from the patterns. */
const INVISIBLE = /(?![\u200d\ufe00-\ufe0f])\p{Default_Ignorable_Code_Point}/gu
const JOINERS = /(?<=[\p{L}\p{N}@.])\u200d|\u200d(?=[\p{L}\p{N}@.])/gu

/**
 * A comment with what could name somebody masked: web addresses, e-mail addresses, accounts, street addresses, names after
 * a title or where a name is announced, and long numbers however they are written. Errs towards masking. It knows patterns,
 * not people: a name without a title stays, and so does what a story tells of its writer.
 */
export function maskedComment(text: string): string {
  const visible = text.replace(INVISIBLE, '').replace(JOINERS, '')
  return patterns.reduce((left, [pattern, mask]) => left.replace(pattern, mask), visible)
}

/** A masked comment in pieces, to be shown. */
export function maskedParts(text: string): readonly ({ readonly text: string } | { readonly mask: Mask })[] {
  return text
    .split(/(⟦(?:link|email|account|address|name|number)⟧)/u)
    .filter((piece) => piece !== '')
    .map((piece) => {
      const mask = MASKS.find((each) => piece === put(each))
      return mask ? { mask } : { text: piece }
    })
}
