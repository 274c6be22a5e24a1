import { ADDRESSES } from './address-masks.ts'
import { MASKS, type Mask, type MaskRule, masked, put } from './mask.ts'
import { NAMES } from './name-masks.ts'
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
