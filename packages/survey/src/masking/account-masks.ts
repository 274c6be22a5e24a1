import { type MaskRule, put } from './mask.ts'

const KEY =
  /(?:微信|薇信|威信|支付宝|微博|抖音|快手|小红书|账号|帐号|[VvＶｖ]信|加[VvＶｖ]|(?<![\p{Script=Latin}\p{N}])(?:vx|wx|v|qq|扣扣|wechat|weixin|whatsapp|telegram|tg|line(?: id)?|skype|instagram|ins|ig|facebook|fb|twitter|signal|viber|kakao(?:talk)?|snapchat|discord|zalo|alipay|weibo))(?:群|号码|号|id|ID)?/u
    .source
const IS = /[是为]/u.source
const WORD = '[\\p{Script=Latin}\\p{Nd}][\\p{Script=Latin}\\p{Nd}_.-]'
/** A made-up name, with a digit or underscore so that it cannot be an ordinary word. */
const MADE_UP = `(?=[\\p{Script=Latin}_.-]{0,40}[\\p{Nd}_])${WORD}{3,40}`

/** Account names after a word that announces them. */
export const ACCOUNTS: readonly MaskRule[] = [
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
