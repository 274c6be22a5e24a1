import { BASIS_PROFILES_VERSION } from '@wayproof/survey'

// People and names of the sample company. None of them exists.

const password = 'sample-password-only'

export const organisationNames = {
  nameZh: '云途旅行',
  nameEn: 'Yuntu Travel',
  contactEmail: 'privacy@yuntu.example',
} as const

export const firstOfficer = { name: '林若安', email: 'officer@yuntu.example', password, locale: 'zh-CN' } as const

/** The second person without whom no wave ends before its day. */
export const approvingOfficer = { name: '周启明', email: 'deputy@yuntu.example', password, locale: 'zh-CN' } as const

/** Draws rows and compares them with their documents. */
export const sampleAuditor = { name: '沈明审计', email: 'auditor@yuntu.example', password, locale: 'zh-CN' } as const

/** What the auditor finds in one of the rows. */
export const auditNote = '报告日期与台账不符（another date on the report）'

/** Why the sample's wave ends early, for readers of both languages. */
export const closingReason = '示例运行（sample run）'

/** Why rules change and a partner is left out, for readers of both languages. */
export const graceReason = '新合作方上线更快（partners go live sooner）'
export const auditReason = '合同年内终止（contract ends within the year）'
export const trainingReason = '连续四个季度超过目标（above the target for four quarters）'

/** One reads Chinese, one English. */
export const executives = [
  { name: '陈总经理', email: 'chief@yuntu.example', password, locale: 'zh-CN' },
  { name: 'Board member', email: 'board@yuntu.example', password, locale: 'en' },
] as const

/** Reads what whistle-blowers report; outside the privacy office. */
export const caseHandler = { name: '方静', email: 'reports@yuntu.example', password, locale: 'zh-CN' } as const

/** For whoever runs the demo: an officer's invitation of his own. */
export const visitor = 'you@yuntu.example'

/** What the officer chooses from the feedback. */
export const improvement = {
  'zh-CN': '注销账户由九步减为三步',
  en: 'Closing an account: three steps, not nine',
} as const

/** What the officer confirms before a wave opens: letters stay on this machine. */
export const checkedPoints = {
  basisProfiles: BASIS_PROFILES_VERSION,
  noticeVersion: '6',
  assessedOn: '2025-11-03',
  backupDays: 30,
  personsAbroad: 0,
} as const
