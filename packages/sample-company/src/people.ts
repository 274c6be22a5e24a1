import { BASIS_PROFILES_VERSION } from '@wayproof/survey/travelers/legal-basis'

// People and names of the sample company. None of them exists.

const password = 'sample-password-only'

export const organisationNames = {
  nameZh: '云途旅行',
  nameEn: 'Yuntu Travel',
  contactEmail: 'privacy@yuntu.example',
} as const

export const firstOfficer = { name: '林若安', email: 'officer@yuntu.example', password, locale: 'zh-CN' } as const

/** The second officer, who approves closing a wave early. */
export const approvingOfficer = { name: '周启明', email: 'deputy@yuntu.example', password, locale: 'zh-CN' } as const

/** Draws records and compares them with their documents. */
export const sampleAuditor = { name: '沈明审计', email: 'auditor@yuntu.example', password, locale: 'zh-CN' } as const

/** The auditor's note on the record that differs from its document. */
export const auditNote = '报告日期与台账不符（another date on the report）'

/** The reason for closing the sample's wave early, in both languages. */
export const closingReason = '示例运行（sample run）'

/** The reasons for rule changes and for an excluded partner, in both languages. */
export const graceReason = '新合作方上线更快（partners go live sooner）'
export const auditReason = '合同年内终止（contract ends within the year）'
export const trainingReason = '连续四个季度超过目标（above the target for four quarters）'

/** The first reads Chinese, the second English. */
export const executives = [
  { name: '陈总经理', email: 'chief@yuntu.example', password, locale: 'zh-CN' },
  { name: 'Board member', email: 'board@yuntu.example', password, locale: 'en' },
] as const

/** Reads whistleblowing reports, and works outside the privacy department. */
export const caseHandler = { name: '方静', email: 'reports@yuntu.example', password, locale: 'zh-CN' } as const

const department = <Role extends string>(role: Role, name: string) =>
  ({ role, name, email: `${role}@yuntu.example`, password, locale: 'en' }) as const

/** The people of the departments and the administrator, each with the role of the account. */
export const departmentAccounts = [
  department('human-resources', '何敏'),
  department('it-security', '唐一凡'),
  department('customer-service', '蔡珊'),
  department('procurement', '彭睿'),
  department('administrator', '高远'),
] as const

/** The person who runs the demo is invited as an officer at this address. */
export const visitor = 'you@yuntu.example'

/** The traveler whose letters the person who runs the demo answers. */
export const visitingTraveler = 'you@travelers.example'

/** The improvement that the officer chooses from the feedback. */
export const improvement = {
  'zh-CN': '注销账户由九步减为三步',
  en: 'Closing an account: three steps, not nine',
} as const

/** The officer confirms these points before a wave opens; letters stay on this machine. */
export const checkedPoints = {
  basisProfiles: BASIS_PROFILES_VERSION,
  noticeVersion: '6',
  assessedOn: '2025-11-03',
  backupDays: 30,
  personsAbroad: 0,
} as const
