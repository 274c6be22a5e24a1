import { type Item, isOpenText } from './questionnaire.ts'
import type { SurveyText } from './survey-text.ts'

const ASKED = [
  /身份证|证件号|护照|通行证|驾驶证|驾照|社保号|银行卡|信用卡|卡号|手机(?!应用|软件|客户端|网页|端|版|app)|电话|联系方式/i,
  /\b(id|identity|identification)\b[\s-]*(card|number|no\b|document)|\bpassport|\b(credit|debit|bank)[\s-]*card|\bcard number/i,
  /\bsocial security|\bdriv(er['’]?s|ing) licen[cs]e|\b(tele|mobile|cell)?[\s-]*phone|\bcell(ular)? (number|no\b)/i,
  /\bmobile\b(?! (app|application|site|website|page|version|web|check-?in|boarding)\b)/i,
]
/**
 * Names of identity numbers, cards and telephones in widely spoken languages. We cannot tell there whether a text asks
 * for them or asks to leave them out.
 */
const MENTIONED_ELSEWHERE =
  /pass(e)?port|pasaporte|passaporto|reisepass|paszport|паспорт|πασσπορτ|パスポート|旅券|護照|여권|جواز سفر|หนังสือเดินทาง|hộ chiếu|carte d['’]identité|pièce d['’]identité|documento de identid|documento d['’]identit|carta d['’]identit|personalausweis|ausweisnummer|身份證|身分證|マイナンバー|주민등록|بطاقة الهوية|(numéro|número|numero) de (carte|tarjeta|cartão)|kreditkarte|credit card|номер карты|信用卡|クレジットカード|신용카드|t[eé]l[eé]phone|tel[eé]fon|電話|电话|телефон|전화번호|هاتف|โทรศัพท์|điện thoại/i
/**
 * Phrases that ask people to leave something out; the text after them is not requested. Negated phrases ("do not
 * forget") are.
 */
const LEFT_OUT = [
  /(请勿|不要|切勿|无需|不必)(?!忘|遗漏|漏|省略|不填|吝)((?!但|而是|只需|只填|改填)[^，：。？！；）)])*/g,
  /(?<!\b(do not|don['’]t|never) )\b(leave out|without|never|no need to|(do not|don['’]t))\b(?! (forget|omit|skip|fail|hesitate|neglect|leave out)\b)((?!\bbut\b|\binstead\b|, (please |just )?(give|tell|state|enter|write|fill|provide)\b)[^:.?!;)])*/gi,
]

/**
 * True if an open question asks for an identity number, passport, card or phone number; closed questions only offer
 * choices.
 */
export function asksForIdentity(item: Item): boolean {
  if (!isOpenText(item)) return false
  const isAsked = [item['zh-CN'], item.en].some((words) => {
    const questionText = LEFT_OUT.reduce((text, leftOut) => text.replace(leftOut, ''), words)
    return ASKED.some((pattern) => pattern.test(questionText))
  })
  return isAsked || isOnlyInTranslation(item)
}

/** True if a translation mentions an identity number and neither the Chinese nor the English text does. */
function isOnlyInTranslation({ translations = {}, ...text }: SurveyText): boolean {
  const isMentioned = [text['zh-CN'], text.en].some((words) => ASKED.some((pattern) => pattern.test(words)))
  return !isMentioned && Object.values(translations).some((words) => MENTIONED_ELSEWHERE.test(words))
}
