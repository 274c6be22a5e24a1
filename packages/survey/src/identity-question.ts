import type { Item } from './questionnaire.ts'

const ASKED = [
  /身份证|证件号|护照|银行卡|信用卡|卡号|手机号?码?|电话|联系方式/,
  /\b(id|identity|identification)\b[\s-]*(card|number|no\b|document)|\bpassport|\b(credit|debit|bank)[\s-]*card|\bcard number|\b(tele|mobile |cell )?phone/i,
]
/** What a question asks people to leave out, it does not ask for. */
const LEFT_OUT = [
  /(请勿|请不要|不要|切勿|无需|不必)[^。？！；）)]*/g,
  /\b(leave out|do not|don['’]t|without|never|no need to)\b[^.?!;)]*/gi,
]

/** Whether an open question asks for an identity number, a passport, a card or a phone; others only offer choices. */
export function asksForIdentity(item: Item): boolean {
  if (item.type !== 'text') return false
  return [item['zh-CN'], item.en].some((words) => {
    const asked = LEFT_OUT.reduce((text, leftOut) => text.replace(leftOut, ''), words)
    return ASKED.some((pattern) => pattern.test(asked))
  })
}
