import type { CaseKind, ChosenRightsOutcome, HAND_CHANNELS } from '@wayproof/evidence/rights/rights-case'
import type { RightsRegime } from '@wayproof/evidence/rights/rights-clock'
import type { Locale } from '@wayproof/kernel/people/locale'

/** A made-up request that an officer recorded by hand. */
interface SampleCase {
  readonly kind: CaseKind
  readonly regime: RightsRegime | null
  readonly channel: (typeof HAND_CHANNELS)[number]
  /** Days before today. */
  readonly daysAgo: number
  readonly contact: string | null
  readonly locale: Locale
  readonly text: string
  readonly answer: { readonly text: string; readonly outcome: ChosenRightsOutcome } | null
}

/** Requests, complaints and an enquiry of travelers who do not exist: two wait, one is late, two are done. */
export const sampleCases: readonly SampleCase[] = [
  {
    ...{ kind: 'access', regime: 'china', channel: 'telephone', daysAgo: 12, locale: 'zh-CN' },
    ...{ contact: 'traveler-7@travelers.example', text: '想知道贵公司保存了我的哪些信息。', answer: null },
  },
  {
    ...{ kind: 'deletion', regime: 'eu', channel: 'e-mail', daysAgo: 34, locale: 'en' },
    ...{ contact: 'traveler-19@travelers.example', text: 'Please delete my account and all bookings.', answer: null },
  },
  {
    ...{ kind: 'complaint', regime: 'china', channel: 'branch-office', daysAgo: 4, locale: 'zh-CN' },
    ...{ contact: null, text: '退订之后仍然收到营销短信。', answer: null },
  },
  {
    ...{ kind: 'correction', regime: 'china', channel: 'letter', daysAgo: 21, locale: 'zh-CN', contact: null },
    ...{ text: '请更正我的证件姓名拼音。', answer: { text: '已更正。', outcome: 'granted' } },
  },
  {
    ...{ kind: 'enquiry', regime: null, channel: 'telephone', daysAgo: 8, locale: 'en', contact: null },
    ...{ text: 'Who receives my passport data?', answer: { text: 'The airline and the hotel.', outcome: 'settled' } },
  },
]

/** Actions that were agreed because of open findings of audits, with the days from today on which they are due. */
export const sampleActions = [
  {
    text: '补签数据处理协议（sign the missing data processing agreement）',
    owner: 'procurement',
    dueIn: -3,
    effect: '全部合作方有协议（an agreement with every partner）',
  },
  {
    text: '复查合作方的访问日志（review the access logs of the partner）',
    owner: 'it-security',
    dueIn: 5,
    effect: '没有未解释的访问（no unexplained access）',
  },
] as const

/** The planned privacy meeting is this many days from today. */
export const sampleMeetingIn = 9
